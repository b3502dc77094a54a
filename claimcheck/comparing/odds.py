"""The odds that two figures are of one quantity, where the text itself does not say.

A sign is something two claims show: "measure: agree", "within 1.3 times", "two articles, place: part". Its weight, in weights.csv, says how
much it speaks for (above 0) or against (below 0) one quantity. The weights were fitted on annotated stories by benchmarks/fit_sameness.py
(logistic regression), so their sum is the logarithm of the odds.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, chain

from claimcheck.comparing.answers import Verdicts
from claimcheck.comparing.sentence_signs import QUESTIONS
from claimcheck.comparing.signs import Signs, plain_signs
from claimcheck.model import Claim

__all__ = ["LIKELY", "odds", "reach", "signs", "weights"]

LIKELY = -0.2
"""Logarithm of the odds from which two figures are held to be of one quantity: hardly below even odds, for the weights are kept small."""

_HUNDRED = 100


def odds(shown: Iterable[str]) -> float:
    """The logarithm of the odds that two claims are of one quantity, by the signs they show."""
    return _weight(tuple(shown)) / _HUNDRED


@cache
def weights() -> dict[str, float]:
    """The weight of each sign that has one, see weights.csv."""
    text = (files("claimcheck.comparing") / "weights.csv").read_text(encoding="utf-8")
    return {row["sign"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}


def signs(a: Claim, b: Claim, told: Verdicts) -> Iterator[str]:
    """What two claims show, by the verdicts of the scope tests, in words; the same words stand in weights.csv."""
    yield from chain.from_iterable(plain_signs(a, b, told))
    yield from chain.from_iterable(question.answer(a, b, told) for question in QUESTIONS)


def reach(least: float, a: Claim, b: Claim, told: Verdicts, others: Signs) -> bool:
    """Whether the odds of two claims, by their `signs` and by some others, reach a value. Sentences are read only as far as needed."""
    short = round(least * _HUNDRED) - _weight(others) - sum(map(_weight, plain_signs(a, b, told)))
    for question, (lowest, highest) in zip(QUESTIONS, _left(told["event"], told["place"], told["entity"], told["measure"]), strict=True):
        if not lowest < short <= highest:
            return short <= lowest
        short -= _weight(question.answer(a, b, told))
    return short <= 0


@lru_cache(maxsize=65536)
def _weight(shown: Signs) -> int:
    """What signs weigh together, in the hundredths in which the table gives them."""
    table = _hundredths()
    return sum([table.get(sign, 0) for sign in shown])


@cache
def _hundredths() -> dict[str, int]:
    return {sign: round(weight * _HUNDRED) for sign, weight in weights().items()}


@cache
def _left(event: str, place: str, entity: str, measure: str) -> tuple[tuple[int, int], ...]:
    """The least and the most that each question and those behind it can still weigh, by what four scope tests say."""
    told = {"event": event, "place": place, "entity": entity, "measure": measure}
    weighed = [[_weight(answer) for answer in question.answers(told)] for question in reversed(QUESTIONS)]
    lowest, highest = accumulate(map(min, weighed)), accumulate(map(max, weighed))
    return tuple(zip(lowest, highest, strict=True))[::-1]

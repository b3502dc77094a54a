"""The odds that two figures are of one quantity, where the text itself does not say.

A sign is something two claims show: "measure: agree", "within 1.3 times", "two articles, place: part". Its weight, in weights.csv, says how
much it speaks for (above 0) or against (below 0) one quantity. The weights were fitted on annotated stories by benchmarks/fit_sameness.py
(logistic regression), so their sum is the logarithm of the odds.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from claimcheck.comparing import story
from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.events import event_types
from claimcheck.comparing.facts import fact
from claimcheck.comparing.figures import compared, significant, standing, times_apart
from claimcheck.comparing.labels import is_old
from claimcheck.comparing.names import groups_of, shared, stems, words
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.time import course, days_between, when
from claimcheck.comparing.what import addition
from claimcheck.comparing.whom import same_source, sources_differ
from claimcheck.model import Claim
from claimcheck.reading.measures import known

__all__ = ["LIKELY", "odds", "signs", "weights"]

LIKELY = -0.2
"""Logarithm of the odds from which two figures are held to be of one quantity: hardly below even odds, for the weights are kept small."""

_GROUPS = {"count": "count", "date": "date", "year": "date", "age": "age", "duration": "duration", "money": "money"} | dict.fromkeys(
    ("percent", "ratio", "percentage_point"), "share"
)
_FIELDS = ("entity", "event", "place", "counted", "measure")
_SUPPLIED = ("measure", "entity", "place", "event")
_OF_FEW = ("kind", "since")
"""Tests that nearly all pairs that are weighed answer alike."""
_TIMES = ((1.1, "within 1.1 times"), (1.3, "within 1.3 times"), (2, "within 2 times"), (5, "within 5 times"))
"""How many times apart two figures may lie to be a sign of their own."""
_DAYS = ((0, "same day"), (3, "within 3 days"), (30, "within 30 days"), (365, "within a year"))
_SHARES = ((0.2, "little"), (0.33, "a fifth"), (0.5, "a third"), (0.99, "half"))
_BESIDE = 45
"""Characters on either side of a figure that are its own words."""
_LEAD = 500
"""Characters of an article that are its opening."""
_NUMBER, _MANY = re.compile(r"\d[\d,.]*"), 4
"""How many numbers make a sentence a list of figures."""
_PLACED = re.compile(r" (?:in|at|near|outside|around|from) (?:the )?[A-Z]")
_FULL_STOPS = (".", "!", "?", ".”", '."')


def odds(shown: Iterable[str]) -> float:
    """The logarithm of the odds that two claims are of one quantity, by the signs they show."""
    table = weights()
    return sum(table.get(sign, 0.0) for sign in shown)


@cache
def weights() -> dict[str, float]:
    """The weight of each sign that has one, see weights.csv."""
    text = (files("claimcheck.comparing") / "weights.csv").read_text(encoding="utf-8")
    return {row["sign"]: float(row["weight"]) for row in csv.DictReader(text.splitlines())}


def signs(a: Claim, b: Claim, told: Verdicts) -> Iterator[str]:
    """What two claims show, by the verdicts of the scope tests, in words; the same words stand in weights.csv."""
    stands = "equal" if (a.value, a.unit) == (b.value, b.unit) else standing(a, b, moved=False)
    moves, group = course(a, b), _GROUPS.get(a.kind, "measured")
    yield from _of_verdicts(tuple(told.items()), (stands, _articles(a, b), group, moves))
    yield from _of_scope(a, b, told)
    yield from _of_figures(a, b, stands, moves, group, told["measure"])
    yield from _of_words(a, b)
    yield from _of_circumstances(a, b, told)
    yield from _of_wording(a, b, stands, _lapse(a, b))


def _articles(a: Claim, b: Claim) -> str:
    return "one article" if one_article(a, b) else "two articles"


@lru_cache(maxsize=16384)
def _of_verdicts(told: tuple[tuple[str, str], ...], settings: tuple[str, ...]) -> tuple[str, ...]:
    """What each scope test says, alone, beside the measure, and in a setting: how the figures stand, in how many articles, of what kind."""
    said = [f"{test}: {verdict}" for test, verdict in told if test not in _OF_FEW]
    measure = next(sign for sign in said if sign.startswith("measure"))
    beside = [f"{measure}, {sign}" for sign in said if sign != measure]
    return ("any two figures", *said, *beside, *settings, *(f"{setting}, {sign}" for setting in settings for sign in said))


def _of_scope(a: Claim, b: Claim, told: Verdicts) -> Iterator[str]:
    """Which fields are said of both, of one, or in the same words; which ones the article supplied."""
    yield f"event: {told['event']}, place: {told['place']}"
    yield f"event: {told['event']}, place: {told['place']}, entity: {told['entity']}"
    for field in _FIELDS:
        one, other = getattr(a, field), getattr(b, field)
        if one is None or other is None:
            yield f"{field} of neither" if one is other else f"{field} of one"
        elif one == other:
            yield f"one {field}"
    for field in _SUPPLIED:
        yield f"{field}: {told[field]}, supplied to {(field in a.inherited) + (field in b.inherited)}"
    named = known(statistic(a) or ""), known(statistic(b) or "")
    if named[0] and named[1]:
        about = named[0].about if named[0].about == named[1].about else "two things"
        yield from (f"about {about}", f"about {about}, measure: {told['measure']}")
    if (a.change is None) != (b.change is None):
        yield "one is a change"
    yield f"nouns {_nouns(a.noun or a.counted, b.noun or b.counted)}"


@lru_cache(maxsize=16384)
def _nouns(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "of neither" if one is other else "of one"
    return "alike" if one == other or stems(one) & stems(other) else "of one group" if groups_of(one) & groups_of(other) else "differ"


def _of_figures(a: Claim, b: Claim, stands: str, moves: str, group: str, measure: str) -> Iterator[str]:
    """How the two figures stand to each other."""
    digits = max(significant(a), significant(b))
    if digits <= 1:
        yield "round figures"
    yield f"both {a.qualifier}" if a.qualifier == b.qualifier else "one is hedged otherwise"
    yield f"{moves}, {stands}"
    lapse = _lapse(a, b)
    yield from (lapse, f"{moves}, {lapse}")
    if stands == "equal":
        yield from (f"equal figures of {min(digits, 4)}", f"equal, {group}, of {min(digits, 4)}", f"equal, {lapse}")
        return
    times = times_apart(a, b)
    if times is not None:
        within = _step(float(times), _TIMES, "further apart")
        yield from (within, f"{within}, measure: {measure}", f"{moves}, {within}, {lapse}")
        if moves == "grows" and when(a, b) in ("later", "earlier"):
            later_is_higher = compared(a, b, moved=False).direction == ("up" if when(a, b) == "later" else "down")
            yield from ("grown" if later_is_higher else "fallen", f"{'grown' if later_is_higher else 'fallen'}, {within}")


def _lapse(a: Claim, b: Claim) -> str:
    apart = days_between(a, b)
    return "day unknown" if apart is None else _step(apart, _DAYS, "years apart")


def _step(number: float, steps: tuple[tuple[float, str], ...], beyond: str) -> str:
    return next((named for most, named in steps if number <= most), beyond)


def _of_words(a: Claim, b: Claim) -> Iterator[str]:
    """How many words the two sentences share, those beside the figures, and those of the two scopes."""
    one, other = words(a.sentence), words(b.sentence)
    yield f"sentences share {_share(one, other)}"
    beside = _beside(a), _beside(b)
    yield f"words beside share {_share(*beside)}"
    yield f"{min(4, len(shared(*beside)))} words shared beside"
    scope, second = _scope_words(a), _scope_words(b)
    yield f"scopes share {_share(scope, second)}"
    told = min(len(shared(scope, other)) / max(1, len(scope)), len(shared(second, one)) / max(1, len(second)))
    yield f"{_step(told, _SHARES, 'all')} of a scope told in the other's sentence"
    named = story.telling_names(a.sentence), story.telling_names(b.sentence)
    yield f"{min(3, len(shared(*named)))} names shared" if named[0] and named[1] else "no names in one sentence"


def _share(one: frozenset[str], other: frozenset[str]) -> str:
    return _step(len(shared(one, other)) / max(1, min(len(one), len(other))), _SHARES, "all")


@fact
def _beside(claim: Claim) -> frozenset[str]:
    """The words close to a figure."""
    first, last = (edge - claim.sentence_span[0] for edge in claim.span)
    return words(claim.sentence[max(0, first - _BESIDE) : first]) | words(claim.sentence[last : last + _BESIDE])


@fact
def _scope_words(claim: Claim) -> frozenset[str]:
    return words(" ".join(filter(None, (claim.measure, claim.counted, claim.noun, claim.entity, claim.place, claim.event))))


def _of_circumstances(a: Claim, b: Claim, told: Verdicts) -> Iterator[str]:
    """Who says it, where in the article, and what else is told around it."""
    if a.attribution and b.attribution:
        yield "one source" if same_source(a, b) else "two sources" if sources_differ(a, b) else "sources alike"
    else:
        yield "source of one" if a.attribution or b.attribution else "source of neither"
    yield f"in {' and '.join(sorted((_position(a), _position(b))))}"
    if one_article(a, b) and a.sentence_span == b.sentence_span:
        yield "one sentence"
    between = f"stories {story.doubt(a, b)}"
    yield from (between, *(f"{between}, {test}: {told[test]}" for test in ("event", "place", "entity", "measure")))
    if not event_types(a.sentence).isdisjoint(event_types(b.sentence)):
        yield "one sort of event in both sentences"


def _of_wording(a: Claim, b: Claim, stands: str, lapse: str) -> Iterator[str]:
    """Whether the figures are called earlier ones or additions, stand in lists of figures, or by the name of a place."""
    old = is_old(a) + is_old(b)
    if old:
        yield from (
            f"{old} called an earlier figure",
            f"{old} called an earlier figure, {stands}",
            f"{old} called an earlier figure, {lapse}",
        )
    added = (addition(a) is not None) + (addition(b) is not None)
    if added:
        yield f"{added} an addition"
    yield f"{_is_listed(a) + _is_listed(b)} in a list of figures"
    yield f"{_is_placed(a) + _is_placed(b)} before the name of a place"


@fact
def _is_listed(claim: Claim) -> bool:
    return len(_NUMBER.findall(claim.sentence)) >= _MANY


@fact
def _is_placed(claim: Claim) -> bool:
    return _PLACED.match(claim.sentence, claim.span[1] - claim.sentence_span[0]) is not None


@fact
def _position(claim: Claim) -> str:
    if claim.sentence_span[0] == 0 and not claim.sentence.rstrip().endswith(_FULL_STOPS):
        return "headline"
    return "opening" if claim.span[0] < _LEAD else "body"

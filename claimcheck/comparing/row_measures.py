"""Is the measure of a reference row the statistic of a figure, and does it count the same people?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from attrs import evolve

from claimcheck.comparing.clauses import clause, without_asides
from claimcheck.comparing.names import groups_of, kinship, shared, stems
from claimcheck.comparing.row_figures import interval, is_told_to_a_step
from claimcheck.comparing.scope import Answer
from claimcheck.comparing.statistic_words import said, statistics, telling, terms, unsaid, without
from claimcheck.model import Claim, Row
from claimcheck.vocabulary import table

_SEXES = frozenset(("male", "female"))
"""What makes another statistic of a rate, and of a count only a part of it, which may be the whole: two men killed are two dead."""
_GROWING = frozenset(("growth",))
_GROWTH = frozenset(("change", "increase", "rise"))
_PRICES = re.compile(r"\b[Pp]rices\b")
_OF_WHAT = re.compile(r" of ((?:new |the )?[a-z-]+)")
_AVERAGES = frozenset(("average", "mean", "median", "record", "highest", "lowest", "maximum", "minimum", "peak"))
_PHYSICAL = ("length", "area", "volume", "mass", "speed", "temperature")
"""Kinds whose statistic the reader may only guess from the unit, so that its word must be said where a contradiction is."""


def same_measure(claim: Claim, row: Row) -> Answer:
    """The row's statistic is the claim's, or stands beside its number in other words."""
    text = f"{clause(claim)} ; {claim.measure or ''} ; {claim.noun or ''}"
    said_here = telling(without_asides(clause(claim))) - (_SEXES if claim.kind == "count" else frozenset()) - _reached(claim)
    stated = claim.measure if claim.measure and "measure" not in claim.inherited else ""
    odd = (telling(row.measure) - telling(f"{claim.sentence} {stated}")) | (said_here - telling(row.measure))
    if odd:
        return Answer("measure", "clash", f"{', '.join(sorted(odd))} is said of one only")
    if is_rise_of_prices(claim, row.measure):
        return Answer("measure", "entail", "inflation is how much prices rise")
    if is_of_something_else(claim, row):
        return Answer("measure", "clash", f"{claim.surface} of something else")
    levels = [_level(claim, wording, text) for wording in (row.measure, *row.wordings)]
    best = next((level for level in ("agree", "entail", "unknown") if level in levels), "clash")
    if best == "agree" and _of_averages(row.measure) - _of_averages(clause(claim)):
        return Answer("measure", "entail", "the row only is said to be an average or a record")
    return Answer("measure", best, f"{claim.measure or 'no statistic'} and {row.measure}")


def _reached(claim: Claim) -> frozenset[str]:
    """What tells a growth, where the figure is the level it led to: "the population grew to 55.3 million"."""
    start = claim.span[0] - claim.sentence_span[0]
    return _GROWING if claim.change is None and claim.kind == "count" and claim.sentence.endswith(" to ", 0, max(0, start)) else frozenset()


def as_growth(claim: Claim, row: Row) -> Claim:
    """A fall as growth below zero, where the row tells growth: "the economy shrank 0.6 percent" is growth of -0.6.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Sarmia", "GDP growth", "percent", "0.6", "percent", None, None, None)
    >>> as_growth(cc.extract("Sarmia's economy shrank 0.6 percent.")[0], row).value
    '-0.6'
    """
    grows = "growth" in telling(row.measure) or stems(row.measure) & _GROWTH
    if not grows or claim.change != "decrease" or not isinstance(claim.value, str) or claim.bounds is None or claim.value.startswith("-"):
        return claim
    ends, bounds = (_negative(claim.bounds.high), _negative(claim.bounds.low)), claim.bounds
    turned = evolve(bounds, low=ends[0], high=ends[1], low_open=bounds.high_open, high_open=bounds.low_open)
    return evolve(claim, value=f"-{claim.value}", bounds=turned)


def _negative(end: str | None) -> str | None:
    return None if end is None else str(-Decimal(end))


def _of_averages(text: str) -> frozenset[str]:
    """The words of a text by which a figure is not one of a day, but an average of many or the farthest of all."""
    return stems(text.lower()) & _AVERAGES


def is_of_something_else(claim: Claim, row: Row) -> bool:
    """Whether the words behind a figure say what it measures, and the row does not: "12 kilometres of road"."""
    found = _OF_WHAT.match(claim.sentence, claim.span[1] - claim.sentence_span[0]) if claim.kind in ("length", "area") else None
    return found is not None and not shared(stems(found[1]), stems(f"{row.measure} {row.entity}"))


def is_rise_of_prices(claim: Claim, measure: str) -> bool:
    """Whether a text tells inflation by its meaning: "consumer prices rose 3.4 percent", "prices were 3.4 percent higher"."""
    if claim.kind != "percent" or claim.change != "increase" or "inflation" not in terms(measure):
        return False
    words = clause(claim)
    own = bool(statistics(measure) & statistics(claim.measure or ""))
    return "consumer prices" in terms(words) or (own and _PRICES.search(words) is not None)


def _level(claim: Claim, wording: str, text: str) -> str:
    """How one wording of the row's measure stands to what is said by the figure."""
    mine = akin_statistics(claim.measure) & statistics(wording)
    if mine and not unsaid(text, without(wording, mine)):
        return "agree" if claim.kind not in _PHYSICAL or said(text, wording) else "entail"
    others = statistics(wording) if not mine and statistics(claim.measure) else frozenset()
    if not said(text, wording) or not _noun_fits(claim, wording) or (others and not others & statistics(text)):
        return "clash" if not mine and statistics(wording) and statistics(claim.measure) else "unknown"
    known = terms(wording) and claim.kind != "count"
    return "agree" if mine or known or not statistics(wording) or not statistics(claim.measure) else "entail"


def _noun_fits(claim: Claim, wording: str) -> bool:
    """Whether what the claim counts is named by the wording too."""
    noun = claim.noun or claim.counted
    if not noun or shared(stems(noun), stems(wording)):
        return True
    return any(kinship(x, y) in ("same", "whole") for x in groups_of(noun) for y in groups_of(wording))


@lru_cache(maxsize=1024)
def akin_statistics(name: str | None) -> frozenset[str]:
    """A statistic with those that tables call by its name ("tanks lost" are tanks destroyed)."""
    return frozenset((name, *(b for a, b in _kin() if a == name))) if name else frozenset()


@cache
def _kin() -> frozenset[tuple[str, str]]:
    pairs = {(row["measure"], row["other"]) for row in table("statistic_kin")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def same_counted(claim: Claim, row: Row) -> Answer:
    """Not a part of the people the row counts: officers among the dead."""
    if claim.kind == "count" and (telling(clause(claim)) & _SEXES) - telling(row.measure):
        return Answer("counted", "entail", f"{claim.noun} may be a part of them")
    given = groups_of(claim.noun or claim.counted)
    wanted = groups_of(row.measure) | groups_of(row.entity)
    if claim.kind != "count" or not given or any(kinship(x, y) in ("same", "whole") for x in wanted for y in given):
        return Answer("counted", "agree", f"{claim.noun or 'nothing'} and {row.measure}")
    kin = {"same" if group == "person" else kinship(group, "person") for group in given}
    if "part" in kin and not kin & {"same", "whole"} and not _exceeds(claim, row):
        return Answer("counted", "entail", f"{claim.noun} may be a part of them")
    return Answer("counted", "agree", f"{claim.noun} are no part of a larger group")


def _exceeds(claim: Claim, row: Row) -> bool:
    """Whether a figure is more than the row's, so that it is no part of it."""
    given, stated = interval(row), claim.bounds
    if (row.precision and not is_told_to_a_step(row)) or given is None or stated is None or given.high is None or stated.low is None:
        return False
    return Decimal(stated.low) > Decimal(given.high)

"""Firsts that are told twice, once by how long ago the last one was and once by its year: "the first such death in 15 years" and
"the first death from measles since 2001".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._breakdowns import one_of
from claimcheck.checks._levels_alike import PLAIN
from claimcheck.checks._told_spans import Told
from claimcheck.comparing.names import shared, stems
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_RANKS = rf"\b(?P<rank>first|{either('of the highest or lowest rank')})\b(?P<what>(?: [\w’'-]+){{0,12}}?)"
_IN = re.compile(rf"{_RANKS} (?:in|for|after) (?:more than |nearly |almost |about )?\Z", re.IGNORECASE)
_SINCE = re.compile(rf"{_RANKS} since (?:[A-Z]\w+ )?\Z", re.IGNORECASE)
_SETTING = rf"(?:{one_of('setting')}|for|among)"
_SET_APART, _GOES_ON = re.compile(rf"\b{_SETTING}\b", re.IGNORECASE), re.compile(rf" {_SETTING}\b")
"""One sort or place alone: "among women it was the highest rate since 2013", "the first title since 2019 for her"."""
_ENDS = re.compile(r"[.,;:)\"”\n]|\Z| and\b")
_BACK = 120


def told(case: Case) -> Iterator[Told]:
    """The years in which something is the first of its kind, with the one year of the article since which it is the first of that kind.

    >>> import claimcheck as cc
    >>> text = "It was the first strike in 15 years.\\nThe mill had its first strike since 2001."
    >>> case = Case(cc.Document(text, text, published="2026-11-24"), tuple(cc.extract(text, published="2026-11-24")))
    >>> [(found.length.surface, found.start.surface) for found in told(case)]
    [('15 years', '2001')]
    """
    text = case.document.text
    lasts = [(date, found) for date in case.claims if date.kind == "year" and (found := _SINCE.search(_before(text, date)))]
    for length in case.claims if len(lasts) == 1 else ():
        if length.kind != "duration" or length.unit != "year" or length.qualifier not in PLAIN or isinstance(length.value, tuple):
            continue
        first = _IN.search(_before(text, length))
        if first is None or not _ENDS.match(text, length.span[1]):
            continue
        alike = [date for date, last in lasts if _are_one(first, last) and date.sentence_span != length.sentence_span]
        alike = [date for date in alike if not _GOES_ON.match(text, date.span[1])]
        if len({date.value for date in alike}) == 1:
            yield Told(length, alike[0], None)


def _before(text: str, claim: Claim) -> str:
    return text[max(claim.sentence_span[0], claim.span[0] - _BACK) : claim.span[0]]


def _are_one(one: re.Match[str], other: re.Match[str]) -> bool:
    """Whether two firsts are of one rank and kind, or one of "such" a kind, and one leaves its subject to the other."""
    if one["rank"].lower() != other["rank"].lower():
        return False
    openings = [found.string[: found.start()] for found in (one, other)]
    if any(map(_SET_APART.search, openings)) or all(map(stems, openings)):
        return False
    kinds = [stems(found["what"]) for found in (one, other)]
    such = any("such" in found["what"].lower().split() for found in (one, other))
    return bool(shared(*kinds)) if such else kinds[0] == kinds[1] != frozenset()

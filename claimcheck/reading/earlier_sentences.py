"""Earlier states that a sentence of their own tells: "The roll has 730 names. A month ago it had been 690"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from attrs import evolve

from claimcheck.model import TIMES, Claim, Link
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import either

_APART = 2
"""Characters between two sentences that follow one another, in a paragraph or across a break."""
_FURTHEST = 20
"""How many times apart two states of one quantity may lie."""
_YEAR = 4
"""Characters of a day that is only known by its year: another election, another season."""
_NEAR = 60
"""Characters before a figure that are looked at."""
_HEDGE = r"(?: (?:about|some|only|just|over|nearly|almost|at least|at|a total of|fewer than|more than))* ?$"
_HAD = re.compile(rf"\bhad (?:\w+ly |first |then |still )?(?:{either('told of a figure before')}){_HEDGE}", re.IGNORECASE)
_WAS = re.compile(rf"\b(?:it|they|the (?:{either('names a total')}|rate)) (?:had )?(?:was|were|been|stood at){_HEDGE}", re.IGNORECASE)


def linked(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article in text order; a figure of today is linked to what the sentence tells, or the next one, that it had been.

    >>> from claimcheck.reading import extract
    >>> now, before = extract("The register holds 5,415 dead. A week ago it had been 5,210 dead.", "2026-03-09")
    >>> now.links == (Link("from", before.id),)
    True
    """
    found = list(claims)
    spans = [list(group) for _, group in groupby(range(len(found)), lambda at: found[at].sentence_span)]
    for number, here in enumerate(spans):
        for old in here:
            if _is_told_of_before(found[old]) and not _is_linked(found, old):
                levels = [at for at in (spans[number - 1] if number and _follow(found, spans, number) else ()) if _is_later(found, at, old)]
                levels = [at for at in here if at < old and _is_later(found, at, old)] or levels
                if len({found[at].value for at in levels}) == 1:
                    found[levels[-1]] = _with(found[levels[-1]], found[old])
    return found


def _follow(found: Sequence[Claim], spans: Sequence[Sequence[int]], number: int) -> bool:
    """Whether a sentence stands right behind the one before it with a figure."""
    last, first = found[spans[number - 1][0]].sentence_span[1], found[spans[number][0]].sentence_span[0]
    return first - last <= _APART


def _is_told_of_before(claim: Claim) -> bool:
    """Whether a figure is of an earlier day and its words tell no more than that."""
    if claim.kind in TIMES or claim.change or isinstance(claim.value, tuple) or claim.as_of is None or claim.as_of == claim.said_on:
        return False
    at = claim.span[0] - claim.sentence_span[0]
    ahead = claim.sentence[max(0, at - _NEAR) : at]
    return bool(_HAD.search(ahead) or _WAS.search(ahead))


def _is_linked(found: Sequence[Claim], old: int) -> bool:
    """Whether the text links a figure to the level that it led to already."""
    return any(link.claim == found[old].id for claim in found for link in claim.links if link.role in ("from", "revises"))


def _is_later(found: Sequence[Claim], at: int, old: int) -> bool:
    """Whether a figure is the same statistic, of a later day, of one noun and of a size."""
    a, b = found[at], found[old]
    if (a.kind, a.unit, a.measure) != (b.kind, b.unit, b.measure) or a.measure is None or a.change or isinstance(a.value, tuple):
        return False
    if a.as_of is None or b.as_of is None or a.as_of <= b.as_of or len(b.as_of) == _YEAR:
        return False
    nouns = {a.counted, b.counted}
    low, high = sorted((Decimal(str(a.value)), Decimal(str(b.value))))
    return (None in nouns or len(nouns) == 1 or nouns <= persons()) and low > 0 and high <= _FURTHEST * low


def _with(level: Claim, old: Claim) -> Claim:
    return evolve(level, links=(*level.links, Link("from", old.id)))

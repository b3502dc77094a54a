"""Which figures can be levels of one thing, and which of two is the lower one."""

from __future__ import annotations

from claimcheck.checks._figures import middle
from claimcheck.model import TIMES, Claim
from claimcheck.reading.relations.members import persons

_NO_LEVELS = (*TIMES, "ratio", "percent", "percentage_point", "basis_point", "temperature", "misprint")
"""Kinds of which nothing is a percentage."""
PLAIN = ("exact", "approximate")
"""The hedges of figures that a sum can be done with."""
Pair = tuple[Claim, Claim]


def are_levels(a: Claim, b: Claim) -> bool:
    """Whether two figures can be levels of one thing: neither is a part of the other."""
    if a.kind == "count" and a.measure != b.measure and None not in (a.measure, b.measure):
        return False
    return of_one_noun(a, b) and not any(link.claim in (a.id, b.id) for claim in (a, b) for link in claim.links if link.role != "from")


def is_level(claim: Claim) -> bool:
    """Whether a figure is one that a percentage can be of."""
    return claim.kind not in _NO_LEVELS and not isinstance(claim.value, tuple) and middle(claim) > 0 and claim.qualifier != "range"


def of_one_noun(a: Claim, b: Claim) -> bool:
    """Whether two figures count or measure one thing, as far as their nouns tell, and are not the same number."""
    if not in_one_unit(a, b) or middle(a) == middle(b):
        return False
    return a.kind != b.kind or a.counted == b.counted or None in (a.counted, b.counted) or {a.counted or "", b.counted or ""} <= persons()


def in_one_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures are in one unit, though one may leave out what it is per: "$800 a month ... $1,000"."""
    if a.kind == b.kind:
        return a.unit == b.unit
    rate, bare = (a, b) if a.kind == "rate" else (b, a)
    plain = rate.kind == "rate" and (bare.kind != "count" or bare.counted is None)
    return plain and (rate.unit or "").partition(" / ")[0] == bare.unit


def in_order(a: Claim, b: Claim) -> Pair:
    """Two figures, the smaller one first."""
    return (a, b) if middle(a) < middle(b) else (b, a)

"""The figure of the lead that a headline's figure is most likely to be, though it has another value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck import intervals
from claimcheck.checks._added_up import MOST, adds_up, of_lead
from claimcheck.checks._figures import ROUGHEST, middle
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._slips import factor, shape
from claimcheck.checks._sums import plainly
from claimcheck.comparing import same_quantity
from claimcheck.comparing.evidence import NEVER
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.take_up import clause
from claimcheck.model import Claim, Interval
from claimcheck.vocabulary import word_set

_SURELY, _DOUBTFUL, _TWICE = 1, 3, 2
"""How much doubt compare() may leave about the one figure of the lead; where it leaves some, how many times apart the two may be."""
_HALF = Decimal("0.5")
_THOUSAND = 1000
_WORDS = 2
"""Words that two sentences share at least."""
OPEN = ("at_least", "more_than", "at_most", "less_than", "almost")
"""Hedges that bound a figure on one side."""
_OLD = ("from", "revises", "change_from")
_NEAR = Decimal("0.03")
"""By how much of itself a headline's figure may miss the body's and still be taken for a rounder one."""


def doubt(claim: Claim, other: Claim) -> int:
    """How much doubt compare() leaves that two figures are of one quantity."""
    return same_quantity(claim, other).doubt


def is_too_fine(claim: Claim, other: Claim) -> bool:
    """Whether the headline's figure has more digits than the body's and is further off than a round number may be, and not far off."""
    if isinstance(claim.value, tuple) or isinstance(other.value, tuple) or (claim.kind, claim.unit) != (other.kind, other.unit):
        return False
    plain = claim.qualifier == other.qualifier == "exact" and claim.kind in ("count", "money", "rate")
    finer = intervals.place_value(middle(claim)) < intervals.place_value(middle(other))
    far = abs(middle(claim) - middle(other))
    return plain and finer and ROUGHEST * middle(other) < far < _HALF * middle(other)


def missed(claim: Claim, told: Sequence[Claim]) -> list[Claim]:
    """The figure of the lead that a figure nowhere borne out misses by a slip, else the likeliest one; none where neither is."""
    return list(_slips(claim, told))[:1] or _alone(claim, told)


def _slips(claim: Claim, told: Sequence[Claim]) -> Iterator[Claim]:
    """The figures of the lead that a figure nowhere borne out misses as a slip of the pen does, said of the same thing.

    A headline may add up what the body gives one by one.
    """
    alike = [other for other in told if (other.kind, other.unit) == (claim.kind, claim.unit) and not isinstance(other.value, tuple)]
    if isinstance(claim.value, tuple) or claim.kind == "duration" or claim.qualifier in OPEN or adds_up(claim, alike[:MOST]):
        return
    lead = of_lead(told)
    for other in alike:
        if other in lead and _is_slip(claim, other) and (_of_one_thing(claim, other) or _first_named(claim, other, alike)):
            yield other


def is_its_rate(other: Claim, claim: Claim) -> bool:
    """Whether the body gives the headline's figure as one of each: "Oil at $80", "$79.60 a barrel"; a headline leaves that out."""
    head = (other.unit or "").partition(" / ")[0]
    plain = other.kind == "rate" and head == claim.unit and not isinstance(claim.value, tuple)
    return plain and abs(middle(other) - middle(claim)) <= _NEAR * middle(claim)


def _alone(claim: Claim, told: Sequence[Claim]) -> list[Claim]:
    """The one figure of the lead that is most likely of the headline's quantity, where it is plainly another one and not far off."""
    if isinstance(claim.value, tuple) or adds_up(claim, [other for other in told if _is_level(claim, other)][:MOST]):
        return []
    alike = [other for other in of_lead(told) if _is_level(claim, other) and not _is_of_another_time(other)]
    if any(_is_in_another_currency(claim, other) for other in of_lead(told)):
        return []
    if any(abs(middle(other) - middle(claim)) <= _NEAR * middle(claim) for other in told if other.unit == claim.unit):
        return []
    found = _likeliest(claim, alike)
    old = any(link.role in _OLD for other in found for link in other.links)
    far = [other for other in found if abs(middle(other) - middle(claim)) > _NEAR * middle(other)]
    return far[:1] if far and not old and not intervals.agree(*map(_bounds, (claim, far[0]))) else []


def _likeliest(claim: Claim, alike: Sequence[Claim]) -> list[Claim]:
    """The figures of one value that compare() holds for the headline's quantity with the least doubt.

    Where some doubt remains, they must be the first of their unit in the body and near the headline's.
    """
    doubts = {other.id: doubt(claim, other) for other in alike if same_quantity(claim, other).level != "different"}
    least = min(doubts.values(), default=NEVER)
    found = [other for other in alike if doubts.get(other.id) == least]
    if len({middle(other) for other in found}) != 1 or least > _DOUBTFUL:
        return []
    first = found[0] is alike[0] and middle(claim) < _TWICE * middle(found[0]) < _TWICE * _TWICE * middle(claim)
    return found if least < _SURELY or (first and claim.qualifier == found[0].qualifier == "exact") else []


def _is_in_another_currency(claim: Claim, other: Claim) -> bool:
    return claim.kind == other.kind == "money" and claim.unit != other.unit


def _is_of_another_time(other: Claim) -> bool:
    """Whether a length of time is told of something that lasted before: "six years before that", "the last repair took eight months"."""
    words = re.findall(r"[a-z]+", clause(other).casefold())
    return other.kind == "duration" and not word_set("lasted before").isdisjoint(words)


def _is_level(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the body is a number of the headline's unit, told as much as a change as it is."""
    return (other.kind, other.unit, other.change) == (claim.kind, claim.unit, claim.change) and not isinstance(other.value, tuple)


def _bounds(claim: Claim) -> Interval:
    return claim.bounds or Interval(None, None, claim.unit or "")


def _is_slip(claim: Claim, other: Claim) -> bool:
    """Whether two figures differ by a digit or two swapped, or the headline's is the finer one and off by more than rounding."""
    one, another = plainly(middle(claim)), plainly(middle(other))
    return differ_by_a_slip(one, another) or (claim.kind == "money" and shape(claim, other) == "power") or is_too_fine(claim, other)


def _of_one_thing(claim: Claim, other: Claim) -> bool:
    """Whether headline and body count or measure one thing: by the statistic, by the noun, or by what else the sentences say."""
    if claim.change not in (None, other.change) or other.qualifier in OPEN or any(link.role in _OLD for link in other.links):
        return False
    if claim.measure is not None and other.measure is not None:
        return claim.measure == other.measure
    if None not in (claim.counted, other.counted) and claim.counted != other.counted:
        return False
    return len(shared(stems(claim.sentence), stems(other.sentence))) >= _WORDS


def _first_named(claim: Claim, other: Claim, alike: Sequence[Claim]) -> bool:
    """Whether a figure in a unit of its own is the first of the body in that unit, or its digits are the headline's a thousandfold."""
    if claim.change not in (None, other.change) or other.qualifier in OPEN:
        return False
    if claim.kind == "count" and same_quantity(claim, other).level == "different":
        return False
    return other is alike[0] or (shape(claim, other) == "power" and factor(claim, other) >= _THOUSAND)

"""Numbers that are the right ones but for a slip of the pen: a digit changed, lost or added, or two exchanged."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from claimcheck import intervals
from claimcheck.checks._figures import middle
from claimcheck.comparing.figures import are_exchanged
from claimcheck.model import Claim

_FINEST = Decimal("0.001")
_SINGLE = 1
"""The digits of numbers that differ by one digit all the time."""
_DIGITS = 9
"""Digits before the point of a percentage that anyone could have meant."""


def slipped(right: Decimal, share: Claim) -> bool:
    """Whether a percentage is the right one with one digit changed, lost or added, or two digits exchanged.

    >>> import claimcheck as cc
    >>> share = cc.extract("It fell 38 percent.")[0]
    >>> [slipped(Decimal(right), share) for right in ("28.6", "83.2", "3.1", "41")]
    [True, True, True, False]
    """
    stated = middle(share)
    place = intervals.place_value(stated) if "." in str(share.value) else Decimal(1)
    if place < _FINEST or abs(right - stated) <= place or right.adjusted() > _DIGITS or right < place:
        return False
    found = {str(right.quantize(place, rounding)) for rounding in (ROUND_DOWN, ROUND_HALF_UP)}
    return any(differ_by_a_slip(value, str(stated.quantize(place))) for value in found)


def differ_by_a_slip(right: str, stated: str) -> bool:
    """Whether one number is another with one digit changed, lost or added, or two neighbours swapped; of single digits none is.

    >>> differ_by_a_slip("27", "72"), differ_by_a_slip("174", "164"), differ_by_a_slip("9", "19"), differ_by_a_slip("131", "120")
    (True, True, True, False)
    """
    if max(len(text.replace(".", "").lstrip("0")) for text in (right, stated)) <= _SINGLE:
        return False
    if len(right) == len(stated):
        return (
            are_exchanged(right.replace(".", ""), stated.replace(".", ""), 2)
            or sum(x != y for x, y in zip(right, stated, strict=True)) == 1
        )
    short, long = sorted((right, stated), key=len)
    return len(long) - len(short) == 1 and any(long[:index] + long[index + 1 :] == short for index in range(len(long)))

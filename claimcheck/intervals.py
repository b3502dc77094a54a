"""What a stated number allows: the one home of interval semantics.

A number in prose stands for every value its writer could have meant by it. The digits set how wide that is, the hedge widens or
opens it. Two figures disagree only if no value lies in both.

Rules and their sources
- Digits. Half a unit of the last significant digit, ties upwards: the bounds of a reported decimal in statcheck (Nuijten et al. 2016,
  Behavior Research Methods 48) and scrutiny, the rectangular interval of GUM 4.3.7. "62,000" is [61,500, 62,500).
- Round numbers. Whether the zeros of "2,000" were counted is not written. A desk convention of this project: they never stand for
  more than a tenth of the value either way, so "2,000" is [1,800, 2,200) and not [1,500, 2,500).
- "about", "some", "roughly". How far speakers stretch them grows with the size and the roundness of the number (Ferson et al. 2015,
  International Journal of Approximate Reasoning 57). The width is a desk convention: a unit of the last significant digit, at least a
  fortieth and at most a tenth of the value, and never narrower than the bare number.
- "at least", "more than", "just over", "at most", "less than", "up to", "almost": one end open, as their words say; "almost" and
  "less than" exclude the number itself, so do "more than" and "just over". Strict logic.
- Ranges, and vague numbers ("dozens", "tens of thousands", which the vocabulary lists as ranges): their ends, included.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from functools import lru_cache

from claimcheck.model import Interval

Bounds = tuple[Decimal | None, Decimal | None, bool, bool]
"""(low, high, low excluded, high excluded); None is an open end."""

TENTH = Decimal("0.1")
FORTIETH = Decimal("0.025")
_NONE, _HALF, _ONE = Decimal(0), Decimal("0.5"), Decimal(1)
_DAY = re.compile(r"\d{4}-\d\d-\d\d$")
_ABOVE = ("at_least", "more_than")
_BELOW = ("at_most", "less_than", "almost")
_EXCLUDED = ("more_than", "less_than", "almost")


def of_value(value: Decimal | tuple[Decimal, Decimal], step: Decimal | None, qualifier: str) -> Bounds:
    """The bounds of a number as stated, in its own unit.

    `step` is the place value of the last significant digit as written (1000 for "62,000", 0.1 for "3.5"), None where the number is
    exact to the last unit. `qualifier` is a claim's qualifier. The rules and their sources stand at the top of this module.

    >>> of_value(Decimal(62000), Decimal(1000), "exact")
    (Decimal('61500.0'), Decimal('62500.0'), False, True)
    >>> of_value(Decimal(18000), Decimal(1000), "almost")
    (None, Decimal('18000'), False, True)
    >>> of_value(Decimal(700), Decimal(100), "approximate")
    (Decimal('630.0'), Decimal('770.0'), False, False)
    """
    low, high = sorted(value) if isinstance(value, tuple) else (value, value)
    if qualifier in _ABOVE:
        return low, None, qualifier in _EXCLUDED, False
    if qualifier in _BELOW:
        return None, high, False, qualifier in _EXCLUDED
    if isinstance(value, tuple):
        return low, high, False, False
    if qualifier == "approximate":
        half = about(value, step)
        return value - half, value + half, False, False
    half = rounding(value, step)
    if not half:
        return value, value, False, False
    negative = value < _NONE
    return value - half, value + half, negative, not negative


def rounding(value: Decimal, step: Decimal | None) -> Decimal:
    """How far a bare number may lie from the value behind it: half a unit of the last digit, a tenth of a number that ends in zeros.

    >>> rounding(Decimal(62000), Decimal(1000)), rounding(Decimal(2000), Decimal(1000)), rounding(Decimal(150), None)
    (Decimal('500.0'), Decimal('200.0'), Decimal('0'))
    """
    if step is None:
        return _NONE
    half = step * _HALF
    return min(half, abs(value) * TENTH) if step > _ONE else half


def about(value: Decimal, step: Decimal | None) -> Decimal:
    """How far a number with "about" may lie from the value behind it.

    >>> about(Decimal(340), Decimal(10)), about(Decimal(8300), Decimal(100))
    (Decimal('10'), Decimal('207.500'))
    """
    size = abs(value)
    stretch = max(min(step or _NONE, size * TENTH), size * FORTIETH)
    return max(stretch, rounding(value, step))


def place_value(value: Decimal) -> Decimal:
    """The place of the last digit that is not a zero to the left of the point: 100 for 18700, 0.01 for 2.50, 1 for 0.

    >>> place_value(Decimal("18700")), place_value(Decimal("2.50"))
    (Decimal('1E+2'), Decimal('0.01'))
    """
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    trimmed = value.normalize().as_tuple().exponent if value else 0
    return Decimal(1).scaleb(trimmed if isinstance(trimmed, int) else 0)


def agree(a: Interval, b: Interval) -> bool:
    """Whether some value lies in both; never where their units differ.

    >>> agree(Interval("40000", None, "count", low_open=True), Interval("40000", "40000", "count"))
    False
    """
    return a.unit == b.unit and not _lies_below(a, b) and not _lies_below(b, a)


def contains(outer: Interval, inner: Interval) -> bool:
    """Whether every value of `inner` lies in `outer`.

    >>> contains(Interval("300", None, "count"), Interval("310", "320", "count"))
    True
    """
    below = _reaches(outer.low, outer.low_open, inner.low, inner.low_open, 1)
    return outer.unit == inner.unit and below and _reaches(outer.high, outer.high_open, inner.high, inner.high_open, -1)


def scale(interval: Interval, factor: Decimal, unit: str) -> Interval:
    """The interval times a factor, in another unit; a negative factor swaps its ends.

    >>> scale(Interval("1", "2", "mile"), Decimal(-2), "x")
    Interval(low='-4', high='-2', unit='x', low_open=False, high_open=False)
    """
    low = None if interval.low is None else str(Decimal(interval.low) * factor)
    high = None if interval.high is None else str(Decimal(interval.high) * factor)
    if factor < 0:
        return Interval(high, low, unit, interval.high_open, interval.low_open)
    return Interval(low, high, unit, interval.low_open, interval.high_open)


def plus(a: Interval, b: Interval) -> Interval:
    """The interval of the sum of two figures of one unit.

    >>> plus(Interval("1", "2", "count"), Interval("10", None, "count", low_open=True))
    Interval(low='11', high=None, unit='count', low_open=True, high_open=False)
    """
    low = None if a.low is None or b.low is None else str(Decimal(a.low) + Decimal(b.low))
    high = None if a.high is None or b.high is None else str(Decimal(a.high) + Decimal(b.high))
    return Interval(low, high, a.unit, a.low_open or b.low_open, a.high_open or b.high_open)


def minus(a: Interval, b: Interval) -> Interval:
    """The interval of the difference of two figures of one unit.

    >>> minus(Interval("10", "12", "count"), Interval("1", "2", "count", high_open=True))
    Interval(low='8', high='11', unit='count', low_open=True, high_open=False)
    """
    return plus(a, scale(b, Decimal(-1), b.unit))


def times(a: Interval, b: Interval, unit: str) -> Interval:
    """The interval of the product of two figures that cannot be negative, in a unit of its own.

    >>> times(Interval("2", "3", "USD"), Interval("10", None, "count"), "USD")
    Interval(low='20', high=None, unit='USD', low_open=False, high_open=False)
    """
    low = None if a.low is None or b.low is None else str(Decimal(a.low) * Decimal(b.low))
    high = None if a.high is None or b.high is None else str(Decimal(a.high) * Decimal(b.high))
    return Interval(low, high, unit, a.low_open or b.low_open, a.high_open or b.high_open)


def over(a: Interval, b: Interval, unit: str) -> Interval:
    """The interval of the quotient of two figures that cannot be negative; no upper end where the divisor can be zero.

    >>> over(Interval("10", "20", "count"), Interval("2", "5", "count"), "dimensionless")
    Interval(low='2', high='10', unit='dimensionless', low_open=False, high_open=False)
    """
    low = None if a.low is None or b.high is None or not Decimal(b.high) else str(Decimal(a.low) / Decimal(b.high))
    high = None if a.high is None or b.low is None or Decimal(b.low) <= 0 else str(Decimal(a.high) / Decimal(b.low))
    return Interval(low, high, unit, a.low_open or b.high_open, a.high_open or b.low_open)


def whole(interval: Interval) -> Interval:
    """The interval of the whole numbers in an interval, as of people, who come in ones.

    >>> whole(Interval("61500", "62500", "count", high_open=True))
    Interval(low='61500', high='62499', unit='count', low_open=False, high_open=False)
    """
    low = None if interval.low is None else Decimal(interval.low).to_integral_value(ROUND_CEILING)
    high = None if interval.high is None else Decimal(interval.high).to_integral_value(ROUND_FLOOR)
    if low is not None and interval.low_open and low == Decimal(interval.low or 0):
        low += 1
    if high is not None and interval.high_open and high == Decimal(interval.high or 0):
        high -= 1
    if low is not None and high is not None and low > high:
        return interval
    return Interval(None if low is None else f"{low:f}", None if high is None else f"{high:f}", interval.unit)


def _lies_below(a: Interval, b: Interval) -> bool:
    if a.high is None or b.low is None:
        return False
    high, low = number(a.high), number(b.low)
    return high < low or (high == low and (a.high_open or b.low_open))


def _reaches(outer: str | None, outer_open: bool, inner: str | None, inner_open: bool, sign: int) -> bool:
    """Whether an outer end lies at or beyond an inner one; sign is 1 for low ends and -1 for high ends."""
    if outer is None or inner is None:
        return outer is None
    far, near = number(outer) * sign, number(inner) * sign
    return far < near or (far == near and (inner_open or not outer_open))


@lru_cache(maxsize=8192)
def number(end: str) -> Decimal:
    """An end of an interval as a number; days count from the start of the calendar.

    >>> number("2024-03-01") - number("2024-02-28"), number("2.50")
    (Decimal('2'), Decimal('2.50'))
    """
    return Decimal(date.fromisoformat(end).toordinal()) if _DAY.match(end) else Decimal(end)

"""How a figure and the figure of a reference row stand to each other, whatever their days: one in the other's unit, agreement, size."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from attrs import evolve

from claimcheck import intervals
from claimcheck.comparing.figures import are_exchanged, digits_of, named
from claimcheck.model import Claim, Interval, Row
from claimcheck.reading import units

UNDATED = Decimal("0.02")
"""How far a figure may lie from a row without a day: it speaks for some day, and most statistics move less than this in a year. A
convention of this project."""

_APART = Decimal(20)
"""How many times one figure may be the other before they are rather two quantities than two figures. A convention of this project."""

_SLIPS = (Decimal(1000), Decimal("0.001"), Decimal(1_000_000), Decimal("0.000001"))
_FACTOR = Decimal("1.5")
"""How many times one figure may be the other where their size is to show that they are figures for one thing."""

_SMALL = 100
"""Counts below this are exact where no hedge stands by them. A convention of this project."""

_HALF = Decimal("0.5")
_STEP = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,15})?")
_FOUR_DECIMALS = Decimal("0.0001")
_DIGITS = 20
"""Digits of a number beyond which no decimals are kept."""
_MEASURED, _TELLING = ("length", "area", "mass", "volume"), 4
"""Kinds of what lies there to be measured, and digits from which two that are exchanged are a slip and no other survey."""


def as_temperature(claim: Claim, row: Row) -> Claim:
    """ "48 degrees" beside a temperature as one of the row's scale."""
    if claim.unit != "degree" or row.kind != "temperature" or row.unit is None or not isinstance(claim.value, str):
        return claim
    value = Decimal(claim.value)
    low, high, *opened = intervals.of_value(value, intervals.place_value(value), claim.qualifier)
    first, last = (None if end is None else str(units.base_value(end, row.unit)[0]) for end in (low, high))
    bounds = Interval(first, last, units.base_value(value, row.unit)[1], *opened)
    return evolve(claim, kind="temperature", unit=row.unit, bounds=bounds)


def difference(claim: Claim, row: Row) -> tuple[str | None, str | None]:
    """How far a figure lies from a row's: in the row's unit, and as a fraction of the row's figure; None where either is a range or a date.

    Both are decimal strings, rounded to four decimals.
    """
    if row.kind == "date" or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return None, None
    stated, given = Decimal(claim.value), Decimal(row.value)
    if claim.unit != row.unit and not is_bare(claim):
        if claim.unit is None or row.unit is None or units.kind_of(claim.unit) != units.kind_of(row.unit):
            return None, None
        stated = units.convert(stated, claim.unit, row.unit)
    relative = (stated - given) / abs(given) if given else None
    return _decimals(stated - given), None if relative is None else _decimals(relative)


def is_bare(claim: Claim) -> bool:
    """Whether a figure stands without unit or noun ("GDP was 23,450,000,000"): it may be of any unit."""
    return claim.kind == "count" and claim.counted is None


@lru_cache(maxsize=4096)
def interval(row: Row, bare: bool = False) -> Interval | None:
    """The row's figure in its kind's base unit, None for a date; for a bare number in the row's own.

    A figure whose row calls it approximate is as wide as a reporter's "about"; one told to a step (18 in a column of thousands) lies
    within half of it.
    """
    if row.kind == "date":
        return None
    low, high = (Decimal(end) for end in (row.value if isinstance(row.value, tuple) else (row.value, row.value)))
    if row.precision in ("approx", "approximate", "about"):
        low, high = (low - intervals.about(low, intervals.place_value(low)), high + intervals.about(high, intervals.place_value(high)))
    half = Decimal(str(row.precision)) / 2 if is_told_to_a_step(row) else 0
    low, high = low - half, high + half
    if bare or row.unit in (None, "count"):
        return Interval(str(low), str(high), "count")
    ends = (units.base_value(low, str(row.unit)), units.base_value(high, str(row.unit)))
    return Interval(str(ends[0][0]), str(ends[1][0]), ends[0][1])


def is_told_to_a_step(row: Row) -> bool:
    """Whether a row says to which step its figure is rounded."""
    return _STEP.fullmatch(row.precision or "") is not None


def without_step(row: Row) -> Row:
    """The row without the step of its figure, for what is worked out from it."""
    return evolve(row, precision=None) if is_told_to_a_step(row) else row


def comparable(claim: Claim, row: Row) -> bool:
    """Whether two figures are of a size at all, or apart by a slip of the scale word (million for billion)."""
    _, relative = difference(claim, row)
    if relative is None:
        return True
    times = 1 + Decimal(relative)
    return 1 / _APART < times < _APART or any(1 / _FACTOR < times / slip < _FACTOR for slip in _SLIPS)


def of_one_size(claim: Claim, row: Row) -> bool:
    """Whether two figures are so near in size that they are two figures for one thing."""
    _, relative = difference(claim, row)
    return relative is not None and 1 / _FACTOR < 1 + Decimal(relative) < _FACTOR


def agreement(claim: Claim, row: Row) -> str | None:
    """supported or rounding where the figures agree, else None. A hedged figure in another unit than the row's agrees by its hedge.

    With a row that is told to a step, a finer figure agrees by rounding.
    """
    stated, given = _named(claim), interval(row, is_bare(claim))
    if stated is None or given is None or _is_misprinted(claim, row):
        return None
    if is_told_to_a_step(row):
        return agreement(claim, without_step(row)) or ("rounding" if _agree(stated, given) else None)
    if _equal(claim, row) or (claim.qualifier in ("exact", "at_least", "more_than", "at_most", "less_than") and _agree(stated, given)):
        return "supported"
    if _agree(stated, given):
        value = _exact(claim) if claim.unit == row.unit else None
        return "supported" if value is not None and intervals.agree(value, given) else "rounding"
    return "rounding" if not row.as_of and _close(stated, given) else None


def _is_misprinted(claim: Claim, row: Row) -> bool:
    """Whether two of four digits or more are exchanged, a slip however wide the row's figure may be: 5,985 for about 5,895."""
    if (
        claim.kind not in _MEASURED
        or claim.qualifier != "exact"
        or not isinstance(claim.value, str)
        or not isinstance(row.value, str)
        or claim.unit != row.unit
    ):
        return False
    power = Decimal(claim.value).adjusted() == Decimal(row.value).adjusted()
    return power and are_exchanged(digits_of(claim.value), digits_of(row.value), _TELLING)


def _named(claim: Claim) -> Interval | None:
    """The values a claim names; a count below a hundred is exact: nobody rounds 32 members to 30 without a word that says so.

    Nor 18.6 percent to 20: a percentage is told to the nearest whole at least.
    """
    if claim.qualifier == "exact" and _is_small(claim):
        return Interval(str(claim.value), str(claim.value), "count")
    if claim.qualifier == "exact" and claim.unit == "percent" and isinstance(claim.value, str) and _is_round(Decimal(claim.value)):
        return _to_the_nearest_whole(claim)
    return named(claim)


def _to_the_nearest_whole(claim: Claim) -> Interval | None:
    value, bounds = Decimal(str(claim.value)), claim.bounds
    if bounds is None or bounds.low is None or Decimal(bounds.low) >= value - _HALF:
        return named(claim)
    return Interval(str(value - _HALF), str(value + _HALF), bounds.unit)


def _is_small(claim: Claim) -> bool:
    return claim.kind == "count" and claim.unit == "count" and isinstance(claim.value, str) and abs(Decimal(claim.value)) < _SMALL


def holds(claim: Claim, row: Row) -> bool:
    """Whether the figure is true of the row in strict logic: "at least 5" of 2,977."""
    given = interval(row, is_bare(claim))
    stated = _named(claim) if _is_small(claim) and claim.qualifier == "exact" else claim.bounds
    return stated is not None and given is not None and _agree(stated, given)


def _agree(stated: Interval, given: Interval) -> bool:
    return stated.unit == given.unit and intervals.agree(stated, given)


def _equal(claim: Claim, row: Row) -> bool:
    if not isinstance(claim.value, str) or not isinstance(row.value, str):
        return claim.value == row.value
    return (claim.unit == row.unit or is_bare(claim)) and Decimal(claim.value) == Decimal(row.value)


def _exact(claim: Claim) -> Interval | None:
    """The interval of the claim's digits without its hedge."""
    if not isinstance(claim.value, str) or claim.bounds is None:
        return None
    value = Decimal(claim.value)
    low, high, _, _ = intervals.of_value(value, None if _is_small(claim) else intervals.place_value(value), "exact")
    if low is None or high is None:
        return None
    if claim.unit is None or claim.bounds.unit == claim.unit:
        return Interval(str(low), str(high), claim.bounds.unit)
    ends = (units.base_value(low, claim.unit)[0], units.base_value(high, claim.unit)[0])
    return Interval(str(ends[0]), str(ends[1]), claim.bounds.unit)


def _close(stated: Interval, given: Interval) -> bool:
    """Whether a figure lies within the tolerance for rows without a day."""
    ends = [Decimal(end) for end in (stated.low, stated.high) if end is not None]
    middle = [Decimal(end) for end in (given.low, given.high) if end is not None]
    if stated.unit != given.unit or not ends or not middle:
        return False
    return any(abs(end - middle[0]) <= abs(middle[0]) * UNDATED for end in ends)


def _is_round(percentage: Decimal) -> bool:
    """Whether a percentage is a multiple of ten."""
    return percentage.adjusted() < _DIGITS and percentage % 10 == 0


def _decimals(number: Decimal) -> str:
    long = number.adjusted() > _DIGITS
    return format(number.to_integral_value() if long else number.quantize(_FOUR_DECIMALS).normalize(), "f")

"""How two figures of one quantity stand to each other: the same, one the rounding of the other, or apart."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache

from claimcheck.comparing.facts import fact, fact_of_two
from claimcheck.intervals import TENTH, agree, number, of_value, place_value
from claimcheck.model import Claim, Interval
from claimcheck.reading.frozen import frozen
from claimcheck.reading.units import base_value

_TWELVE_DIGITS = Context(prec=12)
_NONE = Decimal(0)
_THOUSANDS = frozenset((Decimal(10**3), Decimal(10**6), Decimal(10**9)))
_QUARTER = Decimal("0.25")
_HUNDRED = 100
"""Below it things are counted one by one. A convention of this project."""
_HUNDREDTH = Decimal("0.01")
_HALF_A_UNIT = Decimal("0.5")
_SPECIFIC = 3
"""Significant digits from which a figure is hardly equal to another quantity's by chance. A convention of this project."""
_ROUNDED = 10_000
"""From where a figure in prose may be rounded to few digits. A convention of this project."""
_LOWER = ("at_least", "more_than")
_UPPER = ("at_most", "less_than", "almost")
_VAGUE = ("approximate", "almost")


@frozen
class Figures:
    """`standing` is same, rounding or apart; `direction` up or down from the first to the second figure, None where that is not known."""

    standing: str
    direction: str | None


def compared(a: Claim, b: Claim, moved: bool) -> Figures:
    """The figures of two claims; `moved` says that the quantity may have changed between their days.

    Where it may have moved, a figure is the rounding of another only if it is plainly the coarser one (2,000 for 2,059): 2,900 and then
    3,000 is news, though 2,900 rounds to 3,000.
    """
    stands = standing(a, b, moved)
    return Figures(stands, None if stands == "same" else _direction(a, b))


def standing(a: Claim, b: Claim, moved: bool) -> str:
    """How two figures stand to each other, see `compared`: same, rounding or apart."""
    stands = _standing(a, b)
    return "apart" if moved and stands == "rounding" and not _coarser(a, b) else stands


@fact_of_two
def _standing(a: Claim, b: Claim) -> str:
    """How two figures of a quantity that does not move stand to each other."""
    if a.unit == b.unit and _stated(a) == _stated(b):
        return "same"
    one, other = named(a), named(b)
    return "rounding" if one is not None and other is not None and agree(one, other) and not _counted_one_by_one(a, b) else "apart"


def _counted_one_by_one(a: Claim, b: Claim) -> bool:
    """Whether two different counts are so small and so plainly said that neither is a round number for the other: 49 seats, 50 seats."""
    return all(claim.kind == "count" and claim.qualifier == "exact" and _is_small(claim) for claim in (a, b))


def _is_small(claim: Claim) -> bool:
    return isinstance(claim.value, str) and abs(Decimal(claim.value)) < _HUNDRED and Decimal(claim.value) % 1 == 0


def converted(a: Claim, b: Claim) -> Figures:
    """The figures of a conversion in brackets: the digits decide, since the hedge ("under 40 miles (64.4 kilometres)") is not repeated.

    Between two currencies only an exchange rate could tell; they pass as roundings.
    """
    one, other = _digits_in_base(a), _digits_in_base(b)
    if one is None or other is None:
        return compared(a, b, moved=False)
    if one.unit != other.unit:
        return Figures("rounding", None)
    return Figures("rounding" if agree(one, other) else "apart", _direction(a, b))


def _digits_in_base(claim: Claim) -> Interval | None:
    """What the digits of a figure allow without its hedge, in its kind's base unit."""
    if not isinstance(claim.value, str) or not _is_number(claim) or claim.unit is None or claim.bounds is None:
        return None
    value = Decimal(claim.value)
    low, high, _, _ = of_value(value, place_value(value), "exact")
    if low is None or high is None or claim.unit == "count":
        return None
    ends = [base_value(end, claim.unit) for end in (low, high)]
    return Interval(str(ends[0][0]), str(ends[1][0]), ends[0][1])


@fact
def named(claim: Claim) -> Interval | None:
    """The values a claim names, its open end closed where a reporter would have named the next round number.

    "More than 200" stands for 200 to 300 at most: whoever knew of 1,000 would not have said it. The open side ends at the next unit of
    the last significant digit, no further than a quarter of the value ("more than"), a tenth ("almost", "up to"). A desk convention;
    strict logic has no such end (see claimcheck.intervals).
    """
    bounds = claim.bounds
    if bounds is None or not _is_number(claim):
        return bounds
    if claim.qualifier in _LOWER and bounds.low is not None:
        low = Decimal(bounds.low)
        return Interval(bounds.low, str(low + _stretch(claim, low, _QUARTER)), bounds.unit, False, True)
    if claim.qualifier in _UPPER and bounds.high is not None:
        high = Decimal(bounds.high)
        return Interval(str(high - _stretch(claim, high, TENTH)), bounds.high, bounds.unit, True, False)
    return bounds


def _stretch(claim: Claim, end: Decimal, most: Decimal) -> Decimal:
    value = Decimal(claim.value if isinstance(claim.value, str) else claim.value[0])
    share = place_value(value) / abs(value) if value else Decimal(1)
    return abs(end) * min(share, most)


@fact_of_two
def times_apart(a: Claim, b: Claim) -> Decimal | None:
    """How many times the larger figure is the smaller one, at their nearest ends.

    None for dates, where one is nothing, and where they differ only in their zeros (million for billion), which is a slip. Magnitudes are
    logarithms: half a unit is another quake.
    """
    if named(a) is None or named(b) is None or not _is_number(a) or "0" in (a.value, b.value):
        return None
    if _plain_digits(a) == _plain_digits(b) and (significant(a) > 1 or a.document == b.document):
        return None
    small, large = _ends(a), _ends(b)
    if large < small:
        small, large = large, small
    if not small[-1] or not large[0]:
        return None
    if a.kind == "magnitude":
        return Decimal(1) + (large[0] - small[-1]) / _HALF_A_UNIT
    return large[0] / small[-1]


def are_thousands_apart(a: Claim, b: Claim) -> bool:
    """Whether two figures of one unit have the same digits, two at least, and differ by thousands: million for billion, not 12 and 120.

    >>> from claimcheck.reading import extract
    >>> a, b, c = extract("It cost $2.5 million, $2.5 billion and $25 million.")
    >>> are_thousands_apart(a, b), are_thousands_apart(a, c)
    (True, False)
    """
    if a.unit != b.unit or not _plain_digits(a) or _plain_digits(a) != _plain_digits(b) or significant(a) == 1 or not _is_number(a):
        return False
    small, large = sorted(abs(Decimal(str(claim.value))) for claim in (a, b))
    return large / small in _THOUSANDS


def lower(a: Claim, b: Claim) -> bool:
    """Whether the second figure lies below the first."""
    return named(a) is not None and named(b) is not None and _ends(b) < _ends(a)


@fact
def _ends(claim: Claim) -> tuple[Decimal, ...]:
    """How far from zero the ends of what a claim names lie, the nearer one first."""
    interval = named(claim)
    ends = (interval.low, interval.high) if interval is not None else ()
    return tuple(sorted([abs(number(end)) for end in ends if end is not None])) or (_NONE,)


def significant(claim: Claim) -> int:
    """How many digits a figure has between its zeros, at least one; of a range those of its upper end.

    >>> from claimcheck.reading import extract
    >>> [significant(claim) for claim in extract("It has 1,050 rooms, 2,000 beds and 30 to 45 cooks.")]
    [3, 1, 2]
    """
    return max(1, len(digits_of(claim.value if isinstance(claim.value, str) else claim.value[1])))


def is_specific(claim: Claim) -> bool:
    """Whether a figure has so many digits that it is hardly equal to another quantity's by chance: "3.14 percent", not "12 percent"."""
    return isinstance(claim.value, str) and significant(claim) >= _SPECIFIC


@lru_cache(maxsize=8192)
def digits_of(value: str) -> str:
    """The digits of a decimal string without the zeros around them.

    >>> digits_of("0.0250"), digits_of("-1300")
    ('25', '13')
    """
    return value.replace(".", "").strip("0-")


def as_precise(value: str, other: str) -> str:
    """A figure rounded as another one is: to as many digits as a large one has, to the whole where that has no decimals.

    >>> as_precise("5840000", "8500000"), as_precise("8848.86", "8489"), as_precise("208", "120")
    ('5800000', '8849', '208')
    """
    wanted = len(digits_of(other)) if abs(Decimal(other)) >= _ROUNDED else max(1, len(value.partition(".")[0]))
    if "." in other or len(digits_of(value)) <= wanted or wanted == 0:
        return value
    return format(Context(prec=wanted).create_decimal(value), "f")


def are_exchanged(one: str, other: str, least: int = _SPECIFIC) -> bool:
    """Whether two strings of so many digits at least differ by two neighbouring digits that changed places.

    >>> are_exchanged("1632", "1362"), are_exchanged("1632", "1263"), are_exchanged("16", "61")
    (True, False, False)
    """
    if len(one) != len(other) or len(one) < least:
        return False
    at = [index for index, (x, y) in enumerate(zip(one, other, strict=True)) if x != y]
    return len(at) == 2 and at[1] == at[0] + 1 and (one[at[0]], one[at[1]]) == (other[at[1]], other[at[0]])


def are_swapped(a: Claim, b: Claim) -> bool:
    """Whether two figures in one unit differ by two neighbouring digits that changed places, over a decimal point too: 61.9 and 69.1."""
    one, other = str(a.value), str(b.value)
    return a.unit == b.unit and one.find(".") == other.find(".") and are_exchanged(one.replace(".", ""), other.replace(".", ""))


@fact
def _plain_digits(claim: Claim) -> str:
    return digits_of(claim.value) if isinstance(claim.value, str) else ""


@fact
def _stated(claim: Claim) -> str | Decimal | tuple[str, str]:
    return Decimal(claim.value) if _is_number(claim) and isinstance(claim.value, str) else claim.value


def _is_number(claim: Claim) -> bool:
    return claim.kind not in ("date", "year")


@fact
def _digits(claim: Claim) -> int:
    value = Decimal(claim.value if isinstance(claim.value, str) else claim.value[1])
    return len(value.normalize().as_tuple().digits)


def _coarser(a: Claim, b: Claim) -> bool:
    """Whether one figure is written so much rounder than the other that it may stand for it on another day."""
    if not _is_number(a) or isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.unit != b.unit:
        return True
    gap = _digits(a) - _digits(b)
    rounder = b if gap > 0 else a
    if abs(gap) > 1 or (gap and rounder.qualifier in _VAGUE):
        return True
    one, other = Decimal(a.value), Decimal(b.value)
    return gap != 0 and abs(one - other) <= max(abs(one), abs(other)) * _HUNDREDTH


def _direction(a: Claim, b: Claim) -> str | None:
    """Whether the second figure is the higher or the lower one."""
    base, new = _in_base(a), _in_base(b)
    return None if base is None or new is None or base == new else "up" if new > base else "down"


def change(a: Claim, b: Claim) -> tuple[str | None, str | None]:
    """How much the second figure is above the first, in its unit and as a share of it; a range counts by its middle."""
    base, new = _in_base(a), _in_base(b)
    if base is None or new is None:
        return None, None
    one, other = _middle(a), _middle(b)
    relative = (new - base) / abs(base) if base else None
    absolute = other - one if a.unit == b.unit else relative * abs(one) if relative is not None else None
    return _plain(absolute), _plain(relative)


def _middle(claim: Claim) -> Decimal:
    if isinstance(claim.value, tuple):
        return (Decimal(claim.value[0]) + Decimal(claim.value[1])) / 2
    return Decimal(claim.value)


@fact
def _in_base(claim: Claim) -> Decimal | None:
    """The figure in its kind's base unit, read off its bounds; None for dates."""
    bounds = claim.bounds
    if bounds is None or not _is_number(claim):
        return None
    if bounds.low is not None and bounds.high is not None:
        return (number(bounds.low) + number(bounds.high)) / 2
    end = bounds.low if bounds.low is not None else bounds.high
    return None if end is None else number(end)


def _plain(number: Decimal | None) -> str | None:
    """The number to twelve significant digits, without an exponent."""
    return None if number is None else format(_TWELVE_DIGITS.plus(number).normalize(), "f")

"""Does an average or a rate fit the total and the number it was taken from?

What it asks. "12 million euros for 400 homes, or 30,000 euros each", "360 miles in 30 days, an average of 12 miles a
day": the average times the number must be able to be the total, within digits and hedges.

Why it matters. The division is done once, and the total is updated later.

An example that speaks:

    The state paid 12 million euros for 400 homes, or 40,000 euros each.   -> inconsistent: 400 times 40,000 is 16 million

An example that is silent:

    The state paid 12 million euros for 400 homes, or 30,000 euros each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import ROUGHEST, ROUNDED_FROM, amount, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import units

_NAME = "average-or-rate"
_VAGUE = ("approximate", "almost")
_MANY = re.compile(r"(\d+)(?: \w+)?")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every average that stands with its total and its number."""
    for each, found in linked(case, "average_of", "average_over"):
        total, number = found["average_of"][0], found["average_over"][0]
        over = _in(number, _below(each))
        unit = _above(each)
        whole = _in(total, unit)
        if over is None or whole is None or any(isinstance(claim.value, tuple) for claim in (each, total, number)):
            continue
        right = middle(each) * over
        said = f"{rounded(over)} times {each.surface} is {amount(right * middle(total) / whole, total)}, the text says {total.surface}"
        counted = number.kind == "count" and number.qualifier == "exact" and middle(number) < ROUNDED_FROM
        times = Interval(str(over), str(over), "") if counted else _around(number, over)
        made = intervals.times(_around(each, middle(each)), times, "")
        if intervals.agree(made, _around(total, whole)):
            yield consistent(_NAME, each, [total, number], said, rounding=right != whole)
        else:
            yield inconsistent(_NAME, each, [total, number], said)


def _above(each: Claim) -> str:
    """The unit that an average counts: the mile of "mile / day", the euro of "30,000 euros each"."""
    return (each.unit or "").partition(" / ")[0]


def _below(each: Claim) -> str | None:
    """What an average is taken over: the day of "mile / day"; None for "each"."""
    return (each.unit or "").partition(" / ")[2] or None


def _in(claim: Claim, unit: str | None) -> Decimal | None:
    """The value of a figure in a unit, None where it measures something else; a count is a number of whatever it counts.

    Of people it is so many hundred thousands, where a rate is per 100,000 of them.
    """
    many = _MANY.fullmatch(unit or "")
    if many and claim.kind == "count":
        return middle(claim) / Decimal(many[1])
    if claim.kind == "count" or claim.unit == unit:
        return middle(claim) if unit is None or claim.unit == unit or claim.counted in (unit, None) else None
    if unit is None or units.named(unit) is None or units.named(claim.unit or "") is None:
        return None
    one, other = units.named(claim.unit or ""), units.named(unit)
    return (
        units.convert(middle(claim), claim.unit or "", unit) if one and other and (one.kind, one.base) == (other.kind, other.base) else None
    )


def _around(claim: Claim, value: Decimal) -> Interval:
    """What the digits and the hedge of a figure allow of a value that was worked out from it."""
    stated = middle(claim)
    vague = claim.qualifier in _VAGUE
    place = min(intervals.place_value(stated), 2 * abs(stated) * ROUGHEST) * (value / stated if stated else 1)
    low, high, low_open, high_open = intervals.of_value(value, place, "approximate" if vague else "exact")
    return Interval(None if low is None else str(low), None if high is None else str(high), "", low_open, high_open)

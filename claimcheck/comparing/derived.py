"""Figures that follow from rows: sums over a period, changes, multiples, sums per head; each with the line by which one can redo it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, frozen

from claimcheck import days, intervals
from claimcheck.comparing.row_days import running_total
from claimcheck.comparing.row_figures import without_step
from claimcheck.comparing.stretches import covered
from claimcheck.comparing.time import course
from claimcheck.model import Claim, Row
from claimcheck.wording import day_of, number, row_value

_ROUNDED = 3
"""Significant digits up to which a figure of a table counts as rounded."""
_LATE = 3
"""Days by which a table may lag behind the end of a period that runs up to publication."""
_NIGHT = re.compile(r"\b(?:over)?night\b", re.IGNORECASE)
_HUNDRED = Decimal(100)
_OF_FRACTION = (Decimal("0.9"), Decimal(1), Decimal("1.1"))
"""How loosely a rise "by a fifth" is meant. A convention of this project."""
_DECIMALS = Decimal("0.01")


@frozen
class Derivation:
    """A figure that follows from rows, as a row of its own (a range where the rows are rounded), and how: "840 - 640 = 200"."""

    row: Row
    rows: tuple[Row, ...]
    line: str


def changed(claim: Claim, new: Row, old: Row) -> Derivation | None:
    """What a claim of a change, a difference or a multiple should say, from the rows of its two days; None where they do not allow it."""
    if not isinstance(new.value, str) or not isinstance(old.value, str) or new.unit != old.unit or not Decimal(old.value):
        return None
    one, other = _spread(new), _spread(old)
    sign = -1 if claim.change == "decrease" else 1
    said = f"from {row_value(old)} ({day_of(old)}) to {row_value(new)} ({day_of(new)})"
    if claim.kind == "percent":
        ends = [sign * (Decimal(a) / Decimal(b) - 1) * _HUNDRED for a in one for b in other if Decimal(b)]
        return _derived(new, "percent", "percent", ends, (new, old), f"{said}", " percent")
    if claim.kind == "ratio" and claim.change is not None:
        ends = [sign * (Decimal(a) / Decimal(b) - 1) * loose for a in one for b in other if Decimal(b) for loose in _OF_FRACTION]
        return _derived(new, "ratio", "dimensionless", ends, (new, old), f"{said}", " of the earlier figure")
    if claim.kind == "ratio":
        ends = [Decimal(a) / Decimal(b) for a in one for b in other if Decimal(b)]
        return _derived(new, "ratio", "dimensionless", ends, (new, old), f"{said}", " times")
    unit, kind = ("percentage_point", "percentage_point") if new.kind == "percent" else (new.unit, new.kind)
    if claim.kind != kind:
        return None
    ends = [sign * (Decimal(a) - Decimal(b)) for a in one for b in other]
    return _derived(new, kind, unit, ends, (new, old), f"{said}", _shown(unit))


def per_head(total: Row, people: Row) -> Derivation | None:
    """A sum or a count divided by a population."""
    if not isinstance(total.value, str) or not isinstance(people.value, str) or not Decimal(people.value):
        return None
    ends = [Decimal(a) / Decimal(b) for a in _spread(total) for b in _spread(people)]
    said = f"{row_value(total)} by {row_value(people)} people"
    return _derived(total, "rate", f"{total.unit} / person", ends, (total, people), said, f" {total.unit} a head")


def each(total: Row, counted: Row) -> Derivation | None:
    """A sum or a count divided by what another column counts: revenue by stores."""
    if not isinstance(total.value, str) or not isinstance(counted.value, str) or not Decimal(counted.value):
        return None
    ends = [Decimal(a) / Decimal(b) for a in _spread(total) for b in _spread(counted) if Decimal(b)]
    said = f"{row_value(total)} by {row_value(counted)} {counted.measure}"
    return _derived(total, total.kind, str(total.unit), ends, (total, counted), said, _shown(total.unit))


def share(part: Row, whole: Row) -> Derivation | None:
    """How many percent one row is of another."""
    if not isinstance(part.value, str) or not isinstance(whole.value, str) or part.unit != whole.unit or not Decimal(whole.value):
        return None
    ends = [Decimal(a) / Decimal(b) * _HUNDRED for a in _spread(part) for b in _spread(whole) if Decimal(b)]
    said = f"{part.measure} {row_value(part)} of {whole.measure} {row_value(whole)}"
    return _derived(part, "percent", "percent", ends, (part, whole), said, " percent")


def summed(claim: Claim, dated: Sequence[Row]) -> tuple[Derivation, ...]:
    """What a count over the claim's period should be: the sum of the rows of its days, or how far a running total went up in them.

    Several where the table's days may be cut in two ways (a total "as of Tuesday" may be of Tuesday morning), none where rows are missing.
    """
    stretch = covered(claim)
    if stretch is None or not dated or any(not isinstance(row.value, str) for row in dated):
        return ()
    start, end = stretch
    moves = course(claim, claim) in ("flow", "grows")
    if dated[0].course == "total" or (dated[0].course is None and moves and running_total(dated)):
        return tuple(found for late in (0, 1) if (found := _rise(dated, start + timedelta(late - 1), end + timedelta(late))) is not None)
    if dated[0].course != "flow" and not moves:
        return ()
    if (end - start).days == 1 and _NIGHT.search(claim.sentence):
        return tuple(found for night in (end, start) if (found := _sum(dated, night, night)) is not None)
    lags = claim.said_on and end >= days.last_day(claim.said_on) and (end - start).days > _LATE
    late = range(_LATE + 1 if lags else 1)
    return tuple(found for days_late in late if (found := _sum(dated, start, end - timedelta(days_late))) is not None)


# ------------------------------------------------------------------------------------------------ sums


def _sum(dated: Sequence[Row], start: date, end: date) -> Derivation | None:
    """The sum of the rows that lie in a period, where they fill it: a declared flow is nothing on days without a row."""
    inside = [row for row in dated if start <= days.first_day(str(row.as_of)) and days.last_day(str(row.as_of)) <= end]
    if len(inside) < 2:
        return None
    if dated[0].course == "flow":
        filled = days.first_day(str(dated[0].as_of)) <= start and days.last_day(str(dated[-1].as_of)) >= end
    else:
        edges = days.first_day(str(inside[0].as_of)) == start and days.last_day(str(inside[-1].as_of)) == end
        filled = edges and all(days.first_day(str(b.as_of)) <= days.last_day(str(a.as_of)) + timedelta(1) for a, b in pairwise(inside))
    if not filled:
        return None
    total = sum(Decimal(str(row.value)) for row in inside)
    line = f"the sum of {len(inside)} rows from {day_of(inside[0])} to {day_of(inside[-1])} is {number(str(total))}"
    row = evolve(without_step(inside[-1]), value=str(total))
    return Derivation(row, (inside[0], inside[-1]), line)


def _rise(dated: Sequence[Row], before: date, last: date) -> Derivation | None:
    """How far a running total went up from one day to another, where it has a row for both."""
    by_day = {days.last_day(str(row.as_of)): row for row in dated}
    old, new = by_day.get(before), by_day.get(last)
    if old is None or new is None or new is old:
        return None
    rise = Decimal(str(new.value)) - Decimal(str(old.value))
    line = f"{number(new.value)} by {day_of(new)} less {number(old.value)} by {day_of(old)} is {number(str(rise))}"
    return Derivation(evolve(without_step(new), value=str(rise)), (new, old), line)


# ------------------------------------------------------------------------------------------------ ranges


def _spread(row: Row) -> tuple[str, ...]:
    """A row's figure, or the ends of what it may stand for where it is written with few digits or with decimals."""
    value = Decimal(str(row.value))
    if "." not in str(row.value) and (row.unit == "count" or len(value.normalize().as_tuple().digits) > _ROUNDED):
        return (str(value),)
    half = intervals.rounding(value, intervals.place_value(value))
    return str(value - half), str(value), str(value + half)


def _derived(row: Row, kind: str, unit: str | None, ends: list[Decimal], rows: tuple[Row, ...], said: str, last: str) -> Derivation:
    """The derivation with the range of all ends; the line names the middle, which is that of the figures as written."""
    low, high = min(ends), max(ends)
    middle = ends[len(ends) // 2]
    value = _short(middle) if low == high else (_short(low), _short(high))
    return Derivation(evolve(without_step(row), kind=kind, unit=unit, value=value), rows, f"{said} is {number(_short(middle))}{last}")


def _short(end: Decimal) -> str:
    """A result with as many decimals as anyone prints."""
    return format(end if end == end.to_integral_value() else end.quantize(_DECIMALS).normalize(), "f")


def _shown(unit: str | None) -> str:
    return "" if unit in (None, "count") else " percentage points" if unit == "percentage_point" else f" {unit}"

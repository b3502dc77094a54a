"""The figures of one column of a table: what all its cells together say of how they are written, and each one in its unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import cache, lru_cache
from typing import TypeAlias

from claimcheck.comparing.event_rows import other_wordings
from claimcheck.comparing.statistic_words import statistics
from claimcheck.reading.noun_words import is_plural
from claimcheck.references import cells
from claimcheck.references.cells import Unreadable
from claimcheck.references.mapping import Columns
from claimcheck.references.stated_units import COUNT, DATE, StatedUnit, stated_unit, unit_in_header, usual_unit

_YEARS = range(1000, 3000)
_SHARED = 20_000
"""Different cells of a column whose figures are kept in mind, so that those that repeat are read once."""
Figured: TypeAlias = "tuple[str, str | tuple[str, str], str | None, str | None, str | None]"
Figure = Callable[[str, str, str], Figured]


def column_figures(columns: Columns, column: str, written: Sequence[object]) -> Figure:
    """How to read the figures of one column: (text, measure, the row's unit) to (kind, value, unit, what is counted, step)."""
    units = dict(columns.units)
    header = units.get(column) or ("" if "unit" in dict(columns.columns) | dict(columns.fixed) else unit_in_header(column))
    texts = [cell.strip() for cell in written if isinstance(cell, str)]
    marked = Counter(text for text in texts if not text.isdecimal())
    commas = any("," in cell and cells.decimal_comma(cell) for cell in marked)
    points = all(map(cells.is_thousand, texts)) and any("." in cell for cell in marked)
    with_units = sum(count for cell, count in marked.items() if cells.holds_unit(cell)) * 2 > len(texts)
    percent = any(cell.endswith("%") and cell[:1].isdigit() for cell in marked)
    years, has_units = all(map(_is_year, texts)), "unit" in dict(columns.columns)

    @cache
    def quantity(measure: str, unit: str) -> tuple[str, StatedUnit, bool, bool]:
        """What a measure's figures are in: as named, the unit itself, and whether all of them, or years among them, are days of events."""
        named = units.get(measure) or header or unit
        stated = stated_unit(named or usual_unit(measure))
        dated = stated is COUNT and bool(other_wordings(measure))
        told = years and ("year" in measure.lower().split() or not statistics(measure))
        return named, stated, dated and told, dated and has_units and not named and not is_plural(measure.split()[-1])

    def read(text: str, measure: str, unit: str) -> Figured:
        if commas and "," in text:
            raise Unreadable("may have a decimal comma, as other cells of the column do; write the decimals after a point")
        if with_units:
            raise Unreadable("stands in a column whose cells hold units; put the units in a column of their own")
        named, stated, dated, years_dated = quantity(measure, unit)
        if points and stated.kind == "count" and "." in text:
            raise Unreadable("may have a point between thousands, as all cells of the column have; write 29,700 or 29700")
        if percent and not text.endswith("%") and (stated.kind != "percent" or not named):
            raise Unreadable("has no percent sign, as other cells of the column do")
        of_event = dated or (years_dated and _is_year(text))
        return _figure(text, DATE if of_event or cells.is_day(text) else stated)

    return lru_cache(_SHARED)(read)


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and int(text) in _YEARS


def _figure(text: str, stated: StatedUnit) -> Figured:
    """A cell in its unit, with the step to which a figure in thousands is told: 18 is 18,000 to the nearest 1,000.

    A day is a date whatever the unit; so is the year something was built, in a column of years or with no unit beside.
    """
    if stated is DATE:
        return "date", cells.day(text), None, None, None
    if text.endswith("%") and stated in (COUNT, stated_unit("percent")):
        text, stated = text[:-1].rstrip(), stated_unit("percent")
    value, step = cells.figure(text), None
    if stated.unit == "year" and isinstance(value, str) and value.isdigit() and int(value) in _YEARS:
        return "date", value, None, None, None
    if stated.factor != 1:
        step = _step(value, stated.factor) if isinstance(value, str) else None
        value = _times(value, stated.factor) if isinstance(value, str) else _each(value, stated.factor)
    if stated.kind == "count" and isinstance(value, str):
        value = value.removesuffix(".0")
    return stated.kind, value, stated.unit, stated.counted, step


def _step(value: str, factor: Decimal) -> str:
    """What the last digit of a figure counts, in the unit itself: 100 for 12.5 thousand."""
    return format(Decimal(1).scaleb(-len(value.partition(".")[2])) * factor, "f")


def _each(ends: tuple[str, str], factor: Decimal) -> tuple[str, str]:
    return _times(ends[0], factor), _times(ends[1], factor)


def _times(value: str, factor: Decimal) -> str:
    return format((Decimal(value) * factor).normalize(), "f")

"""From the columns of one table to rows a claim can be held against, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TypeAlias

from attrs import Factory, frozen

from claimcheck.comparing.event_rows import other_wordings
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Period, Row
from claimcheck.reading.noun_words import is_plural
from claimcheck.references import cells
from claimcheck.references.cells import Unreadable, Useless
from claimcheck.references.doubts import doubts
from claimcheck.references.mapping import DAYS, NAMES, Columns
from claimcheck.references.problems import Problem, listed
from claimcheck.references.stated_units import COUNT, DATE, StatedUnit, stated_unit, unit_in_header, usual_unit

_TEXTS = (*NAMES, "measure", "unit", "source", "url", "precision", "wordings", "note", "course", "rating")
COURSES = ("flow", "total", "level")
_START = DAYS.index("period_start")
_YEARS = range(1000, 3000)
_PRECISION = {"year": 4, "month": 7}
"""How much of an ISO date holds, by the precision its row names."""


@frozen
class Sheet:
    """A table as it was read, every column of the same length; `lines` are the 1-based lines (or rows) of its file or frame.

    `source` and `url` hold for rows that name none; `missing` are the texts that this table writes where nothing is known; `decimal_commas`
    says that its numbers are written as 1.250,75.
    """

    name: str
    columns: Mapping[str, Sequence[object]]
    lines: Sequence[int]
    path: str
    source: str | None = None
    url: str | None = None
    missing: frozenset[str] = frozenset()
    decimal_commas: bool = False


def rows_of(sheet: Sheet, columns: Columns) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows of a table, in its order, and every cell that could not be used.

    Rows without a figure, without any name or with a cell that cannot be read are left out, each with its problem; so are rows that
    contradict one another (same names, measure, day and source, other figure) and percentages that look like fractions.
    """
    reading = _Reading(sheet, columns)
    scopes, broken = reading.scopes()
    rows = [row for column, measure in columns.figures for row in reading.rows(column, measure, zip(*scopes, strict=True), broken)]
    doubtful = doubts(rows)
    for index in sorted(doubtful):
        reading.problems.append(Problem(sheet.path, rows[index].line, None, doubtful[index]))
    kept = tuple(row for index, row in enumerate(rows) if index not in doubtful)
    return kept, tuple(reading.problems)


@frozen
class _Reading:
    """The work on one sheet: it collects the problems on the way."""

    sheet: Sheet
    columns: Columns
    problems: list[Problem] = Factory(list)

    def scopes(self) -> tuple[list[Sequence[str | None]], set[int]]:
        """What the rows say beside their figures, in the order of _TEXTS and DAYS, and which of them have a date that is none."""
        broken: set[int] = set()
        texts = [self._texts(name) for name in _TEXTS]
        dates = [self._days(name, broken) for name in DAYS]
        quarters = {text: cells.quarter(text or "") for text in set(self._texts("as_of"))}
        if any(quarters.values()):
            starts = [(quarters[text] or (None,))[0] for text in self._texts("as_of")]
            dates[_START] = [start or quarter for start, quarter in zip(dates[_START], starts, strict=True)]
        return [*texts, *dates], broken

    def rows(self, column: str, measure: str, scopes: Iterable[tuple[str | None, ...]], broken: set[int]) -> Iterator[Row]:
        """The rows whose figures stand in one column."""
        written = self.sheet.columns[column]
        commas = self.sheet.decimal_commas and cells.all_continental(written)
        if commas:
            sentence = "the numbers are read with decimal commas (1.250,75), as semicolons divide the cells."
            self.problems.append(Problem(self.sheet.path, None, column, sentence, "note"))
        figures = _figures(self.columns, column, () if commas else written)
        empty: list[int] = []
        for index, (line, cell, scope) in enumerate(zip(self.sheet.lines, written, scopes, strict=True)):
            text = cells.with_point(cells.text(cell)) if commas else cells.text(cell)
            if cells.missing(text) or text in self.sheet.missing:
                empty.append(line)
            elif index not in broken:
                try:
                    yield self._row(line, text, measure, scope, figures)
                except Unreadable as reason:
                    self._problem(line, column, text, reason)
        if len(empty) == 1:
            self.problems.append(Problem(self.sheet.path, empty[0], column, "the row holds no figure and is left out.", "note"))
        elif empty:
            sentence = f"{len(empty)} rows hold no figure (lines {listed(empty)}) and are left out."
            self.problems.append(Problem(self.sheet.path, None, column, sentence, "note"))

    def _row(self, line: int, text: str, measure: str, scope: tuple[str | None, ...], figure: _Figure) -> Row:
        entity, place, event, named, unit, source, url, precision, wordings, note, course, rating, as_of, recorded, start, end = scope
        what = measure or named
        if not (entity or place or event):
            raise Unreadable("has no entity, place or event beside it")
        if not what:
            raise Unreadable("has no measure beside it")
        kind, value, unit, counted, step = figure(text, what, unit or "")
        if counted and counted.lower() not in what.lower():
            what = f"{what} ({counted})"
        if kind == "date" and isinstance(value, str):
            value = value[: _PRECISION.get(precision or "", 10)]
            as_of = as_of or value
        if course not in (None, *COURSES):
            raise Unreadable(f"is of the course {course[:60]!r}, which is none of {', '.join(COURSES)}")
        period, as_of = Period(start, end or as_of) if start or end else None, as_of or end
        said = tuple(word for word in map(str.strip, wordings.split("|")) if word) if wordings else ()
        sheet = self.sheet
        about = (
            kind,
            value,
            unit,
            as_of,
            source or sheet.source,
            url or sheet.url,
            place,
            event,
            precision or step,
            period,
            recorded,
            said,
            note,
            course,
            rating,
        )
        return Row(sheet.name, line, entity, what, *about)

    def _texts(self, name: str) -> Sequence[str | None]:
        column = dict(self.columns.columns).get(name)
        if column is None:
            return (dict(self.columns.fixed).get(name),) * len(self.sheet.lines)
        known: dict[object, str | None] = {}
        return [known[cell] if cell.__class__ is str and cell in known else self._text(cell, known) for cell in self.sheet.columns[column]]

    def _text(self, cell: object, known: dict[object, str | None]) -> str | None:
        """The text of a cell, the same object for the same text; None where it is missing."""
        text = cells.text(cell)
        found = known.setdefault(text, None if not text or text in self.sheet.missing else text)
        if isinstance(cell, str):
            known[cell] = found
        return found

    def _days(self, name: str, broken: set[int]) -> Sequence[str | None]:
        """The field's ISO dates; a cell that is none breaks its row."""
        written = self._texts(name)
        order = cells.order_of_slashes([text for text in set(written) if text and "/" in text])
        read = {text: _day(text, order) for text in set(written)}
        if read.keys() == {None}:
            return written
        column = dict(self.columns.columns).get(name)
        for index, text in enumerate(written):
            if isinstance(read[text], Unreadable):
                broken.add(index)
                self._problem(self.sheet.lines[index], column, str(text), read[text])
        return [None if isinstance(day := read[text], Unreadable) else day for text in written]

    def _problem(self, line: int, column: str | None, text: str, reason: object) -> None:
        severity = "note" if isinstance(reason, Useless) else "error"
        self.problems.append(Problem(self.sheet.path, line, column, f"{text[:60]!r} {reason}.", severity))


_Figured: TypeAlias = "tuple[str, str | tuple[str, str], str | None, str | None, str | None]"
_Figure = Callable[[str, str, str], _Figured]


def _figures(columns: Columns, column: str, written: Sequence[object]) -> _Figure:
    """How to read the figures of one column: (text, measure, the row's unit) to (kind, value, unit, what is counted, step)."""
    units = dict(columns.units)
    header = units.get(column) or ("" if "unit" in dict(columns.columns) | dict(columns.fixed) else unit_in_header(column))
    texts = [cell.strip() for cell in written if isinstance(cell, str)]
    commas = any("," in cell and cells.decimal_comma(cell) for cell in texts)
    points = all(map(cells.is_thousand, texts)) and any("." in cell for cell in texts)
    with_units, percent = (
        sum(map(cells.holds_unit, texts)) * 2 > len(texts),
        any(cell.endswith("%") and cell[:1].isdigit() for cell in texts),
    )

    years, has_units = all(map(_is_year, texts)), "unit" in dict(columns.columns)

    def read(text: str, measure: str, unit: str) -> _Figured:
        if commas and "," in text:
            raise Unreadable("may have a decimal comma, as other cells of the column do; write the decimals after a point")
        if with_units:
            raise Unreadable("stands in a column whose cells hold units; put the units in a column of their own")
        named = units.get(measure) or header or unit
        stated = stated_unit(named or usual_unit(measure))
        if points and stated.kind == "count" and "." in text:
            raise Unreadable("may have a point between thousands, as all cells of the column have; write 29,700 or 29700")
        if percent and not text.endswith("%") and (stated.kind != "percent" or not named):
            raise Unreadable("has no percent sign, as other cells of the column do")
        unlike_others = has_units and not named and _is_year(text) and not is_plural(measure.split()[-1])
        told = years and ("year" in measure.lower().split() or not statistics(measure))
        of_event = stated is COUNT and bool(other_wordings(measure)) and (unlike_others or told)
        return _figure(text, DATE if of_event or cells.is_day(text) else stated)

    return read


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isdecimal() and int(text) in _YEARS


def _figure(text: str, stated: StatedUnit) -> _Figured:
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


def _day(text: str | None, order: cells.Order) -> str | Unreadable | None:
    if text is None or cells.missing(text):
        return None
    try:
        return cells.day(text, order)
    except Unreadable as reason:
        return reason


def _each(ends: tuple[str, str], factor: Decimal) -> tuple[str, str]:
    return _times(ends[0], factor), _times(ends[1], factor)


def _times(value: str, factor: Decimal) -> str:
    return format((Decimal(value) * factor).normalize(), "f")

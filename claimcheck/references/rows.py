"""From the columns of one table to rows a claim can be held against, and what was left out and why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import Factory, frozen

from claimcheck.model import Period, Row
from claimcheck.references import cells
from claimcheck.references.at_once import without_collecting
from claimcheck.references.cells import Unreadable, Useless
from claimcheck.references.column_figures import Figure, column_figures
from claimcheck.references.doubts import doubts
from claimcheck.references.mapping import DAYS, NAMES, Columns
from claimcheck.references.problems import Problem, listed

_TEXTS = (*NAMES, "measure", "unit", "source", "url", "precision", "wordings", "note", "course", "rating")
COURSES = ("flow", "total", "level")
_START = DAYS.index("period_start")
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


@without_collecting()
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
        written = self._texts("as_of")
        quarters = {text: cells.quarter(text or "") for text in set(written)}
        if any(quarters.values()):
            starts = [(quarters[text] or (None,))[0] for text in written]
            dates[_START] = [start or quarter for start, quarter in zip(dates[_START], starts, strict=True)]
        return [*texts, *dates], broken

    def rows(self, column: str, measure: str, scopes: Iterable[tuple[str | None, ...]], broken: set[int]) -> Iterator[Row]:
        """The rows whose figures stand in one column."""
        written = self.sheet.columns[column]
        commas = self.sheet.decimal_commas and cells.all_continental(written)
        if commas:
            sentence = "the numbers are read with decimal commas (1.250,75), as semicolons divide the cells."
            self.problems.append(Problem(self.sheet.path, None, column, sentence, "note"))
        figures = column_figures(self.columns, column, () if commas else written)
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

    def _row(self, line: int, text: str, measure: str, scope: tuple[str | None, ...], figure: Figure) -> Row:
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
        return Row(
            sheet.name,
            line,
            entity,
            what,
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


def _day(text: str | None, order: cells.Order) -> str | Unreadable | None:
    if text is None or cells.missing(text):
        return None
    try:
        return cells.day(text, order)
    except Unreadable as reason:
        return reason

"""One table of the references, and what it holds in short."""

from __future__ import annotations

from attrs import frozen

from claimcheck.comparing.row_days import running_total
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Row
from claimcheck.references.mapping import Columns
from claimcheck.references.problems import Problem, summary
from claimcheck.references.rows import Sheet


@frozen
class Table:
    """One table: its rows, how its columns were read, notes on what was left out, and what the column of subjects is called."""

    name: str
    path: str
    rows: tuple[Row, ...]
    mapping: tuple[str, ...]
    notes: tuple[str, ...] = ()
    subject: str | None = None


@frozen
class Description:
    """What `claimcheck reference list` says of a table.

    For --explain: `mapping` says which column was taken for what, `aligned` which statistic of the vocabulary each measure names (others
    are found by their words), `notes` what was left out.
    """

    table: str
    path: str
    rows: int
    entities: int
    measures: tuple[str, ...]
    units: tuple[str, ...]
    first_day: str | None
    last_day: str | None
    mapping: tuple[str, ...]
    aligned: tuple[str, ...]
    notes: tuple[str, ...]


def table_of(sheet: Sheet, columns: Columns, rows: tuple[Row, ...], problems: tuple[Problem, ...]) -> Table:
    """The table that a sheet makes, read by these columns into these rows."""
    return Table(sheet.name, sheet.path, rows, columns.explained(), summary(problems), dict(columns.columns).get("entity"))


def described(table: Table) -> Description:
    """A table in short."""
    days = sorted(row.as_of for row in table.rows if row.as_of)
    measures = tuple(dict.fromkeys(row.measure for row in table.rows))
    figures = dict.fromkeys(row.measure for row in table.rows if row.kind != "date")
    return Description(
        table.name,
        table.path,
        len(table.rows),
        len({row.entity for row in table.rows if row.entity}),
        measures,
        tuple(dict.fromkeys(row.unit or row.kind for row in table.rows)),
        days[0] if days else None,
        days[-1] if days else None,
        table.mapping,
        (*(f"measure {measure!r}: {', '.join(sorted(named))}" for measure in figures if (named := statistics(measure))), *_courses(table)),
        table.notes,
    )


def _courses(table: Table) -> tuple[str, ...]:
    """Which measures add up and which are running totals, and who says so: the table, or figures that rise from row to row."""
    first: dict[str, list[Row]] = {}
    for row in table.rows:
        rows = first.setdefault(row.measure, [])
        if row.as_of and isinstance(row.value, str) and row.kind != "date" and (not rows or rows[0].entity == row.entity):
            rows.append(row)
    return tuple(_course(measure, sorted(rows, key=lambda row: str(row.as_of))) for measure, rows in first.items() if _tells_course(rows))


def _tells_course(rows: list[Row]) -> bool:
    return bool(rows) and (rows[0].course is not None or running_total(sorted(rows, key=lambda row: str(row.as_of))))


def _course(measure: str, rows: list[Row]) -> str:
    if rows[0].course is not None:
        return f"measure {measure!r}: of the course {rows[0].course!r}, as the table says"
    return f"measure {measure!r}: perhaps a running total, since its figures rise from row to row"

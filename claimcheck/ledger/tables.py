"""Rows of tables as claims: one figure a row, each table a document of one line a row."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck import days
from claimcheck.comparing.row_figures import interval
from claimcheck.comparing.statistic_words import statistics, without
from claimcheck.model import Attribution, Claim, Interval, Row
from claimcheck.reading.measures import known
from claimcheck.references import References

if TYPE_CHECKING:
    from pandas import DataFrame

Columns = Mapping[str, Any]
_TOLD_ALONE = ("people", "country")
"""What statistics are about that need no other word in the head of a column."""


def rows_of_table(table: DataFrame | str | os.PathLike[str], name: str | None, columns: Columns) -> tuple[Row, ...]:
    """The rows of a DataFrame or a table file, its columns named as for References.with_frame."""
    return of_table(table, name, columns).rows


def of_table(table: DataFrame | str | os.PathLike[str], name: str | None, columns: Columns) -> References:
    """The same with the notes on what was left out."""
    if isinstance(table, str | os.PathLike):
        return References().with_table(Path(table), **columns)
    return References().with_frame(table, table=name or "table", **columns)


def claims_of_rows(rows: Iterable[Row]) -> Iterator[Claim]:
    """A claim for each row: its scope as the table gives it, its source as who says so, its sentence made of both."""
    ends: dict[str, int] = {}
    for row in rows:
        claim = _claim(row, ends.get(row.table, 0))
        ends[row.table] = claim.sentence_span[1] + 1
        yield claim


def _claim(row: Row, start: int) -> Claim:
    value = row.value if isinstance(row.value, str) else " to ".join(row.value)
    surface = value if row.unit in (None, "count") else f"{value} {row.unit}"
    subject = ", ".join(filter(None, (row.entity, row.place, row.event)))
    before = f"{subject}: {row.measure} "
    sentence = f"{before}{surface}" + (f" ({row.as_of})" if row.as_of else "")
    number = start + len(before)
    return Claim(
        id=blake2b(f"{row.table}\n{number}\n{value}".encode("utf-8", "replace"), digest_size=8).hexdigest(),
        document=row.table,
        outlet=None,
        title=None,
        span=(number, number + len(surface)),
        surface=surface,
        number_span=(number, number + len(value)),
        sentence=sentence,
        sentence_span=(start, start + len(sentence)),
        kind=row.kind,
        value=row.value,
        unit=row.unit,
        qualifier="exact" if isinstance(row.value, str) else "range",
        bounds=_bounds(row),
        measure=_statistic(row.measure),
        entity=row.entity,
        place=row.place,
        event=row.event,
        period=row.period,
        as_of=row.as_of,
        said_on=row.recorded_at,
        attribution=Attribution(row.source, "source") if row.source else None,
    )


def _statistic(wording: str) -> str:
    """The statistic of people or a country that a column's name stands for ("killed"), else the name itself ("tanks lost", "value")."""
    named = statistics(wording)
    told = [statistic for name in named if (statistic := known(name)) is not None and statistic.about in _TOLD_ALONE]
    return told[0].name if len(named) == len(told) == 1 and not without(wording, named) else wording


def _bounds(row: Row) -> Interval | None:
    """What the row allows: the days of a date, else its figure in the base unit of its kind."""
    if row.kind != "date":
        return interval(row)
    first, last = (row.value, row.value) if isinstance(row.value, str) else row.value
    return Interval(days.first_day(first).isoformat(), days.last_day(last).isoformat(), "date")

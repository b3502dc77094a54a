"""CSV and its kin, read row by row into columns, so that a table of a million rows is never held twice."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from pathlib import Path

from claimcheck.errors import TableError
from claimcheck.references import cells
from claimcheck.references.at_once import without_collecting
from claimcheck.references.rows import Sheet
from claimcheck.references.texts import opened

_MARKS = ",;\t"
_AT_ONCE = 4096
"""Rows that are turned into columns at once."""
_SHARED = 20_000
"""Different cells of a column that are kept in mind, so that those that repeat are held once."""


@without_collecting()
def sheet_of_csv(path: Path, name: str, encoding: str = "utf-8-sig", delimiter: str | None = None) -> Sheet:
    """The table in a CSV file; without `delimiter` the commonest of comma, semicolon and tab in its first line divides it.

    Raises TableError naming the line of a row that is longer or shorter than the header, or no CSV.
    """
    with opened(path, encoding) as stream:
        first = stream.readline()
        mark = delimiter or max(_MARKS, key=first.count)
        reader = csv.reader(chain([first], stream), delimiter=mark, strict=True)
        try:
            headers = [header.strip() for header in next(reader, [])]
            unique(headers, str(path))
            lines: list[int] = []
            columns = _columns(_rows(reader, len(headers), path, lines), len(headers))
        except csv.Error as error:
            raise TableError(f"{path}, line {reader.line_num}: the line is no CSV ({error}); a quotation mark may be missing.") from None
    if not headers:
        raise TableError(f"{path} is empty; a table begins with a line of column names.")
    return Sheet(
        name,
        dict(zip(headers, columns, strict=True)),
        lines,
        str(path),
        decimal_commas=mark == ";" and any(map(_has_decimal_comma, columns)),
    )


def unique(headers: Sequence[str], name: str) -> None:
    """Raises TableError where two columns have one name."""
    twice = next((header for number, header in enumerate(headers) if header and header in headers[:number]), None)
    if twice is not None:
        raise TableError(f"{name} has two columns {twice!r}; rename one.")


def _rows(reader: Iterable[list[str]], width: int, path: Path, lines: list[int]) -> Iterator[list[str]]:
    """The rows below the header, blank lines apart; `lines` takes where each begins."""
    start = reader.line_num + 1  # type: ignore[attr-defined]
    for row in reader:
        if len(row) == width:
            lines.append(start)
            yield row
        elif row:
            raise TableError(f"{path}, line {start}: the row has {len(row)} cells where the header has {width}; {_remedy(width)}.")
        start = reader.line_num + 1  # type: ignore[attr-defined]


def _has_decimal_comma(column: Sequence[str]) -> bool:
    """Whether a column is of numbers one of which can only be read with a decimal comma ("12,5")."""
    return cells.all_continental(column) and any("," in cell and cells.decimal_comma(cell.strip()) for cell in column)


def _remedy(width: int) -> str:
    if width == 1:
        return "the first line must hold the names of all columns, with no title above it"
    return "fill what is missing, and put cells that hold the dividing mark between quotation marks"


def _columns(rows: Iterator[list[str]], width: int) -> list[list[str]]:
    columns: list[list[str]] = [[] for _ in range(width)]
    known: list[dict[str, str]] = [{} for _ in range(width)]
    while chunk := list(islice(rows, _AT_ONCE)):
        for column, seen, written in zip(columns, known, zip(*chunk, strict=True), strict=True):
            if len(seen) > _SHARED:
                seen.clear()
            column.extend(map(seen.setdefault, written, written))
    return columns

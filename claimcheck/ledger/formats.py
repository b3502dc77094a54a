"""The file formats of an export: each writes records to a file and reads them back.

JSONL holds each record as it is. CSV and Parquet hold one row a record and one text column a key; lists and mappings are JSON
in their cell, an empty cell is nothing. A cell of text that would be read as something else begins with an apostrophe, which is taken off
again on import; in CSV so does one that a spreadsheet would run as a formula (OWASP, "CSV Injection").
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from attrs import fields, frozen

from claimcheck.errors import LedgerError
from claimcheck.ledger.records import Correction
from claimcheck.model import Claim

Record = dict[str, Any]

_VERSION = ("record", "article", "number", "recorded_at", "headline", "published", "words", "parent", "hash", "claims")
COLUMNS = tuple(dict.fromkeys((*_VERSION, *(field.name for field in (*fields(Claim), *fields(Correction))))))
_FORMULA = "=+-@＝＋－＠\t\r"
_PLAIN_NUMBER = re.compile(r"-?\d{1,40}(?:\.\d{1,40})?")
_LONGEST_CELL = 2**31 - 1
_ROWS = 10_000


@frozen
class Format:
    """How records go into a file and come out of it."""

    write: Callable[[Path, Iterable[Record]], None]
    read: Callable[[Path], Iterator[Record]]


def of(path: Path) -> Format:
    """The format a file's suffix names.

    Raises LedgerError for any other suffix.
    """
    form = _FORMATS.get(path.suffix.lower())
    if form is None:
        raise LedgerError(f"{path.name} is none of {', '.join(_FORMATS)}; name the file so.")
    return form


def cell(value: object, risky: str = "") -> str:
    """A JSON value as the text of a table's cell; texts that begin with one of `risky` are escaped too.

    >>> cell(None), cell([3, 9]), cell("=1+1", _FORMULA), cell("-5", _FORMULA), cell("[sic]")
    ('', '[3, 9]', "'=1+1", '-5', "'[sic]")
    """
    if value is None:
        return ""
    if not isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    ambiguous = value == "" or value[0] in "'[{" or value in ("true", "false")
    formula = not ambiguous and value[0] in risky and not _PLAIN_NUMBER.fullmatch(value)
    return f"'{value}" if ambiguous or formula else value


def content(text: str | None) -> object:
    """The JSON value of a cell.

    >>> content(""), content("[3, 9]"), content("'=1+1"), content("-5")
    (None, [3, 9], '=1+1', '-5')
    """
    if not text:
        return None
    if text[0] == "'":
        return text[1:]
    return json.loads(text) if text[0] in "[{" or text in ("true", "false") else text


def _write_jsonl(path: Path, records: Iterable[Record]) -> None:
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record, ensure_ascii=False) + "\n" for record in records)


def _read_jsonl(path: Path) -> Iterator[Record]:
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, start=1):
            try:
                record = json.loads(line)
            except (ValueError, RecursionError):
                record = None
            if not isinstance(record, dict):
                raise LedgerError(f"{path}, line {number}: this is no JSON record; export the ledger again.")
            yield record


def _write_csv(path: Path, records: Iterable[Record]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(COLUMNS)
        writer.writerows([cell(record.get(name), _FORMULA) for name in COLUMNS] for record in records)


def _read_csv(path: Path) -> Iterator[Record]:
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.reader(file, strict=True)
            names = next(reader, [])
            _check_columns(path, names)
            for row in reader:
                yield _record(path, names, row)
    except csv.Error as error:
        raise LedgerError(f"{path} is no CSV file: {error}.") from error
    finally:
        csv.field_size_limit(before)


def _write_parquet(path: Path, records: Iterable[Record]) -> None:
    pyarrow, parquet = _pyarrow()
    schema = pyarrow.schema([(name, pyarrow.string()) for name in COLUMNS])
    rows = iter(records)
    with parquet.ParquetWriter(path, schema) as writer:
        while batch := list(islice(rows, _ROWS)):
            columns = {name: [cell(record.get(name)) or None for record in batch] for name in COLUMNS}
            writer.write_table(pyarrow.table(columns, schema=schema))


def _read_parquet(path: Path) -> Iterator[Record]:
    pyarrow, parquet = _pyarrow()
    try:
        with parquet.ParquetFile(path) as file:
            names = file.schema_arrow.names
            _check_columns(path, names)
            for batch in file.iter_batches(_ROWS):
                columns = [column.to_pylist() for column in batch.columns]
                for row in zip(*columns, strict=True):
                    yield _record(path, names, row)
    except pyarrow.ArrowException as error:
        raise LedgerError(f"{path} is no Parquet file: {error}.") from error


def _pyarrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise LedgerError("Parquet needs pyarrow; install claimcheck-figures[parquet] or use .csv or .jsonl.") from error
    return pyarrow, parquet


def _check_columns(path: Path, names: Sequence[str]) -> None:
    missing = [name for name in _VERSION if name not in names]
    if missing:
        raise LedgerError(f"{path} is no export of a ledger: it has no column {missing[0]!r}.")


def _record(path: Path, names: Sequence[str], row: Sequence[str | None]) -> Record:
    try:
        return {name: value for name, text in zip(names, row, strict=True) if (value := content(text)) is not None}
    except (ValueError, RecursionError) as error:
        raise LedgerError(f"{path}: the row {str(row[:3])[:80]} is no record of a ledger; export the ledger again.") from error


_FORMATS = {
    ".jsonl": Format(_write_jsonl, _read_jsonl),
    ".csv": Format(_write_csv, _read_csv),
    ".parquet": Format(_write_parquet, _read_parquet),
}

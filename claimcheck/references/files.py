"""Tables in files and frames, read into plain columns: CSV, JSON records, and by pandas Parquet, Excel and any DataFrame."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from claimcheck.errors import InputError, TableError
from claimcheck.references.delimited import sheet_of_csv, unique
from claimcheck.references.rows import Sheet
from claimcheck.references.texts import PACKED, text_of

if TYPE_CHECKING:
    from pandas import DataFrame

_PLAIN = (".csv", ".tsv", ".json")
_WORKBOOKS = (".xlsx", ".xls")
FORMATS = (*_PLAIN, ".parquet", *_WORKBOOKS)
SHEET = ", sheet "
UNNAMED = "Unnamed: "
"""What pandas puts before the number of a column without a header."""


def sheet_of_file(path: Path, name: str, encoding: str = "utf-8-sig", delimiter: str | None = None) -> Sheet:
    """The table in a file, told by its extension. `name` is what rows and messages call it.

    Raises InputError for a file that is not there or of another format, TableError for one that cannot be read.
    """
    suffix = format_of(path)
    if suffix is None:
        raise InputError(f"{path} is no table claimcheck can read; it reads {', '.join(FORMATS)}.")
    if not path.is_file():
        raise InputError(f"{path} does not exist.")
    if suffix == ".parquet" or suffix in _WORKBOOKS:
        return sheet_of_frame(next(iter(_frames(path).values())), name, str(path))
    if suffix == ".json":
        return _records(text_of(path, encoding), path, name)
    return sheet_of_csv(path, name, encoding, "\t" if suffix == ".tsv" else delimiter)


def sheets_of_file(path: Path) -> list[Sheet]:
    """The table in a file, or all of a workbook, one for each of its sheets that holds anything; errors as for `sheet_of_file`."""
    if format_of(path) not in _WORKBOOKS or not path.is_file():
        return [sheet_of_file(path, path.name)]
    frames = {title: frame for title, frame in _frames(path).items() if len(frame.columns)}
    if not frames:
        raise TableError(f"{path} is empty; a table begins with a row of column names.")
    if len(frames) == 1:
        return [sheet_of_frame(frame, path.name, str(path)) for frame in frames.values()]
    return [sheet_of_frame(frame, path.name + SHEET + title, str(path) + SHEET + title) for title, frame in frames.items()]


def format_of(path: Path) -> str | None:
    """The ending of a table's file that tells its format, None for a file that is no table; plain text may be packed by gzip.

    >>> format_of(Path("homes.CSV")), format_of(Path("homes.csv.gz")), format_of(Path("homes.txt"))
    ('.csv', '.csv', None)
    """
    packed = path.suffix.lower() == PACKED
    suffix = Path(path.stem if packed else path.name).suffix.lower()
    return suffix if suffix in (_PLAIN if packed else FORMATS) else None


def sheet_of_frame(frame: DataFrame, name: str, path: str | None = None) -> Sheet:
    """A DataFrame as a sheet; a named index (days, say) counts as a column. Rows are counted from 1.

    Raises TableError where two columns have one name.
    """
    named = [str(level) for level in frame.index.names if level is not None]
    headers = [str(column) for column in frame.columns]
    if named and not {*named} & {*headers}:
        frame = frame.reset_index()
        headers = named + headers
    unique(headers, name)
    whole = frame.astype(object).where(frame.notna(), None)
    columns = {header: whole.iloc[:, number].tolist() for number, header in enumerate(headers)}
    return Sheet(name, columns, range(1, len(frame) + 1), path or name)


def _records(text: str, path: Path, name: str) -> Sheet:
    records = json_of(text, path)
    if not isinstance(records, list) or not all(isinstance(record, dict) for record in records):
        raise TableError(f"{path} must hold a list of records, [{{...}}, {{...}}].")
    headers = list(dict.fromkeys(header for record in records for header in record))
    columns = {header: [record.get(header) for record in records] for header in headers}
    return Sheet(name, columns, range(1, len(records) + 1), str(path))


def json_of(text: str, path: Path) -> object:
    """The value of a JSON text; TableError names the line where it is none."""
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise TableError(f"{path}, line {error.lineno}: this is no JSON ({error.msg}).") from None
    except (RecursionError, ValueError):
        raise TableError(f"{path}: the JSON is nested too deeply or holds a number that is too long.") from None


def _frames(path: Path) -> dict[str, DataFrame]:
    """The sheets of a workbook by their titles, or the one table of a Parquet file."""
    import pandas

    try:
        if path.suffix.lower() == ".parquet":
            return {"": pandas.read_parquet(path)}
        return {str(title): frame for title, frame in pandas.read_excel(path, sheet_name=None, dtype=object, keep_default_na=False).items()}
    except ImportError as error:
        raise InputError(f"{path} needs a reader that is not installed: {error}") from None
    except (ValueError, OSError, KeyError, BadZipFile) as error:
        kind = "Parquet file" if path.suffix.lower() == ".parquet" else "Excel workbook"
        reason = str(error).splitlines()[0][:200].rstrip(".")
        raise TableError(f"{path} cannot be read as {kind}: {reason}; export it again, or save it as CSV.") from None

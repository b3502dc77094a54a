"""Tables in files and frames, read into plain columns: CSV, JSON records, and by pandas Parquet, Excel and any DataFrame."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import BadZipFile

from attrs import evolve

from claimcheck.comparing.names import names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.errors import InputError, TableError
from claimcheck.reading import places
from claimcheck.references import cells
from claimcheck.references.cells import Unreadable
from claimcheck.references.delimited import sheet_of_csv, unique
from claimcheck.references.mapping import NAMES, Columns, Given, guess, plain
from claimcheck.references.problems import Problem
from claimcheck.references.rows import Sheet
from claimcheck.references.texts import PACKED, text_of

if TYPE_CHECKING:
    from pandas import DataFrame

_STAMP = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d)?")
_SAMPLE = 100
_REPORTER = re.compile(r" (?:(?:as )?reported|published|compiled|according|claimed|from|by|via)\b")
"""What in a file's name tells where its figures come from, and not whom they are about."""
_SAYS_NOTHING = frozenset(
    "table data dataset sheet export figures numbers report file download untitled test book copy new of the".split()
) | {""}
_PLAIN = (".csv", ".tsv", ".json")
_WORKBOOKS = (".xlsx", ".xls")
FORMATS = (*_PLAIN, ".parquet", *_WORKBOOKS)
_SHEET = ", sheet "
_UNNAMED = "Unnamed: "
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
    return [sheet_of_frame(frame, path.name + _SHEET + title, str(path) + _SHEET + title) for title, frame in frames.items()]


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


def guessed(sheet: Sheet) -> dict[str, Given]:
    """What the columns of a table without any mapping most likely hold.

    The file's name says what no column does: what a mere "Value" is, and whom the figures are about.

    >>> sheet = Sheet("t", {"Country": ["Peru"], "Year": ["2024"], "Value": ["34000000"]}, [2], "data/population_by_year.csv")
    >>> guessed(sheet)["fixed"]
    {'measure': 'population'}
    >>> guessed(Sheet("t", {"date": ["2024-05-01"], "ships": ["3"]}, [2], "peruvian_navy_reported_by_chile.csv"))["fixed"]
    {'entity': 'Peruvian navy'}
    """
    found, words = guess(list(sheet.columns), numeric(sheet)), plain(_stem(sheet))
    if not found.get("measure") and "value" not in found:
        _tell_what_is_missing(sheet)
    fixed = {}
    if "value" in found and "measure" not in found:
        fixed["measure"] = " ".join(sorted(statistics(words))) or words
    subject = _subject_of_name(sheet)
    if subject and not {*NAMES} & {*found}:
        fixed["entity"] = subject
    return {**found, "fixed": fixed} if fixed else found


def _tell_what_is_missing(sheet: Sheet) -> None:
    """Raises TableError for a table without column names, and for one without rows."""
    if any(header.startswith(_UNNAMED) for header in sheet.columns):
        raise TableError(f"{sheet.path}: the first row does not name all columns; put their names there, with no title above them.")
    if not sheet.lines:
        raise TableError(f"{sheet.path} holds no row below the names of its columns; add the figures, or leave the file out.")


def named_after_file(sheet: Sheet, columns: Columns) -> tuple[Problem, ...]:
    """A note where a table's subject is only its file's name."""
    subject = _subject_of_name(sheet)
    if not subject or ("entity", subject) not in columns.fixed:
        return ()
    sentence = f"no column says whom the figures are about; they are taken to be about {subject!r}, after the name of the file."
    return (Problem(sheet.path, None, None, sentence, "note"),)


def _subject_of_name(sheet: Sheet) -> str | None:
    """What a file's name says its figures are about, countries and peoples as names; nothing in "table.csv", nor for a frame."""
    words = (_REPORTER.split(plain(_stem(sheet)))[0] if format_of(_file(sheet)) else "").split()
    if {word.lower().rstrip("0123456789()") for word in words} <= _SAYS_NOTHING:
        return None
    return " ".join(word.capitalize() if any(map(places.is_country, names(word.capitalize()))) else word for word in words)


def _stem(sheet: Sheet) -> str:
    """The name of a table's file without its endings."""
    path = _file(sheet)
    return Path(path.stem).stem if path.suffix.lower() == PACKED else path.stem


def _file(sheet: Sheet) -> Path:
    return Path(sheet.path.rpartition(_SHEET)[0] or sheet.path)


def by_day(sheet: Sheet) -> Sheet:
    """A table with a column for each year or month as a long one, with the columns "as_of" and "value"; others as they are.

    >>> wide = Sheet("t", {"Country": ["Peru"], "2023": ["5.1"], "2024": ["5.8"]}, [2], "t.csv")
    >>> by_day(wide).columns
    {'Country': ['Peru', 'Peru'], 'as_of': ['2023', '2024'], 'value': ['5.1', '5.8']}
    """
    stamps = [header for header in sheet.columns if _STAMP.fullmatch(header)]
    if len(stamps) < 2 or {"as_of", "value"} & {*sheet.columns}:
        return sheet
    kept = [header for header in sheet.columns if header not in stamps]
    size = range(len(sheet.lines))
    columns: dict[str, Sequence[object]] = {header: [sheet.columns[header][row] for row in size for _ in stamps] for header in kept}
    columns["as_of"] = [stamp for _ in size for stamp in stamps]
    columns["value"] = [sheet.columns[stamp][row] for row in size for stamp in stamps]
    return evolve(sheet, columns=columns, lines=[sheet.lines[row] for row in size for _ in stamps])


def numeric(sheet: Sheet) -> list[str]:
    """The columns that hold figures, as most of their first cells tell; a cell that is none is told when the column is read."""
    return [header for header, column in sheet.columns.items() if _mostly_figures(column[:_SAMPLE])]


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


def _mostly_figures(column: Sequence[object]) -> bool:
    texts = [text for text in map(cells.text, column) if not cells.missing(text)]
    return sum(map(_is_figure, texts)) * 2 > len(texts)


def _is_figure(text: str) -> bool:
    """Whether a cell is a figure, or one that is written so that it cannot be read: a formula, a decimal comma."""
    if text.startswith("=") or cells.decimal_comma(text):
        return True
    try:
        cells.figure(text.removesuffix("%"))
    except Unreadable:
        return False
    return True

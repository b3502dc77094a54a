"""What a table's plain headers and its file's name say: which column holds what, which figures are of which day, whom they are about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from attrs import evolve

from claimcheck.comparing.names import names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.errors import TableError
from claimcheck.reading import places
from claimcheck.references import cells
from claimcheck.references.cells import Unreadable
from claimcheck.references.files import SHEET, UNNAMED, format_of
from claimcheck.references.mapping import NAMES, Columns, Given, guess, plain, resolve
from claimcheck.references.problems import Problem
from claimcheck.references.rows import Sheet
from claimcheck.references.texts import PACKED

_STAMP = re.compile(r"(?:1[5-9]|20)\d\d(?:-\d\d)?")
_SAMPLE = 100
_REPORTER = re.compile(r" (?:(?:as )?reported|published|compiled|according|claimed|from|by|via)\b")
"""What in a file's name tells where its figures come from, and not whom they are about."""
_SAYS_NOTHING = frozenset(
    "table data dataset sheet export figures numbers report file download untitled test book copy new of the".split()
) | {""}


def mapped(sheet: Sheet, given: Mapping[str, Given]) -> tuple[Sheet, Columns]:
    """A table and what its columns hold, as given; where no figures are given, plain headers tell what the rest of the columns holds.

    >>> sheet = Sheet("t", {"date": ["2024-05-01"], "ships": ["3"]}, [2], "t")
    >>> mapped(sheet, {"fixed": {"entity": "Peru"}})[1].explained()
    ("as_of: column 'date'", "ships: column 'ships'", "entity: 'Peru' in every row")

    Raises TableError for a column that is not there, and where nothing says what the figures are or whom they are about.
    """
    said: dict[str, Given] = {name: how for name, how in given.items() if how}
    if "value" not in said and not isinstance(said.get("measure"), Mapping):
        sheet = by_day(sheet)
        said = _completed(said, guessed(sheet))
    return sheet, resolve(list(sheet.columns), sheet.path, said)


def _completed(said: Mapping[str, Given], found: Mapping[str, Given]) -> dict[str, Given]:
    """What is said of columns, and for the fields and columns of which nothing is said what their headers tell."""
    own, guesses = dict(_pairs(said.get("fixed"))), dict(_pairs(found.get("fixed")))
    if {*NAMES} & {*said, *own}:
        guesses.pop("entity", None)
    taken = {how for how in said.values() if isinstance(how, str)}
    completed: dict[str, Given] = {**said, "fixed": {**guesses, **own}}
    for name, how in found.items():
        if name in completed or name in own:
            continue
        if isinstance(how, str) and how not in taken:
            completed[name] = how
        elif not isinstance(how, str):
            completed[name] = {column: measure for column, measure in _pairs(how) if column not in taken}
    return completed


def _pairs(how: Given) -> Iterable[tuple[str, str]]:
    return how.items() if isinstance(how, Mapping) else ()


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
    named = {*NAMES} & {*found}
    column = None if named else _column_of_names(sheet, {how for how in found.values() if isinstance(how, str)})
    if column is not None:
        found = {"entity": column, **found}
    subject = _subject_of_name(sheet)
    if subject and not named and column is None:
        fixed["entity"] = subject
    return {**found, "fixed": fixed} if fixed else found


def _column_of_names(sheet: Sheet, taken: set[str]) -> str | None:
    """The one column left that holds names, whatever its header: "operator", "ship"; None where there is none or more than one."""
    figures = {*numeric(sheet), *taken}
    left = [header for header in sheet.columns if header not in figures]
    texts = [cells.text(cell) for cell in sheet.columns[left[0]][:_SAMPLE]] if len(left) == 1 else []
    return left[0] if texts and sum(text[:1].isupper() for text in texts) * 2 > len(texts) else None


def _tell_what_is_missing(sheet: Sheet) -> None:
    """Raises TableError for a table without column names, and for one without rows."""
    if any(header.startswith(UNNAMED) for header in sheet.columns):
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
    return Path(sheet.path.rpartition(SHEET)[0] or sheet.path)


def by_day(sheet: Sheet) -> Sheet:
    """A table with a column for each year, quarter or month as a long one, with the columns "as_of" and "value"; others as they are.

    >>> wide = Sheet("t", {"Country": ["Peru"], "2023": ["5.1"], "2024": ["5.8"]}, [2], "t.csv")
    >>> by_day(wide).columns
    {'Country': ['Peru', 'Peru'], 'as_of': ['2023', '2024'], 'value': ['5.1', '5.8']}
    """
    stamps = [header for header in sheet.columns if _STAMP.fullmatch(header) or cells.quarter(header)]
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

"""Frictionless data packages: a datapackage.json beside its tables (https://specs.frictionlessdata.io/data-package/).

A resource whose columns are named as the fields of a reference table needs no more. Others say in "claimcheck" what their columns mean,
as in the keywords of References.with_frame:

    {"path": "homes.csv", "claimcheck": {"entity": "town", "measure": {"homes": "homes built"}, "as_of": "year", "unit": "count"}}

Used of the standard: resources (path, name, format by extension, encoding, dialect.delimiter), schema.fields (name; constraints required,
unique and enum), schema.missingValues, and sources (title and path), which hold for rows that name none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from attrs import evolve, frozen

from claimcheck.errors import ClaimcheckError, InputError, TableError
from claimcheck.model import Row
from claimcheck.references import cells
from claimcheck.references.files import FORMATS, format_of, json_of, sheet_of_file, sheets_of_file
from claimcheck.references.mapping import Columns
from claimcheck.references.plain_headers import mapped
from claimcheck.references.problems import Problem
from claimcheck.references.rows import Sheet, rows_of
from claimcheck.references.texts import text_of

DESCRIPTOR = "datapackage.json"


@frozen
class Resource:
    """One table of a package, read and mapped, with its rows and every problem in it."""

    sheet: Sheet
    columns: Columns
    rows: tuple[Row, ...]
    problems: tuple[Problem, ...]


def descriptors(path: Path) -> list[Path]:
    """The descriptors of the data packages at or below a folder, in order of their paths; a descriptor itself is one.

    Raises InputError for a path that does not exist, TableError for a folder without a data package or a table.
    """
    if path.is_file() and path.suffix.lower() == ".json":
        return [path]
    if path.is_file():
        raise InputError(f"{path} is no table claimcheck can read; it reads {', '.join(FORMATS)} and folders with a {DESCRIPTOR}.")
    if not path.is_dir():
        raise InputError(f"{path} does not exist; a reference is a folder of data packages or a table.")
    found = sorted(path.rglob(DESCRIPTOR))
    if not found:
        raise TableError(f"{path} holds no data package and no table; a package has a {DESCRIPTOR} beside its tables.")
    return found


def tables_in(folder: Path) -> list[Path]:
    """The tables that lie in a folder without a data package, by their names."""
    if not folder.is_dir() or any(folder.rglob(DESCRIPTOR)):
        return []
    return sorted(path for path in folder.iterdir() if format_of(path) and not path.name.endswith(DESCRIPTOR))


def resources(descriptor: Path) -> Iterator[Resource]:
    """The tables of one package, each with its problems.

    Raises TableError where the descriptor or a table of it cannot be read at all.
    """
    package = json_of(text_of(descriptor), descriptor)
    listed = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(package, dict) or not isinstance(listed, list) or not listed:
        raise TableError(f"{descriptor} is no data package; it must hold an object with a list of resources.")
    for entry in listed:
        if not isinstance(entry, dict):
            raise TableError(f"{descriptor}: each resource must be an object with a path.")
        yield _resource(descriptor, package, entry)


def validate(folder: str | Path) -> tuple[Problem, ...]:
    """Everything wrong in the data packages at or below a folder, file by file, in its tables, or in one table; empty where all is well.

    Problems of severity "error" keep a package from loading; those of severity "note" say what holds nothing to use.
    """
    found: list[Problem] = []
    path = Path(folder)
    plain = tables_in(path)
    if plain:
        return tuple(problem for table in plain for problem in validate(table))
    try:
        if format_of(path) and not path.name.endswith(DESCRIPTOR):
            return _of_table(path)
        packages = descriptors(path)
    except ClaimcheckError as error:
        return (_problem(path, error),)
    for descriptor in packages:
        try:
            for resource in resources(descriptor):
                found += resource.problems
        except ClaimcheckError as error:
            found.append(_problem(descriptor, error))
    return tuple(found)


def _problem(path: Path, error: ClaimcheckError) -> Problem:
    """An error as a problem of a file, whose name it may begin with."""
    place, _, sentence = str(error).partition(": ")
    line = place.removeprefix(f"{path}, line ")
    if sentence and (place == str(path) or line.isdecimal()):
        return Problem(str(path), int(line) if line.isdecimal() else None, None, sentence)
    return Problem(str(path), None, None, str(error))


def _of_table(path: Path) -> tuple[Problem, ...]:
    """What is wrong in a table's own file, read by its plain headers; a file needs no source."""
    return tuple(problem for sheet in sheets_of_file(path) for problem in rows_of(*mapped(sheet, {}))[1])


def _resource(descriptor: Path, package: Mapping[str, Any], entry: Mapping[str, Any]) -> Resource:
    path = _inside(descriptor, entry.get("path"))
    schema = _object(entry, "schema", descriptor)
    fields = [field for field in schema.get("fields") or () if isinstance(field, dict)]
    delimiter = _object(entry, "dialect", descriptor).get("delimiter")
    sheet = sheet_of_file(path, f"{descriptor.parent.name}/{entry['path']}", str(entry.get("encoding") or "utf-8-sig"), delimiter)
    source, url = _source(entry.get("sources") or package.get("sources"))
    missing = frozenset(str(text) for text in schema.get("missingValues") or ())
    sheet = evolve(sheet, source=source, url=url, missing=missing)
    for field in fields:
        if field.get("name") not in sheet.columns:
            raise TableError(f"{path} has no column {field.get('name')!r}, which {descriptor} describes.")
    sheet, columns = mapped(sheet, _object(entry, "claimcheck", descriptor))
    rows, problems = rows_of(sheet, columns)
    return Resource(sheet, columns, rows, (*problems, *_constrained(sheet, fields), *_unsourced(sheet, rows)))


def _unsourced(sheet: Sheet, rows: Iterable[Row]) -> Iterator[Problem]:
    for row in rows:
        for name, said in (("source", row.source), ("url", row.url)):
            if not said:
                yield Problem(sheet.path, row.line, name, f"the row names no {name}, and neither does the package.")


def _constrained(sheet: Sheet, fields: list[dict[str, Any]]) -> Iterator[Problem]:
    """The cells that break a constraint of their field: required, unique, enum."""
    for field in fields:
        constraints = field.get("constraints")
        if not isinstance(constraints, dict):
            continue
        allowed = {str(value) for value in constraints.get("enum") or ()}
        seen: dict[str, int] = {}
        for line, cell in zip(sheet.lines, sheet.columns[field["name"]], strict=True):
            text = cells.text(cell)
            if not text and constraints.get("required"):
                yield Problem(sheet.path, line, field["name"], "the cell is empty, and the package requires it.")
            if text and allowed and text not in allowed:
                yield Problem(sheet.path, line, field["name"], f"{text[:60]!r} is none of {', '.join(sorted(allowed))}.")
            if text and constraints.get("unique") and seen.setdefault(text, line) != line:
                yield Problem(sheet.path, line, field["name"], f"{text[:60]!r} stands in line {seen[text]} too, and must be unique.")


def _inside(descriptor: Path, path: object) -> Path:
    """The file of a resource; the standard allows no way out of the package's folder, and nothing is fetched.

    Where it is not there, a descriptor with a name of its own (homes.datapackage.json) describes the table of that name (homes.csv).
    """
    if not isinstance(path, str) or not path:
        raise TableError(f"{descriptor}: each resource needs a path to one table.")
    if ".." in PurePosixPath(path).parts or PurePosixPath(path).is_absolute() or ":" in path or "\\" in path or "\0" in path:
        raise TableError(f"{descriptor}: the path {path!r} must be relative to the package and stay inside it.")
    found = descriptor.parent / path
    beside = [descriptor.with_name(descriptor.name.removesuffix(DESCRIPTOR).rstrip(".") + suffix) for suffix in FORMATS]
    if not found.is_file() and descriptor.name != DESCRIPTOR:
        found = next((table for table in beside if table.is_file()), found)
    if format_of(found) is None or not found.is_file():
        raise TableError(f"{descriptor} names the table {path!r}, which is not there or of no format claimcheck reads.")
    return found


def _source(sources: object) -> tuple[str | None, str | None]:
    first = sources[0] if isinstance(sources, list) and sources and isinstance(sources[0], dict) else {}
    title, url = first.get("title") or first.get("name"), first.get("path") or first.get("link")
    return (title if isinstance(title, str) else None), (url if isinstance(url, str) else None)


def _object(entry: Mapping[str, Any], name: str, descriptor: Path) -> dict[str, Any]:
    value = entry.get(name) or {}
    if not isinstance(value, dict):
        raise TableError(f"{descriptor}: {name!r} of a resource must be an object, not {str(value)[:60]!r}.")
    return value

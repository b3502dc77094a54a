"""A Frictionless data package, or a single table, at an address on the web."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from urllib.parse import quote, urljoin, urlsplit

from attrs import evolve, frozen

from claimcheck.errors import ClaimcheckError, InputError, TableError
from claimcheck.model import Claim
from claimcheck.references.files import json_of, sheet_of_file
from claimcheck.references.packages import DESCRIPTOR, Resource, resources
from claimcheck.references.plain_headers import mapped
from claimcheck.references.rows import rows_of
from claimcheck.references.sources.client import Answer, Client

_TEXTS = (".csv", ".tsv", ".json")
"""Formats that are plain text; workbooks are not opened from the web."""


@frozen
class OnlineTable:
    """A data package by the address of its datapackage.json, or a CSV, TSV or JSON table with plain headers by its own."""

    url: str

    def fetch(self, claims: Sequence[Claim], client: Client) -> Iterable[Resource]:
        """The tables, each row with its address. Raises SourceError, and TableError as for files."""
        answer = client.get(self.url)
        with TemporaryDirectory() as folder:
            try:
                return tuple(_dated(found, answer) for found in self._read(Path(folder), answer, client))
            except ClaimcheckError as error:
                raise type(error)(str(error).replace(folder, self.url.rpartition("/")[0])) from None

    def _read(self, folder: Path, answer: Answer, client: Client) -> list[Resource]:
        name = PurePosixPath(urlsplit(self.url).path).name
        if PurePosixPath(name).suffix.lower() not in _TEXTS:
            raise InputError(f"{self.url} leads to no table; give the address of a {DESCRIPTOR} or of a CSV, TSV or JSON file.")
        if answer.text.lstrip().startswith("<"):
            raise TableError(f"{self.url} leads to a web page, not to a table; give the address of the file itself.")
        path = folder / name
        path.write_text(answer.text, "utf-8")
        if name != DESCRIPTOR:
            sheet = evolve(sheet_of_file(path, name), path=self.url, source=urlsplit(self.url).netloc, url=self.url)
            sheet, columns = mapped(sheet, {})
            return [Resource(sheet, columns, *rows_of(sheet, columns))]
        for table in _paths(answer, path):
            inside = folder / table
            inside.parent.mkdir(parents=True, exist_ok=True)
            inside.write_text(client.get(urljoin(self.url, quote(table))).text, "utf-8")
        return list(resources(path))


def _paths(answer: Answer, path: Path) -> list[str]:
    """The tables of a package that lie beside it; any other path is left for the package's own reading to refuse."""
    package = json_of(answer.text, path)
    listed = package.get("resources") if isinstance(package, dict) else None
    paths = [entry.get("path") for entry in listed or () if isinstance(entry, dict)] if isinstance(listed, list) else []
    return [table for table in paths if isinstance(table, str) and _is_beside(table)]


def _is_beside(path: str) -> bool:
    parts = PurePosixPath(path)
    return parts.suffix.lower() in _TEXTS and not parts.is_absolute() and ".." not in parts.parts and not set(":\\\0?#") & set(path)


def _dated(found: Resource, answer: Answer) -> Resource:
    """The table with the day of retrieval in every row; what breaks the package's own description is an error."""
    wrong = [problem for problem in found.problems if problem.severity == "error"]
    if wrong and not found.rows:
        raise TableError(str(wrong[0]))
    day = f"retrieved {answer.day}"
    rows = tuple(evolve(row, note=f"{row.note}; {day}" if row.note else day, url=row.url or answer.url) for row in found.rows)
    return evolve(found, rows=rows)

"""What a live source is: anything that answers with tables, read and mapped as those in files are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from claimcheck.model import Claim
from claimcheck.references.mapping import Columns, Given, resolve
from claimcheck.references.packages import Resource
from claimcheck.references.problems import Problem
from claimcheck.references.rows import Sheet, rows_of
from claimcheck.references.sources.client import Client

_PLAIN: Mapping[str, Given] = {
    name: name
    for name in (
        "entity",
        "place",
        "measure",
        "value",
        "unit",
        "as_of",
        "precision",
        "wordings",
        "source",
        "url",
        "note",
        "recorded_at",
        "rating",
    )
}


class Source(Protocol):
    """A service that can be asked for rows. All asking is done here: what it gives is plain rows, and a check asks nothing."""

    def fetch(self, claims: Sequence[Claim], client: Client) -> Iterable[Resource]:
        """The tables it answers with. `claims` are the figures they are for: a source may ask only for what these name.

        Raises SourceError where it cannot be reached or answers nonsense.
        """
        ...


def resource(name: str, records: Sequence[Mapping[str, str | None]], notes: Iterable[str] = ()) -> Resource:
    """A table from records whose keys are the fields of a row; `notes` say what was left out.

    >>> resource("t", [{"entity": "Peru", "measure": "population", "value": "34000000", "as_of": "2023"}]).rows[0].kind
    'count'
    """
    headers = [header for header in _PLAIN if any(record.get(header) for record in records)]
    sheet = Sheet(name, {header: [record.get(header) for record in records] for header in headers}, range(1, len(records) + 1), name)
    columns = resolve(headers, name, {header: _PLAIN[header] for header in headers}) if records else Columns((), ())
    rows, problems = rows_of(sheet, columns)
    return Resource(sheet, columns, rows, (*problems, *(Problem(name, None, None, note, "note") for note in notes)))

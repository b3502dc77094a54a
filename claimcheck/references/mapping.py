"""Which column of a table holds what: said by the user, by a data package, or guessed from plain headers.

entity, place, event      whom, where and what happening the figure is about
measure                   which statistic, or for wide tables a column for each: {"Tanks (destroyed)": "tanks lost"}
value, unit               the figure (number, range or ISO date) and its unit
as_of, recorded_at        the day for which it is true, the day it was published
period_start, period_end  first and last day the figure covers
source, url, note         where it comes from
precision, wordings       how exact it is ("month", "approximate", or the step it is rounded to: "1000");
                          other ways to say it, separated by "|"
rating                    what fact-checkers say of the row, which then is no fact but a figure that somebody gave ("False")
course                    "flow" where rows count their own days only and add up, "total" where each counts from the start, "level" else
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import TypeAlias

from attrs import frozen

from claimcheck.errors import TableError
from claimcheck.references.stated_units import without_unit

NAMES = ("entity", "place", "event")
DAYS = ("as_of", "recorded_at", "period_start", "period_end")
FIELDS = (*NAMES, "measure", "value", "unit", *DAYS, "source", "url", "note", "precision", "wordings", "course", "rating")
_LITERAL = ("unit", "source", "url", "course")

Given: TypeAlias = "str | Mapping[str, str] | None"
Pairs: TypeAlias = "tuple[tuple[str, str], ...]"

_HEADERS = {
    "entity": (
        *("entity", "country name", "country", "region", "state", "city", "town", "location", "county", "district", "province"),
        *("municipality", "territory", "name", "subject", "model", "product", "company", "firm", "bank", "brand", "team", "club", "party"),
        *("candidate", "person", "player", "organisation", "organization", "agency", "institution", "university", "school", "hospital"),
        *("item", "commodity", "good", "crop", "species", "disease", "sector", "industry", "project", "site", "station", "airport", "port"),
        *("ship", "vessel", "building", "bridge", "mountain", "river", "lake", "island", "storm", "fire"),
    ),
    "place": ("place",),
    "event": ("event",),
    "measure": ("measure", "indicator name", "indicator", "metric", "statistic", "variable"),
    "value": ("value", "figure", "obs_value", "amount"),
    "unit": ("unit", "units", "unit of measure"),
    "as_of": ("as_of", "as of", "date", "day", "time period", "time_period", "quarter", "month", "year", "reporting date"),
    "recorded_at": ("recorded_at", "recorded at", "published"),
    "period_start": ("period_start", "time_start", "start", "start date", "start_date"),
    "period_end": ("period_end", "time_end", "end", "end date", "end_date"),
    "source": ("source", "source_name"),
    "url": ("url", "source_url", "link"),
    "note": ("note", "notes"),
    "precision": ("precision",),
    "wordings": ("wordings",),
    "course": ("course",),
}
_NO_FIGURES = re.compile(r"(?i)(?:.*[ _])?(?:id|index|code|iso\d?|lat|lon|latitude|longitude|day|week|month|quarter|year|rank)|unnamed.*|")


@frozen
class Columns:
    """The fields of a table as pairs.

    `columns` holds (field, column), `figures` (column, measure), `units` (column or measure, unit), `fixed` (field, text in every row).
    A long table has one column of figures whose measure is "": the measure column names it row by row.
    """

    columns: Pairs
    figures: Pairs
    units: Pairs = ()
    fixed: Pairs = ()

    def explained(self) -> tuple[str, ...]:
        """One line a field: what it was taken from.

        >>> resolve(["town", "homes"], "t", {"entity": "town", "value": "homes", "unit": "count"}).explained()
        ("entity: column 'town'", "homes: column 'homes', in count", "unit: 'count' in every row")
        """
        units = dict(self.units) | {name: text for name, text in self.fixed if name == "unit"}
        lines = [f"{name}: column {column!r}" for name, column in self.columns]
        for column, measure in self.figures:
            unit = dict(self.units).get(column) or units.get(measure) or units.get("unit")
            lines.append(f"{measure or 'value'}: column {column!r}" + (f", in {unit}" if unit else ""))
        return (*lines, *(f"{name}: {text!r} in every row" for name, text in self.fixed))


def resolve(headers: Sequence[str], table: str, given: Mapping[str, Given]) -> Columns:
    """The columns that keyword arguments or a data package name; each keyword is a field, or `units` or `fixed`.

    A name is a column's header. `unit`, `source`, `url` and `course` may also be the text itself, for every row; other fields get a text
    for every row by `fixed`, such as {"entity": "Peru"}. `units` maps columns or measures to units. Without `measure` the column of figures
    names it.

    Raises TableError for a keyword that is no field, a column that is not there, and where nothing says which column holds the figures or
    whom they are about.
    """
    texts = {name: how for name, how in given.items() if isinstance(how, str)}
    fixed = dict(_mapping(given, "fixed", table))
    units = _mapping(given, "units", table)
    measures = _mapping(given, "measure", table) if "measure" not in texts else {}
    _known_fields((*given, *fixed), table)
    for name in _LITERAL:
        if name in texts and texts[name] not in headers:
            fixed[name] = texts.pop(name)
    value = texts.pop("value", None)
    for column in (*texts.values(), *measures, *([value] if value else ())):
        _known_column(column, headers, table)
    if not measures and value is None:
        held = ", ".join(map(repr, headers[:20]))
        raise TableError(
            f"Table {table!r}: nothing says which column holds the figures; give value= or measure={{column: name}}, of {held}."
        )
    if not {*NAMES} & {*texts, *fixed}:
        raise TableError(
            f"Table {table!r}: nothing says whom or what its figures are about; give the column by entity= (or place=, event=), "
            'or one name for all rows by fixed={"entity": "Peru"}.'
        )
    if value and not measures:
        measures = {value: "" if {"measure"} & {*texts, *fixed} else plain(value)}
    return Columns(tuple(texts.items()), tuple(measures.items()), tuple(units.items()), tuple(fixed.items()))


def guess(headers: Sequence[str], numeric: Iterable[str]) -> dict[str, Given]:
    """What a table without any mapping most likely means: plain headers by their names, all other columns of numbers as measures.

    >>> guess(["Country", "Year", "Tourists"], ["Year", "Tourists"])
    {'entity': 'Country', 'as_of': 'Year', 'measure': {'Tourists': 'Tourists'}}

    Where nothing but names, events and days is told, the days are what the table holds.

    >>> guess(["bridge", "event", "date"], [])
    {'entity': 'bridge', 'as_of': 'date', 'measure': 'event', 'value': 'date'}
    >>> guess(["event", "date"], [])
    {'as_of': 'date', 'measure': 'event', 'value': 'date', 'entity': 'event'}
    """
    plainly = {header.lower().strip(): header for header in reversed(headers)}
    found: dict[str, Given] = {}
    for name, wordings in _HEADERS.items():
        header = next((plainly[wording] for wording in wordings if wording in plainly), None)
        if header is not None and header not in found.values():
            found[name] = header
    if "value" not in found:
        taken = set(found.values())
        found["measure"] = {h: plain(h) for h in numeric if h not in taken and not _NO_FIGURES.fullmatch(h.strip())}
        if not found["measure"] and {"event", "as_of"} <= {*found}:
            event = found.pop("event")
            found |= {"measure": event, "value": found["as_of"], "entity": found.get("entity", event)}
    return found


def plain(header: str) -> str:
    """A header as the words of a measure.

    >>> plain("homes_built"), plain("Wheat price (EUR/t)")
    ('homes built', 'Wheat price')
    """
    return " ".join(without_unit(header).replace("_", " ").split())


def _mapping(given: Mapping[str, Given], name: str, table: str) -> dict[str, str]:
    how = given.get(name) or {}
    if isinstance(how, str) or not all(isinstance(text, str) for pair in how.items() for text in pair):
        raise TableError(f"Table {table!r}: {name} must map names to texts, not {how!r}.")
    return dict(how)


def _known_fields(names: Iterable[str], table: str) -> None:
    for name in names:
        if name not in (*FIELDS, "units", "fixed"):
            raise TableError(f"Table {table!r}: {name!r} is no field of a reference table; the fields are {', '.join(FIELDS)}.")


def _known_column(column: str, headers: Sequence[str], table: str) -> None:
    if column not in headers:
        close = get_close_matches(column, headers, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"its columns are {', '.join(map(repr, headers[:20]))}."
        raise TableError(f"Table {table!r} has no column {column!r}; {hint}")

"""Facts of Wikidata (CC0), asked for by SPARQL at its query service: population, area, height and length, dates of birth and founding."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import Factory, frozen

from claimcheck.comparing.sentence_names import named_in
from claimcheck.errors import SourceError
from claimcheck.model import Claim
from claimcheck.reading import places
from claimcheck.references.packages import Resource
from claimcheck.references.sources.client import Answer, Client
from claimcheck.references.sources.protocol import resource

PROPERTIES: Mapping[str, tuple[str, str]] = {
    "P1082": ("population", "population"),
    "P2046": ("area", "area"),
    "P2044": ("elevation", "elevation above sea level|height"),
    "P2043": ("length", "length"),
    "P2048": ("height", "height"),
    "P569": ("birth", "born|birth"),
    "P570": ("death", "died|death"),
    "P571": ("founding", "founded|founding|established|created"),
}
"""Properties that are asked for, with the measure and the wordings that prose has for them."""
_UNITS = {
    "Q199": "count",
    "Q11573": "meter",
    "Q828224": "kilometer",
    "Q174728": "centimeter",
    "Q3710": "foot",
    "Q253276": "mile",
    "Q25343": "square meter",
    "Q712226": "square kilometer",
    "Q232291": "square mile",
    "Q35852": "hectare",
}
"""Wikidata's items of units."""
_DATES = {"9": 4, "10": 7, "11": 10}
"""How much of a time holds, by its precision: year, month, day."""
_GREGORIAN = "Q1985727"
_AT_ONCE = 30
_TIMES = 5
"""How many times as many articles the one thing has that a name means. A convention of this project."""
_QUERY = """\
PREFIX wikibase: <http://wikiba.se/ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX p: <http://www.wikidata.org/prop/>
PREFIX psv: <http://www.wikidata.org/prop/statement/value/>
PREFIX pq: <http://www.wikidata.org/prop/qualifier/>
SELECT ?label ?item ?property ?amount ?unit ?time ?precision ?calendar ?at ?links WHERE {{
  VALUES ?label {{ {labels} }}
  VALUES (?property ?claim ?value) {{ {properties} }}
  ?item rdfs:label ?label ; ?claim ?statement .
  ?statement wikibase:rank ?rank ; ?value ?node .
  FILTER(?rank != wikibase:DeprecatedRank)
  OPTIONAL {{ ?node wikibase:quantityAmount ?amount ; wikibase:quantityUnit ?unit }}
  OPTIONAL {{ ?node wikibase:timeValue ?time ; wikibase:timePrecision ?precision ; wikibase:timeCalendarModel ?calendar }}
  OPTIONAL {{ ?statement pq:P585 ?at }}
  OPTIONAL {{ ?item wikibase:sitelinks ?links }}
}} LIMIT 20000"""


@frozen
class _Thing:
    """What was found about one item, and how many articles there are about it."""

    links: int
    records: list[dict[str, str | None] | None] = Factory(list)


@frozen
class Wikidata:
    """Facts about things by their English names; without `names` about what the figures' sentences name, which are then sent there."""

    names: tuple[str, ...] = ()
    properties: tuple[str, ...] = tuple(PROPERTIES)
    address: str = "https://query.wikidata.org/sparql"

    def fetch(self, claims: Sequence[Claim], client: Client) -> Iterable[Resource]:
        """One table. Of several things of one name the far better known is taken, else none, told in a note. Raises SourceError."""
        labels = sorted(set(self.names) or _named(claims))
        things: dict[str, dict[str, _Thing]] = {}
        for first in range(0, len(labels), _AT_ONCE):
            asked = {"query": _query(labels[first : first + _AT_ONCE], self.properties), "format": "json"}
            answer = client.get(self.address, asked, {"Accept": "application/json"})
            for binding in _bindings(answer):
                thing = things.setdefault(binding["label"], {}).setdefault(binding["item"], _Thing(int(binding.get("links", "0"))))
                thing.records.append(_record(binding, str(answer.day)))
        chosen = {name: _best_known(list(items.values())) for name, items in things.items()}
        notes = [
            f"{name!r} names {len(things[name])} things ({', '.join(sorted(things[name]))}); none was taken."
            for name, thing in chosen.items()
            if thing is None
        ]
        return (resource("Wikidata", [record for thing in chosen.values() if thing for record in thing.records if record], notes),)


def _best_known(things: Sequence[_Thing]) -> _Thing | None:
    """The thing that a name means: the only one, or one with many times as many articles as the next."""
    first, *others = sorted(things, key=lambda thing: thing.links, reverse=True)
    return first if not others or first.links >= _TIMES * max(others[0].links, 1) else None


def _named(claims: Iterable[Claim]) -> set[str]:
    """The proper names in the sentences of figures, places by the gazetteer's name."""
    found: set[str] = set()
    for sentence in {claim.sentence for claim in claims}:
        for start, end, _ in named_in(sentence):
            name = sentence[start:end].removesuffix("'s").removesuffix("’s").strip()
            found.add(places.canonical(name) or places.demonym(name) or name)
    return found


def _query(labels: Iterable[str], properties: Iterable[str]) -> str:
    """The question, every name as a literal that cannot end itself."""
    base = "http://www.wikidata.org"
    asked = " ".join(f"(<{base}/entity/{name}> <{base}/prop/{name}> <{base}/prop/statement/value/{name}>)" for name in properties)
    return _QUERY.format(labels=" ".join(f'"{_escaped(label)}"@en' for label in labels), properties=asked)


def _escaped(label: str) -> str:
    safe = "".join(letter if letter.isprintable() else " " for letter in label)
    return safe.replace("\\", "\\\\").replace('"', '\\"')


def _bindings(answer: Answer) -> Iterator[dict[str, str]]:
    """The rows of a SPARQL answer in JSON (https://www.w3.org/TR/sparql11-results-json/)."""
    given = answer.json()
    try:
        bindings = given["results"]["bindings"]
        for binding in bindings:
            yield {name: str(part["value"]) for name, part in binding.items()}
    except (TypeError, KeyError, AttributeError):
        raise SourceError(
            f"{answer.url.partition('?')[0]} does not answer as SPARQL 1.1 has it; is this the address of a query service?"
        ) from None


def _record(binding: Mapping[str, Any], day: str) -> dict[str, str | None] | None:
    """A row; None for a unit, calendar or precision that is not known."""
    value, unit, precision = binding.get("amount"), _UNITS.get(_item(binding.get("unit"))), None
    if binding.get("time") is not None:
        length = _DATES.get(binding.get("precision", ""))
        value = binding["time"].removeprefix("+")[:length] if length and _item(binding.get("calendar")) == _GREGORIAN else None
        unit, precision = "date", {4: "year", 7: "month", 10: "day"}.get(length or 0)
    if value is None or unit is None or value.startswith("-"):
        return None
    measure, wordings = PROPERTIES.get(_item(binding["property"]), (_item(binding["property"]), ""))
    return {
        "entity": binding["label"],
        "measure": measure,
        "value": value.removeprefix("+"),
        "unit": unit,
        "as_of": binding["at"][:10] if binding.get("at") else None,
        "precision": precision,
        "wordings": wordings,
        "source": "Wikidata",
        "url": binding["item"],
        "note": f"retrieved {day}",
    }


def _item(address: str | None) -> str:
    return (address or "").rpartition("/")[2]

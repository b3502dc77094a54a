"""The gazetteer: which place lies inside which, and which country a demonym names.

Countries, capitals, states and regions, places the world's news often names, and cities of 300,000 people and more after GeoNames
(geonames.org, CC BY 4.0).
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.vocabulary import table

_DEEPEST = 8
"""Steps from a place to the world; a longer chain would be a loop in the table."""


def canonical(name: str) -> str | None:
    """The gazetteer's name of a place, None where it knows none.

    >>> canonical("Britain"), canonical("Kiev"), canonical("Atlantis")
    ('United Kingdom', 'Kyiv', None)
    """
    row = _rows().get(name)
    if row is None:
        return None
    kind, inside = row
    return inside if kind == "alias" else name


def contains(outer: str, inner: str) -> bool:
    """Whether the gazetteer says that `inner` is `outer` or lies inside it; False where either is unknown.

    >>> contains("Japan", "Sapporo"), contains("Sapporo", "Japan"), contains("Gaza Strip", "Rafah")
    (True, False, True)
    """
    wanted = canonical(outer)
    return wanted is not None and wanted in _chain(inner)


def around(name: str) -> tuple[str, ...]:
    """The place and all it lies in, from the inside out; empty where the gazetteer does not know it.

    >>> around("Phoenix")
    ('Phoenix', 'Arizona', 'United States', 'North America', 'Americas')
    """
    return _chain(name)


def is_inside(inner: str, outer: str) -> bool:
    """Whether the table gives `outer` as what `inner` lies in, with nothing between.

    >>> is_inside("Arizona", "United States"), is_inside("Phoenix", "United States")
    (True, False)
    """
    place = canonical(inner)
    return place is not None and _rows()[place][1] == outer


def country_of(name: str) -> str | None:
    """The country a place is or lies in, None where that is unknown or no country's.

    >>> country_of("Phoenix"), country_of("UK"), country_of("Red Sea")
    ('United States', 'United Kingdom', None)
    """
    return next((place for place in _chain(name) if _rows()[place][0] == "country"), None)


def demonym(word: str) -> str | None:
    """The country (or region, city) a demonym belongs to; capital letters count ("Polish", not "polish").

    >>> demonym("Ukrainians"), demonym("Dutch"), demonym("polish")
    ('Ukraine', 'Netherlands', None)
    """
    return _demonyms().get(word)


def adjective(place: str) -> str | None:
    """The adjective of a place, where the table has one.

    >>> adjective("Ukraine"), adjective("Britain"), adjective("Rafah")
    ('Ukrainian', 'British', None)
    """
    return _adjectives().get(canonical(place) or place)


def is_country(name: str) -> bool:
    """Whether the name is a country's.

    >>> is_country("UK"), is_country("Kent")
    (True, False)
    """
    place = canonical(name)
    return place is not None and _rows()[place][0] == "country"


def is_capital(name: str) -> bool:
    """Whether the name is a capital's.

    >>> is_capital("Kiev"), is_capital("Lviv")
    (True, False)
    """
    place = canonical(name)
    return place is not None and _rows()[place][0] == "capital"


@lru_cache(maxsize=8192)
def _chain(name: str) -> tuple[str, ...]:
    """The place and all it lies in, from the inside out."""
    found: list[str] = []
    place = canonical(name)
    while place is not None and place not in found and len(found) < _DEEPEST:
        found.append(place)
        place = canonical(_rows()[place][1])
    return tuple(found)


@cache
def _rows() -> dict[str, tuple[str, str]]:
    return {row["name"]: (row["kind"], row["inside"]) for row in table("places")}


@cache
def _demonyms() -> dict[str, str]:
    return {row["word"]: row["place"] for row in table("demonyms")}


@cache
def _adjectives() -> dict[str, str]:
    found: dict[str, str] = {}
    for word, place in _demonyms().items():
        found.setdefault(place, word)
    return found

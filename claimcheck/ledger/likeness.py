"""How alike the parts of two scopes are: nouns, people and things, places, events."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.comparing.names import groups_of, kinship
from claimcheck.ledger.roots import YEAR, capitals, roots
from claimcheck.reading.measures import known
from claimcheck.reading.places import contains


@lru_cache(maxsize=65536)
def apart(one: str | None, other: str | None) -> bool:
    """Whether two nouns count people or things that cannot be the same.

    >>> apart("soldier", "troop"), apart("civilian", "person"), apart("soldier", "child")
    (False, False, True)
    """
    mine, others = groups_of(one), groups_of(other)
    return bool(mine and others) and all(kinship(a, b) in ("apart", "part") for a in mine for b in others)


@lru_cache(maxsize=65536)
def of_two_measures(one: str | None, other: str | None) -> bool:
    """Whether both are statistics of the vocabulary, and not the same.

    >>> of_two_measures("deaths", "injuries"), of_two_measures("deaths", "crewed"), of_two_measures("deaths", None)
    (True, False, False)
    """
    return one != other and bool(one and known(one)) and bool(other and known(other))


@lru_cache(maxsize=65536)
def entity_likeness(one: str | None, other: str | None) -> int:
    """How many words two wordings of people or things share, -1 where they share none and neither names a place inside the other's.

    >>> entity_likeness("Torvian soldiers", "troops of Torvia"), entity_likeness("police", "firefighters")
    (2, -1)
    """
    if not one or not other:
        return 0
    return len(_content(one) & _content(other)) or (0 if _one_holds_the_other(capitals(one), capitals(other)) else -1)


@lru_cache(maxsize=65536)
def place_likeness(one: str | None, other: str | None) -> int:
    """How many words two places share, -1 where they share none and neither lies in the other.

    >>> place_likeness("Lodvik", "Velmark"), place_likeness("Lyon", "France"), place_likeness(None, "Lyon")
    (-1, 1, 0)
    """
    if not one or not other:
        return 0
    return len(roots(one) & roots(other)) or (1 if _one_holds_the_other(one, other) else -1)


@lru_cache(maxsize=65536)
def event_likeness(one: str | None, other: str | None) -> int:
    """How many words two wordings of an event share, -1 where they name other places or years.

    >>> event_likeness("war in Velmark", "Velmark war"), event_likeness("storm of 2019", "storm of 2021")
    (2, -1)
    """
    if not one or not other:
        return 0
    (named, years), (other_named, other_years) = _names_and_years(one), _names_and_years(other)
    if years and other_years and not years & other_years:
        return -1
    if named and other_named and not named & other_named and not _one_holds_the_other(capitals(one), capitals(other)):
        return -1
    return len(roots(one) & roots(other))


@lru_cache(maxsize=65536)
def _names_and_years(event: str) -> tuple[frozenset[str], frozenset[str]]:
    years = frozenset(YEAR.findall(event))
    return roots(capitals(event)) - years, years


@lru_cache(maxsize=65536)
def _one_holds_the_other(one: str, other: str) -> bool:
    return contains(one, other) or contains(other, one)


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    return roots(text) | groups_of(text)

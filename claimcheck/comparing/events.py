"""Kinds of events: their families, whether they recur, and what a figure of one is a figure of."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.reading.story_events import events_in, may_tell_of_event
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table


@lru_cache(maxsize=4096)
def event_types(text: str | None) -> frozenset[str]:
    """The families of events a wording names.

    >>> event_types("the quake in Ardosa"), event_types("shooting in Reno") == event_types("attack on Reno")
    (frozenset({'earthquake'}), True)
    """
    return frozenset(row["family"] for row in _named(text))


@lru_cache(maxsize=4096)
def recurs(text: str | None) -> bool:
    """Whether events of this kind come again and again, so that two reports on one may be on two (strikes, shootings)."""
    return any(row["recurs"] == "yes" for row in _named(text))


@lru_cache(maxsize=4096)
def rarely(text: str | None) -> bool:
    """Whether events of this kind are so rare that two reports within days are hardly on two (earthquakes, hurricanes)."""
    return any(row["recurs"] == "rarely" for row in _named(text))


@lru_cache(maxsize=4096)
def _named(text: str | None) -> tuple[dict[str, str], ...]:
    """The rows of the kinds of events that a wording names."""
    if not text or not may_tell_of_event(text):
        return ()
    return tuple(_events()[event] for _, event, _ in events_in(cut(text)) if event in _events())


@cache
def of_sort(sort: str) -> frozenset[str]:
    """The families of events of one sort: "disaster", or "two sides" where two parties are counted."""
    return frozenset(row["family"] for row in _events().values() if row["sort"] == sort)


def is_incident(event: str) -> bool:
    """Whether an event of the events table happens once and is over, as a crash does and a war does not.

    >>> is_incident("crash"), is_incident("uprising")
    (True, False)
    """
    return event in _events() and _events()[event]["sort"] != "two sides"


@cache
def _events() -> dict[str, dict[str, str]]:
    return {row["event"]: row for row in table("event_types")}

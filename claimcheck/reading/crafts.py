"""The craft a disaster is about: the flight, the ship or the train, by the name the article gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from claimcheck.reading import places
from claimcheck.reading.story import Story, story_words
from claimcheck.reading.story_events import events_in
from claimcheck.vocabulary import table


def _one_of(role: str) -> str:
    """A pattern for the words of a role, with or without a capital where they have none."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" if word.islower() else word for word in sorted(story_words(role)))


FLIGHT = re.compile(r"\b(?:[A-Z][\w’']+ ){0,3}Flight \d{1,4}\b")
_AIRLINE = re.compile(rf"\b(?:[A-Z]\w+ (?:{_one_of('airline')})|Air [A-Z]\w+)\b")
_SHIP = re.compile(
    rf"\b(?:(?:{_one_of('ship')}),?(?: (?:called|named))?|{_one_of('ship prefix')})"
    r" [“\"']?(?P<name>(?>[A-Z]\w+(?: (?:of (?:the )?)?[A-Z]\w+){0,2}))\b(?! \d)"
)
_VESSEL = re.compile(
    rf"\b[Tt]he (?:(?:{_one_of('ship')}) )?"
    rf"(?P<name>(?>(?:M[SVT] )?(?:(?:{_one_of('ship of')}) of (?:the )?)?[A-Z]\w+(?: [A-Z]\w+)?))\b(?! \d)"
)
"""A name behind "the"; what a number follows is a thing of a kind ("the Number 12 ferry", "the trawler SK 113"), all of it."""
_TRAIN = re.compile(
    r"\b(?:(?!The |On |In |A |When |After |Daily |Royal )[A-Z][\w’']+ ){0,2}"
    rf"(?:{_one_of('numbered train')})"
    r" (?:[Nn]o\.? |[Nn]umber )?[A-Z]{0,3}\d{1,5}\b|\b(?:(?!The |Daily |Royal )[A-Z][\w’']+ ){1,3}"
    rf"(?:{_one_of('named train')})\b"
)

_NUMBERED = re.compile(r"\b(?:train|express),? (?:numbered|number|No\.?) (?P<number>\d{1,5})\b")


def crashed(story: Story, lead: str) -> str | None:
    """The flight or train of the lead, else the airline, else the name the headline sets before the event, else the train of the text."""
    text = story.text
    airline = most_frequent(_AIRLINE.findall(text))
    named = most_frequent(FLIGHT.findall(lead)) or _only_flight(text, airline or "")
    if named is not None and named.startswith("Flight ") and airline is not None:
        named = f"{airline} {named}"
    return named or train(lead) or airline or _headed_event(story) or train(text)


def _only_flight(text: str, airline: str) -> str | None:
    """The flight of a text that names one of the airline it names most, in its longest form.

    >>> _only_flight("Flight 208 was late. Torvia Air Flight 208 left Holm.", "Torvia Air"), _only_flight("Pan Am Flight 9", "Torvia Air")
    ('Torvia Air Flight 208', None)
    """
    found = [name for name in FLIGHT.findall(text) if name.startswith(("Flight ", f"{airline} "))]
    return max(found, key=len) if len({name.rsplit(" ", 1)[-1] for name in found}) == 1 else None


def train(text: str) -> str | None:
    """The train or coach of a number or a name of its own.

    >>> train("The train, Regional 41, left Holm at noon. Regional 41 had five coaches."), train("The train left Holm at noon.")
    ('Regional 41', None)
    """
    numbered = _NUMBERED.search(text)
    return most_frequent(_TRAIN.findall(text)) or (f"Train {numbered['number']}" if numbered else None)


def is_afloat(story: Story) -> bool:
    """Whether the headline names a craft that can sink."""
    return story.head is not None and not _afloat().isdisjoint(story.head.words)


@cache
def _afloat() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("descriptions") if row["event"] == "sinking")


def vessel(text: str) -> str | None:
    """The ship named most often; a name behind "ferry", "MV" or "called" is surer than one behind "the" alone."""
    named = most_frequent([match["name"] for match in _SHIP.finditer(text) if places.canonical(match["name"]) is None])
    if named is not None:
        return named
    return most_frequent([name for name in (match["name"] for match in _VESSEL.finditer(text)) if _names_a_ship(name)])


def _names_a_ship(name: str) -> bool:
    words = name.split()
    if not (story_words("office") | story_words("landform")).isdisjoint(words):
        return False
    return places.canonical(name) is None and places.demonym(words[0]) is None


def _headed_event(story: Story) -> str | None:
    """The name the headline sets before the event: "Torvia Wings" of "Torvia Wings crash: families visit the site"."""
    for tokens, names in story.opening[: len(story.heading)]:
        events = {at for at, _, _ in events_in(tokens)}
        return next((name.text for name in names if name.last in events and name.place is None and " " in name.text), None)
    return None


def most_frequent(found: Sequence[str]) -> str | None:
    """The one found most often, the first of equals."""
    return Counter(found).most_common(1)[0][0] if found else None

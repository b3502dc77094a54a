"""The entity the article supplies where a figure's sentence names none, or only a common noun."""

from __future__ import annotations

from collections.abc import Callable

from claimcheck.reading.framed import Reading
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.subjects import describes
from claimcheck.reading.topic import Topic
from claimcheck.vocabulary import word_set

_STATISTICS = ("labour market", "economy", "budget", "census", "housing market", "election", "referendum")
"""Events whose protagonist is a country or town."""
_FOUGHT = ("war", "attack", "uprising")
_TROOPS = word_set("troops without a name")
"""What is said of the two sides of a civil war without their names."""
_OF_UNIONS = ("pay rise", "wage growth", "on strike", "members", "turnout", "votes")
"""Measures that a strike's union has."""
_OF_STRIKERS = ("on strike", "members")
"""Measures of a union's people, whatever they are called: drivers, dockers, workers."""
_OF_APPEALS = ("funds sought", "funded")
"""Measures of what is asked for the needy, which belong to the appeal."""
_OF_EVENTS = ("cost", "damage", "duration")
"""Measures that an event itself has."""


def entity(topic: Topic, figure: Quantity, reading: Reading | None, stated: str | None, adjective: Callable[[str], str]) -> str | None:
    """The stated entity completed: the story's protagonist for none, "pilot of Flight 88" for "pilot".

    `adjective` gives the adjective of a side.
    """
    about = reading.measure.about if reading is not None else None
    named = stated is not None and stated != stated.lower()
    if about == "counter" or (stated is not None and stated.endswith(" forecast")):
        return stated
    persons = about == "people" or (about is None and figure.kind == "count")
    if persons and stated in _TROOPS and topic.kind in _FOUGHT:
        stated = _of_civil_war(topic, stated, adjective)
        named = stated != stated.lower()
    if topic.kind == "exchange" and topic.home and persons and not named:
        return " ".join(filter(None, (adjective(topic.home), stated)))
    if reading is not None and reading.measure.name == "policy rate":
        return _central_bank(topic, stated)
    if reading is not None and reading.measure.name in _OF_APPEALS and topic.kind != "results":
        return f"{stated} appeal" if stated is not None else "appeal"
    if stated is None:
        return _missing(topic, figure, reading, about)
    if not named and topic.kind in (None, "results") and topic.entity is not None and describes(stated, "results"):
        return topic.entity
    if topic.kind == "walkout":
        name = reading.measure.name if reading is not None else ""
        if name in _OF_STRIKERS and topic.entity is not None and (not named or stated == topic.country):
            return topic.entity
        return "strike" if describes(stated, "walkout") else stated
    if topic.subject is None:
        return stated
    if stated in topic.subject.split():
        return topic.subject
    if reading is not None and reading.measure.name == "searchers" and not named:
        return f"{stated} of {topic.subject}"
    if named or about in ("people", "actor"):
        return stated
    if describes(stated, topic.kind):
        return topic.subject
    if topic.subject == topic.place:
        return topic.subject if about == "country" else f"{stated} of {topic.subject}" if topic.kind in _STATISTICS else stated
    return stated if topic.entity is None or topic.kind == "outbreak" else f"{stated} of {topic.entity}"


def _of_civil_war(topic: Topic, stated: str, adjective: Callable[[str], str]) -> str:
    """Whose troops or rebels they are where a land fights a body of its own: the soldiers are the land's, the rebels the body's."""
    body, land = (next((side for side in topic.sides if (" " in side) == is_body), None) for is_body in (True, False))
    if body is None or land is None:
        return stated
    return f"{adjective(land) if stated == 'forces' else body} forces"


def _central_bank(topic: Topic, stated: str | None) -> str | None:
    """Whose a policy rate is: the bank named, with its country, else the central bank of the country."""
    land = topic.country or topic.subject
    if stated is not None and land is not None and stated.endswith("Bank") and land not in stated:
        return f"{stated} of {land}"
    if stated is None or stated.endswith("bank") or stated == land:
        return f"central bank of {land}" if land is not None else stated
    return stated


def _missing(topic: Topic, figure: Quantity, reading: Reading | None, about: str | None) -> str | None:
    """The entity of a figure whose sentence names none."""
    if topic.kind == "walkout":
        return _of_strike(topic, figure, reading, about)
    if about == "none":
        return None
    if about == "country" and topic.kind not in (*_STATISTICS, "results"):
        return topic.country
    if about in ("people", "actor") and (topic.kind is None or topic.subject == topic.place):
        return None
    if topic.subject is None:
        own = reading is not None and reading.role != "taken" and reading.measure.name in _OF_EVENTS
        return topic.kind if own else None
    return topic.subject if figure.kind != "age" or about == "owner" else None


def _of_strike(topic: Topic, figure: Quantity, reading: Reading | None, about: str | None) -> str | None:
    """In a story of a strike: the strike itself, the union whose demand it is, or the country."""
    name = reading.measure.name if reading is not None else None
    if figure.kind == "duration" or (reading is not None and reading.role != "taken" and name in _OF_EVENTS):
        return "strike"
    return topic.entity if name in _OF_UNIONS else topic.country if about == "country" else None

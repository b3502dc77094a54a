"""The "since" of a figure: from which day on it counts."""

from __future__ import annotations

from datetime import timedelta

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading import time_scenes
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.time_scenes import Scene
from claimcheck.reading.time_words import cues
from claimcheck.reading.usual_times import beginning, course

_SIGHT = 80
"""Tokens around a figure in which a "since" can matter to it."""
_OPENINGS = ("since", "starting", "beginning", "from", "back", "to")


def begun(scene: Scene) -> Period | None:
    """The period of a "since" in the figure's clause; open at the end where it names an event, which goes on."""
    if scene.quantity.kind in ("age", "duration"):
        return None
    for mention in scene.dates:
        if mention.role == "since" and mention.start and _governs(scene, mention.first, mention.last):
            return _since(scene, mention)
    if scene.since is None or course(scene) != "grows":
        return None
    low = max(0, scene.first - _SIGHT)
    for at, word in enumerate(scene.tokens.words[low : scene.last + _SIGHT], low):
        if word == "since" and time_scenes.same_clause(scene, at, at):
            return Period(beginning(scene), None)
    return None


def _last_close(scene: Scene) -> str | None:
    """The day before publication: the last of which a paper knows the close of trading."""
    return str(days.last_day(scene.published) - timedelta(1)) if scene.published else None


def _governs(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens first..last stand in the figure's clause, or open its sentence: "Since May, 40 ships have sunk"."""
    words = scene.tokens.words
    if last < scene.first and words[last : last + 1] == (",",) and "," not in words[:last] and words[0] in _OPENINGS:
        return time_scenes.same_clause(scene, last, last + 1)
    return time_scenes.same_clause(scene, first, last)


def _since(scene: Scene, mention: DateMention) -> Period | None:
    words, start = scene.tokens.words, mention.start or ""
    opening = next((i for i in range(mention.first - 1, max(-1, mention.first - _SIGHT), -1) if words[i] in _OPENINGS), 0)
    if not cues("superlative").isdisjoint(words[max(0, opening - 6) : opening]):
        return None
    of_event = mention.first - opening > 2 or (mention.value is not None and mention.value == scene.since)
    if not of_event:
        return Period(start, _last_close(scene) if scene.measure in ("share price", "market value", "stock index") else scene.published)
    if scene.since and (mention.precision == "year" or days.overlaps(scene.since, start[:7])):
        start = beginning(scene) or start
    return Period(start, None)

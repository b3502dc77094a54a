"""The days over which a figure changed: "14 more than on Thursday", "up half a point within a month"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading.calendar import shift
from claimcheck.reading.time_frames import Frame
from claimcheck.reading.time_modifiers import NUMBER
from claimcheck.reading.time_scenes import Scene, is_forecast
from claimcheck.reading.time_words import read
from claimcheck.reading.usual_times import course, usual_period

_MORE = (("more",), ("fewer",), ("less",), ("higher",), ("lower",))
_NEAR = 4
"""Tokens behind a change within which the time stands in which it came about."""
_CLOSING = (",", ";", ".", "—", "than", "from", "to", "and", "but", "that", "who")
_HEDGES = ("less", "more", "than", "just", "only", "about", "under", "little", "some", "barely", "the", "space", "of", "course")
_LENGTH = re.compile(rf"{NUMBER}U")


def of_change(scene: Scene, frame: Frame) -> Period | None:
    """The days from an earlier count to the one that a change leads to; None where the words give none.

    A change of what comes out by month is of the month, unless the words say over how long it came about.
    """
    if scene.quantity.change is None or scene.published is None or scene.quantity.kind in ("age", "duration"):
        return None
    reported = frame.reported if usual_period(scene, frame) == "reported" else None
    end = reported.end if reported is not None and reported.end else scene.published
    start = None if is_forecast(scene) else _over_length(scene, days.last_day(end))
    if start is not None:
        return Period(start.isoformat(), end)
    return _since_compared(scene) if reported is None else None


def _since_compared(scene: Scene) -> Period | None:
    """ "14 more than on Thursday": from the day compared with; a flow has no such days."""
    words, than = scene.tokens.words, scene.quantity.last
    than += words[than : than + 1] in _MORE
    if words[than : than + 1] != ("than",) or course(scene) == "flow":
        return None
    compared = next((m for m in scene.dates if than < m.first <= than + 3 and m.precision in ("day", "range")), None)
    if compared is None or compared.end is None or compared.end >= (scene.published or ""):
        return None
    between = words[than + 1 : compared.first]
    return Period(compared.end, scene.published) if set(between) <= {"on", "at", "the", "by", "were", "was", "reported"} else None


def _over_length(scene: Scene, end: date) -> date | None:
    """The first day of the "in three days" that ends on a day and stands right behind a change."""
    reading = read(scene.tokens, None)
    for at in range(scene.last, min(len(scene.tokens), scene.quantity.last + _NEAR)):
        word = scene.tokens.words[at]
        if word in _CLOSING:
            return None
        if word in ("in", "within", "over"):
            first = at + 1
            while scene.tokens.words[first : first + 1] and scene.tokens.words[first] in _HEDGES:
                first += 1
            match = _LENGTH.match(reading.letters, first)
            amount = reading.amount(first, match.end() - 1) if match else None
            return _before(end, reading.meaning(match.end() - 1), amount) if match and amount is not None else None
    return None


def _before(end: date, unit: str, amount: float) -> date | None:
    """So long before a day; before the last day of a month the last day of another."""
    after = end + timedelta(1)
    if after.day > 1:
        return shift(end, unit, -amount)
    start = shift(after, unit, -amount)
    return start - timedelta(1) if start is not None else None

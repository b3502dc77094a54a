"""When a figure is true and which days it covers.

`as_of` is the day for which a figure is true: the day its own clause gives, else the day of publication. The day on which somebody
said it is another thing. A toll of a fresh event is as of its telling, not of the event; a month's or quarter's figure is as of its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading import governing, grown_times, time_frames, time_scenes
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.since import begun as begun_since
from claimcheck.reading.time_frames import NO_FRAME, Frame, former, frame, year_before
from claimcheck.reading.time_scenes import Scene
from claimcheck.reading.time_words import cues
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.usual_times import (
    BY_NIGHT,
    beginning,
    by_default,
    course,
    is_handed_over,
    is_so_far,
    is_total,
    period_of,
    usual_period,
)

__all__ = ["NO_FRAME", "Frame", "frame", "of_quantity"]

_STRETCHES = ("night", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "range", "part")
_OF_THINGS = ("length", "mass", "area", "volume", "speed", "temperature", "duration", "power")
"""Kinds that tell how large a thing is, not how much there was of it, unless the measure says so ("rainfall")."""
_READINGS = ("rainfall", "temperature", "snowfall")
"""Measures that an instrument takes anew each day."""
_FRESH = timedelta(30)
"""Days after an event for which its toll is still being counted."""
_SIGHT = 80
"""Tokens around a figure in which a time can matter to it."""


def of_quantity(
    tokens: Tokens,
    dates: Sequence[DateMention],
    quantity: Quantity,
    measure: str | None = None,
    published: str | None = None,
    *,
    since: str | None = None,
    frame: Frame = NO_FRAME,
) -> tuple[Period | None, str | None]:
    """The days a figure covers (None: none in particular) and the day it is true for, as ISO dates.

    `since` is when the event began that the article is about, `frame` what the article says of time once for all its figures.

    >>> from decimal import Decimal
    >>> from claimcheck.reading import dates
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("The airline sold 900 tickets in January.")
    >>> quantity = Quantity(3, 5, 3, 4, Decimal(900), Decimal(100), "count", "count", "ticket")
    >>> of_quantity(tokens, dates.find(tokens, "2026-02-05"), quantity, None, "2026-02-05")
    (Period(start='2026-01-01', end='2026-01-31'), '2026-01-31')
    """
    scene = Scene(tokens, _near(dates, quantity), quantity, measure, published, since)
    changed = grown_times.of_change(scene, frame) if quantity.change is not None else None
    if changed is not None:
        return changed, changed.end
    mention = governing.governor(scene, period_of(measure) == "day", course(scene) == "grows")
    begun = begun_since(scene)
    if mention is None or _is_the_reported(scene, mention, frame):
        return (begun, published) if begun else by_default(scene, frame)
    if mention.role in ("until", "by"):
        if _is_ahead(scene, mention):
            return None, published
        grown = beginning(scene) if course(scene) == "grows" else None
        return Period(mention.start if mention.precision == "range" else grown, mention.end), mention.end
    if _is_before_the_reported(scene, mention, frame) and frame.reported is not None:
        earlier = former(frame.reported)
        return earlier, earlier.end
    year_back = mention.precision == "year" and time_scenes.looks_back(tokens, mention)
    if frame.reported is not None and year_back and usual_period(scene, frame) == "reported":
        back = year_before(frame.reported)
        return back, back.end
    if mention.precision not in _STRETCHES:
        return _on_day(scene, mention, begun, frame)
    return _over(scene, mention, begun, frame)


def _is_ahead(scene: Scene, mention: DateMention) -> bool:
    """Whether a time is still to come: "should be running by December"."""
    return scene.published is not None and mention.end is not None and mention.end > scene.published


def _is_the_reported(scene: Scene, mention: DateMention, frame: Frame) -> bool:
    """Whether "the quarter", which is not over on the day of publication, is the one just reported on; on a day a firm only reports it."""
    told = frame.reported
    if told is None or scene.published is None or mention.end is None or told.end is None or told.end >= scene.published:
        return False
    if mention.precision == "day" and mention.role == "on":
        return usual_period(scene, frame) == "reported" and scene.quantity.kind != "count"
    named = scene.tokens.words[mention.last - 2 : mention.last] == ("the", mention.precision)
    return named and mention.end >= scene.published and told.precision in (mention.precision, "range")


def _is_before_the_reported(scene: Scene, mention: DateMention, frame: Frame) -> bool:
    """Whether "the month before", counted from publication, would be the very month reported on: it is the one before that."""
    told = frame.reported
    same = told is not None and (mention.start, mention.end) == (told.start, told.end) and mention.value is None
    return same and not {"before", "earlier", "previous", "prior", "preceding"}.isdisjoint(scene.tokens.words[mention.first : mention.last])


def _near(dates: Sequence[DateMention], quantity: Quantity) -> Sequence[DateMention]:
    """The times within sight of a figure: all of them in any sentence that a person would write."""
    if not dates:
        return ()
    first = bisect_left(dates, quantity.number_first - _SIGHT, key=lambda mention: mention.first)
    return dates[first : bisect_left(dates, quantity.number_last + _SIGHT, key=lambda mention: mention.first)]


def _over(scene: Scene, mention: DateMention, begun: Period | None, frame: Frame) -> tuple[Period | None, str | None]:
    """A figure dated by a month, a quarter, a year, the past week."""
    start, end, published, run = mention.start or "", mention.end or "", scene.published, course(scene)
    finished = published is None or end < published
    if frame.period == "by measure":
        run = "flow"
        if not finished and mention.precision == "year":
            return Period(start, end), published
    if not finished and (start > (published or "") or time_scenes.is_forecast(scene)):
        return None if run == "fixed" else Period(start, end), published
    true_on = end if finished and not _rolls(mention, published) else published
    if finished and mention.value and mention.precision == "year":
        true_on = mention.value
    month = start[:7] if mention.precision == "month" else start[:4] if (mention.precision, mention.role) == ("year", "ago") else true_on
    if mention.precision in ("month", "year") and (_is_told_then(scene, mention) or _was_the_toll(scene)):
        told = Period(beginning(scene), None) if run == "grows" and scene.since else None
        return begun or told, month if mention.precision == "month" else start[:4]
    of_event = period_of(scene.measure) != "counted" and time_scenes.dates_an_event(scene, mention)
    if run in ("grows", "fixed", "level") and of_event:
        return None, published if _is_fresh(end, published) else true_on
    if (run == "grows" or begun) and not cues("reached").isdisjoint(scene.tokens.words[max(0, scene.quantity.first - 4) : scene.first]):
        begin = begun.start if begun else start if not finished else beginning(scene)
        return Period(begin, true_on), true_on
    if run == "grows" and mention.role == "ago":
        return begun, month
    if run == "fixed" or (run is None and scene.quantity.kind in _OF_THINGS):
        in_force = period_of(scene.measure) == "stock" and mention.precision == "month"
        return None, true_on if in_force else month
    return Period(start, end if finished else published), month if mention.role == "ago" else true_on


def _is_told_then(scene: Scene, mention: DateMention) -> bool:
    """Whether a month or year dates a saying, not what was said: "the 380 they named in October"."""
    return time_scenes.is_saying(scene, mention) and period_of(scene.measure) != "reported"


def _was_the_toll(scene: Scene) -> bool:
    """Whether a figure is what a growing toll stood at then: "up from 380 in October"."""
    stretches = sum(mention.precision in _STRETCHES for mention in scene.dates)
    return scene.since is not None and stretches == 1 and course(scene) == "grows" and time_scenes.is_comparand(scene)


def _rolls(mention: DateMention, published: str | None) -> bool:
    """Whether a stretch reaches up to publication: "the past week"."""
    if published is None or mention.end is None or mention.precision != "range":
        return False
    return date.fromisoformat(mention.end) == days.last_day(published) - timedelta(1)


def _on_day(scene: Scene, mention: DateMention, begun: Period | None, frame: Frame) -> tuple[Period | None, str | None]:
    """A figure dated by a day; the toll of a fresh event is as of its telling, unless each day of the event has its own."""
    day, published, run = mention.end or "", scene.published, course(scene)
    if begun or time_scenes.is_saying(scene, mention):
        return begun, day
    daily = frame.period == "day" and not is_so_far(scene) and not is_total(scene) and scene.quantity.kind == "count"
    if scene.measure in BY_NIGHT and time_scenes.is_of_night(scene.tokens, mention):
        night = time_frames.night_of(day)
        return (Period(day, day), day) if day == published else (night, night.end)
    if _is_increment(scene) or run == "flow" or (run == "grows" and (daily or is_handed_over(scene))):
        return Period(mention.start, day), day
    past = _is_of_then(scene, mention)
    if scene.measure in _READINGS or scene.quantity.kind == "temperature":
        return Period(mention.start, day), day
    told = run in ("grows", "level") and not past
    if told and _is_of_that_day(scene, mention):
        return Period(mention.start, day), day
    back = time_scenes.looks_back(scene.tokens, mention) or time_scenes.was_before(scene)
    lasting = run == "fixed" or (run is None and scene.quantity.kind in _OF_THINGS)
    if (told or (lasting and not past)) and not back and _is_fresh(day, published):
        return None, published
    return Period(mention.start, day) if run is None and scene.quantity.kind == "count" else None, day


def _is_of_then(scene: Scene, mention: DateMention) -> bool:
    """Whether a figure is what had been counted by a day, though it may have grown since."""
    stated = time_scenes.is_counted(scene, mention) or time_scenes.is_owner(scene, mention)
    compared = time_scenes.is_comparand(scene) and scene.quantity.kind != "magnitude"
    told = stated and not time_scenes.dates_an_event(scene, mention)
    return told or compared or time_scenes.is_recalled(scene.tokens, mention)


def _is_of_that_day(scene: Scene, mention: DateMention) -> bool:
    """Whether a toll is that of one day: "nine died that day", "nine died on Saturday and five on Sunday"."""
    if scene.tokens.words[mention.first] == "that":
        return True
    days = {m.start for m in scene.dates if m.precision == "day" and m.role == "on" and not time_scenes.is_saying(scene, m)}
    return len(days) > 1 and scene.quantity.kind == "count" and not is_so_far(scene) and not is_total(scene)


def _is_fresh(day: str, published: str | None) -> bool:
    return published is not None and days.last_day(published) - days.last_day(day) < _FRESH


def _is_increment(scene: Scene) -> bool:
    """Whether a figure adds to an earlier one: "nine more bodies"."""
    return scene.after(1) in (("more",), ("additional",), ("new",)) and scene.after(2)[1:] != ("than",)

"""When a figure is true and which days it covers.

`as_of` is the day for which a figure is true: the day its own clause gives, else the day of publication. The day on which somebody
said it is another thing. A toll of a fresh event is as of its telling, not of the event; a month's or quarter's figure is as of its end.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache

from attrs import frozen

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading import governing
from claimcheck.reading.calendar import around, shift
from claimcheck.reading.governing import Scene
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.time_words import cues
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_STRETCHES = ("night", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "range", "part")
_REPORTED = ("month", "quarter", "half", "year")
_MONTH = timedelta(27)
"""From the first to the last day of the shortest month; a range that long can be what a report covers ("the six months to July")."""
_LEAD = 4
"""Sentences from the headline on in which an article names the month or quarter it reports on and the day of what it tells."""
_FRESH = timedelta(30)
"""Days after an event for which its toll is still being counted."""
_NEWS = timedelta(200)
"""Days after the end of a month, quarter or year within which its figures are news."""
_WEEK = timedelta(7)
_SUBJECT = 9
"""Tokens of the longest subject between a figure and its verb: "civilians and 355 soldiers and police officers have"."""
_SIGHT = 80
"""Tokens around a figure in which a time can matter to it."""


@frozen
class Frame:
    """What an article says once for all its figures: the month or quarter it reports on, and the day of what it tells.

    `period` is what its event asks for (event_periods.csv): "reported" where figures come by month or quarter, "day" for an event of one
    day, "other" for the rest, None where the event is unknown.
    """

    reported: DateMention | None = None
    day: str | None = None
    period: str | None = None


NO_FRAME = Frame()


@cache
def _courses() -> dict[str, str]:
    """How a measure runs: grows, level, fixed, flow (series.csv)."""
    return {row["measure"]: row["course"] for row in table("series")}


@cache
def _periods() -> dict[str, str]:
    """Which measures count a day, and which come out by month or quarter (reporting_periods.csv)."""
    return {row["measure"]: row["period"] for row in table("reporting_periods")}


@cache
def _event_periods() -> dict[str, str]:
    return {row["event"]: row["period"] for row in table("event_periods")}


def frame(sentences: Iterable[Sequence[DateMention]], published: str | None, event: str | None = None) -> Frame:
    """The frame of an article from the times of its sentences, headline first; `event` is the class of what it tells ("results").

    >>> from claimcheck.reading import dates
    >>> from claimcheck.reading.tokens import cut
    >>> frame([dates.find(cut("Prices rose 2% in January, the office said on Thursday."), "2026-02-05")], "2026-02-05").reported.end
    '2026-01-31'
    """
    if published is None or len(published) != 10:
        return NO_FRAME
    today = date.fromisoformat(published)
    lead = [mention for _, mentions in zip(range(_LEAD), sentences, strict=False) for mention in mentions]
    reported = next((m for m in lead if _is_reported(m) and m.role in ("on", "during") and _ended(m, today, _NEWS)), None)
    day = next((m.start for m in lead if m.precision == "day" and m.role == "on" and _ended(m, today + timedelta(1), _WEEK)), None)
    return Frame(reported, day, _event_periods().get(event, "other") if event else None)


def _is_reported(mention: DateMention) -> bool:
    """Whether a time is a month, quarter, half or named year, or a stretch of months ("the six months to July"); "last year" is what a
    report compares with.
    """
    if mention.precision == "year" and mention.value is None:
        return False
    if mention.precision == "range" and mention.start and mention.end:
        return date.fromisoformat(mention.end) - date.fromisoformat(mention.start) >= _MONTH
    return mention.precision in _REPORTED


def _ended(mention: DateMention, before: date, within: timedelta) -> bool:
    return mention.end is not None and before - within < date.fromisoformat(mention.end) < before


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
    mention = governing.governor(scene, of_a_day=_periods().get(measure or "") == "day")
    begun = _begun(scene)
    if mention is None:
        return (begun, published) if begun else _by_default(scene, frame)
    if mention.role in ("until", "by"):
        if _is_ahead(scene, mention):
            return None, published
        return Period(_beginning(scene) if _course(scene) == "grows" else None, mention.end), mention.end
    year_back = mention.precision == "year" and governing.looks_back(tokens, mention)
    if frame.reported is not None and year_back and _usual_period(scene, frame) == "reported":
        start, end = _year_before(frame.reported)
        return Period(start, end), end
    return _over(scene, mention, begun) if mention.precision in _STRETCHES else _on_day(scene, mention, begun, frame)


def _is_ahead(scene: Scene, mention: DateMention) -> bool:
    """Whether a time is still to come: "should be running by December"."""
    return scene.published is not None and mention.end is not None and mention.end > scene.published


def _near(dates: Sequence[DateMention], quantity: Quantity) -> Sequence[DateMention]:
    """The times within sight of a figure: all of them in any sentence that a person would write."""
    first = bisect_left(dates, quantity.number_first - _SIGHT, key=lambda mention: mention.first)
    return dates[first : bisect_left(dates, quantity.number_last + _SIGHT, key=lambda mention: mention.first)]


def _course(scene: Scene) -> str | None:
    """How the figure's measure runs; what counts a day flows."""
    return "flow" if _periods().get(scene.measure or "") == "day" else _courses().get(scene.measure or "")


# ------------------------------------------------------------------------------------------------ since


def _beginning(scene: Scene) -> str | None:
    """The first day of the event the article is about."""
    return days.first_day(scene.since).isoformat() if scene.since else None


def _begun(scene: Scene) -> Period | None:
    """The period of a "since" in the figure's clause; open at the end where it names an event, which goes on."""
    if scene.quantity.kind in ("age", "duration"):
        return None
    for mention in scene.dates:
        if mention.role == "since" and mention.start and governing.same_clause(scene, mention.first, mention.last):
            return _since(scene, mention)
    if scene.since is None or _course(scene) != "grows":
        return None
    low = max(0, scene.first - _SIGHT)
    for at, word in enumerate(scene.tokens.words[low : scene.last + _SIGHT], low):
        if word == "since" and governing.same_clause(scene, at, at):
            return Period(_beginning(scene), None)
    return None


_OPENINGS = ("since", "starting", "beginning", "from", "back", "to")


def _since(scene: Scene, mention: DateMention) -> Period | None:
    words, start = scene.tokens.words, mention.start or ""
    opening = next((i for i in range(mention.first - 1, max(-1, mention.first - _SIGHT), -1) if words[i] in _OPENINGS), 0)
    if not cues("superlative").isdisjoint(words[max(0, opening - 6) : opening]):
        return None
    of_event = mention.first - opening > 2 or (mention.value is not None and mention.value == scene.since)
    if not of_event:
        return Period(start, scene.published)
    if scene.since and (mention.precision == "year" or days.overlaps(scene.since, start[:7])):
        start = _beginning(scene) or start
    return Period(start, None)


# ------------------------------------------------------------------------------------------------ with a time of its own


def _over(scene: Scene, mention: DateMention, begun: Period | None) -> tuple[Period | None, str | None]:
    """A figure dated by a month, a quarter, a year, the past week."""
    start, end, published, course = mention.start or "", mention.end or "", scene.published, _course(scene)
    finished = published is None or end < published
    if not finished and governing.is_forecast(scene):
        return Period(start, end), published
    true_on = end if finished and not _rolls(mention, published) else published
    if finished and mention.value and mention.precision == "year":
        true_on = mention.value
    if mention.precision in ("month", "year") and (_is_told_then(scene, mention) or _was_the_toll(scene)):
        told = Period(_beginning(scene), None) if course == "grows" and scene.since else None
        return begun or told, start[:7] if mention.precision == "month" else start[:4]
    if course in ("grows", "fixed", "level") and governing.dates_an_event(scene, mention):
        return None, published if _is_fresh(end, published) else true_on
    if (course == "grows" or begun) and not cues("reached").isdisjoint(scene.tokens.words[max(0, scene.quantity.first - 4) : scene.first]):
        begin = begun.start if begun else start if not finished else _beginning(scene)
        return Period(begin, true_on), true_on
    if course == "grows" and mention.role == "ago":
        return begun, start[:7] if mention.precision == "month" else true_on
    if course == "fixed" or scene.quantity.kind in ("length", "mass", "area", "volume", "speed", "temperature"):
        return None, start[:7] if mention.precision == "month" else true_on
    return Period(start, end if finished else published), true_on


def _is_told_then(scene: Scene, mention: DateMention) -> bool:
    """Whether a month or year dates a saying, not what was said: "the 380 they named in October"."""
    return governing.is_saying(scene, mention) and _periods().get(scene.measure or "") != "reported"


def _was_the_toll(scene: Scene) -> bool:
    """Whether a figure is what a growing toll stood at then: "up from 380 in October"."""
    stretches = sum(mention.precision in _STRETCHES for mention in scene.dates)
    return scene.since is not None and stretches == 1 and _course(scene) == "grows" and governing.is_comparand(scene)


def _rolls(mention: DateMention, published: str | None) -> bool:
    """Whether a stretch reaches up to publication: "the past week"."""
    if published is None or mention.end is None or mention.precision != "range":
        return False
    return date.fromisoformat(mention.end) == date.fromisoformat(published) - timedelta(1)


def _on_day(scene: Scene, mention: DateMention, begun: Period | None, frame: Frame) -> tuple[Period | None, str | None]:
    """A figure dated by a day; the toll of a fresh event is as of its telling, unless each day of the event has its own."""
    day, published, course = mention.end or "", scene.published, _course(scene)
    if begun or governing.is_saying(scene, mention):
        return begun, day
    daily = frame.period == "day" and not _is_so_far(scene) and not _is_total(scene) and scene.quantity.kind == "count"
    if _is_increment(scene) or course == "flow" or (course == "grows" and (daily or _is_handed_over(scene))):
        return Period(mention.start, day), day
    counted = governing.is_counted(scene, mention) and not governing.dates_an_event(scene, mention)
    past = counted or governing.is_comparand(scene) or governing.is_recalled(scene.tokens, mention)
    told = course in ("grows", "level") and not past
    back = governing.looks_back(scene.tokens, mention) or governing.was_before(scene)
    if (told or course == "fixed") and not back and _is_fresh(day, published):
        return None, published
    return None, day


def _is_fresh(day: str, published: str | None) -> bool:
    return published is not None and date.fromisoformat(published) - date.fromisoformat(day) < _FRESH


def _is_increment(scene: Scene) -> bool:
    """Whether a figure adds to an earlier one: "nine more bodies"."""
    return scene.after(1) in (("more",), ("additional",), ("new",)) and scene.after(2)[1:] != ("than",)


def _is_handed_over(scene: Scene) -> bool:
    """Whether the words near a figure say that so many were given back, which happens on a day."""
    if scene.measure not in (None, "bodies", "deaths", "released", "captured"):
        return False
    near = scene.before(5) + scene.tokens.words[scene.first : scene.last + 5]
    return not cues("handed over").isdisjoint(near) or ("back" in near and not cues("taken").isdisjoint(near))


# ------------------------------------------------------------------------------------------------ without a time of its own


def _by_default(scene: Scene, frame: Frame) -> tuple[Period | None, str | None]:
    """What a figure takes from its article."""
    published, reported = scene.published, frame.reported
    usual = None if governing.is_forecast(scene) else _usual_period(scene, frame)
    if usual == "day" and published:
        if _is_total(scene):
            return Period(_beginning(scene), None) if scene.since else None, published
        day = frame.day or published
        return Period(day, day), day if _course(scene) == "flow" else published
    if usual == "reported" and reported is not None and reported.start and reported.end:
        start, end = _former(reported) if governing.is_comparand(scene) else (reported.start, reported.end)
        return Period(start, end), end
    return None, published


def _usual_period(scene: Scene, frame: Frame) -> str | None:
    """Whether a figure counts the article's day ("day") or the month or quarter it reports on ("reported"): by measure, else by event."""
    period, kind = _periods().get(scene.measure or ""), scene.quantity.kind
    of_event = frame.period == "day" and _course(scene) in ("grows", "flow") and not _is_so_far(scene)
    if kind == "count" and (of_event or _is_handed_over(scene)):
        return "day"
    if period == "day":
        return "day" if kind in ("count", "percent") else None
    if period == "none" or frame.period in ("day", "other"):
        return None
    if period == "reported" and kind != "rate":
        return "reported"
    after = scene.tokens.words[scene.quantity.last : scene.quantity.last + 4]
    compared = "than" in after and any(2 <= mention.first - scene.quantity.last <= 4 for mention in scene.dates)
    return frame.period if compared or period == "reported" or kind in ("percent", "percentage_point", "money") else None


def _is_so_far(scene: Scene) -> bool:
    """Whether a verb in the present perfect counts up to now: "has burned at least 700 homes", "60 have died"."""
    return not {"has", "have", "since"}.isdisjoint(scene.before(4) + scene.after(_SUBJECT))


def _is_total(scene: Scene) -> bool:
    """Whether a figure sums up what came before: "brought to 540 the number of"."""
    near = scene.before(6) + scene.after(8)
    return not cues("total").isdisjoint(near) and {"equal", "same"}.isdisjoint(near)


def _former(reported: DateMention) -> tuple[str, str]:
    """The period before the reported one: the month before a month, else the same stretch of the year before."""
    if reported.precision != "month":
        return _year_before(reported)
    start = date.fromisoformat(reported.start or "")
    former = around(shift(start, "month", -1) or start, "month")
    return str(former.start), str(former.end)


def _year_before(reported: DateMention) -> tuple[str, str]:
    """The stretch a year before the reported one, from its first day to its last."""
    start, after = date.fromisoformat(reported.start or ""), date.fromisoformat(reported.end or "") + timedelta(1)
    return str(shift(start, "year", -1) or start), str((shift(after, "year", -1) or after) - timedelta(1))

"""What an article says of time once for all its figures: the month or quarter it reports on, and the day or night of what it tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from itertools import islice

from claimcheck import days
from claimcheck.model import Period
from claimcheck.reading import time_scenes
from claimcheck.reading.calendar import around, shift
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.time_words import cues
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_COVERING = ("on", "during", "between")
_REPORTED = ("month", "quarter", "half", "year")
_MONTH = timedelta(27)
"""From the first to the last day of the shortest month; a range that long can be what a report covers ("the six months to July")."""
_LEAD = 4
"""Sentences from the headline on in which an article names the month or quarter it reports on and the day of what it tells."""
_AUTUMN = 8
"""The first month in which budgets of the coming calendar year are drafted and voted."""
_REPORT = 8
"""Sentences in which a report on a month or quarter names it at the latest."""
_ANNUAL, _SIGHT = 4, 6
"""The last month in which firms report on the year before, and tokens in which a year is held against another."""
_NEWS = timedelta(200)
"""Days after the end of a month, quarter or year within which its figures are news."""
_WEEK = timedelta(8)
"""Days back within which a weekday that a paper names lies; a day ahead of the first that is too old."""


@frozen(eq=False)
class Frame:
    """What an article says once for all its figures: the month or quarter it reports on, and the day or night of what it tells.

    `night` is the night that begins on the day it tells of ("on Sunday night"). `period` is what its event asks for (event_periods.csv):
    "reported" where figures come by month or quarter, "by measure" for a budget, whose sums are of the year it plans, "day" for an event
    of one day, "other" for the rest, None where the event is unknown. `staffed` says that it is of one firm, whose staff is no statistic.
    """

    reported: DateMention | None = None
    told: Period | None = None
    period: str | None = None
    night: Period | None = None
    staffed: bool = False


NO_FRAME = Frame()


@cache
def _event_periods() -> dict[str, str]:
    return {row["event"]: row["period"] for row in table("event_periods")}


def frame(sentences: Iterable[tuple[Tokens, Sequence[DateMention]]], published: str | None, event: str | None = None) -> Frame:
    """The frame of an article from the times of its sentences, headline first; `event` is the class of what it tells ("results").

    A date of the day of publication is that of the dateline. A budget reports on the year ahead.

    >>> from claimcheck.reading import dates
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Prices rose 2% in January, the office said on Thursday.")
    >>> frame([(tokens, dates.find(tokens, "2026-02-05"))], "2026-02-05").reported.end
    '2026-01-31'
    """
    if published is None or len(published) != 10:
        return NO_FRAME
    opening = [(at, tokens, m) for at, (tokens, mentions) in enumerate(islice(sentences, _REPORT)) for m in mentions]
    if not opening and event is None:
        return NO_FRAME
    lead = [(tokens, mention) for at, tokens, mention in opening if at < _LEAD]
    period = _event_periods().get(event, "other") if event else None
    reported = _reported([m for at, _, m in opening if at < _LEAD or period == "reported"], published, event)
    reported = reported or (_year_told(opening, days.last_day(published)) if event == "results" else None)
    if not lead:
        return Frame(reported, period=period, staffed=event == "results") if reported or period else NO_FRAME
    recent = [m for tokens, m in lead if _ended(m, days.last_day(published) + timedelta(1), _WEEK) and not _is_of_saying(tokens, m)]
    told = next((m for m in recent if m.precision == "night"), None)
    told = told or next((m for m in recent if m.precision == "day" and m.role == "on" and m.value != published), None)
    night = next((night_of(m.end or "") for tokens, m in lead if m in recent and time_scenes.is_of_night(tokens, m)), None)
    return Frame(reported, Period(told.start, told.end) if told else None, period, night, event == "results")


def _reported(named: Sequence[DateMention], published: str, event: str | None) -> DateMention | None:
    """The month, quarter or year that an article reports on, or plans: the first named that can be it."""
    today = days.last_day(published)
    if event == "budget":
        years = (m for m in named if m.precision == "year" and (m.value is not None or (m.start or "") > published))
        return next(years, _year_ahead(today))
    return next((m for m in named if _is_reported(m) and m.role in _COVERING and _ended(m, today, _NEWS)), None)


def _year_told(opening: Sequence[tuple[int, Tokens, DateMention]], today: date) -> DateMention | None:
    """The year past of which a firm tells early in the next ("profit fell to 40 million last year"), not one it only compares with."""
    if today.month > _ANNUAL:
        return None
    past = [(tokens.words[max(0, m.first - _SIGHT) : m.first], m) for _, tokens, m in opening if m.precision == "year" and m.value is None]
    ended = [(before, m) for before, m in past if m.end == f"{today.year - 1}-12-31" and before[-1:] != ("on",)]
    return next((m for before, m in ended if cues("compared").isdisjoint(before)), None)


def night_of(evening: str) -> Period:
    """The night that begins on a day."""
    return Period(evening, str(days.last_day(evening) + timedelta(1)))


def _year_ahead(today: date) -> DateMention | None:
    """The year for which a parliament votes a budget in autumn."""
    if today.month < _AUTUMN:
        return None
    year = around(today.replace(year=today.year + 1, day=1), "year")
    return DateMention(0, 0, str(year.start), str(year.end), precision="year")


def _is_of_saying(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a day is the one on which somebody spoke: "the office said on Thursday"."""
    return not cues("said").isdisjoint(tokens.words[max(0, mention.first - 2) : mention.first])


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


def former(reported: DateMention) -> Period:
    """The period before the reported one: the month before a month, else the same stretch of the year before."""
    if reported.precision != "month":
        return year_before(reported)
    start = date.fromisoformat(reported.start or "")
    month = around(shift(start, "month", -1) or start, "month")
    return Period(str(month.start), str(month.end))


def month_before(published: str) -> Period:
    """The calendar month before the one of a day: what a statistic that comes out monthly is for."""
    month = around(days.last_day(published).replace(day=1) - timedelta(1), "month")
    return Period(str(month.start), str(month.end))


def year_before(reported: DateMention) -> Period:
    """The stretch a year before the reported one, from its first day to its last."""
    start, after = date.fromisoformat(reported.start or ""), date.fromisoformat(reported.end or "") + timedelta(1)
    return Period(str(shift(start, "year", -1) or start), str((shift(after, "year", -1) or after) - timedelta(1)))

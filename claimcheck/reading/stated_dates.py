"""Dates that a text states outright: these are claims of their own."""

from __future__ import annotations

from datetime import date

from attrs import evolve

from claimcheck.reading.calendar import Stretch, months
from claimcheck.reading.stated_years import counts
from claimcheck.reading.time_words import NOWHERE, Named, Reading

_SOON = 31
"""Days ahead within which a date without a year is the coming one: news adds the year to what is nearly a year old."""
_CALLED = 150
"""The same of what was called or put off for that day: elections are called some months ahead."""
_GOES_ON = (("of",), ("have",), ("has",), ("had",))
"""What stands behind a count whose noun is left out."""


def iso(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "2023-04-09"."""
    words = reading.tokens.words
    if not all(reading.tokens.touches(index) for index in range(first + 1, last)):
        return ()
    return (_day(int(words[first]), int(words[first + 2]), int(words[first + 4]), (first, last)),)


def slashed(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "13/4/2023"; a date without days where day and month could be swapped."""
    words = reading.tokens.words
    a, b, year = int(words[first]), int(words[first + 2]), int(words[first + 4])
    if not all(reading.tokens.touches(index) for index in range(first + 1, last)) or min(a, b) > 12:
        return ()
    if a != b and max(a, b) <= 12:
        return (Named(NOWHERE, None, "date", (first, last)),)
    return (_day(year, min(a, b), max(a, b), (first, last)),)


def _day(year: int, month: int, day: int, stated: tuple[int, int], weekday: int | None = None) -> Named:
    try:
        named = date(year, month, day)
    except ValueError:
        return Named(Stretch(None, None, "impossible"), None, "date", stated, weekday)
    return Named(Stretch(named, named, "day"), named.isoformat(), "date", stated, weekday)


def calendar_date(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """A month with a day, a year or both, perhaps a weekday in front; "March 5-9" is two dates."""
    month_at = reading.at("M", first, last)[0]
    years, days = reading.at("Y", first, last), reading.at("D", first, last)
    month, year = reading.number(month_at), reading.number(years[0]) if years else _year_behind(reading, last) or reading.year
    if not days:
        named = months(reading.number(years[0]) * 12 + month - 1, 1, "month")
        return (Named(named, f"{year:04d}-{month:02d}", "date", (first, last)),)
    beside = reading.at("Ww", first, last)
    weekday = reading.number(beside[0]) if beside else None
    start = min(month_at, days[0]) if beside else first
    if len(days) == 1:
        return (_resolved(reading, month, reading.number(days[0]), year, (start, last), weekday),)
    earlier = _resolved(reading, month, reading.number(days[0]), year, (start, days[1] - 1), weekday)
    if year is None and earlier.days.start:
        year = earlier.days.start.year
    if reading.letters[days[1] - 1] == "&" and days[1] > month_at and counts(reading, last - 1):
        return (evolve(earlier, last=days[1] - 1),)
    later = _resolved(reading, month, reading.number(days[1]), year, (days[1], last), None)
    return evolve(earlier, last=days[1] - 1), evolve(later, first=days[1], last=last)


def _year_behind(reading: Reading, last: int) -> int | None:
    """The year of a day that "last year", "of this year" or "next year" stands behind."""
    at = last + (reading.letters[last : last + 1] in (",", "O"))
    if reading.published is None or reading.letters[at + 1 : at + 2] != "U" or reading.meaning(at + 1) != "year":
        return None
    back = {"l": -1, "t": 0, "x": 1}.get(reading.letters[at])
    return None if back is None else reading.published.year + back


def counts_on(reading: Reading, month_at: int, last: int) -> bool:
    """Whether the figure after a month counts what follows it: "in March 12 people died"; not "on March 12 people", nor a year.

    A share or an age does wherever it stands ("By March 12 percent had paid"), and so does a number that no day of the month has.
    """
    if last != month_at + 2 or reading.letters[last - 1] == "Y":
        return False
    in_it = reading.tokens.words[month_at - 1 : month_at] == ("in",)
    behind = reading.tokens.words[last : last + 2]
    if behind[:1] in (("percent",), ("%",)) or behind in (("per", "cent"), ("-", "year")):
        return True
    if reading.number(last - 1) > _longest(reading.number(month_at)) and (in_it or behind[:1] in _GOES_ON):
        return True
    return (in_it or reading.number(last - 1) > _longest(reading.number(month_at))) and counts(reading, last - 1)


def _longest(month: int) -> int:
    """The most days that a month has."""
    return 29 if month == 2 else 30 if month in (4, 6, 9, 11) else 31


def _resolved(reading: Reading, month: int, day: int, year: int | None, stated: tuple[int, int], weekday: int | None) -> Named:
    """A day of a month; without a year the one a newspaper of that day would mean."""
    if year is None and day <= _longest(month):
        year = _nearest_year(reading, stated[0], month, day)
        if year is None:
            return Named(Stretch(None, None, "day"), None, "date", stated, weekday)
    return _day(year or 2000, month, day, stated, weekday)


def _nearest_year(reading: Reading, first: int, month: int, day: int) -> int | None:
    """The year in which that day lies nearest: back, unless it is about to come or the words look ahead."""
    published = reading.published
    if published is None:
        return None
    soon = _CALLED if reading.is_put_down_for(first) else _SOON
    latest, earliest = (300, -65) if reading.looks_ahead(first) else (soon, -(366 * 8))
    for year in range(published.year + 1, published.year - 9, -1):
        try:
            if earliest <= (date(year, month, day) - published).days <= latest:
                return year
        except ValueError:
            continue
    return None

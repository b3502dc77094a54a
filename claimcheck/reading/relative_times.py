"""Times that point from the day of publication: "last week", "this winter", "on Monday", "overnight"."""

from __future__ import annotations

from datetime import timedelta

from attrs import evolve

from claimcheck.reading.calendar import Stretch, around, months, neighbour, season
from claimcheck.reading.counted_times import rolling
from claimcheck.reading.stated_years import recurring
from claimcheck.reading.time_words import NOWHERE, Named, Reading, cues, roles

_RECENT = 4
"""Months back within which a month is the past one even where the words look ahead: "will look for traces in the April report"."""


def month(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """A month alone: this one or the last such, the coming one where the words look ahead."""
    number, published, year = reading.number(first), reading.published, reading.year
    if year is None and published is not None:
        ahead = reading.looks_ahead(first)
        year = published.year - (number > published.month and not ahead) + (number <= published.month - _RECENT and ahead)
    return (_month(year, number),)


def _month(year: int | None, number: int) -> Named:
    return Named(months(year * 12 + number - 1, 1, "month") if year else Stretch(None, None, "month"))


def month_of(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "last December", "December last year", "March of this year"."""
    month_at, published = reading.at("M", first, last)[0], reading.published
    number = reading.number(month_at)
    if month_at == first:
        if reading.meaning(last - 1) != "year":
            return ()
        year = _unit_days(reading, reading.at("ltxyc", first, last)[0], last).start
        return (_month(year.year if year else None, number),)
    if published is None:
        return (_month(None, number),)
    back, ahead = reading.letters[first] == "l" and number >= published.month, reading.letters[first] == "x" and number <= published.month
    return (_month(published.year - back + ahead, number),)


def unit(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "last week", "this year", "the previous month", "that day", "the weekend", "the year"; not "its last day", "the last week of"."""
    part_of = reading.letters[last : last + 1] == "O" and reading.letters[last - 2] in "lxc"
    if part_of or reading.tokens.words[first - 1 : first] in _OWNERS:
        return ()
    if last - first == 2 and reading.letters[first] == "h" and reading.letters[first + 1] in "UQV":
        if not _stands_alone(reading, first, last):
            return ()
        return (Named(_unit_days(reading, first, last)),)
    rolls = reading.tokens.words[first:last] in _ROLLING and reading.published is not None
    if rolls and reading.published is not None:
        return (Named(rolling(reading.published, reading.meaning(last - 1), 1)),)
    return (Named(_unit_days(reading, first + (reading.letters[first] == "h"), last)),)


_ROLLING = (("the", "last", "week"), ("the", "last", "month"), ("the", "last", "year"))
"""With the article the time up to now; "last week" is the one of the calendar."""


_OWNERS = tuple((word,) for word in ("its", "his", "her", "their", "our", "my", "your", "'s", "’s"))


_NOT_THE_DAY = ("of", "when", "that", "after", "before", "-")


def _stands_alone(reading: Reading, first: int, last: int) -> bool:
    """Whether a bare "the year" or "the weekend" names a time: "so far in the year", but not "the year that", nor "the day"."""
    words = reading.tokens.words
    before = words[first - 1] if first else ""
    after = words[last] if last < len(words) else "."
    if reading.letters[first - 2 : first] in ("ei", "fi") or after in ("'s", "’s"):
        return True
    if reading.meaning(last - 1) == "day":
        return before == "for" and after not in _NOT_THE_DAY
    led = roles().before(reading.tokens, first) is not None or before == "-"
    if reading.meaning(last - 1) == "weekend":
        return led
    return led and reading.meaning(last - 1) != "fortnight" and after not in cues("not the year") and not after[:1].isdigit()


def _unit_days(reading: Reading, first: int, last: int) -> Stretch:
    """Tokens first..last are one word that points and a unit of time."""
    unit, points, sense = reading.meaning(last - 1), reading.letters[first], reading.meaning(first)
    published, anchor = reading.published, reading.anchor.start
    unit = "week" if unit == "fortnight" else unit
    sense = "following" if (unit, sense) == ("day", "next") else sense
    if points in "yc" or sense in ("previous", "following"):
        anchor = anchor or (reading.told.start if points == "y" else published if sense == "previous" else None)
        return neighbour(anchor, unit, {"previous": -1, "following": 1}.get(sense, 0)) if anchor else Stretch(None, None, unit)
    if published is None:
        return Stretch(None, None, unit)
    if reading.tokens.words[first] == "past":
        return rolling(published, unit, 1)
    if unit == "day" and points == "h":
        return around(anchor or reading.told.end or published, "day")
    if unit == "weekend" and points in "hl":
        passed = published.weekday() < 5 and not reading.looks_ahead(first)
        return neighbour(published, "weekend", -1 if passed or points == "l" else 0)
    return neighbour(published, unit, {"l": -1, "x": 1}.get(points, 0))


def seasonal(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "last summer", "the spring", "autumn 2023"; "the fall" alone is none."""
    at, published = reading.at("S", first, last)[0], reading.published
    first_month, years, points = reading.number(at), reading.at("Y", first, last), reading.letters[at - 1 : at]
    if years:
        year = reading.number(years[0])
        return (Named(season(year, first_month), f"{year:04d}", "year", (years[0], years[0] + 1)),)
    pointed = points in ("l", "t", "x")
    if not pointed and (reading.tokens.words[at] == "fall" or roles().before(reading.tokens, first) is None):
        return ()
    if reading.letters[last : last + 1] in ("O", "K", "L"):
        return ()
    if published is None:
        return (Named(Stretch(None, None, "season")),)
    if points == "t":
        ended = first_month == 12 and published.month < 6 and not reading.looks_ahead(first)
        return (Named(season(published.year - ended, first_month)),)
    if points == "x":
        return (Named(season(published.year + (first_month <= published.month), first_month)),)
    return (Named(recurring(evolve(reading, anchor=NOWHERE), first, lambda year: season(year, first_month), begun=True)),)


def weekday(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """The most recent such day up to publication; "last" is before it, "next" and words that look ahead after it."""
    number, points, published = reading.number(reading.at("W", first, last)[0]), reading.letters[first], reading.published
    if _is_any_day(reading, first, last):
        return ()
    if published is None:
        return (Named(Stretch(None, None, "day"), weekday=number),)
    if points == "x" or (points != "l" and reading.looks_ahead(first)):
        ahead = (number - published.weekday()) % 7
        day = published + timedelta(ahead or (7 if points == "x" else 0))
    else:
        back = (published.weekday() - number) % 7
        day = published - timedelta(back or (7 if points == "l" else 0))
    return (Named(Stretch(day, day, "day"), weekday=number),)


def _is_any_day(reading: Reading, first: int, last: int) -> bool:
    """Whether a weekday is none in particular or part of a name: "every Sunday", "on a Monday", "an ordinary Tuesday", "Good Friday"."""
    if first == 0:
        return False
    words = reading.tokens.words
    before = words[first - 1]
    if before in ("a", "an"):
        return last - first == 1 and (last == len(words) or reading.tokens.kinds[last] != "w")
    return before in cues("any day") or before in cues("named day") or reading.letters[first - 1] == "R"


def then(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """The "then" of "since then" and "until then": the time named before."""
    if reading.tokens.words[first - 1 : first] not in (("since",), ("until",)):
        return ()
    return (Named(reading.anchor if reading.anchor.start else reading.told),)


def daily(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "yesterday", "overnight", "last night", "this morning", "that evening"; a night ends on the morning of its second day."""
    first += reading.letters[first] == "h"
    letter, published, anchor = reading.letters[first], reading.published, reading.anchor
    night = reading.meaning(first) == "overnight" or (letter == "l" and reading.tokens.words[last - 1] == "night")
    if letter == "y" and (anchor.start or reading.told.precision == "day"):
        meant = anchor if anchor.start else reading.told
        return (Named(Stretch(meant.start, meant.end, "day")),)
    if published is None or letter == "y":
        return (Named(Stretch(None, None, "night" if night else "day")),)
    if night:
        nights = timedelta(letter == "l" and reading.meaning(first) == "previous")
        return (Named(Stretch(published - timedelta(1) - nights, published - nights, "night")),)
    day = published + timedelta(reading.number(first) if letter == "d" else -1 if letter == "l" else 0)
    return (Named(Stretch(day, day, "day")),)

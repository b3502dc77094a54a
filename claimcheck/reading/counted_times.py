"""Times counted from publication or from a time named before: "two years ago", "a day earlier", "the past 24 hours", "in the third"."""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.reading.calendar import Stretch, around, months, neighbour, shift
from claimcheck.reading.time_words import Named, Reading

_COARSER = {"month": "month", "quarter": "quarter", "half": "half", "year": "year", "decade": "year", "century": "decade"}
"""How precisely a day so many units away is known."""
_CALENDAR = ("month", "quarter", "half", "year", "decade", "century")


def whole(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the whole year", "full-year": the year of the time named before."""
    told = reading.anchor if reading.anchor.end else reading.told
    dashed = reading.letters[last - 2] == "-"
    if reading.meaning(last - 1) != "year" or (dashed and not reading.tokens.touches(last - 1)):
        return ()
    return (Named(around(told.end, "year") if told.end else Stretch(None, None, "year")),)


def elided(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "in the third", said of quarters: the one of that number next to the one named before."""
    number, anchor = reading.number(last - 1), reading.anchor
    size = {"quarter": 3, "half": 6}.get(anchor.precision)
    if size is None or anchor.start is None or not 0 < number * size <= 12 or not _ends_clause(reading, last):
        return ()
    later = (number - 1) * size + 1 > anchor.start.month
    over = shift(anchor.start, "month", number * size - anchor.start.month + 1)
    back = later and (reading.published is None or over is None or over > reading.published)
    year = anchor.start.year - back
    return (Named(months(year * 12 + (number - 1) * size, size, anchor.precision)),)


def year_ago(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the year-ago quarter", "the prior-year period": the time named before, a year back."""
    told = reading.anchor if reading.anchor.end else reading.told
    return (Named(_moved(told, "year", -1) if told.precision != "day" else Stretch(None, None, "unknown")),)


def rolling(published: date, unit: str, amount: float) -> Stretch:
    """The time of that length that ends before the day of publication: "the past week"; hours reach into that day."""
    start = shift(published, unit, -amount)
    if unit in ("hour", "minute"):
        return Stretch(start, published, "night" if amount <= 24 else "range")
    return Stretch(start, published - timedelta(1), "range")


def several(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "the last three months", "the past 24 hours", "the next two weeks"."""
    published = reading.published
    points = first + (reading.letters[first] == "h")
    amount, unit = reading.amount(points + 1, last - 1), reading.meaning(last - 1)
    if reading.meaning(points) == "previous" and amount is not None and reading.anchor.start is not None:
        return (Named(_just_before(reading.anchor.start, unit, amount)),)
    if published is None or amount is None or reading.meaning(points) in ("previous", "following"):
        return (Named(Stretch(None, None, "range")),)
    if reading.letters[points] == "x":
        return (Named(Stretch(published, shift(published, unit, amount), "range")),)
    return (Named(rolling(published, unit, amount)),)


def _just_before(day: date, unit: str, amount: float) -> Stretch:
    """So many units that end before a day: "the previous three months"."""
    return Stretch(shift(day, unit, -amount), day - timedelta(1), "range")


def ago(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """The day so many days or weeks ago, the month so many months ago, the year so many years ago."""
    unit_at, published = reading.at("UQCu", first, last)[-1], reading.published
    amount = reading.amount(first, last) if unit_at > first else None
    if amount is None or published is None:
        return (Named(Stretch(None, None, reading.meaning(unit_at))),)
    return (Named(_moved(Stretch(published, published, "day"), reading.meaning(unit_at), -amount)),)


def apart(reading: Reading, first: int, last: int) -> tuple[Named, ...]:
    """ "a year earlier", "three months later", "the day before": counted from the time named before, else from publication."""
    letters, published, anchor = reading.letters, reading.published, reading.anchor
    if (letters[last - 1] in "KL" or reading.tokens.words[last - 1] == "on") and not _ends_clause(reading, last):
        return ()
    unit, back = reading.meaning(reading.at("UQCu", first, last)[-1]), letters[last - 1] in "eK"
    amount = 1.0 if letters[first] == "h" else reading.amount(first, last)
    coarse = unit not in _CALENDAR and anchor.precision in (*_CALENDAR, "season")
    if published is not None and back and (anchor.start is None or coarse):
        anchor = Stretch(published, published, "day")
    if amount is None or anchor.start is None:
        return (Named(Stretch(None, None, unit)),)
    if letters[first] == "h" and anchor.precision == "day":
        return (Named(neighbour(anchor.start, unit, -1 if back else 1)),)
    return (Named(_moved(anchor, unit, -amount if back else amount)),)


def _ends_clause(reading: Reading, last: int) -> bool:
    tokens = reading.tokens
    return last >= len(tokens) or tokens.words[last] in (",", ".", ";", ":", ")", "?", "!", "—", "”", "and", "but", "when", "while")


def _moved(anchor: Stretch, unit: str, amount: float) -> Stretch:
    """A stretch moved by whole units; from a single day months and years away only the month or year is named."""
    if anchor.start is None or anchor.end is None:
        return anchor
    start, end = shift(anchor.start, unit, amount), shift(anchor.end, unit, amount)
    if start is None or end is None:
        return Stretch(None, None, anchor.precision)
    if anchor.precision == "day":
        return around(start, _COARSER.get(unit, "day"))
    if anchor.precision in _CALENDAR:
        return around(start, anchor.precision)
    return Stretch(start, end, anchor.precision)

"""The days that a sentence names as a stretch: "from 1 to 7 March", "the last ten days of May", "on Thursday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claimcheck import days
from claimcheck.comparing.time import running
from claimcheck.model import Claim
from claimcheck.reading.number_words import WORTH

_WEEKDAY = re.compile(rf"\bon ({'|'.join(days.WEEKDAYS)})\b")
_MONTH = f"(?a:{'|'.join(days.MONTHS)})"
_STRETCH = re.compile(
    rf"\b(?:from|between) (?:(?P<day>\d{{1,2}})(?: (?P<month>{_MONTH}))?|(?P<whole>{_MONTH})) (?:to|and|until|till|through) "
    rf"(?:(?P<last_day>\d{{1,2}}) )?(?P<last_month>{_MONTH})(?:,? (?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_PART = re.compile(
    rf"\b(?:the )?(?P<end>first|last|final) (?:(?P<count>\d{{1,2}}|[a-z]+) )?(?P<unit>(?a:days|weeks?|fortnight|half)) of "
    rf"(?P<month>{_MONTH})\b(?:,? (?P<year>(?:19|20)\d\d))?",
    re.IGNORECASE,
)
_LENGTHS = {"days": 1, "week": 7, "weeks": 7, "fortnight": 14, "half": 15}


def stretch(claim: Claim) -> tuple[date, date] | None:
    """The first and last day of a stretch that the sentence spells out; without a year it is the last one before the figure was said.

    >>> import claimcheck as cc
    >>> [str(day) for day in stretch(cc.extract("In the last week of March 46 ships sank.", published="2025-05-02")[0])]
    ['2025-03-25', '2025-03-31']
    >>> stretch(cc.extract("In the last days of March 46 ships sank.", published="2025-05-02")[0])
    """
    part = _PART.search(claim.sentence)
    told = _part_of_month(part, days.last_day(claim.said_on)) if part is not None and claim.said_on is not None else None
    if told is not None:
        return told
    found = _STRETCH.search(claim.sentence)
    if found is None or (found["year"] is None and claim.said_on is None) or (found["whole"] is None) == (found["last_day"] is None):
        return None
    last_month = _month(found["last_month"])
    first_month = _month(found["month"] or found["whole"] or found["last_month"])
    year = int(found["year"]) if found["year"] else days.last_day(str(claim.said_on)).year
    try:
        start, end = _ends(year, first_month, last_month, found["day"], found["last_day"])
        if not found["year"] and start > days.last_day(str(claim.said_on)):
            start, end = _ends(year - 1, first_month, last_month, found["day"], found["last_day"])
    except ValueError:
        return None
    return (start, end) if start <= end else None


def without_stretch(sentence: str) -> str:
    """A sentence with blanks for the words of a part of a month, which tell when and not of what."""
    return _PART.sub(lambda found: " " * len(found.group()), sentence)


def _part_of_month(part: re.Match[str], said: date) -> tuple[date, date] | None:
    """The first or last days of a month, of which half is its first fifteen days, or the rest; "the last days" are who knows how many."""
    if part["unit"].lower() == "days" and not part["count"]:
        return None
    count = int(part["count"] if part["count"].isdecimal() else WORTH.get(part["count"].lower(), 0)) if part["count"] else 1
    month = _month(part["month"])
    first = date(int(part["year"] or said.year), month, 1)
    if not part["year"] and first > said:
        first = first.replace(year=first.year - 1)
    last = days.last_day(f"{first:%Y-%m}")
    length = _LENGTHS[part["unit"].lower()] * count
    if not 0 < length <= last.day:
        return None
    if part["end"].lower() == "first":
        return first, first + timedelta(length - 1)
    return (first + timedelta(length) if part["unit"].lower() == "half" else last - timedelta(length - 1)), last


def covered(claim: Claim) -> tuple[date, date] | None:
    """The first and last day a count covers: a stretch, its period, the day of "lost 9 tanks on Thursday"; None for a total so far."""
    spelled, period = stretch(claim), claim.period
    if spelled is not None:
        return spelled
    if period is not None and period.start is not None and not (period.start == period.end and running(claim)):
        return days.first_day(period.start), days.last_day(period.end or claim.said_on or period.start)
    stated = _WEEKDAY.search(claim.sentence)
    if stated is None or claim.said_on is None or running(claim):
        return None
    said = days.last_day(claim.said_on)
    on = said - timedelta((said.weekday() - days.WEEKDAYS.index(stated[1])) % len(days.WEEKDAYS))
    return on, on


def _month(name: str) -> int:
    return days.MONTHS.index(name.capitalize()) + 1


def _ends(year: int, first_month: int, last_month: int, day: str | None, last_day: str | None) -> tuple[date, date]:
    start = date(year - (first_month > last_month), first_month, int(day or 1))
    return start, date(year, last_month, int(last_day)) if last_day else days.last_day(f"{year:04}-{last_month:02}")

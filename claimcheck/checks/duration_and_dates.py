"""Does a duration fit the two dates it lies between?

What it asks. "From 1965 to 1991, a total of 26 years", "closed in 1971 and reopened in 1986, 15 years later", "from 3
March to 10 March, eight days": the time from the one date to the other must be able to be the duration; a year or day
begun counts either way. Hours are held against the times of day they run from and to.

Why it matters. Years are typed from memory, and the sum is done once and not again when a year is corrected.

An example that speaks:

    The bridge was closed in 1971 and reopened in 1986, exactly 17 years later.   -> inconsistent: from 1971 to 1986 are 15 years

An example that is silent:

    The bridge was closed in 1971 and reopened in 1986, almost 15 years later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._time import elapsed, fits, years_between
from claimcheck.model import Claim, Finding
from claimcheck.reading import timelines

_NAME = "duration-and-dates"
_TOGETHER = re.compile(r"\b(?:in all|in total|altogether|together|combined|total of)\b", re.IGNORECASE)
_PAIR = 2
_TIME = r"(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?"
_HOURS = re.compile(rf",? \(?from {_TIME} (?:to|until|till) {_TIME}", re.IGNORECASE)
_HOUR, _DAY = 60, 24 * 60
"""Minutes."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every duration that stands between two dates."""
    yield from _between_hours(case)
    for timeline in timelines.stated(case.document.text, case.claims, ["span"]):
        length, (start, end) = timeline.length, timeline.dates
        if length is None or str(start.value) > str(end.value) or length.kind != "duration":
            continue
        if _TOGETHER.search(length.sentence) and _dates_beside(case, length) > _PAIR:
            continue
        said = f"from {start.surface} to {end.surface} {_length(start, end)}, the text says {length.surface}"
        if fits(length, *elapsed(str(start.value), str(end.value))):
            yield consistent(_NAME, length, [start, end], said, rounding=_is_a_year_short(length, start, end))
        else:
            yield inconsistent(_NAME, length, [start, end], said)


def _between_hours(case: Case) -> Iterator[Finding]:
    """A finding for every number of hours with the hours of the day it runs from and to: "five hours, from 9 a.m. to 11 a.m."."""
    text = case.document.text
    for length in case.claims:
        hours = _HOURS.match(text, length.span[1]) if length.kind == "duration" and length.unit == "hour" else None
        if hours is None or length.qualifier != "exact" or isinstance(length.value, tuple):
            continue
        start, end = _minutes(*hours.groups()[:3]), _minutes(*hours.groups()[3:])
        right = Decimal((end - start) % _DAY) / _HOUR
        said = f"{hours[0].strip(' ,(')} is {rounded(right)} hours, the text says {length.surface}"
        if abs(right - middle(length)) >= 1:
            yield inconsistent(_NAME, length, [], said)


def _minutes(hour: str, minute: str | None, half: str) -> int:
    """Minutes since midnight of a time on the twelve-hour clock."""
    return (int(hour) % 12 + (12 if half.lower().startswith("p") else 0)) * _HOUR + int(minute or 0)


def _is_a_year_short(length: Claim, start: Claim, end: Claim) -> bool:
    """Whether years between two years fit only as begun or unfinished ones: "three years, from 2019 to 2023"."""
    one, other = str(start.value), str(end.value)
    return length.unit == "year" and len(one) == len(other) == 4 and middle(length) != years_between(one, other)


def _dates_beside(case: Case, length: Claim) -> int:
    """How many dates stand in the sentence of a duration: of several periods it may be the sum."""
    return sum(claim.kind in ("year", "date") and claim.sentence_span == length.sentence_span for claim in case.claims)


def _length(start: Claim, end: Claim) -> str:
    one, other = str(start.value), str(end.value)
    if len(one) == len(other) == 10:
        count = int(elapsed(one, other)[0])
        return f"{'is' if count == 1 else 'are'} {count} day{'' if count == 1 else 's'}"
    count = years_between(one, other)
    return f"{'is' if count == 1 else 'are'} {count} year{'' if count == 1 else 's'}"

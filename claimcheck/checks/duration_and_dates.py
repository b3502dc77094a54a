"""Does a duration fit the two dates it lies between?

What it asks. "From 1965 to 1991, a total of 26 years", "closed in 1971 and reopened in 1986, 15 years later", "from 3
March to 10 March, eight days": the time from the one date to the other must be able to be the duration; a year or day
begun counts either way. A duration that is of one date only ("born in 1918, was freed in 1990 after 27 years", "opened in
1932, was bombed in 1944 and rebuilt five years later") is let be, and so is one within a window ("for three years between 2001 and 2011").
Hours are held against the times of day they run from and to. How long something has lasted until now is held against the
one date beside it, as the day it began.

Why it matters. Years are typed from memory, and the sum is done once and not again when a year is corrected.

An example that speaks:

    The bridge was closed in 1971 and reopened in 1986, exactly 17 years later.   -> inconsistent: from 1971 to 1986 are 15 years
    The hall has stood for 118 years; it opened in 1918.   -> inconsistent: from 1918 to 2026 are 108 years

An example that is silent:

    The bridge was closed in 1971 and reopened in 1986, almost 15 years later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck.case import Case
from claimcheck.checks import _days_after as days_after
from claimcheck.checks import _lengths_told as lengths_told
from claimcheck.checks._clock import CLOCK, FULL_DAY, HOUR, minutes, misses
from claimcheck.checks._figures import middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._time import elapsed, fits, in_days, years_between
from claimcheck.checks._told_spans import between_dates, between_hours
from claimcheck.model import Claim, Finding
from claimcheck.reading import timelines
from claimcheck.vocabulary import either
from claimcheck.wording import day

_NAME = "duration-and-dates"
_TOGETHER = re.compile(rf"\b(?:{either('adds up several times')})\b", re.IGNORECASE)
_PAIR = 2
_FROM, _UNTIL = re.compile(r",? \(?from ", re.IGNORECASE), re.compile(r" (?:to|until|till) ")
_NOT_ALL_DAY = re.compile(rf"\b(?:{either('hours that are not all of one day')})\b", re.IGNORECASE)
"""What tells of hours left out, counted on several days or on two clocks."""
_NOT_THROUGHOUT = re.compile(rf"\b(?:{either('not throughout')})\b", re.IGNORECASE)
_COMPARED = re.compile(rf" (?:{either('sets a length against another')})\b")
_AND_FROM = re.compile(r",? and (?:then )?(?:from|between|since) ")
_WITHIN = re.compile(r"\bbetween \Z", re.IGNORECASE)
_RUNS = re.compile(r"\b(?:from|between|since)\W*$", re.IGNORECASE)
_BORN = re.compile(r"(?:\bborn\b[^.;]{0,40}|\(b\. ?)$", re.IGNORECASE)
_ANOTHER_EVENT = re.compile(
    rf"\b(?:{either('another event behind a date')}|(?!(?:{either('verbs that take a length')})\b)\w+ed)\b|;", re.IGNORECASE
)
_OF_ANOTHER = re.compile(
    r" (?:after|since|following|before) (?:his|her|their|the|an?) |[^.,;]{0,24} as (?:an?|the|its|his|her|their|[a-z]+)\b"
)
_STATES = ("in prison", "in office", "in exile")
_BEGINNINGS = tuple((either(f"being {state}"), either(f"stems of coming to be {state}")) for state in _STATES)
_FREED = re.compile(rf"\b(?:{either('let out of prison')})\b")
_TWICE, _BACK, _AHEAD = 2, 60, 40
_TO_THE_MONTH, _TO_THE_DAY, _MONTHS = 7, 10, 12
"""The letters of a date to the month and to the day; the months of a year."""
_SHORT = {"day": 1, "week": 7}
"""The days of the units in which short times are told."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every duration that stands between two dates, one for each."""
    told: set[str] = set()
    for finding in (*_between_hours(case), *_linked(case), *_told_apart(case)):
        if finding.claim.id not in told:
            told.add(finding.claim.id)
            yield finding


def _linked(case: Case) -> Iterator[Finding]:
    """A finding for every length that stands by its two dates."""
    for timeline in timelines.stated(case.document.text, case.claims, ["span"]):
        length, (start, end) = timeline.length, timeline.dates
        if length is None or str(start.value) > str(end.value) or length.kind != "duration":
            continue
        if _TOGETHER.search(length.sentence) and _dates_beside(case, length) > _PAIR:
            continue
        said = f"from {start.surface} to {end.surface} {_length(length, start, end)}, the text says {length.surface}"
        if fits(length, *elapsed(str(start.value), str(end.value))):
            yield consistent(_NAME, length, [start, end], said, rounding=_is_a_year_short(length, start, end))
        elif _may_be_another(case.document.text, length, start, end):
            continue
        elif _RUNS.search(case.document.text[max(0, start.span[0] - _BACK) : start.span[0]]) or _runs_between(case, length, start, end):
            yield inconsistent(_NAME, length, [start, end], said)


def _told_apart(case: Case) -> Iterator[Finding]:
    """A finding for every length told in another sentence or clause than its beginning and end."""
    published = case.document.published
    for told in (*between_dates(case), *lengths_told.told(case), *days_after.told(case)):
        end = str(told.end.value) if told.end is not None else told.day or published
        start = str(told.start.value)
        if end is None or start > end or fits(told.length, *elapsed(start, end)):
            continue
        until = told.end.surface if told.end is not None else day(end) if told.length.unit in _SHORT else end[:4]
        others = [told.start, told.end] if told.end is not None else [told.start]
        said = f"from {told.start.surface} to {until} {_length(told.length, told.start, evolve(told.start, value=end))}"
        yield inconsistent(_NAME, told.length, others, f"{said}, the text says {told.length.surface}", "warning")
    for length, first, last, apart in between_hours(case):
        stated = middle(length) * (HOUR if length.unit == "hour" else 1)
        if misses(first, last, stated, apart) * 2 >= (HOUR * 2 if length.unit == "hour" else HOUR // 3):
            long = f"{rounded(Decimal(apart) / HOUR)} hours" if length.unit == "hour" else f"{apart} minutes"
            said = f"from {first[0]} to {last[0]} are {long}, the text says {length.surface}"
            yield inconsistent(_NAME, length, [], said, "warning")


def _between_hours(case: Case) -> Iterator[Finding]:
    """A finding for every number of hours with the hours of the day it runs from and to: "five hours, from 9 a.m. to 11 a.m."."""
    for length in case.claims:
        if length.kind != "duration" or length.unit != "hour" or length.qualifier != "exact" or isinstance(length.value, tuple):
            continue
        times = _times_behind(case.document.text, length)
        if times is None or _NOT_ALL_DAY.search(length.sentence):
            continue
        apart = (minutes(times[1]) - minutes(times[0])) % FULL_DAY
        if misses(*times, middle(length) * HOUR, apart) >= HOUR:
            said = f"from {times[0][0]} to {times[1][0]} is {rounded(Decimal(apart) / HOUR)} hours, the text says {length.surface}"
            yield inconsistent(_NAME, length, [], said)


def _times_behind(text: str, length: Claim) -> tuple[re.Match[str], re.Match[str]] | None:
    """The times of day right behind a duration, from which and to which it runs; both on one clock."""
    begins = _FROM.match(text, length.span[1])
    start = CLOCK.match(text, begins.end()) if begins else None
    goes_on = _UNTIL.match(text, start.end()) if start else None
    end = CLOCK.match(text, goes_on.end()) if goes_on else None
    return (start, end) if start and end and (bool(start[4]) == bool(end[4]) or start[6] or end[6]) else None


def _is_a_year_short(length: Claim, start: Claim, end: Claim) -> bool:
    """Whether years between two years fit only as begun or unfinished ones: "three years, from 2019 to 2023"."""
    one, other = str(start.value), str(end.value)
    return length.unit == "year" and len(one) == len(other) == 4 and middle(length) != years_between(one, other)


def _dates_beside(case: Case, length: Claim) -> int:
    """How many dates stand in the sentence of a duration: of several periods it may be the sum."""
    return sum(claim.kind in ("year", "date") for claim in case.beside(length))


def _may_be_another(text: str, length: Claim, start: Claim, end: Claim) -> bool:
    """Whether a length is of several times, is compared with another's, or lies in a window: "three years between 2001 and 2011"."""
    if _COMPARED.match(text, length.span[1]) or _AND_FROM.match(text, end.span[1]) or _NOT_THROUGHOUT.search(length.sentence):
        return True
    told_of = length.span < start.span or text.startswith(" of ", length.span[1])
    within = told_of and _WITHIN.search(text[max(0, start.span[0] - _BACK) : start.span[0]]) is not None
    return within and in_days(length) <= elapsed(str(start.value), str(end.value))[1]


def _runs_between(case: Case, length: Claim, start: Claim, end: Claim) -> bool:
    """Whether a duration is of the time between two dates, not of something else that began or ended with one of them."""
    text = case.document.text
    if _BORN.search(text[max(0, start.span[0] - _BACK) : start.span[0]]) or _is_far_off(length, start, end):
        return False
    if length.span[0] < end.span[1]:
        return True
    behind = text[length.span[1] : length.span[1] + _AHEAD]
    if _ANOTHER_EVENT.search(text, end.span[1], length.span[0]) or _OF_ANOTHER.match(behind):
        return False
    before = text[start.sentence_span[0] : end.span[0]]
    begun = [begins for being, begins in _BEGINNINGS if re.match(rf" (?:{being})\b", behind)]
    if _FREED.search(text, start.sentence_span[0], end.span[0]):
        begun.append(_BEGINNINGS[0][1])
    return all(re.search(begins, before, re.IGNORECASE) for begins in begun)


def _is_far_off(length: Claim, start: Claim, end: Claim) -> bool:
    """Whether the time between the dates is less than half of a duration, or more than twice as long: it is no slip of the sum."""
    least, most = elapsed(str(start.value), str(end.value))
    stated = in_days(length)
    return least > stated * _TWICE or most * _TWICE < stated


def _length(length: Claim, start: Claim, end: Claim) -> str:
    """The time between two dates in the unit of the text, as far as the dates are precise: "are 71 years"."""
    one, other = str(start.value), str(end.value)
    count, unit = years_between(one, other), "year"
    if min(len(one), len(other)) == _TO_THE_DAY and length.unit in _SHORT:
        unit = length.unit or "day"
        count = int(elapsed(one, other)[0]) // _SHORT[unit]
    elif min(len(one), len(other)) >= _TO_THE_MONTH:
        months = count * _MONTHS + int(other[5:7]) - int(one[5:7]) - (other[8:] < one[8:] and len(one) == len(other))
        count, unit = (months // _MONTHS, "year") if length.unit == "year" and months >= _MONTHS else (months, "month")
    return f"{'is' if count == 1 else 'are'} {count} {unit}{'' if count == 1 else 's'}"

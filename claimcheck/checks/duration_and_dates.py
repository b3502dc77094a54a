"""Does a duration fit the two dates it lies between?

What it asks. "From 1965 to 1991, a total of 26 years", "closed in 1971 and reopened in 1986, 15 years later", "from 3
March to 10 March, eight days": the time from the one date to the other must be able to be the duration; a year or day
begun counts either way.

Why it matters. Years are typed from memory, and the sum is done once and not again when a year is corrected.

An example that speaks:

    The bridge was closed in 1971 and reopened in 1986, exactly 17 years later.   -> inconsistent: from 1971 to 1986 are 15 years

An example that is silent:

    The bridge was closed in 1971 and reopened in 1986, almost 15 years later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._time import elapsed, fits, years_between
from claimcheck.model import Claim, Finding
from claimcheck.reading import timelines

_NAME = "duration-and-dates"
_TOGETHER = re.compile(r"\b(?:in all|in total|altogether|together|combined|total of)\b", re.IGNORECASE)
_PAIR = 2


def check(case: Case) -> Iterator[Finding]:
    """A finding for every duration that stands between two dates."""
    for timeline in timelines.stated(case.document.text, case.claims, ["span"]):
        length, (start, end) = timeline.length, timeline.dates
        if length is None or str(start.value) > str(end.value) or length.kind != "duration":
            continue
        if _TOGETHER.search(length.sentence) and _dates_beside(case, length) > _PAIR:
            continue
        said = f"from {start.surface} to {end.surface} {_length(start, end)}, the text says {length.surface}"
        if fits(length, *elapsed(str(start.value), str(end.value))):
            yield consistent(_NAME, length, [start, end], said)
        else:
            yield inconsistent(_NAME, length, [start, end], said)


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

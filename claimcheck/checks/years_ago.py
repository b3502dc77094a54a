"""Does "four years ago" fit the year beside it?

What it asks. A time that is said to be so many years, months or days ago and is dated as well must lie that far before
the day of publication; a year begun counts either way. So must what an anniversary of this year remembers ("the 40th
anniversary of the fire of 1985").

Why it matters. "Ten years ago" outlives the anniversary piece it was written for.

An example that speaks, in an article of 3 May 2024:

    The bridge fell ten years ago, in 2011.   -> inconsistent: 2011 is 13 years before 2024

An example that is silent:

    The bridge fell 13 years ago, in 2011.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._anniversaries import kept
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._time import elapsed, fits, years_between
from claimcheck.model import Finding
from claimcheck.reading import timelines

_NAME = "years-ago"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every "ago" with a date of its own."""
    published = case.document.published
    if published is None:
        return
    for kept_now in kept(case):
        years = years_between(str(kept_now.date.value), published)
        if years != kept_now.years:
            written = case.document.text[slice(*kept_now.span)]
            said = f"{kept_now.date.surface} is {years} years before {published[:4]}, the text says {written}"
            yield inconsistent(_NAME, kept_now.date, [], f"{said}: these cannot both be right")
    for timeline in timelines.stated(case.document.text, case.claims, ["ago"]):
        length, when = timeline.length, timeline.dates[0]
        if length is None or length.kind != "duration" or days.first_day(str(when.value)) > days.last_day(published):
            continue
        years = years_between(str(when.value), published)
        said = f"{when.surface} is {years} year{'' if years == 1 else 's'} before {published[:4]}, the text says {length.surface} ago"
        if fits(length, *elapsed(str(when.value), published)):
            yield consistent(_NAME, length, [when], said)
        else:
            yield inconsistent(_NAME, length, [when], said)

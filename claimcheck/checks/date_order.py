"""Does a period end before it begins?

What it asks. "From 1998 to 1989", "between 2014 and 2010", "born in 1950, died in 1905": the first date must not lie
after the second.

Why it matters. Two digits changed places, and nobody reads years.

An example that speaks:

    She led the orchestra from 1998 to 1989.   -> inconsistent: 1989 is before 1998

An example that is silent:

    She led the orchestra from 1989 to 1998.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.model import Finding
from claimcheck.reading import timelines

_NAME = "date-order"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every period whose end lies before its beginning."""
    for timeline in timelines.stated(case.document.text, case.claims, ["order"]):
        start, end = timeline.dates
        if days.last_day(str(end.value)) < days.first_day(str(start.value)):
            yield inconsistent(_NAME, end, [start], f"{end.surface} is before {start.surface}, where the period begins")

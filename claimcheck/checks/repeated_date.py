"""Does the article date one event twice, with two dates?

What it asks. "The airport opened in 1991 ... when the airport opened in 1992", "lost the election in 2007 ... after that
defeat in 2006": where a later sentence takes an event up, in the same words or by a noun for it, its year must be the
same. Years that lie further apart than a slip of one digit are left alone.

Why it matters. The second mention is typed from memory.

An example that speaks:

    The airport opened in 1991, after years of delay. When the airport opened in 1992, the ferry stopped.   -> inconsistent

An example that is silent:

    The airport opened in 1991, after years of delay. When the second airport opened in 1992, the ferry stopped.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.comparing.same_event import dates_one_event
from claimcheck.model import Claim, Finding

_NAME = "repeated-date"
_FEW = 60
"""Dates that are held against the one at hand: those before it, the nearest first; keeps the work linear."""
_YEARS, _DECADE = 2, 10


def check(case: Case) -> Iterator[Finding]:
    """A finding for every date of an event that the article has dated otherwise."""
    dated = [claim for claim in case.claims if claim.kind in ("year", "date")]
    for index, later in enumerate(dated):
        before = dated[max(0, index - _FEW) : index]
        told = [earlier for earlier in before if dates_one_event(earlier, later)]
        if told and not any(_agree(earlier, later) for earlier in told) and _slipped(told[-1], later):
            said = f"{told[-1].surface} and then {later.surface} for what reads as one event"
            yield inconsistent(_NAME, later, [told[-1]], said)


def _agree(a: Claim, b: Claim) -> bool:
    """Whether one date lies in the other."""
    one, other = str(a.value), str(b.value)
    return one.startswith(other) or other.startswith(one)


def _slipped(a: Claim, b: Claim) -> bool:
    """Whether a slip leads from one stated year to the other: one or two years apart, or whole decades; months, where given, agree."""
    if any(str(claim.value)[:4] not in claim.surface for claim in (a, b)):
        return False
    one, other = str(a.value), str(b.value)
    gap = abs(int(one[:4]) - int(other[:4]))
    return gap > 0 and (gap <= _YEARS or gap % _DECADE == 0) and (one[4:].startswith(other[4:]) or other[4:].startswith(one[4:]))

"""Is a sum of earlier years right in today's money?

What it asks. Only where the text says that a sum is adjusted for inflation ("$70 million in 1985, or about $205 million in today's
dollars"), the earlier sum is brought to the prices of the year by the consumer price index of the United States. The later sum is
*supported* where it is within 5 per cent of that, or as near as its digits and hedge allow, and *contradicted* where it is a quarter off or
more: other indices than that of consumer prices differ by less.

Why it matters. The sum of long ago is in the archive; the one of today is worked out once, in haste, and nobody redoes it.

An example that speaks, in an article of 1 June 2025:

    The stadium cost $70 million in 1985, or about $502 million in today's dollars.   -> contradicted: $204 million in the prices

An example that is silent: "The stadium cost $70 million in 1985 and $502 million to rebuild." So are sums in other currencies than US
dollars, for which claimcheck brings no index, and years before 1913 or after the index ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, digits, middle
from claimcheck.model import Claim, Evidence, Finding, Interval
from claimcheck.references.consumer_prices import SOURCE, URL, dearer, newest

_CUE = re.compile(
    r"\b(?:in (?:today['’]s|current|(?P<year>(?:19|20)\d\d)) (?:money|dollars|prices|terms)|today\b|nowadays\b|in real terms"
    r"|(?:when |if )?adjust(?:ed|ing) for inflation|inflation-adjusted|allowing for inflation)",
    re.IGNORECASE,
)
_APART, _BEHIND = 90, 40
"""Characters between two sums that belong together, and those behind the later one in which it is said to be today's."""
_OTHER_SUM = re.compile(r"[;]|\bcompared\b|\bagainst\b|\bfrom\b")
_END = re.compile(r"[.;)]\s|[.)]$")
_SLACK, _WRONG = Decimal("0.05"), Decimal("1.25")
"""How far a sum may be off to be right, and how many times off it is wrong. Conventions of this project."""
_LATE = 2
"""Years after the index ends in which a text may still use its last year."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every sum that the text calls one of today's money, behind the sum of its own year."""
    sums = [claim for claim in case.claims if claim.kind == "money" and claim.unit == "USD" and isinstance(claim.value, str)]
    for first, later in pairwise(sums):
        cue = _cue(case.document.text, first, later)
        times = _times(first, later, cue) if cue is not None else None
        if times is not None:
            finding = _held(first, later, times)
            if finding is not None:
                yield finding


def _cue(text: str, first: Claim, later: Claim) -> re.Match[str] | None:
    """What calls the later sum one of today's money: between the sums, or right behind it."""
    between = text[first.span[1] : later.span[0]]
    if len(between) > _APART or _OTHER_SUM.search(between):
        return None
    behind = _END.split(text[later.span[1] : later.span[1] + _BEHIND])[0]
    return _CUE.search(between) or _CUE.search(behind)


def _times(first: Claim, later: Claim, cue: re.Match[str]) -> Decimal | None:
    """How many times dearer things became from the year of the first sum to that of the later one."""
    year, said = (first.as_of or "")[:4], (later.said_on or "")[:4]
    if not year or not said or year >= said or year not in first.sentence:
        return None
    if cue["year"]:
        return dearer(int(year), int(cue["year"]))
    return dearer(int(year), min(int(said), newest())) if int(said) <= newest() + _LATE else None


def _held(first: Claim, later: Claim, times: Decimal) -> Finding | None:
    right = middle(first) * times
    line = f"{first.surface} of {(first.as_of or '')[:4]} are {amount(right, later)} in the prices of the year"
    apart = max(middle(later) / right, right / middle(later)) if right and middle(later) else _WRONG
    evidence = (Evidence("computation", str(right), later.unit, source=SOURCE, url=URL, note=line),)
    if apart <= 1 + _SLACK or intervals.agree(digits(later), _scaled(digits(first), times)):
        return Finding("todays-money", "note", "supported", f"{line}: {later.surface!r} is borne out ({SOURCE}).", later, evidence)
    if apart < _WRONG:
        return None
    return Finding("todays-money", "warning", "contradicted", f"{line}, not {later.surface!r} ({SOURCE}).", later, evidence)


def _scaled(interval: Interval, times: Decimal) -> Interval:
    low, high = (None if end is None else str(Decimal(end) * times) for end in (interval.low, interval.high))
    return Interval(low, high, interval.unit)

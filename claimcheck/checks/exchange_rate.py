"""Does a sum in brackets say the same as the one it converts, at the rates of the day?

What it asks. "100 million euros ($108 million)" is one sum in two currencies. The first is converted at the reference rates of the
European Central Bank (extra `money`) for the day of the article, or of the figure, and the weeks before it. The sum is *supported* where
the digits of both allow a rate of the last 30 days, and *contradicted* where no rate of the last 90 days comes within 3 per cent. A bare
"$" may be any dollar.

Why it matters. Conversions are done by hand, with last month's rate or the wrong way round, and a slip of ten looks like any other sum.

An example that speaks, in an article of 3 May 2024:

    The site cost 100 million euros ($93 million).   -> contradicted: 100 million euros was $107 million
    The site cost 100 million euros ($108 million).   -> supported

An example that is silent: "The site cost 9 billion rubles ($93 million)." The bank has quoted no rubles since 2022. So are articles
without a day, and days for which the rates are not at hand yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import ROUGHEST, amount, digits, middle
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Evidence, Finding
from claimcheck.references.rates import SOURCE, URL, Rates, origin, rates
from claimcheck.vocabulary import table
from claimcheck.wording import day as worded

_LONG = 90
"""Days before an article whose rates may still stand in it. A convention of this project."""
_SLACK = Decimal("0.03")
_DOLLARS = ("USD", "CAD", "AUD", "NZD", "SGD", "HKD")
"""The dollars that the bank quotes."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every sum of money that converts another."""
    for claim, found in linked(case, "converts"):
        first = found["converts"][0]
        if claim.kind != "money" or first.kind != "money" or not isinstance(claim.value, str) or not isinstance(first.value, str):
            continue
        if claim.unit == first.unit or claim.unit is None or first.unit is None or _is_doubtful(first) or _is_doubtful(claim):
            continue
        finding = _held(first, claim)
        if finding is not None:
            yield finding


def _is_doubtful(claim: Claim) -> bool:
    """Whether a sum is in rupees of a country that neither sign nor text makes out as India."""
    return claim.unit == "INR" and "rupee" in claim.surface.lower() and "India" not in f"{claim.sentence} {claim.title} {claim.place}"


def _held(first: Claim, claim: Claim) -> Finding | None:
    """The finding about a converted sum; none where no rates are known for a day it may be of, or none is plain."""
    near = [rates(str(first.unit), str(claim.unit), at) for at in _days(claim)]
    known = [found for found in near if found is not None]
    if not known or len(known) < len(near):
        return None
    if any(_fits(first, claim, found, Decimal(0)) for found in known):
        return _finding(first, claim, known[0], "supported")
    if any(_fits_some_dollar(first, claim, at) for at in _days(claim)):
        return None
    return _finding(first, claim, known[0], "contradicted")


def _days(claim: Claim) -> tuple[str, ...]:
    """The days whose rates a conversion may be at: the article's, and that of the figure."""
    return tuple(dict.fromkeys(at for at in (claim.said_on, claim.as_of) if at)) if claim.said_on else ()


def _fits_some_dollar(first: Claim, claim: Claim, at: str) -> bool:
    """Whether a rate of the last months allows the sums, a bare "$" being any dollar; unknown rates allow anything."""
    found = [rates(one, other, at, _LONG) for one in _currencies(first) for other in _currencies(claim)]
    return None in found or any(_fits(first, claim, rate, _SLACK) for rate in found if rate is not None)


def _currencies(claim: Claim) -> tuple[str, ...]:
    bare = claim.unit in _DOLLARS and not any(mark in claim.surface for mark in _marks())
    return _DOLLARS if bare else (str(claim.unit),)


@cache
def _marks() -> frozenset[str]:
    """What says which dollar is meant: "US$", "Canadian dollars"."""
    named = [row for row in table("currencies") if row["code"] in _DOLLARS and not row["assumed"]]
    return frozenset(mark for row in named for side in ("names", "before", "after") for mark in row[side].split("|") if mark)


def _fits(first: Claim, claim: Claim, found: Rates, slack: Decimal) -> bool:
    """Whether the digits and hedges of both sums allow a rate."""
    low, high = _ends(first)
    stated = _ends(claim)
    return low * Decimal(found.low) * (1 - slack) <= stated[1] and stated[0] <= high * Decimal(found.high) * (1 + slack)


def _ends(claim: Claim) -> tuple[Decimal, Decimal]:
    """The least and the most a sum can be by digits and hedge; a round sum without hedge is no rougher than two digits are."""
    written, stated = digits(claim), middle(claim)
    half = intervals.place_value(stated) / 2
    low = stated - half if written.low is None else Decimal(written.low)
    high = stated + half if written.high is None else Decimal(written.high)
    rough = stated * ROUGHEST if claim.qualifier == "exact" else stated
    return max(low, stated - rough), min(high, stated + rough)


def _finding(first: Claim, claim: Claim, found: Rates, verdict: str) -> Finding:
    right = middle(first) * Decimal(found.last)
    said = f"{first.surface} was {amount(right, claim)} at the rate of {worded(found.last_day.isoformat())} ({found.last:.4g})"
    message = f"{said}, as the text says." if verdict == "supported" else f"{said}, the text says {claim.surface}."
    note = f"{first.unit} in {claim.unit} by {origin()}: {found.low:.4g} to {found.high:.4g} in the weeks before"
    evidence = Evidence("computation", f"{found.last:.6g}", f"{claim.unit} / {first.unit}", as_of=found.last_day.isoformat(),
                        source=SOURCE, url=URL, note=note)  # fmt: skip
    return Finding("exchange-rate", "note" if verdict == "supported" else "warning", verdict, message, claim, (evidence,))

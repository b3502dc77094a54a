"""Does a rise lead up, and a fall down?

What it asks. "Slowed to 2.2 percent from 3.0", "a turnout of 61 percent, up from 58": the value that something rose to lies above the one
it rose from, the value it fell to below. Digits and hedges set how near the two may lie. So must a figure that is called
above or below a target, a budget or a record be so, and a majority of seats be more than half of them. Ranks and exchange rates,
which count the other way round, are left alone, and so are changes whose size in per cent stands beside the two (see
`percent-change`).

Why it matters. The two values were exchanged, or the verb is last month's; the headline then says the opposite of the news.

An example that speaks:

    Unemployment fell to 5.4 percent from 4.9 percent in April.   -> inconsistent: 5.4 percent is more than 4.9 percent

An example that is silent:

    Unemployment rose to 5.4 percent from 4.9 percent in April.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._compared import majorities, stated
from claimcheck.checks._figures import as_one, bounds, middle
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Finding

_NAME = "direction"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every rise that leads down and every fall that leads up."""
    for pair in stated(case):
        low, high = (pair.other, pair.one) if pair.above else (pair.one, pair.other)
        if _crosses(high, low):
            than = "less" if pair.above else "more"
            said = f"{pair.one.surface} is {than} than {pair.other.surface}, the text calls it {pair.word}"
            yield inconsistent(_NAME, pair.one, [pair.other], said, "warning")
    for part, whole in majorities(case):
        if middle(part) * 2 <= middle(whole):
            said = f"{part.surface} are no more than half of {whole.surface}, the text calls it a majority"
            yield inconsistent(_NAME, part, [whole], said, "warning")
    for role, says in (("risen_from", "a rise"), ("fallen_from", "a fall")):
        for new, found in linked(case, role):
            old = found[role][0]
            low, high = (new, old) if role == "risen_from" else (old, new)
            if "change_to" not in case.layout.roles(new) and _is_below(low, high) and min(middle(low), middle(high)) >= 0:
                than = "less" if low is new else "more"
                yield inconsistent(_NAME, new, [old], f"{new.surface} is {than} than {old.surface}, the text calls it {says}")


def _crosses(high: Claim, low: Claim) -> bool:
    """Whether the figure that should be the higher one is the lower one; a target counts to the place of the other figure."""
    if high.unit != low.unit or high.kind != low.kind:
        return middle(high) < middle(low)
    above, below = as_one(high, low)
    return above.high is not None and below.low is not None and Decimal(above.high) <= Decimal(below.low)


def _is_below(low: Claim, high: Claim) -> bool:
    """Whether one figure lies below another whatever digits and hedges allow."""
    most, least = bounds(low).high, bounds(high).low
    return most is not None and least is not None and Decimal(most) < Decimal(least)

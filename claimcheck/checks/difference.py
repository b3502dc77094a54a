"""Does a stated difference lie between the two values it joins?

What it asks. "6,450, which is 150 more than the 6,300 of May", "fell by 300 to 5,000 from 5,300", "52 votes to 46, a majority of six": the
old or smaller value and the difference make the other one, within digits and hedges. So do a base and a step make the running total that
the next sentence gives ("52 until then ... seven more ... rose to 59"), where the words leave one reading only.

Why it matters. When a toll is updated, the total is changed and the "more than" beside it is forgotten.

An example that speaks:

    He said 6,450 bridges had been repaired, 250 more than the 6,300 of May.   -> inconsistent: 6,300 and 250 make 6,550

An example that is silent:

    He said 6,450 bridges had been repaired, 150 more than the 6,300 of May.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks import _gaps, _headline_margins, _tallies
from claimcheck.checks import _sums as sums
from claimcheck.checks._figures import amount, as_one, bounds, middle
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Finding

_NAME = "difference"
_MOVES = ("from", "revises", "risen_from", "fallen_from")
"""Links of two levels that are no parts of one another."""
_LISTED, _THAN = ("split_into", "some_of"), re.compile(r" [a-z]+ than ")
"""What a list makes of figures that a comparison beside them tells apart: "412 metres long, 48 metres longer than the old one"."""
_RECKONED = ("total_of", "change_from", "change_to")
"""Links of figures that are reckoned with elsewhere."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every difference in the unit of its two values, and for every running total that does not follow."""
    for step, found in linked(case, "change_from", "change_to"):
        old, new = found["change_from"][0], found["change_to"][0]
        if step.kind == old.kind and step.kind != "percent" and not any(isinstance(claim.value, tuple) for claim in (step, old, new)):
            yield _between(step, old, new)
    for tally in _tallies.told(case):
        parts = [tally.base, tally.step]
        if tally.base.kind != tally.total.kind and tally.base.sentence_span != tally.total.sentence_span:
            continue
        if not any(link.role in _RECKONED for claim in (tally.total, *parts) for link in claim.links):
            yield inconsistent(_NAME, tally.total, parts, sums.said(tally.total, parts))
    for margin, low, high in _headline_margins.told(case):
        said = f"{high.surface} less {low.surface} is {amount(middle(high) - middle(low), high)}, the text says {margin.surface}"
        yield inconsistent(_NAME, margin, [low, high], said, "warning")
    for gap in _gaps.told(case):
        three = (gap.step, gap.low, gap.high)
        moves = (*_MOVES, *_LISTED) if _THAN.match(case.document.text, gap.step.span[1]) else _MOVES
        if not any(link.claim == other.id and link.role not in moves for claim in three for link in claim.links for other in three):
            right = amount(middle(gap.high) - middle(gap.low), gap.high)
            said = f"{gap.high.surface} less {gap.low.surface} is {right}, the text says {gap.step.surface}"
            yield inconsistent(_NAME, gap.step, [gap.low, gap.high], said)


def _between(step: Claim, old: Claim, new: Claim) -> Finding:
    """The verdict on a difference that the words join to both of its values."""
    rises = step.change != "decrease"
    right = middle(old) + middle(step) if rises else middle(old) - middle(step)
    made = f"{old.surface} and {step.surface} make" if rises else f"{old.surface} less {step.surface} is"
    said = f"{made} {amount(right, new)}, the text says {new.surface}"
    reckon = intervals.plus if rises else intervals.minus
    start, gain, end = as_one(old, step, new, counted=True)
    if intervals.agree(reckon(start, gain), end):
        return consistent(_NAME, step, [old, new], said, rounding=right != middle(new))
    mild = intervals.agree(reckon(bounds(old), bounds(step)), bounds(new))
    return inconsistent(_NAME, step, [old, new], said, "warning" if mild else "error")

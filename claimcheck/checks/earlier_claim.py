"""Does an earlier claim of the same quantity agree with this figure?

What it asks. The ledger may hold the same quantity from an earlier article: the same statistic of the same people, place and
event. If the figure is the same, it is *restated*; if both can be the same figure given their digits and hedges, *rounding*; if it is of
a later day and has moved, *updated*, with the change, and a question where two digits have only changed places; if the text or the
ledger says that the old figure was wrong, *corrected*.

Why it matters. A toll that moved is news, and a reader wants to know from what. It is a note: nothing is wrong.

An example that speaks, with a ledger that holds "The army had lost 12,500 soldiers, the minister said" of 5 February 2025:

    The army has now lost 14,000 soldiers, the minister said.   -> updated: +1,500, +12.0%

An example that is silent: "In the strike 40 soldiers were killed." is another quantity.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case, Past
from claimcheck.checks._earlier import against_the_past, finding, said
from claimcheck.checks._outdated import is_outdated
from claimcheck.checks._slips import shape
from claimcheck.checks._whole_toll import tells_of_others
from claimcheck.comparing.figures import is_specific
from claimcheck.model import Claim, Finding
from claimcheck.wording import change

_VERDICTS = ("restated", "rounding", "updated", "corrected")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim that an earlier claim bears out, or that updates or corrects it."""
    for claim, past in against_the_past(case, *_VERDICTS):
        aside = past.verdict == "corrected" and tells_of_others(claim)
        if not aside and not (past.verdict in ("restated", "updated") and is_outdated(case, claim)):
            yield finding("earlier-claim", "note", claim, past, _message(past, claim))


def _message(past: Past, claim: Claim) -> str:
    if past.verdict == "restated" and claim.kind == "age" and claim.value != past.claim.value:
        return f"{claim.surface!r} fits {said(past.claim)}: the age agrees with the days between."
    if past.verdict == "restated":
        return f"{claim.surface!r} restates {said(past.claim)}."
    if past.verdict == "rounding":
        return f"{claim.surface!r} and {said(past.claim)} can be the same figure."
    moved = change(past.relation.absolute, past.relation.relative, claim.unit) or "the size of the change is not known"
    swapped = (is_specific(claim) or claim.kind == "percent") and shape(past.claim, claim) == "order"
    slip = "; two digits have only changed places, is one of the figures mistyped?" if swapped else "."
    return f"{claim.surface!r} {'corrects' if past.verdict == 'corrected' else 'updates'} {said(past.claim)}: {moved}{slip}"

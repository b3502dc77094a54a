"""Does an earlier claim of the same quantity agree with this figure?

What it asks. The ledger may hold the same quantity from an earlier article: the same statistic of the same people, place and
event. If the figure is the same, it is *restated*; if both can be the same figure given their digits and hedges, *rounding*; if it is of
a later day and has moved, *updated*, with the change; if the text or the ledger says that the old figure was wrong, *corrected*.

Why it matters. A toll that moved is news, and a reader wants to know from what. It is a note: nothing is wrong.

An example that speaks, with a ledger that holds "the army had lost 12,500 soldiers" of a year before:

    The army has now lost 14,000 soldiers, the minister said.   -> updated from 12,500, +1,500, +12.0%

An example that is silent: "40 soldiers were killed in the strike" is another quantity.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._earlier import against_the_past, finding, said
from claimcheck.model import Claim, Finding, Relation
from claimcheck.wording import change

VERDICTS = ("restated", "rounding", "updated", "corrected")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim that an earlier claim bears out, or that updates or corrects it."""
    for verdict in VERDICTS:
        for claim, past in against_the_past(case, verdict):
            if verdict != "restated" or case.stale(claim) is None:
                yield finding("earlier-claim", "note", claim, past, _message(verdict, past.claim, claim, past.relation))


def _message(verdict: str, past: Claim, claim: Claim, relation: Relation) -> str:
    if verdict == "restated":
        return f"{claim.surface!r} restates {said(past)}."
    if verdict == "rounding":
        return f"{claim.surface!r} and {said(past)} can be the same figure."
    moved = change(relation.absolute, relation.relative, claim.unit) or "the size of the change is not known"
    return f"{claim.surface!r} {'corrects' if verdict == 'corrected' else 'updates'} {said(past)}: {moved}."

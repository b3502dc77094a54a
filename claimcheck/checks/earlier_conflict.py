"""Does an earlier claim of the same quantity and the same day contradict this figure?

What it asks. The ledger holds a figure for the same quantity and the same time, and no value lies within what both state: they cannot both be
right. Which one is wrong is not said. Where two different speakers are named, the desk holds two accounts and should keep both: that is a note.

Why it matters. Two figures for one thing under one name is the slip that costs a correction.

An example that speaks, with a ledger that holds "unemployment stood at 5.4 percent in March":

    The jobless rate was 5.1 percent in March.   -> conflicting: 5.4 percent for the same month

An example that is silent: "5.1 percent in February" is another month.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case, earlier_evidence
from claimcheck.model import Claim, Finding
from claimcheck.wording import change, day, speaker


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim that conflicts with the earlier claim that decides."""
    for claim in case.claims:
        found = case.decisive(claim)
        if found is None or found.verdict != "conflicting":
            continue
        past, relation = found.claim, found.relation
        accounts = _two_accounts(past, claim)
        then = f"{past.surface!r} ({speaker(past)}, {day(past.as_of or past.said_on)})"
        message = (
            f"Sources disagree, hold both figures: {claim.surface!r} ({speaker(claim)}) and {then}."
            if accounts
            else f"{claim.surface!r} and {then} cannot both be right: {change(relation)}."
        )
        severity = "note" if accounts else "warning"
        evidence = (earlier_evidence(past),)
        yield Finding("earlier-conflict", severity, "conflicting", message, claim, evidence, relation.absolute, relation.relative)


def _two_accounts(a: Claim, b: Claim) -> bool:
    if a.attribution is None or b.attribution is None:
        return False
    one, other = (set(c.attribution.source.lower().split()) if c.attribution else set() for c in (a, b))
    return not one & other

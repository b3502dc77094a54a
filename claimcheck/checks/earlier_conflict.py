"""Does an earlier claim of the same quantity and the same day contradict this figure?

What it asks. The ledger holds a figure for the same quantity and the same time, and no value lies within what both state: they
cannot both be right. Which one is wrong is not said. It is a warning where both texts name whom the figure is about, or the same
speaker gives both; a note where that had to be taken from the article around them, and where two different speakers are named: then the
desk holds two accounts and should keep both.

Why it matters. Two figures for one thing under one name is the slip that costs a correction.

An example that speaks, with a ledger that holds "unemployment stood at 8.2 percent in August":

    The jobless rate was 7.6 percent in August.   -> conflicting: 8.2 percent for the same month

An example that is silent: "7.6 percent in July" is another month.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case, earlier_evidence
from claimcheck.comparing.whom import same_source, sources_differ
from claimcheck.model import Claim, Finding
from claimcheck.wording import change, day, speaker


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim that conflicts with the earlier claim that decides."""
    for claim in case.claims:
        found = case.decisive(claim)
        if found is None or found.verdict != "conflicting":
            continue
        past, relation = found.claim, found.relation
        accounts = sources_differ(past, claim)
        then = f"{past.surface!r} ({speaker(past)}, {day(past.as_of or past.said_on)})"
        message = (
            f"Sources disagree, hold both figures: {claim.surface!r} ({speaker(claim)}) and {then}."
            if accounts
            else f"{claim.surface!r} and {then} cannot both be right: {change(relation)}."
        )
        severity = "warning" if _named_alike(past, claim) and not accounts else "note"
        evidence = (earlier_evidence(past),)
        yield Finding("earlier-conflict", severity, "conflicting", message, claim, evidence, relation.absolute, relation.relative)


def _named_alike(a: Claim, b: Claim) -> bool:
    """Whether both sentences themselves name the same subject, or the same speaker gives both figures."""
    subject = a.entity is not None and b.entity is not None and a.entity.lower() == b.entity.lower()
    if subject and "entity" not in a.inherited and "entity" not in b.inherited:
        return True
    return same_source(a, b)

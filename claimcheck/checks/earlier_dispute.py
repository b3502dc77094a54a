"""Do two speakers give different figures for one quantity?

What it asks. The ledger holds another figure for the same quantity and the same time, and both are attributed, to speakers who are
not the same (CDC and the Centers for Disease Control and Prevention are): *disputed*. Neither is wrong on the face of it: the desk
holds two accounts and keeps both, each with its source. Hence a note.

Why it matters. Picking one of two accounts without saying so takes a side.

An example that speaks, in an article of 3 February 2026, with a ledger that holds
"The police said 40,000 people marched in Lodvik on Sunday" of 2 February 2026:

    Organisers put Sunday's march in Lodvik at 90,000.   -> disputed: hold both figures

An example that is silent: the police's own second figure for that march is a conflict of one speaker with himself (`earlier-conflict`).
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._earlier import against_the_past, finding, said
from claimcheck.checks._whole_toll import are_whole, can_go_down
from claimcheck.model import Finding
from claimcheck.wording import speaker


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim on which two named sources disagree."""
    for claim, past in against_the_past(case, "disputed"):
        if not are_whole(past.claim, claim, case.beside(claim)) or can_go_down(claim):
            continue
        message = f"Sources disagree, hold both figures: {claim.surface!r} ({speaker(claim)}) and {said(past.claim)}."
        yield finding("earlier-dispute", "note", claim, past, message)

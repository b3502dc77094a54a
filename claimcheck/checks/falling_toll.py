"""Does a toll come out lower than it was on an earlier day, and nothing says why?

What it asks. The dead, the injured or the cases of one event can only grow in number, unless a count was wrong. A later figure below an
earlier one is *conflicting*, a finding of its own: the earlier figure was wrong, or the new one is, or it counts something less. It is
silent where the text speaks of a correction, where the ledger holds a correction record, where the lower figure is an old one of the
ledger, or where the words do not hold both to be the whole toll of the one event ("ten others", "41 in the capital alone"). A warning
where both texts name whom the figure is about, or the same speaker gives both; else a note.

Why it matters. Readers remember the higher number; a fall without a word of explanation reads like a slip, and often is one.

An example that speaks, in an article of 5 May 2026, with a ledger that holds
"The flood in Lodvik has killed 214 people, the interior ministry said" of 3 May 2026:

    The flood in Lodvik has killed 196 people, the interior ministry said on 5 May.   -> conflicting: a count that only grows fell

An example that is silent: "The ministry lowered the toll to 196 after 18 people had been counted twice."
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._earlier import against_the_past, fell, finding, said, severity, tells_of_another
from claimcheck.checks._whole_toll import are_whole, can_go_down
from claimcheck.model import Claim, Finding
from claimcheck.wording import change


def check(case: Case) -> Iterator[Finding]:
    """A finding for every toll that fell without a correction."""
    for claim, past in against_the_past(case, "conflicting"):
        if not fell(past.claim, claim) or tells_of_another(past.claim, claim) or _was_corrected_below(case, past.claim, claim):
            continue
        if are_whole(past.claim, claim, case.beside(claim)) and not can_go_down(claim):
            apart = change(past.relation.absolute, past.relation.relative, claim.unit)
            message = f"{claim.surface!r} after {said(past.claim)}: a count that only grows fell, {apart}, without a correction."
            yield finding("falling-toll", severity(past.claim, claim), claim, past, message)


def _was_corrected_below(case: Case, past: Claim, claim: Claim) -> bool:
    """Whether the ledger holds a correction of the higher figure, made by then, to one that this one does not fall short of."""
    correction = case.correction(past, claim)
    if correction is None or not isinstance(correction.value, str) or not isinstance(claim.value, str):
        return False
    return Decimal(correction.value) <= Decimal(claim.value)

"""Is this the number of something else in the same story?

What it asks. The ledger holds the very same figure, of three digits or more, for something else that the story counts: 4,460 dead and
4,460 shelters. Two neighbours of a table, or of a press release, are easily taken for one another. It is a note, and it is silent where
an earlier article gives that figure for this very quantity, where the figure is round, where this article gives the other count as well,
and where the two counts go together (seats and members, patients and cases).

Why it matters. A number copied from the wrong line is right somewhere, so nobody stumbles over it.

An example that speaks, in an article of 5 May 2026, with a ledger that holds
"The quake in Lodvik has wrecked 4,463 shelters" of 3 May 2026:

    The quake in Lodvik has killed 4,463 people, officials said.   -> borrowed: stands for something else

An example that is silent: "The quake in Lodvik has wrecked 4,463 shelters" is the figure itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._earlier import said
from claimcheck.checks._evidence import earlier_evidence
from claimcheck.comparing.neighbours import is_known_by_its_digits, neighbours
from claimcheck.model import Claim, Finding


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that the ledger knows as another count of the same story."""
    if case.ledger is None:
        return
    for claim in case.claims:
        other = _neighbour(case, claim) if is_known_by_its_digits(claim) else None
        if other is not None:
            message = f"{claim.surface!r}: the same number stands for something else, {said(other)}; is it the right line?"
            yield Finding("same-number", "note", "borrowed", message, claim, (earlier_evidence(other),))


def _neighbour(case: Case, claim: Claim) -> Claim | None:
    """The count of something else with this figure, where no article gives the figure for the claim's own quantity too."""
    twice = any(other.value == claim.value and other.unit == claim.unit and other.id != claim.id for other in case.layout.around(claim))
    if twice or any(relation.label == "same_value" for _, relation in case.compared(claim)):
        return None
    return next((past for past, _ in case.compared(claim) if neighbours(past, claim)), None)

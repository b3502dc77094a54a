"""Have fact-checkers rated this figure false?

What it asks. A live source of fact-checks (`--source factcheck:WORDS`), or a table with a column for ratings, holds figures that somebody
gave and fact-checkers found false. A text that gives the same figure for the same quantity is *contradicted*, with a link to the review.
A figure that only is near it, or is of another subject, is left alone.

Why it matters. A false figure that has been checked once comes back, and nobody need check it again.

An example that speaks, with a review that rates "The floods in Elmland killed 4,100 people" false:

    The floods in Elmland killed 4,100 people.   -> contradicted: rated 'False' by Ostria Checks

An example that is silent: "The floods in Elmland killed 41 people."
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.comparing.row_figures import agreement
from claimcheck.comparing.rows import speaks_of
from claimcheck.model import Claim, Finding, Row


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that a review rates false."""
    if case.references is None:
        return
    for claim in case.claims:
        row = next((row for row in case.references.rated(claim) if _is_given(claim, row)), None)
        if row is not None:
            message = (
                f"{claim.surface!r} for {row.measure} of {row.entity or row.place} was rated {row.rating!r} by {row.source} ({row.url})."
            )
            yield Finding("reference-rating", "warning", "contradicted", message, claim, (row_evidence(row),))


def _is_given(claim: Claim, row: Row) -> bool:
    """Whether a claim gives the very figure of a rated row."""
    match = speaks_of(claim, row)
    return match.decision and match.part is None and agreement(claim, row) == "supported"

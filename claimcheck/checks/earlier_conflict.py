"""Does an earlier claim of the same quantity and the same day contradict this figure?

What it asks. The ledger holds a figure for the same quantity and the same time, and no value lies within what both state: they
cannot both be right. Which one is wrong is not said. It is a warning where both texts name whom the figure is about, or the same
speaker gives both; a note where that had to be taken from the article around them. Two figures of one day whose digits only changed
places are never an update, and a figure that is called the earlier one ("up from 46 on Monday") is held against the one of that day.
Two named speakers who differ are left to `earlier-dispute`, a toll that fell to `falling-toll`.

Why it matters. Two figures for one thing under one name is the slip that costs a correction.

An example that speaks, in an article of 20 September 2026, with a ledger that holds
"Unemployment in Elmland stood at 8.2 percent in August" of 5 September 2026:

    The jobless rate in Elmland was 7.6 percent in August.   -> conflicting: -0.6 percentage points

An example that is silent: "The jobless rate in Elmland was 7.6 percent in July." is of another month.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._earlier import against_the_past, fell, finding, said, severity
from claimcheck.checks._whole_toll import tells_of_others
from claimcheck.model import Finding
from claimcheck.wording import change


def check(case: Case) -> Iterator[Finding]:
    """A finding for every claim that conflicts with the earlier claim that decides."""
    for claim, past in against_the_past(case, "conflicting"):
        if not fell(past.claim, claim) and not tells_of_others(claim):
            apart = change(past.relation.absolute, past.relation.relative, claim.unit)
            message = f"{claim.surface!r} and {said(past.claim)} cannot both be right{': ' + apart if apart else ''}."
            yield finding("earlier-conflict", severity(past.claim, claim), claim, past, message)

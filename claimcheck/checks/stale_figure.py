"""Does the article quote a figure that a newer one has replaced?

What it asks. The ledger holds this very figure for the same toll, and a newer one of a later day, which had come before this article
was published: the figure is *outdated*. The same goes for what moves both ways (the displaced), where the article gives the old figure
without a speaker and not as news, and its digits hardly came back by chance. It is silent where the text gives the earlier day ("by
Monday 120 had died"), calls the figure an earlier one ("up from 120"), or gives the newer figure as well. A warning where the newer
figure is the same speaker's; else a note.

Why it matters. Background paragraphs are copied from last week's story, and the numbers in them age.

An example that speaks, in an article of 6 May 2026, with a ledger that holds "The fire in Lodvik has killed 120 people, the mayor said" of
3 May 2026 and "The fire in Lodvik has killed 143 people, the mayor said" of 5 May 2026:

    The fire in Lodvik, which has killed 120 people, is out, the mayor said.   -> outdated: the newer one is '143 people'

An example that is silent: "The fire in Lodvik had killed 120 people by 3 May; the toll is now 143."
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._earlier import finding, said
from claimcheck.checks._outdated import stale
from claimcheck.comparing.whom import same_source
from claimcheck.model import Finding
from claimcheck.wording import day


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure quoted after the ledger's newer one."""
    for claim in case.claims:
        found = stale(case, claim)
        if found is not None:
            newer, old = found
            message = f"{claim.surface!r} was the figure of {day(old.as_of)}; the newer one is {said(newer.claim)}."
            level = "warning" if same_source(newer.claim, claim) else "note"
            yield finding("stale-figure", level, claim, newer, message, old)

"""Does the article quote a figure that has been corrected since?

What it asks. The ledger holds this very figure for the same quantity, and a record that it was wrong (`claimcheck ledger correct`) of a day
before this article: the figure is *outdated*. It is silent where the text calls the figure an earlier one ("first put at 94") or gives
the right one as well.

Why it matters. A corrected figure lives on in the archive, from which the next story is written.

An example that speaks, in an article of 9 May 2024, with a ledger that holds
"The mine disaster near Lodvik killed 94 people" of 3 May 2024, corrected to 92 on 7 May 2024:

    The mine disaster near Lodvik killed 94 people, a court heard.   -> outdated: corrected to 92 on 7 May 2024

An example that is silent: "The mine disaster near Lodvik killed 92 people, not 94 as first reported."
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimcheck.case import Case
from claimcheck.checks._evidence import earlier_evidence
from claimcheck.checks._outdated import corrected
from claimcheck.model import Finding
from claimcheck.wording import day, with_unit


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure of which the ledger holds a correction."""
    for claim in case.claims:
        found = corrected(case, claim)
        if found is not None:
            past, made = found
            right = f"corrected to {with_unit(made.value, past.unit)} on {day(made.on)}"
            evidence = evolve(earlier_evidence(past), note=f"{right}: {made.reason}" + (f" ({made.source})" if made.source else ""))
            yield Finding("corrected-figure", "warning", "outdated", f"{claim.surface!r} was {right}: {made.reason}.", claim, (evidence,))

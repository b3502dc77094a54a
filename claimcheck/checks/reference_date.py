"""Does a reference table give the same day for this event?

What it asks. A date or a year may stand by the wording of an event whose day is on record ("annexed Crimea in 2016"). If the day on record
lies in it, the date is *supported*; if not, *contradicted*. A year that stands in the sentence for something else is left alone.

Why it matters. Dates of well-known events are copied from memory, and a wrong one is the easiest correction to avoid.

An example that speaks, with the references that come with claimcheck:

    Russia illegally annexed Crimea in 2016.   -> contradicted: 18 March 2014

An example that is silent: "In 2016, two years after the annexation of Crimea, sanctions were widened."
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.comparing.standing import Verdict
from claimcheck.model import Claim, Finding
from claimcheck.references.day_decision import decide_day
from claimcheck.wording import day, row_value


def check(case: Case) -> Iterator[Finding]:
    """A finding for every date that stands by an event on record."""
    if case.references is None:
        return
    for claim in case.claims:
        decided = decide_day(claim, case.references, case.document.title or "", case.document.text)
        if decided is not None and decided.verdict is not None:
            severity = "note" if decided.verdict == "supported" else "error"
            evidence = tuple(map(row_evidence, decided.rows))
            yield Finding("reference-date", severity, decided.verdict, _message(claim, decided), claim, evidence)


def _message(claim: Claim, decided: Verdict) -> str:
    row = decided.rows[0]
    event = row.event or f"{row.entity or row.place}, {row.measure}"
    on_record = f"{event}: {row_value(row)} ({row.source or row.table})"
    if decided.verdict == "supported":
        return f"{claim.surface!r} is borne out by {on_record}."
    stated = claim.surface if claim.kind in ("date", "year") else f"{claim.surface} before {day(claim.said_on)}"
    return f"{on_record}, not {stated}."

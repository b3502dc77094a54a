"""Is a figure in none of the tables, where the text was written from them?

What it asks. A report that is written from tables, by a person or by a program, may hold no figure that the tables do not. In strict mode
(`--strict`, `check(..., strict=True)`) every figure that no row speaks of, and that follows from none, is *not_found*. Dates and years are
left alone, and without strict mode the check says nothing. The message names the nearest row that the figure was held against: of its
subject, its measure, or both.

Why it matters. Programs that write prose make figures up, and people take them from last month's report. A figure that cannot be traced
to a row is the one to look at first.

An example that speaks, with a table that holds an unemployment rate of 7.6 percent for Elmland in July, and nothing else:

    Unemployment in Elmland stood at 7.6 percent in July, and 12,400 people found work.   -> not_found: speaks of '12,400 people'
    Youth unemployment in Elmland stood at 12 percent in July.   -> not_found: the nearest is unemployment rate of Elmland

An example that is silent: "Unemployment in Elmland stood at 7.6 percent in July", which the table holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.model import Claim, Finding, Row
from claimcheck.references.nearest import nearest
from claimcheck.wording import on_record

_TIMES = ("date", "year")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that strict references neither hold nor lead to."""
    references = case.references
    if references is None or not references.strict:
        return
    for claim in case.claims:
        decided = case.verdicts()[claim.id]
        if claim.kind in _TIMES or (decided is not None and decided.verdict is not None):
            continue
        if case.followed(claim) is not None:
            continue
        row = nearest(claim, references)
        evidence = (row_evidence(row),) if row is not None else ()
        yield Finding("reference-missing", "error", "not_found", _message(claim, row), claim, evidence)


def _message(claim: Claim, row: Row | None) -> str:
    missing = f"No row of the tables speaks of {claim.surface!r}, and it follows from none"
    return f"{missing}." if row is None else f"{missing}; the nearest is {on_record(row)}, line {row.line} of {row.table}."

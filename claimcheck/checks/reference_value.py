"""Does a reference table say the same as this figure?

What it asks. A reference row may hold the same quantity: the same statistic of the same subject, for the day the text speaks of. If the
row bears the figure out, it is *supported*; if only rounding or the hedge makes the two agree, *rounding*; if the figure was true on an
earlier day and the table has moved on, *outdated*; if no row near that day agrees, *contradicted*. Where measure, subject or day are not
certain, nothing is said.

Why it matters. A figure that a dated and sourced table contradicts is the error a desk can fix before it is printed.

Examples that speak, with a table that holds an unemployment rate of 5.1 percent for Norvik in February:

    Unemployment in Norvik stood at 5.1 percent in February.   -> supported
    Unemployment in Norvik stood at 5.8 percent in February.   -> contradicted: 5.1 percent as of 28 February 2025

An example that is silent: "Youth unemployment in Norvik stood at 12 percent" is another statistic.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case, row_evidence
from claimcheck.comparing.standing import Verdict, difference
from claimcheck.model import Claim, Finding, Row
from claimcheck.references.decision import decide
from claimcheck.wording import day, percent, row_value

_SEVERITIES = {"supported": "note", "rounding": "note", "outdated": "warning", "contradicted": "error"}


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that a reference row speaks of."""
    if case.references is None:
        return
    for claim in case.claims:
        decided = decide(claim, case.references)
        if decided is None or decided.verdict is None:
            continue
        absolute, relative = difference(claim, decided.rows[0])
        yield Finding(
            "reference-value",
            _SEVERITIES[decided.verdict],
            decided.verdict,
            _message(claim, decided, relative),
            claim,
            tuple(map(row_evidence, decided.rows)),
            absolute,
            relative,
        )


def _message(claim: Claim, decided: Verdict, relative: str | None) -> str:
    row = decided.rows[0]
    said = f"{_subject(row)} {row_value(row)}{_when(row)} ({row.source or row.table})"
    if decided.verdict == "supported":
        return f"{claim.surface!r} is borne out: {said}."
    if decided.verdict == "rounding":
        return f"{claim.surface!r} agrees only thanks to rounding or its hedge: {said}."
    if decided.verdict == "outdated":
        return f"{claim.surface!r} was true {_when(decided.rows[-1]).strip()}: {said} by then, {row_value(decided.rows[-1])} before."
    off = f", {percent(relative)}" if relative else ""
    return f"{claim.surface!r} does not agree: {said}{off}."


def _subject(row: Row) -> str:
    return f"{row.measure} of {row.entity or row.event or row.place}:"


def _when(row: Row) -> str:
    return f" as of {day(row.as_of)}" if row.as_of else ""

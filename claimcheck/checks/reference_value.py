"""Does a reference table say the same as this figure?

What it asks. A reference row may hold the same quantity: the same statistic of the same subject, for the day the text speaks of. If the
row bears the figure out, it is *supported*; if only rounding or the hedge makes the two agree, *rounding*; if the figure was true on an
earlier day and the table has moved on, or was published once and since revised, *outdated*; if no row near that day agrees,
*contradicted*. Where measure, subject or day are not certain, nothing is said.

Why it matters. A figure that a dated and sourced table contradicts is the error a desk can fix before it is printed.

A table without days speaks for some day, so that what contradicts it is a warning; what contradicts a dated row is an error. The figure
that a text itself calls the earlier one ("up from 7.3 percent") may be outdated, and nothing is said.

Examples that speak, with a table that holds an unemployment rate of 7.6 percent for Elmland in July:

    Unemployment in Elmland stood at 7.6 percent in July.   -> supported
    Unemployment in Elmland stood at 6.7 percent in July.   -> contradicted: 7.6 percent as of 31 July 2025

An example that is silent: "Youth unemployment in Elmland stood at 12 percent" is another statistic.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.comparing.row_days import is_within_days
from claimcheck.comparing.row_figures import difference
from claimcheck.comparing.standing import Verdict
from claimcheck.model import Claim, Finding, Row
from claimcheck.references.decision import AGREEING
from claimcheck.wording import day, on_record, percent, points, when

_EARLIER = ("from", "revises", "change_from")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that a reference row speaks of."""
    if case.references is None:
        return
    earlier = {link.claim for claim in case.claims for link in claim.links if link.role in _EARLIER}
    for claim in case.claims:
        decided = case.verdicts()[claim.id]
        if decided is None or decided.verdict is None or (claim.id in earlier and not _may_be_said_of_earlier(claim, decided)):
            continue
        if case.references.strict and decided.verdict == "contradicted" and _follows(claim, case):
            continue
        absolute, relative = difference(claim, decided.rows[0])
        yield Finding(
            "reference-value",
            _severity(claim, decided),
            decided.verdict,
            _message(claim, decided, absolute, relative),
            claim,
            tuple(map(row_evidence, decided.rows)),
            absolute,
            relative,
        )


def _may_be_said_of_earlier(claim: Claim, decided: Verdict) -> bool:
    """Whether a verdict on a figure that the text calls the earlier one may be said: it agrees, or is of a day that the text names."""
    wrong = decided.verdict == "contradicted" and claim.as_of != claim.said_on and is_within_days(claim, decided.rows[0])
    return decided.verdict in AGREEING or wrong


def _follows(claim: Claim, case: Case) -> bool:
    """Whether a figure of a text written from the tables is worked out from several rows."""
    found = case.followed(claim)
    return found is not None and found.verdict in AGREEING


def _severity(claim: Claim, decided: Verdict) -> str:
    """An error only where row and figure are of the same day; a row of another day, or of none, may not speak for it."""
    if decided.verdict in AGREEING:
        return "note"
    recorded = decided.rows[0].as_of
    same_day = recorded is not None and claim.as_of is not None and days.overlaps(recorded, claim.as_of)
    return "error" if decided.verdict == "contradicted" and same_day else "warning"


def _message(claim: Claim, decided: Verdict, absolute: str | None, relative: str | None) -> str:
    row = decided.rows[0]
    recorded = on_record(row)
    if decided.verdict == "supported":
        return f"{claim.surface!r} is borne out by {recorded}."
    if decided.verdict == "rounding":
        return f"{claim.surface!r} agrees, but only thanks to rounding or its hedge, with {recorded}."
    if decided.verdict == "outdated":
        return f"{recorded}; {claim.surface!r} was {_once(decided.rows[-1], row)}."
    return f"{recorded}, not {claim.surface!r}{_apart(row, absolute, relative)}."


def _once(earlier: Row, row: Row) -> str:
    """When an outdated figure held: as of an earlier day, or in an earlier version of the same one."""
    if earlier.as_of == row.as_of and earlier.recorded_at and row.recorded_at:
        return f"published on {day(earlier.recorded_at)} and revised on {day(row.recorded_at)}"
    return f"true{when(earlier)}"


def _apart(row: Row, absolute: str | None, relative: str | None) -> str:
    """How far a figure is from the row's: percentages lie points apart, other figures a share of the row's."""
    if row.unit == "percent":
        return f" ({points(absolute)})" if absolute else ""
    return f" ({percent(relative)})" if relative else ""

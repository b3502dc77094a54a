"""Does a figure follow from the rows of a reference table?

What it asks. Where a sentence states how a figure follows from others that a table holds, the table can redo it: a count over a month from
the rows of its days, or from a running total; a rise or fall in figures, in percent or in points, or a multiple, between two days that the
sentence names; an amount per head where the table holds the population; a record ("the highest since 2015") where the table has a row for
every year in between; a rank ("the third-largest") among the subjects of the table. If the result agrees, the figure is *supported*
(*rounding* where only the hedge does it), else *contradicted*. Where a row is missing, or the sentence does not say what it is about,
nothing is said. In strict mode, where the text is written from the tables, a figure may also follow from rows that its sentence or the
one before cites: sums of several subjects, their differences and multiples, shares.

Why it matters. Reports are written from tables, and most slips happen in working out: the wrong year taken as the base, a sum over the
wrong days, a rise in percent that is one in points.

Tolerance. The figure's digits and hedge; a table's figures that are themselves rounded widen the result.

An example that speaks and one that contradicts, with a table of the exports of Elmland, 320 million euros in 2023 and 419 million in 2024:

    Elmland's exports rose 31 percent in 2024 compared with 2023.   -> supported: is 30.94 percent
    Elmland's exports rose 41 percent in 2024 compared with 2023.   -> contradicted

An example that is silent: "Elmland's exports rose 41 percent." does not say since when.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._evidence import row_evidence
from claimcheck.model import Evidence, Finding
from claimcheck.references.decision import AGREEING
from claimcheck.references.derivation import Derived, derive

_BORNE_OUT = (*AGREEING, "outdated")
"""Where a row says the same as a figure as it stands, it need not follow from others."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that follows, or should follow, from reference rows."""
    if case.references is None:
        return
    for claim in case.claims:
        if claim.kind == "date":
            continue
        decided = case.verdicts()[claim.id]
        verdict = decided.verdict if decided is not None else None
        sought = case.references.strict and verdict not in AGREEING
        derived = case.followed(claim) if sought else derive(claim, case.references)
        if derived is not None and (derived.ranks or derived.verdict != "contradicted" or verdict not in _BORNE_OUT):
            severity = "warning" if derived.verdict == "contradicted" else "note"
            yield Finding("reference-derived", severity, derived.verdict, _message(claim.surface, derived), claim, _evidence(derived))


def _message(surface: str, derived: Derived) -> str:
    row = derived.derivation.rows[0]
    if derived.ranks and derived.verdict == "contradicted":
        return f"{row.measure} of {row.entity or row.event or row.place}: {derived.derivation.line} ({row.source or row.table})."
    worked_out = f"{row.measure} of {row.entity or row.event or row.place}: {derived.derivation.line} ({row.source or row.table})"
    if derived.verdict == "contradicted":
        return f"{worked_out}, not {surface!r}."
    return f"{surface!r} follows from {worked_out}."


def _evidence(derived: Derived) -> tuple[Evidence, ...]:
    result = derived.derivation.row
    worked_out = Evidence("computation", result.value, result.unit, note=derived.derivation.line)
    return (*map(row_evidence, derived.derivation.rows), worked_out)

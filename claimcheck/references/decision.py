"""What the references say of a claim: of all rows that speak of its quantity, the one that decides."""

from __future__ import annotations

from claimcheck.comparing.event_rows import judge_day
from claimcheck.comparing.narrowing import is_specific
from claimcheck.comparing.rows import Match, speaks_of
from claimcheck.comparing.standing import Verdict, judge
from claimcheck.comparing.wordings import is_compared
from claimcheck.model import Claim
from claimcheck.references.collection import References

_AGREEING = ("supported", "rounding")
_BEST = (*_AGREEING, "outdated", "contradicted")


def decide(claim: Claim, references: References, dates: bool = False) -> Verdict | None:
    """The verdict on a claim with the rows it rests on, None where no row speaks of it or none is sure enough.

    With `dates` the days of events are asked, without it the figures.

    Each series that speaks of the claim is asked once. If any bears the figure out, it is borne out: sources differ, and tables hold
    several figures for what prose calls by one name. Only where all that speak are against it is it contradicted, by the likeliest of them.
    """
    asked: set[tuple[object, ...]] = set()
    found: list[Verdict] = []
    for row in references.candidates(claim):
        series = (row.entity, row.measure, row.place, row.event, row.kind)
        if (row.kind == "date") != dates or series in asked:
            continue
        asked.add(series)
        match = speaks_of(claim, row)
        if match.decision:
            verdict = judge_day(claim, row, match.sure) if dates else judge(claim, row, references.series(row), match.sure)
            if _may_be_said(verdict, claim, match) or dates:
                found.append(verdict)
    return min((verdict for verdict in found if verdict.verdict), key=lambda verdict: _BEST.index(str(verdict.verdict)), default=None)


def _may_be_said(verdict: Verdict, claim: Claim, match: Match) -> bool:
    """A figure that may be of a part agrees by its digits or not at all; one that another is compared with is never wrong."""
    if verdict.verdict in _AGREEING:
        return match.part is None or is_specific(claim)
    return match.part is None and not is_compared(claim)

"""Earlier claims as the checks on them put them to a reporter."""

from __future__ import annotations

from claimcheck.case import Case, Past, earlier_evidence
from claimcheck.comparing.figures import lower
from claimcheck.comparing.time import course, of_another_day, when
from claimcheck.comparing.whom import same_source
from claimcheck.model import Claim, Finding
from claimcheck.wording import day, speaker


def against_the_past(case: Case, verdict: str) -> list[tuple[Claim, Past]]:
    """The claims on which the earlier claim that decides gives this verdict."""
    decided = [(claim, case.decisive(claim)) for claim in case.claims]
    return [(claim, past) for claim, past in decided if past is not None and past.verdict == verdict]


def said(past: Claim) -> str:
    """An earlier figure as written, who gave it, and the day it was true."""
    return f"{past.surface!r} ({speaker(past)}, {day(past.as_of or past.said_on)})"


def finding(check: str, severity: str, claim: Claim, past: Past, message: str, *more: Claim) -> Finding:
    """A finding that rests on an earlier claim, and perhaps on further ones."""
    evidence = tuple(map(earlier_evidence, (past.claim, *more)))
    return Finding(check, severity, past.verdict, message, claim, evidence, past.relation.absolute, past.relation.relative)


def fell(past: Claim, claim: Claim) -> bool:
    """Whether a figure that can only grow came out lower on a later day, and is not told of another day than today's."""
    return not of_another_day(claim) and course(past, claim) == "grows" and when(past, claim) == "later" and lower(past, claim)


def severity(a: Claim, b: Claim) -> str:
    """A warning where both sentences themselves name the same subject, or the same speaker gives both figures; else a note."""
    subject = a.entity is not None and b.entity is not None and a.entity.lower() == b.entity.lower()
    named = subject and "entity" not in a.inherited and "entity" not in b.inherited
    return "warning" if named or same_source(a, b) else "note"

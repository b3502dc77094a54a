"""Earlier claims as the checks on them put them to a reporter."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case, Past
from claimcheck.checks._evidence import earlier_evidence
from claimcheck.comparing.events import is_incident
from claimcheck.comparing.figures import lower
from claimcheck.comparing.time import counted_so_far, course, days_between, of_another_day, when
from claimcheck.comparing.whom import same_source
from claimcheck.model import Claim, Finding
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import events_in
from claimcheck.wording import day, speaker

_ARTICLE, _NEW = 3, frozenset(("a", "an", "another", "two", "three"))
"""Tokens before an event's word in which its article stands, and the words that bring in a new one."""
_ONE_NEWS = 3
"""Days within which an article may bring in an event of the news again as if it were new."""


def against_the_past(case: Case, *verdicts: str) -> Iterator[tuple[Claim, Past]]:
    """The claims on which the earlier claim that decides gives one of these verdicts."""
    for claim in case.claims:
        past = case.decisive(claim)
        if past is not None and past.verdict in verdicts:
            yield claim, past


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


def tells_of_another(past: Claim, claim: Claim) -> bool:
    """Whether the later sentence brings in its event as a new one: "a bus crash killed 13", days after another crash."""
    tokens = cut(claim.sentence)
    brought = [set(tokens.words[max(0, at - _ARTICLE) : at]) for at, event, _ in events_in(tokens) if is_incident(event)]
    new = any(words & _NEW and "the" not in words for words in brought)
    return new and (days_between(past, claim) or 0) > _ONE_NEWS and not counted_so_far(claim)


def severity(a: Claim, b: Claim) -> str:
    """A warning where both sentences themselves name the same subject, or the same speaker gives both figures; else a note."""
    subject = a.entity is not None and b.entity is not None and a.entity.lower() == b.entity.lower()
    named = subject and "entity" not in a.inherited and "entity" not in b.inherited
    return "warning" if named or same_source(a, b) else "note"

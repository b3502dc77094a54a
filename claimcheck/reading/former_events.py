"""Tolls of earlier events that an article recalls beside its own: "It is the third such accident. In June, 81 people drowned near Noor"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cache

from attrs import evolve

from claimcheck import days
from claimcheck.model import Claim, Period
from claimcheck.reading import measures, protagonists
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.topic import Topic
from claimcheck.vocabulary import table

_NEWS = timedelta(27)
"""Days before publication within which a disaster is the one reported."""
_TOLLS = ("destroyed", "damaged", "burned area", "sunk")


def apart(claims: Sequence[Claim], story: Topic, lead: Sequence[DateMention]) -> Sequence[Claim]:
    """The claims of an article; a toll of days long before its event loses what the article supplied to it, and is of an event of its own.

    `lead` are the times of headline and lead: an article may be about what happened then.
    """
    if story.kind not in _disasters():
        return claims
    return [_of_its_own(claim, story) if _is_recalled(claim, story, lead) else claim for claim in claims]


def _is_recalled(claim: Claim, story: Topic, lead: Sequence[DateMention]) -> bool:
    period = claim.period
    if story.entity is not None and story.entity in claim.sentence:
        return False
    if "event" not in claim.inherited or claim.said_on is None or not _is_toll(claim.measure):
        return False
    if period is None or period.start is None or period.end is None or _is_dated(lead, period):
        return False
    end = days.last_day(period.end)
    return end < days.last_day(claim.said_on) - _NEWS and not (story.since and days.first_day(story.since) <= end)


def _of_its_own(claim: Claim, story: Topic) -> Claim:
    start, said_on = claim.period.start if claim.period else None, claim.said_on or ""
    event = f"{story.kind} of {(start or '')[: 7 if (start or '')[:4] == said_on[:4] else 4]}"
    given = [name for name in ("place", "entity") if name in claim.inherited]
    left = tuple(name for name in claim.inherited if name not in ("event", *given))
    entity = None if "entity" in given else claim.entity
    place = None if "place" in given else claim.place
    return evolve(claim, event=event, entity=entity or protagonists.named_in(claim.sentence), place=place, inherited=left)


def _is_toll(measure: str | None) -> bool:
    known = measures.known(measure) if measure is not None else None
    return known is not None and (known.about == "people" or known.name in _TOLLS)


def _is_dated(lead: Iterable[DateMention], period: Period) -> bool:
    """Whether headline or lead speak of those days; "this year" speaks of none in particular."""
    spans = [(mention.start, mention.end) for mention in lead if mention.precision != "year"]
    return any(start and end and start <= (period.end or "") and (period.start or "") <= end for start, end in spans)


@cache
def _disasters() -> frozenset[str]:
    """Events that strike once: disasters and single attacks (event_types.csv)."""
    once = [row for row in table("event_types") if row["sort"] == "disaster" or row["family"] == "attack"]
    return frozenset(row["event"] for row in once if row["event"] not in ("drone attacks", "walkout"))

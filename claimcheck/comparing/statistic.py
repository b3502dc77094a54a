"""Which statistic a claim is a figure of: the one its words name, or the only one its kind of quantity can be of that event."""

from __future__ import annotations

import re

from claimcheck.comparing.events import event_types
from claimcheck.comparing.facts import fact
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.vocabulary import table

_SEVERELY = re.compile(
    r"(?: (?!and\b|or\b|but\b|with\b|\d)\w+){0,4}?,? "
    r"(?:seriously|critically|severely|gravely|badly|in (?:a )?(?:critical|serious|grave|intensive))\b"
)
"""What follows a count of the badly hurt: "of them seriously", "in critical condition"."""


@fact
def statistic(claim: Claim) -> str | None:
    """The claim's statistic, None where the reader could only repeat what is counted; the badly hurt are a count of their own."""
    if claim.measure == "injuries" and _SEVERELY.match(claim.sentence, max(0, claim.number_span[1] - claim.sentence_span[0])):
        return "serious injuries"
    if claim.measure is None or claim.measure == claim.kind:
        return _of_the_event(claim) or claim.measure
    return None if claim.measure == claim.counted and known(claim.measure) is None else claim.measure


def _of_the_event(claim: Claim) -> str | None:
    """The statistic that a kind of quantity is of an event itself: the area of a fire is the one it burned."""
    families = event_types(claim.entity) if claim.entity else event_types(claim.event)
    rows = (row for row in table("event_statistics") if row["kind"] == claim.kind and row["family"] in families)
    return next((row["statistic"] for row in rows if claim.unit in row["units"].split("|")), None)

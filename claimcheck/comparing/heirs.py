"""Which of an article's figures is the next state of a figure on record? One figure has one successor, and a part is not its whole's."""

from __future__ import annotations

from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.labels import linked
from claimcheck.comparing.relation import are_one, are_surely_one, log_odds
from claimcheck.comparing.whom import sources_differ
from claimcheck.model import Claim


def is_likelier_heir(rival: Claim, claim: Claim, past: Claim) -> bool:
    """Whether a past figure is rather the earlier state of another figure of the article, which is another quantity than this one.

    The old figure beside a new one, and what another speaker counts, are no rivals.

    >>> from claimcheck.reading import extract
    >>> past, = extract("The fire destroyed 37 buildings.", published="2026-08-07", document="a")
    >>> whole, part = extract("The fire destroyed 163 buildings, 121 of them homes.", published="2026-08-09", document="b")
    >>> is_likelier_heir(whole, part, past), is_likelier_heir(part, whole, past)
    (True, False)
    """
    if (
        rival.kind != claim.kind
        or rival.value == claim.value
        or linked(rival, claim, "from", "revises", "converts")
        or sources_differ(rival, claim)
    ):
        return False
    return nearness(past, rival) > nearness(past, claim) and not are_one(rival, claim)


def nearness(past: Claim, claim: Claim) -> tuple[bool, float]:
    """What the words say of two figures comes before the odds."""
    return are_surely_one(*in_one_unit(past, claim)), log_odds(past, claim)

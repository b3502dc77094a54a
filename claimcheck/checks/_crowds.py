"""Whether two numbers of people are of one crowd, by whatever noun each is told, or of two that two things befell."""

from __future__ import annotations

import re

from claimcheck.checks._pointing import befallen
from claimcheck.comparing.figures import digits_of
from claimcheck.comparing.what import measure
from claimcheck.model import Claim
from claimcheck.reading import partitions
from claimcheck.reading.relations.members import persons

_KNOWN = re.compile(r"\b(?:the|these|those|all|its|their)(?: the)? \Z", re.IGNORECASE)
_DIGITS = 3


def is_known_crowd(a: Claim, b: Claim) -> bool:
    """Whether a number of people with the digits of an earlier one in another order is told as known, by whatever noun.

    Three digits in another order are no accident.

    >>> import claimcheck as cc
    >>> is_known_crowd(*cc.extract("The ferry left with 241 people. The 214 travellers slept on deck."))
    True
    """
    plain = a.kind == b.kind == "count" and a.qualifier == b.qualifier == "exact" and a.change is None and b.change is None
    if not plain or a.sentence_span == b.sentence_span or min(len(digits_of(str(claim.value))) for claim in (a, b)) < _DIGITS:
        return False
    behind, before = b.sentence[b.span[1] - b.sentence_span[0] :], b.sentence[: b.span[0] - b.sentence_span[0]]
    people = a.counted in persons() and (b.counted in persons() or (b.counted is None and behind.startswith(" who ")))
    people = people and not partitions.disjoint(a.counted or "", b.counted or "")
    apart = a.place != b.place and None not in (a.place, b.place)
    return people and _KNOWN.search(before) is not None and not apart and measure(a, b).verdict != "clash"


def befell_two_crowds(a: Claim, b: Claim) -> bool:
    """Whether two fates are told of: 241 were killed, and the 214 wounded."""
    return {a.measure, b.measure} <= befallen() and measure(a, b).verdict == "clash"

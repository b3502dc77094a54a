"""Is a figure plainly the whole of the event that an earlier one is of? Before a fall or a dispute is spoken of, both must be."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.comparing.answers import cue
from claimcheck.comparing.parts import between_semicolons, is_part_of_another
from claimcheck.comparing.time import course
from claimcheck.comparing.where import place
from claimcheck.comparing.whom import counted_groups, sources_differ
from claimcheck.model import Claim

_ELSEWHERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|has|have|had|may|might|could|will|would|can|been|being|seem|seems|remain)\b)")
_EXISTS = re.compile(r"\b(?:is|are|was|were|be|been) there\b")
_HELD_TOGETHER = ("part_of", "from", "revises", "restates", "converts", "total_of")


def are_whole(past: Claim, claim: Claim, sentence: Sequence[Claim]) -> bool:
    """Whether neither of two figures is said to be of some others, of another event or place, or one of several to be added up.

    `sentence` are the figures of the later one's sentence.
    """
    if tells_of_others(claim) or tells_of_others(past) or is_part_of_another(claim) or is_part_of_another(past):
        return False
    return not (_of_two_groups(past, claim) or _of_another_place(past, claim) or _adds_up(claim, sentence))


def tells_of_others(claim: Claim) -> bool:
    """Whether the words set a figure apart from the whole: "ten others", "a second fire", "wounded there", "in the capital alone"."""
    stretch = between_semicolons(claim)
    return bool(cue("asides", "of others").search(stretch)) or bool(_ELSEWHERE.search(stretch) and not _EXISTS.search(stretch))


def can_go_down(claim: Claim) -> bool:
    """Whether a count is of a state people leave again: in a critical condition, still in hospital."""
    return bool(cue("asides", "passing state").search(between_semicolons(claim)))


def _of_two_groups(past: Claim, claim: Claim) -> bool:
    """Whether one figure is of men, women or children and the other of somebody else or of everybody."""
    one, other = counted_groups(past), counted_groups(claim)
    return one != other and any(cue("asides", "some of all").search(each.surface) for each in (past, claim))


def _of_another_place(past: Claim, claim: Claim) -> bool:
    """Whether either sentence puts its figure into a place that is not the other's."""
    return place(past, claim).verdict in ("clash", "part")


def _adds_up(claim: Claim, sentence: Sequence[Claim]) -> bool:
    """Whether the sentence gives a second figure of the same toll by the same account: "killed 17 and two died later"."""
    if course(claim, claim) != "grows":
        return False
    beside = (other for other in sentence if other.id != claim.id)
    alike = [other for other in beside if (other.measure, other.unit) == (claim.measure, claim.unit) and not sources_differ(other, claim)]
    return any(not _are_linked(other, claim) for other in alike)


def _are_linked(a: Claim, b: Claim) -> bool:
    return any(link.role in _HELD_TOGETHER and link.claim == y.id for x, y in ((a, b), (b, a)) for link in x.links)

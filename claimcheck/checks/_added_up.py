"""Headlines that add up what the body tells one by one: 55 where 30 died and another 25."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from claimcheck.checks._figures import middle
from claimcheck.checks._repeats import same_noun
from claimcheck.comparing.what import FOUND_DEAD
from claimcheck.model import Claim

_SENTENCES, MOST = 4, 12
"""Sentences with figures that make the lead, figures that a headline may add up."""


def of_lead(told: Sequence[Claim]) -> list[Claim]:
    """The figures of the first sentences that have some."""
    spans = sorted({other.sentence_span for other in told})[:_SENTENCES]
    return [other for other in told if other.sentence_span in spans]


def is_made_of(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether the headline's count is what two or three of the lead's come to, of one statistic: 55 where 30 died and another 25."""
    if claim.kind not in ("count", "money") or isinstance(claim.value, tuple):
        return False
    steps = [other for other in of_lead(told) if _is_step(claim, other)][:MOST]
    pairs = (chosen for size in (2, 3) for chosen in combinations(steps, size))
    return any(sum(map(middle, chosen)) == middle(claim) and not _holds_another(chosen, told) for chosen in pairs)


def _holds_another(chosen: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether figures behind the largest one make it, another one among them: the nine of 420 boats, 330 of them burned, 81 sunk."""
    whole = max(chosen, key=middle)
    behind = [other for other in told if other.span > whole.span and (other.kind, other.unit) == (whole.kind, whole.unit)][:MOST]
    lists = (behind[:size] for size in range(2, len(behind) + 1))
    return any(sum(map(middle, parts)) == middle(whole) and any(part in chosen for part in parts) for parts in lists)


def _is_step(claim: Claim, other: Claim) -> bool:
    """Whether a count of the body can be a part of the headline's: of its statistic or noun, or added to the figure before it.

    A headline that is itself so many of a whole ("96 of 127 drones") may add up what the body calls so many of its nights'.
    """
    if (other.kind, other.unit) != (claim.kind, claim.unit) or isinstance(other.value, tuple) or middle(other) >= middle(claim):
        return False
    if _is_of_a_whole(claim):
        return True
    if any(link.role in ("part_of", "some_of", "share_is") for link in other.links):
        return False
    if other.counted is None and other.change == "increase":
        return True
    if claim.measure and other.measure:
        return claim.measure == other.measure or {claim.measure, other.measure} == FOUND_DEAD
    return same_noun(claim, other) or other.sentence[: other.span[0] - other.sentence_span[0]].endswith(" and ")


def _is_of_a_whole(claim: Claim) -> bool:
    """Whether a headline tells so many of so many."""
    behind = claim.sentence[claim.number_span[1] - claim.sentence_span[0] :]
    return behind.startswith(" of ")


def adds_up(claim: Claim, alike: Sequence[Claim]) -> bool:
    """Whether a figure is the sum or difference of two or three of the body's."""
    values = list(dict.fromkeys(map(middle, alike)))
    sums = {sum(chosen) for size in (2, 3) for chosen in combinations(values, size)}
    return middle(claim) in sums or any(middle(claim) == abs(a - b) for a, b in combinations(values, 2))

"""Figures that speak of the one earlier figure of their noun as known, and have another value: "All 41 miners ... The 43 miners"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._crowds import befell_two_crowds
from claimcheck.checks._figures import bounds, middle
from claimcheck.checks._levels_alike import is_level
from claimcheck.checks._repeats import same_noun
from claimcheck.checks._slips import shape
from claimcheck.comparing import cannot_both_be_right
from claimcheck.comparing.figures import digits_of
from claimcheck.comparing.take_up import set_apart, takes_up
from claimcheck.layout import Layout
from claimcheck.model import Claim, Period
from claimcheck.reading.relations.members import ADDABLE, general
from claimcheck.vocabulary import either

_LEAST, _MOST = 10, 60
"""Smaller figures are of parts too often; no more percentages of one statistic and time are looked at. Conventions of this project."""
_DIGITS, _SMALL = 2, 20
_KNOWN = re.compile(r"\b(?:the|these|those|all|its|their|his|her|our)\s*\Z", re.IGNORECASE)
_WHOLE = re.compile(r"\bthe (?:whole|entire|full|total) (?:sum of )?[$£€]?\Z", re.IGNORECASE)
_ONE = re.compile(rf"\b(?:{either('tells of one of several')})\b", re.IGNORECASE)
_RESTRICTS = re.compile(
    r"(?: [a-z]+){0,2}? (?:who|whose|which|that|in|at|from|on|of|aboard|inside|near|still|left|not|with|by|among|under|over|for|during)\b"
    r"([^.;:]*)"
)


def alone(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Every figure that takes up the one earlier figure of its noun and is another one, with it; the earlier one first."""
    levels = [claim for claim in case.claims if claim.kind in ADDABLE and is_level(claim)]
    near = Layout(tuple(levels))
    for later in filter(_is_told_as_known, levels):
        alike = [claim for claim in near.around(later) if claim.unit == later.unit and claim is not later]
        if any(middle(claim) == middle(later) for claim in alike):
            continue
        found = {middle(claim): claim for claim in alike if _is_taken_up(claim, later)}
        if len(found) == 1 and not _explained(case, next(iter(found.values())), later, alike):
            yield next(iter(found.values())), later


def _is_told_as_known(claim: Claim) -> bool:
    """Whether a plain figure is one that a reader must have met before ("the 41 miners"), or a whole sum."""
    if claim.qualifier != "exact" or middle(claim) < _LEAST or claim.change is not None:
        return False
    before = _before(claim)
    return bool(_KNOWN.search(before)) or _is_whole(claim, before)


def _before(claim: Claim) -> str:
    """The sentence up to a figure's number."""
    return claim.sentence[: claim.number_span[0] - claim.sentence_span[0]]


def _is_whole(claim: Claim, before: str) -> bool:
    return claim.kind != "count" and bool(_WHOLE.search(before))


def _is_taken_up(earlier: Claim, later: Claim) -> bool:
    """Whether a later figure, told as known, is of what an earlier one counts, and differs from it as a slip of the pen does."""
    if not (_is_slip(earlier, later) or _are_two_small(earlier, later)) or set_apart(earlier, later) or befell_two_crowds(earlier, later):
        return False
    if not _is_whole(later, before := _before(later)) and not (_KNOWN.search(before) and takes_up(earlier, later)):
        return False
    further = _RESTRICTS.match(later.sentence, later.span[1] - later.sentence_span[0])
    measured = earlier.measure == later.measure is not None
    known = further is None or measured or not _long(further[1]).isdisjoint(_long(earlier.sentence))
    return known and (measured or same_noun(earlier, later))


def _is_slip(earlier: Claim, later: Claim) -> bool:
    return shape(earlier, later) is not None and min(len(digits_of(str(claim.value))) for claim in (earlier, later)) >= _DIGITS


def _are_two_small(earlier: Claim, later: Claim) -> bool:
    """Whether two small counts of one noun are surely of one quantity, so that any other value is a slip: nine children, and the 11."""
    small = max(map(middle, (earlier, later))) <= _SMALL and earlier.counted == later.counted is not None
    return small and middle(earlier) != middle(later) and cannot_both_be_right(earlier, later)


def rates(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Every percentage told as known with the one before it of the same statistic, whose and period, that it differs from by a slip."""
    claims = [claim for claim in case.claims if claim.kind == "percent" and claim.change is None and not isinstance(claim.value, tuple)]
    times = Counter(map(middle, claims))
    alike: dict[tuple[str, Period], list[Claim]] = {}
    for later in claims:
        if later.measure is None or later.period is None or later.qualifier != "exact" or "." not in str(later.value):
            continue
        before = alike.setdefault((later.measure, later.period), [])
        for earlier in before if times[middle(later)] == 1 else ():
            if shape(earlier, later) and takes_up(earlier, later) and cannot_both_be_right(earlier, later):
                yield earlier, later
        if len(before) < _MOST:
            before.append(later)


def _long(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W\d_]{4,}", text.lower()))


def _explained(case: Case, earlier: Claim, later: Claim, alike: Sequence[Claim]) -> bool:
    """Whether a hedge, a link or a third figure makes the later one of the earlier one: 41 miners, three of whom died, and the 38."""
    if (
        earlier.change is not None
        or any(link.claim == earlier.id for link in later.links)
        or any(link.claim == later.id for link in earlier.links)
    ):
        return True
    apart = abs(middle(earlier) - middle(later))
    if intervals.agree(bounds(earlier), bounds(later)) and shape(earlier, later) != "order":
        return True
    if apart == 1 and _ONE.search(case.document.text, earlier.span[1], later.sentence_span[1]):
        return True
    told = [claim for claim in alike if _may_explain(claim, earlier, later)]
    return any(middle(claim) in (apart, middle(earlier) + middle(later)) for claim in told)


def _may_explain(claim: Claim, earlier: Claim, later: Claim) -> bool:
    """Whether a third figure can be of those that two others count: not nine guards hurt, where 412 inmates fled and then 421.

    One of people in general, or of no noun, must stand between the two.
    """
    if claim.counted is None or claim.counted in general():
        return earlier.sentence_span <= claim.sentence_span <= later.sentence_span
    return same_noun(claim, earlier) or same_noun(claim, later)

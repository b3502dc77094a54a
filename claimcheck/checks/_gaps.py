"""Differences, in figures and in per cent, told beside the only two levels they can lie between.

"It had 640 pupils in September and has 585 now: 55 have left"; "It counted 1,260 storks. Set beside the 1,050 of last year, that is 20
percent more".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations, pairwise

from attrs import evolve, frozen

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._beside import role
from claimcheck.checks._display import body
from claimcheck.checks._figures import as_one, digits, ends, middle
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import in_one_unit
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._sums import plainly
from claimcheck.checks._tallies import fit
from claimcheck.comparing.names import shared, stems
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.vocabulary import table

_NOT_LEVELS = ("date", "year", "age", "ratio", "misprint", "duration")
_TOLD = ("gap", "change")
_DEGREES = "delta_"
_OF_ANOTHER = (" of ", " in ", " for ", " on ", " to ", " among ")
_HELD_AGAINST = re.compile(r"(?=[^,;]*?\b(?:than|from|mark|record|over|below|above|of)\b)[^,;]*(?:, (?:which|that|who) (?:[a-z]+ ){1,3})?")
_POINTS, _WAYS = ("percent", "percentage_point"), {"increase": "up", "rise": "up", "decrease": "down", "fall": "down"}
_PLACED = re.compile(r"(?: [a-z]+){0,2} (in|at|from|on) [A-Z]")
_TOO = re.compile(r",? (?:and|while) (?:the )?[a-z]+s ")
"""Another subject right before the second figure, that does the same: "builders took on 5,000 people and hospitals 4,000"."""
_SIGHT = 40
_LEAST, _PAIR, _TIMES = 10, 2, 4
"""How many times too large or too small a difference may be; what is further off is one of something else."""


@frozen
class Gap:
    """A difference, and the two levels it is told of, the smaller one first."""

    step: Claim
    low: Claim
    high: Claim


def told(case: Case) -> Iterator[Gap]:
    """The differences of an article that the only two levels beside them do not give."""
    claims = Layout(tuple(claim for claim in body(case) if claim.kind not in _NOT_LEVELS))
    for step in claims.claims:
        can_be = step.qualifier == "exact" and middle(step) > 0 and step.kind != "percent" and step.measure != "margin of error"
        said = role(case, step, *_TOLD) if can_be and not _of_then(case, step) else None
        found = _gap(case, step, claims) if said in _TOLD else None
        if found is not None and _misses(found, surely=said == "gap"):
            yield found


def _of_then(case: Case, step: Claim) -> bool:
    """Whether a difference is one of another time: "the gap was 9 billion a year ago", "58% in May, when she won by 6 points"."""
    if role(case, step, "then"):
        return True
    behind = case.document.text[step.span[1] : step.span[1] + _SIGHT].lstrip()
    return behind.startswith(_earlier())


@cache
def _earlier() -> tuple[str, ...]:
    return tuple(next(row["wordings"] for row in table("relation_words") if row["class"] == "earlier").split("|"))


def _gap(case: Case, step: Claim, claims: Layout) -> Gap | None:
    """The difference with the two figures of its sentence that it can lie between, or with those of the sentence before as well."""
    here = [claim for claim in claims.beside(step) if claim is not step]
    before = [claim for claim in sentence_before(case, step) if claim in claims.beside(claim)]
    for near in (here, [*before, *here]):
        levels = [level for claim in near if _is_level(case, claim, step) for level in _levels(claim)]
        if len(levels) == _PAIR and any(level.kind == step.kind or _of_one_unit(level, step) for level in levels):
            low, high = sorted((measured(level, step) for level in levels), key=middle)
            clauses = ";" in case.document.text[levels[0].span[1] : levels[1].span[0]]
            return Gap(step, low, high) if fit(low, high) and not clauses and not _are_listed(case, levels) else None
        if levels and near is not here:
            return None
    return None


def _are_listed(case: Case, levels: Sequence[Claim]) -> bool:
    """Whether two figures are added in a list of places or subjects, or to a third one: "60,000 homes in Devon and 30,000 in Kent"."""
    text, total = case.document.text, sum(map(middle, levels))
    if _TOO.fullmatch(text, levels[0].span[1], max(levels[0].span[1], levels[1].span[0])):
        return True
    places = [_PLACED.match(text, level.span[1], level.sentence_span[1]) for level in levels]
    placed = all(places) and len({place[1] for place in places if place}) == 1 and levels[0].sentence_span == levels[1].sentence_span
    return placed or any(
        claim.kind == levels[0].kind and middle(claim) == total and fit(claim, levels[0]) for claim in case.layout.around(levels[0])
    )


def concluded(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The percentages of change that the words draw from what stands before, with the one pair of levels there, the old one first."""
    claims = _measured_levels(body(case))
    for share in case.claims:
        if share.kind != "percent" or isinstance(share.value, tuple) or share.qualifier != "exact" or share.links:
            continue
        way = _WAYS.get(share.change or role(case, share, "rise", "fall") or "")
        own = not case.document.text.startswith(_OF_ANOTHER, share.span[1])
        pair = _pair_before(case, share, claims) if way and own and role(case, share, "so") else None
        if pair is not None:
            low, high = sorted(pair, key=middle)
            yield (share, low, high) if way == "up" else (share, high, low)


def announced(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The percentages of change with the one pair of levels that the next sentence sets against one another, of the same thing."""
    claims = _measured_levels(case.claims)
    for share in case.claims:
        way = _WAYS.get(share.change or "") if share.kind == "percent" and share.qualifier == "exact" and not share.links else None
        after = case.layout.after(share) if way else ()
        near = claims.beside(after[0]) if after else ()
        pairs = [(a, b) for a, b in pairwise(near) if fit(a, b) and role(case, b, "against") and middle(a) != middle(b)]
        same = pairs and (shared(stems(share.sentence), stems(near[0].sentence)) or share.measure == near[0].measure is not None)
        if same and len(pairs) == 1 and (middle(pairs[0][0]) > middle(pairs[0][1])) == (way == "up"):
            yield share, pairs[0][1], pairs[0][0]


def _measured_levels(claims: Sequence[Claim]) -> Layout:
    """The figures that are no shares and no stretches of time."""
    return Layout(tuple(claim for claim in claims if claim.kind not in (*_NOT_LEVELS, *_POINTS) and not isinstance(claim.value, tuple)))


def _pair_before(case: Case, share: Claim, claims: Layout) -> tuple[Claim, Claim] | None:
    """The one pair of levels of a percentage's sentence, or of it and the one before."""
    here = claims.beside(share)
    before = [claim for claim in sentence_before(case, share) if claim in claims.beside(claim)]
    further = [claim for claim in (sentence_before(case, before[0]) if len(before) == 1 else ()) if claim in claims.beside(claim)]
    for near in (here, [*before, *here], [*further, *before, *here]):
        pairs = [(a, b) for a, b in combinations(near, _PAIR) if (fit(a, b) or _of_one_unit(a, b)) and middle(a) != middle(b)]
        if pairs:
            return (measured(*pairs[0]), measured(*reversed(pairs[0]))) if len(pairs) == 1 else None
    return None


def _is_level(case: Case, claim: Claim, step: Claim) -> bool:
    ends_of_move = not isinstance(claim.value, tuple) or claim.surface.lower().startswith("from ")
    if claim.span > step.span and not _HELD_AGAINST.fullmatch(case.document.text, step.span[1], claim.span[0]):
        return False
    return (fit(claim, step) or _of_one_unit(claim, step)) and ends_of_move and role(case, claim, *_TOLD, "step") is None


def _of_one_unit(claim: Claim, step: Claim) -> bool:
    """Whether two figures are in one unit that one of them is told in otherwise: a month's rent and euros, a temperature and degrees."""
    if step.kind == "percentage_point":
        return claim.kind == "percent" and claim.change is None
    if "rate" in (claim.kind, step.kind):
        return in_one_unit(claim, step)
    return (claim.unit or "").removeprefix(_DEGREES) == (step.unit or "").removeprefix(_DEGREES) and claim.kind not in ("count", step.kind)


def _levels(claim: Claim) -> tuple[Claim, ...]:
    """A figure; of "from 148 to 172" both ends."""
    return ends(claim) if isinstance(claim.value, tuple) else (claim,)


def measured(claim: Claim, like: Claim) -> Claim:
    """A bare number in the unit of the figure beside it: "31 centimeters thick, up from 24"."""
    if claim.unit == like.unit or (claim.kind != "count" and like.kind == "count"):
        return claim
    measured = evolve(claim, kind=like.kind, unit=like.unit, bounds=None)
    return evolve(measured, bounds=digits(measured))


def _misses(gap: Gap, surely: bool) -> bool:
    """Whether neither the difference nor the sum of the levels is the step; where words are weak, whether it is missed as a slip misses."""
    low, high, step = as_one(gap.low, gap.high, gap.step, counted=True)
    right, stated = middle(gap.high) - middle(gap.low), middle(gap.step)
    if right <= 0 or intervals.agree(intervals.minus(high, low), step) or intervals.agree(intervals.plus(low, high), step):
        return False
    if surely and Decimal(1) / _TIMES <= stated / right <= _TIMES:
        return True
    least = _LEAST if gap.step.kind != "money" else _LEAST / Decimal(100)
    return min(right, stated) >= least and differ_by_a_slip(plainly(right), plainly(stated))

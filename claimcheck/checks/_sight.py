"""Percentages whose figures the words do not join: the pairs of figures near them that they can have been worked out from.

Such a percentage is told from one of something else only by how near it comes: a desk's slip changes one digit, drops or adds one, or
swaps two. So a check speaks only where no pair in sight gives the percentage and the one pair that can gives it but for such a slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import ROUGHEST, middle
from claimcheck.checks._levels_alike import PLAIN, Pair, in_order, is_level
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._pointing import has_it_as_whole
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_SENTENCES = 3
"""How many sentences, its own and those right before, a percentage's figures stand in."""
_MOST = 100
"""Figures of a paragraph, those right before a percentage, that may explain it; a text without line ends is one paragraph."""
_CROWD = 8
"""Figures in sight beyond which a percentage may be of any of them."""
_FARTHEST, _HUNDRED, _BARELY = 1000, Decimal(100), Decimal("0.6")
_PAIR = 2
_APPOSED = re.compile(
    r"[^.;:,]{0,40},? ?(?:[,(–—-]|which is|that is|or)"
    r"(?: (?:or|about|around|roughly|nearly|almost|some|just|over|under|more|than|which|is|was))* ?\Z"
)
_CLAUSE_ENDS = re.compile(r"\W*(?:[,.;)–—-]|\Z)| of ")
_COMES_TO = re.compile(r" of [^.;:,\d]{1,60}(?:, | [(–—-] ?)(?:or )?")
_LOOKS_BACK = re.compile(rf"\b(?:{either('looks back at a level')})\b|[(:]|, at\b", re.IGNORECASE)
_TELLS_ON = re.compile(r"\W*(?:That|This|It|They|Those|These|The) ")
_SPELLS_OUT = re.compile(r"[:(–—]|\bor\b|\bmeaning\b|\b(?:of|from|out of)(?: [\w'’-]+){0,3}\s*\Z", re.IGNORECASE)

Joins = Callable[[Claim, Claim], bool]


def _sentences_up_to(case: Case, claim: Claim) -> list[tuple[Claim, ...]]:
    """The figures of a figure's sentence and of those right before it in its paragraph, nearest first."""
    start = case.document.text.rfind("\n", 0, claim.sentence_span[0]) + 1
    near = [other for other in case.layout.up_to(claim.sentence_span, _SENTENCES) if other.sentence_span[0] >= start]
    return list(Layout(tuple(near)).sentences.values())[::-1]


def slip_in_sight(case: Case, share: Claim, alike: Joins, right: Callable[[Claim, Claim], Decimal]) -> Pair | None:
    """The one pair of figures, smaller one first, that a percentage was worked out from but for a slip; None if another pair explains it.

    `alike` says which figures can be a pair, `right` the percentage that a pair gives.
    """
    if isinstance(share.value, tuple) or share.qualifier not in PLAIN:
        return None
    found = nearest_pairs(case, share, _free(case, share, alike))
    near = [pair for pair in found if slipped(right(*pair), share) and not _is_worked_out(case, share, pair[1])]
    if len(found) > (_PAIR if share.links else 1) or len(near) != 1 or explained(case, share, near[0]):
        return None
    return near[0]


def _is_worked_out(case: Case, share: Claim, claim: Claim) -> bool:
    """Whether a figure is what a share comes to, and so no whole: the 770,000 of "will get 15% of the profit, or about 770,000"."""
    return share.span < claim.span and bool(_COMES_TO.fullmatch(case.document.text, share.span[1], claim.span[0]))


def pair_before(case: Case, share: Claim, alike: Joins) -> Pair | None:
    """The one pair of figures that a share in words stands behind, as what they come to: ", a third of the fleet".

    Both stand in its own sentence, or the part does and the whole in the one before.
    """
    here, *further = _sentences_up_to(case, share)
    figures = [claim for claim in here if is_level(claim)]
    before = [claim for claim in figures if claim.span < share.span]
    if len(before) != len(figures) or not before:
        return None
    if len(before) < _PAIR and further:
        before = [*(claim for claim in further[0] if is_level(claim) and middle(claim) > middle(before[0])), *before]
    if len(before) < _PAIR or not _APPOSED.match(case.document.text, before[-1].span[1], share.span[0]):
        return None
    if not _CLAUSE_ENDS.match(case.document.text, share.span[1]) and " of " not in share.surface:
        return None
    joins = _free(case, share, alike)
    found = [in_order(a, b) for a, b in combinations(before, 2) if joins(a, b)]
    drawn = len(found) == 1 and before[-1] in found[0] and not has_it_as_whole(case, share, before[-1])
    return found[0] if drawn and found[0][0].qualifier in PLAIN else None


def nearest_pairs(case: Case, share: Claim, joins: Joins) -> list[Pair]:
    """The pairs of the nearest sentences that have one; none in a crowd."""
    levels: list[Claim] = []
    for figures in _sentences_up_to(case, share):
        levels += [claim for claim in figures if is_level(claim) and not _is_told_after(case, share, claim)]
        found = [in_order(a, b) for a, b in combinations(levels, 2) if joins(a, b)] if len(levels) <= _CROWD else []
        if found:
            own = [claim for claim in levels if claim.sentence_span == share.sentence_span]
            told = any(claim in own for pair in found for claim in pair) if own else bool(_TELLS_ON.match(share.sentence))
            return found if told else []
    return []


def _is_told_after(case: Case, share: Claim, claim: Claim) -> bool:
    """Whether a figure behind a percentage is of something else: no word before it looks back, and nothing joins it to the percentage."""
    if (
        share.kind == "ratio"
        or claim.sentence_span != share.sentence_span
        or claim.span < share.span
        or any(link.claim == claim.id for link in share.links)
    ):
        return False
    before = max((other.span[1] for other in case.beside(share) if other.span[1] <= claim.span[0]), default=0)
    return not (_SPELLS_OUT if share.change is None else _LOOKS_BACK).search(case.document.text[max(before, share.span[1]) : claim.span[0]])


def _free(case: Case, share: Claim, alike: Joins) -> Joins:
    """Which figures can be a pair for a percentage: alike, with all that it is linked to, and not those linked to another percentage."""
    known = frozenset(link.claim for link in share.links)

    def free(claim: Claim) -> bool:
        return not any(other.id != share.id and other.kind == "percent" for other, _ in case.layout.links_to(claim))

    return lambda a, b: alike(a, b) and known <= {a.id, b.id} and free(a) and free(b)


def explained(case: Case, share: Claim, pair: Pair) -> bool:
    """Whether two other figures of the sentences around a percentage give it, in whatever way they stand to one another.

    Of the pair itself the complement may be meant: "80 of 200 are in use; 60 percent stand empty".
    """
    near = [claim for figures in _around(case, share) for claim in figures if is_level(claim)]
    vague = middle(share) * ROUGHEST if share.qualifier != "exact" else Decimal(0)
    spread = min(intervals.place_value(middle(share)), Decimal(1)) * _BARELY + vague
    others = [in_order(a, b) for a, b in combinations(near, 2) if a.kind == b.kind and a.unit == b.unit]
    ways = [(low, high) for low, high in others if (low, high) != pair and middle(high) < _FARTHEST * middle(low)]
    made = [right for low, high in ways for right in (of_whole(low, high), _HUNDRED - of_whole(low, high), of_whole(high, low) - _HUNDRED)]
    if share.change is None:
        made.append(_HUNDRED - of_whole(*pair))
    return any(abs(right - middle(share)) <= spread for right in made)


def of_whole(part: Claim, whole: Claim) -> Decimal:
    """A part in per cent of a whole.

    >>> import claimcheck as cc
    >>> of_whole(*cc.extract("It has 12 boats and 40 boats."))
    Decimal('30.0')
    """
    return middle(part) / middle(whole) * _HUNDRED


def _around(case: Case, share: Claim) -> Iterator[Sequence[Claim]]:
    start = case.document.text.rfind("\n", 0, share.sentence_span[0]) + 1
    yield case.layout.between(start, share.sentence_span[1])[-_MOST:]
    yield case.layout.after(share)

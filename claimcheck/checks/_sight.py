"""Percentages whose figures the words do not join: the pairs of figures near them that they can have been worked out from.

Such a percentage is told from one of something else only by how near it comes: a desk's slip changes one digit, drops or adds one, or
swaps two. So a check speaks only where no pair in sight gives the percentage and the one pair that can gives it but for such a slip.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import combinations

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import ROUGHEST, middle
from claimcheck.comparing.figures import are_exchanged
from claimcheck.comparing.what import measure
from claimcheck.model import Claim
from claimcheck.reading.relations.members import persons

_NO_LEVELS = ("date", "year", "duration", "age", "ratio", "percent", "percentage_point", "basis_point", "temperature", "misprint")
_SENTENCES = 3
"""How many sentences, its own and those right before, a percentage's figures stand in."""
_CROWD = 8
"""Figures in sight beyond which a percentage may be of any of them."""
_FARTHEST, _HUNDRED, _BARELY = 1000, Decimal(100), Decimal("0.6")
_FINEST = Decimal("0.001")
_DIGITS = 9
"""Digits before the point of a percentage that anyone could have meant."""
_PLAIN = ("exact", "approximate")
_PAIR = 2
_APPOSED = re.compile(
    r"[^.;:,]{0,40},? ?(?:[,(–—-]|which is|that is|or)"
    r"(?: (?:or|about|around|roughly|nearly|almost|some|just|over|under|more|than|which|is|was))* ?\Z"
)
_CLAUSE_ENDS = re.compile(r"\W*(?:[,.;)–—-]|\Z)| of ")
_WORDED = re.compile(r"times|twice", re.IGNORECASE)
_MOVED = re.compile(r"doubl|trebl|tripl|quadrupl|halv|fold", re.IGNORECASE)
_MULTIPLIES = re.compile(r",? (?:as (?:many|much|high|large|big|long|often)|the|more|higher|larger|that|what)\b")
_NAMES_BASE = re.compile(r" (?:as (?:many|much|high|large|big|long|tall) as )?(?:the|its|their|those|that|last year['’]s) ")
_THAN_SOMETHING = re.compile(r" (?:[a-z]+ )?than (?!(?:the |its |their |about |some )?\d)[^,.;\d]*(?:[,.;]|\Z)")
_THREE_TIMES = 3
_PARTED = re.compile(r"\b(?:among|per cent|percent|more than (?:doubl|tripl|trebl))", re.IGNORECASE)

_LOOKS_BACK = re.compile(
    r"\b(?:from|against|compared|versus|vs|than|earlier|before|last|previous\w*|prior|year|when|had|of|or|to|above|below|over|on)\b"
    r"|[(:]|, at\b",
    re.IGNORECASE,
)

_TELLS_ON = re.compile(r"\W*(?:That|This|It|They|Those|These|The) ")
_SPELLS_OUT = re.compile(r"[:(–—]|\bor\b|\bmeaning\b|\b(?:of|from|out of)(?: [\w'’-]+){0,3}\s*\Z", re.IGNORECASE)

Pair = tuple[Claim, Claim]
Joins = Callable[[Claim, Claim], bool]


def _sentences_up_to(case: Case, claim: Claim) -> list[list[Claim]]:
    """The figures of a figure's sentence and of those right before it in its paragraph, nearest first."""
    start = case.document.text.rfind("\n", 0, claim.sentence_span[0]) + 1
    spans = dict.fromkeys(other.sentence_span for other in case.claims if start <= other.sentence_span[0] <= claim.sentence_span[0])
    nearest = sorted(spans, reverse=True)[:_SENTENCES]
    return [[other for other in case.claims if other.sentence_span == span] for span in nearest]


def slip_in_sight(case: Case, share: Claim, alike: Joins, right: Callable[[Claim, Claim], Decimal]) -> Pair | None:
    """The one pair of figures, smaller one first, that a percentage was worked out from but for a slip; None if another pair explains it.

    `alike` says which figures can be a pair, `right` the percentage that a pair gives.
    """
    if isinstance(share.value, tuple) or share.qualifier not in _PLAIN:
        return None
    found = _nearest_pairs(case, share, _free(case, share, alike))
    near = [pair for pair in found if slipped(right(*pair), share)]
    if len(found) > (_PAIR if share.links else 1) or len(near) != 1 or explained(case, share, near[0]):
        return None
    return near[0]


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
    found = [_in_order(a, b) for a, b in combinations(before, 2) if joins(a, b)]
    return found[0] if len(found) == 1 and found[0][0].qualifier in _PLAIN else None


def pair_multiplied(case: Case, times: Claim) -> Pair | None:
    """The new and the old level that a multiple ("three times as many as", "has tripled") joins: the one pair near it.

    A level that the words join to another change is not this one's: "rose 15% to 46,000, having dropped by a fifth from 50,000".
    """
    if isinstance(times.value, tuple) or middle(times) in (0, 1) or times.qualifier not in _PLAIN or _PARTED.search(times.sentence):
        return None
    part = times.change is not None and middle(times) < 1
    if not part and not (
        _MULTIPLIES.match(case.document.text, times.span[1]) if _WORDED.search(times.surface) else _MOVED.search(times.surface)
    ):
        return None
    named = _multiple_of(case, times)
    if named is not None:
        return named
    told = {link.claim for claim in case.claims for link in claim.links if link.role in ("change_to", "change_from")}
    pairs = _nearest_pairs(case, times, are_levels)
    found = [pair for pair in pairs if all(claim.qualifier in _PLAIN and claim.id not in told for claim in pair)]
    if len(found) != 1 or len({claim.sentence_span for claim in (*found[0], times)}) > _PAIR:
        return None
    low, high = found[0]
    if measure(low, high).verdict == "clash" or (_is_reached(low) and _is_reached(high)):
        return None
    if _in_two_clauses(case, times, found[0]) or (part and _is_of_another(case, times, low, high)):
        return None
    return (high, low) if (times.change == "increase" if part else middle(times) > 1) else (low, high)


def _is_reached(level: Claim) -> bool:
    """Whether a level is what something has come to: "risen to 44"."""
    return level.sentence[: level.span[0] - level.sentence_span[0]].endswith(" to ")


def _multiple_of(case: Case, times: Claim) -> Pair | None:
    """The one level before a multiple and the one that it names: "900 homes, three times as many as the 450 built in the south"."""
    levels = [claim for claim in case.claims if claim.sentence_span == times.sentence_span and is_level(claim)]
    before, after = [c for c in levels if c.span < times.span], [c for c in levels if c.span > times.span]
    if len(before) != 1 or not after or not _NAMES_BASE.fullmatch(case.document.text, times.span[1], after[0].span[0]):
        return None
    plain = all(claim.qualifier in _PLAIN for claim in (before[0], after[0]))
    return (before[0], after[0]) if plain and of_one_noun(before[0], after[0]) else None


def _is_of_another(case: Case, share: Claim, low: Claim, high: Claim) -> bool:
    """Whether a change by a share is against something else ("a third more than planned"), or far from what two levels can give."""
    made = 1 + middle(share) if share.change == "increase" else 1 / (1 - middle(share))
    return bool(_THAN_SOMETHING.match(case.document.text, share.span[1])) or middle(high) > _THREE_TIMES * made * middle(low)


def _in_two_clauses(case: Case, times: Claim, pair: Pair) -> bool:
    """Whether a semicolon parts the levels of one sentence: "fell by a fifth to 4 billion; those to India doubled to 1.2 billion"."""
    figures = (*pair, times)
    stretch = case.document.text[min(claim.span[0] for claim in figures) : max(claim.span[1] for claim in figures)]
    return len({claim.sentence_span for claim in figures}) == 1 and ";" in stretch


def are_levels(a: Claim, b: Claim) -> bool:
    """Whether two figures can be levels of one thing: neither is a part of the other."""
    if a.kind == "count" and a.measure != b.measure and None not in (a.measure, b.measure):
        return False
    return of_one_noun(a, b) and not any(link.claim in (a.id, b.id) for claim in (a, b) for link in claim.links if link.role != "from")


def _nearest_pairs(case: Case, share: Claim, joins: Joins) -> list[Pair]:
    """The pairs of the nearest sentences that have one; none in a crowd."""
    levels: list[Claim] = []
    for figures in _sentences_up_to(case, share):
        levels += [claim for claim in figures if is_level(claim) and not _is_told_after(case, share, claim)]
        found = [_in_order(a, b) for a, b in combinations(levels, 2) if joins(a, b)] if len(levels) <= _CROWD else []
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
    before = max((other.span[1] for other in case.claims if other.span[1] <= claim.span[0]), default=share.span[1])
    return not (_SPELLS_OUT if share.change is None else _LOOKS_BACK).search(case.document.text[max(before, share.span[1]) : claim.span[0]])


def is_level(claim: Claim) -> bool:
    """Whether a figure is one that a percentage can be of."""
    return claim.kind not in _NO_LEVELS and not isinstance(claim.value, tuple) and middle(claim) > 0 and claim.qualifier != "range"


def _free(case: Case, share: Claim, alike: Joins) -> Joins:
    """Which figures can be a pair for a percentage: alike, with all that it is linked to, and not those linked to another percentage."""
    known = frozenset(link.claim for link in share.links)
    taken = {link.claim for other in case.claims if other.id != share.id and other.kind == "percent" for link in other.links}
    return lambda a, b: alike(a, b) and known <= {a.id, b.id} and taken.isdisjoint((a.id, b.id))


def of_one_noun(a: Claim, b: Claim) -> bool:
    """Whether two figures count or measure one thing, as far as their nouns tell, and are not the same number."""
    if not in_one_unit(a, b) or middle(a) == middle(b):
        return False
    return a.kind != b.kind or a.counted == b.counted or None in (a.counted, b.counted) or {a.counted or "", b.counted or ""} <= persons()


def in_one_unit(a: Claim, b: Claim) -> bool:
    """Whether two figures are in one unit, though one may leave out what it is per: "$800 a month ... $1,000"."""
    if a.kind == b.kind:
        return a.unit == b.unit
    rate, bare = (a, b) if a.kind == "rate" else (b, a)
    plain = rate.kind == "rate" and (bare.kind != "count" or bare.counted is None)
    return plain and (rate.unit or "").partition(" / ")[0] == bare.unit


def _in_order(a: Claim, b: Claim) -> Pair:
    return (a, b) if middle(a) < middle(b) else (b, a)


def slipped(right: Decimal, share: Claim) -> bool:
    """Whether a percentage is the right one with one digit changed, lost or added, or two digits exchanged.

    >>> import claimcheck as cc
    >>> share = cc.extract("It fell 38 percent.")[0]
    >>> [slipped(Decimal(right), share) for right in ("28.6", "83.2", "3.1", "41")]
    [True, True, True, False]
    """
    stated = middle(share)
    place = intervals.place_value(stated) if "." in str(share.value) else Decimal(1)
    if place < _FINEST or abs(right - stated) <= place or right.adjusted() > _DIGITS:
        return False
    found = {str(right.quantize(place, rounding)) for rounding in (ROUND_DOWN, ROUND_HALF_UP)}
    return right > 0 and any(differ_by_a_slip(value, str(stated.quantize(place))) for value in found)


def differ_by_a_slip(right: str, stated: str) -> bool:
    """Whether one number is another with one digit changed, lost or added, or two neighbours swapped; of single digits none is.

    >>> differ_by_a_slip("27", "72"), differ_by_a_slip("174", "164"), differ_by_a_slip("9", "19"), differ_by_a_slip("131", "120")
    (True, True, True, False)
    """
    if max(len(text.replace(".", "").lstrip("0")) for text in (right, stated)) < _PAIR:
        return False
    if len(right) == len(stated):
        return (
            are_exchanged(right.replace(".", ""), stated.replace(".", ""), 2)
            or sum(x != y for x, y in zip(right, stated, strict=True)) == 1
        )
    short, long = sorted((right, stated), key=len)
    return len(long) - len(short) == 1 and any(long[:index] + long[index + 1 :] == short for index in range(len(long)))


def explained(case: Case, share: Claim, pair: Pair) -> bool:
    """Whether two other figures of the sentences around a percentage give it, in whatever way they stand to one another.

    Of the pair itself the complement may be meant: "80 of 200 are in use; 60 percent stand empty".
    """
    near = [claim for figures in _around(case, share) for claim in figures if is_level(claim)]
    vague = middle(share) * ROUGHEST if share.qualifier != "exact" else Decimal(0)
    spread = min(intervals.place_value(middle(share)), Decimal(1)) * _BARELY + vague
    others = [_in_order(a, b) for a, b in combinations(near, 2) if a.kind == b.kind and a.unit == b.unit]
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
    yield [claim for claim in case.claims if start <= claim.span[0] < share.sentence_span[1]]
    after = [claim.sentence_span for claim in case.claims if claim.sentence_span[0] >= share.sentence_span[1]]
    if after:
        yield [claim for claim in case.claims if claim.sentence_span == min(after)]

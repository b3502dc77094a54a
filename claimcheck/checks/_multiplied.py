"""The one pair of levels near a multiple ("three times as many as", "has tripled") or a change by a share in words."""

from __future__ import annotations

import re

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._levels_alike import PLAIN, Pair, are_levels, is_level, of_one_noun
from claimcheck.checks._sight import nearest_pairs
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.what import measure
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_WORDED = re.compile(r"times|twice", re.IGNORECASE)
_MOVED = re.compile(r"doubl|trebl|tripl|quadrupl|halv|fold", re.IGNORECASE)
_MULTIPLIES = re.compile(r",? (?:as (?:many|much|high|large|big|long|often)|the|more|higher|larger|that|what)\b")
_NAMES_BASE = re.compile(r" (?:as (?:many|much|high|large|big|long|tall) as )?(?:the|its|their|those|that|last year['’]s) ")
_THAN_SOMETHING = re.compile(r" (?:[a-z]+ )?than (?!(?:the |its |their |about |some )?\d)[^,.;\d]*(?:[,.;]|\Z)")
_OF_WHAT = re.compile(r" as (?:many|much) (?!(?:as|in|of|than|again)\b)([a-z]+)\b")
_BASE = re.compile(r" as [a-z]+ as (the|its|their|this|that|these|those|our|his|her)\b([^,.;:\d]*)")
_EARLIER = re.compile(rf"\b(?:{either('tells of an earlier level')})\b")
_OF_A_CHANGE = ("change_to", "change_from")
_THREE_TIMES = 3
_SENTENCES = 2
"""How many sentences a multiple and its two levels may take."""
_PARTED = re.compile(r"\b(?:among|per cent|percent|more than (?:doubl|tripl|trebl))", re.IGNORECASE)


def pair_multiplied(case: Case, times: Claim) -> Pair | None:
    """The new and the old level that a multiple ("three times as many as", "has tripled") joins: the one pair near it.

    A level that the words join to another change is not this one's: "rose 15% to 46,000, having dropped by a fifth from 50,000".
    """
    if isinstance(times.value, tuple) or middle(times) in (0, 1) or times.qualifier not in PLAIN or _PARTED.search(times.sentence):
        return None
    part = times.change is not None and middle(times) < 1
    if not part and not (
        _MULTIPLIES.match(case.document.text, times.span[1]) if _WORDED.search(times.surface) else _MOVED.search(times.surface)
    ):
        return None
    named = _multiple_of(case, times)
    if named is not None:
        return named
    pairs = nearest_pairs(case, times, are_levels)
    told = {claim.id for pair in pairs for claim in pair if not case.layout.roles(claim).isdisjoint(_OF_A_CHANGE)}
    found = [pair for pair in pairs if all(claim.qualifier in PLAIN and claim.id not in told for claim in pair)]
    if len(found) != 1 or len({claim.sentence_span for claim in (*found[0], times)}) > _SENTENCES:
        return None
    low, high = found[0]
    if not is_of_their_noun(case.document.text, times.span[1], times.span[0], found[0]) or _is_of_a_third(case, times, found[0]):
        return None
    if measure(low, high).verdict == "clash" or (_is_reached(low) and _is_reached(high)):
        return None
    if _in_two_clauses(case, times, found[0]) or (part and _is_of_another(case, times, low, high)):
        return None
    return (high, low) if (times.change == "increase" if part else middle(times) > 1) else (low, high)


def is_of_their_noun(text: str, end: int, start: int, pair: Pair) -> bool:
    """Whether a multiple that ends and starts at these places is of what two levels count: not "450 beds and twice as many doctors"."""
    what = _OF_WHAT.match(text, end)
    begin = min(start, *(claim.sentence_span[0] for claim in pair))
    return what is None or bool(shared(stems(what[1]), stems(f"{pair[0].surface} {pair[1].surface} {text[begin:start]}")))


def _is_of_a_third(case: Case, times: Claim, pair: Pair) -> bool:
    """Whether what a multiple is said to be of is named with neither level: "as much as the town drinks"."""
    base = _BASE.match(case.document.text, times.span[1], times.sentence_span[1])
    if base is None or any(claim.span > times.span for claim in pair) or _EARLIER.search(base[2]):
        return False
    start = min(claim.sentence_span[0] for claim in pair)
    return not shared(stems(base[2]), stems(case.document.text[start : times.span[0]]))


def _is_reached(level: Claim) -> bool:
    """Whether a level is what something has come to: "risen to 44"."""
    return level.sentence[: level.span[0] - level.sentence_span[0]].endswith(" to ")


def _multiple_of(case: Case, times: Claim) -> Pair | None:
    """The one level before a multiple and the one that it names: "900 homes, three times as many as the 450 built in the south"."""
    levels = [claim for claim in case.beside(times) if is_level(claim)]
    before, after = [c for c in levels if c.span < times.span], [c for c in levels if c.span > times.span]
    if len(before) != 1 or not after or not _NAMES_BASE.fullmatch(case.document.text, times.span[1], after[0].span[0]):
        return None
    plain = all(claim.qualifier in PLAIN for claim in (before[0], after[0]))
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

"""Figures that a sentence sets above or below one another by a word: "1.6 per cent, overshooting its goal of 2 per cent"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from attrs import frozen

from claimcheck.case import Case
from claimcheck.model import TIMES, Claim
from claimcheck.vocabulary import either

_MARK = rf"(?:{either('marks to be passed')}|previous (?:{either('a mark with an age')})|old record)"
_ABOVE = re.compile(
    rf"[^.;]{{0,50}}\b(?:{either('passes a mark')}) "
    rf"(?:[\w ]{{0,30}}['’]s? |the |its |their |his |her |an? )?(?:[a-z]+ ){{0,2}}{_MARK}"
    r"(?: (?:high|low))?(?: of|, at|,| set at)? \Z",
    re.IGNORECASE,
)
_BELOW = re.compile(
    rf"[^.;]{{0,50}}\b(?:{either('misses a mark')}) "
    rf"(?:[\w ]{{0,30}}['’]s? |the |its |their |his |her |an? )?(?:[a-z]+ ){{0,2}}{_MARK}(?: of|, at|,| set at)? \Z",
    re.IGNORECASE,
)
_DEARER = re.compile(
    r"[^.;\d]{0,20}?\b(?:is|was|remains|remained|costs?|are|were) (?:still |now |even |far |much )?"
    rf"(?P<low>{either('compares downwards')})?(?(low)|(?:{either('compares upwards')})) than [^.;\d]{{0,40}}\Z"
)
_STEP = re.compile(r" (?:or so |or more )?(?:above|over|higher than|below|under|lower than|less than|short of)\b", re.IGNORECASE)
"""What makes the figure before it a distance: "1.4 metres above the record of 7.6 metres"."""
_LEAST = re.compile(r"\brecord low\b|\blowest (?:[a-z]+ )?(?:since|on record|ever)\b", re.IGNORECASE)
_MOST = re.compile(r"\brecord high\b|\bhighest (?:[a-z]+ )?(?:since|on record|ever)\b", re.IGNORECASE)
_BEFORE = re.compile(
    rf"\b(?:{either('age of a mark')}) (?:all-time )?(?:record|peak|trough)?(?: ?(?P<end>low|high))?,?(?: of| was| stood at| is|,)* ?"
    r"(?:just |only )?\Z",
    re.IGNORECASE,
)
_MAJORITY = re.compile(rf"\b(?:{either('kinds of majority')}) majority\b", re.IGNORECASE)
_DENIED = re.compile(rf"\b(?:{either('denies a majority')})\b", re.IGNORECASE)
_OF = re.compile(r"(?:(?: seats?)?(?: \w+)? (?:of|in|out of) (?:the |its )?|[ -](?:in )?(?:a |the )?)\Z")
_EARLIER = re.compile(r"\b(?:from|against|with|than|versus|vs|compared to)(?: about| around| just)? \Z", re.IGNORECASE)
_NOT_SO = re.compile(rf"\b(?:{either('not so or hardly so')})\b|n['’]t\b", re.IGNORECASE)
_FIRST_WORDS, _BACK, _NEAR, _PAIR = 400, 60, 40, 2


@frozen
class Compared:
    """Two figures of which the words say that the first lies above the second, or below it."""

    one: Claim
    other: Claim
    above: bool
    word: str


def stated(case: Case) -> Iterator[Compared]:
    """The pairs of figures of one unit that a word of their sentence sets above or below one another, and records with those they broke."""
    text = case.document.text
    plain = [c for c in case.claims if not isinstance(c.value, tuple) and c.change != "decrease" and c.kind not in TIMES]
    for one, other in pairwise(plain):
        if (
            one.sentence_span != other.sentence_span
            or _head(one) != _head(other)
            or _EARLIER.search(text[max(0, one.span[0] - _NEAR) : one.span[0]])
        ):
            continue
        between = text[one.span[1] : other.span[0]]
        dearer = _DEARER.match(between)
        if _NOT_SO.search(between) or _STEP.match(between):
            continue
        if _ABOVE.match(between) or (dearer and not dearer["low"]):
            yield Compared(one, other, True, "above")
        elif _BELOW.match(between) or dearer:
            yield Compared(one, other, False, "below")
    yield from _records(text, plain)


def _head(claim: Claim) -> tuple[str, str | None]:
    """What a figure measures, without what it is per, which the second of two may leave out."""
    return (claim.unit or "").partition(" / ")[0], claim.counted if claim.kind == "count" else None


def _records(text: str, plain: list[Claim]) -> Iterator[Compared]:
    """A record with the one before it: "just 44 per cent, a record low ... The previous record low, 38 per cent"."""
    alike: dict[tuple[str, str | None, str | None], list[Claim]] = {}
    for claim in plain:
        alike.setdefault((claim.kind, claim.unit, claim.counted), []).append(claim)
    for new, old in (claims[:_PAIR] for claims in alike.values() if len(claims) >= _PAIR):
        before = _BEFORE.search(text[max(0, old.span[0] - _BACK) : old.span[0]])
        if before is None or not before["end"]:
            continue
        low = before["end"].lower() == "low"
        if (_LEAST if low else _MOST).search(text[: min(old.sentence_span[0], _FIRST_WORDS)]):
            yield Compared(new, old, not low, "a record low" if low else "a record high")


def majorities(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """The seats that are called a majority, and those there are: "47 seats of the 101 in parliament and an outright majority"."""
    text = case.document.text
    for part, whole in pairwise(case.claims):
        sentence = text[slice(*part.sentence_span)]
        seats = [c for c in case.beside(part) if c.kind == "count" and c.counted in ("seat", None)]
        if (
            len(seats) > _PAIR
            or part.sentence_span != whole.sentence_span
            or part.kind != "count"
            or whole.kind != "count"
            or part.counted != "seat"
        ):
            continue
        if _MAJORITY.search(sentence) and not _DENIED.search(sentence) and _OF.search(text[part.span[1] : whole.span[0]]):
            yield part, whole

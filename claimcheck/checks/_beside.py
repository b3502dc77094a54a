"""What the words beside a figure make it to others near it: the base of a running total, a step of it, the total, a gap between two.

The wordings stand in sum_words.csv, the more telling ones first. In one of them "|" parts words of which each does, and ".." stands for up
to six words, "_" for a space, "." for the end of a clause.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.case import Case
from claimcheck.model import Claim, Span
from claimcheck.vocabulary import table

_GAP = r"(?:,? [^\W\d][\w'’-]*){0,6}?"
_ELEMENTS = {"..": _GAP, ".": r"(?=[\"”]?[.,;:)])"}
_WORD = re.compile(r"[a-z]+")
_LEADS_UP = r"(?:,? (?:to|at|of|by|a|an|the|about|some|just|only|around|roughly|nearly|almost|over|more|than|fewer|least))"


def role(case: Case, claim: Claim, *names: str) -> str | None:
    """The first of these roles that the words right before or behind a figure give it, up to the figures beside it in its sentence.

    >>> import claimcheck as cc
    >>> text = "It had destroyed 85 houses. Another 10 burned on Monday, bringing the total to 95."
    >>> case = Case(cc.Document(text, text), cc.extract(text))
    >>> [role(case, claim, "base", "step", "total") for claim in case.claims]
    ['base', 'step', 'total']
    """
    start, end = _clear(case, claim)
    before, behind = case.document.text[start : claim.number_span[0]], case.document.text[claim.number_span[1] : end].lstrip("%")
    words = frozenset(_WORD.findall(before.lower()))
    for name, side, first, wording in _wordings():
        if name not in names or (first and first.isdisjoint(words)):
            continue
        if wording.search(before) if side == "before" else wording.match(behind):
            return name
    return None


def _clear(case: Case, claim: Claim) -> Span:
    """The stretch of a figure's sentence that no other figure stands in; a year or a day is none."""
    start, end = claim.sentence_span
    for other in case.beside(claim):
        if other.kind not in ("date", "year"):
            start = max(start, other.number_span[1]) if other.number_span[1] <= claim.number_span[0] else start
            end = min(end, other.number_span[0]) if other.number_span[0] >= claim.number_span[1] else end
    return start, end


@cache
def _wordings() -> tuple[tuple[str, str, frozenset[str], re.Pattern[str]], ...]:
    """Role, side, the words of which one must stand before the figure (none if any may), and the wording."""
    return tuple(
        (row["role"], row["side"], _first_words(row["side"], row["wording"]), _compiled(row["side"], row["wording"]))
        for row in table("sum_words")
    )


def _first_words(side: str, wording: str) -> frozenset[str]:
    found = [_WORD.match(word) for word in wording.split()[0].lower().split("|")]
    return frozenset(word[0] for word in found if word) if side == "before" and all(found) else frozenset()


def _compiled(side: str, wording: str) -> re.Pattern[str]:
    elements = [_ELEMENTS.get(element) or rf",? (?:{element.replace('_', ' ')})(?![\w'’])" for element in wording.split()]
    if side == "behind":
        return re.compile("".join(elements), re.IGNORECASE)
    first = elements[0].removeprefix(",? ")
    return re.compile(rf"\b{first}{''.join(elements[1:])}{_LEADS_UP}{{0,4}}[,:]? ?[$£€¥]?\Z", re.IGNORECASE)

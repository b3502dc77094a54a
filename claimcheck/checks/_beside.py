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
    for name, side, wording in _wordings():
        if name in names and (wording.search(before) if side == "before" else wording.match(behind)):
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
def _wordings() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    return tuple((row["role"], row["side"], _compiled(row["side"], row["wording"])) for row in table("sum_words"))


def _compiled(side: str, wording: str) -> re.Pattern[str]:
    elements = [_ELEMENTS.get(element) or rf",? (?:{element.replace('_', ' ')})(?![\w'’])" for element in wording.split()]
    if side == "behind":
        return re.compile("".join(elements), re.IGNORECASE)
    first = elements[0].removeprefix(",? ")
    return re.compile(rf"\b{first}{''.join(elements[1:])}{_LEADS_UP}{{0,4}}[,:]? ?[$£€¥]?\Z", re.IGNORECASE)

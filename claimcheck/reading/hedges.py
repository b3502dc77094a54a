"""Hedges: the words around a number that say how exactly it is meant."""

from __future__ import annotations

from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_BEFORE = Phrases((row["wording"], row["qualifier"]) for row in table("hedges") if row["side"] == "before")
_AFTER = Phrases((row["wording"], row["qualifier"]) for row in table("hedges") if row["side"] == "after")
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")


def read_before(tokens: Tokens, part: Part) -> None:
    """Hedges in front, the bound winning over "about" ("up to about 500")."""
    found: list[str] = []
    at = part.first
    for _ in range(3):
        skip = 1 if at > 0 and tokens.words[at - 1] in ("another", "a", "an", "additional", "'s") and found == [] and at - 1 > 0 else 0
        match = _BEFORE.before(tokens, at - skip) if skip else None
        match = _BEFORE.before(tokens, at) or match
        if match is None:
            break
        start, qualifier = match
        if not _hedge_may_stand(tokens, start, at, qualifier):
            break
        found.append(qualifier)
        at = start
    if not found:
        return
    part.first = at
    bound = next((q for q in found if q in _BOUNDS), found[0])
    part.qualifier = (
        bound if (part.qualifier in ("exact", "range") and not isinstance(part.value, tuple)) or bound in _BOUNDS else part.qualifier
    )


def _hedge_may_stand(tokens: Tokens, start: int, end: int, qualifier: str) -> bool:
    """Whether words before a number are its hedge: not the verb "top", not "over" in "over the past 24 hours", not "no more than"."""
    words = tokens.words
    word = words[start]
    before = words[start - 1] if start > 0 else ""
    if word == "about" and before in _TALK:
        return False
    if word == "up" and before in ("went", "go", "goes", "going", "gone", "moved", "rose", "ticked", "climbed", "crept", "edged"):
        return False
    if word in ("over", "under", "above", "below", "past") and before in (
        "all",
        "win",
        "victory",
        "lead",
        "advantage",
        "turned",
        "took",
        "preferred",
    ):
        return False
    if word == "-":
        return False
    return True


_TALK = word_set("before about as a topic")


def read_after(tokens: Tokens, part: Part) -> None:
    match = _AFTER.at(tokens, part.last)
    if match is None:
        return
    last, qualifier = match
    words = tokens.words
    glued = tokens.touches(part.last)
    if (
        words[part.last] in ("plus", "+", "odd", "ish", "max", "tops", "minimum", "maximum")
        and not glued
        and not (words[part.last] == "odd" and last < len(tokens))
    ):
        return
    if words[part.last] in ("at", "more", "give") and last < len(tokens) and tokens.kinds[last] != "p":
        return
    part.last = last
    if part.qualifier in ("exact", "approximate"):
        part.qualifier = qualifier

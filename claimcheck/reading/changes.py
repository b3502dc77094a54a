"""Whether a number is itself a change, and which way it goes."""

from __future__ import annotations

from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_BEFORE = Phrases((row["wording"], row) for row in table("changes") if row["side"] == "before")
_AFTER = Phrases((row["wording"], row) for row in table("changes") if row["side"] == "after")
VERBS = frozenset(row["wording"] for row in table("changes") if row["side"] == "before")
"""Words of rising and falling that stand in front of a figure."""


def read_all(tokens: Tokens, parts: list[Part]) -> None:
    """Set the direction of every part that is a change; "lost 190 points, or 0.6%" goes one way."""
    for part in parts:
        part.change = read(tokens, part)
    for a, b in zip(parts, parts[1:], strict=False):
        if a.change and not b.change and tokens.words[a.last : b.first] in (("or",), (",", "or")) and b.kind in _SCALES_OF_CHANGE:
            b.change = a.change


def read(tokens: Tokens, part: Part) -> str | None:
    """increase or decrease where the number itself is the change: "rose 5%", "a 31% increase", "up by 18 sen", "24 more bodies"."""
    if part.kind in ("age", "magnitude", "duration", "ratio"):
        return None
    if part.more:
        return "increase"
    sign = _sign(tokens, part)
    if sign is not None:
        return sign
    words = tokens.words
    at = part.first
    by = at > 0 and words[at - 1] == "by"
    for _ in range(3):
        if at > 0 and (words[at - 1] in ("by", "a", "an", "another", "further", "of") or (words[at - 1].endswith("ly") and at > 1)):
            at -= 1
    match = _BEFORE.before(tokens, part.first) or _BEFORE.before(tokens, at)
    if match is not None and (by or _moves(part, words[at - 1])):
        return match[1]["direction"]
    if by:
        for back in range(at - 1, max(-1, at - 8), -1):
            near = _BEFORE.at(tokens, back)
            if near is not None and tokens.kinds[back] == "w":
                return near[1]["direction"]
    after = _AFTER.at(tokens, part.last)
    if after is not None and (part.kind in _SCALES_OF_CHANGE or after[1]["wording"].endswith("than")):
        return after[1]["direction"]
    return None


def _sign(tokens: Tokens, part: Part) -> str | None:
    """The direction of a signed percentage: "FTSE -0.6%", "Nasdaq +0.8%"."""
    if part.kind not in ("percent", "percentage_point") or isinstance(part.value, tuple):
        return None
    if part.value < 0:
        return "decrease"
    at = part.number_first - 1
    return "increase" if at >= 0 and tokens.words[at] == "+" and tokens.touches(at + 1) else None


def _moves(part: Part, verb: str) -> bool:
    """Whether a verb in front of a figure says that the figure is a change: "lost 5%" and "added 900 jobs" do, "lost 900 soldiers" does not."""
    if part.kind in _SCALES_OF_CHANGE:
        return True
    if part.kind not in ("", "count"):
        return verb in _RISES
    return verb in _RISES or part.counted in (None, *_HELD)


_SCALES_OF_CHANGE = ("percent", "percentage_point", "basis_point", "money", "rate")
_HELD = word_set("gained and lost")
_RISES = word_set("rises and falls")

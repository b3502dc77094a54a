"""What a quantity was on an earlier day, told beside what it is: above the 64 of Monday, having been 850 in June."""

from __future__ import annotations

from claimcheck.reading.relations.levels import NEVER_SO, NO_LEVELS, WISHED
from claimcheck.reading.relations.links import SentenceLinks, largest
from claimcheck.reading.relations.members import has_noun, of_one_noun
from claimcheck.reading.relations.patterns import Match

_APART = (("more",), ("fewer",), ("less",), ("above",), ("below",), ("higher",), ("lower",))
"""Behind a figure that tells how far apart two levels are."""
_FURTHEST = 20
"""How many times apart two states of one quantity may lie."""


def earlier(sentence: SentenceLinks, match: Match) -> None:
    """ "41,000, above the 31,000 of a fortnight ago", "at 900, having been 850 on Monday": what a level was on an earlier day.

    The wording tells the old level; the new one is often only the nearest figure before that can be a state of the same quantity.
    """
    old, new = match.one("old"), match.one("new")
    if old is None or sentence.has(old, "from", "revises", "change_from", "change_to"):
        return
    found = [new] if new is not None else range(old - 1, -1, -1)
    level = next((index for index in found if _is_another_state(sentence, index, old)), None)
    if level is not None and not sentence.has(level, "from", "revises"):
        sentence.link(level, "from", old)


def _is_another_state(sentence: SentenceLinks, index: int, old: int) -> bool:
    """Whether two figures can be one quantity on two days: levels of a size and of one noun, if the old one has any, none a difference."""
    a, b = sentence.figures[index], sentence.figures[old]
    words = sentence.tokens.words
    if (a.kind, a.unit) != (b.kind, b.unit) or not (of_one_noun(a, b) or not has_noun(b)) or a.kind in NO_LEVELS or a.change or b.change:
        return False
    if sentence.has(index, "change_from", "change_to") or words[a.last : a.last + 1] in _APART or _is_base(sentence, index):
        return False
    low, high = sorted((largest(a), largest(b)))
    return low > 0 and high <= _FURTHEST * low and NEVER_SO.isdisjoint(words[b.last : b.last + WISHED])


def _is_base(sentence: SentenceLinks, index: int) -> bool:
    """Whether another change or share is taken of a figure: "20 centimeters above the record of 8.9", "55 percent of the 275 million"."""
    taken = index > 0 and sentence.words_between(index - 1, index) in (("of",), ("of", "the"))
    return taken or any((role, index) in links for links in sentence.links for role in ("change_from", "share_of"))

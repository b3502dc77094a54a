"""The counted noun phrase after a number: "Ukrainian troops", "of her soldiers", "-judge panel"."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from claimcheck.reading.tokens import Tokens
from claimcheck.reading.units import singular
from claimcheck.vocabulary import table, word_set

_FUNCTION = frozenset(row["word"] for row in table("function_words"))
_COLLECTIVE = frozenset(row["noun"] for row in table("collective_nouns"))
_NOT_PLURAL = frozenset(row["word"] for row in table("not_plural"))
_DETERMINERS = word_set("determiners")
_LONGEST = 9
"""Words looked at between a number and its noun: news prose puts no more adjectives there."""


@frozen
class Noun:
    """A counted noun: its phrase at tokens first..last, the head's position, and the head in the singular."""

    first: int
    last: int
    head: int
    lemma: str

    def phrase(self, tokens: Tokens) -> str:
        """The noun phrase as written, without what joins it to the number."""
        return tokens.surface(self.first, self.last)


@lru_cache(maxsize=4096)
def is_plural(word: str) -> bool:
    """Whether a word can be what a number above one counts.

    >>> is_plural("troops"), is_plural("people"), is_plural("this"), is_plural("dead")
    (True, True, False, True)
    """
    if word in _COLLECTIVE:
        return True
    return len(word) > 2 and word not in _NOT_PLURAL and word not in _FUNCTION and singular(word) != word


def is_function_word(word: str) -> bool:
    """Whether a word can neither be a noun nor stand inside a counted noun phrase."""
    return word in _FUNCTION


def after(tokens: Tokens, at: int, single: bool = False) -> Noun | None:
    """The noun counted by a number that ends before token `at`; `single` for one and for fractions of something.

    >>> from claimcheck.reading.tokens import cut
    >>> after(cut("150 tired Ukrainian soldiers had left"), 1).lemma
    'soldier'
    """
    words, size = tokens.words, len(tokens)
    if at >= size:
        return None
    if words[at] == "-" and tokens.touches(at) and at + 1 < size and tokens.touches(at + 1):
        return _compound(tokens, at + 1)
    first = at
    if words[at] == "of":
        first = at + 1
        while first < size and words[first] in _DETERMINERS:
            first += 1
        if first == at + 1 and not single and first < size and not is_plural(words[first]) and not tokens.capital(first):
            return None
    plural = None
    end = first
    limit = min(size, first + _LONGEST)
    while end < limit:
        word = words[end]
        if tokens.kinds[end] != "w":
            if plural is None and word in ("-", "–", ",") and _joins_adjectives(tokens, end):
                end += 1
                continue
            if plural is None and word in ("'s", "’s") and end > first:
                end += 1
                continue
            break
        if word in _FUNCTION and not (end > first and words[end - 1] == "-" and tokens.touches(end)):
            if plural is None and word == "and" and end > first and _plural_soon(tokens, end + 1):
                end += 1
                continue
            break
        if is_plural(word) and not (end + 1 < size and words[end + 1] == "-" and tokens.touches(end + 1)):
            plural = end
        elif plural is not None:
            break
        end += 1
    if plural is not None:
        return Noun(first, plural + 1, plural, singular(words[plural]))
    if single and end > first:
        return _single(tokens, first, end)
    return None


def _plural_soon(tokens: Tokens, at: int) -> bool:
    """Whether "and" joins two adjectives of one noun: "Kia and Hyundai vehicles"."""
    for index in range(at, min(at + 3, len(tokens))):
        if tokens.kinds[index] != "w" or tokens.words[index] in _FUNCTION:
            return False
        if is_plural(tokens.words[index]):
            return index > at
    return False


def _joins_adjectives(tokens: Tokens, at: int) -> bool:
    """A hyphen inside a word ("battle-hardened troops") or a comma between adjectives ("large, heavy shells" is left alone)."""
    return (
        tokens.words[at] != "," and tokens.touches(at) and at + 1 < len(tokens) and tokens.touches(at + 1) and tokens.kinds[at + 1] == "w"
    )


def _compound(tokens: Tokens, at: int) -> Noun | None:
    """The noun of "three-judge panel"."""
    word = tokens.words[at]
    if tokens.kinds[at] != "w" or word in _FUNCTION or word.endswith("ed") or len(word) < 3:
        return None
    return Noun(at, at + 1, at, singular(word))


def _single(tokens: Tokens, first: int, end: int) -> Noun | None:
    words = tokens.words
    last = first
    while (
        last + 1 < end
        and last - first < 2
        and tokens.kinds[last + 1] == "w"
        and not words[last + 1].endswith(("ed", "ing", "ly"))
        and words[last][-1] not in "."
    ):
        last += 1
    word = words[last]
    if tokens.kinds[last] != "w" or len(word) < 3 or word.endswith("ly"):
        return None
    return Noun(first, last + 1, last, singular(word))

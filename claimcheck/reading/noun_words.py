"""Which words can be counted nouns, and which can stand in no noun phrase: function_words, collective_nouns and not_plural.csv."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.reading.units import singular
from claimcheck.vocabulary import table

_FUNCTION = frozenset(row["word"] for row in table("function_words"))
_COLLECTIVE = frozenset(row["noun"] for row in table("collective_nouns"))
_NOT_PLURAL = frozenset(row["word"] for row in table("not_plural"))


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

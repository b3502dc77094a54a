"""Forms of one word: verbs, their participles, and the nouns made of them."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck.vocabulary import table

_ROOT = 4


@lru_cache(maxsize=16384)
def same_root(a: str, b: str) -> bool:
    """Whether two words are forms of one: a verb, its participle, the noun made of it.

    >>> same_root("annexed", "annexation"), same_root("invaded", "invasion"), same_root("sank", "sinking"), same_root("sign", "signal")
    (True, True, True, False)
    """
    if a == b or _irregular().get(a, a) == _irregular().get(b, b):
        return True
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length >= _ROOT and a[length:] in _suffixes() and b[length:] in _suffixes()


def irregular(word: str) -> bool:
    """Whether a word is a form of a verb that the word_forms table lists.

    >>> irregular("left"), irregular("harbour")
    (True, False)
    """
    return word.lower() in _irregular()


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["root"] for row in table("word_forms")}


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(row["form"][1:] for row in table("word_forms") if row["form"].startswith("-")) | {""}

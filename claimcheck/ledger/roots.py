"""Words as the index of a ledger files them: without accents and endings, a people as its place (Torvia, Torvian)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.places import demonym

_WORD = re.compile(r"\d+|[^\W\d_]+")
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
"""A year in figures."""

_ENDING = re.compile(r"(?<=\w{4})(?:ians|eans|ans|ers|ian|ean|ish|ese|ns|an|ia|is|er|ic|a|i|n|s|y|e)$")
"""Endings that make a people or an adjective of a place, and plurals, as in claimcheck.comparing.names.akin."""

_LONGEST_WORD = 40


@lru_cache(maxsize=65536)
def roots(text: str) -> frozenset[str]:
    """The content words of a text without accents and endings, a people as its place (also where a place is named after its people).

    >>> sorted(roots("the Torvian soldiers in Ardèche")), roots("French") == roots("France")
    (['ardech', 'soldi', 'torv'], True)
    """
    return frozenset(root for word in _WORD.findall(text) for root in _roots_of(word))


@lru_cache(maxsize=65536)
def _roots_of(word: str) -> tuple[str, ...]:
    if is_function_word(word.lower()) or (len(word) == 1 and not word.isdigit()):
        return ()
    home = demonym(word)
    return tuple(_root_of(part) for part in _WORD.findall(home)) if home else (_root_of(word),)


def _root_of(word: str) -> str:
    plain = word.lower()[:_LONGEST_WORD]
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _ENDING.sub("", plain)


def capitals(text: str) -> str:
    """The words of a text that begin with a capital or a digit: its names."""
    return " ".join([word for word in text.split() if not word[0].islower()])

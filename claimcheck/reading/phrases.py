"""Longest-match look-up of vocabulary phrases in a token stream."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from claimcheck.reading.tokens import Tokens, cut

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it means; `at` and `before` find the longest one that stands at a token.

    >>> hedges = Phrases([("more than", ">"), ("more", "+")])
    >>> hedges.at(cut("no more than 5"), 1)
    (3, '>')
    """

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for wording, meaning in entries:
            words = cut(wording).words
            self._first.setdefault(words[0], []).append((words, meaning))
            self._last.setdefault(words[-1], []).append((words, meaning))
        for index in (self._first, self._last):
            for options in index.values():
                options.sort(key=lambda option: -len(option[0]))

    def at(self, tokens: Tokens, first: int) -> tuple[int, T] | None:
        """(end, meaning) of the longest phrase that starts at token `first`, or None."""
        words = tokens.words
        if first < len(words):
            for phrase, meaning in self._first.get(words[first], ()):
                if words[first : first + len(phrase)] == phrase:
                    return first + len(phrase), meaning
        return None

    def before(self, tokens: Tokens, last: int) -> tuple[int, T] | None:
        """(start, meaning) of the longest phrase that ends just before token `last`, or None."""
        words = tokens.words
        if last > 0:
            for phrase, meaning in self._last.get(words[last - 1], ()):
                if last >= len(phrase) and words[last - len(phrase) : last] == phrase:
                    return last - len(phrase), meaning
        return None

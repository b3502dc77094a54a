"""Longest-match look-up of vocabulary phrases in a token stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Generic, TypeVar

from claimcheck.reading.tokens import Tokens, cut

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases of one or more words, each with what it means; `at` and `before` find the longest one that stands at a token.

    >>> hedges = Phrases([("more than", ">"), ("more", "+")])
    >>> hedges.at(cut("no more than 5"), 1)
    (3, '>')

    With `exact` (for all phrases, or for those it holds for), case counts, and so does whether the tokens of a phrase touch:

    >>> symbols = Phrases([("MW", "megawatt"), ("km2", "square kilometer")], exact=True)
    >>> symbols.at(cut("40 MW"), 1), symbols.at(cut("40 mw"), 1), symbols.at(cut("5 km 2 days"), 1)
    ((2, 'megawatt'), None, None)
    """

    def __init__(self, entries: Iterable[tuple[str, T]], exact: bool | Callable[[str], bool] = False) -> None:
        is_exact = exact if callable(exact) else lambda wording: exact
        self.entries = [(_words(wording), wording if is_exact(wording) else "", meaning) for wording, meaning in entries]

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], list[tuple[str, T]]]:
        """What each phrase means, with its exact spelling where that counts."""
        phrases: dict[tuple[str, ...], list[tuple[str, T]]] = {}
        for words, written, meaning in self.entries:
            phrases.setdefault(words, []).append((written, meaning))
        return phrases

    @cached_property
    def firsts(self) -> dict[str, list[int]]:
        """The words that phrases begin with, each with the lengths of those phrases, the longest first."""
        return self._sizes(0)

    @cached_property
    def lasts(self) -> dict[str, list[int]]:
        """The words that phrases end with, each with the lengths of those phrases, the longest first."""
        return self._sizes(-1)

    def _sizes(self, position: int) -> dict[str, list[int]]:
        """How long the phrases are that have a word at a position, the longest first."""
        sizes: dict[str, list[int]] = {}
        for words in self._phrases:
            known = sizes.setdefault(words[position], [])
            if len(words) not in known:
                known.append(len(words))
        for known in sizes.values():
            known.sort(reverse=True)
        return sizes

    def at(self, tokens: Tokens, first: int) -> tuple[int, T] | None:
        """(end, meaning) of the longest phrase that starts at token `first`, or None."""
        words = tokens.words
        sizes = self.firsts.get(words[first]) if first < len(words) else None
        if sizes is None:
            return None
        phrases, count = self._phrases, len(words)
        for size in sizes:
            last = first + size
            for written, meaning in phrases.get(words[first:last], ()) if last <= count else ():
                if not written or _is_written(tokens, first, last, written):
                    return last, meaning
        return None

    def before(self, tokens: Tokens, last: int) -> tuple[int, T] | None:
        """(start, meaning) of the longest phrase that ends just before token `last`, or None."""
        words = tokens.words
        sizes = self.lasts.get(words[last - 1]) if last > 0 else None
        if sizes is None:
            return None
        phrases = self._phrases
        for size in sizes:
            first = last - size
            for written, meaning in phrases.get(words[first:last], ()) if first >= 0 else ():
                if not written or _is_written(tokens, first, last, written):
                    return first, meaning
        return None


def _words(wording: str) -> tuple[str, ...]:
    """The tokens of a wording; plain words, of which tables hold thousands, need no scanner."""
    if wording.isalpha():
        return (wording.lower(),)
    if wording.replace(" ", "").replace("-", "").isalpha():
        return tuple(wording.lower().replace("-", " - ").split())
    return cut(wording).words


def _is_written(tokens: Tokens, first: int, last: int, written: str) -> bool:
    return " ".join(tokens.surface(first, last).split()) == written

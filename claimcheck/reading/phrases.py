"""Longest-match look-up of vocabulary phrases in a token stream."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cached_property
from typing import Generic, TypeVar

from claimcheck.reading.tokens import Tokens, cut

T = TypeVar("T")
Sizes = dict[str, tuple[int, ...]]
"""How long the phrases are that go on with a word, the longest first; under "" those of one word, which go on with any."""


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
    def firsts(self) -> dict[str, Sizes]:
        """The words that phrases begin with, each with the words that may come next and how long the phrases are."""
        return sizes(self._phrases)

    @cached_property
    def lasts(self) -> dict[str, Sizes]:
        """The words that phrases end with, each with the words that may come before and how long the phrases are."""
        return sizes([words[::-1] for words in self._phrases])

    @cached_property
    def telling(self) -> frozenset[str]:
        """The longest word of each phrase: a sentence that has none of them holds no phrase.

        >>> sorted(Phrases([("of the war", 1), ("war", 1), ("the front line", 1)]).telling)
        ['front', 'war']
        """
        return frozenset([max(words, key=len) for words in self._phrases])

    def starts(self, words: tuple[str, ...], first: int = 0, last: int | None = None) -> list[int]:
        """The positions from first to last (half-open) at which a phrase may begin, by the word there and the one after it.

        >>> Phrases([("of the war", 1), ("war", 2)]).starts(("of", "war", "and", "of", "the"))
        [1, 3]
        """
        firsts, end = self.firsts, len(words) - 1
        return [
            at
            for at in range(first, end + 1 if last is None else last)
            if (nexts := firsts.get(words[at])) is not None and (nexts[""] or (at < end and words[at + 1] in nexts))
        ]

    def at(self, tokens: Tokens, first: int) -> tuple[int, T] | None:
        """(end, meaning) of the longest phrase that starts at token `first`, or None."""
        words = tokens.words
        if first >= len(words) or (nexts := self.firsts.get(words[first])) is None:
            return None
        after = words[first + 1] if first + 1 < len(words) else ""
        for size in nexts[after] if after in nexts else nexts[""]:
            last = first + size
            for written, meaning in self._phrases.get(words[first:last], ()) if last <= len(words) else ():
                if not written or _is_written(tokens, first, last, written):
                    return last, meaning
        return None

    def before(self, tokens: Tokens, last: int) -> tuple[int, T] | None:
        """(start, meaning) of the longest phrase that ends just before token `last`, or None."""
        words = tokens.words
        if last <= 0 or (nexts := self.lasts.get(words[last - 1])) is None:
            return None
        before = words[last - 2] if last > 1 else ""
        for size in nexts[before] if before in nexts else nexts[""]:
            first = last - size
            for written, meaning in self._phrases.get(words[first:last], ()) if first >= 0 else ():
                if not written or _is_written(tokens, first, last, written):
                    return first, meaning
        return None


def sizes(phrases: Collection[tuple[str, ...]]) -> dict[str, Sizes]:
    """How long the phrases are that begin with a word, by the word that comes next, the longest first; "" stands for any other word.

    >>> sizes([("more", "than"), ("more",), ("more", "than", "half")])
    {'more': {'': (1,), 'than': (3, 2, 1)}}
    """
    alone: Sizes = {"": (1,)}
    found = {words[0]: alone for words in phrases if len(words) == 1}
    for words in sorted([words for words in phrases if len(words) > 1], key=len):
        nexts = found.get(words[0])
        if nexts is None or nexts is alone:
            nexts = found[words[0]] = {"": () if nexts is None else (1,)}
        known = nexts.get(words[1], nexts[""])
        if len(words) not in known:
            nexts[words[1]] = (len(words), *known)
    return found


def _words(wording: str) -> tuple[str, ...]:
    """The tokens of a wording; plain words, of which tables hold thousands, need no scanner."""
    if wording.isalpha():
        return (wording.lower(),)
    if wording.replace(" ", "").replace("-", "").isalpha():
        return tuple(wording.lower().replace("-", " - ").split())
    return cut(wording).words


def _is_written(tokens: Tokens, first: int, last: int, written: str) -> bool:
    return " ".join(tokens.surface(first, last).split()) == written

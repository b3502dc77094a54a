"""Units that a figure leaves out because a sentence before, or a clause, gave them: "won 31.2 percent. The Union got 30.6."

A number with decimals, or one in millions, counts nobody; where a word takes up what was told ("it", "had expected", "got"), it is in the
unit of the figures of its size just before it, if they are all in one. A whole number may count people, so nothing but such words must
stand before it: "It burned 6,400 hectares. By Friday it was 24,300".
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_MEASURED = frozenset(
    (
        "percent", "money", "rate", "length", "mass", "volume", "area", "speed", "temperature", "power", "energy", "magnitude", "pressure",
        "duration",
    )
)  # fmt: skip
_SENTENCES = 2
"""Sentences looked back for the unit."""
_FIGURES = 8
"""Figures looked back for it."""
_NEAR = 4
"""How many times larger or smaller than a figure of its unit a bare number may be."""
_WORDS = 4
"""Words before a figure among which one may say that it is of something else: "it sold 2.1 million"."""
_OF_ITS_OWN = word_set("of a unit of its own")
_TAKING_UP = word_set("takes up a figure")
_CLAUSE = 30
"""Words looked back for the beginning of a clause."""
_SHARES_APART = 12
"""The same for shares, which a large party and a small one have of one whole."""
_HUNDRED, _MILLION = 100, 1_000_000
_CLAUSE_ENDS = (".", ";", ":", "—", "–", "but", "and", "while")
_PRONOUNS = ("it", "they", "that", "this")
_OPENING = word_set("opens a time before a level")
_AFTER = word_set("after a figure taken up")
_LEVEL = word_set("before the level of a number") | word_set("verbs of an extent")
_AUXILIARIES = word_set("between a pronoun and a level")
_TIMES = word_set("calendar") | word_set("words of a time before a figure")


def taken_up(sentences: Iterable[tuple[Tokens, tuple[Quantity, ...]]]) -> Iterator[tuple[Quantity, ...]]:
    """The figures of each sentence of an article; bare numbers that stand alone are in the unit of those of their size just before.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> told = [cut("Turnout was 61.2 percent in the north."), cut("In the south it was 48.9."), cut("He moved to 3.5 on the list.")]
    >>> [figure.unit for figures in taken_up((tokens, find(tokens)) for tokens in told) for figure in figures]
    ['percent', 'percent', 'count']
    """
    before: deque[list[Quantity]] = deque(maxlen=_SENTENCES + 1)
    for tokens, figures in sentences:
        told: list[Quantity] = []
        before.append(told)
        for figure in figures:
            told.append(_measured(tokens, figure, _last(before)) if _is_bare(figure) else figure)
        yield tuple(told)


def _last(before: Iterable[Sequence[Quantity]]) -> list[Quantity]:
    """The last few of the figures of some sentences."""
    return [figure for told in before for figure in told[-_FIGURES:]][-_FIGURES:]


def _is_bare(figure: Quantity) -> bool:
    return figure.kind == "count" and figure.counted is None and figure.last == figure.number_last and figure.change is None


def _measured(tokens: Tokens, figure: Quantity, before: Sequence[Quantity]) -> Quantity:
    """The figure in the one unit of those of its size, itself where they have several or it counts something."""
    value = figure.value
    if not isinstance(value, Decimal) or value <= 0 or not _is_told_out(tokens, figure.last):
        return figure
    if not (_counts_nobody(value, figure) and _takes_up(tokens, figure.first)) and not _points_back(tokens, figure.first):
        return figure
    ahead = tokens.words[max(0, figure.first - _WORDS) : figure.first]
    if not _OF_ITS_OWN.isdisjoint(ahead):
        return figure
    level = ahead[-1:] == ("at",)
    units = {(other.kind, other.unit) for other in before if _are_near(value, other) and not (level and _is_percent_of_change(other))}
    if len(units) != 1:
        return figure
    kind, unit = units.pop()
    return evolve(figure, kind=kind, unit=unit) if kind in _MEASURED else figure


def _is_percent_of_change(figure: Quantity) -> bool:
    """Whether a figure says by how much something rose, whose level is in another unit: "the euro rose 1.2 percent. It stood at 1.08"."""
    return figure.kind == "percent" and figure.change is not None


def _counts_nobody(value: Decimal, figure: Quantity) -> bool:
    """Whether a number is too finely told for people: 30.6, 405.3 billion."""
    return value != value.to_integral_value() or (value >= _MILLION and figure.number_last - figure.number_first > 1)


def _takes_up(tokens: Tokens, first: int) -> bool:
    """Whether the clause of a number takes up what was told: "analysts had expected 6.8", "last year's 2.5 million"."""
    words = tokens.words[_clause_start(tokens, first) : first]
    return not _TAKING_UP.isdisjoint(words) or (words[-1:] in (("'s",), ("’s",)) and not _TIMES.isdisjoint(words[-2:-1]))


def _are_near(value: Decimal, other: Quantity) -> bool:
    """Whether a figure is of the size of a bare number, so that both may be of one unit."""
    if not isinstance(other.value, Decimal) or other.value <= 0:
        return False
    if other.kind == "percent":
        return value <= _HUNDRED and max(value, other.value) <= _SHARES_APART * min(value, other.value)
    return max(value, other.value) <= _NEAR * min(value, other.value)


def _is_told_out(tokens: Tokens, after: int) -> bool:
    """Whether a clause ends, or a time follows, behind a number."""
    word = tokens.words[after] if after < len(tokens) else "."
    if word == "in":
        return after + 1 < len(tokens) and (tokens.kinds[after + 1] == "d" or tokens.words[after + 1] in _TIMES)
    return tokens.kinds[after : after + 1] in ("p", "") or word in _AFTER


def _clause_start(tokens: Tokens, first: int) -> int:
    farthest = max(0, first - _CLAUSE)
    return next((at + 1 for at in range(first - 1, farthest - 1, -1) if tokens.words[at] in _CLAUSE_ENDS), farthest)


def _points_back(tokens: Tokens, first: int) -> bool:
    """Whether nothing but a pronoun and its verb, or a time, stands between the beginning of its clause and a whole number."""
    words = [word for word in tokens.words[_clause_start(tokens, first) : first] if word != ","]
    pronoun = next((at for at, word in enumerate(words) if word in _PRONOUNS), None)
    if pronoun is not None:
        verb = words[pronoun + 1 :]
        opens = words[0] in _OPENING or all(word in _TIMES for word in words[:pronoun])
        return opens and verb != [] and verb[-1] in _LEVEL and all(word in _AUXILIARIES or word in _LEVEL for word in verb)
    return bool(words) and tokens.words[first - 1] == "," and all(word in _TIMES for word in words)

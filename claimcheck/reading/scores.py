"""Pairs of bare numbers joined by a hyphen that are a score, a vote, odds or a designator, and no range: "3-1", "won 6-4", "ATR 72-600"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading import nouns, units
from claimcheck.reading.capitals import headline
from claimcheck.reading.number_words import Numeral
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_HYPHENS = ("-", "–", "—", "−")
_CONTEST = word_set("contest")
_MONTHS = word_set("months")
_NOT_A_NAME = word_set("not a name")
_TALLIES = (("-", "to", "-"), ("-", "of", "-"), ("-", "for", "-"))
_TRIES = word_set("before tries and hits")
_HIGHEST = Decimal(200)
"""The highest score of a side that is not taken for a count."""
_BEFORE, _AFTER = 6, 3
"""Tokens around a pair in which a word of contest makes it a score."""


def without(tokens: Tokens, numbers: list[Numeral]) -> list[Numeral]:
    """The numbers less those that are scores, votes, odds or run-on designators.

    >>> from claimcheck.reading import numerals
    >>> from claimcheck.reading.tokens import cut
    >>> [str(number.value) for number in without(cut("They won 3-1"), numerals.find(cut("They won 3-1")))]
    []
    """
    if len(numbers) < 2:
        return numbers
    scored: set[int] = set()
    for index in range(len(numbers) - 1):
        a, b = numbers[index], numbers[index + 1]
        if _is_joined(tokens, a, b) and not _measures(tokens, a, b) and _is_score(tokens, a, b):
            scored |= {index, index + 1}
    return [number for index, number in enumerate(numbers) if index not in scored]


def _is_joined(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """Whether two numbers are joined by one tight hyphen, or by "-to-"; two words only where the second is nil or a contest is near."""
    if (a.form != b.form and tokens.words[b.first] != "nil") or a.form not in ("digits", "words") or a.scaled or b.scaled:
        return False
    joint = tokens.words[a.last : b.first]
    if a.form == "digits" and (joint in _TALLIES or (joint == ("of",) and a.first > 0 and tokens.words[a.first - 1] in _TRIES)):
        return True
    if (
        a.form == "words"
        and b.value
        and _CONTEST.isdisjoint(tokens.words[max(0, a.first - 2) : a.first] + tokens.words[b.last : b.last + 2])
    ):
        return False
    if b.first - a.last != 1:
        return False
    return tokens.words[a.last] in _HYPHENS and tokens.touches(a.last) and tokens.touches(b.first)


def _measures(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    return units.meaning_after(tokens, b.last) is not None or units.currency_before(tokens, a.first) is not None


def _is_score(tokens: Tokens, a: Numeral, b: Numeral) -> bool:
    """Whether a joined pair is no range: it falls, it runs on from a name, or a contest is spoken of and nothing is counted."""
    low, high = a.single, b.single
    if low is None or high is None:
        return False
    counts = nouns.after(tokens, b.last) is not None
    if tokens.words[a.last] == "of":
        return not counts
    if low >= high or tokens.words[a.last : a.last + 2] in (("-", "of"), ("-", "for")):
        return True
    before = a.first - 1
    named = before > 0 and tokens.kinds[before] == "w" and tokens.capital(before) and tokens.words[before] not in _NOT_A_NAME
    if named and not headline(tokens):
        return tokens.words[before] not in _MONTHS and not counts
    nearby = tokens.words[max(0, a.first - _BEFORE) : a.first] + tokens.words[b.last : b.last + _AFTER]
    return not counts and high <= _HIGHEST and not _CONTEST.isdisjoint(nearby)

"""The counted noun phrase after a number: "Ukrainian troops", "of her soldiers", "-judge panel"."""

from __future__ import annotations

from functools import lru_cache

from attrs import frozen

from claimcheck.reading import units
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.units import singular
from claimcheck.vocabulary import table, word_set

_FUNCTION = frozenset(row["word"] for row in table("function_words"))
_COLLECTIVE = frozenset(row["noun"] for row in table("collective_nouns"))
_NOT_PLURAL = frozenset(row["word"] for row in table("not_plural"))
_DETERMINERS = word_set("determiners")
_ATTRIBUTES = word_set("verb forms before a noun")
_DEGREES = word_set("degree words")
_STATES = word_set("state of people")
_ORDINALS = word_set("ordinals after a hyphen")
_ABBREVIATED = word_set("abbreviated in a noun phrase")
_NUMBERS = frozenset("Nuethsv")
_VAGUE_ADJECTIVES = ("several",)
_PARTITIVE = ("of", "the", "those")
_LONGEST = 9
"""Tokens looked at between a number and its noun: news prose puts no more adjectives there."""
_PARTICLE = 3
"""Letters of the longest particle that makes a noun of a verb: "offs", "ups", "outs"."""
_MODEL = 3
"""Digits of a model number inside a noun phrase: "two new 737 Max jets"."""
_WORDS_OF_ONE = 3
"""Tokens looked at behind the first word of a singular noun."""
_SOON = 3
"""Tokens in which a second adjective finds its noun: "Kia and Hyundai vehicles"."""


@frozen
class Noun:
    """A counted noun: its phrase at tokens first..last, the head's position, and the head in the singular.

    `measures` tells that the phrase holds a number of its own: "250ml bottles", "737 Max jets".
    """

    first: int
    last: int
    head: int
    lemma: str
    measures: bool = False

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
    if at >= len(tokens):
        return None
    if tokens.words[at] == "-" and tokens.touches(at) and at + 1 < len(tokens) and tokens.touches(at + 1):
        return _compound(tokens, at + 1)
    first = _past_of(tokens, at, single)
    head, end = _head(tokens, first)
    if head is not None:
        return Noun(first, head + 1, head, _lemma(tokens, first, head), _holds_measure(tokens, first, head))
    return _single(tokens, first, end) if single and end > first else None


def _holds_measure(tokens: Tokens, first: int, head: int) -> bool:
    return any(_is_number(tokens, at) and units.after(tokens, at + 1) is not None for at in range(first, head))


def _lemma(tokens: Tokens, first: int, head: int) -> str:
    """The head in the singular; particles keep their verb ("take-offs"), designators all of their name ("F-16s")."""
    if _ends_designator(tokens, head):
        start = head - 1
        while start > first and tokens.touches(start):
            start -= 1
        return tokens.surface(start, head)
    word = singular(tokens.words[head])
    if len(word) <= _PARTICLE and head >= first + 2 and tokens.words[head - 1] == "-" and tokens.touches(head):
        return f"{tokens.words[head - 2]}-{word}"
    return word


def _is_number(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == "d" or (letter_of(tokens.words[at]) in _NUMBERS and tokens.words[at] not in _VAGUE_ADJECTIVES)


def _past_of(tokens: Tokens, at: int, single: bool) -> int:
    """Where the noun phrase begins: after "of the", "of her"."""
    words, first = tokens.words, at
    partitive = single or words[at] == "of" or (at > 0 and words[at - 1] == "of")
    if words[at] == "of":
        first += 1
    while partitive and first < len(words) and words[first] in _DETERMINERS:
        first += 1
    return first


def _head(tokens: Tokens, first: int) -> tuple[int | None, int]:
    """(head, end): the position of the plural that ends the noun phrase at `first`, None where none does, and where looking ended."""
    head, at = None, first
    limit = min(len(tokens), first + _LONGEST)
    while at < limit:
        if _is_plural_at(tokens, first, at):
            if head is not None and tokens.words[at] in _STATES:
                break
            head = at
        elif head is not None:
            break
        step = 1 if head == at else _step_over(tokens, first, at)
        if not step:
            break
        at += step
    return head, at


def _is_plural_at(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a plural stands at a token; "injured" and "missing" are one only after "of the", else what happened to those counted."""
    word = tokens.words[at]
    if word == "s":
        return _ends_designator(tokens, at)
    if tokens.kinds[at] != "w" or not is_plural(word) or (tokens.words[at + 1 : at + 2] == ("-",) and tokens.touches(at + 1)):
        return False
    return word not in _FUNCTION or (at == first > 0 and tokens.words[at - 1] in _PARTITIVE)


def _ends_designator(tokens: Tokens, at: int) -> bool:
    """Whether the "s" of "F-16s" and "747s" stands at a token."""
    return tokens.words[at] == "s" and at > 0 and tokens.touches(at) and tokens.kinds[at - 1] == "d"


def _step_over(tokens: Tokens, first: int, at: int) -> int:
    """How many tokens at `at` may stand before the head of a noun phrase that begins at `first`; 0 where it cannot go on."""
    words, word = tokens.words, tokens.words[at]
    if _is_number(tokens, at) and not _hyphenates_back(tokens, at):
        return _inner_measure(tokens, at)
    if tokens.kinds[at] == "p":
        if word == "-" and at > first and _is_designator(tokens, at):
            return 2
        joins = word in ("-", "–") and _hyphenates(tokens, at)
        return 1 if joins or (word in ("'s", "’s") and at > first) else 0
    if word in _FUNCTION and not _is_name_in_capitals(tokens, at):
        return 1 if _may_describe(tokens, first, at) else 0
    if words[at + 1 : at + 2] == (".",) and tokens.touches(at + 1):
        return _abbreviation(tokens, at) or 1
    return 1


def _inner_measure(tokens: Tokens, at: int) -> int:
    """The tokens of a measure or model inside a noun phrase: "12 40-foot containers", "two 40-year-old men", "two 737 Max jets", "40 5G masts",
    "45 Leopard 1 tanks"; else 0."""
    if _ends_designator(tokens, min(at + 1, len(tokens) - 1)) and len(tokens.words[at]) == _MODEL:
        return 1
    unit = units.after(tokens, at + 1)
    if unit is not None:
        end = unit[0]
    elif tokens.kinds[at] == "d" and len(tokens.words[at]) < _MODEL and tokens.kinds[at - 1] == "w" and tokens.capital(at - 1):
        end = at + 1
    elif at + 1 < len(tokens) and tokens.kinds[at] == "d" and tokens.kinds[at + 1] == "w" and tokens.touches(at + 1):
        end = at + 2
    elif tokens.kinds[at] == "d" and len(tokens.words[at]) == _MODEL and at + 1 < len(tokens) and tokens.capital(at + 1):
        end = at + 1
    else:
        return 0
    if tokens.words[end : end + 2] == ("-", "old"):
        end += 2
    return end - at if _plural_soon(tokens, end, 0) else 0


def _is_designator(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins a name and its number inside a noun phrase: "Kh-101 missiles", "F-16s"."""
    if at + 2 >= len(tokens) or not (tokens.touches(at) and tokens.touches(at + 1) and tokens.kinds[at + 1] == "d"):
        return False
    return _ends_designator(tokens, at + 2) or _plural_soon(tokens, at + 2, 0)


def _hyphenates_back(tokens: Tokens, at: int) -> bool:
    """Whether a number word is the second half of a word: "all-five", "mid-thirties"."""
    return at > 0 and tokens.words[at - 1] == "-" and tokens.touches(at) and tokens.kinds[at] == "w"


def _may_describe(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a function word belongs to the phrase all the same: "ready-to-eat meals", "Kia and Hyundai vehicles", "missing children", "20 most
    expensive restaurants"."""
    if _hyphenates(tokens, at + 1) or (at > first and tokens.words[at - 1] == "-" and tokens.touches(at)):
        return True
    word = tokens.words[at]
    if word in _DEGREES:
        return at == first and _plural_soon(tokens, at + 1, 1)
    return (word == "and" and at > first and _plural_soon(tokens, at + 1, 1)) or (
        word in _ATTRIBUTES and at == first and _plural_soon(tokens, at + 1, 0)
    )


def _plural_soon(tokens: Tokens, at: int, adjectives: int) -> bool:
    """Whether a plural follows within a few words, with at least so many adjectives in front of it."""
    for index in range(at, min(at + _SOON, len(tokens))):
        word = tokens.words[index]
        if tokens.kinds[index] != "w" or word in _FUNCTION or letter_of(word) in _NUMBERS:
            return False
        if is_plural(word):
            return index >= at + adjectives and word not in _STATES
    return False


def _hyphenates(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen at a token joins two words: "battle-hardened troops"."""
    if at + 1 >= len(tokens) or tokens.words[at] not in ("-", "–"):
        return False
    return tokens.touches(at) and tokens.touches(at + 1) and tokens.kinds[at + 1] == "w"


def _abbreviation(tokens: Tokens, at: int) -> int:
    """The tokens of "U.S." or "Co." inside a noun phrase; 0 for a word that ends a sentence."""
    end = at
    while len(tokens.words[end]) == 1 and tokens.words[end + 1 : end + 2] == (".",) and tokens.touches(end + 1):
        end += 2
        if end >= len(tokens) or tokens.kinds[end] != "w":
            break
    if end > at:
        return end - at if end < len(tokens) and tokens.kinds[end] == "w" else 0
    return 2 if tokens.words[at] in _ABBREVIATED and tokens.kinds[at + 2 : at + 3] == "w" else 0


def _is_name_in_capitals(tokens: Tokens, at: int) -> bool:
    """Whether a function word is the name its capitals say: "US troops", "IT workers"."""
    word = tokens.text[tokens.starts[at] : tokens.ends[at]]
    return (
        len(word) > 1 and word.isupper() and at + 1 < len(tokens) and not tokens.text[tokens.starts[at + 1] : tokens.ends[at + 1]].isupper()
    )


def _compound(tokens: Tokens, at: int) -> Noun | None:
    """The noun of "three-judge panel"."""
    word = tokens.words[at]
    if tokens.kinds[at] != "w" or word in _FUNCTION or word in _ORDINALS or word.endswith("ed") or len(word) < 3:
        return None
    return Noun(at, at + 1, at, singular(word))


def _single(tokens: Tokens, first: int, end: int) -> Noun | None:
    """The singular noun of "one lathe" and "a fifth of Haiti's wheat": the last of a few words that no verb form ends."""
    if tokens.words[first].endswith("ing"):
        return None
    last = first
    for at in range(first + 1, min(end, first + 1 + _WORDS_OF_ONE)):
        if tokens.kinds[at] == "w" and not tokens.words[at].endswith(("ed", "ing", "ly")):
            last = at
        elif tokens.words[at] not in ("'s", "’s"):
            break
    word = tokens.words[last]
    if tokens.kinds[last] != "w" or len(word) < 3 or word.endswith("ly"):
        return None
    return Noun(first, last + 1, last, singular(word))

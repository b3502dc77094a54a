"""The counted noun phrase after a number: "Ukrainian troops", "of her soldiers", "-judge panel"."""

from __future__ import annotations

from claimcheck.reading import noun_heads, places, units
from claimcheck.reading.frozen import frozen
from claimcheck.reading.noun_words import is_function_word, is_plural
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.units import singular
from claimcheck.vocabulary import word_set

__all__ = ["Noun", "after", "is_function_word", "is_plural"]

_DETERMINERS = word_set("determiners")
_ATTRIBUTIVE = word_set("singular between number and noun")
_ORDINALS = word_set("ordinals after a hyphen")
_AGE_GROUPS = ("under", "over")
_JOINS = ("-", "–", "'s", "’s")
_OWN_PLURAL = ("ese", "ss", "sh", "ch")
_PARTICLE = 3
"""Letters of the longest particle that makes a noun of a verb: "offs", "ups", "outs"."""
_WORDS_OF_ONE = 3
"""Tokens looked at behind the first word of a singular noun."""


@frozen
class Noun:
    """A counted noun: its phrase at tokens first..last, the head's position, and the head in the singular.

    `measures` tells that the phrase holds a number of its own: "330ml cans", "911 Turbo cars".
    """

    first: int
    last: int
    head: int
    lemma: str
    measures: bool = False

    def phrase(self, tokens: Tokens) -> str:
        """The noun phrase as written, without what joins it to the number."""
        return tokens.surface(self.first, self.last)


def after(tokens: Tokens, at: int, single: bool = False) -> Noun | None:
    """The noun counted by a number that ends before token `at`; `single` for one and for fractions of something.

    >>> from claimcheck.reading.tokens import cut
    >>> after(cut("150 tired Ukrainian soldiers had left"), 1).lemma
    'soldier'
    """
    if at >= len(tokens.words):
        return None
    if tokens.words[at] == "-" and tokens.touches(at) and at + 1 < len(tokens) and tokens.touches(at + 1):
        return _compound(tokens, at + 1)
    first = _past_of(tokens, at, single)
    head, end = noun_heads.find(tokens, first)
    if single and head is not None and head - first > 1 and tokens.words[head - 1].endswith("ly"):
        return _single(tokens, first, head - 1)
    if head is not None:
        return Noun(first, head + 1, head, _lemma(tokens, first, head), _holds_measure(tokens, first, head))
    if single:
        return _single(tokens, first, end) if end > first else None
    return _nation(tokens, first) or _attributive(tokens, first)


def _holds_measure(tokens: Tokens, first: int, head: int) -> bool:
    return any(noun_heads.is_number(tokens, at) and units.after(tokens, at + 1) is not None for at in range(first, head))


def _lemma(tokens: Tokens, first: int, head: int) -> str:
    """The head in the singular; particles keep their verb ("take-offs"), designators all of their name ("F-16s")."""
    if noun_heads.ends_designator(tokens, head):
        start = head - 1
        while start > first and tokens.touches(start):
            start -= 1
        return tokens.surface(start, head)
    word = singular(tokens.words[head])
    if word == "old":
        return "person"
    hyphenated = head >= first + 2 and tokens.words[head - 1] == "-" and tokens.touches(head)
    if hyphenated and (len(word) <= _PARTICLE or tokens.words[head - 2] in _AGE_GROUPS):
        return f"{tokens.words[head - 2]}-{word}"
    return word


def _past_of(tokens: Tokens, at: int, single: bool) -> int:
    """Where the noun phrase begins: after "of the", "of her"."""
    words, first = tokens.words, at
    if words[at : at + 2] == ("head", "of"):
        return at + 2
    partitive = single or words[at] == "of" or (at > 0 and words[at - 1] == "of")
    if words[at] == "of":
        first += 1
    while partitive and first < len(words) and words[first] in _DETERMINERS:
        first += 1
    return first


def _compound(tokens: Tokens, at: int) -> Noun | None:
    """The noun of "three-judge panel"."""
    word = tokens.words[at]
    if tokens.kinds[at] != "w" or is_function_word(word) or word in _ORDINALS or word.endswith("ed") or len(word) < 3:
        return None
    return Noun(at, at + 1, at, singular(word))


def _nation(tokens: Tokens, at: int) -> Noun | None:
    """The Lebanese of "17 Lebanese and two Swiss": a people's name that is its own plural, with no noun behind it."""
    if at >= len(tokens) or not tokens.words[at].endswith(_OWN_PLURAL) or places.demonym(tokens.surface(at, at + 1)) is None:
        return None
    return None if _has_noun_behind(tokens, at + 1) or _has_noun_behind(tokens, at + 4) else Noun(at, at + 1, at, tokens.words[at])


def _has_noun_behind(tokens: Tokens, at: int) -> bool:
    """Whether a word that can be a noun stands at a token: "15 Japanese tourists", "15 Japanese and 12 Korean tourists"."""
    return at < len(tokens) and (tokens.words[at] in _JOINS or (tokens.kinds[at] == "w" and not is_function_word(tokens.words[at])))


def _attributive(tokens: Tokens, at: int) -> Noun | None:
    """The cylinder of "a 3 cylinder engine", as prose without hyphens has it."""
    following = tokens.words[at + 1] if at + 1 < len(tokens) and tokens.kinds[at + 1] == "w" else ""
    if at < len(tokens) and tokens.words[at] in _ATTRIBUTIVE and following and not is_function_word(following):
        return Noun(at, at + 1, at, tokens.words[at])
    return None


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

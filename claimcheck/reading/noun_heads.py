"""Where a counted noun phrase ends: its head, and what may stand between a number and the head.

Adjectives, names ("US", "U.S.", "Co."), possessives, hyphens, two adjectives with "and", participles ("missing children"), designators
("Kh-101 missiles") and measures ("40-foot containers") may; function words, other numbers and punctuation end the phrase.
"""

from __future__ import annotations

from claimcheck.reading import units
from claimcheck.reading.noun_words import is_function_word, is_plural
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_ATTRIBUTES = word_set("verb forms before a noun")
_DEGREES = word_set("degree words")
_STATES = word_set("state of people")
_ABBREVIATED = word_set("abbreviated in a noun phrase")
_NUMBERS = frozenset("Nuethsv")
_VAGUE_ADJECTIVES = ("several",)
_PARTITIVE = ("of", "the", "those")
_ADJECTIVAL = ("ed", "ing", "ful", "ous", "ive", "less", "able", "ible", "old", "young", "elderly")
_LONGEST = 9
"""Tokens looked at between a number and its noun: news prose puts no more adjectives there."""
_SOON = 5
"""Tokens in which a second adjective finds its noun: "Skoda and Seat cars"."""
_MODEL = 3
"""Digits of a model number inside a noun phrase: "three old 911 Turbo cars"."""


def find(tokens: Tokens, first: int) -> tuple[int | None, int]:
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
        return ends_designator(tokens, at)
    if tokens.kinds[at] != "w" or not is_plural(word) or (tokens.words[at + 1 : at + 2] == ("-",) and tokens.touches(at + 1)):
        return False
    return not is_function_word(word) or (at == first > 0 and tokens.words[at - 1] in _PARTITIVE)


def ends_designator(tokens: Tokens, at: int) -> bool:
    """Whether the "s" of "F-16s" and "747s" stands at a token."""
    return tokens.words[at] == "s" and at > 0 and tokens.touches(at) and tokens.kinds[at - 1] == "d"


def _step_over(tokens: Tokens, first: int, at: int) -> int:
    """How many tokens at `at` may stand before the head of a noun phrase that begins at `first`; 0 where it cannot go on."""
    words, word = tokens.words, tokens.words[at]
    if is_number(tokens, at) and not _hyphenates_back(tokens, at):
        return _inner_measure(tokens, at)
    if tokens.kinds[at] == "p":
        if word == "-" and at > first and tokens.words[at + 1 : at + 2] in (("and",), ("or",)) and tokens.touches(at):
            return 2 if _plural_soon(tokens, at + 2, 1) else 0
        if word == "-" and at > first and _is_designator(tokens, at):
            return 2
        joins = (word in ("-", "–") and _hyphenates(tokens, at)) or (word == "," and at > first and _parts_adjectives(tokens, at))
        return 1 if joins or (word in ("'s", "’s") and at > first) else 0
    if is_function_word(word) and not _is_name_in_capitals(tokens, at):
        return 1 if _may_describe(tokens, first, at) else 0
    if words[at + 1 : at + 2] == (".",) and tokens.touches(at + 1):
        return _abbreviation(tokens, at) or 1
    return 1


def _inner_measure(tokens: Tokens, at: int) -> int:
    """The tokens of a measure or model inside a noun phrase, else 0: "12 40-foot containers", "two 40-year-old men", "40 5G masts"."""
    if ends_designator(tokens, min(at + 1, len(tokens) - 1)) and len(tokens.words[at]) == _MODEL:
        return 1
    unit = units.after(tokens, at + 1)
    if unit is not None:
        end = unit[0]
    elif tokens.words[at + 1 : at + 2] == ("-",) and _hyphenates(tokens, at + 1):
        end = at + 3
    elif tokens.kinds[at] == "d" and len(tokens.words[at]) < _MODEL and tokens.kinds[at - 1] == "w" and tokens.capital(at - 1):
        end = at + 1
    elif at + 1 < len(tokens) and tokens.kinds[at] == "d" and tokens.kinds[at + 1] == "w" and tokens.touches(at + 1):
        end = at + 2
    elif tokens.kinds[at] == "d" and len(tokens.words[at]) == _MODEL and at + 1 < len(tokens) and tokens.capital(at + 1):
        end = at + 1
    else:
        return 0
    if tokens.words[end - 1] == "olds":
        return end - 1 - at
    if tokens.words[end : end + 2] == ("-", "old"):
        end += 2
    return end - at if _plural_soon(tokens, end, 0) else 0


def _is_designator(tokens: Tokens, at: int) -> bool:
    """Whether a hyphen joins a name and its number inside a noun phrase: "Kh-101 missiles", "F-16s"."""
    if at + 2 >= len(tokens) or not (tokens.touches(at) and tokens.touches(at + 1) and tokens.kinds[at + 1] == "d"):
        return False
    return ends_designator(tokens, at + 2) or _plural_soon(tokens, at + 2, 0)


def _parts_adjectives(tokens: Tokens, comma: int) -> bool:
    """Whether a comma stands between two adjectives of one noun: "masked, armed men"."""
    before, after = tokens.words[comma - 1], tokens.words[comma + 1] if comma + 1 < len(tokens) else ""
    return before.endswith(_ADJECTIVAL) and after.endswith(_ADJECTIVAL) and _plural_soon(tokens, comma + 1, 1)


def _hyphenates_back(tokens: Tokens, at: int) -> bool:
    """Whether a number word is the second half of a word: "all-five", "mid-thirties"."""
    return at > 0 and tokens.words[at - 1] == "-" and tokens.touches(at) and tokens.kinds[at] == "w"


def _may_describe(tokens: Tokens, first: int, at: int) -> bool:
    """Whether a function word belongs to the phrase all the same: "ready-to-eat meals", "Ford and Opel vans", "missing children", "20 most
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
    """Whether a plural follows within a few words, with at least so many adjectives in front of it; "and" may join two of them."""
    for index in range(at, min(at + _SOON, len(tokens))):
        word = tokens.words[index]
        if (word == "and" and at < index < at + _SOON - 1) or (word == "-" and index > at and tokens.touches(index)):
            continue
        if tokens.kinds[index] != "w" or is_function_word(word) or letter_of(word) in _NUMBERS:
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


def is_number(tokens: Tokens, at: int) -> bool:
    return tokens.kinds[at] == "d" or (letter_of(tokens.words[at]) in _NUMBERS and tokens.words[at] not in _VAGUE_ADJECTIVES)

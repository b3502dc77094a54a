"""Stretches of a sentence no number is read in: addresses of the web, idioms, phone numbers, ISBNs and other codes."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from claimcheck.reading.number_words import Numeral
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

Range = tuple[int, int]
"""Half-open token positions."""

_IDIOMS = Phrases(((row["wording"], True) for row in table("idioms")), exact=lambda wording: wording != wording.lower())
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@.]+\.\S+|[@#]\w+|\b[a-z][\w-]*(?:\.[a-z][\w-]*)+/\S*|\b\w*_\w+")
_LETTERED = re.compile(r"(?:\b1[ -])?(?:\(\d{3}\) ?|\b\d{3}[-.])\d{3}-[A-Z]{4}\b|\b(?:1[- ])?8\d\d[- ][A-Z][A-Z-]{3,}")
_FRACTIONS = re.compile(r"(?:\d{1,3}-)?[1-9]\d?/(?:[234568]|16|32)(?:[-–](?:\d{1,3}-)?[1-9]\d?/(?:[234568]|16|32))?")
_ADDRESS_SIGNS = frozenset(("@", "/", "#", "_", "www"))
_JOINTS = frozenset("-–.()/+")
_HYPHENS = frozenset("-–/.")
_CALLED = word_set("before a number to call")
_PHONES = word_set("phone")
_STATED = ("is", ":", "number", "on", "phone", "at", "to", "(")
_BEFORE_NUMBER = 3
"""Tokens an idiom may begin before its number: "put two and two together"."""
_FEWEST, _CUE = 7, 3
"""Digits of a phone number, and tokens before it in which a word for calling stands."""
_LONGEST_GAP = 3
"""Characters between two groups of one phone number, brackets and spaces included."""


def blocked(tokens: Tokens, numbers: Sequence[Numeral]) -> list[Range]:
    """Token ranges no number is read in; idioms are looked for only around the numbers found.

    >>> from claimcheck.reading import numerals
    >>> from claimcheck.reading.tokens import cut
    >>> find = lambda text: blocked(cut(text), numerals.find(cut(text)))
    >>> find("It was one of many"), find("Call 1-800-555-0134 or see example.com/2026/report")
    ([(2, 4)], [(10, 17), (1, 8)])
    """
    ranges = _idioms(tokens, numbers)
    begin, end = (tokens.starts[0], tokens.ends[-1]) if numbers else (0, 0)
    if not _ADDRESS_SIGNS.isdisjoint(tokens.words):
        ranges += [_token_range(tokens, *found.span()) for found in _ADDRESS.finditer(tokens.text, begin, end)]
    if ":" in tokens.words:
        ranges += [(at - 1, at + 2) for at, word in enumerate(tokens.words) if word == ":" and _parts_digits(tokens, at)]
    if "dpw" in tokens.kinds:
        ranges += [_token_range(tokens, *found.span()) for found in _LETTERED.finditer(tokens.text, begin, end)]
    return ranges + _identifiers(tokens)


def _idioms(tokens: Tokens, numbers: Sequence[Numeral]) -> list[Range]:
    """The idioms that begin at a number or up to three tokens before it and cover it: "one point", not that of "one point five"."""
    found = []
    for number in numbers:
        for at in _IDIOMS.starts(tokens.words, max(0, number.first - _BEFORE_NUMBER), number.first + 1):
            match = _IDIOMS.at(tokens, at)
            if match is not None and match[0] >= number.last:
                found.append((at, match[0]))
    return found


def _parts_digits(tokens: Tokens, at: int) -> bool:
    """Whether a colon stands tight between digits: a time of a race, "1:45.30", or a verse."""
    if not 0 < at < len(tokens) - 1 or not (tokens.touches(at) and tokens.touches(at + 1)):
        return False
    return tokens.kinds[at - 1] == tokens.kinds[at + 1] == "d"


def _token_range(tokens: Tokens, start: int, end: int) -> Range:
    """The tokens that overlap text[start:end]."""
    return bisect_right(tokens.ends, start), bisect_left(tokens.starts, end)


def _identifiers(tokens: Tokens) -> list[Range]:
    """Runs of digit groups joined by hyphens, dots, slashes, brackets or single spaces that together are a phone number, ISBN or code."""
    words, kinds = tokens.words, tokens.kinds
    found, at = [], kinds.find("d")
    while at >= 0:
        alone = at + 1 == len(words) or (kinds[at + 1] != "d" and words[at + 1] not in _JOINTS)
        groups, hyphens = ([at], 0) if alone else _run(tokens, at)
        if len(groups) > 1 or len(words[at]) >= _FEWEST:
            start = at
            while start > 0 and words[start - 1] in ("(", "+"):
                start -= 1
            if _is_identifier(tokens, groups, hyphens, start < at and words[start] == "+"):
                found.append((start, groups[-1] + 1))
        at = kinds.find("d", groups[-1] + 1)
    return found


def _run(tokens: Tokens, first: int) -> tuple[list[int], int]:
    """The positions of the digit groups that run on from the one at `first`, and how many hyphens, dots and slashes join them."""
    words, groups, hyphens = tokens.words, [first], 0
    while True:
        after = groups[-1] + 1
        following = after
        while following < len(words) and words[following] in _JOINTS and following - after < 2:
            following += 1
        if following >= len(words) or tokens.kinds[following] != "d" or "," in words[following]:
            return groups, hyphens
        if tokens.starts[following] - tokens.ends[groups[-1]] > _LONGEST_GAP:
            return groups, hyphens
        hyphens += sum(word in _HYPHENS for word in words[after:following])
        groups.append(following)


def _is_identifier(tokens: Tokens, groups: list[int], hyphens: int, plus: bool) -> bool:
    """Whether digit groups are a code: international numbers, three groups with hyphens, or seven digits and more that are no thousands.

    Groups that begin with a nought and have seven digits are phone numbers: "0800 555 017".
    """
    written = [tokens.words[at] for at in groups]
    digits = sum(len(group) - group.count(".") for group in written)
    if plus and digits >= 7:
        return True
    if any("," in group for group in written):
        return False
    if len(groups) > 1 and digits >= _FEWEST and len(written[0]) > 2 and written[0].startswith("0") and "." not in written[0]:
        return True
    if digits >= _FEWEST and not _PHONES.isdisjoint(tokens.words[max(0, groups[0] - _CUE) : groups[0]]):
        return hyphens > 0 or (not any("." in group for group in written) and tokens.words[groups[0] - 1] in _STATED)
    if len(groups) == 1:
        return digits >= 10 and "." not in written[0] and groups[0] > 0 and tokens.words[groups[0] - 1] in _CALLED
    if len(groups) >= 3 and hyphens >= 2:
        return _FRACTIONS.fullmatch(tokens.text, tokens.starts[groups[0]], tokens.ends[groups[-1]]) is None
    sizes = [len(group) for group in written]
    thousands = sizes[0] <= 3 and all(size == 3 for size in sizes[1:])
    round_ends = len(groups) == 2 and all(group.endswith("00") for group in written)
    if digits < 7 or thousands or round_ends or any("." in group for group in written):
        return False
    bracketed = groups[0] > 0 and tokens.words[groups[0] - 1] in ("(", "+")
    return hyphens > 0 or len(groups) >= 3 or bracketed or (digits >= 9 and sizes[0] != 4)

"""Whole and decimal numbers in words: "two hundred and five thousand", "forty-five hundred", "a dozen", "two point five"."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from claimcheck.reading import fractions
from claimcheck.reading.number_words import ONE, WORTH, Numeral
from claimcheck.reading.tokens import Tokens

_SMALL = "(?:t(?:-?u)?|e|u)"
_PIECE = re.compile(rf"(?P<group>{_SMALL}?-?h(?:-?&?-?{_SMALL}(?!-?h))?|{_SMALL})?(?P<scales>(?:-?[sb])*)")
_JOINT = re.compile(",?&?-?")
_TENS = re.compile("t(?:-?u)?")
_THOUSAND = Decimal(1000)
_ENDING = ("", "_", ",", ".", "o")
"""Letters behind a word of number that add nothing to it."""
_LONGEST = 40
"""Digits in words after a point."""


def read(tokens: Tokens, letters: str, first: int) -> Numeral | None:
    """The number in words at token `first`, with fractions, decimals and dozens that belong to it.

    >>> from claimcheck.reading.tokens import cut
    >>> from claimcheck.reading.number_words import letters
    >>> text = "two hundred and thirty-one thousand"
    >>> read(cut(text), letters(cut(text)), 0).value
    Decimal('231000')
    """
    letter = letters[first]
    if letter in "uet" and letters[first + 1 : first + 2] in _ENDING:
        return Numeral(first, first + 1, WORTH[tokens.words[first]], None, "words")
    if letter == "f":
        return fractions.half(tokens, letters, first) if tokens.words[first] in ("half", "quarter") else None
    part = fractions.one_part(tokens, letters, first)
    if part is not None:
        return part
    start = first + 1 if letter == "a" else first
    if letter == "a" and letters[start : start + 1] not in ("h", "s", "d"):
        return None
    if letters.startswith("d", start):
        return _dozens(tokens, first, start, ONE)
    if letter == "s" and tokens.words[first].endswith("s"):
        return None
    whole = _whole(tokens, letters, first, start)
    return None if whole is None else _completed(tokens, letters, whole)


def _completed(tokens: Tokens, letters: str, whole: Numeral) -> Numeral:
    """A whole number with the dozen, decimals or fraction that follow it."""
    if letters.startswith("d", whole.last):
        return _dozens(tokens, whole.first, whole.last, whole.single or ONE) or whole
    if letters.startswith("p", whole.last):
        return _with_decimals(tokens, letters, whole)
    return fractions.parts(tokens, letters, whole) or _and_a_half(tokens, letters, whole)


def _and_a_half(tokens: Tokens, letters: str, whole: Numeral) -> Numeral:
    read = fractions.and_a_half(tokens, letters, whole)
    return read if read is whole else evolve(read, form="fraction")


def _dozens(tokens: Tokens, first: int, at: int, count: Decimal) -> Numeral | None:
    """ "a dozen", "two dozen"; "dozens" alone is vague."""
    if tokens.words[at].endswith("s") and at == first:
        return None
    return Numeral(first, at + 1, count * WORTH[tokens.words[at]], None, "words")


def _whole(tokens: Tokens, letters: str, first: int, start: int) -> Numeral | None:
    """A whole number in words at token `start`: pieces whose scales fall, "two million | three hundred thousand | and five"."""
    total, ceiling, last, at = Decimal(0), None, start, start
    while True:
        match = _PIECE.match(letters, at)
        if match is None or match.end() == at:
            break
        scale = _product(tokens, match.start("scales"), match.end("scales"))
        value = _group(tokens, match.start("group"), match.end("group")) * scale if match["group"] else scale
        if ceiling is not None and (value >= ceiling or not match["group"] or not _belongs(letters, last, match, scale, ceiling)):
            break
        total, last = total + value, match.end()
        if scale == ONE:
            break
        ceiling = WORTH[tokens.words[last - 1]]
        joint = _JOINT.match(letters, last)
        at = joint.end() if joint else last
    if last == start:
        return None
    scaled = any(letter in "hsb" for letter in letters[start:last])
    return Numeral(first, last, total, None, "words", scaled, WORTH.get(tokens.words[last - 1], ONE) if letters[last - 1] in "sb" else ONE)


def _belongs(letters: str, last: int, match: re.Match[str], scale: Decimal, ceiling: Decimal) -> bool:
    """Whether a further piece belongs to the number: after a comma or "and" only a part that no other count can be."""
    joint = letters[last : match.start()]
    if "," in joint:
        return scale > ONE or "h" in match[0]
    if "&" in joint and "h" in match[0]:
        return ceiling >= _THOUSAND and scale == ONE
    return "&" not in joint or scale == ONE


def _product(tokens: Tokens, first: int, last: int) -> Decimal:
    product = ONE
    for word in tokens.words[first:last]:
        product *= WORTH.get(word, ONE)
    return product


def _group(tokens: Tokens, first: int, last: int) -> Decimal:
    """The value of a number below ten thousand: "two hundred and thirty-one", "forty-five hundred"."""
    total = Decimal(0)
    for word in tokens.words[first:last]:
        worth = WORTH.get(word)
        if worth is not None:
            total = (total or ONE) * worth if worth == 100 else total + worth
    return total


def _with_decimals(tokens: Tokens, letters: str, whole: Numeral) -> Numeral:
    """ "two point five million"."""
    found = decimals(tokens, letters, whole.last)
    if found is None or whole.single is None:
        return whole
    last, part = found
    scale = WORTH[tokens.words[last]] if letters.startswith("s", last) else ONE
    return Numeral(whole.first, last + (scale != ONE), (whole.single + part) * scale, None, "words", whole.scaled or scale != ONE)


def decimals(tokens: Tokens, letters: str, at: int) -> tuple[int, Decimal] | None:
    """(end, value) of "point seven five" and "point seventy-five" at token `at`."""
    tens = _TENS.match(letters, at + 1)
    if tens is not None:
        return tens.end(), _group(tokens, tens.start(), tens.end()) / 100
    words, digits, end = tokens.words, "", at + 1
    while end < len(letters) and len(digits) < _LONGEST and (letters[end] == "u" or (letters[end] in "eN" and not digits)):
        digits += words[end] if letters[end] == "N" else str(WORTH[words[end]])
        end += 1
    return (end, Decimal(f"0.{digits}")) if digits.isdecimal() else None

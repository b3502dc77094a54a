"""Numbers written in digits: separators of all conventions, groups with spaces, written fractions, powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck.reading import powers, scales
from claimcheck.reading.number_words import ONE, WORTH, Numeral
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

MOST_DIGITS = 40
"""Longer runs of digits are identifiers, not numbers."""

_PLAIN = re.compile(r"\d*(?:\.\d+)?$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")
_DOTTED_WITH_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$")
_BEFORE_ONE_GROUP = word_set("before a number that is a group of its own")
_CODE = re.compile(r"0\d+$")
_APOSTROPHES = re.compile(r"(?:['’]\d{3})+(?!\d)")
_NO_BREAK = "\u00a0\u2009\u202f\u2007"
_PARTS = ("thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths", "hundredths", "thousandths")
_ENDING = frozenset(("", "_", ",", ".", "o", "a", "v", "w", "x", "n", "p", "u", "e", "t", "f"))
"""Letters behind digits that add nothing to them."""
_AFTER_MANTISSA = frozenset((*powers.TIMES, "e", "fold", "^", "point", "and", "-", *_PARTS))
_HUNDREDTHS = 100
"""The largest denominator of a fraction in print; "24/365" and "2014/15" are none."""
_INCHES = (2, 3, 4, 5, 8, 16, 32)
"""Denominators of a fraction that a hyphen joins to its whole: "2-1/2"."""
_SUFFIXES = (("rd",), ("rds",), ("nd",), ("nds",), ("th",), ("ths",))


def read(tokens: Tokens, letters: str, first: int) -> Numeral | None:
    """The number in digits at token `first`, with its scale words; None for codes such as "007" and runs of more than 40 digits.

    Digits whose separators fit no convention ("1,23,4") are of the form malformed and have no value.
    """
    text = tokens.words[first]
    if not text.isascii():
        text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    last, text = _spaced(tokens, letters, first) or (first + 1, text)
    if len(text) > MOST_DIGITS or (text[0] == "0" and _CODE.match(text)):
        return None
    plain = text if text.isdecimal() else without_separators(text)
    if plain is None:
        return Numeral(first, scales.end_of(tokens, letters, last), Decimal(0), None, "malformed")
    value = Decimal(plain)
    number = Numeral(first, last, value, place_value(plain, value), "digits")
    following = letters[last : last + 1]
    if following == "," and _doubles_comma(tokens, letters, last):
        return Numeral(first, last + 3, Decimal(0), None, "malformed")
    if following in _ENDING and _AFTER_MANTISSA.isdisjoint(tokens.words[last : last + 1]):
        return number
    return (
        _fraction(tokens, letters, first, last, value)
        or _fold(tokens, first, last, value)
        or powers.read(tokens, number)
        or scales.scaled(tokens, letters, _with_decimals(tokens, letters, number))
    )


def _doubles_comma(tokens: Tokens, letters: str, at: int) -> bool:
    """The slip of "3,,400"."""
    return letters.startswith(",,N", at) and all(tokens.touches(index) for index in (at, at + 1, at + 2))


def sign_of_fraction(tokens: Tokens, first: int) -> Numeral:
    """The number of "½" and its like."""
    return Numeral(first, first + 1, WORTH[tokens.words[first]], None, "fraction")


def without_separators(text: str) -> str | None:
    """Digits without separators and with a decimal point, or None where the separators fit no convention.

    Points between groups of three count as separators from two on, or before a decimal comma; a single one is a decimal point.

    >>> without_separators("1,234.5"), without_separators("1.234.567,89"), without_separators("12,34,567"), without_separators("135,00")
    ('1234.5', '1234567.89', '1234567', None)
    """
    if text and _PLAIN.match(text):
        return text
    if _GROUPED.match(text) or _INDIAN.match(text):
        return text.replace(",", "")
    if _DOTTED.match(text):
        return text.replace(".", "")
    return text.replace(".", "").replace(",", ".") if _DOTTED_WITH_COMMA.match(text) else None


def place_value(digits: str, value: Decimal) -> Decimal:
    """The place value of the last significant digit.

    >>> [str(place_value(digits, Decimal(digits))) for digits in ("55000", "3.5", "3.50")]
    ['1E+3', '0.1', '0.01']
    """
    if "." in digits:
        return _power(-len(digits.partition(".")[2]))
    return _power(len(digits) - len(digits.rstrip("0"))) if value else ONE


@lru_cache(maxsize=128)
def _power(exponent: int) -> Decimal:
    return ONE.scaleb(exponent)


def _spaced(tokens: Tokens, letters: str, first: int) -> tuple[int, str] | None:
    """(end, digits) of groups of three parted by spaces: thin or no-break ones always, plain ones only where unmistakable ("12 500 000").

    A comma that a typist set apart from its group counts too ("30, 000"), and the Swiss apostrophe ("12'500").
    """
    words, following = tokens.words, letters[first + 1 : first + 2]
    if (
        following not in ("N", ",", "_")
        or (following == "_" and words[first + 1] not in ("'", "’"))
        or len(words[first]) > 3
        or not words[first].isdigit()
        or words[first].startswith("0")
    ):
        return None
    if letters.startswith(",N", first + 1):
        return _loose(tokens, first)
    if _APOSTROPHES.match(tokens.text, tokens.ends[first]):
        last = first + 1
        while letters.startswith("_N", last) and words[last] in ("'", "’") and len(words[last + 1]) == 3:
            last += 2
        return last, "".join(words[first:last:2])
    last, thin = first + 1, True
    while letters.startswith("N", last) and len(words[last].partition(".")[0]) == 3 and words[last].replace(".", "").isdigit():
        gap = _gap(tokens, last)
        if (gap not in _NO_BREAK and gap != " ") or not gap:
            break
        thin = thin and gap != " "
        last += 1
        if "." in words[last - 1]:
            break
    groups = last - first
    if groups == 1 or not (thin or groups > 2 or words[last - 1].endswith("00") or _counts(tokens, first, last)):
        return None
    return last, "".join(words[first:last])


def _counts(tokens: Tokens, first: int, last: int) -> bool:
    """Whether two groups count things in the middle of a sentence: "sold 1 234 cars", not "in Game 1 234 fans", "at 12 345 people"."""
    before, after = tokens.words[first - 1] if first else "", tokens.words[last : last + 1]
    if not before.isalpha() or tokens.capital(first - 1) or before in _BEFORE_ONE_GROUP or "." in tokens.words[last - 1]:
        return False
    return after != () and (after[0] == "people" or (after[0].endswith("s") and len(after[0]) > 3 and not after[0].endswith("ss")))


def _loose(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """(end, digits) of digits whose comma stands apart: "30, 000" of a typist, "10 , 500 yen" of a tokeniser."""
    group = tokens.words[first + 2]
    if _gap(tokens, first + 2) != " " or not (group == "000" or (group.isdecimal() and len(group) == 3 and not tokens.touches(first + 1))):
        return None
    return first + 3, tokens.words[first] + group


def _gap(tokens: Tokens, index: int) -> str:
    return tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def _fraction(tokens: Tokens, letters: str, first: int, last: int, whole: Decimal) -> Numeral | None:
    """ "1/2", "10 1/2", "2½", "2-1/2", "1 and 7/8", "2/3rds", "2 thirds"."""
    if letters.startswith("½", last):
        return Numeral(first, last + 1, whole + WORTH[tokens.words[last]], None, "fraction")
    if letters.startswith("f", last):
        parts = WORTH[tokens.words[last]]
        return Numeral(first, last + 1, whole / parts, None, "fraction") if 0 < whole < parts else None
    start = first if letters.startswith("/N", last) else last + letters.startswith(("-N/", "&N/"), last)
    if not letters.startswith("N/N", start) or letters.startswith("/", start + 3):
        return None
    if tokens.touches(start + 1) != tokens.touches(start + 2):
        return None
    over, under = tokens.words[start], tokens.words[start + 2]
    if not (over.isdecimal() and under.isdecimal() and len(under) < 5 and 0 < int(over) < int(under)):
        return None
    if int(under) > _HUNDREDTHS and under != "1000":
        return None
    hyphen = tokens.words[start - 1] == "-" and start > last
    if hyphen and not (tokens.touches(last) and tokens.touches(start) and int(under) in _INCHES):
        return None
    part = Decimal(over) / Decimal(under)
    end = start + 4 if tokens.words[start + 3 : start + 4] in _SUFFIXES and tokens.touches(start + 3) else start + 3
    return Numeral(first, end, part if start == first else whole + part, None, "fraction")


def _with_decimals(tokens: Tokens, letters: str, number: Numeral) -> Numeral:
    """ "2 point 5" before what scales it."""
    at = number.last
    if not letters.startswith("pN", at) or number.single is None or "." in tokens.words[at - 1] or not tokens.words[at + 1].isdecimal():
        return number
    decimals = tokens.words[at + 1]
    return Numeral(number.first, at + 2, number.single + Decimal(f"0.{decimals}"), ONE.scaleb(-len(decimals)), "digits")


def _fold(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """ "40-fold", "3fold"."""
    at = last + 1 if tokens.words[last : last + 1] == ("-",) and tokens.touches(last) else last
    if tokens.words[at : at + 1] == ("fold",) and tokens.touches(at):
        return Numeral(first, at + 1, value, None, "fold")
    return None

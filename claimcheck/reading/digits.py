"""Numbers written in digits: separators of all conventions, groups with spaces, written fractions, powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.reading import scales
from claimcheck.reading.number_words import ONE, WORTH, Numeral
from claimcheck.reading.tokens import Tokens

MOST_DIGITS = 40
"""Longer runs of digits are identifiers, not numbers."""

_PLAIN = re.compile(r"\d*(?:\.\d+)?$")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")
_DOTTED_WITH_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$")
_CODE = re.compile(r"0\d+$")
_APOSTROPHES = re.compile(r"(?:['’]\d{3})+(?!\d)")
_NO_BREAK = "\u00a0\u2009\u202f\u2007"
_EXPONENT = re.compile(r"\^?([-−+]?\d{1,2})\b|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_E_EXPONENT = re.compile(r"[-−+]?\d{1,2}\b")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--", "+")
_TIMES = ("x", "×", "*", "·")
_ENDING = ("", "_", ",", ".", "o", "a", "v", "w", "x", "n", "p", "u", "e", "t", "f")
"""Letters behind digits that add nothing to them."""
_AFTER_MANTISSA = tuple((word,) for word in (*_TIMES, "e", "fold"))
_HUNDREDTHS = 100
"""The largest denominator of a fraction in print; "24/365" and "2014/15" are none."""


def read(tokens: Tokens, letters: str, first: int) -> Numeral | None:
    """The number in digits at token `first`, with its scale words; None for codes such as "007" and runs of more than 40 digits.

    Digits whose separators fit no convention ("1,23,4") are of the form malformed and have no value.
    """
    last, text = _written(tokens, letters, first)
    if len(text) > MOST_DIGITS or _CODE.match(text):
        return None
    plain = text if text.isdecimal() else without_separators(text)
    if plain is None:
        return Numeral(first, scales.end_of(tokens, letters, last), Decimal(0), None, "malformed")
    value = Decimal(plain)
    number = Numeral(first, last, value, place_value(plain, value), "digits")
    following = letters[last : last + 1]
    if following in _ENDING and tokens.words[last : last + 1] not in _AFTER_MANTISSA:
        return number
    return (
        _fraction(tokens, letters, first, last, value)
        or _fold(tokens, first, last, value)
        or _power_of_ten(tokens, number)
        or scales.scaled(tokens, letters, number)
    )


def sign_of_fraction(tokens: Tokens, first: int) -> Numeral:
    """The number of "½" and its like."""
    return Numeral(first, first + 1, WORTH[tokens.words[first]], None, "fraction")


def _written(tokens: Tokens, letters: str, first: int) -> tuple[int, str]:
    """(end, text) of the digits at token `first`: ".5", "62,000", "62 000"."""
    text = tokens.words[first]
    if not text.isascii():
        text = "".join(str(int(sign)) if sign.isdecimal() else sign for sign in text)
    return _spaced(tokens, letters, first) or (first + 1, text)


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
        return ONE.scaleb(-len(digits.partition(".")[2]))
    return ONE.scaleb(len(digits) - len(digits.rstrip("0"))) if value else ONE


def _spaced(tokens: Tokens, letters: str, first: int) -> tuple[int, str] | None:
    """(end, digits) of groups of three parted by spaces: thin or no-break ones always, plain ones only where unmistakable ("12 500 000").

    A comma that a typist set apart from its group counts too ("30, 000"), and the Swiss apostrophe ("12'500").
    """
    words = tokens.words
    if (
        letters[first + 1 : first + 2] not in ("N", ",", "_")
        or len(words[first]) > 3
        or not words[first].isdigit()
        or words[first].startswith("0")
    ):
        return None
    if letters.startswith(",N", first + 1) and words[first + 2] == "000" and tokens.touches(first + 1) and _gap(tokens, first + 2) == " ":
        return first + 3, words[first] + "000"
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
    if groups == 1 or not (thin or groups > 2 or words[last - 1].endswith("00")):
        return None
    return last, "".join(words[first:last])


def _gap(tokens: Tokens, index: int) -> str:
    return tokens.text[tokens.ends[index - 1] : tokens.starts[index]]


def _fraction(tokens: Tokens, letters: str, first: int, last: int, whole: Decimal) -> Numeral | None:
    """ "1/2", "10 1/2", "2½", "2 1/2"."""
    if letters.startswith("½", last):
        return Numeral(first, last + 1, whole + WORTH[tokens.words[last]], None, "fraction")
    start = first if letters.startswith("/N", last) else last
    if not letters.startswith("N/N", start) or letters.startswith("/", start + 3):
        return None
    if not (tokens.touches(start + 1) and tokens.touches(start + 2)):
        return None
    over, under = tokens.words[start], tokens.words[start + 2]
    if not (over.isdecimal() and under.isdecimal() and len(under) < 5 and 0 < int(over) < int(under) <= _HUNDREDTHS):
        return None
    part = Decimal(over) / Decimal(under)
    return Numeral(first, start + 3, part if start == first else whole + part, None, "fraction")


def _fold(tokens: Tokens, first: int, last: int, value: Decimal) -> Numeral | None:
    """ "40-fold", "3fold"."""
    at = last + 1 if tokens.words[last : last + 1] == ("-",) and tokens.touches(last) else last
    if tokens.words[at : at + 1] == ("fold",) and tokens.touches(at):
        return Numeral(first, at + 1, value, None, "fold")
    return None


def _power_of_ten(tokens: Tokens, mantissa: Numeral) -> Numeral | None:
    """ "6.02 x 10^23", "3 × 10⁶", "4e-3"."""
    at, words = mantissa.last, tokens.words
    if words[at : at + 1] == ("e",) and tokens.touches(at):
        match = _E_EXPONENT.match(tokens.text, tokens.ends[at], tokens.ends[at] + 4)
        return _times_ten(tokens, mantissa, match.group(), match.end()) if match else None
    if at + 1 >= len(words) or words[at] not in _TIMES or not words[at + 1].startswith("10"):
        return None
    if words[at + 1] != "10":
        return _times_ten(tokens, mantissa, words[at + 1][2:], tokens.ends[at + 1])
    match = _EXPONENT.match(tokens.text, tokens.ends[at + 1], tokens.ends[at + 1] + 5)
    return _times_ten(tokens, mantissa, match[1] or match[2], match.end()) if match else None


def _times_ten(tokens: Tokens, mantissa: Numeral, exponent: str, stop: int) -> Numeral | None:
    """The number times ten to an exponent that ends at text offset `stop`."""
    exponent = exponent.translate(_SUPERSCRIPT)
    if not re.fullmatch(r"-?\d{1,2}", exponent):
        return None
    last = mantissa.last
    while last < len(tokens) and tokens.starts[last] < stop:
        last += 1
    factor = ONE.scaleb(int(exponent))
    value, step = mantissa.single, mantissa.step
    return Numeral(mantissa.first, last, (value or Decimal(0)) * factor, (step or ONE) * factor, "digits", True)

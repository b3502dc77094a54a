"""Powers: "6.02 x 10^23", "3 × 10⁶", "4e-3", "1.1^23"."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck.reading.number_words import ONE, Numeral
from claimcheck.reading.tokens import Tokens

TIMES = ("x", "×", "*", "·")
"""Signs between a mantissa and its power of ten."""
_EXPONENT = re.compile(r"\^?([-−+]?\d{1,2})\b|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})")
_LOST_EXPONENT = re.compile(r"10(?:[3-9]|[1-3]\d)")
_E_EXPONENT = re.compile(r"[-−+]?\d{1,2}\b")
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻−", "0123456789--", "+")
_MOST_PLACES = 40
"""Decimal places left or right of the point beyond which a power is no figure of a text."""


def read(tokens: Tokens, number: Numeral) -> Numeral | None:
    """The power that a number in digits begins; None where nothing of the kind follows.

    >>> from claimcheck.reading.tokens import cut
    >>> number = Numeral(0, 1, Decimal(3), ONE, "digits")
    >>> read(cut("3 x 10^6"), number).value, read(cut("3^4"), number).value, read(cut("3 x 5"), number)
    (Decimal('3E+6'), Decimal('81'), None)
    """
    return _power_of_ten(tokens, number) or _power(tokens, number)


def _power_of_ten(tokens: Tokens, mantissa: Numeral) -> Numeral | None:
    """ "6.02 x 10^23", "3 × 10⁶", "4e-3"."""
    at, words = mantissa.last, tokens.words
    if words[at : at + 1] == ("e",) and tokens.touches(at):
        match = _E_EXPONENT.match(tokens.text, tokens.ends[at], tokens.ends[at] + 4)
        return _times_ten(tokens, mantissa, match.group(), match.end()) if match else None
    if at + 1 >= len(words) or words[at] not in TIMES or not words[at + 1].startswith("10"):
        return None
    if words[at + 1] != "10":
        if not _LOST_EXPONENT.fullmatch(words[at + 1]) or not mantissa.single or mantissa.single >= 10:
            return None
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


def _power(tokens: Tokens, base: Numeral) -> Numeral | None:
    """ "1.1^23", "2.5^-1"."""
    at = base.last
    if tokens.words[at : at + 1] != ("^",) or not base.single:
        return None
    match = _EXPONENT.match(tokens.text, tokens.ends[at], tokens.ends[at] + 4)
    if match is None or not match[1]:
        return None
    value = base.single ** int(match[1].translate(_SUPERSCRIPT))
    last = at + 1
    while last < len(tokens) and tokens.starts[last] < match.end():
        last += 1
    return Numeral(base.first, last, value, None, "digits", True) if abs(value.adjusted()) <= _MOST_PLACES else None

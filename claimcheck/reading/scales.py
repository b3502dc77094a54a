"""Scale words and suffixes after a number: "1.2 million", "$3.5bn", "4k", "25 lakh", "3 and a half million".

Which letters are scales is told here and nowhere else. "k" glued to digits is thousand, except before what is run or watched ("a 5k race",
"a 4K screen"). "m" is million wherever unit_senses.csv does not make it metres. "b" and "t" are billion and trillion only for money or,
glued, before something counted.
"""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from claimcheck.reading import fractions, unit_senses
from claimcheck.reading.number_words import ONE, WORTH, Numeral, is_scale, letter_of
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.unit_senses import Place
from claimcheck.vocabulary import word_set

_MONEY_SIGNS = word_set("currency signs")
_SPACED_CODES = ("rm", "rs")
_MONEY_CODES = word_set("currency codes")
_NEVER_THOUSANDS = word_set("run or watched")


def scaled(tokens: Tokens, letters: str, number: Numeral) -> Numeral:
    """The number in digits with all that scales it.

    >>> from claimcheck.reading.tokens import cut
    >>> from claimcheck.reading.number_words import letters
    >>> tokens = cut("3 crore 12 lakh")
    >>> scaled(tokens, letters(tokens), Numeral(0, 1, Decimal(3), ONE, "digits")).value
    Decimal('31200000')
    """
    value, step, at = number.single or Decimal(0), number.step or ONE, number.last
    dozen = letters.startswith("d", at)
    if dozen:
        return Numeral(number.first, at + 1, value * WORTH[tokens.words[at]], None, "digits")
    factor, end = _factor(tokens, letters, number.first, at)
    read = Numeral(number.first, end, value * factor, step * factor, "digits", end > at, factor)
    if read.scaled:
        read = _with_tail(tokens, letters, read)
    return fractions.and_a_half(tokens, letters, read)


def end_of(tokens: Tokens, letters: str, at: int) -> int:
    """Where the scale words that begin at a token end."""
    while at < len(letters) and letters[at] in "shb":
        at += 1
    return at


def factor_at(tokens: Tokens, at: int) -> Decimal | None:
    """The factor of a scale word behind a currency: "75 USD million".

    >>> from claimcheck.reading.tokens import cut
    >>> factor_at(cut("75 USD million"), 2)
    Decimal('1000000')
    """
    return WORTH[tokens.words[at]] if at < len(tokens) and letter_of(tokens.words[at]) == "s" else None


def _factor(tokens: Tokens, letters: str, first: int, at: int) -> tuple[Decimal, int]:
    """(factor, end) of the scales at a token; several multiply ("two hundred thousand", "5 lakh crore")."""
    factor, end = ONE, at
    while end < len(letters):
        hyphen = letters[end] == "-" and tokens.touches(end) and end + 1 < len(letters) and tokens.touches(end + 1)
        sign = end + 1 if hyphen else end
        letter = letters[sign]
        if not is_scale(letter) or (letter != "s" and end > at and letter in "hkl") or (hyphen and letter not in "sh"):
            break
        if letter in "kl" and not _letter_scales(tokens, first, end):
            break
        if tokens.words[sign] == "cr" and not tokens.touches(sign) and end > at:
            break
        factor, end = factor * WORTH[tokens.words[sign]], sign + 1
    return factor, end


def _with_tail(tokens: Tokens, letters: str, read: Numeral) -> Numeral:
    """The small rest after a scale: "3 crore 12 lakh", "3 hundred and 21"."""
    at, words = read.last, tokens.words
    start = at + 1 if letters.startswith("&", at) else at
    if not letters.startswith("N", start) or not words[start].isdecimal() or read.single is None or words[at - 1] not in WORTH:
        return read
    rest, last = Decimal(words[start]), WORTH[words[at - 1]]
    if letters[start + 1 : start + 2] in ("s", "b") and WORTH[words[start + 1]] < last:
        return evolve(read, last=start + 2, value=read.single + rest * WORTH[words[start + 1]])
    if start > at and rest < last <= 1000 and not is_scale(letters[start + 1 : start + 2] or "_"):
        return evolve(read, last=start + 1, value=read.single + rest)
    return read


def _letter_scales(tokens: Tokens, first: int, at: int) -> bool:
    """Whether "k", "m", "b" or "t" after digits is a scale rather than a unit."""
    letter = tokens.text[tokens.starts[at]]
    after = tokens.words[at + 1] if at + 1 < len(tokens) else ""
    glued = tokens.touches(at)
    money = _money_before(tokens, first) or after in _MONEY_CODES or after in _MONEY_SIGNS
    if letter in "kK":
        return glued and after not in _NEVER_THOUSANDS and not (letter == "K" and after == ")" and not money)
    if money:
        return glued or letter != "t"
    if letter == "M" and glued:
        return True
    if letter in "tT":
        return False
    place = Place(tokens, at, at, at + 1)
    if letter in "bB":
        return (glued or letter == "B") and (unit_senses.holds("several ahead", place) or unit_senses.holds("people next", place))
    return not unit_senses.sense(place, "meter")


def _money_before(tokens: Tokens, first: int) -> bool:
    word = tokens.words[first - 1] if first else ""
    return word in _MONEY_SIGNS or (word in _MONEY_CODES and (tokens.touches(first) or len(word) > 2 or word in _SPACED_CODES))

"""Fractions in words: "half", "a third of", "two-thirds", "half a million", "two and a half"."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from claimcheck.reading.noun_words import is_function_word
from claimcheck.reading.number_words import ONE, WORTH, Numeral
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_HALF_OF_A_SCALE = re.compile(r"f(?:-?a)?-?(?P<scale>[sd])")
_ONE_PART = re.compile(r"[au]-?(?P<tens>t-)?(?P<under>f)(?P<scale>oas)?")
_UNDER = re.compile(r"-?(?:(?P<tens>[te])-)?(?P<under>f)")
_AND_A_HALF = re.compile(r"-?&-?(?:(?P<over>[au])-?)?(?P<under>f)(?:-?(?P<scale>s))?")
_AFTER_PART = word_set("after a fraction")
_PERIODS = word_set("before a half that is a period")
_AHEAD_OF_QUARTERS = word_set("before quarters of a year")
_BEFORE_A_QUARTER = (("after",), ("during",), ("in",), ("for",), ("before",), ("since",))
_BEFORE_A_SHARE = (("by",), ("down",), ("up",))
_PERIODS_OF_PLAY = ("quarters", "firsts")
_HALF = Decimal("0.5")
_HUNDRED = Decimal(100)
_FEW = 3
"""The largest numerator behind "and": "two and three quarters"."""
_BARE = (2, 4)
"""Denominators that are fractions whatever follows; "two and a third" may go on with "man"."""


def half(tokens: Tokens, letters: str, first: int) -> Numeral | None:
    """ "half", "half a million", "half million", "quarter million"; None for the halves of a period ("the second half").

    >>> from claimcheck.reading.tokens import cut
    >>> from claimcheck.reading.number_words import letters
    >>> read = lambda text, at: half(cut(text), letters(cut(text)), at)
    >>> read("half a million people", 0).value, read("in the second half of the match", 3)
    (Decimal('500000'), None)
    """
    match = _HALF_OF_A_SCALE.match(letters, first)
    if match:
        scale = WORTH[tokens.words[match.start("scale")]]
        return Numeral(first, match.end(), scale / WORTH[tokens.words[first]], None, "fraction", True)
    if tokens.words[first] != "half" or (first and tokens.words[first - 1] in _PERIODS):
        return None
    return Numeral(first, first + 1, _HALF, None, "fraction")


def one_part(tokens: Tokens, letters: str, first: int) -> Numeral | None:
    """ "a third of", "one-half", "a quarter of a million"; None where the word is an ordinal ("a third man", "a fourth-quarter loss")."""
    match = _ONE_PART.match(letters, first)
    if match is None or (letters[first] == "u" and tokens.words[first] != "one"):
        return None
    at = match.start("under")
    if tokens.words[at].endswith("s") or not _is_share(tokens, letters, first, at + 1):
        return None
    under = _denominator(tokens, at, match.start("tens"))
    if match["scale"]:
        return Numeral(first, match.end(), WORTH[tokens.words[match.end() - 1]] / under, None, "fraction", True)
    return Numeral(first, at + 1, ONE / under, None, "fraction")


def _is_share(tokens: Tokens, letters: str, first: int, at: int) -> bool:
    """Whether what stands around "a third" makes it a share and not an ordinal: "a third of", "down by a third on last year".

    "after a quarter that" speaks of three months.
    """
    if at >= len(tokens):
        return True
    if tokens.words[at - 1] == "quarter" and tokens.words[at] != "of" and tokens.words[first - 1 : first] in _BEFORE_A_QUARTER:
        return False
    if tokens.words[first - 1 : first] in _BEFORE_A_SHARE and is_function_word(tokens.words[at]):
        return True
    if letters[at] == "-" and tokens.touches(at):
        return letters.startswith("-N", at) or (tokens.words[at + 1 : at + 2] != () and tokens.words[at + 1] in _AFTER_PART)
    return tokens.words[at] in _AFTER_PART or tokens.kinds[at] == "p"


def parts(tokens: Tokens, letters: str, whole: Numeral) -> Numeral | None:
    """ "two-thirds", "three quarters of a million", "seven hundredths", "nine fifths": a number in words over a denominator.

    The last "and" of a longer number parts the whole from the fraction: "two hundred and three fifths" is 200.6.
    """
    match = _UNDER.match(letters, whole.last)
    if match is None or whole.single is None:
        return None
    at = match.start("under")
    if letters[whole.last] == "-" and tokens.touches(whole.last) != tokens.touches(whole.last + 1):
        return None
    under = _denominator(tokens, at, match.start("tens"))
    if (whole.single >= under and not _may_be_improper(tokens.words[at], whole.single)) or _are_periods(tokens, whole.first, at):
        return None
    if letters.startswith("oas", at + 1):
        return Numeral(whole.first, at + 4, whole.single * WORTH[tokens.words[at + 3]] / under, None, "fraction", True)
    over = WORTH[tokens.words[whole.last - 1]]
    if whole.scaled and letters.startswith("&u", whole.last - 2) and over < under:
        scale = WORTH[tokens.words[whole.last - 3]]
        part = over / under * (scale if scale > _HUNDRED else ONE)
        return Numeral(whole.first, at + 1, whole.single - over + part, None, "fraction", True)
    return Numeral(whole.first, at + 1, whole.single / under, None, "fraction")


def _denominator(tokens: Tokens, at: int, tens: int) -> Decimal:
    """What a denominator is worth, with the tens in front of it where there are any: "fifths", "twenty-fifths", "ten-thousandths"."""
    under = WORTH[tokens.words[at]]
    if tens < 0:
        return under
    ahead = WORTH[tokens.words[tens]]
    return ahead + under if under < ahead else ahead * under


def _are_periods(tokens: Tokens, first: int, at: int) -> bool:
    """Whether quarters are those of a year: "the first three quarters", "three quarters in a row", not "three quarters of voters"."""
    if tokens.words[at] != "quarters":
        return False
    before = tokens.words[first - 1] if first else ""
    return before in _AHEAD_OF_QUARTERS or tokens.words[at + 1 : at + 3] == ("in", "a")


def _may_be_improper(word: str, over: Decimal) -> bool:
    """Whether a number of parts that make up one or more may be a fraction: "nine fifths", never "the four quarters", "both halves"."""
    return word.endswith("s") and word not in _PERIODS_OF_PLAY and over > 2


def and_a_half(tokens: Tokens, letters: str, whole: Numeral) -> Numeral:
    """The number with "and a half", "and a half million", "and two-thirds" behind it; as it is where nothing of the kind follows.

    "a million and a half" is 1.5 million, "two and a half million" 2.5 million.
    """
    match = _AND_A_HALF.match(letters, whole.last)
    if match is None or whole.single is None:
        return whole
    over = match["over"]
    count = WORTH[tokens.words[match.start("over")]] if over == "u" else ONE
    under = WORTH[tokens.words[match.start("under")]]
    if (
        (count > _FEW and under in _BARE)
        or count >= under
        or not (
            under in _BARE
            or (over and (tokens.words[match.start("under")].endswith("s") or _is_share(tokens, letters, whole.first, match.end())))
        )
    ):
        return whole
    scale = WORTH[tokens.words[match.start("scale")]] if match["scale"] else ONE
    if scale == ONE and whole.scaled and over:
        count *= _smallest_scale(tokens, whole)
    return evolve(
        whole,
        last=match.end(),
        value=(whole.single + count / under) * scale,
        step=None,
        scaled=whole.scaled or scale != ONE,
        scale=max(scale, whole.scale),
    )


def _smallest_scale(tokens: Tokens, whole: Numeral) -> Decimal:
    """What the last scale word of a number is worth: a million for "two hundred million"."""
    last = tokens.words[whole.last - 1]
    return WORTH.get(last, ONE) if WORTH.get(last, ONE) >= 100 else ONE

"""Numbers as text states them: digits, words, mixtures of both, fractions and vague numbers, without unit or hedge.

`find` walks over the letters of a sentence (`number_words`); `digits`, `scales`, `cardinals` and `fractions` read one number each.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from claimcheck.model import Span
from claimcheck.reading import cardinals, digits
from claimcheck.reading.number_words import ONE, WORTH, Numeral, letters
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import either, table, word_set

__all__ = ["Numeral", "find", "malformed"]

_START = re.compile("[N½uethsdfvxn]|a(?=[hsdfw]|[_p]&af)|p(?=[uetN])")
_VAGUE = Phrases((row["wording"], row) for row in table("vague_numbers"))
_FOLLOWS_VAGUE = word_set("vague without of")
_GOVERNS_VAGUE = word_set("verb of a vague number")
_IN_THE = (("in", "the"), ("into", "the"))
_ONE_OF_A_UNIT = word_set("one of a unit")
_UNIT_OF_ONE = word_set("unit after full")
_IDLE_MULTIPLE = word_set("after doubled as no multiple")
_DETERMINERS = word_set("determiners")
_MINUS = ("-", "−", "–")
_OPENING = word_set("before a sign")
_MONEY_SIGNS = word_set("currency signs")
_TABLE_HEAD = 5
"""Tokens behind a scale within which the bracket of a table's head closes."""


def find(tokens: Tokens) -> list[Numeral]:
    """All numbers of a sentence, in order and without overlap.

    >>> from claimcheck.reading.tokens import cut
    >>> [str(n.value) for n in find(cut("two and a half million of the 62,000"))]
    ['2500000.0', '62000']
    """
    found: list[Numeral] = []
    signs, end = letters(tokens), 0
    for match in _START.finditer(signs):
        if match.start() < end:
            continue
        number = _read(tokens, signs, match.start())
        if number is not None:
            found.append(_signed(tokens, number, end))
            end = number.last
    return found


def malformed(text: str) -> tuple[Span, ...]:
    """Where a text holds digits whose separators fit no convention, so that no value can be read: "£135,00", "1,23,4", "12.5.6 per cent".

    Lists without spaces ("1,2,3"), sections ("2.4.1") and other names are left alone; spans are those of the digits.

    >>> text = "It fined him £135,00 under rule 2.4.1."
    >>> [text[a:b] for a, b in malformed(text)]
    ['135,00']
    """
    return tuple(match.span() for match in _SEPARATED.finditer(text) if _is_slip(text, match))


_SEPARATED = re.compile(r"(?<![\w.,:/#-])\d+(?:(?:[.,]|,,)\d+)+(?=(?:m|bn|k|tn)?(?![\w:/-]))")
_AMOUNT_AFTER = re.compile(rf" ?(?:%|(?:{either('after a slip of the pen')})\b)")
_DATE = re.compile(r"\d{1,2},(?:19|20)\d\d")
_LONGEST_MONTH = 12
"""Characters of "September" with what may stand around it."""
_MONTH_BEFORE = re.compile(rf"\b(?:{either('months')})\.? ?$", re.IGNORECASE)


def _follows_month(text: str, start: int) -> bool:
    """Whether a month stands right before: "January 1,2000"."""
    return _MONTH_BEFORE.search(text, max(0, start - _LONGEST_MONTH), start) is not None


def _is_slip(text: str, match: re.Match[str]) -> bool:
    """Whether separated digits without a value are a slip of the pen, and no list, section, date or version."""
    written = match.group()
    if digits.without_separators(written) is not None or (_DATE.fullmatch(written) and _follows_month(text, match.start())):
        return False
    if text[max(0, match.start() - 1) : match.start()] in _MONEY_SIGNS or _AMOUNT_AFTER.match(text, match.end()):
        return True
    groups = written.split(",")
    if "" in groups or groups[1:] == ["00"]:
        return True
    if "." in written or len(groups[0]) > 3:
        return False
    rising = all(int(a) < int(b) for a, b in pairwise(groups))
    return any(len(group) >= 3 for group in groups[1:]) or (len(groups) > 2 and not rising)


def _read(tokens: Tokens, signs: str, at: int) -> Numeral | None:
    """The number that begins at a token, by the token's letter."""
    sign = signs[at]
    if sign == "N":
        return digits.read(tokens, signs, at)
    if sign == "½":
        return digits.sign_of_fraction(tokens, at)
    if sign == "x":
        idle = at + 1 < len(signs) and not tokens.words[at].endswith("fold") and tokens.words[at + 1] in _IDLE_MULTIPLE
        return None if idle else Numeral(at, at + 1, WORTH[tokens.words[at]], None, "fold")
    if sign == "n":
        return _negative(tokens, signs, at)
    if sign == "s" and _heads_a_table(tokens, at):
        return None
    if sign == "p":
        return _decimals_alone(tokens, signs, at)
    return _vague(tokens, signs, at) or _one_of_a_unit(tokens, signs, at) or (None if sign == "v" else cardinals.read(tokens, signs, at))


def _heads_a_table(tokens: Tokens, at: int) -> bool:
    """Whether a scale stands in brackets for the numbers below: "(in thousands)", "($ millions)", "(million euros)"."""
    words = tokens.words
    if words[max(0, at - 2) : at] == ("(", "in"):
        return ")" in words[at + 1 : at + _TABLE_HEAD]
    if "(" not in words[max(0, at - 2) : at] or words[at - 1] not in ("(", "$"):
        return False
    return words[at + 1 : at + 2] in ((")",), (",",)) or (words[at + 2 : at + 3] == (")",) and not words[at].endswith("s"))


def _vague(tokens: Tokens, signs: str, at: int) -> Numeral | None:
    """ "dozens of", "tens of thousands", "several hundred": the number as an interval, see vague_numbers.csv.

    "hundreds" and the like count without "of" only where they go on as a count does: "hundreds fled", "killed thousands".
    """
    match = _VAGUE.at(tokens, at)
    if match is not None and signs.startswith("N", match[0]) and tokens.words[match[0] - 1] == "of":
        return None
    if match is None or (tokens.words[at] == "scores" and at > 0 and tokens.words[at - 1] in _DETERMINERS):
        return None
    last, row = match
    if row["alone"] == "no" and not signs.startswith("o", last) and not _counts_alone(tokens, at, last):
        return None
    return Numeral(at, last, (Decimal(row["low"]), Decimal(row["high"])), None, "vague", True)


def _counts_alone(tokens: Tokens, first: int, last: int) -> bool:
    after = tokens.words[last] if last < len(tokens) else "."
    before = tokens.words[max(0, first - 2) : first]
    return after in _FOLLOWS_VAGUE or before in _IN_THE or (before[-1:] != () and before[-1] in _GOVERNS_VAGUE)


def _one_of_a_unit(tokens: Tokens, signs: str, at: int) -> Numeral | None:
    """The "a" of "a point and a half" and of "a full point", which stands for one of the unit that follows."""
    if signs[at] != "a" or at + 2 >= len(signs):
        return None
    if signs.startswith("&af", at + 2) and signs[at + 1] in "_p":
        return Numeral(at, at + 1, ONE, None, "words")
    if tokens.words[at + 1] in _ONE_OF_A_UNIT and tokens.words[at + 2] in _UNIT_OF_ONE:
        return Numeral(at, at + 2, ONE, None, "words")
    return None


def _negative(tokens: Tokens, signs: str, at: int) -> Numeral | None:
    """ "minus five", "minus-30"; not the minus of "plus or minus"."""
    if at and tokens.words[at - 1] == "or":
        return None
    start = at + 2 if signs.startswith("-", at + 1) else at + 1
    if start >= len(signs) or signs[start] not in "Nuethsda":
        return None
    number = digits.read(tokens, signs, start) if signs[start] == "N" else cardinals.read(tokens, signs, start)
    return evolve(number, first=at, value=-number.single) if number is not None and number.single is not None else None


def _decimals_alone(tokens: Tokens, signs: str, at: int) -> Numeral | None:
    """ "a rise of point five per cent"; not "Point 5140 was captured"."""
    found = cardinals.decimals(tokens, signs, at)
    if found is None or not (signs[at - 1] == "o" if at else signs[1] != "N" or not tokens.capital(0)):
        return None
    return Numeral(at, found[0], found[1], None, "words")


def _signed(tokens: Tokens, number: Numeral, floor: int) -> Numeral:
    """The number with a minus in front of it that touches it and does not join it to what stands before."""
    sign = number.first - 1
    if sign < floor or tokens.words[sign] not in _MINUS or number.single is None or not tokens.touches(number.first):
        return number
    if tokens.touches(sign) and tokens.words[sign - 1] not in _OPENING:
        return number
    return evolve(number, first=sign, value=-number.single)

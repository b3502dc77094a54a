"""Numbers as text states them: digits, words, mixtures of both, fractions and vague numbers, without unit or hedge."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve, frozen

from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set


@frozen
class Numeral:
    """A number at tokens first..last (half-open).

    `step` is the place value of the last significant digit as written, None for words whose precision is not written in digits.
    `form` is digits, words, fraction, vague (then `value` is a pair) or malformed. `scaled` says that a scale word or suffix belongs to it.
    """

    first: int
    last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    form: str
    scaled: bool = False


_ROLE: dict[str, tuple[str, Decimal]] = {row["word"]: (row["role"], Decimal(row["value"])) for row in table("numerals")}
_STARTS = frozenset(w for w, (role, _) in _ROLE.items() if role in ("unit", "teen", "ten", "hundred", "scale", "fraction", "dozen"))
_VAGUE = Phrases((row["wording"].removesuffix(" of"), (Decimal(row["low"]), Decimal(row["high"]))) for row in table("vague_numbers"))
_VAGUE_STARTS = frozenset(row["wording"].split()[0] for row in table("vague_numbers"))
_UNICODE = {
    "½": (1, 2),
    "⅓": (1, 3),
    "⅔": (2, 3),
    "¼": (1, 4),
    "¾": (3, 4),
    "⅕": (1, 5),
    "⅖": (2, 5),
    "⅗": (3, 5),
    "⅘": (4, 5),
    "⅙": (1, 6),
    "⅚": (5, 6),
    "⅛": (1, 8),
    "⅜": (3, 8),
    "⅝": (5, 8),
    "⅞": (7, 8),
}
_SUPERSCRIPT = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?$")
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?$")
_PLAIN = re.compile(r"\d*(?:\.\d+)?$")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}$")
_DOTTED_COMMA = re.compile(r"\d{1,3}(?:\.\d{3})+,\d{1,2}$")
_LIST = re.compile(r"\d{1,2}(?:,\d{1,2}){2,}$|\d{4}(?:,\d{4})+$")
_SPACES = "    "
_MINUS = ("-", "−", "–")
_ONE = Decimal(1)
MOST_DIGITS = 40
"""Longer runs of digits are identifiers, not numbers."""


def stands_in(tokens: Tokens) -> bool:
    """Whether a sentence can hold a number at all: one cheap scan that decides whether anything else is read.

    >>> from claimcheck.reading.tokens import cut
    >>> stands_in(cut("Two died")), stands_in(cut("Nobody died"))
    (True, False)
    """
    return "d" in tokens.kinds or not _CANDIDATES.isdisjoint(tokens.words)


_CANDIDATES = (_STARTS | _VAGUE_STARTS | _UNICODE.keys() | {word + "fold" for word in _STARTS} | {"full"}) - {"a"}


def find(tokens: Tokens) -> list[Numeral]:
    """All numbers of a sentence, in order and without overlap.

    >>> from claimcheck.reading.tokens import cut
    >>> [str(n.value) for n in find(cut("two and a half million of the 55,000"))]
    ['2500000.0', '55000']
    """
    found: list[Numeral] = []
    words, kinds = tokens.words, tokens.kinds
    index, size = 0, len(words)
    while index < size:
        word = words[index]
        numeral = None
        if kinds[index] == "d" or word in _UNICODE:
            numeral = _from_digits(tokens, index)
        elif word in ("a", "an") and (words[index + 2 : index + 5] == ("and", "a", "half") or words[index + 1 : index + 2] == ("full",)):
            numeral = _one_and_a_half(tokens, index)
        elif kinds[index] == "w" and (word in _STARTS or word in _VAGUE_STARTS or word in ("minus", "negative", "point", "an")):
            numeral = _vague(tokens, index) or _from_words(tokens, index)
        elif word.endswith("fold") and kinds[index] == "w":
            numeral = _fold(tokens, index)
        elif word == "." and index + 1 < size and kinds[index + 1] == "d" and tokens.touches(index + 1) and not tokens.touches(index):
            numeral = _from_digits(tokens, index)
        if numeral is None:
            index += 1
            continue
        found.append(_signed(tokens, numeral, found))
        index = numeral.last
    return found


def _one_and_a_half(tokens: Tokens, index: int) -> Numeral | None:
    """The "a" of "a point and a half" and "a full point", which stands for one of the unit that follows."""
    words = tokens.words
    if words[index + 1] in _ROLE:
        return _vague(tokens, index) or _from_words(tokens, index)
    if words[index + 1] == "full":
        return (
            Numeral(index, index + 2, _ONE, None, "words")
            if words[index + 2 : index + 3] in (("point",), ("percentage",), ("percent",))
            else None
        )
    return Numeral(index, index + 1, _ONE, None, "words")


def _fold(tokens: Tokens, index: int) -> Numeral | None:
    """ "threefold", "tenfold", "40-fold"."""
    words, word = tokens.words, tokens.words[index]
    role, value = _ROLE.get(word[:-4], ("", _ONE))
    if role in ("unit", "teen", "ten", "hundred", "scale") and value > 1:
        return Numeral(index, index + 1, value, None, "fold")
    return None


def _signed(tokens: Tokens, numeral: Numeral, before: Sequence[Numeral]) -> Numeral:
    """The numeral with a minus in front of it that touches it and does not join it to anything."""
    sign = numeral.first - 1
    if sign < 0 or isinstance(numeral.value, tuple) or tokens.words[sign] not in _MINUS or not tokens.touches(numeral.first):
        return numeral
    if tokens.touches(sign) and tokens.words[sign - 1] not in ("(", "[", "$", "£", "€", "~", "minus"):
        return numeral
    if before and before[-1].last == sign and tokens.touches(sign):
        return numeral
    return evolve(numeral, first=sign, value=-numeral.value)


# ------------------------------------------------------------------------------------------------ digits


def _from_digits(tokens: Tokens, first: int) -> Numeral | None:
    words, kinds = tokens.words, tokens.kinds
    last = first + 1
    text = words[first]
    if text in _UNICODE:
        over, under = _UNICODE[text]
        return Numeral(first, last, Decimal(over) / Decimal(under), None, "fraction")
    if text == ".":
        text, last = "." + words[first + 1], first + 2
    if not text.isascii():
        text = "".join(str(int(c)) if c.isdigit() else c for c in text) if all(c.isdecimal() or c in ".," for c in text) else ""
    if len(text) > MOST_DIGITS:
        return None
    joined = _spaced_groups(tokens, first) if last == first + 1 else None
    if joined is not None:
        last, text = joined
    plain = _plain_digits(text)
    if plain is None:
        return Numeral(first, last, Decimal(0), None, "malformed")
    value = Decimal(plain)
    step = _step(plain, value)
    fraction = _written_fraction(tokens, first, last, value)
    if fraction is not None:
        return fraction
    fold = last + 1 if words[last : last + 1] == ("-",) and tokens.touches(last) else last
    if words[fold : fold + 1] == ("fold",) and tokens.touches(fold):
        return Numeral(first, fold + 1, value, step, "fold")
    power = _power_of_ten(tokens, last)
    if power is not None:
        end, factor = power
        return Numeral(first, end, value * factor, step * factor, "digits", True)
    return _scaled_digits(tokens, Numeral(first, last, value, step, "digits"))


def _plain_digits(text: str) -> str | None:
    """Digits without separators and with a decimal point, or None where the separators fit no convention."""
    if _PLAIN.match(text) and text:
        return text
    if _GROUPED.match(text) or _INDIAN.match(text):
        return text.replace(",", "")
    if _DOTTED.match(text):
        return text.replace(".", "")
    if _DOTTED_COMMA.match(text):
        return text.replace(".", "").replace(",", ".")
    return None


def _step(digits: str, value: Decimal) -> Decimal:
    """The place value of the last significant digit: 1000 for 55000, 0.1 for 3.5, 0.01 for 3.50."""
    if "." in digits:
        return Decimal(1).scaleb(-len(digits.partition(".")[2]))
    zeros = len(digits) - len(digits.rstrip("0"))
    return Decimal(1).scaleb(zeros) if value else _ONE


def _spaced_groups(tokens: Tokens, first: int) -> tuple[int, str] | None:
    """(end, digits) of thousands grouped by spaces: always with thin or no-break spaces, with plain ones only when unmistakable."""
    words, kinds = tokens.words, tokens.kinds
    if len(words[first]) > 3 or not words[first].isdigit():
        return None
    last, thin = first + 1, True
    while last < len(words) and kinds[last] == "d" and len(words[last].partition(".")[0]) == 3 and words[last].partition(".")[0].isdigit():
        gap = tokens.text[tokens.ends[last - 1] : tokens.starts[last]]
        if len(gap) != 1 or gap not in _SPACES:
            break
        thin = thin and gap != " "
        last += 1
        if "." in words[last - 1]:
            break
    groups = last - first
    if groups == 1 or not (thin or groups > 2 or words[last - 1].endswith("00")) or words[first] == "0":
        return None
    return last, "".join(words[first:last])


def _written_fraction(tokens: Tokens, first: int, last: int, whole: Decimal) -> Numeral | None:
    """ "1/2", "10 1/2", "2½", "2 1/2"."""
    words, kinds = tokens.words, tokens.kinds
    size = len(words)
    if last < size and words[last] in _UNICODE:
        over, under = _UNICODE[words[last]]
        return Numeral(first, last + 1, whole + Decimal(over) / Decimal(under), None, "fraction")
    start = first if last + 1 < size and words[last] in ("/", "⁄") else last
    if start + 2 < size and words[start + 1] in ("/", "⁄") and kinds[start] == kinds[start + 2] == "d":
        if not (tokens.touches(start + 1) and tokens.touches(start + 2)) or not (words[start].isdigit() and words[start + 2].isdigit()):
            return None
        over, under = int(words[start]), int(words[start + 2])
        if 0 < over < under <= 100 and not (start + 3 < size and words[start + 3] in ("/", "⁄") and tokens.touches(start + 3)):
            part = Decimal(over) / Decimal(under)
            return Numeral(first, start + 3, part if start == first else whole + part, None, "fraction")
    return None


def _power_of_ten(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """ "x10^-3", "× 10⁶", "e-3" right after a number: (end, factor)."""
    words, kinds = tokens.words, tokens.kinds
    size = len(words)
    if at + 1 < size and words[at] in ("x", "×", "*", "·") and words[at + 1].startswith("10"):
        head, tail = words[at + 1], at + 2
        exponent = head[2:].translate(_SUPERSCRIPT)
        if not exponent:
            text = tokens.text[tokens.ends[at + 1] : tokens.ends[at + 1] + 6]
            match = re.match(r"\^?([-−+]?\d{1,2})\b|([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})", text)
            if match is None:
                return None
            exponent = (match[1] or match[2]).translate(_SUPERSCRIPT).replace("−", "-").lstrip("+")
            stop = tokens.ends[at + 1] + match.end()
            while tail < size and tokens.starts[tail] < stop:
                tail += 1
        if re.fullmatch(r"-?\d{1,2}", exponent):
            return tail, Decimal(1).scaleb(int(exponent))
        return None
    if at < size and words[at] == "e" and tokens.touches(at):
        match = re.match(r"([-−+]?\d{1,2})\b", tokens.text[tokens.ends[at] : tokens.ends[at] + 5])
        if match:
            stop, tail = tokens.ends[at] + match.end(), at + 1
            while tail < size and tokens.starts[tail] < stop:
                tail += 1
            return tail, Decimal(1).scaleb(int(match[1].replace("−", "-")))
    return None


def _scaled_digits(tokens: Tokens, numeral: Numeral) -> Numeral:
    """The numeral with the scale words and suffixes that follow it ("1.2 million", "3.5bn", "4k", "3 hundred and 21")."""
    words = tokens.words
    value, step, at = numeral.value, numeral.step, numeral.last
    assert isinstance(value, Decimal) and step is not None
    scaled = False
    while at < len(words):
        skip = 1 if words[at] == "-" and tokens.touches(at) and at + 1 < len(words) and tokens.touches(at + 1) else 0
        role, factor = _ROLE.get(words[at + skip], ("", _ONE)) if at + skip < len(words) else ("", _ONE)
        if role == "dozen" and not scaled and not skip:
            return Numeral(numeral.first, at + 1, value * factor, None, numeral.form)
        if (
            role == "scale"
            or (role == "hundred" and not scaled)
            or (role == "abbreviation" and (skip == 0 and _suffix_may_follow(tokens, at, words[at])))
        ):
            value, step, at, scaled = value * factor, step * factor, at + skip + 1, True
        elif role in ("glued", "letter") and not skip and not scaled and _is_scale_letter(tokens, numeral.first, at):
            value, step, at, scaled = value * factor, step * factor, at + 1, True
        else:
            break
    tail = _tail_after_scale(tokens, at) if scaled else None
    if tail is not None:
        at, value = tail[0], value + tail[1]
    half = _and_a_fraction(tokens, at)
    if half is not None:
        at, part, scale = half
        value, step, scaled = (value + part) * scale, None, scaled or scale != 1
    return Numeral(numeral.first, at, value, step, numeral.form, scaled)


def scale_at(tokens: Tokens, at: int) -> Decimal | None:
    """The factor of a scale word at a token, for "75 USD million"."""
    role, factor = _ROLE.get(tokens.words[at], ("", _ONE)) if at < len(tokens) else ("", _ONE)
    return factor if role == "scale" else None


def _suffix_may_follow(tokens: Tokens, at: int, word: str) -> bool:
    return word != "cr" or tokens.touches(at) or tokens.words[at - 1][-1:].isdigit()


def _tail_after_scale(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """The small rest after a scale: "3 hundred and 21", "3 crore 12 lakh"; (end, value)."""
    words, kinds = tokens.words, tokens.kinds
    last = _ROLE.get(words[at - 1], ("", _ONE))[1]
    start = at + 1 if at < len(words) and words[at] == "and" else at
    if start >= len(words) or kinds[start] != "d" or not words[start].isdigit():
        return None
    value, end = Decimal(words[start]), start + 1
    role, factor = _ROLE.get(words[end], ("", _ONE)) if end < len(words) else ("", _ONE)
    if role == "scale" and factor < last:
        return end + 1, value * factor
    if role == "" and start == at + 1 and value < last and last <= 1000 and words[at - 1] in ("hundred", "thousand"):
        return end, value
    return None


def _is_scale_letter(tokens: Tokens, first: int, at: int) -> bool:
    """Whether "k", "m", "b", "t" after digits is thousand, million, billion, trillion rather than a unit."""
    words = tokens.words
    letter = tokens.text[tokens.starts[at] : tokens.ends[at]]
    after = words[at + 1] if at + 1 < len(words) else ""
    glued = tokens.touches(at)
    money = first > 0 and (words[first - 1] in _MONEY_SIGNS or (words[first - 1] in _MONEY_CODES and tokens.touches(first)))
    if letter in ("k", "K"):
        return glued and after not in ("/", "°") and not (letter == "K" and after == ")" and not money)
    if money or after in _MONEY_CODES or after in ("$", "€", "£"):
        return glued or letter in ("m", "M", "b", "B", "T")
    if letter == "M" and glued:
        return True
    if letter == "t" or (not glued and letter != "B"):
        return False
    return _counts_things(tokens, at + 1)


def _counts_things(tokens: Tokens, at: int) -> bool:
    """Whether what follows "5m" is counted (people, of its devices, digital sales) and not measured (wide, of rope, freestyle)."""
    words = tokens.words
    if words[at : at + 2] in _PARTITIVE:
        return True
    for word in words[at : at + 5]:
        if word in _MEASURED or not word.isalpha() or word in _STOPS:
            return False
        if (len(word) > 3 and word.endswith("s")) or word in ("people", "men", "women", "children"):
            return True
    return False


_PARTITIVE = (("of", "its"), ("of", "the"), ("of", "their"), ("of", "them"), ("of", "his"), ("of", "her"), ("of", "our"))
_MEASURED = word_set("measured in metres")
_STOPS = word_set("ends a noun phrase")
_MONEY_SIGNS = word_set("currency signs")
_MONEY_CODES = word_set("currency codes")


# ------------------------------------------------------------------------------------------------ words


def _from_words(tokens: Tokens, first: int) -> Numeral | None:
    words = tokens.words
    word = words[first]
    if word in ("minus", "negative"):
        inner = _number_at(tokens, first + 1)
        if inner is None or isinstance(inner.value, tuple):
            hyphen = first + 1 < len(words) and words[first + 1] == "-"
            inner = _number_at(tokens, first + 2) if hyphen else None
        return evolve(inner, first=first, value=-inner.value) if inner and not isinstance(inner.value, tuple) else None
    if word == "point":
        inner = _decimals_in_words(tokens, first)
        return Numeral(first, inner[0], inner[1], None, "words") if inner and (first == 0 or words[first - 1] in ("of", "zero")) else None
    return _cardinal(tokens, first)


def _number_at(tokens: Tokens, first: int) -> Numeral | None:
    if first >= len(tokens):
        return None
    if tokens.kinds[first] == "d":
        return _from_digits(tokens, first)
    return _cardinal(tokens, first) if tokens.words[first] in _STARTS or tokens.words[first] == "a" else None


def _vague(tokens: Tokens, first: int) -> Numeral | None:
    """ "dozens of", "tens of thousands", "several hundred": the number as an interval."""
    match = _VAGUE.at(tokens, first)
    if match is None:
        return None
    last, pair = match
    if tokens.words[first] in ("scores", "millions", "thousands", "hundreds", "billions", "dozens", "trillions") and not (
        last < len(tokens) and tokens.words[last] == "of"
    ):
        return None
    return Numeral(first, last, pair, None, "vague", True)


def _cardinal(tokens: Tokens, first: int) -> Numeral | None:
    """A number in words from token `first`: "two hundred and five thousand", "forty-five hundred", "half a million", "two-thirds"."""
    words, size = tokens.words, len(tokens)
    at = first
    if words[at] in ("a", "an"):
        role = _ROLE.get(words[at + 1], ("",))[0] if at + 1 < size else ""
        if role in ("hundred", "scale", "dozen"):
            at += 1
        elif role == "fraction":
            return _fraction_words(tokens, first)
        else:
            return None
    fraction = _fraction_words(tokens, first)
    if fraction is not None:
        return fraction
    role = _ROLE.get(words[at], ("",))[0]
    if at == first and role == "scale" and words[at].endswith("s"):
        return None
    if role in ("", "fraction"):
        return None
    if role == "dozen":
        return _dozen(tokens, first, at, _ONE)
    read = _whole_words(tokens, at)
    if read is None:
        return None
    last, value, scaled = read
    if last < size and words[last] in ("dozen", "dozens"):
        return _dozen(tokens, first, last, value)
    decimals = _decimals_in_words(tokens, last) if last < size and words[last] == "point" else None
    if decimals is not None:
        last, part = decimals
        value += part
        role, factor = _ROLE.get(words[last], ("", _ONE)) if last < size else ("", _ONE)
        if role == "scale":
            last, value, scaled = last + 1, value * factor, True
        return Numeral(first, last, value, None, "words", scaled)
    half = _and_a_fraction(tokens, last)
    if half is not None:
        last, part, scale = half
        if scale == 1 and scaled and words[last - 1] in ("half", "quarter") and words[last - 2] == "a":
            part *= _last_scale(words, at, last)
        return Numeral(first, last, (value + part) * scale, None, "fraction", scaled or scale != 1)
    over = _denominator(tokens, last) if not scaled else None
    if over is not None and value < over[1]:
        return Numeral(first, over[0], value / over[1], None, "fraction")
    return Numeral(first, last, value, None, "words", scaled)


def _last_scale(words: Sequence[str], first: int, last: int) -> Decimal:
    scales = [_ROLE[w][1] for w in words[first:last] if _ROLE.get(w, ("",))[0] in ("scale", "hundred")]
    return scales[-1] if scales else _ONE


def _dozen(tokens: Tokens, first: int, at: int, count: Decimal) -> Numeral | None:
    if tokens.words[at] == "dozens" and at == first:
        return None
    return Numeral(first, at + 1, count * 12, None, "words")


def _whole_words(tokens: Tokens, at: int) -> tuple[int, Decimal, bool] | None:
    """(end, value, scaled) of a whole number in words; scales must fall ("two million three thousand")."""
    words, kinds, size = tokens.words, tokens.kinds, len(tokens)
    total, group, ceiling = Decimal(0), None, None
    small = tens = hundreds = False
    scaled = False
    last = at
    while at < size:
        word = words[at]
        step = at
        if (
            (word == "-" and tokens.touches(at) and at + 1 < size and tokens.touches(at + 1))
            or (word == "and" and (hundreds or (scaled and group is None)) and at + 1 < size and not _new_hundred(words, at + 1))
            or (
                word == ","
                and scaled
                and group is None
                and at + 2 < size
                and _ROLE.get(words[at + 1], ("",))[0] in ("unit", "ten", "teen")
                and words[at + 2] in ("hundred", "thousand", "-")
            )
        ):
            step = at + 1
        if step != at and step >= size:
            break
        role, value = _ROLE.get(words[step], ("", _ONE))
        if role == "unit":
            if small or (group is not None and not tens and not hundreds):
                break
            group, small = (group or 0) + value, True
        elif role in ("teen", "ten"):
            if small or tens:
                break
            group, tens, small = (group or 0) + value, True, role == "teen"
        elif role == "hundred":
            if hundreds or (ceiling is not None and ceiling <= 100):
                break
            group, hundreds, scaled, small, tens = (group if group is not None else _ONE) * 100, True, True, False, False
        elif role == "scale":
            if (ceiling is not None and value >= ceiling) or (word == "," or (group is None and total)):
                break
            total, ceiling, scaled = total + (group if group is not None else _ONE) * value, value, True
            group, small, tens, hundreds = None, False, False, False
        else:
            break
        at = last = step + 1
        if kinds[step] != "w":
            break
    if last == 0 or (group is None and not scaled):
        return None
    return last, total + (group or Decimal(0)), scaled


def _new_hundred(words: Sequence[str], at: int) -> bool:
    """Whether "X hundred" begins at a token, a number of its own after "and"."""
    return (at + 1 < len(words) and words[at + 1] == "hundred") or _ROLE.get(words[at], ("",))[0] not in ("unit", "teen", "ten")


def _decimals_in_words(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """(end, value) of "point seven five"."""
    words, size = tokens.words, len(tokens)
    digits, end = "", at + 1
    while end < size and len(digits) < MOST_DIGITS:
        role, value = _ROLE.get(words[end], ("", _ONE))
        if role == "unit" or (role in ("teen", "ten") and not digits):
            digits += str(value)
        elif words[end].isdigit() and tokens.kinds[end] == "d" and not digits:
            digits = words[end]
        else:
            break
        end += 1
    return (end, Decimal("0." + digits)) if digits and end > at + 1 else None


# ------------------------------------------------------------------------------------------------ fractions


def _fraction_words(tokens: Tokens, first: int) -> Numeral | None:
    """ "half", "one-half", "half a million", "a third of", "two-thirds", "three quarters"."""
    words, size = tokens.words, len(tokens)
    word = words[first]
    if word == "half":
        if first + 2 < size and words[first + 1] in ("a", "-") and _ROLE.get(words[first + 2], ("",))[0] in ("scale", "dozen"):
            return Numeral(first, first + 3, _ROLE[words[first + 2]][1] / 2, None, "fraction", True)
        if first + 1 < size and _ROLE.get(words[first + 1], ("",))[0] == "scale":
            return Numeral(first, first + 2, _ROLE[words[first + 1]][1] / 2, None, "fraction", True)
        return Numeral(first, first + 1, Decimal("0.5"), None, "fraction")
    if word in ("a", "an", "one"):
        at = first + 1
        if at + 1 < size and words[at] == "-" and tokens.touches(at):
            at += 1
        under = _denominator(tokens, at)
        if under is None or words[at].endswith("s"):
            return None
        if not _fraction_follows(tokens, under[0]):
            return None
        scale = _of_a_scale(tokens, under[0])
        if scale is not None:
            return Numeral(first, scale[0], scale[1] / under[1], None, "fraction", True)
        return Numeral(first, under[0], 1 / under[1], None, "fraction")
    return None


def _of_a_scale(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """(end, scale) of the "of a million" in "a quarter of a million"."""
    words = tokens.words
    if words[at : at + 2] == ("of", "a") and at + 2 < len(tokens):
        role, factor = _ROLE.get(words[at + 2], ("", _ONE))
        if role == "scale":
            return at + 3, factor
    return None


def _fraction_follows(tokens: Tokens, at: int) -> bool:
    """Whether what follows "a third" makes it a share and not an ordinal."""
    return at >= len(tokens) or tokens.words[at] in _AFTER_FRACTION or tokens.kinds[at] == "p"


_AFTER_FRACTION = word_set("after a fraction")


def _denominator(tokens: Tokens, at: int) -> tuple[int, Decimal] | None:
    """(end, n) of "-thirds", "quarters", "twenty-firsts" is left out: no reporter writes it."""
    words = tokens.words
    if at < len(words) and words[at] == "-" and tokens.touches(at):
        at += 1
    if at >= len(words):
        return None
    role, value = _ROLE.get(words[at], ("", _ONE))
    return (at + 1, value) if role == "fraction" else None


def _and_a_fraction(tokens: Tokens, at: int) -> tuple[int, Decimal, Decimal] | None:
    """(end, part, scale) of "and a half (million)", "and two-thirds" after a whole number; scale 1 where none follows."""
    words, size = tokens.words, len(tokens)
    if at + 1 >= size or words[at] not in ("and", "-"):
        return None
    start = at + 1
    if words[at] == "-":
        if words[start] != "and":
            return None
        start += 1
    skip = 1 if start + 1 < size and words[start] == "-" else 0
    start += skip
    if start >= size:
        return None
    over = _ONE
    if words[start] in ("a", "an", "one", "two", "three") and start + 1 < size:
        over = _ROLE.get(words[start], ("", _ONE))[1] if words[start] not in ("a", "an") else _ONE
        start += 1
        if words[start] == "-" and start + 1 < size:
            start += 1
    elif words[start] not in ("half", "quarter"):
        return None
    role, under = _ROLE.get(words[start], ("", _ONE))
    if role != "fraction":
        return None
    end, scale = start + 1, _ONE
    if end < size and _ROLE.get(words[end], ("",))[0] == "scale":
        scale, end = _ROLE[words[end]][1], end + 1
    return end, over / under, scale

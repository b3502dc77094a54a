"""The words numbers are made of, as letters: the grammar of numerals is written over these.

One letter per token, from numerals.csv and vague_numbers.csv:

    N digits          u one ... nine     e ten ... nineteen   t twenty ... ninety   h hundred      s thousand, million, billion
    b bn, crore       k thousand glued   l m, b or t glued    f half, third         d dozen        a a, an
    & and             o of               p point              n minus, negative     v dozens, several and other vague words
    w few, couple, full, which need an article                x tenfold, doubled         ½ the signs of fractions
    - , . / themselves                                        _ anything else
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading.frozen import frozen
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

ONE = Decimal(1)
_LETTER_OF_ROLE = {
    "unit": "u", "teen": "e", "ten": "t", "hundred": "h", "scale": "s", "abbreviation": "b", "glued": "k", "letter": "l",
    "fraction": "f", "dozen": "d", "sign": "½", "article": "a", "article noun": "w", "and": "&", "of": "o", "point": "p", "negative": "n",
    "multiple": "x",
}  # fmt: skip
_ROWS = table("numerals")


def _worth(cell: str) -> Decimal:
    over, _, under = cell.partition("/")
    return Decimal(over) / Decimal(under or "1")


WORTH: dict[str, Decimal] = {row["word"]: _worth(row["value"]) for row in _ROWS if row["value"]}
"""What a number word is worth; for fractions the denominator ("third": 3), for their signs the fraction itself ("½": 0.5)."""

_PLAIN = {row["word"]: _LETTER_OF_ROLE[row["role"]] for row in _ROWS}
WORTH |= {word + "fold": WORTH[word] for word, letter in _PLAIN.items() if letter in "ueths" and WORTH[word] > 1}
_FOLD = {word: "x" for word in WORTH if word.endswith("fold")}
_VAGUE = dict.fromkeys((row["wording"].split()[0] for row in table("vague_numbers")), "v")
_LETTERS: dict[str, str] = {**_VAGUE, **_PLAIN, **_FOLD} | {mark: mark for mark in "-,./"} | {"⁄": "/"}
_OTHERS = str.maketrans("dwp", "N__")
"""The letters of digits and of words and signs that are in no table."""
_HINTS = frozenset(word for word, letter in _LETTERS.items() if letter in "uethsfdvwx½")
_SCALES = frozenset("hsbkl")


@frozen
class Numeral:
    """A number at tokens first..last (half-open).

    `step` is the place value of the last significant digit as written, None for words whose precision is not written in digits.
    `form` is digits, words, fraction, fold, vague (then `value` is a pair) or malformed. `scaled` says that a scale word or suffix
    belongs to it, `scale` is what the one at its end is worth (a million for "1.2 million").
    """

    first: int
    last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    form: str
    scaled: bool = False
    scale: Decimal = ONE

    @property
    def single(self) -> Decimal | None:
        """The value where it is one number, None for a range."""
        return None if isinstance(self.value, tuple) else self.value


def letters(tokens: Tokens) -> str:
    """One letter per token, see the top of this module.

    >>> from claimcheck.reading.tokens import cut
    >>> letters(cut("Two and a half million of the 62,000"))
    'u&afso_N'
    """
    return "".join(map(_LETTERS.get, tokens.words, tokens.kinds.translate(_OTHERS)))


def letter_of(word: str) -> str:
    """The letter of one lower-case word.

    >>> letter_of("million"), letter_of("cat")
    ('s', '_')
    """
    return _LETTERS.get(word, "_")


def may_hold_number(tokens: Tokens) -> bool:
    """Whether a sentence can hold a number at all: one cheap scan that decides whether anything else is read.

    >>> from claimcheck.reading.tokens import cut
    >>> may_hold_number(cut("Two died")), may_hold_number(cut("Nobody died"))
    (True, False)
    """
    return "d" in tokens.kinds or not _HINTS.isdisjoint(tokens.words)


def is_scale(letter: str) -> bool:
    """Whether a letter is that of a scale: hundred, million, bn, k."""
    return letter in _SCALES

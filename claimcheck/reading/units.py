"""Units, currencies and rates next to a number. Only words the vocabulary lists can become units: "in", "at" and "a" never do.

This is the door to `unit_table` (what is known, conversion), `unit_words` (wordings), `unit_senses` (ambiguous wordings), `rates` and
`lemmas`. pint lives in `registry` alone; reading and converting do without it.

>>> from claimcheck.reading.tokens import cut
>>> after(cut("1,200 square miles"), 1)[1].name, after(cut("80 km/h"), 1)[1].name, after(cut("5 at home"), 1)
('mile ** 2', 'kilometer / hour', None)
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimcheck.reading.lemmas import singular
from claimcheck.reading.rates import Rate, rate_after
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.reading.unit_senses import AMBIGUOUS, Place, listed, sense
from claimcheck.reading.unit_table import ONE, Currency, Unit, base_value, compound, convert, kind_of, known
from claimcheck.reading.unit_words import BEFORE, BY_WORDING, CODES, SPELLED, SYMBOLS, Meaning

if TYPE_CHECKING:
    import pint

__all__ = [
    "Currency",
    "Rate",
    "Unit",
    "after",
    "base_value",
    "convert",
    "currency_after",
    "currency_before",
    "kind_of",
    "known",
    "meaning_after",
    "named",
    "rate_after",
    "registry",
    "singular",
]


def after(tokens: Tokens, index: int) -> tuple[int, Unit] | None:
    """(end, unit) of the longest unit that stands at token `index`, right after a number; None where none does.

    A hyphen may join it to the number ("600-mile"). What it is stated per belongs to it: "barrels a day", "kg/m3", "percent a year".
    Ambiguous words are settled by the cues of unit_senses.csv. "pounds" are money where the number has a scale word ("20 million
    pounds"), after "of" before a word for money, or near words for money and none for weight; else they are a mass, with GBP
    among `others`. "m" is million where money precedes or something counted follows, else metres.

    >>> read = lambda text: after(cut(text), 1)[1].name
    >>> read("600-mile drive"), read("40 barrels a day"), read("30 pounds of flour"), read("5kg"), read("7 nm off the coast")
    ('mile', 'barrel / day', 'pound', 'kilogram', 'nautical_mile')
    """
    found = meaning_after(tokens, index)
    return None if found is None or isinstance(found[1], Currency) else (found[0], found[1])


def meaning_after(tokens: Tokens, index: int) -> tuple[int, Meaning] | None:
    """(end, unit or currency) at token `index` right after a number, in one look: a unit with what it is stated per, a currency without."""
    found = _at(tokens, index)
    if found is None or isinstance(found[1], Currency) or found[1].kind in _NEVER_RATES:
        return found
    end, unit = found[0], found[1]
    for _ in range(2):
        rate = rate_after(tokens, end) or _rate_of_substance(tokens, end)
        per = compound(unit, str(rate[1])) if rate and rate[1].per != "item" else None
        if rate is None or per is None:
            break
        end, unit = rate[0], known(per.name) or per
    return end, unit


_NEVER_RATES = ("age", "magnitude", "temperature")
_SUBSTANCE = 4
"""Words a substance may take: "barrels of cheap heating oil a week"."""


def _rate_of_substance(tokens: Tokens, end: int) -> tuple[int, Rate] | None:
    """The "a week" of "barrels of heating oil a week": a time, behind the substance measured."""
    if tokens.words[end : end + 1] != ("of",):
        return None
    for at in range(end + 2, min(len(tokens), end + 2 + _SUBSTANCE)):
        if tokens.words[at] in ("a", "an", "per"):
            rate = rate_after(tokens, at)
            unit = known(rate[1].per) if rate else None
            return rate if unit is not None and unit.kind == "duration" else None
        if tokens.kinds[at] != "w":
            return None
    return None


def currency_after(tokens: Tokens, index: int) -> tuple[int, Currency] | None:
    """(end, currency) of the currency that stands at token `index`, right after a number and its scale; None where none does.

    >>> currency_after(cut("40 Canadian dollars"), 1), currency_after(cut("45 cents"), 1)[1].factor
    ((3, Currency(name='CAD', factor=Decimal('1'), assumed=False)), Decimal('0.01'))
    """
    found = _at(tokens, index)
    if found is None:
        return None
    end, currency = found
    return (end, currency) if isinstance(currency, Currency) else None


def currency_before(tokens: Tokens, index: int) -> tuple[int, Currency] | None:
    """(start, currency) of the sign, code or word that names the currency of a number at token `index`; None where none does.

    >>> currency_before(cut("HK$5"), 2)[1].name, currency_before(cut("a $5 note"), 2)
    ('HKD', (1, Currency(name='USD', factor=Decimal('1'), assumed=True)))
    """
    found = BEFORE.before(tokens, index)
    if found is None:
        return None
    first, currency = found
    if tokens.touches(first) and (tokens.kinds[first - 1] != "p" or (tokens.kinds[first] == "w" and tokens.words[first - 1] in ("-", "."))):
        return None
    meant = currency.name not in AMBIGUOUS or sense(Place(tokens, index, first, index), currency.name)
    return found if meant else None


def _at(tokens: Tokens, index: int) -> tuple[int, Meaning] | None:
    """(end, unit or currency) at token `index` after a number, ambiguous wordings settled."""
    if index >= len(tokens.words):
        return None
    joint = _JOINED.get(tokens.words[index])
    if joint == "(":
        return _in_brackets(tokens, index)
    first = _past(joint, tokens, index) if joint else index
    spelled, symbol = SPELLED.at(tokens, first), SYMBOLS.at(tokens, first) if joint != "more" else None
    if symbol is not None and (spelled is None or symbol[0] > spelled[0]) and _symbol_fits(tokens, index, first, symbol[0]):
        end, meaning = symbol
    elif spelled is not None:
        end, meaning = spelled
    else:
        return None
    if meaning.name not in AMBIGUOUS:
        return end, meaning
    meant = sense(Place(tokens, index, first, end), meaning.name)
    if meant == meaning.name:
        return end, meaning
    settled = _meaning(meant)
    return (end, settled) if settled is not None else None


def _in_brackets(tokens: Tokens, index: int) -> tuple[int, Meaning] | None:
    """A unit alone in brackets, "20 (kg)"."""
    found = SYMBOLS.at(tokens, index + 1)
    if found is None:
        return None
    end, meaning = found
    letters = tokens.ends[end - 1] - tokens.starts[index + 1]
    if letters < 2 or end >= len(tokens) or tokens.words[end] != _CLOSING[tokens.words[index]]:
        return None
    return (end + 1, meaning) if sense(Place(tokens, index, index + 1, end), meaning.name) == meaning.name else None


_CLOSING = {"(": ")", "[": "]", "{": "}"}
_JOINED = {"-": "-", "\u2010": "-", "\u2011": "-", "a": "a", "an": "a", "of": "of", "(": "(", "[": "(", "{": "("}
_JOINED |= dict.fromkeys(listed("between"), "more")
"""What may stand between a number and its unit: "90-mile", "half a mile", "a tenth of a point", "20 (kg)", "three more days"."""


def _past(joint: str, tokens: Tokens, index: int) -> int:
    """The token after what joins a number to its unit; `index` itself where it joins nothing."""
    words = tokens.words
    if joint == "more":
        return index if SPELLED.at(tokens, index) else index + 1
    if joint == "-":
        return index + 1 if _hyphenated(tokens, index) else index
    if index == 0 or words[index - 1] not in listed("fraction"):
        return index
    if joint == "of":
        return index + 2 if words[index + 1 : index + 2] in (("a",), ("an",)) else index
    return index + 1


def _hyphenated(tokens: Tokens, index: int) -> bool:
    """Whether a hyphen touches both neighbours, or stands free before a unit and a noun, as in tokenised text ("30 - year bonds")."""
    if index == 0 or index + 1 >= len(tokens) or tokens.touches(index) != tokens.touches(index + 1):
        return False
    if tokens.touches(index):
        return True
    noun = index + 2
    compound = tokens.kinds[index - 1] == "d" and tokens.kinds[noun : noun + 1] == "w"
    return compound and tokens.words[noun] not in listed("no denominator")


def _meaning(name: str) -> Meaning | None:
    return Currency(name, assumed=True) if name in CODES else known(name)


def _symbol_fits(tokens: Tokens, index: int, first: int, end: int) -> bool:
    """Whether a symbol stands where symbols can: never before more of a word ("5C2", "650 MPs"), single letters as `_letter_fits` says."""
    text = tokens.surface(first, end)
    touched = end < len(tokens) and tokens.touches(end)
    if touched and text[-1].isalnum() and (tokens.kinds[end] != "p" or tokens.words[end] in ("'s", "\u2019s")):
        return False
    return len(text) > 1 or not text.isalpha() or _letter_fits(tokens, index, first, text)


def _letter_fits(tokens: Tokens, index: int, first: int, letter: str) -> bool:
    """Whether a single letter can be a unit: after digits or a scale ("5 m", "20C", "3 million t"), and no part of a name or abbreviation.

    Never the letters of "30 F-16s", "12 W. Main Street", "3025 W.", "5p.m.", "SCP-173C".
    """
    number, end = index - 1, first + 1
    if number < 0 or not (tokens.kinds[number] == "d" or tokens.words[number] in listed("scale") or tokens.words[number].isnumeric()):
        return False
    mark = tokens.words[end] if end < len(tokens) and tokens.touches(end) else ""
    follows = tokens.kinds[end + 1 : end + 2] == "w"
    if _is_part_of_a_name(tokens, number) or (mark == "." and follows and tokens.touches(end + 1)):
        return False
    if letter.islower():
        return True
    spaced = not tokens.touches(first)
    initial = mark == "." and (follows or (spaced and letter not in _SPACED_LETTERS))
    ranges_on = mark == "-" and not spaced and tokens.kinds[end + 1 : end + 2] == "d"
    return first == index and not initial and (ranges_on or mark not in ("-", "'", "\u2019", "&"))


_SPACED_LETTERS = ("C", "F", "K", "L", "R")
"""Capitals that end a sentence as units ("68 F.") more often than as initials or points of the compass."""


def _is_part_of_a_name(tokens: Tokens, number: int) -> bool:
    """Whether digits hang on a word, as in "F16" and "SCP-173"; "sub-3" and "minus-30" are numbers."""
    if tokens.touches(number) and tokens.words[number - 1] == "-" and tokens.touches(number - 1):
        measured = tokens.kinds[number - 3 : number - 2] == "d" and tokens.touches(number - 2)
        return tokens.kinds[number - 2] == "w" and not measured and tokens.words[number - 2] not in listed("before hyphen")
    return tokens.touches(number) and tokens.kinds[number - 1] == "w" and tokens.kinds[number] == "d"


def named(name: str) -> Unit | None:
    """The unit of a canonical name, or of a wording that a table or header uses: "mile", "km", "USD", "US$", "USD / barrel", "km/h".

    >>> named("km").name, named("USD / barrel").kind, named("square miles").name, named("cat")
    ('kilometer', 'rate', 'mile ** 2', None)
    """
    unit = known(name)
    if unit is not None:
        return unit
    meaning = BY_WORDING.get(name) or BY_WORDING.get(name.lower())
    if meaning is None:
        tokens = cut("1 " + name[:200])
        found = after(tokens, 1)
        return found[1] if found is not None and found[0] == len(tokens) else None
    if isinstance(meaning, Unit):
        return meaning
    return known(meaning.name) if meaning.factor == ONE else None


@cache
def registry() -> pint.UnitRegistry[Decimal]:
    """pint's registry with this project's definitions (vocabulary/<language>/units.txt) added; loaded on the first call.

    Reading, checking and `convert` work without it; it is for whoever needs a unit the table lacks, and for the test that holds
    every factor of the table against pint's.
    """
    from importlib.resources import files

    import pint

    units: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal, on_redefinition="ignore")
    units.load_definitions(str(files("pint").joinpath("default_en.txt")))
    units.load_definitions(files("claimcheck.vocabulary").joinpath("en", "units.txt").read_text(encoding="utf-8").splitlines())
    units.default_system = "mks"
    return units

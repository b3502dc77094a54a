"""Units, currencies and rates next to a number. Only words the vocabulary lists can become units: "in", "at" and "a" never do.

The tables: units.csv and currencies.csv (what is known, and how it is worded), unit_senses.csv and cues.csv (ambiguous wordings), rates.csv
(what may follow "a" and "per"). pint lives in `registry` alone; reading and converting do without it.

>>> from claimcheck.reading.tokens import cut
>>> after(cut("1,200 square miles"), 1)[1].name, after(cut("80 km/h"), 1)[1].name, after(cut("5 at home"), 1)
('mile ** 2', 'kilometer / hour', None)
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from attrs import frozen

from claimcheck.reading.lemmas import singular
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.reading.unit_senses import Place, listed, sense
from claimcheck.reading.unit_table import ONE, Currency, Unit, base_value, compound, convert, kind_of, known, needed, words
from claimcheck.vocabulary import table

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
    "named",
    "rate_after",
    "registry",
    "singular",
]

Meaning = Unit | Currency


@frozen
class Rate:
    """What a figure is stated per: a unit or a counted noun, and how many of them (100,000 people). As text it is the unit's name.

    >>> str(Rate("person", Decimal(100000))), str(Rate("hour"))
    ('100000 person', 'hour')
    """

    per: str
    multiple: Decimal = ONE

    def __str__(self) -> str:
        return self.per if self.multiple == ONE else f"{self.multiple:f} {self.per}"


# ------------------------------------------------------------------------------------------------ wordings


def _with_hyphens(wordings: tuple[str, ...]) -> Iterator[str]:
    """Each wording, and those of several words with hyphens too: "square foot", "square-foot"."""
    for wording in wordings:
        yield wording
        if " " in wording:
            yield wording.replace(" ", "-")


def _powers(name: str) -> tuple[list[str], list[str]]:
    """The words and symbols of `foot ** 2` or `meter ** 3`, made from those of the length: "square feet", "sq ft", "ft2"."""
    length, _, power = name.partition(" ** ")
    row = next(row for row in table("units") if row["name"] == length)
    full, short = words(row["wordings"]), [symbol for symbol in words(row["symbols"]) if symbol.isalpha()]
    marks = {"2": ("square", "sq", "sq.", "squared", "2 ² ^2"), "3": ("cubic", "cu", "cu.", "cubed", "3 ³ ^3")}[power]
    spelled = [f"{mark} {word}" for mark in marks[:3] for word in (*full, *short)] + [f"{word} {marks[3]}" for word in (*full, *short)]
    symbols = [word + mark for word in short for mark in marks[4].split()] + [glued + word for word in short for glued in marks[1:3]]
    return spelled, symbols


def _unit_wordings() -> Iterator[tuple[Unit, list[str], list[str]]]:
    """Every unit with its words, in which case does not count, and its symbols, in which it does."""
    for row in table("units"):
        unit = needed(f"{row['kind']}:{row['name']}" if row["kind"] else row["name"])
        spelled, symbols = list(words(row["wordings"])), list(words(row["symbols"]))
        if " ** " in row["name"] and row["kind"] in ("area", "volume"):
            powers = _powers(row["name"])
            spelled, symbols = spelled + powers[0], symbols + powers[1]
        yield unit, spelled, symbols


def _currency_wordings() -> Iterator[tuple[Currency, dict[str, str]]]:
    for row in table("currencies"):
        yield Currency(row["code"], Decimal(row["factor"]), row["assumed"] == "yes"), row


def _after_entries() -> tuple[list[tuple[str, Meaning]], list[tuple[str, Meaning]]]:
    spelled: list[tuple[str, Meaning]] = []
    symbols: list[tuple[str, Meaning]] = []
    for unit, names, abbreviations in _unit_wordings():
        spelled += [(wording, unit) for wording in _with_hyphens(tuple(names))]
        symbols += [(wording, unit) for wording in abbreviations]
    for currency, row in _currency_wordings():
        spelled += [(wording, currency) for wording in words(row["names"])]
        symbols += [(wording, currency) for wording in words(row["after"])]
    return spelled, symbols


_SPELLED_ENTRIES, _SYMBOL_ENTRIES = _after_entries()
_SPELLED: Phrases[Meaning] = Phrases(_SPELLED_ENTRIES)
_SYMBOLS: Phrases[Meaning] = Phrases(_SYMBOL_ENTRIES, exact=True)
_BEFORE: Phrases[Currency] = Phrases(((w, currency) for currency, row in _currency_wordings() for w in words(row["before"])), exact=True)
_BY_WORDING: dict[str, Meaning] = dict(reversed(_SPELLED_ENTRIES + _SYMBOL_ENTRIES))
_CODES = frozenset(row["code"] for row in table("currencies"))


# ------------------------------------------------------------------------------------------------ after a number


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
    found = _at(tokens, index)
    if found is None:
        return None
    end, unit = found
    if isinstance(unit, Currency):
        return None
    if unit.kind in _NEVER_RATES:
        return end, unit
    for _ in range(2):
        rate = rate_after(tokens, end)
        per = compound(unit, str(rate[1])) if rate and rate[1].per != "item" else None
        if rate is None or per is None:
            break
        end, unit = rate[0], known(per.name) or per
    return end, unit


_NEVER_RATES = ("age", "magnitude", "temperature")


def currency_after(tokens: Tokens, index: int) -> tuple[int, Currency] | None:
    """(end, currency) of the currency that stands at token `index`, right after a number and its scale; None where none does.

    >>> currency_after(cut("40 Canadian dollars"), 1), currency_after(cut("62 cents"), 1)[1].factor
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
    found = _BEFORE.before(tokens, index)
    if found is None:
        return None
    first, currency = found
    if tokens.touches(first) and (tokens.kinds[first - 1] != "p" or (tokens.kinds[first] == "w" and tokens.words[first - 1] in ("-", "."))):
        return None
    return found if sense(Place(tokens, index, first, index), currency.name) else None


def _at(tokens: Tokens, index: int) -> tuple[int, Meaning] | None:
    """(end, unit or currency) at token `index` after a number, ambiguous wordings settled."""
    words = tokens.words
    first = index
    if index + 1 < len(words) and words[index] in _HYPHENS and tokens.touches(index) and tokens.touches(index + 1):
        first = index + 1
    spelled, symbol = _SPELLED.at(tokens, first), _SYMBOLS.at(tokens, first)
    if symbol is not None and (spelled is None or symbol[0] > spelled[0]) and _symbol_fits(tokens, index, first, symbol[0]):
        end, meaning = symbol
    elif spelled is not None:
        end, meaning = spelled
    else:
        return None
    meant = sense(Place(tokens, index, first, end), meaning.name)
    if meant == meaning.name:
        return end, meaning
    settled = _meaning(meant)
    return (end, settled) if settled is not None else None


_HYPHENS = ("-", "\u2010", "\u2011")


def _meaning(name: str) -> Meaning | None:
    return Currency(name, assumed=True) if name in _CODES else known(name)


def _symbol_fits(tokens: Tokens, index: int, first: int, end: int) -> bool:
    """Whether a symbol stands where symbols can: single letters only after digits or a scale, capitals not before more of a name.

    "5 m", "20C", "3 million t"; never the letters of "30 F-16s", "12 W. Main Street", "5C2".
    """
    text = tokens.surface(first, end)
    touched = end < len(tokens) and tokens.touches(end)
    if touched and text[-1].isalnum() and (tokens.kinds[end] != "p" or tokens.words[end] in ("'s", "\u2019s")):
        return False
    if len(text) > 1 or not text.isalpha():
        return True
    before = index - 1
    if before < 0 or not (tokens.kinds[before] == "d" or tokens.words[before] in listed("scale") or tokens.words[before].isnumeric()):
        return False
    if text.islower():
        return True
    initial = touched and tokens.words[end] == "." and end + 1 < len(tokens) and tokens.kinds[end + 1] == "w"
    return first == index and not initial and not (touched and tokens.words[end] in ("-", "'", "\u2019", "&"))


# ------------------------------------------------------------------------------------------------ rates


_RATES = table("rates")
_JOINTS = frozenset(("per", "a", "an", "/", "every", "-", "for"))


def _rate_words(joint: str) -> Phrases[str]:
    return Phrases((wording, row["per"]) for row in _RATES if row["after"] == joint for wording in _with_hyphens((row["wording"],)))


_AFTER_A, _AFTER_PER, _ALONE = _rate_words("a"), _rate_words("per"), _rate_words("alone")


def rate_after(tokens: Tokens, index: int) -> tuple[int, Rate] | None:
    """(end, rate) of what a figure that ends before token `index` is stated per; None where it is stated per nothing.

    "a month", "an hour", "per 100,000 people", "/kg", "-a-share", "for every 1,000 births", "each", "per head", "annually". "each" and
    "apiece" give an "item". "a year ago", "a day after", "a second time" are no rates. Call it again for "per person per day".

    >>> [str(rate_after(cut(text), 1)[1]) for text in ("12 per 100,000 people", "9 a share", "3/kg", "5 per head")]
    ['100000 person', 'share', 'kilogram', 'person']
    >>> rate_after(cut("9 a year ago"), 1)
    """
    words = tokens.words
    if index >= len(words):
        return None
    joint = words[index]
    if joint not in _JOINTS:
        alone = _ALONE.at(tokens, index)
        return (alone[0], Rate(alone[1])) if alone else None
    if joint == "-" and index + 1 < len(words) and words[index + 1] in ("a", "an", "per") and tokens.touches(index + 1):
        return rate_after(tokens, index + 1)
    if joint in ("a", "an"):
        return _after_article(tokens, index)
    if joint == "per":
        whole = _ALONE.at(tokens, index)
        return (whole[0], Rate(whole[1])) if whole else _denominator(tokens, _past_hyphen(tokens, index + 1))
    if joint == "every" or (joint == "for" and words[index + 1 : index + 2] == ("every",)):
        return _after_every(tokens, index + (1 if joint == "every" else 2), joint == "for")
    return _after_slash(tokens, index + 1) if joint == "/" else None


def _past_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if index < len(tokens) and tokens.words[index] == "-" else index


def _after_article(tokens: Tokens, index: int) -> tuple[int, Rate] | None:
    first = _past_hyphen(tokens, index + 1)
    found = _AFTER_A.at(tokens, first)
    if found is None:
        return None
    end, per = found
    following = tokens.words[end] if end < len(tokens) else ""
    if following in listed("no rate") or following == "-" or (per == "second" and end < len(tokens) and tokens.kinds[end] == "w"):
        return None
    return end, Rate(per)


def _after_every(tokens: Tokens, first: int, wide: bool) -> tuple[int, Rate] | None:
    """A time after "every" ("every 11 seconds"); anything after "for every" ("for every 100,000 people")."""
    found = _denominator(tokens, first)
    if found is None:
        return None
    unit = known(found[1].per)
    return found if wide or (unit is not None and unit.kind == "duration") else None


def _after_slash(tokens: Tokens, first: int) -> tuple[int, Rate] | None:
    """What follows the slash of "/kg", "/month" and "/100km"; before other digits a slash joins two figures."""
    if first < len(tokens) and tokens.kinds[first] == "d" and tokens.words[first].strip("0") != "1":
        return None
    return _denominator(tokens, first, slash=True)


def _denominator(tokens: Tokens, first: int, slash: bool = False) -> tuple[int, Rate] | None:
    """The unit or noun at token `first`, with the number in front of it if there is one."""
    if first >= len(tokens):
        return None
    at, multiple = _multiple(tokens, first)
    listed_noun = _AFTER_PER.at(tokens, at)
    if listed_noun is not None:
        return listed_noun[0], Rate(listed_noun[1], multiple)
    unit = _unit_below(tokens, at)
    if unit is not None:
        return unit[0], Rate(unit[1], multiple)
    noun = _noun_below(tokens, at, multiple) if not slash or _AFTER_A.at(tokens, at) else None
    if noun is not None:
        return noun[0], Rate(noun[1], multiple)
    return (at, Rate("person", multiple)) if multiple >= _POPULATION else None


_POPULATION = Decimal(1000)
"""A bare "per 100,000" is per 100,000 people: the convention of epidemiology and crime statistics."""


def _multiple(tokens: Tokens, first: int) -> tuple[int, Decimal]:
    """(end, number) in front of a denominator: "100,000", "million", "10 million"; 1 where there is none."""
    at, number = first, ONE
    if tokens.kinds[at] == "d":
        digits = tokens.words[at].replace(",", "")
        if not digits.isdecimal() or len(digits) > 15 or not int(digits):
            return first, ONE
        at, number = at + 1, Decimal(digits)
    if at < len(tokens) and tokens.words[at] in _SCALES:
        at, number = at + 1, number * _SCALES[tokens.words[at]]
    return at, number


_SCALES = {"hundred": Decimal(100), "thousand": Decimal(1000), "million": Decimal(10**6), "billion": Decimal(10**9)}


def _unit_below(tokens: Tokens, at: int) -> tuple[int, str] | None:
    """(end, name) of a unit as a denominator: words and symbols, their first sense, never money or a share."""
    symbol, spelled = _SYMBOLS.at(tokens, at), _SPELLED.at(tokens, at)
    found = symbol if symbol and (spelled is None or symbol[0] > spelled[0]) else spelled
    if found is None or isinstance(found[1], Currency) or found[1].kind in _NO_BASIS or found[1].offset:
        return None
    return found[0], found[1].name


_NO_BASIS = frozenset(("percent", "percentage_point", "ratio", "magnitude", "age", "temperature", "angle", "rate", "speed"))


def _noun_below(tokens: Tokens, at: int, multiple: Decimal) -> tuple[int, str] | None:
    """(end, singular) of a counted noun as a denominator: "vehicle", "1,000 live births", "100,000 of population"."""
    if at < len(tokens) and multiple > ONE and tokens.words[at] in ("of", "head"):
        return _noun_below(tokens, at + 1, multiple)
    if at >= len(tokens) or tokens.kinds[at] != "w" or tokens.words[at] in listed("no denominator"):
        return None
    word = tokens.words[at]
    if word in ("population", "inhabitants", "residents", "people"):
        return at + 1, "person"
    following = tokens.words[at + 1] if at + 1 < len(tokens) and tokens.kinds[at + 1] == "w" else ""
    if multiple > ONE and singular(word) == word and singular(following) != following:
        return at + 2, singular(following)
    lemma = singular(word)
    return (at + 1, lemma) if lemma.isalpha() else None


# ------------------------------------------------------------------------------------------------ names


def named(name: str) -> Unit | None:
    """The unit of a canonical name, or of a wording that a table or header uses: "mile", "km", "USD", "US$", "USD / barrel", "km/h".

    >>> named("km").name, named("USD / barrel").kind, named("square miles").name, named("cat")
    ('kilometer', 'rate', 'mile ** 2', None)
    """
    unit = known(name)
    if unit is not None:
        return unit
    meaning = _BY_WORDING.get(name) or _BY_WORDING.get(name.lower())
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
    import pint

    units: pint.UnitRegistry[Decimal] = pint.UnitRegistry(None, non_int_type=Decimal, on_redefinition="ignore")
    units.load_definitions(str(files("pint").joinpath("default_en.txt")))
    units.load_definitions(files("claimcheck.vocabulary").joinpath("en", "units.txt").read_text(encoding="utf-8").splitlines())
    units.default_system = "mks"
    return units

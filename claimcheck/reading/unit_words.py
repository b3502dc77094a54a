"""How units and currencies are worded: the look-ups made of units.csv and currencies.csv."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.reading.phrases import Phrases
from claimcheck.reading.unit_table import Currency, Unit, needed, words
from claimcheck.vocabulary import table

Meaning = Unit | Currency


def with_hyphens(wordings: tuple[str, ...]) -> Iterator[str]:
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
    lengths = dict.fromkeys((*full, *(symbol.lower() for symbol in short)))
    spelled = [f"{mark} {word}" for mark in marks[:3] for word in lengths] + [f"{word} {marks[3]}" for word in lengths]
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
        spelled += [(wording, unit) for wording in with_hyphens(tuple(names))]
        symbols += [(wording, unit) for wording in abbreviations]
    for currency, row in _currency_wordings():
        spelled += [(wording, currency) for wording in words(row["names"])]
        symbols += [(wording, currency) for wording in words(row["after"])]
    return spelled, symbols


_SPELLED_PAIRS, _SYMBOL_PAIRS = _after_entries()
SPELLED: Phrases[Meaning] = Phrases(_SPELLED_PAIRS)
"""Units and currencies in words, in any case: "miles", "Canadian dollars"."""

SYMBOLS: Phrases[Meaning] = Phrases(_SYMBOL_PAIRS, exact=True)
"""Abbreviations and signs that follow a number, exactly as written: "MW", "km/h", "kr"."""

BEFORE: Phrases[Currency] = Phrases(((w, currency) for currency, row in _currency_wordings() for w in words(row["before"])), exact=True)
"""Signs, codes and words that precede an amount of money, exactly as written."""

BY_WORDING: dict[str, Meaning] = dict(reversed(_SPELLED_PAIRS + _SYMBOL_PAIRS))
"""What a wording means by itself."""

CODES: frozenset[str] = frozenset(row["code"] for row in table("currencies"))

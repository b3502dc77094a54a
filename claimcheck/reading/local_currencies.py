"""Rupees, pesos, kroner, dinars and other money whose country the place of a story tells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from attrs import evolve

from claimcheck.reading import places
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_LONGEST_NAME = 3
"""Words of the name of a country."""
_MONEY = frozenset(("money", "rate"))


def may_be_local(figures: Iterable[tuple[Quantity, ...]]) -> bool:
    """Whether any figure of some sentences is money, of whatever name."""
    return not _MONEY.isdisjoint([figure.kind for found in figures for figure in found])


def localised(sentences: Sequence[tuple[Tokens, tuple[Quantity, ...]]], country: str | None = None) -> list[tuple[Quantity, ...]]:
    """The figures of each sentence of a story; money of a name that several countries use is that of the one its sentence names, of the
    story's own `country`, or of the only such country the story names.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Pakistan spent 12 billion rupees.")
    >>> localised([(tokens, find(tokens))])[0][0].unit
    'PKR'
    """
    if not any(_named(tokens, figure) for tokens, figures in sentences for figure in figures):
        return [figures for _, figures in sentences]
    everywhere = {place for tokens, _ in sentences for place in _countries(tokens)}
    found = []
    for tokens, figures in sentences:
        here = _countries(tokens) if figures else frozenset()
        found.append(tuple(_of(tokens, figure, (here, frozenset((country or "",)), frozenset(everywhere))) for figure in figures))
    return found


def _of(tokens: Tokens, figure: Quantity, nearest: tuple[frozenset[str], ...]) -> Quantity:
    """The figure in the money of the nearest country that uses its name, if only one is that near."""
    name = _named(tokens, figure)
    codes = _codes().get(name or "", {})
    for countries in nearest:
        meant = {codes[place] for place in countries if place in codes}
        if len(meant) == 1 and name is not None:
            return evolve(figure, unit=figure.unit.replace(name, meant.pop(), 1))
        if meant:
            return figure
    return figure


def _named(tokens: Tokens, figure: Quantity) -> str | None:
    """The name of a figure's money, if several countries use it; a code or sign of its own is of one."""
    if figure.kind not in _MONEY:
        return None
    name = figure.unit.split(" / ")[0]
    if name != _RUPEE:
        return name if name in _codes() else None
    words = tokens.words[figure.first : figure.last]
    return name if not {"rs", "rupee", "rupees", "₨"}.isdisjoint(words) and "indian" not in words else None


_RUPEE = "INR"


@cache
def _codes() -> dict[str, dict[str, str]]:
    """For each name of money the countries that use it and their codes (local_currencies.csv)."""
    codes: dict[str, dict[str, str]] = {}
    for row in table("local_currencies"):
        codes.setdefault(row["named"], {})[row["country"]] = row["code"]
    return codes


def _countries(tokens: Tokens) -> frozenset[str]:
    """The countries that the names and demonyms of a sentence stand for."""
    found = set()
    for at in [index for index in range(len(tokens)) if tokens.kinds[index] == "w" and tokens.capital(index)]:
        for last in range(at + 1, min(at + _LONGEST_NAME, len(tokens)) + 1):
            name = tokens.surface(at, last)
            place = places.demonym(name) or name
            country = places.country_of(place) or places.country_of(name.title())
            if country is not None:
                found.add(country)
    return frozenset(found)

"""What the figures of an article say of one another: bare numbers that repeat one, cents of the currency it speaks of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_LEAST = 1000
"""Smaller whole numbers recur by accident."""


def echoed(sentences: Iterable[tuple[Quantity, ...]]) -> Iterator[tuple[Quantity, ...]]:
    """The figures of each sentence of an article; a bare number takes its unit from the one figure before that has the same value.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> told = [find(cut("It leaks 5,000 barrels a day.")), find(cut("The firm stands by 5,000."))]
    >>> [figure.unit for figures in echoed(told) for figure in figures]
    ['barrel / day', 'barrel / day']
    """
    units: dict[Decimal, set[tuple[str, str]]] = {}
    for figures in sentences:
        yield tuple(_meant(figure, units) for figure in figures) if units and any(map(_is_bare, figures)) else figures
        for figure in figures:
            if isinstance(figure.value, Decimal) and _is_rare(figure.value) and not _is_bare(figure):
                units.setdefault(figure.value, set()).add((figure.kind, figure.unit))


def in_cents(sentences: Sequence[tuple[Tokens, tuple[Quantity, ...]]]) -> list[tuple[Quantity, ...]]:
    """The figures of each sentence; "cents" are those of the one currency with cents that the article's other amounts are in.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> told = [cut("Profit was €4 billion."), cut("The dividend is 22 cents per share.")]
    >>> in_cents([(tokens, find(tokens)) for tokens in told])[1][0].unit
    'EUR / share'
    """
    if not any(_is_in_cents(tokens, figure) for tokens, figures in sentences for figure in figures):
        return [figures for _, figures in sentences]
    money = {figure.unit[:3] for tokens, figures in sentences for figure in figures if not _is_in_cents(tokens, figure)} & _WITH_CENTS
    if len(money) != 1 or money == {_DOLLAR}:
        return [figures for _, figures in sentences]
    currency = next(iter(money))
    return [
        tuple(
            evolve(figure, unit=figure.unit.replace(_DOLLAR, currency, 1)) if _is_in_cents(tokens, figure) else figure for figure in figures
        )
        for tokens, figures in sentences
    ]


_DOLLAR = "USD"
_WITH_CENTS = frozenset(row["code"] for row in table("currencies") if row["factor"] == "0.01" and "cent" in row["names"])


def _is_in_cents(tokens: Tokens, figure: Quantity) -> bool:
    """Whether a figure is in cents of no currency that is named."""
    return figure.unit.startswith(_DOLLAR) and tokens.words[figure.number_last : figure.number_last + 1] in (("cents",), ("cent",))


def _meant(figure: Quantity, units: dict[Decimal, set[tuple[str, str]]]) -> Quantity:
    """The figure with the unit that its number had before, if that was always the same one."""
    told = units.get(figure.value, ()) if isinstance(figure.value, Decimal) and _is_bare(figure) else ()
    if len(told) != 1:
        return figure
    kind, unit = next(iter(told))
    return evolve(figure, kind=kind, unit=unit) if kind != "count" else figure


def _is_bare(figure: Quantity) -> bool:
    return figure.kind == "count" and figure.counted is None


def _is_rare(value: Decimal) -> bool:
    return value >= _LEAST or value != value.to_integral_value()

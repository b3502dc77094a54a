"""The figures of a sentence and the links between them while they are gathered, and what makes two figures comparable at all."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.reading import units
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens

Links = tuple[tuple[str, int], ...]
"""(role, index) pairs: what a figure is to other figures of its sentence, see model.Link for the roles."""

_PARTS = ("part_of", "some_of", "share_of", "total_of", "split_into")
"""Roles in which one figure is less than another."""


class SentenceLinks:
    """The links of a sentence while they are gathered."""

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity]) -> None:
        self.tokens, self.figures = tokens, figures
        self.links: list[list[tuple[str, int]]] = [[] for _ in figures]

    def link(self, index: int, role: str, other: int) -> None:
        """Adds a link, once; a figure is no part of itself in another unit."""
        if index != other and (role, other) not in self.links[index] and not (role in _PARTS and self.are_one(index, other)):
            self.links[index].append((role, other))

    def are_one(self, index: int, other: int) -> bool:
        """Whether one of two figures gives the other in another unit."""
        return ("converts", other) in self.links[index] or ("converts", index) in self.links[other]

    def has(self, index: int, *roles: str) -> bool:
        """Whether a figure has a link of one of these roles."""
        return bool(self.links[index]) and any(role in roles for role, _ in self.links[index])

    def words_between(self, index: int, other: int) -> tuple[str, ...]:
        """The words from the end of a figure to the beginning of another one."""
        return self.tokens.words[self.figures[index].last : self.figures[other].first]


def alike(a: Quantity, b: Quantity) -> bool:
    """Whether two figures can be two levels of one quantity, or parts of one another."""
    return a.kind == b.kind and (a.unit == b.unit or base_unit(a) == base_unit(b) != "")


def base_unit(figure: Quantity) -> str:
    """The base unit of a figure's unit, "" for money and where there is none."""
    unit = units.named(figure.unit)
    return unit.base if unit is not None and figure.kind != "money" else ""


def largest(figure: Quantity) -> Decimal:
    """A figure, or the upper end of a range."""
    return max(figure.value) if isinstance(figure.value, tuple) else figure.value

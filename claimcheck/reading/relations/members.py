"""Which figures can be counted within which: by their units, and by the groups of people that their nouns name."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations.links import SentenceLinks, alike, largest
from claimcheck.vocabulary import table

ADDABLE = ("count", "money", "mass", "volume", "area", "length", "energy", "power")
"""Kinds whose figures add up to a total."""


def fits(sentence: SentenceLinks, part: int, whole: int) -> bool:
    """Whether a figure can be counted within another: the same unit, for counts whole numbers with nouns of one sort or none."""
    a, b = sentence.figures[part], sentence.figures[whole]
    if a.kind != b.kind or a.kind in ("percent", "age", "ratio") or not alike(a, b):
        return False
    if a.kind == "count" and not _is_whole(largest(a)) and _is_whole(largest(b)):
        return False
    if a.kind != "count" or a.counted is None or b.counted is None or a.counted == b.counted:
        return True
    return (a.counted in persons()) == (b.counted in persons())


def _is_whole(value: Decimal) -> bool:
    """Whether a number, however long, has no fraction."""
    return value == value.to_integral_value()


def has_noun(figure: Quantity) -> bool:
    """Whether a noun or unit of its own stands behind a figure's number."""
    return figure.last > figure.number_last


def is_specific(figure: Quantity) -> bool:
    """Whether a figure has a noun of its own that names a group and not just anybody."""
    return has_noun(figure) and figure.counted not in general()


def of_one_noun(a: Quantity, b: Quantity) -> bool:
    """Whether two figures may count one thing: by one noun, both persons, or one of them without a noun."""
    return a.counted == b.counted or None in (a.counted, b.counted) or {a.counted, b.counted} <= persons()


@cache
def persons() -> frozenset[str]:
    """Nouns that count persons."""
    return frozenset(row["noun"] for row in table("people")) | frozenset(
        row["noun"] for row in table("partitions") if row["division"] == "people"
    )


@cache
def general() -> frozenset[str]:
    """Nouns that name nobody in particular: people, victims, others."""
    return frozenset(row["noun"] for row in table("people") if not row["group"]) - frozenset(row["noun"] for row in table("partitions"))

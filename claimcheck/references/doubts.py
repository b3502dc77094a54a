"""Rows that a careful desk would not trust: rows that contradict one another, and percentages that look like fractions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.model import Row

_FRACTION_DIGITS = 2
"""Percentages all below 1 with two decimals or more are most likely fractions of 1; monthly inflation of 0.3 percent has one decimal."""


def doubts(rows: Sequence[Row]) -> dict[int, str]:
    """Positions of the rows not to be used, each with the reason as a sentence."""
    return _fractions(rows) | _contradictions(rows)


def _contradictions(rows: Sequence[Row]) -> dict[int, str]:
    """Rows of one scope with different figures. Sources may differ, and so may versions: of two recorded on one day the later row holds.

    One event may have two dates (initialled, then signed), so dates never contradict one another; nor do rows that add up.
    """
    scopes: dict[tuple[object, ...], list[int]] = {}
    for index, row in enumerate(rows):
        if row.kind != "date" and row.course != "flow" and not row.rating:
            scopes.setdefault((row.entity, row.measure, row.place, row.event, row.unit, row.source), []).append(index)
    return {index: doubt for indexes in scopes.values() for index, doubt in _of_one_scope(rows, indexes).items()}


def _of_one_scope(rows: Sequence[Row], indexes: Sequence[int]) -> dict[int, str]:
    first: dict[tuple[object, ...], int] = {}
    found: dict[int, str] = {}
    for index in indexes:
        row = rows[index]
        key = (row.as_of, row.recorded_at, row.period)
        other = first.setdefault(key, index)
        if other == index or rows[other].value == row.value:
            continue
        found[other] = _contradiction(rows[other], row)
        if row.recorded_at:
            first[key] = index
        else:
            found[index] = _contradiction(row, rows[other])
    return found


def _contradiction(row: Row, other: Row) -> str:
    return f"{_said(row)}, but line {other.line} has {_value(other)} for the same scope; tell the two apart by a column or leave one out."


def _fractions(rows: Sequence[Row]) -> dict[int, str]:
    measures: dict[str, list[int]] = {}
    for index, row in enumerate(rows):
        if row.unit == "percent" and isinstance(row.value, str):
            measures.setdefault(row.measure, []).append(index)
    found: dict[int, str] = {}
    for measure, indexes in measures.items():
        if all(_like_a_fraction(str(rows[index].value)) for index in indexes):
            doubt = f"every percentage of {measure!r} lies below 1 and so may be a fraction"
            found |= dict.fromkeys(indexes, f"{doubt}; write percentages, or name the unit 'fraction'.")
    return found


def _like_a_fraction(value: str) -> bool:
    digits = len(value.partition(".")[2])
    return abs(Decimal(value)) < 1 and (digits >= _FRACTION_DIGITS or Decimal(value) == 0)


def _said(row: Row) -> str:
    return f"{row.measure!r} of {row.entity or row.event or row.place!r} is {_value(row)}"


def _value(row: Row) -> str:
    return row.value if isinstance(row.value, str) else " to ".join(row.value)

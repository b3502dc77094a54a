"""Two figures that differ as a slip of the pen differs: digits in another order, one digit other, lost or added, another
power of ten."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from claimcheck.checks._figures import middle
from claimcheck.comparing.figures import are_exchanged, digits_of
from claimcheck.model import Claim
from claimcheck.reading import units

_LEAST_DIGITS = 3
"""Shorter numbers differ by one digit all the time."""
_LEAST_SWAPPED = 2
"""Digits besides the zeros that end a number: 480 and 840."""
_NEAR, _NEAR_FROM = 3, 100
_POWERS = frozenset(map(Decimal, (10, 100, 1000, 10**6, 10**9)))
"""A zero or two, and thousand, million and billion for one another."""
_CROWD, _MENTIONS = 40, 4
"""How many values that share their digits but one are compared, and how many mentions of each; keeps the work linear in the text."""


def shape(a: Claim, b: Claim) -> str | None:
    """How two figures of one kind differ: "power", "order", "digit", "length", "near", or None where no slip leads from one to the other.

    >>> import claimcheck as cc
    >>> trees = cc.extract("It felled 2,721 trees, 2,271 trees, 27,210 trees, 2,724 trees and 5 trees.")
    >>> [shape(trees[0], other) for other in trees[1:]]
    ['order', 'power', 'near', None]
    """
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.kind != b.kind or _base(a) != _base(b):
        return None
    one, other = _digits(a), _digits(b)
    if a.unit != b.unit:
        return "power" if a.value == b.value and middle(a) > 0 and factor(a, b) in _POWERS else None
    values = middle(a), middle(b)
    if one == other or min(values) <= 0:
        return "power" if one == other and min(values) > 0 and factor(a, b) in _POWERS else None
    apart = abs(values[0].adjusted() - values[1].adjusted())
    if apart == 0:
        return _same_length(*_aligned(one, other), *values)
    short, long = sorted((one, other), key=len)
    lost = apart == 1 == len(long) - len(short) and len(short) >= _LEAST_DIGITS - 1 and short in _without_one(long)
    return "length" if lost else None


def swaps(claim: Claim) -> Iterator[str]:
    """The values that a number of three digits or more has with two neighbouring digits exchanged.

    >>> import claimcheck as cc
    >>> list(swaps(cc.extract("It cost $438.6bn.")[0]))
    ['348600000000', '483600000000', '436800000000']
    """
    text = str(claim.value) if not isinstance(claim.value, tuple) else ""
    significant = text.rstrip("0") if "." not in text else text
    places = [index for index, sign in enumerate(significant) if sign.isdigit()]
    for i, j in pairwise(places if len(places) >= _LEAST_DIGITS else ()):
        if text[i] != text[j]:
            yield text[:i] + text[j] + text[i + 1 : j] + text[i] + text[j + 1 :]


def factor(a: Claim, b: Claim) -> Decimal:
    """How many times the smaller of two figures the larger one is, whatever their units: 12 m and 12 km.

    >>> import claimcheck as cc
    >>> factor(*cc.extract("It is 12 m wide and 12 km long."))
    Decimal('1000')
    """
    if a.unit == b.unit:
        low, high = sorted((middle(a), middle(b)))
    else:
        low, high = sorted(units.base_value(middle(claim), claim.unit or "")[0] for claim in (a, b))
    return high / low


def _base(claim: Claim) -> str | None:
    """The base unit of a measured figure, else its own unit."""
    unit = units.named(claim.unit or "") if claim.kind not in ("money", "count", "temperature") else None
    return unit.base if unit is not None else claim.unit


def _same_length(one: str, other: str, a: Decimal, b: Decimal) -> str | None:
    if are_exchanged(one, other, _LEAST_SWAPPED):
        return "order"
    if abs(a - b) <= _NEAR and min(a, b) >= _NEAR_FROM:
        return "near"
    return "digit" if sum(x != y for x, y in zip(one, other, strict=True)) == 1 else None


def _digits(claim: Claim) -> str:
    return digits_of(str(claim.value))


def _aligned(one: str, other: str) -> tuple[str, str]:
    """The digits of two numbers of one size with the zeros that either has in the places of the other: 205 and 250."""
    length = max(len(one), len(other))
    return one.ljust(length, "0"), other.ljust(length, "0")


def _without_one(digits: str) -> frozenset[str]:
    return frozenset(digits[:index] + digits[index + 1 :] for index in range(len(digits)))


def pairs(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim, str]]:
    """Every two figures of which one may be a slip for the other, the earlier one first; equal figures stand in for one another."""
    buckets: dict[tuple[str, str | None, str], dict[tuple[Decimal, str | None], list[Claim]]] = {}
    for claim in claims:
        if claim.kind not in ("date", "year") and not isinstance(claim.value, tuple):
            for key in _keys(claim):
                buckets.setdefault((claim.kind, _base(claim), key), {}).setdefault((middle(claim), claim.unit), []).append(claim)
    seen: set[tuple[str, str]] = set()
    for values in buckets.values():
        for a, b in _combined(list(values.values())[:_CROWD]):
            if (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                found = shape(a, b)
                if found is not None:
                    yield a, b, found


def _combined(groups: Sequence[Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    for index, one in enumerate(groups):
        for other in groups[index + 1 :]:
            for a in one[:_MENTIONS]:
                for b in other[:_MENTIONS]:
                    yield (a, b) if a.span < b.span else (b, a)


def _keys(claim: Claim) -> frozenset[str]:
    """What a number shares with those a slip leads to: its digits, its digits less one, its neighbours."""
    digits = _digits(claim)
    value = middle(claim)
    whole = f"{value:f}".replace(".", "") if value.adjusted() < 12 else digits
    near = {f"~{int(value) // 4}", f"~{int(value) // 4 + 1}"} if value >= _NEAR_FROM else set()
    return frozenset({digits, whole}) | _without_one(digits) | _without_one(whole) | near

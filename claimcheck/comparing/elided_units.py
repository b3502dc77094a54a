"""Numbers told without their unit: "raised to 21% ... not, as planned, to 21", "the 5,000 barrels a day", "they stand by 5,000"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.model import Claim

_NOT_MEASURED = ("count", "date", "year", "age")


def in_one_unit(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims, a bare number that equals the other's measured one in its unit; what the reader took it to count is dropped."""
    return _measured(a, b), _measured(b, a)


def _measured(bare: Claim, other: Claim) -> Claim:
    if bare.kind != "count" or bare.counted is not None or other.kind in _NOT_MEASURED or bare.value != other.value:
        return bare
    return evolve(bare, kind=other.kind, unit=other.unit, bounds=other.bounds, measure=None, period=None)

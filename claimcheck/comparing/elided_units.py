"""Numbers told without their unit: "raised to 21% ... not, as planned, to 21", "the 5,000 barrels a day", "they stand by 5,000"."""

from __future__ import annotations

from attrs import evolve

from claimcheck.comparing.answers import one_article
from claimcheck.comparing.figures import significant
from claimcheck.model import Claim
from claimcheck.reading.measures import known

_NOT_MEASURED = ("count", "date", "year", "age")
_NEVER_ELIDED = ("duration",)
"""Kinds whose unit another article does not leave out: "four" are no four weeks."""


def in_one_unit(a: Claim, b: Claim) -> tuple[Claim, Claim]:
    """Two claims, a bare number that equals the other's measured one in its unit; what the reader took it to count is dropped."""
    return _measured(a, b), _measured(b, a)


def _measured(bare: Claim, other: Claim) -> Claim:
    """The bare number in the other's unit; as it is where it has a statistic of its own ("34 died"), or one digit in another article."""
    if bare.kind != "count" or bare.counted is not None or other.kind in _NOT_MEASURED or bare.value != other.value:
        return bare
    if not one_article(bare, other) and ((significant(bare) < 2 and other.kind != "percent") or other.kind in _NEVER_ELIDED):
        return bare
    if known(bare.measure or "") is not None and bare.measure != other.measure:
        return bare
    return evolve(bare, kind=other.kind, unit=other.unit, bounds=other.bounds, measure=None, period=None)

"""Lengths of time between the dates of an article."""

from __future__ import annotations

from decimal import Decimal

from claimcheck import days
from claimcheck.checks._figures import middle
from claimcheck.model import Claim
from claimcheck.reading import units

_DAY_SECONDS = Decimal(86400)
_OPEN_ABOVE, _OPEN_BELOW = ("at_least", "more_than"), ("at_most", "less_than", "almost")
_TENTH = Decimal("0.1")


def elapsed(start: str, end: str) -> tuple[Decimal, Decimal]:
    """The fewest and the most days from somewhere in one date to somewhere in another.

    >>> elapsed("1971", "1972"), elapsed("2024-03-03", "2024-03-10")
    ((Decimal('1'), Decimal('730')), (Decimal('7'), Decimal('7')))
    """
    least = (days.first_day(end) - days.last_day(start)).days
    most = (days.last_day(end) - days.first_day(start)).days
    return Decimal(least), Decimal(most)


def in_days(length: Claim) -> Decimal:
    """How many days a duration or an age says."""
    return middle(length) * _days_of(length.unit)


def _days_of(unit: str | None) -> Decimal:
    """The days of one unit of time, of a year where none is said."""
    return units.convert(Decimal(1), unit or "year", "second") / _DAY_SECONDS


def fits(length: Claim, least: Decimal, most: Decimal) -> bool:
    """Whether a stated duration or age can be that many days; its last unit may be begun or unfinished, a hedge keeps its open end."""
    one, value = _days_of(length.unit), in_days(length)
    slack = max(one, value * _TENTH) if length.qualifier == "approximate" else one
    above = length.qualifier not in _OPEN_ABOVE and least > value + slack
    below = length.qualifier not in _OPEN_BELOW and most < value - slack
    return not above and not below


def years_between(start: str, end: str) -> int:
    """The difference of two years.

    >>> years_between("1971-05", "1986")
    15
    """
    return int(end[:4]) - int(start[:4])

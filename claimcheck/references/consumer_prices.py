"""What consumer prices in the United States were, year by year since 1913.

Annual averages of the consumer price index for all urban consumers, all items, 1982-84 = 100 (CPI-U, Bureau of Labor Statistics, series
CUUR0000SA0, https://www.bls.gov/cpi/), up to 2024. Nothing is fetched, and of other countries nothing is known here.
"""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from importlib.resources import files

SOURCE = "Bureau of Labor Statistics, CPI-U, annual averages"
URL = "https://www.bls.gov/cpi/"


def dearer(year: int, later: int) -> Decimal | None:
    """How many times the prices of one year those of a later one are; None where the table does not know both.

    >>> round(dearer(1985, 2024), 2)
    Decimal('2.92')
    """
    one, other = _index().get(year), _index().get(later)
    return other / one if one and other else None


def newest() -> int:
    """The last year of the table."""
    return max(_index())


@cache
def _index() -> dict[int, Decimal]:
    text = (files("claimcheck.references") / "consumer_prices.csv").read_text("utf-8")
    return {int(row["year"]): Decimal(row["index"]) for row in csv.DictReader(text.splitlines())}

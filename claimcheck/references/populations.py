"""How many people countries have had, year by year since 1960.

Midyear estimates of the World Bank (indicator SP.POP.TOTL, https://data.worldbank.org/indicator/SP.POP.TOTL, CC BY 4.0), up to 2024.
Censuses and national statistics differ from them by a few per cent. Left out are countries at war, and those whose borders the sources
draw differently.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path

from claimcheck.references.collection import References

SOURCE = "World Bank, SP.POP.TOTL"
URL = "https://data.worldbank.org/indicator/SP.POP.TOTL"


@cache
def populations() -> References:
    """The table as references; read once.

    >>> [row.value for row in populations().rows if (row.entity, row.as_of) == ("Kenya", "2023")]
    ['55339003']
    """
    path = Path(str(files("claimcheck.references"))) / "populations.csv"
    return References().with_table(
        path,
        entity="country",
        measure={"population": "population"},
        as_of="year",
        unit="count",
        source=SOURCE,
        url=URL,
        fixed={"precision": "approximate"},
    )

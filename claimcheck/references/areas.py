"""How many square kilometres countries have.

Total and land area after the CIA World Factbook (https://www.cia.gov/the-world-factbook/field/area/, public domain), and what else is
published of countries whose borders or waters are drawn differently: with an island, a claim or the sea. The column `source` says whose
figure a row is. Countries whose published areas could not be sourced are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

from claimcheck.model import Row
from claimcheck.references.collection import References


@cache
def areas() -> References:
    """The table as references; read once.

    >>> [row.value for row in areas().rows if (row.entity, row.measure) == ("Kenya", "land area")]
    ['569140']
    """
    path = Path(str(files("claimcheck.references"))) / "areas.csv"
    return References().with_table(
        path,
        entity="country",
        measure="measure",
        value="square_kilometers",
        unit="kilometer ** 2",
        source="source",
        url="url",
    )


@cache
def areas_of() -> Mapping[str, tuple[Row, ...]]:
    """The rows of each country, by its name in the gazetteer.

    >>> [row.measure for row in areas_of()["Serbia"]]
    ['area with Kosovo', 'total area']
    """
    found: dict[str, list[Row]] = defaultdict(list)
    for row in areas().rows:
        found[str(row.entity)].append(row)
    return {country: tuple(rows) for country, rows in found.items()}

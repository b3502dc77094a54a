"""A number that an article repeats without its unit is the figure it was before."""

from __future__ import annotations

import pytest

from claimcheck import extract


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    return [(claim.surface, claim.unit, claim.measure) for claim in extract(text)]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The pipe spills 7,400 litres an hour. The utility stands by 7,400.", "liter / hour"),
        ("The bridge cost $3,200. Nobody believed in 3,200, he said.", "USD"),
        ("Growth was 3.25 percent. Nobody had expected 3.25.", "percent"),
        ("The pipe spills 7,400 litres an hour. It serves 7,400 people.", "count"),
        ("The pipe spills 7,400 litres an hour. The tank took 7,400 litres. The utility stands by 7,400.", "count"),
        ("The pipe spills 12 litres an hour. The utility stands by 12.", "count"),
    ],
)
def test_a_bare_number_takes_the_unit_it_had_before_where_that_was_one(text: str, unit: str) -> None:
    assert told(text)[-1][1] == unit


def test_a_bare_number_takes_the_statistic_it_had_before() -> None:
    first, second = extract("The flood displaced 9,700 villagers. In the ministry they speak of the 9,700.")
    assert first.measure == second.measure == "displaced"
    assert "measure" in second.inherited


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("The bank earned €3 billion. It pays 19 cents a share.", "EUR / share"),
        ("The bank earned A$3 billion. It pays 19 cents.", "AUD"),
        ("The bank earned $3 billion. It pays 19 cents.", "USD"),
        ("The bank earned €3 billion, or $3.3 billion. It pays 19 cents.", "USD"),
        ("The bank earned €3 billion. It pays 19 US cents.", "USD"),
        ("It pays 19 cents.", "USD"),
    ],
)
def test_cents_are_those_of_the_currency_of_the_article(text: str, unit: str) -> None:
    assert extract(text)[-1].unit == unit

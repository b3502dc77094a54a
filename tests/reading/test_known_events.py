"""The days of events that the reading knows by their names are those on record."""

from __future__ import annotations

import pytest

from claimcheck import days
from claimcheck.model import Row
from claimcheck.references import References
from claimcheck.vocabulary import table

_OTHER_EVENTS = ("membership", "adoption of the euro", "independence", "population", "coup")
"""Measures of rows that are no disaster, so that a ship of the name ("Estonia") is not meant."""
EVENTS = [row for row in References.shipped().rows if row.kind == "date" and not row.measure.startswith(_OTHER_EVENTS)]


def on_record(name: str) -> list[Row]:
    return [row for row in EVENTS if f" {name.lower()} " in f" {row.entity} {row.measure} ".lower()]


@pytest.mark.parametrize("known", [known for known in table("known_events") if on_record(known["name"])], ids=lambda known: known["name"])
def test_a_day_that_the_vocabulary_gives_is_that_of_the_references(known: dict[str, str]) -> None:
    assert any(days.overlaps(str(row.value), known["day"]) for row in on_record(known["name"]))


def test_the_two_tables_share_events() -> None:
    assert sum(bool(on_record(known["name"])) for known in table("known_events")) > 25

"""Stretches of days that a sentence spells out; what only looks like a month or a unit spells out none."""

from __future__ import annotations

import pytest

from claimcheck import extract
from claimcheck.comparing.stretches import stretch


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("From 1 to 7 April", ["2025-04-01", "2025-04-07"]),
        ("From March to April", ["2025-03-01", "2025-04-30"]),
        ("In the last 10 days of april", ["2025-04-21", "2025-04-30"]),
        ("In the first half of August", ["2024-08-01", "2024-08-15"]),
        ("From 1 to 7 Aprıl", None),
        ("In the last 10 dayſ of April", None),
        ("In the last 10 days of Auguſt", None),
    ],
)
def test_a_stretch_has_a_first_and_a_last_day(words: str, expected: list[str] | None) -> None:
    days = stretch(extract(f"{words} 46 ships sank.", published="2025-06-02")[-1])
    assert (None if days is None else [str(day) for day in days]) == expected

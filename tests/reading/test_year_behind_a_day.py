"""A day whose year stands behind it in words."""

from __future__ import annotations

import pytest

from claimcheck import extract


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ostria joined on April 4 last year.", "2023-04-04"),
        ("Ostria joined on 4 April, last year.", "2023-04-04"),
        ("It fell on June 3 of this year.", "2024-06-03"),
        ("The lease ends on April 4 next year.", "2025-04-04"),
        ("They met on April 4 last.", "2024-04-04"),
    ],
)
def test_a_day_of_last_year(text: str, value: str) -> None:
    assert [claim.value for claim in extract(text, published="2024-06-01") if claim.kind == "date"] == [value]

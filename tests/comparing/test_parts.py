"""A figure is a part only where its own words say so, not those of the next figure or of where people were bound."""

from __future__ import annotations

import pytest

from claimcheck.comparing.parts import whole
from claimcheck.reading import extract

TOTAL = "The storm has killed 61 people, officials said."


def _verdict(text: str, number: str) -> str:
    (total,) = extract(TOTAL, "2026-02-05", document="a")
    figure = next(claim for claim in extract(text, "2026-02-05", document="b") if number in claim.surface)
    return whole(total, figure).verdict


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("The storm has killed 72 people, nine above the 63 of the first round.", "72"),
        ("The storm has killed 72 people, more than the 40 lost in the flood of 1962.", "72"),
        ("The storm has killed 72 people, doctors at the city's clinic said.", "72"),
        ("In the province 72 people have died in the storm.", "72"),
        ("Some 72 people fled for neighboring Karsk.", "72"),
    ],
)
def test_what_is_said_of_another_figure_makes_no_part(text: str, number: str) -> None:
    assert _verdict(text, number) == "agree"


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("In a village near Karsk 22 people died in the storm.", "22"),
        ("The flood of 1962 killed 40 people.", "40"),
        ("In neighboring Karsk 12 people died.", "12"),
        ("In the hamlets 19 people died in the storm.", "19"),
    ],
)
def test_a_figure_of_another_time_or_place_is_a_part(text: str, number: str) -> None:
    assert _verdict(text, number) == "part"

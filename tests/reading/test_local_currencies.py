"""Money of a name that several countries use is that of the country the story names, and of none where it names two."""

from __future__ import annotations

import pytest

from claimcheck.reading import extract


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Pakistan's cabinet set aside Rs 500 billion.", "PKR"),
        ("KARACHI — The province will spend 12 billion rupees.", "PKR"),
        ("Colombo said the loan was 30 billion rupees.", "LKR"),
        ("KATHMANDU — Nepal collected 900 billion rupees in tax.", "NPR"),
        ("NEW DELHI — The firm earned 12 billion rupees.", "INR"),
        ("Sri Lanka's bank lent 5 billion rupees. Officials in Colombo said 2 billion rupees was repaid.", "LKR"),
        ("Pakistan's loan is in Indian rupees: 5 billion Indian rupees.", "INR"),
        ("Pakistan bought tea for ₹500 million.", "INR"),
        ("India and Pakistan each paid 5 billion rupees.", "INR"),
        ("The firm earned 12 billion rupees.", "INR"),
        ("Mexico's bank sold 5 billion pesos.", "MXN"),
        ("Argentine prices are up; a kilo costs 9,000 pesos.", "ARS"),
        ("OSLO — Norway's oil fund lost 400 billion kroner.", "NOK"),
        ("The fine was 900 pesos.", "peso"),
        ("Kenya and Uganda asked for 900 shillings.", "shilling"),
    ],
)
def test_the_place_of_a_story_tells_whose_money_it_is(text: str, unit: str) -> None:
    claims = [claim for claim in extract(text, "2026-02-05") if claim.kind in ("money", "rate")]
    assert claims[-1].unit == unit

"""Sums of earlier years in today's money, where the text says so."""

from __future__ import annotations

import pytest

from claimcheck import check


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("The stadium cost $70 million in 1985, or about $205 million in today's dollars.", "supported"),
        ("The stadium cost $70 million in 1985, or about $502 million in today's dollars.", "contradicted"),
        ("The bridge cost $35 million in 1937 ($763 million in today's money).", "supported"),
        ("The bridge cost $35 million in 1937 ($76 million in today's money).", "contradicted"),
        ("The dam was built in 1936 for $49 million, equivalent to $1.1 billion today.", "supported"),
        ("It cost $12 million in 1960. Adjusted for inflation, that is $127 million.", "supported"),
        ("It cost $12 million in 1960, about $172 million adjusted for inflation.", "contradicted"),
        ("It cost $12 million in 1960 and $172 million to rebuild.", None),
        ("It cost $12 million in 1960. Today it earns $172 million a year.", None),
        ("It cost £12 million in 1960, about £172 million adjusted for inflation.", None),
        ("It cost $12 million in 1860, about $450 million adjusted for inflation.", None),
        ("Sales rose to $4.1 billion from $2.9 billion in 1999, adjusted for inflation.", None),
    ],
)
def test_a_sum_in_todays_money(text: str, verdict: str | None) -> None:
    findings = [finding for finding in check(text, published="2025-03-04").findings if finding.check == "todays-money"]
    assert [finding.verdict for finding in findings] == ([verdict] if verdict else [])

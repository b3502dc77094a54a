"""A report written from a table: every figure is found in it or follows from it, and one that does not is told."""

from __future__ import annotations

from io import StringIO

import pandas
import pytest

from claimcheck import References, check

TABLE = """company,year,revenue (USD million),employees,net profit (USD million)
Alvo Foods,2022,410,5200,31
Alvo Foods,2023,440,5400,28
Alvo Foods,2024,484,5100,42
Brask Foods,2022,300,3900,12
Brask Foods,2023,310,4000,15
Brask Foods,2024,295,3800,9
"""
REPORT = """Alvo Foods had revenue of $484 million in 2024, up 10 percent from $440 million in 2023.

Alvo Foods employed 5,100 people in 2024, 300 fewer than in 2023.

Net profit at Alvo Foods rose by half to $42 million in 2024, from $28 million in 2023.

Brask Foods reported revenue of $295 million in 2024, a decline of 4.8 percent from 2023. Its net profit fell to $9 million, from $15
million a year earlier, a drop of 40 percent.

Brask Foods cut its workforce to 3,800 in 2024 from 4,000 in 2023, a reduction of 5 percent.

Together, the companies had revenue of $779 million and 8,900 employees in 2024.

From 2022 to 2024, revenue at Alvo Foods rose by $74 million, or 18 percent.
"""


def references() -> References:
    return References().with_frame(pandas.read_csv(StringIO(TABLE), dtype=str))


def test_every_figure_of_a_report_is_found_or_follows() -> None:
    report = check(REPORT, published="2025-02-01", references=references(), strict=True)
    assert not report.problems
    traced = {finding.claim.surface for finding in report.findings if finding.check in ("reference-value", "reference-derived")}
    assert {claim.surface for claim in report.claims if claim.kind not in ("date", "year")} <= traced


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("$779 million", "$797 million"),
        ("8,900 employees", "9,300 employees"),
        ("18 percent", "24 percent"),
        ("drop of 40 percent", "drop of 46 percent"),
        ("5,100 people", "6,100 people"),
    ],
)
def test_a_figure_that_follows_from_nothing_is_an_error(right: str, wrong: str) -> None:
    report = check(REPORT.replace(right, wrong), published="2025-02-01", references=references(), strict=True)
    assert {finding.claim.surface for finding in report.problems if finding.check.startswith("reference")} == {wrong.split("of ")[-1]}

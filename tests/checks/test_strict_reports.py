"""A report written from a table: every figure is found in it or follows from it, and one that does not is told."""

from __future__ import annotations

from io import StringIO
from pathlib import Path

import pandas
import pytest

from claimcheck import References, check, check_file
from claimcheck.reports import render

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


SALES = """region,quarter,measure,value,unit
North,2024-Q4,sales,12.4,million EUR
North,2025-Q1,sales,13.9,million EUR
South,2024-Q4,sales,8.1,million EUR
South,2025-Q1,sales,7.3,million EUR
West,2024-Q4,sales,3.2,million EUR
West,2025-Q1,sales,4.0,million EUR
North,2025-Q1,customers,18250,count
South,2025-Q1,customers,9120,count
West,2025-Q1,customers,5480,count
North,2025-Q1,returns rate,2.4,percent
South,2025-Q1,returns rate,3.9,percent
"""
SALES_REPORT = """Sales in North rose to 13.9 million euros in the first quarter of 2025.

West grew by a quarter to 4.0 million euros. Together the three regions made 25.2 million euros.

North had 18,250 customers, twice as many as South (9,120). All regions together served 32,850 customers.

North accounted for 55 percent of sales. The returns rate was 2.4 percent in North and 3.9 percent in South, a gap of 1.5 percentage points.

Online orders made up 61 percent of sales, and the average basket was 84 euros.

| Region | Sales (million euros) |
|---|---|
| North | 13.9 |
| South | 7.6 |
"""


def test_what_was_made_up_is_told_apart_from_sums_shares_and_cells(tmp_path: Path) -> None:
    sales = References().with_frame(pandas.read_csv(StringIO(SALES), dtype=str))
    (tmp_path / "report.md").write_text(SALES_REPORT, encoding="utf-8")
    report = check_file(tmp_path / "report.md", published="2025-04-10", references=sales, strict=True)
    assert [finding.claim.surface for finding in report.problems if finding.verdict == "not_found"] == ["61 percent", "84 euros", "7.6"]


def test_an_amount_for_each_of_what_another_column_counts() -> None:
    stores = pandas.DataFrame(
        [["West", "547.3", "101", "2024"], ["North", "451.2", "88", "2024"]], columns=["region", "revenue (million EUR)", "stores", "year"]
    )
    text = "Revenue per store in the West was 5.4 million euros in 2024. Revenue per store in the North was 5.9 million euros in 2024."
    report = check(text, published="2025-02-01", references=References().with_frame(stores), strict=True)
    assert [finding.claim.surface for finding in report.findings if finding.verdict == "supported"] == ["5.4 million euros"]
    assert [finding.claim.surface for finding in report.problems] == ["5.9 million euros"]


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        (
            "Online, South made 1.9 million euros in the first quarter of 2025.",
            "sales of South: 7,300,000 EUR for Q1 2025 (frame), line 4 of frame",
        ),
        ("Sales in South rose to 9.9 million euros in 2019.", "sales of South: 8,100,000 EUR for Q4 2024 (frame), line 3 of frame"),
        ("Customers of the chain numbered 4,100.", "customers of West: 5,480 for Q1 2025 (frame), line 9 of frame"),
        ("South gave 84 percent of it away.", "returns rate of South: 3.9 percent for Q1 2025 (frame), line 11 of frame"),
        ("The mayor cut 31 ribbons.", None),
        ("The mayor gave 31 million euros away.", None),
        ("South is 84 kilometers away.", None),
    ],
)
def test_a_figure_that_is_not_found_names_the_nearest_row(text: str, nearest: str | None) -> None:
    sales = References().with_frame(pandas.read_csv(StringIO(SALES), dtype=str))
    (finding,) = check(text, published="2025-04-10", references=sales, strict=True).problems
    assert finding.verdict == "not_found"
    assert finding.message.partition("; the nearest is ")[2].removesuffix(".") == (nearest or "")
    assert [evidence.row for evidence in finding.evidence] == ([int(nearest.split()[-3])] if nearest else [])


def test_quarters_are_told_by_their_number_in_every_message() -> None:
    wide = pandas.DataFrame(
        [["North", "sales", "million EUR", "12.4", "13.9"]], columns=["region", "measure", "unit", "Q4 2024", "Q1 2025"]
    )
    text = (
        "Sales in North rose 12.1 percent to 13.9 million euros in the first quarter of 2025 from 12.4 million euros in the fourth of 2024."
    )
    report = check(text, published="2025-04-10", references=References().with_frame(wide), strict=True)
    assert not report.problems
    told = " ".join(finding.message for finding in report.findings)
    assert "13,900,000 EUR for Q1 2025" in told
    assert "from 12,400,000 EUR (Q4 2024) to 13,900,000 EUR (Q1 2025) is" in told
    assert "as of Q1 2025" in render("text", [report], verbose=True)


CHAINS = """chain,year,stores,staff,GDP (million EUR),population
Marlow,2024,120,4440,,
Marlow,2023,112,4032,,
Tindle,2024,83,2739,,
Norland,2024,,,98415,2430000
"""


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Marlow employed 37 staff per store in 2024.", "staff of Marlow: 4,440 by 120 stores is 37"),
        ("Tindle had 33 employees per store in 2024.", "staff of Tindle: 2,739 by 83 stores is 33"),
        ("GDP per person in Norland was 40,500 euros in 2024.", "by 2,430,000 population is 40,500 EUR"),
        ("Marlow employed 39 staff per store in 2024.", None),
        ("Marlow had 37 managers per shelf in 2024.", None),
        ("Marlow sold 37 bicycles per store in 2024.", None),
        ("GDP per person in Norland was 44,500 euros in 2024.", None),
    ],
)
def test_an_amount_for_each_follows_from_two_columns_of_one_row(text: str, line: str | None) -> None:
    chains = References().with_frame(pandas.read_csv(StringIO(CHAINS), dtype=str))
    report = check(text, published="2025-04-10", references=chains, strict=True)
    derived = [finding.message for finding in report.findings if finding.check == "reference-derived"]
    assert len(derived) == (line is not None)
    assert all(str(line) in message for message in derived)
    assert [finding.verdict for finding in report.problems] == ([] if line else ["not_found"])

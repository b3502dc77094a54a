"""claimcheck check --strict: a report written from a table, each figure found in it, derived from it, or not found."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Command

TABLE = """\
entity,measure,value,unit,as_of,source,url
Elmland,exports,320,million EUR,2023,Statistics Office,https://example.org/exports
Elmland,exports,419,million EUR,2024,Statistics Office,https://example.org/exports
Elmland,tourists,1355200,count,2024,Tourist Board,https://example.org/tourists
"""
FOUND = (
    "Exports of Elmland came to 419 million euros in 2024, 31 percent more than in 2023. Elmland welcomed 1.36 million tourists in 2024.\n"
)
MADE_UP = "The tourists spent 880 million euros.\n"


@pytest.fixture
def table(desk: Path) -> Path:
    (desk / "exports.csv").write_text(TABLE, "utf-8")
    (desk / "found.md").write_text(FOUND, "utf-8")
    (desk / "made_up.md").write_text(FOUND + MADE_UP, "utf-8")
    return desk / "exports.csv"


def test_a_report_that_its_table_holds_passes_and_every_figure_is_shown_with_its_row(process: Command, table: Path) -> None:
    done = process("check", "found.md", "--reference", table, "--strict", "--published", "2025-02-11")
    assert done.code == 0
    assert "exports.csv:3" in done.out
    assert "[reference-derived]" in done.out
    assert "from 320,000,000 EUR (2023) to 419,000,000 EUR (2024) is 30.94 percent" in done.out
    assert "exports.csv:4" in done.out
    assert "0 errors" in done.out


def test_a_figure_that_no_row_holds_fails(process: Command, table: Path) -> None:
    done = process("check", "made_up.md", "--reference", table, "--strict", "--published", "2025-02-11")
    assert done.code == 1
    assert "made_up.md:2:20 error not_found [reference-missing]" in done.out
    assert "1 error," in done.out


def test_without_strict_it_passes(process: Command, table: Path) -> None:
    assert process("check", "made_up.md", "--reference", table, "--published", "2025-02-11").code == 0


def test_strict_needs_a_table(run: Command, desk: Path) -> None:
    done = run("check", "plain.txt", "--strict")
    assert done.code == 2
    assert "--reference" in done.err
    assert "Traceback" not in done.err


def test_the_same_from_python(table: Path) -> None:
    import claimcheck as cc

    report = cc.check(FOUND + MADE_UP, published="2025-02-11", references=cc.References.load(table), strict=True)
    assert [finding.claim.surface for finding in report.problems if finding.verdict == "not_found"] == ["880 million euros"]

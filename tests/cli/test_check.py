"""claimcheck check: which drafts, which formats, which exit code."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

JOBLESS = "Unemployment in Velmark stood at {} percent in March 2025, the statistics office said.\n"


@pytest.fixture
def ledger(desk: Path, run: Command) -> Path:
    """A ledger that holds another rate for the month that jobless.txt speaks of: a warning."""
    (desk / "old").mkdir()
    (desk / "old" / "jobless.txt").write_text(JOBLESS.format("8.2"), "utf-8")
    (desk / "jobless.txt").write_text(JOBLESS.format("7.6"), "utf-8")
    assert run("ledger", "add", "old", "--ledger", "desk.sqlite", "--published", "2025-04-10").code == 0
    return desk / "desk.sqlite"


@pytest.mark.parametrize(
    ("draft", "fail_on", "code"),
    [
        ("wrong.md", "error", 1),
        ("wrong.md", "warning", 1),
        ("wrong.md", "note", 1),
        ("wrong.md", "never", 0),
        ("jobless.txt", "error", 0),
        ("jobless.txt", "warning", 1),
        ("jobless.txt", "note", 1),
        ("jobless.txt", "never", 0),
        ("right.md", "error", 0),
        ("right.md", "warning", 0),
        ("right.md", "note", 1),
        ("plain.txt", "note", 0),
    ],
)
def test_the_exit_code_follows_the_loudest_finding(run: Command, ledger: Path, draft: str, fail_on: str, code: int) -> None:
    done = run("check", draft, "--ledger", ledger, "--published", "2025-04-20", "--fail-on", fail_on)
    assert done.code == code
    assert done.err == ""


def test_errors_are_what_fails_by_default(process: Command) -> None:
    assert process("check", "wrong.md").code == 1
    assert process("check", "right.md").code == 0


def test_findings_go_to_standard_output_with_their_place(process: Command) -> None:
    done = process("check", "wrong.md")
    assert done.out.startswith("wrong.md:5:36 error contradicted [reference-date]\n")
    assert "18 March 2014" in done.out
    assert "\x1b" not in done.out, "colour is for terminals"
    assert done.err == ""


def test_what_is_plainly_right_is_shown_on_request(run: Command) -> None:
    assert "supported" not in run("check", "right.md").out
    assert "right.md:5:24 note supported [reference-date]" in run("check", "right.md", "--verbose").out


def test_a_folder_stands_for_its_drafts_and_each_draft_is_checked_once(run: Command, desk: Path) -> None:
    (desk / "notes.xyz").write_text("Russia annexed Crimea in 2015.", "utf-8")
    (desk / ".hidden.md").write_text("Russia annexed Crimea in 2015.", "utf-8")
    done = run("check", desk, "wrong.md", desk / "wrong.md", "--format", "json")
    paths = [document["path"] for document in json.loads(done.out)["documents"]]
    assert paths == ["plain.txt", "right.md", "wrong.md"]


def test_several_paths_are_reported_in_the_order_given(run: Command) -> None:
    done = run("check", "wrong.md", "right.md", "plain.txt", "--format", "json")
    assert [document["path"] for document in json.loads(done.out)["documents"]] == ["wrong.md", "right.md", "plain.txt"]


@pytest.mark.parametrize(
    "text", [b"Russia illegally annexed Crimea in 2016.", b"---\ndate: 2026-02-05\n---\n\nRussia annexed Crimea in 2016."]
)
def test_a_dash_is_standard_input(process: Command, text: bytes) -> None:
    done = process("check", "-", "--published", "2026-02-05", stdin=text)
    assert done.code == 1
    assert done.out.startswith("<stdin>:")


def test_the_day_on_the_command_line_goes_before_the_front_matter(run: Command) -> None:
    done = run("check", "wrong.md", "--published", "2025-06", "--format", "json")
    assert {claim["said_on"] for claim in json.loads(done.out)["documents"][0]["claims"]} == {"2025-06"}


def test_json_holds_claims_and_findings_of_every_document(run: Command) -> None:
    documents = json.loads(run("check", "wrong.md", "plain.txt", "--format", "json").out)["documents"]
    assert {"path", "claims", "findings"} <= documents[0].keys()
    assert [claim["surface"] for claim in documents[0]["claims"]] == ["2016"]
    assert [finding["verdict"] for finding in documents[0]["findings"]] == ["contradicted"]
    assert documents[1]["claims"] == documents[1]["findings"] == []


def test_formats_go_to_files_and_to_standard_output_at_once(process: Command, desk: Path) -> None:
    done = process("check", "wrong.md", "--format", "json:report.json", "--format", "html:report.html", "--format", "github")
    assert done.code == 1
    assert done.out.startswith("::error file=wrong.md,line=5,col=36,")
    assert json.loads((desk / "report.json").read_text("utf-8"))["documents"][0]["path"] == "wrong.md"
    assert "2016" in (desk / "report.html").read_text("utf-8")


def test_a_dash_as_file_of_a_format_is_standard_output(run: Command, desk: Path) -> None:
    assert run("check", "wrong.md", "--format", "json:-").out == run("check", "wrong.md", "--format", "json").out
    assert not (desk / "-").exists()


def test_github_says_nothing_where_there_is_nothing_to_say(run: Command) -> None:
    assert run("check", "plain.txt", "--format", "github").out == ""


def test_references_of_the_user_are_added_to_those_that_ship(run: Command, desk: Path) -> None:
    (desk / "bridges.csv").write_text(
        "name,measure,value,unit,source,url\nElmsworth Bridge,length,420,meter,City,https://example.org\n", "utf-8"
    )
    (desk / "bridge.md").write_text("The Elmsworth Bridge has a length of 420 meters. Russia annexed Crimea in 2016.\n", "utf-8")
    done = run("check", "bridge.md", "--reference", "bridges.csv", "--verbose")
    assert done.code == 1
    assert "supported [reference-value]" in done.out
    assert "bridges.csv:" in done.out
    assert "contradicted [reference-date]" in done.out


def test_checking_writes_nothing_to_the_ledger(run: Command, ledger: Path) -> None:
    before = run("ledger", "history", "unemployment", "--ledger", ledger).out
    run("check", "jobless.txt", "--ledger", ledger, "--published", "2025-04-20")
    assert run("ledger", "history", "unemployment", "--ledger", ledger).out == before


def test_one_draft_that_cannot_be_read_is_named_and_the_others_are_checked(process: Command, desk: Path) -> None:
    (desk / "broken.md").write_bytes(b"At least 40 \xff\xfe died.")
    (desk / "empty.md").write_bytes(b"")
    done = process("check", "broken.md", "wrong.md", "missing.md", "empty.md", "--format", "json:report.json", "--format", "text")
    assert done.code == 2
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["claimcheck"] * 3
    assert [name in done.err for name in ("broken.md", "missing.md", "empty.md")] == [True] * 3
    assert "wrong.md:5:36 error contradicted" in done.out
    assert [document["path"] for document in json.loads((desk / "report.json").read_text("utf-8"))["documents"]] == ["wrong.md"]


def test_where_no_draft_can_be_read_no_report_is_written(run: Command, desk: Path) -> None:
    done = run("check", "missing.md", "gone.md", "--format", "json:report.json")
    assert (done.code, done.out) == (2, "")
    assert len(done.err.splitlines()) == 2
    assert not (desk / "report.json").exists()


def test_silence_is_explained_behind_the_report(run: Command, desk: Path) -> None:
    (desk / "two.txt").write_text("Torvia closed 146 bridges on Sunday. Lodvik closed 164 bridges on Sunday.\n", "utf-8")
    done = run("check", "two.txt", "--explain-silence")
    assert "two.txt: 1 figure or pair looked at and left alone\n  1:15 '146 bridges' and '164 bridges' (1:52): " in done.out
    assert "left alone" not in run("check", "two.txt").out
    other = run("check", "two.txt", "--explain-silence", "--format", "json")
    assert json.loads(other.out)
    assert "left alone" in other.err


def test_rows_of_a_table_that_are_left_out_are_named_on_standard_error(run: Command, desk: Path) -> None:
    (desk / "rates.csv").write_text("country,year,measure,value,unit\nChile,2025,deficit,2.9,wombats\nChile,2025,budget,3,USD\n", "utf-8")
    done = run("check", "right.md", "--reference", "rates.csv")
    assert "rates.csv, line 2, column 'value'" in done.err
    assert "wombats" not in done.out

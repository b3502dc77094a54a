"""claimcheck ledger: what is recorded, followed, corrected, moved and verified."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TOLL = "The health ministry said {} people had been killed by the Velmark flood.\n"
LEDGER = ("--ledger", "desk.sqlite")


@pytest.fixture
def archive(desk: Path, run: Command) -> Path:
    """Three articles on one toll, on three days, recorded."""
    folder = desk / "archive"
    folder.mkdir()
    for day, toll in (("2025-06-01", "120"), ("2025-06-03", "148"), ("2025-06-08", "163")):
        (folder / f"{day}.md").write_text(f"---\ndate: {day}\noutlet: The Harbour Post\n---\n\n{TOLL.format(toll)}", "utf-8")
    assert run("ledger", "add", "archive", *LEDGER).code == 0
    return folder


def _series(run: Command) -> list[dict[str, str]]:
    done = run("ledger", "history", "people killed flood", "--jsonl", *LEDGER)
    return [json.loads(line) for line in done.out.splitlines()]


def test_adding_tells_what_it_did_on_standard_error(run: Command, archive: Path) -> None:
    assert (done := run("ledger", "add", "archive", *LEDGER)).code == 0
    assert done.out == ""
    assert done.err == "0 claims recorded: 0 new documents, 0 changed, 3 already there.\n"
    (archive / "2025-06-08.md").write_text("---\ndate: 2025-06-08\n---\n\n" + TOLL.format("165"), "utf-8")
    assert "1 changed, 2 already there" in run("ledger", "add", "archive", *LEDGER).err
    assert [claim["value"] for claim in _series(run)] == ["120", "148", "165"]


def test_history_is_a_table_in_order_of_time_with_a_sparkline(run: Command, archive: Path) -> None:
    done = run("ledger", "history", "people killed flood", *LEDGER)
    assert (done.code, done.err) == (0, "")
    lines = done.out.splitlines()
    assert lines[0].startswith("deaths, people, flood")
    assert [line[:10] for line in lines[3:6]] == ["2025-06-01", "2025-06-03", "2025-06-08"]
    assert [figure in line for figure, line in zip(("120", "148", "163"), lines[3:6], strict=True)] == [True] * 3
    assert lines[6] == "▁▅█"


def test_history_of_one_claim_by_its_id(run: Command, archive: Path) -> None:
    name = _series(run)[1]["id"]
    assert run("ledger", "history", name, *LEDGER).out == run("ledger", "history", "people killed flood", *LEDGER).out


def test_a_correction_is_shown_with_the_series_and_silences_the_fall(run: Command, desk: Path, archive: Path) -> None:
    last = _series(run)[-1]["id"]
    done = run("ledger", "correct", last, "--value", "136", "--reason", "some were counted twice", "--on", "2025-06-09", *LEDGER)
    assert (done.code, done.out) == (0, "")
    assert "corrected to 136 on 2025-06-09: some were counted twice" in done.err
    assert "corrected to 136: some were counted twice" in run("ledger", "history", "people killed flood", *LEDGER).out
    (desk / "next.txt").write_text(TOLL.format("136"), "utf-8")
    report = json.loads(run("check", "next.txt", "--published", "2025-06-10", "--format", "json", *LEDGER).out)
    assert [(finding["severity"], finding["verdict"]) for finding in report["documents"][0]["findings"]] == [("note", "corrected")]


def test_a_table_with_plain_headers_or_with_columns_named(run: Command, desk: Path) -> None:
    (desk / "homes.csv").write_text("town,day,built\nElmsworth,2025-01-31,120\nElmsworth,2025-02-28,140\n", "utf-8")
    columns = ("--column", "entity=town", "--column", "as_of=day", "--column", "value=built")
    done = run("ledger", "add", "homes.csv", *columns, *LEDGER)
    assert (done.code, done.err) == (0, "2 claims recorded: 1 new document, 0 changed, 0 already there.\n")
    assert "140" in run("ledger", "history", "Elmsworth built", *LEDGER).out


def test_rows_of_a_table_that_are_left_out_are_told(run: Command, desk: Path) -> None:
    rows = ("town,measure,value,as_of", "Elmsworth,homes burned,=B2+1,2025", "Holt Bay,homes burned,95,2025", "Kell,homes burned,n/a,2025")
    (desk / "homes.csv").write_text("\n".join(rows))
    told = run("ledger", "add", "homes.csv", "--ledger", "new.sqlite")
    assert told.code == 0
    assert "homes.csv, line 2, column 'value': '=B2+1' is a formula; save its result in the table." in told.err
    assert "line 4" in told.err
    assert "1 claim recorded" in told.err


def test_an_interrupted_import_leaves_no_empty_ledger(run: Command, archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ledger", "export", "all.jsonl", *LEDGER).code == 0

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("claimcheck.ledger.Ledger.import_", interrupted)
    assert run("ledger", "import", "all.jsonl", "--ledger", "new.sqlite").code == 130
    assert not Path("new.sqlite").exists()
    assert run("ledger", "import", "all.jsonl", *LEDGER).code == 130
    assert Path("desk.sqlite").exists()


def test_a_fact_check_as_claim_review(run: Command, desk: Path) -> None:
    review = {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "The Velmark flood killed 900 people.",
        "datePublished": "2025-06-12",
    }
    (desk / "review.jsonld").write_text(json.dumps(review), "utf-8")
    assert run("ledger", "add", "review.jsonld", *LEDGER).err.startswith("1 claim recorded")


@pytest.mark.parametrize("name", ["all.jsonl", "all.csv"])
def test_an_export_read_into_a_new_ledger_is_the_same_ledger(run: Command, archive: Path, name: str) -> None:
    assert run("ledger", "export", name, *LEDGER).code == 0
    assert run("ledger", "import", name, "--ledger", "copy.sqlite").err.startswith("3 claims recorded")
    assert run("ledger", "import", name, "--ledger", "copy.sqlite").err.startswith("0 claims recorded")
    history = ("ledger", "history", "people killed flood")
    assert run(*history, "--ledger", "copy.sqlite").out == run(*history, *LEDGER).out


def test_verify_is_silent_on_a_sound_ledger(process: Command, archive: Path) -> None:
    done = process("ledger", "verify", *LEDGER)
    assert (done.code, done.out, done.err) == (0, "", "")


def test_one_article_that_cannot_be_read_is_named_and_the_others_are_recorded(run: Command, archive: Path) -> None:
    (archive / "broken.md").write_bytes(b"\xff")
    (archive / "2025-06-09.md").write_text("---\ndate: 2025-06-09\n---\n\n" + TOLL.format("170"), "utf-8")
    done = run("ledger", "add", "archive", "missing.md", *LEDGER)
    assert done.code == 2
    assert "broken.md" in done.err
    assert "missing.md" in done.err
    assert "1 new document," in done.err


def test_related_names_the_articles_of_the_same_event(run: Command, desk: Path, archive: Path) -> None:
    (archive / "cup.md").write_text("---\ndate: 2025-06-08\ntitle: Dunmere win the cup\n---\n\nMara Lind scored twice.\n", "utf-8")
    (desk / "draft.md").write_text("---\ndate: 2025-06-09\n---\n\nMara Lind of Dunmere is out for the season.\n", "utf-8")
    assert "1 new document," in run("ledger", "add", "archive", *LEDGER).err
    done = run("ledger", "related", "draft.md", *LEDGER)
    assert (done.code, done.err) == (0, "")
    assert [line.split("  ")[-1] for line in done.out.splitlines()[2:]] == ["archive/cup.md"]
    done = run("ledger", "related", "draft.md", "--published", "2024-01-01", *LEDGER)
    assert (done.code, done.out) == (2, "")
    assert "holds no article like draft.md within 7 days" in done.err


def test_words_that_no_series_bears_out_name_the_nearest(run: Command, archive: Path) -> None:
    done = run("ledger", "history", "sailors killed flood", *LEDGER)
    assert (done.code, done.out) == (2, "")
    name = _series(run)[-1]["id"]
    assert "holds no series of 'sailors killed flood'; did you mean one of these?" in done.err
    assert re.search(rf"\n  {name}  deaths, people, .*Velmark.*: 163 people \(2025-06-08\), last of 3\n", done.err)
    assert "163 people" in run("ledger", "history", name, *LEDGER).out
    assert "holds no series of 'volcano'; try other words." in run("ledger", "history", "volcano", *LEDGER).err


def test_words_of_several_series_show_the_best_and_name_the_others(run: Command, archive: Path) -> None:
    (archive / "fire.md").write_text("---\ndate: 2025-06-09\n---\n\nA fire in Lodvik killed four people, police said.\n", "utf-8")
    assert run("ledger", "add", "archive", *LEDGER).code == 0
    done = run("ledger", "history", "death toll", *LEDGER)
    assert (done.code, done.out.splitlines()[-1]) == (0, "▁▅█")
    assert "'death toll' fits other series too; did you mean one of these?" in done.err
    name = re.findall(r"\n  (\w{16})  deaths, people, .*: four people \(2025-06-09\)\n", done.err)[0]
    assert "four people" in run("ledger", "history", name, *LEDGER).out


def test_an_article_of_a_day_ahead_is_recorded_with_a_note(run: Command, desk: Path) -> None:
    (desk / "ahead.md").write_text("---\ndate: 2999-01-01\n---\n\n" + TOLL.format("120"), "utf-8")
    done = run("ledger", "add", "ahead.md", *LEDGER)
    assert done.code == 0
    assert "1 claim recorded" in done.err
    assert "note: ahead.md is dated 2999-01-01, which lies ahead" in done.err
    (desk / "homes.csv").write_text("town,day,built\nElmsworth,2025-01-31,120\nElmsworth,2999-02-28,140\n", "utf-8")
    columns = ("--column", "entity=town", "--column", "as_of=day", "--column", "value=built")
    assert "note: homes.csv is dated 2999-02-28, which lies ahead" in run("ledger", "add", "homes.csv", *columns, *LEDGER).err
    done = run("ledger", "verify", *LEDGER)
    assert (done.code, done.out.startswith("future: ")) == (1, True)


@pytest.mark.parametrize(("option", "value"), [("--within", "-3"), ("--within", "a week"), ("--limit", "0")])
def test_related_takes_whole_numbers_of_days_and_articles(process: Command, desk: Path, archive: Path, option: str, value: str) -> None:
    (desk / "draft.md").write_text("Mara Lind of Dunmere is out.\n", "utf-8")
    done = process("ledger", "related", "draft.md", option, value, *LEDGER)
    assert (done.code, done.out) == (2, "")
    assert f"{option}: takes a whole number from" in done.err


def test_a_figure_is_corrected_as_one_writes_it(run: Command, archive: Path) -> None:
    name = _series(run)[-1]["id"]
    done = run("ledger", "correct", name, "--value", "1.3 thousand people", "--reason", "a digit was lost", *LEDGER)
    assert (done.code, done.out) == (0, "")
    assert "corrected to 1300" in done.err
    done = run("ledger", "correct", name, "--value", "13 miles", "--reason", "a digit was lost", *LEDGER)
    assert done.code == 2
    assert "'13 miles' is in mile, '163 people' in count" in done.err


def test_list_gives_every_article_in_order_of_its_day(run: Command, archive: Path) -> None:
    (archive / "undated.txt").write_text(TOLL.format("150"), "utf-8")
    (archive / "2025-06-08.md").write_text("---\ndate: 2025-06-08\ntitle: Toll rises\n---\n\n" + TOLL.format("165"), "utf-8")
    assert run("ledger", "add", "archive", *LEDGER).code == 0
    done = run("ledger", "list", *LEDGER)
    assert (done.code, done.err) == (0, "")
    assert [line.split() for line in done.out.splitlines()[2:]] == [
        ["2025-06-01", "1", "1", "-", "archive/2025-06-01.md"],
        ["2025-06-03", "1", "1", "-", "archive/2025-06-03.md"],
        ["2025-06-08", "1", "2", "Toll", "rises", "archive/2025-06-08.md"],
        ["-", "1", "1", "-", "archive/undated.txt"],
    ]


def test_the_old_version_of_a_changed_article_stays_readable(run: Command, archive: Path) -> None:
    (archive / "2025-06-08.md").write_text("---\ndate: 2025-06-08\n---\n\n" + TOLL.format("165"), "utf-8")
    assert run("ledger", "add", "archive", *LEDGER).code == 0
    done = run("ledger", "versions", "archive/2025-06-08.md", *LEDGER)
    assert (done.code, done.err) == (0, "")
    assert [(line[0], "163 people" in line, "165 people" in line) for line in done.out.splitlines()[2:]] == [
        ("1", True, False),
        ("2", False, True),
    ]
    done = run("ledger", "versions", "archive/other.md", *LEDGER)
    assert (done.code, done.out) == (2, "")
    assert "holds no article archive/other.md" in done.err


def test_articles_from_standard_input_do_not_replace_one_another(run: Command) -> None:
    for text in (b"A fire in Brem killed 12 people.", b"A flood in Torv killed 31 people.", b"A flood in Torv killed 31 people."):
        assert run("ledger", "add", "-", "--published", "2025-06-01", *LEDGER, stdin=text).code == 0
    assert [line.split()[1:3] for line in run("ledger", "list", *LEDGER).out.splitlines()[2:]] == [["1", "1"], ["1", "1"]]

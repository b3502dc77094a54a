"""Bad input: one clear sentence on standard error, exit 2, nothing written, no traceback."""

from __future__ import annotations

import functools
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

import claimcheck.ledger
from tests.cli.conftest import Command, contents

Refused = Callable[..., str]


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("empty.md", b"", "empty.md is empty"),
        ("blank.txt", b" \n\t\n", "blank.txt is empty"),
        ("latin.md", "Caf\xe9, 40 morts".encode("latin-1"), "latin.md: the bytes at offset 3 are not UTF-8 text"),
        ("photo.md", bytes(range(256)), "photo.md: the bytes at offset 128 are not UTF-8 text"),
        ("day.md", b"---\ndate: 2026-13-45\n---\nAt least 40 died.", "day.md, line 2: '2026-13-45' is not a date"),
        ("draft.xyz", b"At least 40 died.", "draft.xyz has a suffix no reader knows"),
    ],
)
@pytest.mark.parametrize("command", [("check",), ("extract",), ("ledger", "add", "--ledger", "new.sqlite")])
def test_a_draft_that_is_none(refused: Refused, desk: Path, command: tuple[str, ...], name: str, data: bytes, told: str) -> None:
    (desk / name).write_bytes(data)
    assert told in refused(*command, name)


@pytest.mark.parametrize("command", [("check",), ("extract",), ("ledger", "add", "--ledger", "new.sqlite")])
def test_a_path_that_leads_nowhere(refused: Refused, desk: Path, command: tuple[str, ...]) -> None:
    (desk / "photos").mkdir()
    (desk / "photos" / "flood.jpg").write_bytes(b"\xff\xd8")
    assert refused(*command, "missing.md") == "missing.md does not exist; check the path."
    assert "photos holds no drafts" in refused(*command, "photos")
    assert "empty" in refused(*command, "-")


@pytest.mark.parametrize("day", ["2026-13-45", "2025-02-29", "yesterday", "20260205", ""])
@pytest.mark.parametrize("command", [("check",), ("extract",), ("ledger", "add", "--ledger", "new.sqlite")])
def test_a_day_that_is_none(refused: Refused, command: tuple[str, ...], day: str) -> None:
    assert refused(*command, "wrong.md", "--published", day) == f"{day!r} is not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD."


def test_a_format_that_is_none(refused: Refused) -> None:
    assert "'pdf'" in refused("check", "wrong.md", "--format", "pdf")
    assert "text" in refused("check", "wrong.md", "--format", ":report.txt")


def test_a_report_is_not_written_over_a_draft_nor_into_a_folder_that_is_not_there(refused: Refused) -> None:
    assert "is a draft" in refused("check", "wrong.md", "--format", "json:wrong.md")
    assert "there is no folder" in refused("check", "wrong.md", "--format", "json:reports/today.json")


def test_a_report_that_cannot_be_written(refused: Refused, desk: Path) -> None:
    (desk / "folder").mkdir()
    assert refused("check", "wrong.md", "--format", "json:folder").startswith("folder: ")
    assert refused("extract", "wrong.md", "--output", "folder").startswith("folder: ")


def test_a_check_that_is_none(refused: Refused) -> None:
    assert "reference-date" in refused("explain", "reference-dates")


def test_jsonl_that_is_not_there(refused: Refused) -> None:
    assert refused("extract", "--jsonl", "missing.jsonl", "--output", "out.jsonl").startswith("missing.jsonl: ")


# ------------------------------------------------------------------------------------------------ data packages


def _package(folder: Path, rows: str, descriptor: object = None) -> None:
    folder.mkdir()
    fields = [{"name": name, "type": "string"} for name in ("name", "measure", "value", "unit", "source", "url")]
    columns = {"entity": "name", **{name: name for name in ("measure", "value", "unit", "source", "url")}}
    resource = {"name": "bridges", "path": "bridges.csv", "schema": {"fields": fields}, "claimcheck": columns}
    (folder / "datapackage.json").write_text(json.dumps(descriptor or {"name": "bridges", "resources": [resource]}), "utf-8")
    (folder / "bridges.csv").write_text(rows, "utf-8")


HEADER = "name,measure,value,unit,source,url\n"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        (HEADER + "Elmsworth Bridge,length,420,meter,,https://example.org\n", ("bridges.csv", "line 2", "source")),
        (HEADER + "Elmsworth Bridge,length,about the same,meter,City,https://example.org\n", ("bridges.csv", "line 2", "value")),
    ],
)
def test_a_broken_data_package_names_file_and_row(refused: Refused, desk: Path, rows: str, told: tuple[str, ...]) -> None:
    _package(desk / "tables", rows)
    sentence = refused("check", "wrong.md", "--reference", "tables")
    assert [part for part in told if part not in sentence] == []


@pytest.mark.parametrize(
    "descriptor", ["no object", {"name": "bridges"}, {"name": "bridges", "resources": [{"name": "x", "path": "gone.csv"}]}]
)
def test_a_broken_descriptor(refused: Refused, desk: Path, descriptor: object) -> None:
    _package(desk / "tables", HEADER, descriptor)
    assert "tables" in refused("check", "wrong.md", "--reference", "tables")


def test_a_descriptor_that_is_no_json_and_a_folder_that_is_not_there(refused: Refused, desk: Path) -> None:
    _package(desk / "tables", HEADER)
    (desk / "tables" / "datapackage.json").write_text("{", "utf-8")
    assert "datapackage.json" in refused("check", "wrong.md", "--reference", "tables")
    assert "nowhere" in refused("check", "wrong.md", "--reference", "nowhere")


def test_validate_names_every_mistake_and_fails(run: Command, desk: Path) -> None:
    _package(desk / "tables", HEADER + "Elmsworth Bridge,length,420,meter,,\nHolt Bridge,length,x,meter,City,https://example.org\n")
    done = run("reference", "validate", "tables")
    assert done.code == 1
    assert [f"line {line}" in done.out for line in (2, 3)] == [True, True]


# ------------------------------------------------------------------------------------------------ ledgers


def _sqlite(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


COMMANDS = [
    ("check", "wrong.md"),
    ("ledger", "add", "wrong.md"),
    ("ledger", "history", "soldiers"),
    ("ledger", "verify"),
    ("ledger", "export", "out.jsonl"),
    ("ledger", "correct", "0123456789abcdef", "--value", "1", "--reason", "a slip"),
]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:2]))
def test_a_file_that_is_no_ledger(refused: Refused, desk: Path, command: tuple[str, ...]) -> None:
    (desk / "notes.sqlite").write_bytes(b"Dear diary, " * 1000)
    assert "notes.sqlite" in refused(*command, "--ledger", "notes.sqlite")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:2]))
def test_a_database_of_another_program(refused: Refused, desk: Path, command: tuple[str, ...]) -> None:
    _sqlite(desk / "recipes.sqlite", "CREATE TABLE recipes (name)")
    assert "another program" in refused(*command, "--ledger", "recipes.sqlite")


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: "-".join(command[:2]))
def test_a_ledger_of_a_newer_claimcheck(run: Command, refused: Refused, desk: Path, command: tuple[str, ...]) -> None:
    assert run("ledger", "add", "wrong.md", "--ledger", "desk.sqlite").code == 0
    _sqlite(desk / "desk.sqlite", "PRAGMA user_version = 999", "PRAGMA wal_checkpoint(TRUNCATE)")
    assert "newer claimcheck" in refused(*command, "--ledger", "desk.sqlite")


@pytest.mark.parametrize(
    "command",
    [command for command in COMMANDS if command[0] != "check" and command[:2] != ("ledger", "add")],
    ids=lambda command: "-".join(command[:2]),
)
def test_a_ledger_that_is_not_there_is_not_made(refused: Refused, command: tuple[str, ...]) -> None:
    assert "There is no ledger" in refused(*command, "--ledger", "missing.sqlite")


def test_a_check_before_anything_was_added_says_so_and_goes_on(run: Command, desk: Path) -> None:
    first, plain = run("check", "wrong.md", "--ledger", "missing.sqlite"), run("check", "wrong.md")
    assert (first.code, first.out) == (plain.code, plain.out)
    assert first.err.count("\n") == plain.err.count("\n") + 1
    assert "there is no ledger missing.sqlite yet" in first.err
    assert not (desk / "missing.sqlite").exists()


def test_a_ledger_cut_short(run: Command, desk: Path) -> None:
    assert run("ledger", "add", "wrong.md", "right.md", "--ledger", "desk.sqlite").code == 0
    _sqlite(desk / "desk.sqlite", "PRAGMA wal_checkpoint(TRUNCATE)")
    whole = (desk / "desk.sqlite").read_bytes()
    (desk / "desk.sqlite").write_bytes(whole[: len(whole) // 3])
    done = run("check", "wrong.md", "--ledger", "desk.sqlite")
    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    assert "desk.sqlite" in done.err


def test_a_ledger_that_stays_locked(run: Command, refused: Refused, desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("ledger", "add", "wrong.md", "--ledger", "desk.sqlite").code == 0
    monkeypatch.setattr(claimcheck.ledger, "Ledger", functools.partial(claimcheck.ledger.Ledger, timeout=0.05))
    writer = sqlite3.connect(desk / "desk.sqlite", isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    assert "desk.sqlite" in refused("ledger", "add", "right.md", "--ledger", "desk.sqlite")
    writer.close()


def test_words_that_name_nothing_in_the_ledger(run: Command, desk: Path) -> None:
    assert run("ledger", "add", "wrong.md", "--ledger", "desk.sqlite").code == 0
    done = run("ledger", "history", "penguins", "--ledger", "desk.sqlite")
    assert (done.code, done.out) == (2, "")
    assert "'penguins'" in done.err


def test_a_correction_that_is_none(run: Command, desk: Path) -> None:
    assert run("ledger", "add", "wrong.md", "--ledger", "desk.sqlite").code == 0
    done = run("ledger", "correct", "0123456789abcdef", "--value", "1", "--reason", "a slip", "--ledger", "desk.sqlite")
    assert (done.code, done.out) == (2, "")
    assert "holds no claim 0123456789abcdef" in done.err


@pytest.mark.parametrize("name", ["notes.jsonl", "notes.txt", "gone.jsonl"])
def test_an_import_that_is_no_export(run: Command, desk: Path, name: str) -> None:
    if name != "gone.jsonl":
        (desk / name).write_text('{"record": "diary"}\n', "utf-8")
    before = contents(desk)
    done = run("ledger", "import", name, "--ledger", "new.sqlite")
    assert (done.code, done.out) == (2, "")
    assert name in done.err
    assert contents(desk) == before


@pytest.mark.parametrize("column", ["value", "=killed", "colour=red", "value=nothing"])
def test_a_column_that_is_none(refused: Refused, desk: Path, column: str) -> None:
    (desk / "homes.csv").write_text("town,built\nElmsworth,120\n", "utf-8")
    assert refused("ledger", "add", "homes.csv", "--column", column, "--ledger", "new.sqlite")


def test_a_table_among_articles_that_breaks_leaves_nothing_behind(refused: Refused, desk: Path) -> None:
    (desk / "homes.csv").write_text("town,built\nElmsworth,120\n", "utf-8")
    refused("ledger", "add", "right.md", "homes.csv", "--column", "value=sold", "--ledger", "new.sqlite")

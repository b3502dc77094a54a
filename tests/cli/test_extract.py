"""claimcheck extract: drafts and JSON Lines in, one line of claims a text out, in the same order."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from claimcheck import extract
from claimcheck.serial import to_json
from tests.cli.conftest import Command

TEXTS: list[dict[str, Any]] = [
    {
        "id": "b",
        "text": "Almost 4,000 villagers were evacuated.",
        "published": "2026-02-05",
        "title": "The toll",
        "outlet": "The Harbour Post",
    },
    {"id": "a", "text": "Nothing was counted."},
    {"id": "b", "text": "The bridge is 420 metres long.", "published": None},
    {"id": "ü", "text": "The “Zoë” carried 300 passengers — 12 of them children."},
]


def _lines(rows: list[Any]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode()


def _read(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_each_line_in_is_a_line_out_in_the_same_order(process: Command) -> None:
    done = process("extract", "--jsonl", "-", stdin=_lines(TEXTS))
    assert (done.code, done.err) == (0, "")
    found = _read(done.out)
    assert [line.keys() for line in found] == [{"id", "claims"}] * 4
    assert [line["id"] for line in found] == ["b", "a", "b", "ü"]
    assert [[claim["surface"] for claim in line["claims"]] for line in found][:2] == [["Almost 4,000 villagers"], []]


def test_a_line_says_what_the_library_says(run: Command) -> None:
    row = TEXTS[0]
    claims = extract(row["text"], row["published"], row["title"], row["outlet"], row["id"])
    assert _read(run("extract", "--jsonl", "-", stdin=_lines([row])).out) == [{"id": "b", "claims": to_json(claims)}]


def test_spans_are_offsets_into_the_text_as_given(run: Command) -> None:
    for row, line in zip(TEXTS, _read(run("extract", "--jsonl", "-", stdin=_lines(TEXTS)).out), strict=True):
        for claim in line["claims"]:
            start, end = claim["span"]
            assert row["text"][start:end] == claim["surface"]


def test_files_in_and_out(run: Command, desk: Path) -> None:
    (desk / "in.jsonl").write_bytes(_lines(TEXTS) + b"\n  \n")
    done = run("extract", "--jsonl", "in.jsonl", "--output", "out.jsonl")
    assert (done.code, done.out, done.err) == (0, "", "")
    assert [line["id"] for line in _read((desk / "out.jsonl").read_text("utf-8"))] == ["b", "a", "b", "ü"]


@pytest.mark.parametrize("name", [7, None, ["a", 1], {"part": 2}])
def test_an_id_comes_back_as_it_was(run: Command, name: object) -> None:
    assert _read(run("extract", "--jsonl", "-", stdin=_lines([{"id": name, "text": "At least 300 people fled."}])).out)[0]["id"] == name


def test_drafts_are_read_too(run: Command) -> None:
    done = run("extract", "wrong.md", "plain.txt")
    assert [(line["id"], [claim["value"] for claim in line["claims"]]) for line in _read(done.out)] == [
        ("wrong.md", ["2016"]),
        ("plain.txt", []),
    ]


def test_a_draft_from_standard_input_with_a_day(run: Command) -> None:
    done = run("extract", "-", "--published", "2026-02-05", stdin=b"The storm killed 12 people on Monday.")
    claim = _read(done.out)[0]["claims"][0]
    assert (claim["value"], claim["said_on"]) == ("12", "2026-02-05")


def test_a_draft_that_cannot_be_read_is_named_and_the_others_are_read(run: Command) -> None:
    done = run("extract", "missing.md", "wrong.md")
    assert done.code == 2
    assert "missing.md" in done.err
    assert [line["id"] for line in _read(done.out)] == ["wrong.md"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{", "not a JSON object"),
        (b"\xff\xfe\x00", "not a JSON object"),
        (b"[" * 100_000, "not a JSON object"),
        (b'["a", "text"]', '"id" and "text"'),
        (b'{"text": "40 died"}', '"id" and "text"'),
        (b'{"id": 1, "text": 40}', '"id" and "text"'),
        (b'{"id": 1, "text": "40 died", "title": 5}', '"title" must be a string'),
        (b'{"id": 1, "text": "40 died", "published": "2026-13-45"}', "is not a date"),
    ],
)
def test_a_line_that_is_none_is_named_and_the_others_are_read(run: Command, line: bytes, told: str) -> None:
    done = run("extract", "--jsonl", "-", stdin=_lines(TEXTS[:1]) + line + b"\n" + _lines(TEXTS[2:3]))
    assert done.code == 2
    assert done.err.startswith("claimcheck: -, line 2: ")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert [len(found["claims"]) for found in _read(done.out)] == [1, 1]


def test_half_a_character_in_a_text_does_no_harm(run: Command) -> None:
    line = b'{"id": "\\ud83d", "text": "\\udc80 At least 300 people \\ud83d fled."}\n'
    found = _read(run("extract", "--jsonl", "-", stdin=line).out)[0]
    assert (found["id"], found["claims"][0]["value"]) == ("\ud83d", "300")


@pytest.mark.parametrize("arguments", [(), ("wrong.md", "--jsonl", "-")])
def test_drafts_or_lines_but_one_of_them(run: Command, arguments: tuple[str, ...]) -> None:
    done = run("extract", *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err == "claimcheck: claimcheck extract takes drafts or --jsonl IN, one of the two.\n"


def test_the_file_that_is_read_is_not_overwritten(run: Command, desk: Path) -> None:
    (desk / "in.jsonl").write_bytes(_lines(TEXTS))
    assert run("extract", "--jsonl", "in.jsonl", "--output", "in.jsonl").code == 2
    assert (desk / "in.jsonl").read_bytes() == _lines(TEXTS)

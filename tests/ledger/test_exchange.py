"""Export and import: the same ledger comes back, whatever its texts; interrupted imports resume; broken files are refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimcheck.errors import LedgerError
from claimcheck.ledger import Added, Ledger, exchange, formats
from claimcheck.model import Attribution, Claim, Link, Period

Make = Callable[..., Claim]
SUFFIXES = [".jsonl", ".csv", ".parquet"]
NASTY = [
    "=1+1",
    "+420 homes",
    "-5",
    "-5 homes",
    "@home",
    "\tx",
    "\rx",
    "'quoted'",
    "''",
    "[sic]",
    "{}",
    "true",
    "false",
    "null",
    "None",
    "NaN",
    "",
    " ",
]
NASTY += ['a "b", c', "a;b", "two\nlines", "CR\r\nLF", "\x00", "\ud800", "ě😀\u2028", "＝1", "1e5", "0x1F", "﻿BOM", "-", "[", "'[", '"']


@pytest.fixture
def full(ledger: Ledger, make: Make) -> Ledger:
    """A ledger with versions, an emptied article, an unnamed one, every field of a claim and corrections."""
    rich = make(
        value=("30", "50"),
        document="rich",
        surface="30 to 50 homes",
        period=Period(None, "2026-02-01"),
        attribution=Attribution("Jana Novák", "said"),
        links=(Link("part_of", "x"), Link("revises", "y")),
        inherited=("place", "event"),
        status="suspected",
        quoted=True,
        change="increase",
        bounds=None,
    )
    ledger.add([make("400"), make("12", at=100)], recorded_at="2026-03-01")
    ledger.add([make("410")], recorded_at="2026-03-02T12:00:00")
    ledger.add([make("400"), make("12", at=100)], recorded_at="2026-03-01")
    ledger.add([rich, make("7", document=None)], recorded_at="2026-03-03")
    ledger.add([make("5", document="gone")])
    ledger.add([], documents=["gone"])
    ledger.correct(make("400"), value="405", reason="=misread", source="@mayor", on="2026-03-05")
    ledger.correct(rich, value=("35", "45"), reason="narrowed", url="https://example.org", on="2026-03-06")
    return ledger


def content(ledger: Ledger) -> object:
    """All that a ledger says."""
    articles = [ledger.versions(name) for name in ledger.documents()]
    return (
        articles,
        list(ledger.claims()),
        [ledger.corrections(claim) for versions in articles for version in versions for claim in version.claims],
    )


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_export_gives_back_the_same_ledger(full: Ledger, tmp_path: Path, suffix: str) -> None:
    full.export(tmp_path / f"a{suffix}")
    with Ledger(tmp_path / "copy.sqlite") as copy:
        assert copy.import_(tmp_path / f"a{suffix}") == Added(documents=4, changed=3, claims=8)
        assert content(copy) == content(full)
        assert copy.verify() == ()
        copy.export(tmp_path / f"b{suffix}")
    if suffix != ".parquet":
        assert (tmp_path / f"a{suffix}").read_bytes() == (tmp_path / f"b{suffix}").read_bytes()


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_importing_twice_and_into_itself_changes_nothing(full: Ledger, tmp_path: Path, suffix: str) -> None:
    full.export(tmp_path / f"a{suffix}")
    before = content(full)
    assert full.import_(tmp_path / f"a{suffix}") == Added(unchanged=7)
    assert content(full) == before


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_interrupted_import_resumes_without_doubles(make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, suffix: str) -> None:
    with Ledger(":memory:") as ledger, Ledger(tmp_path / "copy.sqlite") as copy:
        for number in range(10, 40):
            ledger.add([make(str(number), document=f"d{number % 20}")], recorded_at="2026-03-01")
        ledger.export(tmp_path / f"a{suffix}")
        written: list[int] = []
        write = exchange.write

        def interrupted(db: object, entries: list[exchange.Entry]) -> Added:
            written.append(len(entries))
            added = write(db, entries)  # type: ignore[arg-type]
            if len(written) == 3:
                raise KeyboardInterrupt
            return added

        monkeypatch.setattr(exchange, "_BATCH", 5)
        monkeypatch.setattr(exchange, "write", interrupted)
        with pytest.raises(KeyboardInterrupt):
            copy.import_(tmp_path / f"a{suffix}")
        assert sum(1 for name in copy.documents() for _ in copy.versions(name)) == 10
        assert copy.import_(tmp_path / f"a{suffix}") == Added(documents=10, changed=10, unchanged=10, claims=20)
        assert content(copy) == content(ledger)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_importing_adds_what_another_ledger_knows(full: Ledger, make: Make, tmp_path: Path, suffix: str) -> None:
    full.export(tmp_path / f"a{suffix}")
    with Ledger(":memory:") as other:
        other.add([make("99", document="own")])
        other.import_(tmp_path / f"a{suffix}")
        assert other.documents() == ("own", *full.documents())


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(st.one_of(st.sampled_from(NASTY), st.text(st.characters(), max_size=8)), min_size=5, max_size=5))
def test_any_text_survives_an_export(make: Make, tmp_path: Path, suffix: str, texts: list[str]) -> None:
    claim = make(
        "400",
        document=texts[0],
        surface=texts[1],
        sentence=texts[1],
        entity=texts[2],
        event=texts[3],
        attribution=Attribution(texts[4], ""),
    )
    with Ledger(":memory:") as ledger, Ledger(":memory:") as copy:
        ledger.add([claim])
        ledger.export(tmp_path / f"a{suffix}")
        copy.import_(tmp_path / f"a{suffix}")
        assert list(copy.claims()) == list(ledger.claims())
        (kept,) = ledger.claims()
        if all(text.isprintable() for text in texts):
            assert kept == claim


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("risky", ["", formats._FORMULA])
def test_a_cell_gives_back_its_text(text: str, risky: str) -> None:
    assert formats.content(formats.cell(text, risky)) == text


@pytest.mark.parametrize("text", ["=1+1", "+420 homes", "-5 homes", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_csv_cell_never_begins_like_a_formula(full: Ledger, make: Make, tmp_path: Path, text: str) -> None:
    full.add([make("3", document=text, surface=text, sentence=text, entity=text, title=text)])
    full.export(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert f"'{text}" in cells
    assert not [cell for cell in cells if cell and cell[0] in "=+-@\t\r＝" and not cell.lstrip("-").isdecimal()]


def test_numbers_stay_numbers_in_csv(ledger: Ledger, make: Make, tmp_path: Path) -> None:
    ledger.add([make("-5", surface="-5")])
    ledger.export(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[1]
    assert (row["value"], row["surface"], row["place"], row["period"]) == ("-5", "-5", "Ostrava", "")


def test_a_very_long_sentence_survives_csv(ledger: Ledger, make: Make, tmp_path: Path) -> None:
    limit = csv.field_size_limit()
    ledger.add([make("400", sentence="400 homes " + "x" * 300_000)])
    ledger.export(tmp_path / "a.csv")
    with Ledger(":memory:") as copy:
        copy.import_(tmp_path / "a.csv")
        assert list(copy.claims()) == list(ledger.claims())
    assert csv.field_size_limit() == limit


def test_a_spreadsheets_byte_order_mark_is_no_matter(full: Ledger, tmp_path: Path) -> None:
    full.export(tmp_path / "a.csv")
    (tmp_path / "b.csv").write_bytes(b"\xef\xbb\xbf" + (tmp_path / "a.csv").read_bytes())
    with Ledger(":memory:") as copy:
        assert copy.import_(tmp_path / "b.csv").claims == 8


def test_an_export_replaces_the_old_file_or_leaves_it(full: Ledger, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.jsonl"
    target.write_text("old")

    def failing(path: Path, records: object) -> None:
        path.write_text("half")
        raise OSError(28, "No space left on device")

    monkeypatch.setitem(formats._FORMATS, ".jsonl", formats.Format(failing, formats._read_jsonl))
    with pytest.raises(LedgerError, match="No space left"):
        full.export(target)
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.jsonl", "old")]


@pytest.mark.parametrize("name", ["a.xlsx", "a", "a.json", ".csv.bak"])
def test_another_suffix_is_an_error(full: Ledger, tmp_path: Path, name: str) -> None:
    with pytest.raises(LedgerError, match=r"\.jsonl, \.csv, \.parquet"):
        full.export(tmp_path / name)
    (tmp_path / name).write_text("{}")
    with pytest.raises(LedgerError, match=r"\.jsonl, \.csv, \.parquet"):
        full.import_(tmp_path / name)


def test_export_into_a_folder_that_is_not_there(full: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="cannot be written"):
        full.export(tmp_path / "nowhere" / "a.csv")


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize(
    "text", [b"", b"\xff\xfe\xfa", b"a,b\n1,2\n", b"[1, 2]\n", b"{}\n", b'{"record": 3}\n', b"[" * 100_000, b'"unclosed\n', b"\0" * 50]
)
def test_a_file_that_is_no_export_is_refused(ledger: Ledger, tmp_path: Path, suffix: str, text: bytes) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_bytes(text)
    if text == b"" and suffix == ".jsonl":
        assert ledger.import_(path) == Added()
    else:
        with pytest.raises(LedgerError, match=f"a{suffix}"):
            ledger.import_(path)
    assert ledger.documents() == ()


def test_a_missing_file_is_an_error(ledger: Ledger, tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no file"):
        ledger.import_(tmp_path / "a.csv")


def lines_of(full: Ledger, path: Path) -> list[str]:
    full.export(path)
    return path.read_text("utf-8").splitlines(keepends=True)


def test_a_file_cut_off_keeps_the_whole_versions_before_the_cut(full: Ledger, ledger: Ledger, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    lines = lines_of(full, path)
    path.write_text("".join(lines[:7]), "utf-8")
    assert json.loads(lines[5])["record"] == "version"
    with Ledger(":memory:") as copy, pytest.raises(LedgerError, match=r"record 6: .*ends too early"):
        copy.import_(path)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"value": "410"', '"value": "910"'),
        ('"recorded_at": "2026-03-02', '"recorded_at": "2025-03-02'),
        ('"claims": 2', '"claims": 1'),
        ('"claims": 2', '"claims": -1'),
    ],
)
def test_a_changed_file_is_refused(full: Ledger, tmp_path: Path, old: str, new: str) -> None:
    path = tmp_path / "a.jsonl"
    text = "".join(lines_of(full, path))
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")
    with Ledger(":memory:") as copy:
        with pytest.raises(LedgerError, match=r"record \d+"):
            copy.import_(path)
        assert copy.verify() == ()


def test_corrections_that_contradict_those_held_are_refused(full: Ledger, make: Make, tmp_path: Path) -> None:
    full.export(tmp_path / "a.jsonl")
    with Ledger(":memory:") as other:
        other.add([make("400")])
        other.correct(make("400"), value="999", reason="another count", on="2026-03-05")
        with pytest.raises(LedgerError, match=r"corrected to 999 .* but for 1 such correction"):
            other.import_(tmp_path / "a.jsonl")
        assert len(other.corrections(make("400"))) == 1


def test_a_correction_that_is_refused_keeps_no_other_out(ledger: Ledger, make: Make, tmp_path: Path) -> None:
    one, two = make("400", document="a"), make("30", document="b")
    ledger.add([one, two])
    for claim in (one, two):
        ledger.correct(claim, value="35", reason="misread", on="2026-03-05")
    ledger.export(tmp_path / "a.jsonl")
    with Ledger(":memory:") as other:
        other.add([one])
        other.correct(one, value="999", reason="another count", on="2026-03-05")
        with pytest.raises(LedgerError, match=r"All else of .* is in the ledger"):
            other.import_(tmp_path / "a.jsonl")
        assert [made.value for made in (*other.corrections(one), *other.corrections(two))] == ["999", "35"]
        assert other.verify() == ()

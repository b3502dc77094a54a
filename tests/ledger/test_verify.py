"""verify(): what was altered behind the ledger's back, and what was odd when it was written."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck.errors import LedgerError
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

Make = Callable[..., Claim]


def problems_after(path: Path, *statements: str) -> list[tuple[str, str | None]]:
    """Kinds and documents of the problems after a file was altered from outside."""
    database = sqlite3.connect(path)
    for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
        database.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()
    with Ledger(path) as ledger:
        return [(problem.kind, problem.document) for problem in ledger.verify()]


@pytest.fixture
def path(tmp_path: Path, make: Make) -> Path:
    """A ledger file of two versions of one article, another article and a correction."""
    with Ledger(tmp_path / "a.sqlite") as ledger:
        ledger.add([make("400"), make("12", at=100)], recorded_at="2026-03-02")
        ledger.add([make("410")], recorded_at="2026-03-02")
        ledger.add([make("7", document="other")], recorded_at="2026-03-02")
        ledger.correct(make("410"), value="415", reason="misread", on="2026-03-05")
        assert ledger.verify() == ()
    return tmp_path / "a.sqlite"


def test_an_altered_claim_is_found(path: Path) -> None:
    assert problems_after(path, "UPDATE bodies SET json = replace(json, '410', '900') WHERE id = 3") == [("hash", "flood-1")]


@pytest.mark.parametrize("text", ["{}", "[]", "not JSON", "[" * 100_000, '{"span": 3}', "null"])
def test_a_claim_that_cannot_be_read_any_more_is_an_error_that_points_to_verify(path: Path, make: Make, text: str) -> None:
    assert problems_after(path, f"UPDATE bodies SET json = '{text}' WHERE id = 3") == [("hash", "flood-1")]
    with Ledger(path) as ledger:
        for use in (lambda: list(ledger.claims()), lambda: ledger.candidates(make("410")), lambda: ledger.versions("flood-1")):
            with pytest.raises(LedgerError, match="verify"):
                use()


def test_an_altered_moment_is_found(path: Path) -> None:
    assert problems_after(path, "UPDATE versions SET recorded_at = '2026-03-09' WHERE document = 'other'") == [("hash", "other")]


def test_a_removed_claim_is_found(path: Path) -> None:
    assert ("hash", "flood-1") in problems_after(path, "DELETE FROM bodies WHERE id = 1", "DELETE FROM claims WHERE id = 1")


def test_a_removed_version_is_found_by_the_one_after_it_and_by_its_claims(path: Path) -> None:
    found = problems_after(path, "DELETE FROM versions WHERE number = 1 AND document = 'flood-1'")
    assert ("orphan", "flood-1") in found
    assert found.count(("orphan", None)) == 2


def test_a_correction_of_nothing_is_found(path: Path) -> None:
    assert problems_after(path, "UPDATE corrections SET claim = 'nothing'") == [("orphan", "flood-1")]


def test_contradictory_corrections_are_found(path: Path) -> None:
    rest = "reason, source, url, day, recorded_at, 'another hash' FROM corrections"
    copied = f"INSERT INTO corrections SELECT 9, claim, document, surface, sentence, '\"999\"', {rest}"
    assert problems_after(path, copied) == [("contradiction", "flood-1")]


@pytest.mark.parametrize("table", ["versions", "claims", "bodies", "corrections"])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id + 100", "DELETE FROM {}"])
def test_a_ledger_only_grows(path: Path, table: str, change: str) -> None:
    database = sqlite3.connect(path)
    with pytest.raises(sqlite3.IntegrityError, match="only grows"):
        database.execute(change.format(table))
    database.close()


@pytest.mark.parametrize(
    ("fields", "odd"),
    [
        ({"said_on": "2026-03-03"}, False),
        ({"said_on": "2026-03-04"}, True),
        ({"as_of": "2030"}, True),
        ({"as_of": "2026-03"}, False),
        ({"as_of": "2026"}, False),
        ({"as_of": "2030-01-01", "kind": "date", "value": "2030-01-01"}, False),
        ({"as_of": None, "said_on": None}, False),
        ({"as_of": "9999-12-31", "said_on": "9999"}, True),
    ],
)
def test_a_claim_of_a_day_after_its_recording_is_a_note(ledger: Ledger, make: Make, fields: dict[str, str], odd: bool) -> None:
    ledger.add([make(**fields)], recorded_at="2026-03-02")
    assert [problem.kind for problem in ledger.verify()] == ["future"] * odd
    ledger.history(make("410"))

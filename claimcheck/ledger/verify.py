"""Is the ledger what was written to it? Problems as values, never an exception for what the file holds."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterator

from claimcheck.errors import LedgerError
from claimcheck.ledger import corrections
from claimcheck.ledger.codec import version_hash
from claimcheck.ledger.records import Correction, Problem
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import heads, kept_profile, texts_of

_MOST = 100
"""Problems of one sort that are listed."""

_FUTURE = """
    SELECT document, claim, as_of, said_on, day FROM (
        SELECT v.document, c.claim, c.kind, c.as_of, c.said_on, date(v.recorded_at, '+1 day') AS day
        FROM claims c JOIN versions v ON v.id = c.version)
    WHERE said_on > day OR as_of > day AND kind NOT IN ('date', 'year') LIMIT ?"""
"""Claims of later days than their recording, one day allowed for time zones; a date claim may well lie ahead."""

_HOMELESS = "SELECT claim FROM claims WHERE version NOT IN (SELECT id FROM versions) LIMIT ?"


def verify(store: Store) -> tuple[Problem, ...]:
    """Everything that is wrong: damage, altered or missing rows, dates ahead of their recording, contradictory corrections."""
    problems: list[Problem] = []
    for part in (_damage, _altered_versions, _orphans, _future, _contradictions):
        try:
            problems.extend(part(store))
        except LedgerError as error:
            problems.append(Problem("damage", str(error)))
    return tuple(dict.fromkeys(problems))


def _damage(store: Store) -> Iterator[Problem]:
    with store.reading() as db:
        found = [text for (text,) in db.execute(f"PRAGMA integrity_check({_MOST})")]
    if found != ["ok"]:
        yield from (Problem("damage", f"SQLite finds damage: {text}.") for text in found)


def _altered_versions(store: Store) -> Iterator[Problem]:
    """Each version must hold the claims it was hashed with and follow a version the ledger holds."""
    known: dict[str, set[str | None]] = defaultdict(lambda: {None})
    for head in heads(store):
        document, name = head["document"], f"Version {head['number']} of {head['document']}"
        if head["hash"] != version_hash(head["parent"], head["recorded_at"], kept_profile(head).told(), texts_of(store, head)):
            yield Problem("hash", f"{name} is not what was recorded; restore it from a backup or an export.", document)
        if head["parent"] not in known[document] or head["number"] != len(known[document]):
            yield Problem("orphan", f"{name} follows a version that is missing.", document)
        known[document].add(head["hash"])


def _orphans(store: Store) -> Iterator[Problem]:
    with store.reading() as db:
        homeless = [name for (name,) in db.execute(_HOMELESS, (_MOST,))]
        lost = [c for c in corrections.all_corrections(store) if not _is_held(db, c)]
    for name in homeless:
        yield Problem("orphan", f"Claim {name} belongs to no version.", claim=name)
    for c in lost[:_MOST]:
        yield Problem("orphan", f"The correction of {c.surface!r} names a claim the ledger does not hold.", c.document, c.claim)


def _is_held(db: sqlite3.Connection, correction: Correction) -> bool:
    return db.execute("SELECT 1 FROM claims WHERE claim = ? LIMIT 1", (correction.claim,)).fetchone() is not None


def _future(store: Store) -> Iterator[Problem]:
    with store.reading() as db:
        rows = db.execute(_FUTURE, (_MOST,)).fetchall()
    for row in rows:
        day = max(filter(None, row[2:4]))
        message = f"A claim of {row['document']} is of {day} and was recorded before that day; check its date, or the clock."
        yield Problem("future", message, row["document"], row["claim"])


def _contradictions(store: Store) -> Iterator[Problem]:
    first: dict[tuple[str, str], Correction] = {}
    for correction in corrections.all_corrections(store):
        other = first.setdefault((correction.claim, correction.on), correction)
        if not corrections.same_value(other.value, correction.value):
            both = f"{correction.surface!r} is corrected to {other.value} and to {correction.value} on {correction.on}"
            yield Problem("contradiction", f"{both}; record under a later day which is right.", correction.document, correction.claim)

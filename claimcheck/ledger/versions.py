"""Articles as they were read: adding them whole, keeping every version, reading them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from attrs import frozen

from claimcheck.ledger.codec import decode, encode, storable, version_hash
from claimcheck.ledger.records import Added, Version
from claimcheck.ledger.scopes import terms
from claimcheck.ledger.store import Store
from claimcheck.model import Claim

CURRENT = """NOT EXISTS (SELECT 1 FROM versions v JOIN versions later ON later.document = v.document AND later.number > v.number
             WHERE v.id = claims.version)"""
"""The condition that a row of claims stands in the current version of its article."""

_BATCH = 2000


@frozen
class Entry:
    """A version on its way into the ledger, its claims already JSON."""

    document: str
    number: int
    recorded_at: str
    claims: Sequence[Claim]
    texts: Sequence[str]
    parent: str | None
    hash: str


def add(store: Store, articles: dict[str, list[Claim]], recorded_at: str) -> Added:
    """Write every article that is new or changed, in one transaction."""
    encoded = {document: [encode(claim) for claim in claims] for document, claims in articles.items()}
    entries, unchanged = [], 0
    with store.writing() as db:
        for document, claims in articles.items():
            texts = encoded[document]
            last = _last_version(db, document)
            if last and last["hash"] == version_hash(last["parent"], last["recorded_at"], texts):
                unchanged += 1
                continue
            if not last and not texts:
                continue
            number, parent = (last["number"] + 1, last["hash"]) if last else (1, None)
            entries.append(Entry(document, number, recorded_at, claims, texts, parent, version_hash(parent, recorded_at, texts)))
        write(db, entries)
    changed = sum(entry.number > 1 for entry in entries)
    return Added(len(entries) - changed, changed, unchanged, sum(len(entry.texts) for entry in entries))


def by_document(claims: Iterable[Claim], documents: Iterable[str] = ()) -> dict[str, list[Claim]]:
    """The claims of each article in text order, every claim once; `documents` are articles that may have none.

    Claims without a document are one article for each title, outlet and day, named by a fingerprint of what they say.
    """
    named: dict[str, dict[Claim, None]] = {storable(name): {} for name in documents}
    unnamed: dict[tuple[str | None, ...], dict[Claim, None]] = {}
    for claim in claims:
        if claim.document is None:
            unnamed.setdefault((claim.title, claim.outlet, claim.said_on), {})[claim] = None
        else:
            named.setdefault(storable(claim.document), {})[claim] = None
    articles = {name: _in_order(group) for name, group in named.items()}
    for group in unnamed.values():
        ordered = _in_order(group)
        articles["content:" + sha256("\n".join(map(encode, ordered)).encode()).hexdigest()[:32]] = ordered
    return articles


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.span, claim.id))


def write(db: sqlite3.Connection, entries: Sequence[Entry]) -> None:
    """Append versions with their claims and index terms; call it inside a transaction."""
    version = db.execute("SELECT coalesce(max(id), 0) FROM versions").fetchone()[0]
    rowid = db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()[0]
    versions, rows, scopes, words = [], [], [], []
    for entry in entries:
        version += 1
        versions.append((version, entry.document, entry.number, entry.recorded_at, rowid + 1, len(entry.texts), entry.parent, entry.hash))
        for claim, text in zip(entry.claims, entry.texts, strict=True):
            rowid += 1
            rows.append((rowid, version, *_keys(claim), text))
            scopes.append((rowid, " ".join(terms(claim))))
            words.append((rowid, _searchable(claim)))
    db.executemany("INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?)", versions)
    db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany("INSERT INTO scopes (rowid, terms) VALUES (?, ?)", scopes)
    db.executemany("INSERT INTO texts (rowid, words) VALUES (?, ?)", words)


def versions(store: Store, document: str) -> tuple[Version, ...]:
    """Every version of an article, oldest first."""
    with store.reading() as db:
        heads = db.execute("SELECT * FROM versions WHERE document = ? ORDER BY number", (storable(document),)).fetchall()
    return tuple(_version(store, head) for head in heads)


def _version(store: Store, head: sqlite3.Row) -> Version:
    claims = tuple(decode(text) for text in texts_of(store, head))
    return Version(head["document"], head["number"], head["recorded_at"], claims, head["parent"], head["hash"])


def texts_of(store: Store, head: sqlite3.Row) -> list[str]:
    """The claims of a version as JSON texts."""
    with store.reading() as db:
        rows = db.execute("SELECT json FROM claims WHERE id BETWEEN ? AND ? ORDER BY id", (head["first_claim"], head["first_claim"] + head["claims"] - 1))
        return [text for (text,) in rows]


def heads(store: Store) -> Iterator[sqlite3.Row]:
    """The rows of versions as they stand now, oldest first, a few at a time."""
    return _rows(store, "SELECT * FROM versions WHERE id > ? ORDER BY id LIMIT ?")


def current_claims(store: Store) -> Iterator[Claim]:
    """The claims of every current version, in the order they were recorded."""
    for row in _rows(store, f"SELECT id, json FROM claims WHERE id > ? AND {CURRENT} ORDER BY id LIMIT ?"):
        yield decode.__wrapped__(row["json"])


def documents(store: Store) -> tuple[str, ...]:
    """The names of all articles, in order of their first recording."""
    with store.reading() as db:
        return tuple(name for (name,) in db.execute("SELECT document FROM versions WHERE number = 1 ORDER BY id"))


def _rows(store: Store, question: str) -> Iterator[sqlite3.Row]:
    last = 0
    while True:
        with store.reading() as db:
            rows = db.execute(question, (last, _BATCH)).fetchall()
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1]["id"]


def _last_version(db: sqlite3.Connection, document: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = db.execute("SELECT * FROM versions WHERE document = ? ORDER BY number DESC LIMIT 1", (document,)).fetchone()
    return row


def _keys(claim: Claim) -> tuple[str | None, ...]:
    keys = (claim.id, claim.kind, claim.measure, claim.entity, claim.counted, claim.place, claim.event, claim.as_of, claim.said_on)
    return tuple(None if key is None else storable(key) for key in keys)


def _searchable(claim: Claim) -> str:
    parts = (claim.sentence, claim.measure, claim.entity, claim.noun, claim.counted, claim.place, claim.event, claim.attribution and claim.attribution.source)
    return storable(" ".join(filter(None, parts)))

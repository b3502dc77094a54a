"""Articles as they were read: adding them whole, keeping every version, reading them back."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256

from attrs import evolve, frozen

from claimcheck.days import first_day
from claimcheck.errors import InputError
from claimcheck.ledger.articles import Profile, profile_of
from claimcheck.ledger.codec import decode, encode, storable, version_hash
from claimcheck.ledger.records import Added, Article, Version
from claimcheck.ledger.scopes import terms
from claimcheck.ledger.store import Store
from claimcheck.model import Claim, Document

CURRENT = "NOT EXISTS (SELECT 1 FROM versions WHERE replaces = claims.version)"
"""The condition that a row of claims stands in the current version of its article."""

_STANDING = """SELECT document, headline, published, claims, number FROM versions AS v
               WHERE NOT EXISTS (SELECT 1 FROM versions WHERE replaces = v.id) ORDER BY published IS NULL, published, document"""

_BATCH = 2000

Key = tuple[str | None, ...]


@frozen
class Entry:
    """A version on its way into the ledger, its claims already JSON too."""

    document: str
    recorded_at: str
    profile: Profile
    claims: Sequence[Claim]
    texts: Sequence[str]
    parent: str | None
    hash: str


def add(store: Store, articles: dict[str, list[Claim]], recorded_at: str, profiles: Mapping[str, Profile]) -> Added:
    """Write every article that is new or changed, in one transaction.

    An article without a profile among `profiles` is the same as long as its claims are.
    """
    encoded = {document: [encode(claim) for claim in claims] for document, claims in articles.items()}
    entries, unchanged = [], 0
    with store.writing() as db:
        for document, claims in articles.items():
            texts, last, given = encoded[document], last_version(db, document), profiles.get(document)
            if last and last["hash"] == version_hash(last["parent"], last["recorded_at"], (given or kept_profile(last)).told(), texts):
                unchanged += 1
            elif last or texts or given:
                parent, profile = last["hash"] if last else None, given or profile_of(claims)
                name = version_hash(parent, recorded_at, profile.told(), texts)
                entries.append(Entry(document, recorded_at, profile, claims, texts, parent, name))
        return evolve(write(db, entries), unchanged=unchanged)


def kept_profile(head: sqlite3.Row) -> Profile:
    """The profile of a version, from its row."""
    return Profile(head["headline"], head["published"], head["words"])


def profiles_of(documents: Iterable[Document | str]) -> dict[str, Profile]:
    """The profiles of articles given as such, by their names."""
    return {storable(article.path): profile_of(article) for article in documents if isinstance(article, Document) and article.path}


def by_document(claims: Iterable[Claim], documents: Iterable[Document | str] = ()) -> dict[str, list[Claim]]:
    """The claims of each article in text order, every claim once; `documents` are articles that may have none.

    Claims without a document are one article for each title, outlet and day, named by a fingerprint of what they say.
    """
    names = [article.path if isinstance(article, Document) else article for article in documents]
    named: dict[str, dict[Key, Claim]] = {storable(name): {} for name in names if name}
    unnamed: dict[Key, dict[Key, Claim]] = {}
    for claim in claims:
        if claim.document is None:
            group = unnamed.setdefault((claim.title, claim.outlet, claim.said_on), {})
        else:
            group = named.setdefault(storable(claim.document), {})
        group[claim.id, claim.sentence] = claim
    articles = {name: _in_order(group.values()) for name, group in named.items()}
    for group in unnamed.values():
        ordered = _in_order(group.values())
        articles["content:" + sha256("\n".join(map(encode, ordered)).encode()).hexdigest()[:32]] = ordered
    return articles


def _in_order(claims: Iterable[Claim]) -> list[Claim]:
    return sorted(claims, key=lambda claim: (claim.span, claim.id))


def write(db: sqlite3.Connection, entries: Iterable[Entry]) -> Added:
    """Append versions with their claims and index terms, each replacing the current one of its article; call it inside a transaction."""
    first: int = db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()[0]
    rowid, documents, changed = first, 0, 0
    written: list[tuple[int, int, Entry]] = []
    for entry in entries:
        last = last_version(db, entry.document)
        documents, changed = (documents, changed + 1) if last else (documents + 1, changed)
        number, replaces = (last["number"] + 1, last["id"]) if last else (1, None)
        about = entry.profile.told()
        head = (entry.document, number, replaces, entry.recorded_at, *about, rowid + 1, len(entry.texts), entry.parent, entry.hash)
        version = db.execute("INSERT INTO versions VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", head).lastrowid
        written.append((version or 0, rowid + 1, entry))
        rowid += len(entry.texts)
    _write_claims(db, written)
    if first // _block(rowid) != rowid // _block(rowid):
        db.execute("INSERT INTO scopes (scopes) VALUES ('optimize')")
    return Added(documents, changed, 0, rowid - first)


def _write_claims(db: sqlite3.Connection, written: Sequence[tuple[int, int, Entry]]) -> None:
    """Write the claims of versions, each given with its id and the rowid of its first claim."""
    rows = ((rowid, version, *_keys(claim)) for rowid, version, claim in _numbered(written))
    db.executemany("INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    db.executemany("INSERT INTO bodies VALUES (?, ?)", (row for _, first, entry in written for row in enumerate(entry.texts, first)))
    index = ((rowid, terms(claim)) for rowid, _, claim in _numbered(written))
    db.executemany("INSERT INTO scopes (rowid, terms) VALUES (?, ?)", index)
    words = ((rowid, _searchable(claim)) for rowid, _, claim in _numbered(written))
    db.executemany("INSERT INTO sentences (rowid, words) VALUES (?, ?)", words)
    profiles = ((version, entry.profile.words) for version, _, entry in written)
    db.executemany("INSERT INTO profiles (rowid, words) VALUES (?, ?)", profiles)


def _numbered(written: Iterable[tuple[int, int, Entry]]) -> Iterator[tuple[int, int, Claim]]:
    """Each claim with its rowid and version, made anew each time: a list of them would keep the garbage collector busy."""
    for version, first, entry in written:
        for rowid, claim in enumerate(entry.claims, first):
            yield rowid, version, claim


def _check_days(claim: Claim) -> None:
    ends = (claim.period.start, claim.period.end) if claim.period else ()
    for day in (claim.as_of, claim.said_on, *ends):
        if day is not None and not _is_day(day):
            raise InputError(
                f"The claim {claim.surface[:60]!r} of {claim.document or 'an unnamed article'} is dated {day[:40]!r}, which is no date."
            )


@lru_cache(maxsize=8192)
def _is_day(text: str) -> bool:
    try:
        first_day(text)
    except InputError:
        return False
    return True


def _block(claims: int) -> int:
    """After how many claims the index of a ledger of this size is put in order again: between a quarter and an eighth of it."""
    return max(1 << max(claims.bit_length() - 3, 0), 4096)


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
        first, last = head["first_claim"], head["first_claim"] + head["claims"] - 1
        return [text for (text,) in db.execute("SELECT json FROM bodies WHERE id BETWEEN ? AND ? ORDER BY id", (first, last))]


def heads(store: Store) -> Iterator[sqlite3.Row]:
    """The rows of versions as they stand now, oldest first, a few at a time."""
    return _rows(store, "SELECT * FROM versions WHERE id > ? ORDER BY id LIMIT ?")


def current_claims(store: Store) -> Iterator[Claim]:
    """The claims of every current version, in the order they were recorded."""
    for row in _rows(store, f"SELECT id, json FROM claims JOIN bodies USING (id) WHERE id > ? AND {CURRENT} ORDER BY id LIMIT ?"):
        yield decode(row["json"])


def documents(store: Store) -> tuple[str, ...]:
    """The names of all articles, in order of their first recording."""
    with store.reading() as db:
        return tuple(name for (name,) in db.execute("SELECT document FROM versions WHERE number = 1 ORDER BY id"))


def articles(store: Store) -> tuple[Article, ...]:
    """Every article as it stands now, in order of its day; those without one last."""
    with store.reading() as db:
        rows = db.execute(_STANDING).fetchall()
    return tuple(Article(*row) for row in rows)


def _rows(store: Store, question: str) -> Iterator[sqlite3.Row]:
    last = 0
    while True:
        with store.reading() as db:
            rows = db.execute(question, (last, _BATCH)).fetchall()
        yield from rows
        if len(rows) < _BATCH:
            return
        last = rows[-1]["id"]


def last_version(db: sqlite3.Connection, document: str) -> sqlite3.Row | None:
    """The row of an article's current version."""
    row: sqlite3.Row | None = db.execute("SELECT * FROM versions WHERE document = ? ORDER BY number DESC LIMIT 1", (document,)).fetchone()
    return row


def _keys(claim: Claim) -> tuple[str | None, ...]:
    """What is read of every candidate. Raises InputError for a day that is none."""
    _check_days(claim)
    keys = claim.id, claim.kind, claim.measure, claim.entity, claim.counted, claim.place, claim.event, claim.as_of, claim.said_on
    told = "".join(filter(None, keys))
    return keys if storable(told) == told else tuple([key and storable(key) for key in keys])


def _searchable(claim: Claim) -> str:
    source = claim.attribution.source if claim.attribution else None
    parts = (claim.sentence, claim.measure, claim.entity, claim.noun, claim.counted, claim.place, claim.event, source)
    return storable(" ".join([part for part in parts if part]))

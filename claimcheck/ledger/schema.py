"""The tables of a ledger, their indexes and the triggers that keep what is written.

Tables only grow; triggers forbid UPDATE and DELETE. A version is one article (or table) as it was read once, its claims stand at
rowids first_claim, first_claim + 1, ...; a version that no other replaces is the current one of its article. What is read of every
candidate stands in `claims`, the claim itself in `bodies` under the same rowid. `scopes`, `sentences` and `profiles` are full-text
indexes that hold no text of their own: the terms a series is looked up by, the words a reader may search for, and the names and numbers
an article is known by.
"""

from __future__ import annotations

APPLICATION_ID = 0x636C6D63
"""PRAGMA application_id of every ledger: "clmc" in ASCII."""

SCHEMA_VERSION = 2
"""PRAGMA user_version of the schema below."""

_SCHEMA = """
CREATE TABLE versions (
    id INTEGER PRIMARY KEY,
    document TEXT NOT NULL,
    number INTEGER NOT NULL,
    replaces INTEGER UNIQUE REFERENCES versions,
    recorded_at TEXT NOT NULL,
    headline TEXT,
    published TEXT,
    words TEXT NOT NULL,
    first_claim INTEGER NOT NULL,
    claims INTEGER NOT NULL,
    parent TEXT,
    hash TEXT NOT NULL,
    UNIQUE (document, number)
);
CREATE INDEX versions_by_day ON versions (published);
CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    version INTEGER NOT NULL REFERENCES versions,
    claim TEXT NOT NULL,
    kind TEXT,
    measure TEXT,
    entity TEXT,
    counted TEXT,
    place TEXT,
    event TEXT,
    as_of TEXT,
    said_on TEXT
);
CREATE TABLE bodies (
    id INTEGER PRIMARY KEY REFERENCES claims,
    json TEXT NOT NULL
);
CREATE INDEX claims_by_name ON claims (claim);
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY,
    claim TEXT NOT NULL,
    document TEXT,
    surface TEXT NOT NULL,
    sentence TEXT NOT NULL,
    value TEXT NOT NULL,
    reason TEXT NOT NULL,
    source TEXT,
    url TEXT,
    day TEXT NOT NULL,
    recorded_at TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE
);
CREATE INDEX corrections_by_claim ON corrections (claim);
CREATE INDEX corrections_by_document ON corrections (document);
CREATE VIRTUAL TABLE scopes USING fts5 (terms, content='', detail=none, columnsize=0, tokenize='ascii');
CREATE VIRTUAL TABLE sentences USING fts5 (words, content='', detail=none, columnsize=0, tokenize='porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE profiles USING fts5 (words, content='', detail=none, columnsize=0, tokenize='ascii');
INSERT INTO scopes (scopes, rank) VALUES ('hashsize', 16777216);
INSERT INTO sentences (sentences, rank) VALUES ('hashsize', 16777216);
"""

_KEPT = """
CREATE TRIGGER {table}_{action}_refused BEFORE {action} ON {table}
BEGIN SELECT raise(ABORT, 'a ledger only grows'); END;
"""


def statements() -> list[str]:
    """The SQL that makes an empty file a ledger."""
    tables = [statement for statement in _SCHEMA.split(";\n") if statement.strip()]
    kept = [
        _KEPT.format(table=table, action=action)
        for table in ("versions", "claims", "bodies", "corrections")
        for action in ("UPDATE", "DELETE")
    ]
    return [*tables, *kept, f"PRAGMA application_id = {APPLICATION_ID}", f"PRAGMA user_version = {SCHEMA_VERSION}"]

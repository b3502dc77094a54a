"""What SQLite complains of, as sentences that say what to do."""

from __future__ import annotations

import sqlite3

_CANNOT_WRITE = "cannot be opened or written here; check that its folder exists and that you may write there"
_DAMAGED = "is damaged; restore it from a backup or import an export into a new ledger"
_SENTENCES = {
    sqlite3.SQLITE_BUSY: "is locked by another process for too long; try again when that has finished",
    sqlite3.SQLITE_LOCKED: "is locked by another process for too long; try again when that has finished",
    sqlite3.SQLITE_NOTADB: "is not a ledger; name another file",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_SCHEMA: _DAMAGED,
    sqlite3.SQLITE_FULL: "has no room left on its disk; free some and try again",
    sqlite3.SQLITE_IOERR: "cannot be read or written by its disk; try again or move it",
    sqlite3.SQLITE_READONLY: "can only be read here; add to a copy of it in a place where you may write",
    sqlite3.SQLITE_CANTOPEN: _CANNOT_WRITE,
    sqlite3.SQLITE_PERM: _CANNOT_WRITE,
    sqlite3.SQLITE_AUTH: _CANNOT_WRITE,
    sqlite3.SQLITE_TOOBIG: "cannot hold a claim as long as this one; leave its article out",
}


def sentence(path: str, error: sqlite3.Error) -> str:
    """What is wrong with a ledger, and what to do about it."""
    code = getattr(error, "sqlite_errorcode", None)
    known = _SENTENCES.get(code & 0xFF) if code is not None else None
    if known:
        return f"The ledger {path} {known}."
    if "no such module" in str(error):
        return "This Python's SQLite lacks the FTS5 extension, which ledgers need; use a Python that has it."
    if "no such table" in str(error) or "no such column" in str(error):
        return f"The ledger {path} {_DAMAGED}."
    return f"The ledger {path} cannot be used: {error}."

"""The SQLite file behind a ledger: its one connection and its transactions. What stands in it is for `schema`.

WAL with synchronous=NORMAL: readers never wait, a killed writer leaves all or nothing (https://sqlite.org/wal.html).
"""

from __future__ import annotations

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from claimcheck.errors import LedgerError
from claimcheck.ledger.complaints import sentence
from claimcheck.ledger.schema import APPLICATION_ID, SCHEMA_VERSION, statements

_SETTINGS = (
    "foreign_keys = ON",
    "synchronous = NORMAL",
    "temp_store = MEMORY",
    "trusted_schema = OFF",
    "cache_size = -65536",
    "mmap_size = 4294967296",
)
"""Of every connection. A look-up reads dozens of rows far apart; the memory map spares a system call for each. WAL maps memory anyway."""

_MAGIC = b"SQLite format 3\0"
"""How every SQLite file begins (https://sqlite.org/fileformat.html)."""


class Store:
    """One open ledger file (or ":memory:"), to be shared by threads: a lock lets one of them in at a time.

    Raises LedgerError for every way in which the file cannot be used; nothing is written then.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True, timeout: float = 30.0) -> None:
        self.path = os.fspath(path)
        self._lock = threading.RLock()
        self._process = os.getpid()
        self._connection: sqlite3.Connection | None = None
        if self.path != ":memory:":
            _check_place(Path(self.path), create)
        with self._errors():
            self._connection = self._opened(timeout)

    def close(self) -> None:
        """Close the file; closing twice is fine."""
        with self._lock:
            if self._connection is not None and self._process == os.getpid():
                self._connection.close()
            self._connection = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for reading only; whatever SQLite complains of becomes a LedgerError."""
        with self._lock, self._errors():
            yield self._open_connection()

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """The connection inside one transaction, which holds the write lock from its start: all of it is kept or nothing."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise

    def _open_connection(self) -> sqlite3.Connection:
        if self._connection is None:
            raise LedgerError(f"The ledger {self.path} is closed; open it again.")
        if self._process != os.getpid():
            raise LedgerError(f"The ledger {self.path} was opened by another process; open it again in this one.")
        return self._connection

    def _opened(self, timeout: float) -> sqlite3.Connection:
        """A connection to the file; where nothing can be written beside it (a read-only folder or disk), one that only reads."""
        try:
            return self._connected(self.path, timeout)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY) or not _is_settled(Path(self.path)):
                raise
        return self._connected(f"{Path(self.path).absolute().as_uri()}?immutable=1", timeout)

    def _connected(self, address: str, timeout: float) -> sqlite3.Connection:
        uri = address is not self.path
        connection = sqlite3.connect(address, timeout=timeout, isolation_level=None, check_same_thread=False, uri=uri)
        connection.row_factory = sqlite3.Row
        try:
            self._prepare(connection, timeout)
        except BaseException:
            connection.close()
            raise
        return connection

    def _prepare(self, connection: sqlite3.Connection, timeout: float) -> None:
        """Recognise the file, all at one moment and before anything is written to it, then set it up."""
        connection.execute("BEGIN")
        try:
            fresh = self._is_fresh(connection)
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
        for pragma in _SETTINGS:
            connection.execute(f"PRAGMA {pragma}")
        if fresh:
            _switch_to_wal(connection, time.monotonic() + timeout)
            self._create_tables(connection)

    def _is_fresh(self, connection: sqlite3.Connection) -> bool:
        """Whether the file is empty; LedgerError unless it is that or a ledger of this schema."""
        application, version, tables = (
            connection.execute(question).fetchone()[0]
            for question in ("PRAGMA application_id", "PRAGMA user_version", "SELECT count(*) FROM sqlite_master")
        )
        if application == 0 and version == 0 and tables == 0:
            return True
        if application != APPLICATION_ID:
            raise LedgerError(f"{self.path} is a database of another program, not a ledger; name another file.")
        if version > SCHEMA_VERSION:
            raise LedgerError(
                f"The ledger {self.path} was made by a newer claimcheck (schema {version}, known is {SCHEMA_VERSION}); update claimcheck."
            )
        if version < SCHEMA_VERSION:
            raise LedgerError(
                f"The ledger {self.path} was made by an older claimcheck (schema {version}); add its articles to a new ledger."
            )
        return False

    def _create_tables(self, connection: sqlite3.Connection) -> None:
        connection.execute("BEGIN IMMEDIATE")
        try:
            if self._is_fresh(connection):
                for statement in statements():
                    connection.execute(statement)
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise

    @contextmanager
    def _errors(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise LedgerError(sentence(self.path, error)) from error


def _check_place(path: Path, create: bool) -> None:
    """Say what is wrong with a path in words better than SQLite's; it would take a file of one byte for an empty database."""
    try:
        if path.is_dir() or not path.name.strip() or "\0" in path.name:
            raise LedgerError(f"The ledger {str(path)!r} is not a file; name one.")
        if not path.exists() and not create:
            raise LedgerError(f"There is no ledger {path}; check its name or add articles to it first.")
        if not path.parent.is_dir():
            raise LedgerError(f"The folder {path.parent} of the ledger does not exist; create it first.")
        if path.exists() and _start(path) not in (b"", _MAGIC):
            raise LedgerError(f"{path} is not a ledger; name another file.")
    except OSError as error:
        raise LedgerError(f"The ledger {str(path)[:200]} cannot be opened: {error.strerror}.") from error


def _is_settled(path: Path) -> bool:
    """Whether the file holds all that was written: no log of a writer waits beside it to be taken in."""
    log = path.with_name(f"{path.name}-wal")
    return path.is_file() and not (log.exists() and log.stat().st_size)


def _start(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(len(_MAGIC))


def _switch_to_wal(connection: sqlite3.Connection, deadline: float) -> None:
    """Two processes that create one ledger at once may be refused here without waiting, so wait here."""
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.02)

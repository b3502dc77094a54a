"""Files that cannot be used: one clear sentence, and nothing written."""

from __future__ import annotations

import os
import pickle
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import textwrap
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from claimcheck.errors import LedgerError
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

Make = Callable[..., Claim]


def refused(path: Path, words: str, **how: object) -> None:
    """Opening must say `words` in one sentence and leave the folder as it was."""
    before = {file: file.read_bytes() for file in path.parent.glob("*") if file.is_file()} if path.parent.is_dir() else {}
    with pytest.raises(LedgerError, match=words) as caught:
        Ledger(path, **how)  # type: ignore[arg-type]
    message = str(caught.value)
    assert message.endswith(".")
    assert message.count(". ") == 0
    after = {file: file.read_bytes() for file in path.parent.glob("*") if file.is_file()} if path.parent.is_dir() else {}
    assert after == before


@pytest.mark.parametrize("content", [b"notes, not a ledger\n" * 100, b"\0" * 5000, b"x", "naïve".encode("utf-16")])
def test_a_file_of_another_kind_is_no_ledger(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.txt"
    path.write_bytes(content)
    refused(path, "not a ledger")


def test_a_database_of_another_program_is_no_ledger(tmp_path: Path) -> None:
    path = tmp_path / "photos.db"
    with sqlite3.connect(path) as database:
        database.execute("CREATE TABLE photos (id)")
    database.close()
    refused(path, "database of another program")


def test_a_ledger_of_a_newer_schema_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Ledger(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    refused(path, "newer claimcheck")


def test_a_ledger_of_an_older_schema_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    Ledger(path).close()
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA user_version = 1")
    database.close()
    refused(path, "older claimcheck")


def test_a_missing_ledger_is_created_only_where_that_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    refused(path, "no ledger", create=False)
    assert not path.exists()
    Ledger(path).close()
    Ledger(path, create=False).close()


def test_an_empty_file_becomes_a_ledger(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.sqlite"
    path.touch()
    with Ledger(path) as ledger:
        ledger.add([make("400")])
        assert ledger.verify() == ()


@pytest.mark.parametrize("name", ["", " ", ".", "a\0b.sqlite", "x" * 5000])
def test_a_name_that_no_file_can_have(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(LedgerError):
        Ledger(name)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_does_not_exist_is_not_created(tmp_path: Path) -> None:
    refused(tmp_path / "nowhere" / "a.sqlite", "does not exist")
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize("damage", [slice(100, 4000), slice(4096, 12_000), slice(30_000, None)])
def test_a_damaged_ledger_is_an_error_or_a_problem_but_never_a_traceback(tmp_path: Path, make: Make, damage: slice) -> None:
    path = tmp_path / "a.sqlite"
    with Ledger(path) as ledger:
        ledger.add(make(str(number), document=f"d{number}") for number in range(100, 300))
    content = bytearray(path.read_bytes())
    content[damage] = b"\xa5" * len(content[damage])
    path.write_bytes(content)
    assert damage_told(path)


def test_a_truncated_ledger_is_found_damaged(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.sqlite"
    with Ledger(path) as ledger:
        ledger.add(make(str(number), document=f"d{number}") for number in range(100, 300))
    path.write_bytes(path.read_bytes()[:-20_000])
    assert damage_told(path)


def damage_told(path: Path) -> list[str]:
    """What opening, verifying and reading a damaged ledger say of it; any error but a LedgerError fails the test."""
    told = []
    with suppress(LedgerError), Ledger(path) as ledger:
        told = [problem.message for problem in ledger.verify()]
    for use in (
        lambda ledger: list(ledger.claims()),
        lambda ledger: ledger.history("homes"),
        lambda ledger: ledger.add([], documents=["d100"]),
    ):
        try:
            with Ledger(path) as ledger:
                use(ledger)
        except LedgerError as error:
            told.append(str(error))
    return told


def test_a_ledger_locked_by_another_process_is_an_error_after_the_time_out(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.sqlite"
    with Ledger(path, timeout=0.2) as ledger:
        ledger.add([make("400")])
        other = sqlite3.connect(path, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="locked"):
            ledger.add([make("410")])
        assert [claim.value for claim in ledger.claims()] == ["400"]
        other.execute("ROLLBACK")
        other.close()
        ledger.add([make("410")])
        assert [claim.value for claim in ledger.claims()] == ["410"]


def test_a_writer_waits_for_another_that_soon_ends(tmp_path: Path, make: Make) -> None:
    path = tmp_path / "a.sqlite"
    with Ledger(path, timeout=20) as ledger:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.3, lambda: other.execute("ROLLBACK"))
        timer.start()
        assert ledger.add([make("400")]).claims == 1
        timer.join()
        other.close()


READ_ONLY = """
    import os, sys
    from claimcheck.errors import LedgerError
    from claimcheck.ledger import Ledger
    from claimcheck.model import Document
    if os.getuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        with Ledger(sys.argv[1]) as ledger:
            ledger.add([], documents=[Document("x", "x", path="x")])
    except LedgerError as error:
        print(error)
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="file permissions of POSIX")
@pytest.mark.parametrize("exists", [True, False])
def test_a_folder_that_may_not_be_written_is_an_error(tmp_path: Path, make: Make, exists: bool) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "a.sqlite"
    if exists:
        with Ledger(path) as ledger:
            ledger.add([make("400")])
        path.chmod(0o444)
    for place in (folder, *folder.parents):
        if place.stat().st_uid == os.getuid() and str(place).startswith(str(tmp_path.parent.parent)):
            place.chmod(0o555)
    names = sorted(os.listdir(folder))
    try:
        done = subprocess.run([sys.executable, "-c", textwrap.dedent(READ_ONLY), str(path)], capture_output=True, text=True)
    finally:
        for place in (folder, *folder.parents):
            if place.stat().st_uid == os.getuid() and str(place).startswith(str(tmp_path.parent.parent)):
                place.chmod(0o755)
    assert done.stderr == ""
    assert ("can only be read here" if exists else "cannot be opened or written") in done.stdout
    assert sorted(os.listdir(folder)) == names


def test_a_closed_ledger_says_so(make: Make) -> None:
    ledger = Ledger(":memory:")
    ledger.close()
    ledger.close()
    with pytest.raises(LedgerError, match="closed"):
        ledger.add([make("400")])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_ledger_is_not_carried_into_a_forked_process(tmp_path: Path, make: Make) -> None:
    with Ledger(tmp_path / "a.sqlite") as ledger:
        ledger.add([make("400")])
        read, write = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                ledger.documents()
            except LedgerError as error:
                os.write(write, str(error).encode())
            os._exit(0)
        os.waitpid(child, 0)
        os.close(write)
        assert b"another process" in os.read(read, 1000)
        os.close(read)
        assert ledger.documents() == ("flood-1",)


def test_what_a_ledger_hands_out_can_be_pickled(ledger: Ledger, make: Make) -> None:
    ledger.add([make("400")])
    correction = ledger.correct(make("400"), value="410", reason="misread")
    for value in (ledger.versions("flood-1"), correction, ledger.history(make("400"))):
        assert pickle.loads(pickle.dumps(value)) == value
        hash(value)


@contextmanager
def without_privileges() -> Iterator[None]:
    """Act as a user whom permissions bind, also where the tests run as root."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.fixture
def archive(make: Make) -> Iterator[Path]:
    """A ledger in a folder that may be read and not written."""
    folder = Path(tempfile.mkdtemp())
    with Ledger(folder / "a ledger?#%.sqlite") as ledger:
        ledger.add([make("400")])
    (folder / "a ledger?#%.sqlite").chmod(0o444)
    folder.chmod(0o555)
    yield folder / "a ledger?#%.sqlite"
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_ledger_in_a_read_only_folder_is_read_and_nothing_is_written(archive: Path, make: Make) -> None:
    with without_privileges(), Ledger(archive) as ledger:
        assert [claim.value for claim in ledger.history(make("405", document="x"))] == ["400"]
        assert ledger.verify() == ()
        with pytest.raises(LedgerError, match="can only be read here"):
            ledger.add([make("500", document="b")])
        with pytest.raises(LedgerError, match="can only be read here"):
            ledger.correct(make("400"), value="405", reason="misread")
        assert [claim.value for claim in ledger.claims()] == ["400"]
    assert [file.name for file in archive.parent.iterdir()] == [archive.name]


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_log_that_cannot_be_taken_in_is_an_error_and_no_silent_loss(archive: Path) -> None:
    archive.with_name(f"{archive.name}-wal").write_bytes(b"x" * 64)
    with without_privileges(), pytest.raises(LedgerError, match=r"cannot be opened or written here|can only be read here"):
        Ledger(archive)


@pytest.mark.skipif(os.name != "posix", reason="needs POSIX permissions")
def test_a_new_ledger_in_a_read_only_folder_is_an_error(archive: Path) -> None:
    with without_privileges(), pytest.raises(LedgerError, match="cannot be opened or written here"):
        Ledger(archive.with_name("new.sqlite"))

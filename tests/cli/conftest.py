"""The command line as a user runs it: in this process for speed, in a process of its own where the process matters."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from attrs import frozen

from claimcheck.cli import main

ROOT = Path(__file__).parent.parent.parent

DRAFTS = {
    "wrong.md": "---\ndate: 2026-02-05\n---\n\nRussia illegally annexed Crimea in 2016.\n",
    "right.md": "---\ndate: 2026-02-05\n---\n\nFinland joined NATO in April 2023.\n",
    "plain.txt": "The council will meet again on Thursday.\n",
}


@frozen
class Run:
    """What a command left behind."""

    code: int
    out: str
    err: str


Command = Callable[..., Run]


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with three drafts (one wrong, one borne out, one without figures), and the current one."""
    for name, text in DRAFTS.items():
        (tmp_path / name).write_text(text, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run(desk: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Command:
    """claimcheck in this process, in the folder of drafts."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> Run:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
        capsys.readouterr()
        try:
            code = main(list(map(str, arguments)))
        except SystemExit as exit:
            code = int(exit.code or 0)
        told = capsys.readouterr()
        return Run(code, told.out, told.err)

    return command


@pytest.fixture
def process(desk: Path) -> Command:
    """claimcheck in a process of its own, in the folder of drafts."""

    def command(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Run:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", *map(str, arguments)],
            input=stdin,
            capture_output=True,
            env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
            cwd=desk,
            timeout=120,
            check=False,
        )
        return Run(done.returncode, done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace"))

    return command


@pytest.fixture
def refused(run: Command, desk: Path) -> Callable[..., str]:
    """Run a command that must be refused: exit 2, one sentence on standard error, nothing on standard output, no file touched."""

    def command(*arguments: str | Path, stdin: bytes = b"") -> str:
        before = contents(desk)
        done = run(*arguments, stdin=stdin)
        assert done.code == 2
        assert done.out == ""
        assert done.err.startswith("claimcheck: ")
        assert done.err.endswith(".\n")
        assert done.err.count("\n") == 1
        assert contents(desk) == before
        return done.err.removeprefix("claimcheck: ").strip()

    return command


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below a folder; the shared-memory files that SQLite keeps beside an open database left out."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.endswith(("-shm", "-wal"))
    }

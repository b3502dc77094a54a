"""Standard streams as they are in the field: pipes that close, terminals that know little, full disks."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Command

MANY = b"".join(b'{"id": %d, "text": "At least 300 people fled on Monday."}\n' % number for number in range(2000))


def _environment(**variables: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT), **variables}


def test_a_pipe_that_closes_early_makes_no_noise(desk: Path) -> None:
    (desk / "in.jsonl").write_bytes(MANY)
    command = [sys.executable, "-m", "claimcheck", "extract", "--jsonl", "in.jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=desk, env=_environment()) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b'{"id": 0')
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_full_disk_is_told_in_one_sentence(desk: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "claimcheck", "check", "wrong.md"],
            stdout=full,
            stderr=subprocess.PIPE,
            cwd=desk,
            env=_environment(),
            check=False,
        )
    assert done.returncode == 2
    assert done.stderr.decode().startswith("claimcheck: The output: ")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_pipes_and_files_are_utf_8_whatever_the_locale(process: Command, desk: Path, encoding: str) -> None:
    (desk / "zoë.md").write_text("“Zoë” said Russia annexed Crimea in 2016 — again.\n", "utf-8")
    done = process("check", "zoë.md", "--format", "text", "--format", "json:zoë.json", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert done.code == 1
    assert "“Zoë” said Russia" in done.out
    assert "“Zoë” said Russia" in (desk / "zoë.json").read_text("utf-8")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_a_terminal_of_another_encoding_gets_escapes(desk: Path, encoding: str) -> None:
    (desk / "draft.md").write_text("“Zoë” said Russia annexed Crimea in 2016 — 再び.\n", "utf-8")
    shown, code = _on_terminal(desk, "check", "draft.md", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert code == 1
    assert b"\\u201cZo" in shown
    assert b"\\u518d" in shown
    assert b"\x1b[1;31m" in shown, "a terminal gets colour"


def test_no_color_is_respected(desk: Path) -> None:
    shown, code = _on_terminal(desk, "check", "wrong.md", NO_COLOR="1")
    assert (b"contradicted" in shown, code) == (True, 1)
    assert b"\x1b" not in shown


def _on_terminal(desk: Path, *arguments: str, **variables: str) -> tuple[bytes, int]:
    master, slave = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "claimcheck", *arguments], stdout=slave, stderr=slave, cwd=desk, env=_environment(**variables)
    ) as process:
        os.close(slave)
        shown = b"".join(iter(lambda: _chunk(master), b""))
        code = process.wait(60)
    os.close(master)
    return shown, code


def _chunk(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""


@pytest.mark.parametrize(("closed", "told"), [("<&-", b"Standard input is closed"), (">&-", b"standard output is closed")])
def test_closed_streams(desk: Path, closed: str, told: bytes) -> None:
    command = f'"{sys.executable}" -m claimcheck check - {closed}'
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=desk, env=_environment(), check=False)
    assert done.returncode == 2
    assert told in done.stderr
    assert b"Traceback" not in done.stderr

"""Real second processes: writers at once lose nothing, a killed one leaves all or nothing."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimcheck.ledger import Ledger

WRITER = """
import sys
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

def claim(document, number):
    span = (number, number + 1)
    return Claim(
        id=f"{document}-{number}", document=document, outlet=None, title=None, span=span, surface="7", number_span=span,
        sentence="7 homes burnt.", sentence_span=(0, 14), kind="count", value="7", unit="count", counted="home", measure="destroyed",
    )

path, name, articles, size = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
with Ledger(path) as ledger:
    for article in range(articles):
        print(article, flush=True)
        ledger.add([claim(f"{name}-{article}", number) for number in range(size)])
"""


def writer(path: Path, name: str, articles: int, size: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, str(path), name, str(articles), str(size)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_processes_that_create_and_write_one_ledger_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    writers = [writer(path, name, articles=25, size=4) for name in "abc"]
    for process in writers:
        _, errors = process.communicate(timeout=120)
        assert process.returncode == 0, errors
    with Ledger(path) as ledger:
        assert sorted(ledger.documents()) == sorted(f"{name}-{number}" for name in "abc" for number in range(25))
        assert sum(1 for _ in ledger.claims()) == 3 * 25 * 4
        assert ledger.verify() == ()


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL")
def test_a_killed_writer_leaves_all_or_nothing_of_each_article(tmp_path: Path) -> None:
    path = tmp_path / "a.sqlite"
    for attempt, pause in enumerate((0.0, 0.005, 0.02, 0.05, 0.1)):
        process = writer(path, f"k{attempt}", articles=1000, size=300)
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(pause)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        assert process.returncode == -signal.SIGKILL
    with Ledger(path) as ledger:
        assert all(len(ledger.versions(document)[0].claims) == 300 for document in ledger.documents())
        assert ledger.verify() == ()
    process = writer(path, "k0", articles=3, size=300)
    _, errors = process.communicate(timeout=120)
    assert process.returncode == 0, errors
    with Ledger(path) as ledger:
        assert [len(ledger.versions(f"k0-{article}")) for article in range(3)] == [1, 1, 1]

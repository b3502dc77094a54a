"""Asking: what is kept, what is asked again, and what becomes of everything that can go wrong."""

from __future__ import annotations

import gzip
import json
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from attrs import evolve

import claimcheck as cc
from claimcheck.cli import main
from claimcheck.errors import ClaimcheckError, InputError, SourceError
from claimcheck.references.sources import Client, OnlineTable, named

from .conftest import Service

CSV = b"name,measure,value,unit,as_of\nHolt Bay,population,48200,count,2024\n"


def test_an_answer_is_kept_on_disk_and_asked_for_once(service: Service, client: Client) -> None:
    service.gives("/a", {"x": 1})
    first, second = client.get(f"{service.address}/a"), evolve(client).get(f"{service.address}/a")
    assert first.json() == second.json() == {"x": 1}
    assert len(service.asked) == 1
    assert first.day == second.day


def test_without_days_every_answer_is_fetched_anew(service: Service, client: Client) -> None:
    service.gives("/a", {"x": 1})
    for _ in range(2):
        evolve(client, days=0).get(f"{service.address}/a")
    assert len(service.asked) == 2


def test_an_error_is_asked_again_and_never_kept(service: Service, client: Client) -> None:
    service.gives("/a", b"busy", 503)
    with pytest.raises(SourceError, match="status 503; try again later"):
        client.get(f"{service.address}/a")
    assert len(service.asked) == 2
    service.gives("/a", {"x": 1})
    assert client.get(f"{service.address}/a").json() == {"x": 1}


def test_a_service_that_comes_back_is_heard(service: Service, client: Client) -> None:
    states = iter([(500, {}, b""), (200, {}, b"[1]")])
    service.answers["/a"] = lambda _: next(states)
    assert client.get(f"{service.address}/a").json() == [1]


@pytest.mark.parametrize(
    ("status", "headers", "body", "said"),
    [
        (404, {}, b"gone", "nothing at this address"),
        (403, {}, b"no", "refuses"),
        (429, {"Retry_After": "86400"}, b"slow down", "status 429"),
        (302, {"Location": "http://elsewhere.invalid/a"}, b"", "redirects to http://elsewhere.invalid/a, which nobody named"),
        (302, {"Location": "file:///etc/hostname"}, b"", "which nobody named"),
        (302, {"Location": "/a"}, b"", "redirects more than 3 times"),
        (200, {}, b"x" * 300_000, "sent more than 200,000 bytes"),
        (200, {"Content_Encoding": "gzip"}, gzip.compress(b"x" * 3_000_000), "sent more than 200,000 bytes"),
        (200, {"Content_Encoding": "gzip"}, b"no gzip at all", "cannot be reached"),
        (200, {"Content_Length": "500"}, b"[1, 2", "cannot be reached"),
    ],
)
def test_what_goes_wrong_is_said(service: Service, client: Client, status: int, headers: dict[str, str], body: bytes, said: str) -> None:
    service.gives("/a", body, status, **headers)
    with pytest.raises(SourceError, match=said):
        client.get(f"{service.address}/a")


@pytest.mark.parametrize("body", [b"<html><body>Sign in</body></html>", b'{"a": [1, 2', b"", b"[" * 100_000])
def test_what_is_no_json_is_said(service: Service, client: Client, body: bytes) -> None:
    service.gives("/a", body)
    with pytest.raises(SourceError, match="was to answer in JSON"):
        client.get(f"{service.address}/a").json()


def test_a_redirect_on_the_same_host_is_followed(service: Service, client: Client) -> None:
    service.gives("/a", b"", 301, Location="/b")
    service.gives("/b", [2])
    assert client.get(f"{service.address}/a").json() == [2]


def test_a_service_that_drips_is_too_slow(service: Service, client: Client) -> None:
    service.answers["/a"] = lambda _: (0, {}, b"")
    with pytest.raises(SourceError, match=r"took longer than 0\.6 seconds"):
        client.get(f"{service.address}/a")


def test_nobody_there(client: Client) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(SourceError, match="cannot be reached"):
        client.get(f"http://127.0.0.1:{port}/a")


@pytest.mark.parametrize("url", ["ftp://a/b", "//a", "http://", "http://me:secret@a/b", "file:///etc/hostname", "http://[", "http://a:b/"])
def test_what_is_no_address_is_refused(client: Client, url: str) -> None:
    with pytest.raises(InputError, match="is no address"):
        client.get(url)


def test_a_file_that_is_no_cache_is_left_alone(service: Service, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("my notes, not a cache")
    with pytest.raises(InputError, match="is no cache"):
        Client(notes).get(f"{service.address}/a")
    assert notes.read_text() == "my notes, not a cache"


def test_a_cache_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be made one"):
        Client(tmp_path).get("http://127.0.0.1/a")


def test_without_the_extra_the_remedy_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "claimcheck.references.sources._limits", None)
    with pytest.raises(InputError, match=r"claimcheck-figures\[live\]"):
        Client(tmp_path / "a.sqlite").get("http://127.0.0.1/a")


# ------------------------------------------------------------------------------------------------ tables by their address


def test_a_table_on_the_web_is_held_against_a_text(service: Service, client: Client) -> None:
    service.gives("/towns.csv", CSV)
    references = cc.References().with_source(OnlineTable(f"{service.address}/towns.csv"), client=client)
    report = cc.check("Holt Bay has a population of 42,800.", published="2024-11-01", references=references)
    (finding,) = report.problems
    evidence = finding.evidence[0]
    assert (evidence.value, evidence.url) == ("48200", f"{service.address}/towns.csv")
    assert evidence.note == f"retrieved {client.get(f'{service.address}/towns.csv').day}"


def test_a_data_package_on_the_web(service: Service, client: Client) -> None:
    package = {"name": "towns", "resources": [{"path": "data/towns.csv"}], "sources": [{"title": "Office", "path": "https://example.org"}]}
    service.gives("/p/datapackage.json", package)
    service.gives("/p/data/towns.csv", CSV)
    references = cc.References().with_source(OnlineTable(f"{service.address}/p/datapackage.json"), client=client)
    (row,) = references.rows
    assert (row.entity, row.value, row.source, row.url) == ("Holt Bay", "48200", "Office", "https://example.org")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("http://elsewhere.invalid/t.csv", "must be relative"),
        ("../../t.csv", "must be relative"),
        ("/etc/t.csv", "must be relative"),
        ("t.csv", "nothing at this address"),
        ("book.xlsx", "not there or of no format"),
        (7, "needs a path"),
    ],
)
def test_a_package_leads_nowhere_else(service: Service, client: Client, path: object, said: str) -> None:
    service.gives("/p/datapackage.json", {"resources": [{"path": path}]})
    with pytest.raises(ClaimcheckError, match=said) as raised:
        cc.References().with_source(OnlineTable(f"{service.address}/p/datapackage.json"), client=client)
    assert "/tmp" not in str(raised.value)


@pytest.mark.parametrize(
    ("name", "body", "said"),
    [
        ("t.csv", b"<html>", "leads to a web page, not to a table"),
        ("t.csv", b"name,value\nHolt Bay\n", "line 2"),
        ("t.json", b'{"a": 1', "is no JSON"),
        ("t.json", b"[1]", "list of records"),
        ("datapackage.json", b"[]", "no data package"),
        ("t.exe", b"MZ", "leads to no table"),
    ],
)
def test_a_table_that_is_none(service: Service, client: Client, name: str, body: bytes, said: str) -> None:
    service.gives(f"/{name}", body)
    with pytest.raises(ClaimcheckError, match=said) as raised:
        cc.References().with_source(OnlineTable(f"{service.address}/{name}"), client=client)
    assert "/tmp" not in str(raised.value)


# ------------------------------------------------------------------------------------------------ on the command line, and never unasked


def test_the_command_asks_the_sources_it_is_given(service: Service, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    service.gives("/towns.csv", CSV)
    draft = tmp_path / "draft.txt"
    draft.write_text("Holt Bay has a population of 42,800.")
    arguments = ["check", str(draft), "--published", "2024-11-01", "--source", f"{service.address}/towns.csv"]
    assert main([*arguments, "--cache", str(tmp_path / "answers.sqlite"), "--fail-on", "warning"]) == 1
    assert "48,200" in capsys.readouterr().out
    assert (tmp_path / "answers.sqlite").is_file()


@pytest.mark.parametrize("name", ["wikipedia", "wikidata:x", "factcheck", ""])
def test_a_source_that_is_none(name: str) -> None:
    with pytest.raises(InputError, match="There is no source"):
        named(name)


GUARD = """
import socket, sys
def refuse(*args, **kwargs):
    raise SystemExit("a request left")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
import claimcheck as cc
from claimcheck.cli import main
from claimcheck.references.sources import FactChecks, Wikidata, WorldBank, OnlineTable, Client
Client(), Wikidata(), WorldBank(), FactChecks("floods", key="k"), OnlineTable("https://example.org/t.csv")
cc.check("Russia annexed Crimea in 2016. Kenya has a population of 55 million.", published="2026-02-05")
main(["check", "examples/draft.md", "--fail-on", "never"])
assert not {"requests", "requests_cache", "urllib3"} & set(sys.modules), "the network's packages were loaded"
"""


def test_nothing_is_asked_unless_a_source_is_named() -> None:
    done = subprocess.run([sys.executable, "-c", GUARD], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_guard_would_notice() -> None:
    asking = 'cc.References().with_source(OnlineTable("https://example.org/t.csv"), client=Client(retries=0, days=0))'
    done = subprocess.run([sys.executable, "-c", f"{GUARD}\n{asking}"], capture_output=True, text=True, check=False)
    assert "a request left" in done.stderr


def test_answers_are_kept_as_json_so_that_a_foreign_cache_runs_no_code(service: Service, client: Client) -> None:
    service.gives("/a", {"x": 1})
    client.get(f"{service.address}/a")
    with closing(sqlite3.connect(client.cache or "")) as kept:
        ((value,),) = kept.execute("SELECT value FROM responses")
    assert json.loads(value)["status_code"] == 200

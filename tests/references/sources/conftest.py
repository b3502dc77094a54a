"""Servers on this machine that answer in the documented formats of the services, with all that goes wrong on the web."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from attrs import Factory, define

from claimcheck.references.sources import Client

Given = tuple[int, dict[str, str], bytes]


@define
class Service:
    """A server with its address, the paths that were asked for with their headers, and what it answers."""

    address: str = ""
    answers: dict[str, Callable[[dict[str, str]], Given]] = Factory(dict)
    asked: list[tuple[str, dict[str, str]]] = Factory(list)

    def gives(self, path: str, body: object, status: int = 200, **headers: str) -> None:
        """Always the same answer at a path; an object is sent as JSON."""
        sent = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.answers[path] = lambda _: (status, {name.replace("_", "-"): value for name, value in headers.items()}, sent)


def _handler(service: Service) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            service.asked.append((self.path, dict(self.headers.items())))
            asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
            answer = service.answers.get(parts.path)
            status, headers, body = answer(asked) if answer else (404, {}, b"nothing here")
            if status == 0:
                self._drip()
                return
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", headers.get("Content-Length", str(len(body))))
            self.send_header("Connection", "close")
            self.end_headers()
            self.wfile.write(body)

        def _drip(self) -> None:
            """One byte now and then, for longer than anybody waits."""
            self.send_response(200)
            self.send_header("Connection", "close")
            self.end_headers()
            for _ in range(40):
                time.sleep(0.05)
                try:
                    self.wfile.write(b" ")
                    self.wfile.flush()
                except OSError:
                    return

        def log_message(self, *_: object) -> None: ...

    return Handler


@pytest.fixture
def service() -> Iterator[Service]:
    found = Service()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(found))
    server.daemon_threads = True
    found.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield found
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client(tmp_path: Path) -> Client:
    """In a hurry: half a second, one more try, small answers."""
    return Client(tmp_path / "answers.sqlite", timeout=0.6, retries=1, pause=0.01, limit=200_000)

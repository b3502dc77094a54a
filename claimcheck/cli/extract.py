"""claimcheck extract: every figure of the drafts as JSON Lines, or of a JSON Lines file of texts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from claimcheck.errors import InputError


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("extract", help="list the figures of drafts", description=__doc__)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="drafts, or folders of drafts")
    parser.add_argument("--jsonl", metavar="IN", help='texts to read, one {"id", "text", "published"?, "title"?, "outlet"?} a line; - is standard input')
    parser.add_argument("--output", metavar="OUT", default="-", help='where the lines {"id", "claims"} go (default: standard output)')
    parser.add_argument("--published", metavar="DATE", help="publication day of drafts without one in their front matter")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read the texts one by one and write their claims in the same order."""
    from claimcheck.reading import extract
    from claimcheck.serial import to_json

    if bool(options.paths) == bool(options.jsonl):
        raise InputError("claimcheck extract takes drafts or --jsonl IN, one of the two.")
    rows = _lines(options.jsonl) if options.jsonl else _drafts(options.paths, options.published)
    with _output(options.output) as out:
        for row in rows:
            claims = extract(row["text"], row.get("published"), row.get("title"), row.get("outlet"), row["id"])
            out.write(json.dumps({"id": row["id"], "claims": [to_json(claim) for claim in claims]}, ensure_ascii=False) + "\n")
    return 0


def _drafts(paths: list[str], published: str | None) -> Iterator[dict[str, Any]]:
    from claimcheck import documents

    for path in documents.drafts(paths):
        article = documents.read(path)
        yield {"id": str(path), "text": article.text, "published": published or article.published, "title": article.title, "outlet": article.outlet}


def _lines(path: str) -> Iterator[dict[str, Any]]:
    with _input(path) as lines:
        for number, line in enumerate(lines, 1):
            if line.strip():
                yield _row(path, number, line)


def _row(path: str, number: int, line: bytes) -> dict[str, Any]:
    where = f"{path}, line {number}"
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError(f"{where}: this is not a JSON object; write one object a line.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise InputError(f'{where}: an object needs "id" and "text" (a string).')
    for key in ("published", "title", "outlet"):
        if row.get(key) is not None and not isinstance(row[key], str):
            raise InputError(f'{where}: "{key}" must be a string.')
    return row


@contextmanager
def _input(path: str) -> Iterator[IO[bytes]]:
    if path == "-":
        yield sys.stdin.buffer
        return
    try:
        with open(path, "rb") as lines:
            yield lines
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror}).") from None


@contextmanager
def _output(path: str) -> Iterator[IO[str]]:
    if path == "-":
        yield sys.stdout
        return
    try:
        with Path(path).open("w", encoding="utf-8") as out:
            yield out
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}).") from None

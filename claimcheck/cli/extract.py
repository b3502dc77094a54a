"""claimcheck extract: every figure of the drafts as JSON Lines, or of a JSON Lines file of texts."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import IO, Any

from claimcheck.errors import InputError

Found = dict[str, Any]
"""One line of output: {"id", "claims"}."""


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("extract", help="write every figure of drafts as JSON, one draft a line", description=__doc__)
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a draft, a folder of drafts, or - for standard input")
    parser.add_argument(
        "--jsonl", metavar="IN", help='texts to read, one {"id", "text", "published"?, "title"?, "outlet"?} a line; - is standard input'
    )
    parser.add_argument("--output", metavar="OUT", default="-", help='where the lines {"id", "claims"} go (default: standard output)')
    parser.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD) of drafts; goes before the front matter's")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the claims of each text in the order given; a text that cannot be read is named, the others go on."""
    if bool(options.paths) == bool(options.jsonl):
        raise InputError("claimcheck extract takes drafts or --jsonl IN, one of the two.")
    if options.jsonl is None:
        drafts = list(_of_drafts(options.paths, options.published))
        return _write(drafts, options.output) if any(drafts) else 2
    if options.jsonl != "-" and options.output == options.jsonl:
        raise InputError(f"{options.output} is what --jsonl reads and would be lost; name another file after --output.")
    with _input(options.jsonl) as lines:
        return _write(_of_lines(options.jsonl, lines), options.output)


def _of_drafts(paths: list[str], published: str | None) -> Iterator[Found | None]:
    from claimcheck.cli._drafts import read_drafts

    for article in read_drafts(paths, published):
        yield None if article is None else _found(article.path, article.text, article.published, article.title, article.outlet)


def _of_lines(path: str, lines: Iterable[bytes]) -> Iterator[Found | None]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            yield _found(row["id"], row["text"], row.get("published"), row.get("title"), row.get("outlet"))
        except InputError as error:
            print(f"claimcheck: {path}, line {number}: {error}", file=sys.stderr)
            yield None


def _found(name: Any, text: str, published: str | None, title: str | None, outlet: str | None) -> Found:
    from claimcheck.reading import extract
    from claimcheck.serial import to_json

    document = name if name is None or isinstance(name, str) else json.dumps(name)
    return {"id": name, "claims": to_json(extract(text, published, title, outlet, document))}


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        raise InputError("This is not a JSON object; write one object a line.") from None
    if not isinstance(row, dict) or not isinstance(row.get("text"), str) or "id" not in row:
        raise InputError('An object needs "id" and "text" (a string).')
    for key in ("published", "title", "outlet"):
        if row.get(key) is not None and not isinstance(row[key], str):
            raise InputError(f'"{key}" must be a string.')
    return row


def _write(lines: Iterable[Found | None], path: str) -> int:
    unread = 0
    with _output(path) as out:
        for line in lines:
            if line is None:
                unread += 1
            else:
                out.write(json.dumps(line, ensure_ascii=False) + "\n")
    return 2 if unread else 0


def _input(path: str) -> AbstractContextManager[IO[bytes]]:
    if path != "-":
        return Path(path).open("rb")
    from claimcheck.cli._drafts import standard_input

    return nullcontext(standard_input())


def _output(path: str) -> AbstractContextManager[IO[str]]:
    return nullcontext(sys.stdout) if path == "-" else Path(path).open("w", encoding="utf-8", errors="backslashreplace")

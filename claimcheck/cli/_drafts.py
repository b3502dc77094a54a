"""The drafts that a command names, read one by one; what cannot be read is named on standard error, the rest goes on."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO

from attrs import evolve

from claimcheck import days, documents
from claimcheck.errors import InputError
from claimcheck.model import Document


def read_drafts(paths: Iterable[str | Path], published: str | None = None) -> Iterator[Document | None]:
    """Each draft in the order given, folders walked; None stands for one that cannot be read. `published` goes before front matter."""
    day = days.iso(published)
    for path in _each(paths):
        article = _read(path) if path is not None else None
        yield evolve(article, published=day) if article is not None and day is not None else article


def standard_input() -> IO[bytes]:
    """The bytes of standard input. Raises InputError where it is closed."""
    if sys.stdin is None:
        raise InputError("Standard input is closed; name a file instead of -.")
    return sys.stdin.buffer


def complain(error: InputError) -> None:
    """Name on standard error what cannot be read, while the others are."""
    print(f"claimcheck: {error}", file=sys.stderr)


def _each(paths: Iterable[str | Path]) -> Iterator[Path | None]:
    """Each draft once; None for a path that leads to none."""
    seen: set[Path] = set()
    for given in paths:
        try:
            found = [path for path in documents.drafts([given]) if path not in seen]
        except InputError as error:
            complain(error)
            yield None
            continue
        seen.update(found)
        yield from found


def _read(path: Path) -> Document | None:
    try:
        return documents.read(path, stdin=standard_input() if str(path) == "-" else None)
    except InputError as error:
        complain(error)
        return None

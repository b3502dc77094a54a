"""The readers of this folder, and the way from a source to a Document through one of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from attrs import frozen

import claimcheck.documents
from claimcheck.documents._front_matter import front_matter
from claimcheck.documents._prose import Prose
from claimcheck.errors import InputError
from claimcheck.model import Document

_MARKDOWN_SIGNS = re.compile(r"^#{1,6} \S|^```|^~~~|\]\(|^\[[^\]\n]{1,99}\]: ", re.MULTILINE)


@frozen
class Reader:
    """One format: its name, the suffixes of its files, and the function that reads it."""

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[str, int], Prose]


@cache
def formats() -> Mapping[str, Reader]:
    """Every reader by the name of its format.

    >>> sorted(formats())
    ['markdown', 'text']
    """
    found = {}
    for module in iter_modules(claimcheck.documents.__path__):
        if not module.name.startswith("_"):
            code = import_module(f"claimcheck.documents.{module.name}")
            name = module.name.rstrip("_")
            found[name] = Reader(name, code.SUFFIXES, code.read)
    return MappingProxyType(found)


def parse(text: str, format: str, path: str | None = None) -> Document:
    """The Document that a source in the named format is; `path` is what findings and errors will call it.

    >>> parse("## Toll\\n\\nAt least **40** died.", "markdown").text
    'Toll\\n\\nAt least 40 died.'

    Raises InputError for an unknown format and for a date in the front matter that is none.
    """
    if format not in formats():
        raise InputError(f"{format!r} is not a document format; known are {', '.join(sorted(formats()))}.")
    source = text.removeprefix("\ufeff")
    front = front_matter(source, shown(path))
    prose = formats()[format].read(source, front.end)
    return Document(
        text=prose.text,
        source=source,
        source_map=prose.source_map,
        path=path,
        title=front.title or prose.title,
        published=front.date,
        outlet=front.outlet,
        summary=front.summary,
        captions=prose.captions,
    )


def guessed(source: str, path: str | None = None) -> str:
    """The format of a source that has no file name: Markdown if it opens with front matter or shows a heading, a fence or a link.

    Anything else is plain text, so that indented copy from a wire is not taken for code.

    >>> guessed("# Storm\\n"), guessed("    LYON - At least 40 died.")
    ('markdown', 'text')
    """
    marked = front_matter(source, shown(path)).end or _MARKDOWN_SIGNS.search(source)
    return "markdown" if marked else "text"


def shown(path: str | None) -> str:
    """What an error calls a document."""
    name = {None: "The text", "-": "Standard input"}.get(path, str(path))
    return name if name.isprintable() else repr(name)

"""Plain text: the prose is the source, with its line ends made alike."""

from __future__ import annotations

import re

from claimcheck.documents._prose import Prose, ProseWriter

SUFFIXES = (".txt", ".text")

_LINE_END = re.compile(r"\r\n?")


def read(source: str, start: int) -> Prose:
    r"""The prose of plain text.

    >>> read("Storm\r\nkills 40", 0)
    Prose(text='Storm\nkills 40', source_map=((0, 0), (6, 7)), title=None, captions=())
    """
    writer = ProseWriter()
    for match in _LINE_END.finditer(source, start):
        writer.add(source[start : match.start()], start)
        writer.add("\n", match.start(), width=len(match[0]))
        start = match.end()
    writer.add(source[start:], start)
    return writer.prose()

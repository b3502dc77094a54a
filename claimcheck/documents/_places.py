"""From offsets in a document's text to lines and columns in the file its author wrote."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache
from operator import itemgetter

from claimcheck.model import Document, Location, Span

_LINE_END = re.compile(r"\r\n?|\n")


def locate(document: Document, span: Span) -> Location:
    """Where a span of the document's text stands in its source.

    >>> locate(Document(text="at 40", source="> at\\n> **40**", source_map=((0, 2), (3, 9))), (3, 5))
    Location(path=None, line=2, column=5, end_line=2, end_column=7)
    """
    start, end = span
    first = _source_offset(document, start)
    last = max(first, _source_end(document, end - 1)) if end > start else first
    line, column = _line_and_column(document.source, first)
    end_line, end_column = _line_and_column(document.source, last)
    return Location(document.path, line, column, end_line, end_column)


@lru_cache(maxsize=4)
def line_starts(source: str) -> tuple[int, ...]:
    r"""The offsets at which the lines of a source begin; a line ends with \n, \r\n or \r, as in editors.

    >>> line_starts("a\r\nb\n")
    (0, 3, 5)
    """
    return (0, *(match.end() for match in _LINE_END.finditer(source)))


def _step(document: Document, offset: int) -> int:
    return max(0, bisect_right(document.source_map, offset, key=itemgetter(0)) - 1)


def _source_offset(document: Document, offset: int) -> int:
    text_offset, source_offset = document.source_map[_step(document, offset)]
    return source_offset + offset - text_offset


def _source_end(document: Document, offset: int) -> int:
    """The source offset after the character at `offset`, which is longer in the source if it was decoded ("&nbsp;")."""
    at = _source_offset(document, offset)
    following = document.source_map[_step(document, offset) + 1 :][:1]
    decoded = document.source[at : at + 1] != document.text[offset : offset + 1]
    return following[0][1] if decoded and following and following[0][0] == offset + 1 else at + 1


def _line_and_column(source: str, offset: int) -> Span:
    starts = line_starts(source)
    line = bisect_right(starts, offset)
    return line, offset - starts[line - 1] + 1

"""Lines of a source as a terminal can show them, with a place marked."""

from __future__ import annotations

import unicodedata

from claimcheck.documents import line_starts
from claimcheck.model import Location, Span

_WIDTH = 96
_BEFORE = 40
_LINES = 3
_TAB = 4


def printable(text: str) -> str:
    r"""Text without power over a terminal or a line: what does not print is written as an escape, other blanks as a space.

    >>> print(printable("40\x1b[2J\u202e\u00a0dead"))
    40\x1b[2J\u202e dead
    """
    return text if text.isprintable() else "".join(map(_cell, text))


def excerpt(source: str, place: Location) -> list[tuple[int, str, str]]:
    """The lines of a place, at most three: number, text, and a line of "^" that marks the place in that text.

    Long lines are cut to a window around the mark, tabs become blanks, wide characters get wide marks.

    >>> excerpt("It rained.\\n\\tAt least 40 died.", Location(None, 2, 11, 2, 13))
    [(2, '    At least 40 died.', '             ^^')]
    """
    starts = line_starts(source)
    lines = []
    for number in range(place.line, min(place.end_line, place.line + _LINES - 1, len(starts)) + 1):
        start = starts[number - 1]
        end = starts[number] if number < len(starts) else len(source)
        while end > start and source[end - 1] in "\r\n":
            end -= 1
        first = start + place.column - 1 if number == place.line else start
        last = start + place.end_column - 1 if number == place.end_line else end
        lines.append((number, *_marked(source, (start, end), (first, min(last, end)))))
    return lines


def _marked(source: str, line: Span, mark: Span) -> tuple[str, str]:
    start, end = line
    if end - start > _WIDTH:
        start = max(start, min(mark[0] - _BEFORE, end - _WIDTH))
        end = min(end, start + _WIDTH)
    cells = ["…"] if start > line[0] else []
    widths = [1] * len(cells)
    before = len(cells)
    for character in source[start:end]:
        cells.append(" " * (_TAB - sum(widths) % _TAB) if character == "\t" else _cell(character))
        widths.append(_width(character, cells[-1]))
    first, last = (sum(widths[: before + offset - start]) for offset in mark)
    return "".join(cells) + ("…" if end < line[1] else ""), " " * first + "^" * max(1, last - first)


def _cell(character: str) -> str:
    if character.isprintable():
        return character
    return " " if unicodedata.category(character) == "Zs" else character.encode("unicode_escape").decode()


def _width(character: str, cell: str) -> int:
    """How many columns a terminal gives a character: none to combining marks, two to wide ones (Unicode Standard Annex 11)."""
    if len(cell) != 1 or character == "\t":
        return len(cell)
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

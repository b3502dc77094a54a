"""Prose under construction: pieces of text that each remember where in the source they stand."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model import Span


@frozen
class Prose:
    """What a reader returns: the text to check, its source map (see `Document`), and a title if the source shows one."""

    text: str
    source_map: tuple[Span, ...] = ((0, 0),)
    title: str | None = None


class ProseWriter:
    """Collects pieces in source order and keeps the map.

    >>> writer = ProseWriter()
    >>> writer.add("5", 2)
    >>> writer.add("%", 3, width=5)
    >>> writer.part("\\n\\n")
    >>> writer.add("up", 10)
    >>> writer.prose()
    Prose(text='5%\\n\\nup', source_map=((0, 2), (2, 8), (4, 10)), title=None)
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._map: list[Span] = []
        self._separator = ""
        self._end = 0
        self.length = 0

    def add(self, text: str, at: int, width: int | None = None) -> None:
        """Adds text that stands at source offset `at`; `width` is its length there where that differs ("&amp;" for "&")."""
        if not text:
            return
        self._separate(text)
        if not self._map or self._map[-1][1] - self._map[-1][0] != at - self.length:
            self._map.append((self.length, at))
        self._push(text)
        self._end = at + (len(text) if width is None else width)
        if self._end - self.length != self._map[-1][1] - self._map[-1][0]:
            self._map.append((self.length, self._end))

    def part(self, separator: str) -> None:
        """Parts what follows from what came before: by a block end, a line end or, for dropped text, a space; the strongest wins."""
        if len(separator) > len(self._separator) or separator > self._separator == " ":
            self._separator = separator
        elif separator == "\n" and self._separator == " ":
            self._separator = separator

    def trim(self) -> None:
        """Takes back the blanks at the end, as before a line break."""
        while self._pieces and self._pieces[-1] != (kept := self._pieces[-1].rstrip(" \t\r")):
            self.length -= len(self._pieces[-1]) - len(kept)
            self._pieces[-1] = kept
            if kept:
                return
            self._pieces.pop()

    def text_since(self, length: int) -> str:
        """The text added since `length` was the length."""
        return "".join(self._pieces)[length:]

    def prose(self, title: str | None = None) -> Prose:
        """All pieces as one text with its map."""
        return Prose("".join(self._pieces), tuple(self._map) or ((0, 0),), title)

    def _separate(self, following: str) -> None:
        needless = self._separator == " " and (following[0].isspace() or self._pieces and self._pieces[-1][-1].isspace())
        if self._separator and self._pieces and not needless:
            self._push(self._separator)
        self._separator = ""

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

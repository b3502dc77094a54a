"""Prose under construction: pieces of text that each remember where in the source they stand."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model import Span

_STRENGTH = {"": 0, " ": 1, "\n": 2, "\n\n": 3}


@frozen
class Prose:
    """What a reader returns: the text to check, its source map and captions (see `Document`), and a title if the source shows one."""

    text: str
    source_map: tuple[Span, ...] = ((0, 0),)
    title: str | None = None
    captions: tuple[Span, ...] = ()


class ProseWriter:
    """Collects pieces in source order and keeps the map.

    >>> writer = ProseWriter()
    >>> writer.add("5", 2)
    >>> writer.add("%", 3, width=5)
    >>> writer.part("\\n\\n")
    >>> writer.add("up", 10)
    >>> writer.prose()
    Prose(text='5%\\n\\nup', source_map=((0, 2), (2, 8)), title=None, captions=())
    """

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._map: list[Span] = []
        self._separator = ""
        self._length = 0
        self._caption: int | None = None
        self._captions: list[Span] = []

    def add(self, text: str, at: int, width: int | None = None) -> None:
        """Adds text that stands at source offset `at`; `width` is its length there where that differs ("&amp;" for "&").

        Blanks right after a block or line end are left out.
        """
        if self._separator.startswith("\n"):
            blanks = len(text) - len(text.lstrip(" \t\r\n"))
            text, at = text[blanks:], at + blanks
        if text:
            self._separate(text[0])
            self._step(at)
            self._push(text)
            self._step(at + (len(text) if width is None else width))

    def part(self, separator: str) -> None:
        """Parts what follows from what came before: by a block end, a line end or, for dropped text, a space; the strongest wins."""
        self._separator = max(self._separator, separator, key=_STRENGTH.__getitem__)

    def begin_caption(self) -> None:
        """Says that what follows is a caption."""
        self._caption = self._length

    def end_caption(self) -> None:
        """Says that the caption ends here."""
        if self._caption is not None and self._caption < self._length:
            self._captions.append((self._caption, self._length))
        self._caption = None

    def trim(self) -> None:
        """Takes back the blanks at the end, as before a line break."""
        while self._pieces and self._pieces[-1][-1] in " \t\r":
            blank = self._pieces.pop()
            kept = blank.rstrip(" \t\r")
            self._length -= len(blank) - len(kept)
            if kept:
                self._pieces.append(kept)
        while self._map and self._map[-1][0] > self._length:
            self._map.pop()

    def prose(self, title: str | None = None) -> Prose:
        """All pieces as one text with its map."""
        return Prose("".join(self._pieces), tuple(self._map) or ((0, 0),), title, tuple(self._captions))

    def _separate(self, following: str) -> None:
        if self._separator.startswith("\n"):
            self.trim()
        if self._separator and self._pieces:
            blank_there = following.isspace() or self._pieces[-1][-1].isspace()
            if self._separator != " " or not blank_there:
                self._push(self._separator)
        self._separator = ""

    def _step(self, at: int) -> None:
        if self._map and self._map[-1][0] == self._length:
            self._map.pop()
        if not self._map or self._map[-1][1] - self._map[-1][0] != at - self._length:
            self._map.append((self._length, at))

    def _push(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

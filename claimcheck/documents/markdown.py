"""Markdown (CommonMark with tables, strike-through and footnotes): the prose a reader of the rendered page sees.

Not prose: code, HTML tags and comments, link targets and bare URLs, image paths, struck-out text, footnote marks, list numbers, table and
heading marks. Emphasis marks vanish, link texts and the alternative texts of images stay, entities are decoded, digits in <sup> become
superscripts. Blocks and table rows are parted by a blank line, cells and hard line breaks by a line end; a soft one becomes a space.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate, chain, pairwise
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from claimcheck.documents._prose import Prose, ProseWriter
from claimcheck.model import Span

if TYPE_CHECKING:
    from markdown_it.token import Token

SUFFIXES = (".md", ".markdown", ".mdown", ".mkd")

_LINE_END = re.compile(r"\\?\r\n?")
_URL = re.compile(r"\b(?:https?://|ftp://|www\.)(?:[^\s<>()\[\]|]|\([^\s<>()]*\))+(?<![.,;:!?'\"*_~])", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_SUPERSCRIPTS = str.maketrans("0123456789+-\u2212", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
_SILENT = {"script", "style", "pre", "code", "kbd", "samp", "textarea", "template", "svg", "math", "iframe", "object", "del", "s", "strike"}
_LINES = {"br", "td", "th"}
_CAPTIONS = {"figcaption", "caption"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "div", "fieldset", "figcaption", "figure"),
    *("footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "nav", "p", "section", "summary"),
    *("dd", "dl", "dt", "li", "ol", "ul", "table", "caption", "thead", "tbody", "tfoot", "tr"),
}
_PARTS = {"th_close": "\n", "td_close": "\n", "tr_close": "\n\n", "paragraph_close": "\n\n", "heading_close": "\n\n", "html_block": "\n\n"}


def read(source: str, start: int) -> Prose:
    r"""The prose of a Markdown source; its title is the first heading of level 1.

    >>> read("- At least **40** [died](https://example.org/2026)", 0)
    Prose(text='At least 40 died', source_map=((0, 2), (9, 13), (11, 17), (12, 19)), title=None, captions=())
    """
    from claimcheck.documents._placed_markdown import blocks

    plain = source[:start] + _LINE_END.sub(_same_length, source[start:])
    tokens, environment = blocks(plain[start:])
    writer = ProseWriter()
    writer.part("\n\n")
    title: str | None = None
    for opening, token in zip([None, *tokens], tokens, strict=False):
        if token.type in ("inline", "html_block"):
            ranges = [(first + start, last + start) for first, last in token.meta["ranges"]]
            _Block(writer, plain, ranges).write(environment, html=token.type == "html_block")
            if title is None and opening and opening.tag == "h1":
                heading = ProseWriter()
                _Block(heading, plain, ranges).write(environment)
                title = heading.prose().text or None
        writer.part(_PARTS.get(token.type, ""))
    return writer.prose(title)


def _same_length(line_end: re.Match[str]) -> str:
    r"""Line ends as "\n" without moving anything: "\r\n" becomes "\t\n"; a backslash before it, a hard break, becomes two blanks."""
    return {1: "", 2: "\t", 3: "  "}[len(line_end[0])] + "\n"


class _Block:
    """Writes what is prose in one block, whose text stands at `ranges` of the source."""

    def __init__(self, writer: ProseWriter, plain: str, ranges: list[Span]) -> None:
        self._writer = writer
        self._ranges = ranges
        self._content = "".join(plain[first:last] for first, last in ranges)
        self._starts = [0, *accumulate(last - first for first, last in ranges)]
        self._urls = [match.span() for match in _URL.finditer(self._content)]
        self._cuts = sorted({*self._starts, *chain(*self._urls)})
        self._silent = ""
        self._raised = False

    def write(self, environment: dict[str, Any], html: bool = False) -> None:
        """Writes the prose piece by piece, each with its place."""
        from claimcheck.documents._placed_markdown import inlines

        blank = len(self._content) - len(self._content.lstrip())
        self._write(inlines(self._content.strip(), environment, html), blank)

    def _write(self, tokens: list[Token], base: int) -> None:
        for token in tokens:
            at = base + token.meta["at"]
            if token.type == "image" and not self._silent:
                self._writer.part(" ")
                self._writer.begin_caption()
                self._write(token.children or [], at + len("!["))
                self._writer.end_caption()
                self._writer.part(" ")
            elif token.type == "html_inline":
                self._tag(token.content)
            elif token.type == "s_open" or (token.type == "link_open" and token.info == "auto"):
                self._hide(token.tag)
            elif token.type == "s_close" or (token.type == "link_close" and token.info == "auto"):
                self._show(token.tag)
            elif not self._silent:
                self._leaf(token, at)

    def _leaf(self, token: Token, at: int) -> None:
        if token.type == "text":
            self._text(at, at + len(token.content))
        elif token.type == "text_special" and not self._in_url(at):
            mark = len(token.markup) - len(token.content) if token.info == "escape" else 0
            self._writer.add(token.content, self._source(at + mark), len(token.markup) - mark)
        elif token.type == "code_inline":
            self._writer.part(" ")
        elif token.type in ("softbreak", "hardbreak"):
            hard = token.type == "hardbreak" or self._content[max(0, at - 3) : at].rstrip("\t").endswith("  ")
            self._writer.trim()
            self._writer.add("\n" if hard else " ", self._source(at))

    def _text(self, at: int, end: int) -> None:
        """Writes text of the content, without bare URLs and in pieces that run in step with the source."""
        inner = self._cuts[bisect_right(self._cuts, at) : bisect_left(self._cuts, end)]
        for first, last in pairwise([at, *inner, end]):
            if self._in_url(first):
                self._writer.part(" ")
            else:
                text = self._content[first:last]
                self._writer.add(text.translate(_SUPERSCRIPTS) if self._raised else text, self._source(first))

    def _in_url(self, at: int) -> bool:
        index = bisect_right(self._urls, at, key=itemgetter(0)) - 1
        return index >= 0 and at < self._urls[index][1]

    def _tag(self, tag: str) -> None:
        match = _TAG.match(tag)
        name = match[2].lower() if match else ""
        if name in _SILENT and not tag.endswith("/>"):
            (self._show if match and match[1] else self._hide)(name)
        elif name == "sup":
            self._raised = not (match and match[1])
        if name in _CAPTIONS and match:
            (self._writer.end_caption if match[1] else self._writer.begin_caption)()
        self._writer.part("\n\n" if name in _BLOCKS else "\n" if name in _LINES else "")

    def _hide(self, name: str) -> None:
        self._silent = self._silent or name

    def _show(self, name: str) -> None:
        if self._silent == name:
            self._silent = ""
            self._writer.part(" ")

    def _source(self, at: int) -> int:
        index = bisect_right(self._starts, at) - 1
        return self._ranges[index][0] + at - self._starts[index]

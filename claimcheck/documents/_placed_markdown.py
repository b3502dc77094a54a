"""markdown-it-py, with the places kept that its tokens lack.

A block token that holds text carries `meta["ranges"]`: the source ranges whose concatenation is its content. An inline token carries
`meta["at"]`: its offset in that content. Both are noted while markdown-it-py's own rules run, by its public means of extension.
Its two guards against deep nesting are kept: text more than 100 block levels deep is dropped, brackets more than 20 deep are text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it import rules_block as block
from markdown_it.parser_block import RuleFuncBlockType
from markdown_it.parser_inline import ParserInline
from markdown_it.ruler import RuleOptionsType
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from claimcheck.model import Span

_FOOTNOTE = re.compile(r"\[\^[^\]\s]{1,99}\](?::[ \t]*)?")
_PIPE = re.compile(r"\\\||\|")
_BROKEN_TAG = re.compile(r"<[A-Za-z/!?][^>]*>?")
_INTERRUPTING: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote"]}


def blocks(source: str) -> tuple[list[Token], dict[str, Any]]:
    """The block tokens of a Markdown source and the environment (link definitions) its inline tokens need."""
    environment: dict[str, Any] = {}
    return _block_parser().parse(source, environment), environment


def inlines(content: str, environment: dict[str, Any], html: bool = False) -> list[Token]:
    """The inline tokens of a block's content; of an HTML block's, where only tags and entities mean something, with `html`."""
    parser = _html_parser() if html else _inline_parser()
    return parser.inline.parse(content, parser, environment, [])


class _Unlinked(MarkdownIt):
    """Takes every link target as it is: targets are dropped."""

    def normalizeLink(self, url: str) -> str:
        return url

    def normalizeLinkText(self, link: str) -> str:
        return link

    def validateLink(self, url: str) -> bool:
        return True


@cache
def _block_parser() -> MarkdownIt:
    parser = _Unlinked("commonmark", {"maxNesting": 100}).enable("table").disable("inline")
    parser.block.ruler.at("table", _placing(block.table), {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("html_block", _placing(block.html_block), _INTERRUPTING)
    parser.block.ruler.at("heading", _placing(block.heading), _INTERRUPTING)
    parser.block.ruler.at("lheading", _placing(block.lheading))
    parser.block.ruler.at("paragraph", _placing(block.paragraph))
    return parser


@cache
def _inline_parser() -> MarkdownIt:
    parser = _Unlinked("commonmark", {"maxNesting": 20})
    parser.inline = _PlacedInline()
    parser.inline.ruler.before("link", "footnote", _footnote)
    return parser


@cache
def _html_parser() -> MarkdownIt:
    parser = _Unlinked("commonmark", {"maxNesting": 20})
    parser.inline = _PlacedInline()
    parser.inline.ruler.enableOnly(["text", "newline", "comment", "html_inline", "entity"])
    parser.inline.ruler.after("html_inline", "broken_tag", _broken_tag)
    return parser


def _placing(rule: RuleFuncBlockType) -> RuleFuncBlockType:
    def placing(state: StateBlock, first: int, last: int, silent: bool) -> bool:
        before = len(state.tokens)
        done = rule(state, first, last, silent)
        if done and not silent:
            _place_blocks(state, state.tokens[before:])
        return done

    return placing


def _place_blocks(state: StateBlock, tokens: list[Token]) -> None:
    cells: Iterator[list[Span]] = iter(())
    for opening, token in zip([tokens[0], *tokens], tokens, strict=False):
        if token.type == "tr_open" and token.map:
            cells = _cells(state.src, *_line(state, token.map[0]))
        elif opening.type in ("th_open", "td_open"):
            token.meta["ranges"] = next(cells, [])
        elif opening.type == "heading_open" and opening.markup.startswith("#") and token.map:
            token.meta["ranges"] = _heading(state.src, *_line(state, token.map[0]), opening.markup, token.content)
        elif token.type in ("inline", "html_block") and token.map:
            lines = [_line(state, number) for number in range(*token.map)]
            token.meta["ranges"] = [(start, end + 1) for start, end in lines[:-1]] + lines[-1:]


def _line(state: StateBlock, number: int) -> Span:
    """The source range of a line, without its indent and the marks of the blocks that hold it."""
    return min(state.bMarks[number] + state.tShift[number], state.eMarks[number]), state.eMarks[number]


def _heading(source: str, start: int, end: int, marks: str, content: str) -> list[Span]:
    if not content:
        return []
    start = source.index(content[0], start + len(marks), end)
    return [(start, start + len(content))]


def _cells(source: str, start: int, end: int) -> Iterator[list[Span]]:
    r"""The cells of a table row, each as the ranges that are left without the backslashes of "\|"."""
    cell: list[Span] = []
    at = start = end - len(source[start:end].lstrip())
    for mark in _PIPE.finditer(source, start, end):
        cell.append((at, mark.start()))
        at = mark.end()
        if mark[0] != "|":
            at -= 1
            continue
        if mark.start() > start:
            yield cell
        cell = []
    yield [*cell, (at, end)]


class _PlacedInline(ParserInline):
    """The inline parser with all its rules, each of whose tokens notes where it stands."""

    def __init__(self) -> None:
        super().__init__()
        self.ruler.before("html_inline", "comment", _comment)
        self.ruler2.disable("fragments_join")

    def tokenize(self, state: StateInline) -> None:
        """Runs the rules over state.src[state.pos:state.posMax], noting places."""
        rules = self.ruler.getRules("")
        nested_too_deep = state.level >= state.md.options.maxNesting
        end = state.posMax
        while state.pos < end:
            at, before = state.pos, len(state.tokens)
            if nested_too_deep or not any(rule(state, False) for rule in rules):
                state.pending += state.src[at]
                state.pos = at + 1
            if state.pending:
                state.pushPending()
            _place_inlines(state.tokens[before:], at)


def _place_inlines(tokens: list[Token], at: int) -> None:
    for token in tokens:
        if "at" not in token.meta:
            token.meta["at"] = at
            at += len(token.content)


def _footnote(state: StateInline, silent: bool) -> bool:
    """Takes a footnote's mark "[^1]", and the "[^1]: " that opens its text, out of the prose."""
    match = _FOOTNOTE.match(state.src, state.pos, state.posMax) if state.src.startswith("[^", state.pos) else None
    return match is not None and _drop(state, match.end(), silent)


def _comment(state: StateInline, silent: bool) -> bool:
    """Takes an HTML comment out; one that nothing closes lasts to the end of its block, as in a browser."""
    if not state.src.startswith("<!--", state.pos):
        return False
    end = state.src.find("-->", state.pos + 2, state.posMax)
    return _drop(state, state.posMax if end < 0 else end + 3, silent)


def _broken_tag(state: StateInline, silent: bool) -> bool:
    """Takes a tag with broken attributes, or one that nothing closes, out of an HTML block."""
    match = _BROKEN_TAG.match(state.src, state.pos, state.posMax)
    return match is not None and _drop(state, match.end(), silent)


def _drop(state: StateInline, end: int, silent: bool) -> bool:
    if not silent:
        state.push("html_inline", "", 0).content = state.src[state.pos : end]
    state.pos = end
    return True

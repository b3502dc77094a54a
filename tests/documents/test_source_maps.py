"""Laws of the source map, whatever the source is."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from claimcheck.documents import locate, parse
from claimcheck.model import Document

CORPUS = Path(__file__).parent.parent / "corpora" / "documents" / "markdown.json"
PIECES = {piece for case in json.loads(CORPUS.read_text(encoding="utf-8")) for piece in re.findall(r"\w+|\s+|[^\w\s]+", case["source"])}
SOURCES = st.lists(st.sampled_from(sorted(PIECES)) | st.text(max_size=3), max_size=40).map("".join)


def mapped(document: Document, offset: int) -> int:
    text_offset, source_offset = max(pair for pair in document.source_map if pair[0] <= offset)
    return source_offset + offset - text_offset


@given(SOURCES)
def test_the_map_only_rises(source: str) -> None:
    for earlier, later in pairwise(parse(source, "markdown").source_map):
        assert earlier[0] < later[0]
        assert earlier[1] <= later[1]


@given(SOURCES)
def test_every_character_of_markdown_prose_is_that_of_the_source_or_a_blank_or_decoded(source: str) -> None:
    document = parse(source, "markdown")
    for offset, character in enumerate(document.text):
        at = mapped(document, offset)
        decoded = "&" in document.source[max(0, at - 1) : at + 1]
        raised = character in "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"
        assert character in " \n" or decoded or raised or document.source[at] == character


@given(SOURCES)
def test_every_character_of_plain_text_is_that_of_the_source_or_a_line_end(source: str) -> None:
    document = parse(source, "text")
    for offset, character in enumerate(document.text):
        assert document.source[mapped(document, offset)] in (character, "\r" if character == "\n" else character)


@given(SOURCES, st.sampled_from(["markdown", "text"]), st.integers(0), st.integers(0))
def test_every_span_has_a_place_in_the_source(source: str, format: str, one: int, other: int) -> None:
    document = parse(source, format)
    start, end = sorted((one % (len(document.text) + 1), other % (len(document.text) + 1)))
    place = locate(document, (start, end))
    assert 1 <= place.line <= place.end_line <= document.source.count("\n") + document.source.count("\r") + 1
    assert (place.line, place.column) <= (place.end_line, place.end_column)


BLOCKS = st.sampled_from(
    [
        "At least {} people died.",
        "Rain fell\nfor days; **{}** fled,\nthe mayor said.",
        "# Storm: {} dead",
        "Toll of {}\n=======",
        "- first\n- then {} more\n  and so on",
        "12. a list\n13. whose number is not prose: *{}*",
        "> > he said {} were\nhurt",
        "| Town | Dead |\n|---|---|\n| Lyon \\| Ain | `1` {} |\n| Nice | 9 |",
        "See [the {} dead](https://example.org/2024/05 'p. 9') and `7`",
        "![{} in a boat](img/2024.png)",
        "<div class='w9'>\n<p>Some {} left&nbsp;home.</p>\n</div>",
        "5&#8239;000 t, &euro;7 and {}<br>more",
        "Note[^1].\n\n[^1]: Of {} in all.",
        "```\nx = 7\n```\n\nSo {}",
        "\tcode 7\n\nand\t{}",
    ]
)


@given(st.lists(BLOCKS, max_size=5), BLOCKS, st.lists(BLOCKS, max_size=5), st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_a_figure_in_any_block_is_located_at_its_line_and_column(
    before: list[str], block: str, after: list[str], line_end: str, front: bool
) -> None:
    parts = [*(part.format("40") for part in before), block.format("7,431"), *(part.format("50") for part in after)]
    lines = ("---\ntitle: x\n---\n" * front + "\n\n".join(parts)).split("\n")
    line = next(number for number, text in enumerate(lines) if "7,431" in text)
    document = parse(line_end.join(lines), "markdown", "draft.md")
    start = document.text.index("7,431")
    place = locate(document, (start, start + 5))
    column = lines[line].index("7,431") + 1
    assert (place.path, place.line, place.column) == ("draft.md", line + 1, column)
    assert (place.end_line, place.end_column) == (line + 1, column + 5)

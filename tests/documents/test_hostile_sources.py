"""Sources meant to break a reader: each is read, in time that grows with its length only."""

from __future__ import annotations

import time

import pytest

from claimcheck.documents import formats, parse

MANY = 20_000
HOSTILE = {
    "nested quotes": "> " * MANY,
    "nested lists": "- " * MANY,
    "quotes in lists": "- > " * MANY,
    "brackets": "[" * MANY,
    "image brackets": "![" * MANY,
    "brackets on lines": "[a\n" * MANY,
    "nested images": "![" * 3000 + "a" + "](x)" * 3000,
    "nested links": "[" * 3000 + "a" + "](x)" * 3000,
    "half links": "[a](" * MANY,
    "half titles": '[a](b "' * MANY,
    "emphasis": "*a **b _c " * MANY,
    "backticks": "".join("`" * length + "a" for length in range(1, 300)),
    "tags": "<a " * MANY,
    "attributes": "<a " + "b " * MANY,
    "comments": "a <!-- ---> " * MANY,
    "open comments": "a <!--" * MANY,
    "open tags in a block": "<div>\n" + "<b a='" * MANY,
    "entities": "&#1&amp" * MANY,
    "URLs": "https://(" * MANY,
    "footnotes": "[^1]: a\n" * MANY,
    "pipes": "|" * MANY + "\n" + "|-" * MANY + "\n",
    "escaped pipes": "|a|\n|-|\n|" + "\\|" * MANY + "|\n",
    "one long line": "At least 40 people died; 5% more. " * MANY,
    "blanks": " " * 500_000 + "b",
    "line ends": "a\r\n\n\r" * MANY,
    "NULs": "\0" * MANY,
    "open front matter": "---\n" + "a: b\n" * MANY,
    "long front matter": "---\ntitle: b\n" + "  b\n" * MANY + "---\n",
    "blank key": "---\na" + " " * 500_000 + "b\n---\n",
    "surrogates": "\ud800 40 \udfff",
}


@pytest.mark.parametrize("format", sorted(formats()))
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_sources_are_read_in_linear_time(name: str, format: str) -> None:
    started = time.process_time()
    parse(HOSTILE[name], format)
    assert time.process_time() - started < 1 + len(HOSTILE[name]) / 20_000


def test_text_nested_a_hundred_levels_deep_is_read_and_deeper_text_dropped() -> None:
    assert parse("> " * 90 + "At least 40", "markdown").text == "At least 40"
    assert parse("> " * 150 + "At least 40", "markdown").text == ""

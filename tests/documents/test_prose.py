"""What is prose in each format: one table per reader in tests/corpora/documents."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.documents import formats, locate, parse

CORPORA = Path(__file__).parent.parent / "corpora" / "documents"
CASES = [
    pytest.param(path.stem, case["source"], case["prose"], id=f"{path.stem}: {case['construct']}")
    for path in sorted(CORPORA.glob("*.json"))
    for case in json.loads(path.read_text(encoding="utf-8"))
]


def test_every_reader_has_a_corpus_and_every_corpus_a_reader() -> None:
    assert {path.stem for path in CORPORA.glob("*.json")} == set(formats())


@pytest.mark.parametrize(("format", "source", "prose"), CASES)
def test_prose(format: str, source: str, prose: str) -> None:
    assert parse(source, format).text == prose


@pytest.mark.parametrize(("format", "source", "prose"), CASES)
def test_figures_are_found_in_the_source_where_the_map_says(format: str, source: str, prose: str) -> None:
    document = parse(source, format)
    lines = document.source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for offset, character in enumerate(document.text):
        place = locate(document, (offset, offset + 1))
        written = lines[place.line - 1][place.column - 1 :][:1]
        if character.isdigit() and character.isascii() and written != "&":
            assert written == character


def test_captions_are_known_by_their_place_in_the_text() -> None:
    source = "At least 40 died.\n\n![A rescuer](a.jpg)\n\n<figure><figcaption>The **40** coffins</figcaption></figure>\n\nMore rain is due."
    document = parse(source, "markdown")
    assert [document.text[slice(*span)].strip() for span in document.captions] == ["A rescuer", "The **40** coffins"]

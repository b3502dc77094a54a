"""A figure keeps the speaker the text gives it, and none where the article speaks for itself."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimcheck.model import Attribution
from claimcheck.reading import attribution, sentences
from claimcheck.reading.tokens import Tokens, cut

ROWS = json.loads((Path(__file__).parent.parent / "corpora" / "attribution.json").read_text("utf-8"))
SPEECH = 'said told 12 , " Mayor Ana Ruiz she the ministry according to by who ; and its tally : put at report in as saying'


def cuts(text: str) -> list[Tokens]:
    return [cut(text, *span) for span in sentences.split(text)]


def speakers(text: str, numbers: dict[str, Any]) -> dict[str, str | None]:
    article = cuts(text)
    said = attribution.read(article)
    found = {}
    for index, tokens in enumerate(article):
        for token, word in enumerate(tokens.words):
            if word in numbers:
                attributed = said.of(index, token)
                found[word] = attributed.source if attributed else None
    return found


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_who_says_a_figure(row: dict[str, Any]) -> None:
    assert speakers(row["text"], row["who"]) == row["who"]


@pytest.mark.parametrize("row", [row for row in ROWS if "quoted" in row], ids=lambda row: row["why"])
def test_what_stands_in_quotation_marks(row: dict[str, Any]) -> None:
    article = cuts(row["text"])
    said = attribution.read(article)
    quoted = [w for i, tokens in enumerate(article) for t, w in enumerate(tokens.words) if w in row["who"] and said.quoted(i, t)]
    assert quoted == row["quoted"]


def test_the_cue_is_told() -> None:
    said = attribution.read(cuts("Some 12 people died, according to the coast guard."))
    assert said.of(0, 1) == Attribution("coast guard", "according to")


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["why"])
def test_plain_paragraphs_around_a_story_change_nothing(row: dict[str, Any]) -> None:
    around = f"Snow fell on the hills.\n\n{row['text']}\n\nThe road stays shut."
    assert speakers(around, row["who"]) == row["who"]


@given(st.lists(st.sampled_from(SPEECH.split()), max_size=40))
def test_any_string_of_words_is_read(words: list[str]) -> None:
    article = cuts(" ".join(words))
    said = attribution.read(article)
    for index, tokens in enumerate(article):
        for token in range(len(tokens)):
            attributed = said.of(index, token)
            assert attributed is None or (attributed.source and attributed.cue)


@given(st.text(max_size=200))
@settings(max_examples=200)
def test_any_text_is_read(text: str) -> None:
    article = cuts(text)
    said = attribution.read(article)
    quoted = any(said.quoted(i, t) for i, tokens in enumerate(article) for t in range(len(tokens)))
    assert not quoted or not set('"“„').isdisjoint(text)


@pytest.mark.parametrize(
    "unit", ["police said 12, ", 'said "', "X, who said, ", "according to ", "officer ", "Ana said 12 died. ", '"12," she said. ']
)
def test_time_grows_with_the_text_and_no_faster(unit: str) -> None:
    def seconds(times: int) -> float:
        article = cuts(unit * times)
        start = time.process_time()
        attribution.read(article)
        return time.process_time() - start

    seconds(100)
    assert seconds(32_000) < 32 * (min(seconds(2_000) for _ in range(3)) + 0.02)

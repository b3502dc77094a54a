"""Sentences end where a reader would end them."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading.sentences import split


def sentences(text: str) -> list[str]:
    return [text[start:stop] for start, stop in split(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("Gen. Weiss met Dr. Moss in the U.S. capital.", ["Gen. Weiss met Dr. Moss in the U.S. capital."]),
        ("It struck at 5 p.m. GMT. All ran.", ["It struck at 5 p.m. GMT.", "All ran."]),
        ("It struck at 5 p.m. (7 a.m. in Lima). All ran.", ["It struck at 5 p.m. (7 a.m. in Lima).", "All ran."]),
        ("He left at 5 p.m. Then it rained.", ["He left at 5 p.m.", "Then it rained."]),
        ("It fell to No. 3 from No. 1.", ["It fell to No. 3 from No. 1."]),
        ("“Run!” he said. “Why?” she asked.", ["“Run!” he said.", "“Why?” she asked."]),
        ("It burned.Three men fled.", ["It burned.", "Three men fled."]),
        ("Wait ... It rained.", ["Wait ...", "It rained."]),
    ],
)
def test_sentences_end_at_stops_that_end_them(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_line_break_ends_a_headline_and_a_list_item() -> None:
    assert sentences("Storm kills nine on the coast\nNine people died on Monday.") == [
        "Storm kills nine on the coast",
        "Nine people died on Monday.",
    ]
    assert sentences("- 12 dead\n- 40 hurt\n- 3 missing") == ["- 12 dead", "- 40 hurt", "- 3 missing"]


def test_a_hard_wrapped_paragraph_is_read_across_its_lines() -> None:
    text = (
        "The ministry said on Monday that at least 1,200 of the 3,400 homes in\n"
        "the valley had lost their roofs, and that repairs would cost about 40\n"
        "million euros. Roads to nine villages were\n"
        "closed."
    )
    assert len(split(text)) == 2
    assert sentences(text)[0].endswith("40\nmillion euros.")


def test_a_long_line_goes_on_in_lower_case() -> None:
    text = "Rescuers said that they had brought some 60 people down from the\nroof of the mill."
    assert sentences(text) == [text]


def test_a_long_line_that_ends_in_a_preposition_goes_on() -> None:
    text = "Three ministers spoke of the ferry disaster of\nLake Tarn, and 36 died there.\nWhat we are made of\nNine poems"
    assert [text[a:b] for a, b in split(text)] == [text[:76], "What we are made of", "Nine poems"]


def test_a_stretch_without_stops_is_cut_and_loses_nothing() -> None:
    text = "word " * 5000
    assert max(len(sentence) for sentence in sentences(text)) <= 3000
    assert " ".join(sentences(text)).split() == text.split()


@given(st.text(max_size=400))
def test_spans_rise_and_hold_all_that_is_not_white_space(text: str) -> None:
    spans = split(text)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert "".join("".join(text[start:stop] for start, stop in spans).split()) == "".join(text.split())

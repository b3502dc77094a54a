"""A figure is read the same in every wording, and what counts nothing is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Claim, extract
from tests.corpora.quantities import NO_CLAIM, PHENOMENA

WORDINGS = [(name, expected, text) for name, rows in PHENOMENA.items() for expected, texts in rows.items() for text in texts]
NEGATIVES = [(name, text) for name, texts in NO_CLAIM.items() for text in texts]


def reading(claim: Claim) -> str:
    value = claim.value if isinstance(claim.value, str) else "..".join(claim.value)
    unit = claim.counted if claim.unit == "count" else claim.unit
    return f"{value} {unit} {claim.qualifier} {claim.change or '-'}"


@pytest.mark.parametrize(("name", "expected", "text"), WORDINGS, ids=[f"{name}: {text}" for name, _, text in WORDINGS])
def test_every_wording_is_read_alike(name: str, expected: str, text: str) -> None:
    assert ", ".join(map(reading, extract(text))) == expected


@pytest.mark.parametrize(("name", "text"), NEGATIVES, ids=[f"{name}: {text}" for name, text in NEGATIVES])
def test_what_counts_nothing_is_no_claim(name: str, text: str) -> None:
    assert [claim.surface for claim in extract(text) if claim.kind not in ("date", "year")] == []


@given(st.text(max_size=300))
def test_any_text_is_read_without_a_crash_and_spans_are_exact(text: str) -> None:
    for claim in extract(text, published="2026-02-05"):
        assert claim.surface == text[slice(*claim.span)]
        assert claim.span[0] <= claim.number_span[0] < claim.number_span[1] <= claim.span[1]
        assert claim.sentence == text[slice(*claim.sentence_span)]


@given(
    st.sampled_from(WORDINGS),
    st.sampled_from(["It rained. ", "“No,” he said.\n\n", ""]),
    st.sampled_from([" Nobody spoke.", "\n\nThen it ended.", ""]),
)
def test_reading_does_not_depend_on_what_surrounds_the_sentence(row: tuple[str, str, str], before: str, after: str) -> None:
    _, expected, text = row
    sentence = text if text.endswith(".") else f"{text}."
    assert ", ".join(map(reading, extract(before + sentence + after))) == expected


@pytest.mark.parametrize("text", [text for _, _, text in WORDINGS])
def test_bounds_hold_the_value_they_state(text: str) -> None:
    for claim in extract(text):
        assert claim.bounds is not None
        if claim.qualifier != "exact" or isinstance(claim.value, tuple) or claim.bounds.unit != claim.unit:
            continue
        low, high = claim.bounds.low, claim.bounds.high
        assert low is None or Decimal(low) <= Decimal(claim.value)
        assert high is None or Decimal(claim.value) <= Decimal(high)

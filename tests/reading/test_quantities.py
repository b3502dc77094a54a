"""A figure is read the same in every wording, and what counts nothing is left alone."""

from __future__ import annotations

import itertools
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck import Claim, extract

CORPORA = Path(__file__).parent.parent / "corpora" / "quantities"
"""One table per phenomenon: what is read, and all the ways to say it. A reading is value, unit or counted noun, qualifier, change."""

PHENOMENA = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(CORPORA.glob("*.json")) if path.stem != "no_claim"}
NO_CLAIM: dict[str, list[str]] = json.loads((CORPORA / "no_claim.json").read_text("utf-8"))
WORDINGS = [(name, row["reading"], text) for name, rows in PHENOMENA.items() for row in rows for text in row["wordings"]]
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


@given(st.lists(st.sampled_from([text for _, _, text in WORDINGS]), min_size=1, max_size=6).map("; ".join))
def test_figures_of_one_sentence_stand_in_text_order_and_share_no_number(text: str) -> None:
    numbers = [claim.number_span for claim in extract(text)]
    assert numbers == sorted(numbers)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(numbers))


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

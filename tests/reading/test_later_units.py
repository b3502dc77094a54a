"""A number that a later sentence leaves bare is in the unit of the figures of its size before it; people and things stay counts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.reading import extract
from claimcheck.reading.later_units import taken_up
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.quantities import find
from claimcheck.reading.tokens import cut

CORPUS = Path(__file__).parent.parent / "corpora" / "later_units.csv"


@pytest.mark.parametrize("row", list(csv.DictReader(CORPUS.read_text("utf-8").splitlines())), ids=lambda row: row["text"])
def test_a_bare_number_is_in_the_unit_that_the_text_goes_on_in(row: dict[str, str]) -> None:
    claims = extract(row["text"], "2026-02-05")
    assert [(claim.unit or "").replace(" ", "") for claim in claims] == row["units"].split()


def test_a_unit_is_taken_up_from_the_two_sentences_before_and_no_farther() -> None:
    far = ["Turnout was 61.2 percent.", "Rain fell.", "Nobody came.", "It was 48.9."]
    assert [figure.unit for figure in _units(far)] == ["percent", "count"]
    assert [figure.unit for figure in _units([far[0], far[1], far[3]])] == ["percent", "percent"]


def _units(sentences: list[str]) -> list[Quantity]:
    tokens = [cut(sentence) for sentence in sentences]
    return [figure for figures in taken_up((cuts, find(cuts)) for cuts in tokens) for figure in figures]

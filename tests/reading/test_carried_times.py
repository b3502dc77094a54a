"""A part is of the time of its whole, a change of that of its level, and nothing else borrows a time."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.reading import extract
from claimcheck.reading.carried_times import carried

CORPUS = Path(__file__).parent.parent / "corpora" / "carried_times.csv"


@pytest.mark.parametrize("row", list(csv.DictReader(CORPUS.read_text("utf-8").splitlines())), ids=lambda row: row["text"])
def test_a_figure_takes_the_time_of_what_it_belongs_to(row: dict[str, str]) -> None:
    place = row["text"].index("[")
    claims = extract(row["text"].replace("[", "").replace("]", ""), "2026-02-05")
    (claim,) = [claim for claim in claims if claim.number_span[0] == place]
    days = (claim.period.start or "", claim.period.end or "") if claim.period else ("", "")
    assert (*days, claim.as_of) == (row["start"], row["end"], row["as_of"])


def test_times_once_carried_stay_as_they_are() -> None:
    claims = extract("Rebels freed 35 captives on Monday, nine of them women. They included 4 nurses.", "2026-02-05")
    assert carried(claims) == list(claims)

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


@pytest.mark.parametrize(
    ("text", "surface", "start", "end"),
    [
        ("A loss at Brandt\nBrandt posted a fourth-quarter loss of $40 million on Tuesday.", "$40 million", "2025-10-01", "2025-12-31"),
        (
            "A loss at Brandt\nBrandt lost $40 million in the fourth quarter. It sold 281,000 cars in the quarter.",
            "281,000 cars",
            "2025-10-01",
            "2025-12-31",
        ),
        ("A loss at Brandt\nBrandt lost $40 million in the fourth quarter. The firm employs 48,200 people.", "48,200 people", None, None),
        (
            "Swap\nTorvia and Ostrana swapped 120 prisoners each on Monday. They were 100 soldiers and 20 civilians.",
            "100 soldiers",
            "2026-03-09",
            "2026-03-09",
        ),
        (
            "Drones\nOstrana fired 90 drones at Torvia overnight. Gunners shot down 75 of them. That left 15.",
            "15",
            "2026-03-09",
            "2026-03-10",
        ),
        ("Freed\nOf those freed on Monday, 66, or 30 percent, were ill.", "30 percent", "2026-03-09", "2026-03-09"),
        ("Drones\nOstrana fired 4,100 drones at Torvia in February, an average of 146 a night.", "146 a night", "2026-02-01", "2026-02-28"),
    ],
)
def test_a_figure_is_of_the_time_of_what_it_belongs_to(text: str, surface: str, start: str | None, end: str | None) -> None:
    claim = next(claim for claim in extract(text, published="2026-03-10") if claim.surface == surface)
    assert (claim.period and claim.period.start, claim.period and claim.period.end) == (start, end)

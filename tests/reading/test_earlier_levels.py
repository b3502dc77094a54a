"""A sentence that gives the state of a quantity on an earlier day beside today's links the two."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.comparing import compare
from claimcheck.model import Claim
from claimcheck.reading import extract

CORPUS = Path(__file__).parent.parent / "corpora" / "earlier_levels.csv"
OF_TWO_THINGS = [
    "The party won 71 seats, four below the 75 it holds today.",
    "The league sold 400 tickets, 30 more than the 370 of its rival.",
    "Absence, 8.1 percent in June, is above the mark of 5 percent.",
    "The club has 40 percent of the $120 million wanted, against the $30 million of early March.",
    "Turnout was 58.3 percent, up on the 52.5 percent of 2021.",
    "The storm felled 300 trees, more than the 40 lamps of Monday.",
    "The mine needs 60 workers, more than the 40 of last week needed.",
    "The dam holds 900 liters, above the 12 of Sunday.",
]


def _earlier(claims: tuple[Claim, ...]) -> set[tuple[str, str]]:
    known = {claim.id: claim for claim in claims}
    return {(claim.surface, known[link.claim].surface) for claim in claims for link in claim.links if link.role in ("from", "revises")}


@pytest.mark.parametrize("row", list(csv.DictReader(CORPUS.read_text("utf-8").splitlines())), ids=lambda row: row["text"])
def test_the_level_of_an_earlier_day_is_linked_to_todays(row: dict[str, str]) -> None:
    found = _earlier(extract(row["text"], "2026-08-12"))
    assert any(new.startswith(row["new"]) and old.startswith(row["old"]) for new, old in found), found


@pytest.mark.parametrize("text", OF_TWO_THINGS)
def test_what_another_thing_came_to_is_no_earlier_level(text: str) -> None:
    assert not _earlier(extract(text, "2026-08-12"))


@pytest.mark.parametrize(
    "text",
    [
        "Velmar fired 6,200 drones last month, half again above the 4,100 of June.",
        "Some 710 pilgrims asked for a bed in July, below the 905 of June.",
    ],
)
def test_what_came_about_in_two_months_is_not_one_quantity(text: str) -> None:
    new, *_, old = (claim for claim in extract(text, "2026-08-12", document="a") if claim.kind == "count")
    assert compare(old, new).label == "different_quantity"


def test_a_total_told_beside_its_earlier_level_has_parts() -> None:
    text = (
        "The agency counts 90,000 people, 30,000 more than the 60,000 of last week. "
        "Forty thousand are in Lodvik, 30,000 at Tarm and 20,000 in the villages."
    )
    whole, *_ = extract(text, "2026-08-12")
    assert [link.role for link in whole.links].count("total_of") == 3


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        ("The register holds 5,310 dead. Two weeks ago it had been 5,120 dead.", "5,310", "5,120"),
        ("The army now counts 870 deserters. In June it had reported 910.", "870", "910"),
        ("Shelters house 7,100 evacuated villagers. On Monday there were 300 goats.", None, None),
        ("The town counts 31 dead. In 2019 the number was 12.", None, None),
        ("The town counts 31 dead. The region has 90. On Monday the mayor had listed 12 wells.", None, None),
    ],
)
def test_a_sentence_may_tell_what_a_figure_before_it_had_been(text: str, new: str | None, old: str | None) -> None:
    found = _earlier(extract(text, "2026-08-12"))
    assert any(a.startswith(new or "") and b.startswith(old or "") for a, b in found) if new else not found, found


def test_an_earlier_level_counts_what_the_later_one_does() -> None:
    _, _, old = extract("It has freed 3,710 people through 52 swaps, against the 3,204 of early June.", "2026-08-12")
    assert old.counted == "person"


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Last year's deficit was 5.1 percent of output, the bureau said, not the 4.7 percent it had announced in March.", "update"),
        ("The cuts bring the deficit to €9.5 billion from the €7.2 billion in the draft.", "update"),
        ("Revenue fell to €9.5 billion from €11.2 billion.", "different_quantity"),
        ("Turnover was €6.1 billion, down from the €7.4 billion of 2024.", "different_quantity"),
    ],
)
def test_what_was_only_told_otherwise_is_of_one_period(text: str, label: str) -> None:
    new, old = sorted(
        (claim for claim in extract(text, "2026-08-12", document="a") if claim.kind in ("money", "percent")), key=lambda claim: claim.span
    )
    assert compare(old, new).label == label

"""Whose a figure is, is not who gives it; in a list of figures it is the name beside each."""

from __future__ import annotations

import pytest

from claimcheck import extract

QUAKE = "Quake shakes Torvia\n\nDORN, Torvia — An earthquake shook Torvia on Monday and killed 41 people.\n\n"
VOTE = "Torvia votes\n\nDORN, Torvia — Torvia held an election on Sunday.\n\n"


def entities(story: str, sentence: str) -> list[str | None]:
    return [claim.entity for claim in extract(story + sentence, "2026-03-03") if claim.sentence in sentence]


@pytest.mark.parametrize(
    "sentence",
    [
        "The seismic survey put the magnitude at 5.7.",
        "The geological institute has counted 240 aftershocks.",
        "Interior Minister Ana Ruiz put the cost at 40 million euros.",
    ],
)
def test_who_only_gives_a_figure_does_not_own_it(sentence: str) -> None:
    assert entities(QUAKE, sentence) == ["earthquake in Torvia"]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("Norfel, which runs the mine, said it had lost 40 million euros.", "Norfel"),
        ('"It took me long," said Mayor Ana Ruiz, who is 61.', "Ana Ruiz"),
        ("The Red Cross said it had sent 600 tents.", "Red Cross"),
    ],
)
def test_a_speaker_has_figures_of_its_own(sentence: str, whose: str) -> None:
    assert [entity is not None and whose in entity for entity in entities(QUAKE, sentence)] == [True]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        (
            "The Front received 412,600 votes, or 33.1 percent, and the Liberal Union 395,100, or 32.7 percent.",
            ["Front"] * 2 + ["Liberal Union"] * 2,
        ),
        ("The Front took 12 seats from the Greens.", ["Front"]),
        ("That left it with 41 seats instead of 42; National Renewal, which won that one, has 33.", None),
    ],
)
def test_a_list_names_whose_each_figure_is(sentence: str, whose: list[str] | None) -> None:
    found = entities(VOTE, sentence)
    assert found == whose if whose is not None else "National Renewal" not in found[:2]


def test_seats_listed_behind_a_total_are_of_whom_they_come_from() -> None:
    told = entities(VOTE, "The new cabinet rests on 88 seats: 52 from the Mill Party, 21 from the Coast List.")
    assert told[1:] == ["Mill Party", "Coast List"]

"""A figure of which its sentence says nothing is the statistic of the figure it stands for; nothing else is guessed."""

from __future__ import annotations

import pytest

from claimcheck.reading import extract


def told(text: str) -> list[str | None]:
    return [claim.measure for claim in extract(text)]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("The fever has killed 604 people. A week ago it was 412.", "deaths"),
        ("Police have arrested 305 people. The lawyers' league says 388.", "arrests"),
        ("The flood displaced 9,700 villagers. In the ministry they speak of the 9,700.", "displaced"),
        ("Clinics saw 61 infections. Of the 61, most were children.", "infections"),
        ("Inflation was 4.8 percent in May. In April it was 5.3 percent.", "inflation rate"),
        ("Fifty-four people have died. The police acknowledge 41.", "deaths"),
        ("Volvo will cut 3,000 jobs. Unions fear 4,100.", "job cuts"),
        ("On Monday 40 people were missing. Now there are 27.", "missing"),
        ("The fire has burned 6,400 hectares. On Sunday it was 2,100.", "burned area"),
        ("The key rate is 2.25 percent. It had been 2.5 percent since May.", "policy rate"),
    ],
)
def test_it_is_the_statistic_of_the_figure_it_stands_for(text: str, measure: str) -> None:
    assert told(text)[:2] == [measure, measure]


@pytest.mark.parametrize(
    "text",
    [
        "The fever has killed 604 people. A week ago it was 41,200.",
        "The fever has killed 604 people. The hall holds 604 candles.",
        "The blast killed 12 people. The bus was number 12.",
        "Fifty-four people have died. The mayor asked for 50 pumps.",
        "Unemployment stood at 4.8 percent. Among men of 60 and over it is 11.3 percent.",
    ],
)
def test_no_statistic_is_guessed(text: str) -> None:
    assert len(told(text)) < 2 or told(text)[1] != told(text)[0]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("Twelve people have died. The number of cases has fallen to 20.", ["deaths", "infections"]),
        ("The number of men still held has fallen to 1,700.", ["held"]),
        ("The number of arrests has reached 53.", ["arrests"]),
        ("Revenue came in at 19.1 billion euros.", ["revenue"]),
        ("The floods did damage worth 350 million euros.", ["damage"]),
    ],
)
def test_a_verb_of_change_or_a_neighbouring_word_is_no_statistic(text: str, measures: list[str]) -> None:
    assert told(text) == measures

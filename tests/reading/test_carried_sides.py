from __future__ import annotations

import pytest

from claimcheck.reading import extract

WAR = " Torvia and Ostrana have been at war since May 2023."


def entities(text: str) -> list[str | None]:
    return [claim.entity for claim in extract(text + WAR, published="2026-02-05") if claim.kind == "count"]


def test_the_wounded_of_the_next_sentence_are_of_the_same_side() -> None:
    assert entities("Torvia has lost 900 soldiers, its general staff said. Another 2,000 were wounded.") == ["Torvian forces"] * 2


def test_they_are_not_where_somebody_else_speaks() -> None:
    told = entities("Torvia has lost 900 soldiers, its general staff said. Another 2,000 were wounded, the Red Cross said.")
    assert told[0] == "Torvian forces"
    assert told[1] != "Torvian forces"


def test_nor_where_they_have_a_noun_of_their_own() -> None:
    assert entities("Torvia has lost 900 soldiers, its general staff said. Some 300 nurses were wounded.")[1] == "health workers"


def test_the_party_and_they_have_the_seats_of_the_party_told_last() -> None:
    text = (
        "VIENNA - The Greens won 31 seats in Sunday's election in Austria. The party has 17.4 percent of the vote. "
        "Forty-eight seats went to the Social Democrats. They had 40."
    )
    told = [claim.entity for claim in extract(text, published="2026-03-12", title="Greens surge in Austrian election")]
    assert told == ["Greens", "Greens", "Social Democrats", "Social Democrats"]


@pytest.mark.parametrize(
    ("sentence", "whose"),
    [
        ("The party beat the Greens, who won 20 seats.", ["Greens"]),
        ("It won 31 seats and the Greens 20.", ["Liberals", "Greens"]),
        ("The party took 20 seats, while the Greens won 11.", ["Liberals", "Greens"]),
        ("It took 12 seats from the Greens.", ["Liberals"]),
        ("The party won 12 seats in Graz.", ["Liberals"]),
    ],
)
def test_a_sentence_of_the_party_may_name_another_one(sentence: str, whose: list[str]) -> None:
    text = f"VIENNA - The Liberals won 31 seats in Sunday's election in Austria. {sentence}"
    claims = extract(text, published="2026-03-12", title="Liberals surge in Austrian election")
    assert [claim.entity for claim in claims if claim.sentence == sentence] == whose

"""A text that gives an old figure beside the one that takes its place."""

from __future__ import annotations

import pytest

from claimcheck.model import Claim
from claimcheck.reading import extract

REPLACED = [
    ("Officials now count 97 dead, below the earlier toll of 102.", "97", "102"),
    ("Some 5,200 people were displaced, compared with a previous count of 4,000.", "5,200", "4,000"),
    ("The agency put the toll at 64, which it had put at 70 on Monday.", "64", "70"),
    ("The bank put growth at 2.1%, which it had earlier estimated at 2.6%.", "2.1", "2.6"),
    ("No fewer than 158 people died; the figure stated as 131 was an error.", "158", "131"),
    ("At least 158 people died, not 131 as reported earlier.", "158", "131"),
    ("Officials said 131 was a mistake and the correct number of dead is 158.", "158", "131"),
    ("The group now expects growth of 2.1%, having earlier forecast 2.6%.", "2.1", "2.6"),
    ("The previous estimate of 4,000 displaced was replaced by 5,200.", "5,200", "4,000"),
    ("Police, who had earlier said 14 people died, put the toll at 12.", "12", "14"),
    ("The correct toll is 38, not 45, the mayor said.", "38", "45"),
    ("The mayor said 38 people had died, correcting an earlier figure of 45.", "38", "45"),
    ("The earlier figure of 45 dead was wrong: 38 people were killed.", "38", "45"),
    ("The toll of 45 given on Sunday was too high; 38 people died.", "38", "45"),
    ("The army says 61 soldiers were killed rather than the 55 it reported on Tuesday.", "61", "55"),
    ("The ministry now puts the damage at $4 billion, against an initial estimate of $2.5 billion.", "4", "2.5"),
    ("The budget gap is $4.2 billion, instead of the $3.9 billion it announced in May.", "4.2", "3.9"),
    ("The death toll was adjusted to 88, after being given as 98.", "88", "98"),
    ("The mayor had mistakenly said that 11 had died; the correct number is nine.", "nine", "11"),
    ("The report originally said 12 people were killed; the number is 11.", "11", "12"),
    ("The toll is 143, up from the 120 given on Monday.", "143", "120"),
    ("Initial reports of 45 dead were revised to 38.", "38", "45"),
    ("The count of 45 was overstated, and the real number is 38.", "38", "45"),
    ("The estimate of 45 dead was exaggerated, the mayor said, and the toll is 38.", "38", "45"),
    ("The forecast of 3 percent was too low and the bank now says 4 percent.", "4", "3"),
    ("The 45 deaths reported on Sunday were an error; 38 people died.", "38", "45"),
    ("Some 38 people died; the toll of 45 was an error.", "38", "45"),
    ("At least 38 people died and the toll of 45 was an error.", "38", "45"),
    ("The 45 deaths reported on Sunday were an error: 38 people died.", "38", "45"),
    ("Some 158 people died, rather than the 131 as first reported.", "158", "131"),
    ("Some 158 people died, rather than the 131 as reported on Monday.", "158", "131"),
    ("The toll was cut to 88 after being put at 98.", "88", "98"),
    ("Officials adjusted the number of injured from 310 to 290.", "290", "310"),
    ("The toll was updated from 45 to 61.", "61", "45"),
]

OF_TWO_THINGS = [
    "The crash killed 14 people, not 3 miles from the border.",
    "Police had earlier said 14 people died and 30 were injured.",
    "Some 60 people were hurt, not counting 12 police officers.",
    "The storm destroyed 300 homes, more than the 250 of the earlier storm.",
    "Officials, who had earlier said 14 roads were closed, put the damage at $3 billion.",
    "Rebels killed 20 soldiers, the army said, rejecting a claim that 90 had died.",
    "The plan needs 60 votes, not 50, to pass.",
    "The blast killed 9 people, compared with 12 in an earlier attack.",
    "Some 80 people were hurt in the quake, more than in the first estimate of 50 damaged schools.",
    "The city has 1,200 beds, which it had earlier said would serve 3,000 patients.",
    "The estimate of 500 dead was too high, the mayor of the town of 3,000 people said.",
    "The temperature of 39 was too high for 20 patients.",
    "The temperature of 39 was too high; 20 patients had fever.",
    "The bridge of 30 metres was too high for the ship of 25 metres.",
    "The bridge of 30 metres was too low: a ship of 35 metres hit it.",
    "There were 300 fans, not 200 players as reported.",
    "The dose of 40 milligrams was too low for a child of 30 kilograms.",
    "A pension of $900 was too low for a rent of $800.",
    "The claim that 40 whales died was false, said a group of 12 experts.",
    "A wage of $12 was too low in a town where a flat costs $900.",
]


def claims(text: str) -> tuple[Claim, ...]:
    return extract(text, published="2026-03-05", document="x")


@pytest.mark.parametrize(("text", "new", "old"), REPLACED)
def test_the_new_figure_points_to_the_one_it_replaces(text: str, new: str, old: str) -> None:
    found = {figure: next(claim for claim in claims(text) if figure in claim.surface) for figure in (new, old)}
    assert found[old].id in {link.claim for link in found[new].links if link.role in ("revises", "from")}


@pytest.mark.parametrize("text", OF_TWO_THINGS)
def test_figures_of_two_things_replace_nothing(text: str) -> None:
    assert not [link for claim in claims(text) for link in claim.links if link.role in ("revises", "from")]

"""A bare number in the next sentence: another account of what was just counted, or of something else?"""

from __future__ import annotations

import pytest

from claimcheck.comparing import compare
from claimcheck.reading import extract


@pytest.mark.parametrize(
    "text",
    [
        "The shipyard says 140 welders stayed at home on Monday. The union counted 260.",
        "The ferry company said 78 people were aboard. Passengers who were rescued say there were more than 110.",
        "Torvia said it had handed over 4,120 bodies by Friday. Lodvik's prosecutor says it received 3,980.",
    ],
)
def test_a_second_speaker_gives_another_figure_for_the_same_thing(text: str) -> None:
    first, second = (claim for claim in extract(text, published="2026-03-04", document="a") if claim.kind == "count")
    assert compare(first, second).label in ("conflict", "update")


@pytest.mark.parametrize(
    "text",
    [
        "The shipyard says 140 welders stayed at home on Monday. The union counted 260 pickets.",
        "The mayor said 31 houses had burned. The fire chief said 12 died.",
        "The shipyard says 140 welders stayed at home on Monday. It rained all day. The port has 260.",
    ],
)
def test_a_noun_a_fate_or_a_sentence_between_makes_it_another_thing(text: str) -> None:
    first, *_, last = (claim for claim in extract(text, published="2026-03-04", document="a") if claim.kind == "count")
    assert compare(first, last).label == "different_quantity"

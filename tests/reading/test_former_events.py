"""A toll of an earlier event that an article recalls is none of the event it reports."""

from __future__ import annotations

import pytest

from claimcheck.reading import extract

LEAD = "Ferry sinks off Palawe\n\nA ferry sank off Palawe on Tuesday, killing 41 people, the coast guard said.\n\n"


def scope_of(text: str, surface: str) -> tuple[str | None, str | None, str | None]:
    claim = next(claim for claim in extract(text, published="2025-11-19") if claim.surface == surface)
    return claim.event, claim.place, claim.entity


@pytest.mark.parametrize(
    "recalled",
    [
        "In June, 81 people drowned when an overloaded boat went down.",
        "Another accident killed 81 people in March.",
        "In 2023, 81 people died when a launch capsized.",
    ],
)
def test_a_toll_of_long_before_is_of_an_event_of_its_own(recalled: str) -> None:
    text = f"{LEAD}Four bodies were found at dawn. {recalled}"
    assert scope_of(text, "41 people")[:2] == ("sinking in Palawe", "Palawe")
    event, place, entity = scope_of(text, "81 people")
    assert event not in (None, "sinking in Palawe")
    assert place is None
    assert entity != "sinking in Palawe"


def test_a_toll_of_this_week_is_of_the_event_reported() -> None:
    assert scope_of(f"{LEAD}On Tuesday, 81 people were missing.", "81 people")[0] == "sinking in Palawe"


def test_an_article_about_an_old_event_keeps_its_tolls() -> None:
    text = "Families mourn ferry dead\n\nThe ferry that sank off Palawe in June is still missed. The sinking in June killed 81 people."
    assert scope_of(text, "81 people")[0] == "sinking in Palawe"


def test_a_storm_recalled_by_its_name_is_the_entity() -> None:
    lead = "Hurricane Wendell hits Haiti\n\nHurricane Wendell hit Haiti on Tuesday, killing 18 people.\n\n"
    text = f"{lead}Hurricane Matilda killed 546 people last year."
    assert scope_of(text, "546 people")[2] == "Hurricane Matilda"

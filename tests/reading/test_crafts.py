"""The craft a disaster is about: by its whole name, and never a thing of a kind with a number."""

from __future__ import annotations

import pytest

from claimcheck.reading import crafts, extract


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Maid of Orrin rolled over. The trawler SK 113 saved 12 from the Maid of Orrin.", "Maid of Orrin"),
        ("The Star of the North rolled over, the Ministry of Transport said.", "Star of the North"),
        ("The ferry Kestrel went down. The helicopter Rescue 948 flew out.", "Kestrel"),
        ("On the Number 12 ferry nobody was hurt.", None),
        ("The ferry Star Line 12 sank. The Star Line 12 was old.", None),
        ("The MV Star Line 12 sank.", None),
        ("The ferry Star Line sank.", "Star Line"),
    ],
)
def test_a_ship_goes_by_its_whole_name(text: str, name: str | None) -> None:
    assert crafts.vessel(text) == name


def test_what_sinks_to_a_number_is_no_ship() -> None:
    claims = extract(
        "Births fall in Elmland\n\nHOLM - Births sank to 41,000 last year. On the Number 12 ferry 7 people disagreed.", "2026-03-05"
    )
    assert "sinking" not in "".join(claim.event or "" for claim in claims)

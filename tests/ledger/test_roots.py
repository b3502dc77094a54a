"""The words by which the ledger finds earlier claims."""

from __future__ import annotations

import pytest

from claimcheck.ledger.roots import roots


@pytest.mark.parametrize(("people", "place"), [("Czech", "Czech Republic"), ("Saudis", "Saudi Arabia"), ("French", "France")])
def test_a_people_is_found_by_its_place_even_where_the_place_is_named_after_it(people: str, place: str) -> None:
    assert roots(people) == roots(place)

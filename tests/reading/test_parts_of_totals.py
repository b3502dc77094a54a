"""A total and its parts, in one sentence or in the next, by their words or because the parts make it exactly."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.reading import extract
from claimcheck.reading.later_parts import linked

CORPUS = Path(__file__).parent.parent / "corpora" / "parts_of_totals.csv"


def parts(text: str) -> set[tuple[str, str]]:
    """(whole, part) of each pair of figures of which the text says that one is counted in the other."""
    claims = {claim.id: claim for claim in extract(text, "2026-03-12")}
    found = set()
    for claim in claims.values():
        for link in claim.links:
            if link.role in ("part_of", "some_of"):
                found.add((str(claims[link.claim].value), str(claim.value)))
            if link.role in ("total_of", "split_into"):
                found.add((str(claim.value), str(claims[link.claim].value)))
    return found


@pytest.mark.parametrize("row", list(csv.DictReader(CORPUS.read_text("utf-8").splitlines())), ids=lambda row: row["text"])
def test_parts_are_linked_to_their_total(row: dict[str, str]) -> None:
    found = parts(row["text"])
    if row["total"]:
        assert {(row["total"], part) for part in row["parts"].split()} <= found
    else:
        assert not found


def test_a_part_that_says_nothing_else_counts_what_its_total_does() -> None:
    whole, part, other = extract("The blaze has killed 17 people. Nine were children. On Sunday six were buried.")
    assert (whole.measure, part.measure, part.inherited[-1]) == ("deaths", "deaths", "measure")
    assert not other.links


def test_each_part_is_where_its_own_words_put_it() -> None:
    text = "Police counted 204 dead: 151 in Alma, 40 in Corvo and 13 in scattered hamlets."
    assert [claim.place for claim in extract(text)][1:] == ["Alma", "Corvo", "scattered hamlets"]


def test_parts_once_linked_stay_as_they_are() -> None:
    claims = extract("The blaze has killed 17 people. Nine were children. The dead include two firefighters.", "2026-02-05")
    assert linked(claims) == list(claims)

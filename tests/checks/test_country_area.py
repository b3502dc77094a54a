"""Areas of countries: only where a sentence states a country's own; contradicted only far beyond all published figures."""

from __future__ import annotations

import json
from pathlib import Path

import pandas
import pytest

from claimcheck.case import Case
from claimcheck.checks import country_area
from claimcheck.model import Document, Finding
from claimcheck.reading import extract
from claimcheck.references import References
from claimcheck.references.areas import areas_of

CORPUS = json.loads((Path(__file__).parent.parent / "corpora" / "country_area.json").read_text(encoding="utf-8"))
PUBLISHED = "2026-02-05"


def findings(text: str, references: References | None = None) -> list[Finding]:
    held = References.shipped() if references is None else references
    return list(country_area.check(Case(Document(text, text, published=PUBLISHED), extract(text, PUBLISHED), None, held)))


@pytest.mark.parametrize("text", CORPUS["supported"])
def test_what_is_borne_out(text: str) -> None:
    found = findings(text)
    assert {finding.verdict for finding in found} == {"supported"}
    assert all(finding.evidence[0].type == "reference" for finding in found)


@pytest.mark.parametrize("text", CORPUS["contradicted"])
def test_what_no_published_figure_bears_out(text: str) -> None:
    (finding,) = findings(text)
    assert (finding.verdict, finding.severity) == ("contradicted", "warning")


@pytest.mark.parametrize("text", CORPUS["silent"])
def test_parts_seas_and_what_is_burned_or_held_are_left_alone(text: str) -> None:
    assert findings(text) == []


def test_a_wrong_figure_is_put_beside_the_published_one_in_words() -> None:
    (finding,) = findings("Togo is 76,785 square kilometres in size.")
    assert finding.message.startswith("Togo, total area: 56,785 square kilometers (CIA World Factbook), not ")
    assert finding.evidence[0].url == "https://www.cia.gov/the-world-factbook/field/area/"


def test_between_agreement_and_dispute_nothing_is_said() -> None:
    assert findings("Togo is 60,400 square kilometres in size.") == []


def test_no_references_means_none_and_ones_own_table_goes_before() -> None:
    text = "Kenya covers 380,000 square kilometres."
    assert [finding.verdict for finding in findings(text)] == ["contradicted"]
    assert findings(text, References()) == []
    own = pandas.DataFrame({"country": ["Kenya"], "area": ["380000"]})
    held = References.shipped().with_frame(own, entity="country", measure={"area": "area"}, unit="square kilometers")
    assert findings(text, held) == []


def test_every_country_has_its_total_area_and_no_more_land_than_that() -> None:
    for country, rows in areas_of().items():
        sizes = {row.measure: float(str(row.value)) for row in rows}
        assert sizes.get("land area", 0) < sizes.get("total area", sizes.get("area of the West Bank and the Gaza Strip", 0)), country


def test_every_area_names_whose_figure_it_is() -> None:
    assert all(row.source and row.url and "national" not in row.source for rows in areas_of().values() for row in rows)

"""Populations of countries: borne out by any estimate of their year, contradicted only where no year's estimate agrees."""

from __future__ import annotations

import json
from pathlib import Path

import pandas
import pytest

from claimcheck.case import Case
from claimcheck.checks import country_population
from claimcheck.model import Document, Finding
from claimcheck.reading import extract
from claimcheck.references import References

CORPUS = json.loads((Path(__file__).parent.parent / "corpora" / "country_population.json").read_text(encoding="utf-8"))
PUBLISHED = "2026-02-05"


def findings(text: str, references: References | None = None) -> list[Finding]:
    held = References.shipped() if references is None else references
    return list(country_population.check(Case(Document(text, text, published=PUBLISHED), extract(text, PUBLISHED), None, held)))


@pytest.mark.parametrize(("text", "expected"), CORPUS["contradicted"], ids=[text for text, _ in CORPUS["contradicted"]])
def test_alarms(text: str, expected: list[str]) -> None:
    assert [finding.claim.value for finding in findings(text) if finding.verdict != "supported"] == expected


@pytest.mark.parametrize("text", CORPUS["supported"])
def test_what_is_borne_out(text: str) -> None:
    (finding,) = findings(text)
    assert finding.verdict == "supported"
    assert finding.evidence[0].url == "https://data.worldbank.org/indicator/SP.POP.TOTL"


@pytest.mark.parametrize("text", CORPUS["silent"])
def test_a_country_that_is_only_compared_with(text: str) -> None:
    assert findings(text) == []


def test_no_references_means_none_and_ones_own_table_goes_before() -> None:
    text = "Kenya has a population of 75 million."
    assert len(findings(text)) == 1
    assert findings(text, References()) == []
    own = pandas.DataFrame({"country": ["Kenya"], "population": ["75000000"], "year": ["2026"]})
    assert (
        findings(
            text, References.shipped().with_frame(own, entity="country", measure={"population": "population"}, as_of="year", unit="count")
        )
        == []
    )

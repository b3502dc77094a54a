"""What the reference checks say of single sentences: tables, the sentences about them, and which figures get which verdict."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pandas
import pytest

from claimcheck.case import Case
from claimcheck.checks import reference_date, reference_derived, reference_value
from claimcheck.model import Document, Finding
from claimcheck.reading import extract
from claimcheck.references import References

CORPORA = Path(__file__).parent.parent / "corpora"


def stories(name: str) -> list[Any]:
    read = json.loads((CORPORA / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(story, text, expected, id=text) for story in read for text, expected in story["cases"] if not story.get("alarms")]


def alarms(name: str) -> list[Any]:
    read = [story for story in json.loads((CORPORA / f"{name}.json").read_text(encoding="utf-8")) if story.get("alarms")]
    return [pytest.param(text, story["published"], expected, id=text) for story in read for text, expected in story["cases"]]


def references_of(story: dict[str, Any]) -> References:
    if story["table"] is None:
        return References.shipped()
    frame = pandas.read_csv(StringIO(story["table"]), dtype=str, keep_default_na=False)
    return References().with_frame(frame, **story.get("mapping", {}))


def case_of(text: str, published: str, references: References | None) -> Case:
    return Case(Document(text, text, published=published), extract(text, published), None, references)


def verdicts(text: str, findings: list[Finding]) -> dict[str, str]:
    return {text[slice(*finding.claim.number_span)]: finding.verdict for finding in findings}


def said(expected: dict[str, str]) -> dict[str, str]:
    return {surface: verdict for surface, verdict in expected.items() if verdict}


@pytest.mark.parametrize(
    ("story", "text", "expected"), stories("reference_value") + stories("reference_parts") + stories("reference_stories")
)
def test_values(story: dict[str, Any], text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, list(reference_value.check(case_of(text, story["published"], references_of(story))))) == said(expected)


@pytest.mark.parametrize(("story", "text", "expected"), stories("reference_derived"))
def test_derived_figures(story: dict[str, Any], text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, list(reference_derived.check(case_of(text, story["published"], references_of(story))))) == said(expected)


def test_a_derivation_can_be_redone() -> None:
    table = [("Elmland", "exports", "320", "2023"), ("Elmland", "exports", "419", "2024")]
    frame = pandas.DataFrame(table, columns=["entity", "measure", "value", "as_of"])
    references = References().with_frame(frame, entity="entity", measure="measure", value="value", as_of="as_of", unit="million EUR")
    text = "Exports of Elmland rose 41% compared with 2023."
    (finding,) = reference_derived.check(case_of(text, "2025-02-11", references))
    assert "from 320,000,000 EUR (2023) to 419,000,000 EUR (2024) is 30.94 percent" in finding.message
    assert [(evidence.type, evidence.row) for evidence in finding.evidence] == [("reference", 2), ("reference", 1), ("computation", None)]


@pytest.mark.parametrize(("story", "text", "expected"), stories("reference_date"))
def test_dates(story: dict[str, Any], text: str, expected: dict[str, str]) -> None:
    assert verdicts(text, list(reference_date.check(case_of(text, story["published"], references_of(story))))) == said(expected)


@pytest.mark.parametrize(("text", "published", "expected"), alarms("reference_date"))
def test_alarms_about_dates(text: str, published: str, expected: list[str]) -> None:
    findings = reference_date.check(case_of(text, published, References.shipped()))
    assert [finding.verdict for finding in findings if finding.severity != "note"] == expected


@pytest.mark.parametrize(("text", "published", "expected"), alarms("reference_value"))
def test_alarms_about_values(text: str, published: str, expected: list[str]) -> None:
    findings = reference_value.check(case_of(text, published, References.shipped()))
    assert [finding.verdict for finding in findings if finding.severity != "note"] == expected


def test_percentages_lie_points_apart() -> None:
    rate = pandas.DataFrame([{"entity": "Elmland", "measure": "unemployment rate", "value": "7.6", "unit": "percent", "as_of": "2025-07"}])
    text = "Unemployment in Elmland stood at 6.6 percent in July."
    (finding,) = reference_value.check(case_of(text, "2025-08-20", References().with_frame(rate)))
    assert finding.message.endswith("not '6.6 percent' (-1 percentage point).")


def test_a_quarter_is_put_by_its_number() -> None:
    rate = pandas.DataFrame([{"entity": "Elmland", "measure": "unemployment rate", "value": "7.6", "unit": "percent", "as_of": "2026-Q1"}])
    text = "Unemployment in Elmland stood at 6.6 percent in the first quarter."
    (finding,) = reference_value.check(case_of(text, "2026-04-20", References().with_frame(rate)))
    assert "7.6 percent for Q1 2026" in finding.message

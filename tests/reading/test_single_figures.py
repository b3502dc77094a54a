"""One field of one figure under a headline: what a reader takes it for, and what a wide rule once made of it."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from claimcheck.model import Claim
from claimcheck.reading import extract

CORPUS = Path(__file__).parents[1] / "corpora" / "single_figures.csv"


def told(claim: Claim | None, field: str) -> str:
    """A field of a claim as text; of a range both ends; "" where there is none, "no claim" where the figure is not read."""
    if claim is None:
        return "no claim"
    if field == "source":
        return claim.attribution.source if claim.attribution else ""
    if field == "period":
        return f"{claim.period.start or ''}..{claim.period.end or ''}" if claim.period else ""
    if field == "links":
        return " ".join(link.role for link in claim.links)
    value = getattr(claim, field)
    return "-".join(value) if isinstance(value, tuple) else value or ""


@pytest.mark.parametrize("row", list(csv.DictReader(CORPUS.read_text("utf-8").splitlines())), ids=lambda row: row["text"])
def test_a_figure_is_read_as_what_it_is(row: dict[str, str]) -> None:
    place = row["text"].index("[")
    claims = extract(row["text"].replace("[", "").replace("]", ""), published="2026-06-10", title=row["title"] or None)
    claim = next((claim for claim in claims if claim.number_span[0] == place), None)
    assert told(claim, row["field"]) == row["expected"]

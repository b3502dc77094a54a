"""Whole stories, each figure with what a reader of the story takes it for: statistic, whose, which days, who says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck.model import Claim
from claimcheck.reading import extract

STORIES = json.loads((Path(__file__).parents[1] / "corpora" / "figures_of_stories.json").read_text(encoding="utf-8"))
CASES = [pytest.param(story, id=story["text"].split("\n", 1)[0]) for story in STORIES]


def taken_for(claim: Claim) -> dict[str, str | None]:
    period = claim.period and f"{claim.period.start or ''}..{claim.period.end or ''}"
    source = claim.attribution.source if claim.attribution else None
    return {"measure": claim.measure, "entity": claim.entity, "as_of": claim.as_of, "period": period, "source": source}


@pytest.mark.parametrize("story", CASES)
def test_each_figure_of_a_story_is_taken_for_what_it_is(story: dict) -> None:
    found = {claim.number_span[0]: taken_for(claim) for claim in extract(story["text"], published=story["published"])}
    for figure in story["figures"]:
        wanted = {key: value for key, value in figure.items() if key not in ("start", "number")}
        assert {key: found[figure["start"]][key] for key in wanted} == wanted, figure["number"]

"""Whole articles with a table of the story: one figure in the middle, right, wrong, or of something else."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pandas
import pytest

from claimcheck import References, check

STORIES = json.loads((Path(__file__).parent.parent / "corpora" / "reference_slips.json").read_text(encoding="utf-8"))
CASES = [pytest.param(story, *case, id=case[0]) for story in STORIES for case in story["cases"]]


@pytest.mark.parametrize(("story", "sentence", "figure", "wrong"), CASES)
def test_what_the_table_contradicts(story: dict[str, Any], sentence: str, figure: str, wrong: bool) -> None:
    text = f"{story['before']}\n\n{sentence}\n\n{story['after']}"
    references = References().with_frame(pandas.read_csv(StringIO(story["table"]), dtype=str, keep_default_na=False))
    start = text.index(sentence) + sentence.index(figure)
    contradicted = [
        finding
        for finding in check(text, published=story["published"], title=story["title"], references=references).findings
        if finding.check.startswith("reference") and finding.verdict == "contradicted"
    ]
    assert [finding.claim.span[0] < start + len(figure) and start < finding.claim.span[1] for finding in contradicted] == [True] * wrong

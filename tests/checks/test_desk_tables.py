"""Stories with a small table each, as a desk keeps it: what is borne out, out of date, wrong, and where nothing may be said."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pandas
import pytest

from claimcheck import References, check

STORIES = json.loads((Path(__file__).parent.parent / "corpora" / "desk_tables.json").read_text("utf-8"))
AGREEING = ("supported", "rounding")


def said(story: dict[str, Any], text: str) -> dict[str, str | None]:
    frame = pandas.read_csv(StringIO(story["table"]), dtype=str, keep_default_na=False)
    report = check(text, published=story["published"], references=References().with_frame(frame))
    return {finding.claim.surface: finding.verdict for finding in report.findings if finding.check.startswith("reference")}


@pytest.mark.parametrize(("story", "text", "expected"), [(story, *case) for story in STORIES for case in story["cases"]])
def test_a_sentence_against_the_table_of_its_story(story: dict[str, Any], text: str, expected: dict[str, str]) -> None:
    verdicts = {surface: "supported" if verdict in AGREEING else verdict for surface, verdict in said(story, text).items()}
    assert len(verdicts) == len(expected)
    for figure, verdict in expected.items():
        assert [found for surface, found in verdicts.items() if figure in surface] == [verdict]

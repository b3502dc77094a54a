"""Slips that stand apart from what they contradict are said by their check, and the same words with the right figure are not.

A row without a check is sound copy that looks wrong; "|" is the end of a line.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import claimcheck as cc

with (Path(__file__).parent.parent / "corpora" / "slips_in_articles.csv").open(encoding="utf-8", newline="") as file:
    ROWS = [{key: text.replace("|", "\n") for key, text in row.items()} for row in csv.DictReader(file)]


def said_of(text: str) -> list[str]:
    return [finding.check for finding in cc.check(text, published="2026-03-23", references=cc.References()).problems]


@pytest.mark.parametrize("row", [row for row in ROWS if row["check"]], ids=lambda row: row["text"])
def test_a_slip_is_said_once_by_its_check_and_its_sound_twin_is_not(row: dict[str, str]) -> None:
    assert said_of(row["text"].format(row["slip"])) == [row["check"]]
    assert said_of(row["text"].format(row["sound"])) == []


@pytest.mark.parametrize("text", [row["text"] for row in ROWS if not row["check"]])
def test_sound_copy_that_looks_wrong_is_left_alone(text: str) -> None:
    assert said_of(text) == []

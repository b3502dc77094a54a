"""What the checks within an article say of short texts: those that a desk would want to hear about, and sound ones that look wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from claimcheck import Finding, References, check, checks

CORPUS = json.loads((Path(__file__).parent.parent / "corpora" / "within_article.json").read_text(encoding="utf-8"))
SPEAKS = [pytest.param(row["check"], text, id=f"{row['check']}: {text}") for row in CORPUS for text in row["speaks"]]
SILENT = [pytest.param(text, id=f"{row['check']}: {text}") for row in CORPUS for text in row["silent"]]


def findings(text: str) -> list[Finding]:
    return list(check(text, published="2024-06-01", references=References()).findings)


def problems(text: str) -> list[Finding]:
    return [finding for finding in findings(text) if finding.severity != "note"]


@pytest.mark.parametrize(("name", "text"), SPEAKS)
def test_a_slip_is_said_once_and_by_its_check(name: str, text: str) -> None:
    assert {finding.check for finding in problems(text)} == {name}
    for finding in problems(text):
        assert finding.verdict == "inconsistent"
        assert "\n" not in finding.message
        assert " ** " not in finding.message


@pytest.mark.parametrize("text", SILENT)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert [finding.message for finding in problems(text)] == []


def test_every_check_within_an_article_has_both_kinds_of_text() -> None:
    assert {row["check"] for row in CORPUS} <= set(checks.names())
    assert all(row["speaks"] and row["silent"] for row in CORPUS)


def test_a_share_in_words_is_answered_in_percent_and_money_keeps_its_sign() -> None:
    told = [finding.message for finding in problems("A third of the £8.4 million flood fund, some £1.6 million, has been spent.")]
    assert told == ["£1.6 million of £8.4 million is 19.05 percent, the text says A third: these cannot all be right."]
    told = [finding.message for finding in problems("The queue dropped by a tenth to 3,700 from 4,600.")]
    assert told == ["from 4,600 to 3,700 is a change by 19.57 percent, the text says a tenth: these cannot all be right."]


def test_a_slip_in_quotation_marks_is_a_note_that_names_the_speaker() -> None:
    told = findings('"Sales rose 22 percent from 2,960 in March to 3,404 in April," Ana Belic said.')
    assert [(finding.severity, "Belic" in finding.message) for finding in told if finding.verdict == "inconsistent"] == [("note", True)]


def test_sentences_that_only_look_wrong_raise_nothing() -> None:
    lines = (Path(__file__).parent.parent / "corpora" / "sound_copy.txt").read_text(encoding="utf-8").splitlines()
    sentences = [line for line in lines if line and not line.startswith("#")]
    assert {text: [finding.message for finding in found] for text in sentences if (found := problems(text))} == {}


MISREAD = [
    "The school had 310 pupils in 2015. It now has 920, and has trıpled from then.",
    "The school had 310 pupils in 2015. It now has 920 pupils, three tımes as many.",
    "The council voted on November 18, 2025, a Frıday.",
    "The council voted on Thurſday, November 18, 2025.",
    "The fair runs from Frıday to Sunday, 7-9 June 2024.",
    "The road was blocked at 3 p.m. on Monday and cleared at 5 p.m. on Frıday. The 98-hour blockade ended quietly.",
    "The bridge was shut from 1 to 7 Aprıl. In the laſt 10 dayſ of Aprıl 46 ships sank.",
]
"""Words with letters that a scanner took for others, which match those where case is ignored."""


@pytest.mark.parametrize("text", MISREAD)
def test_letters_that_only_look_alike_stop_no_check(text: str) -> None:
    assert check(text, published="2025-11-20", references=References()).claims

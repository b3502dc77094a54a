"""Sums of money in brackets: which are held against the rates of the day, and which are left alone."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claimcheck.case import Case
from claimcheck.checks import exchange_rate
from claimcheck.model import Document, Finding
from claimcheck.reading import extract
from claimcheck.references import rates

CASES = json.loads((Path(__file__).parent.parent / "corpora" / "exchange_rate.json").read_text(encoding="utf-8"))


def findings(text: str, published: str | None) -> list[Finding]:
    return list(exchange_rate.check(Case(Document(text, text, published=published), extract(text, published))))


@pytest.mark.parametrize(("text", "expected", "published"), CASES, ids=[f"{day}: {text}" for text, _, day in CASES])
def test_conversions(text: str, expected: dict[str, str], published: str | None) -> None:
    found = findings(text, published)
    assert {text[slice(*finding.claim.number_span)].removeprefix("about "): finding.verdict for finding in found} == expected


def test_the_message_says_the_sum_the_rate_and_its_day() -> None:
    (finding,) = findings("The fund paid €100 million ($93 million) for the site.", "2024-05-05")
    assert finding.message == "€100 million was $107 million at the rate of 3 May 2024 (1.074), the text says $93 million."
    evidence = finding.evidence[0]
    assert (evidence.as_of, evidence.unit, evidence.source) == ("2024-05-03", "USD / EUR", rates.SOURCE)
    assert evidence.note is not None
    assert evidence.note.startswith("EUR in USD by CurrencyConverter ")


def test_without_the_extra_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "currency_converter", None)
    rates._converter.cache_clear()
    rates.rates.cache_clear()
    assert findings("The fund paid €100 million ($93 million) for the site.", "2024-05-03") == []
    monkeypatch.undo()
    rates._converter.cache_clear()
    rates.rates.cache_clear()


def test_the_rates_are_read_only_for_texts_with_conversions() -> None:
    text = "The fund paid €100 million. A road of 50 kilometers (31 miles) cost more."
    code = f"import sys, claimcheck as cc; cc.check({text!r}, published='2024-05-03'); print('currency_converter' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "False\n"


@pytest.mark.parametrize("day", ["2024-05-03", "2024-05", "2024"])
def test_rates_there_and_back_are_each_others_inverse(day: str) -> None:
    there, back = rates.rates("GBP", "JPY", day), rates.rates("JPY", "GBP", day)
    assert there is not None
    assert back is not None
    assert there.low * back.high == pytest.approx(1)
    assert there.low <= there.last <= there.high

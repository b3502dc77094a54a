"""The examples of every check's docstring, which is its page of the documentation, run: what speaks speaks, what is silent is silent.

Below "An example that speaks" stand indented texts, each with "-> verdict" or "-> verdict: words of the message" behind it; below "silent"
indented texts, or one in quotation marks beside it. What they need is said with the first of them: "in an article of 3 May 2024", "in an
article without a day", "with a ledger that holds "..." of 5 May 2024", "corrected to 92 on 7 May 2024". What the tables of some examples
hold is set up here.
"""

from __future__ import annotations

import re
from datetime import datetime
from textwrap import dedent
from typing import Any

import pandas as pd
import pytest
from attrs import evolve, frozen

import claimcheck as cc
from claimcheck.checks import explain, names

SECTION = re.compile(r"^(?:An example|Examples?) that (speak|is silent)(.*?)(?=^(?:An example|Examples) that|\Z)", re.MULTILINE | re.DOTALL)
INDENTED = re.compile(r"\n\n((?:    .*\n|\n(?=    ))+)")
SPOKEN = re.compile(r"((?:.|\n)+?)\s+-> (\w+)(?:: (.+))?(?:\n|\Z)")
STORED = re.compile(r'"([^"]+)"\s+of\s+(\d+ \w+ \d{4})')
CORRECTED = re.compile(r"corrected to (\S+) on (\d+ \w+ \d{4})")
PUBLISHED = re.compile(r"in an article of (\d+ \w+ \d{4})")

AGREEING = {"consistent", "supported", "restated", "rounding"}
"""Verdicts that are shown only if asked for: nothing is wrong."""

JOBLESS = {"entity": ["Elmland"], "measure": ["unemployment rate"], "value": ["7.6"], "unit": ["percent"], "as_of": ["2025-07-31"]}
TABLES: dict[str, dict[str, list[str]]] = {
    "reference-derived": {"country": ["Elmland", "Elmland"], "year": ["2023", "2024"], "exports (million EUR)": ["320", "419"]},
    "reference-missing": JOBLESS,
    "reference-value": JOBLESS,
    "reference-rating": {
        "source": ["Ostria Checks"],
        "event": ["floods in Elmland"],
        "measure": ["deaths"],
        "value": ["4100"],
        "unit": ["count"],
        "rating": ["False"],
    },
}
DAYS = {"reference-derived": "2025-02-01", "reference-missing": "2025-08-20", "reference-value": "2025-08-20"}
EXTRAS = {"exchange-rate": "currency_converter"}


@frozen
class Example:
    """A text of a docstring, what it stands in, and what is to be said of it: a verdict and words of the message, or nothing."""

    check: str
    published: str | None
    stored: tuple[tuple[str, str], ...]
    corrected: tuple[str, str] | None
    text: str = ""
    verdict: str | None = None
    words: str = ""


def examples(check: str) -> list[Example]:
    """Those of one docstring."""
    page = " ".join(explain(check).split())
    written = PUBLISHED.search(page)
    published = None if "in an article without a day" in page else day(written[1]) if written else DAYS.get(check, "2026-02-05")
    stored, right = tuple((text, day(on)) for text, on in STORED.findall(page)), CORRECTED.search(page)
    one = Example(check, published, stored, (right[1], day(right[2])) if right else None)
    return [example for kind, body in SECTION.findall(explain(check) + "\n") for example in of_section(one, kind == "speak", body)]


def of_section(one: Example, speaks: bool, body: str) -> list[Example]:
    """The texts below, or beside, one heading."""
    block = INDENTED.search(body)
    if speaks and block is not None:
        return [evolve(one, text=text, verdict=verdict, words=words) for text, verdict, words in SPOKEN.findall(dedent(block[1]))]
    if block is not None:
        return [evolve(one, text=dedent(block[1]).strip())]
    quoted = re.match(r':\s+"([^"]+)"', body)
    return [evolve(one, text=" ".join(quoted[1].split()))] if quoted else []


def day(written: str) -> str:
    """ "3 May 2024" as an ISO date."""
    return datetime.strptime(written, "%d %B %Y").date().isoformat()


def report(example: Example) -> cc.Report:
    """What claimcheck says of an example, given the ledger and the tables it speaks of."""
    with cc.Ledger(":memory:") as ledger:
        for number, (text, published) in enumerate(example.stored):
            ledger.add(cc.extract(text + ".", published, document=f"{number}.md"))
        if example.corrected is not None:
            right, on = example.corrected
            ledger.correct(next(ledger.claims()), value=right, reason="two were counted twice", on=on)
        table = TABLES.get(example.check)
        references = None if table is None else cc.References().with_frame(pd.DataFrame(table), **columns(table))
        strict = example.check == "reference-missing"
        return cc.check(example.text, example.published, ledger=ledger if example.stored else None, references=references, strict=strict)


def columns(table: dict[str, list[str]]) -> dict[str, Any]:
    """Which column of a table is what, where their names do not say so."""
    return {name: name for name in table if name in ("entity", "event", "measure", "value", "unit", "as_of", "rating", "source")}


SILENT_IN_PROSE = {"article-day", "earlier-dispute"}
"""Checks that are silent on what only a description can name: the same draft with a day, a speaker's own second figure."""

ALL = [example for check in names() for example in examples(check)]


@pytest.mark.parametrize("example", ALL, ids=lambda example: f"{example.check}: {example.text}")
def test_the_examples_of_a_check_do_what_its_page_says(example: Example) -> None:
    pytest.importorskip(EXTRAS.get(example.check, "claimcheck"))
    told = report(example)
    if example.verdict is None:
        own = [finding for finding in told.findings if finding.check == example.check and finding.verdict not in AGREEING]
        assert [*own, *told.problems] == []
    else:
        own = [finding for finding in told.findings if finding.check == example.check and finding.verdict == example.verdict]
        assert [finding.message for finding in own if example.words in finding.message], told.findings


@pytest.mark.parametrize("check", names())
def test_every_check_has_an_example_that_speaks_and_says_when_it_is_silent(check: str) -> None:
    assert any(example.verdict for example in examples(check))
    assert "that is silent" in explain(check)
    assert any(example.verdict is None for example in examples(check)) != (check in SILENT_IN_PROSE)

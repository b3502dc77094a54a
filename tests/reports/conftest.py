"""Two reports as the pipeline would make them, over a Markdown draft and a text from standard input."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from claimcheck.documents import locate, parse
from claimcheck.model import Attribution, Claim, Document, Evidence, Finding, Report

DRAFT = """---
title: Fire in Velmora <harbour>
date: 2026-02-05
outlet: The Courier
---
# Fire in Velmora

The harbour was rebuilt in 2016, the mayor said. The fire killed **at least
40** people.

Some\t日本 tankers lost 5,000 tonnes of oil, and all along the coast the
wind drove it further. """ + (
    "In the villages of the south shore, where nobody had slept, the nets stayed ashore and the schools stayed closed. " * 2
    + "The port was shut for 12 days, \x1b[31mthe owners said. It should open again with the spring tide, which comes late this year.\n"
)

SPOKEN = "Hail fell on 300 farms.\r\n"


def claim(document: Document, surface: str, kind: str, value: str, unit: str | None, **scope: Any) -> Claim:
    start = document.text.index(surface)
    span = (start, start + len(surface))
    sentence_start = document.text.rfind("\n", 0, start) + 1
    sentence = document.text[sentence_start : span[1] + 1]
    return Claim(
        id=f"{kind}-{value}",
        document=document.path,
        outlet=document.outlet,
        title=document.title,
        span=span,
        surface=surface,
        number_span=span,
        sentence=sentence,
        sentence_span=(sentence_start, span[1] + 1),
        kind=kind,
        value=value,
        unit=unit,
        said_on=document.published,
        **scope,
    )


@pytest.fixture
def draft() -> Report:
    document = parse(DRAFT, "markdown", "drafts/fire, 1.md")
    year = claim(document, "2016", "year", "2016", None)
    dead = claim(document, "at least 40", "count", "40", "count", qualifier="at_least", attribution=Attribution("the mayor", "said"))
    oil = claim(document, "5,000 tonnes", "mass", "5000", "tonne")
    shut = claim(document, "12 days", "duration", "12", "day")
    past = Evidence("earlier_claim", "31", "count", "31 people", "2026-02-04", "2026-02-04", "the mayor", document="fire-1.md")
    owners = Evidence("earlier_claim", "14", "day", "14 days", source="<b>Owners</b>\x1b[2J", url="javascript:alert(1)", note="by\nphone")
    spill = Evidence("reference", ("4000", "6000"), "tonne", table="spills.csv", row=7)
    table = Evidence("reference", "2014-05-03", None, as_of="2014-05-03", source="Port Office", url="https://example.org/port?a=1&b=2")
    findings = (
        Finding("reference-date", "error", "contradicted", "rebuilt: 3 May 2014, not 2016.", year, (table,)),
        Finding("earlier-claim", "note", "updated", "'at least 40' updates '31 people': +9, +29.0%.", dead, (past,), "9", "0.2903"),
        Finding("reference-value", "note", "supported", "'5,000 tonnes' is borne out.", oil, (spill,)),
        Finding("earlier-conflict", "warning", "conflicting", "'12 days' and '14 days' cannot both be right.", shut, (owners,)),
    )
    placed = tuple(evolve(finding, location=locate(document, finding.claim.span)) for finding in findings)
    return Report(document, (year, dead, oil, shut), placed)


@pytest.fixture
def spoken() -> Report:
    document = parse(SPOKEN, "text", "-")
    farms = claim(document, "300 farms", "count", "300", "count", counted="farm")
    finding = Finding("within-article", "warning", "inconsistent", "'300 farms' here, '30' there.", farms)
    return Report(document, (farms,), (finding,))

"""Each format against the exact report in tests/corpora/reports."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from attrs import evolve

from claimcheck import __version__
from claimcheck.errors import InputError
from claimcheck.model import Report
from claimcheck.reports import formats, render
from claimcheck.serial import claim_from_json, to_json

CORPORA = {path.stem: path for path in (Path(__file__).parent.parent / "corpora" / "reports").iterdir()}


def test_every_format_has_an_expected_report_and_every_expected_report_a_format() -> None:
    assert set(CORPORA) == set(formats())


@pytest.mark.parametrize("name", ["text", "github", "html"])
def test_reports_for_people_are_exactly_as_expected(name: str, draft: Report, spoken: Report) -> None:
    assert render(name, [draft, spoken]) == CORPORA[name].read_text(encoding="utf-8")


def test_json_is_exactly_as_expected(draft: Report, spoken: Report) -> None:
    told = json.loads(render("json", [draft, spoken]))
    assert told.pop("version") == __version__
    assert told == json.loads(CORPORA["json"].read_text(encoding="utf-8"))


def test_json_holds_the_claims_themselves(draft: Report) -> None:
    (document,) = json.loads(render("json", [draft]))["documents"]
    assert tuple(map(claim_from_json, document["claims"])) == draft.claims
    assert document["findings"] == to_json(draft.findings)


def test_verbose_shows_what_is_plainly_right(draft: Report) -> None:
    assert "supported [reference-value]" not in render("text", [draft])
    assert "(1 not shown, --verbose shows all)" in render("text", [draft])
    verbose = render("text", [draft], verbose=True)
    assert (
        "drafts/fire, 1.md:11:22 note supported [reference-value]\n"
        "     '5,000 tonnes' is borne out.\n"
        " 11 | Some    日本 tankers lost 5,000 tonnes of oil, and all along the coast the\n"
        "    |                           ^^^^^^^^^^^^\n"
        "    = here       5,000 tonnes (said 2026-02-05)\n"
        "    = reference  4,000 to 6,000 tonnes, spills.csv:7\n"
    ) in verbose
    assert verbose.endswith("4 figures read in 1 file: 1 error, 1 warning, 2 notes")


def test_colour_comes_only_when_asked_for_and_changes_nothing_else(draft: Report, spoken: Report) -> None:
    plain, colored = (render("text", [draft, spoken], color=color) for color in (False, True))
    assert "\x1b" not in plain
    for code in ("0", "1", "2", "1;31", "1;33", "1;36"):
        assert f"\x1b[{code}m" in colored
        colored = colored.replace(f"\x1b[{code}m", "")
    assert colored == plain


@pytest.mark.parametrize("name", ["github", "html", "json"])
def test_other_formats_know_no_colour(name: str, draft: Report) -> None:
    assert render(name, [draft], color=True) == render(name, [draft])


def test_nothing_found_is_said_or_silent() -> None:
    assert render("text", []) == "0 figures read in 0 files: 0 errors, 0 warnings, 0 notes"
    assert render("github", []) == ""


def test_an_unknown_format_is_an_error_that_names_the_known() -> None:
    with pytest.raises(InputError) as raised:
        render("xml", [])
    assert str(raised.value) == "'xml' is not a report format; known are github, html, json, text."


def test_of_two_figures_that_overlap_the_one_with_the_graver_finding_is_marked(draft: Report) -> None:
    marked = render("html", [draft])
    assert marked.count("<mark ") == 4
    outer = draft.claims[0].span[0] - 3, draft.claims[0].span[1]
    overlapping = Report(draft.document, (*draft.claims, evolve(draft.claims[0], span=outer)), draft.findings)
    assert render("html", [overlapping]).count("<mark ") == 4
    assert '#ffd7d5;color:#1f2328" title="rebuilt: 3 May 2014, not 2016.">2016</mark>' in render("html", [overlapping])

"""The whole way, an article in and a report out: three desks' articles with their exact reports, and what holds for every report."""

from __future__ import annotations

import csv
import pickle
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from multiprocessing import get_context
from pathlib import Path

import pytest

from claimcheck import Claim, Finding, InputError, Ledger, References, Report, check, check_file, documents, extract

ARTICLES = sorted(path for path in (Path(__file__).parent / "corpora" / "articles").iterdir() if path.is_dir())
CRIMEA = "Russia illegally annexed Crimea in 2016."


def report_on(folder: Path) -> Report:
    """The report on a desk's draft with the earlier articles and the tables beside it."""
    tables = folder / "tables"
    references = References.shipped().with_packages(tables) if tables.exists() else None
    with Ledger(":memory:") as ledger:
        for path in sorted((folder / "earlier").glob("*.md")):
            ledger.add(check_file(path, references=References()).claims)
        return check_file(folder / "draft.md", ledger=ledger, references=references)


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _value(value: str | tuple[str, str] | None) -> str:
    return "|".join(value) if isinstance(value, tuple) else value or ""


def _claim_row(claim: Claim) -> dict[str, str]:
    names = ("surface", "kind", "unit", "qualifier", "change", "measure", "as_of")
    return {
        **{name: getattr(claim, name) or "" for name in names},
        "value": _value(claim.value),
        "source": claim.attribution.source if claim.attribution else "",
    }


def _finding_row(finding: Finding) -> dict[str, str]:
    assert finding.location is not None
    return {
        "line": str(finding.location.line),
        "severity": finding.severity,
        "check": finding.check,
        "verdict": finding.verdict,
        "surface": finding.claim.surface,
        "evidence": _value(finding.evidence[0].value),
    }


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_an_article_gets_the_report_its_desk_expects(folder: Path) -> None:
    report = report_on(folder)
    assert [_claim_row(claim) for claim in report.claims] == table(folder / "claims.csv")
    assert [_finding_row(finding) for finding in report.findings] == table(folder / "findings.csv")


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_every_place_points_at_its_figure_in_the_file_as_written(folder: Path) -> None:
    report = report_on(folder)
    lines = (folder / "draft.md").read_text("utf-8").splitlines()
    for claim in report.claims:
        assert report.document.text[slice(*claim.span)] == claim.surface
        assert claim.span[0] <= claim.number_span[0] < claim.number_span[1] <= claim.span[1]
        assert report.document.text[slice(*claim.sentence_span)] == claim.sentence
    for finding in report.findings:
        place = finding.location
        assert place is not None
        assert lines[place.line - 1][place.column - 1 : place.end_column - 1] == finding.claim.surface


# ------------------------------------------------------------------------------------------------ the same answer everywhere


def test_the_same_input_gets_the_same_report() -> None:
    assert [report_on(folder) for folder in ARTICLES] == [report_on(folder) for folder in ARTICLES]


def test_threads_and_processes_give_the_same_report() -> None:
    expected = [report_on(folder) for folder in ARTICLES]
    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(report_on, ARTICLES * 4)) == expected * 4
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as processes:
        assert list(processes.map(report_on, ARTICLES)) == expected


def test_one_ledger_serves_many_threads() -> None:
    with Ledger(":memory:") as ledger:
        ledger.add(extract("The ministry said 51,700 Ukrainian soldiers had been killed.", published="2025-02-03", document="a"))
        text = "The ministry said 58,200 Ukrainian soldiers had been killed."
        expected = check(text, published="2026-02-05", ledger=ledger)
        with ThreadPoolExecutor(4) as threads:
            reports = list(threads.map(lambda _: check(text, published="2026-02-05", ledger=ledger), range(12)))
    assert [finding.verdict for finding in expected.findings] == ["updated"]
    assert reports == [expected] * 12


@pytest.mark.parametrize("folder", ARTICLES, ids=lambda folder: folder.name)
def test_reports_and_all_they_hold_hash_and_pickle(folder: Path) -> None:
    report = report_on(folder)
    for value in (report, *report.claims, *report.findings):
        again = pickle.loads(pickle.dumps(value))
        assert again == value
        assert hash(again) == hash(value)


def test_without_a_day_no_clock_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Three people died on Monday, 12 last month and 40 a year ago."
    before = check(text)

    def forbidden(*_: object) -> float:
        raise AssertionError("the clock was read")

    for name in ("time", "time_ns", "localtime", "gmtime"):
        monkeypatch.setattr(time, name, forbidden)
    assert check(text) == before
    assert {claim.said_on for claim in before.claims} == {None}
    assert {claim.as_of for claim in before.claims} == {None}


def test_checking_adds_nothing_to_the_ledger() -> None:
    with Ledger(":memory:") as ledger:
        check("The ministry said 58,200 Ukrainian soldiers had been killed.", published="2026-02-05", document="b", ledger=ledger)
        assert list(ledger.claims()) == []


# ------------------------------------------------------------------------------------------------ fingerprints


def _fingerprints(path: Path) -> list[str]:
    return [finding.fingerprint for finding in check_file(path).findings]


def test_fingerprints_survive_text_that_moves_but_not_a_figure_that_changes(tmp_path: Path) -> None:
    draft = tmp_path / "draft.md"
    text = "---\ndate: 2026-02-05\n---\n\nFinland joined NATO in April 2023.\n\nRussia illegally annexed Crimea in 2016.\n"
    draft.write_text(text, "utf-8")
    first = _fingerprints(draft)
    assert len(set(first)) == 2
    draft.write_text(text.replace("\n\nFinland", "\n\nThe talks went on.\n\nFinland"), "utf-8")
    assert _fingerprints(draft) == first
    draft.write_text(text.replace("2016", "2015"), "utf-8")
    assert [old == new for old, new in zip(first, _fingerprints(draft), strict=True)] == [True, False]


# ------------------------------------------------------------------------------------------------ arguments


def test_references_are_those_that_ship_unless_others_are_given() -> None:
    assert [finding.verdict for finding in check(CRIMEA).findings] == ["contradicted"]
    assert check(CRIMEA, references=References()).findings == ()


@pytest.mark.parametrize("published", ["2026-02-05", date(2026, 2, 5)])
def test_arguments_stand_in_the_claims_and_the_document(published: date | str) -> None:
    report = check(CRIMEA, published=published, title="Annexation", outlet="The Harbour Post", document="post-1")
    claim = report.claims[0]
    assert (claim.said_on, claim.title, claim.outlet, claim.document) == ("2026-02-05", "Annexation", "The Harbour Post", "post-1")
    assert report.document.path == "post-1"


def test_the_day_given_goes_before_the_front_matter(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(f"---\ndate: 2026-02-05\n---\n\n{CRIMEA}\n", "utf-8")
    assert check_file(tmp_path / "draft.md").document.published == "2026-02-05"
    assert check_file(tmp_path / "draft.md", published=date(2025, 1, 1)).document.published == "2025-01-01"


@pytest.mark.parametrize("call", [lambda: check(CRIMEA, published="2026-13-45"), lambda: extract(CRIMEA, published="soon")])
def test_a_day_that_is_none_is_refused(call: Callable[[], object]) -> None:
    with pytest.raises(InputError, match="is not a date"):
        call()


@pytest.mark.parametrize("text", ["", " \n", "\x00\x00", "No figures here.", "Crimea, 2016"])
def test_a_text_without_anything_to_say_gets_an_empty_report(text: str) -> None:
    assert check(text, published="2026-02-05").problems == ()


def test_findings_stand_in_text_order_the_loudest_first() -> None:
    text = "Finland joined NATO in April 2023. Russia illegally annexed Crimea in 2016. Sweden joined NATO in March 2024."
    assert [finding.severity for finding in check(text, published="2026-02-05").findings] == ["note", "error", "note"]


def test_a_document_read_before_gets_the_same_report(tmp_path: Path) -> None:
    from claimcheck.pipeline import check_document

    path = tmp_path / "draft.md"
    path.write_text(f"---\ndate: 2026-02-05\n---\n\n{CRIMEA}\n", "utf-8")
    assert check_document(documents.read(path), document=str(path)) == check_file(path)


def test_a_text_without_a_name_gets_the_report_it_gets_from_a_file(tmp_path: Path) -> None:
    text = "Floods kill 44 people in Assam\n\nFloods in Assam have killed 74 people, officials said on Monday.\n\nThe river rose.\n"
    path = tmp_path / "floods.txt"
    path.write_text(text, "utf-8")
    named, unnamed = (report.findings for report in (check_file(path, published="2026-10-12"), check(text, published="2026-10-12")))
    assert [(f.check, f.message) for f in named] == [(f.check, f.message) for f in unnamed] != []
    assert all(f.claim.document is None and all(e.document is None for e in f.evidence) for f in unnamed)

"""Articles of the same event: found by the names, ages and numbers they share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claimcheck import extract
from claimcheck.ledger import Added, Ledger
from claimcheck.model import Claim, Document

Make = Callable[..., Claim]


def article(name: str, day: str | None, title: str, text: str) -> Document:
    return Document(text, text, path=name, title=title, published=day)


FERRY = article(
    "ferry-1", "2026-05-02", "Ferry sinks off Port Anselm", "Captain Ilse Brandt, 51, brought 40 of 44 people ashore at Port Anselm."
)
FERRY_LATER = article(
    "ferry-2", "2026-05-05", "Inquiry into the sinking", "Ilse Brandt told police in Port Anselm that a valve had failed."
)
FIRE = article("fire-1", "2026-05-03", "Fire in Holt Bay mill", "Two workers, 29 and 62, were hurt when the mill in Holt Bay burned.")
CUP = article("cup-1", "2026-05-04", "Holt Bay win the cup", "Mara Lind scored twice as Holt Bay beat Dunmere 3-1.")
MONTHS_LATER = article("ferry-9", "2026-09-01", "Port Anselm ferry captain cleared", "Ilse Brandt, 51, was cleared in Port Anselm.")


@pytest.fixture
def desk(ledger: Ledger) -> Ledger:
    """A ledger of a few articles, one of them without any figure."""
    for document in (FERRY, FIRE, CUP, MONTHS_LATER, FERRY_LATER):
        claims = extract(document.text, document.published, document.title, document=document.path)
        ledger.add(claims, documents=[document], recorded_at="2026-09-02")
    return ledger


def names(ledger: Ledger, document: Document, **given: int | None) -> list[str]:
    return [other.document for other in ledger.related(document, **given)]  # type: ignore[arg-type]


def test_the_report_of_the_same_event_comes_first_and_the_article_itself_never(desk: Ledger) -> None:
    assert names(desk, FERRY)[0] == "ferry-2"
    assert names(desk, FERRY_LATER)[0] == "ferry-1"
    assert all(document.path not in names(desk, document) for document in (FERRY, FIRE, CUP))


def test_an_article_that_shares_only_a_place_ranks_behind(desk: Ledger) -> None:
    draft = article("draft", "2026-05-05", "Mill in Holt Bay to be rebuilt", "The mill that burned in Holt Bay will be rebuilt.")
    assert names(desk, draft)[:2] == ["fire-1", "cup-1"]


def test_only_days_around_count_unless_all_are_asked_for(desk: Ledger) -> None:
    assert "ferry-9" not in names(desk, FERRY)
    assert "ferry-9" in names(desk, FERRY, within=None)
    assert names(desk, FERRY, within=0) == []
    assert names(desk, FERRY, limit=0) == names(desk, FERRY, limit=-1) == []
    undated = article("draft", None, "Ferry captain Ilse Brandt", "")
    assert set(names(desk, undated)) == {"ferry-1", "ferry-2", "ferry-9"}


def test_what_is_shared_is_named_the_rarest_first(desk: Ledger) -> None:
    (first, *_) = desk.related(article("draft", "2026-05-04", "Ferry", "Ilse Brandt of Port Anselm"))
    assert (first.headline, first.published) == ("Ferry sinks off Port Anselm", "2026-05-02")
    assert set(first.shared) == {"ferry", "ilse", "brandt", "port", "anselm"}
    assert 0 < first.likeness <= 1


def test_claims_alone_will_do(ledger: Ledger) -> None:
    ledger.add(extract("Ana Ruiz, 34, died in Lodvik.", published="2026-06-01", document="a"))
    ledger.add(extract("Some 300 people marched in Brem.", published="2026-06-01", document="b"))
    (found,) = ledger.related(extract("Ruiz was 34.", published="2026-06-02"))
    assert (found.document, found.shared) == ("a", ("ruiz", "34"))


def test_an_article_without_figures_is_recorded_once(ledger: Ledger) -> None:
    assert ledger.add([], documents=[FERRY_LATER]) == Added(documents=1)
    assert ledger.add([], documents=[FERRY_LATER]) == Added(unchanged=1)
    assert ledger.add([], documents=["ferry-2"]) == Added(unchanged=1)


def test_only_the_current_version_is_found(ledger: Ledger) -> None:
    ledger.add([], documents=[FERRY])
    assert ledger.add([], documents=[article("ferry-1", "2026-05-02", "Ferry is safe", "Nobody was hurt.")]) == Added(changed=1)
    assert names(ledger, FERRY_LATER) == []


@pytest.mark.parametrize("suffix", [".jsonl", ".csv", ".parquet"])
def test_related_articles_survive_an_export(desk: Ledger, tmp_path: Path, suffix: str) -> None:
    desk.export(tmp_path / f"a{suffix}")
    with Ledger(tmp_path / "copy.sqlite") as copy:
        copy.import_(tmp_path / f"a{suffix}")
        assert copy.related(FERRY) == desk.related(FERRY) != ()
        assert copy.verify() == ()


@pytest.mark.parametrize(
    "text",
    ["", "\0", "\ud800 Ab", "Č_š Ω Ⓐ ½² 年 हिन्दी", '"AND" NEAR( * : ^', "A" * 100_000, "Name " * 50_000, "AND OR NOT NEAR", "É" * 50_000],
    ids=range(9),
)
def test_no_article_is_too_strange(desk: Ledger, text: str) -> None:
    strange = article("x\udce9", "2026-05-02", text, text)
    assert desk.add([], documents=[strange]) == Added(documents=1)
    assert desk.add([], documents=[strange]) == Added(unchanged=1)
    assert isinstance(desk.related(strange), tuple)
    assert desk.verify() == ()


def test_accents_and_case_are_no_matter(ledger: Ledger, make: Make) -> None:
    ledger.add([], documents=[article("a", "2026-05-02", "Ardèche flood", "JANA NOVÁKOVÁ led the crews.")])
    ledger.add([], documents=[article("b", "2026-05-02", "Cup final", "Mara Lind scored.")])
    assert names(ledger, article("c", "2026-05-02", "", "Jana Novakova is in Ardeche.")) == ["a"]


@pytest.mark.parametrize(
    "text",
    [
        "The mayor spoke on Saturday. It was his first speech in March, and he took 3 questions.",
        "In the end they lost 1-3. But the coach said on Monday that she would stay.",
    ],
)
def test_articles_that_share_only_weekdays_months_and_small_words_are_strangers(desk: Ledger, text: str) -> None:
    desk.add(
        [], documents=[article("talk-1", "2026-05-03", "What the mayor said", "On Saturday in March 1 of 3 left. He said it on Monday.")]
    )
    assert names(desk, article("talk-2", "2026-05-04", "What they said", text)) == []

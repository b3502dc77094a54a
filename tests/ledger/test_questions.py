"""Words to series: the right one is found in any wording, and none where none fits."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from claimcheck import extract
from claimcheck.ledger import Ledger
from claimcheck.ledger.question_parts import parts_of

CORPUS = Path(__file__).parent.parent / "corpora" / "series_words.csv"
ARTICLES = (
    ("2025-03-01", "The ministry said 51,000 Ukrainian soldiers have been killed since the Russian invasion began in February 2022."),
    ("2025-06-01", "The ministry said 54,500 Ukrainian soldiers have been killed since the Russian invasion began in February 2022."),
    ("2025-06-02", "Kyiv estimates that 88,000 Russian soldiers have been killed since the invasion of Ukraine began in February 2022."),
    ("2025-06-03", "The UN mission has counted 15,200 Ukrainian civilians killed since the Russian invasion began in February 2022."),
    ("2025-06-04", "About 380,000 Ukrainian soldiers have been wounded since the Russian invasion began in February 2022."),
    ("2025-06-05", "Russia launched 142 drones at Ukraine overnight, the air force said."),
    ("2025-06-09", "Russia launched 97 drones at Ukraine overnight, the air force said, and 131 drones were shot down the week before."),
    ("2025-07-01", "The earthquake in Sulmara killed 412 people, officials said."),
    ("2025-07-03", "The earthquake in Sulmara killed 655 people, officials said on Thursday, and 1,900 people were injured."),
    ("2025-07-04", "The earthquake in Sulmara destroyed 2,300 homes and displaced 18,000 people, officials said."),
    ("2025-05-02", "France's unemployment rate stands at 7.4 percent."),
    ("2025-06-02", "France's unemployment rate stands at 7.7 percent."),
    ("2025-06-03", "Germany's unemployment rate stands at 6.3 percent."),
    ("2025-05-12", "Germany's inflation rate stands at 2.1 percent."),
    ("2025-06-12", "Germany's inflation rate stands at 2.4 percent."),
    ("2025-08-01", "At least 29 passengers are missing after a ferry sank off Port Anselm, the coast guard said."),
    ("2025-08-09", "Police arrested 64 protesters in Lisbon on Saturday."),
    ("2025-08-20", "The wildfire near Lodvik has burned 5,600 hectares, crews said."),
)
QUESTIONS = tuple(csv.DictReader(CORPUS.read_text("utf-8").splitlines()))


@pytest.fixture(scope="module")
def desk() -> Iterator[Ledger]:
    """A ledger of short reports."""
    with Ledger(":memory:") as ledger:
        for number, (day, text) in enumerate(ARTICLES):
            ledger.add(extract(text, published=day, document=f"{number:02}"))
        yield ledger


@pytest.mark.parametrize("row", QUESTIONS, ids=lambda row: row["question"])
def test_a_question_finds_its_series_and_no_other(desk: Ledger, row: dict[str, str]) -> None:
    found = [str(claim.value) for claim in desk.history(row["question"])]
    assert sorted(found) == sorted(filter(None, row["figures"].split("|")))


def test_where_no_series_fits_the_nearest_are_named(desk: Ledger) -> None:
    assert desk.history("Ukrainian sailors killed") == ()
    nearest = desk.nearest("Ukrainian sailors killed")
    assert [claim.value for claim in nearest[0]] == ["51000", "54500"]
    assert 1 < len(nearest) <= 5
    assert desk.nearest("volcano") == desk.nearest("") == ()
    assert len(desk.nearest("Ukraine", limit=1)) == 1


STORIES = (
    ("2026-01-10", "Torvia's president said 4,100 Torvian soldiers had been killed since the war in Velmark began in 2024."),
    ("2026-04-02", "The ministry said 5,200 Torvian soldiers have been killed since the war in Velmark began in 2024."),
    ("2026-04-02", "About 3,900 Velmark soldiers have been killed in the war, its army said."),
    ("2026-04-05", "A fire in Zelgrad killed four people on Sunday, police said."),
    ("2026-04-06", "The army of Velmark fired nine missiles at Zelgrad overnight, officials said."),
    ("2026-05-01", "A magnitude 6.4 earthquake in Oristova killed 112 people, the interior ministry said."),
)


@pytest.fixture(scope="module")
def stories() -> Iterator[Ledger]:
    """A ledger of three stories in places that no gazetteer knows."""
    with Ledger(":memory:") as ledger:
        for number, (day, text) in enumerate(STORIES):
            ledger.add(extract(text, published=day, document=f"{number:02}"))
        yield ledger


@pytest.mark.parametrize(
    ("question", "figures"),
    [
        ("Velmark soldiers lost", ["3900"]),
        ("Torvian soldiers lost", ["4100", "5200"]),
        ("fire Zelgrad", ["4"]),
        ("people killed in Zelgrad", ["4"]),
        ("missiles fired at Zelgrad", ["9"]),
        ("magnitude", ["6.4"]),
        ("earthquake dead", ["112"]),
    ],
)
def test_whose_figure_and_of_which_event_a_question_asks(stories: Ledger, question: str, figures: list[str]) -> None:
    assert [claim.value for claim in stories.history(question)] == figures


def test_all_series_that_words_may_mean_are_given_each_once(stories: Ledger) -> None:
    assert [claim.value for claim in stories.series_of("death toll")[0]] == ["4100", "5200"]
    assert {series[-1].value for series in stories.series_of("death toll")} == {"5200", "3900", "4", "112"}
    assert [series[-1].value for series in stories.series_of("magnitude")] == ["6.4"]
    assert stories.series_of("volcano") == ()


@pytest.mark.parametrize("text", ["a_b", "x" * 100_000, "killed " * 10_000, "Ⓐ½² 年 हिन्दी", '"*" (AND) NEAR', "\ud800 \0", "é" * 500])
def test_no_question_is_too_strange(desk: Ledger, text: str) -> None:
    assert isinstance(desk.history(text), tuple)
    assert isinstance(desk.nearest(text), tuple)
    assert len(parts_of(text)) <= 12


def test_a_claim_outside_the_series_shown_is_in_another_one_though_the_two_share_a_claim(ledger: Ledger) -> None:
    told = {"a": ("120", "2026-03-01"), "b": ("150", None), "c": ("143", "2031-01-01")}
    for name, (figure, day) in told.items():
        ledger.add(extract(f"The quake in Lodvik killed {figure} people.", published=day, document=name))
    held = {claim.value for series in ledger.series_of("Lodvik quake killed") for claim in series}
    assert held == {"120", "150", "143"}

"""Text made to slow a reader down or to break it costs time in proportion to its length, and no more."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from claimcheck import check, extract

CORPORA = Path(__file__).parents[1] / "corpora"

UNITS = [
    *("1234567890", ",", "1,", "million ", "five ", "$", "€ ", "abcdefgh", "\0", "\u200f\u202e", "12 ", "12, ", "12-", "12.", "$5 "),
    *("12 people and ", "half ", "a half ", "\n", "word word\n", '"', "(", "12 (", "a@b.c ", "number of cars 5 ", "from 5 to ", "up 5% "),
    *("Anna, 5, ", "one and ", "-", "1/2 ", "5e5", "5x10^", ".", "! A", "No. 5 ", "12 big and ", "½", "٣", "1:", "2016 ", "7pm"),
    *("5 and a half ", "of the 5 ", "5 or more ", "Nos. 5 and ", "6' ", "5 %", "[5] ", " ", "\t"),
]
SMALL, FACTOR = 3000, 8


DATED = "Mine disaster kills 12 in Lorne. In May 2025, 12 died. "
"""An opening whose event, place and counted days are there to be carried on."""


def seconds(text: str, title: str | None = None) -> float:
    began = time.process_time()
    extract(text, published="2026-02-05", title=title)
    return time.process_time() - began


def assert_linear(unit: str, opening: str = "", title: str | None = None) -> None:
    small, large = (opening + unit * (size // len(unit)) for size in (SMALL, SMALL * FACTOR))
    seconds(small, title)
    base = max(min(seconds(small, title) for _ in range(3)), 0.002)
    assert min(seconds(large, title) for _ in range(2)) < base * FACTOR * 3


@pytest.mark.parametrize("unit", UNITS)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    assert_linear(unit)


@pytest.mark.parametrize("unit", ["A-", "A’", "of the 5 ", "Some 5 percent fell. ", "They were 12 men. ", "12 cars, 5%, ", "a mine "])
def test_reading_takes_time_in_proportion_to_the_text_behind_a_headline_and_a_dated_count(unit: str) -> None:
    assert_linear(unit, DATED, "Mine disaster")


@pytest.mark.parametrize("blank", [" ", "\t", " \t"])
def test_blanks_between_lines_take_time_in_proportion_to_their_number(blank: str) -> None:
    small, large = ("It rained.\n5 died" + blank * size + "in the snow.\n" for size in (SMALL, SMALL * FACTOR))
    base = max(min(seconds(small) for _ in range(3)), 0.002)
    assert min(seconds(large) for _ in range(2)) < base * FACTOR * 3


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_leaves_the_next_paragraph_alone(unit: str) -> None:
    text = unit * (SMALL // len(unit)) + "\n\nThe flood killed 14 people."
    assert [(claim.value, claim.counted) for claim in extract(text)][-1] == ("14", "person")


CUT_OFF = [
    *("Inflation in Spain hit 3.1% in", "In Peru it was 12% and in Chile 14% on", "In Peru 12 died, and 14 at"),
    *("Torvia counts the 40 planes its army has", "12 dead is what the ministry had", "It is 12 that the WHO makes"),
    *("Sales fell by 300 to 5,200 from", "Sales fell by 300 to 5,200", "The Labor Department reported on 12 Friday that"),
]


@pytest.mark.parametrize("text", CUT_OFF)
def test_a_text_cut_off_behind_any_word_is_read(text: str) -> None:
    assert extract(text)


def cuts(corpus: str) -> list[str]:
    """The sentences of a corpus, each up to every one of its words, one of those that end alike."""
    found: dict[tuple[str, ...], str] = {}
    for sentence in re.findall(r'"((?:[A-Z$€£]|\d)[^"\n]{15,})"', (CORPORA / corpus).read_text()):
        words = sentence.replace("[", "").replace("]", "").split(" ")
        for end in range(2, len(words)):
            text = " ".join(words[max(0, end - 12) : end])
            if re.search(r"\d", text):
                found.setdefault(tuple(re.sub(r"\d", "0", word) for word in words[end - 2 : end]), text)
    return list(found.values())


@pytest.mark.parametrize("corpus", ["attribution.json", "measures.csv", "quantities/changes_in_sentences.json", "quantities/ranges.json"])
def test_a_sentence_cut_off_anywhere_is_read(corpus: str) -> None:
    texts = cuts(corpus)
    assert len([text for text in texts if extract(text, published="2026-02-05")]) > len(texts) / 2


DATED_TEXTS = [
    "A bomb in February 2013, seven years after, killed 12.",
    "The unemployment rate was 7.4 percent. In May it was 7.1 percent.",
    "Karnia fired 210 drones at Ostravia overnight. Air defences shot down 171 of them, and losses since May 29 total 40.",
    "Shares closed 4 percent up since May 29. Rebels overran the town in 2024 and freed 40.",
]


@pytest.mark.parametrize("published", ["2026", "2026-02", "2026-02-05"])
@pytest.mark.parametrize("text", DATED_TEXTS)
def test_a_text_published_in_a_month_or_year_is_read(text: str, published: str) -> None:
    assert extract(text, published=published)


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("text", [*DATED_TEXTS, "Nigeria's population could reach 240 million in its third year in 2025."])
def test_a_day_that_stands_for_no_date_is_no_day_of_publication(text: str, published: str) -> None:
    assert check(text, published=published).claims == check(text).claims


NINES = "9" * 32


@pytest.mark.parametrize(
    "text",
    [
        f"Of the {NINES} people, {NINES} died. Turnout was {NINES} percent, up from {NINES}.5 percent.",
        f"A total of {NINES} people, 12.5 and {NINES} of them children, were hurt.",
        "Its 12 extended by 5% to 0.0000000000000000000000001, up 4 percent on 3,000.",
        "Of the 0.0000000000000000000000001 tonnes, 12 tonnes, or 5%, were lost.",
        f"Inflation in Spain was {NINES} percent in 2023; the budget is ${NINES}, or {NINES} a day for {NINES} days.",
    ],
)
def test_numbers_longer_than_any_count_are_checked(text: str) -> None:
    assert check(text, published="2026-02-05").claims


@pytest.mark.parametrize("text", ["The 40 are of the % federation, 3,000 of whom left.", "of the % federation, 3,000 Karl who"])
def test_a_sign_in_place_of_a_noun_is_no_noun(text: str) -> None:
    assert check(text, strict=True).claims

"""Text made to slow a reader down or to break it costs time in proportion to its length, and no more."""

from __future__ import annotations

import time

import pytest

from claimcheck import extract

UNITS = [
    *("1234567890", ",", "1,", "million ", "five ", "$", "€ ", "abcdefgh", "\0", "\u200f\u202e", "12 ", "12, ", "12-", "12.", "$5 "),
    *("12 people and ", "half ", "a half ", "\n", "word word\n", '"', "(", "12 (", "a@b.c ", "number of cars 5 ", "from 5 to ", "up 5% "),
    *("Anna, 5, ", "one and ", "-", "1/2 ", "5e5", "5x10^", ".", "! A", "No. 5 ", "12 big and ", "½", "٣", "1:", "2016 ", "7pm"),
    *("5 and a half ", "of the 5 ", "5 or more ", "Nos. 5 and ", "6' ", "5 %", "[5] ", " ", "\t"),
]
SMALL, FACTOR = 3000, 8


def seconds(text: str) -> float:
    began = time.process_time()
    extract(text, published="2026-02-05")
    return time.process_time() - began


@pytest.mark.parametrize("unit", UNITS)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (SMALL, SMALL * FACTOR))
    seconds(small)
    base = max(min(seconds(small) for _ in range(3)), 0.002)
    assert min(seconds(large) for _ in range(2)) < base * FACTOR * 3


@pytest.mark.parametrize("blank", [" ", "\t", " \t"])
def test_blanks_between_lines_take_time_in_proportion_to_their_number(blank: str) -> None:
    small, large = ("It rained.\n5 died" + blank * size + "in the snow.\n" for size in (SMALL, SMALL * FACTOR))
    base = max(min(seconds(small) for _ in range(3)), 0.002)
    assert min(seconds(large) for _ in range(2)) < base * FACTOR * 3


@pytest.mark.parametrize("unit", UNITS)
def test_hostile_text_leaves_the_next_paragraph_alone(unit: str) -> None:
    text = unit * (SMALL // len(unit)) + "\n\nThe flood killed 14 people."
    assert [(claim.value, claim.counted) for claim in extract(text)][-1] == ("14", "person")


@pytest.mark.parametrize("text", ["Inflation in Spain hit 3.1% in", "In Peru it was 12% and in Chile 14% on", "In Peru 12 died, and 14 at"])
def test_a_text_cut_off_behind_a_preposition_is_read(text: str) -> None:
    assert extract(text)

"""Numbers are read with their exact value however they are written."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading.number_words import may_hold_number
from claimcheck.reading.numerals import find, malformed
from claimcheck.reading.tokens import cut

CORPORA = Path(__file__).parent.parent / "corpora"
ROWS = [(row["value"], wording) for row in json.loads((CORPORA / "numerals.json").read_text("utf-8")) for wording in row["wordings"]]
VAGUE = [
    (row["low"], row["high"], wording)
    for row in json.loads((CORPORA / "vague_numbers.json").read_text("utf-8"))
    for wording in row["wordings"]
]

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
TENS = "zero ten twenty thirty forty fifty sixty seventy eighty ninety".split()
SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"), (100, "hundred"))


def spell(number: int, joint: str) -> str:
    """A number in words, with "and" or nothing after hundreds."""
    if number < 20:
        return SMALL[number]
    if number < 100:
        return TENS[number // 10] + (f"-{SMALL[number % 10]}" if number % 10 else "")
    scale, word = next((s, w) for s, w in SCALES if number >= s)
    head, rest = divmod(number, scale)
    text = f"{spell(head, joint)} {word}"
    return f"{text} {joint if rest < 100 else ''} {spell(rest, joint)}".replace("  ", " ") if rest else text


@pytest.mark.parametrize(("value", "wording"), ROWS)
def test_a_number_is_read_with_its_value(value: str, wording: str) -> None:
    numbers = find(cut(wording))
    assert [number.value for number in numbers] == [Decimal(value)]


@pytest.mark.parametrize(("low", "high", "wording"), VAGUE)
def test_a_vague_number_is_an_interval(low: str, high: str, wording: str) -> None:
    assert [number.value for number in find(cut(wording))] == [(Decimal(low), Decimal(high))]


@pytest.mark.parametrize(
    "text", ["the third man", "a second time", "in the first place", "He won the 21st race", "thousands", "an hour", "a person"]
)
def test_ordinals_and_articles_are_no_numbers(text: str) -> None:
    assert [n for n in find(cut(text)) if n.form != "digits"] == []


@pytest.mark.parametrize("text", ["£135,00", "1,23,4", "12.5.6 per cent", "1,2,3", "6,,500 fans"])
def test_malformed_digits_are_marked_and_never_given_a_value(text: str) -> None:
    assert [number.form for number in find(cut(text))] == ["malformed"]


@pytest.mark.parametrize(
    ("text", "digits"),
    [
        ("It fined him £135,00.", "135,00"),
        ("It fined him $1,2000.", "1,2000"),
        ("It cost £3.5.2m.", "3.5.2"),
        ("1,23,4 people came", "1,23,4"),
        ("up 12.5.6 per cent", "12.5.6"),
        ("the lake holds 12,700,00 litres", "12,700,00"),
        ("a gate of 6,,500 fans", "6,,500"),
        ("a trout of 2,35 kg", "2,35"),
        ("a crowd of 3,00 fans", "3,00"),
        ("Some 1.700.50 euros were lost", "1.700.50"),
    ],
)
def test_slips_in_separators_are_found_for_a_desk_to_see(text: str, digits: str) -> None:
    assert [text[start:stop] for start, stop in malformed(text)] == [digits]


@pytest.mark.parametrize(
    "text", ["1,200,000 users", "version 2.4.1", "rooms 1,2,3 and 4", "on May 5,2024", "12,34,567 rupees", "3.5 per cent", "203.0.113.9"]
)
def test_what_is_well_formed_or_no_number_is_no_slip(text: str) -> None:
    assert malformed(text) == ()


@given(st.integers(0, 10**15 - 1), st.sampled_from(["and", ""]))
def test_numbers_in_words_round_trip(number: int, joint: str) -> None:
    assert [n.value for n in find(cut(spell(number, joint)))] == [number]


@given(st.integers(0, 10**15 - 1))
def test_grouped_digits_round_trip(number: int) -> None:
    assert [n.value for n in find(cut(f"{number:,}"))] == [number]


@given(st.integers(1, 10**6), st.integers(0, 6))
def test_the_step_is_the_place_of_the_last_significant_digit(mantissa: int, zeros: int) -> None:
    written = f"{mantissa * 10**zeros:,}"
    step = find(cut(written))[0].step
    assert step is not None
    assert Decimal(written.replace(",", "")) % step == 0
    assert Decimal(written.replace(",", "")) % (step * 10) != 0


@pytest.mark.parametrize(("value", "wording"), ROWS)
def test_the_cheap_scan_misses_no_number(value: str, wording: str) -> None:
    assert may_hold_number(cut(wording))

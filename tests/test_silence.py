"""Why nothing was said: which pairs count as nearly compared, and the reasons they get."""

from __future__ import annotations

import pytest

from claimcheck import Ledger, References, check, silence, silences


def told(text: str) -> list[tuple[str, str | None, str]]:
    report = check(text, published="2026-02-05", references=References())
    return [(found.first.surface, found.second and found.second.surface, found.reason) for found in silences(report)]


@pytest.mark.parametrize(
    ("text", "first", "second", "reason"),
    [
        ("Torvia closed 146 bridges on Sunday. Lodvik closed 164 bridges on Sunday.", "146 bridges", "164 bridges", "entity"),
        ("The storm killed 120 people. It injured 150 people.", "120 people", "150 people", "deaths against injuries"),
        (
            "The toll of the Torvia quake is about 4,000 dead. The Torvia quake killed 4,100 people.",
            "about 4,000 dead",
            "4,100 people",
            "same figure",
        ),
        (
            "The police said 40,000 people marched in Lodvik on Sunday. Organisers said 90,000 people marched in Lodvik on Sunday.",
            "40,000 people",
            "90,000 people",
            "two accounts, police and Organisers",
        ),
    ],
)
def test_a_pair_that_was_put_aside_gets_its_reason(text: str, first: str, second: str, reason: str) -> None:
    found = [why for one, other, why in told(text) if (one, other) == (first, second)]
    assert len(found) == 1
    assert reason in found[0]


def test_a_change_without_levels_stands_alone() -> None:
    assert [(first, second) for first, second, _ in told("Insurers expect claims to rise 25 percent.")] == [("25 percent", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Nothing is counted here.",
        "The storm felled 2,721 trees. Owners of the 2,271 felled trees will be paid.",
        "Sales rose 25 percent from 400 to 500.",
        "The storm felled 2,721 trees. The 2,721 trees lie on the road.",
        "She is 41 and he is 47.",
    ],
)
def test_what_was_said_or_agrees_or_has_nothing_to_do_with_each_other_is_no_silence(text: str) -> None:
    assert told(text) == []


def test_earlier_figures_put_aside_come_with_a_ledger() -> None:
    with Ledger(":memory:") as ledger:
        past = check("The storm in Lodvik injured 150 people.", published="2026-02-01", document="old", references=References())
        ledger.add(past.claims)
        report = check("The flood in Torvia injured 320 people.", published="2026-02-05", document="new", references=References())
        found = silences(report, ledger)
    assert [each.second.document for each in found if each.second] == ["old"]
    assert "old, 1 February 2026" in silence.text(report, found)


def test_many_figures_take_time_in_proportion() -> None:
    text = " ".join(f"Town {index} closed {1000 + index} bridges." for index in range(400))
    assert len(told(text)) < 400 * 30


def test_the_report_of_a_long_story_stays_short_and_keeps_the_slips() -> None:
    counted = " ".join(f"Lodvik{letter} closed {100 + 7 * number} bridges." for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz"))
    report = check(f"{counted} Torvia closed 1,463 roads. Karst closed 1,643 roads.", published="2026-02-05", references=References())
    lines = silence.text(report, silences(report)).splitlines()
    assert len(lines) <= 17
    assert any("1,463 roads" in line and "1,643 roads" in line for line in lines)
    assert lines[-1].startswith("  and ")


def test_small_numbers_and_far_ones_are_not_nearly_one() -> None:
    assert told("The storm closed 3 schools in Lodvik. It closed 5 schools in Karst. It closed 400 schools in Torvia.") == []

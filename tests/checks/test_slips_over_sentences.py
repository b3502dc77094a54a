"""Slips that run over sentences are heard, and the same words with the right figure are not."""

from __future__ import annotations

import pytest

import claimcheck as cc

PAIRS = [
    (
        "known-whole",
        "Pensions take 118 million euros, hospitals 71 million and schools 58 million. Those three together swallow {} million euros.",
        257,
        247,
    ),
    (
        "known-whole",
        "The plant has 84 cases of fever. Weber County accounts for 39 of the cases, Utah County for 28 and Davis County for {}.",
        27,
        17,
    ),
    (
        "known-whole",
        "Sixty people died in three days. Eighteen people died on Monday. On Tuesday 25 were killed, and on Wednesday {}.",
        27,
        17,
    ),
    (
        "known-whole",
        "Seventeen people died in the riot. {} inmates and three guards were killed.",
        "Fifteen",
        "Fourteen",
    ),
    (
        "ratio",
        "The school had 310 pupils in 2015. It now has 920 pupils, {} as many.",
        "twice",
        "three times",
    ),
    (
        "duration-and-dates",
        "The hall has stood for {} years; it opened in 1918.",
        118,
        108,
    ),
    (
        "duration-and-dates",
        "The ship sailed on 3 January and arrived on 4 February, a voyage of {} days.",
        52,
        32,
    ),
    (
        "magnitude-slip",
        "Repairs to the dam came to $74 million. A leaflet has the repairs at $74 {}.",
        "billion",
        "million",
    ),
    (
        "percent-or-point",
        "Inflation slowed to 3.1% in November from 3.6% in October. The fall of {} percentage points was larger than expected.",
        0.7,
        0.5,
    ),
    (
        "ratio",
        "It will cut 1,500 jobs, or {}% of its workforce of 15,000.",
        5,
        10,
    ),
    (
        "weekday-and-date",
        "The trial opened on {}, January 15, and will last 20 days.",
        "Wednesday",
        "Thursday",
    ),
    (
        "headline-and-body",
        "Trams roll again after {} days\n\nThe 17-day stoppage of the trams ended on Wednesday night.",
        12,
        17,
    ),
]


@pytest.mark.parametrize(("name", "text", "slip", "sound"), PAIRS)
def test_a_slip_is_heard_once_by_its_check_and_its_sound_twin_is_not(name: str, text: str, slip: object, sound: object) -> None:
    assert [finding.check for finding in cc.check(text.format(slip), published="2026-03-12").problems] == [name]
    assert not cc.check(text.format(sound), published="2026-03-12").problems


def test_a_total_of_a_day_without_an_end_stops_no_check() -> None:
    text = "The town was hit by 420 shells since the past week began, an average of 80 a day, the mayor said."
    assert cc.check(text, published="2026-10-01").claims

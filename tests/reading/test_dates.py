"""Times are read with their days however they are written, and figures that are no time stay figures."""

from __future__ import annotations

import calendar
import csv
import re
from datetime import date, timedelta
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.reading.clock import clock
from claimcheck.reading.dates import find, impossible
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.tokens import Tokens, cut

CORPORA = Path(__file__).parent.parent / "corpora"
PUBLISHED = "2026-02-05"
MONTHS = list(calendar.month_name)[1:]
WEEKDAYS = list(calendar.day_name)


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader((CORPORA / name).read_text("utf-8").splitlines()))


def read(text: str, published: str | None = PUBLISHED) -> tuple[Tokens, tuple[DateMention, ...]]:
    tokens = cut(text)
    return tokens, find(tokens, published)


def only(text: str, published: str | None = PUBLISHED) -> DateMention:
    (mention,) = read(text, published)[1]
    return mention


@pytest.mark.parametrize("row", rows("dates.csv"), ids=lambda row: row["text"])
def test_wording_names_its_days(row: dict[str, str]) -> None:
    start, end = row["text"].index("["), row["text"].index("]") - 1
    tokens, mentions = read(row["text"].replace("[", "").replace("]", ""))
    mention = next(m for m in mentions if (tokens.starts[m.first], tokens.ends[m.last - 1]) == (start, end))
    got = (mention.start, mention.end, mention.role, mention.precision, mention.qualifier, mention.kind, mention.value)
    assert got == tuple(row[key] or None for key in ("start", "end", "role", "precision", "qualifier", "kind", "value"))


@pytest.mark.parametrize("row", rows("no_dates.csv"), ids=lambda row: row["text"])
def test_figures_and_names_are_no_dates(row: dict[str, str]) -> None:
    assert [m for m in read(row["text"])[1] if m.kind or m.start] == []


@pytest.mark.parametrize("row", rows("clock_times.csv"), ids=lambda row: row["text"])
def test_times_of_day_are_told_from_figures(row: dict[str, str]) -> None:
    tokens = cut(re.sub(r"[\[\]]", "", row["text"]))
    assert [tokens.surface(*span) for span in clock(tokens)] == re.findall(r"\[(.*?)\]", row["text"])


STYLES = ("{d} {month} {y}", "{month} {d}, {y}", "{weekday}, {month} {d}{th}, {y}", "the {d}{th} of {month} {y}", "{y}-{m:02d}-{d:02d}")


SENTENCES = ("It began on {}.", "{}: it began.", "(On {})")


@given(st.dates(date(1000, 1, 1), date(2100, 12, 31)), st.sampled_from(STYLES), st.sampled_from(SENTENCES))
def test_a_date_is_read_back_in_every_style(day: date, style: str, sentence: str) -> None:
    th = "th" if 11 <= day.day <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    written = style.format(d=day.day, m=day.month, y=day.year, month=MONTHS[day.month - 1], weekday=WEEKDAYS[day.weekday()], th=th)
    mention = only(sentence.format(written))
    assert (mention.value, mention.start, mention.end, mention.kind) == (day.isoformat(), day.isoformat(), day.isoformat(), "date")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(0, 6))
def test_a_weekday_is_the_latest_up_to_publication(published: date, weekday: int) -> None:
    mention = only(f"He said so on {WEEKDAYS[weekday]}.", published.isoformat())
    assert mention.start is not None
    day = date.fromisoformat(mention.start)
    assert day.weekday() == weekday
    assert timedelta(0) <= published - day < timedelta(7)


RELATIVE = ("last week", "this month", "last year", "the past week", "two months ago", "in June", "in the second quarter", "last summer")


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.sampled_from(RELATIVE))
def test_days_come_in_order(published: date, wording: str) -> None:
    mention = only(f"It grew {wording}.", published.isoformat())
    assert mention.start is not None
    assert mention.end is not None
    assert mention.start <= mention.end


def test_without_a_publication_day_relative_times_stay_open() -> None:
    for wording in ("on Monday", "last week", "two years ago", "overnight", "in March", "on October 14"):
        mention = only(f"It fell {wording}.", None)
        assert (mention.start, mention.end, mention.value) == (None, None, None)


def test_a_stated_year_needs_no_publication_day() -> None:
    mention = only("It fell in the first half of 2024.", None)
    assert (mention.start, mention.end, mention.value) == ("2024-01-01", "2024-06-30", "2024")


def test_the_claim_is_the_calendar_words_alone() -> None:
    tokens, (mention,) = read("It was hot in the summer of 2018.")
    assert mention.stated is not None
    assert tokens.surface(*mention.stated) == "2018"


def test_a_weekday_beside_a_date_is_kept() -> None:
    tokens, (mention,) = read("They met on Thursday, October 14, 2021.")
    assert tokens.surface(mention.first, mention.last) == "Thursday, October 14, 2021"
    assert mention.weekday == 3


IMPOSSIBLE = ("They met on 31 June 2024.", "They met on February 29, 2023.", "They met on April 31.", "Log 2023-02-30.")


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_impossible_dates_are_reported(text: str) -> None:
    assert len(impossible(cut(text))) == 1


@pytest.mark.parametrize("text", ["They met on 30 June 2024.", "They met on February 29.", "They met in June."])
def test_possible_dates_are_not(text: str) -> None:
    assert impossible(cut(text)) == ()


def test_what_is_counted_back_starts_from_the_time_named_before() -> None:
    _, (june, earlier) = read("Flour cost $3 in June, less than a year earlier.")
    assert (june.start, earlier.start, earlier.end) == ("2025-06-01", "2024-06-01", "2024-06-30")


def test_a_count_after_a_month_is_no_day_of_it() -> None:
    tokens, (mention,) = read("In March 12 people died.")
    assert tokens.surface(mention.first, mention.last) == "March"
    assert only("On March 12 people gathered.").precision == "day"
    assert only("In March 2014 people gathered.").precision == "month"
    assert only("In May 2009 two trains collided.").start == "2009-05-01"


HOSTILE = ("year ", "2014 ", "the end of ", "May 5 and ", "the first three months of ", "Ha", "\0", "1,9", "10:", "since a ")


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    def seconds(times: int) -> float:
        tokens = cut(unit * times)
        start = process_time()
        find(tokens, PUBLISHED)
        clock(tokens)
        return process_time() - start

    assert min(seconds(16_000) for _ in range(3)) < 6 * min(seconds(4_000) for _ in range(3)) + 0.05


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "2025", "2025-02"])
def test_publication_days_far_away_or_vague_break_nothing(published: str) -> None:
    for wording in ("the weekend", "999 decades ago", "next week", "in the past 24 hours", "in March", "on Monday"):
        read(f"It fell over {wording}.", published)

"""Figures are true for the day their own clause gives, and cover the days it names."""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.model import Period
from claimcheck.reading import dates
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.times import NO_FRAME, Frame, frame, of_quantity
from claimcheck.reading.tokens import Tokens, cut

CORPUS = Path(__file__).parent.parent / "corpora" / "figure_times.csv"
PUBLISHED = "2026-02-05"


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(CORPUS.read_text("utf-8").splitlines()))


def marked(text: str, kind: str = "count") -> tuple[Tokens, Quantity]:
    """The sentence without its brackets, and the figure that stood in them."""
    start, end = text.index("["), text.index("]") - 1
    tokens = cut(text.replace("[", "").replace("]", ""))
    first, last = tokens.starts.index(start), tokens.ends.index(end) + 1
    return tokens, Quantity(first, last, first, last, Decimal(1), None, kind, kind)


def read(
    text: str,
    measure: str | None = None,
    *,
    kind: str = "count",
    published: str | None = PUBLISHED,
    since: str | None = None,
    story: Frame = NO_FRAME,
) -> tuple[Period | None, str | None]:
    tokens, quantity = marked(text, kind)
    return of_quantity(tokens, dates.find(tokens, published), quantity, measure, published, since=since, frame=story)


def told(*sentences: str, event: str | None = None) -> Frame:
    lead = [cut(sentence) for sentence in sentences]
    return frame([(tokens, dates.find(tokens, PUBLISHED)) for tokens in lead], PUBLISHED, event)


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["text"])
def test_a_figure_is_dated_by_its_own_clause(row: dict[str, str]) -> None:
    period, as_of = read(row["text"], row["measure"] or None, kind=row["kind"], since=row["since"] or None)
    days = (period.start or "open", period.end or "open") if period else ("", "")
    assert (*days, as_of) == (row["start"], row["end"], row["as_of"])


def test_figures_of_a_half_are_of_the_stretch_of_months_that_the_story_names() -> None:
    story = told("Profit rose in the six months to December 31, the shipper said.", event="results")
    assert read("Sales were [3] billion euros.", "revenue", kind="money", story=story) == (Period("2025-07-01", "2025-12-31"), "2025-12-31")
    before = read("Sales were 3 billion euros, against [2] billion a year ago.", "revenue", kind="money", story=story)
    assert before == (Period("2024-07-01", "2024-12-31"), "2024-12-31")


def test_days_of_an_uprising_have_their_own_dead() -> None:
    story = told("Security forces shot dead 27 people on Friday.", event="uprising")
    assert read("Troops killed [27] people on Friday.", "deaths", story=story) == (Period("2026-01-30", "2026-01-30"), "2026-01-30")
    assert read("[1,420] people have been killed since the protests began on Friday.", "deaths", story=story)[1] == PUBLISHED


def test_cases_of_this_year_count_from_its_first_day() -> None:
    assert read("The number of cases this year has reached [246].", "infections") == (Period("2026-01-01", PUBLISHED), PUBLISHED)


def test_that_night_is_the_day_named_in_the_sentence_before() -> None:
    first = dates.find(cut("An audit looked at the raid of 15 January."), PUBLISHED)
    assert [mention.start for mention in dates.find(cut("It shot down 113 drones that night."), PUBLISHED, first)] == ["2026-01-15"]
    assert [mention.start for mention in dates.find(cut("It shot down 113 drones that night."), PUBLISHED)] == [None]


def test_figures_of_a_statistics_story_are_of_the_month_it_reports_on() -> None:
    story = told("Jobless rate rises", "Unemployment rose in December, the office said on Thursday.", event="labour market")
    december = Period("2025-12-01", "2025-12-31")
    assert read("The rate is now [7.4] percent.", "unemployment rate", kind="percent", story=story) == (december, "2025-12-31")
    november = Period("2025-11-01", "2025-11-30")
    assert read("It was up from [7.7] percent.", "unemployment rate", kind="percent", story=story) == (november, "2025-11-30")
    assert read("Some [2,500] more than in November were out of work.", None, story=story) == (december, "2025-12-31")


def test_what_was_forecast_is_of_the_month_now_reported_and_current_rates_are_of_the_day() -> None:
    story = told("Unemployment rose in December.", event="labour market")
    assert read("Analysts had expected [7.3] percent.", "unemployment rate", kind="percent", story=story) == (
        Period("2025-12-01", "2025-12-31"),
        PUBLISHED,
    )
    assert read("Its key rate is now [1.25] percent.", "policy rate", kind="percent", story=story) == (None, PUBLISHED)


def test_results_are_held_against_the_same_quarter_of_the_year_before() -> None:
    story = told("Net profit in the fourth quarter was $52 million.", event="results")
    assert read("Revenue grew to $[770] million.", "revenue", kind="money", story=story)[0] == Period("2025-10-01", "2025-12-31")
    assert read("Revenue grew from $[640] million.", "revenue", kind="money", story=story)[0] == Period("2024-10-01", "2024-12-31")


def test_a_strike_story_does_not_lend_its_month_to_a_jobless_rate() -> None:
    story = told("Drivers have been out since March, after talks in January.", event="walkout")
    assert read("Unemployment is [7.4] percent.", "unemployment rate", kind="percent", story=story) == (None, PUBLISHED)


def test_what_happens_on_one_day_is_of_the_day_the_story_tells() -> None:
    story = told("Hostages freed", "Planes flew 35 hostages home on Wednesday.", event="exchange")
    assert read("The other side received [32].", "released", story=story) == (Period("2026-02-04", "2026-02-04"), "2026-02-04")
    since = Period("2023-10-01", None)
    assert read("It brought to [540] the number freed so far.", "released", since="2023-10", story=story) == (since, PUBLISHED)


def test_a_budget_is_of_the_year_it_is_made_for_and_is_told_today() -> None:
    story = told("Budget passes", "The budget for 2027 foresees spending of 90 billion.", event="budget")
    year = Period("2027-01-01", "2027-12-31")
    assert read("That is [2.9] percent of output.", "deficit", kind="percent", story=story) == (year, PUBLISHED)


def test_the_month_of_a_story_holds_for_what_is_counted_by_day_elsewhere() -> None:
    story = told("Drones of a month", "They launched 5,400 drones in January, the air force said on Wednesday.")
    assert read("It shot down [4,400].", "intercepted", story=story) == (Period("2026-01-01", "2026-01-31"), "2026-01-31")


def test_without_a_publication_day_only_stated_days_are_known() -> None:
    assert read("Some [12] people died.", "deaths", published=None) == (None, None)
    assert read("Some [12] people died on Monday.", "deaths", published=None) == (None, None)
    assert read("Some [12] people died on March 17, 2023.", "deaths", published=None) == (None, "2023-03-17")


@given(st.dates(date(2026, 3, 1), date(2099, 12, 31)), st.sampled_from(rows()))
def test_nothing_told_is_true_after_its_telling(published: date, row: dict[str, str]) -> None:
    _, as_of = read(row["text"], row["measure"] or None, kind=row["kind"], published=published.isoformat())
    assert as_of is not None
    assert as_of <= published.isoformat()


def test_a_megabyte_of_figures_and_days_is_read_in_linear_time() -> None:
    tokens, quantity = marked("[5] people died on Monday and " + "7 died on May 5 and " * 20_000)
    mentions = dates.find(tokens, PUBLISHED)
    for _ in range(2_000):
        of_quantity(tokens, mentions, quantity, "deaths", PUBLISHED, since="2023-10")

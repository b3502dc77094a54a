"""ISO dates of reduced precision, as users and front matter write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from claimcheck import InputError, days


@pytest.mark.parametrize(
    ("given", "iso"),
    [
        (None, None),
        ("2026", "2026"),
        ("2026-02", "2026-02"),
        ("2026-02-05", "2026-02-05"),
        (" 2026-02-05\n", "2026-02-05"),
        ("2026-02-05T10:30:00Z", "2026-02-05"),
        ("2026-02-05 10:30", "2026-02-05"),
        (date(2026, 2, 5), "2026-02-05"),
        (datetime(2026, 2, 5, 23, 59), "2026-02-05"),
    ],
)
def test_a_day_keeps_the_precision_it_is_written_with(given: date | str | None, iso: str | None) -> None:
    assert days.iso(given) == iso


@pytest.mark.parametrize(
    "given",
    [
        "",
        "today",
        "2026-13-45",
        "2025-02-29",
        "0000",
        "20260205",
        "2026-W06-4",
        "2026-2-5",
        "2026-02-05x",
        "5/2/2026",
        "２０２６",
        "9" * 10**6,
    ],
)
def test_what_is_no_date_is_said_in_one_sentence(given: str) -> None:
    with pytest.raises(InputError, match=r"is not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD\.$") as error:
        days.iso(given)
    assert len(str(error.value)) < 120


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-07", date(2024, 2, 7), date(2024, 2, 7)),
    ],
)
def test_a_date_holds_all_its_days(text: str, first: date, last: date) -> None:
    assert (days.first_day(text), days.last_day(text)) == (first, last)


@pytest.mark.parametrize(
    ("a", "b", "expected"), [("2025", "2025-06", True), ("2025-06", "2025-06-30", True), ("2025-06", "2025-07-01", False)]
)
def test_dates_overlap_where_they_share_a_day(a: str, b: str, expected: bool) -> None:
    assert days.overlaps(a, b) is days.overlaps(b, a) is expected

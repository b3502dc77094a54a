"""Days of the calendar: the unit of time that holds a day, and moving by such units. Gregorian, years 1000 to 2200.

A `Stretch` is the days a wording names. Weeks begin on Monday (ISO 8601); seasons are the meteorological ones of the northern
hemisphere (World Meteorological Organization: spring begins on 1 March).
"""

from __future__ import annotations

from datetime import date, timedelta

from claimcheck.reading.frozen import frozen

EARLIEST, LATEST = date(1000, 1, 1), date(2199, 12, 31)
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}


@frozen
class Stretch:
    """The first and last day named (None: unknown or open), and how precisely ("day", "month", "quarter" ...)."""

    start: date | None
    end: date | None
    precision: str


def month_index(day: date) -> int:
    """Months since year 0, to count with."""
    return day.year * 12 + day.month - 1


def months(index: int, size: int, precision: str) -> Stretch:
    """The `size` months from month number `index` on, unknown where they leave the calendar."""
    if not month_index(EARLIEST) <= index <= month_index(LATEST) + 1 - size:
        return Stretch(None, None, precision)
    following = index + size
    return Stretch(date(index // 12, index % 12 + 1, 1), date(following // 12, following % 12 + 1, 1) - timedelta(1), precision)


def around(day: date, unit: str) -> Stretch:
    """The day, week, weekend, month, quarter, half, year, decade or century that holds a day; a weekend is that of the day's week.

    >>> around(date(2026, 2, 5), "quarter").end
    datetime.date(2026, 3, 31)
    """
    if unit in _MONTHS:
        size = _MONTHS[unit]
        index = month_index(day)
        return months(index - index % size, size, unit)
    if unit in ("week", "weekend"):
        monday = day - timedelta(day.weekday())
        return Stretch(monday + timedelta(5 if unit == "weekend" else 0), monday + timedelta(6), unit)
    return Stretch(day, day, "day")


def shift(day: date, unit: str, amount: float) -> date | None:
    """The day `amount` units later; the last day of the month where the month is too short; None outside the calendar.

    >>> shift(date(2026, 3, 31), "month", -1)
    datetime.date(2026, 2, 28)
    """
    if unit in _MONTHS:
        month = months(month_index(day) + round(_MONTHS[unit] * amount), 1, "month")
        return month.end and month.end.replace(day=min(day.day, month.end.day))
    ordinal = day.toordinal() + (round(_DAYS[unit] * amount) if unit in _DAYS else int(amount / 24 if unit == "hour" else 0))
    return date.fromordinal(ordinal) if EARLIEST.toordinal() <= ordinal <= LATEST.toordinal() else None


def neighbour(day: date, unit: str, amount: int) -> Stretch:
    """The unit that lies `amount` units after the one around a day: -1 is last month, 1 next month."""
    moved = shift(day, unit, amount)
    return around(moved, unit) if moved else Stretch(None, None, unit)


def season(year: int, first_month: int) -> Stretch:
    """The three months of a season that begins in `first_month` of that year."""
    return months(year * 12 + first_month - 1, 3, "season")


def within(stretch: Stretch, unit: str, number: int, count: int = 1) -> Stretch:
    """Units number..number+count-1 of a stretch, counted from 1, or from its end where the number is negative.

    >>> within(around(date(2024, 5, 1), "year"), "quarter", 3).start
    datetime.date(2024, 7, 1)
    """
    precision = unit if count == 1 else "range"
    if stretch.start is None or stretch.end is None:
        return Stretch(None, None, precision)
    if number < 0:
        start, end = shift(stretch.end + timedelta(1), unit, -count), stretch.end
    else:
        start, after = shift(stretch.start, unit, number - 1), shift(stretch.start, unit, number - 1 + count)
        end = after - timedelta(1) if after else stretch.end
    if start is None or not stretch.start <= start <= end <= stretch.end:
        return Stretch(None, None, precision)
    return Stretch(start, end, precision)

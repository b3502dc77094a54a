"""How figures and days are put to a reporter."""

from __future__ import annotations

from decimal import Context, Decimal

from claimcheck import days
from claimcheck.model import Claim, Period, Row

_ENDLESS, _FOUR_DIGITS = 20, Context(prec=4)
"""Characters beyond which a fraction is one that a division gave, and the digits of it that are shown."""
_POWERS = {"2": "square ", "3": "cubic "}
_IRREGULAR = {"foot": "feet", "inch": "inches", "century": "centuries", "percent": "percent", "dimensionless": ""}
_ALIKE = ("s", "hertz", "lux", "kelvin", "ppm", "ppb", "ppt", "horsepower")


def day(text: str | None) -> str:
    """An ISO date of any precision as a desk writes it.

    >>> day("2014-03-18"), day("2025-02"), day("2025"), day(None)
    ('18 March 2014', 'February 2025', '2025', 'an unknown day')
    """
    if text is None:
        return "an unknown day"
    start = days.first_day(text)
    if len(text) == 4:
        return text
    month = days.MONTHS[start.month - 1]
    return f"{month} {start.year}" if len(text) == 7 else f"{start.day} {month} {start.year}"


def months(period: Period | None) -> str | None:
    """Whole months that a figure covers, a quarter by its number; None for other stretches and for a single month.

    >>> months(Period("2026-01", "2026-03")), months(Period("2025-11", "2026-01")), months(Period("2026-03", "2026-03"))
    ('Q1 2026', 'November 2025 to January 2026', None)
    """
    if period is None or not period.start or not period.end or period.start == period.end:
        return None
    if len(period.start) != len("2026-01") or len(period.end) != len("2026-01"):
        return None
    year, first_month, last_month = period.start[:4], int(period.start[5:]), int(period.end[5:])
    if year == period.end[:4] and first_month % 3 == 1 and last_month == first_month + 2:
        return f"Q{last_month // 3} {year}"
    first = day(period.start)
    return f"{first.split()[0] if year == period.end[:4] else first} to {day(period.end)}"


def day_of(row: Row) -> str:
    """The day of a reference row, or the quarter or months that it covers."""
    return months(row.period) or day(row.as_of)


def on_record(row: Row) -> str:
    """What a reference row says, of whom and when, and who says it: "exports of Elmland: 320 EUR as of 2023 (Statistics Office)".

    >>> on_record(Row("t.csv", 2, "Elmland", "sales", "count", "320", "count", "2026-03", None, None, period=Period("2026-01", "2026-03")))
    'sales of Elmland: 320 for Q1 2026 (t.csv)'
    """
    return f"{row.measure} of {row.entity or row.event or row.place}: {row_value(row)}{when(row)} ({row.source or row.table})"


def when(row: Row) -> str:
    """For which day or months a reference row holds, as the end of what is said of it."""
    covered = months(row.period)
    return f" for {covered}" if covered else f" as of {day(row.as_of)}" if row.as_of else ", undated"


def number(value: str | tuple[str, str]) -> str:
    """A decimal string with thousands separators; a range with "to"; a fraction without an end (one in six) to four digits.

    >>> number("62000"), number(("30000", "50000")), number("0.196"), number("0.1666666666666666666666666667")
    ('62,000', '30,000 to 50,000', '0.196', '0.1667')
    """
    if not isinstance(value, str):
        return " to ".join(number(end) for end in value)
    stated = Decimal(value)
    if abs(stated) < 1 and len(value) > _ENDLESS:
        stated = _FOUR_DIGITS.plus(stated)
    return f"{stated:,f}" if abs(stated) >= 1000 else f"{stated:f}"


def with_unit(value: str | tuple[str, str], unit: str | None) -> str:
    """A number with its unit in words, from the unit's canonical name; years and dates, which have no unit, as they are.

    >>> with_unit("365", "kilometer ** 2"), with_unit("1", "mile"), with_unit("300", "kilometer / hour"), with_unit("3.5", "USD / barrel")
    ('365 square kilometers', '1 mile', '300 kilometers per hour', '3.5 USD per barrel')
    """
    if unit is None:
        return value if isinstance(value, str) else " to ".join(value)
    if unit == "count":
        return number(value)
    first, *others = unit.split(" / ")
    words = [_unit(first, singular=value == "1"), *(_unit(other, singular=True) for other in others)]
    return f"{number(value)} {' per '.join(words)}"


def _unit(name: str, singular: bool) -> str:
    base, _, power = name.partition(" ** ")
    scale, _, degree = base.replace("_", " ").partition(" ")
    if not singular:
        base = f"{_plural(scale)} {degree}".rstrip() if scale == "degree" else _plural(base.replace("_", " "))
    return _POWERS.get(power, "") + base.replace("_", " ")


def _plural(words: str) -> str:
    *before, word = words.split(" ")
    alike = word in _IRREGULAR or word.isupper() or word.endswith(_ALIKE)
    return " ".join([*before, _IRREGULAR.get(word, word) if alike else word + "s"])


def percent(fraction: str) -> str:
    """A relative change as a signed percentage with one decimal.

    >>> percent("0.1956"), percent("-0.2")
    ('+19.6%', '-20.0%')
    """
    return f"{Decimal(fraction) * 100:+.1f}%"


def points(difference: str) -> str:
    """A difference of two percentages in percentage points.

    >>> points("1.60"), points("-1")
    ('+1.6 percentage points', '-1 percentage point')
    """
    stated = Decimal(difference).normalize()
    return f"{stated:+f} percentage point{'' if abs(stated) == 1 else 's'}"


def _short(value: str) -> str:
    """A computed number without the digits that a conversion leaves behind: whole from 100 on, else with two decimals at most."""
    stated = Decimal(value)
    place = Decimal(1) if abs(stated) >= 100 else Decimal("0.01")
    return value if stated == stated.quantize(place) else f"{stated.quantize(place):f}"


def change(absolute: str | None, relative: str | None, unit: str | None = None) -> str:
    """The size of a change: in numbers and per cent, of percentages in points; empty where neither is known.

    >>> change("9000", "0.1956"), change("0.9", "0.0672", "percent"), change("5212.135", None), change(None, "-0.1667")
    ('+9,000, +19.6%', '+0.9 percentage points', '+5,212', '-16.7%')
    """
    if absolute is not None and unit == "percent":
        return points(absolute)
    sign = "+" if absolute is not None and Decimal(absolute) > 0 else ""
    stated = None if absolute is None else sign + number(_short(absolute))
    return ", ".join(part for part in (stated, None if relative is None else percent(relative)) if part)


def speaker(claim: Claim) -> str:
    """Who says a claim: its source, else its outlet, else its document."""
    if claim.attribution is not None:
        return claim.attribution.source
    return claim.outlet or claim.document or "an earlier article"


def row_value(row: Row) -> str:
    """The figure or date of a reference row."""
    if row.kind == "date":
        return day(row.value if isinstance(row.value, str) else row.value[0])
    return number(row.value) if row.unit is None else with_unit(row.value, row.unit)

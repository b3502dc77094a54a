"""Times of day as an article writes them: "9.30 a.m.", "14:05", "noon"."""

from __future__ import annotations

import re
from decimal import Decimal

CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b(?! ?[ap]\.?m)|\b(noon|midnight)\b", re.IGNORECASE
)
HOUR, HALF_DAY, FULL_DAY = 60, 12 * 60, 24 * 60
"""Minutes."""


def minutes(time: re.Match[str]) -> int:
    """Minutes since midnight of a time of day.

    >>> [minutes(time) for time in CLOCK.finditer("from 9.30 a.m. to noon, and again from 14:05")]
    [570, 720, 845]
    """
    if time[6]:
        return FULL_DAY // 2 if time[6].lower() == "noon" else 0
    if time[4]:
        return int(time[4]) * HOUR + int(time[5])
    return (int(time[1]) % 12 + (12 if time[3].lower() == "p" else 0)) * HOUR + int(time[2] or 0)


def misses(start: re.Match[str], end: re.Match[str], stated: Decimal, apart: int) -> Decimal:
    """By how many minutes a length misses the time between two times of day, on whatever day the second one is.

    Where neither names its half of the day, "from 11:30 to 1:30" may be two hours or 14.

    >>> start, end = CLOCK.finditer("from 11:30 to 1:30")
    >>> [misses(start, end, Decimal(hours * 60), 840) for hours in (2, 14, 5)]
    [Decimal('0'), Decimal('0'), Decimal('180')]
    """
    either = all(time[4] and int(time[4]) * HOUR <= HALF_DAY for time in (start, end))
    turn = HALF_DAY if either else FULL_DAY
    off = abs(stated - apart) % turn
    return min(off, turn - off)

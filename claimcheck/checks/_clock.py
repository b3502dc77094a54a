"""Times of day as an article writes them: "9.30 a.m.", "14:05", "noon"."""

from __future__ import annotations

import re

CLOCK = re.compile(
    r"\b(\d{1,2})(?:[:.](\d\d))? ?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):([0-5]\d)\b(?! ?[ap]\.?m)|\b(noon|midnight)\b", re.IGNORECASE
)
HOUR, FULL_DAY = 60, 24 * 60
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

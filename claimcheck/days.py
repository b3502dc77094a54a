"""ISO 8601 dates of reduced precision ("2025", "2025-02", "2025-02-10") as strings, and the days they hold."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from functools import lru_cache

from claimcheck.errors import InputError

MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
"""The English names, whatever the language of the machine; weeks begin on Monday."""

_FIRST_PAPER, _NO_PAPER = 1605, 9000
"""Years of the first newspaper, and from which on a date is a mark for no end."""
_WRITTEN = re.compile(r"([0-9]{4}(?:-[0-9]{2}){0,2})(?:[Tt ].*)?")


def iso(day: date | str | None) -> str | None:
    """The ISO string of a date, a datetime or a string such as "2025", "2025-02" or "2025-02-10"; None stays None.

    >>> iso(date(2026, 2, 5))
    '2026-02-05'

    Raises InputError for anything else.
    """
    return None if day is None else _written_day(day.isoformat() if isinstance(day, date) else str(day).strip())


def of_print(day: date | str | None) -> str | None:
    """The ISO string of the day a text was published, None for a day on which no newspaper was or will be out.

    The first came out in 1605 (Relation, Strasbourg); "0001-01-01" is what software writes for no date.

    >>> of_print("2026-02"), of_print("0001-01-01")
    ('2026-02', None)

    Raises InputError for what is no date.
    """
    written = iso(day)
    return written if written is not None and _FIRST_PAPER <= int(written[:4]) < _NO_PAPER else None


@lru_cache(maxsize=8192)
def _written_day(text: str) -> str:
    """The day that a text begins with."""
    written = _WRITTEN.fullmatch(text)
    if written is None:
        raise _no_date(text)
    first_day(written[1])
    return written[1]


@lru_cache(maxsize=8192)
def first_day(text: str) -> date:
    """The first day an ISO date of any precision holds.

    >>> first_day("2025-02")
    datetime.date(2025, 2, 1)
    """
    try:
        return date.fromisoformat((text + "-01-01")[:10] if len(text) in (4, 7) else text)
    except ValueError:
        raise _no_date(text) from None


@lru_cache(maxsize=8192)
def last_day(text: str) -> date:
    """The last day an ISO date of any precision holds.

    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    start = first_day(text)
    if len(text) == 4:
        return date(start.year, 12, 31)
    if len(text) == 7:
        return date(start.year, start.month, monthrange(start.year, start.month)[1])
    return start


def overlaps(a: str, b: str) -> bool:
    """Whether two ISO dates of any precision share a day.

    >>> overlaps("2025-02", "2025-02-10"), overlaps("2025", "2024-12-31")
    (True, False)
    """
    return first_day(a) <= last_day(b) and first_day(b) <= last_day(a)


def _no_date(text: str) -> InputError:
    return InputError(f"{text[:40]!r} is not a date; write it as YYYY, YYYY-MM or YYYY-MM-DD.")

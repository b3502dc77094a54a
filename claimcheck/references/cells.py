"""One cell of a table at a time: text, number, range or date, as people and programs write them in tables.

Everything a cell may be (text, number, date, None, NaN) goes in, strings of the model come out; a cell that cannot be read without guessing
raises Unreadable, whose text says why.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isnan
from typing import Literal

MISSING = frozenset({"", "na", "n/a", "n.a.", "nan", "nat", "none", "null", "-", "–", "—", ".", "..", "...", "#n/a"})
"""What tables write, in any case of letters, where a figure or a date is not known. In a column of names "NA" is a name."""

Order = Literal["day first", "month first"] | None
"""How a column writes dates with slashes; None where the column does not tell."""

_SIGN = r"[-+−]?"
_NUMBER = re.compile(_SIGN + r"(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d{1,2})?")
_GROUPED = re.compile(_SIGN + r"\d{1,3}(?P<mark>[, \u00a0\u2009\u202f'’])\d{3}(?:(?P=mark)\d{3})*(?:\.\d+)?")
_MARKS = str.maketrans({"−": "-"} | dict.fromkeys("+, \u00a0\u2009\u202f'’"))
_DECIMAL_COMMA = re.compile(_SIGN + r"[\d.]*,(?:\d{1,2}|\d{4,})")
_CONTINENTAL = re.compile(_SIGN + r"(?:\d+|[1-9]\d{0,2}(?:[. \u00a0\u202f]\d{3})+)(?:,(?:\d{1,2}|\d{4,}))?")
_NO_POINTS = str.maketrans({",": "."} | dict.fromkeys(". \u00a0\u202f"))
_WITH_UNIT = re.compile(r"(?:[$£€¥] ?[\d.,]+|[A-Z]{2,3} ?[\d.,]+|[\d.,]+ ?(?:[$£€¥]|[^\W\d_]{1,12}(?:/[^\W\d_]{1,8})?))")
_RANGE = re.compile(r"(?P<low>[-−]?[\d.,]+)\s*(?:[-–—]|\bto\b)\s*(?P<high>[-−]?[\d.,]+)")
_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:[T ]\d{1,2}:\d{2}.{0,30})?")
_ISO_MONTH = re.compile(r"\d{4}-\d{2}")
_SLASHES = re.compile(r"(?P<first>\d{1,2})/(?P<second>\d{1,2})/(?P<year>\d{4})(?:[T ]\d{1,2}:\d{2}.{0,30})?")
_DAY_FORMATS = ("%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y", "%Y/%m/%d", "%d.%m.%Y", "%B %d %Y", "%A, %d %B %Y", "%A, %B %d, %Y")
_MONTH_FORMATS = ("%B %Y", "%b %Y", "%b-%Y", "%Y/%m", "%m.%Y")
_POINTS = re.compile(r"\d{1,3}(?:\.\d{3})*")
_QUARTER = re.compile(r"(?i)(?P<year>\d{4})[ -]?Q(?P<one>[1-4])|Q(?P<other>[1-4])[ /-]?(?P<later>\d{4})")
_LONGEST = 60


class Unreadable(ValueError):
    """A cell that does not hold what its column promises; the text says why, as the end of a sentence about the cell."""


class Useless(Unreadable):
    """A cell that is well written and of no use: its row is left out with a note, and is no mistake of the table."""


def text(cell: object) -> str:
    """A cell as text without white space around it; "" for None and NaN.

    >>> text(" Peru "), text(float("nan")), text(None), text(2019)
    ('Peru', '', '', '2019')
    """
    if isinstance(cell, str):
        return cell.strip()
    if cell is None or (isinstance(cell, float) and isnan(cell)):
        return ""
    if isinstance(cell, date):
        return _of_date(cell)
    if isinstance(cell, float):
        return _of_float(cell)
    return str(cell).strip()


def missing(cell: str) -> bool:
    """Whether a cell of figures or dates says that nothing is known.

    >>> missing("n/a"), missing("–"), missing("0")
    (True, True, False)
    """
    return len(cell) < 5 and cell.lower() in MISSING


def number(cell: str) -> str:
    """A number as a decimal string, with the digits of the cell and without its thousands separators.

    >>> number("1,234,567"), number("51.90"), number("−3"), number("1.5e3")
    ('1234567', '51.90', '-3', '1500')

    Raises Unreadable for anything else, for a decimal comma (12,5) and for a formula.
    """
    if len(cell) > _LONGEST:
        raise Unreadable("is too long for a number")
    if cell.isascii() and cell.isdecimal():
        return cell.lstrip("0") or "0"
    if cell.startswith("="):
        raise Unreadable("is a formula; save its result in the table")
    if _NUMBER.fullmatch(cell) or _GROUPED.fullmatch(cell):
        return format(Decimal(cell.translate(_MARKS)), "f")
    if decimal_comma(cell):
        raise Unreadable("has a decimal comma; write the decimals after a point")
    raise Unreadable("is no number")


def decimal_comma(cell: str) -> bool:
    """Whether a number is written with a comma that cannot stand between thousands.

    >>> decimal_comma("12,5"), decimal_comma("1,250")
    (True, False)
    """
    return len(cell) <= _LONGEST and _DECIMAL_COMMA.fullmatch(cell) is not None


def all_continental(column: Sequence[object]) -> bool:
    """Whether all figures of a column can be numbers with decimal commas and points between thousands, and no comma stands for thousands.

    >>> all_continental(["12,5", "1.250,75", "4"]), all_continental(["29.700", "n/a"]), all_continental(["1,5", "1,250"])
    (True, True, False)
    """
    texts = [cell for cell in map(text, column) if not missing(cell)]
    return all(len(cell) <= _LONGEST and _CONTINENTAL.fullmatch(cell) for cell in texts)


def with_point(cell: str) -> str:
    """A number with a decimal comma as one with a point, and without marks between thousands.

    >>> with_point("1.250,75"), with_point("12,5"), with_point("4.000")
    ('1250.75', '12.5', '4000')
    """
    return cell if missing(cell) else cell.translate(_NO_POINTS)


def is_thousand(cell: str) -> bool:
    """Whether a number may be one of thousands with points between them, or is too small to have any.

    >>> is_thousand("29.700"), is_thousand("412"), is_thousand("29.7"), is_thousand("1889")
    (True, True, False, False)
    """
    return len(cell) <= _LONGEST and _POINTS.fullmatch(cell) is not None


def holds_unit(cell: str) -> bool:
    """Whether a number stands with a unit or a currency in one cell.

    >>> holds_unit("100 EUR"), holds_unit("$90"), holds_unit("2014-03-18"), holds_unit("18 March 2014"), holds_unit("55%")
    (True, True, False, False, False)
    """
    return len(cell) <= _LONGEST and _WITH_UNIT.fullmatch(cell) is not None and not _is_scientific(cell)


def _is_scientific(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def figure(cell: str) -> str | tuple[str, str]:
    """A number or a range, low end first.

    >>> figure("42"), figure("30-50"), figure("1,200 to 1,500")
    ('42', ('30', '50'), ('1200', '1500'))

    Raises Unreadable for anything else and for a range that falls.
    """
    try:
        return number(cell)
    except Unreadable:
        ends = _RANGE.fullmatch(cell) if len(cell) <= _LONGEST else None
        if ends is None:
            raise
    low, high = number(ends["low"]), number(ends["high"])
    if Decimal(low) > Decimal(high):
        raise Unreadable("is a range whose first end is the higher one")
    return low, high


def is_day(cell: str) -> bool:
    """Whether a cell is written as a calendar day or month in ISO 8601, with or without a time of day.

    >>> is_day("2014-03-18"), is_day("2014-03"), is_day("2014"), is_day("1990-92")
    (True, True, False, False)
    """
    return "-" in cell and ((len(cell) >= 10 and _ISO_DAY.fullmatch(cell) is not None) or _is_month(cell))


def day(cell: str, order: Order = None) -> str:
    """A date of any precision as ISO 8601: year, month or day; a time of day is dropped, and of a quarter the last month is taken.

    >>> day("18 March 2014"), day("2014"), day("Aug 2008"), day("03/04/2021", "day first"), day("2026-Q1")
    ('2014-03-18', '2014', '2008-08', '2021-04-03', '2026-03')

    Raises Unreadable for anything else, for years before 1000 and for slashes where neither the date nor the column tells day from month.
    """
    if len(cell) > _LONGEST:
        raise Unreadable("is too long for a date")
    if _is_month(cell):
        return cell
    if is_day(cell):
        return _real_day(cell[:10])
    if len(cell) == 4 and cell.isascii() and cell.isdecimal() and cell != "0000":
        return cell
    if len(cell) == 8 and cell.isascii() and cell.isdecimal():
        return _real_day(f"{cell[:4]}-{cell[4:6]}-{cell[6:]}")
    if cell[:1] in "-−" and cell[1:].isdecimal():
        raise Useless("is a year before 1, and no figure of today is about it")
    if len(cell) < 4 and cell.isascii() and cell.isdecimal():
        raise Useless("would be a year before 1000 (years are written in four digits), and no figure of today is about it")
    months = quarter(cell)
    if months is not None:
        return months[1]
    slashes = _SLASHES.fullmatch(cell)
    if slashes:
        return _with_slashes(slashes, order)
    return _spelled(cell)


def quarter(cell: str) -> tuple[str, str] | None:
    """The first and the last month of a quarter, None for any other cell.

    >>> quarter("2026-Q1"), quarter("Q3 2025"), quarter("2026")
    (('2026-01', '2026-03'), ('2025-07', '2025-09'), None)
    """
    found = _QUARTER.fullmatch(cell) if len(cell) < _LONGEST else None
    if found is None:
        return None
    year, number = found["year"] or found["later"], int(found["one"] or found["other"])
    return f"{year}-{3 * number - 2:02}", f"{year}-{3 * number:02}"


def order_of_slashes(cells: list[str]) -> Order:
    """How a column writes its dates with slashes, told by the days above 12; None where it does not tell or contradicts itself.

    >>> order_of_slashes(["03/04/2021", "25/04/2021"]), order_of_slashes(["03/04/2021"])
    ('day first', None)
    """
    found = [match for match in map(_SLASHES.fullmatch, cells) if match]
    day_first = any(int(match["first"]) > 12 for match in found)
    month_first = any(int(match["second"]) > 12 for match in found)
    if day_first == month_first:
        return None
    return "day first" if day_first else "month first"


def _is_month(cell: str) -> bool:
    return len(cell) == 7 and _ISO_MONTH.fullmatch(cell) is not None and "01" <= cell[5:] <= "12" and cell[:4] != "0000"


def _of_date(cell: date) -> str:
    return cell.isoformat(" ") if isinstance(cell, datetime) and (cell.hour or cell.minute) else cell.isoformat()[:10]


def _of_float(cell: float) -> str:
    return str(int(cell)) if cell.is_integer() and abs(cell) < 1e15 else repr(cell)


def _real_day(cell: str) -> str:
    try:
        return date.fromisoformat(cell).isoformat()
    except ValueError:
        raise Unreadable("is no day of the calendar") from None


def _with_slashes(found: re.Match[str], order: Order) -> str:
    first, second = int(found["first"]), int(found["second"])
    if order is None and first <= 12 and second <= 12 and first != second:
        raise Unreadable("may be read day first or month first; write dates as YYYY-MM-DD")
    swapped = order == "month first" or second > 12
    month, day_of_month = (first, second) if swapped else (second, first)
    return _real_day(f"{found['year']}-{month:02}-{day_of_month:02}")


def _spelled(cell: str) -> str:
    for formats, length in ((_DAY_FORMATS, 10), (_MONTH_FORMATS, 7)):
        for form in formats:
            try:
                return datetime.strptime(cell, form).date().isoformat()[:length]
            except ValueError:
                continue
    raise Unreadable("is no date; write dates as YYYY-MM-DD")

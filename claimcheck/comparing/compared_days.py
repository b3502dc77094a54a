"""The two days of a change: the one it leads to, and the one it is compared with ("31 percent more than in 2023", "since March")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from claimcheck import days
from claimcheck.comparing.row_days import usual_gap
from claimcheck.model import Claim, Row

_STAMP = rf"(?:(?P<month>{'|'.join(days.MONTHS)})(?:,? (?P<its_year>(?:19|20)\d\d))?|(?P<year>(?:19|20)\d\d))(?!\d|[,-]\d)"
_COMPARED = r"(?:compared (?:with|to)|versus|against|than|from|since|over|up on|down on|on)"
_BASE = re.compile(rf"\b{_COMPARED} (?:in |that of |the level of )?{_STAMP}")
_BETWEEN = re.compile(rf"\bbetween {_STAMP} and ")
_EARLIER = re.compile(
    r"\b(?:a year (?:earlier|ago|before)|the (?:previous|prior|preceding) year|the year before|year[ -]on[ -]year|last year's)\b"
)
_STATED = re.compile(rf"\b(?:in|by|for|of|at the end of|to|and) {_STAMP}")
_OVERDUE = 2


def compared_rows(claim: Claim, dated: Sequence[Row]) -> tuple[Row, Row, bool] | None:
    """The rows of the later and the earlier day of a change, None where a row is missing; and whether the sentence names the earlier day.

    Where it names none ("rose 31 percent in 2024"), the row before is most likely meant.
    """
    base = _BASE.search(claim.sentence) or _BETWEEN.search(claim.sentence)
    earlier = _EARLIER.search(claim.sentence)
    new = _new(claim, dated, base)
    if new is None or new.as_of is None:
        return None
    if base is not None:
        old = _at(dated, _stamp(base, new.as_of))
    elif earlier is not None:
        old = _at(dated, f"{int(new.as_of[:4]) - 1:04}{new.as_of[4:7]}")
    else:
        old = next((row for row in reversed(dated) if str(row.as_of) < str(new.as_of)), None)
    if old is None or str(old.as_of) >= new.as_of:
        return None
    return new, old, base is not None or earlier is not None


def latest(claim: Claim, dated: Sequence[Row]) -> Row | None:
    """The newest row up to the day a claim was said, if none is overdue."""
    said = claim.said_on
    known = [row for row in dated if said is None or days.first_day(str(row.as_of)) <= days.last_day(said)]
    gap = usual_gap(dated) if dated else None
    if not known or gap is None:
        return None
    if said is not None and (days.first_day(said) - days.last_day(str(known[-1].as_of))).days > gap * _OVERDUE:
        return None
    return known[-1]


def stated_or_latest(claim: Claim, dated: Sequence[Row]) -> Row | None:
    """The row of the one day that a sentence names before a figure ("5,210 in 2023, the most since 2019"), else the latest."""
    before = claim.sentence[: max(0, claim.span[0] - claim.sentence_span[0])]
    stamps = {_stamp(found, claim.said_on) for found in _STATED.finditer(before)}
    if len(stamps) > 1:
        return None
    return _at(dated, next(iter(stamps))) if stamps else latest(claim, dated)


def _new(claim: Claim, dated: Sequence[Row], base: re.Match[str] | None) -> Row | None:
    """The row of the day that the sentence names beside the one it compares with, else the latest."""
    stated = [found for found in _STATED.finditer(claim.sentence) if base is None or not base.start() <= found.start() < base.end()]
    stamps = {_stamp(found, claim.said_on) for found in stated if base is None or found.start() != base.start()}
    if len(stamps) > 1:
        return None
    return _at(dated, next(iter(stamps))) if stamps else latest(claim, dated)


def _stamp(found: re.Match[str], near: str | None) -> str | None:
    """The ISO month or year of a match; a month without a year is the last one up to the day `near`."""
    if found["year"]:
        return found["year"]
    month = days.MONTHS.index(found["month"]) + 1
    year = found["its_year"]
    if not year and near:
        last = days.last_day(near)
        year = str(last.year if date(last.year, month, 1) <= last else last.year - 1)
    return f"{year}-{month:02}" if year else None


def _at(dated: Sequence[Row], stamp: str | None) -> Row | None:
    """The row of a month or year, None where there is none or several."""
    found = [row for row in dated if stamp and days.overlaps(str(row.as_of), stamp)]
    return found[0] if len(found) == 1 else None

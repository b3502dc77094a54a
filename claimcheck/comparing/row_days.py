"""Which rows of a series speak for the day or the period of a figure."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from claimcheck import days
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.stretches import stretch
from claimcheck.comparing.time import course, span
from claimcheck.model import Claim, Row

NEXT_DAYS = 3
"""Days between a figure and its publication in which a daily table may already show the next ones."""

_SETTLED = 365
"""Days after which the toll of an event with a single row no longer grows. A convention of this project."""

_LASTING = 2 * 365
"""Days for which a count that stays (the seats of a house) is taken to stay. A convention of this project."""

_BETWEEN_MEETINGS = 62
"""Days for which what a central bank sets anew every few weeks is taken to stay. A convention of this project."""

_SERIES = 5
_CORRECTIONS = Decimal("0.02")
"""The rows a running total has at least, and how many of them may fall because an earlier one was corrected."""

_ASIDE = re.compile(r", (?!(?:in|by|at|on|during|as|of|since|until|from) )[a-z]+ [^,]*?\b((?:1[5-9]|20)\d\d),[^,]*$")
"""What tells a year of the subject, and not of the figure: "the firm, founded in 1903, employs"."""

_YEAR, _MONTH, _DAY = len("2025"), len("2025-06"), len("2025-06-30")
_DECEMBER, _HALF_A_YEAR = "-12", 183
_YEAR_TO = re.compile(
    rf"\b(?:year|12 months|twelve months) (?:to|through|ended|ending)(?: in)? (?:{'|'.join(days.MONTHS)})\b", re.IGNORECASE
)
_NEAR_START = 62
"""Days within which "since the start" may begin before or after the first row of a running total."""


def without_aside(claim: Claim) -> Claim:
    """The claim as of the day it is said, where its year is told of the subject in an aside.

    >>> import claimcheck as cc
    >>> without_aside(cc.extract("The firm, founded in 1903, has 412 workers.", published="2025-02-03")[-1]).as_of
    '2025-02-03'
    """
    found = _ASIDE.search(claim.sentence, 0, max(0, claim.number_span[0] - claim.sentence_span[0]))
    if found is None or claim.as_of != found[1] or claim.said_on is None:
        return claim
    return evolve(claim, as_of=claim.said_on, period=None)


def speaks_for_day(claim: Claim, row: Row) -> bool:
    """Whether a row alone may speak for a claim's day: it has none, or is of that day or the last few before it."""
    return row.as_of is None or bool(rows_near(claim, [row]))


def ended_by(claim: Claim, row: Row) -> bool:
    """Whether a row is of a day before the claim's, and the claim of none that the text names."""
    return row.as_of is not None and claim.said_on is not None and claim.as_of in (None, claim.said_on) and row.as_of <= claim.said_on


def rows_near(claim: Claim, dated: Sequence[Row]) -> list[Row]:
    """The rows that speak for the claim's day, the likeliest first: those of it, then the last one before it, then the next days."""
    day = claim.as_of or (claim.period.end if claim.period else None) or claim.said_on
    if day is None:
        return []
    stamps = [str(row.as_of) for row in dated]
    first, last = bisect_left(stamps, day), bisect_right(stamps, day + "~")
    exact = [row for row in dated[max(0, first - 2) : last] if days.overlaps(str(row.as_of), day)]
    gap = usual_gap(dated)
    daily = gap is not None and gap <= NEXT_DAYS
    if exact and not daily:
        return exact
    begin, end = days.first_day(day), days.last_day(day)
    lag = [row for row in dated[max(0, first - NEXT_DAYS) : first] if 0 < (begin - days.last_day(str(row.as_of))).days <= NEXT_DAYS]
    after = [row for row in dated[last : last + NEXT_DAYS] if 0 < (days.first_day(str(row.as_of)) - end).days <= NEXT_DAYS]
    if exact or lag:
        return [*reversed(exact), *reversed(lag), *(after if daily else ())]
    if gap is None and _counted_later(claim, dated[0], (days.first_day(str(dated[0].as_of)) - end).days):
        return list(dated)
    last_known = dated[first - 1] if first else None
    return [last_known] if last_known and _still_speaks(claim, last_known, gap, (begin - days.last_day(str(last_known.as_of))).days) else []


def revision(claim: Claim, row: Row, near: Sequence[Row]) -> Row | None:
    """The version of a row that was the last one published when a claim was said, where the row is an earlier one of the same day.

    Sources revise what they have published; without the days of publication two rows are two figures of equal rank.
    """
    said = claim.said_on
    versions = [
        other
        for other in near
        if other.recorded_at and row.recorded_at and said and other.as_of == row.as_of and other.source == row.source
        if row.recorded_at < other.recorded_at and other.recorded_at[: len(said)] <= said
    ]
    last = max(versions, key=lambda other: str(other.recorded_at), default=None)
    return last if last is not None and last.value != row.value else None


def _still_speaks(claim: Claim, row: Row, gap: int | None, age: int) -> bool:
    """Whether the newest row before a day speaks for it: none is overdue, the quantity does not change, or the toll is long settled.

    The row of an event speaks on later days only where the text names its year.
    """
    if gap is not None and age <= gap + max(NEXT_DAYS, gap // 2):
        return True
    if row.event is not None and str(row.as_of)[:4] not in claim.sentence:
        return False
    if gap is None and age <= _decided_for(row):
        return True
    moves = course(claim, claim)
    if moves == "fixed" and claim.kind == "count" and str(row.as_of)[:4] not in claim.sentence:
        return age <= _LASTING
    return moves == "fixed" or (moves == "grows" and gap is None and age > _SETTLED)


def _decided_for(row: Row) -> int:
    """Days for which a figure that somebody sets is taken to stay: a bank's rate until its next meetings, a tax or a wage a year."""
    if cues("set at meetings").search(row.measure):
        return _BETWEEN_MEETINGS
    return _SETTLED if cues("set by decision").search(row.measure) else 0


def _counted_later(claim: Claim, row: Row, later: int) -> bool:
    """Whether a row is the final count of what the text tells of a past day: the dead of a storm, counted months after it."""
    past = claim.said_on is not None and str(row.as_of) < claim.said_on
    return past and 0 < later <= _SETTLED and course(claim, claim) == "grows"


def is_soon_after(claim: Claim, row: Row) -> bool:
    """Whether a row is of the two years that begin with a claim's day: the refugees of a revolt, counted when it was over."""
    if row.as_of is None or claim.as_of is None:
        return False
    return 0 <= (days.last_day(row.as_of) - days.first_day(claim.as_of)).days <= _LASTING


def is_within_days(claim: Claim, row: Row) -> bool:
    """Whether a figure is of a row's day, or of one of the few around it; of a month or year it must be itself."""
    if row.as_of is None or claim.as_of is None:
        return False
    one, other = sorted((row.as_of, claim.as_of), key=days.first_day)
    near = NEXT_DAYS if len(one) == len(other) == _DAY else 0
    return (days.first_day(other) - days.last_day(one)).days <= near


def is_of_another_month(claim: Claim, row: Row) -> bool:
    """Whether a row and a claim are each of a whole month, and not of the same: inflation in July says nothing of that in August."""
    one, other = str(claim.as_of), str(row.as_of)
    return _ends_month(one) and _ends_month(other) and one[:_MONTH] != other[:_MONTH]


def is_of_a_year_of_its_own(claim: Claim, row: Row) -> bool:
    """Whether a figure is of twelve months that end within a year, and the row of a year of the calendar: "in the year to June"."""
    if row.as_of is None or len(row.as_of) != _YEAR or claim.as_of is None or len(claim.as_of) < _MONTH:
        return False
    covered = span(claim.period) if claim.period is not None else None
    told = covered > _HALF_A_YEAR if covered is not None else _YEAR_TO.search(claim.sentence) is not None
    return told and claim.as_of[_YEAR:_MONTH] != _DECEMBER


def _ends_month(day: str) -> bool:
    return len(day) >= _MONTH and str(days.last_day(day)) == str(days.last_day(day[:_MONTH]))


def days_old(claim: Claim, row: Row) -> int:
    """Days from a row to the day of a claim, 0 where one holds the other."""
    day = claim.as_of or claim.said_on or str(row.as_of)
    return max(0, (days.first_day(day) - days.last_day(str(row.as_of))).days)


def usual_gap(dated: Sequence[Row]) -> int | None:
    """The usual days between two rows, None for a single one."""
    first, last = days.first_day(str(dated[0].as_of)), days.first_day(str(dated[-1].as_of))
    count = len({row.as_of for row in dated}) - 1
    return (last - first).days // count if count else None


def covers_several(claim: Claim, dated: Sequence[Row]) -> bool:
    """Whether a count is of a period that holds several rows of a table which is no running total, or of a part of a running total."""
    if claim.kind == "count" and stretch(claim) is not None:
        return True
    period = claim.period
    if claim.kind != "count" or course(claim, claim) == "level" or period is None or period.start is None or len(dated) < 2:
        return False
    if running_total(dated):
        if cues("total").search(claim.sentence) and period.start == period.end:
            return False
        return (days.first_day(period.start) - days.first_day(str(dated[0].as_of))).days > _NEAR_START
    end = period.end or claim.said_on or period.start
    stamps = [str(row.as_of) for row in dated]
    return len(set(stamps[bisect_left(stamps, period.start) : bisect_right(stamps, end + "~")])) > 1


def running_total(dated: Sequence[Row]) -> bool:
    """Whether the figures of a longer series rise, a few corrections apart; a table may say so itself."""
    if dated and dated[0].course is not None:
        return dated[0].course == "total"
    figures = [Decimal(row.value) for row in dated if isinstance(row.value, str) and row.kind == "count"]
    falls, rises = sum(a > b for a, b in pairwise(figures)), sum(a < b for a, b in pairwise(figures))
    return len(figures) >= _SERIES and falls <= len(figures) * _CORRECTIONS and rises * 2 >= len(figures) - 1

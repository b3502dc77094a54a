"""What the series of a reference row says of a figure that it speaks of: borne out, out of date, contradicted, or nothing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from attrs import frozen

from claimcheck import days, intervals
from claimcheck.comparing.figures import named
from claimcheck.comparing.stretches import stretch
from claimcheck.comparing.time import course
from claimcheck.comparing.wordings import cues
from claimcheck.model import Claim, Interval, Row
from claimcheck.reading import units

UNDATED = Decimal("0.02")
"""How far a figure may lie from a row without a day: it speaks for some day, and most statistics move less than this in a year. A
convention of this project."""
_NEXT_DAYS = 3
"""Days between a figure and its publication in which a daily table may already show the next ones."""
_APART = Decimal(20)
"""How many times one figure may be the other before they are rather two quantities than two figures. A convention of this project."""
_SLIPS = (Decimal(1000), Decimal("0.001"), Decimal(1_000_000), Decimal("0.000001"))
_FACTOR = Decimal("1.5")
"""How many times one figure may be the other where their size is to show that they are figures for one thing."""
_SMALL = 100
"""Counts below this are exact where no hedge stands by them. A convention of this project."""
_SETTLED = 365
"""Days after which the toll of an event with a single row no longer grows. A convention of this project."""
_LASTING = 2 * 365
"""Days for which a count that stays (the seats of a house) is taken to stay. A convention of this project."""
_SERIES = 5
_CORRECTIONS = Decimal("0.02")
"""The rows a running total has at least, and how many of them may fall because an earlier one was corrected."""
_NEAR_START = 62
"""Days within which "since the start" may begin before or after the first row of a running total."""
_FOUR_DECIMALS = Decimal("0.0001")


@frozen
class Verdict:
    """What a series of rows says of a figure: supported, rounding, outdated, contradicted, or None; the rows it rests on, and why.

    The first row is the one that decides. Of an outdated figure the last one is the row that bore it out.
    """

    verdict: str | None
    reason: str
    rows: tuple[Row, ...] = ()


def judge(claim: Claim, row: Row, series: Sequence[Row], sure: bool = True) -> Verdict:
    """What the series of a row (its rows in the order of their days) says of a claim that speaks of it.

    A figure is held against the rows near its day. It is outdated where only an earlier row agrees and the text does not name that
    earlier day. Contradicted is said only where no row near that time agrees, the figure cannot be a part of the row's, and `sure` is set
    (see claimcheck.comparing.rows.Match).
    """
    dated = [other for other in series if other.as_of]
    if not dated:
        return _judge_undated(claim, series or [row], sure)
    near = _near(claim, dated)
    if near and near[0].course == "flow" and sum(other.as_of == near[0].as_of for other in near) > 1:
        return Verdict(None, "several rows of one day add up")
    for other in near:
        standing = agreement(claim, other)
        if standing is not None:
            return Verdict(standing, f"{other.value} in {other.table}, as of {other.as_of}", (other,))
    if _covers_several(claim, dated):
        return Verdict(None, "the figure covers several rows of the table, or a part of its running total")
    return _judge_past(claim, row, dated, near, sure)


def difference(claim: Claim, row: Row) -> tuple[str | None, str | None]:
    """How far a figure lies from a row's: in the row's unit, and as a fraction of the row's figure; None where either is a range or a date.

    Both are decimal strings, rounded to four decimals.
    """
    if row.kind == "date" or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return None, None
    stated, given = Decimal(claim.value), Decimal(row.value)
    if claim.unit != row.unit and not is_bare(claim):
        if claim.unit is None or row.unit is None or units.kind_of(claim.unit) != units.kind_of(row.unit):
            return None, None
        stated = units.convert(stated, claim.unit, row.unit)
    relative = (stated - given) / abs(given) if given else None
    return _decimals(stated - given), None if relative is None else _decimals(relative)


def is_bare(claim: Claim) -> bool:
    """Whether a figure stands without unit or noun ("GDP was 23,450,000,000"): it may be of any unit."""
    return claim.kind == "count" and claim.counted is None


@lru_cache(maxsize=4096)
def interval(row: Row, bare: bool = False) -> Interval | None:
    """The row's figure in its kind's base unit, None for a date; for a bare number in the row's own.

    A figure whose row calls it approximate is as wide as a reporter's "about".
    """
    if row.kind == "date":
        return None
    low, high = (Decimal(end) for end in (row.value if isinstance(row.value, tuple) else (row.value, row.value)))
    if row.precision in ("approx", "approximate", "about"):
        low, high = (low - intervals.about(low, intervals.place_value(low)), high + intervals.about(high, intervals.place_value(high)))
    if bare or row.unit in (None, "count"):
        return Interval(str(low), str(high), "count")
    ends = (units.base_value(low, str(row.unit)), units.base_value(high, str(row.unit)))
    return Interval(str(ends[0][0]), str(ends[1][0]), ends[0][1])


# ------------------------------------------------------------------------------------------------ time


def _judge_undated(claim: Claim, rows: Sequence[Row], sure: bool) -> Verdict:
    for row in rows:
        standing = agreement(claim, row)
        if standing is not None:
            return Verdict(standing, f"{row.value} in {row.table}, without a day", (row,))
    if any(_holds(claim, row) for row in rows):
        return Verdict(None, "it holds, but says too little to be borne out")
    if not (sure and _comparable(claim, rows[0])) and not _of_one_size(claim, rows[0]):
        return Verdict(None, "not sure enough to contradict")
    return Verdict("contradicted", f"{rows[0].value} in {rows[0].table}, without a day", (rows[0],))


def _comparable(claim: Claim, row: Row) -> bool:
    """Whether two figures are of a size at all, or apart by a slip of the scale word (million for billion)."""
    _, relative = difference(claim, row)
    if relative is None:
        return True
    times = 1 + Decimal(relative)
    return 1 / _APART < times < _APART or any(1 / _FACTOR < times / slip < _FACTOR for slip in _SLIPS)


def _of_one_size(claim: Claim, row: Row) -> bool:
    """Whether two figures are so near in size that they are two figures for one thing."""
    _, relative = difference(claim, row)
    return relative is not None and 1 / _FACTOR < 1 + Decimal(relative) < _FACTOR


def _judge_past(claim: Claim, row: Row, dated: Sequence[Row], near: Sequence[Row], sure: bool) -> Verdict:
    """The verdict on a figure that no row near its day bears out; the events of one place follow one another, none outdates another."""
    named = claim.as_of is not None and claim.as_of != claim.said_on
    first = str(near[-1].as_of) if near else claim.as_of or claim.said_on
    earlier = [other for other in dated if first and str(other.as_of) < first and agreement(claim, other)]
    if earlier and not near:
        last = earlier[-1]
        return Verdict(agreement(claim, last), f"{last.value} in {last.table}, as of {last.as_of}, the latest on record", (last,))
    if earlier and not named and sure and row.event is None:
        return Verdict("outdated", f"true of {earlier[-1].as_of}, but {near[0].value} by {near[0].as_of}", (near[0], earlier[-1]))
    if not near:
        return Verdict(None, f"the table has no row near {claim.as_of or claim.said_on}")
    if not named and any(agreement(claim, other) for other in dated):
        return Verdict(None, "the figure of another day")
    if any(_holds(claim, other) for other in near):
        return Verdict(None, "it holds, but says too little to be borne out")
    likely = _of_one_size if usual_gap(dated) is None and _age(claim, near[0]) > _NEXT_DAYS else _comparable
    if not sure or not likely(claim, near[0]):
        return Verdict(None, "not sure enough to contradict")
    if _may_be_part(claim, near[0], dated):
        return Verdict(None, "a smaller count may be a part of the table's")
    return Verdict("contradicted", f"{near[0].value} in {near[0].table}, as of {near[0].as_of}", (near[0],))


def speaks_for_day(claim: Claim, row: Row) -> bool:
    """Whether a row alone may speak for a claim's day: it has none, or is of that day or the last few before it."""
    return row.as_of is None or bool(_near(claim, [row]))


def _near(claim: Claim, dated: Sequence[Row]) -> list[Row]:
    """The rows that speak for the claim's day, the likeliest first: those of it, then the last one before it, then the next days."""
    day = claim.as_of or (claim.period.end if claim.period else None) or claim.said_on
    if day is None:
        return []
    stamps = [str(row.as_of) for row in dated]
    first, last = bisect_left(stamps, day), bisect_right(stamps, day + "~")
    exact = [row for row in dated[max(0, first - 2) : last] if days.overlaps(str(row.as_of), day)]
    gap = usual_gap(dated)
    daily = gap is not None and gap <= _NEXT_DAYS
    if exact and not daily:
        return exact
    begin, end = days.first_day(day), days.last_day(day)
    lag = [row for row in dated[max(0, first - _NEXT_DAYS) : first] if 0 < (begin - days.last_day(str(row.as_of))).days <= _NEXT_DAYS]
    after = [row for row in dated[last : last + _NEXT_DAYS] if 0 < (days.first_day(str(row.as_of)) - end).days <= _NEXT_DAYS]
    if exact or lag:
        return [*reversed(exact), *reversed(lag), *(after if daily else ())]
    if gap is None and _counted_later(claim, dated[0], (days.first_day(str(dated[0].as_of)) - end).days):
        return list(dated)
    last_known = dated[first - 1] if first else None
    return [last_known] if last_known and _still_speaks(claim, last_known, gap, (begin - days.last_day(str(last_known.as_of))).days) else []


def _still_speaks(claim: Claim, row: Row, gap: int | None, age: int) -> bool:
    """Whether the newest row before a day speaks for it: none is overdue, the quantity does not change, or the toll is long settled.

    The row of an event speaks on later days only where the text names its year.
    """
    if gap is not None and age <= gap + max(_NEXT_DAYS, gap // 2):
        return True
    if row.event is not None and str(row.as_of)[:4] not in claim.sentence:
        return False
    moves = course(claim, claim)
    if moves == "fixed" and claim.kind == "count" and str(row.as_of)[:4] not in claim.sentence:
        return age <= _LASTING
    return moves == "fixed" or (moves == "grows" and gap is None and age > _SETTLED)


def _counted_later(claim: Claim, row: Row, later: int) -> bool:
    """Whether a row is the final count of what the text tells of a past day: the dead of a storm, counted months after it."""
    past = claim.said_on is not None and str(row.as_of) < claim.said_on
    return past and 0 < later <= _SETTLED and course(claim, claim) == "grows"


def _age(claim: Claim, row: Row) -> int:
    """Days from a row to the day of a claim, 0 where one holds the other."""
    day = claim.as_of or claim.said_on or str(row.as_of)
    return max(0, (days.first_day(day) - days.last_day(str(row.as_of))).days)


def usual_gap(dated: Sequence[Row]) -> int | None:
    """The usual days between two rows, None for a single one."""
    first, last = days.first_day(str(dated[0].as_of)), days.first_day(str(dated[-1].as_of))
    count = len({row.as_of for row in dated}) - 1
    return (last - first).days // count if count else None


def _covers_several(claim: Claim, dated: Sequence[Row]) -> bool:
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


def _may_be_part(claim: Claim, row: Row, dated: Sequence[Row]) -> bool:
    """Whether a count below the row's may be a part of it or an earlier state of it: some of the dead, the losses of one day."""
    given, stated = interval(row, is_bare(claim)), claim.bounds
    if claim.kind != "count" or given is None or stated is None or given.low is None:
        return False
    if stated.high is None or Decimal(stated.high) >= Decimal(given.low):
        return False
    return (row.event is not None or running_total(dated) or course(claim, claim) == "grows") and not cues("total").search(claim.sentence)


# ------------------------------------------------------------------------------------------------ figures


def agreement(claim: Claim, row: Row) -> str | None:
    """supported or rounding where the figures agree, else None. A hedged figure in another unit than the row's agrees by its hedge."""
    stated, given = _named(claim), interval(row, is_bare(claim))
    if stated is None or given is None:
        return None
    if _equal(claim, row) or (claim.qualifier in ("exact", "at_least", "more_than", "at_most", "less_than") and _agree(stated, given)):
        return "supported"
    if _agree(stated, given):
        value = _exact(claim) if claim.unit == row.unit else None
        return "supported" if value is not None and intervals.agree(value, given) else "rounding"
    return "rounding" if not row.as_of and _close(stated, given) else None


def _named(claim: Claim) -> Interval | None:
    """The values a claim names; a count below a hundred is exact: nobody rounds 32 members to 30 without a word that says so."""
    if claim.qualifier == "exact" and _is_small(claim):
        return Interval(str(claim.value), str(claim.value), "count")
    return named(claim)


def _is_small(claim: Claim) -> bool:
    return claim.kind == "count" and claim.unit == "count" and isinstance(claim.value, str) and abs(Decimal(claim.value)) < _SMALL


def _holds(claim: Claim, row: Row) -> bool:
    """Whether the figure is true of the row in strict logic: "at least 5" of 2,977."""
    given = interval(row, is_bare(claim))
    stated = _named(claim) if _is_small(claim) and claim.qualifier == "exact" else claim.bounds
    return stated is not None and given is not None and _agree(stated, given)


def _agree(stated: Interval, given: Interval) -> bool:
    return stated.unit == given.unit and intervals.agree(stated, given)


def _equal(claim: Claim, row: Row) -> bool:
    if not isinstance(claim.value, str) or not isinstance(row.value, str):
        return claim.value == row.value
    return (claim.unit == row.unit or is_bare(claim)) and Decimal(claim.value) == Decimal(row.value)


def _exact(claim: Claim) -> Interval | None:
    """The interval of the claim's digits without its hedge."""
    if not isinstance(claim.value, str) or claim.bounds is None:
        return None
    value = Decimal(claim.value)
    low, high, _, _ = intervals.of_value(value, None if _is_small(claim) else intervals.place_value(value), "exact")
    if low is None or high is None:
        return None
    if claim.unit is None or claim.bounds.unit == claim.unit:
        return Interval(str(low), str(high), claim.bounds.unit)
    ends = (units.base_value(low, claim.unit)[0], units.base_value(high, claim.unit)[0])
    return Interval(str(ends[0]), str(ends[1]), claim.bounds.unit)


def _close(stated: Interval, given: Interval) -> bool:
    """Whether a figure lies within the tolerance for rows without a day."""
    ends = [Decimal(end) for end in (stated.low, stated.high) if end is not None]
    middle = [Decimal(end) for end in (given.low, given.high) if end is not None]
    if stated.unit != given.unit or not ends or not middle:
        return False
    return any(abs(end - middle[0]) <= abs(middle[0]) * UNDATED for end in ends)


def _decimals(number: Decimal) -> str:
    return format(number.quantize(_FOUR_DECIMALS).normalize(), "f")

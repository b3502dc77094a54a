"""What the series of a reference row says of a figure that it speaks of: borne out, out of date, contradicted, or nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import frozen

from claimcheck import days
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.row_days import (
    NEXT_DAYS,
    covers_several,
    days_old,
    is_of_another_month,
    revision,
    rows_near,
    running_total,
    usual_gap,
)
from claimcheck.comparing.row_figures import agreement, comparable, holds, interval, is_bare, of_one_size
from claimcheck.comparing.time import course
from claimcheck.model import Claim, Row

_NAMES = "|".join([*days.MONTHS, *(month[:3] for month in days.MONTHS), *days.WEEKDAYS])
TIME = re.compile(rf"\b(?:{_NAMES}|(?:19|20)\d\d|(?:quarter|half|month|week|year)s?|then|ago|earlier)\b")
"""What names a time in a sentence; without one, a month is only the one that such a statistic usually tells of."""


_YEAR = 365
"""Days."""


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
    near = rows_near(claim, dated)
    if near and near[0].course == "flow" and sum(other.as_of == near[0].as_of for other in near) > 1:
        return Verdict(None, "several rows of one day add up")
    for other in near:
        standing = agreement(claim, other)
        revised = standing and revision(claim, other, near)
        if revised:
            return Verdict("outdated", f"{other.value} was revised to {revised.value} on {revised.recorded_at}", (revised, other))
        if standing is not None:
            return Verdict(standing, f"{other.value} in {other.table}, as of {other.as_of}", (other,))
    if covers_several(claim, dated):
        return Verdict(None, "the figure covers several rows of the table, or a part of its running total")
    return _judge_past(claim, row, dated, near, sure)


def _judge_undated(claim: Claim, rows: Sequence[Row], sure: bool) -> Verdict:
    for row in rows:
        standing = agreement(claim, row)
        if standing is not None:
            return Verdict(standing, f"{row.value} in {row.table}, without a day", (row,))
    if any(holds(claim, row) for row in rows):
        return Verdict(None, "it holds, but says too little to be borne out")
    if not (sure and comparable(claim, rows[0])) and not of_one_size(claim, rows[0]):
        return Verdict(None, "not sure enough to contradict")
    return Verdict("contradicted", f"{rows[0].value} in {rows[0].table}, without a day", (rows[0],))


def _judge_past(claim: Claim, row: Row, dated: Sequence[Row], near: Sequence[Row], sure: bool) -> Verdict:
    """The verdict on a figure that no row near its day bears out; the events of one place follow one another, none outdates another."""
    named = claim.as_of not in (None, claim.said_on) and TIME.search(claim.sentence) is not None
    first = str(near[-1].as_of) if near else claim.as_of or claim.said_on
    earlier = [other for other in dated if first and str(other.as_of) < first and agreement(claim, other)]
    if earlier and not near:
        last = earlier[-1]
        return Verdict(agreement(claim, last), f"{last.value} in {last.table}, as of {last.as_of}, the latest on record", (last,))
    if earlier and not named and cues("back then").search(claim.sentence):
        return Verdict(None, "the sentence tells of an earlier day")
    if earlier and not named and sure and row.event is None:
        return Verdict("outdated", f"true of {earlier[-1].as_of}, but {near[0].value} by {near[0].as_of}", (near[0], earlier[-1]))
    if not near:
        return Verdict(None, f"the table has no row near {claim.as_of or claim.said_on}")
    if not named and any(agreement(claim, other) for other in dated):
        return Verdict(None, "the figure of another day")
    if any(holds(claim, other) for other in near):
        return Verdict(None, "it holds, but says too little to be borne out")
    if is_of_another_month(claim, near[0]):
        return Verdict(None, "the statistic of another month")
    likely = of_one_size if usual_gap(dated) is None and days_old(claim, near[0]) > NEXT_DAYS else comparable
    if not sure or not likely(claim, near[0]):
        return Verdict(None, "not sure enough to contradict")
    if _may_be_part(claim, near[0], dated):
        return Verdict(None, "a smaller count may be a part of the table's")
    if _may_have_grown(claim, near[0]):
        return Verdict(None, "a higher count may be the later one")
    return Verdict("contradicted", f"{near[0].value} in {near[0].table}, as of {near[0].as_of}", (near[0],))


def _may_have_grown(claim: Claim, row: Row) -> bool:
    """Whether a count above the row's is of a later day, and of what people do or suffer, which adds up (the freed, the dead)."""
    given, stated = interval(row, is_bare(claim)), claim.bounds
    if claim.kind != "count" or given is None or stated is None or given.high is None or stated.low is None:
        return False
    later = row.as_of is not None and (days_old(claim, row) > NEXT_DAYS or _is_told_months_later(claim, row))
    return later and course(claim, claim) in ("grows", "flow") and Decimal(stated.low) > Decimal(given.high)


def _is_told_months_later(claim: Claim, row: Row) -> bool:
    """Whether a text of the year from a row on tells the figure of a day before it, which may be the day it all began."""
    if claim.said_on is None or claim.as_of is None or days.first_day(str(row.as_of)) <= days.last_day(claim.as_of):
        return False
    return NEXT_DAYS < (days.first_day(claim.said_on) - days.last_day(str(row.as_of))).days < _YEAR


def _may_be_part(claim: Claim, row: Row, dated: Sequence[Row]) -> bool:
    """Whether a count below the row's may be a part of it or an earlier state of it: some of the dead, the losses of one day."""
    given, stated = interval(row, is_bare(claim)), claim.bounds
    if claim.kind != "count" or given is None or stated is None or given.low is None:
        return False
    if stated.high is None or Decimal(stated.high) >= Decimal(given.low):
        return False
    moves = course(claim, claim)
    adds_up = row.event is not None or running_total(dated) or moves == "grows" or (moves == "flow" and usual_gap(dated) is None)
    return adds_up and not cues("total").search(claim.sentence)

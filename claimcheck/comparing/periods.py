"""The tests of which days a figure covers, and from which day a lapse of time counts."""

from __future__ import annotations

import re
from decimal import Decimal

from claimcheck import days
from claimcheck.comparing.answers import Answer
from claimcheck.comparing.events import event_types, of_sort
from claimcheck.comparing.facts import fact
from claimcheck.comparing.time import course, covers, running, span, when
from claimcheck.model import Claim, Period
from claimcheck.reading.units import convert

_SINCE = re.compile(r"\bsince (?:the|last|mid|early|late|\w+day|\d|[A-Z])")
_WEEK, _MONTH, _QUARTER, _YEAR = 6, 31, 92, 366
"""Days: up to a month a closed period is a stay of its own (a night, a week), and two of them are two counts unless one holds the other."""
_NEAR_STARTS, _SHARE = 62, 6
"""Days between two "since", or the share (a sixth) of the time gone by: speakers date the begin of one war by its first protest, by its
first deaths, or by the year."""

_LAPSES = ("elapsed", "duration")
_DAY_SECONDS = Decimal(86400)


_NO_LAPSES = Answer("since", "unknown", "no two lapses of time, or both are of one day")


def since(a: Claim, b: Claim) -> Answer:
    """Two lapses of time ("41 years ago", "in two months") are of one beginning if they count from one day, give or take their unit."""
    if a.kind != "duration" or b.kind != "duration" or "elapsed" not in (a.measure, b.measure) or when(a, b) in ("same", "unknown"):
        return _NO_LAPSES
    one, other = _begin(a), _begin(b)
    if one is None or other is None or not {a.measure, b.measure} <= {*_LAPSES, None}:
        return Answer("since", "unknown", "from which day they count is not known")
    near = abs(one[0] - other[0]) <= max(one[1], other[1])
    return Answer("since", "agree" if near else "clash", f"{a.surface!r} and {b.surface!r} count from {'one day' if near else 'two days'}")


@fact
def _begin(claim: Claim) -> tuple[Decimal, Decimal] | None:
    """The day from which a lapse counts, as a number, and how many days its unit leaves open."""
    if claim.as_of is None or claim.unit is None or not isinstance(claim.value, str):
        return None
    unit = convert(Decimal(1), claim.unit, "second") / _DAY_SECONDS
    return days.last_day(claim.as_of).toordinal() - Decimal(claim.value) * unit, unit


def period(a: Claim, b: Claim) -> Answer:
    """The same days; two counts since one day belong together, two months do not. A flow without a period is one of its day."""
    moves = course(a, b)
    one, other = _covered(a, moves), _covered(b, moves)
    if one is None or other is None or one.start is None or other.start is None:
        alone = a if one is not None and other is None else b if other is not None and one is None else None
        stretch = _of_its_own(alone) if alone is not None and moves == "grows" else None
        return Answer("period", *(("clash", f"only one is of {stretch}") if stretch else ("unknown", "the period is not said of both")))
    if one == other:
        return Answer("period", "agree", f"both {_spoken(one)}")
    months = _whole_months(one) or _whole_months(other)
    if one.start == other.start and not months:
        return Answer("period", "agree", f"both since {one.start}")
    if months or _short(one) or _short(other):
        held = covers(one, other) or covers(other, one)
        verdict = "entail" if held and not months and _short(one) and _short(other) else "part" if held and moves == "flow" else "clash"
        return Answer("period", verdict, f"{_spoken(one)} and {_spoken(other)}")
    apart = abs((days.first_day(one.start) - days.first_day(other.start)).days)
    near = apart <= max(_NEAR_STARTS, _elapsed(a, one) // _SHARE, _elapsed(b, other) // _SHARE)
    return Answer("period", "agree" if near else "clash", f"since {one.start} and since {other.start}")


def _elapsed(claim: Claim, covered: Period) -> int:
    """The days from the beginning of a count to its day."""
    return (days.last_day(claim.as_of) - days.first_day(str(covered.start))).days if claim.as_of else 0


def _covered(claim: Claim, moves: str) -> Period | None:
    """The days a figure covers: counts that flow are of their day unless told; that another count was made on a day limits nothing."""
    told, day = claim.period, claim.as_of
    if moves == "flow":
        return told or (Period(day, day) if day and claim.kind == "count" and not running(claim) else None)
    return None if told is not None and day and told.start == told.end == day else told


@fact
def _of_its_own(claim: Claim) -> str | None:
    """The closed stretch that a count is limited to, where it is none since an event: a week, a past year of what lasts for years."""
    stretch = claim.period
    if stretch is None or stretch.end is None or not _WEEK <= (span(stretch) or 0) <= _YEAR or _SINCE.search(claim.sentence):
        return None
    told = claim.as_of is not None and days.last_day(claim.as_of) == days.last_day(stretch.end)
    lasting = not event_types(claim.event) & of_sort("disaster")
    past_year = (span(stretch) or 0) <= _QUARTER or (lasting and _whole_months(stretch) and stretch.end < (claim.said_on or ""))
    return _spoken(stretch) if told and past_year and stretch.end != claim.said_on else None


def _spoken(covered: Period) -> str:
    return str(covered.start) if covered.start == covered.end else f"{covered.start} to {covered.end or 'now'}"


def _whole_months(covered: Period) -> bool:
    if covered.start is None or covered.end is None or (span(covered) or 0) > _YEAR:
        return False
    return days.first_day(covered.start).day == 1 and days.last_day(covered.end[:7]) == days.last_day(covered.end)


def _short(covered: Period) -> bool:
    length = span(covered)
    return length is not None and length <= _MONTH

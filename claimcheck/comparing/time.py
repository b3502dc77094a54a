"""Time in comparing: how a quantity moves, and which of two figures is the later one."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck import days
from claimcheck.comparing.answers import cue
from claimcheck.comparing.events import event_types, of_sort, recurs
from claimcheck.comparing.facts import fact, fact_of_two
from claimcheck.comparing.statistic import statistic
from claimcheck.model import Claim, Period
from claimcheck.vocabulary import table

_LONG = 92
"""Days from which a period is no longer a count of one stretch but of a war or an epidemic."""
_PERFECT = re.compile(
    r"(?:\b(?:has|have|had)|['’]ve)(?: now| already| also| reportedly)?(?: been)? [“\"‘]?(?:\w+ed|lost|left|hurt|shot|fallen|risen|taken)\b"
)
"""The perfect tense ("have been killed") tells a total so far, the past ("killed") one incident."""
_SINCE_NAME = re.compile(r"\bsince (?:\w+day|[A-Z])")
_CLOCK = re.compile(r"\W*\d{1,2}[:.]?\d{0,2} ?(?:[ap]\.?m\b|GMT|BST|h\b)|\W*\d{4}\b ", re.IGNORECASE)
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(days.WEEKDAYS)})\b")
_OF_ITS_DAY = re.compile(rf"(?<!by )(?<!of )(?<!since )(?<!until )(?<!before )(?:\bon )?\b({'|'.join(days.WEEKDAYS)})\b")
_SAYING = re.compile(rf"\b(?:{'|'.join(re.escape(row['wording']) for row in table('saying'))})(?: \w+)? $")
_KNOWN_ALREADY = re.compile(r"\b(?:who|which|(?<!said )(?<!says )that) (?:[a-z]+ ){0,3}$")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_SETTLED = 2
"""Years after which the toll of an event no longer grows. A convention of this project."""
_OF_FRONTS = ("length", "area")
"""Kinds that move in a war, whose front is a line and whose gains are land."""
_FIXED_KINDS = frozenset(("length", "area", "mass", "age", "magnitude", "date", "year", "temperature"))


@fact_of_two
def course(a: Claim, b: Claim) -> str:
    """How the quantity of two claims moves with time.

    "grows": a toll, which falls only when it is revised. "flow": a count that belongs to its day or period (drones of one night).
    "level": moves both ways (a price, a front line). "fixed": does not move (the length of a river, the people aboard a ship that sank).
    """
    if _is_history(a) and _is_history(b):
        return "fixed"
    if a.kind in _OF_FRONTS and not of_sort("two sides").isdisjoint(event_types(a.event) | event_types(b.event)):
        return "level"
    return _own_course(a) or _own_course(b) or ("fixed" if a.kind in _FIXED_KINDS else "level")


@fact
def _own_course(claim: Claim) -> str | None:
    """How the claim's statistic moves, None where that is not known."""
    return _courses().get(statistic(claim) or "")


@fact
def _is_history(claim: Claim) -> bool:
    """Whether the event is named by a year so long past that its figures no longer grow ("the quake of 1991")."""
    years = _YEAR.findall(claim.event or "")
    return bool(years) and claim.said_on is not None and int(claim.said_on[:4]) - int(years[-1]) > _SETTLED


@cache
def _courses() -> dict[str, str]:
    return {row["measure"]: row["course"] for row in table("series")}


@fact_of_two
def when(a: Claim, b: Claim) -> str:
    """Whether the second figure is for the same day, a later or an earlier one, or for an unknown day."""
    return "unknown" if a.as_of is None or b.as_of is None else _order(a.as_of, b.as_of)


@lru_cache(maxsize=4096)
def _order(one: str, other: str) -> str:
    if days.overlaps(one, other):
        return "same"
    return "later" if days.first_day(other) > days.first_day(one) else "earlier"


@fact
def of_another_day(claim: Claim) -> bool:
    """Whether a figure is given for another day than that of its article, or for one that is not known."""
    known = claim.as_of is not None and claim.as_of == claim.said_on
    return not known or told_of_another_day(claim.sentence, claim.said_on)


def told_of_another_day(sentence: str, said_on: str | None) -> bool:
    """Whether a sentence tells of another weekday than today's, or is a line of a timeline.

    >>> told_of_another_day("By Monday 120 had died.", "2026-03-04"), told_of_another_day("9:15 p.m.: The toll is 55.", "2026-03-04")
    (True, True)
    """
    if said_on is None or _CLOCK.match(sentence):
        return True
    today = days.WEEKDAYS[days.first_day(said_on).weekday()]
    return any(name != today for name in _WEEKDAY.findall(sentence))


def are_of_two_days(a: Claim, b: Claim) -> bool:
    """Whether two sentences each name their own day of a thing that comes again and again ("strikes killed 34 on Monday").

    A count that runs on ("since Monday", "the toll") is of no day of its own, nor is one whose day is only that of the saying or of what
    befell those who did it ("the gunman who wounded 11 was charged on Tuesday").
    """
    if a.value == b.value or when(a, b) not in ("later", "earlier") or course(a, b) not in ("grows", "flow"):
        return False
    return all(map(_happened_on_its_day, (a, b)))


@fact
def _happened_on_its_day(claim: Claim) -> bool:
    """Whether a sentence names its own day of a thing that comes again and again."""
    return _names_its_day(claim) and not running(claim) and _comes_again(claim.sentence)


def _comes_again(sentence: str) -> bool:
    return recurs(sentence) or bool(cue("asides", "again and again").search(sentence))


def _names_its_day(claim: Claim) -> bool:
    """Whether the one weekday of the sentence is the figure's own, and nothing is said to have grown by then."""
    if not any(day in claim.sentence for day in days.WEEKDAYS):
        return False
    named = list(_OF_ITS_DAY.finditer(claim.sentence))
    if len(named) != 1 or claim.as_of is None or cue("revisions", "grow").search(claim.sentence):
        return False
    if _KNOWN_ALREADY.search(claim.sentence[: claim.number_span[0] - claim.sentence_span[0]]):
        return False
    own = days.WEEKDAYS[days.first_day(claim.as_of).weekday()] == named[0][1] and days.first_day(claim.as_of) == days.last_day(claim.as_of)
    return own and not _SAYING.search(claim.sentence[: named[0].start()])


@fact_of_two
def days_between(a: Claim, b: Claim) -> int | None:
    """The whole days between the days of two claims, None where one is unknown."""
    return None if a.as_of is None or b.as_of is None else _gap(a.as_of, b.as_of)


@lru_cache(maxsize=4096)
def _gap(one: str, other: str) -> int:
    return max(0, (days.first_day(other) - days.last_day(one)).days, (days.first_day(one) - days.last_day(other)).days)


@fact
def running(claim: Claim) -> bool:
    """Whether the figure runs on from a beginning: a count since some day, or one the sentence tells as a total so far."""
    return counted_so_far(claim) or bool(_PERFECT.search(claim.sentence))


@fact
def counted_so_far(claim: Claim) -> bool:
    """Whether the words say it outright: since some day, the toll, in all. The tense does not ("two men have been killed in clashes")."""
    period = claim.period
    long = period is not None and period.start is not None and (span(period) or _LONG + 1) > _LONG
    return long or bool(cue("asides", "so far").search(claim.sentence) or _SINCE_NAME.search(claim.sentence))


def span(period: Period) -> int | None:
    """The days a period covers, None where an end is open."""
    if period.start is None or period.end is None:
        return None
    return (days.last_day(period.end) - days.first_day(period.start)).days + 1


def are_of_two_stretches(a: Claim, b: Claim) -> bool:
    """Whether two counts, of no statistic that grows or goes on from month to month, cover stretches that have no day in common."""
    one, other = a.period, b.period
    if a.kind != "count" or one is None or other is None or (span(one) or 1) == 1 or (span(other) or 1) == 1:
        return False
    apart = str(one.end) < str(other.start) or str(other.end) < str(one.start)
    return apart and (_own_course(a) or _own_course(b)) in (None, "flow")


def covers(outer: Period, inner: Period) -> bool:
    """Whether a closed period holds every day of another."""
    if outer.start is None or outer.end is None or inner.start is None or inner.end is None:
        return False
    return days.first_day(outer.start) <= days.first_day(inner.start) and days.last_day(inner.end) <= days.last_day(outer.end)

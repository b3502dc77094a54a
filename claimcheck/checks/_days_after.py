"""How many days after another something happened: "freed on Tuesday, nine days after a shaft fell in on April 15".

The later day is the one right before the length. "Six days after the fire of May 4, he resigned" has none: it is only held against the
day of publication, before which all that has happened must lie. The earlier day stands behind the length, or beside the noun that the
length names ("12 days after the blast") where the article dates that one once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._time import elapsed, in_days
from claimcheck.checks._told_spans import Told
from claimcheck.comparing.events import event_types
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_UNITS, _DAY, _FAR = ("day", "week"), 10, 3
"""The letters of a full date; how many times too long or too short a length may be: what is further off is of something else."""
_AFTER = re.compile(r" after [^.;:,\d]{0,80}")
_NAMED = re.compile(r" after (?:the|that|its|their) (?:[a-z]+ )??(?P<noun>[a-z]+)(?=[.,;]|\Z)")
_ON = re.compile(
    rf"(?<!said )(?<!told )(?<!announced )(?<!reported )\bon ({'|'.join(days.WEEKDAYS)})"
    r"(?: (?:morning|afternoon|evening|night))?, (?:just |only |exactly )?\Z"
)
_RIGHT_BEHIND = re.compile(r",? (?:just |only |exactly )?")
_NOUN_BEFORE, _NOUN_BEHIND = re.compile(r"\b([a-z]+) (?:of|on) \Z"), re.compile(r" ([a-z]+)\b")
_OPENS = re.compile(r"\W*(?:(?:Just|Only|Exactly) )?")
_TO_COME = re.compile(rf"\b(?:{either('yet to come')})\b")
_BEEN = re.compile(rf"\b(?:{either('tells of what is or has been')}|\w+ed)\b", re.IGNORECASE)
_SIGHT = 40


def told(case: Case) -> Iterator[Told]:
    """The lengths in days or weeks that are nearly as long as from the day they count from to the one they lead to.

    >>> import claimcheck as cc
    >>> text = "The search ended on May 21, 12 days after the fire of May 4."
    >>> case = Case(cc.Document(text, text, published="2026-05-22"), tuple(cc.extract(text, published="2026-05-22")))
    >>> [(found.start.surface, found.end.surface) for found in told(case)]
    [('May 4', 'May 21')]
    """
    dates = Layout(tuple(claim for claim in case.claims if claim.kind == "date" and len(str(claim.value)) == _DAY))
    for length in case.claims if dates.claims else ():
        if length.kind == "duration" and length.unit in _UNITS and length.qualifier == "exact" and not isinstance(length.value, tuple):
            start = _start(case, length, dates)
            found = _to(case, length, start, dates) if start is not None else None
            end = str(found.end.value) if found and found.end is not None else found.day if found else None
            if found is not None and end is not None and _is_near(length, elapsed(str(found.start.value), end)[1]):
                yield found


def _start(case: Case, length: Claim, dates: Layout) -> Claim | None:
    """The day behind a length, else the one that the article gives the noun behind it."""
    text, end = case.document.text, length.sentence_span[1]
    behind = [date for date in dates.beside(length) if date.span > length.span]
    if behind:
        alone = len(behind) == 1 and _AFTER.fullmatch(text, length.span[1], behind[0].span[0])
        return behind[0] if alone else None
    named = _NAMED.match(text, length.span[1], end)
    found = [date for date in dates.around(length) if _is_day_of(text, date, named["noun"])] if named else []
    return found[0] if len({str(date.value) for date in found}) == 1 else None


def _is_day_of(text: str, date: Claim, noun: str) -> bool:
    """Whether a date stands beside a word for what a noun names: the blast of "the November 3 explosion"."""
    beside = (_NOUN_BEFORE.search(text[max(0, date.span[0] - _SIGHT) : date.span[0]]), _NOUN_BEHIND.match(text, date.span[1]))
    return any(word and (word[1] == noun or event_types(word[1]) & event_types(noun)) for word in beside)


def _to(case: Case, length: Claim, start: Claim, dates: Layout) -> Told | None:
    """A length with the day right before it, a date or a day of the week, else with that of publication if it leads beyond it."""
    text, published = case.document.text, case.document.published
    for date in dates.beside(length):
        if _RIGHT_BEHIND.fullmatch(text, date.span[1], max(date.span[1], length.span[0])):
            return Told(length, start, date)
    if published is None or len(published) < _DAY:
        return None
    before = text[length.sentence_span[0] : length.span[0]]
    on = _ON.search(before)
    if on:
        return Told(length, start, None, _last(on[1], published)) if _is_told(before[: on.start()]) else None
    clause = length.sentence[length.span[1] - length.sentence_span[0] :].partition(",")[2]
    if not _OPENS.fullmatch(before) or not _is_told(clause):
        return None
    beyond = elapsed(str(start.value), published)[1] < in_days(length)
    return Told(length, start, None, published) if beyond else None


def _is_told(clause: str) -> bool:
    """Whether a clause tells of what is or has been: not "parliament meets"."""
    return _BEEN.search(clause) is not None and not _TO_COME.search(clause)


def _last(weekday: str, published: str) -> str:
    """The last such day of the week up to the day of publication."""
    today = days.first_day(published)
    return (today - timedelta((today.weekday() - days.WEEKDAYS.index(weekday)) % len(days.WEEKDAYS))).isoformat()


def _is_near(length: Claim, apart: Decimal) -> bool:
    stated = in_days(length)
    return apart <= stated * _FAR and stated <= apart * _FAR

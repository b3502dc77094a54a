"""Does the day of the week fit the date beside it?

What it asks. "Tuesday, October 12, 2009": the calendar has one weekday for each date. A date without a year is taken
for the nearest such day, and reported only within a week of publication, or within a month if neither neighbouring year
has that weekday.

Of "Friday to Sunday, 7-9 June" each end is asked.

Why it matters. One of the two was copied from last year's diary; readers who want to come will go on the wrong day.

An example that speaks:

    The fair opens on Tuesday, October 12, 2009, at noon.   -> inconsistent: 12 October 2009 was a Monday

An example that is silent:

    The fair opens on Monday, October 12, 2009, at noon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.model import Claim, Finding
from claimcheck.reading import dates
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.wording import day

_NAME = "weekday-and-date"
_DAYS = "|".join(days.WEEKDAYS)
_BEHIND = re.compile(rf",? (?:(?:which|that) )?(?:(?:was|is|falls on|fell on) )?a ({_DAYS})\b(?! (?:and|or|to)\b)", re.IGNORECASE)
_AHEAD = re.compile(rf"\b(?:(?:next|last|this) (?={_DAYS},? \Z)|(?={_DAYS} \(\Z))({_DAYS})(?:,? | \()\Z", re.IGNORECASE)
_DAYS_AHEAD = re.compile(rf"\b({_DAYS}) ?(?:to|through|until|till|and|-|–|—) ?({_DAYS}),? (?:\(|the |on )?$", re.IGNORECASE)
_TO = re.compile(r" ?(?:to|through|until|till|and|-|–|—) ?")
_SIGHT, _SIGHT_OF_TWO = 16, 40
_OTHER_YEAR = re.compile(
    r"\b(?:last|next|previous) year\b|\byears? (?:ago|later|earlier|before)\b|\banniversar|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_DAY, _WEEK = 10, 7
_NEAR = 31
"""Days around publication within which a date is of no other year that nothing speaks of."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every date that stands beside the wrong weekday."""
    stated = {claim.span[1]: claim for claim in case.claims if claim.kind == "date" and len(claim.value) == 10}
    for span in dict.fromkeys(claim.sentence_span for claim in stated.values()):
        tokens = cut(case.document.text, *span)
        for mention in dates.find(tokens, case.document.published):
            claim = stated.get(tokens.ends[(mention.stated or (mention.first, mention.last))[1] - 1])
            if claim is None or mention.value != claim.value:
                continue
            beside = mention.weekday is None
            if not beside and _one_of_several(tokens, mention.first):
                continue
            yield from _held(case, claim, _beside(case.document.text, claim) if beside else mention.weekday)
    for first, last in pairwise(stated.values()):
        for claim, weekday in _of_range(case.document.text, first, last):
            yield from _held(case, claim, weekday)


def _held(case: Case, claim: Claim, weekday: int | None) -> Iterator[Finding]:
    """The finding for a date that falls on another weekday, where no other year can be meant."""
    published, right = case.document.published, date.fromisoformat(str(claim.value))
    if weekday is None or right.weekday() == weekday:
        return
    if _year_stated(claim) or _this_week(claim, published) or _no_other_year(case, claim, published):
        said = f"{day(str(claim.value))} is a {days.WEEKDAYS[right.weekday()]}, the text says {days.WEEKDAYS[weekday]}"
        yield inconsistent(_NAME, claim, [], said, "error" if _year_stated(claim) else "warning")


def _of_range(text: str, first: Claim, last: Claim) -> Iterator[tuple[Claim, int]]:
    """The weekday that is wrong first of two before a range of dates, with its date: "Friday to Sunday, 7-9 June"."""
    named = _DAYS_AHEAD.search(text[max(0, first.span[0] - _SIGHT_OF_TWO) : first.span[0]])
    apart = (date.fromisoformat(str(last.value)) - date.fromisoformat(str(first.value))).days
    if named and 0 < apart <= _WEEK and _TO.fullmatch(text[first.span[1] : last.span[0]]):
        both = [(claim, days.WEEKDAYS.index(name.title())) for claim, name in zip((first, last), named.groups(), strict=True)]
        yield from [pair for pair in both if date.fromisoformat(str(pair[0].value)).weekday() != pair[1]][:1]


def _beside(text: str, claim: Claim) -> int | None:
    """The weekday in apposition to a date: "May 23, 2020, which was a Thursday", "on Friday (January 23, 2016)"."""
    match = _BEHIND.match(text, claim.span[1]) or _AHEAD.search(text[max(0, claim.span[0] - _SIGHT) : claim.span[0]])
    return days.WEEKDAYS.index(match[1].title()) if match else None


def _year_stated(claim: Claim) -> bool:
    return str(claim.value)[:4] in claim.surface


def _this_week(claim: Claim, published: str | None) -> bool:
    """Whether a date lies within a week of publication, in a sentence that names no other year."""
    if published is None or len(published) < _DAY or _OTHER_YEAR.search(claim.sentence):
        return False
    return abs((days.first_day(str(claim.value)) - days.first_day(published)).days) <= _WEEK


def _no_other_year(case: Case, claim: Claim, published: str | None) -> bool:
    """Whether a day near publication can only be meant of its year, since no sentence of its paragraph speaks of another one."""
    found, text = date.fromisoformat(str(claim.value)), case.document.text
    if published is None or abs((found - days.first_day(published)).days) > _NEAR or (found.month, found.day) == (2, 29):
        return False
    start, end = text.rfind("\n", 0, claim.span[0]) + 1, text.find("\n", claim.span[1])
    return _OTHER_YEAR.search(text, start, end if end >= 0 else len(text)) is None


def _one_of_several(tokens: Tokens, first: int) -> bool:
    """Whether another weekday stands before this one: "Friday and Saturday, Oct. 3-4"."""
    return any(word.title() in days.WEEKDAYS for word in tokens.words[max(0, first - 3) : first])

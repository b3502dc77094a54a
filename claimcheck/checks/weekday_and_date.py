"""Does the day of the week fit the date beside it?

What it asks. "Tuesday, October 12, 2009": the calendar has one weekday for each date. A date without a year is taken
for the nearest such day, and reported only where that lies within a week of publication, or within two months and no other
year is spoken of near it, or within half a year and its weekday does not fit the year before or after either; and where the text's
other weekdays do not fit another year: an article republished years later, or filed under the wrong day, has all of them wrong. Where
all of them lie within that week, the first is reported.

Of "Friday to Sunday, 7-9 June" each end is asked.

Why it matters. One of the two was copied from last year's diary; readers who want to come will go on the wrong day.

An example that speaks:

    The fair opens on Tuesday, October 12, 2009, at noon.   -> inconsistent: 12 October 2009 is a Monday
    The council voted on Friday, November 18.   -> inconsistent: 18 November 2025 is a Tuesday

An example that is silent:

    The fair opens on Monday, October 12, 2009, at noon.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.model import Claim, Finding, Span
from claimcheck.reading import dates
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.wording import day

_NAME = "weekday-and-date"
_DAYS = f"(?a:{'|'.join(days.WEEKDAYS)})"
_BEHIND = re.compile(rf",? (?:(?:which|that) )?(?:(?:was|is|falls on|fell on) )?a ({_DAYS})\b(?! (?:and|or|to)\b)", re.IGNORECASE)
_AHEAD = re.compile(rf"\b(?:(?:next|last|this) (?={_DAYS},? \Z)|(?={_DAYS} \(\Z))({_DAYS})(?:,? | \()\Z", re.IGNORECASE)
_DAYS_AHEAD = re.compile(rf"\b({_DAYS}) ?(?:to|through|until|till|and|-|–|—) ?({_DAYS}),? (?:\(|the |on )?$", re.IGNORECASE)
_TO = re.compile(r" ?(?:to|through|until|till|and|-|–|—) ?")
_SIGHT, _SIGHT_OF_TWO = 16, 40
_OTHER_YEAR = re.compile(
    r"\b(?:last|next|previous) year\b(?!['’]s)|\byears? (?:ago|later|earlier|before)\b|\banniversar|\b(?:19|20)\d\d\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DAY, _WEEK, _TWO_MONTHS, _HALF_A_YEAR, _LEAP_DAY = 10, 7, 62, 183, "02-29"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every date that stands beside the wrong weekday, where no other year can be meant."""
    pairs = [*_pairs(case)]
    doubted = _are_of_another_year(pairs)
    if doubted and all(_is_of_this_week(case, claim) for claim, _ in pairs if not _year_stated(claim)):
        first = next(pair for pair in pairs if not _year_stated(pair[0]))
        pairs, doubted = [pair for pair in pairs if _year_stated(pair[0]) or pair is first], False
    for claim, weekday in pairs:
        if _misses(claim, weekday) and (_year_stated(claim) or (not doubted and _is_of_this_year(case, claim, weekday))):
            falls = days.WEEKDAYS[date.fromisoformat(str(claim.value)).weekday()]
            said = f"{day(str(claim.value))} is a {falls}, the text says {days.WEEKDAYS[weekday]}"
            yield inconsistent(_NAME, claim, [], said, "error" if _year_stated(claim) else "warning")


def _pairs(case: Case) -> Iterator[tuple[Claim, int]]:
    """Every date with the number of the weekday beside it."""
    stated = {claim.span[1]: claim for claim in case.claims if claim.kind == "date" and len(claim.value) == _DAY}
    for span in dict.fromkeys(claim.sentence_span for claim in stated.values()):
        tokens = cut(case.document.text, *span)
        for mention in dates.find(tokens, case.document.published):
            claim = stated.get(tokens.ends[(mention.stated or (mention.first, mention.last))[1] - 1])
            if claim is None or mention.value != claim.value:
                continue
            if mention.weekday is not None and _one_of_several(tokens, mention.first):
                continue
            weekday = _beside(case.document.text, claim) if mention.weekday is None else mention.weekday
            if weekday is not None:
                yield claim, weekday
    for first, last in pairwise(stated.values()):
        yield from _of_range(case.document.text, first, last)


def _are_of_another_year(pairs: Sequence[tuple[Claim, int]]) -> bool:
    """Whether dates without a year all miss their weekdays by as many days, more than one of them: those of one other year do."""
    undated = {str(claim.value): _misses(claim, weekday) for claim, weekday in pairs if not _year_stated(claim)}
    return len(undated) > 1 and len(set(undated.values())) == 1


def _misses(claim: Claim, weekday: int) -> int:
    """How many days of the week a date lies behind the one named."""
    return (date.fromisoformat(str(claim.value)).weekday() - weekday) % _WEEK


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


def _is_of_this_year(case: Case, claim: Claim, weekday: int) -> bool:
    """Whether a day without a year can be of no other one: it is near publication, or no other year is spoken of near it.

    Months away, it is of another year where its weekday fits that one.
    """
    if str(claim.value)[5:] == _LEAP_DAY or _OTHER_YEAR.search(claim.sentence):
        return False
    if _is_within(case, claim, _WEEK):
        return True
    if _is_within(case, claim, 2 * _WEEK) and str(claim.value) > str(case.document.published):
        return not _fits_a_year_named(case, claim, weekday)
    near = _is_within(case, claim, _TWO_MONTHS) or (_is_within(case, claim, _HALF_A_YEAR) and not _fits_another_year(case, claim, weekday))
    return near and not _speaks_of_another_year(case, claim)


def _fits_another_year(case: Case, claim: Claim, weekday: int) -> bool:
    """Whether the same day of the year before, or of the one after where it is yet to come, is the weekday named."""
    step = 1 if str(claim.value) > str(case.document.published) else -1
    return date.fromisoformat(f"{int(str(claim.value)[:4]) + step:04}{str(claim.value)[4:]}").weekday() == weekday


def _fits_a_year_named(case: Case, claim: Claim, weekday: int) -> bool:
    """Whether a day fits a year that its paragraph speaks of: "The war began in 1939. On Tuesday, December 5"."""
    years = (int(match[0]) for match in _YEAR.finditer(case.document.text, *_paragraph(case, claim)))
    return any(date(year, *map(int, str(claim.value)[5:].split("-"))).weekday() == weekday for year in years)


def _is_of_this_week(case: Case, claim: Claim) -> bool:
    """Whether a day without a year lies in a week of publication where no other year is spoken of: last year's diary is a slip as well."""
    return _is_within(case, claim, _WEEK) and not _speaks_of_another_year(case, claim)


def _is_within(case: Case, claim: Claim, most: int) -> bool:
    published = case.document.published
    return (
        published is not None
        and len(published) >= _DAY
        and abs((days.first_day(published) - days.first_day(str(claim.value))).days) <= most
    )


def _speaks_of_another_year(case: Case, claim: Claim) -> bool:
    return _OTHER_YEAR.search(case.document.text, *_paragraph(case, claim)) is not None


def _paragraph(case: Case, claim: Claim) -> Span:
    text = case.document.text
    start, end = text.rfind("\n", 0, claim.span[0]) + 1, text.find("\n", claim.span[1])
    return start, end if end >= 0 else len(text)


def _one_of_several(tokens: Tokens, first: int) -> bool:
    """Whether another weekday stands before this one: "Friday and Saturday, Oct. 3-4"."""
    return any(word.title() in days.WEEKDAYS for word in tokens.words[max(0, first - 3) : first])

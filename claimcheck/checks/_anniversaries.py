"""Anniversaries that an article keeps, and the years of what they remember."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from claimcheck import days
from claimcheck.case import Case
from claimcheck.model import Claim, Span
from claimcheck.vocabulary import word_set

_NAMED = {
    "centenary": 100,
    "centennial": 100,
    "bicentenary": 200,
    "bicentennial": 200,
    "tercentenary": 300,
    "sesquicentennial": 150,
}
_TENS = {"tenth": 10, "twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "hundredth": 100}
_ANNIVERSARY = re.compile(
    rf"\b(?:(\d{{1,3}})(?:st|nd|rd|th)|({'|'.join(_TENS)}))[ -](?:wedding |birth |founding )?(?:anniversary|birthday|jubilee)\b"
    rf"|\b({'|'.join(_NAMED)})\b",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\b(?:marks?|marked|marking|celebrates?|celebrated|celebrating|to celebrate|to mark|commemorat\w+|keeps?|kept|observ\w+|remember\w*|"
    r"honou?r\w*|on the|for the|at the|reach\w*|turns?|today)\b[^.;]{0,40}\Z",
    re.IGNORECASE,
)
_OTHER_TIME = re.compile(
    r"\b(?:prepar\w+|upcoming|approach\w*|looms?|next year|last year|will mark|in 20\d\d|by 20\d\d|ahead of|before (?:its|the|their))\b",
    re.IGNORECASE,
)
_OF = re.compile(r"[^.;]{0,90}?\b(?:of|since|in)\b[^.;]{0,60}\Z", re.IGNORECASE)
_NO_EVENT = re.compile(r"\b(?:since|until|after|before|restored|rebuilt|renovated|reopened)\b[^.;]{0,20}\Z", re.IGNORECASE)
_LAST, _ROUND, _FAR = 60, 120, 5
"""Characters before a year in which its event is named, and around an anniversary in which its time is; the least years of one."""
_SUBJECT = re.compile(r"\W*(?:It|They|Its|Founded|Built|Opened|Established|Born|The (\w+),? )")
_OWN = (" its ", " their ")
_NEAR = 3
"""Days from the day itself within which its anniversary is kept."""


@frozen
class Anniversary:
    """An anniversary as written, how many years it says have passed, and the date of what it remembers."""

    span: Span
    years: int
    date: Claim


def kept(case: Case) -> Iterator[Anniversary]:
    """The anniversaries of the year of publication whose event the article dates, once in all that it says."""
    text, published = case.document.text, case.document.published
    for match in _ANNIVERSARY.finditer(text) if published else ():
        years = int(match[1]) if match[1] else _TENS.get((match[2] or "").lower()) or _NAMED[(match[3] or "centenary").lower()]
        around = text[max(0, match.start() - _ROUND) : match.end() + _ROUND]
        if years < _FAR or not _KEEPS.search(text[max(0, match.start() - _LAST) : match.start()]) or _OTHER_TIME.search(around):
            continue
        events = [date for date in case.claims if date.kind in ("date", "year") and _is_event(case, match, date)]
        if len({str(date.value)[:4] for date in events}) == 1:
            yield Anniversary(match.span(), years, events[0])


def _is_event(case: Case, match: re.Match[str], date: Claim) -> bool:
    """Whether a date is that of what an anniversary remembers: named behind it, the very day of the year, or a founding."""
    text, published = case.document.text, str(case.document.published)
    value = str(date.value)
    if int(published[:4]) - int(value[:4]) < _FAR:
        return False
    before = text[max(date.sentence_span[0], date.span[0] - _LAST) : date.span[0]]
    if date.sentence_span[0] <= match.start() < date.span[0] and _OF.match(text[match.end() : date.span[0]]):
        return not _NO_EVENT.search(before)
    if len(value) == len(published):
        day = days.first_day(published[:4] + value[4:]) if value[4:] != "-02-29" else None
        return day is not None and abs((day - days.first_day(published)).days) <= _NEAR
    subject = _SUBJECT.match(text, date.sentence_span[0])
    story = text[: date.sentence_span[0]].lower()
    if subject is None or (subject[1] and subject[1].lower() not in word_set("institutions") and subject[1].lower() not in story):
        return False
    words = set(re.findall(r"[a-z]+", before.lower()))
    own = match[3] is not None or (text[: match.start()].endswith(_OWN) and not text.startswith("Its ", date.sentence_span[0]))
    return own and not words.isdisjoint(word_set("ways of beginning")) and not _NO_EVENT.search(before)

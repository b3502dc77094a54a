"""How long something lasted, told apart from when it began and ended: "seized on 22 January, released on 4 February. In their 23 days".

The text must take the time up ("those ten months", "the 11-hour blockade", "for 12 years, until his arrest"), and name one beginning and
one end, or one beginning up to now. A crowd of dates is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._clock import CLOCK, FULL_DAY, minutes
from claimcheck.model import Claim
from claimcheck.vocabulary import either, word_set

_TAKEN_UP = re.compile(
    r"\b(?:those|these|that|his|her|their|its|whole|entire|the|an|a|so (?:for|after|it took|[a-z]+ needed|[a-z]+ took))"
    r"(?: (?:whole|entire|full|long|past|last|about|almost))?,? \Z",
    re.IGNORECASE,
)
_THOSE = re.compile(r"\b(?:those|these) \Z", re.IGNORECASE)
_NAMED = re.compile(
    rf"(?: [a-z]+)? (?:in (?:{either('states that last')})|behind (?:bars|shutters)|(?:{either('courses that last')})\b|"
    rf"to (?:{either('jobs that take a time')}) it)|(?:['’]) (?:{either('stretches of time ruled by somebody')})"
)
_OPENS_FOR = re.compile(r"For (?:the next |the following |all |over |almost )*\Z")
_FROM = re.compile(r"\bfrom \Z", re.IGNORECASE)
_UP_TO_NOW = re.compile(
    r",? (?:until|till|up to) (?:now|today|this (?:week|month|year|spring|summer|autumn)|"
    rf"(?:last )?(?:{'|'.join(days.WEEKDAYS)})|"
    rf"(?:his|her|their|its|the) (?:{either('ends what somebody or something did')}) (?:on|this|last) \w+day)"
)
_WEEKDAY = re.compile(rf"[^.;]{{0,4}}? ?(?:on )?((?a:{'|'.join(days.WEEKDAYS)}))", re.IGNORECASE)
_WORD = re.compile(r"[a-z]+")
_LEADS = {
    "spans begin": re.compile(r"\bfrom \Z", re.IGNORECASE),
    "spans end": re.compile(r"\b(?:until|till|to|through) \Z", re.IGNORECASE),
}
_PAIR, _NEAR, _ROUND, _FAR = 2, 1, 60, 4
_WEEK = 7


@frozen
class Told:
    """A length with the dates of its beginning and its end; None is the `day` that no figure tells, or else that of publication."""

    length: Claim
    start: Claim
    end: Claim | None
    day: str | None = None


def between_dates(case: Case) -> Iterator[Told]:
    """Lengths that the text takes up, between the one beginning and the one end near them, or up to now."""
    text = case.document.text
    for length in case.claims:
        if length.kind != "duration" or isinstance(length.value, tuple) or length.unit in ("hour", "minute", "second"):
            continue
        start_of_now = _UP_TO_NOW.match(text, length.span[1])
        if not start_of_now and not _is_taken_up(text, length):
            continue
        near = _dates_near(case, length)
        if near and _is_another_length(text[near[0].sentence_span[0] : max(near[-1].sentence_span[1], length.sentence_span[1])]):
            continue
        begun = bool(near) and says(text, near[0], "spans begin")
        if len(near) == 1:
            if (start_of_now and begun and _goes_on(text, near[0], length)) or _runs_since(text, near[0], length):
                yield Told(length, near[0], None)
        elif len(near) == _PAIR and not start_of_now and begun and says(text, near[1], "spans end"):
            yield Told(length, near[0], near[1])


def _is_another_length(stretch: str) -> bool:
    """Whether a text says that what it tells of went on longer, or less long, than was meant: "the 14-day truce was extended"."""
    return not word_set("lengthened or cut short").isdisjoint(_WORD.findall(stretch.casefold()))


def _goes_on(text: str, date: Claim, length: Claim) -> bool:
    """Whether a length is told in the sentence of a date, or in one that draws the sum of it: "So for 12 years, until now"."""
    together = date.sentence_span == length.sentence_span and date.span < length.span
    return together or text.startswith(("So ", "Thus "), length.sentence_span[0])


def _runs_since(text: str, date: Claim, length: Claim) -> bool:
    """Whether a length takes up a time since a date that ends now: "opens on Saturday, closed since 25 September. Those ten months"."""
    if date.span > length.span or not _THOSE.search(text[max(0, length.span[0] - _ROUND) : length.span[0]]):
        return False
    return "since" in text[date.sentence_span[0] : date.span[0]].split() and says(text, date, "spans end")


def _is_taken_up(text: str, length: Claim) -> bool:
    before = text[max(length.sentence_span[0], length.span[0] - _ROUND) : length.span[0]]
    if _opens_for(text, length):
        return True
    return bool(_TAKEN_UP.search(before)) and bool(_NAMED.match(text, length.span[1]) or _THOSE.search(before))


def _opens_for(text: str, length: Claim) -> bool:
    """Whether a length opens its sentence: "For 12 years, until his arrest"; hours must then run "from ... to ...", and not lie between."""
    return _OPENS_FOR.fullmatch(text, max(length.sentence_span[0], length.span[0] - _ROUND), length.span[0]) is not None


def _dates_near(case: Case, length: Claim) -> list[Claim]:
    """The dates of a length's sentence and the one before it; of two full dates further back those of the paragraph-long stretch."""
    near, far = (
        [c for c in case.layout.up_to(length.sentence_span, back + 1) if c.kind in ("date", "year") and c.value != case.document.published]
        for back in (_NEAR, _FAR)
    )
    far = [c for c in far if len(str(c.value)) > _WEEK]
    return far if len(near) < _PAIR and len(far) == _PAIR else near


def says(text: str, date: Claim, words: str) -> bool:
    """Whether the words around a date are of a beginning, or of an end."""
    if _LEADS[words].search(text[max(0, date.span[0] - _ROUND) : date.span[0]]):
        return True
    around = text[max(date.sentence_span[0], date.span[0] - 2 * _ROUND) : min(date.sentence_span[1], date.span[1] + _ROUND)]
    return not word_set(words).isdisjoint(_WORD.findall(around.lower()))


def between_hours(case: Case) -> Iterator[tuple[Claim, re.Match[str], re.Match[str], int]]:
    """Lengths in hours or minutes that the text takes up, with the two times of day near them and the minutes between those."""
    text = case.document.text
    for length in case.claims:
        if length.kind != "duration" or isinstance(length.value, tuple) or length.unit not in ("hour", "minute"):
            continue
        if length.qualifier != "exact" or not _is_taken_up(text, length):
            continue
        begins = text.rfind("\n", 0, length.sentence_span[0]) + 1
        times = list(CLOCK.finditer(text, begins, length.sentence_span[1]))
        if len(times) < _PAIR and "-" in length.surface:
            times = list(CLOCK.finditer(text, 0, length.sentence_span[1]))
        times = [time for time in times if not time[6]] if len(times) > _PAIR else times
        if _opens_for(text, length) and not _FROM.search(text, length.span[1], times[0].start() if times else length.span[1]):
            continue
        if len(times) == _PAIR and _of_a_span(text, times):
            yield length, times[0], times[1], _minutes_between(text, *times)


def _of_a_span(text: str, times: list[re.Match[str]]) -> bool:
    """Whether the words around two times of day are of a beginning and of an end."""
    pairs = zip(times, ("spans begin", "spans end"), strict=True)
    around = ((text[max(0, time.start() - _ROUND) : time.end() + _ROUND], words) for time, words in pairs)
    return all(not word_set(words).isdisjoint(_WORD.findall(near.lower())) for near, words in around)


def _minutes_between(text: str, one: re.Match[str], other: re.Match[str]) -> int:
    first, second = _WEEKDAY.match(text, one.end()), _WEEKDAY.match(text, other.end())
    apart = (minutes(other) - minutes(one)) % FULL_DAY
    if first is None or second is None:
        return apart
    gap = days.WEEKDAYS.index(second[1].title()) - days.WEEKDAYS.index(first[1].title())
    return gap % _WEEK * FULL_DAY + minutes(other) - minutes(one)

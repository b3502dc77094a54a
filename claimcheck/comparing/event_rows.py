"""Rows that hold the day of an event: does a date, or a time gone by, stand by the event's wording, and is it right?"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache

from claimcheck import days
from claimcheck.comparing.names import names, rest, shared
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.wordings import same_root
from claimcheck.model import Claim, Row
from claimcheck.reading.nouns import is_function_word

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_APART = re.compile(r"[;:()\d]|\b(?:after|before|following|until|later|earlier|prior|anniversary|by then|when|while|but|though|and)\b", re.IGNORECASE)
"""What stands between a date and an event that is another one's."""
_ASIDE_WORDS = 1
"""Content words, names apart, that may stand between an event and its date where a contradiction is said."""
_NEAR = 8
"""Words between an event and a year that bears it out."""
_DAYS = {"year": Decimal("365.2425"), "month": Decimal("30.436875"), "week": Decimal(7), "day": Decimal(1)}
"""Days of the Gregorian calendar's mean year and month."""
_ELAPSED = ("duration", "age")
_MONTH = len("2025-01")


def answers(claim: Claim, row: Row) -> tuple[Answer, ...]:
    """What the tests of kind, measure (the event's wording) and subject say of a claim and a dated event."""
    if claim.kind not in ("date", "year", *_ELAPSED) or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return (Answer("kind", "clash", f"{claim.kind} against a date"), Answer("measure", "unknown", ""), Answer("whom", "unknown", ""))
    best = max((_wording(claim, row, wording) for wording in (row.event or row.measure, row.measure, *row.wordings)), key=_rank)
    return (Answer("kind", "agree", "both tell a time"), *best)


def judge_day(claim: Claim, row: Row, sure: bool) -> Verdict:
    """A date, or the time since, against the day of the event it stands by."""
    if agrees(claim, row):
        return Verdict("supported", f"{row.value} in {row.table}", (row,))
    if not sure or (claim.kind in _ELAPSED and abs(_gone_by(claim, row) - Decimal(str(claim.value))) < Decimal("1.5")):
        return Verdict(None, "not sure enough to contradict")
    return Verdict("contradicted", f"{row.value} in {row.table}", (row,))


def agrees(claim: Claim, row: Row) -> bool:
    """Whether a date holds the event's day, or a time gone by reaches back to it as people count: full years, or the nearest."""
    if not isinstance(claim.value, str) or not isinstance(row.value, str):
        return False
    if claim.kind not in _ELAPSED:
        return days.overlaps(claim.value, row.value)
    gone, stated = _gone_by(claim, row), Decimal(claim.value)
    if claim.qualifier in ("almost", "less_than", "at_most"):
        return stated - 1 < gone <= stated
    if claim.qualifier in ("more_than", "at_least"):
        return stated <= gone < stated + 1
    return stated - Decimal("0.5") <= gone < stated + 1


def _gone_by(claim: Claim, row: Row) -> Decimal:
    """The time from the event to the day the claim is said, in the claim's unit; less than nothing where that is not known."""
    length = _DAYS.get(str(claim.unit))
    if length is None or claim.said_on is None:
        return Decimal(-1)
    now: date = days.first_day(claim.said_on)
    then = days.first_day(str(row.value)), days.last_day(str(row.value))
    middle = then[0] + (then[1] - then[0]) / 2
    return Decimal((now - middle).days + 1) / length


def _wording(claim: Claim, row: Row, wording: str) -> tuple[Answer, Answer]:
    """(measure, whom) for one wording of the event."""
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    found = _stands(claim.sentence, wording, start, end)
    named = names(wording) or None
    if found is None:
        return _unsaid(claim, row)
    tight, close = found
    whom = _subject(claim, row) if named is None else Answer("whom", "agree", f"{wording} is said")
    if tight:
        return Answer("measure", "agree", f"{wording} stands by the date"), whom
    fits = claim.kind in _ELAPSED or close or len(str(claim.value)) >= _MONTH
    return Answer("measure", "entail" if fits and agrees(claim, row) else "unknown", f"{wording} stands in the sentence"), whom


def _unsaid(claim: Claim, row: Row) -> tuple[Answer, Answer]:
    """An event that is not worded: the very month or day stands by its subject, or the article is about an event of its type."""
    whom = _subject(claim, row)
    very = claim.kind == "date" and len(str(claim.value)) >= _MONTH
    topic = claim.kind in _ELAPSED and claim.measure == "elapsed" and bool(event_types(row.measure) & event_types(claim.event))
    if (very or topic) and agrees(claim, row):
        return Answer("measure", "entail", "the very month or day"), whom
    return Answer("measure", "unknown", f"nothing by the date says {row.measure}"), whom


def _subject(claim: Claim, row: Row) -> Answer:
    """The entity or the place of the event is named."""
    for text in (claim.sentence, f"{claim.entity} {claim.place} {claim.event} {claim.title}"):
        for subject in (row.entity, row.place, row.event):
            wanted = names(subject)
            if wanted and not wanted - shared(wanted, names(text)):
                return Answer("whom", "agree" if text is claim.sentence else "entail", f"{subject} is named")
    return Answer("whom", "unknown", f"{row.entity or row.place or row.event} is not named")


def _rank(answer: tuple[Answer, Answer]) -> int:
    order = ("clash", "unknown", "entail", "agree")
    return 4 * order.index(answer[0].verdict) + order.index(answer[1].verdict)


# ------------------------------------------------------------------------------------------------ where the wording stands


@lru_cache(maxsize=4096)
def _stands(sentence: str, wording: str, start: int, end: int) -> tuple[bool, bool] | None:
    """Whether a wording stands in a sentence, and then: by the date so that nothing else can be meant; within a few words of it."""
    wanted_names, wanted = names(wording), {word for word in rest(wording)}
    if wanted_names - shared(wanted_names, names(sentence)):
        return None
    words = [(match.start(), match.end(), match.group().lower()) for match in _WORD.finditer(sentence)]
    nearest: list[tuple[int, int, int]] = []
    for word in wanted:
        places = [(max(start - last, first - end), first, last) for first, last, other in words if same_root(word, other) or same_root(word, _singular(other))]
        if not places:
            return None
        nearest.append(min(places))
    if not nearest:
        nearest = [(max(start - last, first - end), first, last) for first, last, other in words if shared(names(other.title()), wanted_names)][:1]
    if not nearest:
        return None
    _, first, last = min(nearest)
    between = sentence[last:start] if last <= start else sentence[end:first]
    if last > start:
        between = between.removeprefix(",")
    loose = [word for word in _WORD.findall(between) if not is_function_word(word.lower()) and not names(word) and not any(same_root(word.lower(), w) for w in wanted)]
    tight = not _APART.search(between) and "," not in between and len(loose) <= _ASIDE_WORDS
    return tight, len(_WORD.findall(between)) <= _NEAR


def _singular(word: str) -> str:
    return word.removesuffix("s")

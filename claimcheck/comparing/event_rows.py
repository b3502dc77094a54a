"""Rows that hold the day of an event: does a date, or a time gone by, stand by the event's wording, and is it right?

Nothing is contradicted unless the words leave no other reading: the event's word, its subject and the date stand in one phrase.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck import days
from claimcheck.comparing.names import names, rest, shared
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.wordings import cues, named_in, same_root
from claimcheck.model import Claim, Row
from claimcheck.reading.nouns import is_function_word

_ELAPSED = ("duration", "age")
_DAYS = {"year": Decimal("365.2425"), "month": Decimal("30.436875"), "week": Decimal(7), "day": Decimal(1)}
"""Days of the Gregorian calendar's mean year and month."""
_MONTH = len("2025-01")
_NEAR = 8
"""Words between an event and a year that bears it out."""
_ASIDE_WORDS = 1
"""Content words, names and adverbs apart, that may stand between an event and its date where a contradiction is said; never a verb."""
_PHRASE_WORDS = 2
"""The same for each phrase with a preposition."""
_SPREAD = 4
"""Other words that may stand among those of a wording."""
_AGE_FROM = ("built", "born", "founded", "launched")
"""Events from which the age of a ship, a person, a firm is counted."""

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_VERB = re.compile(r".+(?:ed|ing)$")
_NUMBERED = re.compile(r"-\d+$")
"""The number of a name that prose leaves out (COVID-19)."""
_BREAK = re.compile(r"[,;:()]|\b(?:1[5-9]|20)\d\d\b")
_BREAK_OF_NAMES = re.compile(r"[;:()]")
_AT = re.compile(r"(?:\b(?:in|on|of|during)(?: (?:early|late|mid-?))?|[,(])\s*$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on)\s*$", re.IGNORECASE)
"""What stands before a date that says when an event was; not "since" or "by"."""
_AGO = re.compile(r"\s+(?:ago|old|into|since)\b")
_PREPOSITION = re.compile(r"\b(?:of|at|in|on|over|off|near|by|between|with|against|from|to)\b")
_GOES_ON = re.compile(r"\b[A-Z]\w+ +[a-z]")
"""A name that does not end its phrase: in "of Peru made prices soar" a clause goes on."""


def answers(claim: Claim, row: Row) -> tuple[Answer, ...]:
    """What the tests of kind, measure (the event's wording) and subject say of a claim and a dated event."""
    if claim.kind not in ("date", "year", *_ELAPSED) or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return (Answer("kind", "clash", f"{claim.kind} against a date"),)
    if _whom(claim, row, None).verdict == "unknown":
        return (Answer("whom", "clash", f"{row.entity or row.place or row.event} is not named"),)
    best = max((_by_wording(claim, row, wording) for wording in (row.event or row.measure, row.measure, *row.wordings)), key=_rank)
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
    first, last = days.first_day(str(row.value)), days.last_day(str(row.value))
    return Decimal((days.first_day(claim.said_on) - first - (last - first) / 2).days + 1) / length


def _rank(answer: tuple[Answer, Answer]) -> int:
    order = ("clash", "unknown", "entail", "agree")
    return 4 * order.index(answer[0].verdict) + order.index(answer[1].verdict)


# ------------------------------------------------------------------------------------------------ the wording


def _by_wording(claim: Claim, row: Row, wording: str) -> tuple[Answer, Answer]:
    """(measure, whom) for one wording of the event."""
    start, end = (place - claim.sentence_span[0] for place in claim.span)
    found = _find(claim.sentence, wording, start, end)
    if found is None or (names(wording) and not _stands_beside(claim.sentence, names(wording), *found)):
        return _unworded(claim, row)
    whom = _whom(claim, row, found)
    if _binds(claim, start, end, *found):
        return Answer("measure", "agree", f"{wording} stands by the date"), whom
    near = claim.kind in _ELAPSED or len(str(claim.value)) >= _MONTH or _words_between(claim.sentence, start, end, *found) <= _NEAR
    return Answer("measure", "entail" if near and agrees(claim, row) else "unknown", f"{wording} stands in the sentence"), whom


def _unworded(claim: Claim, row: Row) -> tuple[Answer, Answer]:
    """An event that is not worded: the very month or day stands by its subject, or the article is about an event of its type."""
    whom = _whom(claim, row, None)
    very = claim.kind == "date" and len(str(claim.value)) >= _MONTH
    topic = claim.kind in _ELAPSED and claim.measure == "elapsed" and bool(event_types(row.measure) & event_types(claim.event))
    aged = claim.kind == "age" and any(same_root(word, event) for word in rest(row.measure) for event in _AGE_FROM)
    if (very or topic or aged) and agrees(claim, row):
        return Answer("measure", "entail", "the very time"), whom
    return Answer("measure", "unknown", f"nothing by the date says {row.measure}"), whom


def _whom(claim: Claim, row: Row, event: tuple[int, int] | None) -> Answer:
    """The event's entity is named (its place, where it has no entity): beside the event's word, in the sentence, or in the article."""
    subject = row.entity or row.place or row.event or ""
    wanted = names(_NUMBERED.sub("", subject))
    if not wanted:
        return Answer("whom", "unknown", f"{subject} has no name")
    if not wanted - shared(wanted, names(claim.sentence)):
        beside = event is not None and _stands_beside(claim.sentence, wanted, *event)
        return Answer("whom", "agree" if beside else "entail", f"{subject} is named")
    if not wanted - shared(wanted, names(f"{claim.entity}, {claim.place}, {claim.event}, {claim.title}")):
        return Answer("whom", "entail", f"{subject} is the article's subject")
    return Answer("whom", "unknown", f"{subject} is not named")


# ------------------------------------------------------------------------------------------------ where words stand


@lru_cache(maxsize=4096)
def _find(sentence: str, wording: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a wording stands, nearest to the date at start..end; None unless all its words stand close together."""
    if names(wording) - shared(names(wording), names(sentence)):
        return None
    words = _words(sentence)
    places = [[at for at, (_, _, word) in enumerate(words) if same_root(root, word)] for root in sorted(rest(wording))]
    if not places or not all(places):
        return None
    best: tuple[int, int, int] | None = None
    for at in places[0]:
        together = [min(others, key=lambda other: abs(other - at)) for others in places]
        if max(together) - min(together) <= len(places) + _SPREAD:
            first, last = words[min(together)][0], words[max(together)][1]
            best = min(best or (len(sentence), 0, 0), (max(start - last, first - end), first, last))
    return best[1:] if best else None


@lru_cache(maxsize=1024)
def _words(sentence: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((found.start(), found.end(), found.group().lower()) for found in _WORD.finditer(sentence))


def _words_between(sentence: str, start: int, end: int, first: int, last: int) -> int:
    return len(_WORD.findall(sentence[last:start] if last <= start else sentence[end:first]))


def _binds(claim: Claim, start: int, end: int, first: int, last: int) -> bool:
    """Whether a date at start..end and the event's word at first..last stand so that the one can only be the time of the other.

    "annexed Crimea in 2014", "the February 2022 invasion", "In 2014, Russia annexed Crimea"; but not "In 2016, after the annexation".
    """
    sentence, elapsed = claim.sentence, claim.kind in _ELAPSED
    if elapsed and not _AGO.match(sentence, end):
        return False
    if last <= start:
        between = sentence[last:start]
        placed = elapsed or _AT.search(sentence[:start]) is not None
        plain = _asides(between) <= _ASIDE_WORDS and not _has_verb(between)
        return placed and not _is_another_times(between) and (plain or _is_chain(between))
    between = sentence[end:first].removeprefix(",")
    verb = _VERB.match(sentence[first:last]) is not None
    placed = elapsed or not between.strip() or (verb and _IN.search(sentence[:start]) is not None)
    return placed and not _is_another_times(between) and _asides(between) <= _ASIDE_WORDS


_RELATIVE = re.compile(r"\s*,?\s*(?:which|that)\b")
"""What opens a clause about the name before it: "Crimea, which Russia annexed"."""


def _stands_beside(sentence: str, wanted: frozenset[str], first: int, last: int) -> bool:
    """Whether names stand right before the event's word, no other name but an actor's coming between, or in the phrases after it."""
    named = named_in(sentence)
    for start, end, found in named:
        if not shared(wanted, found):
            continue
        if start < last and end > first:
            return True
        before = end <= first
        between = sentence[end:first] if before else sentence[last:start]
        alone = not before or _RELATIVE.match(between) is not None or not any(end <= other < first for other, _, _ in named)
        apart = _is_another_subjects(between) if before else _is_another_times(between)
        if (alone and not apart and _asides(between) <= _ASIDE_WORDS) or (not before and _is_chain(between)):
            return True
    return False


def _is_another_times(text: str) -> bool:
    """Whether what stands between a date and an event makes the date another event's."""
    return _BREAK.search(text) is not None or cues("another time").search(text) is not None


def _is_another_subjects(text: str) -> bool:
    """Whether what stands between a name and an event makes the event another subject's."""
    return _BREAK_OF_NAMES.search(text) is not None or cues("another subject").search(text) is not None


def _asides(text: str) -> int:
    """The content words of a text, names and adverbs apart."""
    return sum(not is_function_word(word.lower()) and not names(word) and not word.endswith("ly") for word in _WORD.findall(text))


def _has_verb(text: str) -> bool:
    return any(_VERB.match(word) and not word.istitle() for word in _WORD.findall(text))


def _is_chain(text: str) -> bool:
    """Whether a text is nothing but short phrases with a preposition: "of two ships off the coast of Peru in"."""
    head, *phrases = _PREPOSITION.split(text)
    if head.strip() or _has_verb(text) or _is_another_times(text):
        return False
    return all(_asides(phrase) <= _PHRASE_WORDS and not _GOES_ON.search(phrase) for phrase in phrases)

"""Rows that hold the day of an event: does a date, or a time gone by, stand by the event's wording, and is it right?

Nothing is contradicted unless the words leave no other reading: the event's word, its subject and the date stand in one phrase.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck import days
from claimcheck.comparing import dated_phrases, event_subjects
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import names, rest, shared, stems
from claimcheck.comparing.other_readings import leaves_doubt
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.comparing.sentence_names import as_prose, named_in, names_in, subject_names
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.word_forms import same_root
from claimcheck.model import Claim, Row, Span
from claimcheck.vocabulary import table

_ELAPSED = ("duration", "age")
_DAYS = {"year": Decimal("365.2425"), "month": Decimal("30.436875"), "week": Decimal(7), "day": Decimal(1)}
"""Days of the Gregorian calendar's mean year and month."""
_MONTH, _YEAR_LENGTH, _DAY_UNITS = len("2025-01"), len("2025"), len("2025-01-3")
_NEAR = 8
"""Words between an event and a year that bears it out."""
_AGE_FROM = ("built", "born", "founded", "launched")
"""Events from which the age of a ship, a person, a firm is counted."""

_YEAR = re.compile(r"\d{4}")
"""A year that the text gives itself: of a day without one, the year is only supplied."""
ONLY_BEARS_OUT = "~"
_CODE = re.compile(r"\b[A-Z]+\d+\b")
"""A name like MH370, which says it all."""
_NUMBERED = re.compile(r"-\d+$")
"""The number of a name that prose leaves out (COVID-19)."""
_LOOSE, _ROUGH = Decimal("1.5"), Decimal("0.15")
"""Years, and part of what is stated, by which a time gone by may be loosely counted."""
_DECADE = 10
_CLOSE = 8
"""Characters between a name and the verb it is the subject of."""
_OF_MANY = re.compile(r"\b(?:Conventions?|Protocols?|Charter|Statute|Covenant|Declaration|Treaty on the Non-Proliferation)\b")
"""What each party signs or joins in its own year."""
_SLIP = 30
_SLIP_OF_RECURRING = 3
"""Years between a date and an event from which the date is rather another event's; fewer for what recurs (wars, quakes, coups)."""


def answers(claim: Claim, row: Row) -> tuple[Answer, ...]:
    """What the tests of kind, measure (the event's wording) and subject say of a claim and a dated event."""
    if claim.kind not in ("date", "year", *_ELAPSED) or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return (Answer("kind", "clash", f"{claim.kind} against a date"),)
    if _whom(claim, row).verdict == "unknown":
        return (Answer("whom", "clash", f"{row.entity or row.place or row.event} is not named"),)
    wordings = (row.event or row.measure, row.measure, *row.wordings, *other_wordings(row.measure))
    best = max((_by_wording(claim, row, wording) for wording in wordings), key=_rank)
    return (Answer("kind", "agree", "both tell a time"), *best)


@lru_cache(maxsize=4096)
def other_wordings(measure: str) -> tuple[str, ...]:
    """Other words for the kind of event a measure names: those that mean the same, and others, which only bear out.

    The "sinking" of a ship that "foundered" is no other event; that it "went down" may be said of much else.

    >>> other_wordings("accession to NATO")[:3]
    ('joined NATO', 'acceded NATO', '~joined')
    """
    whom = " ".join(measure[start:end] for start, end, _ in named_in(measure))
    found: list[str] = []
    for kind in table("event_wordings"):
        same, others = kind["same"].split("|"), [kind["event"], *kind["wordings"].split("|")]
        if any(_words_it(wording, measure) for wording in same):
            found += [f"{other} {whom}".strip() for other in same if other not in measure.split()]
        if any(_words_it(wording, measure) for wording in others):
            found += [ONLY_BEARS_OUT + other for other in others[1:]]
    return tuple(found)


@lru_cache(maxsize=4096)
def synonyms(measure: str) -> tuple[str, ...]:
    """The words for the very kind of event a measure names, not for its kin: what opens may have been built before.

    >>> "built" in synonyms("opening"), "built" in other_wordings("opening"), "~built" in other_wordings("opening")
    (False, False, True)
    """
    kinds = table("event_wordings")
    return tuple(
        wording
        for kind in kinds
        if any(_words_it(own, measure) for own in (kind["event"], *kind["same"].split("|")) if own)
        for wording in kind["wordings"].split("|")
    )


def _words_it(wording: str, measure: str) -> bool:
    """Whether a measure holds a wording, or a form of its one word."""
    said = rest(measure.lower()) - dated_phrases.TIMES
    return f" {wording} " in f" {measure.lower()} " or any(same_root(wording, word) for word in said)


def judge_day(claim: Claim, row: Row, sure: bool) -> Verdict:
    """A date, or the time since, against the day of the event it stands by."""
    if agrees(claim, row):
        return Verdict("supported", f"{row.value} in {row.table}", (row,))
    if not misprints(claim, row) and not (sure and _is_slip(claim, row)):
        return Verdict(None, "not sure enough to contradict")
    return Verdict("contradicted", f"{row.value} in {row.table}", (row,))


def _is_slip(claim: Claim, row: Row) -> bool:
    """Whether a date is wrong by more than a way of counting, and by less than would make it the date of another event."""
    if claim.kind in _ELAPSED:
        years = abs(_gone_by(claim, row) - Decimal(str(claim.value))) * _DAYS[str(claim.unit)] / _DAYS["year"]
        stated = Decimal(str(claim.value)) * _DAYS[str(claim.unit)] / _DAYS["year"]
        return max(_LOOSE, stated * _ROUGH) <= years <= (_SLIP_OF_RECURRING if _recurs(row) else _SLIP)
    years = Decimal(abs(days.first_day(str(claim.value)).year - days.first_day(str(row.value)).year))
    if years and not _YEAR.search(claim.surface):
        return False
    return years <= (_SLIP_OF_RECURRING if _recurs(row) else _SLIP)


def misprints(claim: Claim, row: Row) -> bool:
    """Whether a date is the event's but for one slip: its day and month in another year, or two neighbouring digits exchanged.

    So is its month in another year less than ten away, and the day ten or twenty days off, for what does not come back every few years.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Calder Star", "sinking", "date", "1998-09-18", None, "1998-09-18", None, None)
    >>> wrong = ("on 18 September 1996", "in 1989", "on 28 September 1998")
    >>> [misprints(cc.extract(f"It sank {when}.")[0], row) for when in (*wrong, "on 18 March 1998", "in 1996", "on 16 September 1998")]
    [True, True, True, False, False, False]
    """
    stated, given = str(claim.value), str(row.value)
    if claim.kind in _ELAPSED or days.overlaps(stated, given) or not _YEAR.search(claim.surface):
        return False
    if stated[:_MONTH] == given[:_MONTH]:
        return not is_regular(row) and stated[_DAY_UNITS] == given[_DAY_UNITS]
    if stated[_YEAR_LENGTH:]:
        same = stated[_YEAR_LENGTH:] == given[_YEAR_LENGTH : len(stated)]
        near = abs(int(stated[:_YEAR_LENGTH]) - int(given[:_YEAR_LENGTH])) < _DECADE
        return same and (len(stated) > _MONTH or (near and not is_regular(row)))
    apart = [at for at, (x, y) in enumerate(zip(stated, given, strict=False)) if x != y]
    return len(apart) == 2 and apart[1] == apart[0] + 1 and sorted(stated) == sorted(given[:_YEAR_LENGTH])


def _recurs(row: Row) -> bool:
    return bool(event_types(f"{row.measure} {row.event or ''}")) or is_regular(row)


def is_regular(row: Row) -> bool:
    """Whether an event comes back, perhaps in the same month: an election, a summit."""
    return cues("recurring").search(f"{row.measure} {row.event or ''}") is not None


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
    """(measure, whom) for one wording of the event; one that begins with "~" says too little to contradict by ("held", "independent")."""
    sure, wording = not wording.startswith(ONLY_BEARS_OUT), wording.removeprefix(ONLY_BEARS_OUT)
    date, subject = (claim.span[0] - claim.sentence_span[0], claim.span[1] - claim.sentence_span[0]), _names(row)
    event = dated_phrases.find(claim.sentence, wording, subject, date)
    if event is None or not names(wording) <= names_in(claim.sentence[slice(*event)]):
        return _unworded(claim, row)
    if names(row.measure) and dated_phrases.takes_another(claim.sentence, event, names(f"{row.measure}, {row.entity}, {row.place}")):
        return Answer("measure", "unknown", f"{wording} stands by another name"), _whom(claim, row)
    if is_a_partys(claim.sentence, event, row):
        return Answer("measure", "unknown", f"{wording} is what one of many parties did"), _whom(claim, row)
    side = event_subjects.side(claim.sentence, subject, event, rest(as_prose(row.entity or row.place)))
    whom = _whom(claim, row, beside=side is not None)
    own = names(f"{row.entity}, {row.place}, {row.event}, {row.measure}, {wording}")
    binds = side is not None and dated_phrases.binds(claim.sentence, date, event, side, claim.kind in _ELAPSED)
    if sure and binds and not leaves_doubt(claim.sentence, date, event, own, claim.kind in _ELAPSED):
        return Answer("measure", "agree", f"{wording} stands by the date"), whom
    if binds and misprints(claim, row) and not leaves_doubt(claim.sentence, date, event, own):
        return Answer("measure", "entail", f"{wording} stands by the date, which is misprinted"), whom
    near = claim.kind in _ELAPSED or len(str(claim.value)) >= _MONTH or dated_phrases.words_between(claim.sentence, date, event) <= _NEAR
    return Answer("measure", "entail" if near and agrees(claim, row) else "unknown", f"{wording} stands in the sentence"), whom


def is_a_partys(sentence: str, event: Span, row: Row) -> bool:
    """Whether a name right before a verb is of one that joined what many join, each in its own year: "Peru signed the Tarn Convention"."""
    if not _OF_MANY.search(row.entity or "") or not dated_phrases.VERB.match(sentence[slice(*event)]):
        return False
    before = [found for start, end, found in named_in(sentence) if 0 < event[0] - end <= _CLOSE]
    return any(not shared(found, _names(row)) for found in before)


def _unworded(claim: Claim, row: Row) -> tuple[Answer, Answer]:
    """An event that is not worded: the very month or day stands by its subject, or the article is about an event of its type."""
    whom = _whom(claim, row)
    very = claim.kind == "date" and len(str(claim.value)) >= _MONTH
    topic = claim.kind in _ELAPSED and claim.measure == "elapsed" and bool(event_types(row.measure) & event_types(claim.event))
    unnamed = claim.kind in ("date", "year") and not rest(row.measure) - dated_phrases.TIMES
    aged = claim.kind == "age" and any(same_root(word, event) for word in rest(row.measure) for event in _AGE_FROM)
    if (very or topic or aged or unnamed) and agrees(claim, row):
        return Answer("measure", "entail", "the very time"), whom
    return Answer("measure", "unknown", f"nothing by the date says {row.measure}"), whom


def _whom(claim: Claim, row: Row, beside: bool = False) -> Answer:
    """The event's entity is named (its place, where it has no entity): beside the event's word, in the sentence, or in the article."""
    subject = row.entity or row.place or row.event
    wanted = _subject(subject)
    if not wanted:
        return Answer("whom", "unknown", f"{subject} has no name")
    if not wanted - shared(wanted, names_in(claim.sentence)):
        return Answer("whom", "agree" if beside else "entail", f"{subject} is named")
    if not wanted - shared(wanted, _scope(claim)):
        return Answer("whom", "entail", f"{subject} is the article's subject")
    if len(stems(subject)) > 1 and not stems(subject) - shared(stems(subject), stems(claim.sentence)):
        return Answer("whom", "entail", f"the words of {subject} stand in the sentence")
    if any(found == names(str(subject).rpartition(" ")[2]) for _, _, found in named_in(claim.sentence)):
        return Answer("whom", "entail", f"{subject} is named by the last word alone")
    return Answer("whom", "unknown", f"{subject} is not named")


@fact
def _scope(claim: Claim) -> frozenset[str]:
    return names(f"{claim.entity}, {claim.place}, {claim.event}, {claim.title}")


def _names(row: Row) -> frozenset[str]:
    return _subject(row.entity or row.place or row.event)


@lru_cache(maxsize=4096)
def _subject(subject: str | None) -> frozenset[str]:
    subject = as_prose(subject) or ""
    code = _CODE.search(subject)
    return subject_names(code.group() if code else _NUMBERED.sub("", subject))

"""Is a date that agrees with an event of a few rows most likely the event's, though its sentence leaves much of it out?

Prose dates what it has named before, or names by another word: "opened to traffic in September 1966". What is found so bears a date out
(see claimcheck.comparing.few_rows); one is contradicted only where it is the event's but for a slip of the pen.
"""

from __future__ import annotations

import re
from datetime import timedelta

from claimcheck import days
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.dated_phrases import TIMES, find, takes_another, words_between
from claimcheck.comparing.event_rows import ONLY_BEARS_OUT, agrees, is_a_partys, is_regular, other_wordings, synonyms
from claimcheck.comparing.events import event_types, recurs
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.names import names, rest, shared
from claimcheck.comparing.sentence_names import as_prose, named_in, subject_names
from claimcheck.comparing.stand_ins import is_called
from claimcheck.comparing.word_forms import same_root
from claimcheck.model import Claim, Row, Span
from claimcheck.vocabulary import either

ENOUGH = 4
"""Points from which a date is most likely the event's."""
_PRECISION = {4: 1, 7: 2, 10: 3}
"""Points for the length of an ISO date: a year, a month, a day."""
_RECENT = timedelta(days=60)
"""Within this time before a story its dates are mostly of its own news."""
_PAST = timedelta(days=2 * 365)
"""Before it a month is as telling as a day."""
_OLD_STORY = timedelta(days=10 * 365)
"""Before it even a year tells much: hardly two things of one story befell in the same one."""
_LONG_AGO, _OF_STORY, _IN_SENTENCE = 3, 2, 2
_YEAR, _DAY = len("2025"), len("2025-06-01")
_A_YEAR = re.compile(r"\d{4}")
_NEAR, _BESIDE = 10, 2
"""Words between a year and what is to be its event."""
_SINCE = re.compile(r"\bsince\s+$")
_BEGUN = ("built", "launched", "founded", "opened")
_TREATIES = frozenset(("treaty", "accord", "agreement", "pact", "convention", "act", "constitution", "charter", "protocol"))
_OLD = re.compile(r"(?:-old)? ([a-z]{4,})")
_OLD_NOUN = 12
_YEARS_ON = re.compile(r"\s+(?:on|into the|later|of war)\b")
"""What follows the years that have gone by since the event a story is about: "two years on"."""
_AT = re.compile(r"\b(?:in|on|of|since|back to)\s+(?:(?:early|late|mid)[ -])?$")
_WHEN = re.compile(r"\bwhen\b")
_WRITTEN_OUT = re.compile(rf"\b(?:{'|'.join(month[:3] for month in days.MONTHS)})[a-z]*\.? \d{{1,2}}\b|\b\d{{1,2}} [A-Z]")
"""A day by its number and month, which nobody writes of any day but one."""
_ATTACHED = re.compile(
    r"(?:,? (?:in|of)(?: (?:the )?[A-Z][\w'’-]+){1,3},? (?:in|on) (?:[a-z]+ ){0,2}|,? (?:where )?(?:in|of|on) (?:[a-z]+ ){0,2}|, "
    r"|, (?:the|an?) (?:[a-z]+ ){1,2}(?:of|in) )"
)
"""What stands between a name and the year that belongs to it: "Tenby in 1974", "Tenby, 1974", "Tenby, in Wales in 1974", "Tenby, the
fair of 1974"."""
_POSSESSED = re.compile(r"['’]s? ")
_OWNS = re.compile(r".{0,2}['’]s?\s|.{2},? whose\b")
"""What stands from two letters before the end of an owner's name."""
_NOUN = 4
"""Letters of a noun by which something is called."""
_ALONE = r"(?=,|\.| (?:was|is|has|had|which|that)\b| [a-z]+ed (?:in|on)\b)"
"""What follows a noun that is no part of a longer name or of a place's: "the bank was", not "the bank tower", "the bank in Tarn"."""
_INDEPENDENT = re.compile(r"\bindependent since\s+$")
"""What can be said of one year only, though a country may declare its independence again and again."""
_PART_OF = re.compile(
    r"\b(?<!talk )(?<!speak )(?<!spoke )(?<!think )(?<!story )(?<!memory )(?<!lesson )(?<!example )(?<!case )"
    r"(?:of|into|on|about|for|over|from|against|after)\s+(?:the\s+)?$"
)
_OF_YEARS = re.compile(rf"\b(?:{either('of a day in another year')})\b")
"""What tells of an event's day in another year."""
_YEARS_OFF = 3
_PHRASE = 60
"""Characters between a date and another figure of one clause."""
_COMPARED = re.compile(r"\b(?:from|than|against|compared)\b")
"""What stands between a figure and the day of the one it is compared with."""
_TELLING_DIGITS, _MONTH_DIGITS = 3, 2
"""Digits from which a figure tells whose it is, and beside the event's own month."""


def date_likeness(claim: Claim, row: Row, siblings: tuple[Row, ...], story: str) -> int:
    """Points for a date that agrees with an event's day: its precision, the event's word (two), the subject (two in the sentence, one in
    the story or in part), another figure of the event in the sentence (two), and "since"; 0 where it does not agree.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Harlow Bridge", "opened", "date", "1966-09-08", None, "1966-09-08", None, None)
    >>> text = "The Harlow Bridge was closed. Opened to traffic in September 1966, the crossing has four lanes."
    >>> date_likeness(cc.extract(text)[0], row, (), text)
    6
    """
    date = _place(claim)
    of_story = _counts_from_it(claim, row, story)
    if not (of_story or claim.kind in ("date", "year")) or not isinstance(claim.value, str) or not agrees(claim, row):
        return 0
    subject = max(named_share(row, claim, claim.sentence), int(named_share(row, claim, story) == 2))
    if _is_the_very_day(claim, row) and (subject or _is_worded(claim.sentence, date, row)):
        return ENOUGH
    old = claim.kind == "year" and not _is_within(claim, _OLD_STORY)
    precision = 1 if of_story else _precision(claim) + old
    if precision < _LONG_AGO and _WRITTEN_OUT.search(claim.surface):
        precision = _LONG_AGO if subject else _OF_STORY
    attached = subject > 0 and (_is_attached(claim.sentence, date, row) or (old and _is_noun_of_year(claim.sentence, date, row)))
    worded = of_story or _names_its_year(claim, row) or attached or _is_worded(claim.sentence, date, row)
    told = 2 * worded + 2 * any(_stated_at(claim.sentence, other) for other in siblings)
    since = _SINCE.search(claim.sentence, 0, date[0]) is not None
    if not told and (subject == 0 or (precision < _LONG_AGO and not since)):
        return 0
    return precision + told + subject + since


def _is_noun_of_year(sentence: str, date: Span, row: Row) -> bool:
    """Whether a year tells which thing is meant, by a noun of the subject's name: "the viaduct of 1911"."""
    nouns = rest((as_prose(row.entity) or "").lower()) | rest(row.entity)
    return any(sentence.endswith(f" {noun} of ", 0, date[0]) for noun in nouns)


def _is_the_very_day(claim: Claim, row: Row) -> bool:
    """Whether a day is an event's with its year written out, and too long ago to be one of the story's own news."""
    very = claim.value == row.value and len(str(row.value)) == _DAY
    return very and _A_YEAR.search(claim.surface) is not None and not _is_within(claim, _RECENT)


def _counts_from_it(claim: Claim, row: Row, story: str) -> bool:
    """Whether a time gone by is counted from the event a story is about ("two years on"), or is the age of its subject."""
    end = claim.span[1] - claim.sentence_span[0]
    if claim.kind == "age":
        noun = _OLD.match(claim.sentence, end) or _OLD.search(claim.sentence, max(0, end - _OLD_NOUN))
        begun = any(same_root(word, event) for word in rest(row.measure) for event in _BEGUN)
        return begun and noun is not None and is_called(story, row.entity or "", noun[1])
    return claim.kind == "duration" and _YEARS_ON.match(claim.sentence, end) is not None


def is_slip(claim: Claim, row: Row, siblings: tuple[Row, ...], story: str) -> bool:
    """Whether a date is an event's but for one digit, and the sentence leaves no doubt that it is meant to be the event's.

    Either another figure of the very event stands by it, its dead, say; or the month is right, and subject and event are named.

    >>> import claimcheck as cc
    >>> crash = Row("t", 1, "Dunholm train crash", "crash", "date", "1998-06-03", None, "1998-06-03", None, None)
    >>> dead = Row("t", 2, "Dunholm train crash", "deaths", "count", "112", "count", "1998-06-03", None, None)
    >>> [is_slip(cc.extract(f"At Dunholm, where 112 died in {year}, trains stopped.")[-1], crash, (dead,), "") for year in (1988, 1974)]
    [True, False]
    """
    date = _place(claim)
    if not _AT.search(claim.sentence, 0, date[0]) or not differs_by_a_slip(claim, row):
        return False
    digits = _MONTH_DIGITS if len(str(claim.value)) > _YEAR else _TELLING_DIGITS
    if any(_is_of_one_phrase(claim.sentence, date, other, digits) for other in siblings if not _is_of_the_year(other, claim)):
        return True
    here = max(named_share(row, claim, claim.sentence), 2 * _is_called_here(claim.sentence, row, story))
    if str(claim.value)[_YEAR:_DAY] == str(row.value)[_YEAR:_DAY] and len(str(claim.value)) == _DAY and not is_regular(row):
        alone = here > 0 or not named_in(claim.sentence)
        return alone and _is_worded(claim.sentence, date, row) and not _OF_YEARS.search(claim.sentence)
    if is_regular(row):
        return here == 2 and _INDEPENDENT.search(claim.sentence, 0, date[0]) is not None and _is_worded(claim.sentence, date, row, _BESIDE)
    if len(str(claim.value)) > _YEAR:
        where = here == _IN_SENTENCE and _is_attached(claim.sentence, date, row, alone=True) and not _OF_YEARS.search(claim.sentence)
        return where or (here > 0 and not recurs(f"{row.entity} {row.measure}") and _is_worded(claim.sentence, date, row))
    signed = find(claim.sentence, row.measure, subject_names(row.entity), date)
    if signed is not None and is_a_partys(claim.sentence, signed, row):
        return False
    told = _names_an_event(row) or (not recurs(f"{row.entity} {row.measure}") and _is_worded(claim.sentence, date, row))
    named = here > 0 and told and _is_attached(claim.sentence, date, row, alone=True)
    of_it = here == 2 and not _is_owner(claim.sentence, row) and not recurs(row.measure)
    return named or (of_it and _is_worded(claim.sentence, date, row, _BESIDE))


def _is_of_the_year(row: Row, claim: Claim) -> bool:
    """Whether a figure is itself of the year that a date tells, and so of another such event than the dated one."""
    return row.as_of is not None and row.as_of[:_YEAR] == str(claim.value)[:_YEAR]


def _is_called_here(sentence: str, row: Row, story: str) -> bool:
    """Whether a sentence calls a row's subject by the noun of its name ("the hospital"), and the story names no other such thing."""
    subject = as_prose(row.entity) or ""
    wanted = subject_names(subject)
    for noun in (word for word in rest(subject.lower()) | frozenset(subject.lower().split()) if word.isalpha() and len(word) >= _NOUN):
        if re.search(rf"\b[Tt]h(?:e|is)(?: very| same)? {noun}{_ALONE}", sentence):
            of_noun = [found for start, end, found in named_in(story) if _is_of_noun(story, start, end, noun)]
            told = bool(of_noun) or bool((wanted - {noun}) & names(story))
            return told and all(wanted <= found | {noun} or found <= wanted for found in of_noun)
    return False


def _is_of_noun(story: str, start: int, end: int, noun: str) -> bool:
    """Whether a noun is a part of a name, or stands right behind it: the "metro" of "the Tarn metro"."""
    return noun in story[start:end].lower().split() or story.startswith(f" {noun}", end)


def _is_owner(sentence: str, row: Row) -> bool:
    """Whether a row's subject is only whose something is: "Tarsen's rival was founded in", "Tarsen, whose rival"."""
    wanted = subject_names(row.entity or row.place or row.event)
    if _POSSESSED.search(row.entity or ""):
        return False
    return any(_OWNS.match(sentence, end - 2) for _, end, found in named_in(sentence) if wanted & shared(wanted, found))


def _is_attached(sentence: str, date: Span, row: Row, alone: bool = False) -> bool:
    """Whether a year stands right behind the name of a row's subject: "Tenby in 1974", "Cyclone Odile, in 1998".

    `alone` asks that the name be no part of something else's: "the inquiry into Cyclone Odile, in 1999".
    """
    wanted = frozenset(name for name in subject_names(row.entity or row.place or row.event) if not name.isdigit())
    named = [(start, end) for start, end, found in named_in(sentence) if end <= date[0] and wanted & shared(wanted, found)]
    return any(_ATTACHED.fullmatch(sentence, end, date[0]) and not (alone and _PART_OF.search(sentence, 0, start)) for start, end in named)


def _names_an_event(row: Row) -> bool:
    """Whether a row's subject is itself an event or a treaty, which has one date: a massacre, a cyclone, a convention."""
    words = subject_names(row.entity) | rest(as_prose(row.entity)) | rest(row.measure)
    return cues("event name").search(row.entity or "") is not None or bool(event_types(row.entity) or words & _TREATIES)


def differs_by_a_slip(claim: Claim, row: Row) -> bool:
    """Whether a past date of an event's month or day, or a year, is a digit or a few years off, or has two digits exchanged."""
    stated, given = str(claim.value), str(row.value)
    if claim.kind not in ("date", "year") or not _A_YEAR.search(claim.surface) or _is_within(claim, _RECENT):
        return False
    if stated[_YEAR:] != given[_YEAR : len(stated)] or stated[:_YEAR] == given[:_YEAR]:
        return False
    apart = [at for at in range(_YEAR) if stated[at] != given[at]]
    if len(stated) < _DAY and abs(int(stated[:_YEAR]) - int(given[:_YEAR])) <= _YEARS_OFF:
        return True
    return len(apart) == 1 or (apart[1] == apart[0] + 1 and sorted(stated[:_YEAR]) == sorted(given[:_YEAR]))


def _is_of_one_phrase(sentence: str, date: Span, row: Row, digits: int) -> bool:
    """Whether the figure of a row, of so many digits at least, stands so near a date that one clause holds both."""
    place = _stated_at(sentence, row)
    if place is None or len(str(row.value)) < digits:
        return False
    between = sentence[min(place[1], date[1]) : max(place[0], date[0])]
    return len(between) < _PHRASE and not _COMPARED.search(between) and cues("another time").search(_WHEN.sub("", between)) is None


def _place(claim: Claim) -> Span:
    return claim.span[0] - claim.sentence_span[0], claim.span[1] - claim.sentence_span[0]


def _names_its_year(claim: Claim, row: Row) -> bool:
    """Whether a year is a part of the subject's own name (the "pension reform of 1997"), or stands by the name of an event or a treaty."""
    if claim.kind != "year" or named_share(row, claim, claim.sentence) < 2:
        return False
    return _names_an_event(row) or str(claim.value) in subject_names(row.entity) | rest(as_prose(row.entity))


def _precision(claim: Claim) -> int:
    """Points for how much a date tells: those of a story's own weeks tell nothing, a month years ago as much as a day."""
    precision = _PRECISION[len(str(claim.value))]
    if _is_within(claim, _RECENT):
        return 0
    return precision if precision == 1 or _is_within(claim, _PAST) else _LONG_AGO


def _is_within(claim: Claim, time: timedelta) -> bool:
    """Whether a date lies no longer before its story."""
    return claim.said_on is not None and days.last_day(str(claim.value)) > days.first_day(claim.said_on) - time


def _is_worded(sentence: str, date: Span, row: Row, near: int = _NEAR) -> bool:
    """Whether a word for the event, or for one of its kind, stands near a date, so many words away at most; right beside it a synonym."""
    subject = subject_names(row.entity or row.place or row.event)
    event = row.measure if rest(row.measure) - TIMES else " ".join(sorted(rest(as_prose(row.entity))))
    others = other_wordings(event) if near == _NEAR else synonyms(event)
    wordings = (event, *row.wordings, *(other.removeprefix(ONLY_BEARS_OUT) for other in others))
    places = (find(sentence, wording, subject, date) for wording in wordings)
    own = subject | names(row.place) | names(event)
    told = [place for place in places if place is not None and not (names(event) and takes_another(sentence, place, own))]
    if near == _BESIDE:
        told = [place for place in told if not sentence.endswith("to ", 0, place[0])]
    if any(words_between(sentence, date, place) <= near for place in told):
        return True
    return near == _NEAR and bool(event_types(event) & event_types(sentence[max(0, date[0] - _PHRASE) : date[1] + _PHRASE]))


def _stated_at(sentence: str, row: Row) -> Span | None:
    """Where the figure of a row stands in a sentence, written out."""
    if row.kind == "date" or not isinstance(row.value, str) or len(row.value) < 2:
        return None
    whole = row.value.rstrip("0").rstrip(".") if "." in row.value else f"{int(row.value):,}"
    found = re.search(rf"(?<![\d.,]){re.escape(whole)}(?![\d.,]*\d)", sentence)
    return found.span() if found else None

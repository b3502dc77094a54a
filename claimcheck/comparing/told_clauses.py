"""Clauses that tell an event of the name right before them: "Dunholm, where two trains collided in 1998", "the Calder Star, sunk in 1912".

Such a clause says of one subject what befell it and when; nothing else in it can have the date. So a year that is the event's but for a
slip is wrong.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.dated_phrases import TIMES, find, follows, has_verb
from claimcheck.comparing.event_rows import ONLY_BEARS_OUT, misprints, synonyms
from claimcheck.comparing.event_subjects import bearers
from claimcheck.comparing.names import names, related, rest
from claimcheck.comparing.sentence_names import named_in, subject_names
from claimcheck.model import Claim, Row, Span
from claimcheck.vocabulary import either

_OPENING = re.compile(
    r"(?:(?: [a-z-]+){0,2}, (?:which|that|where|when|who)\b|(?: [a-z-]+){0,2}, (?:the )?(?:site|scene) of\b"
    r"|, (?:an?|the) (?:[a-z-]+ ){1,3}(?:that|which|where|who)\b|(?: [a-z]+){0,2}, (?=[a-z]+ (?:in|on|at|off|near)\b)"
    r"|,? (?:in|after|since|during|by|from|following) the (?=(?:[a-z-]+ ){1,3}of (?:[A-Z][a-z]+ )?\d))"
)
"""What stands between a name and what is told of it."""
_BREAK = re.compile(r"[,;:()—–]|\b(?:and|but|or|said|says)\b")
_AT = re.compile(r"\b(?:in|on|of|during|since)\s+(?:the )?$")
_SOMETHING_NEW = re.compile(rf"\b(?:{either('another event of the name')})\b")
_OF_KIN = re.compile(rf"\b(?:{either('of kin to a name')})(?:\s+[a-z]+){{0,2}}\s+$")
"""What stands before a name where a clause behind it may tell of another: "a sister ship of the Titanic, which sank"."""
_BEFORE = 40
"""Characters before a name in which a word still belongs to it."""
_CAME_ABOUT = re.compile(
    rf"^ (?:(?:{either('comes about with an event')}) (?:with|in|by)|(?:has|have|had) (?:lived|been|stood|slept) (?:on|with|under|by)) "
)
_WAR = frozenset(("war",))
_COST = re.compile(rf" (?:that )?(?:had )?(?:{either('what an event did')})(?: [\w,-]+){{1,5}} $")


def is_told_in_a_clause(claim: Claim, row: Row) -> bool:
    """Whether a date ends a clause that tells a row's event of the subject it follows.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Dunholm", "train collision", "date", "1998-06-03", None, "1998-06-03", None, None, wordings=("collided",))
    >>> texts = ("Dunholm, where two trains collided in 1996, is far.", "Dunholm, where a bridge fell in 1996, is far.")
    >>> [is_told_in_a_clause(cc.extract(text)[-1], row) for text in texts]
    [True, False]
    """
    sentence, date = claim.sentence, (claim.span[0] - claim.sentence_span[0], claim.span[1] - claim.sentence_span[0])
    subject = _land(subject_names(row.entity or row.place or row.event))
    if not subject or not _AT.search(sentence, 0, date[0]):
        return False
    elsewhere = misprints(claim, row)
    mentions = [(start, end) for start, end, _ in bearers(sentence, subject) if end <= date[0]]
    openings = (_OPENING.match(sentence, end) for start, end in mentions if not _OF_KIN.search(sentence, max(0, start - _BEFORE), start))
    return any(found is not None and found.end() < date[0] and _tells(row, sentence, found.end(), date, elsewhere) for found in openings)


def _tells(row: Row, sentence: str, opening: int, date: Span, elsewhere: bool) -> bool:
    """Whether nothing but the event is told between two places; `elsewhere` allows that other places are named."""
    body = sentence[opening : date[0]]
    if _BREAK.search(body) or _SOMETHING_NEW.search(body) or cues("another time").search(body) or cues("unreal").search(body):
        return False
    own = names(f"{row.entity}, {row.place}, {row.event}, {row.measure}")
    named = [found for start, last, found in named_in(sentence) if opening <= start and last <= date[0]]
    if not elsewhere and any(found - related(found, own) for found in named):
        return False
    subject = _land(subject_names(row.entity or row.place or row.event))
    found = (find(sentence, wording, subject, date) for wording in _wordings(row))
    places = (place for place in found if place is not None and opening <= place[0])
    return any(_is_all(sentence[opening : place[0]], sentence[place[1] : date[0]]) for place in places)


def _land(subject: frozenset[str]) -> frozenset[str]:
    """The names of a subject without the "war" that its land may stand for: Korea, of the Korean War."""
    return subject - _WAR or subject


def _is_all(before: str, between: str) -> bool:
    """Whether a clause tells nothing else: no other verb before the event's word, and before the date only where it was or what it cost."""
    before = _CAME_ABOUT.sub("", before)
    return not before.endswith("to ") and not has_verb(before) and (follows(between) or _COST.match(between) is not None)


@lru_cache(maxsize=1024)
def _wordings(row: Row) -> tuple[str, ...]:
    """The ways to tell the event that say enough: the measure, its synonyms and the row's own wordings."""
    told = (row.measure, *synonyms(row.measure), *row.wordings)
    return tuple(wording for wording in told if not wording.startswith(ONLY_BEARS_OUT) and rest(wording) - TIMES)

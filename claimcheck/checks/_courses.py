"""How long a strike, a siege or a search went on, told apart from the one sentence that gives the day it began and the day it ended:
"a strike of 14 days ... The walkout began on November 11 and ended on November 23"; "Boy found after nine days" over the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._display import displayed
from claimcheck.checks._figures import middle
from claimcheck.checks._time import elapsed
from claimcheck.checks._told_spans import Told, says
from claimcheck.model import Claim
from claimcheck.reading import units
from claimcheck.vocabulary import either, table

_UNITS, _FULL, _PAIR, _FAR = ("day", "week"), 10, 2, 2
_COURSE = rf"(?:[a-z]+ )?(?P<course>{either('courses that last')})\b"
_BEHIND = re.compile(rf"['’]? (?:of )?{_COURSE}")
_BEFORE = re.compile(rf"\b{_COURSE} (?:of|that lasted|which lasted|lasting) (?:just |only )?\Z")
_IT = re.compile(r"\W*It\b")
_AFTER = re.compile(r"\bafter (?:just |only )?\Z")
_ENDS, _WORD = re.compile(r"\s*\Z"), re.compile(r"[a-z-]+")
_ANOTHERS = re.compile(
    rf"\b(?:{either('of other ranks')}|{either('tells of an earlier level')}|{either('sets a length beforehand')}"
    rf"|{'|'.join(days.MONTHS)}|\d{{4}})\b",
    re.IGNORECASE,
)
_IN_A_PLACE = re.compile(r"\bin (?:the )?([A-Z]\w+)")
_A_NEW_ONE = re.compile(r"\W*(?:An?|Another) [^,;]*\Z")
"""A course that a later sentence brings in is none told before: "a strike at the mine began"."""


def told(case: Case) -> Iterator[Told]:
    """The lengths of a course that the days it began and ended do not give, though nearly.

    >>> import claimcheck as cc
    >>> text = "A strike of 14 days is over.\\nIt began on November 11 and ended on November 23."
    >>> case = Case(cc.Document(text, text, published="2026-11-24"), tuple(cc.extract(text, published="2026-11-24")))
    >>> [(found.start.surface, found.end.surface) for found in told(case)]
    [('November 11', 'November 23')]
    """
    pairs = [(dates[0], dates[1]) for dates in _dates(case) if len(dates) == _PAIR and _are_ends(case.document.text, *dates)]
    if len(pairs) != 1:
        return
    start, end = pairs[0]
    titles = {claim.id for name, claims in displayed(case) if name == "headline" for claim in claims}
    for length in case.claims:
        if length.sentence_span == start.sentence_span or not _is_length(length) or not _is_near(length, start, end):
            continue
        if _is_of_course(case, length, start, length.id in titles):
            yield Told(length, start, end)


def _dates(case: Case) -> Iterator[list[Claim]]:
    """The full dates of each sentence."""
    for claims in case.layout.sentences.values():
        yield [claim for claim in claims if claim.kind == "date" and len(str(claim.value)) == _FULL]


def _is_length(claim: Claim) -> bool:
    """Whether a figure is a plain length in days or weeks."""
    plain = claim.qualifier == "exact" and not isinstance(claim.value, tuple)
    return plain and claim.kind == "duration" and claim.unit in _UNITS


def _are_ends(text: str, start: Claim, end: Claim) -> bool:
    """Whether one sentence gives the days on which something began and ended."""
    return str(start.value) < str(end.value) and says(text, start, "spans begin") and says(text, end, "spans end")


def _is_of_course(case: Case, length: Claim, start: Claim, in_title: bool) -> bool:
    """Whether a length is of what began on a day: named by one noun, or ending a headline over what has been "since" that day."""
    text, (first, last) = case.document.text, length.sentence_span
    before, clause = text[first : length.span[0]], text[start.sentence_span[0] : start.span[0]]
    if _ANOTHERS.search(before + text[length.span[1] : last]):
        return False
    if length.place is not None and (where := _IN_A_PLACE.search(clause)) is not None and where[1] not in length.place:
        return False
    if in_title and _AFTER.search(before) and _ENDS.match(text[length.span[1] : last]):
        return clause.endswith("since ")
    if length.span < start.span and not in_title and _A_NEW_ONE.match(clause):
        return False
    named = _BEHIND.match(text, length.span[1]) or _BEFORE.search(before)
    return named is not None and (bool(_IT.match(clause)) or any(_are_one(named["course"], word) for word in _WORD.findall(clause)))


def _are_one(course: str, word: str) -> bool:
    return course == word or any({course, word} <= alike for alike in _alike())


@cache
def _alike() -> tuple[frozenset[str], ...]:
    """Nouns of which each may stand for one course: a strike, the walkout."""
    return tuple(frozenset(row["wordings"].split("|")) for row in table("courses"))


def _is_near(length: Claim, start: Claim, end: Claim) -> bool:
    apart, stated = elapsed(str(start.value), str(end.value))[1], units.convert(middle(length), length.unit or "", "day")
    return apart <= stated * _FAR and stated <= apart * _FAR

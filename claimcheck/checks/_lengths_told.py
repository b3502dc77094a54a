"""How long something has lasted, told beside the day or year it began: "The hall has stood for 118 years; it opened in 1918".

The one date of the length's own sentence, or of the one beside it that goes on about the same thing, is its beginning; two dates are its
beginning and its end where the words say so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._time import elapsed, in_days
from claimcheck.checks._told_spans import Told
from claimcheck.comparing.names import shared, stems
from claimcheck.model import Claim
from claimcheck.vocabulary import either, word_set

_UNITS = ("year", "month", "week", "day")
_HAS_LASTED = re.compile(
    rf"\b(?:has|have|['’]s|['’]ve) (?:{either('lasts from its beginning')})\b[^.;]{{0,40}}\bfor "
    r"(?:the (?:past|last) |some |about |nearly )*\Z",
    re.IGNORECASE,
)
_OF_A_THING = re.compile(rf"\b(?:{either('lasts as a thing does')})\b")
_OVER = re.compile(rf"\b(?:{either('over as a thing is')})\b[^.;]{{0,40}}\bafter \Z")
_LEAVES = re.compile(rf"\b(?:{either('leaves what lasted')})\b[^.;]{{0,40}}\bafter \Z", re.IGNORECASE)
_SINCE = re.compile(r",? (?:[a-z]+ )?since \Z")
_OR = re.compile(r"(?:,| [–—-]) (?:or|that is|which is) \Z")
_LASTED = re.compile(
    rf"(?:\b(?:{either('before a length that lasted')}|(?:{either('states told with for')}) for|in (?:all|total),?|"
    r"(?:a|an) (?:[a-z]+ ){1,2}of|a total of)|,) (?:just |only |about |some )?\Z",
    re.IGNORECASE,
)
_BEFOREHAND = re.compile(rf"\b(?:{either('sets a length beforehand')})\b", re.IGNORECASE)
"""A length that was agreed on or ordered may have come out another one."""
_CLOSES = re.compile(r" ?(?:later|apart|in all|in total|altogether)?(?:[,.;:)\"”]|\Z)|, (?:until|till)\b")
_RANGE = re.compile(r"\b(?:from|between)(?: the)? \Z", re.IGNORECASE)
_SUBJECT = re.compile(
    r"\W*(?:and |but )?(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) ((?:[\w’'-]+ ){1,3}?)(?:was|were|had|has|[a-z]+ed|began) "
)
_NARROWED = re.compile(r"\b(?:by|under|(?:its|their|the) (?:present|current|new) [a-z]+)\b")
_JOINED = re.compile(r"\b(?:joined|entered)\b")
_AS = re.compile(r" as (?:an?|the|its|their) ")
"""What tells that a date is the beginning of more, or of less, than has lasted."""
_BIRTH = frozenset(("born", "birth"))
_GOES_ON = re.compile(r"\W*(?:It|He|She|They|The [a-z]+,?) ")
_WORD = re.compile(r"[a-z]+")
_SIGHT, _TWICE, _PAIR = 70, 2, 2
_TEN, _LOOSE = 10, Decimal("0.05")
"""Round numbers of years, and by how much of itself one may be off. Conventions of this project."""


def told(case: Case) -> Iterator[Told]:
    """The lengths that the dates beside them do not give, though nearly; an end of None is the day of publication.

    >>> import claimcheck as cc
    >>> text = "The hall has stood for 118 years; it opened in 1918."
    >>> case = Case(cc.Document(text, text, published="2026-05-04"), tuple(cc.extract(text, published="2026-05-04")))
    >>> [found.start.surface for found in told(case)]
    ['1918']
    """
    for length in case.claims:
        if length.kind != "duration" or isinstance(length.value, tuple) or length.unit not in _UNITS or length.links:
            continue
        found = _between(case, length) or _until_now(case, length)
        end = str(found.end.value) if found is not None and found.end is not None else case.document.published
        if found is not None and end is not None and str(found.start.value) < end and _is_near(length, str(found.start.value), end):
            yield found


def _until_now(case: Case, length: Claim) -> Told | None:
    """A length up to now, with the one date beside it that is a beginning."""
    text = case.document.text
    before = text[max(length.sentence_span[0], length.span[0] - 2 * _SIGHT) : length.span[0]]
    dates = [date for date in _dates(case, length) if str(date.value) != case.document.published]
    if len(dates) != 1:
        return None
    date = dates[0]
    between = text[length.span[1] : date.span[0]] if length.span < date.span else text[date.span[1] : length.span[0]]
    if word_set("not all the time").intersection(_WORD.findall(length.sentence.lower())):
        return None
    if length.span < date.span and _SINCE.fullmatch(between):
        return Told(length, date, None)
    since = text.endswith("since ", 0, date.span[0])
    if since and date.sentence_span == length.sentence_span and _OR.fullmatch(between):
        return Told(length, date, None)
    over = _OVER.search(before) and length.as_of == case.document.published
    lasts = _HAS_LASTED.search(before) or ((over or _LEAVES.search(before)) and _CLOSES.match(text, length.span[1]))
    if date.sentence_span != length.sentence_span and not over and not _OF_A_THING.search(before):
        return None
    if not since and (_NARROWED.search(text, length.span[0] - len(before), length.span[0]) or _is_of_another(text, date, length)):
        return None
    return Told(length, date, None) if lasts and (since or _begins(text, date)) else None


def _between(case: Case, length: Claim) -> Told | None:
    """A length with the two dates of its sentence, or of it and the one beside it, between which the words say that it ran."""
    text = case.document.text
    before = text[max(length.sentence_span[0], length.span[0] - _SIGHT) : length.span[0]]
    dates = _dates(case, length)
    if len(dates) != _PAIR or len(str(dates[0].value)) != len(str(dates[1].value)) or not _LASTED.search(before):
        return None
    if not _CLOSES.match(text, length.span[1]) or _BEFOREHAND.search(text, length.sentence_span[0], length.span[0]):
        return None
    start, end = dates
    ranged = _RANGE.search(text[max(0, start.span[0] - _SIGHT) : start.span[0]]) and length.span > end.span
    return Told(length, start, end) if ranged or (_begins(text, start) and _says(text, end, "spans end", start.span[1])) else None


def _dates(case: Case, length: Claim) -> Sequence[Claim]:
    """The dates of a length's sentence, else those of it and the one beside it, of which one goes on about what the other tells of."""
    text = case.document.text
    own = [claim for claim in case.beside(length) if _is_date(claim)]
    around = case.layout.before(length), case.layout.after(length)
    near = [claim for told in around for claim in told if _is_date(claim) and _are_neighbours(text, claim.sentence_span, length)]
    return own or near


def _is_date(claim: Claim) -> bool:
    return claim.kind in ("date", "year") and not isinstance(claim.value, tuple)


def _are_neighbours(text: str, span: tuple[int, int], length: Claim) -> bool:
    first, second = sorted((span, length.sentence_span))
    return not text[first[1] : second[0]].strip(" ") and bool(_GOES_ON.match(text, second[0]))


def _begins(text: str, date: Claim) -> bool:
    return _says(text, date, "spans begin") or _says(text, date, "ways of beginning")


def _says(text: str, date: Claim, words: str, after: int = 0) -> bool:
    """Whether the clause of a date, behind a place, has a word of beginning or of ending; a birth is the beginning of no reign."""
    return not (word_set(words) - _BIRTH).isdisjoint(_WORD.findall(_clause(text, date, after).lower()))


def _clause(text: str, date: Claim, after: int = 0) -> str:
    start = max(date.sentence_span[0], date.span[0] - _SIGHT, after)
    return re.split(r"[;:]", text[start : date.span[0]])[-1]


def _is_of_another(text: str, date: Claim, length: Claim) -> bool:
    """Whether a date is the beginning of something else: "the tower was built in 1320", "opened in 1955 as a school"."""
    clause = _clause(text, date)
    subject = _SUBJECT.match(clause)
    elsewhere = stems(length.sentence.replace(clause, ""))
    another = subject is not None and not shared(stems(subject[1]), elsewhere)
    return another or bool(_NARROWED.search(clause)) or bool(_JOINED.search(clause)) or bool(_AS.match(text, date.span[1]))


def _is_near(length: Claim, start: str, end: str) -> bool:
    """Whether the time between two dates is at least half of a length and no more than twice as long: else it is of something else.

    A round number of years misses it by more than a twentieth: 50 years may be 52.
    """
    least, most = elapsed(start, end)
    stated = in_days(length)
    if length.unit == "year" and middle(length) % _TEN == 0 and least <= stated * (1 + _LOOSE) and most >= stated * (1 - _LOOSE):
        return False
    return least <= stated * _TWICE and most * _TWICE >= stated

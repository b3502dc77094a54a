"""Figures of events that the world remembers by a name: they are of the day on which it happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from attrs import evolve

from claimcheck import days
from claimcheck.model import TIMES, Claim
from claimcheck.reading.frozen import frozen
from claimcheck.vocabulary import table

_OWN = 400
"""Days after an event for which an article that names it may be about it."""
_SLIP = 2
"""Years by which a paper may be wrong about one."""
_NEAR = 60
"""Characters between a figure and the name behind it."""
_TIMELESS = (*TIMES, "ratio")
_APART = re.compile(r"[;—:]| but | while | whereas |, and ")
_COMPARED = re.compile(r"\b(?:since|than|like|unlike|beside|after|before) (?:the |an? )?(?:\w+ )?$")


@frozen
class _Event:
    day: str
    alone: bool


@cache
def _events() -> tuple[dict[str, _Event], frozenset[str], re.Pattern[str]]:
    rows = table("known_events")
    named = {row["name"]: _Event(row["day"], row["alone"] == "yes") for row in rows}
    longest = sorted(named, key=len, reverse=True)
    return named, frozenset(name.split()[0] for name in named), re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b")


@cache
def _first_words() -> re.Pattern[str]:
    """The words that begin as the first word of a name does: nearly all of them capitals."""
    return re.compile(rf"[{re.escape(''.join(sorted({first[0] for first in _events()[1]})))}](?<![\w’'-].)[\w’'-]*")


def dated(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article; the figures of a famous event, told long after, are as of its day.

    >>> from claimcheck.reading import extract
    >>> claim = extract("When the Titanic went down, 1,514 people drowned.", published="2026-02-05")[0]
    >>> claim.as_of, claim.period
    ('1912-04-15', None)
    """
    return [claim if (event := _event_of(claim)) is None else evolve(claim, period=None, as_of=event.day) for claim in claims]


def _event_of(claim: Claim) -> _Event | None:
    """The event that the clause of a figure names, where it is not what the article is about."""
    if claim.kind in _TIMELESS or claim.said_on is None:
        return None
    named, firsts, pattern = _events()
    if firsts.isdisjoint(_first_words().findall(claim.sentence)):
        return None
    start, end = (at - claim.sentence_span[0] for at in claim.span)
    for match in pattern.finditer(claim.sentence):
        event = named[match.group()]
        if _may_be_of(claim, event) and _is_beside(claim.sentence, match.span(), (start, end)):
            return event
    return None


def _may_be_of(claim: Claim, event: _Event) -> bool:
    """Whether a figure has no other time than that of the event, give or take a slip of the year."""
    if (days.last_day(claim.said_on or "") - days.last_day(event.day)).days < _OWN or claim.as_of is None:
        return False
    told = re.findall(r"\b1[89]\d\d\b|\b20\d\d\b", claim.sentence)
    if claim.as_of != claim.said_on:
        return abs(int(claim.as_of[:4]) - int(event.day[:4])) <= _SLIP
    return (event.alone and not told) or any(abs(int(year) - int(event.day[:4])) <= _SLIP for year in told)


def _is_beside(sentence: str, name: tuple[int, int], figure: tuple[int, int]) -> bool:
    """Whether a figure stands in the clause of a name, behind it or shortly before."""
    if name[1] <= figure[0]:
        return not _APART.search(sentence, name[1], figure[0])
    compared = _COMPARED.search(sentence[max(0, name[0] - 40) : name[0]])
    between = sentence[figure[1] : name[0]]
    return not compared and len(between) <= _NEAR and not (_APART.search(between) or "," in between or " that " in between)

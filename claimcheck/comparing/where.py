"""The tests of where and in which event: the same place, the same war, quake or strike."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck.comparing.answers import NEAR, Answer, one_article
from claimcheck.comparing.events import event_types, of_sort, rarely, recurs
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import names, related, shared
from claimcheck.comparing.story import in_one_story
from claimcheck.comparing.time import counted_so_far, course, days_between, running
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.reading.places import contains
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import events_in

_ALONE = re.compile(r"\b(?:alone|itself|only)\b")
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_EVENT_WORDS = 6
"""Words between an event and the place that names it."""
_ONE_DISASTER = 500
"""Days after which figures of a disaster in one place are likelier those of another one."""
_ONE_NEWS = 10
"""Days within which "the earthquake" without a name is the one in the news."""
_ONE_INCIDENT = 3
"""Days within which reports on a strike, shooting or attack in one place speak of the same one."""
_FEW, _NO_INCIDENT = 100, 1000
"""Victims below which a figure is that of an incident of a war unless the words say otherwise, and from which it is never that of one."""


def place(a: Claim, b: Claim) -> Answer:
    """The same place; a part of a place is not the whole, unless it only names where the whole event was."""
    one, other = names(a.place), names(b.place)
    if not one or not other:
        local = next((claim for claim in (a, b) if _is_local(claim)), None)
        return (
            Answer("place", "part", f"only one is of {local.place}")
            if local
            else Answer("place", "unknown", "the place is not said of both")
        )
    spoken = f"{a.place} and {b.place}"
    if shared(one, other):
        return Answer("place", "agree", spoken)
    told = [claim for claim in (a, b) if "place" not in claim.inherited]
    if not related(one, other):
        if len(told) == 2 or (_is_in_sentence(a) and _is_in_sentence(b)):
            return Answer("place", "clash" if are_listed(one | other) else "part", spoken)
        return Answer("place", "part" if told and not _names_event(told[0]) else "unknown", spoken)
    inner, outer = (a, b) if any(contains(x, y) for x in other for y in one) else (b, a)
    if "place" in inner.inherited or _names_event(inner):
        return Answer("place", "entail", spoken)
    return Answer("place", "part", f"{inner.place} is a part of {outer.place}")


@fact
def _is_local(claim: Claim) -> bool:
    """Whether the sentence itself puts a figure into a place that is not the one its event is named by."""
    where, named = names(claim.place), names(claim.event)
    return bool(where and named) and "place" not in claim.inherited and not shared(where, named) and not _names_event(claim)


@fact
def _names_event(claim: Claim) -> bool:
    """Whether the place stands by the event's own word ("the fire in Lodvik") and so limits nothing."""
    before, found, after = claim.sentence.partition(claim.place or "")
    near = " ".join((*before.split()[-_EVENT_WORDS:], *after.split()[:2]))
    return bool(found and events_in(cut(near))) and not _ALONE.search(after[:NEAR])


@fact
def _is_in_sentence(claim: Claim) -> bool:
    """Whether the figure's own sentence names its place, even where the article is about it."""
    return not names(claim.place).isdisjoint(names(claim.sentence))


def are_listed(found: frozenset[str]) -> bool:
    """Whether all names are places of the gazetteer."""
    return all(name[0].isupper() for name in found)


def event(a: Claim, b: Claim) -> Answer:
    """The same war, quake or strike: type, names and year; strikes recur, so two of them must be of the same days.

    The event of a whole article is only as sure as its headline: a name that clashes there may still stand in the other's sentence.
    """
    if not a.event or not b.event:
        return Answer("event", "unknown", "the event is not said of both")
    spoken = f"{a.event} and {b.event}"
    one, other = _event_names(a), _event_names(b)
    if one is None or other is None or of_another_year(a, b):
        return Answer("event", "clash", f"{a.event} ({a.place or 'no place'}) and {b.event} ({b.place or 'no place'})")
    named = _named(a, b, one, other)
    types = event_types(a.event), event_types(b.event)
    if types[0] and types[1] and not types[0] & types[1]:
        return Answer("event", "unknown" if named != "clash" and ("event" in a.inherited or "event" in b.inherited) else "clash", spoken)
    doubt = _doubt(a, b, types[0] & types[1]) if named in ("agree", "entail") else None
    return Answer("event", "part" if doubt else named, f"{spoken}: {doubt}" if doubt else spoken)


def _named(a: Claim, b: Claim, one: frozenset[str], other: frozenset[str]) -> str:
    """Whether the names of two events are the same, may be, or clash."""
    if related(one, other):
        return "agree"
    if related(one, _around(b)) or related(other, _around(a)):
        return "entail"
    if _years(a.event) & _years(b.event) and not (one and other):
        return "entail"
    apart = days_between(a, b)
    if one and other and not _may_be_one(a, b, one, other):
        return "clash"
    return "entail" if one_article(a, b) or (apart is not None and apart <= _ONE_NEWS) else "unknown"


def _may_be_one(a: Claim, b: Claim, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names may be of one event, if no gazetteer knows both: what comes rarely (a quake in a valley, a quake in a province),
    or what two articles on one place, or with one cast, tell of, or of which the one names the other's.
    """
    supplied = [claim for claim in (a, b) if "event" in claim.inherited]
    rare = all(rarely(claim.event) for claim in (a, b)) and bool(supplied)
    one_place = bool(shared(names(a.place), names(b.place))) or in_one_story(a, b, one, other)
    return (rare or (len(supplied) == 2 and one_place)) and not (are_listed(one) and are_listed(other))


@fact
def _event_names(claim: Claim) -> frozenset[str] | None:
    """The names of a claim's event and the place its own sentence gives; None where that place lies outside the article's event."""
    named, own = names(claim.event) - _years(claim.event), names(claim.place)
    if "place" in claim.inherited or not own:
        return named
    if "event" in claim.inherited and named and are_listed(named | own) and not related(own, named):
        return None
    return named | own


@fact
def _around(claim: Claim) -> frozenset[str]:
    """All names that stand around a figure."""
    return names(claim.sentence) | names(claim.title) | names(claim.place) | names(claim.entity)


@lru_cache(maxsize=4096)
def _years(text: str | None) -> frozenset[str]:
    return frozenset(_YEAR.findall(text or ""))


def of_another_year(a: Claim, b: Claim) -> bool:
    """Whether one event is named by a year in which the other claim's days do not lie."""
    for named, other in ((a, b), (b, a)):
        years = _years(named.event)
        if years and not years & _years(other.event) and not years & _years(f"{other.as_of} {other.period}"):
            return True
    return False


def _doubt(a: Claim, b: Claim, types: frozenset[str]) -> str | None:
    """Why figures of what looks like one event may be those of two."""
    apart = days_between(a, b)
    if apart is not None and apart > _ONE_DISASTER and types & of_sort("disaster") and not _years(a.event) | _years(b.event):
        return f"the figures are {apart} days apart"
    if (apart is not None and apart <= _ONE_INCIDENT) or not (recurs(a.event) and recurs(b.event)):
        return None
    return "such events come again and again" if _happens(a, b) and not (_runs(a) and _runs(b)) else None


def _happens(a: Claim, b: Claim) -> bool:
    """Whether the figure is one of what happened, and not of what is (a rate, a population)."""
    statistic = known(a.measure or "")
    return course(a, b) in ("grows", "flow") or (a.kind == "count" and (statistic is None or statistic.about in ("people", "actor")))


def _runs(claim: Claim) -> bool:
    """Whether a count runs on, by its words or because no single incident of a war has so many victims; by its tense if there are many."""
    many = Decimal(claim.value) if claim.kind == "count" and isinstance(claim.value, str) else Decimal(0)
    return counted_so_far(claim) or many >= _NO_INCIDENT or (many >= _FEW and running(claim))

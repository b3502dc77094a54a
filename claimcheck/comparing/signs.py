"""What two claims show by their scopes, figures and circumstances, in words: the signs of which claimcheck.comparing.odds knows weights."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from operator import add

from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.facts import fact
from claimcheck.comparing.figures import compared, significant, standing, times_apart
from claimcheck.comparing.labels import is_old
from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.story import cast_in_common
from claimcheck.comparing.time import course, days_between, when
from claimcheck.comparing.what import addition
from claimcheck.comparing.whom import same_source, sources_differ
from claimcheck.model import Claim
from claimcheck.reading.measures import known

Signs = tuple[str, ...]
Scope = tuple[tuple[str | None, ...], tuple[bool, ...], str | None, str | None, bool]
"""What a claim's fields say, in the order of _FIELDS; which ones the article supplied; its noun; what its statistic is about; whether it is
a change."""

_GROUPS = {"count": "count", "date": "date", "year": "date", "age": "age", "duration": "duration", "money": "money"} | dict.fromkeys(
    ("percent", "ratio", "percentage_point"), "share"
)
_FIELDS = ("entity", "event", "place", "counted", "measure")
_SUPPLIED = ("measure", "entity", "place", "event")
_OF_FEW = ("kind", "since")
"""Tests that nearly all pairs that are weighed answer alike."""
_TIMES = ((1.1, "within 1.1 times"), (1.3, "within 1.3 times"), (2, "within 2 times"), (5, "within 5 times"))
"""How many times apart two figures may lie to be a sign of their own."""
_DAYS = ((0, "same day"), (3, "within 3 days"), (30, "within 30 days"), (365, "within a year"))
_SHARED_NAMES = ((0, "nothing"), (1, "a name"), (2, "two names"), (5, "some names"))
_LEAD = 500
"""Characters of an article that are its opening."""
_NUMBER, _MANY = re.compile(r"\d[\d,.]*"), 4
"""How many numbers make a sentence a list of figures."""
_PLACED = re.compile(r" (?:in|at|near|outside|around|from) (?:the )?[A-Z]")
_FULL_STOPS = (".", "!", "?", ".”", '."')


def plain_signs(a: Claim, b: Claim, told: Verdicts) -> tuple[Signs, ...]:
    """What two claims show, by the verdicts of the scope tests, without a look at what else their sentences say."""
    stands = "equal" if (a.value, a.unit) == (b.value, b.unit) else standing(a, b, moved=False)
    articles = "one article" if one_article(a, b) else "two articles"
    moves, group, lapse = course(a, b), _GROUPS.get(a.kind, "measured"), _lapse(a, b)
    return (
        _of_verdicts(tuple(told.items()), (stands, articles, group, moves)),
        _of_scope(told["event"], told["place"], told["entity"]),
        _of_fields(a, b, told),
        _of_figures(max(significant(a), significant(b)), a.qualifier if a.qualifier == b.qualifier else None, stands, moves, lapse),
        _of_equal(min(max(significant(a), significant(b)), 4), group, lapse) if stands == "equal" else _of_apart(a, b, moves, lapse, told),
        _of_circumstances(a, b),
        _of_wording(a, b, stands, lapse),
        _of_casts(cast_in_common(a, b), told["event"], told["measure"]),
    )


@lru_cache(maxsize=16384)
def _of_verdicts(told: tuple[tuple[str, str], ...], settings: Signs) -> Signs:
    """What each scope test says, alone, beside the measure, and in a setting: how the figures stand, in how many articles, of what kind."""
    said = [f"{test}: {verdict}" for test, verdict in told if test not in _OF_FEW]
    measure = next(sign for sign in said if sign.startswith("measure"))
    beside = [f"{measure}, {sign}" for sign in said if sign != measure]
    return ("any two figures", *said, *beside, *settings, *(f"{setting}, {sign}" for setting in settings for sign in said))


@cache
def _of_scope(event: str, place: str, entity: str) -> Signs:
    return f"event: {event}, place: {place}", f"event: {event}, place: {place}, entity: {entity}"


def _of_fields(a: Claim, b: Claim, told: Verdicts) -> Signs:
    """Which fields are said of both, of one, or in the same words; which ones the article supplied; what the statistics are about."""
    return _of_scopes(_scope(a), _scope(b), tuple([told[field] for field in _SUPPLIED]))


@fact
def _scope(claim: Claim) -> Scope:
    named = known(statistic(claim) or "")
    fields = claim.entity, claim.event, claim.place, claim.counted, claim.measure
    supplied = tuple([field in claim.inherited for field in _SUPPLIED])
    return fields, supplied, claim.noun or claim.counted, named.about if named else None, claim.change is not None


@lru_cache(maxsize=16384)
def _of_scopes(a: Scope, b: Scope, told: tuple[str, ...]) -> Signs:
    """The signs of two scopes, which the figures of one story share; `told` are the verdicts on the fields that an article may supply."""
    (fields, supplied, noun, about, changes), (other_fields, other_supplied, other_noun, other_about, other_changes) = a, b
    shown = [sign for sign in map(_of_field, _FIELDS, fields, other_fields) if sign]
    shown += [
        f"{field}: {verdict}, supplied to {one + other}"
        for field, verdict, one, other in zip(_SUPPLIED, told, supplied, other_supplied, strict=True)
    ]
    if about and other_about:
        one_thing = about if about == other_about else "two things"
        shown += (f"about {one_thing}", f"about {one_thing}, measure: {told[0]}")
    if changes != other_changes:
        shown.append("one is a change")
    return (*shown, _nouns(noun, other_noun))


def _of_field(field: str, one: str | None, other: str | None) -> str | None:
    if one is None or other is None:
        return f"{field} of neither" if one is other else f"{field} of one"
    return f"one {field}" if one == other else None


def _nouns(one: str | None, other: str | None) -> str:
    if one is None or other is None:
        return "nouns of neither" if one is other else "nouns of one"
    if one == other or stems(one) & stems(other):
        return "nouns alike"
    return "nouns of one group" if groups_of(one) & groups_of(other) else "nouns differ"


@lru_cache(maxsize=4096)
def _of_figures(digits: int, hedge: str | None, stands: str, moves: str, lapse: str) -> Signs:
    """How round two figures are, how both are hedged, how they stand to each other, and how many days apart."""
    hedged = f"both {hedge}" if hedge else "one is hedged otherwise"
    return (*(("round figures",) if digits <= 1 else ()), hedged, f"{moves}, {stands}", lapse, f"{moves}, {lapse}")


@lru_cache(maxsize=4096)
def _of_equal(digits: int, group: str, lapse: str) -> Signs:
    return f"equal figures of {digits}", f"equal, {group}, of {digits}", f"equal, {lapse}"


def _of_apart(a: Claim, b: Claim, moves: str, lapse: str, told: Verdicts) -> Signs:
    """How far apart two figures are that are not equal, and whether the later one is the higher one."""
    times = times_apart(a, b)
    if times is None:
        return ()
    within = step(float(times), _TIMES, "further apart")
    order = when(a, b) if moves == "grows" else "same"
    rising = "up" if order == "later" else "down"
    grown = None if order not in ("later", "earlier") else compared(a, b, moved=False).direction == rising
    return _of_times(within, moves, lapse, told["measure"], grown)


@lru_cache(maxsize=4096)
def _of_times(within: str, moves: str, lapse: str, measure: str, grown: bool | None) -> Signs:
    plain = (within, f"{within}, measure: {measure}", f"{moves}, {within}, {lapse}")
    moved = "grown" if grown else "fallen"
    return plain if grown is None else (*plain, moved, f"{moved}, {within}")


def _lapse(a: Claim, b: Claim) -> str:
    apart = days_between(a, b)
    return "day unknown" if apart is None else step(apart, _DAYS, "years apart")


def step(number: float, steps: Sequence[tuple[float, str]], beyond: str) -> str:
    """The name of the first step that a number does not pass."""
    for most, named in steps:
        if number <= most:
            return named
    return beyond


def _of_circumstances(a: Claim, b: Claim) -> Signs:
    """Who says it, and where in the article."""
    if a.attribution and b.attribution:
        source = "one source" if same_source(a, b) else "two sources" if sources_differ(a, b) else "sources alike"
    else:
        source = "source of one" if a.attribution or b.attribution else "source of neither"
    first, second = sorted((_position(a), _position(b)))
    together = one_article(a, b) and a.sentence_span == b.sentence_span
    return (source, f"in {first} and {second}", *(("one sentence",) if together else ()))


def _of_wording(a: Claim, b: Claim, stands: str, lapse: str) -> Signs:
    """Whether the figures are called earlier ones or additions, stand in lists of figures, or by the name of a place."""
    return _of_words(*map(add, _wording(a), _wording(b)), stands, lapse)


@fact
def _wording(claim: Claim) -> tuple[bool, bool, bool, bool]:
    """Whether a figure is called an earlier one or an addition, stands in a list of figures, and before the name of a place."""
    return is_old(claim), addition(claim) is not None, _is_listed(claim), _is_placed(claim)


@cache
def _of_casts(shared: int | None, event: str, measure: str) -> Signs:
    """How many of the names that two articles use most are used by both."""
    if shared is None:
        return ()
    casts = f"casts share {step(shared, _SHARED_NAMES, 'most')}"
    return casts, f"{casts}, event: {event}", f"{casts}, measure: {measure}"


@lru_cache(maxsize=4096)
def _of_words(old: int, added: int, listed: int, placed: int, stands: str, lapse: str) -> Signs:
    called = f"{old} called an earlier figure"
    return (
        *((called, f"{called}, {stands}", f"{called}, {lapse}") if old else ()),
        *((f"{added} an addition",) if added else ()),
        f"{listed} in a list of figures",
        f"{placed} before the name of a place",
    )


def _is_listed(claim: Claim) -> bool:
    return len(_NUMBER.findall(claim.sentence)) >= _MANY


def _is_placed(claim: Claim) -> bool:
    return _PLACED.match(claim.sentence, claim.span[1] - claim.sentence_span[0]) is not None


@fact
def _position(claim: Claim) -> str:
    if claim.sentence_span[0] == 0 and not claim.sentence.rstrip().endswith(_FULL_STOPS):
        return "headline"
    return "opening" if claim.span[0] < _LEAD else "body"

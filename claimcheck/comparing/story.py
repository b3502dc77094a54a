"""Are two figures of one story? Where a figure's event is not read, the names and the sort of event around it tell."""

from __future__ import annotations

from functools import cache, lru_cache

from claimcheck import days
from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.events import event_types, of_sort
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import names, shared
from claimcheck.model import Claim
from claimcheck.vocabulary import table

_GOOD = ("agree", "entail")
_IN_THE_NEWS, _ONE_STORY = 10, 30
"""Days within which an event without a name is the one in the news, and within which the same names stand for the same story."""
_ONE_SORT, NOTHING_SHARED, _LONG_AGO = 3, 5, 7
"""Points where only the sort of event and the days are shared, only the days, and not even those."""
_CAST, _ONE_CAST = 4, 2
"""Names of the shortest cast that tells anything, and names in common from which two articles tell one story: fewer may be a country that
all its news shares.
"""
DOUBTS = (0, 1, _ONE_SORT, NOTHING_SHARED, _LONG_AGO)
"""All that `doubt` may say."""


def doubt(a: Claim, b: Claim) -> int:
    """How much is left open whether two figures whose scopes name no event in common are of one story.

    0 where names and the sort of event around them are shared within a month; 1 where only names are, where the sort is that of what is in
    the news and not both name something, or where both stand in one article; 3 where only the sort is shared; 5 where nothing is, 7 where
    the articles lie further apart.
    """
    if one_article(a, b):
        return 1
    apart = days_said_apart(a, b)
    if apart is None or apart > _ONE_STORY:
        return _LONG_AGO
    sorts, one, other = _sorts(a) & _sorts(b), _around(a), _around(b)
    if shared(one | _supplied(a), other | _supplied(b)):
        return 0 if sorts else 1
    if sorts - of_sort("two sides") and apart <= _IN_THE_NEWS and not (one and other):
        return 1
    return _ONE_SORT if sorts and not (one and other) else NOTHING_SHARED


def cast_in_common(a: Claim, b: Claim) -> int | None:
    """How many of the names that two articles use most they share; None for one article, and where one uses hardly any."""
    if one_article(a, b) or min(len(a.cast), len(b.cast)) < _CAST:
        return None
    return len(_cast(a) & _cast(b))


def have_one_cast(a: Claim, b: Claim) -> bool:
    """Whether two articles share so many of the names they use most that they tell one story."""
    return (cast_in_common(a, b) or 0) >= _ONE_CAST


def is_one(a: Claim, b: Claim) -> bool:
    """Whether two figures stand in one article, or in two that tell one story and in sentences of no two sorts of event."""
    return one_article(a, b) or (have_one_cast(a, b) and not tell_two_sorts(a, b))


def in_one_story(a: Claim, b: Claim, one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two articles may call one thing by these two names: they have one cast, or one uses the other's name too."""
    return have_one_cast(a, b) or bool(shared(one, _names_of_cast(b)) or shared(other, _names_of_cast(a)))


@fact
def _cast(claim: Claim) -> frozenset[str]:
    return frozenset(claim.cast)


@fact
def _names_of_cast(claim: Claim) -> frozenset[str]:
    return frozenset(name for told in claim.cast for name in names(told))


def is_common(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    """Whether event, place, beginning or a name is said of both."""
    return any(verdicts[test] in _GOOD for test in ("event", "place", "since")) or names_agree(a, b, verdicts)


def names_agree(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    """Whether both figures are of one and the same name."""
    return verdicts["entity"] in _GOOD and bool(names(a.entity)) and bool(names(b.entity))


def are_two(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two figures of which no event is read tell of events of two sorts: a quake, a flood."""
    return not (a.event or b.event) and tell_two_sorts(a, b)


def tell_two_sorts(a: Claim, b: Claim) -> bool:
    """Whether the sentences of two figures tell of events, and of none of one sort."""
    one, other = event_types(a.sentence), event_types(b.sentence)
    return bool(one and other) and not one & other


def days_said_apart(a: Claim, b: Claim) -> int | None:
    """The days between two articles, None where one has no date."""
    if a.said_on is None or b.said_on is None:
        return None
    return abs((days.first_day(a.said_on) - days.first_day(b.said_on)).days)


@fact
def _around(claim: Claim) -> frozenset[str]:
    """The names in a figure's sentence and headline."""
    return telling_names(claim.sentence) | telling_names(claim.title)


@fact
def _supplied(claim: Claim) -> frozenset[str]:
    """The names in a figure's scope, its article's among them."""
    return telling_names(claim.place) | telling_names(claim.entity) | telling_names(claim.event)


@lru_cache(maxsize=4096)
def telling_names(text: str | None) -> frozenset[str]:
    """The names in a text without numbers, offices ("President") and words for events ("Fire")."""
    return frozenset(name for name in names(text) if not name[0].isdigit() and name not in _untelling() and not event_types(name))


@fact
def _sorts(claim: Claim) -> frozenset[str]:
    return event_types(claim.event) or event_types(claim.sentence) or event_types(claim.title)


@cache
def _untelling() -> frozenset[str]:
    return frozenset(row["word"] for name in ("speakers", "numerals") for row in table(name))

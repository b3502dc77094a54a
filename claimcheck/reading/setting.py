"""Where a figure's own sentence puts it, and whether it belongs to another event than the article's."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import takewhile

from claimcheck.reading import places, subjects
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import story_words
from claimcheck.reading.view import View
from claimcheck.vocabulary import word_set

_FARTHEST = 18
"""Cost from which a place is too far from a figure to govern it: a token costs one, a comma or "and" five, a figure seven."""
_OPENING = 12
"""Cost of a place that opens the sentence ("In Dell, ...")."""
_NEAR_EVENT, _NEAR_NAME = 14, 12
"""Tokens between a year and its event, and between an event and its name."""
_COMPARING = frozenset(("from", "than", "against", "compared", "versus"))
"""Words between a figure and what it is held against: "81 seats, up from 64 at the election of 2021"."""
_WHERE = frozenset("in at on near along outside inside aboard under off".split())
"""Prepositions that say where those of a figure right before them are."""
_ENDS = frozenset("and or who that which where when after as in on at of near along between during since".split())
"""Words that end the phrase behind such a preposition."""
_LONGEST = 3
"""Words of it."""
_UNPLACED = ("age", "length", "duration", "percent", "percentage_point")


@frozen(eq=False)
class Elsewhere:
    """Another event than the article's, and the name that stands with it; both None where a place is only compared with."""

    event: str | None
    name: str | None


def place_of(view: View, figure: Quantity) -> str | None:
    """The place named in the figure's clause, the nearest one; one that opens the sentence holds for all of it."""
    best, least = None, _FARTHEST
    for name in view.placed:
        cost = _cost(view, figure, name)
        if cost < least:
            best, least = name, cost
    if best is not None:
        return best.place or best.text
    if figure.kind == "count" and not story_words("worldwide").isdisjoint(view.words):
        return "World"
    if view.placed and any(_is_last(view, figure, name) for name in view.placed):
        return _own_phrase(view, figure)
    return None


def _own_phrase(view: View, figure: Quantity) -> str | None:
    """The "rural communes" of "58 in Les Cayes and 58 in rural communes"."""
    start = figure.last + 1 + (view.words[figure.last + 1 : figure.last + 2] in (("the",), ("a",), ("an",)))
    words = tuple(takewhile(lambda word: word[0].isalnum() and word not in _ENDS, view.words[start : start + _LONGEST]))
    return " ".join(words) or None


def _cost(view: View, figure: Quantity, name: Name) -> int:
    behind = name.first >= figure.last
    if behind and (view.words[name.last : name.last + 2] == (",", "where") or view.holds(name)):
        return _FARTHEST
    if (_is_next if behind else _is_last)(view, figure, name) or _is_of_a_part(view, figure, name):
        return _FARTHEST
    between = view.letters[figure.last : name.first] if behind else view.letters[name.last : figure.first]
    if ";" in between:
        return _FARTHEST
    cost = len(between) + 4 * between.count(",") + 4 * between.count("c") + 6 * between.count("N") + (0 if behind else 4)
    opens = name.first <= 2 and name.last <= figure.first and view.words[name.last : name.last + 1] == (",",)
    return min(cost, _OPENING) if opens else cost


def _is_next(view: View, figure: Quantity, name: Name) -> bool:
    """Whether a place goes with the next figure of a list: the Spain of "1.1% in France and in Spain at 3.0%"."""
    opening = view.letters[figure.last : name.first]
    follows = any(name.last <= other.first <= name.last + 1 for other in view.figures)
    return follows and opening[:1] in ("c", ",") and "N" not in opening and "M" not in opening


def _is_last(view: View, figure: Quantity, name: Name) -> bool:
    """Whether a place goes with the figure before, and this one has its own: the Melin of "nine in Melin and five on the road"."""
    own = view.words[figure.last : figure.last + 3]
    if (
        own[:1] == ()
        or own[0] not in _WHERE
        or not word_set("calendar").isdisjoint(own)
        or view.letters[figure.last + 1 : figure.last + 2] in "N"
    ):
        return False
    return view.figures[0].last <= name.first


def _is_of_a_part(view: View, figure: Quantity, name: Name) -> bool:
    """Whether a place stands behind the first part of what the figure is the total of."""
    part = next((view.figures[other] for role, other in figure.links if role == "total_of"), None)
    return part is not None and figure.last <= part.first < name.first


def is_same(own: str, article: str) -> bool:
    """Whether the sentence names no other place than the article: the same words in part, or what the article's place lies in.

    >>> is_same("Riga", "Gulf of Riga"), is_same("Chile", "Santiago"), is_same("Valparaiso", "Santiago")
    (True, True, False)
    """
    return bool(set(own.split()) & set(article.split()) - {"of", "the"}) or places.contains(own, article)


def is_likened(view: View, place: str) -> bool:
    """Whether the place is only compared with: "a wreck like that off Lodvik"."""
    name = next((name for name in view.names if (name.place or name.text) == place), None)
    return name is not None and not {"like", "unlike", "resembling"}.isdisjoint(view.words[max(0, name.first - 4) : name.first])


def other_event(view: View, figure: Quantity) -> Elsewhere | None:
    """Another event than the article's, named with its year in the figure's clause: "the Lodvik earthquake of 2009"."""
    return event_of_year(view, view.years, figure.first) if view.years and figure.kind not in _UNPLACED else None


def _before(view: View, at: int) -> bool:
    """Whether the event is set against the last one of its kind: "the deadliest since 1991"."""
    return "since" in view.words[max(0, at - 3) : at]


def event_of_year(view: View, years: Iterable[int], place: int) -> Elsewhere | None:
    """The event of one of the years at the tokens `years`, seen from the token `place`; none for "since 2014" and the story's own year."""
    words = view.words
    for at in sorted(years, key=lambda year: abs(year - place)):
        if words[at + 1 : at + 3] == (",", "when") and place > at and view.topic.kind is not None and _before(view, at):
            return Elsewhere(f"{view.topic.kind} of {words[at]}", None)
        if at not in view.years or ";" in view.letters[min(at, place) : max(at, place)]:
            continue
        if at > place and not _COMPARING.isdisjoint(words[place:at]):
            continue
        if words[at] == (view.topic.since or "")[:4] or "since" in words[max(0, at - 5) : at]:
            continue
        if words[at - 2 : at - 1] in (("one",), ("another",)) and place > at and view.topic.kind is not None:
            return Elsewhere(f"{view.topic.kind} of {words[at]}", None)
        for stands, event, _ in view.events:
            if abs(stands - at) < _NEAR_EVENT:
                near = [name for name in view.names if abs(name.first - stands) < _NEAR_NAME and not view.spoken(name.first)]
                name = min(near, key=lambda name: abs(name.first - stands)).text if near else None
                phrase = f"{event} of {words[at]} in {name}" if name else f"{event} of {words[at]}"
                return Elsewhere(phrase, name or subjects.noun_before(view, stands))
    return None

"""Whom or what a figure is about: the people affected, who acts, whose statistic, which thing, whose age, who counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from claimcheck.reading import owners, places, subjects
from claimcheck.reading.affected import people
from claimcheck.reading.framed import Reading, has_noun
from claimcheck.reading.measures import roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.named_sentence import POSSESSIVES
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import story_words
from claimcheck.reading.view import View
from claimcheck.vocabulary import table, word_set

_SHARED_ROLES = ("part_of", "converts", "from", "revises", "change_to", "change_from", "share_of", "total_of")
_AGAINST = ("intercepted", "lost from radar", "hits")
"""Measures whose counted drones belong to the other side."""
_OWN = tuple((word,) for word in POSSESSIVES)
_FIRED = ("launched", "hits", "lost from radar")
"""Measures of what the other side fires."""
_APPOSES = word_set("opens what is set beside a name")
"""Words that open what is set beside a name."""
_AGE_LIMITS = ("under", "over", "above", "below", "aged")
_FEW = 3
"""Words behind those whose age it is, and tokens of such an age: "children under five"."""
_ASIDE = 14
"""Tokens of the longest of it."""


def find(view: View, index: int, readings: Sequence[Reading | None], done: Sequence[str | None]) -> str | None:
    """The entity of the figure at `index` where its own sentence says it; `done` are those of the figures before it."""
    figure, reading = view.figures[index], readings[index]
    if reading is not None and reading.measure.name == "seats" and _is_whole(view, index):
        return f"parliament of {view.topic.country}" if view.topic.country else "parliament"
    about = reading.measure.about if reading is not None else "people" if figure.kind == "count" else "thing"
    if figure.kind == "age" and about in ("person", "people", "thing"):
        return _aged(view, figure)
    earlier = done[index - 1] if _is_in_other_words(view, index) else None
    if earlier is not None and earlier != earlier.lower():
        return earlier
    who = "people" if reading is not None and reading.measure.name == "searchers" else about
    listed = subjects.listed_with(view, figure) if reading is None and figure.kind == "count" else None
    entity = subjects.polled(view, figure) or listed or _FINDERS[who](view, figure, reading)
    if entity is None and reading is not None and reading.source is not None and reading.source < index:
        entity = done[reading.source]
    for role, other in figure.links if entity is None else ():
        if other < index and role in _SHARED_ROLES:
            entity = entity or done[other]
    if about == "people":
        entity = entity or subjects.changed_of(view, figure.first) or _of_list(view, index, readings, done)
    return entity or (_of_subject(view, figure) if reading is None else None)


def _of_subject(view: View, figure: Quantity) -> str | None:
    """The subject of the clause, for a count of which no table tells what it is; not for things already known ("the five")."""
    if figure.kind != "count" or view.topic.kind == "exchange" or view.words[max(0, figure.first - 1) : figure.first] == ("the",):
        return None
    phrase = subjects.possessor(view, figure.first) or subjects.existing_in(view, figure) or subjects.subject_before(view, figure.first)
    return phrase if phrase is not None and story_words("office").isdisjoint(phrase.split()) else None


def _is_in_other_words(view: View, index: int) -> bool:
    """Whether a figure says the one before it once more: the 33% of "the Union 1,395,100, or 33%"."""
    figure = view.figures[index]
    if index == 0 or view.words[figure.first - 1] != "or":
        return False
    return set(view.letters[view.figures[index - 1].last : figure.first - 1]) <= {","}


def _is_whole(view: View, index: int) -> bool:
    """Whether other figures of the sentence are said to be some of this one: the 200 of "88 of the 200 seats"."""
    own = view.words[max(0, view.figures[index].first - 1) : view.figures[index].first]
    return own[:1] not in _OWN and any(role == "some_of" and other == index for figure in view.figures for role, other in figure.links)


def _of_list(view: View, index: int, readings: Sequence[Reading | None], done: Sequence[str | None]) -> str | None:
    """ "80 farmers were killed and 200 wounded": the people of the figure before, where this one has no noun."""
    before = readings[index - 1] if index else None
    if index == 0 or (before is not None and before.measure.about == "country") or has_noun(view.tokens, view.figures[index]):
        return None
    earlier, figure = view.figures[index - 1], view.figures[index]
    between = view.letters[earlier.last : figure.first]
    return done[index - 1] if earlier.kind == "count" and ";" not in between and "w" not in between else None


def _actor(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Who does it, by the words of the sentence; else who must have done it, seen from the side that speaks or is at home."""
    stated = _stated_actor(view, figure, reading)
    if stated is not None or reading is None or reading.source is not None:
        return stated
    if not view.topic.sides:
        home = view.topic.country if view.topic.kind == "drone attacks" and reading.measure.name == "intercepted" else None
        return _forces(view, home) if home else None
    own = view.speaker or (view.topic.country if view.topic.country in view.topic.sides else view.topic.home)
    side = own if reading.measure.name == "intercepted" else view.other_side(own) if reading.measure.name in _FIRED else None
    return _forces(view, side) if side else None


def _stated_actor(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The side whose drones are launched, the agent after "by", or the subject of the verb ("its air defenses")."""
    mark = reading.mark if reading is not None else None
    for name in view.names if reading is not None and reading.measure.name not in _AGAINST else ():
        if figure.number_last <= name.first < figure.last and (name.side or name.text in view.adjectives):
            return _forces(view, name.text)
    if mark is None:
        return None
    for name in view.names:
        between = view.letters[mark.last : name.first]
        if mark.last <= name.first <= mark.last + 6 and view.words[name.first - 1] == "by" and "M" not in between:
            return _forces(view, name.text)
    if mark.last > figure.first:
        return None
    owned = next((at for at in range(max(0, mark.first - 4), mark.first) if view.words[at] in POSSESSIVES), None)
    subject = view.subject(mark.first) if owned is None else view.side(owned)
    return _forces(view, subject) if subject else None


def _forces(view: View, name: str) -> str:
    base = view.base(name)
    return f"{view.adjective(base)} forces" if places.is_country(base) or base in view.topic.sides else name


def _thing(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The thing measured: the noun after "90-kilometer", the one before "of N miles" or ", N miles high", or the subject."""
    attributed = subjects.attributed(view, figure)
    if attributed is not None:
        return attributed
    before = view.words[max(0, figure.first - 2) : figure.first]
    itself = reading is not None and before[:1] == (reading.measure.name,)
    if not itself and (before[-1:] == ("of",) or (before[-1:] == (",",) and not view.spoken(figure.first - 2))):
        noun = subjects.noun_before(view, figure.first - 1)
        if noun is not None:
            return noun
    mark = reading.mark if reading is not None else None
    if mark is not None and view.words[mark.first] == "since":
        return next((view.base(name.text) for name in view.names if mark.last <= name.first <= mark.last + 1), None)
    if mark is not None and reading is not None and reading.role == "value" and reading.measure.name == "duration":
        return subjects.noun_before(view, mark.last)
    first = min(figure.first, mark.first) if mark is not None else figure.first
    moved = reading is not None and reading.role == "value" and not roles("change").isdisjoint(view.words[max(0, first - 2) : first])
    if moved or owners.is_put(view, first):
        return None
    phrase = view.subject_phrase(first) or subjects.subject_before(view, first)
    if reading is not None and (phrase == reading.measure.name or (reading.measure.about == "person" and _judges(phrase))):
        return None
    return phrase


def _judges(phrase: str | None) -> bool:
    """Whether a subject hands down what somebody else gets: "a court", "the jury"."""
    return phrase is not None and phrase.rsplit(" ", 1)[-1].lower() in word_set("hands down a sentence")


def _counter(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Who counted the crowd: by custom police and organisers keep series of their own."""
    for at in (*range(figure.first - 1, -1, -1), *range(figure.last, len(view.words))):
        counter = _counters().get(view.words[at])
        if counter:
            return f"{counter} estimate"
    name = view.subject(figure.first)
    return f"{name} estimate" if name else None


@cache
def _counters() -> dict[str, str]:
    return {row["word"]: row["counter"] for row in table("crowd_counters")}


def _aged(view: View, figure: Quantity) -> str | None:
    """Whose age: the name before the comma, the name after "-year-old", or the person "he" or "she" stands for."""
    words = view.words
    for name in reversed(view.names):
        if name.last <= figure.first and view.is_person(name) and (figure.first <= name.last + 2 or _describes(view, name, figure)):
            return name.text
    if figure.first == 1 and words[0] == "at":
        return next((name.text for name in view.names if name.first <= figure.last + 1), None)
    if "old" in words[figure.number_last : figure.last]:
        for name in view.names:
            if figure.last <= name.first <= figure.last + 4:
                return name.text
    for at in range(figure.first - 1, max(-1, figure.first - 9), -1):
        if words[at] in ("he", "she"):
            people_before = [name.text for name in view.names if name.last <= at and view.is_person(name)]
            return people_before[-1] if people_before else view.antecedent(at)
        if words[at] == "who":
            return subjects.before_who(view, at)
    if words[figure.first] in _AGE_LIMITS and figure.number_last - figure.first < _FEW:
        return subjects.noun_before(view, figure.first)
    if words[max(0, figure.first - 1) : figure.first] in ((",",), ("of",)):
        return subjects.noun_before(view, figure.first - 1)
    return subjects.subject_before(view, figure.first)


def _describes(view: View, name: Name, figure: Quantity) -> bool:
    """Whether an age stands in or behind what is set beside a name: "Ivo Brandt, an electrician of 29", "Ana Ruiz, a baker, is 61"."""
    behind, between = view.words[name.last : name.last + 2], view.letters[name.last : figure.first]
    return behind[:1] == (",",) and behind[1:] != () and behind[1] in _APPOSES and ";" not in between and len(between) < _ASIDE


_Finder = Callable[[View, Quantity, Reading | None], str | None]
_FINDERS: dict[str, _Finder] = {
    "people": people,
    "actor": _actor,
    "owner": owners.find,
    "country": owners.find,
    "thing": _thing,
    "person": _thing,
    "counter": _counter,
    "none": lambda view, figure, reading: None,
}

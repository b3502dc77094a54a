"""Whom or what a figure is about: the people affected, who acts, whose statistic, which thing, whose age, who counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from claimcheck.reading import places, subjects
from claimcheck.reading.affected import people
from claimcheck.reading.framed import Reading, has_noun
from claimcheck.reading.measures import Mark, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.named_sentence import POSSESSIVES
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import story_words
from claimcheck.reading.view import View
from claimcheck.vocabulary import table, word_set

_SHARED_ROLES = ("part_of", "converts", "from", "revises", "change_to", "change_from", "share_of", "total_of")
_AGAINST = ("intercepted", "lost from radar", "hits")
"""Measures whose counted drones belong to the other side."""
_GAINED = frozenset(("won", "taken", "held", "gained", "secured", "owned", "controlled", "by"))
"""What is done with votes, seats and shares by whom they then are."""
_WENT = (("went", "to"), ("go", "to"), ("goes", "to"), ("gone", "to"), ("for", "the"), ("fell", "to"))
"""Words between a share and whose it is: "31 seats went to the Greens"."""
_OWN = tuple((word,) for word in POSSESSIVES)
_FIRED = ("launched", "hits", "lost from radar")
"""Measures of what the other side fires."""
_CONTESTS = ("election", "referendum", "trial", "shooting")
"""Events in which persons have figures of their own."""
_PUTS = word_set("verbs of putting a figure")
"""Verbs whose subject only gives the figure."""
_APPOSES = word_set("opens what is set beside a name")
"""Words that open what is set beside a name."""
_AGE_LIMITS = ("under", "over", "above", "below", "aged")
_FEW = 3
"""Words behind those whose age it is, and tokens of such an age: "children under five"."""
_ASIDE = 14
"""Tokens of the longest of it."""
_PUT_BACK = 16
"""Tokens between such a verb and the last figure it gives."""


def find(view: View, index: int, readings: Sequence[Reading | None], done: Sequence[str | None]) -> str | None:
    """The entity of the figure at `index` where its own sentence says it; `done` are those of the figures before it."""
    figure, reading = view.figures[index], readings[index]
    if reading is not None and reading.measure.name == "seats" and _is_whole(view, index):
        return f"parliament of {view.topic.country}" if view.topic.country else "parliament"
    about = reading.measure.about if reading is not None else "people" if figure.kind == "count" else "thing"
    if figure.kind == "age" and about in ("person", "people", "thing"):
        return _aged(view, figure)
    who = "people" if reading is not None and reading.measure.name == "searchers" else about
    entity = subjects.polled(view, figure) or _FINDERS[who](view, figure, reading)
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


def _owner(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Whose statistic it is; not who only holds an office in what the story is about."""
    owner = _stated_owner(view, figure, reading)
    return None if owner is not None and _only_speaks_for(view, owner, reading) else owner


def _stated_owner(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Whose statistic it is: the possessor before the noun, "for X" after the figure, "in X" after the noun, or the subject."""
    stuff = subjects.made_of(view, figure) or subjects.existing_in(view, figure)
    if stuff is not None:
        return stuff
    mark = reading.mark if reading is not None else None
    apposed = _apposed(view, figure, mark)
    if apposed is not None:
        return apposed
    first, last = (mark.first, mark.last) if mark is not None else (figure.first, figure.last)
    end = max(last, figure.last)
    for name in reversed(view.names):
        elided = subjects.owns(view, name) and 2 <= figure.first - name.last <= 3
        if elided and view.letters[figure.first - 1] == "p":
            return name.text
        if name.last <= first and _owns(view, name, first):
            return view.base(name.text) if name.side or name.text in view.adjectives else name.text
    gained = mark is not None and mark.first >= figure.first and reading is not None and reading.measure.about == "owner"
    for name in view.names:
        given = view.words[figure.last : figure.last + 1] == ("for",) and figure.last < name.first < figure.last + 6
        if given and "," not in view.letters[figure.last : name.first]:
            return name.text
        led = mark is not None and last <= name.first <= last + 2 and _is_led(view, name) and not view.spoken(name.first)
        if led and not (gained and view.words[name.first - 1] == "in"):
            return name.text
        if end < name.first <= end + 5 and (_GAINED.issuperset(view.words[end : end + 2]) or view.words[end : end + 2] in _WENT):
            return name.text
        if _follows_with(view, figure, name):
            return name.text
    receiver = subjects.given_to(view, figure)
    if receiver is not None:
        return receiver
    at = min(first, figure.first)
    if _is_put(view, at):
        return None
    if reading is not None and reading.measure.about == "country" and view.topic.kind != "walkout":
        subject = view.subject(at)
        party = subject is not None and view.topic.kind in ("election", "referendum") and not places.canonical(view.base(subject))
        return subject if subject is None or (not party and story_words("office").isdisjoint(subject.split())) else None
    phrase = view.subject(at) or subjects.subject_before(view, at)
    return None if phrase is not None and subjects.is_statistic(view, phrase) else phrase


def _only_speaks_for(view: View, phrase: str, reading: Reading | None) -> bool:
    """Whether a subject is who holds an office in what the story is about: the "Chief Executive Ana Ruiz" who keeps the firm's forecast."""
    if (
        view.topic.subject is None
        or view.topic.kind in _CONTESTS
        or reading is None
        or reading.measure.name in word_set("owned by persons")
    ):
        return False
    first, *rest = phrase.lower().split()
    return not _heads().isdisjoint((first, *rest[:1])) and len(rest) > 1


@cache
def _heads() -> frozenset[str]:
    """Offices that stand before a name: "minister", "governor"."""
    return frozenset(row["word"] for row in table("speakers") if row["kind"] == "person")


def _follows_with(view: View, figure: Quantity, name: Name) -> bool:
    """Whether a name is the subject behind "With 24.3 percent of the vote," """
    if figure.first == 0 or view.words[figure.first - 1] not in ("with", "at") or view.letters[: figure.first - 1].strip("ac"):
        return False
    comma = view.letters.find(",", figure.last)
    return comma > 0 and name.first in (comma + 1, comma + 2) and view.letters[comma + 1 : name.first] in ("", "d")


def _is_put(view: View, at: int) -> bool:
    """Whether the subject of the clause only gives its figures: "officials put the number of evacuees at 900 and the area at"."""
    if _PUTS.isdisjoint(view.words[:at]):
        return False
    start = max(view.letters.rfind(";", 0, at), view.letters.rfind(",", 0, at), at - _PUT_BACK, 0)
    return not _PUTS.isdisjoint(view.words[start:at])


def _apposed(view: View, figure: Quantity, mark: Mark | None) -> str | None:
    """The Dell of "in Dell, a town of 9,000," where that stands right before the figure."""
    if mark is None or not mark.open or mark.last != figure.first or view.letters[mark.first - 2 : mark.first] != ",d":
        return None
    return next((name.text for name in view.names if name.last == mark.first - 2), None)


def _is_led(view: View, name: Name) -> bool:
    """Whether a name stands behind a preposition of belonging: "turnout in the Torvian capital"."""
    at = name.first - 1
    return at >= 0 and view.words[at - (view.words[at] == "the" and at > 0)] in ("in", "of", "at", "for")


def _owns(view: View, name: Name, at: int) -> bool:
    between = view.words[name.last : at]
    if len(between) > 4 or view.spoken(name.first) or _is_ranked(view, name):
        return False
    return not between or between[0] in ("'s", "’s") or set(view.letters[name.last : at]) <= set("xM")


def _is_ranked(view: View, name: Name) -> bool:
    """Whether a name only says among whom another is ranked: "sales at Europe's fourth-largest carmaker"."""
    behind = view.words[name.last : name.last + 4]
    return behind[:1] in (("'s",), ("’s",)) and not word_set("ranked by size").isdisjoint(behind)


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
    if moved or _is_put(view, first):
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
    "owner": _owner,
    "country": _owner,
    "thing": _thing,
    "person": _thing,
    "counter": _counter,
    "none": lambda view, figure, reading: None,
}

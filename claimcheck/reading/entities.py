"""Whom or what a figure is about: the people affected, who acts, whose statistic, which thing, whose age, who counted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from claimcheck.reading import measures, places
from claimcheck.reading.frames import Reading, has_noun
from claimcheck.reading.measures import Mark
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.units import singular
from claimcheck.reading.view import View
from claimcheck.vocabulary import table

_SHARED_ROLES = ("part_of", "converts", "from", "revises", "change_to", "change_from", "share_of", "total_of")
_POSSESSIVES = ("its", "her", "his", "their")
_MARTIAL = ("deaths", "injuries", "casualties", "captured", "deserted", "missing")


def find(view: View, index: int, reading: Reading | None, done: Sequence[str | None]) -> str | None:
    """The entity of the figure at `index` where its own sentence says it; `done` are those of the figures before it."""
    figure = view.figures[index]
    about = reading.measure.about if reading is not None else "people" if figure.kind == "count" else "thing"
    if figure.kind == "age" and about in ("person", "people", "thing"):
        return _aged(view, figure)
    entity = _FINDERS[about](view, figure, reading)
    if entity is None and reading is not None and reading.source is not None and reading.source < index:
        entity = done[reading.source]
    for role, other in figure.links if entity is None else ():
        if other < index and role in _SHARED_ROLES:
            entity = entity or done[other]
    return entity or _of_list(view, index, about, done)


def describes(phrase: str, event: str | None) -> bool:
    """Whether a noun phrase stands for the protagonist of such an event: "the vessel" in the story of a sinking.

    >>> describes("vessel", "sinking"), describes("vessel", "crash")
    (True, False)
    """
    return _descriptions().get(phrase.rsplit(" ", 1)[-1]) in ("", event)


@cache
def _descriptions() -> dict[str, str]:
    return {row["noun"]: row["event"] for row in table("descriptions")}


def _of_list(view: View, index: int, about: str, done: Sequence[str | None]) -> str | None:
    """"9,100 civilians were killed and 17,000 wounded": the people of the figure before, where this one has no noun."""
    if about != "people" or index == 0 or has_noun(view.figures[index]):
        return None
    earlier, figure = view.figures[index - 1], view.figures[index]
    return done[index - 1] if earlier.kind == "count" and ";" not in view.letters[earlier.last : figure.first] else None


# ------------------------------------------------------------------------------------------------ people


def _people(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Side and role of the people affected ("Ukrainian forces", "civilians"): from the noun, the owner of the toll, or who lost them."""
    role, side = _named(view, figure.number_last, view.sentence.phrase_end(figure))
    role = role or _named_behind(view, view.sentence.phrase_end(figure))
    mark = reading.mark if reading is not None else None
    if mark is not None and reading is not None and reading.role == "value":
        first, last = (mark.first - 4, figure.first) if mark.first < figure.first else (figure.last, mark.last + 4)
        ahead = _named(view, max(0, first), min(last, len(view.words)), owner_of=mark if mark.first < figure.first else None)
        role, side = role or ahead[0], side or ahead[1]
    elif mark is not None and reading is not None and reading.role == "people" and mark.last <= figure.first:
        side = side or view.subject(mark.first)
    elif reading is not None and reading.role == "referred" and view.before is not None and view.words[figure.first - 1] != "the":
        earlier = View(view.before, (), view.topic, None)
        role, side = _named(earlier, 0, len(earlier.words))
    side = side or _pointed_at(view, figure) or _got_back(view, figure)
    if side is not None and role is None and view.topic.kind in ("war", "attack", "drone attacks") and reading is not None and reading.measure.name in _MARTIAL:
        role = "forces"
    if role is None and side is None:
        return _vessel(view, mark)
    if side is not None and role is None:
        return side
    return " ".join(filter(None, (view.adjective(side) if side else None, role)))


def _got_back(view: View, figure: Quantity) -> str | None:
    """In an exchange, the side that is the subject of "received N" and "took back N"."""
    if view.topic.kind != "exchange" or _RECEIVED.isdisjoint(view.words[max(0, figure.first - 6) : figure.first]):
        return None
    subject = view.subject(figure.first)
    return subject if subject is not None and view.base(subject) in view.topic.sides else None


_RECEIVED = frozenset(("received", "receives", "took", "takes", "got", "recovered"))


def _named_behind(view: View, at: int) -> str | None:
    """The group of "three of them are nurses" and "nine of them minors"."""
    if at < len(view.words) and view.letters[at] == "b":
        at += 1
    return _group_at(view, at) if at < len(view.words) and view.letters[at] in "xM" and view.words[at - 1] in _TO_BE else None


_TO_BE = frozenset(("are", "were", "is", "was", "them", "those", "whom"))


def _named(view: View, first: int, last: int, owner_of: Mark | None = None) -> tuple[str | None, str | None]:
    """The group of people and the side named in tokens first..last; before the mark `owner_of` only its possessor counts."""
    role = side = None
    for at in range(max(first, owner_of.first - 2) if owner_of else first, last):
        role = role or (None if view.words[at - 1 : at] in (("told",), ("tells",), ("tell",)) else _group_at(view, at))
    for name in view.names:
        if name.first < first or name.last > last or view.words[name.first - 1 : name.first] in (("in",), ("near",), ("at",), ("on",), ("by",)):
            continue
        if owner_of is not None and name.first < owner_of.first and not _possesses(view, name, owner_of):
            continue
        if _is_side(view, name) and (owner_of is None or name.first < owner_of.first or not view.spoken(name.first)):
            side = name.text
    return role, side


def _is_side(view: View, name: Name) -> bool:
    """Whether a name can be a side: a place or people, a possessor, or what stands before a people noun."""
    if name.place or name.side or name.text in view.adjectives or view.base(name.text) in view.topic.sides:
        return True
    after = view.words[name.last] if name.last < len(view.words) else ""
    return after in ("'s", "’s") or name.last < len(view.words) and (_group_at(view, name.last) is not None or name.last in view.sentence.starts)


def _possesses(view: View, name: Name, mark: Mark) -> bool:
    between = view.words[name.last : mark.first]
    return not between or between[0] in ("'s", "’s") and len(between) < 4 or len(between) < 3 and name.side is not None


def _group_at(view: View, at: int) -> str | None:
    """The group of the people noun at a token, two words before one."""
    groups, words = _groups(), view.words
    pair = f"{words[at]} {words[at + 1]}" if at + 1 < len(words) else ""
    for noun in (f"{words[at]} {singular(words[at + 1])}" if pair else "", pair, words[at], singular(words[at])):
        if groups.get(noun):
            return groups[noun]
    return None


@cache
def _groups() -> dict[str, str]:
    return {row["noun"]: row["group"] for row in table("people")}


def _pointed_at(view: View, figure: Quantity) -> str | None:
    """The side behind "its servicemen", "its dead", "on her own side" and "enemy dead"."""
    words = view.words
    for at in range(max(0, figure.first - 6), min(len(words), figure.last + 9)):
        if words[at] in _POSSESSIVES and (figure.number_last <= at < view.sentence.phrase_end(figure) or words[at + 1 : at + 3] == ("own", "side") or _before_toll(view, at)):
            return view.side(at)
        if words[at] == "enemy" and len(view.topic.sides) == 2 and at < figure.first:
            named = next((view.base(name.text) for name in view.names if name.last <= at), None)
            return next((side for side in view.topic.sides if side != named), None) if named in view.topic.sides else None
    return None


def _before_toll(view: View, at: int) -> bool:
    mark = view.sentence.starts.get(at + 1) or view.sentence.starts.get(at + 2)
    return mark is not None and any(frame.measure.name in _MARTIAL for frame in mark.frames)


def _vessel(view: View, mark: Mark | None) -> str | None:
    """The ship or flight named after "aboard"."""
    if mark is None or view.words[mark.first] not in ("aboard", "on", "onboard"):
        return None
    at = mark.last + (view.words[mark.last : mark.last + 1] == ("the",))
    return next((name.text for name in view.names if name.first == at), None)


# ------------------------------------------------------------------------------------------------ sides and owners


def _actor(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Who does it: the side whose drones are launched, the agent after "by", or the subject of the verb ("its air defenses")."""
    mark = reading.mark if reading is not None else None
    for name in view.names if reading is not None and reading.measure.name not in _AGAINST else ():
        if figure.number_last <= name.first < figure.last and (name.side or name.text in view.adjectives):
            return _forces(view, name.text)
    if mark is None:
        return None
    for name in view.names:
        if mark.last <= name.first <= mark.last + 6 and view.words[name.first - 1] == "by":
            return _forces(view, name.text)
    if mark.last > figure.first:
        return None
    for at in range(max(0, mark.first - 4), mark.first):
        if view.words[at] in _POSSESSIVES:
            side = view.side(at)
            return _forces(view, side) if side else None
    subject = view.subject(mark.first)
    return _forces(view, subject) if subject else None


_AGAINST = ("intercepted", "lost from radar", "hits")
"""Measures whose counted drones belong to the other side."""


def _forces(view: View, name: str) -> str:
    base = view.base(name)
    return f"{view.adjective(base)} forces" if places.is_country(base) or base in view.topic.sides else name


def _owner(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Whose statistic it is: the possessor before the noun, "in X" after it, or the subject of the clause."""
    stuff = _made_of(view, figure)
    if stuff is not None:
        return stuff
    mark = reading.mark if reading is not None else None
    first, last = (mark.first, mark.last) if mark is not None else (figure.first, figure.last)
    for name in reversed(view.names):
        between = view.words[name.last : first]
        if name.last <= first and len(between) <= 4 and not view.spoken(name.first):
            if not between or between[0] in ("'s", "’s") or set(view.letters[name.last : first]) <= set("xM"):
                return view.base(name.text) if name.side or name.text in view.adjectives else name.text
    if view.words[figure.last : figure.last + 1] == ("for",):
        for name in view.names:
            if figure.last < name.first < figure.last + 6 and "," not in view.letters[figure.last : name.first]:
                return name.text
    for name in view.names:
        if last <= name.first <= last + 2 and view.words[name.first - 1] in ("in", "of", "at", "for", "the") and not view.spoken(name.first):
            return name.text
    at = min(first, figure.first)
    return view.subject(at) or (None if reading is not None and reading.measure.about == "country" else phrase_before(view, at))


def _made_of(view: View, figure: Quantity) -> str | None:
    """The vaccine of "20,000 doses of a vaccine"."""
    at = figure.last
    if figure.kind not in ("count", "mass", "volume") or figure.last == figure.number_last or view.words[at : at + 1] != ("of",):
        return None
    at += 1
    while at < len(view.words) and view.letters[at] == "d":
        at += 1
    end = at
    while end < len(view.words) and view.letters[end] in "xM" and end - at < 3 and view.tokens.kinds[end] == "w":
        end += 1
    return view.tokens.surface(at, end) if end > at else None


def _thing(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The thing measured: the noun after "430-kilometer", the noun before "of N miles", or the subject of the clause."""
    words, letters, after = view.words, view.letters, figure.last
    if "-" in words[figure.number_last : figure.last] and after < len(words) and view.tokens.kinds[after] == "w" and letters[after] in "xM":
        wide = letters[after + 1 : after + 2] in ("x", "M") and not words[after].endswith("s") and words[after + 1] not in _verbs() and not words[after + 1].endswith("ed")
        return f"{words[after]} {words[after + 1]}" if wide else words[after]
    named = reading is not None and words[figure.first - 2] == reading.measure.name
    if not named and figure.first > 1 and words[figure.first - 1] == "of" and view.tokens.kinds[figure.first - 2] == "w" and letters[figure.first - 2] in "xM":
        return _noun_phrase(view, figure.first - 2)
    if figure.first > 1 and words[figure.first - 1] == "," and _is_nominal(view, figure.first - 2) and view.tokens.kinds[figure.first - 2] == "w" and not view.spoken(figure.first - 2):
        return _noun_phrase(view, figure.first - 2)
    mark = reading.mark if reading is not None else None
    if mark is not None and reading is not None and reading.role == "value" and figure.kind == "duration":
        return _noun_phrase(view, mark.last - 1)
    first = min(figure.first, mark.first) if mark is not None else figure.first
    if not _PUTS.isdisjoint(words[max(0, first - 3) : first]):
        return None
    return view.subject(first) or phrase_before(view, first)


_PUTS = frozenset(("put", "puts", "placed", "places", "estimated", "estimates"))


def noun_before(view: View, at: int) -> str | None:
    """The noun phrase that ends right before a token: "a chartered jet" of "a chartered jet crashed"."""
    return _noun_phrase(view, at - 1) if at > 0 and _is_nominal(view, at - 1) and view.tokens.kinds[at - 1] == "w" else None


def _noun_phrase(view: View, head: int) -> str | None:
    """The nouns and adjectives that end at a token, as written."""
    first = head
    while first > 0 and view.letters[first - 1] in "xM" and head - first < 3 and view.tokens.kinds[first - 1] == "w":
        first -= 1
    return _written(view, first, head + 1) if view.words[head] not in measures.roles("anaphor", "change") | _EXTREMES else None


_EXTREMES = frozenset(("minimum", "maximum", "high", "low", "record", "average"))


def phrase_before(view: View, at: int) -> str | None:
    """The noun phrase that opens the clause of a token: "the wreck" of "The wreck lies upright at 62 meters"."""
    first = at
    while first > 0 and view.letters[first - 1] not in ';,"ws' and at - first < 12:
        first -= 1
    if first > 1 and view.words[first - 1] == "who":
        return _relative_head(view, first - 1)
    while first < at and view.letters[first] in "ca":
        first += 1
    start = first
    while start < at and view.letters[start] == "d":
        start += 1
    end = start
    while end < at and end - start < 4 and view.words[end] not in ("of", "for") and view.tokens.kinds[end] == "w" and _is_nominal(view, end):
        end += 1
    if end == start or view.words[end - 1] in measures.roles("change"):
        return None
    followed = end < len(view.words) and (view.letters[end] == "b" or view.words[end] in _verbs() or view.letters[end] == "M")
    return _written(view, max(start, end - 3), end) if start > first or followed else None


def _written(view: View, first: int, last: int) -> str:
    """The words as written, a capital that only opens the sentence made small."""
    text = view.tokens.surface(first, last)
    return text if first or view.tokens.text[view.tokens.starts[0] : view.tokens.ends[0]] in view.topic.names else text[0].lower() + text[1:]


@cache
def _verbs() -> frozenset[str]:
    """Finite verbs the tables know: of saying, changing, standing."""
    saying = {row["wording"] for row in table("saying") if " " not in row["wording"]}
    return measures.roles("change", "state", "reach", "copula") | saying


def _relative_head(view: View, at: int) -> str | None:
    """The noun before "who", an age between commas left out: "the captain, 54, who"."""
    back = at - 1
    while back > 0 and view.letters[back] in ",N":
        back -= 1
    return _noun_phrase(view, back) if view.letters[back] in "xM" else None


def _is_nominal(view: View, at: int) -> bool:
    """Whether a token can belong to a noun phrase: no verb of the tables."""
    if view.letters[at] == "M":
        mark = view.sentence.mark_at(at)
        return mark is not None and view.words[at] not in _verbs() and any(frame.role in ("value", "noun", "head") for frame in mark.frames)
    return view.letters[at] == "x" and view.words[at] not in _verbs()


def _counter(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Who counted the crowd: by custom police and organisers keep series of their own."""
    for at in (*range(figure.first - 1, -1, -1), *range(figure.last, len(view.words))):
        counter = _counters().get(view.words[at])
        if counter:
            return f"{counter} estimate"
    return None


@cache
def _counters() -> dict[str, str]:
    return {row["word"]: row["counter"] for row in table("crowd_counters")}


# ------------------------------------------------------------------------------------------------ ages


def _aged(view: View, figure: Quantity) -> str | None:
    """Whose age: the name before the comma, the name after "-year-old", or the person "he" or "she" stands for."""
    words = view.words
    for name in reversed(view.names):
        if name.last <= figure.first <= name.last + 2 and view.is_person(name):
            return name.text
    if "old" in words[figure.number_last : figure.last]:
        for name in view.names:
            if figure.last <= name.first <= figure.last + 4:
                return name.text
    for at in range(figure.first - 1, max(-1, figure.first - 9), -1):
        if words[at] in ("he", "she"):
            return next((name.text for name in reversed(view.names) if name.last <= at and view.is_person(name)), None) or view.antecedent(at)
        if words[at] == "who" and at > 1:
            return _noun_phrase(view, at - 2 if words[at - 1] == "," else at - 1)
    if words[figure.first - 1 : figure.first] == (",",) and figure.first > 1:
        return _noun_phrase(view, figure.first - 2)
    return phrase_before(view, figure.first)


_Finder = Callable[[View, Quantity, Reading | None], str | None]
_FINDERS: dict[str, _Finder] = {"people": _people, "actor": _actor, "owner": _owner, "thing": _thing, "country": _owner, "counter": _counter, "person": _thing}

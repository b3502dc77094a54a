"""The people a figure counts: their side and their role ("Ukrainian forces", "civilians"), or the ship they were on."""

from __future__ import annotations

from functools import cache

from claimcheck.reading.framed import Reading
from claimcheck.reading.measures import Mark
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.named_sentence import POSSESSIVES
from claimcheck.reading.proper_names import Name
from claimcheck.reading.units import singular
from claimcheck.reading.view import View
from claimcheck.vocabulary import table

_MARTIAL = frozenset(("deaths", "injuries", "casualties", "captured", "deserted", "missing"))
_AT_WAR = ("war", "attack", "drone attacks")
_BODY = 6
"""Tokens in which the name of a body ends."""
_OWNED = ("'s", "’s")
_RECEIVED = frozenset(("received", "receives", "took", "takes", "got", "recovered"))
_PUT_AT = (("them", "at"), ("it", "at"))
"""Words before the figure of what the sentence before names: "The staff puts them at 900 dead"."""
_TO_BE = frozenset(("are", "were", "is", "was", "them", "those", "whom"))


def people(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """Side and role from the figure's own noun, the owner of the toll, or who lost them; "soldiers" of all kinds are forces."""
    end = view.sentence.phrase_end(figure)
    role, side = _named(view, figure.number_last, _with_body(view, figure, end))
    role = role or _named_behind(view, end)
    side = side or _nation_behind(view, end)
    mark = reading.mark if reading is not None else None
    if (reading is not None and reading.role == "referred") or (
        reading is not None and view.words[max(0, figure.first - 2) : figure.first] in _PUT_AT
    ):
        role, side = _before(view, figure, role, side)
    elif reading is not None and mark is not None and reading.role == "value":
        owner = _owning(view, figure, mark)
        role, side = role or owner[0], side or owner[1]
    elif reading is not None and mark is not None and reading.role == "people" and mark.last <= figure.first:
        side = side or view.subject(mark.first)
    side = _got_back(view, figure) or side or _pointed_at(view, figure)
    if side is not None and role is None and view.topic.kind in _AT_WAR and reading is not None and reading.measure.name in _MARTIAL:
        role = "forces"
    if role is None and side and view.topic.kind == "exchange":
        return view.adjective(side)
    if role is None:
        return side or _vessel(view, mark)
    return f"{view.adjective(side)} {role}" if side else role


def _with_body(view: View, figure: Quantity, end: int) -> int:
    """The end of "40 members of the security forces", where the phrase is one of members."""
    if figure.counted != "member" or view.letters[figure.last : figure.last + 1] != "o":
        return end
    stop = min(len(view.words), figure.last + _BODY)
    return next((at for at in range(figure.last + 1, stop) if view.letters[at] not in "dxM"), stop)


def _nation_behind(view: View, at: int) -> str | None:
    """The nation of "51 were French, 29 Danish"."""
    if at < len(view.words) and view.letters[at] == "b":
        at += 1
    return next((name.text for name in view.names if name.first == at and name.side is not None and name.last - at == 1), None)


def _before(view: View, figure: Quantity, role: str | None, side: str | None) -> tuple[str | None, str | None]:
    """For "the number": whom the sentence before speaks of."""
    if view.before is None or view.words[max(0, figure.first - 1) : figure.first] == ("the",):
        return role, side
    earlier = View(view.before, (), view.topic, None)
    return _named(earlier, 0, len(earlier.words))


def _owning(view: View, figure: Quantity, mark: Mark) -> tuple[str | None, str | None]:
    """Who stands with the noun whose value the figure is: "Russia's losses", "the deaths of civilians", "the number of Poles freed"."""
    if mark.first < figure.first:
        role, side = _named(view, max(0, mark.first - 4), figure.first, mark)
        owned = next((at for at in range(max(0, mark.first - 3), mark.first) if view.words[at] in POSSESSIVES), None)
        return role, side or (view.side(owned) if owned is not None else None)
    return _named(view, figure.last, min(mark.last + 4, len(view.words)))


def _named(view: View, first: int, last: int, owned: Mark | None = None) -> tuple[str | None, str | None]:
    """The group of people and the side named in tokens first..last; before the mark `owned` only its possessor counts."""
    role = side = None
    for at in range(max(first, owned.first - 2) if owned else first, last):
        told = at > 0 and view.words[at - 1] in ("told", "tells", "tell")
        role = role or (None if told else _group_at(view, at))
    for name in view.names:
        if first <= name.first and name.last <= last and _is_side(view, name):
            ahead = owned is not None and name.first < owned.first
            if _possesses(view, name, owned) if ahead and owned else not owned or not view.spoken(name.first):
                side = name.text
    return role, side


def _is_side(view: View, name: Name) -> bool:
    """Whether a name can be a side: a place or people, a possessor, or what stands before a people noun; no place after "in"."""
    if name.first > 0 and view.words[name.first - 1] in ("in", "near", "at", "on", "by"):
        return False
    if name.place or name.side or name.text in view.adjectives or view.base(name.text) in view.topic.sides:
        return True
    if name.last >= len(view.words):
        return False
    return view.words[name.last] in _OWNED or _group_at(view, name.last) is not None or name.last in view.sentence.starts


def _possesses(view: View, name: Name, mark: Mark) -> bool:
    between = view.words[name.last : mark.first]
    return not between or (between[0] in _OWNED and len(between) < 4) or (len(between) < 3 and name.side is not None)


def _named_behind(view: View, at: int) -> str | None:
    """The group of "three of them are pilots" and "seven of them teenagers"."""
    if at < len(view.words) and view.letters[at] == "b":
        at += 1
    stands = 0 < at < len(view.words) and view.letters[at] in "xM" and view.words[at - 1] in _TO_BE
    return _group_at(view, at) if stands else None


def _group_at(view: View, at: int) -> str | None:
    """The group of the people noun at a token, two words before one."""
    groups, word = _groups(), view.words[at]
    if at + 1 < len(view.words):
        after = view.words[at + 1]
        pair = groups.get(f"{word} {singular(after)}") or groups.get(f"{word} {after}")
        if pair:
            return pair
    return groups.get(word) or groups.get(singular(word)) or None


@cache
def _groups() -> dict[str, str]:
    return {row["noun"]: row["group"] for row in table("people")}


def _pointed_at(view: View, figure: Quantity) -> str | None:
    """The side behind "its servicemen", "its dead", "on her own side" and "enemy dead"."""
    if not view.points:
        return None
    words, end = view.words, view.sentence.phrase_end(figure)
    for at in range(max(0, figure.first - 6), min(len(words), figure.last + 9)):
        if at > figure.last and not {";", "N"}.isdisjoint(view.letters[figure.last : at]):
            return None
        own = figure.number_last <= at < end or words[at + 1 : at + 3] == ("own", "side")
        if words[at] in POSSESSIVES and (own or _before_toll(view, at)):
            return view.side(at)
        if words[at] == "enemy" and at < figure.first:
            return _enemy(view, at)
    return None


def _before_toll(view: View, at: int) -> bool:
    if view.words[at + 1 : at + 3] in (("count", "of"), ("tally", "of"), ("toll", "of"), ("figure", "of")):
        return True
    marks = (view.sentence.starts.get(at + 1), view.sentence.starts.get(at + 2))
    return any(frame.measure.name in _MARTIAL for mark in marks if mark is not None for frame in mark.frames)


def _enemy(view: View, at: int) -> str | None:
    """Of two sides, the one that does not speak."""
    own = next((view.base(name.text) for name in view.names if name.last <= at), None)
    return view.other_side(own)


def _got_back(view: View, figure: Quantity) -> str | None:
    """In an exchange, the side that is the subject of "received N" and "took back N"."""
    if view.topic.kind != "exchange" or _RECEIVED.isdisjoint(view.words[max(0, figure.first - 6) : figure.first]):
        return None
    subject = view.subject(figure.first)
    return subject if subject is not None and view.base(subject) in view.topic.sides else None


def _vessel(view: View, mark: Mark | None) -> str | None:
    """The ship or flight named after "aboard"."""
    if mark is None or view.words[mark.first] not in ("aboard", "on", "onboard"):
        return None
    at = mark.last + (view.words[mark.last : mark.last + 1] == ("the",))
    return next((name.text for name in view.names if name.first == at), None)

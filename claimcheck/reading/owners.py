"""Whose statistic a figure is: the possessor before the noun, the name behind it, what it is told of beside, or the subject."""

from __future__ import annotations

from functools import cache

from claimcheck.reading import places, subjects
from claimcheck.reading.framed import Reading
from claimcheck.reading.measures import Mark
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import story_words
from claimcheck.reading.view import View
from claimcheck.vocabulary import table, word_set

_GAINED = frozenset(("won", "taken", "held", "gained", "secured", "owned", "controlled", "by"))
"""What is done with votes, seats and shares by whom they then are."""
_WENT = (("went", "to"), ("go", "to"), ("goes", "to"), ("gone", "to"), ("for", "the"), ("fell", "to"))
"""Words between a share and whose it is: "31 seats went to the Greens"."""
_CONTESTS = ("election", "referendum", "trial", "shooting")
"""Events in which persons have figures of their own."""
_PUTS = word_set("verbs of putting a figure")
"""Verbs whose subject only gives the figure."""
_PUT_BACK = 16
"""Tokens between such a verb and the last figure it gives."""


def find(view: View, figure: Quantity, reading: Reading | None) -> str | None:
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
    first = mark.first if mark is not None else figure.first
    for name in reversed(view.names):
        elided = subjects.owns(view, name) and 2 <= figure.first - name.last <= 3
        if elided and view.letters[figure.first - 1] == "p":
            return name.text
        if name.last <= first and _owns(view, name, first):
            return view.base(name.text) if name.side or name.text in view.adjectives else name.text
    stated = _named_behind(view, figure, reading) or subjects.given_to(view, figure)
    return stated or _subject(view, min(first, figure.first), reading)


def _named_behind(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The name behind a figure or its statistic: "900 for X", "turnout in X", "31 seats won by X", "With 24 percent, X", ", 9 from X"."""
    mark = reading.mark if reading is not None else None
    last = mark.last if mark is not None else figure.last
    end = max(last, figure.last)
    gained = mark is not None and mark.first >= figure.first and reading is not None and reading.measure.about == "owner"
    listed = reading is not None and reading.measure.name == "seats" and view.letters[figure.first - 1 : figure.first] in tuple(",;c")
    for name in view.names:
        led = view.words[figure.last : figure.last + 1] == ("for",) or (listed and view.words[figure.last : figure.last + 1] == ("from",))
        given = led and figure.last < name.first < figure.last + 6
        if given and not {",", ";"} & set(view.letters[figure.last : name.first]):
            return name.text
        led = mark is not None and last <= name.first <= last + 2 and _is_led(view, name) and not view.spoken(name.first)
        if led and not (gained and view.words[name.first - 1] == "in"):
            return name.text
        if end < name.first <= end + 5 and (_GAINED.issuperset(view.words[end : end + 2]) or view.words[end : end + 2] in _WENT):
            return name.text
        if _follows_with(view, figure, name):
            return name.text
    return None


def _subject(view: View, at: int, reading: Reading | None) -> str | None:
    """The subject of the clause, where it does more than give the figure."""
    if is_put(view, at):
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


def is_put(view: View, at: int) -> bool:
    """Whether the subject of the clause only gives its figures: "officials put the number of evacuees at 900 and the area at"."""
    if _PUTS.isdisjoint(view.words[:at]):
        return False
    start = max(view.letters.rfind(";", 0, at), view.letters.rfind(",", 0, at), at - _PUT_BACK, 0)
    return not _PUTS.isdisjoint(view.words[start:at])


def _apposed(view: View, figure: Quantity, mark: Mark | None) -> str | None:
    """Whose people they are: the Dell of "Dell, a town of 9,000" and "Dell, population 9,000", the town of "spoke for a town of 9,000"."""
    if mark is None or mark.last != figure.first:
        return None
    label = view.letters[mark.first - 1 : mark.first] == "," and not mark.open and mark.frame(figure.kind, "value") is not None
    inhabited = mark.open and view.letters[mark.first - 1 : mark.first] == "d" and view.words[mark.first] in word_set("kinds of place")
    if not (label or inhabited):
        return None
    end = mark.first - 1 - inhabited
    if view.words[end : end + 1] == (",",) and end > 0 and view.tokens.capital(end - 1):
        return next((name.text for name in view.names if name.last == end), view.tokens.surface(end - 1, end))
    if label:
        return subjects.noun_before(view, end)
    apart = view.letters[end : end + 1] in tuple("po") and view.words[mark.first] in word_set("settled places")
    return view.words[mark.first] if apart else None


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

"""Common nouns that say what a figure is about: the noun before a token, the subject of its clause, the stuff that is counted."""

from __future__ import annotations

from functools import cache

from claimcheck.reading.measures import SHARES, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.nouns import is_function_word, is_plural
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story_events import event_classes
from claimcheck.reading.view import View
from claimcheck.vocabulary import table, word_set

_WORDS = 3
"""Words of a noun phrase that are kept, the head last."""
_REACH = 12
"""Tokens a subject may stand before its figure."""
FORECASTERS = word_set("forecast a statistic")
_SURVEYS, _FOUND = word_set("surveys"), word_set("survey verbs")
_NO_HEAD = word_set("no head of a subject")


def describes(phrase: str, event: str | None) -> bool:
    """Whether a noun phrase stands for the protagonist of such an event: "the vessel" in the story of a sinking.

    >>> describes("vessel", "sinking"), describes("vessel", "crash")
    (True, False)
    """
    head = phrase.rsplit(" ", 1)[-1]
    return _descriptions().get(head, "-") in ("", event) or (event is not None and event in event_classes(head))


@cache
def _descriptions() -> dict[str, str]:
    return {row["noun"]: row["event"] for row in table("descriptions")}


def is_statistic(view: View, phrase: str) -> bool:
    """Whether a noun phrase of the sentence is a statistic itself: "revenue", "its best bid"."""
    head = phrase.rsplit(" ", 1)[-1].lower()
    marks = (mark for mark in view.sentence.marks if view.words[mark.last - 1] == head)
    return any(frame.role == "value" and frame.measure.about in ("owner", "country") for mark in marks for frame in mark.frames)


def noun_before(view: View, at: int) -> str | None:
    """The noun phrase that ends right before a token: "freight train" of "a freight train derailed"."""
    head = at - 1
    if head < 0 or not is_nominal(view, head) or not _is_head(view.words[head]) or _is_unit(view, head):
        return None
    first = head
    while first > 0 and head - first < _WORDS and view.letters[first - 1] in "xM" and view.tokens.kinds[first - 1] == "w":
        if view.words[first - 1] in _pasts():
            break
        first -= 1
    if first > 0 and view.words[first - 1] == "-":
        first += 1
    return _written(view, first, at) if first < at else None


@cache
def _pasts() -> frozenset[str]:
    """Irregular forms of verbs: the took of "he took bribes of 3 million"."""
    return frozenset(row["form"] for row in table("word_forms") if row["form"] != row["root"]) | {"received", "paid", "faced", "needed"}


def _is_unit(view: View, at: int) -> bool:
    """Whether a token is the unit of a figure: "at a depth of 8 kilometres, 27 kilometres from Noor"."""
    return any(figure.number_last <= at < figure.last and figure.kind != "count" for figure in view.figures)


def given_to(view: View, figure: Quantity) -> str | None:
    """The far right of "gave the far right 34 percent"."""
    for at in range(figure.first - 2, max(-1, figure.first - 7), -1):
        if view.words[at] in ("gave", "gives", "give", "giving", "handed"):
            start = at + 1 + (view.letters[at + 1] == "d")
            return view.tokens.surface(start, figure.first) if start < figure.first else None
        if view.letters[at] not in "xda":
            return None
    return None


def subject_before(view: View, at: int) -> str | None:
    """The noun phrase that opens the clause of a token: "shrine" of "The shrine stands at 3,100 meters"."""
    first = at
    while first > 0 and view.letters[first - 1] not in ';,"ws' and at - first < _REACH:
        first -= 1
    if first > 1 and view.words[first - 1] == "who":
        return before_who(view, first - 1)
    while first < at and view.letters[first] in "ca":
        first += 1
    start = first
    while start < at and view.letters[start] == "d":
        start += 1
    end = start
    while end < at and end - start <= _WORDS and view.words[end] not in ("of", "for") and is_nominal(view, end):
        end += 1
    if view.words[end : end + 1] == ("-",):
        return None
    if end - start > 1 and is_plural(view.words[end - 2]) and not view.words[end - 1].endswith(("s", "ed")):
        end -= 1
    verb = end
    while end - start > 1 and view.words[end - 1].endswith("ed"):
        end -= 1
    if end - start > 1 and end == verb and (view.letters[end] in "Nd" or view.words[end] == "to"):
        end -= 1
    if end == start or not _is_head(view.words[end - 1]):
        return None
    followed = end < verb or (end < len(view.words) and (view.letters[end] in "bMa" or view.words[end] in _verbs()))
    return _written(view, max(start, end - _WORDS), end) if start > first or followed else None


def before_who(view: View, at: int) -> str | None:
    """The noun before "who", an age between commas left out: "caretaker" of "the caretaker, 47, who"."""
    while at > 1 and view.letters[at - 1] in ",N":
        at -= 1
    return noun_before(view, at)


def forecast_of(view: View, figure: Quantity) -> str | None:
    """The forecast of those who expect a statistic: "economists' forecast" of "Economists had expected 4.9%"."""
    who = next((word for word in reversed(view.words[: figure.first]) if word in FORECASTERS), None)
    return f"{who}' forecast" if who is not None else None


def polled(view: View, figure: Quantity) -> str | None:
    """Those whom a survey asked: "A poll for the daily found 61 percent against it"; a party it names has the share itself."""
    words, at = view.words, figure.first
    if figure.kind not in SHARES or _SURVEYS.isdisjoint(words[:at]):
        return None
    asked = next((index for index in range(at - 1, 0, -1) if words[index] in _FOUND), None)
    if asked is None or _SURVEYS.isdisjoint(words[:asked]) or any(asked < name.first for name in view.names if name.first < at + _REACH):
        return None
    return "respondents" if ";" not in view.letters[asked:at] else None


def possessor(view: View, at: int) -> str | None:
    """Whose a figure is that stands behind a possessive: "Aldair's 84 aircraft", "the city's 40 schools"."""
    if view.words[max(0, at - 1) : at] not in (("'s",), ("’s",)):
        return None
    name = next((name for name in view.names if name.last == at - 1), None)
    return view.base(name.text) if name is not None else noun_before(view, at - 1)


def listed_with(view: View, figure: Quantity) -> str | None:
    """The name that stands before a figure in a list: the Greens of "Reform 91, Greens 15"."""
    if figure is view.figures[0]:
        return None
    name = next((name for name in view.names if name.last == figure.first), None)
    if name is None:
        return None
    at = name.first - 1 - (view.letters[name.first - 1 : name.first] == "d")
    return name.text if view.letters[at : at + 1] in tuple(",c;") else None


def owns(view: View, name: Name) -> bool:
    """Whether a name is a possessive: "Aldair's", "the Greens'"."""
    mark = view.words[name.last : name.last + 1]
    return mark in (("'s",), ("’s",)) or (mark in (("'",), ("’",)) and view.words[name.last - 1].endswith("s"))


def changed_of(view: View, at: int) -> str | None:
    """Whose something is brought to a figure: "trims the Alliance's delegation to 50 and lifts the Union's to 48"."""
    if view.words[max(0, at - 1) : at] != ("to",):
        return None
    for name in reversed(view.names):
        if 2 <= at - name.last <= 2 + _WORDS and owns(view, name) and set(view.letters[name.last + 1 : at - 1]) <= set("xM"):
            return view.base(name.text)
    return None


def existing_in(view: View, figure: Quantity) -> str | None:
    """Where there are so many: the ward of "There are 26 beds in the ward"."""
    if "there" not in view.words[max(0, figure.first - 3) : figure.first] or view.letters[figure.last : figure.last + 1] != "p":
        return None
    start = end = figure.last + 1 + (view.letters[figure.last + 1 : figure.last + 2] == "d")
    while end < len(view.words) and end - start < _WORDS and is_nominal(view, end):
        end += 1
    return view.tokens.surface(start, end) if end > start else None


def made_of(view: View, figure: Quantity) -> str | None:
    """The cough syrup of "600 bottles of a cough syrup"."""
    at = figure.last
    if figure.kind not in ("count", "mass", "volume") or at == figure.number_last or view.words[at : at + 1] != ("of",):
        return None
    at += 1
    while at < len(view.words) and view.letters[at] == "d":
        at += 1
    end = at
    while end < len(view.words) and end - at < _WORDS and view.letters[end] in "xM" and view.tokens.kinds[end] == "w":
        if is_function_word(view.words[end]):
            break
        end += 1
    return view.tokens.surface(at, end) if end > at else None


def attributed(view: View, figure: Quantity) -> str | None:
    """The canal of "the 90-kilometer canal"."""
    words, at = view.words, figure.last
    if "-" not in words[figure.number_last : at] or at >= len(words) or view.letters[at] not in "xM" or view.tokens.kinds[at] != "w":
        return None
    wide = at + 1 < len(words) and is_nominal(view, at + 1) and not words[at].endswith("s") and not words[at + 1].endswith("ed")
    return view.tokens.surface(at, at + 2 if wide else at + 1)


def is_nominal(view: View, at: int) -> bool:
    """Whether a token can belong to a noun phrase: a word, and no verb of the tables."""
    if view.tokens.kinds[at] != "w" or view.words[at] in _verbs():
        return False
    if view.letters[at] == "M":
        mark = view.sentence.mark_at(at)
        return mark is not None and any(frame.role in ("value", "noun", "head") for frame in mark.frames)
    return view.letters[at] == "x"


def _is_head(word: str) -> bool:
    """Whether a word can be the head of what a figure is about; not "up", "highest", "separate", "it'll" or "year"."""
    return word not in _NO_HEAD and word not in _times() and word not in roles("change", "anaphor") and "'" not in word and "’" not in word


@cache
def _times() -> frozenset[str]:
    return frozenset(row["wording"] for row in table("calendar") if row["class"].startswith(("month", "weekday")))


@cache
def _verbs() -> frozenset[str]:
    """Finite verbs the tables know: of saying, changing, standing."""
    saying = {row["wording"] for row in table("saying") if " " not in row["wording"]}
    return roles("change", "state", "reach", "copula") | saying


def _written(view: View, first: int, last: int) -> str:
    """The words as written, a capital that only opens the sentence made small."""
    text = view.tokens.surface(first, last)
    return text if first or text[1:] != text[1:].lower() or view.tokens.surface(0, 1) in view.topic.names else text[0].lower() + text[1:]

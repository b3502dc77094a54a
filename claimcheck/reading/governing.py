"""Which time of a sentence dates a figure: "In May 2019 the price was 31 dollars", "the 48 named a month ago"."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from claimcheck import days
from claimcheck.reading.mentions import DateMention
from claimcheck.reading.time_scenes import JUST_NOW, Scene, is_comparand, is_looked_back_on, is_owner, is_saying
from claimcheck.reading.time_words import cues, roles
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_REACH = 40
"""Tokens between a figure and a time that governs it."""
_LONG_AGO = timedelta(365)
_EVENT, _VERB = 6, 4
"""Tokens behind a date in which what it is the date of is named, and those of the verb that tells a figure of it."""
_CLOSING = (",", ";", "—")
_PRESENT = (("has",), ("have",))
_RESUMING = ((",", "when"), (",", "where"), (",", "in", "which"), (",", "of", "whom"), (",", "of", "which"))
_PLANNED = ("month", "quarter", "half", "year")
"""Times to come for which figures are planned or foreseen; what is set for a day has not been counted."""
_COMPARED_WITH = (*_PLANNED, "range", "season")
"""What "on" holds a figure against: "up 6% on last year"; it dates by days alone."""


@cache
def _number_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("numerals") if row["role"] in ("unit", "teen", "ten") and row["word"] != "one")


def governor(scene: Scene, of_a_day: bool = False, of_a_toll: bool = False) -> DateMention | None:
    """The time that dates a figure: one after it in its clause, else one before it that speaks of the whole clause.

    `of_a_day` says that the figure counts what happened on one day; a relative clause ("two who were arrested last winter") then tells of
    something else. `of_a_toll` says that it counts whom an event struck, which may be an event of old.
    """
    if not scene.dates or scene.quantity.kind == "age":
        return None
    return _owner(scene) or _behind(scene, of_a_day) or (_recalled(scene) if of_a_toll else None) or _in_front(scene)


def _may_govern(scene: Scene, mention: DateMention) -> bool:
    """Whether a time can date a figure at all: known, not ahead, not the figure's own words ("two years ago"), not a saying just made."""
    resumed = mention.last < scene.first and scene.tokens.words[mention.last : mention.last + 2] == (",", "when")
    if mention.start is None or mention.end is None or mention.precision == "decade":
        return False
    if mention.role in ("since", "before", "after") and not resumed:
        return False
    if mention.first < scene.last and scene.first < mention.last:
        return False
    begins = mention.end if mention.role in ("until", "by") else mention.start
    if scene.published is not None and begins > scene.published and mention.precision not in _PLANNED:
        return False
    return not is_saying(scene, mention) or is_looked_back_on(scene, mention)


def _owner(scene: Scene) -> DateMention | None:
    """The time, begun by publication, that a figure is said to belong to."""
    begun = (m for m in scene.dates if m.start and m.end and (scene.published is None or m.start <= scene.published))
    return next((m for m in begun if is_owner(scene, m)), None)


def _behind(scene: Scene, of_a_day: bool) -> DateMention | None:
    """The first time after a figure, if neither a mark, nor a comparison, nor a figure that is not listed with it stands between."""
    words = scene.tokens.words
    mention = next((m for m in scene.dates if m.first >= scene.last), None)
    if mention is None or mention.first - scene.last > _REACH or not _may_govern(scene, mention):
        return None
    led = roles().before(scene.tokens, mention.first)
    opened = mention.role == "between" and words[mention.first - 1] == "from"
    between = range(scene.last, led[0] if led else mention.first - opened)
    if any(words[i] in cues("clause") or words[i] == "," or _compares(scene, i) or _goes_on(words, i) for i in between):
        return None
    if words[mention.first - 1] == "on" and mention.precision in _COMPARED_WITH:
        return None
    other = next((i for i in between if _is_figure(scene, i)), None)
    if other is not None and "and" not in words[scene.last : other] and words[other - 1] != "of":
        return None
    began = not cues("began").isdisjoint(words[max(scene.last, mention.first - 3) : mention.first])
    return None if began or (of_a_day and "who" in words[scene.last : mention.first]) else mention


def _compares(scene: Scene, index: int) -> bool:
    """Whether a word holds the figure against another; a "from" before a noun only says where: "nine bodies from the hull"."""
    words = scene.tokens.words
    if words[index] != "from":
        return words[index] in cues("compared")
    near = range(index + 1, min(len(words), index + 4))
    return any(_is_figure(scene, i) or not words[i][0].isalnum() for i in near) or any(index < m.first < index + 4 for m in scene.dates)


def _goes_on(words: tuple[str, ...], index: int) -> bool:
    """Whether the clause has come to another verb: "to 2.9% and is expected to fall further"."""
    return words[index] in ("and", "but") and words[index + 1] in word_set("begins a predicate")


def _recalled(scene: Scene) -> DateMention | None:
    """The stated day or year of an earlier event of which a relative clause tells: "since the quake of 1999, which killed 900"."""
    mention = next((m for m in reversed(scene.dates) if m.last <= scene.first), None)
    if mention is None or mention.value is None or mention.end is None or scene.published is None:
        return None
    if days.last_day(scene.published) - date.fromisoformat(mention.end) < _LONG_AGO:
        return None
    between = scene.tokens.words[mention.last : scene.first]
    relative = next((at for at, word in enumerate(between[:_EVENT]) if word in ("which", "that")), None)
    told = relative is not None and len(between) - relative <= _VERB and "," not in between[relative:]
    return mention if told else None


def _in_front(scene: Scene) -> DateMention | None:
    """The nearest time before a figure in its clause that does not belong to another figure."""
    if is_comparand(scene):
        return None
    for mention in reversed([m for m in scene.dates if m.last <= scene.first]):
        between = scene.tokens.words[mention.last : scene.first]
        if len(between) > _REACH or (between[-1:] in _PRESENT and not _lasts(scene, mention)):
            return None
        if not (cues("clause") | cues("now")).isdisjoint(between):
            return None
        if _may_govern(scene, mention) and _reaches(scene, mention, between):
            return mention
    return None


def _lasts(scene: Scene, mention: DateMention) -> bool:
    """Whether a time reaches up to the telling, so that a perfect can speak of it: "this year have died"."""
    if scene.published is None or mention.start is None or mention.end is None or mention.start > scene.published:
        return False
    return days.last_day(scene.published) - date.fromisoformat(mention.end) <= JUST_NOW and mention.start < mention.end


def _reaches(scene: Scene, mention: DateMention, between: tuple[str, ...]) -> bool:
    """Whether a time speaks of the words up to the figure too, not only of what it follows."""
    if between[:1] == ("when",) or between[:2] in _RESUMING or between[:3] in _RESUMING:
        return True
    if _stands_after(scene, mention, ("than", "from", "against", "versus", "vs", "compared")):
        return False
    apposed = between[:1] == (",",) and "," not in between[1:] and (len(between) == 1 or _is_figure(scene, mention.last + 1))
    return apposed or not (_is_aside(scene.tokens, mention) or ("," in between and _has_figure(scene, mention)))


def _is_figure(scene: Scene, index: int) -> bool:
    """Whether a token is a number other than in a name or a time."""
    tokens = scene.tokens
    if tokens.kinds[index] != "d" and tokens.words[index] not in _number_words():
        return False
    named = index > 1 and tokens.kinds[index - 1] == "w" and tokens.capital(index - 1)
    return not named and not any(mention.first <= index < mention.last for mention in scene.dates)


def _has_figure(scene: Scene, mention: DateMention) -> bool:
    """Whether a time follows a figure of its own between two marks."""
    for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        if scene.tokens.words[index] in _CLOSING:
            return False
        if _is_figure(scene, index):
            return True
    return False


def _stands_after(scene: Scene, mention: DateMention, wanted: tuple[str, ...]) -> bool:
    """Whether one of these words stands shortly before a time: "than in January", "from 95 euros a month earlier"."""
    for index in range(mention.first - 1, max(-1, mention.first - 8), -1):
        if scene.tokens.words[index] in _CLOSING:
            return False
        if scene.tokens.words[index] in wanted:
            return True
    return False


def _is_aside(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time stands in an aside: "the boat, which sank in May, had", "the quay, built in 1974, has".

    What goes on behind it is no aside: "the rig that sank in 1980 and drowned 90 men", "who in 2009 was given 30 years".
    """
    for index in range(mention.first - 1, max(-1, mention.first - _REACH), -1):
        word = tokens.words[index]
        if word == "," and tokens.words[index + 1] in word_set("opens an aside"):
            return tokens.words[mention.last : mention.last + 1] == (",",)
        if word in _CLOSING:
            return False
        said = word == "that" and (tokens.words[index - 1 : index] == () or tokens.words[index - 1] in cues("said"))
        if word in ("which", "who", "whose", "where") or (word == "that" and not said and tokens.words[index + 1] != "of"):
            opens = mention.first - index < 3 and tokens.words[mention.last : mention.last + 1] != (",",)
            return not opens and tokens.words[mention.last : mention.last + 1] != ("and",)
    return False

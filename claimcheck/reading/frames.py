"""Which statistic a figure of a sentence is: "N were killed", "killed N", "N dead" and "a death toll of N" are all deaths.

Each figure is looked at four ways: its own noun, what is said of it to the right, the verb it is the object of to the left, and the
noun whose value it is. The nearest wins. What none of them tells is taken over from a figure it is linked or listed with, or from the
statistic that "the number" and "the toll" refer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from claimcheck.reading import following, predicates, quantities, values
from claimcheck.reading.framed import JOINING, Reading, Sentence, has_noun, has_own_subject, in_phrase, is_person, suiting
from claimcheck.reading.measures import SHARES, Mark, Measure, known, marks, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.story import story_words
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_STRUCK = 10
"""Tokens between an attack and the weapons it was made with."""
INHERITED = ("referred", "spoken")
"""Roles of readings that an earlier sentence or the article gave: of "the number", and of "76 more than"."""
_SUBJECT = 8
"""Tokens of a sentence in which its subject ends."""
_FORECASTERS = word_set("forecast a statistic")
_POINTING = ("it", "they", "these", "those", "this", "that")


def read(sentence: Sentence, before: Tokens | None = None, default: Measure | None = None) -> tuple[Reading | None, ...]:
    """The reading of each figure; `before` is the sentence before, `default` the statistic the article is about.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("The fire killed 7 people and injured at least 30.")
    >>> [reading.measure.name for reading in read(Sentence(tokens, find(tokens)))]
    ['deaths', 'injuries']
    """
    found = [_read_alone(sentence, figure, before) for figure in sentence.figures]
    for index, figure in enumerate(sentence.figures):
        part = _linked(sentence, index, found)
        if part is not None and not has_noun(sentence.tokens, figure) and part.role == "noun":
            found[index] = part
        found[index] = found[index] or part or _taken_over(sentence, index, found)
        found[index] = found[index] or _referred(sentence, figure, before, default) or in_phrase(sentence, figure, "head")
    for index, figure in enumerate(sentence.figures):
        for role, other in figure.links:
            if role == "from" and _counts_another(sentence, figure, sentence.figures[other]):
                continue
            bare = role in ("revises", "from") and found[index] is not None and not has_noun(sentence.tokens, sentence.figures[other])
            if bare or (found[other] is None and role in ("from", "converts", "revises")):
                found[other] = _over(found[index], index)
    return tuple(found)


def _counts_another(sentence: Sentence, figure: Quantity, other: Quantity) -> bool:
    """Whether two figures count different things: "moved 400 people from 22 towns"."""
    nouns = figure.kind == other.kind == "count" and has_noun(sentence.tokens, figure) and has_noun(sentence.tokens, other)
    return nouns and figure.counted != other.counted


def _read_alone(sentence: Sentence, figure: Quantity, before: Tokens | None) -> Reading | None:
    """The reading of a figure without that of the others of its sentence."""
    included = _included(sentence, figure, before)
    return included or _stated(sentence, figure) or _of_set(sentence, figure) or _armed(sentence, figure)


def _stated(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The reading its own clause gives."""
    if not sentence.marks:
        return None
    noun = in_phrase(sentence, figure, "noun")
    if noun is not None and figure.counted not in _told_of():
        return noun
    options = (following.read(sentence, figure), predicates.left(sentence, figure), values.of(sentence, figure))
    best = _lost(*options[:2]) or min((option for option in options if option is not None), key=_cost, default=None)
    said = _for_noun(sentence, figure, best[1]) if best is not None else None
    if noun is not None and (said is None or (said.measure.name, figure.counted, "") not in _by_noun()):
        return noun
    return said


def _lost(said: tuple[int, Reading] | None, verb: tuple[int, Reading] | None) -> tuple[int, Reading] | None:
    """ "lost 900 troops killed and wounded": what became of those that a side lost."""
    if said is None or verb is None or said[1].measure.name != "casualties" or verb[1].role != "people":
        return None
    return verb[0], Reading(said[1].measure, "people", verb[1].mark)


def _for_noun(sentence: Sentence, figure: Quantity, reading: Reading) -> Reading:
    """The reading with the measure that the counted noun asks for: drones that are destroyed are intercepted."""
    if figure.counted not in _weapons() and figure.counted != "seat" and not has_noun(sentence.tokens, figure):
        return reading
    name, noun = reading.measure.name, figure.counted or ""
    instead = _by_noun().get((name, noun, "")) or _by_noun().get((name, noun, reading.role))
    return Reading(instead, reading.role, reading.mark, reading.source) if instead is not None else reading


@cache
def _told_of() -> frozenset[str]:
    """The nouns of which a verb may tell a statistic of its own: bodies identified, ballots spoiled."""
    return frozenset(noun for _, noun, _ in _by_noun())


@cache
def _by_noun() -> dict[tuple[str, str, str], Measure]:
    rows = table("measures_by_noun")
    return {(row["measure"], row["noun"], row["role"]): measure for row in rows if (measure := known(row["instead"])) is not None}


def _cost(option: tuple[int, Reading]) -> int:
    return option[0]


def _linked(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of the figure this one is a part, a conversion or an earlier value of; of "61 of the 120 seats" that of the seats."""
    figure = sentence.figures[index]
    others = [other for role, other in figure.links if role in ("part_of", "converts", "from", "revises", "total_of")]
    if index + 1 < len(found) and sentence.letters[figure.last : sentence.figures[index + 1].first] in ("o", "od"):
        others.append(index + 1)
    for other in others:
        reading = found[other]
        if reading is not None:
            return Reading(reading.measure, reading.role if reading.role in ("noun", *INHERITED) else "taken", None, other)
    return None


def _taken_over(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of an earlier figure of the sentence: a list, an ellipsis."""
    figure = sentence.figures[index]
    if figure.kind == "count" and predicates.governing_verb(sentence, figure):
        return None
    if figure.kind == "count" and has_noun(sentence.tokens, figure):
        return _listed(sentence, index, found)
    if figure.kind == "count" and values.counted_number(sentence, figure):
        return None
    for other in range(index - 1, -1, -1):
        earlier, reading = sentence.figures[other], found[other]
        if reading is None or figure.kind not in reading.measure.kinds or earlier.kind in ("duration", "age") or reading.role == "head":
            continue
        if reading.measure.name == "votes counted" or (figure.kind != "count" and has_own_subject(sentence, figure)):
            return None
        compared = figure.kind == "percent" and sentence.tokens.words[figure.last : figure.last + 1] in _LESS
        if compared or earlier.kind == figure.kind or {earlier.kind, figure.kind} <= set(SHARES) or reading.measure.name == "share price":
            return _over(reading, other)
    return None


_PREDICATED = ("patient", "people", "agent", "state", "taken", "noun", "set")
"""Roles whose reading holds for the next figure of a list."""


def _of_set(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The set a sentence opens with: "Of the missing, 17 were in the mill and 6 outside"."""
    if figure.kind != "count" or sentence.tokens.words[:1] not in (("of",), ("among",)):
        return None
    for mark in sentence.marks[:1]:
        frame = suiting(figure, mark, "state", "noun", "value", "patient", "head") if mark.first < 5 and mark.last <= figure.first else None
        if frame is not None and frame.measure.about == "people":
            return Reading(frame.measure, "set", mark)
    return None


_LESS = (("more",), ("less",), ("fewer",), ("higher",), ("lower",), ("above",), ("below",))
_COMPARED = (("more", "than"), ("fewer", "than"), ("less", "than"), ("higher", "than"), ("lower", "than"))


def _included(sentence: Sentence, figure: Quantity, before: Tokens | None) -> Reading | None:
    """What a set is made of: "The dead include 14 children"; of "It includes 60 in Oslo" the statistic of the sentence before."""
    words, including = sentence.tokens.words, roles("include")
    if figure.kind != "count" or including.isdisjoint(words[:_SUBJECT]):
        return None
    at = next(at for at, word in enumerate(words) if word in including)
    if not 0 < figure.first - at < 3:
        return None
    for mark in sentence.marks:
        frame = suiting(figure, mark, "state", "noun", "value") if mark.last <= at else None
        if frame is not None and frame.measure.about == "people":
            return Reading(frame.measure, "set", mark)
    pointing = words[at - 1] in _POINTING or (words[0] == "the" and not roles("anaphor").isdisjoint(words[:at]))
    spoken = _spoken_of(before) if pointing and before is not None else None
    return Reading(spoken.measure, "set") if spoken is not None else None


def _spoken_of(before: Tokens) -> Reading | None:
    """The first reading of a count of people in a sentence."""
    readings = read(Sentence(before, quantities.find(before)))
    return next((reading for reading in readings if reading is not None and reading.measure.about == "people"), None)


def _armed(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The weapons of an attack: "struck the port with 40 drones", "the barrage comprised 40 drones", "used 40 drones in the raid"."""
    words, launched = sentence.tokens.words, known("launched")
    if figure.counted not in _weapons() or launched is None:
        return None
    for stretch in (
        range(figure.first - 1, max(-1, figure.first - _STRUCK), -1),
        range(figure.last, min(len(words), figure.last + _STRUCK // 2)),
    ):
        for at in stretch:
            if sentence.letters[at] in ";sN":
                break
            if words[at] in roles("assault"):
                return Reading(launched, "patient", Mark(at, at + 1, ()))
    return None


@cache
def _weapons() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("groups") if row["group"] in ("drone", "missile"))


def usual(event: str | None, figure: Quantity, words: Sequence[str] = ()) -> Reading | None:
    """What a figure of that kind is in stories of that event where nothing else is said: a percentage in an election, a vote share.

    The 270 miles of "a line of 270 miles" are a length in any story.
    """
    length = known("length")
    if figure.kind == "length" and tuple(words[max(0, figure.first - 1) : figure.first]) == ("of",) and length is not None:
        return Reading(length, "value")
    weapon = "drone" if figure.counted in _weapons() else ""
    bare = figure.kind != "count" or weapon or (figure.counted is None and figure.step == 1)
    measure, beside = _usual().get((event or "", figure.kind, weapon), (None, "")) if bare else (None, "")
    fits = not beside or not story_words(beside).isdisjoint(words)
    return Reading(measure, "usual") if measure is not None and fits else None


@cache
def _usual() -> dict[tuple[str, str, str], tuple[Measure | None, str]]:
    return {(row["event"], row["kind"], row["group"]): (known(row["measure"]), row["beside"]) for row in table("usual_measures")}


def _over(reading: Reading | None, source: int) -> Reading | None:
    return None if reading is None else Reading(reading.measure, reading.role if reading.role in INHERITED else "taken", None, source)


def _listed(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """ "killed 9 soldiers and 3 civilians", "100 dead, including 12 children": what is said of a figure before holds for this one."""
    figure = sentence.figures[index]
    for other in range(index - 1, -1, -1):
        earlier, reading = sentence.figures[other], found[other]
        first = sentence.phrase_end(earlier)
        first += first < figure.first and sentence.letters[first] == "x" and sentence.tokens.capital(first)
        words = sentence.tokens.words[first : figure.first]
        joined = other == index - 1 and 0 < len(words) <= 3 and set(sentence.letters[first : figure.first]) <= set(",cd")
        if not joined and (figure.first - first > 20 or JOINING.isdisjoint(words[-2:])):
            return None
        told = reading is not None and (reading.role in _PREDICATED or (reading.role == "value" and not joined))
        if reading is None or earlier.kind != figure.kind or not told or reading.measure.name == "aboard":
            continue
        if reading.measure.about != "people" or is_person(figure) is not False:
            return _over(reading, other)
    return None


def _speaks_of_people(sentence: Sentence) -> bool:
    """Whether a sentence has a wording for what becomes of people."""
    stated = [frame for mark in sentence.marks if (frame := mark.frame("count", "state", "noun", "value")) is not None]
    return any(frame.measure.about == "people" for frame in stated)


def _referred(sentence: Sentence, figure: Quantity, before: Tokens | None, default: Measure | None) -> Reading | None:
    """ "the number", "the figure", "the 310": the statistic of the sentence before, else the one the article is about."""
    words = sentence.tokens.words
    if figure.kind == "count" and has_noun(sentence.tokens, figure):
        return None
    window = words[max(0, figure.first - 12) : figure.first]
    if "number" in window and ("number", "of") in pairwise(window):
        return None
    if words[figure.number_last : figure.number_last + 2] in (("of", "them"), ("of", "whom"), ("of", "these")):
        return None
    if figure.kind == "count" and before is not None and (words[figure.last : figure.last + 2] in _COMPARED or window[-2:] == ("it", "at")):
        spoken = _spoken_of(before)
        if spoken is not None:
            return Reading(spoken.measure, "spoken")
    crowd = default is not None and default.about == "counter" and figure.kind == "count" and figure.step != 1
    if crowd and default is not None and not _speaks_of_people(sentence):
        return Reading(default, "referred")
    definite = figure.kind == "count" and window[-1:] == ("the",)
    alone = figure.kind == "count" and not sentence.marks and window[-1:] in (("of",), ("at",), ("to",))
    foreseen = not _FORECASTERS.isdisjoint(words[: figure.first]) and not roles("forecast").isdisjoint(window)
    if not definite and not alone and not foreseen and roles("anaphor").isdisjoint(window):
        return None
    if default is not None and "rate" in window and figure.kind in default.kinds & set(SHARES):
        return Reading(default, "referred")
    if before is not None and not definite:
        for mark in marks(before):
            frame = mark.frame(figure.kind, "value", "noun", "patient", "agent", "state")
            if frame is not None:
                return Reading(frame.measure, "referred")
    return Reading(default, "referred") if default is not None and figure.kind in default.kinds else None

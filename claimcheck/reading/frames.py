"""Which statistic a figure of a sentence is: "N were killed", "killed N", "N dead" and "a death toll of N" are all deaths.

Each figure is looked at four ways: its own noun, what is said of it to the right, the verb it is the object of to the left, and the
noun whose value it is. The nearest wins. What none of them tells is taken over from a figure it is linked or listed with, or from the
statistic that "the number" and "the toll" refer to.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from operator import itemgetter

from claimcheck.reading import following, labelled, nearby, predicates, quantities, split_verbs, values
from claimcheck.reading.framed import Reading, Sentence, has_noun, in_phrase, suiting
from claimcheck.reading.measures import SHARES, Measure, known, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.taken_readings import linked, over, paired, spelled_out, taken_over
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.usual_measures import armed, weapons
from claimcheck.vocabulary import table, word_set

_SUBJECT = 8
"""Tokens of a sentence in which its subject ends."""
_WON = word_set("beside what was lost in games and votes")
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
        part = linked(sentence, index, found)
        if part is not None and not has_noun(sentence.tokens, figure) and part.role == "noun":
            found[index] = part
        found[index] = found[index] or part or taken_over(sentence, index, found)
        found[index] = found[index] or _referred(sentence, figure, before, default) or in_phrase(sentence, figure, "head")
    for index, figure in enumerate(sentence.figures):
        found[index] = found[index] or nearby.read(sentence, figure, found)
    for index, figure in enumerate(sentence.figures):
        for role, other in figure.links:
            if role == "from" and _counts_another(sentence, figure, sentence.figures[other]):
                continue
            if labelled.respective(sentence, sentence.figures[other]) is not None:
                continue
            bare = role in ("revises", "from") and found[index] is not None and not has_noun(sentence.tokens, sentence.figures[other])
            if bare or (found[other] is None and role in ("from", "converts", "revises")):
                found[other] = over(found[index], index)
    return tuple(paired(sentence, spelled_out(sentence, found))) if len(found) > 2 else tuple(found)


def _counts_another(sentence: Sentence, figure: Quantity, other: Quantity) -> bool:
    """Whether two figures count different things: "moved 400 people from 22 towns"."""
    nouns = figure.kind == other.kind == "count" and has_noun(sentence.tokens, figure) and has_noun(sentence.tokens, other)
    return nouns and figure.counted != other.counted


def _read_alone(sentence: Sentence, figure: Quantity, before: Tokens | None) -> Reading | None:
    """The reading of a figure without that of the others of its sentence."""
    included = _included(sentence, figure, before)
    return included or labelled.read(sentence, figure) or _stated(sentence, figure) or _of_set(sentence, figure) or armed(sentence, figure)


def _stated(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The reading its own clause gives."""
    if not sentence.marks:
        return None
    noun = in_phrase(sentence, figure, "noun")
    if noun is not None and figure.counted not in _told_of():
        return noun
    parted = split_verbs.read(sentence, figure)
    if parted is not None:
        return _for_noun(sentence, figure, parted)
    said, verb, value = following.read(sentence, figure), predicates.left(sentence, figure), values.of(sentence, figure)
    best = _lost(said, verb) or min(filter(None, (value, said, verb)), key=itemgetter(0), default=None)
    reading = _of_games(sentence, figure, _for_noun(sentence, figure, best[1])) if best is not None else None
    if noun is not None and (reading is None or (reading.measure.name, figure.counted, "") not in _by_noun()):
        return noun
    return reading


def _lost(said: tuple[int, Reading] | None, verb: tuple[int, Reading] | None) -> tuple[int, Reading] | None:
    """ "lost 900 troops killed and wounded": what became of those that a side lost."""
    if said is None or verb is None or said[1].measure.name != "casualties" or verb[1].role != "people":
        return None
    return verb[0], Reading(said[1].measure, "people", verb[1].mark)


def _for_noun(sentence: Sentence, figure: Quantity, reading: Reading) -> Reading | None:
    """The reading with the measure that the counted noun asks for: drones destroyed are intercepted, villages taken back are no recall."""
    if figure.counted not in weapons() and figure.counted != "seat" and not has_noun(sentence.tokens, figure):
        return reading
    told, noun = _by_noun(), figure.counted or ""
    keys = ((reading.measure.name, noun, ""), (reading.measure.name, noun, reading.role))
    key = next((key for key in keys if key in told), None)
    if key is None:
        return reading
    instead = told[key]
    return None if instead is None else Reading(instead, reading.role, reading.mark, reading.source)


def _of_games(sentence: Sentence, figure: Quantity, reading: Reading | None) -> Reading | None:
    """The reading; the bare number of "took nine games and lost 23" is of no people."""
    dead = reading is not None and reading.role == "people" and reading.measure.name == "deaths" and figure.counted is None
    losses = known("losses") if dead and not _WON.isdisjoint(sentence.tokens.words) else None
    return reading if losses is None or reading is None else Reading(losses, "patient", reading.mark)


@cache
def _told_of() -> frozenset[str]:
    """The nouns of which a verb may tell a statistic of its own: bodies identified, ballots spoiled."""
    return frozenset(noun for _, noun, _ in _by_noun())


@cache
def _by_noun() -> dict[tuple[str, str, str], Measure | None]:
    """The statistic that a verb tells of a noun; None where it is none the tables know."""
    return {(row["measure"], row["noun"], row["role"]): known(row["instead"]) for row in table("measures_by_noun")}


def _of_set(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The set a sentence opens with: "Of the missing, 17 were in the mill and 6 outside"."""
    if figure.kind != "count" or sentence.tokens.words[:1] not in (("of",), ("among",)):
        return None
    for mark in sentence.marks[:1]:
        frame = suiting(figure, mark, "state", "noun", "value", "patient", "head") if mark.first < 5 and mark.last <= figure.first else None
        if frame is not None and frame.measure.about == "people":
            return Reading(frame.measure, "set", mark)
    return None


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


def _spoken_of_kind(before: Tokens, figure: Quantity) -> Reading | None:
    """What the first figure of the kind in the sentence before is, else the statistic that one of its nouns names."""
    told = Sentence(before, quantities.find(before))
    alike = [reading for other, reading in zip(told.figures, read(told), strict=True) if other.kind == figure.kind]
    spoken = [reading.measure for reading in alike if reading is not None]
    named = [frame.measure for mark in told.marks if (frame := mark.frame(figure.kind, "value", "noun")) is not None]
    return next((Reading(measure, "referred") for measure in (*spoken, *named)), None)


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
    shared = sentence.letters[max(0, figure.first - 2) : figure.first] == "No"
    alone = figure.kind == "count" and not sentence.marks and not shared and window[-1:] in (("of",), ("at",), ("to",))
    foreseen = not roles("forecast").isdisjoint(window) and not _FORECASTERS.isdisjoint(words[: figure.first])
    if not definite and not alone and not foreseen and roles("anaphor").isdisjoint(window):
        return None
    if default is not None and "rate" in window and figure.kind in default.kinds & set(SHARES):
        return Reading(default, "referred")
    if before is not None and not definite:
        spoken = _spoken_of_kind(before, figure)
        if spoken is not None:
            return spoken
    return Reading(default, "referred") if default is not None and figure.kind in default.kinds else None

"""Figures that a word labels without a verb: "Dead: eleven", "rescued, 151", "injuries 23", "killed were nine policemen"."""

from __future__ import annotations

from claimcheck.reading.framed import Reading, Sentence, has_noun, suiting
from claimcheck.reading.measures import Frame, Mark, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.vocabulary import word_set

_PAIR = ("c", "cd")
"""Letters between the two nouns and between the two figures of "cases and deaths rose to 80 and 12"."""
_SIGNS = (":", ",", "—", "–")


def read(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The statistic a figure's label names.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Rescued, 151; still missing, 12.")
    >>> [read(Sentence(tokens, find(tokens)), figure).measure.name for figure in find(tokens)]
    ['rescued', 'missing']
    """
    if figure.kind != "count" or not sentence.marks or sentence.marks[0].first >= figure.first:
        return None
    return respective(sentence, figure) or _label(sentence, figure)


def _label(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The word in front of a figure that opens its clause: "the missing 13", "confirmed, 46", "killed were nine"."""
    letters, words, at = sentence.letters, sentence.tokens.words, figure.first - 1
    while at > 0 and letters[at] == "a":
        at -= 1
    inverted = words[at] in roles("copula")
    signed = inverted or words[at] in _SIGNS or words[at] in roles("numbering")
    at -= signed
    mark = sentence.mark_at(at) if at >= 0 else None
    beside = mark is not None and (signed or _is_noun(sentence, mark) or _is_set_apart(sentence, figure, mark))
    if mark is None or mark.last != at + 1 or not _opens_clause(sentence, mark) or not beside:
        return None
    if not inverted and (has_noun(sentence.tokens, figure) or not _ends_clause(sentence, figure)):
        return None
    frame = _named(figure, mark, inverted)
    return Reading(frame.measure, "value", mark) if frame is not None else None


def _named(figure: Quantity, mark: Mark, inverted: bool) -> Frame | None:
    """What a label names: a state, a statistic, what was done to those counted; no verb in its present."""
    done = suiting(figure, mark, "patient")
    if inverted:
        return suiting(figure, mark, "state") or (done if done is not None and done.past else None)
    told = suiting(figure, mark, "state", "value", "noun")
    return told or (done if done is not None and done.past else None)


def _is_noun(sentence: Sentence, mark: Mark) -> bool:
    """Whether a word that stands right before a figure names the counted: "injuries 23", "the missing 13"; not "and will hold 23"."""
    return mark.plural and (mark.first == 0 or sentence.letters[mark.first - 1] in "d,;c")


def _is_set_apart(sentence: Sentence, figure: Quantity, mark: Mark) -> bool:
    """Whether a noun and its value stand between commas: "In Dell, population 62,500," """
    before = sentence.letters[mark.first - 1 : mark.first]
    return before == "," and mark.frame(figure.kind, "value") is not None and sentence.letters[figure.last : figure.last + 1] == ","


def _opens_clause(sentence: Sentence, mark: Mark) -> bool:
    """Whether nothing stands before a label in its clause but an article or a "still"."""
    at = mark.first - 1
    while at >= 0 and (sentence.letters[at] in "da" or sentence.tokens.words[at] in word_set("before a label")):
        at -= 1
    return at < 0 or sentence.letters[at] in ",;c"


def _ends_clause(sentence: Sentence, figure: Quantity) -> bool:
    return figure.last >= len(sentence.letters) or sentence.letters[figure.last] in ",;c" or sentence.tokens.kinds[figure.last] == "p"


def respective(sentence: Sentence, figure: Quantity) -> Reading | None:
    """ "Cases and deaths rose to 80 and 12, from 60 and 9": the first of each pair is of the first noun, the second of the second."""
    place = _place_in_pair(sentence, figure)
    if place is None or has_noun(sentence.tokens, figure):
        return None
    for one, other in zip(sentence.marks, sentence.marks[1:], strict=False):
        if other.last > figure.first:
            break
        if sentence.letters[one.last : other.first] in _PAIR:
            frames = [suiting(figure, mark, "noun", "value", "state") for mark in (one, other)]
            meant = frames[place]
            if meant is not None and all(frames):
                return Reading(meant.measure, "value", (one, other)[place])
    return None


def _place_in_pair(sentence: Sentence, figure: Quantity) -> int | None:
    """0 and 1 for the first and second of two counts joined by "and", None for any other."""
    index = sentence.figures.index(figure)
    for place, first in ((0, index), (1, index - 1)):
        pair = sentence.figures[first : first + 2] if first >= 0 else ()
        if len(pair) == 2 and sentence.letters[pair[0].last : pair[1].first] in _PAIR and pair[0].kind == pair[1].kind:
            return place
    return None

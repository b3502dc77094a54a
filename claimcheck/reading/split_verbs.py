"""Verbs whose object stands inside them: "let 38 hostages go", "brought nine miners out", "led 17 away"."""

from __future__ import annotations

from functools import cache

from claimcheck.reading.framed import Reading, Sentence, suiting
from claimcheck.reading.measures import Frame, Mark, Measure, known, verb_forms
from claimcheck.reading.mentions import Quantity
from claimcheck.vocabulary import table

_BEHIND = 5
"""Tokens behind the object in which the rest of the verb stands."""


def read(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The statistic that a verb tells of the object inside it.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("The rebels let 38 hostages go.")
    >>> read(Sentence(tokens, find(tokens)), find(tokens)[0]).measure.name
    'released'
    """
    words, at = sentence.tokens.words, figure.first - 1
    while at > 0 and sentence.letters[at] in "da":
        at -= 1
    if at < 0 or words[at] not in _split():
        return None
    for start in range(sentence.phrase_end(figure), min(len(words), figure.last + _BEHIND)):
        if sentence.letters[start] in ",;swNc":
            return None
        for rest, measure in _split()[words[at]]:
            if words[start : start + len(rest)] == rest:
                mark = Mark(at, at + 1, (Frame("patient", measure, True),))
                return Reading(measure, "patient", mark) if suiting(figure, mark, "patient") is not None else None
    return None


@cache
def _split() -> dict[str, list[tuple[tuple[str, ...], Measure]]]:
    """For each form of a verb what may stand behind its object, with the statistic."""
    found: dict[str, list[tuple[tuple[str, ...], Measure]]] = {}
    for row in table("split_verbs"):
        measure = known(row["measure"])
        for (form, *_), _past in verb_forms(row["verb"], (), row["forms"]):
            if measure is not None:
                found.setdefault(form, []).append((tuple(row["rest"].split()), measure))
    return found

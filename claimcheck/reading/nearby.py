"""What people are said to be or suffer in the words around their number, where no grammar the frames know ties the two."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading.framed import Reading, Sentence, is_person, suiting
from claimcheck.reading.mentions import Quantity

_FARTHEST = 7
"""Tokens between a number and the wording that may be its own."""
_VAGUE = ("affected", "reached", "targeted")
"""What so many words tell that none tells it surely."""
_VERBS = ("patient", "agent")
"""Roles of verbs; only their participles are looked at."""
_WORDINGS = ("state", "patient", "noun", "value", "agent")


def read(sentence: Sentence, figure: Quantity, found: Sequence[Reading | None]) -> Reading | None:
    """The nearest wording about people in the clause that no other figure has taken; only for numbers of people.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Six were let off; 31 more, all students, found themselves arrested.")
    >>> read(Sentence(tokens, find(tokens)), find(tokens)[1], ()).measure.name
    'arrests'
    """
    if figure.kind != "count" or is_person(figure) is False or (figure.counted is not None and is_person(figure) is None):
        return None
    taken = {reading.mark.first for reading in found if reading is not None and reading.mark is not None}
    near: list[tuple[int, Reading]] = []
    for mark in sentence.marks:
        behind = mark.first >= figure.last
        between = sentence.letters[figure.last : mark.first] if behind else sentence.letters[mark.last : figure.first]
        if mark.first in taken or len(between) > _FARTHEST or not {"N", ";", "s"}.isdisjoint(between):
            continue
        frame = suiting(figure, mark, *_WORDINGS)
        if frame is None or frame.measure.about != "people" or frame.measure.name in _VAGUE:
            continue
        if behind and frame.role == "value" and sentence.tokens.words[mark.last - 1] == "in":
            continue
        if frame.role == "noun" and not mark.plural and sentence.letters[mark.last : mark.last + 1] == "x":
            continue
        if frame.past or frame.role not in _VERBS:
            near.append((len(between) + 3 * between.count(",") - behind, Reading(frame.measure, "nearby", mark)))
    return min(near, key=lambda option: option[0], default=(0, None))[1]

"""The noun whose value a figure is: "the toll rose to N", "a speed of N", "N percent unemployment", "to N the number of dead"."""

from __future__ import annotations

from claimcheck.reading import preceding
from claimcheck.reading.framed import Reading, Sentence, has_own_subject, suiting
from claimcheck.reading.measures import SHARES, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.units import singular


def of(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """ "the toll rose to N", "a speed of N", "N percent unemployment", "$3 million in damage", "to N the number of dead"."""
    named = sentence.tokens.words[figure.last : figure.last + 3] == ("the", "number", "of")
    apart = named or (figure.kind != "count" and has_own_subject(sentence, figure))
    return _behind(sentence, figure) or (None if apart else preceding.read(sentence, figure))


def _behind(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """The noun to the right: "N percent unemployment", "$3 million in damage", "N the number of dead"."""
    words, at = sentence.tokens.words, figure.last
    if at >= len(words) or not sentence.marks or sentence.marks[-1].first < at:
        return None
    wanted: tuple[str, ...] = ("value", "noun")
    if words[at] == "the" and not roles("anaphor").isdisjoint(words[at + 1 : at + 3]):
        at, wanted = at + 1, ("value", "noun", "state", "head", "patient")
    elif words[at] in roles("change") and words[at + 1 : at + 2] in (("in",), ("of",)):
        at += 2
    elif words[at] in ("in", "of", "worth") and at not in sentence.starts:
        if figure.kind == "count" or (figure.kind in SHARES and words[at] == "of"):
            return None
        at += 2 if words[at : at + 2] == ("worth", "of") else 1
    for step in range(6):
        mark = sentence.starts.get(at + step)
        frame = suiting(figure, mark, *wanted) if mark is not None else None
        if frame is not None:
            return 1 + step if at + step > figure.last else 0, Reading(frame.measure, "value", mark)
        if at + step >= len(words) or sentence.letters[at + step] not in "xModa" or (words[at + step] == "of" and len(wanted) == 2):
            return None
    return None


def counted_number(sentence: Sentence, figure: Quantity) -> str | None:
    """The noun of "to nine the number of branches" and "the number of branches rose to nine", singular."""
    words, letters = sentence.tokens.words, sentence.letters
    if "number" not in words:
        return None
    for at in (*range(figure.last, min(len(words), figure.last + 3)), *range(figure.first - 1, max(-1, figure.first - 14), -1)):
        if words[at] == "number" and words[at + 1 : at + 2] == ("of",):
            for noun in range(at + 2, min(len(words), at + 6)):
                if letters[noun] == "x" and words[noun].endswith("s"):
                    return None if sentence.tokens.capital(noun) else singular(words[noun])
            return None
    return None

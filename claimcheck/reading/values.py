"""The noun whose value a figure is: "the toll rose to N", "a speed of N", "N percent unemployment", "to N the number of dead"."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.reading.framed import Reading, Sentence, has_noun, has_own_subject, suiting
from claimcheck.reading.measures import SHARES, Frame, Mark, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.units import singular

_FARTHEST = 26
"""Tokens looked back for the noun."""
_SCENE = 14
"""Tokens between "the number of" and a noun that says where they were hit."""
_NUMBERS_OF = (("number", "of"), ("toll", "of"), ("tally", "of"), ("count", "of"), ("total", "of"))
_OWNED = ("o", "od")
"""Letters between a noun and the figure that is its own: "a crowd of 400", "the arrest of the three"."""
_NEAREST = -1
"""Cost of the noun whose own the figure is: nearer than any verb."""


def of(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """ "the toll rose to N", "a speed of N", "N percent unemployment", "$3 million in damage", "to N the number of dead"."""
    named = sentence.tokens.words[figure.last : figure.last + 3] == ("the", "number", "of")
    apart = named or (figure.kind != "count" and has_own_subject(sentence, figure))
    return _behind(sentence, figure) or (None if apart else _ahead(sentence, figure))


def _behind(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    words, at = sentence.tokens.words, figure.last
    if at >= len(words) or not sentence.marks or sentence.marks[-1].first < at:
        return None
    wanted: tuple[str, ...] = ("value", "noun")
    if words[at] == "the" and not roles("anaphor").isdisjoint(words[at + 1 : at + 3]):
        at, wanted = at + 1, ("value", "noun", "state", "head", "patient")
    elif words[at] in roles("change") and words[at + 1 : at + 2] in (("in",), ("of",)):
        at += 2
    elif words[at] in ("in", "of", "worth"):
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


def _ahead(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    letters, words = sentence.letters, sentence.tokens.words
    at = figure.first - 1
    while at >= 0 and letters[at] in 'ad"':
        at -= 1
    if at < 0:
        return None
    link, counts = words[figure.first] if words[figure.first] in roles("reach") else words[at], figure.kind == "count"
    if counts and link not in roles("link", "copula", "change", "state", "reach") and link not in _SIGNS and not _leads(sentence, at):
        return None
    loose = link in roles("reach") or link in ("to", "at", "above", "by")
    gap, crossed, begin, fallback = 0, 0, at, None
    while at >= 0 and begin - at < _FARTHEST:
        letter = letters[at]
        if letter == "M":
            mark = sentence.mark_at(at)
            if mark is None:
                return fallback
            if _is_scene(sentence, mark):
                at, gap = mark.first - 1, gap + 1
                continue
            own = letters[mark.last : figure.first] in _OWNED
            frame = None if _is_whole(sentence, mark) else _valued(figure, mark, figure.first - mark.last, own)
            if frame is not None:
                return _NEAREST if own and frame.measure.about != "people" else 2 + gap, Reading(frame.measure, "value", mark)
            numbered = not roles("anaphor").isdisjoint(words[max(0, mark.first - 5) : mark.first])
            number_of = ("number", "of") in pairwise(words[max(0, mark.first - 8) : mark.first])
            if fallback is None and counts and (loose or numbered or number_of):
                frame = _said_of(figure, mark, number_of)
                fallback = (2 + gap, Reading(frame.measure, "value", mark)) if frame is not None else None
                if (numbered or number_of) and fallback is not None:
                    return fallback
            at, gap = mark.first - 1, gap + 1
            continue
        if letter == ";" and words[at] != ":":
            return fallback
        opening = letters.rfind(",", 0, at) if letter == "," else -1
        if opening > 0 and letters[opening + 1] == "w":
            at, gap = opening - 1, gap + 1
            continue
        if letter == "w" and counts and has_noun(sentence.tokens, figure):
            return fallback
        if letter == "N":
            crossed += 1
            while at > 0 and letters[at - 1] == "N":
                at -= 1
            if crossed > 1 or (counts and (link not in ("from", "to") or _counts_another(sentence, figure, at))):
                return fallback
        if counts and link == "of" and gap > 3 and words[at] not in roles("change", "anaphor"):
            return fallback
        pointing = letter == "x" and words[at] in roles("anaphor") and words[at - 1 : at] == ("the",) and at + 1 < len(words)
        if pointing and words[at + 1] in roles("change", "state") and figure.kind in SHARES:
            return fallback
        gap += 3 if letter in ",sw" else 1
        at -= 1
    return fallback


def _counts_another(sentence: Sentence, figure: Quantity, at: int) -> bool:
    """Whether the figure at a token counts something else: "moved 400 people from 22 towns"."""
    other = next((other for other in sentence.figures if other.first <= at < other.last), None)
    own = has_noun(sentence.tokens, figure) and other is not None and has_noun(sentence.tokens, other)
    return own and other is not None and other.counted != figure.counted


_SIGNS = (":", "(", "-", "–", "—", "'s", "’s")


def _is_whole(sentence: Sentence, mark: Mark) -> bool:
    """Whether a noun is only what an earlier percentage is of: "to 62 percent of GDP from 59"."""
    before = sentence.letters[max(0, mark.first - 2) : mark.first]
    shared = sentence.tokens.words[max(0, mark.first - 2) : mark.first - 1]
    return before.endswith("o") and shared in (("percent",), ("%",), ("cent",), ("points",))


def _is_scene(sentence: Sentence, mark: Mark) -> bool:
    """Whether a noun only says where those were hit whom "the number of" counts: the airstrikes of "people killed in the airstrikes"."""
    pairs = list(pairwise(sentence.tokens.words[max(0, mark.first - _SCENE) : mark.first - 1]))
    counted = next((mark.first - 1 - back for back, pair in enumerate(reversed(pairs)) if pair in _NUMBERS_OF), None)
    if counted is None or not sentence.letters[counted : mark.first].rstrip("dx").endswith("p"):
        return False
    return any(counted <= other.first < mark.first for other in sentence.marks)


def _leads(sentence: Sentence, at: int) -> bool:
    """Whether a wording that ends in a preposition stands right before the figure: "the search for nine climbers"."""
    mark = sentence.mark_at(at) if sentence.letters[at] == "M" else None
    return mark is not None and mark.open


def _valued(figure: Quantity, mark: Mark, distance: int, own: bool) -> Frame | None:
    """The reading in which a noun to the left has the figure as its value; "town of" must stand right before it.

    `own`: the noun is of the figure ("the arrest of 12 men") and need be no plural.
    """
    frame = suiting(figure, mark, "value") or (suiting(figure, mark, "noun") if mark.plural or own else None)
    if frame is None and figure.kind in SHARES and figure.change is not None:
        frame = mark.frame("count", "value", "noun") or mark.frame("money", "value", "noun")
    return None if mark.open and distance > 2 else frame


def _said_of(figure: Quantity, mark: Mark, number_of: bool) -> Frame | None:
    """The reading of a participle or adjective with the figure as its value: "civilians killed ... passed N", "its dead at N".

    What "the number of" people or things is said to be may also be a verb: "the number of people who have died".
    """
    patient = suiting(figure, mark, "patient", *(("agent",) if number_of else ()))
    frame = (
        suiting(figure, mark, "state", "head")
        or mark.frame(figure.kind, "head" if number_of else "")
        or (patient if patient is not None and patient.past else None)
    )
    return frame if frame is not None and (number_of or frame.measure.about == "people") else None


def counted_number(sentence: Sentence, figure: Quantity) -> str | None:
    """The noun of "to nine the number of branches" and "the number of branches rose to nine", singular."""
    words, letters = sentence.tokens.words, sentence.letters
    for at in (*range(figure.last, min(len(words), figure.last + 3)), *range(figure.first - 1, max(-1, figure.first - 14), -1)):
        if words[at] == "number" and words[at + 1 : at + 2] == ("of",):
            for noun in range(at + 2, min(len(words), at + 6)):
                if letters[noun] == "x" and words[noun].endswith("s"):
                    return None if sentence.tokens.capital(noun) else singular(words[noun])
            return None
    return None

"""Readings that one figure takes over from another of its sentence: a part from its whole, a list, an ellipsis."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.reading import predicates, values
from claimcheck.reading.framed import JOINING, Reading, Sentence, has_noun, has_own_subject, is_person
from claimcheck.reading.measures import SHARES

INHERITED = ("referred", "spoken", "nearby")
"""Roles of readings that an earlier sentence or the article gave, of "the number" and of "76 more than", or only the words around."""
_LESS = (("more",), ("less",), ("fewer",), ("higher",), ("lower",), ("above",), ("below",))
"""Behind a percentage that compares: "4 percent more"."""
_PREDICATED = ("patient", "people", "agent", "state", "taken", "noun", "set")
"""Roles whose reading holds for the next figure of a list."""

_HELD_AGAINST = ("from", "against", "to", "with", "than")
"""Words before the first of two earlier values."""
_GIVING = ("part_of", "converts", "from", "revises", "total_of")
"""Links from a figure to one whose reading holds for it."""


def linked(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of the figure this one is a part, a conversion or an earlier value of; of "61 of the 120 seats" that of the seats."""
    figure = sentence.figures[index]
    others = [other for role, other in figure.links if role in _GIVING] if figure.links else []
    if index + 1 < len(found) and sentence.letters[figure.last : sentence.figures[index + 1].first] in ("o", "od"):
        others.append(index + 1)
    for other in others:
        reading = found[other]
        if reading is not None:
            return Reading(reading.measure, reading.role if reading.role in ("noun", *INHERITED) else "taken", None, other)
    return None


def taken_over(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of an earlier figure of the sentence: a list, an ellipsis."""
    if index == 0:
        return None
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
            return over(reading, other)
    return None


def spelled_out(sentence: Sentence, found: Sequence[Reading | None]) -> list[Reading | None]:
    """The readings, where what a colon spells out is what its whole is: "90 buildings burned: 70 homes and 20 barns", if they add up."""
    told = list(found)
    if ":" not in sentence.tokens.words:
        return told
    for whole, reading in enumerate(found):
        parts = _parts_behind_colon(sentence, whole) if reading is not None and reading.role != "head" else ()
        for index in parts:
            own = found[index]
            person = is_person(sentence.figures[index]) or not has_noun(sentence.tokens, sentence.figures[index])
            fits = reading is not None and (reading.measure.about != "people" or person)
            if fits and (own is None or own.role == "head"):
                told[index] = over(reading, whole)
    return told


def _parts_behind_colon(sentence: Sentence, whole: int) -> range:
    """The counts behind a colon that add up to the one before it; of more than one."""
    figures, total = sentence.figures, sentence.figures[whole].value
    if not isinstance(total, Decimal) or whole + 1 >= len(figures):
        return range(0)
    if ":" not in sentence.tokens.words[figures[whole].last : figures[whole + 1].first]:
        return range(0)
    left = total
    for index in range(whole + 1, len(figures)):
        value = figures[index].value
        if figures[index].kind != figures[whole].kind or not isinstance(value, Decimal) or value > left:
            return range(0)
        left -= value
        if left == 0:
            return range(whole + 1, index + 1) if index > whole + 1 else range(0)
    return range(0)


def paired(sentence: Sentence, found: Sequence[Reading | None]) -> list[Reading | None]:
    """The readings, where "up from 462 and 19" behind a count of cases and one of deaths gives the earlier value of each."""
    told = list(found)
    for index in range(2, len(found) - 1):
        first, second = sentence.figures[index], sentence.figures[index + 1]
        joined = sentence.letters[first.last : second.first] in ("c", "cd") and sentence.tokens.words[first.first - 1] in _HELD_AGAINST
        now = found[index - 2 : index]
        bare = not any(has_noun(sentence.tokens, figure) for figure in (first, second)) and first.kind == second.kind == "count"
        kinds = {figure.kind for figure in sentence.figures[index - 2 : index]}
        if joined and bare and kinds == {"count"} and None not in now and len({own.measure.name for own in now if own is not None}) > 1:
            told[index], told[index + 1] = over(now[0], index - 2), over(now[1], index - 1)
    return told


def over(reading: Reading | None, source: int) -> Reading | None:
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
            return over(reading, other)
    return None

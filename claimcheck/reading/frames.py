"""Which statistic a figure of a sentence is: "N were killed", "killed N", "N dead" and "a death toll of N" are all deaths.

Each figure is looked at four ways: its own noun, what is said of it to the right, the verb it is the object of to the left, and the
noun whose value it is. The nearest wins. What none of them tells is taken over from a figure it is linked or listed with, or from the
statistic that "the number" and "the toll" refer to.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrs import frozen

from claimcheck.reading.measures import SHARES, Frame, Mark, Measure, known, marks, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.units import singular
from claimcheck.vocabulary import table

_RIGHT, _LEFT, _VALUE = 16, 9, 26
"""Tokens looked at to the right, to the left, and back to the noun whose value a figure is."""


@frozen(eq=False)
class Reading:
    """The measure of a figure, how it was found, the wording that gave it, and the figure of the sentence it was taken over from."""

    measure: Measure
    role: str
    mark: Mark | None = None
    source: int | None = None


class Sentence:
    """A sentence as the frames see it: its tokens, figures, marks, and a letter for each token.

    Letters: N figure, M mark, b auxiliary or "be", a adverb, d determiner or possessive, p preposition, o "of", c joiner, w relative,
    s verb of saying, r pronoun, `,` comma, `;` stronger break, `"` quotation mark, x any other word.
    """

    __slots__ = ("figures", "letters", "marks", "starts", "tokens")

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity]) -> None:
        self.tokens = tokens
        self.figures = figures
        self.marks = marks(tokens)
        get = _letters().get
        letters = [get(word, "x") for word in tokens.words]
        self.starts: dict[int, Mark] = {}
        for mark in self.marks:
            letters[mark.first : mark.last] = "M" * (mark.last - mark.first)
            self.starts[mark.first] = mark
        for figure in figures:
            letters[figure.first : figure.number_last] = "N" * (figure.number_last - figure.first)
        self.letters = "".join(letters)

    def mark_at(self, at: int) -> Mark | None:
        """The mark that covers a token."""
        return next((mark for mark in self.marks if mark.first <= at < mark.last), None)

    def phrase_end(self, figure: Quantity) -> int:
        """Where the figure's noun phrase ends, "of her soldiers" and "of those" included."""
        words, letters, end = self.tokens.words, self.letters, figure.last
        if end != figure.number_last or words[end : end + 1] != ("of",) or letters[end + 1 : end + 2] not in tuple("drxMw"):
            return end
        end += 1
        while end < len(words) and letters[end] in "dr" and end - figure.last < 4:
            end += 1
        while end < len(words) and letters[end] in "xM" and end - figure.last < 6:
            end += 1
            if words[end - 1].endswith("s") or letters[end - 1] == "M":
                break
        return end


@cache
def _letters() -> dict[str, str]:
    classes = {"determiner": "d", "possessive": "d", "pronoun": "r", "preposition": "p", "relative": "w", "joiner": "c",
               "auxiliary": "b", "be": "b", "modal": "b", "negative": "a", "adverb": "a"}  # fmt: skip
    letters = {row["wording"]: "s" for row in table("saying") if row["role"] in ("say", "tell") and " " not in row["wording"]}
    letters |= {row["word"]: classes[row["role"]] for row in table("word_classes") if row["role"] in classes}
    letters |= {row["word"]: _CLAUSE[row["role"]] for row in table("predicates") if row["role"] in _CLAUSE}
    return letters | {"of": "o", ",": ","} | dict.fromkeys((";", ":", "—", "–", "(", ")"), ";") | dict.fromkeys(("“", "”", '"', "‘"), '"')


_CLAUSE = {"auxiliary": "b", "aside": "a", "conjunction": "c", "break": ";", "to": "p"}


@cache
def _persons() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("people"))


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("groups")) - _persons()


def is_person(figure: Quantity) -> bool | None:
    """Whether a figure counts persons, None where its noun does not say."""
    noun = figure.counted
    if noun is None:
        return None
    if noun in _persons() or (figure.noun is not None and noun[:1].isupper()):
        return True
    return False if noun in _things() else None


def has_noun(figure: Quantity) -> bool:
    """Whether a noun of its own stands with the figure; a noun handed down a list does not."""
    return figure.counted is not None and figure.last > figure.number_last


def read(sentence: Sentence, before: Tokens | None = None, default: Measure | None = None) -> tuple[Reading | None, ...]:
    """The reading of each figure; `before` is the sentence before, `default` the statistic the article is about.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("The blast killed 9 people and injured at least 26.")
    >>> [reading.measure.name for reading in read(Sentence(tokens, find(tokens)))]
    ['deaths', 'injuries']
    """
    found = [_stated(sentence, figure) or _of_set(sentence, figure) for figure in sentence.figures]
    for index, figure in enumerate(sentence.figures):
        part = _linked(figure, found)
        if part is not None and not has_noun(figure) and part.role == "noun":
            found[index] = part
        found[index] = found[index] or part or _taken_over(sentence, index, found)
        found[index] = found[index] or _referred(sentence, figure, before, default) or _in_phrase(sentence, figure, "head")
    for index, figure in enumerate(sentence.figures):
        for role, other in figure.links:
            if found[other] is None and role in ("from", "converts", "revises"):
                found[other] = _over(found[index], index)
    return tuple(found)


def _linked(figure: Quantity, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of the figure this one is stated to be a part, a conversion or an earlier value of."""
    for role, other in figure.links:
        if role in ("part_of", "converts", "from", "revises", "total_of") and found[other] is not None:
            reading = found[other]
            return Reading(reading.measure, reading.role if reading.role == "noun" else "taken", None, other)
    return None


def _stated(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The reading its own clause gives."""
    noun = _in_phrase(sentence, figure, "noun")
    if noun is not None:
        return noun
    options = [option for option in (_right(sentence, figure), _left(sentence, figure), _value(sentence, figure)) if option is not None]
    return _for_noun(figure, min(options, key=_cost)[1]) if options else None


def _for_noun(figure: Quantity, reading: Reading) -> Reading:
    """The reading with the measure that the counted noun asks for: drones that are destroyed are intercepted."""
    instead = _by_noun().get((reading.measure.name, figure.counted or "")) if has_noun(figure) else None
    return Reading(instead, reading.role, reading.mark, reading.source) if instead is not None else reading


@cache
def _by_noun() -> dict[tuple[str, str], Measure]:
    return {(row["measure"], row["noun"]): measure for row in table("measures_by_noun") if (measure := known(row["instead"])) is not None}


def _cost(option: tuple[int, Reading]) -> int:
    return option[0]


def _frame(figure: Quantity, mark: Mark, *names: str) -> Frame | None:
    """The first reading of a mark in one of the roles that suits the figure's kind and noun."""
    person = is_person(figure) if figure.kind == "count" else None
    for frame in mark.frames:
        if frame.role in names and figure.kind in frame.measure.kinds:
            if frame.measure.about == "people" and person is False or frame.role == "people" and not person:
                continue
            return frame
    return None


def _in_phrase(sentence: Sentence, figure: Quantity, role: str) -> Reading | None:
    """A mark inside the figure's own noun phrase, the last one first."""
    if figure.kind != "count":
        return None
    first, last = figure.number_last, sentence.phrase_end(figure)
    for mark in reversed(sentence.marks):
        if mark.last <= first:
            break
        if first <= mark.first < last:
            frame = mark.frame("count", role)
            if frame is not None:
                return Reading(frame.measure, role, mark)
    return None


# ------------------------------------------------------------------------------------------------ to the right


def _right(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """What the figure's noun is said to be or do: "N people were killed", "N died", "N dead", "N miles long"."""
    inside = _participle_inside(sentence, figure)
    if inside is not None and inside.mark is not None and inside.mark.first < figure.last:
        return 0, inside
    weak = (10, inside) if inside is not None else None
    letters, words = sentence.letters, sentence.tokens.words
    counts = figure.kind == "count"
    at = begin = sentence.phrase_end(figure) if counts else figure.last
    verb, embedded, relative, gap, breaks, crossed = False, False, False, 0, 0, 0
    while at < len(letters) and at - begin < _RIGHT:
        letter = letters[at]
        if letter == "M" and at in sentence.starts:
            mark = sentence.starts[at]
            frame = _predicate(sentence, figure, mark, verb, gap + breaks, embedded)
            if frame is not None and relative and not verb:
                weak, relative = (gap + breaks, Reading(frame.measure, frame.role, mark)), False
            elif frame is not None:
                return gap + breaks + crossed, Reading(frame.measure, frame.role, mark)
            elif _is_verb(figure, mark):
                return weak
            at, verb, gap = mark.last, False, gap + 1
            continue
        if letter == "N":
            if verb or breaks > 3 or any(role == "part_of" for role, _ in figure.links) or letters[at - 1] not in "cd,o" and words[at - 1] != "plus":
                return weak
            embedded = embedded or words[at - 2 : at] == ("of", "the") or words[at - 1] == "of"
            while at < len(letters) and letters[at] == "N":
                at += 1
            crossed += 3
            continue
        if letter == ";":
            end = _bracket_end(sentence, at)
            if end is None:
                return weak
            at = end
            continue
        if letter == "s" or words[at] == "whose" or letter == "c" and (verb or words[at] not in ("and", "or") and letters[at + 1 : at + 2] != "M"):
            return weak
        if letter == ",":
            aside = _aside_end(sentence, at)
            breaks += 0 if aside else 2
            if not counts or breaks > 5 or _is_set(sentence, figure):
                return weak
            at = aside or at
        elif letter == "b":
            verb = True
        elif letter in "xpor":
            if verb and letter == "x" and counts and letters[at - 1] == "b" and not words[at].endswith("ing"):
                return weak
            gap += 1
            verb = verb and letter == "x"
        elif letter == "w":
            verb, relative = False, not gap
        elif letter == "c":
            breaks += 1
        at += 1
    return weak


def _aside_end(sentence: Sentence, at: int) -> int | None:
    """The comma that closes ", including 12 children," when one opens at a comma."""
    words = sentence.tokens.words
    if words[at + 1 : at + 2] and words[at + 1] in _JOINING:
        for end in range(at + 2, min(len(words), at + 14)):
            if words[end] == ",":
                return end
    return None


def _is_set(sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is the set that others are taken from: "Among the 150, 18 ...", "Of the 909 bodies, ..."."""
    before = sentence.tokens.words[max(0, figure.first - 2) : figure.first]
    return before[-1:] in (("among",), ("of",)) or before in (("among", "the"), ("of", "the"))


def _participle_inside(sentence: Sentence, figure: Quantity) -> Reading | None:
    """"125 rescued", "17 fallen soldiers", "1,452 of those killed": the mark stands inside the counted phrase."""
    if figure.kind != "count":
        return None
    last = sentence.phrase_end(figure)
    for mark in sentence.marks:
        if figure.number_last <= mark.first < last:
            frame = _frame(figure, mark, "state", "patient")
            if frame is not None and (frame.role == "state" or frame.past) and mark.frame("count", "head") is None:
                return Reading(frame.measure, frame.role, mark)
    return None


def _bracket_end(sentence: Sentence, at: int) -> int | None:
    """The token after a short bracket that holds a conversion, None where a stronger break stands."""
    words = sentence.tokens.words
    if words[at] != "(":
        return None
    for end in range(at + 1, min(len(words), at + 9)):
        if words[end] == ")":
            return end + 1
    return None


def _is_verb(figure: Quantity, mark: Mark) -> bool:
    return mark.frame(figure.kind, "patient", "people", "agent") is not None and mark.frame(figure.kind, "noun", "head", "value") is None


def _predicate(sentence: Sentence, figure: Quantity, mark: Mark, verb: bool, gap: int, embedded: bool) -> Frame | None:
    """The reading in which a mark to the right is said of the figure; `verb`: "were" or "have" stands just before it."""
    letters, kind = sentence.letters, figure.kind
    state = _frame(figure, mark, "state")
    if state is not None and (verb or not embedded) and (verb or gap == 0 or kind == "count"):
        return state
    follows = letters[mark.last : mark.last + 1]
    agent = _frame(figure, mark, "agent") if kind == "count" else None
    if agent is not None and (gap < 4 or verb) and not (_frame(figure, mark, "patient") and follows in ("N", "d")):
        return agent
    patient = _frame(figure, mark, "patient", "people")
    if patient is None or not patient.past:
        return None
    if verb and letters[mark.first - 1] in 'ba"':
        return patient
    if follows not in ("N", "d") and (gap == 0 or letters[mark.first - 1] in "acw") and gap <= 3:
        return patient
    return None


# ------------------------------------------------------------------------------------------------ to the left


def _left(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """The verb whose object the figure is: "killed N", "costs N", "was jailed for N"."""
    letters, counts = sentence.letters, figure.kind == "count"
    at, gap, others = figure.first - 1, 0, 0
    while at >= 0 and figure.first - at <= _LEFT:
        letter = letters[at]
        if letter == "M":
            mark = sentence.mark_at(at)
            if mark is None:
                return None
            frame = _frame(figure, mark, "patient", "people") if counts else _frame(figure, mark, "patient", "agent")
            if frame is not None and not (counts and (_is_passive(sentence, mark) or _is_noun(sentence, mark, frame))):
                return gap, Reading(frame.measure, frame.role, mark)
            if counts and _is_verb(figure, mark):
                return None
            at, gap, others = mark.first - 1, gap + 2, others + 1
            continue
        if letter in ";sNwb" or counts and letter in ",po":
            return None
        others += letter in "xr"
        if others > (1 if counts and letters[figure.first - 1] != "c" else 3):
            return None
        gap += 2 if letter in "xr," else 1
        at -= 1
    return None


def _is_noun(sentence: Sentence, mark: Mark, frame: Frame) -> bool:
    """Whether a form that is no participle stands as a noun: "the strike covers", "of the fire"."""
    words = sentence.tokens.words
    if frame.past or words[mark.first].endswith("ing") or mark.first == 0:
        return False
    return sentence.letters[mark.first - 1] in "dpo" and words[mark.first - 1] != "to" or words[mark.first - 1] in ("'s", "’s")


def _is_passive(sentence: Sentence, mark: Mark) -> bool:
    """Whether "were" or "been" stands before a participle; "licensed for N" has its number all the same."""
    letters, words = sentence.letters, sentence.tokens.words
    if mark.last - mark.first > 1 and words[mark.last - 1] in ("for", "to"):
        return False
    at = mark.first - 1
    while at >= 0 and letters[at] == "a":
        at -= 1
    return at >= 0 and words[at] in ("was", "were", "been", "being", "be", "is", "are")


# ------------------------------------------------------------------------------------------------ the noun whose value it is


def _value(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """"the toll rose to N", "a speed of N", "N percent unemployment", "$3 million in damage", "to N the number of dead"."""
    named = sentence.tokens.words[figure.last : figure.last + 3] == ("the", "number", "of")
    return _value_behind(sentence, figure) or (None if named else _value_ahead(sentence, figure))


def _value_behind(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    words, at, wanted = sentence.tokens.words, figure.last, ("value", "noun")
    if words[at : at + 1] == ("the",) and not set(words[at + 1 : at + 3]).isdisjoint(roles("anaphor")):
        at, wanted = at + 1, ("value", "noun", "state", "head", "patient")
    elif words[at : at + 1] in (("in",), ("of",), ("worth",)):
        if figure.kind == "count" or figure.kind in SHARES and words[at] == "of":
            return None
        at += 2 if words[at : at + 2] == ("worth", "of") else 1
    for step in range(6):
        mark = sentence.starts.get(at + step)
        frame = _frame(figure, mark, *wanted) if mark is not None else None
        if frame is not None:
            return 1 + step, Reading(frame.measure, "value", mark)
        if at + step >= len(words) or sentence.letters[at + step] not in "xModa" or words[at + step] == "of" and len(wanted) == 2:
            return None
    return None


def _value_ahead(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    letters, words = sentence.letters, sentence.tokens.words
    at = figure.first - 1
    while at >= 0 and letters[at] in 'ad"':
        at -= 1
    if at < 0:
        return None
    link, counts = words[figure.first] if words[figure.first] in roles("reach") else words[at], figure.kind == "count"
    if counts and link not in roles("link", "copula", "change", "state", "reach") and link not in _SIGNS and letters[at] != "s":
        return None
    loose = link in roles("reach") or link in ("to", "at", "above", "by")
    gap, crossed, begin, fallback = 0, 0, at, None
    while at >= 0 and begin - at < _VALUE:
        letter = letters[at]
        if letter == "M":
            mark = sentence.mark_at(at)
            if mark is None:
                return fallback
            frame = _valued(figure, mark, figure.first - mark.last)
            if frame is not None:
                return 2 + gap, Reading(frame.measure, "value", mark)
            numbered = not roles("anaphor").isdisjoint(words[max(0, mark.first - 5) : mark.first])
            if fallback is None and counts and (loose or numbered):
                frame = _said_of(figure, mark)
                fallback = (2 + gap, Reading(frame.measure, "value", mark)) if frame is not None else None
                if numbered and fallback is not None:
                    return fallback
            at, gap = mark.first - 1, gap + 1
            continue
        if letter == ";" and words[at] != ":":
            return fallback
        if letter == "N":
            crossed += 1
            while at > 0 and letters[at - 1] == "N":
                at -= 1
            if crossed > 1 or counts and link not in ("from", "to"):
                return fallback
        if counts and link == "of" and gap > 3 and words[at] not in roles("change", "anaphor"):
            return fallback
        gap += 3 if letter in ",sw" else 1
        at -= 1
    return fallback


_SIGNS = (":", "(", "-", "–", "—", "'s", "’s")


def _valued(figure: Quantity, mark: Mark, distance: int) -> Frame | None:
    """The reading in which a noun to the left has the figure as its value; "town of" must stand right before it."""
    frame = _frame(figure, mark, "value") or (_frame(figure, mark, "noun") if mark.plural else None)
    if frame is None and figure.kind in SHARES and figure.change is not None:
        frame = mark.frame("count", "value", "noun") or mark.frame("money", "value", "noun")
    return None if mark.open and distance > 2 else frame


def _said_of(figure: Quantity, mark: Mark) -> Frame | None:
    """The reading of a participle or adjective with the figure as its value: "civilians killed ... passed N", "its dead at N"."""
    patient = _frame(figure, mark, "patient")
    frame = _frame(figure, mark, "state", "head") or (patient if patient is not None and patient.past else None)
    return frame if frame is not None and frame.measure.about == "people" else None


# ------------------------------------------------------------------------------------------------ from elsewhere


def _taken_over(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """The reading of an earlier figure of the sentence: a list, an ellipsis."""
    figure = sentence.figures[index]
    if figure.kind == "count" and (counted_number(sentence, figure) or governing_verb(sentence, figure)):
        return None
    if figure.kind == "count" and has_noun(figure):
        return _listed(sentence, index, found)
    for other in range(index - 1, -1, -1):
        earlier, reading = sentence.figures[other], found[other]
        if reading is None or figure.kind not in reading.measure.kinds or earlier.kind in ("duration", "age"):
            continue
        if earlier.kind == figure.kind or {earlier.kind, figure.kind} <= set(SHARES):
            return _over(reading, other)
    return None


def _of_set(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The set a sentence opens with: "Of the dead, 44 people were in the port and 23 inland"."""
    if figure.kind != "count" or sentence.tokens.words[:1] not in (("of",), ("among",)):
        return None
    for mark in sentence.marks[:1]:
        frame = _frame(figure, mark, "state", "noun", "value", "patient", "head") if mark.first < 5 and mark.last <= figure.first else None
        if frame is not None and frame.measure.about == "people":
            return Reading(frame.measure, "set", mark)
    return None


def _over(reading: Reading | None, source: int) -> Reading | None:
    return None if reading is None else Reading(reading.measure, "taken", None, source)


def _listed(sentence: Sentence, index: int, found: Sequence[Reading | None]) -> Reading | None:
    """"killed 9 soldiers and 3 civilians", "100 dead, including 12 children": what is said of a figure before holds for this one."""
    figure = sentence.figures[index]
    for other in range(index - 1, -1, -1):
        earlier, reading = sentence.figures[other], found[other]
        first = sentence.phrase_end(earlier)
        words = sentence.tokens.words[first : figure.first]
        joined = other == index - 1 and 0 < len(words) <= 3 and set(sentence.letters[first : figure.first]) <= set(",cd")
        if not joined and (figure.first - first > 20 or _JOINING.isdisjoint(words[-2:])):
            return None
        if reading is not None and earlier.kind == figure.kind and reading.role in ("patient", "people", "agent", "state", "taken", "noun", "set"):
            if reading.measure.name != "aboard" and (reading.measure.about != "people" or is_person(figure) is not False):
                return _over(reading, other)
    return None


_JOINING = frozenset(("with", "including", "plus", "alongside", "among", "besides"))


def _referred(sentence: Sentence, figure: Quantity, before: Tokens | None, default: Measure | None) -> Reading | None:
    """"the number", "the figure", "the 250": the statistic of the sentence before, else the one the article is about."""
    words = sentence.tokens.words
    if figure.kind == "count" and has_noun(figure):
        return None
    window = words[max(0, figure.first - 12) : figure.first]
    if default is not None and default.about == "counter" and figure.kind == "count" and figure.step != 1:
        return Reading(default, "referred")
    definite = figure.kind == "count" and window[-1:] == ("the",)
    alone = figure.kind == "count" and not sentence.marks and window[-1:] in (("of",), ("at",), ("to",))
    if not definite and not alone and roles("anaphor").isdisjoint(window):
        return None
    if before is not None and not definite:
        for mark in marks(before):
            frame = mark.frame(figure.kind, "value", "noun", "patient", "agent", "state")
            if frame is not None:
                return Reading(frame.measure, "referred")
    return Reading(default, "referred") if default is not None and figure.kind in default.kinds else None


def governing_verb(sentence: Sentence, figure: Quantity) -> str | None:
    """A participle the tables do not know, said of the figure or before it: "sealed" of "12 districts were sealed"."""
    words, letters, at = sentence.tokens.words, sentence.letters, sentence.phrase_end(figure)
    begin = at
    while at < len(letters) and letters[at] in "ba" and at - begin < 5:
        at += 1
    before = words[figure.first - 1] if figure.first else ""
    if begin < at < len(letters) and letters[at] == "x" and words[at].endswith("ed"):
        return words[at]
    return before if before.endswith("ed") and letters[figure.first - 1] == "x" else None


def counted_number(sentence: Sentence, figure: Quantity) -> str | None:
    """The noun of "to four the number of districts" and "the number of districts rose to four", singular."""
    words, letters = sentence.tokens.words, sentence.letters
    for at in (*range(figure.last, min(len(words), figure.last + 3)), *range(figure.first - 1, max(-1, figure.first - 14), -1)):
        if words[at] == "number" and words[at + 1 : at + 2] == ("of",):
            for noun in range(at + 2, min(len(words), at + 6)):
                if letters[noun] == "x" and words[noun].endswith("s"):
                    return singular(words[noun])
            return None
    return None

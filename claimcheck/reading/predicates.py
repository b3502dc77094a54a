"""What a figure's noun is said to be or do, and the verb whose object it is: "N were killed", "N died", "killed N", "cost N"."""

from __future__ import annotations

from claimcheck.reading import measures
from claimcheck.reading.framed import JOINING, Reading, Sentence, has_noun, suiting
from claimcheck.reading.measures import SHARES, Frame, Mark
from claimcheck.reading.mentions import Quantity

_RIGHT, _LEFT = 16, 9
"""Tokens looked at to the right and to the left."""


def right(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """What the figure's noun is said to be or do: "N people were killed", "N died", "N dead", "N miles long"."""
    inside = _participle_inside(sentence, figure)
    if inside is not None and inside.mark is not None and inside.mark.first < figure.last:
        return 0, inside
    weak = (10, inside) if inside is not None else None
    letters, words = sentence.letters, sentence.tokens.words
    counts = figure.kind == "count"
    at = begin = sentence.phrase_end(figure) if counts else figure.last
    verb, embedded, relative, gap, breaks, crossed = False, False, False, 0, 0, 0
    several, aboard = _of_pronoun(sentence, figure), False
    while at < len(letters) and at - begin < _RIGHT:
        letter = letters[at]
        if letter == "M" and at in sentence.starts:
            mark = sentence.starts[at]
            modifying = counts and not verb and _is_modifier(sentence, mark, begin)
            frame = None if modifying else _predicate(sentence, figure, mark, verb, gap + breaks, embedded)
            if frame is not None and aboard and (frame.measure.about != "people" or frame.measure.name in _ON_THE_WAY):
                return weak
            if frame is not None and frame.role == "state" and not verb and _is_passing(sentence, figure, frame):
                weak, aboard = (8, Reading(frame.measure, frame.role, mark)), True
            elif frame is not None and relative:
                weak, relative = (gap + breaks, Reading(frame.measure, frame.role, mark)), False
            elif frame is not None:
                return gap + breaks + crossed, Reading(frame.measure, frame.role, mark)
            elif not modifying and _is_verb(figure, mark):
                return weak
            at, verb, gap = mark.last, False, gap + 1
            continue
        if letter == "N" and (several or aboard):
            return weak
        if letter == "N":
            part = any(role == "part_of" for role, _ in figure.links)
            if verb or part or breaks > 3 or (letters[at - 1] not in "cd,o" and words[at - 1] != "plus"):
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
        if letter == "s" or words[at] == "whose" or (letter == "c" and _ends_clause(sentence, at, verb)):
            return weak
        if letter == ",":
            aside = _aside_end(sentence, at)
            breaks += 0 if aside else 2
            if not counts or breaks > 5 or _is_set(sentence, figure) or ((several or aboard) and not aside):
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
            verb, relative = False, not gap or words[at] == "who"
        elif letter == "c":
            breaks += 1
        at += 1
    return weak


def _ends_clause(sentence: Sentence, at: int, verb: bool) -> bool:
    """Whether a conjunction begins something new: after a verb, or "as" before anything but a state ("reported 16 as missing")."""
    mark = sentence.starts.get(at + 1)
    stated = mark is not None and any(frame.role in ("state", "patient", "agent") for frame in mark.frames)
    return (verb and not (stated and sentence.tokens.words[at] == "as")) or (sentence.tokens.words[at] not in ("and", "or") and not stated)


_ON_THE_WAY = ("aboard", "survivors")
"""Measures that say how or where people were, after what happened to them: "killed all 90 people aboard", "pulled 9 out alive"."""


def _is_passing(sentence: Sentence, figure: Quantity, frame: Frame) -> bool:
    """Whether a state only says where the figure's people were; not in "a bus with 30 on board" nor "9 of the 30 on board"."""
    before = sentence.tokens.words[max(0, figure.first - 2) : figure.first]
    return frame.measure.name in _ON_THE_WAY and before[-1:] not in (("with",), ("of",), ("carrying",)) and before != ("of", "the")


def _of_pronoun(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a figure is "N of them" or "N of whom", whose predicate stands right behind it."""
    words = sentence.tokens.words[figure.number_last : figure.number_last + 2]
    return words[:1] == ("of",) and words[1:] in (("them",), ("whom",), ("which",), ("these",), ("those",))


def _is_modifier(sentence: Sentence, mark: Mark, begin: int) -> bool:
    """Whether a form of a verb stands as a noun or adjective in "of the shipping company", "of the security forces"."""
    between = sentence.letters[begin : mark.first]
    if between[:1] not in ("o", "p") or not set(between) <= set("opdxM"):
        return False
    word, follows = sentence.tokens.words[mark.last - 1], sentence.letters[mark.last : mark.last + 1]
    bare = follows not in ("d", "N") and not word.endswith("ing") and not any(frame.past for frame in mark.frames)
    named = between[-1:] in ("x", "M") and (word.endswith("s") or all(frame.measure.about != "people" for frame in mark.frames))
    return between[-1:] in ("d", "o") or (bare and named)


def _aside_end(sentence: Sentence, at: int) -> int | None:
    """The comma that closes ", including 12 children," or ", both volunteers," before a verb when one opens at a comma."""
    words, letters = sentence.tokens.words, sentence.letters
    closing = letters.find(",", at + 1, at + 8)
    if closing > 0 and set(letters[at + 1 : closing]) <= set("adxMpo") and letters[closing + 1 : closing + 2] == "b":
        return closing
    if words[at + 1 : at + 2] and words[at + 1] in JOINING:
        for end in range(at + 2, min(len(words), at + 14)):
            if words[end] == ",":
                return end
    return None


def _is_set(sentence: Sentence, figure: Quantity) -> bool:
    """Whether the figure is the set that others are taken from: "Among the 620, 35 ...", "Of the 77 letters, ..."."""
    before = sentence.tokens.words[max(0, figure.first - 2) : figure.first]
    return before[-1:] in (("among",), ("of",)) or before in (("among", "the"), ("of", "the"))


def _participle_inside(sentence: Sentence, figure: Quantity) -> Reading | None:
    """ "48 rescued", "20 fallen trees", "230 of those killed": the mark stands inside the counted phrase."""
    if figure.kind != "count":
        return None
    last = sentence.phrase_end(figure)
    for mark in sentence.marks:
        if figure.number_last <= mark.first < last:
            frame = suiting(figure, mark, "state", "patient")
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
    if sentence.tokens.words[mark.first - 1] == "among":
        return suiting(figure, mark, "state", "noun", "value")
    own = mark.frame(kind, "patient") is not None and letters[mark.last : mark.last + 1] == "N" and letters[mark.first - 1] == "c"
    state = suiting(figure, mark, "state") if not own else None
    if state is not None and (verb or not embedded) and (verb or gap == 0 or kind == "count"):
        return state
    follows = letters[mark.last : mark.last + 1]
    agent = suiting(figure, mark, "agent") if kind == "count" else None
    if agent is not None and (gap < 4 or verb) and not (suiting(figure, mark, "patient") and follows in ("N", "d")):
        return agent
    patient = suiting(figure, mark, "patient", "people")
    if patient is None or not patient.past:
        return None
    if _relates(sentence, figure, mark):
        return patient if follows not in ("N", "d", "x") else None
    if sentence.tokens.words[mark.first - 1] in ("have", "has", "had") and follows in ("N", "d", "x"):
        return None
    if verb and letters[mark.first - 1] in 'ba"':
        return patient
    active = patient.role == "people" and follows == "x" and not sentence.tokens.words[mark.last].endswith(("y", "ight"))
    if follows not in ("N", "d") and not active and (gap == 0 or letters[mark.first - 1] in "acw") and gap <= 3:
        return patient
    return None


def _relates(sentence: Sentence, figure: Quantity, mark: Mark) -> bool:
    """Whether a pronoun right behind the figure is the subject of a verb: "the $9 million it asked for"."""
    at = mark.first - 1
    while at > 0 and sentence.letters[at] in "ba":
        at -= 1
    return sentence.letters[at] == "r" and at == sentence.phrase_end(figure)


def left(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """The verb whose object the figure is: "killed N", "costs N", "was jailed for N"."""
    letters, words, counts = sentence.letters, sentence.tokens.words, figure.kind == "count"
    at, gap, others = figure.first - 1, 0, 0
    while at >= 0 and figure.first - at <= _LEFT:
        letter = letters[at]
        if letter == "M":
            mark = sentence.mark_at(at)
            if mark is None:
                return None
            counted = any(other.number_last <= mark.first < other.last for other in sentence.figures)
            roles = ("patient", "people" if counts else "agent")
            told = not (words[mark.first] in measures.roles("reach", "claim") and not has_noun(sentence.tokens, figure))
            frame = suiting(figure, mark, *roles) if told and not counted else None
            passive = counts and (_is_passive(sentence, mark) or _is_noun(sentence, mark, frame)) if frame is not None else False
            grown = frame is not None and gap > 0 and figure.kind in SHARES and mark.frame(figure.kind, "value") is not None
            if frame is not None and not passive and not grown:
                return gap, Reading(frame.measure, frame.role, mark)
            if counts and _is_verb(figure, mark):
                return None
            at, gap, others = mark.first - 1, gap + 2, others + 1
            continue
        if letter in ";sNwb" or (counts and letter in ",po"):
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
    return (sentence.letters[mark.first - 1] in "dpo" and words[mark.first - 1] != "to") or words[mark.first - 1] in ("'s", "’s")


def _is_passive(sentence: Sentence, mark: Mark) -> bool:
    """Whether "were" or "been" stands before a participle; "licensed for N" has its number all the same."""
    letters, words = sentence.letters, sentence.tokens.words
    if mark.last - mark.first > 1 and words[mark.last - 1] in ("for", "to"):
        return False
    at = mark.first - 1
    while at >= 0 and letters[at] == "a":
        at -= 1
    return at >= 0 and not words[mark.first].endswith("ing") and words[at] in ("was", "were", "been", "being", "be", "is", "are")


def governing_verb(sentence: Sentence, figure: Quantity) -> str | None:
    """A participle the tables do not know, said of the figure or before it: "sealed" of "12 wells were sealed"."""
    words, letters, at = sentence.tokens.words, sentence.letters, sentence.phrase_end(figure)
    begin = at
    while at < len(letters) and letters[at] in "ba" and at - begin < 5:
        at += 1
    before = words[figure.first - 1] if figure.first else ""
    if begin < at < len(letters) and letters[at] == "x" and words[at].endswith("ed"):
        return words[at]
    return before if before.endswith("ed") and letters[figure.first - 1] == "x" else None

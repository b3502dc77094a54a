"""When a wording is said of a figure: as what its noun is or does ("N were killed") or as the verb whose object it is ("killed N")."""

from __future__ import annotations

from claimcheck.reading import measures
from claimcheck.reading.framed import Reading, Sentence, has_noun, suiting
from claimcheck.reading.measures import SHARES, Frame, Mark
from claimcheck.reading.mentions import Quantity
from claimcheck.vocabulary import word_set

_NO_SUBJECTS = ("length", "duration", "age", "date", "year")
"""Kinds of quantity that are said of a subject and are none themselves."""
_MAKING = ("make", "makes", "made", "making")
_MAKING_IT = tuple((word,) for word in _MAKING)
"""A verb of which no share is the object: "which makes 60 percent"."""
"""Before a sum: "making it nine", "which makes 205"."""
_FARTHEST = 9
"""Tokens looked at in front of a figure."""


def is_verb(figure: Quantity, mark: Mark) -> bool:
    """Whether a wording is nothing but a verb."""
    return mark.frame(figure.kind, "patient", "people", "agent") is not None and mark.frame(figure.kind, "noun", "head", "value") is None


def predicate(sentence: Sentence, figure: Quantity, mark: Mark, verb: bool, gap: int, embedded: bool) -> Frame | None:
    """The reading in which a mark to the right is said of the figure; `verb`: "were" or "have" stands just before it."""
    letters, kind = sentence.letters, figure.kind
    if sentence.tokens.words[mark.first - 1] == "among":
        return suiting(figure, mark, "state", "noun", "value")
    own = mark.frame(kind, "patient") is not None and letters[mark.last : mark.last + 1] == "N" and letters[mark.first - 1] == "c"
    state = suiting(figure, mark, "state") if not own else None
    if state is not None and (verb or not embedded) and (verb or gap == 0 or kind == "count"):
        return state
    follows = letters[mark.last : mark.last + 1]
    agent = suiting(figure, mark, "agent") if kind not in _NO_SUBJECTS else None
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
    if not sentence.marks or sentence.marks[0].first >= figure.first:
        return None
    letters, counts = sentence.letters, figure.kind == "count"
    at, gap, others = figure.first - 1, 0, 0
    while at >= 0 and figure.first - at <= _FARTHEST:
        letter = letters[at]
        if letter == "M":
            mark = sentence.mark_at(at)
            if mark is None:
                return None
            counted = any(other.number_last <= mark.first < other.last for other in sentence.figures)
            roles = ("patient", "people" if counts else "agent")
            told = has_noun(sentence.tokens, figure) or _tells(sentence, figure, mark)
            frame = suiting(figure, mark, *roles) if told and not counted else None
            passive = counts and (_is_passive(sentence, mark) or _is_noun(sentence, mark, frame)) if frame is not None else False
            grown = frame is not None and gap > 0 and figure.kind in SHARES and mark.frame(figure.kind, "value") is not None
            bare = figure.change is not None and not has_noun(sentence.tokens, figure)
            if figure.kind in SHARES and sentence.tokens.words[mark.first : mark.last] in _MAKING_IT:
                return None
            if counts and (_is_sum(sentence, mark) or (bare and measures.is_particle(sentence.tokens, mark))):
                return None
            if not counts and _leads_to(sentence, figure, mark):
                at, others = mark.first - 1, others + 1
                continue
            if frame is not None and not passive and not grown:
                return gap, Reading(frame.measure, frame.role, mark)
            if counts and (is_verb(figure, mark) or sentence.tokens.words[mark.first] in measures.roles("change", "reach")):
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


def _leads_to(sentence: Sentence, figure: Quantity, mark: Mark) -> bool:
    """Whether a verb has the figure for its level and not its object: "the appeal was raised to $90 million", "trimmed from 12 percent"."""
    level = sentence.tokens.words[mark.last] in ("to", "from") and set(sentence.letters[mark.last + 1 : figure.first]) <= set("ad")
    return level and is_verb(figure, mark)


def _is_sum(sentence: Sentence, mark: Mark) -> bool:
    """Whether "make" only gives what things come to: "which makes 88 guests", "he makes it 52 boats", "making nine in all"."""
    words = sentence.tokens.words
    if words[mark.first] not in _MAKING or mark.last - mark.first > 1:
        return False
    return words[mark.last] == "it" or (mark.first > 0 and words[mark.first - 1] in ("which", "that", "this", ","))


def _tells(sentence: Sentence, figure: Quantity, mark: Mark) -> bool:
    """Whether a verb tells what a number without a noun counts: the fever "has claimed 76", but nobody "claimed 76" or "hit 76"."""
    word, words, at = sentence.tokens.words[mark.first], sentence.tokens.words, mark.first - 1
    if word in measures.roles("claim"):
        while at > 0 and sentence.letters[at] in "ba":
            at -= 1
        return at >= 0 and words[at] in word_set("claims lives")
    made = word in _MAKING and figure.kind == "count"
    return not made and word not in measures.roles("reach")


def _is_noun(sentence: Sentence, mark: Mark, frame: Frame) -> bool:
    """Whether a form that is no participle stands as a noun: "the strike covers", "of the fire"."""
    words = sentence.tokens.words
    if frame.past or words[mark.first].endswith("ing") or mark.first == 0:
        return False
    return (sentence.letters[mark.first - 1] in "dpo" and words[mark.first - 1] != "to") or words[mark.first - 1] in ("'s", "’s")


def _is_passive(sentence: Sentence, mark: Mark) -> bool:
    """Whether "were" or "been" stands before a participle; "licensed for N" has its number all the same."""
    letters, words = sentence.letters, sentence.tokens.words
    if not {"for", "to"}.isdisjoint(words[mark.first + 1 : mark.last]):
        return False
    at = mark.first - 1
    while at >= 0 and letters[at] == "a":
        at -= 1
    return at >= 0 and not words[mark.first].endswith("ing") and words[at] in ("was", "were", "been", "being", "be", "is", "are")


def governing_verb(sentence: Sentence, figure: Quantity) -> str | None:
    """The participle of a verb the tables do not know, said of the figure or governing it: "sealed" of "12 wells were sealed"."""
    words, letters, at = sentence.tokens.words, sentence.letters, sentence.phrase_end(figure)
    begin = at
    while at < len(letters) and letters[at] in "ba" and at - begin < 5:
        at += 1
    if begin < at < len(letters) and letters[at] == "x" and _is_participle(words[at]):
        return words[at]
    at = figure.first - 1
    while at > 0 and letters[at] in "ad":
        at -= 1
    return words[at] if at >= 0 and letters[at] == "x" and _is_participle(words[at]) else None


def _is_participle(word: str) -> bool:
    """Whether a word is the past form of a verb that says more than that there is a figure."""
    return word.endswith("ed") and len(word) > 4 and word not in measures.roles("state", "change", "reach", "include", "claim", "forecast")

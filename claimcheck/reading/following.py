"""What a figure's noun is said to be or do by the words behind it: "N people were killed", "N died", "N dead", "N miles long"."""

from __future__ import annotations

from functools import cache

from claimcheck.reading.framed import JOINING, Reading, Sentence, has_noun, is_person, suiting
from claimcheck.reading.measures import Frame, Mark, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.noun_words import is_plural
from claimcheck.reading.predicates import is_verb, predicate
from claimcheck.vocabulary import table

_FARTHEST = 16
"""Tokens looked at behind a figure."""
_ON_THE_WAY = ("aboard", "survivors")
"""Measures that say how or where people were, after what happened to them: "killed all 90 people aboard", "pulled 9 out alive"."""
_OF_THEM = (("of", "whom"), ("of", "them"), ("of", "which"), ("of", "these"), ("of", "those"))
_WHERE = ("in", "across", "throughout", "inside", "outside")
_PASSED = ("plus", *_WHERE)
"""Words before a figure that only adds to the one looked at, or tells where it was: "400 people in nine villages were moved"."""
_AGAINST = (("against",), ("than",))
"""Words before an earlier value, of which the next clause does not tell: "against 37 in March, and no officer was hurt"."""
_UNSURE = 8
"""Cost of a reading that another, nearer to the verb, may replace."""


def read(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """What the figure's noun is said to be or do, and how far off that stands."""
    if not sentence.marks or sentence.marks[-1].first < figure.number_last:
        return None
    if (carried := _carried(sentence, figure)) is not None:
        return 0, carried
    inside = _participle_inside(sentence, figure)
    if inside is not None and inside.mark is not None and inside.mark.first < figure.last:
        return 0, inside
    if _is_adjunct(sentence, figure):
        return None
    walk = _Walk(sentence, figure, (_UNSURE + 2, inside) if inside is not None else None)
    while walk.at < len(walk.letters) and walk.at - walk.begin < _FARTHEST and walk.step():
        continue
    return walk.sure or walk.unsure


class _Walk:
    """A walk over the words behind a figure's noun, up to what is said of it; each step tells whether to go on.

    `unsure` is a reading that holds unless a `sure` one follows. `gap` counts the words passed, `breaks` the commas and conjunctions,
    `crossed` what other figures cost; `verb`: "were" or "have" stands just before; `aboard`: where the people were has been said;
    `another`: something else is named beside the figure's noun ("and the area burned").
    """

    def __init__(self, sentence: Sentence, figure: Quantity, unsure: tuple[int, Reading] | None) -> None:
        self.sentence, self.figure = sentence, figure
        self.letters, self.words = sentence.letters, sentence.tokens.words
        self.counts = figure.kind == "count"
        self.begin = self.at = sentence.phrase_end(figure)
        self.sure: tuple[int, Reading] | None = None
        self.unsure = unsure
        self.gap = self.breaks = self.crossed = 0
        self.verb = self.embedded = self.relative = self.aboard = self.another = False
        self.several = _of_pronoun(sentence, figure)
        self.within = _is_within(sentence, figure)
        self.compared = self.words[figure.first - 1 : figure.first] in _AGAINST

    def step(self) -> bool:
        """Past the token at hand; False where the walk ends, with or without a sure reading."""
        letter = self.letters[self.at]
        if letter == "M" and self.at in self.sentence.starts:
            return self._mark(self.sentence.starts[self.at])
        if letter == "N":
            return self._figure()
        if letter == ";":
            self.at = _bracket_end(self.sentence, self.at)
            return self.at > 0
        if letter == "s" or self.words[self.at] == "whose":
            return False
        ahead = self._comma() if letter == "," else self._joiner() if letter == "c" else self._word(letter)
        self.at += 1
        return ahead

    def _mark(self, mark: Mark) -> bool:
        modifying = self.counts and not self.verb and (self.another or _is_modifier(self.sentence, mark, self.begin))
        frame = None if modifying else predicate(self.sentence, self.figure, mark, self.verb, self.gap + self.breaks, self.embedded)
        finite = frame is not None and frame.role == "agent" and not self.relative
        if (frame is None and not modifying and is_verb(self.figure, mark)) or (self.within and (finite or self.unsure is not None)):
            return False
        if frame is not None and not self._take(frame, mark):
            return False
        self.at, self.verb, self.gap = mark.last, False, self.gap + 1
        return True

    def _take(self, frame: Frame, mark: Mark) -> bool:
        """Take what a mark says of the figure; where people were, and what a relative clause says, may be followed by better."""
        reading = Reading(frame.measure, frame.role, mark)
        if self.aboard and (frame.measure.about != "people" or frame.measure.name in _ON_THE_WAY):
            return False
        if frame.role == "state" and not self.verb and _is_passing(self.sentence, self.figure, frame, mark):
            self.unsure, self.aboard = (_UNSURE, reading), True
            return True
        if self.relative:
            self.unsure, self.relative = (self.gap + self.breaks, reading), False
            return True
        self.sure = self.gap + self.breaks + self.crossed, reading
        return False

    def _figure(self) -> bool:
        """Past another figure that only lists what else is counted: "9 soldiers and 3 civilians were killed"."""
        before = self.letters[self.at - 1] in "cd,o" or self.words[self.at - 1] in _PASSED
        before = before or any(other.kind == "age" for other in self.sentence.figures if other.first == self.at)
        part = any(role == "part_of" for role, _ in self.figure.links)
        if self.several or self.aboard or self.verb or self.compared or part or self.breaks > 3 or not before:
            return False
        self.embedded = self.embedded or self.words[self.at - 2 : self.at] == ("of", "the") or self.words[self.at - 1] == "of"
        while self.at < len(self.letters) and self.letters[self.at] == "N":
            self.at += 1
        if self.words[self.at : self.at + 2] in _OF_THEM:
            return False
        self.crossed += 3
        return True

    def _comma(self) -> bool:
        aside = _aside_end(self.sentence, self.at)
        self.breaks += 0 if aside else 2
        if not self.counts or self.compared or self.breaks > 5 or _is_set(self.sentence, self.figure):
            return False
        if (self.several or self.aboard) and not aside:
            return False
        self.at = aside or self.at
        return True

    def _joiner(self) -> bool:
        if _ends_clause(self.sentence, self.at, self.verb):
            return False
        self.breaks += 1
        self.another = self.letters[self.at + 1 : self.at + 2] == "d"
        return True

    def _word(self, letter: str) -> bool:
        """Past a word that says nothing itself."""
        word = self.words[self.at]
        if letter == "b":
            self.verb = True
            return not self.within or self.relative
        if letter in "xpor":
            own = self.verb and letter == "x"
            if own and self.counts and self.letters[self.at - 1] == "b" and not word.endswith("ing"):
                return False
            self.gap, self.verb = self.gap + 1, own
        elif letter == "w":
            self.verb, self.relative = False, not self.gap or word == "who"
        return True


def _is_adjunct(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a figure is no subject: the nine of "400 people in nine villages" and of "a nine-story block"."""
    at = figure.first - 1
    if "-" in sentence.tokens.words[figure.number_last : figure.last] and not is_person(figure):
        return True
    led = figure.kind == "count" and at > 0 and sentence.tokens.words[at] in (*_WHERE, "at", "from")
    if not led or not has_noun(sentence.tokens, figure) or is_person(figure):
        return False
    return sentence.letters[at - 1] in "xM" or any(other.last == at and other.kind == "count" for other in sentence.figures)


def _ends_clause(sentence: Sentence, at: int, verb: bool) -> bool:
    """Whether a conjunction begins something new: after a verb, or "as" before anything but a state ("reported 16 as missing")."""
    mark = sentence.starts.get(at + 1)
    told = ("state", "patient") if sentence.tokens.words[at] == "as" else ("state", "patient", "agent")
    stated = mark is not None and any(frame.role in told for frame in mark.frames)
    return (verb and not (stated and sentence.tokens.words[at] == "as")) or (sentence.tokens.words[at] not in ("and", "or") and not stated)


def _is_passing(sentence: Sentence, figure: Quantity, frame: Frame, mark: Mark) -> bool:
    """Whether a state only says where the people were, or is "with injuries"; not in "a bus with 30 on board", "9 of the 30 on board"."""
    before = sentence.tokens.words[max(0, figure.first - 2) : figure.first]
    if sentence.tokens.words[mark.first] == "with":
        return True
    return frame.measure.name in _ON_THE_WAY and before[-1:] not in (("with",), ("of",), ("carrying",)) and before != ("of", "the")


def _carried(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The people on board of "a ferry carrying 162 people capsized", of whom the verb behind them does not tell."""
    letters, at = sentence.letters, figure.first - 1
    while at > 0 and letters[at] in "da":
        at -= 1
    carrying = sentence.mark_at(at) if figure.kind == "count" and at > 0 and sentence.tokens.words[at] == "carrying" else None
    frame = carrying.frame("count", "patient") if carrying is not None and is_person(figure) is not False else None
    if frame is None or (frame.measure.name, figure.counted) in _told_apart():
        return None
    return Reading(frame.measure, frame.role, carrying)


@cache
def _told_apart() -> frozenset[tuple[str, str]]:
    """The nouns that have a measure of their own: passengers and crew of those aboard."""
    return frozenset((row["measure"], row["noun"]) for row in table("measures_by_noun"))


def _is_within(sentence: Sentence, figure: Quantity) -> bool:
    """Whether what follows is said of another noun: "the bodies of 27 miners were", "families of the 38 victims gathered"."""
    letters, words, at = sentence.letters, sentence.tokens.words, figure.first - 1
    while at > 0 and letters[at] in "da":
        at -= 1
    if figure.kind != "count" or at < 1 or words[at] not in ("of", "for"):
        return False
    mark = sentence.mark_at(at - 1) if letters[at - 1] == "M" else None
    if mark is None:
        return letters[at - 1] == "x" and is_plural(words[at - 1]) and words[at - 1] not in roles("anaphor", "group")
    named = mark.frame("count", "noun", "value")
    return (
        named is not None
        and words[at - 1] not in roles("anaphor", "group")
        and (words[at] == "for" or named.role == "noun" or named.measure.name == "bodies")
    )


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
    closing = letters.find(",", at + 1, at + 10)
    if closing > 0 and set(letters[at + 1 : closing]) <= set("adxMpoc") and _goes_on(sentence, closing + 1):
        return closing
    if words[at + 1 : at + 2] and words[at + 1] in JOINING:
        for end in range(at + 2, min(len(words), at + 14)):
            if words[end] == ",":
                return end
    return None


def _goes_on(sentence: Sentence, at: int) -> bool:
    """Whether the verb of the subject stands at a token, behind an apposition: "Two climbers, father and son, died"."""
    mark = sentence.starts.get(at)
    return sentence.letters[at : at + 1] == "b" or (mark is not None and any(frame.role in ("agent", "people") for frame in mark.frames))


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


def _bracket_end(sentence: Sentence, at: int) -> int:
    """The token after a short bracket that holds a conversion, 0 where a stronger break stands."""
    words = sentence.tokens.words
    return words.index(")", at, at + 9) + 1 if words[at] == "(" and ")" in words[at : at + 9] else 0

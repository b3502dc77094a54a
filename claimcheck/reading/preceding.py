"""The noun in front of a figure whose value it is: "the toll rose to N", "a speed of N", "the number of dead ... passed N"."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.reading.framed import Reading, Sentence, has_noun, suiting
from claimcheck.reading.measures import SHARES, Frame, Mark, roles
from claimcheck.reading.mentions import Quantity

_FARTHEST = 26
"""Tokens looked back for the noun."""
_SCENE = 14
"""Tokens between "the number of" and a noun that says where they were hit."""
_NUMBERS_OF = (("number", "of"), ("toll", "of"), ("tally", "of"), ("count", "of"), ("total", "of"))
_OWNED = ("o", "od")
"""Letters between a noun and the figure that is its own: "a crowd of 400", "the arrest of the three"."""
_NEAREST = -1
"""Cost of the noun whose own the figure is: nearer than any verb."""
_WHERE = ("in", "across")
_SIGNS = (":", "(", "-", "–", "—", "'s", "’s")


def read(sentence: Sentence, figure: Quantity) -> tuple[int, Reading] | None:
    """The noun to the left whose value a figure is, and how far off that stands."""
    if not sentence.marks or sentence.marks[0].first >= figure.first:
        return None
    begin = figure.first - 1
    while begin >= 0 and sentence.letters[begin] in 'ad"':
        begin -= 1
    if begin < 0 or not _is_linked(sentence, figure, begin):
        return None
    walk = _Walk(sentence, figure, begin)
    while walk.at >= 0 and begin - walk.at < _FARTHEST and walk.step():
        continue
    return walk.sure or walk.unsure


def _link(sentence: Sentence, figure: Quantity, at: int) -> str:
    """The word that joins a figure to what stands before it: its own "reaching", else the one at a token."""
    word = sentence.tokens.words[figure.first]
    return word if word in roles("reach") else sentence.tokens.words[at]


def _is_linked(sentence: Sentence, figure: Quantity, at: int) -> bool:
    """Whether the word before a count makes it a value: "at 9", "rose 9", "number of dead: 9", "the search for nine"."""
    if figure.kind != "count":
        return True
    link = _link(sentence, figure, at)
    return link in roles("link", "copula", "change", "state", "reach") or link in _SIGNS or _leads(sentence, at)


class _Walk:
    """A walk back from a figure to the noun whose value it is; each step tells whether to go on.

    `unsure` is a reading that holds unless a `sure` one follows. `gap` counts the words passed, `crossed` the figures.
    """

    def __init__(self, sentence: Sentence, figure: Quantity, at: int) -> None:
        self.sentence, self.figure, self.at = sentence, figure, at
        self.letters, self.words = sentence.letters, sentence.tokens.words
        self.counts, self.link = figure.kind == "count", _link(sentence, figure, at)
        self.sure: tuple[int, Reading] | None = None
        self.unsure: tuple[int, Reading] | None = None
        self.gap = self.crossed = 0

    def step(self) -> bool:
        """Past the token at hand; False where the walk ends, with or without a reading."""
        letter = self.letters[self.at]
        if letter == "M":
            return self._mark()
        if letter == "," and self._is_behind_clause():
            return True
        if letter in ";wN" and self._ends(letter):
            return False
        if self.counts and self.link == "of" and self.gap > 3 and self.words[self.at] not in roles("change", "anaphor"):
            return False
        if letter == "x" and self.figure.kind in SHARES and self._points():
            return False
        self.gap += 3 if letter in ",sw" else 1
        self.at -= 1
        return True

    def _mark(self) -> bool:
        """Past a wording of the tables, unless it is the noun."""
        sentence, figure, mark = self.sentence, self.figure, self.sentence.mark_at(self.at)
        if mark is None:
            return False
        reached = mark.last == figure.first and self.words[mark.first] in roles("reach") and not has_noun(sentence.tokens, figure)
        if not reached and not _is_scene(sentence, mark):
            opened = mark.open and self.letters[mark.last : figure.first] in ("", "d")
            own = opened or self.letters[mark.last : figure.first] in _OWNED
            frame = None if _is_whole(sentence, mark) else _valued(figure, mark, figure.first - mark.last, own)
            if frame is not None:
                cost = _NEAREST if opened or (own and frame.measure.about != "people") else 2 + self.gap
                self.sure = cost, Reading(frame.measure, "value", mark)
                return False
            if self.unsure is None and self.counts and self._is_settled_by(mark):
                return False
        self.at, self.gap = mark.first - 1, self.gap + 1
        return True

    def _is_settled_by(self, mark: Mark) -> bool:
        """Take what people or things are said to be; whether "the number of" or "the toll" stands before it, which settles it."""
        before = self.words[max(0, mark.first - 8) : mark.first]
        number_of = "number" in before and ("number", "of") in pairwise(before)
        numbered = number_of or not roles("anaphor").isdisjoint(before[-5:])
        if numbered or self.link in roles("reach") or self.link in ("to", "at", "above", "by"):
            frame = _said_of(self.figure, mark, number_of)
            self.unsure = (2 + self.gap, Reading(frame.measure, "value", mark)) if frame is not None else None
        return numbered and self.unsure is not None

    def _is_behind_clause(self) -> bool:
        """Past a relative clause between commas: "the toll, which rose on Monday, is"."""
        opening = self.letters.rfind(",", 0, self.at)
        if opening <= 0 or self.letters[opening + 1] != "w":
            return False
        self.at, self.gap = opening - 1, self.gap + 1
        return True

    def _ends(self, letter: str) -> bool:
        """Whether a break, a relative clause or another figure ends the walk; one figure may be passed: "rose from 40 to N"."""
        if letter == ";":
            return self.words[self.at] != ":"
        if letter == "w":
            return self.counts and has_noun(self.sentence.tokens, self.figure)
        self.crossed += 1
        while self.at > 0 and self.letters[self.at - 1] == "N":
            self.at -= 1
        return self.crossed > 1 or (self.counts and (self.link not in ("from", "to") or self._counts_another()))

    def _counts_another(self) -> bool:
        """Whether the figure at hand counts something else: "moved 400 people from 22 towns"."""
        tokens, figure = self.sentence.tokens, self.figure
        other = next((other for other in self.sentence.figures if other.first <= self.at < other.last), None)
        return has_noun(tokens, figure) and other is not None and has_noun(tokens, other) and other.counted != figure.counted

    def _points(self) -> bool:
        """Whether "the figure rose", "that share stood" stands here: a share is of what was spoken of before."""
        at, words = self.at, self.words
        if words[at] not in roles("anaphor") or words[at - 1 : at] != ("the",):
            return False
        return at + 1 < len(words) and words[at + 1] in roles("change", "state")


def _is_whole(sentence: Sentence, mark: Mark) -> bool:
    """Whether a noun is only what an earlier percentage is of: "to 62 percent of GDP from 59"."""
    before = sentence.letters[max(0, mark.first - 2) : mark.first]
    shared = sentence.tokens.words[max(0, mark.first - 2) : mark.first - 1]
    return before.endswith("o") and shared in (("percent",), ("%",), ("cent",), ("points",))


def _is_scene(sentence: Sentence, mark: Mark) -> bool:
    """Whether a noun only says where those were hit whom "the number of" counts: the airstrikes of "people killed in the airstrikes"."""
    before = sentence.tokens.words[max(0, mark.first - _SCENE) : mark.first - 1]
    if "of" not in before:
        return False
    pairs = reversed(list(pairwise(before)))
    counted = next((mark.first - 1 - back for back, pair in enumerate(pairs) if pair in _NUMBERS_OF), None)
    if counted is None or not sentence.letters[counted : mark.first].rstrip("dx").endswith("p"):
        return False
    return any(counted <= other.first < mark.first for other in sentence.marks)


def _leads(sentence: Sentence, at: int) -> bool:
    """Whether a wording that ends in a preposition stands right before the figure: "the search for nine climbers", "power failed in 90"."""
    mark = sentence.mark_at(at) if sentence.letters[at] == "M" else None
    return mark is not None and (mark.open or (mark.last == at + 1 and sentence.tokens.words[at] in _WHERE))


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

"""A sentence as the frames see it: figures, marks, a letter for each token, and what a figure counts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import repeat

from claimcheck.reading import places
from claimcheck.reading.frozen import frozen
from claimcheck.reading.measures import SHARES, Frame, Mark, Measure, marks, roles, shortened
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.units import singular
from claimcheck.vocabulary import table, word_set

_NO_ADVERBS = word_set("ends like an adverb")


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
        self.marks = _unswallowed(tokens, marks(tokens), figures)
        letters = list(map(_letters().get, tokens.words, repeat("x")))
        if "ly " in " ".join((*tokens.words, "")):
            letters = [_adverb(word) if letter == "x" else letter for word, letter in zip(tokens.words, letters, strict=True)]
        self.starts: dict[int, Mark] = {}
        for mark in self.marks:
            letters[mark.first : mark.last] = "M" * (mark.last - mark.first)
            self.starts[mark.first] = mark
        for figure in figures:
            letters[figure.first : figure.number_last] = "N" * (figure.number_last - figure.first)
        self.letters = "".join(letters)

    def mark_at(self, at: int) -> Mark | None:
        """The mark that covers a token."""
        for mark in self.marks:
            if mark.first <= at < mark.last:
                return mark
        return None

    def phrase_end(self, figure: Quantity) -> int:
        """Where the figure's noun phrase ends, "of her soldiers" and "of those" included; of a share the whole it is of."""
        words, letters, end = self.tokens.words, self.letters, figure.last
        open_end = letters[end : end + 1] == "o" if figure.kind in SHARES else end == figure.number_last and figure.kind == "count"
        if not open_end or words[end : end + 1] != ("of",) or letters[end + 1 : end + 2] not in tuple("drxMw"):
            return end
        end += 1
        while end < len(words) and letters[end] in "dr" and end - figure.last < 4:
            end += 1
        while end < len(words) and letters[end] in "xM" and end - figure.last < 6:
            end += 1
            if words[end - 1].endswith("s") or letters[end - 1] == "M":
                break
        return end


def _unswallowed(tokens: Tokens, found: tuple[Mark, ...], figures: Sequence[Quantity]) -> tuple[Mark, ...]:
    """The marks, none of which takes a figure's noun for a verb: "took 40 lives in the valley" has lives and no "live in"."""
    wide = [mark for mark in found if mark.last - mark.first > 1]
    ends = [figure.last for figure in figures if figure.last > figure.number_last] if wide else ()
    cut = {mark.first: end for end in ends for mark in wide if mark.first < end < mark.last and _is_verb(mark)}
    return found if not cut else tuple([shortened(tokens, mark, cut[mark.first]) if mark.first in cut else mark for mark in found])


def _is_verb(mark: Mark) -> bool:
    return all(frame.role in ("patient", "people", "agent") for frame in mark.frames)


def _adverb(word: str) -> str:
    """The letter of a word that no table lists."""
    return "a" if word.endswith("ly") and word not in _NO_ADVERBS else "x"


@cache
def _letters() -> dict[str, str]:
    classes = {"determiner": "d", "possessive": "d", "pronoun": "r", "preposition": "p", "relative": "w", "joiner": "c",
               "auxiliary": "b", "be": "b", "modal": "b", "negative": "a", "adverb": "a"}  # fmt: skip
    letters = {row["wording"]: "s" for row in table("saying") if row["role"] in ("say", "tell") and " " not in row["wording"]}
    letters |= {row["word"]: classes[row["role"]] for row in table("word_classes") if row["role"] in classes}
    letters |= {row["word"]: _CLAUSE[row["role"]] for row in table("predicates") if row["role"] in _CLAUSE}
    return letters | {"of": "o", ",": ","} | dict.fromkeys((";", ":", "—", "–", "(", ")"), ";") | dict.fromkeys(("“", "”", '"', "‘"), '"')


_CLAUSE = {"auxiliary": "b", "aside": "a", "conjunction": "c", "break": ";", "to": "p"}


def is_person(figure: Quantity) -> bool | None:
    """Whether a figure counts persons, None where its noun does not say."""
    noun = figure.counted
    if noun is None:
        return None
    if noun in _persons() or (figure.noun is not None and (noun[:1].isupper() or places.demonym(figure.noun.rsplit(" ", 1)[-1]))):
        return True
    return False if noun in _things() else None


@cache
def _persons() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("people"))


@cache
def _things() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("groups")) - _persons()


def has_noun(tokens: Tokens, figure: Quantity) -> bool:
    """Whether a noun of its own stands with the figure; one handed down a list does not, and "200 wounded" has none."""
    if figure.counted is None or figure.counted in _STATES:
        return False
    return any(singular(word) == figure.counted for word in tokens.words[figure.number_last : figure.last])


_STATES = frozenset(("dead", "wounded", "injured", "hurt", "missing", "homeless", "killed", "alive"))


def suiting(figure: Quantity, mark: Mark, *names: str) -> Frame | None:
    """The first reading of a mark in one of the roles that suits the figure's kind and noun."""
    person = is_person(figure) if figure.kind == "count" else None
    for frame in mark.frames:
        if frame.role in names and figure.kind in frame.measure.kinds:
            if (frame.measure.about in ("people", "counter") and person is False and not _is_itself(figure, mark, frame)) or (
                frame.role == "people" and not (person or _is_of_people(figure, frame))
            ):
                continue
            of_things = frame.measure.name in word_set("befalls things alone")
            if of_things and figure.kind == "count" and (person or (frame.role == "state" and figure.counted is None)):
                continue
            if frame.role in ("patient", "agent") and not _does(figure, frame.measure.name, person):
                continue
            return frame
    return None


def _is_itself(figure: Quantity, mark: Mark, frame: Frame) -> bool:
    """Whether a noun is what the figure counts: the arrests of "the number of arrests has reached 53"."""
    return frame.role == "noun" and figure.last == figure.number_last and mark.last <= figure.first


def _is_of_people(figure: Quantity, frame: Frame) -> bool:
    """Whether a bare number is of people where a verb says this of persons alone: a sea that "claimed 40"."""
    return figure.counted is None and frame.measure.name.replace(" ", "_") in word_set("told of people by a bare number")


def _does(figure: Quantity, measure: str, person: bool | None) -> bool:
    """Whether a verb can say this of the figure: nobody loses a percentage, no profit is of barrels, no people are launched."""
    if measure == "net loss":
        return figure.kind == "money"
    if measure in ("net profit", "flow rate") and figure.kind in ("rate", *SHARES):
        return figure.kind == "rate" and figure.unit[:3].isupper() == (measure == "net profit")
    nouns = _nouns().get(measure)
    if nouns is not None and figure.counted is not None and not person and figure.counted not in nouns:
        return False
    return figure.unit not in _SHORT if measure == "sentence" else not (measure == "launched" and person)


@cache
def _nouns() -> dict[str, frozenset[str]]:
    """The things of which a verb tells a statistic that others have of nothing else: ballots that are rejected, not amendments."""
    return {row["measure"]: frozenset(row["nouns"].split("|")) for row in table("nouns_of_measures")}


_SHORT = ("second", "minute", "hour", "day")


def in_phrase(sentence: Sentence, figure: Quantity, role: str) -> Reading | None:
    """A mark inside the figure's own noun phrase, the last one first."""
    if figure.kind != "count" or not sentence.marks:
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


def has_own_subject(sentence: Sentence, figure: Quantity) -> bool:
    """Whether a common noun of its own stands between "and" and a figure: "rents climbed 9% and food 6%"."""
    at = figure.first - 1
    noun = at > 1 and sentence.letters[at - 1 : at + 1] in ("cx", ",x") and not sentence.tokens.capital(at)
    return noun and sentence.tokens.words[at] not in roles("change", "state", "reach", "link")


JOINING = frozenset(("with", "including", "plus", "alongside", "among", "besides"))
"""Words that add a figure to one before it: "together with 3 others", "including 12 children"."""

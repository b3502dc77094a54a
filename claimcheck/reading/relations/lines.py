"""Sentences written as one letter per figure and token, so that patterns become regular expressions over them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations import alphabet
from claimcheck.reading.relations.members import persons
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

FIGURES = "%PpQrnNadmyXlhge"
"""The letters of figures; `_letter` says what each stands for."""

PASSED = "adlh"
"""The letters of figures that a gap may pass."""

_KINDS = {
    "percent": "%",
    "percentage_point": "p",
    "basis_point": "p",
    "ratio": "r",
    "age": "a",
    "duration": "d",
    "rate": "m",
    "year": "y",
    "date": "y",
}
_IN_PLACE = (("instead", "of"), ("rather", "than"))
_CHANGED = {"%": "P", "p": "Q"}
_MARKS = {
    "(": "(",
    ")": ")",
    "[": "(",
    "]": ")",
    ",": ",",
    ";": ";",
    ":": ":",
    ".": ".",
    "!": ".",
    "?": ".",
    "-": "-",
    "–": "-",
    "—": "-",
    "−": "-",
    "/": "|",
    "'s": "w",
    "’s": "w",
}
_PLACES = frozenset(("in", "across", "within", "throughout", "around", "near"))
_TAKES_IN = word_set("verb of taking in")
_SAID = word_set("ends an aside")
_ASIDE = 12
"""Tokens that an aside has at most."""
_WHOLES = (("of", "the"), ("of", "those"), ("of", "these"), ("among", "the"), ("out", "of"))


@frozen(eq=False)
class Line:
    """A sentence in letters; `figures` gives the index of the figure a letter stands for, None where it stands for a word."""

    letters: str
    figures: tuple[int | None, ...]


def written(tokens: Tokens, figures: Sequence[Quantity]) -> Line:
    """A sentence in letters: one per figure, and one per wording or token outside of figures."""
    known, plain, words, count = alphabet.phrases(), alphabet.words(), tokens.words, len(tokens)
    wordings = known.starts(words)
    starts = {figure.first: index for index, figure in enumerate(figures)}
    letters: list[str] = []
    owners: list[int | None] = []
    at = 0
    while at < count:
        if words[at] == ",":
            at = _behind_aside(tokens, at, starts)
        index = starts.get(at)
        owners.append(index)
        if index is not None:
            letters.append(_letter(tokens, figures[index]))
            at = max(figures[index].last, at + 1)
            continue
        word = words[at]
        found = known.at(tokens, at) if at in wordings else None
        if found is not None and starts.keys().isdisjoint(range(at, found[0])):
            letters.append(found[1])
            at = found[0]
        else:
            letters.append(plain.get(word) or _plain_letter(tokens, at))
            at += 1
    return Line("".join(letters), tuple(owners))


def _plain_letter(tokens: Tokens, at: int) -> str:
    """The letter of a token of no wording: that of a mark, or of any other word."""
    if tokens.kinds[at] == "w":
        return "w"
    word = tokens.words[at]
    return "w" if word == "-" and _is_hyphen(tokens, at) else _MARKS.get(word) or ("o" if tokens.kinds[at] == "p" else "w")


def _behind_aside(tokens: Tokens, at: int, figures: Mapping[int, int]) -> int:
    """Where a sentence goes on at a comma after which it says who says so: ", the Treasury said," and ", the mayor said:"."""
    end = next((index for index in range(at + 1, min(at + _ASIDE, len(tokens))) if tokens.words[index] in ",:" or index in figures), at)
    inside = tokens.words[at + 1 : end]
    said = inside and end not in figures and (inside[-1] in _SAID or inside[0] in _SAID or inside[:2] == ("according", "to"))
    return end if said else at


def _is_hyphen(tokens: Tokens, at: int) -> bool:
    """Whether a dash joins two words to one: "full-time"."""
    glued = 0 < at < len(tokens) - 1 and tokens.touches(at) and tokens.touches(at + 1)
    return glued and tokens.kinds[at - 1] == tokens.kinds[at + 1] == "w"


def _is_denied(tokens: Tokens, first: int) -> bool:
    """Whether "not", "never the" or "rather than the" stands before a figure."""
    end = first - (tokens.words[first - 1 : first] == ("the",))
    return tokens.words[max(0, end - 1) : end] in (("not",), ("never",)) or tokens.words[max(0, end - 2) : end] in _IN_PLACE


def _letter(tokens: Tokens, figure: Quantity) -> str:
    """What a figure can be: % percent, p points, n amount, m rate, r ratio, d duration, a age, y year; P, Q, N if it is itself a change.

    X is a figure the text denies ("not the 230"), l one that only says where ("in nine counties"), h a whole behind its part ("61 of the
    70").
    """
    before = tokens.words[max(0, figure.first - 2) : figure.first]
    if _is_denied(tokens, figure.first):
        return "X"
    if _is_year(tokens, figure):
        return "w"
    if isinstance(figure.value, tuple) and tokens.words[figure.first] == "from":
        return "g"
    if tokens.words[figure.last - 1] in ("each", "apiece"):
        return "e"
    letter = "m" if " / " in figure.unit else _KINDS.get(figure.kind, "n")
    if figure.change is not None:
        return _CHANGED.get(letter, "N" if letter in "nm" else letter)
    if letter == "n" and before in _WHOLES and figure.first > 2 and tokens.words[figure.first - 3][0].isalnum():
        return "h"
    named = figure.kind == "count" and figure.last > figure.number_last
    where = before[-1:] and before[-1] in _PLACES and figure.counted not in persons()
    placed = where and _TAKES_IN.isdisjoint(before)
    return "l" if named and placed else letter


def _is_year(tokens: Tokens, figure: Quantity) -> bool:
    """Whether a bare number of four digits is a year rather than an amount."""
    written = tokens.words[figure.number_first]
    bare = figure.kind == "count" and figure.counted is None and figure.last - figure.first == 1
    return bare and len(written) == 4 and written.isdigit() and written[:2] in ("18", "19", "20")

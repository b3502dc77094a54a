"""Wordings of relations as table rows: a pattern over the figures and the telling words of a sentence.

A row of relations.csv reads like the sentence it is for: "{delta} .. from {old} ... to {new}". In it

- {slot} is a figure; the slot's name says which kinds fit (SLOTS), a trailing digit tells two slots of one name apart; LISTS hold several;
- <class> is a wording of that class in relation_words.csv, a plain word is itself, "a|b" is one of several, "?" makes either optional;
- ".." is a gap of up to eight words, "..." one of up to sixteen tokens with commas and dashes; neither passes a figure of its own weight
  (durations, ages, places and the 70 of "61 of the 70" are passed), a word that opens another clause, or, where the pattern has an {old}
  level, a word of rising or falling;
- "~" stands for the small words that lead up to a figure ("an increase of", "or", "which is");
- "," ":" "(" ")" and "-" are themselves, "/" is one of ", : ( -", "$" what may follow a finished list, and "^" the sentence's beginning.

A sentence is written as one letter per figure and token; patterns become regular expressions over it, so that matching runs in C and its
time is linear in the sentence: gaps are bounded, and repeated lists are matched possessively.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from attrs import frozen

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

SLOTS = {
    "delta": "PQN",
    "gain": "PQN%p",
    "times": "r",
    "ratio": "r",
    "same": "%",
    "old": "n%mdNP",
    "new": "n%mdNP",
    "total": "nhN",
    "part": "n",
    "whole": "nh",
    "share": "%rP",
    "rate": "mN",
    "number": "ndl",
    "each": "e",
    "one": "nmN",
    "other": "nmN",
    "span": "da",
    "age": "ad",
    "year": "y",
    "range": "g",
}
"""The letters of the figures that fit a slot; `_letter` says what each stands for."""

LISTS = ("parts", "inside", "divided")
"""Slots of several amounts: two or more; one or more that stand right after a comma or "and"; a list that ends in "the remaining 34"."""

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
_CHANGED = {"%": "P", "p": "Q"}
_FIGURES = "%PpQrnNadmyXlhge"
_PASSED = "adlh"
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
_DIRECTED = ("revised", "up-from")
"""Classes whose wordings end in "to" or "from", and stand for it in other patterns."""
_PLACES = frozenset(("in", "across", "within", "throughout", "around", "near"))
_WHOLES = (("of", "the"), ("of", "those"), ("of", "these"), ("among", "the"), ("out", "of"))


@frozen
class Match:
    """A wording found: the relation it states, and the figures in its slots as indices into the sentence's figures."""

    relation: str
    slots: tuple[tuple[str, tuple[int, ...]], ...]

    def one(self, name: str) -> int | None:
        """The figure in a slot, None where the wording has no such slot."""
        found = self.every(name)
        return found[0] if found else None

    def every(self, name: str) -> tuple[int, ...]:
        """The figures in all slots of that name, in order."""
        return tuple(index for slot, indices in self.slots if _slot(slot) == name for index in indices)


@frozen
class _Pattern:
    relation: str
    regex: re.Pattern[str]
    needed: tuple[frozenset[str], ...]


@frozen
class Line:
    """A sentence in letters; `figures` gives the index of the figure a letter stands for, None where it stands for a word."""

    letters: str
    figures: tuple[int | None, ...]


def find(line: Line, relations: Sequence[str]) -> Iterator[Match]:
    """The wordings of these relations in a sentence, in the order of the table.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Sales rose 25% from 400 in March to 500.")
    >>> match = next(find(written(tokens, quantities.find(tokens)), ["change"]))
    >>> match.one("delta"), match.one("old"), match.one("new")
    (0, 1, 2)
    """
    present = frozenset(line.letters)
    for relation in relations:
        for pattern in _patterns().get(relation, ()):
            if all(not present.isdisjoint(letters) for letters in pattern.needed):
                for match in pattern.regex.finditer(line.letters):
                    yield Match(relation, tuple((name, _indices(line, *match.span(name))) for name in match.re.groupindex))


def _indices(line: Line, start: int, end: int) -> tuple[int, ...]:
    """The figures of a slot; durations and ages that stand inside a list are none of it."""
    slot = range(max(start, 0), end)
    return tuple(index for at in slot if (index := line.figures[at]) is not None and (len(slot) == 1 or line.letters[at] not in _PASSED))


# ------------------------------------------------------------------------------------------------ sentences as letters


def written(tokens: Tokens, figures: Sequence[Quantity]) -> Line:
    """A sentence in letters: one per figure, and one per wording or token outside of figures."""
    words, known = _words(), _phrases()
    starts = {figure.first: index for index, figure in enumerate(figures)}
    letters: list[str] = []
    owners: list[int | None] = []
    at = 0
    while at < len(tokens):
        index = starts.get(at)
        owners.append(index)
        if index is not None:
            letters.append(_letter(tokens, figures[index]))
            at = max(figures[index].last, at + 1)
            continue
        found = known.at(tokens, at)
        if found is not None and not any(position in starts for position in range(at, found[0])):
            letters.append(found[1])
            at = found[0]
        else:
            word = tokens.words[at]
            letters.append(words.get(word) or _MARKS.get(word) or ("o" if tokens.kinds[at] == "p" else "w"))
            at += 1
    return Line("".join(letters), tuple(owners))


def _letter(tokens: Tokens, figure: Quantity) -> str:
    """What a figure can be: % percent, p points, n amount, m rate, r ratio, d duration, a age, y year; P, Q, N if it is itself a change.

    X is a figure the text denies ("not the 230"), l one that only says where ("in nine counties"), h a whole behind its part ("61 of the
    70").
    """
    before = tokens.words[max(0, figure.first - 2) : figure.first]
    if before[-1:] in (("not",), ("never",)) or before in (("not", "the"), ("instead", "of"), ("rather", "than")):
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
    if letter == "n" and before in _WHOLES and figure.first > 2:
        return "h"
    named = figure.kind == "count" and figure.last > figure.number_last
    return "l" if named and before[-1:] and before[-1] in _PLACES else letter


def _is_year(tokens: Tokens, figure: Quantity) -> bool:
    """Whether a bare number of four digits is a year rather than an amount."""
    written = tokens.words[figure.number_first]
    bare = figure.kind == "count" and figure.counted is None and figure.last - figure.first == 1
    return bare and len(written) == 4 and written.isdigit() and written[:2] in ("18", "19", "20")


# ------------------------------------------------------------------------------------------------ the table


@cache
def _wordings() -> dict[str, frozenset[str]]:
    """The classes of each wording, and the word itself where a pattern names it."""
    found: dict[str, set[str]] = {}
    for row in table("relation_words"):
        for wording in row["wordings"].split("|"):
            found.setdefault(wording, set()).add(row["class"])
            if row["class"] in _DIRECTED:
                found[wording].add(wording.rsplit(" ", 1)[-1])
    for row in table("changes"):
        if row["side"] == "before":
            found.setdefault(row["wording"], set()).add("rise")
    for row in table("relations"):
        words = (name for element in row["pattern"].split() if not element.startswith("<") for name in _names(element))
        for name in words:
            found.setdefault(name, set()).add(name)
    return {wording: frozenset(classes) for wording, classes in found.items()}


def _names(element: str) -> list[str]:
    """The plain words or the class that an element of a pattern stands for; none for slots, gaps and marks."""
    core = element.removesuffix("?")
    if core.startswith("<"):
        return [core[1:-1]]
    return core.split("|") if core.replace("|", "").isalpha() and core not in _ELEMENTS else []


def _slot(name: str) -> str:
    """The name of a slot without the digit that tells it from another one."""
    return name.rstrip("0123456789")


@cache
def _letters() -> dict[frozenset[str], str]:
    """One private-use character for each set of classes that some wording has."""
    return {classes: chr(0xE000 + index) for index, classes in enumerate(dict.fromkeys(_wordings().values()))}


@cache
def _class(name: str) -> str:
    """The letters of all wordings of a class."""
    return "".join(letter for classes, letter in _letters().items() if name in classes)


@cache
def _words() -> dict[str, str]:
    return {wording: _letters()[classes] for wording, classes in _wordings().items() if " " not in wording}


@cache
def _phrases() -> Phrases[str]:
    return Phrases((wording, _letters()[classes]) for wording, classes in _wordings().items() if " " in wording)


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    found: dict[str, list[_Pattern]] = {}
    for row in table("relations"):
        found.setdefault(row["relation"], []).append(_compiled(row["relation"], row["pattern"].split()))
    return {relation: tuple(patterns) for relation, patterns in found.items()}


def _compiled(relation: str, elements: Sequence[str]) -> _Pattern:
    needed = [frozenset("".join(map(_class, _names(element)))) for element in elements if not element.endswith("?") and _names(element)]
    rises = any(element.startswith("{old") for element in elements)
    needed += [frozenset(SLOTS.get(_slot(element.strip("{}?")), "n")) for element in elements if element.startswith("{")]
    return _Pattern(relation, re.compile("".join(_regex(element, rises) for element in elements)), tuple(needed))


def _regex(element: str, rises: bool) -> str:
    """One element of a pattern as a regular expression over letters; `rises` says that gaps stop at words of rising or falling."""
    if element in ("..", "..."):
        stop = _class("rise") if rises else ""
        if element == "..":
            return f"{_gap(stop + _class('join') if rises else stop)}{{0,8}}?"
        return f"{_gap(stop, ',-o')}{{0,16}}?"
    if element in _ELEMENTS:
        return _ELEMENTS[element]()
    optional = "?" if element.endswith("?") else ""
    core = element.removesuffix("?")
    if core.startswith("{"):
        name = core[1:-1]
        fits = _list(name) if name in LISTS else f"[{SLOTS[_slot(name)]}]"
        return f"(?P<{name}>{fits}){optional}"
    names = _names(core)
    if names:
        return f"[{''.join(map(_class, names))}]{optional}"
    return ("[,:(-]" if core == "/" else re.escape(core)) + optional


def _gap(stop: str = "", marks: str = "") -> str:
    """Any letter but those of figures, of breaks, of what else stops, and of marks other than these."""
    figures = "".join(letter for letter in _FIGURES if letter not in _PASSED)
    stops = "".join(mark for mark in ",;:()-o" if mark not in marks)
    return f"[^{re.escape(figures + stops)}{_class('break')}{stop}]"


_ELEMENTS: dict[str, Callable[[], str]] = {
    "^": lambda: "^o{0,2}",
    "slash": lambda: "[|]",
    "~": lambda: f"[{_class('lead')}{_class('rise')}]{{0,6}}+",
    "$": lambda: f"(?=[,.;:)\\-o{_class('tail')}]|$)",
}


def _list(name: str) -> str:
    """A list of amounts: between two of them a comma, "and" or "plus"."""
    join = f"(?:,?[{_class('join')}]|,)"
    if name == "inside":
        return f"n(?:{join}[{_class('lead')}]?n)*+"
    joint = f"(?:(?!{join}){_gap()}){{0,8}}+{join}{_gap()}"
    if name == "parts":
        return f"n(?:{joint}{{0,3}}+n)+"
    return f"n(?:{joint}{{0,3}}?n)*?{joint}{{0,2}}?[{_class('rest')}]n"

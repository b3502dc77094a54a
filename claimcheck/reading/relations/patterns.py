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
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from claimcheck.reading.frozen import frozen
from claimcheck.reading.relations.alphabet import SLASH, letters_of, plain_or_class
from claimcheck.reading.relations.lines import FIGURES, PASSED, Line
from claimcheck.vocabulary import table

SLOTS = {
    "delta": "PQN",
    "gain": "PQN%p",
    "times": "r",
    "ratio": "r",
    "same": "%",
    "old": "n%mdNP",
    "new": "n%mdNP",
    "denied": "Xh",
    "total": "nhN",
    "part": "n",
    "portion": "nN",
    "whole": "nhN",
    "share": "%rP",
    "rate": "mN",
    "number": "ndlh",
    "each": "e",
    "step": "nNpQ",
    "side": "n%",
    "shared": "n",
    "one": "nmN",
    "other": "nmN",
    "span": "da",
    "age": "ad",
    "year": "y",
    "passing": "y",
    "range": "g",
}
"""The letters of the figures that fit a slot; claimcheck.reading.relations.lines says what each stands for."""

LISTS = ("parts", "inside", "divided")
"""Slots of several amounts: two or more; one or more that stand right after a comma or "and"; a list that ends in "the remaining 34"."""


@frozen(eq=False)
class Match:
    """A wording found: the relation it states, and the figures in its slots as indices into the sentence's figures."""

    relation: str
    slots: tuple[tuple[str, tuple[int, ...]], ...]

    def one(self, *names: str) -> int | None:
        """The figure in the first of these slots that the wording has, None where it has none of them."""
        return next((found[0] for name in names if (found := self.every(name))), None)

    def every(self, name: str) -> tuple[int, ...]:
        """The figures in all slots of that name, in order."""
        return tuple(index for slot, indices in self.slots if _slot(slot) == name for index in indices)


@frozen(eq=False)
class _Pattern:
    """A row of the table: its regular expression, and the sets of letters of which a sentence must have one each.

    `needed` begins with the smallest set of letters of a telling word, where the pattern has one; `figures` is how many it takes.
    """

    relation: str
    regex: re.Pattern[str]
    needed: tuple[frozenset[str], ...]
    figures: int


@frozen(eq=False)
class _Grammar:
    """The patterns of some relations in order, and which of them need a letter; `wordless` need none but those of figures.

    `needs` are the numbers of the sets of letters that each pattern needs one of, `met` those that a letter is in.
    """

    patterns: tuple[_Pattern, ...]
    telling: dict[str, frozenset[int]]
    wordless: frozenset[int]
    needs: tuple[frozenset[int], ...]
    met: dict[str, frozenset[int]]


def find(line: Line, relations: Iterable[str]) -> Iterator[Match]:
    """The wordings of these relations in a sentence, in the order of the table.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.relations.lines import written
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Sales rose 25% from 400 in March to 500.")
    >>> match = next(find(written(tokens, quantities.find(tokens)), ["change"]))
    >>> match.one("delta"), match.one("old"), match.one("new")
    (0, 1, 2)
    """
    grammar, present = _grammar(tuple(relations)), set(line.letters)
    figures = len(line.figures) - line.figures.count(None)
    met = set[int]().union(*[grammar.met[letter] for letter in present if letter in grammar.met])
    for at in sorted(grammar.wordless.union(*[grammar.telling[letter] for letter in present if letter in grammar.telling])):
        pattern = grammar.patterns[at]
        if pattern.figures <= figures and grammar.needs[at] <= met:
            for match in pattern.regex.finditer(line.letters):
                yield Match(pattern.relation, tuple((name, _indices(line, *match.span(name))) for name in match.re.groupindex))


def _indices(line: Line, start: int, end: int) -> tuple[int, ...]:
    """The figures of a slot; durations and ages that stand inside a list are none of it."""
    slot = range(max(start, 0), end)
    return tuple(index for at in slot if (index := line.figures[at]) is not None and (len(slot) == 1 or line.letters[at] not in PASSED))


@cache
def _patterns() -> dict[str, tuple[_Pattern, ...]]:
    found: dict[str, list[_Pattern]] = {}
    for row in table("relations"):
        found.setdefault(row["relation"], []).append(_compiled(row["relation"], row["pattern"].split()))
    return {relation: tuple(patterns) for relation, patterns in found.items()}


@cache
def _grammar(relations: tuple[str, ...]) -> _Grammar:
    patterns = tuple(pattern for relation in relations for pattern in _patterns().get(relation, ()))
    sets = {letters: number for number, letters in enumerate({letters for pattern in patterns for letters in pattern.needed})}
    telling = _by_letter((pattern.needed[0].difference(FIGURES), at) for at, pattern in enumerate(patterns))
    wordless = frozenset(range(len(patterns))).difference(*telling.values())
    needs = tuple(frozenset(sets[letters] for letters in pattern.needed) for pattern in patterns)
    return _Grammar(patterns, telling, wordless, needs, _by_letter(sets.items()))


def _by_letter(numbered: Iterable[tuple[frozenset[str], int]]) -> dict[str, frozenset[int]]:
    """The numbers of the sets that each letter is in."""
    found: dict[str, set[int]] = {}
    for letters, number in numbered:
        for letter in letters:
            found.setdefault(letter, set()).add(number)
    return {letter: frozenset(numbers) for letter, numbers in found.items()}


def _compiled(relation: str, elements: Sequence[str]) -> _Pattern:
    rises = any(element.startswith("{old") for element in elements)
    regex = re.compile("".join(_regex(element, rises) for element in elements))
    given = [element for element in elements if not element.endswith("?")]
    words = [frozenset("".join(map(letters_of, names))) for element in given if (names := plain_or_class(element))]
    marks = [frozenset(_ANY_MARK if element == "/" else element) for element in given if element in _MARKS]
    slots = [_slot(element.strip("{}?")) for element in elements if element.startswith("{")]
    figures = sum(_FEWEST.get(_slot(element[1:-1]), 1) for element in given if element.startswith("{"))
    needed = (*sorted(words, key=len), *marks, *(frozenset(SLOTS.get(slot, "n")) for slot in slots))
    return _Pattern(relation, regex, needed, figures)


def _regex(element: str, rises: bool) -> str:
    """One element of a pattern as a regular expression over letters; `rises` says that gaps stop at words of rising or falling."""
    if element in ("..", "..."):
        stop = letters_of("rise") if rises else ""
        if element == "..":
            return f"{_gap(stop + letters_of('join') if rises else stop)}{{0,8}}?"
        return f"{_gap(stop, ',-o')}{{0,16}}?"
    if element in _ELEMENTS:
        return _ELEMENTS[element]()
    optional = "?" if element.endswith("?") else ""
    core = element.removesuffix("?")
    if core.startswith("{"):
        name = core[1:-1]
        fits = _list(name) if name in LISTS else f"[{SLOTS[_slot(name)]}]"
        return f"(?P<{name}>{fits}){optional}"
    if words := plain_or_class(core):
        return f"[{''.join(map(letters_of, words))}]{optional}"
    return (f"[{_ANY_MARK}]" if core == "/" else re.escape(core)) + optional


def _gap(stop: str = "", marks: str = "") -> str:
    """Any letter but those of figures, of breaks, of what else stops, and of marks other than these."""
    figures = "".join(letter for letter in FIGURES if letter not in PASSED)
    stops = "".join(mark for mark in ",;:()-o" if mark not in marks)
    return f"[^{re.escape(figures + stops)}{letters_of('break')}{stop}]"


_ANY_MARK = ",:(-"
"""What "/" stands for."""
_MARKS = (",", ";", ":", "(", ")", "-", "/")
_FEWEST = {"parts": 2, "divided": 2}
"""Figures that a list takes at least."""
_ELEMENTS: dict[str, Callable[[], str]] = {
    "^": lambda: "^o{0,2}",
    SLASH: lambda: "[|]",
    "~": lambda: f"[{letters_of('lead')}{letters_of('rise')}]{{0,6}}+",
    "$": lambda: f"(?=[,.;:)\\-o{letters_of('tail')}]|$)",
}


def _list(name: str) -> str:
    """A list of amounts: between two of them a comma, "and" or "plus"."""
    join = f"(?:,?[{letters_of('join')}]|,)"
    if name == "inside":
        return f"n(?:{join}[{letters_of('lead')}]?n)*+"
    joint = f"(?:(?!{join}){_gap()}){{0,8}}+{join}{_gap()}"
    if name == "parts":
        return f"n(?:{joint}{{0,3}}+n)+"
    return f"n(?:{joint}{{0,3}}?n)*?{joint}{{0,2}}?[{letters_of('rest')}]n"


def _slot(name: str) -> str:
    """The name of a slot without the digit that tells it from another one."""
    return name.rstrip("0123456789")

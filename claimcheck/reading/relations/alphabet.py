"""The letters that the telling words of the relation tables are written as: one for each set of classes a wording belongs to."""

from __future__ import annotations

from functools import cache

from claimcheck.reading.phrases import Phrases
from claimcheck.vocabulary import table

SLASH = "slash"
"""The name of the mark "/" in patterns, where that sign itself stands for one of several marks."""

_DIRECTED = ("revised", "up-from")
"""Classes whose wordings end in "to" or "from", and stand for it in other patterns."""


@cache
def words() -> dict[str, str]:
    """The letters of wordings of one word."""
    return {wording: _letters()[classes] for wording, classes in _wordings().items() if " " not in wording}


@cache
def phrases() -> Phrases[str]:
    """The letters of wordings of several words."""
    return Phrases((wording, _letters()[classes]) for wording, classes in _wordings().items() if " " in wording)


@cache
def letters_of(name: str) -> str:
    """The letters of all wordings of a class."""
    return "".join(letter for classes, letter in _letters().items() if name in classes)


def plain_or_class(element: str) -> list[str]:
    """The plain words or the class that an element of a pattern stands for; none for slots, gaps and marks."""
    core = element.removesuffix("?")
    if core.startswith("<"):
        return [core[1:-1]]
    return core.split("|") if core.replace("|", "").isalpha() and core != SLASH else []


@cache
def _letters() -> dict[frozenset[str], str]:
    """One private-use character for each set of classes that some wording has."""
    return {classes: chr(0xE000 + index) for index, classes in enumerate(dict.fromkeys(_wordings().values()))}


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
        words = (name for element in row["pattern"].split() if not element.startswith("<") for name in plain_or_class(element))
        for name in words:
            found.setdefault(name, set()).add(name)
    return {wording: frozenset(classes) for wording, classes in found.items()}

"""How the groups that parts are named by divide a whole: men, women and children; passengers and crew; for and against.

>>> disjoint("woman", "child"), disjoint("man", "male"), complete(["male", "female"]), complete(["man", "woman"])
(True, False, True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import combinations

from claimcheck.vocabulary import table

_SHORT = 3
"""Words no longer than that are denied by no prefix: "in" and "un" open too many others."""


def disjoint(a: str, b: str) -> bool:
    """Whether nobody can belong to both groups, as far as partitions.csv tells."""
    one, other = _cells().get(a), _cells().get(b)
    return one is not None and other is not None and one[0] == other[0] and not one[1] & other[1]


def divides(noun: str, division: str) -> bool:
    """Whether a word names a group of a division ("people", "opinion").

    >>> divides("oppose", "opinion"), divides("woman", "opinion")
    (True, False)
    """
    return noun in _cells() and _cells()[noun][0] == division


def known(noun: str) -> bool:
    """Whether a word names a group of some division.

    >>> known("gold"), known("cat")
    (True, False)
    """
    return noun in _cells()


def opposed(a: str, b: str, neither: tuple[str, ...] = ("none", "few", "")) -> bool:
    """Whether two words are opposites (opposites.csv), or one denies the other; `neither` says how many may be neither.

    >>> opposed("adult", "pup"), opposed("valid", "invalid"), opposed("cow", "sheep")
    (True, True, False)
    """
    found = _opposites(neither)
    return (a, b) in found or (b, a) in found or a in _denied(b) or b in _denied(a)


def has_opposite(word: str) -> bool:
    """Whether a word stands in opposites.csv: "full" of "161 full-time".

    >>> has_opposite("full"), has_opposite("sheep")
    (True, False)
    """
    return word in _words_with_opposites()


def complete(nouns: Iterable[str]) -> bool:
    """Whether the groups are disjoint and leave nobody of their division out."""
    groups = list(nouns)
    found = [_cells().get(noun) for noun in groups]
    known = [cells for cells in found if cells is not None]
    if not known or len(known) < len(groups) or not all(disjoint(a, b) for a, b in combinations(groups, 2)):
        return False
    return frozenset().union(*(cells for _, cells in known)) == _whole(known[0][0])


def _denied(word: str) -> tuple[str, ...]:
    """What denies a word: unmarked, invalid."""
    return tuple(prefix + word for prefix in ("un", "in", "non")) if len(word) > _SHORT else ()


@cache
def _opposites(neither: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    return frozenset((row["word"], row["opposite"]) for row in table("opposites") if row["neither"] in neither)


@cache
def _words_with_opposites() -> frozenset[str]:
    return frozenset(row[side] for row in table("opposites") for side in ("word", "opposite"))


@cache
def _cells() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["noun"]: (row["division"], frozenset(row["cells"].split())) for row in table("partitions")}


@cache
def _whole(division: str) -> frozenset[str]:
    return frozenset().union(*(cells for name, cells in _cells().values() if name == division))

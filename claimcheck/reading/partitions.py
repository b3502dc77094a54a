"""How the groups that parts are named by divide a whole: men, women and children; passengers and crew; for and against.

>>> disjoint("woman", "child"), disjoint("man", "male"), complete(["male", "female"]), complete(["man", "woman"])
(True, False, True, False)
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import combinations

from claimcheck.vocabulary import table


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


def complete(nouns: Iterable[str]) -> bool:
    """Whether the groups are disjoint and leave nobody of their division out."""
    groups = list(nouns)
    found = [_cells().get(noun) for noun in groups]
    known = [cells for cells in found if cells is not None]
    if not known or len(known) < len(groups) or not all(disjoint(a, b) for a, b in combinations(groups, 2)):
        return False
    return frozenset().union(*(cells for _, cells in known)) == _whole(known[0][0])


@cache
def _cells() -> dict[str, tuple[str, frozenset[str]]]:
    return {row["noun"]: (row["division"], frozenset(row["cells"].split())) for row in table("partitions")}


@cache
def _whole(division: str) -> frozenset[str]:
    return frozenset().union(*(cells for name, cells in _cells().values() if name == division))

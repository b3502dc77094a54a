"""The words the readers know, as CSV tables in one folder per language; no code, only a loader."""

from __future__ import annotations

import csv
import os
from functools import cache

_FOLDER = os.path.dirname(__file__)


@cache
def table(name: str, language: str = "en") -> tuple[dict[str, str], ...]:
    """The rows of vocabulary/<language>/<name>.csv, every cell as text.

    >>> table("hedges")[0].keys() >= {"wording", "qualifier"}
    True
    """
    with open(os.path.join(_FOLDER, language, f"{name}.csv"), encoding="utf-8") as file:
        rows = csv.reader(file.read().splitlines())
    header = next(rows)
    return tuple([dict(zip(header, row, strict=True)) for row in rows if row])


@cache
def word_set(name: str, language: str = "en") -> frozenset[str]:
    """The words of one set of vocabulary/<language>/word_sets.csv, for readers that ask only whether a word belongs to it.

    >>> "quake" in word_set("earthquake")
    True
    """
    return frozenset(_word_sets(language)[name].split())


@cache
def either(name: str, language: str = "en") -> str:
    """The words of one set as a regular expression matches any of them, the longer ones first; "_" in the table is a space.

    >>> either("compares downwards").split("|")[0]
    'less expensive'
    """
    return "|".join(sorted(word_set(name, language), key=lambda word: (-len(word), word))).replace("_", " ")


@cache
def _word_sets(language: str) -> dict[str, str]:
    return {row["name"]: row["words"] for row in table("word_sets", language)}

"""The words the readers know, as CSV tables in one folder per language; no code, only a loader."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files


@cache
def table(name: str, language: str = "en") -> tuple[dict[str, str], ...]:
    """The rows of vocabulary/<language>/<name>.csv, every cell as text.

    >>> table("hedges")[0].keys() >= {"wording", "qualifier"}
    True
    """
    text = files(__package__).joinpath(language, f"{name}.csv").read_text(encoding="utf-8")
    rows = csv.reader(text.splitlines())
    header = next(rows)
    return tuple(dict(zip(header, row, strict=True)) for row in rows if row)


@cache
def word_set(name: str, language: str = "en") -> frozenset[str]:
    """The words of one set of vocabulary/<language>/word_sets.csv, for readers that ask only whether a word belongs to it.

    >>> "quake" in word_set("earthquake")
    True
    """
    return frozenset(next(row["words"] for row in table("word_sets", language) if row["name"] == name).split())

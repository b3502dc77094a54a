"""What is wrong with a table, as values: for `claimcheck reference validate`, for errors, and for the notes of a table."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

_SHOWN = 5


@frozen
class Problem:
    """What is wrong at one place of a table: file (or table name), 1-based line, column, and a sentence about it.

    `severity` is "error" where a row cannot be used, "note" where it holds nothing to use.
    """

    path: str
    line: int | None
    column: str | None
    sentence: str
    severity: str = "error"

    def __str__(self) -> str:
        place = "".join((self.path, f", line {self.line}" if self.line else "", f", column {self.column!r}" if self.column else ""))
        return f"{place}: {self.sentence}"


def summary(problems: Sequence[Problem]) -> tuple[str, ...]:
    """The problems of a table in a few sentences: one for each column and severity, with how often and where first.

    >>> summary([Problem("t", 3, "v", "'x' is no number."), Problem("t", 9, "v", "'y' is no number.")])
    ("t, column 'v': 2 rows left out (lines 3, 9); first: 'x' is no number.",)
    """
    kinds: dict[tuple[str, str | None, str], list[Problem]] = {}
    for problem in problems:
        kinds.setdefault((problem.path, problem.column, problem.severity), []).append(problem)
    return tuple(_summed(found) for found in kinds.values())


def listed(lines: Sequence[int]) -> str:
    """The first few of many line numbers.

    >>> listed([2, 3]), listed(range(1, 100))
    ('2, 3', '1, 2, 3, 4, 5, ...')
    """
    return ", ".join(map(str, lines[:_SHOWN])) + (", ..." if len(lines) > _SHOWN else "")


def _summed(found: list[Problem]) -> str:
    first = found[0]
    if len(found) == 1:
        return str(first)
    place = first.path + (f", column {first.column!r}" if first.column else "")
    lines = [problem.line for problem in found if problem.line]
    return f"{place}: {len(found)} rows left out (lines {listed(lines)}); first: {first.sentence}"

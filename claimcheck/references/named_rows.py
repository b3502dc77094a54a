"""Figures of a text written from tables that a row of a subject beside them holds, whatever the words: "West grew to 4.0 million".

In a table of the text itself only the row's first cell names the subject, and the head of the column the unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from attrs import evolve

from claimcheck import days
from claimcheck.comparing.figures import significant
from claimcheck.comparing.names import shared
from claimcheck.comparing.row_figures import agreement, is_bare
from claimcheck.comparing.row_measures import akin_statistics
from claimcheck.comparing.rows import same_kind
from claimcheck.comparing.sentence_names import names_in, subject_names
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Claim, Row
from claimcheck.references.collection import References

_LETTER = re.compile(r"[^\W\d_]")
_BLANK_LINE = re.compile(r"\n[ \t]*\n")
_SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6, 9))
"""What the head of a column may say that its figures are in: thousands, millions, billions."""


def by_name(claim: Claim, references: References, story: str) -> Verdict | None:
    """The row of a subject named beside a figure that holds the very figure, None where none does; `story` is the claim's text.

    >>> import pandas
    >>> from claimcheck import extract
    >>> sales = References().with_frame(pandas.DataFrame({"region": ["West", "East"], "sales (EUR)": ["4000000", "3100000"]}))
    >>> claim = extract("West grew to 4.0 million euros.")[0]
    >>> by_name(claim, sales, claim.sentence).rows[0].entity
    'West'
    """
    if claim.change is not None or (claim.kind == "count" and significant(claim) < 2):
        return None
    is_cell = not _LETTER.search(claim.sentence)
    told = evolve(claim, sentence=_line_of_table(claim, story)) if is_cell else claim
    rows = _named(told, references.candidates(told))
    holds = _holds_cell if is_cell else _holds
    row = next((row for row in rows if holds(claim, row)), None)
    return Verdict("supported", f"{row.value} in {row.table}, by its subject", (row,)) if row is not None else None


def _named(claim: Claim, rows: Iterable[Row]) -> list[Row]:
    """The rows whose subject a claim's words name, and which are of no other day than these do."""
    found = []
    for row in rows:
        of_day = row.as_of is None or claim.as_of in (None, claim.said_on) or days.overlaps(row.as_of, str(claim.as_of))
        if of_day and row.kind != "date" and is_named(row, claim.sentence):
            found.append(row)
    return found


def is_named(row: Row, text: str) -> bool:
    """Whether a text names the subject of a row, in its very words or by all of its names.

    >>> row = Row("t", 2, "West", "sales", "money", "4000000", "EUR", None, None, None)
    >>> is_named(row, "West grew."), is_named(row, "Westphalia grew.")
    (True, False)
    """
    subject = row.entity or row.place or row.event
    if subject and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", text):
        return True
    wanted = subject_names(subject)
    return bool(wanted) and not wanted - shared(wanted, names_in(text))


def _holds(claim: Claim, row: Row) -> bool:
    mine, given = statistics(claim.measure or ""), statistics(row.measure)
    another = bool(mine and given) and not given & akin_statistics(claim.measure)
    return not another and same_kind(claim, row).verdict != "clash" and agreement(claim, row) == "supported"


def _holds_cell(claim: Claim, row: Row) -> bool:
    if not is_bare(claim) or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return _holds(claim, row)
    return any(Decimal(claim.value) * scale == Decimal(row.value) for scale in _SCALES)


def _line_of_table(claim: Claim, story: str) -> str:
    """The cells of a figure's line, which blank lines part from those of other lines."""
    start, end = claim.sentence_span
    ahead = _BLANK_LINE.search(story, end)
    first = max((found.end() for found in _BLANK_LINE.finditer(story, 0, start)), default=0)
    return " ; ".join(story[first : ahead.start() if ahead else len(story)].split("\n"))

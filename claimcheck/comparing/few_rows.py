"""A table of a few rows: how much of a row's subject a text names.

A desk keeps a small table for a story: three to twenty rows about its subject. Among so few, hardly any figure of the story agrees with a
row by chance, so less need be said than in a table of thousands: "the ferry can carry 340", "opened to traffic in September 1966". What
claimcheck.comparing.likeness and claimcheck.comparing.likely_days find so bears a figure out.
"""

from __future__ import annotations

from functools import lru_cache

from claimcheck import days
from claimcheck.comparing.names import names, rest, shared, stems
from claimcheck.comparing.sentence_names import as_prose, named_in, subject_names
from claimcheck.model import Claim, Row

FEW = 30
"""Rows up to which a table is one of a story. A convention of this project."""
_STORY = 8
_DAYS = 31
"""Days within which what befell a part of an event's place is counted."""


def named_share(row: Row, claim: Claim, text: str) -> int:
    """2 where all words of a row's subject stand in a text, 1 where its names or half of its words do, else 0.

    The year of a subject goes without saying: the "2025 Varna earthquake" in a story of that year.
    """
    subject = f"{row.entity or row.place or row.event}, {_names_of_measure(row.measure)}"
    own = _own_words(subject)
    wanted = frozenset(word for word in own if not (word.isdigit() and word in (str(row.as_of)[:4], str(claim.said_on)[:4]))) or own
    found = shared(wanted, _words_of(text))
    if len(found) == len(wanted):
        return 2
    return int(2 * len(found) >= len(wanted) or (bool(found) and subject_names(subject) & wanted <= found))


def is_of_subject(other: Row, row: Row) -> bool:
    """Whether a row is of another's subject, or of the same days and of a part of it by name: the "Lode flood in Tarn", the "Lode flood".

    >>> flood, toll = (Row("t", 1, who, "x", "count", "1", "count", day, None, None) for who, day in
    ...                (("Lode flood", "1953-01-31"), ("Lode flood in Tarn", "1953-02-01")))
    >>> is_of_subject(toll, flood), is_of_subject(flood, toll)
    (True, False)
    """
    if other.entity == row.entity:
        return True
    own = subject_names(row.entity)
    whole = bool(own) and own <= subject_names(other.entity) and str(other.entity).startswith(str(row.entity))
    if not whole or row.as_of is None or other.as_of is None:
        return False
    return abs((days.first_day(other.as_of) - days.first_day(row.as_of)).days) <= _DAYS


@lru_cache(maxsize=1024)
def _names_of_measure(measure: str) -> str:
    """The names in a measure: "Model T introduction"."""
    return " ".join(measure[start:end] for start, end, _ in named_in(measure) if not measure[start:end].istitle() or start)


@lru_cache(maxsize=1024)
def _own_words(subject: str) -> frozenset[str]:
    return subject_names(subject) | rest(as_prose(subject))


@lru_cache(maxsize=_STORY)
def _words_of(text: str) -> frozenset[str]:
    return names(text) | stems(text)

"""The series a claim belongs to: looked up by scope, decided by compare()."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claimcheck.ledger.codec import decode
from claimcheck.ledger.likeness import apart, entity_likeness, event_likeness, of_two_measures, place_likeness
from claimcheck.ledger.scopes import alike_kinds, figure_question, measure_question, pair_question, size_question, story_question
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import CURRENT
from claimcheck.model import Claim

CANDIDATES = 48
"""Claims handed to compare() at most for one look-up, unless the caller asks for more."""

_MOST = 10_000
"""Claims a caller may ask for."""
_SEEN = 48
"""Claims found by one question that are looked at, the newest first, unless the caller asks for more."""
_ENOUGH = 3
"""Fitting claims after which no wider question is asked."""
_WIDER = 24
"""Claims found by the wider question that are looked at."""
_ALIKE = 8
"""Claims with the very same figure that are looked at."""
_OF_A_STORY = 96
"""Claims of one story that are looked at, whatever the words for what they measure; a ledger that holds no more is taken for one story."""
_BEHIND = 100
"""Points that put those behind all others of which as many fields clash."""

Same = Callable[[Claim, Claim], bool]
Rank = tuple[int, int]
Fields = tuple[str | None, ...]

_ROW = "claims.id, kind, measure, entity, counted, place, event"
_BY_SCOPE = f"""SELECT {_ROW} FROM scopes JOIN claims ON claims.id = scopes.rowid
                WHERE scopes MATCH ? AND {CURRENT} ORDER BY scopes.rowid DESC LIMIT ?"""
_BY_STORY = f"""SELECT {_ROW} FROM sentences JOIN claims ON claims.id = sentences.rowid
                WHERE sentences MATCH ? AND {CURRENT} ORDER BY sentences.rowid DESC LIMIT ?"""
_ALL = f"SELECT {_ROW} FROM claims WHERE {CURRENT}"


def candidates(store: Store, claim: Claim, limit: int = CANDIDATES) -> tuple[Claim, ...]:
    """Current claims that may be about the claim's quantity, the best fitting and newest first, at most `limit` of them.

    Where the ledger holds few claims of the measure they are all looked at, and those whose fields clash come last, for names may be
    spelled in ways the index does not know. Else the questions are narrow, widen where they find too little, and what clashes is left
    out.
    """
    limit = min(limit, _MOST)
    seen = max(limit, _SEEN)
    found = _Found(claim)
    with store.reading() as db:
        few = _count(db, measure_question(claim), seen + 1) <= seen
        found.ask(db, measure_question(claim) if few else pair_question(claim), seen, points=1)
        if not few and (len(found.rank) == seen or found.fitting() < _ENOUGH):
            found.ask(db, size_question(claim), _WIDER, points=2)
        found.ask(db, figure_question(claim), _ALIKE, points=3, pardon=1)
        found.ask_story(db)
        return _decoded(db, found.best(limit if few else min(limit, found.fitting())))


class _Found:
    """Rows that questions found, each with its rank: fields that clash with the claim's, then points for it with a minus."""

    def __init__(self, claim: Claim) -> None:
        self.claim = claim
        self.rank: dict[int, Rank] = {}
        self._fits: dict[Fields, Rank] = {}

    def ask(self, db: sqlite3.Connection, question: str, most: int, points: int, pardon: int = 0) -> None:
        """Add what a full-text question finds, the newest first; what several questions find ranks higher.

        `pardon` is how many clashes it makes up for in claims of the same measure, for a reader may have mistaken the place of an article,
        and in those that share a word of place or event, where one number may stand for two things.
        """
        if question:
            for rowid, _, measure, *fields in _plain(db, _BY_SCOPE, question, most):
                clashes, before = self.rank.get(rowid) or self._fit(tuple(fields))
                near = measure == self.claim.measure or before < 0
                self.rank[rowid] = clashes - (pardon if clashes and near else 0), before - points

    def ask_story(self, db: sqlite3.Connection) -> None:
        """Add claims of the same story, which may put what they measure in other words: "four crew", "four crew members".

        In a ledger of more than one story that is only done where too little is found, by the claim's event and place.
        """
        (held,) = db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
        if held <= _OF_A_STORY:
            self._add_others(_plain(db, _ALL))
        elif self.fitting() < _ENOUGH and (question := story_question(self.claim)):
            self._add_others(_plain(db, _BY_STORY, question, _OF_A_STORY))

    def _add_others(self, rows: Iterable[Sequence[Any]]) -> None:
        for rowid, kind, measure, *fields in rows:
            if rowid not in self.rank and alike_kinds(self.claim, kind, fields[1]):
                clashes, points = self._fit(tuple(fields))
                self.rank[rowid] = clashes + of_two_measures(self.claim.measure, measure), points + _BEHIND

    def _fit(self, fields: Fields) -> Rank:
        """How a row's fields fit; the rows of one story share theirs."""
        fit = self._fits.get(fields)
        if fit is None:
            claim, (entity, counted, place, event) = self.claim, fields
            shared = entity_likeness(claim.entity, entity), place_likeness(claim.place, place), event_likeness(claim.event, event)
            fit = self._fits[fields] = shared.count(-1) + apart(claim.counted, counted), -sum(shared)
        return fit

    def fitting(self) -> int:
        """How many rows have no field that clashes."""
        return [clashes for clashes, _ in self.rank.values()].count(0)

    def best(self, limit: int) -> list[int]:
        """The best rows, the newest of equals first."""
        ranked = sorted([(rank, -rowid) for rowid, rank in self.rank.items()])
        return [-rowid for _, rowid in ranked[:limit]]


def _plain(db: sqlite3.Connection, question: str, *given: object) -> sqlite3.Cursor:
    """The rows a question finds as plain tuples, which take less time to read than sqlite3.Row."""
    cursor = db.cursor()
    cursor.row_factory = None
    return cursor.execute(question, given)


def _count(db: sqlite3.Connection, question: str, most: int) -> int:
    number: int = db.execute("SELECT count(*) FROM (SELECT rowid FROM scopes WHERE scopes MATCH ? LIMIT ?)", (question, most)).fetchone()[0]
    return number


def _decoded(db: sqlite3.Connection, rowids: Sequence[int]) -> tuple[Claim, ...]:
    """The claims of rows, in their order."""
    question = f"SELECT id, json FROM bodies WHERE id IN ({','.join('?' * len(rowids))})"
    texts: dict[int, str] = dict(_plain(db, question, *rowids))
    return tuple(decode(texts[rowid]) for rowid in rowids)


def history(store: Store, claim: Claim, same: Same, limit: int = CANDIDATES) -> tuple[Claim, ...]:
    """The claims of the ledger about the claim's quantity, in order of time."""
    return in_time(other for other in candidates(store, claim, limit) if other == claim or same(*_ordered(other, claim)))


def _ordered(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Two claims in order of time."""
    return (one, other) if _moment(one) <= _moment(other) else (other, one)


def in_time(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in order of the day for which they are true, then of the day they were said."""
    return tuple(sorted(claims, key=_moment))


def _moment(claim: Claim) -> tuple[str, str]:
    return claim.as_of or claim.said_on or "", claim.said_on or ""

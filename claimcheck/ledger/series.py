"""The series a claim belongs to: looked up by scope, decided by compare()."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from claimcheck.ledger.codec import decode
from claimcheck.ledger.scopes import apart, figure_question, head_question, likeness, pair_question, roots, scope_of, size_question
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import CURRENT
from claimcheck.model import Claim
from claimcheck.reading.nouns import is_function_word

CANDIDATES = 32
"""Claims handed to compare() at most for one look-up, unless the caller asks for more."""

_SEEN = 48
"""Claims found by one question that are looked at, the newest first."""
_ENOUGH = 6
"""Fitting claims after which no wider question is asked."""
_ALIKE = 16
"""Claims with the very same figure looked at."""
_ANCHORS = 8
"""Claims found by a text whose series are tried before the longest is shown."""
_LONGEST_TEXT = 32
_WORD = re.compile(r"\w+")

Fit = tuple[int, int]
Same = Callable[[Claim, Claim], bool]

_BY_SCOPE = f"""SELECT claims.id, entity, counted, place, event FROM scopes JOIN claims ON claims.id = scopes.rowid
                WHERE scopes MATCH ? AND {CURRENT} ORDER BY scopes.rowid DESC LIMIT ?"""
_BY_TEXT = f"""SELECT bodies.json FROM sentences JOIN claims ON claims.id = sentences.rowid JOIN bodies USING (id)
               WHERE sentences MATCH ? AND {CURRENT} ORDER BY sentences.rowid DESC LIMIT ?"""


def candidates(store: Store, claim: Claim, limit: int = CANDIDATES) -> tuple[Claim, ...]:
    """Current claims that may be about the claim's quantity, the best fitting and newest first, at most `limit` of them.

    Where the ledger holds few claims of the measure they are all looked at, and those whose fields clash come last, for names may be
    spelled in ways the index does not know. Else the questions are narrow, widen where they find too little, and what clashes is left
    out.
    """
    scope = scope_of(claim)
    with store.reading() as db:
        few = _count(db, head_question(scope), _SEEN + 1) <= _SEEN
        found = _found(db, claim, head_question(scope) if few else pair_question(scope), _SEEN)
        if not few and (len(found) == _SEEN or _fitting(found) < _ENOUGH):
            found |= _found(db, claim, size_question(scope), _SEEN)
        found |= _found(db, claim, figure_question(scope), _ALIKE)
        ranked = sorted(found, key=lambda rowid: (*found[rowid], -rowid))
        return _decoded(db, ranked[: limit if few else min(limit, _fitting(found))])


def _found(db: sqlite3.Connection, claim: Claim, question: str, most: int) -> dict[int, Fit]:
    """The rows a full-text question finds, the newest first, each with how it fits the claim."""
    return {row[0]: _fit(claim, row) for row in db.execute(_BY_SCOPE, (question, most))} if question else {}


def _fit(claim: Claim, row: sqlite3.Row) -> Fit:
    """Fields that cannot be of one quantity, and words shared with the opposite sign: the lower the better."""
    _, entity, counted, place, event = row
    shared = likeness(claim.entity, entity), likeness(claim.place, place), likeness(claim.event, event)
    return shared.count(-1) + apart(claim.counted, counted), -sum(shared)


def _fitting(found: dict[int, Fit]) -> int:
    return sum(clashes == 0 for clashes, _ in found.values())


def _count(db: sqlite3.Connection, question: str, most: int) -> int:
    number: int = db.execute("SELECT count(*) FROM (SELECT rowid FROM scopes WHERE scopes MATCH ? LIMIT ?)", (question, most)).fetchone()[0]
    return number


def _decoded(db: sqlite3.Connection, rowids: Sequence[int]) -> tuple[Claim, ...]:
    question = "SELECT json FROM bodies WHERE id = ?"
    return tuple(decode(db.execute(question, (rowid,)).fetchone()[0]) for rowid in rowids)


def history(store: Store, claim: Claim, same: Same, limit: int = CANDIDATES) -> tuple[Claim, ...]:
    """The claims of the ledger about the claim's quantity, in order of time."""
    return in_time(other for other in candidates(store, claim, limit) if same(*in_time((other, claim))))


def history_of_text(store: Store, text: str, same: Same, limit: int) -> tuple[Claim, ...]:
    """The longest series among those of the claims that best match a text such as "Ukrainian troops killed"."""
    found = found_by_text(store, text)
    best = max((_likeness(claim, text) for claim in found), default=0)
    anchors = [claim for claim in found if _likeness(claim, text) == best][:_ANCHORS]
    return max((history(store, anchor, same, limit) for anchor in anchors), key=len, default=())


def found_by_text(store: Store, text: str, limit: int = _SEEN) -> tuple[Claim, ...]:
    """Current claims whose sentence or scope holds the words of a text: all of them or, failing that, any; the best matching first."""
    words = _words(text)
    if not words:
        return ()
    with store.reading() as db:
        for joint in (" AND ", " OR "):
            found = [decode(json) for (json,) in db.execute(_BY_TEXT, (joint.join(words), limit))]
            if found:
                return tuple(sorted(found, key=lambda claim: -_likeness(claim, text)))
    return ()


def in_time(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Claims in order of the day for which they are true, then of the day they were said."""
    return tuple(sorted(claims, key=lambda claim: (claim.as_of or claim.said_on or "", claim.said_on or "")))


def _words(text: str) -> list[str]:
    """The words of a text, quoted as the full-text index wants them."""
    return [f'"{word}"' for word in dict.fromkeys(_WORD.findall(text.lower())) if not is_function_word(word)][:_LONGEST_TEXT]


def _likeness(claim: Claim, text: str) -> int:
    """How many of a text's words the claim's own scope holds."""
    scope = " ".join(filter(None, (claim.measure, claim.entity, claim.noun, claim.counted, claim.place, claim.event)))
    return len(roots(text) & roots(scope))

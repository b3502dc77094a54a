"""The series a claim belongs to: looked up by scope, decided by compare()."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence

from claimcheck.ledger.codec import decode
from claimcheck.ledger.scopes import Scope, close_question, fit, scope_of, wide_question
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import CURRENT
from claimcheck.model import Claim
from claimcheck.reading.nouns import is_function_word
from claimcheck.references.index import roots

CANDIDATES = 32
"""Claims handed to compare() at most for one look-up, unless the caller asks for more."""

_SEEN = 64
"""Index entries looked at by one question, the newest first."""
_DOUBTFUL = 8
"""Candidates kept although one of their fields shares no word with the claim's: names may be spelled in ways the index does not know."""
_ANCHORS = 8
"""Claims found by a text whose series are tried before the longest is shown."""
_LONGEST_TEXT = 32
_WORD = re.compile(r"\w+")

Same = Callable[[Claim, Claim], bool]

_BY_SCOPE = f"""SELECT claims.id, entity, counted, place, event FROM scopes JOIN claims ON claims.id = scopes.rowid
                WHERE scopes MATCH ? AND {CURRENT} ORDER BY scopes.rowid DESC LIMIT ?"""
_BY_TEXT = f"""SELECT claims.json FROM texts JOIN claims ON claims.id = texts.rowid
               WHERE texts MATCH ? AND {CURRENT} ORDER BY texts.rowid DESC LIMIT ?"""


def candidates(store: Store, claim: Claim, limit: int = CANDIDATES) -> tuple[Claim, ...]:
    """Current claims that may be about the claim's quantity, the best fitting and newest first, at most `limit` of them."""
    scope = scope_of(claim)
    seen = max(_SEEN, limit)
    with store.reading() as db:
        found: dict[int, tuple[int, int]] = {}
        close = close_question(scope)
        if close:
            found |= _fitting(db, scope, close, seen)
        if sum(clashes == 0 for clashes, _ in found.values()) < limit:
            found |= _fitting(db, scope, wide_question(scope), seen)
        return _decoded(db, _best(found, limit))


def _fitting(db: sqlite3.Connection, scope: Scope, question: str, limit: int) -> dict[int, tuple[int, int]]:
    return {row[0]: fit(scope, *tuple(row)[1:]) for row in db.execute(_BY_SCOPE, (question, limit))}


def _best(found: dict[int, tuple[int, int]], limit: int) -> list[int]:
    ranked = sorted(found, key=lambda rowid: (found[rowid][0], -found[rowid][1], -rowid))
    fitting = sum(clashes == 0 for clashes, _ in found.values())
    return ranked[: min(limit, fitting + _DOUBTFUL)]


def _decoded(db: sqlite3.Connection, rowids: Sequence[int]) -> tuple[Claim, ...]:
    question = "SELECT json FROM claims WHERE id = ?"
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

"""Corrections: what a recorded figure should have been. They are appended like all else and never change the claim itself."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from hashlib import sha256

from attrs import asdict

from claimcheck import days
from claimcheck.errors import LedgerError
from claimcheck.ledger.codec import decode, storable
from claimcheck.ledger.records import Correction
from claimcheck.ledger.right_values import Value, right_value
from claimcheck.ledger.store import Store
from claimcheck.model import Claim

_ELSEWHERE = timedelta(days=1)
"""It may be tomorrow already where somebody corrects."""

_ABOUT = """(claim = :claim AND (document IS NOT NULL OR :sentence IS NULL OR sentence = :sentence)
             OR document = :document AND surface = :surface AND sentence = :sentence)"""
"""A correction follows its claim into a new version of the article, where only its position, and so its id, is another. Articles without a
name may share ids; then the sentence tells."""


def held(store: Store, claim: str | Claim) -> Claim:
    """The recorded claim of an id, or the claim itself if the ledger holds it.

    Raises LedgerError where the ledger holds no such claim, or several.
    """
    name = claim if isinstance(claim, str) else claim.id
    with store.reading() as db:
        rows = db.execute("SELECT json FROM claims JOIN bodies USING (id) WHERE claim = ? ORDER BY id DESC", (storable(name),))
        found = [decode(text) for (text,) in rows]
    if isinstance(claim, Claim):
        found = [other for other in found if (other.document, other.sentence) == (claim.document, claim.sentence)]
    if not found:
        raise LedgerError(f"The ledger {store.path} holds no claim {name}; add its article first.")
    if len({(other.document, other.sentence, other.surface) for other in found}) > 1:
        raise LedgerError(f"The ledger {store.path} holds several claims {name}, in articles without a name; pass the claim itself.")
    return found[0]


def correction_of(claim: Claim, value: Value, reason: str, source: str | None, url: str | None, on: str, recorded_at: str) -> Correction:
    """A correction of a claim, its value and day checked.

    Raises LedgerError for a value that cannot stand for the claim's, for an empty reason, and for a day before the claim or ahead.
    """
    if not reason.strip():
        raise LedgerError("A correction needs a reason; say what was wrong.")
    right = right_value(value, claim)
    if claim.said_on is not None and days.last_day(on) < days.first_day(claim.said_on):
        raise LedgerError(f"{claim.surface!r} was said on {claim.said_on}, after {on}; give the day of the correction.")
    if days.first_day(on) > days.first_day(recorded_at[:10]) + _ELSEWHERE:
        raise LedgerError(f"{on} lies ahead; give the day of the correction, or set this machine's clock.")
    return Correction(
        claim=storable(claim.id),
        document=_stored(claim.document),
        surface=storable(claim.surface),
        sentence=storable(claim.sentence),
        value=right,
        reason=storable(reason),
        source=_stored(source),
        url=_stored(url),
        on=on,
        recorded_at=recorded_at,
    )


def append(db: sqlite3.Connection, corrections: Iterable[Correction]) -> None:
    """Write corrections the ledger does not hold yet; call it inside a transaction.

    Raises LedgerError for one that contradicts another of the same claim and day.
    """
    for correction in corrections:
        _refuse_contradiction(db, correction)
        row = asdict(correction) | {"value": json.dumps(correction.value), "hash": correction_hash(correction)}
        db.execute(
            """INSERT OR IGNORE INTO corrections (claim, document, surface, sentence, value, reason, source, url, day, recorded_at, hash)
               VALUES (:claim, :document, :surface, :sentence, :value, :reason, :source, :url, :on, :recorded_at, :hash)""",
            row,
        )


def of_claim(store: Store, claim: Claim | str) -> tuple[Correction, ...]:
    """The corrections of a claim, or of the claim of an id, in order of their days."""
    words = (None, None, None) if isinstance(claim, str) else (claim.document, claim.surface, claim.sentence)
    about = _about(claim if isinstance(claim, str) else claim.id, *words)
    with store.reading() as db:
        rows = db.execute(f"SELECT * FROM corrections WHERE {_ABOUT} ORDER BY day, id", about).fetchall()
    return tuple(map(_correction, rows))


def all_corrections(store: Store) -> Iterator[Correction]:
    """Every correction, in order of recording."""
    with store.reading() as db:
        rows = db.execute("SELECT * FROM corrections ORDER BY id").fetchall()
    return map(_correction, rows)


def same_value(a: str | tuple[str, str], b: str | tuple[str, str]) -> bool:
    """Whether two values are one, however many zeros they are written with.

    >>> same_value("3.50", "3.5"), same_value("3", ("3", "4"))
    (True, False)
    """
    if isinstance(a, str) and isinstance(b, str):
        try:
            return Decimal(a) == Decimal(b)
        except InvalidOperation:
            return a == b
    return not isinstance(a, str) and not isinstance(b, str) and all(map(same_value, a, b))


def correction_hash(correction: Correction) -> str:
    """The fingerprint of a correction: SHA-256 over all it says but the moment of recording."""
    said = asdict(correction, filter=lambda field, _: field.name != "recorded_at")
    return sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _refuse_contradiction(db: sqlite3.Connection, new: Correction) -> None:
    about = _about(new.claim, new.document, new.surface, new.sentence)
    for row in db.execute(f"SELECT * FROM corrections WHERE {_ABOUT} AND day = :day", about | {"day": new.on}):
        old = _correction(row)
        if not same_value(old.value, new.value):
            raise LedgerError(
                f"{new.surface!r} ({new.claim}) was corrected to {_spoken(old.value)} on {new.on} already, not to {_spoken(new.value)}; "
                "give the day of the later correction."
            )


def _correction(row: sqlite3.Row) -> Correction:
    value = json.loads(row["value"])
    fields = {name: row[name] for name in ("claim", "document", "surface", "sentence", "reason", "source", "url", "recorded_at")}
    return Correction(**fields, value=value if isinstance(value, str) else tuple(value), on=row["day"])


def _about(claim: str, document: str | None, surface: str | None, sentence: str | None) -> dict[str, str | None]:
    named = {"claim": claim, "document": document, "surface": surface, "sentence": sentence}
    return {name: _stored(text) for name, text in named.items()}


def _stored(text: str | None) -> str | None:
    return None if text is None else storable(text)


def _spoken(value: str | tuple[str, str]) -> str:
    return value if isinstance(value, str) else " to ".join(value)

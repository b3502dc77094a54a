"""Words to series: which of a ledger's series does a text such as "Ukrainian troops killed" stand for?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from claimcheck.ledger.borne_out import points
from claimcheck.ledger.codec import decode
from claimcheck.ledger.question_parts import Part, parts_of, wordings
from claimcheck.ledger.store import Store
from claimcheck.ledger.versions import CURRENT
from claimcheck.model import Claim

Series = tuple[Claim, ...]

_SEEN = 96
"""Claims found by the words that are looked at, the newest first."""
_TRIED = 6
"""Claims whose series are looked up."""

_FOUND = f"""SELECT bodies.json FROM sentences JOIN claims ON claims.id = sentences.rowid JOIN bodies USING (id)
             WHERE sentences MATCH ? AND {CURRENT} ORDER BY sentences.rowid DESC LIMIT ?"""


def series_of(store: Store, text: str, history: Callable[[Claim], Series]) -> tuple[Series, ...]:
    """The series of which every part of the text is borne out, the best and longest first."""
    return _series(store, text, history, whole=True)


def nearest_to(store: Store, text: str, history: Callable[[Claim], Series]) -> tuple[Series, ...]:
    """The series of which most parts of the text are borne out, the best and longest first."""
    return _series(store, text, history, whole=False)


def _series(store: Store, text: str, history: Callable[[Claim], Series], whole: bool) -> tuple[Series, ...]:
    parts = parts_of(text)
    ranked: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in _found(store, parts):
        borne_out = points(parts, claim)
        if all(borne_out) or not whole:
            ranked[sum(borne_out)].append(claim)
    found: list[tuple[int, Series]] = []
    told: set[str] = set()
    for score in sorted(ranked, reverse=True):
        for claim in ranked[score]:
            if claim.id not in told and len(found) < _TRIED:
                series = history(claim)
                told |= {other.id for other in series}
                found.append((score, series))
    return _apart(series for _, series in sorted(found, key=lambda pair: (pair[0], len(pair[1])), reverse=True))


def _apart(found: Iterable[Series]) -> tuple[Series, ...]:
    """The series that tell of a claim that no better one does."""
    kept: list[Series] = []
    told: set[str] = set()
    for series in found:
        names = {claim.id for claim in series}
        if names - told:
            kept.append(series)
            told |= names
    return tuple(kept)


def _found(store: Store, parts: Iterable[Part]) -> list[Claim]:
    """Current claims that hold each part in some wording or, failing that, any part; the newest first."""
    asked = [f"({' OR '.join(each)})" for part in parts if (each := wordings(part))]
    if not asked:
        return []
    with store.reading() as db:
        found: list[Claim] = []
        for joint in (" AND ", " OR "):
            found += [decode(json) for (json,) in db.execute(_FOUND, (joint.join(asked), _SEEN))]
            if found:
                break
    return found

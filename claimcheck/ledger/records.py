"""What a ledger hands out besides claims: frozen values."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model import Claim


@frozen
class Added:
    """What one `add` did: articles new to the ledger, articles that changed, articles it held already, and claims written."""

    documents: int = 0
    changed: int = 0
    unchanged: int = 0
    claims: int = 0


@frozen
class Version:
    """One article as it was read once. `number` counts from 1; the highest is the current one.

    `recorded_at` is the moment of recording (ISO 8601, UTC) or the day given instead. `hash` covers the claims, the moment, what the
    article is known by and the hash of the version before, `parent`, so that a version cannot be altered, dropped or moved unseen.
    """

    document: str
    number: int
    recorded_at: str
    claims: tuple[Claim, ...]
    parent: str | None
    hash: str


@frozen
class Article:
    """One article as it stands in the ledger: its headline and day, how many figures its current version holds, and how many versions."""

    document: str
    headline: str | None
    published: str | None
    claims: int
    versions: int


@frozen
class Related:
    """An article that most likely tells of the same event: `likeness` is the share of the telling words that it holds too, between 0 and 1,
    each weighed by how rare it is; `shared` are the rarest of them.
    """

    document: str
    headline: str | None
    published: str | None
    likeness: float
    shared: tuple[str, ...]


@frozen
class Correction:
    """What a recorded figure should have been: the claim (its id, article and words), the right value and why.

    `on` is the day of the correction, `recorded_at` the moment it entered the ledger.
    """

    claim: str
    document: str | None
    surface: str
    sentence: str
    value: str | tuple[str, str]
    reason: str
    source: str | None
    url: str | None
    on: str
    recorded_at: str


@frozen
class Problem:
    """Something `verify` found. `kind` is damage, hash, orphan, future or contradiction; `message` is one sentence."""

    kind: str
    message: str
    document: str | None = None
    claim: str | None = None

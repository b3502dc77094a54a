"""Claims as the JSON text a ledger keeps, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256

from claimcheck.model import Claim
from claimcheck.serial import claim_from_json, to_json

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def encode(claim: Claim) -> str:
    """A claim as JSON text. Half of a surrogate pair, which no file can hold, becomes a question mark."""
    return storable(_encode(to_json(claim)))


@lru_cache(maxsize=8192)
def decode(text: str) -> Claim:
    """The claim of a JSON text; rows of a ledger never change, so recent ones are remembered."""
    return claim_from_json(json.loads(text))


def storable(text: str) -> str:
    """The text as SQLite and every export can hold it: valid Unicode without NUL.

    >>> storable("draft\\udce9.md")
    'draft?.md'
    """
    if "\0" in text:
        text = text.replace("\0", "?")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def version_hash(parent: str | None, recorded_at: str, claims: Iterable[str]) -> str:
    """The fingerprint of a version: SHA-256 over the version before, the moment of recording and every claim's JSON."""
    digest = sha256(f"{parent or ''}\n{recorded_at}\n".encode())
    for text in claims:
        digest.update(text.encode())
        digest.update(b"\n")
    return digest.hexdigest()

"""Claims as the JSON text a ledger keeps, and back."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from operator import attrgetter
from typing import Any

from attrs import NOTHING, fields

from claimcheck.errors import LedgerError
from claimcheck.model import Attribution, Claim, Interval, Link, Period
from claimcheck.serial import claim_from_json

_NAMES = tuple(field.name for field in fields(Claim))
_REQUIRED = dict.fromkeys(field.name for field in fields(Claim) if field.default is NOTHING)
_PARTS = {part: tuple(field.name for field in fields(part)) for part in (Interval, Period, Attribution, Link)}


def _of_part(part: Interval | Period | Attribution | Link) -> dict[str, Any]:
    return {name: getattr(part, name) for name in _PARTS[type(part)]}


_values = attrgetter(*_NAMES)
_json = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"), default=_of_part).encode


def encode(claim: Claim) -> str:
    """A claim as JSON text, as claimcheck.serial writes it but without the keys that hold nothing.

    Half of a surrogate pair, which no file can hold, becomes a question mark.
    """
    named = zip(_NAMES, _values(claim), strict=True)
    return storable(_json({name: value for name, value in named if value is not None}))


def encode_fields(data: dict[str, Any]) -> str:
    """The same for the fields of a claim that came as JSON."""
    return storable(_json({key: value for key, value in data.items() if value is not None}))


def read(text: str) -> Claim:
    """The claim of a JSON text from outside, every value checked.

    Raises InputError for a value that no claim can have.
    """
    return claim_from_json(_REQUIRED | json.loads(text))


@lru_cache(maxsize=8192)
def decode(text: str) -> Claim:
    """The claim of a JSON text that a ledger wrote, a third as costly as `read`; recent ones are remembered, for rows never change.

    Raises LedgerError for a text that no ledger wrote.
    """
    try:
        return _claim(json.loads(text))
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise LedgerError(f"A claim in the ledger is damaged ({text[:40]}...); `claimcheck ledger verify` names its article.") from error


def _claim(data: dict[str, Any]) -> Claim:
    data["span"], data["number_span"], data["sentence_span"] = tuple(data["span"]), tuple(data["number_span"]), tuple(data["sentence_span"])
    if type(data["value"]) is list:
        data["value"] = tuple(data["value"])
    if "bounds" in data:
        data["bounds"] = Interval(**data["bounds"])
    if "period" in data:
        data["period"] = Period(**data["period"])
    if "attribution" in data:
        data["attribution"] = Attribution(**data["attribution"])
    data["links"] = tuple([Link(**link) for link in data["links"]])
    data["inherited"], data["cast"] = tuple(data["inherited"]), tuple(data.get("cast", ()))
    values: Any = map(data.get, _NAMES)
    return Claim(*values)


def storable(text: str) -> str:
    """The text as SQLite and every export can hold it: valid Unicode without NUL.

    >>> storable("draft\\udce9.md")
    'draft?.md'
    """
    if "\0" in text:
        text = text.replace("\0", "?")
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def version_hash(parent: str | None, recorded_at: str, profile: Iterable[str | None], claims: Iterable[str]) -> str:
    """The fingerprint of a version: SHA-256 over the version before, the moment, what the article is known by and every claim's JSON."""
    digest = sha256(f"{parent or ''}\n{recorded_at}\n{_json(tuple(profile))}\n".encode())
    for text in claims:
        digest.update(text.encode())
        digest.update(b"\n")
    return digest.hexdigest()

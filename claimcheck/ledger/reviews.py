"""Fact checks as others publish them: ClaimReview JSON-LD (https://schema.org/ClaimReview) to claims."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve

from claimcheck import days
from claimcheck.errors import InputError
from claimcheck.model import Attribution, Claim
from claimcheck.reading import extract

_HOLDERS = ("@graph", "dataFeedElement", "item", "itemListElement", "mainEntity")
"""Keys under which JSON-LD documents and data feeds keep their reviews."""

Json = dict[str, Any]


def claims_of_reviews(path: str | os.PathLike[str]) -> Iterator[Claim]:
    """The figures of every reviewed claim in a JSON-LD file, said by the claim's author on its day; the review's address is the document.

    Raises InputError for a file that cannot be read or holds no ClaimReview.
    """
    reviews = list(_reviews(_read(Path(path))))
    if not reviews:
        raise InputError(f"{path} holds no ClaimReview; name a file of ClaimReview JSON-LD.")
    for review in reviews:
        yield from _claims(review)


def _read(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise InputError(f"{path} cannot be read: {error.strerror}.") from error
    except (ValueError, RecursionError) as error:
        raise InputError(f"{path} is no JSON file: {error}.") from error


def _reviews(data: object) -> Iterator[Json]:
    """Every object of type ClaimReview, in order, however the file nests them."""
    waiting = [data]
    while waiting:
        node = waiting.pop()
        if isinstance(node, list):
            waiting.extend(reversed(node))
        elif isinstance(node, dict):
            if "ClaimReview" in _listed(node.get("@type")):
                yield node
            waiting.extend(node[key] for key in reversed(_HOLDERS) if key in node)


def _claims(review: Json) -> tuple[Claim, ...]:
    said = _first(review.get("itemReviewed"))
    text = _text(review.get("claimReviewed")) or _text(said.get("name"))
    day = _day(said.get("datePublished")) or _day(review.get("datePublished"))
    author, outlet = _text(_first(said.get("author")).get("name")), _text(_first(review.get("author")).get("name"))
    claims = extract(text or "", published=day, outlet=outlet, document=_text(review.get("url")))
    if author is None:
        return claims
    return tuple(evolve(claim, attribution=claim.attribution or Attribution(author, "claimReviewed")) for claim in claims)


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _first(value: object) -> Json:
    """The first object of a property that may hold one, several or none."""
    return next((node for node in _listed(value) if isinstance(node, dict)), {})


def _text(value: object) -> str | None:
    text = next((node for node in _listed(value) if isinstance(node, str)), "").strip()
    return text or None


def _day(value: object) -> str | None:
    try:
        return days.iso(_text(value))
    except InputError:
        return None

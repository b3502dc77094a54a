"""What fact-checkers found true or false, by Google's Fact Check Tools (https://developers.google.com/fact-check/tools/api/reference/rest/v1alpha1)."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from claimcheck.errors import InputError, SourceError
from claimcheck.model import Claim
from claimcheck.reading import extract
from claimcheck.references.packages import Resource
from claimcheck.references.sources.client import Answer, Client
from claimcheck.references.sources.protocol import resource

KEY = "CLAIMCHECK_FACTCHECK_KEY"
"""The environment variable that may hold the key."""
_TRUE = frozenset(("true", "correct", "accurate", "verified", "this is true", "that's true"))
_FALSE = frozenset(
    ("false", "incorrect", "wrong", "inaccurate", "untrue", "not true", "fake", "mostly false", "pants on fire", "fabricated", "fiction")
)
_PAGES = 5


@frozen
class FactChecks:
    """Claims that fact-checkers have rated (ClaimReview), found by words.

    The figures of what they rated true become rows, those of what they rated false rows with a rating (see the check reference-rating);
    all between is told in notes.

    `key` is the key Google gives out; without it that of the environment variable CLAIMCHECK_FACTCHECK_KEY. It is sent in a header, never
    written to the cache, shown or logged.
    """

    words: str
    key: str | None = field(default=None, repr=False)
    language: str = "en"
    address: str = "https://factchecktools.googleapis.com"

    def fetch(self, claims: Sequence[Claim], client: Client) -> Iterable[Resource]:
        """One table of figures. Raises InputError without a key, SourceError where the service refuses or answers nonsense."""
        key = self.key or os.environ.get(KEY)
        if not key:
            raise InputError(f"Google's fact-check search needs a key; give FactChecks(..., key=...) or set {KEY}.")
        records: list[dict[str, str | None]] = []
        notes: list[str] = []
        for reviewed, review, day in self._reviews(key, client):
            rating = str(review.get("textualRating") or "").strip()
            plain = rating.lower().rstrip(".!")
            if plain in _TRUE or plain in _FALSE:
                records += _records(reviewed, review, day, rating if plain in _FALSE else None)
            if plain not in _TRUE:
                notes.append(f"{reviewed.get('text')!s:.120} is rated {rating!r} by {_publisher(review)} ({review.get('url')}).")
        return (resource("Fact checks", records, notes),)

    def _reviews(self, key: str, client: Client) -> Iterator[tuple[Mapping[str, Any], Mapping[str, Any], str]]:
        """(claim, review, day of retrieval), page by page."""
        token = ""
        for _ in range(_PAGES):
            asked = {"query": self.words, "languageCode": self.language, "pageSize": "50"} | ({"pageToken": token} if token else {})
            answer = client.get(f"{self.address}/v1alpha1/claims:search", asked, {"X-Goog-Api-Key": key})
            given = _object(answer)
            for reviewed in filter(_is_object, given.get("claims") or ()):
                for review in filter(_is_object, reviewed.get("claimReview") or ()):
                    yield reviewed, review, str(answer.day)
            token = str(given.get("nextPageToken") or "")
            if not token:
                return


def _object(answer: Answer) -> dict[str, Any]:
    given = answer.json()
    if not isinstance(given, dict) or not isinstance(given.get("claims", []), list):
        raise SourceError(f"{answer.url} does not answer as the fact-check search documents; has its API changed?")
    return given


def _is_object(value: object) -> bool:
    return isinstance(value, dict)


def _records(reviewed: Mapping[str, Any], review: Mapping[str, Any], day: str, rating: str | None) -> list[dict[str, str | None]]:
    """A row for each figure of a claim that was rated true, or false with its `rating`, as its words say it."""
    text, said = str(reviewed.get("text") or ""), str(reviewed.get("claimDate") or review.get("reviewDate") or "")[:10]
    return [
        {
            "entity": claim.entity or claim.place,
            "place": claim.place,
            "measure": claim.measure or claim.noun,
            "value": claim.value,
            "unit": claim.unit,
            "as_of": claim.as_of,
            "source": _publisher(review) + ("" if rating else f", rated {review.get('textualRating')}"),
            "url": str(review.get("url") or ""),
            "note": f"retrieved {day}",
            "rating": rating,
        }
        for claim in extract(text, said or None)
        if isinstance(claim.value, str)
        and claim.kind not in ("date", "year")
        and (claim.entity or claim.place)
        and (claim.measure or claim.noun)
    ]


def _publisher(review: Mapping[str, Any]) -> str:
    publisher = review.get("publisher")
    return (
        str(publisher.get("name") or publisher.get("site") or "an unnamed publisher")
        if isinstance(publisher, dict)
        else "an unnamed publisher"
    )

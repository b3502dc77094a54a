"""What one claim tells by itself is worked out once, however many other claims it is held against."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from claimcheck.model import Claim

_Told = TypeVar("_Told")
_MOST = 2048
"""Claims whose facts are remembered: several times those of a long article, or of one look-up in a ledger."""
_NOT_ASKED: Any = object()
_known: dict[int, tuple[Claim, dict[Any, Any]]] = {}


def fact(of_claim: Callable[[Claim], _Told]) -> Callable[[Claim], _Told]:
    """A function of one claim that remembers what it told of the last claims, by their identity: to hash one costs more than most facts.

    >>> asked = []
    >>> @fact
    ... def surface(claim):
    ...     asked.append(claim)
    ...     return claim.surface
    >>> from claimcheck.reading import extract
    >>> fires, = extract("There were 12 fires.")
    >>> surface(fires), surface(fires), len(asked)
    ('12 fires', '12 fires', 1)
    """

    @wraps(of_claim)
    def remembered(claim: Claim) -> _Told:
        held = _known.get(id(claim)) or _newly_known(claim)
        told: _Told = held[1].get(of_claim, _NOT_ASKED)
        if told is _NOT_ASKED:
            told = held[1][of_claim] = of_claim(claim)
        return told

    return remembered


def _newly_known(claim: Claim) -> tuple[Claim, dict[Any, Any]]:
    """A place for the facts of a claim, which holds the claim too, so that no other gets its identity."""
    if len(_known) >= _MOST:
        _known.clear()
    return _known.setdefault(id(claim), (claim, {}))

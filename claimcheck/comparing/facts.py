"""What one claim tells by itself is worked out once, however many other claims it is held against; so is what two claims tell together,
as long as the first one is held against no third.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from claimcheck.model import Claim

_Told = TypeVar("_Told")
_MOST = 2048
"""Claims whose facts are remembered: several times those of a long article, or of one look-up in a ledger."""
_NOT_ASKED: Any = object()
_known: dict[int, dict[Any, Any]] = {}


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
        facts = _known.get(id(claim)) or _newly_known(claim)
        told: _Told = facts.get(of_claim, _NOT_ASKED)
        if told is _NOT_ASKED:
            told = facts[of_claim] = of_claim(claim)
        return told

    return remembered


def _newly_known(claim: Claim) -> dict[Any, Any]:
    """A place for the facts of a claim, which holds the claim too, so that no other gets its identity."""
    if len(_known) >= _MOST:
        _known.clear()
    return _known.setdefault(id(claim), {None: claim})


def fact_of_two(of_claims: Callable[[Claim, Claim], _Told]) -> Callable[[Claim, Claim], _Told]:
    """A function of two claims that remembers what it told last of the first one, for many tests in a row ask it of the same two."""

    @wraps(of_claims)
    def remembered(a: Claim, b: Claim) -> _Told:
        facts = _known.get(id(a)) or _newly_known(a)
        last = facts.get(of_claims)
        if last is None or last[0] is not b:
            last = facts[of_claims] = b, of_claims(a, b)
        told: _Told = last[1]
        return told

    return remembered

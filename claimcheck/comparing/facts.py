"""What one claim tells by itself is worked out once, however many other claims it is held against."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from claimcheck.model import Claim

_Told = TypeVar("_Told")
_MOST = 2048
"""Claims whose facts are remembered: several times those of a long article, or of one look-up in a ledger."""


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
    told: dict[int, tuple[Claim, _Told]] = {}

    @wraps(of_claim)
    def remembered(claim: Claim) -> _Told:
        known = told.get(id(claim))
        if known is None:
            if len(told) >= _MOST:
                told.clear()
            known = told[id(claim)] = claim, of_claim(claim)
        return known[1]

    return remembered

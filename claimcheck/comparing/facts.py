"""What one claim tells by itself is worked out once, however many other claims it is held against."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from claimcheck.model import Claim

_Told = TypeVar("_Told")
_MOST = 2048
"""Claims whose facts are remembered: several times those of a long article, or of one look-up in a ledger."""


def fact(of_claim: Callable[[Claim], _Told]) -> Callable[[Claim], _Told]:
    """A function of one claim that remembers what it told of the last claims. For what costs more than a look into a dict.

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
    return lru_cache(maxsize=_MOST)(of_claim)

"""What capital letters tell."""

from __future__ import annotations

from claimcheck.reading.tokens import Tokens

_LOOKED_AT = 200
"""Tokens that settle whether a sentence is in title case; keeps the work per number constant in endless sentences."""


def headline(tokens: Tokens) -> bool:
    """Whether a sentence is set in title case, so that capitals tell nothing.

    >>> from claimcheck.reading.tokens import cut
    >>> headline(cut("Twelve Dead After Storm Hits Coast")), headline(cut("Twelve people died in Norfolk."))
    (True, False)
    """
    long = [index for index, word in enumerate(tokens.words[:_LOOKED_AT]) if len(word) > 3 and tokens.kinds[index] == "w"]
    return len(long) > 2 and sum(tokens.capital(index) for index in long) >= 0.8 * len(long)

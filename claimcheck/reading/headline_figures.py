"""Figures of a headline, which leaves out what the text says of them: they take it from the figure of the text that says them again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from attrs import evolve

from claimcheck.model import Claim

_ENDS = (".", "!", "?", "”", '"')
_Said = tuple[str | tuple[str, str], str]
"""Value and kind of a claim."""


def completed(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article in text order, those of the headline with the time and the entity of the same figures below.

    >>> from claimcheck.reading import extract
    >>> text = "Car sales up 4%" + chr(10) * 2 + "Torvia's carmakers sold 4% more cars in May, their federation said."
    >>> [(claim.period.start, claim.as_of) for claim in extract(text, published="2026-06-08")]
    [('2026-05-01', '2026-05-31'), ('2026-05-01', '2026-05-31')]
    """
    if len(claims) < 2:
        return list(claims)
    body = next((at for at, claim in enumerate(claims) if claim.sentence_span[0] > claims[0].sentence_span[0]), len(claims))
    if body == len(claims) or claims[0].sentence.rstrip().endswith(_ENDS):
        return list(claims)
    said: defaultdict[_Said, list[Claim]] = defaultdict(list)
    for claim in claims[body:]:
        said[claim.value, claim.kind].append(claim)
    return [*(_completed(claim, said.get((claim.value, claim.kind), ())) for claim in claims[:body]), *claims[body:]]


def _completed(claim: Claim, alike: Sequence[Claim]) -> Claim:
    """A claim of the headline with what the first of the figures alike that says it again tells more of it."""
    undated, unowned = claim.period is None and claim.as_of == claim.said_on, claim.entity is None
    if not (undated or unowned) or claim.kind in ("age", "year", "date"):
        return claim
    again = next((other for other in alike if _says_again(claim, other)), None)
    if again is None:
        return claim
    if undated and again.period is not None:
        claim = evolve(claim, period=again.period, as_of=again.as_of)
    if unowned and again.entity is not None:
        claim = evolve(claim, entity=again.entity, inherited=(*claim.inherited, "entity"))
    return claim


def _says_again(claim: Claim, other: Claim) -> bool:
    """Whether a claim of the same value and kind is of the same statistic, or may be: two digits or more seldom meet by chance."""
    telling = isinstance(claim.value, str) and len(claim.value.strip("0.")) > 1
    return claim.measure is None or claim.measure == other.measure or (telling and claim.counted in (None, other.counted))

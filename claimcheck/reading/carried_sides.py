"""Whose figures a sentence gives that does not say: the dead of the side, the seats of the party, that the sentence before spoke of."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from claimcheck.model import Claim

_SHARES_OF_PARTIES = ("seats", "votes", "vote share")
_SAME_PARTY = re.compile(
    r"[“\"]?(?:The (?:party|bloc|alliance|coalition|movement)|They|It|(?:Its|Her|His|Their) party)\b(?! (?:is|was|of|led) )"
)
_TOLLS = ("deaths", "injuries", "serious injuries", "missing", "casualties", "captured", "held")
_APART = 2
"""Characters between two sentences that follow one another, in a paragraph or across a break."""


def carried(claims: Sequence[Claim], sides: Sequence[str]) -> list[Claim]:
    """The claims of an article about a war of two sides, in text order; a toll of nobody is of those the one before it counts.

    >>> from claimcheck.reading import extract
    >>> text = (
    ...     "NOOR - Torvia has lost 900 soldiers in its war with Ostrana, the general staff in Noor said. Another 2,000 were wounded. "
    ...     "Torvia and Ostrana went to war in May 2023."
    ... )
    >>> [claim.entity for claim in extract(text, published="2026-02-05")][:2]
    ['Torvian forces', 'Torvian forces']
    """
    return _of_parties(_of_sides(claims) if len(sides) > 1 else claims)


def _of_sides(claims: Sequence[Claim]) -> list[Claim]:
    found: list[Claim] = []
    for claim in claims:
        before = next((earlier for earlier in reversed(found) if earlier.measure in _TOLLS), None)
        if before is not None and _is_of_nobody(claim) and _goes_on(claim, before):
            claim = evolve(claim, entity=before.entity, inherited=(*claim.inherited, "entity"))
        found.append(claim)
    return found


def _of_parties(claims: Sequence[Claim]) -> list[Claim]:
    """The claims, with the seats and votes of "the party" and "they" given to the party whose figures were told last."""
    found: list[Claim] = []
    party: str | None = None
    for claim in claims:
        if claim.measure in _SHARES_OF_PARTIES:
            if not _SAME_PARTY.match(claim.sentence):
                party = claim.entity if _is_owned(claim) else party
            elif party is not None and not (_is_owned(claim) and f" {claim.entity}" in claim.sentence):
                claim = evolve(claim, entity=party, inherited=tuple(dict.fromkeys((*claim.inherited, "entity"))))
        found.append(claim)
    return found


def _is_owned(claim: Claim) -> bool:
    """Whether the sentence of a figure says whose it is."""
    return claim.entity is not None and claim.entity != claim.place and "entity" not in claim.inherited


def _is_of_nobody(claim: Claim) -> bool:
    return claim.entity is None and claim.measure in _TOLLS and (claim.noun is None or claim.noun in ("people", "others"))


def _goes_on(claim: Claim, before: Claim) -> bool:
    """Whether a figure goes on where the one before it stopped: the next sentence, and nobody else who speaks."""
    if before.entity is None or claim.sentence_span[0] - before.sentence_span[1] > _APART:
        return False
    said = {figure.attribution.source for figure in (claim, before) if figure.attribution is not None}
    return len(said) < 2

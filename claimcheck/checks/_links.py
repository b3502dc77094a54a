"""The relations that the text states, from the side of a check."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.model import Claim


def parts(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Every figure that the text calls a part of another one, with its whole: "including 18 children", "18 of the 150"."""
    for role in ("part_of", "some_of"):
        for part, found in linked(case, role):
            yield part, found[role][0]


def linked(case: Case, *roles: str) -> Iterator[tuple[Claim, dict[str, list[Claim]]]]:
    """Every claim that has links of all these roles, with the claims they lead to by role."""
    by_id: dict[str, Claim] = {}
    for claim in case.claims:
        by_id.setdefault(claim.id, claim)
    for claim in case.claims:
        found: dict[str, list[Claim]] = {}
        for link in claim.links:
            other = by_id.get(link.claim)
            if link.role in roles and other is not None:
                found.setdefault(link.role, []).append(other)
        if len(found) == len(roles):
            yield claim, found

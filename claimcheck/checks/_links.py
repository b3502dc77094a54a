"""The relations that the text states, from the side of a check."""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.model import Claim


def parts(case: Case) -> Iterator[tuple[Claim, Claim]]:
    """Every figure that the text calls a part of another one, with its whole: "including 18 children", "18 of the 150".

    Without those whose whole may be the first figure of a list: "45 died, 30 on Monday and 15 on Tuesday, among them 20 women".
    """
    for role in ("part_of", "some_of"):
        for part, found in linked(case, role):
            if not _ends_a_list(case, found[role][0], part):
                yield part, found[role][0]


def _ends_a_list(case: Case, whole: Claim, part: Claim) -> bool:
    """Whether a whole is the last of parts that make an earlier figure of its sentence."""
    alike = (claim for claim in case.beside(whole) if claim.kind == whole.kind)
    first, *rest = [
        claim for claim in alike if claim.unit == whole.unit and claim.span <= whole.span and not isinstance(claim.value, tuple)
    ]
    return len(rest) > 1 and whole.span < part.span and middle(first) == sum(map(middle, rest))


def linked(case: Case, *roles: str) -> Iterator[tuple[Claim, dict[str, list[Claim]]]]:
    """Every claim that has links of all these roles, with the claims they lead to by role."""
    for claim in case.claims:
        found: dict[str, list[Claim]] = {}
        for link in claim.links:
            other = case.layout.by_id.get(link.claim)
            if link.role in roles and other is not None:
                found.setdefault(link.role, []).append(other)
        if len(found) == len(roles):
            yield claim, found

"""Is a part larger than what it is a part of?

What it asks. "18 of the 15 passengers", "20 people, including 30 children": a part, as the sentence states it, cannot
exceed its whole, whatever digits and hedges allow. Where a part points back ("of these", "of the hospitals"), every figure
before that it can mean must be the smaller one, and the finding is a warning.

Why it matters. One of the two was mistyped, or they belong to two different counts.

An example that speaks:

    Some 40 people were hurt, including 60 children.   -> inconsistent: 60 children cannot be a part of

An example that is silent:

    At least 40 people were hurt, including 20 children.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import bounds, middle
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._links import parts
from claimcheck.checks._pointing import befallen, wholes_meant
from claimcheck.comparing.what import measure
from claimcheck.model import Claim, Finding
from claimcheck.reading.relations.members import persons

_NAME = "part-larger-than-whole"
_LIST = 2
"""Figures of one unit from which a sentence lists all parts of a whole."""
_FAR = 10
"""How many times larger than what it points back at a part may be, before it is of something else."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every part that exceeds its whole."""
    told: set[str] = set()
    for part, whole in parts(case):
        told.add(part.id)
        if _exceeds(part, whole) and not _of_something_else(part, whole):
            yield inconsistent(_NAME, part, [whole], f"{part.surface} cannot be a part of {whole.surface}")
    for part in case.claims:
        wholes = wholes_meant(case, part) if part.id not in told and not _opens_list(case, part) else ()
        if wholes and all(_exceeds(part, other) for other in wholes):
            whole = max(wholes, key=middle)
            if not _of_something_else(part, whole):
                yield inconsistent(_NAME, part, [whole], f"{part.surface} cannot be a part of {whole.surface}", "warning")


def _of_something_else(part: Claim, whole: Claim) -> bool:
    """Whether a part is so much larger than what it points back at that it is of something else (the 114 saved "of those on board"), or
    what it counts only has to do with that: "the six meetings of the two teams"."""
    nouns = {part.counted, whole.counted} - {None}
    return middle(part) >= _FAR * middle(whole) or (len(nouns) > 1 and nouns.isdisjoint(persons()))


def _opens_list(case: Case, part: Claim) -> bool:
    """Whether further parts follow, whose sum `known-whole` looks at."""
    here = [claim for claim in case.beside(part) if claim.span >= part.span]
    return sum((claim.kind, claim.unit) == (part.kind, part.unit) for claim in here) > _LIST


def _exceeds(part: Claim, whole: Claim) -> bool:
    """Whether a part is larger than its whole; the injured that a list goes on to are no part of the dead."""
    if part.measure != whole.measure and {part.measure, whole.measure} <= befallen() and measure(part, whole).verdict == "clash":
        return False
    least, most = bounds(part).low, bounds(whole).high
    return least is not None and most is not None and Decimal(least) > Decimal(most)

"""Is a part larger than what it is a part of?

What it asks. "18 of the 15 passengers", "20 people, including 30 children": a part, as the sentence states it, cannot
exceed its whole, whatever digits and hedges allow.

Why it matters. One of the two was mistyped, or they belong to two different counts.

An example that speaks:

    Some 40 people were hurt, including 60 children.   -> inconsistent: 60 cannot be a part of 40

An example that is silent:

    At least 40 people were hurt, including 20 children.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from claimcheck.case import Case
from claimcheck.checks._figures import bounds
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._links import parts
from claimcheck.model import Finding

_NAME = "part-larger-than-whole"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every part that exceeds its whole."""
    for part, whole in parts(case):
        least, most = bounds(part).low, bounds(whole).high
        if least is not None and most is not None and Decimal(least) > Decimal(most):
            yield inconsistent(_NAME, part, [whole], f"{part.surface} cannot be a part of {whole.surface}")

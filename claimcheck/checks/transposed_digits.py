"""Have two digits of a repeated figure changed places?

What it asks. Where one quantity is stated twice (compare() says so, or the later figure takes the earlier one up) and
two neighbouring digits are swapped between the two, one of them was mistyped: 146 bridges, and further down "the 164
bridges". A headline that differs from its text is for `headline-and-body`.

Why it matters. The most common typing error in numbers, and spelling checkers cannot see it.

An example that speaks:

    The storm felled 2,721 trees. Owners of the 2,271 felled trees will be paid.   -> inconsistent

An example that is silent:

    The storm felled 2,721 trees. The gale of 1953 felled 2,271 trees.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._repeats import repeated
from claimcheck.model import Finding

_NAME = "transposed-digits"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every two figures of one quantity with two digits swapped."""
    for first, second in repeated(case, ("order",)):
        said = f"{first.surface} and then {second.surface} for what reads as one figure, with two digits swapped"
        yield inconsistent(_NAME, second, [first], said)

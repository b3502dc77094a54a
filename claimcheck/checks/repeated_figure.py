"""Does the article give one figure twice, with two values?

What it asks. "It felled 2,721 trees ... owners of the 2,724 felled trees": where two figures are one quantity
(compare() says so, or the later one takes the earlier one up with "the", "these", "all") and differ by one digit, a
digit lost or added, or by one to three, one of them was mistyped. A figure of two digits, a sum told as the whole one or a
percentage told as known is held against the one earlier figure that can be meant, as a warning. Figures that rose or were
revised, two speakers' figures and hedged ones are left alone.

Why it matters. The second mention is typed from memory.

An example that speaks:

    The storm felled 2,721 trees. Owners of the 2,724 felled trees will be paid.   -> inconsistent
    The flood trapped 41 miners overnight. The 47 miners were brought up on Sunday.   -> inconsistent: 47 miners as if known

An example that is silent:

    The storm felled 2,721 trees. Owners of the 1,300 trees on the coast will be paid.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._repeats import SHAPES, repeated
from claimcheck.checks._taken_up import alone, rates
from claimcheck.model import Finding

_NAME = "repeated-figure"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every two figures of one quantity that are nearly the same."""
    for first, second in repeated(case, ("digit", "length", "near")):
        said = f"{first.surface} and then {second.surface} for what reads as one figure"
        yield inconsistent(_NAME, second, [first], said)
    taken_up = (*alone(case), *rates(case))
    told = {span for pair in repeated(case, SHAPES) for span in (pair[0].span, pair[1].span)} if taken_up else set()
    for first, second in taken_up:
        if not {first.span, second.span} <= told:
            said = f"{first.surface}, and then {second.surface} as if known"
            yield inconsistent(_NAME, second, [first], said, "warning", "a reader takes these for one figure")

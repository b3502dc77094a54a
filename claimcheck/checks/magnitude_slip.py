"""Is a figure ten, a thousand or a million times what it was before?

What it asks. Where one quantity is stated twice with the same digits and another power of ten ("$6.8 million", "the
$6.8 billion"; 360 and 3,600; 57 km and 57 m), million was written for billion, metres for kilometres, or a zero was lost or added.
Two sums of money a thousandfold apart are also taken for one where their sentences name one thing, or a pronoun stands for it.

Why it matters. The words look alike and the factor is a thousand.

An example that speaks:

    The tunnel will cost $2.3 billion. Voters must first approve the $2.3 million tunnel.   -> inconsistent
    The ministry put the harbour at 640 million euros. A leaflet about the harbour spoke of 640 billion euros.   -> inconsistent

An example that is silent:

    The tunnel will cost $2.3 billion. The survey before it cost $2.3 million.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._figures import rounded
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._repeats import repeated
from claimcheck.checks._slips import factor
from claimcheck.model import Finding

_NAME = "magnitude-slip"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every two figures of one quantity with the same digits and another power of ten."""
    for first, second in repeated(case, ("power",)):
        said = f"{first.surface} and then {second.surface} for what reads as one figure, {rounded(factor(first, second))} times apart"
        yield inconsistent(_NAME, second, [first], said)

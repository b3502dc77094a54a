"""Do the parts make the total?

What it asks. Only where the sentence says that the parts are all there is: "64 passengers and a crew of 5, 69 people
in all", "nine guests, five men and four women", "of which 59 were sold and the remaining 32 were scrapped". Parts
behind "including" need not be all; they may not exceed the whole if nobody can belong to two of them, and must fill it
if together they leave nobody out (men and women of adults, for and against where nobody abstained).

Why it matters. A total and its parts often come from two sources, or one of them is updated and the other is not.

An example that speaks:

    The tram left with 64 passengers and a crew of 5, 79 people in all.   -> inconsistent: 64 and 5 make 69

An example that is silent:

    At least 50 climbers, including 12 women and six guides, were rescued.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import combinations

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, bounds, middle, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked, parts
from claimcheck.model import Claim, Finding
from claimcheck.reading import partitions

_NAME = "total-of-parts"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every total with its parts, and for every whole whose parts exceed it or fail to fill it."""
    for total, found in linked(case, "total_of"):
        yield _verdict(total, found["total_of"])
    for whole, group in _groups(case):
        if (
            _excludes(group)
            and _make(group) > middle(whole)
            and not intervals.agree(reduce(intervals.plus, map(bounds, group)), bounds(whole))
        ):
            yield inconsistent(_NAME, whole, group, _said(whole, group))
        elif partitions.complete([part.counted or "" for part in group]):
            yield _verdict(whole, group)


def _verdict(total: Claim, parts: Sequence[Claim]) -> Finding:
    said = _said(total, parts)
    if not intervals.agree(reduce(intervals.plus, map(bounds, parts)), bounds(total)):
        return inconsistent(_NAME, total, parts, said)
    whole, *made = as_one(total, *parts)
    if not intervals.agree(reduce(intervals.plus, made), whole):
        return inconsistent(_NAME, total, parts, said, "warning")
    return consistent(_NAME, total, parts, said, rounding=_make(parts) != middle(total))


def _said(total: Claim, parts: Sequence[Claim]) -> str:
    *most, last = [written(part) for part in parts]
    return f"{', '.join(most)} and {last} make {amount(_make(parts), total)}, the text says {total.surface}"


def _make(parts: Sequence[Claim]) -> Decimal:
    return sum(map(middle, parts), Decimal(0))


def _groups(case: Case) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Wholes of two or more parts that the text names as parts only."""
    groups: dict[str, tuple[Claim, list[Claim]]] = {}
    for part, whole in parts(case):
        groups.setdefault(whole.id, (whole, []))[1].append(part)
    return ((whole, group) for whole, group in groups.values() if len(group) > 1)


def _excludes(parts: Sequence[Claim]) -> bool:
    """Whether nobody can belong to two of the groups."""
    return all(partitions.disjoint(a.counted or "", b.counted or "") for a, b in combinations(parts, 2))

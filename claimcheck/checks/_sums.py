"""What the parts of a whole make, and whether that can be the whole."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce
from itertools import accumulate, combinations

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, middle, written
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.comparing.figures import are_exchanged
from claimcheck.model import Claim
from claimcheck.reading.relations.members import persons

_PAIR, _TEN, _HUNDRED = 2, 10, 100
_NEAR = 4
"""Figures before a list that may belong to its sum."""
_FEW = 7
"""Figures of a sentence of which every choice is tried."""


def make(group: Sequence[Claim]) -> Decimal:
    """What the parts make, as their middles have it."""
    return sum(map(middle, group), Decimal(0))


def agree(total: Claim, group: Sequence[Claim]) -> bool:
    """Whether the parts can make the total, within digits and hedges."""
    whole, *made = as_one(total, *group, counted=True)
    return intervals.agree(reduce(intervals.plus, made), whole)


def some_agree(total: Claim, group: Sequence[Claim]) -> bool:
    """Whether some of the parts alone make a number of people: "Of 71 killed, nine were children, 40 women and 31 men"."""
    people = total.counted is None or total.counted in persons()
    return people and any(agree(total, chosen) for size in range(_PAIR, len(group)) for chosen in combinations(group[:_FEW], size))


def said(total: Claim, group: Sequence[Claim]) -> str:
    """The sum in one line that a reporter can redo."""
    *most, last = [written(part) for part in group]
    return f"{', '.join(most)} and {last} make {amount(make(group), total)}, the text says {total.surface}"


def plainly(value: Decimal) -> str:
    """A number in all its digits: 190, not 1.9E+2.

    >>> plainly(Decimal("190.0"))
    '190'
    """
    return f"{value.normalize():f}"


def misses_by_a_slip(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the sum of the parts is the stated total with one digit changed, lost or added, or two swapped."""
    return differ_by_a_slip(plainly(make(group)), plainly(middle(whole)))


def are_swapped(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the sum of the parts has the digits of the stated total in another order."""
    return sorted(plainly(make(group))) == sorted(plainly(middle(whole))) and make(group) != middle(whole)


def has_swapped_part(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the parts make the total once two digits of one of them change places: 130 and 170 of 480 for 310 and 170."""
    for part in group:
        right = middle(whole) - make(group) + middle(part)
        if right >= (_HUNDRED if make(group) < middle(whole) else _TEN) and are_exchanged(plainly(right), plainly(middle(part)), _PAIR):
            return True
    return False


def read_otherwise(case: Case, total: Claim, group: Sequence[Claim]) -> bool:
    """Whether some of the parts make the total, other figures of the sentence do, or the parts with figures that stand before them."""
    if some_agree(total, group):
        return True
    nouns = {None, total.counted, *(part.counted for part in group)}
    alike = [
        claim
        for claim in case.layout.around(total)
        if claim.id != total.id and (claim.kind, claim.unit) == (total.kind, total.unit) and (nouns == {None} or claim.counted in nouns)
    ]
    here = [claim for claim in alike if claim.sentence_span == total.sentence_span][:_FEW]
    if len(here) > len(group) and any(agree(total, chosen) for size in range(2, len(here) + 1) for chosen in combinations(here, size)):
        return True
    before = [claim for claim in alike if claim.span < group[0].span and claim not in group][-_NEAR:]
    further = accumulate(([claim] for claim in reversed(before)), lambda so_far, claim: so_far + claim)
    return any(agree(total, [*group, *added]) for added in further)

"""Running totals told over some sentences: what there had been, what came on top, and what there is now.

"Rescuers found seven more bodies on Monday. With them the number of dead, 52 until then, rose to 59": the words make one figure the base
and one the total, and the only other figure of that noun in sight is the step.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from attrs import frozen

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._beside import role
from claimcheck.checks._display import body
from claimcheck.checks._figures import middle
from claimcheck.checks._levels_alike import is_level
from claimcheck.checks._pointing import befallen
from claimcheck.checks._sums import agree, make
from claimcheck.comparing.what import measure
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.reading.relations.members import ADDABLE, persons
from claimcheck.vocabulary import either

_SENTENCES, _MOST, _PAIR = 3, 6, 2
_NEAREST = Decimal("0.25")
"""By how much of itself a total misses its base and step at most; what misses by more is of something else."""
_PART = ("part_of", "some_of")
_ROLES = ("base", "step", "total")
_STOOD = re.compile(r"\W*(?:It|They|The (?:toll|number|total|count|figure|tally)) had ")
_GOES_DOWN = re.compile(rf"\b(?:{either('leaves a tally')})\b", re.IGNORECASE)


@frozen
class Tally:
    """What there had been, what came on top, and what there is said to be now."""

    base: Claim
    step: Claim
    total: Claim


def told(case: Case) -> tuple[Tally, ...]:
    """The running totals of an article that do not follow, and of which the words leave no other reading."""
    return case.once(_told)


def _told(case: Case) -> tuple[Tally, ...]:
    return tuple(_untrue(case))


def _untrue(case: Case) -> Iterator[Tally]:
    claims = Layout(tuple(claim for claim in body(case) if claim.kind in ADDABLE and is_level(claim) and claim.qualifier == "exact"))
    for total in claims.claims:
        if role(case, total, *_ROLES) == "total":
            found = _tally(case, total, claims)
            if found is not None and not agree(total, [found.base, found.step]):
                yield found


def _tally(case: Case, total: Claim, claims: Layout) -> Tally | None:
    told = [*claims.up_to(total.sentence_span, _SENTENCES), *_looking_back(case, total, claims)]
    near = [claim for claim in told if claim is not total and fit(claim, total)]
    smaller = [claim for claim in near if middle(claim) < middle(total)]
    if not 1 < len(near) <= _MOST or _GOES_DOWN.search(case.document.text, told[0].sentence_span[0], total.sentence_span[1]):
        return None
    if any(agree(total, chosen) for size in range(1, len(near) + 1) for chosen in combinations(near, size)):
        return None
    roles = {claim.id: role(case, claim, *_ROLES) for claim in smaller}
    bases = [claim for claim in smaller if roles[claim.id] == "base"]
    steps = [claim for claim in smaller if roles[claim.id] == "step"] or [claim for claim in smaller if roles[claim.id] != "base"]
    added = bases + steps
    if (
        not bases
        or len(added) != _PAIR
        or abs(make(added) - middle(total)) > _NEAREST * middle(total)
        or _skips_a_day(added[0], added[1], total)
    ):
        return None
    return Tally(added[0], added[1], total)


def _skips_a_day(base: Claim, step: Claim, total: Claim) -> bool:
    """Whether the base is of some days before the step, in which more may have been found: six on Monday, and 31 on Saturday."""
    if base.span < total.span or base.as_of is None or step.as_of is None:
        return False
    return (days.first_day(step.as_of) - days.last_day(base.as_of)).days > 1


def _looking_back(case: Case, total: Claim, claims: Layout) -> Sequence[Claim]:
    """The base, where the sentence right behind tells it: "bringing the toll to 17. It had stood at 14 on Saturday"."""
    after = claims.after(total)
    alone = len(after) == 1 and not case.document.text[total.sentence_span[1] : after[0].sentence_span[0]].strip()
    return after if alone and _STOOD.match(after[0].sentence) and role(case, after[0], "base") else ()


def fit(a: Claim, b: Claim) -> bool:
    """Whether two figures can be added: of one unit, of one noun or of people, of no two statistics."""
    if (a.kind, a.unit) != (b.kind, b.unit) and not (_is_bare(a) or _is_bare(b)):
        return False
    nouns = {noun for noun in (a.counted, b.counted) if noun is not None}
    if len(nouns) > 1 and not nouns <= persons():
        return False
    return {a.measure, b.measure} - befallen() != set() or measure(a, b).verdict != "clash"


def _is_bare(claim: Claim) -> bool:
    """Whether a number stands without a noun or unit of its own, and is no part of what others have named: "of which 60"."""
    return claim.kind == "count" and claim.span[1] == claim.number_span[1] and not any(link.role in _PART for link in claim.links)

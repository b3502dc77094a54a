"""Does a share or a multiple follow from the counts it is taken of?

What it asks. "14 of the 29, or 48 percent", "of 480 homes fewer than 160 have been sold, roughly a third", "doubled
from 400 to 800": the part over the whole must be able to be the share. A share in words ("a third", "twice") may be a
tenth off, as speakers use it; from a tenth to a quarter off it is a warning.

Why it matters. The counts are checked at the source, the percentage is worked out at the desk.

An example that speaks:

    The hail broke 63 of the 180 greenhouses it hit, or 53 percent.   -> inconsistent: 63 of 180 is 35 percent

An example that is silent:

    The hail broke 63 of the 180 greenhouses it hit, or 35 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import as_one, bounds, cut_off, middle, rounded, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Finding, Interval

_NAME = "ratio"
_MULTIPLES = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_THOSE = re.compile(r"\bof (?:those|these|them)\b")
_LOOSE, _FAR = Decimal("0.1"), Decimal("0.25")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every share with its part and whole, and for every multiple with its two values."""
    for share, found in linked(case, "share_of", "share_is"):
        part, whole = found["share_is"][0], found["share_of"][0]
        if middle(whole):
            yield _of_share(share, part, whole)
    for share, found in linked(case, "share_is"):
        part = found["share_is"][0]
        before = _whole_before(case, part) if not any(link.role == "share_of" for link in share.links) else None
        if before is not None:
            yield _of_share(share, part, before)
    for role, factor in _MULTIPLES.items():
        for new, found in linked(case, role):
            if middle(found[role][0]):
                yield from _of_multiple(new, found[role][0], role, factor)


def _whole_before(case: Case, part: Claim) -> Claim | None:
    """What "14 of those patients" are part of: the one larger count of people in the sentence before."""
    if not _THOSE.search(part.surface):
        return None
    earlier = [claim for claim in case.claims if claim.sentence_span[1] <= part.sentence_span[0]]
    last = max((claim.sentence_span for claim in earlier), default=None)
    wholes = [claim for claim in earlier if claim.sentence_span == last and claim.kind == "count" and middle(claim) >= middle(part)]
    return wholes[0] if len(wholes) == 1 else None


def _of_share(share: Claim, part: Claim, whole: Claim) -> Finding:
    in_percent = share.kind == "percent"
    right = middle(part) / middle(whole) * (100 if in_percent else 1)
    said = f"{written(part)} of {written(whole)} is {rounded(right)}{' percent' if in_percent else ''}, the text says {share.surface}"
    quotient = intervals.over(bounds(part), bounds(whole), share.kind)
    stated = intervals.scale(cut_off(share, bounds(share)), Decimal("0.01") if in_percent else Decimal(1), share.kind)
    count, out_of = as_one(part, whole)
    fine = intervals.scale(cut_off(share, as_one(share)[0]), Decimal("0.01"), share.kind)
    if in_percent and intervals.agree(quotient, stated) and not intervals.agree(intervals.over(count, out_of, share.kind), fine):
        return inconsistent(_NAME, share, [part, whole], said, "warning")
    if intervals.agree(quotient, stated if in_percent else _around(share, _LOOSE)):
        return consistent(
            _NAME, share, [part, whole], said, rounding=in_percent and abs(right - middle(share)) > intervals.place_value(middle(share))
        )
    mild = not in_percent and intervals.agree(quotient, _around(share, _FAR))
    return inconsistent(_NAME, share, [part, whole], said, "warning" if mild else "error")


def _around(share: Claim, spread: Decimal) -> Interval:
    """A share in words, as loosely as it is used; a hedge keeps its open end."""
    found = bounds(share)
    low = None if found.low is None else str(Decimal(found.low) * (1 - spread))
    high = None if found.high is None else str(Decimal(found.high) * (1 + spread))
    return Interval(low, high, share.kind)


def _of_multiple(new: Claim, old: Claim, role: str, factor: Decimal) -> Iterator[Finding]:
    said = f"from {old.surface} to {new.surface} is {rounded(middle(new) / middle(old))} times as many, the text says {role}"
    quotient = intervals.over(bounds(new), bounds(old), "dimensionless")
    near, far = (Interval(str(factor * (1 - spread)), str(factor * (1 + spread)), "dimensionless") for spread in (_LOOSE, _FAR))
    if intervals.agree(quotient, near):
        yield consistent(_NAME, new, [old], said, rounding=middle(new) != middle(old) * factor)
    else:
        yield inconsistent(_NAME, new, [old], said, "warning" if intervals.agree(quotient, far) else "error")

"""Does the percentage follow from the two values beside it?

What it asks. Where the text gives a rise or fall in per cent together with the old and the new value ("rose 25% from
400 to 500", "a drop of 8 percent from $75 million", "grew from 580 to 696, an increase of 20 percent"), the old value
changed by that percentage must be able to be the new one, within digits and hedges. Percentages between percentages are
`percent-or-point`'s. Where the new value stands in the sentence before or after, it is looked for there, and only
digits in the wrong order are reported.

Why it matters. The most common slip of sums in print; the reporter worked from the wrong base, or one of the three
figures was mistyped.

An example that speaks:

    Applications rose 22 percent from 2,960 in March to 3,404 in April.   -> inconsistent: 2,960 up 22 percent is 3,611

An example that is silent:

    Applications rose 15 percent from 2,960 in March to 3,404 in April.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, bounds, cut_off, digits, in_base, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._levels import level_before, of_another_time, pair_before
from claimcheck.checks._links import linked
from claimcheck.checks._slips import swaps
from claimcheck.model import Claim, Finding, Interval
from claimcheck.wording import number

_NAME = "percent-change"
_HUNDRED = Decimal(100)
_NOW = re.compile(r"\b(?:now|today|this (?:year|month|week|season))\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """A finding for every percentage of change with an old and a new value."""
    yield from _unfinished(case)
    yield from _through_ranges(case)
    yield from _across(case)
    yield from _told_after(case)
    for share, found in linked(case, "change_from", "change_to"):
        old, new = _alike(found["change_from"][0], found["change_to"][0])
        if share.kind != "percent" or old.kind == "percent" or isinstance(share.value, tuple) or isinstance(old.value, tuple):
            continue
        if of_another_time(old, new):
            continue
        sign = _sign(share, old, new)
        right = middle(old) * (1 + sign * middle(share) / _HUNDRED)
        said = _said(share, old, new, sign, right)
        if not intervals.agree(changed(bounds(old), cut_off(share, bounds(share)), sign), bounds(new)):
            yield inconsistent(_NAME, share, [old, new], said)
            continue
        start, end = as_one(old, new)
        if intervals.agree(changed(start, cut_off(share, bounds(share)), sign), end):
            yield consistent(_NAME, share, [old, new], said, rounding=abs(right - middle(new)) * 2 > intervals.place_value(middle(new)))
        else:
            yield inconsistent(_NAME, share, [old, new], said, "warning")


def _alike(old: Claim, new: Claim) -> tuple[Claim, Claim]:
    """Two levels in one unit, where one of them leaves out what it is per: "to 22 cents a share from 18 cents"."""
    if old.kind == new.kind or isinstance(new.value, tuple):
        return old, new
    found = intervals.of_value(middle(new), intervals.place_value(middle(new)), new.qualifier)
    alike = evolve(new, kind=old.kind, unit=old.unit)
    return old, evolve(alike, bounds=in_base(found, alike))


def _unfinished(case: Case) -> Iterator[Finding]:
    """A change whose new value the sentence leaves to its neighbours, where one of them has it with digits in another order."""
    places = {span: index for index, span in enumerate(dict.fromkeys(claim.sentence_span for claim in case.claims))}
    for share, found in linked(case, "change_from"):
        old = found["change_from"][0]
        if share.kind != "percent" or old.kind == "percent" or any(link.role == "change_to" for link in share.links):
            continue
        if share.change is None or isinstance(share.value, tuple) or isinstance(old.value, tuple):
            continue
        sign = _sign(share, old, old)
        right = middle(old) * (1 + sign * middle(share) / _HUNDRED)
        near = [
            c
            for c in case.claims
            if abs(places[c.sentence_span] - places[share.sentence_span]) <= 1 and c.unit == old.unit and c.id != old.id
        ]
        reached = changed(bounds(old), bounds(share), sign)
        swapped = [c for c in near if any(intervals.agree(reached, digits(evolve(c, value=value, bounds=None))) for value in swaps(c))]
        if len(swapped) == 1 and not any(intervals.agree(reached, bounds(c)) for c in near):
            yield inconsistent(_NAME, share, [old, swapped[0]], _said(share, old, swapped[0], sign, right))


def _across(case: Case) -> Iterator[Finding]:
    """A change to a level of now, held against the one such level of the sentence before: "It had 540 ... It now has 486, 10% less"."""
    for share, found in linked(case, "change_to"):
        new = found["change_to"][0]
        if share.kind != "percent" or share.change is None or isinstance(share.value, tuple) or not _NOW.search(share.sentence):
            continue
        if any(link.role == "change_from" for link in share.links) or new.kind == "percent" or isinstance(new.value, tuple):
            continue
        old = level_before(case, new)
        if old is not None:
            sign = _sign(share, old, new)
            right = middle(old) * (1 + sign * middle(share) / _HUNDRED)
            if not intervals.agree(changed(bounds(old), bounds(share), sign), bounds(new)):
                yield inconsistent(_NAME, share, [old, new], _said(share, old, new, sign, right), "warning")


def _told_after(case: Case) -> Iterator[Finding]:
    """A change told in a sentence of its own, of the one pair of levels right before: "... 319, up from 302. That is a rise of 35%"."""
    for share in case.claims:
        if share.kind != "percent" or share.change is None or share.links or isinstance(share.value, tuple):
            continue
        pair = pair_before(case, share)
        if pair is not None:
            old, new = pair
            sign = _sign(share, old, new)
            right = middle(old) * (1 + sign * middle(share) / _HUNDRED)
            if not intervals.agree(changed(bounds(old), cut_off(share, bounds(share)), sign), bounds(new)):
                yield inconsistent(_NAME, share, [old, new], _said(share, old, new, sign, right))


def _through_ranges(case: Case) -> Iterator[Finding]:
    """A change beside "from 2,200 to 1,210", which reads as one range: it runs upwards or downwards as the change does."""
    for share, found in linked(case, "change_over"):
        between = found["change_over"][0]
        if share.kind != "percent" or isinstance(share.value, tuple) or not isinstance(between.value, tuple) or between.kind == "percent":
            continue
        sign = _sign(share, share, share)
        ends = [evolve(between, value=value, qualifier="exact", bounds=None) for value in between.value]
        old, new = ends if sign > 0 else reversed(ends)
        if not intervals.agree(changed(digits(old), bounds(share), sign), digits(new)):
            right = middle(old) * (1 + sign * middle(share) / _HUNDRED)
            how = f"{number(str(old.value))} {'up' if sign > 0 else 'down'} {share.surface} is {rounded(right)}"
            yield inconsistent(_NAME, share, [between], f"{how}, the text says {number(str(new.value))}")


def _said(share: Claim, old: Claim, new: Claim, sign: int, right: Decimal) -> str:
    return f"{old.surface} {'up' if sign > 0 else 'down'} {share.surface} is {amount(right, new)}, the text says {new.surface}"


def _sign(share: Claim, old: Claim, new: Claim) -> int:
    """1 for a rise, -1 for a fall; where the text does not say, what the values show."""
    if share.change is not None:
        return 1 if share.change == "increase" else -1
    return 1 if middle(new) >= middle(old) else -1


def changed(old: Interval, share: Interval, sign: int) -> Interval:
    """What an old value becomes after a change of so many per cent."""
    hundred = Interval("100", "100", share.unit)
    grown = intervals.plus(hundred, share) if sign > 0 else intervals.minus(hundred, share)
    return intervals.times(old, intervals.scale(grown, Decimal("0.01"), "dimensionless"), old.unit)

"""Does the percentage follow from the two values beside it?

What it asks. Where the text gives a rise or fall in per cent together with the old and the new value ("rose 25% from
400 to 500", "a fall of 12 percent to 35 million euros from 40 million", "grew from 580 to 696, an increase of 20 percent"), the old value
changed by that percentage must be able to be the new one, within digits and hedges. Percentages between percentages are
`percent-or-point`'s. Where the new value stands in the sentence before or after, it is looked for there, and only
digits in the wrong order are reported. A level that another change of the sentence starts from or leads to is not this one's.

Why it matters. The most common slip of sums in print; the reporter worked from the wrong base, or one of the three
figures was mistyped.

An example that speaks:

    Applications rose 22 percent from 2,960 in March to 3,404 in April.   -> inconsistent: 2,960 up 22 percent is 3,611

An example that is silent:

    Applications rose 15 percent from 2,960 in March to 3,404 in April.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._changes import HUNDRED, Change, has_link, is_of_another, is_percentage, is_value
from claimcheck.checks._changes_near import across, before_levels, by_words, in_sight, told_after, unfinished
from claimcheck.checks._figures import amount, as_one, bounds, cut_off, ends, in_base, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._levels import of_another_time, takes_up
from claimcheck.checks._links import linked
from claimcheck.model import Claim, Finding

_NAME = "percent-change"


def check(case: Case) -> Iterator[Finding]:
    """A finding for every percentage of change with an old and a new value, one for each message."""
    told: set[tuple[str, str]] = set()
    for finding in _found(case):
        if (finding.claim.id, finding.message) not in told:
            told.add((finding.claim.id, finding.message))
            yield finding


def _found(case: Case) -> Iterator[Finding]:
    """The findings for changes that words join to their levels, then for those of levels near them."""
    yield from _in_one_sentence(case)
    for change in (*_through_ranges(case), *told_after(case)):
        if not change.holds() and not is_of_another(case, change):
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said)
        elif (has_link(change.share, "change_over") or takes_up(change.share)) and not change.holds_as_one():
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    yield from _by_steps(case)
    for change in across(case):
        if not change.holds() and not is_of_another(case, change) and not _leads_elsewhere(case, change):
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    for change in (*in_sight(case), *by_words(case), *before_levels(case)):
        if not _leads_elsewhere(case, change):
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    for change in unfinished(case):
        yield inconsistent(_NAME, change.share, [change.old, change.new], change.said)


def _leads_elsewhere(case: Case, change: Change) -> bool:
    """Whether another level of the article is what the percentage makes of the old one: 48.1 of "4.1% above this year's 46.2"."""
    reached = change.reached(bounds(change.old))
    ends_there = (
        level
        for level in case.layout.around(change.share)
        if is_value(level) and (level.kind, level.unit) == (change.old.kind, change.old.unit)
    )
    return any(level.id not in (change.old.id, change.new.id) and intervals.agree(reached, bounds(level)) for level in ends_there)


def _in_one_sentence(case: Case) -> Iterator[Finding]:
    """Changes between two levels that their own sentence gives; "6,000" beside "5,700" is not rounded to thousands, so a mild finding."""
    for share, found in linked(case, "change_from", "change_to"):
        change = Change(share, *_in_one_unit(found["change_from"][0], found["change_to"][0]))
        if not is_percentage(share) or not is_value(change.old) or of_another_time(change.old, change.new) or is_of_another(case, change):
            continue
        if not change.holds():
            yield inconsistent(_NAME, share, [change.old, change.new], change.said)
            continue
        start, end = as_one(change.old, change.new)
        if intervals.agree(change.reached(start), end):
            far = abs(change.right - middle(change.new)) * 2 > intervals.place_value(middle(change.new))
            yield consistent(_NAME, share, [change.old, change.new], change.said, rounding=far)
        else:
            yield inconsistent(_NAME, share, [change.old, change.new], change.said, "warning")


def _in_one_unit(old: Claim, new: Claim) -> tuple[Claim, Claim]:
    """Two levels in one unit, where one of them leaves out what it is per: "to 22 cents a share from 18 cents"."""
    if old.kind == new.kind or isinstance(new.value, tuple):
        return old, new
    found = intervals.of_value(middle(new), intervals.place_value(middle(new)), new.qualifier)
    alike = evolve(new, kind=old.kind, unit=old.unit)
    return old, evolve(alike, bounds=in_base(found, alike))


def _by_steps(case: Case) -> Iterator[Finding]:
    """A change in figures and in per cent with the new level: "rose by 120 euros to 2,520 euros, an increase of 5 percent"."""
    for share, found in linked(case, "change_by", "change_to"):
        step, new = found["change_by"][0], found["change_to"][0]
        if not is_percentage(share) or isinstance(step.value, tuple) or not is_value(new):
            continue
        start = middle(new) - middle(step) if step.change == "increase" else middle(new) + middle(step)
        moved, stands = as_one(step, new)
        old = intervals.minus(stands, moved) if step.change == "increase" else intervals.plus(stands, moved)
        if old.low is None or Decimal(old.low) <= 0:
            continue
        said = f"{step.surface} is {rounded(middle(step) / start * HUNDRED)} percent of {amount(start, new)}, the text says {share.surface}"
        stated = intervals.scale(cut_off(share, bounds(share)), Decimal("0.01"), "percent")
        if not intervals.agree(intervals.over(moved, old, "percent"), stated):
            yield inconsistent(_NAME, share, [step, new], said)


def _through_ranges(case: Case) -> Iterator[Change]:
    """A change beside "from 2,200 to 1,210", which reads as one range: it runs upwards or downwards as the change does."""
    for share, found in linked(case, "change_over"):
        between = found["change_over"][0]
        if is_percentage(share) and isinstance(between.value, tuple) and between.kind != "percent":
            low, high = ends(between)
            yield Change(share, high, low) if share.change == "decrease" else Change(share, low, high)

"""Is the change between two percentages in per cent or in percentage points?

What it asks. From 41 to 44 percent is a gain of 3 percentage points, or of 7.3 percent. Where the text gives the
two percentages and their difference, the difference must follow; one that is called per cent and is right in points is
reported as such, mildly.

Why it matters. Readers take "a gain of 3 percent" for next to nothing, and "fell 10 percent" for a tenth.

An example that speaks:

    Turnout climbed from 41 percent to 44 percent, a gain of 3 percent.   -> inconsistent: 3 percentage points or 7.317 percent

An example that is silent:

    Turnout climbed from 41 percent to 44 percent, a gain of 3 percentage points.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import as_one, bounds, ends, in_base, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._told_points import is_called_gap, told_after
from claimcheck.model import Claim, Finding, Interval

_NAME = "percent-or-point"
_MOVED, _TWICE = ("from", "risen_from", "fallen_from"), 2
"""What a level is to one that its words say it moved from; a difference told of the two misses them by no more than half or twice."""
_LARGEST = 1000
"""Per cent; larger levels are amounts."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every stated difference of two percentages."""
    for change, *levels in told_after(case):
        yield from _mistaken(change, *levels)
    for change, old, new in _between_levels(case):
        if old.kind != "percent" or change.kind not in ("percent", "percentage_point") or isinstance(change.value, tuple):
            continue
        if max(middle(old), middle(new)) > _LARGEST:
            continue
        points, relative = _points(old, new), _relative(old, new)
        said = f"from {old.surface} to {new.surface} is {rounded(abs(middle(new) - middle(old)))} percentage points"
        in_points = _fits(points, change)
        if (change.kind == "percentage_point" and in_points) or (change.kind == "percent" and _fits(relative, change)):
            yield consistent(_NAME, change, [old, new], f"{said}, the text says {change.surface}")
        elif change.kind == "percent":
            percent = f" or {rounded(abs(middle(new) / middle(old) - 1) * 100)} percent" if middle(old) else ""
            yield inconsistent(
                _NAME, change, [old, new], f"{said}{percent}, the text says {change.surface}", "warning" if in_points else "error"
            )
        else:
            yield inconsistent(_NAME, change, [old, new], f"{said}, the text says {change.surface}")


def _between_levels(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """Every change with the levels from which and to which its sentence says it led: two figures, or a range of them."""
    for change, found in linked(case, "change_from", "change_to"):
        yield change, found["change_from"][0], found["change_to"][0]
    for change, found in linked(case, "change_over"):
        between = found["change_over"][0]
        if isinstance(between.value, tuple) and between.kind == "percent":
            low, high = ends(between)
            yield (change, high, low) if change.change == "decrease" else (change, low, high)


def _mistaken(change: Claim, one: Claim, other: Claim) -> Iterator[Finding]:
    """A difference told of two percentages that is right by the other name only, or in points but for a slip of one digit."""
    old, new = sorted((one, other), key=middle, reverse=change.change == "decrease")
    as_percent = change.kind == "percent"
    bare = evolve(
        change,
        kind="percent",
        unit="percent",
        counted=None,
        bounds=in_base(_digits(change), evolve(change, kind="percent", unit="percent")),
    )
    in_points, in_percent = _fits(_points(old, new), bare), _fits(_relative(old, new), bare)
    apart = abs(middle(new) - middle(old))
    if in_percent if as_percent else in_points:
        return
    said = f"from {old.surface} to {new.surface} is {rounded(apart)} percentage points or {rounded(apart / middle(old) * 100)} percent"
    told = any(link.role in _MOVED and link.claim == b.id for a, b in ((one, other), (other, one)) for link in a.links)
    missed = (told or is_called_gap(change)) and middle(bare) <= _TWICE * apart <= _TWICE * _TWICE * middle(bare)
    if in_points or in_percent or (not as_percent and (missed or slipped(apart, bare))):
        yield inconsistent(_NAME, change, [old, new], f"{said}, the text says {change.surface}", "warning" if in_points else "error")


def _digits(claim: Claim) -> intervals.Bounds:
    return intervals.of_value(middle(claim), intervals.place_value(middle(claim)), claim.qualifier)


def _points(old: Claim, new: Claim) -> Interval:
    """The difference in points, counted upwards."""
    high, low = as_one(*sorted((old, new), key=middle, reverse=True))
    return intervals.minus(high, low)


def _relative(old: Claim, new: Claim) -> Interval:
    """The difference as a percentage of the old value."""
    start, end = as_one(old, new)
    ratio = intervals.scale(intervals.over(end, start, "percent"), Decimal(100), "percent")
    hundred = Interval("100", "100", "percent")
    return intervals.minus(ratio, hundred) if middle(new) >= middle(old) else intervals.minus(hundred, ratio)


def _fits(difference: Interval, change: Claim) -> bool:
    stated = bounds(change)
    return intervals.agree(intervals.scale(difference, Decimal(1), stated.unit), stated)

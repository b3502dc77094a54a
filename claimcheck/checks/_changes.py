"""A percentage of change with the level it starts from and the one it leads to, and whether both are its own."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, bounds, cut_off, middle
from claimcheck.model import Claim, Interval

HUNDRED = Decimal(100)
_STARTS = re.compile(r"[^,.;:()–—]{0,60}\bfrom (?:about |around |nearly |almost |some |the |a )?")


@frozen
class Change:
    """A percentage with the level it started from and, where the text has it, the level it led to."""

    share: Claim
    old: Claim
    new: Claim

    @property
    def sign(self) -> int:
        """1 for a rise, -1 for a fall; where the text does not say, what the values show."""
        if self.share.change is not None:
            return 1 if self.share.change == "increase" else -1
        return 1 if middle(self.new) >= middle(self.old) else -1

    @property
    def right(self) -> Decimal:
        """The new level that the percentage makes of the old one."""
        return middle(self.old) * (1 + self.sign * middle(self.share) / HUNDRED)

    @property
    def said(self) -> str:
        """The computation in one line."""
        direction = "up" if self.sign > 0 else "down"
        return f"{self.old.surface} {direction} {self.share.surface} is {amount(self.right, self.new)}, the text says {self.new.surface}"

    def reached(self, old: Interval) -> Interval:
        """What the percentage can make of these bounds of the old level."""
        share = cut_off(self.share, bounds(self.share))
        hundred = Interval("100", "100", share.unit)
        grown = intervals.plus(hundred, share) if self.sign > 0 else intervals.minus(hundred, share)
        return intervals.times(old, intervals.scale(grown, Decimal("0.01"), "dimensionless"), old.unit)

    def holds(self) -> bool:
        """Whether the new level can be what the percentage makes of the old one."""
        return intervals.agree(self.reached(bounds(self.old)), bounds(self.new))

    def holds_as_one(self) -> bool:
        """The same where the zeros of one level count as far as the other one is written."""
        start, end = as_one(self.old, self.new)
        return intervals.agree(self.reached(start), end)


def is_of_another(case: Case, change: Change) -> bool:
    """Whether a level belongs to another change of the sentence: "rose 0.5% to $1.31, having fallen 2% from $1.33"."""
    share, text = change.share, case.document.text
    others = [c for c in case.beside(share) if is_percentage(c) and c.id != share.id]
    for other in others:
        if any(link.claim == change.new.id and link.role == "change_to" for link in other.links) and not has_link(share, "change_to"):
            return True
        for level in (change.old, change.new):
            between = min(share.span, level.span) < other.span < max(share.span, level.span)
            if between or (other.span < level.span and _STARTS.fullmatch(text[other.span[1] : level.span[0]])):
                return True
    return False


def is_percentage(share: Claim) -> bool:
    """Whether a figure is one percentage, no range of them."""
    return share.kind == "percent" and not isinstance(share.value, tuple)


def is_told(share: Claim) -> bool:
    """Whether a percentage is one of rising or falling by its own words."""
    return is_percentage(share) and share.change is not None


def is_value(claim: Claim) -> bool:
    """Whether a figure can be a level that a percentage changes; percentages of percentages are no matter of this check."""
    return claim.kind != "percent" and not isinstance(claim.value, tuple)


def has_link(share: Claim, role: str) -> bool:
    """Whether the words join a percentage to a figure in this role."""
    return any(link.role == role for link in share.links)

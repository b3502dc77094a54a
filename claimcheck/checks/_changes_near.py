"""Changes in per cent whose levels no words join to them: they stand near, before or behind, or in the next sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._changes import HUNDRED, Change, has_link, is_of_another, is_percentage, is_told, is_value
from claimcheck.checks._figures import bounds, digits, middle
from claimcheck.checks._gaps import announced, concluded
from claimcheck.checks._levels import level_before, pair_before, takes_up
from claimcheck.checks._levels_alike import are_levels, in_order
from claimcheck.checks._links import linked
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._sight import explained, of_whole, slip_in_sight
from claimcheck.checks._slips import swaps
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_TIMES = 4
"""How many times too large or too small a change drawn from two levels may be; what is further off is one of something else."""
_BASE = re.compile(r"[^.;,]{0,30}?\b(?:than|from|over|on|above|below|against|compared (?:with|to)) ([^.;,]+)")
_SIGHT = 60
_CALLED = re.compile(
    rf"\b(?:(?P<up>{either('names of a rise')})|{either('names of a fall')})(?: rate)?(?: (?:{either('sets a change equal')})|:)"
    r"(?: about| around| roughly| some| nearly)? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EARLIER = re.compile(
    rf"(?:in |at |for |that of )?(?:the |a |an |its |their )?(?:{either('opens an earlier time')})|before|it |they |(?:the )?[A-Z]"
)
_NOW = re.compile(r"\b(?:now|today|this (?:year|month|week|season))\b", re.IGNORECASE)


def unfinished(case: Case) -> Iterator[Change]:
    """A change whose new value the sentence leaves to its neighbours, where one of them has it with digits in another order."""
    for share, found in linked(case, "change_from"):
        old = found["change_from"][0]
        if not is_told(share) or not is_value(old) or has_link(share, "change_to"):
            continue
        reached = Change(share, old, old).reached(bounds(old))
        near = [c for c in (*case.layout.up_to(share.sentence_span, 2), *case.layout.after(share)) if c.unit == old.unit and c.id != old.id]
        swapped = [c for c in near if any(intervals.agree(reached, digits(evolve(c, value=value, bounds=None))) for value in swaps(c))]
        if len(swapped) == 1 and not any(intervals.agree(reached, bounds(c)) for c in near):
            change = Change(share, old, swapped[0])
            if not is_of_another(case, change):
                yield change


def across(case: Case) -> Iterator[Change]:
    """A change to a level of now, with the one such level of the sentence before: "It had 540 ... It now has 486, 10% less"."""
    for share, found in linked(case, "change_to"):
        new = found["change_to"][0]
        if not is_told(share) or not is_value(new) or has_link(share, "change_from") or not _NOW.search(share.sentence):
            continue
        old = level_before(case, new)
        if old is not None:
            yield Change(share, old, new)


def told_after(case: Case) -> Iterator[Change]:
    """A change told in a sentence of its own, of the one pair of levels right before: "... 319, up from 302. That is a rise of 35%"."""
    for share in case.claims:
        told = is_told(share) or (is_percentage(share) and takes_up(share))
        pair = pair_before(case, share) if told and not share.links else None
        rises = pair is not None and middle(pair[1]) > middle(pair[0])
        if pair is not None and share.change in (None, "increase" if rises else "decrease"):
            yield Change(share, *pair)


def in_sight(case: Case) -> Iterator[Change]:
    """A change that no words join to its levels, where the one pair of levels near it gives the percentage but for a slip."""
    for share in case.claims:
        if (
            not (is_told(share) or _rises(case, share))
            or (has_link(share, "change_from") and has_link(share, "change_to"))
            or has_link(share, "change_by")
        ):
            continue
        up = share.change == "increase" if share.change is not None else _rises(case, share) == "up"

        def right(low: Claim, high: Claim, rises: bool = up) -> Decimal:
            return of_whole(high, low) - HUNDRED if rises else HUNDRED - of_whole(low, high)

        pair = slip_in_sight(case, share, are_levels, right)
        if pair is not None:
            change = Change(share, *(pair if up else reversed(pair)))
            if not _is_over_another(case, change) and not is_of_another(case, change):
                yield change


def by_words(case: Case) -> Iterator[Change]:
    """A change that the words draw from the one pair of levels before it, and that the pair does not give by far."""
    for share, old, new in concluded(case):
        change = Change(share, old, new)
        right = abs(middle(new) / middle(old) - 1) * HUNDRED
        near = middle(share) < _TIMES * right < _TIMES * _TIMES * middle(share)
        if near and not change.holds_as_one() and not explained(case, share, in_order(old, new)):
            yield change


def before_levels(case: Case) -> Iterator[Change]:
    """A change whose levels the next sentence gives, and that it misses as a slip of the pen does."""
    for share, old, new in announced(case):
        right = abs(middle(new) / middle(old) - 1) * HUNDRED
        told = any(is_percentage(other) and round(middle(other)) == round(right) for other in case.layout.around(share))
        if slipped(right, share) and not told and not explained(case, share, in_order(old, new)):
            yield Change(share, old, new)


def _rises(case: Case, share: Claim) -> str | None:
    """Which way a percentage goes that is called one of change: "a growth rate of 15 percent", "the rise would be 20 percent"."""
    named = is_percentage(share) and _CALLED.search(case.document.text[max(0, share.span[0] - _SIGHT) : share.span[0]])
    return None if not named else "up" if named["up"] else "down"


def _is_over_another(case: Case, change: Change) -> bool:
    """Whether the words behind a percentage name another base than the old level: "20 percent less than in 2020", "2% over inflation"."""
    base = _BASE.match(case.document.text, change.share.span[1])
    if base is None or any(sign.isdigit() and change.old.sentence_span == change.share.sentence_span for sign in base[1]):
        return False
    years = _YEAR.findall(base[1])
    return change.old.as_of is None or change.old.as_of[:4] not in years if years else not _EARLIER.match(base[1])

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

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve, frozen

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, bounds, cut_off, digits, ends, in_base, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._gaps import announced, concluded
from claimcheck.checks._levels import level_before, of_another_time, pair_before, takes_up
from claimcheck.checks._levels_alike import are_levels
from claimcheck.checks._links import linked
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._sight import explained, of_whole, slip_in_sight
from claimcheck.checks._slips import swaps
from claimcheck.model import Claim, Finding, Interval

_NAME = "percent-change"
_HUNDRED = Decimal(100)
_TIMES = 4
"""How many times too large or too small a change drawn from two levels may be; what is further off is one of something else."""
_BASE = re.compile(r"[^.;,]{0,30}?\b(?:than|from|over|on|above|below|against|compared (?:with|to)) ([^.;,]+)")
_SIGHT = 60
_CALLED = re.compile(
    r"\b(?:(?P<up>growth|rise|increase|gain|jump|raise|surge)|fall|drop|decline|cut|decrease|reduction|loss)(?: rate)?"
    r"(?: of| is| was| would be| comes to| came to| amounts to| works out at|:)(?: about| around| roughly| some| nearly)? $",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EARLIER = re.compile(
    r"(?:in |at |for |that of )?(?:the |a |an |its |their )?(?:same |previous |last |prior |preceding |year|month|week|day|quarter|decade|"
    r"spring|summer|autumn|winter|season)|before|it |they |(?:the )?[A-Z]",
)
_STARTS = re.compile(r"[^,.;:()–—]{0,60}\bfrom (?:about |around |nearly |almost |some |the |a )?")
_NOW = re.compile(r"\b(?:now|today|this (?:year|month|week|season))\b", re.IGNORECASE)


@frozen
class _Change:
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
        return middle(self.old) * (1 + self.sign * middle(self.share) / _HUNDRED)

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
    for change in (*_through_ranges(case), *_told_after(case)):
        if not change.holds() and not _is_of_another(case, change):
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said)
        elif (_has(change.share, "change_over") or takes_up(change.share)) and not change.holds_as_one():
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    yield from _by_steps(case)
    for change in _across(case):
        if not change.holds() and not _is_of_another(case, change):
            yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    for change in (*_in_sight(case), *_concluded(case), *_announced(case)):
        yield inconsistent(_NAME, change.share, [change.old, change.new], change.said, "warning")
    for change in _unfinished(case):
        yield inconsistent(_NAME, change.share, [change.old, change.new], change.said)


def _in_one_sentence(case: Case) -> Iterator[Finding]:
    """Changes between two levels that their own sentence gives; "6,000" beside "5,700" is not rounded to thousands, so a mild finding."""
    for share, found in linked(case, "change_from", "change_to"):
        change = _Change(share, *_in_one_unit(found["change_from"][0], found["change_to"][0]))
        if (
            not _is_percentage(share)
            or not _is_level(change.old)
            or of_another_time(change.old, change.new)
            or _is_of_another(case, change)
        ):
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


def _unfinished(case: Case) -> Iterator[_Change]:
    """A change whose new value the sentence leaves to its neighbours, where one of them has it with digits in another order."""
    places = {span: index for index, span in enumerate(dict.fromkeys(claim.sentence_span for claim in case.claims))}
    for share, found in linked(case, "change_from"):
        old = found["change_from"][0]
        if not _is_told(share) or not _is_level(old) or _has(share, "change_to"):
            continue
        reached = _Change(share, old, old).reached(bounds(old))
        at = places[share.sentence_span]
        near = [c for c in case.claims if abs(places[c.sentence_span] - at) <= 1 and c.unit == old.unit and c.id != old.id]
        swapped = [c for c in near if any(intervals.agree(reached, digits(evolve(c, value=value, bounds=None))) for value in swaps(c))]
        if len(swapped) == 1 and not any(intervals.agree(reached, bounds(c)) for c in near):
            change = _Change(share, old, swapped[0])
            if not _is_of_another(case, change):
                yield change


def _by_steps(case: Case) -> Iterator[Finding]:
    """A change in figures and in per cent with the new level: "rose by 120 euros to 2,520 euros, an increase of 5 percent"."""
    for share, found in linked(case, "change_by", "change_to"):
        step, new = found["change_by"][0], found["change_to"][0]
        if not _is_percentage(share) or isinstance(step.value, tuple) or not _is_level(new):
            continue
        start = middle(new) - middle(step) if step.change == "increase" else middle(new) + middle(step)
        moved, stands = as_one(step, new)
        old = intervals.minus(stands, moved) if step.change == "increase" else intervals.plus(stands, moved)
        if old.low is None or Decimal(old.low) <= 0:
            continue
        said = (
            f"{step.surface} is {rounded(middle(step) / start * _HUNDRED)} percent of {amount(start, new)}, the text says {share.surface}"
        )
        stated = intervals.scale(cut_off(share, bounds(share)), Decimal("0.01"), "percent")
        if not intervals.agree(intervals.over(moved, old, "percent"), stated):
            yield inconsistent(_NAME, share, [step, new], said)


def _across(case: Case) -> Iterator[_Change]:
    """A change to a level of now, with the one such level of the sentence before: "It had 540 ... It now has 486, 10% less"."""
    for share, found in linked(case, "change_to"):
        new = found["change_to"][0]
        if not _is_told(share) or not _is_level(new) or _has(share, "change_from") or not _NOW.search(share.sentence):
            continue
        old = level_before(case, new)
        if old is not None:
            yield _Change(share, old, new)


def _told_after(case: Case) -> Iterator[_Change]:
    """A change told in a sentence of its own, of the one pair of levels right before: "... 319, up from 302. That is a rise of 35%"."""
    for share in case.claims:
        told = _is_told(share) or (_is_percentage(share) and takes_up(share))
        pair = pair_before(case, share) if told and not share.links else None
        rises = pair is not None and middle(pair[1]) > middle(pair[0])
        if pair is not None and share.change in (None, "increase" if rises else "decrease"):
            yield _Change(share, *pair)


def _in_sight(case: Case) -> Iterator[_Change]:
    """A change that no words join to its levels, where the one pair of levels near it gives the percentage but for a slip."""
    for share in case.claims:
        if (
            not (_is_told(share) or _rises(case, share))
            or (_has(share, "change_from") and _has(share, "change_to"))
            or _has(share, "change_by")
        ):
            continue
        up = share.change == "increase" if share.change is not None else _rises(case, share) == "up"

        def right(low: Claim, high: Claim, rises: bool = up) -> Decimal:
            return of_whole(high, low) - _HUNDRED if rises else _HUNDRED - of_whole(low, high)

        pair = slip_in_sight(case, share, are_levels, right)
        if pair is not None:
            change = _Change(share, *(pair if up else reversed(pair)))
            if not _is_over_another(case, change) and not _is_of_another(case, change):
                yield change


def _concluded(case: Case) -> Iterator[_Change]:
    """A change that the words draw from the one pair of levels before it, and that the pair does not give by far."""
    for share, old, new in concluded(case):
        change = _Change(share, old, new)
        right = abs(middle(new) / middle(old) - 1) * _HUNDRED
        near = middle(share) < _TIMES * right < _TIMES * _TIMES * middle(share)
        if near and not change.holds_as_one() and not explained(case, share, (min(old, new, key=middle), max(old, new, key=middle))):
            yield change


def _announced(case: Case) -> Iterator[_Change]:
    """A change whose levels the next sentence gives, and that it misses as a slip of the pen does."""
    for share, old, new in announced(case):
        right = abs(middle(new) / middle(old) - 1) * _HUNDRED
        told = any(_is_percentage(other) and round(middle(other)) == round(right) for other in case.claims)
        if slipped(right, share) and not told and not explained(case, share, (min(old, new, key=middle), max(old, new, key=middle))):
            yield _Change(share, old, new)


def _is_of_another(case: Case, change: _Change) -> bool:
    """Whether a level belongs to another change of the sentence: "rose 0.5% to $1.31, having fallen 2% from $1.33"."""
    share, text = change.share, case.document.text
    others = [c for c in case.claims if _is_percentage(c) and c.sentence_span == share.sentence_span and c.id != share.id]
    for other in others:
        if any(link.claim == change.new.id and link.role == "change_to" for link in other.links) and not _has(share, "change_to"):
            return True
        for level in (change.old, change.new):
            between = min(share.span, level.span) < other.span < max(share.span, level.span)
            if between or (other.span < level.span and _STARTS.fullmatch(text[other.span[1] : level.span[0]])):
                return True
    return False


def _rises(case: Case, share: Claim) -> str | None:
    """Which way a percentage goes that is called one of change: "a growth rate of 15 percent", "the rise would be 20 percent"."""
    named = _is_percentage(share) and _CALLED.search(case.document.text[max(0, share.span[0] - _SIGHT) : share.span[0]])
    return None if not named else "up" if named["up"] else "down"


def _is_over_another(case: Case, change: _Change) -> bool:
    """Whether the words behind a percentage name another base than the old level: "20 percent less than in 2020", "2% over inflation"."""
    base = _BASE.match(case.document.text, change.share.span[1])
    if base is None or any(sign.isdigit() and change.old.sentence_span == change.share.sentence_span for sign in base[1]):
        return False
    years = _YEAR.findall(base[1])
    return change.old.as_of is None or change.old.as_of[:4] not in years if years else not _EARLIER.match(base[1])


def _through_ranges(case: Case) -> Iterator[_Change]:
    """A change beside "from 2,200 to 1,210", which reads as one range: it runs upwards or downwards as the change does."""
    for share, found in linked(case, "change_over"):
        between = found["change_over"][0]
        if _is_percentage(share) and isinstance(between.value, tuple) and between.kind != "percent":
            low, high = ends(between)
            yield _Change(share, high, low) if share.change == "decrease" else _Change(share, low, high)


def _is_percentage(share: Claim) -> bool:
    return share.kind == "percent" and not isinstance(share.value, tuple)


def _is_told(share: Claim) -> bool:
    """Whether a percentage is one of rising or falling by its own words."""
    return _is_percentage(share) and share.change is not None


def _is_level(claim: Claim) -> bool:
    return claim.kind != "percent" and not isinstance(claim.value, tuple)


def _has(share: Claim, role: str) -> bool:
    return any(link.role == role for link in share.links)

"""Does an average or a rate fit the total and the number it was taken from?

What it asks. "12 million euros for 400 homes, or 30,000 euros each", "360 miles in 30 days, an average of 12 miles a
day", "at $15 a square metre, the 20,000 square metres cost $300,000": the average times the number must be able to be the
total, within digits and hedges. A rate told in passing of one whole year, month or week ("730 calls last year, about two a day") is held
against its days.

Why it matters. The division is done once, and the total is updated later.

An example that speaks:

    The state paid 12 million euros for 400 homes, or 40,000 euros each.   -> inconsistent: 400 times 40,000 euros each is 16 million euros

An example that is silent:

    The state paid 12 million euros for 400 homes, or 30,000 euros each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks import _handed_out as handed_out
from claimcheck.checks import _rates_over_time as rates_over_time
from claimcheck.checks._figures import ROUGHEST, ROUNDED_FROM, amount, middle, rounded
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._levels_alike import PLAIN
from claimcheck.checks._links import linked
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._products import PER_TWO, told
from claimcheck.checks._sums import plainly
from claimcheck.comparing.time import span
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import units
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import either

_NAME = "average-or-rate"
_VAGUE = ("approximate", "almost")
_OPEN = ("at_least", "more_than", "at_most", "less_than", "range")
_APPOSED = re.compile(rf", (?:(?:{either('before a rate set off by a comma')}) )*$|\b(?:{either('comes to a rate')})\b[^,.;]{{0,30}}$")
_ANOTHERS = re.compile(rf"\b(?:{either('tells of the rate of another')})\b[^,.;]*$")
_NOT_OF_ALL = re.compile(rf"(?: each| apiece)?,? (?:{either('behind a rate that is not of all')})\b")
"""What tells of another's rate, of a rate that is none of the whole, of a total that holds more."""
_AND_MORE = re.compile(
    r"\b(?:and|plus|with) (?:an? )?(?!(?:that|this|they|thus|hence|therefore|with)\b)[a-z]+,? (?:making|were|was|\d|£|€|\$)"
)
_EACH = (" each", " apiece")
_TIMES = ("year", "month", "week", "day")
_DAYS = {"day": Decimal(1), "week": Decimal(7), "month": Decimal(365) / 12}
"""The days of a calendar month are the twelfth part of a common year's."""
_WHOLE_PERIODS = (7, 28, 29, 30, 31, 365, 366)
_SLACK, _WORKING, _FEW, _TENTH = Decimal("0.2"), Decimal("1.6"), 20, Decimal("0.1")
"""By how much a rate in passing may be off, how much higher one of working days is (365 days have about 250 of them, and a tenth again),
and totals too small to be divided. Conventions of this project."""
_DRAWN = re.compile(rf", (?:(?:{either('before a rate drawn from a count')}) )*$")
_NOT_EVERY_DAY = re.compile(rf"\b(?:{either('not on every day')})\b", re.IGNORECASE)
_CLOSES = re.compile(r"(?: on average)?(?:[.,;)]|\Z)")
_PER = re.compile(r" (?:an?|per|each|for each|for every|for one) ([a-z]+)\b")
_MANY = re.compile(r"(\d+)(?: \w+)?")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every average that stands with its total and its number."""
    said: set[str] = set()
    for finding in _together(case):
        said.update((finding.claim.id, *(str(evidence.span) for evidence in finding.evidence)))
        yield finding
    for each, total, number in (*rates_over_time.told(case), *handed_out.told(case)):
        if said.isdisjoint((each.id, str(total.span))) and _misses_by_a_slip(each, total, number) and _is_of_all(case, each, total, number):
            yield from (found for found in _of_average(each, total, number, "warning") if found.verdict == "inconsistent")


def _together(case: Case) -> Iterator[Finding]:
    """The findings for averages that stand beside their total and their number, or are joined to them by words."""
    for each, found in linked(case, "average_of", "average_over"):
        if _is_of_all(case, each, found["average_of"][0], found["average_over"][0]):
            yield from _of_average(each, found["average_of"][0], found["average_over"][0])
    yield from _of_totals(case)
    yield from _of_periods(case)
    for each in (_per(case, claim) for claim in case.claims):
        if (
            (" / " in (each.unit or "") or each.surface.endswith(_EACH))
            and not each.links
            and each.change is None
            and each.qualifier in PLAIN
        ):
            pair = _in_sight(case, each)
            if pair is not None and _is_of_all(case, each, *pair):
                yield from _of_average(each, *pair, "warning")


def _of_totals(case: Case) -> Iterator[Finding]:
    """A finding for every total that its words say is so many times a rate."""
    taken = {claim.id for claim in case.claims for link in claim.links if link.role in ("average_of", "average_over")}
    for meant, possible in told(case):
        if meant is None or meant[0].id in taken or any(claim.qualifier not in PLAIN for claim in meant[:2]):
            continue
        found = [list(_of_average(each, total, number, "warning")) for each, total, number in possible]
        if _is_of_all(case, *meant) and all(len(one) == 1 and one[0].verdict == "inconsistent" for one in found):
            yield from _of_average(*meant, "warning")


def _is_of_all(case: Case, each: Claim, total: Claim, number: Claim) -> bool:
    """Whether words and hedges leave the average that of the whole total: not "up to 15 miles a day", not "54 each in calm seas"."""
    text, claims = case.document.text, sorted((each, total, number), key=lambda claim: claim.span)
    if _NOT_OF_ALL.search(each.surface) or _NOT_OF_ALL.match(text, claims[-1].span[1]) or any(claim.qualifier in _OPEN for claim in claims):
        return False
    return total is not claims[-1] or _AND_MORE.search(text, claims[-2].span[1], min(total.span[0] + 1, len(text))) is None


def _of_periods(case: Case) -> Iterator[Finding]:
    """A finding for every rate that ends a sentence on the count of one year, month or week: "730 calls last year, about two a day"."""
    for total, each in pairwise(claim for claim in case.claims if claim.kind not in ("date", "year")):
        head, _, time = (each.unit or "").partition(" / ")
        if head != "count" or time not in _DAYS or total.kind != "count" or total.period is None or each.links or total.links:
            continue
        if each.counted not in (None, total.counted) or any(claim.qualifier not in PLAIN for claim in (total, each)):
            continue
        if total.sentence_span != each.sentence_span or middle(total) < _FEW or _NOT_EVERY_DAY.search(total.sentence):
            continue
        length = span(total.period)
        drawn = _DRAWN.search(case.document.text, total.span[1], each.span[0]) and _CLOSES.match(case.document.text, each.span[1])
        if length is None or length not in _WHOLE_PERIODS or length <= _DAYS[time] or not drawn:
            continue
        right, stated = middle(total) * _DAYS[time] / length, middle(each)
        if not right * (1 - _SLACK) - 1 <= stated <= right * _WORKING + 1:
            said = f"{total.surface} in {length} days is {rounded(right.quantize(_TENTH))} a {time}, the text says {each.surface}"
            yield inconsistent(_NAME, each, [total], said, "warning")


def _per(case: Case, claim: Claim) -> Claim:
    """A sum as the rate that the words behind it make of it: "$300,000 a bus", "60,000 euros for every farm"."""
    plain = claim.kind == "money" and claim.change is None and not PER_TWO.match(case.document.text, claim.span[1])
    per = _PER.match(case.document.text, claim.span[1]) if plain else None
    nouns = {other.counted for other in case.beside(claim)}
    return evolve(claim, kind="rate", unit=f"{claim.unit} / {per[1]}") if per and per[1] in nouns else claim


def _of_average(each: Claim, total: Claim, number: Claim, severity: str = "error") -> Iterator[Finding]:
    over, unit = _in(number, _below(each)), _above(each)
    if unit == "count" and each.counted == total.unit:
        unit = total.unit or ""
    whole = _in(total, unit)
    if over is None or whole is None or any(isinstance(claim.value, tuple) for claim in (each, total, number)):
        return
    right = middle(each) * over
    said = f"{rounded(over)} times {each.surface} is {amount(right * middle(total) / whole, total)}, the text says {total.surface}"
    counted = number.kind == "count" and number.qualifier == "exact" and middle(number) < ROUNDED_FROM
    times = Interval(str(over), str(over), "") if counted else _around(number, over)
    made = intervals.times(_around(each, middle(each)), times, "")
    if intervals.agree(made, _around(total, whole)):
        yield consistent(_NAME, each, [total, number], said, rounding=right != whole)
    else:
        yield inconsistent(_NAME, each, [total, number], said, severity)


def _in_sight(case: Case, each: Claim) -> tuple[Claim, Claim] | None:
    """The one total and the one number near a rate that it can be worked out from, where it is so but for a slip.

    The rate stands behind both, as what they come to: "In 31 days 62,000 people crossed, 2,000 a day".
    """
    here = [claim for claim in case.beside(each) if claim.id != each.id]
    if any(claim.span > each.span or claim.links for claim in here):
        return None
    totals = [bare for claim in here if _is_total(bare := _without_time(claim, each), each)]
    numbers = [
        claim
        for claim in here
        if claim.id not in {total.id for total in totals} and not isinstance(claim.value, tuple) and _in(claim, _below(each))
    ]
    between = case.document.text[here[-1].span[1] : each.span[0]] if here else ""
    if len(totals) != 1 or len(numbers) != 1 or not _APPOSED.search(between) or _ANOTHERS.search(between):
        return None
    return (totals[0], numbers[0]) if _misses_by_a_slip(each, totals[0], numbers[0]) else None


def _misses_by_a_slip(each: Claim, total: Claim, number: Claim) -> bool:
    """Whether a rate, or the total, is the right one but for a slip of the pen or a zero."""
    over, whole = _in(number, _below(each)), _in(total, _above(each))
    if not over or whole is None:
        return False
    right, stated = whole / over, middle(each)
    near = differ_by_a_slip(plainly(_significant(right, stated)), plainly(stated))
    return near or differ_by_a_slip(plainly(stated * over), plainly(whole)) or right in (stated * 10, stated / 10)


def _without_time(claim: Claim, each: Claim) -> Claim:
    """A total that is one of a year, where the rate is not: "480,000 euros a year, or 40 euros per member"."""
    head, _, time = (claim.unit or "").partition(" / ")
    if time not in _TIMES or _below(each) == time or claim.kind != "rate":
        return claim
    return evolve(claim, unit=head, kind="money" if each.unit and head == _above(each) else claim.kind)


def _significant(right: Decimal, stated: Decimal) -> Decimal:
    """A number rounded to the place that another is written to."""
    place = min(intervals.place_value(stated), Decimal(10) ** (right.adjusted() - 1))
    return (right / place).quantize(Decimal(1)) * place


def _is_total(claim: Claim, each: Claim) -> bool:
    """Whether a figure is in the unit that a rate counts; of "30 per 100,000" it is whatever is counted."""
    if isinstance(claim.value, tuple) or claim.change is not None:
        return False
    if _above(each) == "count":
        return claim.kind == "count" and each.counted in (None, claim.counted) and claim.counted != _noun_below(each)
    return claim.kind != "count" and _in(claim, _above(each)) is not None


def _noun_below(each: Claim) -> str:
    return (_below(each) or "").rpartition(" ")[2]


def _above(each: Claim) -> str:
    """The unit that an average counts: the mile of "mile / day", the euro of "30,000 euros each"."""
    return (each.unit or "").partition(" / ")[0]


def _below(each: Claim) -> str | None:
    """What an average is taken over: the day of "mile / day"; None for "each"."""
    return (each.unit or "").partition(" / ")[2] or None


def _in(claim: Claim, unit: str | None) -> Decimal | None:
    """The value of a figure in a unit, None where it measures something else; a count is a number of whatever it counts.

    Of people it is so many hundred thousands, where a rate is per 100,000 of them.
    """
    many = _MANY.fullmatch(unit or "")
    if many and claim.kind == "count":
        return middle(claim) / Decimal(many[1])
    if claim.kind == "count" or (claim.unit is not None and claim.unit == unit):
        of_people = unit == "person" and claim.counted in persons()
        return middle(claim) if unit is None or claim.unit == unit or claim.counted in (unit, None) or of_people else None
    if unit is None or units.named(unit) is None or units.named(claim.unit or "") is None:
        return None
    one, other = units.named(claim.unit or ""), units.named(unit)
    return (
        units.convert(middle(claim), claim.unit or "", unit) if one and other and (one.kind, one.base) == (other.kind, other.base) else None
    )


def _around(claim: Claim, value: Decimal) -> Interval:
    """What the digits and the hedge of a figure allow of a value that was worked out from it."""
    stated = middle(claim)
    vague = claim.qualifier in _VAGUE
    place = min(intervals.place_value(stated), 2 * abs(stated) * ROUGHEST) * (value / stated if stated else 1)
    low, high, low_open, high_open = intervals.of_value(value, place, "approximate" if vague else "exact")
    return Interval(None if low is None else str(low), None if high is None else str(high), "", low_open, high_open)

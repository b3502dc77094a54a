"""Figures of an article as numbers to reckon with, and how a result is put to a reporter."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.model import Claim, Interval
from claimcheck.reading import units
from claimcheck.wording import number

_DIGITS = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")
_SIGNS = "$£€¥₹₩₽₴"
ROUNDED_FROM = 1000
"""Counts below are taken to be exact where they are items of a sum or what an average is taken over; a desk convention."""
ROUGHEST = Decimal("0.05")
"""How far a round number without a hedge may be rounded, of itself, where it is reckoned with: "4,000" is no 3,500; a desk convention."""
_ALMOST = Decimal("0.8")
"""How much of a number is still almost that number, where its parts are reckoned with; a desk convention."""
_HEDGES = ("at_least", "more_than", "at_most", "less_than", "almost")


def middle(claim: Claim) -> Decimal:
    """The number as stated, in its own unit; the middle of a range."""
    if isinstance(claim.value, tuple):
        return (Decimal(claim.value[0]) + Decimal(claim.value[1])) / 2
    return Decimal(claim.value)


def bounds(claim: Claim) -> Interval:
    """What digits and hedge of a figure allow, in its base unit; of counts the whole numbers among it, of "almost" nothing far below.

    >>> import claimcheck as cc
    >>> bounds(cc.extract("62,000 men left.")[0])
    Interval(low='61500', high='62499', unit='count', low_open=False, high_open=False)
    """
    found = claim.bounds or Interval(None, None, claim.unit or "")
    if claim.qualifier == "almost" and found.low is None and found.high is not None and Decimal(found.high) > 0:
        found = evolve(found, low=str(Decimal(found.high) * _ALMOST))
    return intervals.whole(found) if claim.kind == "count" else found


def as_one(*claims: Claim, counted: bool = False) -> tuple[Interval, ...]:
    """The bounds of figures that one statement sets side by side: zeros count where another one of them is written finer.

    `counted` says that they are the items of a sum: below a thousand, zeros then count in any case, as they do in percentages.

    Beside "5,700" the "6,000" of one sentence is not rounded to thousands; and no round number is rougher than `ROUGHEST` of itself.

    >>> import claimcheck as cc
    >>> as_one(*cc.extract("It fell from 6,000 tonnes to 5,700 tonnes."))[0].low
    '5950000'
    """
    places = [
        intervals.place_value(middle(claim)) for claim in claims if claim.unit == claims[0].unit and not isinstance(claim.value, tuple)
    ]
    finest = min(places, default=Decimal(1))
    if claims[0].kind == "percent" or (counted and all(claim.kind == "count" and middle(claim) < ROUNDED_FROM for claim in claims)):
        finest = min(finest, Decimal(1))
    return tuple(_finer(claim, finest) for claim in claims)


def _finer(claim: Claim, place: Decimal) -> Interval:
    value = middle(claim)
    if intervals.place_value(value) > 1:
        place = min(place, 2 * abs(value) * ROUGHEST)
    if claim.qualifier != "exact" or isinstance(claim.value, tuple) or intervals.place_value(value) <= place or claim.bounds is None:
        return bounds(claim)
    found = in_base(intervals.of_value(value, place, "exact"), claim)
    found = intervals.whole(found) if claim.kind == "count" else found
    return found if intervals.contains(bounds(claim), found) else bounds(claim)


def cut_off(share: Claim, found: Interval) -> Interval:
    """The bounds of a percentage, and what it would be with further digits that were dropped instead of rounded: 67.4 for 67.46.

    >>> import claimcheck as cc
    >>> share = cc.extract("Turnout was 67.4 percent.")[0]
    >>> cut_off(share, bounds(share)).high
    '67.5'
    """
    if share.qualifier != "exact" or found.high is None or isinstance(share.value, tuple):
        return found
    end = middle(share) + min(intervals.place_value(middle(share)), Decimal(1))
    return evolve(found, high=str(max(end, Decimal(found.high))), high_open=True)


def digits(claim: Claim) -> Interval:
    """What the digits alone allow, whatever "more than" or "up to" stands before them: a bracket repeats the number, not its hedge.

    >>> import claimcheck as cc
    >>> digits(cc.extract("More than 300 men left.")[0])
    Interval(low='270', high='330', unit='count', low_open=False, high_open=True)
    """
    if claim.qualifier not in _HEDGES and claim.bounds is not None:
        return claim.bounds
    value = middle(claim)
    hedge = "approximate" if claim.qualifier == "approximate" else "exact"
    return in_base(intervals.of_value(value, intervals.place_value(value), hedge), claim)


def ends(between: Claim) -> tuple[Claim, Claim]:
    """The two ends of a range as figures of their own, with what their digits allow; they stand where the range does.

    >>> import claimcheck as cc
    >>> [(end.surface, end.bounds.high) for end in ends(cc.extract("It has 1,210 to 2,200 boats.")[0])]
    [('1,210', '1215'), ('2,200', '2250')]
    """
    return _end(between, between.value[0]), _end(between, between.value[-1])


def _end(between: Claim, value: str) -> Claim:
    written = number(value)
    place = between.span[0], between.span[0] + len(written)
    bare = evolve(between, value=value, qualifier="exact", bounds=None, surface=written, number_span=place)
    return evolve(bare, bounds=digits(bare))


def in_base(found: intervals.Bounds, claim: Claim) -> Interval:
    """Bounds in the unit of a figure as an interval in the base unit of its kind."""
    low, high, low_open, high_open = found
    unit = claim.unit or ""
    if units.named(unit) is None:
        return Interval(_text(low), _text(high), unit, low_open, high_open)
    base = units.base_value(Decimal(0), unit)[1]
    ends = [None if end is None else units.base_value(end, unit)[0] for end in (low, high)]
    return Interval(_text(ends[0]), _text(ends[1]), base, low_open, high_open)


def _text(end: Decimal | None) -> str | None:
    return None if end is None else f"{end.normalize():f}"


def written(claim: Claim) -> str:
    """The number words of a figure."""
    start = claim.span[0]
    return claim.surface[claim.number_span[0] - start : claim.number_span[1] - start]


def amount(value: Decimal, like: Claim) -> str:
    """A computed value written the way a figure of the article is: its currency sign, scale word, decimals and unit.

    >>> import claimcheck as cc
    >>> amount(Decimal("483640000000"), cc.extract("It cost $438.6bn.")[0]), amount(Decimal("31.07"), cc.extract("It is 20 miles away.")[0])
    ('$483.6bn', '31 miles')
    """
    start, text = like.span[0], written(like)
    before = like.surface[: like.number_span[0] - start]
    unit = like.surface[like.number_span[1] - start :] if like.kind != "count" else ""
    sign = before[-1:] if before[-1:] in _SIGNS else ""
    return sign + _number(value, like, text) + unit


def _number(value: Decimal, like: Claim, text: str) -> str:
    found = _DIGITS.match(text)
    stated = Decimal(found.group().replace(",", "")) if found else Decimal(0)
    if found is None or isinstance(like.value, tuple) or not stated or not Decimal(like.value):
        return rounded(value)
    scaled = value * stated / abs(Decimal(like.value))
    shown = scaled.quantize(Decimal(1).scaleb(-len(found.group().partition(".")[2])))
    if abs(shown) < 1 and shown != scaled:
        return rounded(scaled) + text[found.end() :]
    return (f"{shown:,f}" if "," in text or abs(shown) >= 10000 else f"{shown:f}") + text[found.end() :]


def rounded(value: Decimal) -> str:
    """A computed value to four significant digits, whole numbers in full.

    >>> rounded(Decimal("28.5714")), rounded(Decimal("1234567"))
    ('28.57', '1,234,567')
    """
    if value == value.to_integral_value() or abs(value) >= 1000:
        return number(f"{value.to_integral_value():f}")
    places = max(0, 3 - value.adjusted())
    return number(f"{value.quantize(Decimal(1).scaleb(-min(places, 6))).normalize():f}")

"""Is the figure of the headline, the standfirst, a caption or the summary in the story?

What it asks. A figure of the title, or of a first line that is one, of the standfirst below it, of a caption (`<figcaption>`, the text of
an image, "Photo: ...") and of a summary in the front matter should be borne out by some figure of the body. Where none agrees, and a figure
of the same quantity (compare() says so; a headline has no time of its own) says something else, the two are reported; so is one that the
likeliest figure of the lead contradicts, be it a length of time, or that is the first sum of the story but for a slip of the pen. A
headline may add up what the lead tells one by one.

Why it matters. Headlines and captions are written last, by someone else, and read by everybody.

An example that speaks:

    400 bridges closed in Torvia

    Torvia closed 500 bridges on Sunday.   -> inconsistent: the headline has 400 bridges, the text 500 bridges

    Bridge shut for nine weeks

    The bridge at Ostra was shut for six weeks, the council said.   -> inconsistent: the headline has nine weeks, the text six weeks

An example that is silent:

    Nearly 500 bridges closed in Torvia

    Torvia closed 498 bridges on Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from attrs import evolve

from claimcheck import days, intervals
from claimcheck.case import Case
from claimcheck.checks._added_up import is_made_of
from claimcheck.checks._display import body, displayed
from claimcheck.checks._figures import cut_off, middle
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._likeliest import OPEN, doubt, is_its_rate, is_too_fine, missed
from claimcheck.checks._pointing import befallen
from claimcheck.checks._slips import shape
from claimcheck.comparing import cannot_both_be_right, compare, same_quantity
from claimcheck.comparing.evidence import NEVER
from claimcheck.comparing.figures import named
from claimcheck.comparing.take_up import set_apart, takes_up
from claimcheck.model import Claim, Finding, Interval
from claimcheck.vocabulary import either

_NAME = "headline-and-body"
_KINDS = ("count", "money", "percent", "percentage_point", "length", "area", "mass", "volume", "magnitude", "rate", "duration")
_WEEK = 7
_GROUP = re.compile(r"\b[Aa]mong (?!them\b)[A-Za-z]")
"""Words before the figure of a group: "among Hispanics 5.1%"."""
_DIFFERENCE = re.compile(rf"\d(?: (?:million|billion|thousand))? (?:{either('makes a number a difference')})\b")
"""A headline's difference is no level of the text: "300 fewer jobs"."""
_OWN = "\x1fheadline"
_FAR = Decimal("0.1")
"""By how much of itself a bound must miss another one to be another quantity's."""
_LEAST_DIGITS, _LEAST_COUNT, _LEAST_BEFALLEN = 3, 10, 3
"""Smaller counts in headlines are of parts, of other days and of other people too often."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure of headline, standfirst, caption or summary that the body contradicts and does not bear out."""
    told = body(case)
    for name, claims in displayed(case):
        for claim in filter(_tells, claims):
            if _DIFFERENCE.search(claim.surface) or any(_bears_out(other, claim) for other in told) or is_made_of(claim, told):
                continue
            against = [other for other in told if _contradicts(claim, other)] or missed(claim, told)
            if against and not _is_cut_off(claim, told, against):
                other = next((other for other in against if shape(claim, other)), against[0])
                first, second = (claim, other) if claim in case.claims else (other, claim)
                both = f"the {name} has {claim.surface}, the text {other.surface}"
                if _may_both_be_right(claim, other):
                    yield inconsistent(_NAME, first, [second], both, "warning", "a reader takes these for two counts")
                else:
                    yield inconsistent(_NAME, first, [second], both)


def _may_both_be_right(claim: Claim, other: Claim) -> bool:
    """Whether only an open hedge lets both stand: 21 killed, and "at least 19"."""
    return claim.bounds is not None and other.bounds is not None and intervals.agree(claim.bounds, other.bounds)


def _tells(claim: Claim) -> bool:
    least = _LEAST_BEFALLEN if claim.measure in befallen() else _LEAST_COUNT
    return claim.kind in _KINDS and (claim.kind != "count" or middle(claim) >= least)


def _bears_out(other: Claim, claim: Claim) -> bool:
    """Whether a figure of the body can be the headline's, whatever it is of; a bare number may be an age or a year as well."""
    if claim.kind == "count" and claim.counted is None and other.value == claim.value:
        return True
    return _agrees(other, claim, named(claim)) or is_its_rate(other, claim)


def _agrees(other: Claim, claim: Claim, meant: Interval | None) -> bool:
    one = named(other)
    if other.kind != claim.kind or one is None or meant is None or is_too_fine(claim, other) or _are_two_bounds(claim, other):
        return False
    return intervals.agree(one, meant)


def _is_cut_off(claim: Claim, told: Sequence[Claim], against: Sequence[Claim]) -> bool:
    """Whether the headline's figure is one of the body without its decimals ("25%" for 25.7), no less its quantity than the others."""
    meant = named(claim)
    if "." in str(claim.value) or meant is None:
        return False
    cut = [other for other in told if _agrees(other, claim, cut_off(claim, meant))]
    return bool(cut) and min(map(partial(doubt, claim), cut)) <= min(map(partial(doubt, claim), against))


def _are_two_bounds(claim: Claim, other: Claim) -> bool:
    """Whether each says only how much at least, of numbers far apart: "more than 2,400" is not borne out by "over 2,000 were hurt"."""
    if claim.qualifier not in OPEN or other.qualifier not in OPEN or claim.measure == other.measure:
        return False
    return abs(middle(claim) - middle(other)) > _FAR * middle(claim)


def _contradicts(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the body is the same quantity with another value; a headline is a text of its own as well."""
    if not _tells(other) or _GROUP.search(other.sentence[: other.span[0] - other.sentence_span[0]]):
        return False
    timed = evolve(claim, as_of=other.as_of, period=other.period) if _of_these_days(claim, other) else claim
    texts, slip = (timed, evolve(timed, document=_OWN)), shape(claim, other)
    if any(cannot_both_be_right(one, other) for one in texts):
        return True
    if slip == "order" and any(compare(one, other).label == "update" for one in texts):
        return True
    return slip is not None and (takes_up(claim, other) or takes_up(other, claim) or (slip == "order" and _is_unmistakable(timed, other)))


def _is_unmistakable(claim: Claim, other: Claim) -> bool:
    """Whether two figures of one noun with two of their three or more digits exchanged need no more words to be one."""
    digits = str(claim.value).replace(".", "").strip("0-")
    named = claim.counted == other.counted is not None or claim.kind != "count"
    return len(digits) >= _LEAST_DIGITS and named and same_quantity(claim, other).doubt < NEVER and not set_apart(claim, other)


def _of_these_days(claim: Claim, other: Claim) -> bool:
    """Whether a headline without a day of its own may speak of the day of a figure of the body: the week of publication."""
    if claim.as_of != claim.said_on or claim.as_of is None or other.as_of is None:
        return False
    return abs((days.last_day(claim.as_of) - days.last_day(other.as_of)).days) <= _WEEK

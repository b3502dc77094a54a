"""Is the figure of the headline in the story?

What it asks. A figure of the title, or of a first line that is one, should be borne out by some figure of the body.
Where none agrees, and a figure of the same quantity (compare() says so; a headline has no time of its own) says
something else, the two are reported.

Why it matters. Headlines are written last, by someone else, and read by everybody.

An example that speaks:

    400 bridges closed in Torvia

    Torvia closed 500 bridges on Sunday.   -> inconsistent: the headline has 400

An example that is silent:

    Nearly 500 bridges closed in Torvia

    Torvia closed 498 bridges on Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcheck import days, intervals
from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._headline import in_headline
from claimcheck.checks._slips import shape
from claimcheck.comparing import compare
from claimcheck.comparing.figures import named
from claimcheck.comparing.take_up import takes_up
from claimcheck.model import Claim, Finding
from claimcheck.reading import extract

_NAME = "headline-and-body"
_KINDS = ("count", "money", "percent", "percentage_point", "length", "area", "mass", "volume", "magnitude", "rate")
_WEEK = 7
_GROUP = re.compile(r"\b[Aa]mong (?!them\b)[A-Za-z]")
"""Words before the figure of a group: "among Hispanics 5.1%"."""
_LEAST_COUNT = 10
"""Smaller counts in headlines are of parts, of other days and of other people too often."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure of the headline that the body contradicts and does not bear out."""
    top, body = _headline(case), _body(case)
    for claim in top:
        if _tells(claim) and not any(_bears_out(other, claim) for other in body):
            against = [other for other in body if _contradicts(claim, other)]
            if against:
                other = next((other for other in against if shape(claim, other)), against[0])
                first, second = (claim, other) if claim in case.claims else (other, claim)
                yield inconsistent(_NAME, first, [second], f"the headline has {claim.surface}, the text {other.surface}")


def _tells(claim: Claim) -> bool:
    return claim.kind in _KINDS and (claim.kind != "count" or middle(claim) >= _LEAST_COUNT)


def _headline(case: Case) -> Sequence[Claim]:
    """The figures of the title, where it does not open the text, and those of a first line that is a headline."""
    document = case.document
    within = [claim for claim in case.claims if in_headline(case, claim)]
    if not document.title or document.text.lstrip().startswith(document.title.strip()):
        return within
    named = next((claim.document for claim in case.claims), None)
    return [*within, *extract(document.title, document.published, None, document.outlet, named)]


def _body(case: Case) -> Sequence[Claim]:
    return [claim for claim in case.claims if not in_headline(case, claim)]


def _bears_out(other: Claim, claim: Claim) -> bool:
    """Whether a figure of the body can be the headline's, whatever it is of."""
    one, another = named(other), named(claim)
    return other.kind == claim.kind and one is not None and another is not None and intervals.agree(one, another)


def _contradicts(claim: Claim, other: Claim) -> bool:
    if not _tells(other) or _GROUP.search(other.sentence[: other.span[0] - other.sentence_span[0]]):
        return False
    timed = evolve(claim, as_of=other.as_of, period=other.period) if _of_these_days(claim, other) else claim
    label, slip = compare(timed, other).label, shape(claim, other)
    return label == "conflict" or (label == "update" and slip == "order") or (slip is not None and takes_up(claim, other))


def _of_these_days(claim: Claim, other: Claim) -> bool:
    """Whether a headline without a day of its own may speak of the day of a figure of the body: the week of publication."""
    if claim.as_of != claim.said_on or claim.as_of is None or other.as_of is None:
        return False
    return abs((days.last_day(claim.as_of) - days.last_day(other.as_of)).days) <= _WEEK

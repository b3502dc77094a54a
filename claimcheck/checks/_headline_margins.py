"""The margin of a vote in a headline, held against the one vote that the body gives: "Assembly passes water bill by three votes" over
"voted by 76 to 72".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from claimcheck.case import Case
from claimcheck.checks._breakdowns import one_of
from claimcheck.checks._display import body, displayed
from claimcheck.checks._figures import middle
from claimcheck.checks._levels_alike import is_level
from claimcheck.comparing.names import shared, stems
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_BY = re.compile(r"\bby (?:just |only |a margin of |a majority of )?\Z", re.IGNORECASE)
_TO = re.compile(r"(?: votes?)?(?: to | against |[-–—]| in favou?r (?:and|to) )")
_NOT_HALF = re.compile(rf"\b(?:{either('asks for more than half')})\b", re.IGNORECASE)
_FAR = 2
"""How many times too large or too small a margin may be; what is further off is of another vote."""
_HAD = re.compile(r"\bhad (?:been )?[a-z]+ ")
_VOTE = re.compile(rf"\b(?:{one_of('vote')})\b", re.IGNORECASE)


def told(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The margins of headlines that the one pair of votes in the body does not give, each with the smaller and the larger side.

    >>> import claimcheck as cc
    >>> text = "Assembly passes bill by three votes\\n\\nThe assembly voted by 76 to 72 for the bill."
    >>> [[claim.surface for claim in found] for found in told(Case(cc.Document(text, text), tuple(cc.extract(text))))]
    [['three votes', '72', '76']]
    """
    margins = [claim for _, claims in displayed(case) for claim in claims if _is_margin(claim)]
    if not margins:
        return
    pairs = {(middle(a), middle(b)): (a, b) for a, b in pairwise(body(case)) if _are_sides(case, a, b)}
    for margin in margins if len(pairs) == 1 and not _NOT_HALF.search(case.document.text) else ():
        low, high = sorted(next(iter(pairs.values())), key=middle)
        apart = middle(high) - middle(low)
        if apart != middle(margin) and max(apart, middle(margin)) <= _FAR * min(apart, middle(margin)) and _are_of_one_vote(margin, low):
            yield margin, low, high


def _is_margin(claim: Claim) -> bool:
    """Whether a count of votes stands behind "by"."""
    before = claim.sentence[: claim.span[0] - claim.sentence_span[0]]
    plain = claim.kind == "count" and claim.qualifier == "exact" and not isinstance(claim.value, tuple)
    behind = claim.sentence[claim.span[1] - claim.sentence_span[0] :]
    return plain and claim.counted == "vote" and _BY.search(before) is not None and not claim.links and not _TO.match(behind)


def _are_of_one_vote(margin: Claim, side: Claim) -> bool:
    """Whether a headline shares a word with the sentence of a vote, which is not told as one before that of the headline."""
    before = side.sentence[: side.span[0] - side.sentence_span[0]]
    return not _HAD.search(before) and bool(shared(stems(margin.sentence), stems(side.sentence)) - {"vote"})


def _are_sides(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two counts of a sentence are the two sides of a vote."""
    counts = a.sentence_span == b.sentence_span and a.kind == b.kind == "count" and is_level(a) and is_level(b)
    joined = counts and _TO.fullmatch(case.document.text, a.span[1], b.span[0])
    return bool(joined) and _VOTE.search(a.sentence) is not None

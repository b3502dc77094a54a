"""A bare number that the next sentence gives for what was just counted, by another speaker or for another day.

"The managers say 108 people were on shift. The union insists 143 had clocked in": the second sentence names neither noun nor statistic,
for the reader knows them from the first.
"""

from __future__ import annotations

from claimcheck.comparing.answers import ahead, cue, one_article
from claimcheck.comparing.labels import is_old
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.whom import sources_differ
from claimcheck.model import TIMES, Claim

_SIGHT = 40
"""Characters before a figure in which the verb of an account belongs to it."""
_BEFORE_NUMBER = r"\b(?: [\w’']+){0,3} ?$"
_GAP = 2
"""Characters between two sentences that follow each other."""


def are_two_accounts(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is another speaker's, or another day's, for what the sentence right before it counts.

    >>> from claimcheck.reading import extract
    >>> managers, union = extract("The managers say 108 people were on shift. The union insists 143 had clocked in.", document="a")
    >>> are_two_accounts(managers, union)
    True
    """
    first, second = (a, b) if a.span <= b.span else (b, a)
    follows = 0 <= second.sentence_span[0] - first.sentence_span[1] <= _GAP
    if not (one_article(a, b) and follows and (a.kind, a.unit) == (b.kind, b.unit)) or not _is_bare(second):
        return False
    one, other = statistic(a), statistic(b)
    if one is not None and other is not None and one != other:
        return False
    told = cue("asides", "account", after=_BEFORE_NUMBER).search(ahead(second, _SIGHT)) is not None
    return told and (sources_differ(first, second) or is_old(second))


def _is_bare(claim: Claim) -> bool:
    """Whether a figure stands without a noun of its own."""
    return claim.kind not in TIMES and (claim.noun is None or claim.noun not in claim.surface)

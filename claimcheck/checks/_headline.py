"""Where the headline of an article stands in its text."""

from __future__ import annotations

from claimcheck.case import Case
from claimcheck.model import Claim

_LONGEST = 160
"""Characters; a first line that is longer, or ends in a full stop, is a paragraph."""


def end_of_headline(case: Case) -> int:
    """Where the first line ends, if it is a headline; else 0."""
    line, *more = case.document.text.split("\n", 1)
    return len(line) if more and len(line) <= _LONGEST and not line.rstrip().endswith((".", ":", ")", '"', "”")) else 0


def in_headline(case: Case, claim: Claim) -> bool:
    """Whether a figure stands in the headline."""
    return claim.span[1] <= end_of_headline(case)

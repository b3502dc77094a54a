"""Is the day of this article known, and does it come after what it is compared with?

What it asks. Figures are held against earlier ones by their days. Without a day of publication none of an article's figures has one,
unless its sentence gives it: they are compared only where the order does not matter. And where the ledger already holds figures for the
same quantities that were said after the article's day, the article is an old one, or a clock or a date is wrong; those later figures are
left out. Either is said once, as a note by one of the figures concerned, and only where there is a ledger.

Why it matters. A silent checker is taken for an approving one.

An example that speaks, in an article without a day, with a ledger that holds "The flood in Lodvik has killed 214 people" of 3 May 2026:

    The flood in Lodvik has damaged 1,830 homes.   -> undated: The article has no day of publication

An example that is silent is the same draft with `--published 2026-05-04`, or with a date in its front matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._evidence import earlier_evidence
from claimcheck.model import Claim, Finding
from claimcheck.wording import day

_MOST = 200
"""Figures of an article that are looked up for later ones."""


def check(case: Case) -> Iterator[Finding]:
    """At most one finding: no day, or a day before that of what the ledger holds."""
    if case.ledger is None or not case.claims:
        return
    if case.document.published is None:
        message = (
            "The article has no day of publication: figures without a day of their own are compared only where the order does not matter."
        )
        yield Finding("article-day", "note", "undated", message, case.claims[0])
        return
    later = [(past, claim) for claim in case.claims[:_MOST] for past, _ in case.earlier(claim) if _is_after(past, case.document.published)]
    if later:
        past, claim = max(later, key=lambda pair: str(pair[0].said_on))
        held = f"the ledger holds figures said after that day, the latest on {day(past.said_on)}; those are left out"
        message = f"This article is of {day(case.document.published)}, and {held}."
        yield Finding("article-day", "note", "postdated", message, claim, (earlier_evidence(past),))


def _is_after(past: Claim, published: str) -> bool:
    return past.said_on is not None and past.said_on[: len(published)] > published

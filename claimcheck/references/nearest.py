"""The row nearest to a figure that no row speaks of: what a reporter would look up first to see where the figure comes from."""

from __future__ import annotations

from decimal import Decimal

from claimcheck import days
from claimcheck.comparing.row_figures import difference
from claimcheck.comparing.rows import same_kind
from claimcheck.comparing.statistic_words import said, statistics
from claimcheck.model import Claim, Row
from claimcheck.references.collection import References
from claimcheck.references.named_rows import is_named

_FAR = Decimal(1_000_000)
"""How far a figure counts as lying from a row with which it cannot be compared."""


def nearest(claim: Claim, references: References) -> Row | None:
    """The row of a figure's subject or measure that comes closest to it, None where there is none.

    Subject and measure go first, then whether the sentence itself names the subject, the kind, the day and the size. A row of another kind
    of figure has to be of both.

    >>> import pandas
    >>> from claimcheck import extract
    >>> sales = References().with_frame(pandas.DataFrame({"region": ["West", "East"], "sales (EUR)": ["4000000", "3100000"]}))
    >>> nearest(extract("West sold goods of 4.7 million euros.")[0], sales).value
    '4000000'
    """
    ranked = [(rank, row) for row in references.candidates(claim) if row.kind != "date" and (rank := _rank(claim, row)) is not None]
    return min(ranked, key=lambda pair: pair[0])[1] if ranked else None


def _rank(claim: Claim, row: Row) -> tuple[int, bool, bool, bool, Decimal] | None:
    """How near a row comes to a claim, the smallest the nearest; None where it shares neither its subject nor its measure."""
    words = " ".join(text for text in (claim.sentence, claim.entity, claim.place, claim.event) if text)
    told = said(words, row.measure) or bool(statistics(claim.measure) & statistics(row.measure))
    shared = is_named(row, words) + told
    another_kind = same_kind(claim, row).verdict == "clash"
    if shared < 1 + another_kind:
        return None
    another_day = not (row.as_of and claim.as_of and days.overlaps(row.as_of, claim.as_of))
    _, relative = difference(claim, row)
    not_in_sentence = not is_named(row, claim.sentence)
    return -shared, not_in_sentence, another_kind, another_day, _FAR if relative is None else abs(Decimal(relative))

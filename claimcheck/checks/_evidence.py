"""What a finding rests on: another figure of the article, an earlier claim, a row of a reference."""

from __future__ import annotations

from claimcheck.model import Claim, Evidence, Row


def same_article(claim: Claim) -> Evidence:
    """Another figure of the article as evidence."""
    source = claim.attribution.source if claim.attribution else None
    return Evidence(
        "same_article", claim.value, claim.unit, claim.surface, claim.as_of, claim.said_on, source, document=claim.document, span=claim.span
    )


def earlier_evidence(past: Claim) -> Evidence:
    """An earlier claim as evidence."""
    return Evidence(
        "earlier_claim",
        past.value,
        past.unit,
        surface=past.surface,
        as_of=past.as_of,
        said_on=past.said_on,
        source=past.attribution.source if past.attribution else past.outlet,
        document=past.document,
        span=past.span,
    )


def row_evidence(row: Row) -> Evidence:
    """A reference row as evidence."""
    return Evidence(
        "reference",
        row.value,
        row.unit,
        as_of=row.as_of,
        source=row.source,
        url=row.url,
        table=row.table,
        row=row.line,
        note=row.note,
        period=row.period,
    )

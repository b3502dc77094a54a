"""What a finding rests on: another figure of the article, an earlier claim, a row of a reference."""

from __future__ import annotations

from claimcheck.model import Claim, Evidence, Row


def same_article(claim: Claim) -> Evidence:
    """Another figure of the article as evidence."""
    return _figure("same_article", claim, None)


def earlier_evidence(past: Claim) -> Evidence:
    """An earlier claim as evidence; where nobody is named, its outlet says so."""
    return _figure("earlier_claim", past, past.outlet)


def _figure(kind: str, claim: Claim, source: str | None) -> Evidence:
    return Evidence(
        kind,
        claim.value,
        claim.unit,
        surface=claim.surface,
        as_of=claim.as_of,
        said_on=claim.said_on,
        source=claim.attribution.source if claim.attribution else source,
        document=claim.document,
        span=claim.span,
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

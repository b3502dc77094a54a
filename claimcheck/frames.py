"""Claims and findings as pandas DataFrames; pandas loads only here and only when asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from attrs import fields

from claimcheck.model import Claim, Finding

if TYPE_CHECKING:
    import pandas

_NOT_FLAT = ("span", "number_span", "sentence_span", "bounds", "period", "attribution", "links")
_CLAIM = tuple(attribute.name for attribute in fields(Claim) if attribute.name not in _NOT_FLAT)


def to_frame(claims: Iterable[Claim]) -> pandas.DataFrame:
    """One row a claim, in order: the contract's keys, with bounds, period, attribution and span spread over columns of their own.

    Values stay the decimal strings of the text; `low` and `high` are the bounds in the kind's base unit.

    >>> from claimcheck import extract
    >>> to_frame(extract("At least 300 people fled."))[["value", "counted", "low"]].iloc[0].tolist()
    ['300', 'person', '300']
    """
    import pandas

    return pandas.DataFrame([_claim_row(claim) for claim in claims], columns=list(_claim_columns()))


def findings_frame(findings: Iterable[Finding]) -> pandas.DataFrame:
    """One row a finding: verdict, both figures with their days, source and place in the document."""
    import pandas

    return pandas.DataFrame([_finding_row(finding) for finding in findings], columns=list(_FINDING))


def _claim_columns() -> tuple[str, ...]:
    return (*_CLAIM, "start", "end", "low", "high", "base_unit", "period_start", "period_end", "source", "cue")


def _claim_row(claim: Claim) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(claim, name) for name in _CLAIM}
    row["start"], row["end"] = claim.span
    if claim.bounds is not None:
        row |= {"low": claim.bounds.low, "high": claim.bounds.high, "base_unit": claim.bounds.unit}
    if claim.period is not None:
        row |= {"period_start": claim.period.start, "period_end": claim.period.end}
    if claim.attribution is not None:
        row |= {"source": claim.attribution.source, "cue": claim.attribution.cue}
    return row


_FINDING = (
    "line", "column", "check", "severity", "verdict", "surface", "value", "unit", "as_of", "message",
    "evidence", "evidence_value", "evidence_as_of", "evidence_source", "url", "absolute", "relative", "fingerprint",
)  # fmt: skip


def _finding_row(finding: Finding) -> dict[str, Any]:
    claim, place = finding.claim, finding.location
    first = finding.evidence[0] if finding.evidence else None
    return {
        "line": place.line if place else None,
        "column": place.column if place else None,
        "check": finding.check,
        "severity": finding.severity,
        "verdict": finding.verdict,
        "surface": claim.surface,
        "value": claim.value,
        "unit": claim.unit,
        "as_of": claim.as_of,
        "message": finding.message,
        "evidence": first.type if first else None,
        "evidence_value": first.value if first else None,
        "evidence_as_of": first.as_of if first else None,
        "evidence_source": first.source if first else None,
        "url": first.url if first else None,
        "absolute": finding.absolute,
        "relative": finding.relative,
        "fingerprint": finding.fingerprint,
    }

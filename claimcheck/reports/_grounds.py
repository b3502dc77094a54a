"""What a finding rests on, line by line: the figure of the article, the evidence it was held against, the difference."""

from __future__ import annotations

from attrs import frozen

from claimcheck.model import Claim, Evidence, Finding
from claimcheck.wording import change, months, with_unit


@frozen
class Ground:
    """One line: what it is ("here", "reference" ...), what it says, and where that can be looked up."""

    label: str
    text: str
    url: str | None = None


def grounds(finding: Finding) -> tuple[Ground, ...]:
    """The lines that show a finding's work.

    >>> from claimcheck.model import Claim
    >>> claim = Claim("a", None, None, None, (0, 4), "5 km", (0, 1), "5 km", (0, 4), "length", "5", "kilometer", said_on="2026-02-05")
    >>> evidence = Evidence("reference", "6", "kilometer", as_of="2025", source="Survey", table="roads.csv", row=3)
    >>> for ground in grounds(Finding("x", "error", "contradicted", "No.", claim, (evidence,), relative="-0.1667")):
    ...     print(ground.label, ground.text, sep=": ")
    here: 5 km = 5 kilometers (said 2026-02-05)
    reference: 6 kilometers (as of 2025), Survey, roads.csv:3
    difference: -16.7%
    """
    evidence = [Ground(item.type.replace("_", " "), _evidence(item), item.url) for item in finding.evidence]
    difference = change(finding.absolute, finding.relative, finding.claim.unit)
    return (Ground("here", _claim(finding.claim)), *evidence, *([Ground("difference", difference)] if difference else []))


def _claim(claim: Claim) -> str:
    by = f", {claim.attribution.source}" if claim.attribution else ""
    return _figure(claim.surface, claim.value, claim.unit) + _days(claim.as_of, claim.said_on) + by


def _evidence(item: Evidence) -> str:
    place = f"{item.table}:{item.row}" if item.table and item.row else item.table or item.document
    figure = _figure(item.surface, item.value, item.unit) + _days(months(item.period) or item.as_of, item.said_on)
    return ", ".join(part for part in (figure.strip(), item.source, place, item.note) if part)


def _figure(surface: str | None, value: str | tuple[str, str] | None, unit: str | None) -> str:
    """The figure as written, and as read where that says more."""
    read = "" if value is None else with_unit(value, unit).strip()
    if not surface or not read:
        return surface or read
    return surface if read in surface else f"{surface} = {read}"


def _days(as_of: str | None, said_on: str | None) -> str:
    told = [text for text in (as_of and f"as of {as_of}", said_on and f"said {said_on}") if text]
    return f" ({', '.join(told)})" if told else ""

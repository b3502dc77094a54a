"""What every format shows, and how it is counted."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Finding, Report

PLAINLY_RIGHT = ("supported", "restated", "consistent")


def shown(report: Report, verbose: bool) -> tuple[Finding, ...]:
    """The findings a person should see: all that is wrong or not plainly right; with `verbose` every one."""
    return tuple(f for f in report.findings if verbose or f.severity in ("error", "warning") or f.verdict not in PLAINLY_RIGHT)


def summary(reports: Sequence[Report]) -> dict[str, int]:
    """Counts over all reports.

    >>> summary([])
    {'files': 0, 'figures': 0, 'errors': 0, 'warnings': 0, 'notes': 0}
    """
    severities = [finding.severity for report in reports for finding in report.findings]
    counts = {f"{severity}s": severities.count(severity) for severity in ("error", "warning", "note")}
    return {"files": len(reports), "figures": sum(len(report.claims) for report in reports), **counts}


def counted(reports: Sequence[Report]) -> str:
    """The same counts in words.

    >>> counted([])
    '0 figures read in 0 files: 0 errors, 0 warnings, 0 notes'
    """
    counts = {name: f"{count} {name[:-1] if count == 1 else name}" for name, count in summary(reports).items()}
    return f"{counts['figures']} read in {counts['files']}: {counts['errors']}, {counts['warnings']}, {counts['notes']}"

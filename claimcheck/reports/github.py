"""Findings as GitHub Actions workflow commands, which become annotations on the lines of a pull request.

Format and escaping as in "Workflow commands for GitHub Actions" and the toolkit's `command.ts`.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.model import Finding, Report
from claimcheck.reports._excerpt import printable
from claimcheck.reports._grounds import grounds
from claimcheck.reports._selection import shown

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str:
    """One command a finding that needs a look; nothing where there is none."""
    return "".join(_command(report.document.path, finding) + "\n" for report in reports for finding in shown(report, verbose))


def _command(path: str | None, finding: Finding) -> str:
    place = finding.location
    properties: dict[str, str | int] = {}
    if path not in (None, "-"):
        properties["file"] = str(path)
    if place is not None:
        properties |= {"line": place.line, "col": place.column, "endLine": place.end_line, "endColumn": place.end_column}
    properties["title"] = printable(f"{finding.verdict} [{finding.check}]")
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_COMMANDS.get(finding.severity, 'notice')} {listed}::{_data(_message(finding))}"


def _message(finding: Finding) -> str:
    told = (f"{ground.label}: {ground.text}" + (f" <{ground.url}>" if ground.url else "") for ground in grounds(finding))
    return "\n".join(map(printable, (finding.message, *told)))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")

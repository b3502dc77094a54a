"""A fragment of HTML for notebooks: the article with its figures marked, and a table of the findings; no script, everything escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from claimcheck.model import Finding, Report, Span
from claimcheck.reports._grounds import Ground, grounds
from claimcheck.reports._selection import counted, shown

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
_BACKGROUNDS = {"none": "#eaeef2", "note": "#ddf4ff", "warning": "#fff0b3", "error": "#ffd7d5"}
_SEVERITIES = tuple(_BACKGROUNDS)


def render(reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str:
    """One block a report; figures are coloured by the gravest finding about them, `color` changes nothing."""
    return "\n".join(f'<div class="claimcheck">\n{_article(report)}\n{_findings(report, verbose)}\n</div>' for report in reports)


def _article(report: Report) -> str:
    text = report.document.text
    parts = []
    at = 0
    for (start, end), findings in _marks(report):
        title = _escaped("\n".join(finding.message for finding in findings))
        mark = f'<mark style="{_style(_gravest(findings))}" title="{title}">{_escaped(text[start:end])}</mark>'
        parts += [_escaped(text[at:start]), mark]
        at = end
    title = f"<h3>{_escaped(report.document.title)}</h3>\n" if report.document.title else ""
    return f'{title}<div style="white-space:pre-wrap">{"".join(parts)}{_escaped(text[at:])}</div>'


def _marks(report: Report) -> list[tuple[Span, list[Finding]]]:
    """The spans to mark with the findings about them, in text order; of two that overlap the one with the graver finding."""
    about: dict[Span, list[Finding]] = {claim.span: [] for claim in report.claims}
    for finding in report.findings:
        about.setdefault(finding.claim.span, []).append(finding)
    marks: list[tuple[Span, list[Finding]]] = []
    for span, findings in sorted(about.items(), key=lambda item: item[0]):
        if not marks or marks[-1][0][1] <= span[0]:
            marks.append((span, findings))
        elif _SEVERITIES.index(_gravest(findings)) > _SEVERITIES.index(_gravest(marks[-1][1])):
            marks[-1] = (span, findings)
    return marks


def _gravest(findings: list[Finding]) -> str:
    return max((finding.severity for finding in findings), key=_SEVERITIES.index, default="none")


def _style(severity: str) -> str:
    return f"background:{_BACKGROUNDS[severity]};color:#1f2328"


def _findings(report: Report, verbose: bool) -> str:
    rows = "\n".join("".join(_row(finding)) for finding in shown(report, verbose))
    heads = "".join(f"<th>{head}</th>" for head in ("place", "severity", "verdict", "figure", "finding", "evidence"))
    table = f"\n<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>" if rows else ""
    return f"<p>{counted([report])}</p>{table}"


def _row(finding: Finding) -> Iterator[str]:
    place = finding.location
    yield "<tr>"
    yield f"<td>{place.line}:{place.column}</td>" if place else "<td></td>"
    yield f'<td style="{_style(finding.severity)}">{finding.severity}</td>'
    yield f"<td>{_escaped(finding.verdict)} [{_escaped(finding.check)}]</td>"
    yield f"<td>{_escaped(finding.claim.surface)}</td><td>{_escaped(finding.message)}</td>"
    yield f"<td>{'<br>'.join(map(_ground, grounds(finding)[1:]))}</td></tr>"


def _ground(ground: Ground) -> str:
    text = _escaped(f"{ground.label}: {ground.text}")
    if ground.url is None:
        return text
    url = _escaped(ground.url)
    linked = ground.url.lower().startswith(("https://", "http://"))
    return f'{text} <a href="{url}" rel="noopener noreferrer">{url}</a>' if linked else f"{text} {url}"


def _escaped(text: str) -> str:
    return escape(_UNPRINTABLE.sub("\ufffd", text))

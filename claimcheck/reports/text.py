"""Findings for a person at a terminal: place, verdict, the line with the figure marked, and what it was held against."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from attrs import evolve

from claimcheck.documents import locate
from claimcheck.model import Document, Finding, Location, Report
from claimcheck.reports._excerpt import excerpt, printable
from claimcheck.reports._grounds import grounds
from claimcheck.reports._selection import counted, shown

_COLORS = {"error": "1;31", "warning": "1;33", "note": "1;36", "place": "1", "gutter": "2"}

Paint = Callable[[str, str], str]


def render(reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str:
    """The findings that need a look, a block each, and a line of counts. `color` adds ANSI colours.

    >>> print(render([]))
    0 figures read in 0 files: 0 errors, 0 warnings, 0 notes
    """
    paint = _colored if color else _plain
    blocks = ["\n".join(_block(report.document, finding, paint)) for report in reports for finding in shown(report, verbose)]
    hidden = sum(len(report.findings) for report in reports) - len(blocks)
    return "\n\n".join([*blocks, counted(reports) + (f" ({hidden} not shown, --verbose shows all)" if hidden else "")])


def _block(document: Document, finding: Finding, paint: Paint) -> Iterator[str]:
    source, place = _place(document, finding)
    lines = excerpt(source, place)
    indent = " " * max(len(str(number)) for number, _, _ in lines)
    yield f"{paint(_name(document, finding), 'place')} {paint(finding.severity, finding.severity)} {finding.verdict} [{finding.check}]"
    yield f"{indent}   {printable(finding.message)}"
    for number, text, mark in lines:
        yield paint(f" {number:{len(indent)}} |", "gutter") + f" {text}"
        blank = len(mark) - len(mark.lstrip())
        yield paint(f" {indent} |", "gutter") + f" {mark[:blank]}{paint(mark[blank:], finding.severity)}"
    told = grounds(finding)
    width = max(len(ground.label) for ground in told)
    for ground in told:
        url = f" <{ground.url}>" if ground.url else ""
        yield paint(f" {indent} =", "gutter") + f" {ground.label:{width}}  {printable(ground.text + url)}"


def _place(document: Document, finding: Finding) -> tuple[str, Location]:
    """The author's file and the place in it; the sentence alone where the finding was not located."""
    if finding.location is not None:
        return document.source, finding.location
    claim = finding.claim
    first = claim.sentence_span[0]
    sentence = evolve(document, text=claim.sentence, source=claim.sentence, source_map=((0, 0),))
    return claim.sentence, locate(sentence, (claim.span[0] - first, claim.span[1] - first))


def _name(document: Document, finding: Finding) -> str:
    name = {None: "<text>", "-": "<stdin>"}.get(document.path, document.path or "")
    place = finding.location
    return printable(name) + (f":{place.line}:{place.column}" if place else "")


def _colored(text: str, style: str) -> str:
    return f"\x1b[{_COLORS.get(style, '0')}m{text}\x1b[0m"


def _plain(text: str, style: str) -> str:
    return text

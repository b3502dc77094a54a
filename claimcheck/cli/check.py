"""claimcheck check: every figure of the drafts held against references, the ledger and the article itself."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import ClaimcheckError, InputError

if TYPE_CHECKING:
    from claimcheck.ledger import Ledger
    from claimcheck.model import Report
    from claimcheck.references import References

_LEVELS = {"error": ("error",), "warning": ("error", "warning"), "note": ("error", "warning", "note"), "never": ()}


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="check drafts", description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a draft, a folder of drafts, or - for standard input")
    parser.add_argument("--ledger", metavar="FILE", help="ledger of earlier claims to hold the figures against")
    parser.add_argument("--reference", metavar="DIR", action="append", help="folder of data packages; may be repeated, added to those that ship with claimcheck")
    parser.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD); overrides the front matter")
    parser.add_argument("--format", metavar="F[:FILE]", action="append", help="text, json, github or html, to standard output or into FILE; may be repeated (default: text)")
    parser.add_argument("--fail-on", choices=tuple(_LEVELS), default="error", help="exit 1 at findings of this severity or above (default: error)")
    parser.add_argument("--verbose", action="store_true", help="show supported, restated and consistent figures too")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every draft; a draft that cannot be read is named, the others are still checked."""
    from claimcheck import days, documents

    published = days.iso(options.published)
    outputs = [_output(text) for text in options.format or ["text"]]
    paths = [path for given in options.paths for path in (["-"] if given == "-" else documents.drafts([given]))]
    references = _references(options.reference)
    ledger = _ledger(options.ledger)
    try:
        reports, unread = _reports(paths, published, ledger, references)
    finally:
        if ledger is not None:
            ledger.close()
    if not reports:
        return 2
    for name, target in outputs:
        _write(name, target, reports, options.verbose)
    loud = any(finding.severity in _LEVELS[options.fail_on] for report in reports for finding in report.findings)
    return 2 if unread else int(loud)


def _reports(
    paths: list[str | Path], published: str | None, ledger: Ledger | None, references: References | None
) -> tuple[list[Report], int]:
    from claimcheck.pipeline import check_file

    reports, unread = [], 0
    for path in paths:
        try:
            reports.append(check_file(path, published=published, ledger=ledger, references=references, stdin=sys.stdin.buffer))
        except InputError as error:
            unread += 1
            print(f"claimcheck: {error}", file=sys.stderr)
    return reports, unread


def _output(text: str) -> tuple[str, str | None]:
    from claimcheck import reports

    name, _, target = text.partition(":")
    if name not in reports.formats():
        raise InputError(f"There is no report format {name!r}; --format takes {', '.join(reports.formats())}.")
    return name, target or None


def _references(folders: list[str] | None) -> References | None:
    if not folders:
        return None
    from claimcheck.references import References

    return References.shipped().with_packages(*folders)


def _ledger(path: str | None) -> Ledger | None:
    if path is None:
        return None
    from claimcheck.ledger import Ledger

    if not Path(path).exists():
        raise InputError(f"{path}: there is no such ledger; make one with `claimcheck ledger add --ledger {path} DRAFT`.")
    return Ledger(path)


def _write(name: str, target: str | None, reports: list[Report], verbose: bool) -> None:
    from claimcheck.reports import render

    colour = target is None and sys.stdout.isatty()
    text = render(name, reports, verbose=verbose, color=colour)
    if not text.endswith("\n"):
        text += "\n"
    if target is None:
        sys.stdout.write(text)
        return
    try:
        Path(target).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ClaimcheckError(f"{target}: the report cannot be written there ({error.strerror}); name another file after --format.") from None

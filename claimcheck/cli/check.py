"""claimcheck check: every figure of the drafts held against references, the ledger and the article itself."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimcheck.ledger import Ledger
    from claimcheck.model import Document, Report
    from claimcheck.references import References

_LEVELS = {"error": ("error",), "warning": ("error", "warning"), "note": ("error", "warning", "note"), "never": ()}
_STANDARD_OUTPUT = ("", "-")


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("check", help="check drafts", description=__doc__)
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a draft, a folder of drafts, or - for standard input")
    parser.add_argument("--ledger", metavar="FILE", help="ledger of earlier claims to hold the figures against; one not made yet is noted")
    parser.add_argument(
        "--reference",
        metavar="DIR",
        action="append",
        help="folder of data packages, or a table's file; may be repeated, added to those that ship with claimcheck",
    )
    parser.add_argument(
        "--source",
        metavar="NAME",
        action="append",
        help="ask a live source first: wikidata, worldbank[:INDICATOR], factcheck:WORDS or the address of a table; may be repeated",
    )
    parser.add_argument("--cache", metavar="FILE", help="SQLite file that keeps the answers of live sources (default: in the user's cache)")
    parser.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD); goes before the front matter's")
    parser.add_argument(
        "--format",
        metavar="F[:FILE]",
        action="append",
        help="text, json, github or html, to standard output or into FILE; may be repeated (default: text)",
    )
    parser.add_argument(
        "--fail-on", choices=tuple(_LEVELS), default="error", help="exit 1 at findings of this severity or above (default: error)"
    )
    parser.add_argument(
        "--strict",
        action="store_true",
        help="for a text written from tables: show every figure with its row, and fail at a figure that the tables of --reference lack",
    )
    parser.add_argument("--verbose", action="store_true", help="show supported, restated and consistent figures too")
    parser.add_argument(
        "--explain-silence", action="store_true", help="after the reports, name each pair of figures nearly compared, and why it was not"
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Check every draft; a draft that cannot be read is named, the others are still checked."""
    from claimcheck.cli._drafts import read_drafts

    outputs = [_output(text) for text in options.format or ["text"]]
    references = _references(options)
    ledger = _ledger(options.ledger)
    try:
        drafts: Iterable[Document | None] = read_drafts(options.paths, options.published)
        if options.source:
            drafts = tuple(drafts)
            references = _with_sources(references, options.source, options.cache, drafts)
        found = _reports(drafts, ledger, references, options.strict)
        silences = [_silences(report, ledger) for report in found if report is not None] if options.explain_silence else []
    finally:
        if ledger is not None:
            ledger.close()
    reports = [report for report in found if report is not None]
    if not reports:
        return 2
    for name, target in outputs:
        _write(name, target, reports, options.verbose or options.strict)
    readable = any(name == "text" and target in _STANDARD_OUTPUT for name, target in outputs)
    for told in silences:
        (sys.stdout if readable else sys.stderr).write(f"\n{told}\n")
    loud = any(finding.severity in _LEVELS[options.fail_on] for report in reports for finding in report.findings)
    return 2 if None in found else int(loud)


def _reports(
    articles: Iterable[Document | None], ledger: Ledger | None, references: References | None, strict: bool
) -> list[Report | None]:
    from claimcheck.pipeline import check_document

    return [
        None if article is None else check_document(article, document=article.path, ledger=ledger, references=references, strict=strict)
        for article in articles
    ]


def _silences(report: Report, ledger: Ledger | None) -> str:
    from claimcheck import silence

    return silence.text(report, silence.silences(report, ledger))


def _output(text: str) -> tuple[str, str]:
    """The name of a format and the file it goes to, "" or "-" for standard output."""
    from claimcheck import reports

    name, _, target = text.partition(":")
    if name not in reports.formats():
        raise InputError(f"There is no report format {name!r}; --format takes {', '.join(reports.formats())}.")
    if target not in _STANDARD_OUTPUT and not Path(target).parent.is_dir():
        raise InputError(f"{target}: there is no folder {Path(target).parent}; make it, or name another file after --format.")
    return name, target


def _references(options: argparse.Namespace) -> References | None:
    """The tables that ship and those named; in strict mode only those named, from which the text was written."""
    if options.strict and not options.reference and not options.source:
        raise InputError("--strict holds every figure against your own tables; name them by --reference.")
    if not options.reference and not options.strict:
        return None
    from claimcheck.references import References

    known = References() if options.strict else References.shipped()
    found = known.with_packages(*options.reference or ())
    for note in found.notes:
        if note not in known.notes:
            print(f"claimcheck: {note}", file=sys.stderr)
    return found


def _with_sources(references: References | None, names: list[str], cache: str | None, drafts: Iterable[Document | None]) -> References:
    """The references with the answers of live sources about the figures of all drafts."""
    from claimcheck.reading import extract
    from claimcheck.references import References
    from claimcheck.references.sources import Client, named

    sources = [named(name) for name in names]
    client = Client(Path(cache) if cache else None)
    claims = [claim for draft in drafts if draft for claim in extract(draft.text, draft.published, draft.title, draft.outlet)]
    found = References.shipped() if references is None else references
    for source in sources:
        found = found.with_source(source, about=claims, client=client)
    return found


def _ledger(path: str | None) -> Ledger | None:
    """The ledger of a file; none, and a note, where nothing has been added yet, as in the first run of a CI job."""
    if path is None:
        return None
    if _is_missing(path):
        print(f"claimcheck: note: there is no ledger {path} yet, so nothing is held against it; `ledger add` makes it.", file=sys.stderr)
        return None
    from claimcheck.ledger import Ledger

    return Ledger(path, create=False)


def _is_missing(path: str) -> bool:
    """Whether a path leads to no file; one that is no path at all is left to the ledger to refuse."""
    try:
        Path(path).stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def _write(name: str, target: str, reports: list[Report], verbose: bool) -> None:
    from claimcheck.reports import render

    color = target in _STANDARD_OUTPUT and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    text = render(name, reports, verbose=verbose, color=color)
    if text and not text.endswith("\n"):
        text += "\n"
    if target in _STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    if any(_same_file(target, report.document.path) for report in reports):
        raise InputError(f"{target} is a draft and would be lost; name another file after --format.")
    Path(target).write_text(text, encoding="utf-8", errors="backslashreplace")


def _same_file(target: str, draft: str | None) -> bool:
    return draft is not None and Path(target).exists() and Path(draft).exists() and Path(target).samefile(draft)

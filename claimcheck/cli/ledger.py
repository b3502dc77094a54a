"""claimcheck ledger: record what articles claim, follow a figure over time, correct, export, import and verify."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimcheck.errors import InputError

if TYPE_CHECKING:
    from claimcheck.ledger import Added, Ledger


def register(commands: Any) -> None:
    """Add the command and its actions to the parser."""
    parser = commands.add_parser("ledger", help="earlier claims", description=__doc__)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)

    add = _action(actions, "add", _add, "record the figures of articles, of a table (.csv) or of fact checks (ClaimReview .json, .jsonld)")
    add.add_argument("paths", nargs="+", metavar="PATH", help="articles or folders of articles; a .csv table; ClaimReview JSON-LD")
    add.add_argument("--published", metavar="DATE", help="publication day of articles without one in their front matter")
    add.add_argument("--column", metavar="FIELD=HEADER", action="append", default=[], help="which column of a table holds what, such as value=killed or as_of=day")

    history = _action(actions, "history", _history, "show a series: every figure recorded for one quantity, as a table and a sparkline")
    history.add_argument("what", help='words that name it, such as "Ukrainian troops killed", or a claim\'s id')

    correct = _action(actions, "correct", _correct, "record what a claim should have been")
    correct.add_argument("claim", metavar="CLAIM", help="the claim's id, as `ledger history` shows it")
    correct.add_argument("--value", required=True, help="the right figure")
    correct.add_argument("--reason", required=True, help="why, in a few words")
    correct.add_argument("--source", help="who corrected it")
    correct.add_argument("--url", help="where the correction stands")
    correct.add_argument("--on", metavar="DATE", help="day of the correction (default: today)")

    export = _action(actions, "export", _export, "write the whole ledger to a .jsonl, .csv or .parquet file")
    export.add_argument("path", metavar="FILE")
    import_ = _action(actions, "import", _import, "read such a file back; what the ledger holds already changes nothing")
    import_.add_argument("path", metavar="FILE")
    _action(actions, "verify", _verify, "check that nothing in the ledger was damaged or altered")


def _action(actions: Any, name: str, run: Any, text: str) -> argparse.ArgumentParser:
    parser: argparse.ArgumentParser = actions.add_parser(name, help=text, description=text)
    parser.add_argument("--ledger", metavar="FILE", required=True, help="the ledger's file")
    parser.set_defaults(run=run)
    return parser


def _open(options: argparse.Namespace, create: bool = False) -> Ledger:
    from claimcheck.ledger import Ledger

    return Ledger(options.ledger, create=create)


def _add(options: argparse.Namespace) -> int:
    from claimcheck import days, documents
    from claimcheck.ledger import Added
    from claimcheck.reading import extract

    published = days.iso(options.published)
    total, unread, articles = Added(), 0, []
    with _open(options, create=True) as ledger:
        for given in options.paths:
            if Path(given).suffix.lower() == ".csv":
                total = _sum(total, ledger.add_table(given, **_columns(options.column)))
            elif Path(given).suffix.lower() in (".json", ".jsonld"):
                total = _sum(total, ledger.add_claim_reviews(given))
            else:
                articles += documents.drafts([given])
        claims, names = [], []
        for path in articles:
            try:
                article = documents.read(path)
            except InputError as error:
                unread += 1
                print(f"claimcheck: {error}", file=sys.stderr)
                continue
            names.append(str(path))
            claims += extract(article.text, article.published or published, article.title, article.outlet, str(path))
        if names:
            total = _sum(total, ledger.add(claims, documents=names))
    print(f"{total.claims} claims recorded: {total.documents} new documents, {total.changed} changed, {total.unchanged} already there.", file=sys.stderr)
    return 2 if unread else 0


def _sum(a: Added, b: Added) -> Added:
    from claimcheck.ledger import Added

    return Added(a.documents + b.documents, a.changed + b.changed, a.unchanged + b.unchanged, a.claims + b.claims)


def _columns(pairs: list[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        name, equals, header = pair.partition("=")
        if not equals or not header:
            raise InputError(f"--column takes FIELD=HEADER, such as value=killed, not {pair!r}.")
        columns[name] = header
    return columns


def _history(options: argparse.Namespace) -> int:
    from claimcheck.ledger import series_table

    with _open(options) as ledger:
        series = ledger.history(options.what)
        if not series:
            print(f"claimcheck: {options.ledger} holds nothing about {options.what!r}.", file=sys.stderr)
            return 1
        corrections = [correction for claim in series for correction in ledger.corrections(claim)]
    print(series_table(series, corrections))
    return 0


def _correct(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        made = ledger.correct(options.claim, value=options.value, reason=options.reason, source=options.source, url=options.url, on=options.on)
    print(f"{made.surface!r} ({made.document or made.claim}) corrected to {made.value} on {made.on}: {made.reason}", file=sys.stderr)
    return 0


def _export(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        ledger.export(options.path)
    return 0


def _import(options: argparse.Namespace) -> int:
    with _open(options, create=True) as ledger:
        added = ledger.import_(options.path)
    print(f"{added.claims} claims recorded: {added.documents} new documents, {added.changed} changed, {added.unchanged} already there.", file=sys.stderr)
    return 0


def _verify(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        problems = ledger.verify()
    for problem in problems:
        print(f"{problem.kind}: {problem.message}")
    return 1 if problems else 0

"""claimcheck ledger: record what articles claim, follow a figure over time, find related articles, correct, export, import, verify."""

from __future__ import annotations

import argparse
import sys
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import evolve

from claimcheck import days
from claimcheck.cli import _ledger_shown as shown
from claimcheck.errors import InputError, LedgerError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimcheck.ledger import Added, Ledger
    from claimcheck.model import Claim

_REVIEWS = (".json", ".jsonld")
_TABLES = (".csv",)
_STANDARD_INPUT = "-"
"""No name of an article: several that come this way are told apart by what they say."""


def register(commands: Any) -> None:
    """Add the command and its actions to the parser."""
    parser = commands.add_parser("ledger", help="earlier claims", description=__doc__)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for register_some in (_register_adding, _register_asking, _register_correcting, _register_keeping):
        register_some(actions)


def _register_adding(actions: Any) -> None:
    add = _action(actions, "add", _add, "record the figures of articles, of a table (.csv) or of fact checks (ClaimReview .json, .jsonld)")
    add.add_argument(
        "paths", nargs="+", metavar="PATH", help="an article, a folder of articles, - for standard input; a table; ClaimReview JSON-LD"
    )
    add.add_argument("--published", metavar="DATE", help="publication day (YYYY-MM-DD) of articles; goes before the front matter's")
    add.add_argument(
        "--column",
        metavar="FIELD=HEADER",
        action="append",
        default=[],
        help="which column of a table holds what, such as value=killed or as_of=day",
    )


def _register_asking(actions: Any) -> None:
    history = _action(
        actions, "history", shown.history, "show a series: every figure recorded for one quantity, as a table and a sparkline"
    )
    history.add_argument("what", help='words that name it, such as "Ukrainian troops killed", or a claim\'s id')
    history.add_argument("--jsonl", action="store_true", help="the claims of the series as JSON, one a line, with their ids")

    related = _action(actions, "related", shown.related, "name the articles that most likely tell of the same event as a draft")
    related.add_argument("path", metavar="PATH", help="an article, - for standard input")
    related.add_argument("--published", metavar="DATE", help="its publication day (YYYY-MM-DD); goes before the front matter's")
    related.add_argument("--within", metavar="DAYS", type=partial(_whole, 0), default=7, help="how many days before and after (default: 7)")
    related.add_argument("--limit", metavar="N", type=partial(_whole, 1), default=5, help="how many articles at most (default: 5)")

    _action(actions, "list", shown.articles, "list every article with its day, its headline and the number of its figures and versions")
    versions = _action(actions, "versions", shown.versions, "show every version of an article with its figures; old ones stay readable")
    versions.add_argument("article", metavar="ARTICLE", help="its name, as `ledger list` gives it")


def _register_correcting(actions: Any) -> None:
    correct = _action(actions, "correct", _correct, "record what a claim should have been")
    correct.add_argument("claim", metavar="CLAIM", help="the claim's id, as `ledger history --jsonl` and `extract` give it")
    correct.add_argument("--value", required=True, help="the right figure")
    correct.add_argument("--reason", required=True, help="why, in a few words")
    correct.add_argument("--source", help="who corrected it")
    correct.add_argument("--url", help="where the correction stands")
    correct.add_argument("--on", metavar="DATE", help="day of the correction (default: today)")


def _register_keeping(actions: Any) -> None:
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


def _whole(least: int, text: str) -> int:
    """A whole number of at least so much; argparse names the option of any other."""
    if not text.isascii() or not text.isdigit() or int(text) < least:
        raise argparse.ArgumentTypeError(f"takes a whole number from {least} up, not {text!r}")
    return int(text)


def _open(options: argparse.Namespace, create: bool = False) -> Ledger:
    from claimcheck.ledger import Ledger

    return Ledger(options.ledger, create=create)


def _add(options: argparse.Namespace) -> int:
    """Read everything first and write it in one transaction, so that bad input leaves no half of it behind."""
    from claimcheck.cli._drafts import read_drafts
    from claimcheck.reading import extract

    tables = [path for path in options.paths if Path(path).suffix.lower() in (*_TABLES, *_REVIEWS)]
    articles = [path for path in options.paths if path not in tables]
    claims = [claim for path in tables for claim in _claims_of_table(path, _columns(options.column))]
    told = [(claim.document, claim.as_of) for claim in claims if claim.kind not in ("date", "year")]
    drafts = list(read_drafts(articles, options.published))
    read = [evolve(draft, path=None) if draft.path == _STANDARD_INPUT else draft for draft in drafts if draft is not None]
    for draft in read:
        claims += extract(draft.text, draft.published, draft.title, draft.outlet, draft.path)
    if not read and not tables:
        return 2
    with _open(options, create=True) as ledger:
        _tell(ledger.add(claims, documents=read))
    _note_days_ahead([(draft.path, draft.published) for draft in read] + told)
    return 2 if None in drafts else 0


def _note_days_ahead(days_given: Iterable[tuple[str | None, str | None]]) -> None:
    """Name the articles and tables of a later day than tomorrow, which it may be elsewhere; they are recorded all the same."""
    tomorrow = date.today() + timedelta(days=1)
    ahead = {name: day for name, day in days_given if day is not None and days.first_day(day) > tomorrow}
    for name, day in ahead.items():
        print(
            f"claimcheck: note: {name or 'standard input'} is dated {day}, which lies ahead; check its date, or the clock.", file=sys.stderr
        )


def _claims_of_table(path: str, columns: dict[str, str]) -> Sequence[Claim]:
    from claimcheck.ledger import reviews, tables

    if Path(path).suffix.lower() in _REVIEWS:
        return tuple(reviews.claims_of_reviews(path))
    read = tables.of_table(path, None, columns)
    for note in read.notes:
        print(f"claimcheck: {note}", file=sys.stderr)
    return tuple(tables.claims_of_rows(read.rows))


def _columns(pairs: list[str]) -> dict[str, str]:
    columns = {}
    for pair in pairs:
        name, equals, header = pair.partition("=")
        if not equals or not header:
            raise InputError(f"--column takes FIELD=HEADER, such as value=killed, not {pair!r}.")
        columns[name] = header
    return columns


def _tell(added: Added) -> None:
    claims, documents = _number(added.claims, "claim"), _number(added.documents, "new document")
    print(f"{claims} recorded: {documents}, {added.changed} changed, {added.unchanged} already there.", file=sys.stderr)


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _correct(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        made = ledger.correct(
            options.claim, value=options.value, reason=options.reason, source=options.source, url=options.url, on=options.on
        )
    print(f"{made.surface!r} ({made.document or made.claim}) corrected to {made.value} on {made.on}: {made.reason}", file=sys.stderr)
    return 0


def _export(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        ledger.export(options.path)
    return 0


def _import(options: argparse.Namespace) -> int:
    if not Path(options.path).is_file():
        raise InputError(f"There is no file {options.path} to import; check its name.")
    new = not Path(options.ledger).exists()
    try:
        with _open(options, create=True) as ledger:
            _tell(ledger.import_(options.path))
    except (LedgerError, KeyboardInterrupt):
        if new and Path(options.ledger).is_file():
            _drop_if_empty(options)
        raise
    return 0


def _drop_if_empty(options: argparse.Namespace) -> None:
    """Remove the ledger made for an import of which nothing came."""
    with _open(options) as ledger:
        empty = not ledger.documents()
    if empty:
        Path(options.ledger).unlink()


def _verify(options: argparse.Namespace) -> int:
    with _open(options) as ledger:
        problems = ledger.verify()
    for problem in problems:
        print(f"{problem.kind}: {problem.message}")
    return 1 if problems else 0

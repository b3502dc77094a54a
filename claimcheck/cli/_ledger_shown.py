"""What a ledger shows on the command line: series, articles, their versions, and the reports of the same event."""

from __future__ import annotations

import argparse
import json
import re
import sys
from typing import TYPE_CHECKING

from claimcheck.errors import InputError, LedgerError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimcheck.ledger import Ledger
    from claimcheck.model import Claim

_ID = re.compile(r"[0-9a-f]{16}")


def articles(options: argparse.Namespace) -> int:
    """Print every article."""
    from claimcheck.ledger import Ledger, articles_table

    with Ledger(options.ledger, create=False) as ledger:
        print(articles_table(ledger.articles()))
    return 0


def versions(options: argparse.Namespace) -> int:
    """Print every version of an article. Raises InputError where the ledger holds none."""
    from claimcheck.ledger import Ledger, versions_table

    with Ledger(options.ledger, create=False) as ledger:
        found = ledger.versions(options.article)
    if not found:
        raise InputError(f"The ledger {options.ledger} holds no article {options.article}; `claimcheck ledger list` names those it holds.")
    print(versions_table(found))
    return 0


def history(options: argparse.Namespace) -> int:
    """Print the series that words or an id name, and which others the words may mean. Raises InputError where there is none."""
    from claimcheck.ledger import Ledger, about, series_table
    from claimcheck.serial import to_json

    with Ledger(options.ledger, create=False) as ledger:
        series, *others = _series(options.what, ledger) or [()]
        corrections = [correction for claim in series for correction in ledger.corrections(claim)]
        nearest = () if series else ledger.nearest(options.what)
    if not series:
        hint = f"did you mean one of these?{_listed(nearest)}" if nearest else "try other words."
        raise InputError(f"The ledger {options.ledger} holds no series of {options.what!r}; {hint}")
    if options.jsonl:
        print("\n".join(json.dumps(to_json(claim), ensure_ascii=False) for claim in series))
    else:
        print(f"{about(series)}\n{series_table(series, corrections)}")
    if others:
        print(f"claimcheck: {options.what!r} fits other series too; did you mean one of these?{_listed(others)}", file=sys.stderr)
    return 0


def _series(what: str, ledger: Ledger) -> Sequence[Sequence[Claim]]:
    """The series of the claim of an id, or those that words may mean, the likeliest first."""
    if _ID.fullmatch(what):
        try:
            return (ledger.history(ledger.claim(what)),)
        except LedgerError:
            pass
    return ledger.series_of(what)


def _listed(several: Sequence[Sequence[Claim]]) -> str:
    """One line a series: the id of its latest claim, which stands for it too, what it is about, and that claim."""
    from claimcheck.ledger import about

    return "".join(f"\n  {series[-1].id}  {about(series)}: {_latest(series)}" for series in several)


def _latest(series: Sequence[Claim]) -> str:
    last = series[-1]
    day = last.as_of or last.said_on
    return last.surface + (f" ({day})" if day else "") + (f", last of {len(series)}" if len(series) > 1 else "")


def related(options: argparse.Namespace) -> int:
    """Print the articles of the same event as a draft. Raises InputError where there is none."""
    from claimcheck.cli._drafts import read_drafts
    from claimcheck.ledger import Ledger, related_table

    (draft,) = read_drafts([options.path], options.published)
    if draft is None:
        return 2
    with Ledger(options.ledger, create=False) as ledger:
        found = ledger.related(draft, within=options.within, limit=options.limit)
    if not found:
        raise InputError(f"The ledger {options.ledger} holds no article like {options.path} within {options.within} days.")
    print(related_table(found))
    return 0

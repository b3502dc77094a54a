"""claimcheck explain: what a check asks, why it matters, and examples."""

from __future__ import annotations

import argparse
from typing import Any


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("explain", help="explain a check", description=__doc__)
    parser.add_argument("check", nargs="?", metavar="CHECK", help="a check's name, as reports print it; without one, all names")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the page of one check, or the names of all."""
    from claimcheck import checks

    print(checks.explain(options.check) if options.check else "\n".join(checks.names()))
    return 0

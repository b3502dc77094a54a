"""The command line: one file per command, found by walking this folder; `claimcheck COMMAND --help` explains each.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, unreadable or missing input, or no file checked.
"""

from __future__ import annotations

import argparse
import pkgutil
import sys
from collections.abc import Sequence
from importlib import import_module

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Errors raised on purpose become one line on standard error and exit 2."""
    options = _parser().parse_args(argv)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(options.run(options))
    except ClaimcheckError as error:
        print(f"claimcheck: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        sys.stderr.close()
        return 0
    except KeyboardInterrupt:
        print("claimcheck: interrupted", file=sys.stderr)
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck", description="Check the figures of an article against references, earlier claims and the article itself."
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        import_module(f"{__name__}.{module}").register(commands)
    return parser

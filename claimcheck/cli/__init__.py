"""The command line: one file per command, found by walking this folder; `claimcheck COMMAND --help` explains each.

Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 usage, unreadable or missing input, or no file checked.
"""

from __future__ import annotations

import argparse
import io
import os
import pkgutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

from claimcheck import __version__
from claimcheck.errors import ClaimcheckError

_INTERRUPTED = 130
_NO_READER = 141
"""What a shell reports of a program stopped by SIGINT, and of one that writes to a program which reads no more (SIGPIPE)."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code. Errors raised on purpose become one line on standard error and exit 2."""
    if sys.stdout is None:
        return _failed("standard output is closed; send it somewhere, such as /dev/null.")
    _prepare_streams()
    options = _parser().parse_args(argv)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except ClaimcheckError as error:
        return _failed(str(error))
    except BrokenPipeError:
        _discard_output()
        return _NO_READER
    except OSError as error:
        if error.filename is None:
            _discard_output()
        return _failed(f"{error.filename or 'The output'}: {error.strerror or error}; check the path and its permissions.")
    except KeyboardInterrupt:
        print("claimcheck: interrupted", file=sys.stderr)
        return _INTERRUPTED


def _failed(sentence: str) -> int:
    print(f"claimcheck: {sentence}", file=sys.stderr)
    return 2


def _prepare_streams() -> None:
    """UTF-8 into files and pipes, a terminal's own encoding on it; what an encoding lacks is written as an escape."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")


def _discard_output() -> None:
    """Let what is still buffered go nowhere, so that Python's own flush at exit does not fail again."""
    with suppress(io.UnsupportedOperation), open(os.devnull, "wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="claimcheck", description="Check the figures of an article against references, earlier claims and the article itself."
    )
    parser.add_argument("--version", action="version", version=f"claimcheck {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for module in sorted(module.name for module in pkgutil.iter_modules(__path__)):
        if not module.startswith("_"):
            import_module(f"{__name__}.{module}").register(commands)
    return parser

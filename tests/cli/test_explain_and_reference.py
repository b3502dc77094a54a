"""claimcheck explain and claimcheck reference: what the checks ask and what the tables hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from claimcheck import __version__, checks
from tests.cli.conftest import Command


def test_explain_prints_the_page_of_a_check(process: Command) -> None:
    done = process("explain", "reference-date")
    assert (done.code, done.err) == (0, "")
    assert done.out.rstrip("\n") == checks.explain("reference-date")


def test_explain_alone_names_all_checks(run: Command) -> None:
    assert run("explain").out.split() == list(checks.names())


def test_reference_list_tells_what_ships(process: Command) -> None:
    done = process("reference", "list")
    assert (done.code, done.err) == (0, "")
    assert "events.csv: " in done.out
    assert "figures.csv: " in done.out


def test_reference_validate_accepts_what_ships(run: Command) -> None:
    shipped = Path(__file__).parent.parent.parent / "reference_data"
    assert run("reference", "validate", shipped).code == 0


@pytest.mark.parametrize(
    "arguments", [("--help",), *((command, "--help") for command in ("check", "extract", "ledger", "reference", "explain"))]
)
def test_help_goes_to_standard_output(run: Command, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("usage: claimcheck")


def test_version(process: Command) -> None:
    assert process("--version").out == f"claimcheck {__version__}\n"


@pytest.mark.parametrize(
    "arguments", [(), ("chekc", "wrong.md"), ("check",), ("check", "wrong.md", "--fail-on", "often"), ("ledger", "verify")]
)
def test_wrong_usage_is_exit_2_with_the_usage_on_standard_error(run: Command, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("usage: claimcheck")

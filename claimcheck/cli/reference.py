"""claimcheck reference: what the reference tables hold, how their columns are read, and what is wrong in them."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claimcheck.references import Description

_SHOWN = 8


def register(commands: Any) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("reference", help="list or validate reference tables", description=__doc__)
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    listing = actions.add_parser("list", help="what each table holds", description="What each table holds.")
    listing.add_argument("folders", nargs="*", metavar="DIR", help="data packages or table files (default: those of claimcheck)")
    listing.add_argument("--explain", action="store_true", help="how every column was read, and what was left out and why")
    listing.set_defaults(run=run_list)
    validating = actions.add_parser("validate", help="what is wrong in data packages", description="What is wrong in data packages.")
    validating.add_argument("folders", nargs="+", metavar="DIR", help="folders of data packages")
    validating.set_defaults(run=run_validate)


def run_list(options: argparse.Namespace) -> int:
    """Print each table in short."""
    from claimcheck.references import References

    shown = References.load(options.folders).describe() if options.folders else (*References.shipped().describe(), *_beside())
    for description in shown:
        print("\n".join(_lines(description, options.explain)))
    return 0


def _beside() -> tuple[Description, ...]:
    """The tables that single checks use: people of countries by year, their areas, and where cities lie."""
    from claimcheck.references import gazetteer
    from claimcheck.references.areas import areas
    from claimcheck.references.populations import populations

    return (*populations().describe(), *areas().describe(), gazetteer.described())


def run_validate(options: argparse.Namespace) -> int:
    """Print every problem with its file and line; exit code 1 where one of them keeps a package from loading."""
    from claimcheck.references import validate

    problems = [problem for folder in options.folders for problem in validate(folder)]
    for problem in problems:
        print(f"{problem.severity}: {problem}")
    errors = sum(problem.severity == "error" for problem in problems)
    print(f"{_count(errors, 'error')}, {_count(len(problems) - errors, 'note')}")
    return int(errors > 0)


def _lines(table: Description, explain: bool) -> list[str]:
    days = "undated" if table.first_day is None else f"{table.first_day} to {table.last_day}"
    size = f"{_count(table.rows, 'row')}, {table.entities:,} {'entity' if table.entities == 1 else 'entities'}"
    lines = [f"{table.table}: {size}, {days}", f"  measures: {_few(table.measures)}", f"  units: {_few(table.units)}"]
    if explain:
        notes = (f"note: {note}" for note in table.notes)
        lines += [f"  {line}" for line in (f"file: {table.path}", *table.mapping, *table.aligned, *notes)]
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _few(names: tuple[str, ...]) -> str:
    return ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN:,} more" if len(names) > _SHOWN else "")

"""Checks: one question a file, found by walking this folder; the file's name is the check's name.

Files that begin with an underscore hold what several checks share. Each other module holds one function `check(case) ->
Iterator[Finding]`, and its docstring is its page of the documentation.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from inspect import getdoc

from claimcheck.case import Case
from claimcheck.errors import InputError
from claimcheck.model import Finding


@cache
def names() -> tuple[str, ...]:
    """The names of all checks, with hyphens, in alphabetical order.

    >>> "reference-date" in names()
    True
    """
    return tuple(sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(__path__) if not module.name.startswith("_")))


@cache
def _functions() -> tuple[Callable[[Case], Iterator[Finding]], ...]:
    return tuple(import_module(f"{__name__}.{name.replace('-', '_')}").check for name in names())


def run(case: Case) -> Iterator[Finding]:
    """Every finding of every check on one article."""
    for check in _functions():
        yield from check(case)


def explain(name: str) -> str:
    """What a check asks, why it matters, and examples: its own docstring.

    Raises InputError for a name that no check has.
    """
    if name not in names():
        raise InputError(f"There is no check called {name!r}; the checks are {', '.join(names())}.")
    return getdoc(import_module(f"{__name__}.{name.replace('-', '_')}")) or ""

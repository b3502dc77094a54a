"""Reports as text a person or a program reads.

Each module of this folder whose name does not start with an underscore is a format; its file name is the format's name (a trailing
underscore only avoids the name of a standard module). A format is one function

    def render(reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str: ...

Adding a format is adding such a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType

from claimcheck.errors import InputError
from claimcheck.model import Report

__all__ = ["formats", "render"]


@cache
def formats() -> Mapping[str, Callable[..., str]]:
    """Every format's function by its name.

    >>> sorted(formats())
    ['github', 'html', 'json', 'text']
    """
    modules = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    return MappingProxyType({name.rstrip("_"): import_module(f"{__name__}.{name}").render for name in modules})


def render(name: str, reports: Sequence[Report], *, verbose: bool = False, color: bool = False) -> str:
    """The reports in the named format.

    `verbose` shows figures that are plainly right too, where a format leaves them out; `color` allows terminal colours in formats that know
    them. Raises InputError for an unknown format.
    """
    if name not in formats():
        raise InputError(f"{name!r} is not a report format; known are {', '.join(formats())}.")
    return formats()[name](reports, verbose=verbose, color=color)

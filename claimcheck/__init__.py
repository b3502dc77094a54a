"""claimcheck reads every figure out of an article and holds it against references, earlier claims and the article itself.

>>> import claimcheck as cc
>>> [c.surface for c in cc.extract("Almost 4,000 villagers were evacuated.")]
['Almost 4,000 villagers']
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimcheck.comparing import compare
    from claimcheck.documents import read
    from claimcheck.errors import ClaimcheckError, InputError, LedgerError, SourceError, TableError
    from claimcheck.frames import to_frame
    from claimcheck.ledger import Ledger
    from claimcheck.model import (
        Attribution,
        Claim,
        Document,
        Evidence,
        Finding,
        Interval,
        Link,
        Location,
        Period,
        Relation,
        Report,
        Row,
        Silence,
    )
    from claimcheck.pipeline import check, check_file
    from claimcheck.reading import extract
    from claimcheck.references import References
    from claimcheck.silence import silences

__version__ = "0.1.0"

_HOMES = {
    "compare": "comparing",
    "read": "documents",
    "ClaimcheckError": "errors",
    "InputError": "errors",
    "LedgerError": "errors",
    "SourceError": "errors",
    "TableError": "errors",
    "to_frame": "frames",
    "Ledger": "ledger",
    "Attribution": "model",
    "Claim": "model",
    "Document": "model",
    "Evidence": "model",
    "Finding": "model",
    "Interval": "model",
    "Link": "model",
    "Location": "model",
    "Period": "model",
    "Relation": "model",
    "Report": "model",
    "Row": "model",
    "Silence": "model",
    "check": "pipeline",
    "check_file": "pipeline",
    "extract": "reading",
    "References": "references",
    "silences": "silence",
}

__all__ = [
    "Attribution",
    "Claim",
    "ClaimcheckError",
    "Document",
    "Evidence",
    "Finding",
    "InputError",
    "Interval",
    "Ledger",
    "LedgerError",
    "Link",
    "Location",
    "Period",
    "References",
    "Relation",
    "Report",
    "Row",
    "Silence",
    "SourceError",
    "TableError",
    "__version__",
    "check",
    "check_file",
    "compare",
    "extract",
    "read",
    "silences",
    "to_frame",
]


def __getattr__(name: str) -> object:
    """Load a public name from its home when it is first used, so that importing claimcheck costs nothing."""
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(f"{__name__}.{home}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return __all__

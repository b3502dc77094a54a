"""Live sources: services that are asked for rows before a check, each only where its name is given.

>>> from claimcheck.references.sources import WorldBank, named
>>> named("worldbank") == WorldBank()
True
"""

from __future__ import annotations

from claimcheck.errors import InputError
from claimcheck.references.sources.client import Answer, Client
from claimcheck.references.sources.factcheck import FactChecks
from claimcheck.references.sources.protocol import Source
from claimcheck.references.sources.tables import OnlineTable
from claimcheck.references.sources.wikidata import Wikidata
from claimcheck.references.sources.worldbank import WorldBank

__all__ = ["Answer", "Client", "FactChecks", "OnlineTable", "Source", "Wikidata", "WorldBank", "named"]


def named(text: str) -> Source:
    """The source that a command line names: wikidata, worldbank, worldbank:INDICATOR, factcheck:WORDS or the address of a table or package.

    Raises InputError for any other name.
    """
    name, _, detail = text.partition(":")
    if name in ("http", "https"):
        return OnlineTable(text)
    if name == "wikidata" and not detail:
        return Wikidata()
    if name == "worldbank":
        return WorldBank(tuple(detail.split(","))) if detail else WorldBank()
    if name == "factcheck" and detail:
        return FactChecks(detail)
    raise InputError(
        f"There is no source {text!r}; --source takes wikidata, worldbank[:INDICATOR], factcheck:WORDS or an address (https://...)."
    )

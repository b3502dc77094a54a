"""Earlier claims on SQLite: what was said, when, in which article; series, versions and corrections."""

from claimcheck.ledger.display import related_table, series_table, sparkline
from claimcheck.ledger.history import History
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.records import Added, Correction, Problem, Related, Version

__all__ = ["Added", "Correction", "History", "Ledger", "Problem", "Related", "Version", "related_table", "series_table", "sparkline"]

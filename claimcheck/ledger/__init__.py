"""Earlier claims on SQLite: what was said, when, in which article; series, versions and corrections."""

from claimcheck.ledger.display import about, articles_table, related_table, series_table, sparkline, versions_table
from claimcheck.ledger.history import History
from claimcheck.ledger.ledger import Ledger
from claimcheck.ledger.records import Added, Article, Correction, Problem, Related, Version

__all__ = [
    "Added",
    "Article",
    "Correction",
    "History",
    "Ledger",
    "Problem",
    "Related",
    "Version",
    "about",
    "articles_table",
    "related_table",
    "series_table",
    "sparkline",
    "versions_table",
]

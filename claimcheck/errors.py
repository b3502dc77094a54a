"""Every error claimcheck raises on purpose.

ClaimcheckError    base; one clear sentence that names file, line and remedy
├── InputError     a path, document, date or option that cannot be used
├── TableError     a data package, reference table or row that breaks its own description
├── SourceError    a live source that cannot be reached, takes too long or answers with an error or nonsense
└── LedgerError    a file that is no ledger, comes from a newer version, is locked or is damaged
"""

from __future__ import annotations


class ClaimcheckError(Exception):
    """Base of all errors raised on purpose; its text is one sentence fit for a reporter."""


class InputError(ClaimcheckError):
    """A path, document, date or option that cannot be used."""


class TableError(ClaimcheckError):
    """A data package, reference table or row that breaks its own description."""


class SourceError(ClaimcheckError):
    """A live source that cannot be reached, takes too long, sends too much or answers with an error or nonsense."""


class LedgerError(ClaimcheckError):
    """A file that is no ledger, comes from a newer version, is locked or is damaged."""

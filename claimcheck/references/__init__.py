"""Tables that a claim can be held against: data packages, files and DataFrames, with dates and sources."""

from claimcheck.references.collection import Description, References, Table
from claimcheck.references.packages import validate
from claimcheck.references.problems import Problem

__all__ = ["Description", "Problem", "References", "Table", "validate"]

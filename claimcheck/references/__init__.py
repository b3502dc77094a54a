"""Tables that a claim can be held against: data packages, files and DataFrames, with dates and sources."""

from claimcheck.references.collection import References
from claimcheck.references.packages import validate
from claimcheck.references.problems import Problem
from claimcheck.references.tables import Description, Table

__all__ = ["Description", "Problem", "References", "Table", "validate"]

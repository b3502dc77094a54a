"""Are two claims, or a claim and a reference row, about the same quantity, and how do their figures stand?"""

from claimcheck.comparing.relation import compare, same_quantity

__all__ = ["compare", "same_quantity"]

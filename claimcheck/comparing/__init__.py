"""Are two claims, or a claim and a reference row, about the same quantity, and how do their figures stand?"""

from claimcheck.comparing.relation import are_one, cannot_both_be_right, compare, same_quantity

__all__ = ["are_one", "cannot_both_be_right", "compare", "same_quantity"]

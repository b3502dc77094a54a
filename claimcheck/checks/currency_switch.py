"""Does a sum change its currency from one mention to the next?

What it asks. "The plan will cost $2.3 billion ... parliament must approve the €2.3 billion plan": where a later figure
takes an earlier one up, with the same digits and another currency, one of the signs is wrong. A conversion beside the
sum is another matter: its digits differ.

Why it matters. The sign is one keystroke, and half of the keyboards have it elsewhere.

An example that speaks:

    The reconstruction plan will cost $2.3 billion. Parliament must approve the €2.3 billion reconstruction plan.   -> inconsistent

An example that is silent:

    The reconstruction plan will cost $2.3 billion. Parliament must approve the $2.3 billion reconstruction plan.
"""

from __future__ import annotations

from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.take_up import takes_up
from claimcheck.model import Claim, Finding

_NAME = "currency-switch"
_FEW, _DIGITS = 8, 2
_KNOWN = ("the", "that", "this", "its", "their", "his", "her")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every sum that is taken up in another currency."""
    sums: dict[str, list[Claim]] = {}
    for claim in case.claims:
        if claim.kind != "money" or isinstance(claim.value, tuple):
            continue
        earlier = sums.setdefault(claim.value, [])
        switched = [other for other in earlier if other.unit != claim.unit and _is_meant(other, claim)]
        if switched and not any(other.unit == claim.unit for other in earlier):
            said = f"{switched[0].surface} and then {claim.surface} for what reads as one sum"
            yield inconsistent(_NAME, claim, [switched[0]], said)
        if len(earlier) < _FEW:
            earlier.append(claim)


def _is_meant(earlier: Claim, later: Claim) -> bool:
    """Whether a later sum is the earlier one: it takes it up, or its digits come again behind "the" or "its" of what was named there."""
    if takes_up(earlier, later):
        return True
    before = later.sentence[: later.span[0] - later.sentence_span[0]].casefold().split()[-1:]
    known = bool(before) and before[0] in _KNOWN and later.sentence_span != earlier.sentence_span
    digits = str(later.value).strip("0").replace(".", "")
    return known and len(digits) >= _DIGITS and bool(shared(stems(earlier.sentence), stems(_behind(later))))


def _behind(claim: Claim) -> str:
    """What stands behind a figure in its clause."""
    return claim.sentence[claim.span[1] - claim.sentence_span[0] :].partition(",")[0]

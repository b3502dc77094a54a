"""Does a sum change its currency from one mention to the next?

What it asks. "The plan will cost $2.3 billion ... parliament must approve the €2.3 billion plan": where a later figure
takes an earlier one up, with the same digits and another currency, one of the signs is wrong; where it only comes again before a noun
named there ("the €2.3 billion plan"), it is a warning. A conversion beside the sum is another matter: its digits differ.

Why it matters. The sign is one keystroke, and half of the keyboards have it elsewhere.

An example that speaks:

    The reconstruction plan will cost $2.3 billion. Parliament must approve the €2.3 billion reconstruction plan.   -> inconsistent

An example that is silent:

    The reconstruction plan will cost $2.3 billion. Parliament must approve the $2.3 billion reconstruction plan.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._findings import inconsistent
from claimcheck.comparing.figures import digits_of
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.take_up import set_apart, takes_up
from claimcheck.model import Claim, Finding
from claimcheck.vocabulary import either

_NAME = "currency-switch"
_FEW, _DIGITS, _HEAD = 8, 2, 4
"""Earlier sums of one value looked at; digits of a sum, and words behind it, by which it is known again. Conventions of this project."""
_KNOWN = ("the", "that", "this")
_BARE = re.compile(r"(?<![A-Z])\$|\b(?<!ian )(?<!US )(?<!Zealand )(?<!Kong )(?<!Singapore )dollars?\b", re.IGNORECASE)
"""A dollar that is not said to be whose; in Sydney "A$120 million" is "$120 million" next."""
_NAMED = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][\w’'-]+")
_ANOTHER = re.compile(rf"\b(?:{either('tells of the sum of another')})\b", re.IGNORECASE)


def check(case: Case) -> Iterator[Finding]:
    """A finding for every sum that is taken up in another currency."""
    sums: dict[str, list[Claim]] = {}
    for claim in case.claims:
        if claim.kind != "money" or isinstance(claim.value, tuple):
            continue
        earlier = sums.setdefault(claim.value, [])
        severity = {other.id: _severity(case.document.text, other, claim) for other in earlier if other.unit != claim.unit}
        switched = [other for other in earlier if severity.get(other.id)]
        if switched and not any(other.unit == claim.unit for other in earlier):
            said = f"{switched[0].surface} and then {claim.surface} for what reads as one sum"
            yield inconsistent(_NAME, claim, [switched[0]], said, severity[switched[0].id] or "warning")
        if len(earlier) < _FEW:
            earlier.append(claim)


def _severity(text: str, earlier: Claim, later: Claim) -> str | None:
    """An error where a later sum takes an earlier one up, a warning where its digits come again before a noun of that sentence."""
    if set_apart(earlier, later) or _are_dollars(earlier, later) or _names_another(text, later):
        return None
    if takes_up(earlier, later):
        return "error"
    before = later.sentence[: later.span[0] - later.sentence_span[0]].casefold().split()[-1:]
    known = bool(before) and before[0] in _KNOWN and later.sentence_span != earlier.sentence_span
    digits = len(digits_of(str(later.value))) >= _DIGITS
    return "warning" if known and digits and shared(stems(earlier.sentence), stems(_behind(later))) else None


def _are_dollars(earlier: Claim, later: Claim) -> bool:
    """Whether one of two sums is in dollars that may be the other's: "C$40 million" and then "$40 million"."""
    return any(_BARE.search(claim.surface) for claim in (earlier, later)) and all(
        "$" in c.surface or "dollar" in c.surface for c in (earlier, later)
    )


def _names_another(text: str, later: Claim) -> bool:
    """Whether the sentence of a later sum speaks of a rival's, or names whom or what the text has not named before: theirs is another."""
    told = text[: later.sentence_span[0]]
    return _ANOTHER.search(later.sentence) is not None or any(found[0] not in told for found in _NAMED.finditer(later.sentence))


def _behind(claim: Claim) -> str:
    """The words right behind a figure."""
    return " ".join(claim.sentence[claim.span[1] - claim.sentence_span[0] :].partition(",")[0].split()[:_HEAD])

"""Does a text say that an earlier figure was wrong, and that this one stands in its place?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claimcheck.comparing.figures import lower
from claimcheck.comparing.labels import is_denied, is_first_account, states_revision
from claimcheck.comparing.time import course
from claimcheck.model import Claim


def denies(past: Claim, claim: Claim, old: Iterable[Claim]) -> bool:
    """Whether the text says of the past figure that it was not so: "149 people had been aboard, and not 148"; a toll grows as well.

    Nothing is wrong about the figure of another day that a new one is set against: "4.4 percent, not the 4.6 percent of December". `old`
    are the figures that the text gives as those which this one takes the place of.
    """
    moves = course(past, claim)
    if moves == "grows" and not lower(past, claim):
        return False
    said_wrong = states_revision(claim.sentence, moves)
    return any(each.value == past.value and is_denied(each, moves) and (said_wrong or each.as_of == claim.as_of) for each in old)


def calls_wrong(past: Claim, claim: Claim, old: Sequence[Claim], beside: Iterable[Claim], paragraph: str) -> bool:
    """Whether the text calls a past figure revised, wrong, or a first account of what this one tells.

    `old` is as above, `beside` are the figures of the claim's sentence. A toll that is higher than the past one may just have grown since,
    unless the text gives the figure that was wrong; where it is lower, a word of its paragraph will do.
    """
    moves = course(past, claim)
    if moves != "grows":
        first_told = any(each.value == past.value and is_first_account(each) for each in beside)
        return first_told or states_revision(claim.sentence, moves)
    if not lower(past, claim):
        return bool(old) and states_revision(claim.sentence)
    return any(each.value == past.value for each in old) or states_revision(paragraph)

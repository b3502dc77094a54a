"""Heights that nothing of the kind has: metres were meant for kilometres, or a figure was typed twice."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from attrs import frozen

from claimcheck.model import Claim
from claimcheck.reading import units
from claimcheck.vocabulary import either, table

_STANDS = r"(?! (?:in|on|up|above|over|at|among|enough)\b)"
_MEASURED = {
    "of itself": re.compile(rf"[ -](?:tall|high|in height)\b{_STANDS}"),
    "of a person": re.compile(rf"[ -](?:tall|in height)\b{_STANDS}"),
    "above the sea": re.compile(rf" (?:tall|high|in height|above sea level)\b|-(?:tall|high|in height)\b{_STANDS}"),
}
"""What makes a length the height of a thing itself: "1,560 metres high in the Alps" is where it stands, and people high up fly or climb."""
_NO_HEAD = either("no head of a tall thing")
_IS = r"(?:,? (?:which|that|who))?,?(?: (?:is|was|stands|stood|standing|measures|measuring|rises|towers|soars|reaches))?"


@frozen
class _Limit:
    """The things of one row of limits.csv as patterns: as the subject of a height, and behind one ("a 320-metre-tall tower")."""

    most: Decimal
    because: str
    subject: re.Pattern[str]
    behind: re.Pattern[str]
    unless: re.Pattern[str]
    told: re.Pattern[str]


def too_tall(claim: Claim) -> str | None:
    """Why nothing of the kind is so tall; None where it may be, or where the height is where something lies, flew or climbed to.

    >>> import claimcheck as cc
    >>> texts = "The tower is 320 km tall.", "The hotel lies at a height of 1,560 metres."
    >>> [too_tall(cc.extract(text)[0]) for text in texts]
    ['nothing built or grown is taller than 828 metres (Burj Khalifa)', None]
    """
    if claim.kind != "length" or isinstance(claim.value, tuple) or claim.change is not None:
        return None
    start, end = (place - claim.sentence_span[0] for place in claim.span)
    before, after = claim.sentence[:start], claim.sentence[end:]
    metres = units.base_value(Decimal(claim.value), claim.unit or "")[0]
    for limit in _limits():
        if metres <= limit.most or limit.unless.search(claim.sentence) or not limit.told.match(after):
            continue
        if limit.subject.search(before) or (limit.behind.match(after) and not before.rstrip().endswith("of")):
            return limit.because
    return None


@cache
def _limits() -> tuple[_Limit, ...]:
    return tuple(_limit(row) for row in table("limits"))


def _limit(row: dict[str, str]) -> _Limit:
    noun = rf"(?:{row['nouns']})s?"
    opens = r"(?:\A|[.,;:–—“\"] ?|\b(?:that|and|but|where|said|says) )(?:the|a|an|this|that|its|his|her|their|our) "
    words = rf"(?:(?!(?:{_NO_HEAD})\b)[\w’'-]+ ){{0,4}}"
    return _Limit(
        Decimal(row["most"]),
        row["because"],
        re.compile(rf"{opens}{words}{noun}(?: (?:of )?(?-i:[A-Z])[\w’'-]+){{0,3}}{_IS} \Z", re.IGNORECASE),
        re.compile(rf"-(?:tall|high) (?:[a-z-]+ ){{0,2}}?{noun}\b", re.IGNORECASE),
        re.compile(rf"\b(?:{either(row['unless'])})\b", re.IGNORECASE),
        _MEASURED[row["measured"]],
    )

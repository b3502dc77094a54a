"""Percent signs, currencies and units that a number leaves out because it is held against one that has them.

"3 percent instead of 2.4", "50.4 percent, down from the 50.6 of Monday", "to 4.1 percent in May from 4.4", "45 percent to 41".
"""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading import changes
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_COMPARISONS = Phrases((row["wording"], True) for row in table("comparisons"))
_MEASURED = ("percent", "money", "rate", "length", "mass", "volume", "area", "speed", "temperature", "power", "energy", "duration", "data")
_LEVELS = ("percent", "money", "rate")
_BEFORE_LEVEL = word_set("before the level of a number")
_FURTHER = frozenset(
    (
        ("and", "not", "to"), ("not", "to"), (",", "not", "to"), ("and", "then", "to"), (",", "then", "to"), ("then", "to"), ("and", "to"),
        ("rather", "than", "to"), ("instead", "of", "to"), ("and", "on", "to"), (",", "from"), ("and", "finally", "to"),
    )
)  # fmt: skip
"""Between levels of one thing: "from 19 percent to 20 and not to 21"."""
_FROM_ANOTHER = ((",", "up"), (",", "down"))
_SET_APART = (("and", "not"), ("and", "then"), ("and", "not", ","))
_TIMES = ("in", "on", "at", "last", "this", "a", "the", "for")
_HUNDRED = Decimal(100)
_LONGEST = 6
"""Tokens of a time between two levels: "to 4.1 percent in the year to May from 4.4"."""


def is_held_against(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number is in the unit of the one before it, because the two are compared.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> [(str(figure.value), figure.unit) for figure in quantities.find(cut("Pensions rise by 3 percent instead of 2.4."))]
    [('3', 'percent'), ('2.4', 'percent')]
    """
    if before.kind not in _MEASURED or part.number.form == "fraction" or part.single is None or part.number.scaled:
        return False
    if before.kind == "percent" and abs(part.single) > _HUNDRED:
        return False
    joint = tokens.words[before.last : part.first]
    return (
        joint in _FURTHER
        or (joint[:2] in _SET_APART and joint[-2:] == (",", "to"))
        or _is_compared(tokens, before, part)
        or _is_level_from(tokens, before, joint)
        or _is_share_to_share(tokens, before, part, joint)
    )


def _is_compared(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether "instead of" or "down from the" joins two figures; what is not in per cent needs its article."""
    match = _COMPARISONS.at(tokens, before.last)
    if match is None:
        return False
    article = tokens.words[match[0] : part.first] == ("the",)
    return article or (before.kind == "percent" and match[0] == part.first)


def _is_level_from(tokens: Tokens, before: Part, joint: tuple[str, ...]) -> bool:
    """The joint of "to 4.1 percent in May from 4.4" and of "rose 4.1 percent in May, up from 3.4"."""
    if before.kind not in _LEVELS or len(joint) < 2 or joint[-1] != "from" or len(joint) > _LONGEST or joint[0] not in _TIMES:
        return False
    if joint[-3:-1] in _FROM_ANOTHER:
        return "(" not in joint and ";" not in joint
    plain = all(tokens.kinds[at] == "w" for at in range(before.last, before.last + len(joint)))
    return plain and tokens.words[before.first - 1 : before.first] != () and tokens.words[before.first - 1] in _BEFORE_LEVEL


def _is_share_to_share(tokens: Tokens, before: Part, part: Part, joint: tuple[str, ...]) -> bool:
    """The 41 of "led by 45 percent to 41": two shares of one whole, where nothing rises."""
    if joint != ("to",) or before.kind != "percent" or before.single is None or part.single is None:
        return False
    return before.single + part.single <= _HUNDRED and changes.governing(tokens, before.first) is None

"""Percent signs, currencies and units that a number leaves out because it is held against one that has them.

"4 percent instead of 3.6", "61.2 percent, down from the 61.9 of Friday", "to 4.1 percent in May from 4.4", "45 percent to 41"; farther off,
"stood at 4.1 metres, 1.7 below the peak of 5.8", "lasted 30 days; the port had asked for five".
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.reading import changes
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_COMPARISONS = Phrases((row["wording"], True) for row in table("comparisons"))
_MEASURED = ("percent", "money", "rate", "length", "mass", "volume", "area", "speed", "temperature", "power", "energy", "duration", "data")
_BESIDE = ("percentage_point", "basis_point", "count", "ratio", "")
"""Kinds that may stand between two numbers of one unit: "33 percent, down four points ...; the others have 29"."""
_LEVELS = ("percent", "money", "rate")
_BEFORE_LEVEL = word_set("before the level of a number")
_CALENDAR = word_set("calendar")
_OPINIONS = word_set("opinions behind a share")
_COUNTS = word_set("names a count")
_LEVEL_NOUNS = word_set("level whose unit is known")
_BESIDE_A_LEVEL = ("below", "above", "short", "under", "over", "off", "shy", "less", "fewer", "more")
_SAID = word_set("before a number without its unit")
_LINKS = ("after", "against", "in", "of", "to", "for", "with", "by", "on", "than", "from")
_CLOSING = (".", ",", ";", ":", "?", "!", ")", "—", "–", '"', "”", "and", "but", "while", "last", "a", "on", "in", "by")
_WHICH = ("last", "this", "a", "the", "previous", "earlier")
_ALLOWED = word_set("allowed or foretold")
_NAMED_BEFORE = word_set("named before by its number")
_JOINTS = ((",",), (), (",", "or"), (",", "and"), ("or",), (";",))
_LOOKED_BACK = 6
"""Figures looked back for the unit."""
_RANGE = 20
"""How many times larger or smaller than the measured one a number in its unit may be."""
_FURTHER = frozenset(
    (
        ("and", "not", "to"), ("not", "to"), (",", "not", "to"), ("and", "then", "to"), (",", "then", "to"), ("then", "to"), ("and", "to"),
        ("rather", "than", "to"), ("instead", "of", "to"), ("and", "on", "to"), (",", "from"), ("and", "finally", "to"),
    )
)  # fmt: skip
"""Between levels of one thing: "from 12 percent to 14 and not to 16"."""
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
    >>> [(str(figure.value), figure.unit) for figure in quantities.find(cut("Wages rise by 4 percent instead of 3.6."))]
    [('4', 'percent'), ('3.6', 'percent')]
    """
    if before.kind == "age" and tokens.words[before.last : part.first] == ("and",) and tokens.words[before.first - 1] == "of":
        return part.bare and part.single is not None and part.single <= _HUNDRED
    if before.kind not in _MEASURED or part.number.form == "fraction" or part.single is None or part.number.scaled:
        return False
    if before.kind == "percent" and abs(part.single) > _HUNDRED:
        return False
    joint = tokens.words[before.last : part.first]
    return (
        joint in _FURTHER
        or (joint[:2] in _SET_APART and joint[-2:] == (",", "to"))
        or _is_compared(before, comparison(tokens, before, part))
        or _is_level_from(tokens, before, joint)
        or _is_share_to_share(tokens, before, part, joint)
    )


def spoken_of(tokens: Tokens, parts: Sequence[Part], index: int) -> Part | None:
    """The measured figure whose unit a bare number farther on leaves out, None where there is none.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> [figure.unit for figure in quantities.find(cut("The closure lasted 30 days; the port had asked for five."))]
    ['day', 'day']
    """
    part, measured = parts[index], None
    for at in range(index - 1, max(0, index - _LOOKED_BACK) - 1, -1):
        before = parts[at]
        if part.number.scaled and before.kind == "percent":
            continue
        if measured is None and _stands_with_a_share(tokens, parts, at) and "." not in tokens.words[part.number_first]:
            return None
        if measured is not None and (before.kind != measured.kind or not _is_difference(tokens, measured)):
            break
        if before.kind in _MEASURED or before.kind not in _BESIDE:
            measured = before
            if not _is_difference(tokens, measured):
                break
    if measured is None or measured.kind not in _MEASURED or not _may_be_of(measured, part):
        return None
    return measured if _stands_alone(tokens, measured, parts[index - 1], part) else None


def _stands_with_a_share(tokens: Tokens, parts: Sequence[Part], at: int) -> bool:
    """Whether a count stands beside a share, so that whole numbers behind are of its noun: "27.5 percent and 48 seats, the Union 31"."""
    if at == 0 or not parts[at].counted or parts[at - 1].kind != "percent":
        return False
    return tokens.words[parts[at - 1].last : parts[at].first] in (("and",), (",",))


def _is_difference(tokens: Tokens, part: Part) -> bool:
    """Whether a figure tells how far apart two levels are: the 20 of "20 centimeters above the record of 8.9"."""
    return part.kind == "length" and tokens.words[part.last : part.last + 1] in (("above",), ("below",))


def _may_be_of(measured: Part, part: Part) -> bool:
    """Whether a number can be in the unit of another by its size: no percentage above 100, none many times larger or smaller."""
    value, other = part.single, measured.single
    if value is None or other is None or part.number.form not in ("digits", "words") or value <= 0:
        return False
    if part.number.scaled and not measured.number.scaled:
        return False
    if measured.kind == "percent":
        return value <= _HUNDRED
    scaled = measured.number.scaled and not part.number.scaled
    if measured.kind in ("money", "rate") and (scaled or measured.number.single != other):
        return False
    return abs(other) <= value * _RANGE and value <= abs(other) * _RANGE


def _stands_alone(tokens: Tokens, measured: Part, before: Part, part: Part) -> bool:
    """Whether a number stands where only its unit is missing."""
    words, ahead = tokens.words, tokens.words[part.first - 1]
    after = words[part.last] if part.last < len(tokens) else "."
    closes = after in _CLOSING
    if ahead == "the" and after in _NAMED_BEFORE and (part.number.scaled or "." in words[part.number_first]):
        return True
    if part.number.scaled:
        return ahead == "the" and after == "of" and _is_time(tokens, part.last + 1)
    if words[part.last : part.last + 1] != () and after in _OPINIONS:
        return measured.kind == "percent"
    if not _COUNTS.isdisjoint(words[measured.last : part.first]):
        return False
    if after == "apart":
        return measured.kind == "length"
    if before is measured and (after in _BESIDE_A_LEVEL or part.more is not None):
        return _is_beside(words[measured.last : part.first])
    if ahead == "of" and words[part.first - 2] in _LEVEL_NOUNS:
        return True
    if ahead == "the" and after in _ALLOWED:
        return True
    if measured.kind == "percent" and ahead in ("'s", "’s"):
        return closes
    if ahead == "the" and after == "of":
        return words[part.last + 1 : part.last + 2] != () and _is_time(tokens, part.last + 1)
    if "." in words[part.number_first] and part.number.form == "digits":
        return closes and (ahead in _BEFORE_LEVEL or ahead in _SAID or (ahead in _LINKS and "." in words[measured.number_first]))
    if measured.kind == "percent" and ahead == "on" == words[measured.first - 1]:
        return closes
    if measured.kind == "percent":
        return closes and (ahead in _SAID or (ahead == "," and tokens.capital(part.first - 2)) or tokens.capital(part.first - 1))
    return closes and ahead in _SAID and before is measured


def _is_beside(joint: tuple[str, ...]) -> bool:
    """Whether nothing stands between two figures but a comma and the substance measured: "90,000 tonnes of crude, 12,000 more than"."""
    return joint in _JOINTS or (joint[0] == "of" and joint[-1] == "," and len(joint) < _LONGEST)


def _is_time(tokens: Tokens, at: int) -> bool:
    """Whether a month, a year or a word such as "last" stands at a token: the 270 "of May" and "of last year"."""
    word = tokens.words[at]
    return word in _CALENDAR or word in _WHICH or (tokens.kinds[at] == "d" and len(word) == 4)


def comparison(tokens: Tokens, before: Part, part: Part) -> tuple[str, ...] | None:
    """What stands between a number and the "instead of" or "down from" that holds it against the figure before; None without such words."""
    return compared_at(tokens, before.last, part)


def compared_at(tokens: Tokens, at: int, part: Part) -> tuple[str, ...] | None:
    """What stands between a number and the comparing words at a token; None where there are none."""
    match = _COMPARISONS.at(tokens, at)
    return None if match is None or match[0] > part.first else tokens.words[match[0] : part.first]


def _is_compared(before: Part, between: tuple[str, ...] | None) -> bool:
    """Whether "instead of" or "down from the" joins two figures; what is not in per cent needs its article."""
    if between == ("the",) or (before.kind == "percent" and between == ()):
        return True
    return between is not None and len(between) == 2 and between[0] in ("a", "the") and between[1].endswith("ed")


def _is_level_from(tokens: Tokens, before: Part, joint: tuple[str, ...]) -> bool:
    """The joint of "to 4.1 percent in May from 4.4" and of "rose 4.1 percent in May, up from 3.4"."""
    if before.kind not in _LEVELS or len(joint) < 2 or joint[-1] != "from" or len(joint) > _LONGEST or joint[0] not in _TIMES:
        return False
    if joint[-3:-1] in _FROM_ANOTHER:
        return "(" not in joint and ";" not in joint
    plain = all(tokens.kinds[at] != "p" for at in range(before.last, before.last + len(joint)))
    return plain and tokens.words[before.first - 1 : before.first] != () and tokens.words[before.first - 1] in _BEFORE_LEVEL


def _is_share_to_share(tokens: Tokens, before: Part, part: Part, joint: tuple[str, ...]) -> bool:
    """The 41 of "led by 45 percent to 41": two shares of one whole, where nothing rises."""
    if joint != ("to",) or before.kind != "percent" or before.single is None or part.single is None:
        return False
    return before.single + part.single <= _HUNDRED and changes.governing(tokens, before.first) is None

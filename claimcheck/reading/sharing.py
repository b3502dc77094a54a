"""Units and nouns handed from one number to another: lists, fronted units, elided nouns.

"35 and 60 mg", "10 by 12 feet", "GDP per head (in US$) was 4,100", "the number of victims rose to 55", "40 farmers were killed and 90
wounded". A noun is handed only to a number that stands where the noun would stand again: never to one that names a size of its own ("a
town of 12,000") or a level ("at 36").
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from claimcheck.reading import converted_units, elided, elided_units, listed_units, measured_alike, nouns
from claimcheck.reading.measured_alike import OF_THEM, WHERE
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_STATES = word_set("state of people")
_OTHERS = "other"
_MILLION, _HUNDRED = Decimal(1_000_000), Decimal(100)
_MOST_FRONTED = 50
"""Fronted nouns of one sentence that are looked through, to keep endless sentences linear."""
_RATE_JOINTS = (("to",), ("and",), ("or",))
_FROM = (("from",), (",", "from"), (",", "up", "from"), (",", "down", "from"), ("from", "a"), ("against",))
"""Between two amounts that are both stated per something: "£11 and £12 an hour"; `_FROM`: "£12 an hour from £11"."""
_POINTS = ("percentage_point", "basis_point")
_APART = word_set("how far two are apart")
_LOOKED_BACK = 5
"""Counts before one that may be the whole it is some of."""


def share(tokens: Tokens, parts: list[Part]) -> None:
    """Hand units and nouns along the numbers of a sentence."""
    if len(parts) == 1 and not parts[0].bare:
        return
    _read_millions(tokens, parts)
    for before, part in pairwise(parts):
        if part.bare and measured_alike.is_next_age(tokens, before, part):
            part.kind, part.unit = "age", before.unit
    listed_units.read(tokens, parts)
    _share_nouns(tokens, parts)
    for a, b in pairwise(parts):
        if b.unit.startswith(f"{a.unit} / ") and not a.bare and tokens.words[a.last : b.first] in _RATE_JOINTS:
            a.take_unit(b)
        elif a.unit.startswith(f"{b.unit} / ") and not b.bare and tokens.words[a.last : b.first] in _FROM:
            b.take_unit(a)


def _share_nouns(tokens: Tokens, parts: list[Part]) -> None:
    """Give every bare number the unit or noun of a figure before it, and "others" the noun of those they are apart from."""
    fronted = elided.fronted_nouns(tokens) if any(part.bare for part in parts) else []
    counted: list[Part] = []
    for index, part in enumerate(parts):
        whole = _whole_of(tokens, part, counted)
        if part.counted == _OTHERS and whole is not None and whole.number_last <= part.first:
            part.counted, part.noun = whole.counted, whole.noun
        elif part.bare and (like := _measured_like(tokens, parts, index)) is not None:
            part.take_unit(like)
            if _is_level_changed(tokens, like, part):
                part.kind = part.unit = "percent"
        elif part.bare:
            elided.read(tokens, part, whole, [noun for noun in fronted[-_MOST_FRONTED:] if noun.last <= part.first])
        told = part.kind == "count" and part.counted and part.counted not in _STATES and not _is_compound(part)
        if told and not (counted and tokens.words[part.first - 1] in WHERE):
            counted.append(part)


def _is_level_changed(tokens: Tokens, change: Part, part: Part) -> bool:
    """Whether a number is the level in percent that so many points lead to: "by half a point to 4.5"; gaps and spreads stay in points."""
    led = tokens.words[change.first - 1] == "by" and tokens.words[part.first - 1] == "to"
    level = part.single is not None and part.single <= _HUNDRED
    return led and level and change.unit in _POINTS and _APART.isdisjoint(tokens.words[: change.first])


def _measured_like(tokens: Tokens, parts: list[Part], index: int) -> Part | None:
    """The figure whose unit a bare number is in, None where it is a count or nothing tells."""
    part, alike = parts[index], converted_units.converted_alike(tokens, parts, index)
    if alike is not None or index == 0:
        return alike
    before = parts[index - 1]
    if index > 1 and converted_units.is_behind_conversion(tokens, parts[index - 2], before, part):
        return parts[index - 2]
    if measured_alike.is_elided_money(tokens, before, part):
        return before
    if measured_alike.is_measured_like(tokens, before, part):
        return measured_alike.compared_with(tokens, parts, index)
    return elided_units.spoken_of(tokens, parts, index)


def _read_millions(tokens: Tokens, parts: list[Part]) -> None:
    """The "12m on wages" behind "£40m on players" is money too, not metres."""
    money: Part | None = None
    for part in parts:
        letter = tokens.words[part.last - 1 : part.last] == ("m",) and tokens.touches(part.last - 1)
        if part.kind == "money" and part.number.scaled and tokens.words[part.number.last - 1] == "m":
            money = part
        elif money is not None and part.unit == "meter" and letter:
            part.take_unit(money)
            part.scale(_MILLION)


def _whole_of(tokens: Tokens, part: Part, counted: list[Part]) -> Part | None:
    """The count whose noun a later number leaves out: the last one; of "1,500 of them", the last that is as many."""
    if not counted:
        return None
    if tokens.words[part.last : part.last + 2] not in OF_THEM or part.single is None:
        return counted[-1]
    as_many = (whole for whole in reversed(counted[-_LOOKED_BACK:]) if whole.single is None or whole.single >= part.single)
    return next(as_many, counted[-1])


def _is_compound(part: Part) -> bool:
    """Whether a noun belongs to one thing and not to those counted: "a three-judge panel"."""
    return part.value != 1 and part.noun is not None and part.noun.lower() == part.counted and not nouns.is_plural(part.noun.lower())

"""What a figure and its conversion in brackets share: the rate, the bound, and the currency that later figures are in."""

from __future__ import annotations

from itertools import pairwise

from claimcheck.reading import elided_units, units
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens

_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_STATED_PER = ("money", "mass", "volume", "length", "energy", "data")
_NEVER_CONVERTED = ("count", "percent", "age", "ratio")
_LOOKED_BACK = 5
"""Figures before one in which another conversion of its kind stands."""


def converted_alike(tokens: Tokens, parts: list[Part], index: int) -> Part | None:
    """What the 7 of "9 million yen ($80,000) for one and 7 million ($62,000) for the other" is in: what was converted before as it is."""
    if not _is_converted(tokens, parts, index):
        return None
    unit = parts[index + 1].unit
    before = range(max(0, index - _LOOKED_BACK), index - 1)
    return next(
        (parts[at] for at in before if not parts[at].bare and parts[at + 1].unit == unit and _is_converted(tokens, parts, at)), None
    )


def _is_converted(tokens: Tokens, parts: list[Part], index: int) -> bool:
    """Whether money in brackets follows a number."""
    if index + 1 >= len(parts) or parts[index + 1].kind != "money":
        return False
    return tokens.words[parts[index].last : parts[index + 1].first] == ("(",)


def is_behind_conversion(tokens: Tokens, first: Part, converted: Part, part: Part) -> bool:
    """The 141 of "to 412 million pounds ($548 million) from 141 million", the 60 of "90 hectares (222 acres), against 60": as the first."""
    bracketed = tokens.words[first.last : converted.first] == ("(",) and first.kind == converted.kind
    if not bracketed or first.kind in _NEVER_CONVERTED or not part.bare or tokens.words[converted.last : converted.last + 1] != (")",):
        return False
    joint = tokens.words[converted.last + 1 : part.first]
    return joint in (("from",), ("to",)) or elided_units.compared_at(tokens, converted.last + 1, part) in ((), ("the",))


def share_rates(tokens: Tokens, parts: list[Part]) -> None:
    """Hand what stands behind a conversion in brackets to both figures: "9 euros ($10) a month" are both a month."""
    for a, b in pairwise(parts):
        if tokens.words[a.last : b.first] != ("(",) or a.kind != b.kind or a.kind not in _STATED_PER or a.unit == b.unit:
            continue
        rate = units.rate_after(tokens, b.last + 1) if tokens.words[b.last : b.last + 1] == (")",) else None
        names = [f"{part.unit} / {rate[1]}" for part in (a, b)] if rate is not None and rate[1].per != "item" else []
        if rate is not None and names and all(units.named(name) for name in names):
            for part, name in zip((a, b), names, strict=True):
                part.kind, part.unit = units.kind_of(name), name


def share_hedges(tokens: Tokens, parts: list[Part]) -> None:
    """Hand the bound of a figure to its conversion in brackets: "below 5 degrees Celsius (41 F)" is below both."""
    for a, b in pairwise(parts):
        converts = tokens.words[a.last : b.first] == ("(",) and a.kind == b.kind and a.unit != b.unit and a.kind not in _NEVER_CONVERTED
        if converts and b.qualifier == "exact" and a.qualifier in _BOUNDS and b.single is not None:
            b.qualifier = a.qualifier

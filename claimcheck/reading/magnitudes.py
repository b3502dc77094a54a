"""Magnitudes of earthquakes: "a 7.1-magnitude quake", "Mw 7.1", "7.1 on the Richter scale"."""

from __future__ import annotations

from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

STRONGEST = 11
"""The strongest earthquake on record had magnitude 9.5 (Chile 1960, USGS)."""

_QUAKE = word_set("earthquake")
_MAGNITUDE = word_set("before a magnitude")
_AFTER_MAGNITUDE = (".", ",", ";", "from", "to", "on", "and", "after", "by", "in", "but", ")")
_MEASURING = word_set("between quake and magnitude")
_MAGNITUDE_JOINTS = ("of", "-", "a", "was", "at")
_SPELT_OUT = 5
"""Letters of the shortest word before a magnitude that is no symbol."""
_NEAR = 8
"""Tokens before a revised magnitude in which it is named."""


def read_magnitude(tokens: Tokens, part: Part) -> None:
    """Make a number without a unit a magnitude where the words around it say so."""
    words, value = tokens.words, part.single
    if value is None or not 0 < value < STRONGEST:
        return
    after = part.last + 1 if words[part.last : part.last + 1] == ("-",) else part.last
    following = words[after : after + 4]
    if following[:1] == ("magnitude",):
        part.last = after + 1
    elif not (
        _is_told_before(tokens, part)
        or (not _QUAKE.isdisjoint(following[:1]) and "." in words[part.number.first])
        or (following[:1] == ("on",) and "richter" in following)
        or _is_revised(tokens, part)
    ):
        return
    part.kind, part.unit = "magnitude", "magnitude"


def _is_told_before(tokens: Tokens, part: Part) -> bool:
    """Whether the words before a number say that it is a magnitude: "Mw 7.1", "a magnitude of 7", "aftershocks of 5.1"; not "M 7"."""
    words, first, decimal = tokens.words, part.first, "." in tokens.words[part.number.first]
    if first == 0:
        return False
    named = words[first - 1] in _MAGNITUDE and (decimal or len(words[first - 1]) >= _SPELT_OUT)
    joined = "magnitude" in words[max(0, first - 3) : first] and words[first - 1] in _MAGNITUDE_JOINTS
    return named or joined or (decimal and _is_of_quakes(tokens, part))


def _is_of_quakes(tokens: Tokens, part: Part) -> bool:
    """Whether a number stands behind "aftershocks of", "a tremor measuring"."""
    before = tokens.words[max(0, part.first - 3) : part.first]
    return before[-1:] != () and before[-1] in _MEASURING and not _QUAKE.isdisjoint(before)


def _is_revised(tokens: Tokens, part: Part) -> bool:
    """Whether a number with a decimal is what a magnitude was changed to or from: "lowered the magnitude to 5.1 from 5.3"."""
    words, first = tokens.words, part.first
    if first < 2 or words[first - 1] not in ("to", "from", "at") or "." not in words[part.number.first]:
        return False
    before = words[max(0, first - _NEAR) : first]
    after = words[part.last] if part.last < len(tokens) else "."
    return "magnitude" in before and after in _AFTER_MAGNITUDE

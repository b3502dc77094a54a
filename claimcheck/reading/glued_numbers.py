"""Numbers that hang on a name by touch or hyphen: "G7", "MQ-9", "5G", "COVID-19", "a three-way talk"."""

from __future__ import annotations

from claimcheck.reading import nouns, units
from claimcheck.reading.named_before import designators
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_AFTER = designators("after")
_BEFORE_HYPHEN = word_set("before a hyphen")
_DOCUMENTS = word_set("documents with points")
_JOINS = word_set("between two numbers")
_GUNS = word_set("guns")
_NO_COUNT = word_set("compound that counts nothing")


def is_name(tokens: Tokens, part: Part, counts: bool, floor: int) -> bool:
    """ "G7", "MQ-9", "5G", "COVID-19", "21st", "737s", ".45-caliber"; not the second number of "20C-25C"."""
    first, last = part.number.first, part.number.last
    words, kinds = tokens.words, tokens.kinds
    if tokens.touches(first):
        before = words[first - 1]
        if kinds[first - 1] == "w" and kinds[first] == "d":
            return not counts or len(before) > 4
        runs_on = before in "-–" and first >= 2 and tokens.touches(first - 1) and kinds[first - 2] == "w" and first - 1 != floor
        if runs_on and _hangs_on(tokens, part, counts):
            return True
        if before in "/." and kinds[first] == "d" and first >= 2 and tokens.touches(first - 1) and not counts:
            return True
        if before == "+" and first >= 3 and tokens.touches(first - 1) and tokens.touches(first - 2) and kinds[first - 3] == "w":
            return True
    if last >= len(words) or part.kind not in ("", "count") or part.hedged_after:
        return False
    if words[last] == "-" and words[last + 1 : last + 3] == ("in", "-"):
        return words[last + 3 : last + 4] in (("one",), ("1",)) or words[last + 4 : last + 5] == ("-",)
    if tokens.touches(last) and kinds[last - 1] == "d" and kinds[last] == "w":
        return not _is_by(tokens, last)
    if words[first].startswith(".") and not _GUNS.isdisjoint(words[last : last + 4]):
        return True
    after = last + 1 if words[last] in "-–" and tokens.touches(last) else last
    if words[after : after + 1] != () and (words[after] in _AFTER or (after > last and _names_a_thing(tokens, after))):
        return True
    if words[after : after + 1] != () and words[after] in _JOINS:
        return False
    return after > last and not counts and kinds[after : after + 1] == "w" and tokens.touches(after) and nouns.after(tokens, last) is None


def _is_by(tokens: Tokens, at: int) -> bool:
    """Whether an "x" at a token joins two sides of one measure: "3x5 feet", not "4x4"."""
    if tokens.words[at] not in ("x", "×") or tokens.kinds[at + 1 : at + 2] != "d" or not tokens.touches(at + 1):
        return False
    return units.after(tokens, at + 2) is not None


def _names_a_thing(tokens: Tokens, at: int) -> bool:
    """Whether a compound only names: "four-time champion", "three-way talks", "a 28-point plan"; "a 0.25-point cut" counts."""
    word = tokens.words[at]
    return word in _NO_COUNT or (word == "point" and not _DOCUMENTS.isdisjoint(tokens.words[at + 1 : at + 4]))


def _hangs_on(tokens: Tokens, part: Part, counts: bool) -> bool:
    """Whether a hyphen joins a number to the name before it: "MQ-9", "Shahed-136", "F-16s", not "sub-3", "a near-20-year low"."""
    first, last = part.number.first, part.number.last
    word = tokens.words[first - 2]
    if tokens.kinds[first] == "d":
        if tokens.words[last : last + 1] == ("s",) and tokens.touches(last):
            return True
        if (len(word) == 1 and tokens.capital(first - 2)) or (word in ("under", "over") and part.bare):
            return True
        return word not in _BEFORE_HYPHEN and not (counts and not tokens.capital(first - 2))
    return not tokens.capital(first) and not counts and word not in _BEFORE_HYPHEN

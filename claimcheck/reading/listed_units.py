"""Units and nouns said once, behind the last number of a list: "35 and 60 mg", "10 by 12 feet", "230 state-run and 45 private schools"."""

from __future__ import annotations

from claimcheck.reading import nouns
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_LIST_JOINTS = frozenset(
    (
        ("and",), ("or",), (",",), (",", "and"), (",", "or"), ("to",), ("-", "and"), ("-", ","), ("-", "or"), ("-", ",", "and"),
        ("versus",), ("vs",), ("out", "of"), ("out", "of", "the"), ("and", "then"),
    )
)  # fmt: skip
BY = frozenset((("by",), ("x",), ("×",), ("-", "by", "-")))
_ELIDED_AFTER = word_set("after an elided noun")
_DETERMINERS = word_set("determiners")
_STATES = word_set("state of people")
_PERCENT = 100
"""The "4,300" of "by 35 percent to 4,300" is a level of something else."""
_MOST_ADJECTIVES = 3
_AGO = (("ago",), ("before",), ("earlier",))
"""Behind a time that tells when something was: the 400 "of two weeks ago" are no weeks."""


def read(tokens: Tokens, parts: list[Part]) -> None:
    """Hand units and nouns from the last number of each list to those before it."""
    for index in range(len(parts) - 2, -1, -1):
        apart = not parts[index].bare or _is_glossed(tokens, parts, index) or _is_level_before(tokens, parts, index)
        if not apart and _takes_from_next(tokens, parts[index], parts[index + 1]):
            _take_from_next(tokens, parts[index], parts[index + 1])


def _is_glossed(tokens: Tokens, parts: list[Part], index: int) -> bool:
    """Whether a count is said once more as a share behind it: "thirteen of the 20, or 65 percent", "killed 93, 15 percent of them".

    No list "10, 20, or 30 percent" of three and more does.
    """
    if parts[index + 1].kind not in ("percent", "ratio") or _between(tokens, parts, index) not in ((",", "or"), (",",)):
        return False
    listed = (
        parts[index + 1].single is None
        or _between(tokens, parts, index - 1) == (",",)
        or _between(tokens, parts, index + 1) in _LIST_JOINTS
    )
    return not listed


def _between(tokens: Tokens, parts: list[Part], index: int) -> tuple[str, ...]:
    """The words between a number and the next one; none where there is no such pair."""
    return tokens.words[parts[index].last : parts[index + 1].first] if 0 <= index < len(parts) - 1 else ()


def _is_level_before(tokens: Tokens, parts: list[Part], index: int) -> bool:
    """Whether a number is the level that another one came from: the 13 of "to 14 percent from 13, and 600 jobs"."""
    if index == 0 or _between(tokens, parts, index - 1) != ("from",):
        return False
    level = parts[index - 1]
    return tokens.words[level.first - 1 : level.first] == ("to",) and level.kind == "percent" != parts[index + 1].kind


def _takes_from_next(tokens: Tokens, part: Part, following: Part) -> bool:
    """Whether a bare number shares the unit of the one behind it in a list."""
    if following.bare:
        return False
    between = tokens.words[part.last : following.first]
    if following.kind == "percent" and between[0:1] == (",",) and part.single is not None and part.single > _PERCENT:
        return False
    if between in BY:
        return following.kind == "length"
    if following.counted and between[-1:] in (("and",), ("or",)) and _are_adjectives(tokens, part, following):
        return True
    ago = between == ("of",) and following.kind == "duration" and tokens.words[following.last : following.last + 1] in _AGO
    partitive = between[:1] == ("of",) and _DETERMINERS.issuperset(between[1:]) and following.kind != "age" and not ago
    falls = between == ("from",) and tokens.words[part.first - 1 : part.first] == ("to",)
    if not (partitive or falls or between in _LIST_JOINTS) or part.number.form == "fraction":
        return False
    if following.kind == "magnitude":
        return part.single is not None and part.single < 11
    return following.kind != "age" or (part.single is not None and part.single <= 125)


def _take_from_next(tokens: Tokens, part: Part, following: Part) -> None:
    """Take the unit or noun of the number behind, with the adjectives that are the part's own."""
    part.take_unit(following)
    if _are_adjectives(tokens, part, following) and following.noun:
        part.noun = f"{tokens.surface(part.last, following.first - 1)} {following.noun.split()[-1]}"


def _are_adjectives(tokens: Tokens, part: Part, following: Part) -> bool:
    """Whether adjectives of a noun named later stand between two numbers: "230 state-run and 45 private schools"."""
    words = tokens.words[part.last : following.first - 1]
    described = following.noun is not None and len(following.noun.split()) > 1
    if not described or not words or len(words) > _MOST_ADJECTIVES or part.number.form == "fraction":
        return False
    plain = all(word == "-" or (word.isalpha() and not nouns.is_function_word(word) and not nouns.is_plural(word)) for word in words)
    return plain and words[-1] not in _STATES and not words[-1].endswith("ly") and words[-1] not in _ELIDED_AFTER

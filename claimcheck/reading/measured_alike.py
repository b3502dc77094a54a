"""Bare numbers in the unit of the figure before them: "from 10 days to 14", "30mm on Monday, 45 on Tuesday", "540 litres, of which 96"."""

from __future__ import annotations

from claimcheck.reading import elided_units, nouns
from claimcheck.reading.ages import OLDEST
from claimcheck.reading.listed_units import BY
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_LISTED = ((",",), ("and",), (",", "and"), ("or",))
_OLDEST_OF = tuple(("and", "the", word) for word in word_set("oldest and youngest"))
WHERE = ("in", "across", "throughout", "from")
"""Words before a count that only tells where or of what another is: "607 cases in 22 states, compared with 285 a year earlier"."""
_COUNTED_IN_MILLIONS = word_set("counted in millions")
_AGED = word_set("age")
_LIST_WORDS = word_set("no verb before a number")
_NO_ELISION_AFTER = word_set("before a number of its own")
_SHARE_JOINTS = frozenset((",", ";", "and"))
_AMONG_SHARES = frozenset((",", ";", "and", "the", "of", "vote", "votes", "his", "her"))
_AFTER_A_SHARE = ("and", "while", "but")
_LONGEST_LIST = 9
"""Tokens between one share of a list and the next."""
_PERCENT = 100
"""The "4,300" of "by 35 percent to 4,300" is a level of something else."""
OF_THEM = (("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these"))


def is_measured_like(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number is in the unit of the figure before it."""
    sides = before.kind == "length" and tokens.words[before.last : part.first] in BY
    return (
        sides
        or _is_set_against(tokens, before, part)
        or _is_parallel(tokens, before, part)
        or elided_units.is_held_against(tokens, before, part)
        or _is_part_of(tokens, before, part)
        or _is_share_of_another(tokens, before, part)
    )


def _is_set_against(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number follows right behind the words that hold it against a measured one: "45 volts instead of 54"."""
    if before.bare or before.kind in ("age", "ratio") or part.number.form == "fraction":
        return False
    joint = tokens.words[before.last : part.first]
    ahead = tokens.words[before.first - 1] if before.first else ""
    if (ahead, joint) in (("from", ("to",)), ("to", ("from",)), ("by", ("to",))):
        return before.kind != "percent" or part.single is None or part.single <= _PERCENT
    if before.kind == "magnitude":
        return joint in (("and",), ("or",), (",",), ("from",), ("to",)) and "." in tokens.words[part.number_first]
    if before.kind == "percent":
        return False
    return elided_units.comparison(tokens, before, part) == ()


def _is_parallel(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number repeats the way a measured one stands: "30mm on Monday and 45 on Tuesday", "3 kg of flour and 12 of rice",
    "one flew 300 miles, the other flew 450"."""
    if before.bare or before.kind in ("count", "age", "ratio") or part.number.form == "fraction":
        return False
    ahead = tokens.words[part.first - 1]
    if before.first > 0 and tokens.words[before.first - 1] == ahead and tokens.kinds[part.last : part.last + 1] in ("", "p"):
        return ahead.isalpha() and ahead not in _NO_ELISION_AFTER and ahead not in _LIST_WORDS
    if part.last >= len(tokens) or ahead not in ("and", ","):
        return False
    return tokens.words[part.last] == tokens.words[before.last] and nouns.is_function_word(tokens.words[part.last])


def _is_part_of(tokens: Tokens, whole: Part, part: Part) -> bool:
    """The 8,000 of "11,200 hours, 8,000 of them at night" and the 96 of "540 barrels, of which 96 burned": in the unit of the whole."""
    if whole.kind in ("", "count", "age", "ratio", "percent") or whole.single is None or part.single is None or part.single >= whole.single:
        return False
    if part.number.form == "fraction" or whole.unit.find(" / ") >= 0:
        return False
    return tokens.words[part.last : part.last + 2] in OF_THEM or tokens.words[max(0, part.first - 2) : part.first] == ("of", "which")


def _is_share_of_another(tokens: Tokens, before: Part, part: Part) -> bool:
    """The 12 and 9 of "Labour won 41 percent, the Greens 12 and the Lakes Party 9", the 55 of "women scored 61 percent and men 55"."""
    if before.kind != "percent" or part.single is None or not 0 <= part.single <= _PERCENT or part.number.form not in ("digits", "words"):
        return False
    between = range(before.last, part.first)
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    if not _SHARE_JOINTS.intersection(tokens.words[before.last : part.first]) or len(between) > _LONGEST_LIST or before.change:
        return False
    if not (after in _AFTER_A_SHARE or tokens.kinds[part.last : part.last + 1] == "p") or not between:
        return False
    named = any(tokens.capital(at) for at in between) or nouns.is_plural(tokens.words[part.first - 1])
    words = (tokens.words[at] for at in between if not tokens.capital(at))
    return named and all(word in _AMONG_SHARES or nouns.is_plural(word) for word in words)


def is_elided_money(tokens: Tokens, before: Part, part: Part) -> bool:
    """The 250 million of "would save 400 million euros a year and cost 250 million": a scaled number in the currency just named."""
    if not part.number.scaled or before.kind not in ("money", "rate") or part.single is None:
        return False
    between, after = tokens.words[before.last : part.first], tokens.words[part.last : part.last + 1]
    apart = between[:1] == (")",) or not {";", "(", "of", "in"}.isdisjoint(between[-1:]) or not _COUNTED_IN_MILLIONS.isdisjoint(between)
    return bool(between) and not apart and not (after and nouns.is_plural(after[0])) and after != ("of",)


def compared_with(tokens: Tokens, parts: list[Part], index: int) -> Part:
    """The figure a bare number is held against: the 607 of "607 cases in 22 states, compared with 285"."""
    before = parts[index - 1]
    where = index > 1 and before.kind == parts[index - 2].kind == "count" and tokens.words[before.first - 1] in WHERE
    return parts[index - 2] if where and tokens.words[before.last : before.last + 1] == (",",) else before


def is_next_age(tokens: Tokens, before: Part, part: Part) -> bool:
    """The 7 of "two girls aged 5 and 7" and of "ages 5, 7 and 9"."""
    if (
        before.kind != "age"
        or part.single is None
        or not 0 < part.single <= OLDEST
        or tokens.words[before.last : part.first] not in (*_LISTED, *_OLDEST_OF)
    ):
        return False
    if tokens.words[before.last : part.first] in _OLDEST_OF:
        return True
    at = before.first - 1
    while at > 0 and (tokens.kinds[at] == "d" or tokens.words[at] in (",", "and", "between", "from")):
        at -= 1
    return tokens.words[at] in _AGED or (tokens.words[at] in ("are", "were") and before.number.form == part.number.form)

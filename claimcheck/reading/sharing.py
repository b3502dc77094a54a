"""Units and nouns handed from one number to another: lists, fronted units, elided nouns.

"35 and 60 mg", "10 by 12 feet", "GDP per head (in US$) was 4,100", "the number of victims rose to 55", "40 farmers were killed and 90
wounded". A noun is handed only to a number that stands where the noun would stand again: never to one that names a size of its own ("a
town of 12,000") or a level ("at 36").
"""

from __future__ import annotations

from itertools import pairwise

from claimcheck.reading import nouns, units
from claimcheck.reading.ages import OLDEST
from claimcheck.reading.parts import Part
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.ranges import DASHES
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_LIST_JOINTS = frozenset(
    (
        ("and",), ("or",), (",",), (",", "and"), (",", "or"), ("to",), ("-", "and"), ("-", ","), ("-", "or"), ("-", ",", "and"),
        ("versus",), ("vs",), ("out", "of"), ("out", "of", "the"), ("and", "then"),
    )
)  # fmt: skip
_LISTED = ((",",), ("and",), (",", "and"), ("or",))
_AGED = word_set("age")
_LIST_WORDS = word_set("no verb before a number")
_BY = frozenset((("by",), ("x",), ("×",), ("-", "by", "-")))
_ELIDED_AFTER = word_set("after an elided noun")
_NO_ELISION_AFTER = word_set("before a number of its own")
_COUNTING = word_set("nouns of counting")
_FRONTED = Phrases((f"{word} of", True) for word in _COUNTING)
_LEVEL = word_set("before the level of a number")
_COMPARING = (("compared", "to"), ("out", "of"), ("opposed", "to"), ("relative", "to"))
_COMPARISONS = Phrases((row["wording"], True) for row in table("comparisons"))
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_NEVER_CONVERTED = ("count", "percent", "age", "ratio")
_DETERMINERS = word_set("determiners")
_STATES = word_set("state of people")
_OTHERS = "other"
_PERCENT = 100
"""The "4,300" of "by 35 percent to 4,300" is a level of something else."""
_MOST_FRONTED = 50
"""Fronted nouns of one sentence that are looked through, to keep endless sentences linear."""
_PERCENTAGE_OF = (("percentage", "of"), ("percent", "of"))
_CLOSING = (")", "]")
_FRONT_JOINTS = _LEVEL | {":", ")", "=", "of"}
_FRONT = 12
"""Tokens in which a fronted unit in brackets ends before its number."""


def share(tokens: Tokens, parts: list[Part]) -> None:
    """Hand units and nouns along the numbers of a sentence."""
    for before, part in pairwise(parts):
        if part.bare and _is_next_age(tokens, before, part):
            part.kind, part.unit = "age", before.unit
    for index in range(len(parts) - 2, -1, -1):
        if parts[index].bare and _takes_from_next(tokens, parts[index], parts[index + 1]):
            parts[index].take_unit(parts[index + 1])
    fronted = _fronted_nouns(tokens) if any(part.bare for part in parts) else []
    counted: Part | None = None
    for index, part in enumerate(parts):
        if part.counted == _OTHERS and counted is not None and counted.number_last <= part.first:
            part.counted, part.noun = counted.counted, counted.noun
        elif part.bare and index and (_is_compared(tokens, parts[index - 1], part) or _is_parallel(tokens, parts[index - 1], part)):
            part.take_unit(parts[index - 1])
        elif part.bare:
            _read_bare(tokens, part, counted, [noun for noun in fronted[-_MOST_FRONTED:] if noun.last <= part.first])
        if part.kind == "count" and part.counted and part.counted not in _STATES and not _is_compound(part):
            counted = part


def _is_compound(part: Part) -> bool:
    """Whether a noun belongs to one thing and not to those counted: "a three-judge panel"."""
    return part.value != 1 and part.noun is not None and part.noun.lower() == part.counted and not nouns.is_plural(part.noun.lower())


def _takes_from_next(tokens: Tokens, part: Part, following: Part) -> bool:
    """Whether a bare number shares the unit of the one behind it in a list."""
    if following.bare:
        return False
    between = tokens.words[part.last : following.first]
    if following.kind == "percent" and between[0:1] == (",",) and part.single is not None and part.single > _PERCENT:
        return False
    if between in _BY:
        return following.kind == "length"
    partitive = between[:1] == ("of",) and _DETERMINERS.issuperset(between[1:])
    if not (partitive or between in _LIST_JOINTS) or part.number.form == "fraction":
        return False
    if following.kind == "magnitude":
        return part.single is not None and part.single < 11
    return following.kind != "age" or (part.single is not None and part.single <= 125)


def _read_bare(tokens: Tokens, part: Part, counted: Part | None, fronted: list[nouns.Noun]) -> None:
    """The noun or unit that a bare number leaves out, where the sentence gave it before."""
    if part.number.form == "fraction" or _has_fronted_unit(tokens, part):
        return
    if tokens.words[max(0, part.first - 2) : part.first] in _PERCENTAGE_OF:
        part.kind, part.unit = "percent", "percent"
        return
    if fronted and tokens.words[part.first - 1] in _LEVEL:
        part.kind, part.unit, part.counted, part.noun = "count", "count", fronted[-1].lemma, fronted[-1].phrase(tokens)
    elif counted is not None and _elides(tokens, part, counted):
        part.take_unit(counted)


def _is_compared(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number is held against the one before it and so has its unit: "45 volts instead of 54", "from 10
    days to 14"."""
    if before.bare or before.kind in ("age", "ratio") or part.number.form == "fraction":
        return False
    joint = tokens.words[before.last : part.first]
    ahead = tokens.words[before.first - 1] if before.first else ""
    if (ahead, joint) in (("from", ("to",)), ("to", ("from",)), ("by", ("to",))):
        return before.kind != "percent" or part.single is None or part.single <= _PERCENT
    if before.kind == "magnitude":
        return joint in (("and",), ("or",), (",",)) and "." in tokens.words[part.number_first]
    if before.kind == "percent":
        return False
    return bool(joint) and _COMPARISONS.at(tokens, before.last) == (part.first, True)


def _is_next_age(tokens: Tokens, before: Part, part: Part) -> bool:
    """The 7 of "two girls aged 5 and 7" and of "ages 5, 7 and 9"."""
    if (
        before.kind != "age"
        or part.single is None
        or not 0 < part.single <= OLDEST
        or tokens.words[before.last : part.first] not in _LISTED
    ):
        return False
    at = before.first - 1
    while at > 0 and (tokens.kinds[at] == "d" or tokens.words[at] in (",", "and", "between", "from")):
        at -= 1
    return tokens.words[at] in _AGED


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


def share_hedges(tokens: Tokens, parts: list[Part]) -> None:
    """Hand the bound of a figure to its conversion in brackets: "below 5 degrees Celsius (41 F)" is below both."""
    for a, b in pairwise(parts):
        converts = tokens.words[a.last : b.first] == ("(",) and a.kind == b.kind and a.unit != b.unit and a.kind not in _NEVER_CONVERTED
        if converts and b.qualifier == "exact" and a.qualifier in _BOUNDS and b.single is not None:
            b.qualifier = a.qualifier


def _elides(tokens: Tokens, part: Part, counted: Part) -> bool:
    """Whether a bare number stands where a noun is left out: "and 90 wounded", "including 12 from Leeds", not "a town of 12,000"."""
    value = part.single
    if value is not None and value != value.to_integral_value() and not part.number.scaled and _is_whole(counted):
        return False
    if tokens.words[part.first - 1] in _NO_ELISION_AFTER and not _stands_like(tokens, part, counted):
        return False
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    return after in _ELIDED_AFTER or nouns.is_function_word(after) or (tokens.kinds[part.last : part.last + 1] or "p") == "p"


def _stands_like(tokens: Tokens, part: Part, counted: Part) -> bool:
    """Whether a number behind a preposition repeats a noun all the same: "compared to 88", "at 2,010 points ... at 1,990"."""
    before = tokens.words[max(0, part.first - 2) : part.first]
    if before in _COMPARING:
        return True
    return before[-1] != "of" and counted.first > 0 and tokens.words[counted.first - 1] == before[-1]


def _fronted_nouns(tokens: Tokens) -> list[nouns.Noun]:
    """The nouns of "the number of cars sold rose to 55", in text order."""
    starts = [match[0] for at, word in enumerate(tokens.words) if word in _COUNTING and (match := _FRONTED.at(tokens, at))]
    found = [nouns.after(tokens, start) for start in starts]
    return [noun for noun in found if noun is not None]


def _has_fronted_unit(tokens: Tokens, part: Part) -> bool:
    """Set the unit that stands alone in brackets before a number: "Mean age (years) was 41.2", "Milk (euros per litre): 1.10"."""
    start = max(0, part.first - _FRONT)
    window = tokens.words[start : part.first]
    if "(" not in window or window[-1] not in _FRONT_JOINTS:
        return False
    opening = start + len(window) - 1 - window[::-1].index("(")
    closing = next((at for at in range(opening, part.first) if tokens.words[at] in _CLOSING), None)
    if closing is None:
        return False
    name = tokens.text[tokens.starts[opening + 1] : tokens.ends[closing - 1]] if closing > opening + 1 else ""
    unit = units.named(name) if name and not name[-1:].isdigit() else None
    if unit is None:
        return False
    part.kind, part.unit = unit.kind, unit.name
    return True


def is_dash(word: str) -> bool:
    """Whether a token is a dash that can join two numbers."""
    return word in DASHES


def _is_whole(part: Part) -> bool:
    """Whether a count is a whole number, as counts of things are."""
    return part.single is None or part.single == part.single.to_integral_value()

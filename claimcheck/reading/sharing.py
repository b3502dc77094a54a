"""Units and nouns handed from one number to another: lists, fronted units, elided nouns.

"35 and 60 mg", "10 by 12 feet", "GDP per head (in US$) was 4,100", "the number of victims rose to 55", "40 farmers were killed and 90
wounded". A noun is handed only to a number that stands where the noun would stand again: never to one that names a size of its own ("a
town of 12,000") or a level ("at 36").
"""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from claimcheck.reading import elided, elided_units, nouns, units
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
_OLDEST_OF = tuple(("and", "the", word) for word in word_set("oldest and youngest"))
_WHERE = ("in", "across", "throughout", "from")
"""Words before a count that only tells where or of what another is: "607 cases in 22 states, compared with 285 a year earlier"."""
_COUNTED_IN_MILLIONS = word_set("counted in millions")
_AGED = word_set("age")
_LIST_WORDS = word_set("no verb before a number")
_BY = frozenset((("by",), ("x",), ("×",), ("-", "by", "-")))
_ELIDED_AFTER = word_set("after an elided noun")
_NO_ELISION_AFTER = word_set("before a number of its own")
_COMPARISONS = Phrases((row["wording"], True) for row in table("comparisons"))
_BOUNDS = ("at_least", "more_than", "at_most", "less_than")
_STATED_PER = ("money", "mass", "volume", "length", "energy", "data")
_NEVER_CONVERTED = ("count", "percent", "age", "ratio")
_DETERMINERS = word_set("determiners")
_STATES = word_set("state of people")
_OTHERS = "other"
_SHARE_JOINTS = frozenset((",", ";", "and"))
_AMONG_SHARES = frozenset((",", ";", "and", "the", "of", "vote", "votes", "his", "her"))
_AFTER_A_SHARE = ("and", "while", "but")
_LONGEST_LIST = 9
"""Tokens between one share of a list and the next."""
_MILLION = Decimal(1_000_000)
_PERCENT = 100
"""The "4,300" of "by 35 percent to 4,300" is a level of something else."""
_MOST_FRONTED = 50
"""Fronted nouns of one sentence that are looked through, to keep endless sentences linear."""
_OF_THEM = (("of", "them"), ("of", "whom"), ("of", "those"), ("of", "these"))
_RATE_JOINTS = (("to",), ("and",), ("or",))
"""Between two amounts that are both stated per something: "£11 and £12 an hour"."""
_LOOKED_BACK = 5
_MOST_ADJECTIVES = 3


def share(tokens: Tokens, parts: list[Part]) -> None:
    """Hand units and nouns along the numbers of a sentence."""
    if len(parts) == 1 and not parts[0].bare:
        return
    _read_millions(tokens, parts)
    for before, part in pairwise(parts):
        if part.bare and _is_next_age(tokens, before, part):
            part.kind, part.unit = "age", before.unit
    for index in range(len(parts) - 2, -1, -1):
        if parts[index].bare and _takes_from_next(tokens, parts[index], parts[index + 1]):
            _take_from_next(tokens, parts[index], parts[index + 1])
    fronted = elided.fronted_nouns(tokens) if any(part.bare for part in parts) else []
    counted: list[Part] = []
    for index, part in enumerate(parts):
        whole = _whole_of(tokens, part, counted)
        if part.counted == _OTHERS and whole is not None and whole.number_last <= part.first:
            part.counted, part.noun = whole.counted, whole.noun
        elif part.bare and (alike := _converted_alike(tokens, parts, index)) is not None:
            part.take_unit(alike)
        elif part.bare and index > 1 and _is_behind_conversion(tokens, parts[index - 2], parts[index - 1], part):
            part.take_unit(parts[index - 2])
        elif part.bare and index and _is_elided_money(tokens, parts[index - 1], part):
            part.take_unit(parts[index - 1])
        elif part.bare and index and _is_measured_like(tokens, parts[index - 1], part):
            part.take_unit(_compared_with(tokens, parts, index))
        elif part.bare and index and (measured := elided_units.spoken_of(tokens, parts, index)) is not None:
            part.take_unit(measured)
        elif part.bare:
            elided.read(tokens, part, whole, [noun for noun in fronted[-_MOST_FRONTED:] if noun.last <= part.first])
        told = part.kind == "count" and part.counted and part.counted not in _STATES and not _is_compound(part)
        if told and not (counted and tokens.words[part.first - 1] in _WHERE):
            counted.append(part)
    for a, b in pairwise(parts):
        if b.unit.startswith(f"{a.unit} / ") and not a.bare and tokens.words[a.last : b.first] in _RATE_JOINTS:
            a.take_unit(b)


def _compared_with(tokens: Tokens, parts: list[Part], index: int) -> Part:
    """The figure a bare number is held against: the 607 of "607 cases in 22 states, compared with 285"."""
    before = parts[index - 1]
    where = index > 1 and before.kind == parts[index - 2].kind == "count" and tokens.words[before.first - 1] in _WHERE
    return parts[index - 2] if where and tokens.words[before.last : before.last + 1] == (",",) else before


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


def _is_measured_like(tokens: Tokens, before: Part, part: Part) -> bool:
    """Whether a bare number is in the unit of the figure before it."""
    alike = _is_compared(tokens, before, part) or _is_parallel(tokens, before, part)
    sides = before.kind == "length" and tokens.words[before.last : part.first] in _BY
    return (
        alike
        or sides
        or elided_units.is_held_against(tokens, before, part)
        or _is_part_of(tokens, before, part)
        or _is_share_of_another(tokens, before, part)
    )


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


def _whole_of(tokens: Tokens, part: Part, counted: list[Part]) -> Part | None:
    """The count whose noun a later number leaves out: the last one; of "1,500 of them", the last that is as many."""
    if not counted:
        return None
    if tokens.words[part.last : part.last + 2] not in _OF_THEM or part.single is None:
        return counted[-1]
    as_many = (whole for whole in reversed(counted[-_LOOKED_BACK:]) if whole.single is None or whole.single >= part.single)
    return next(as_many, counted[-1])


def _is_compound(part: Part) -> bool:
    """Whether a noun belongs to one thing and not to those counted: "a three-judge panel"."""
    return part.value != 1 and part.noun is not None and part.noun.lower() == part.counted and not nouns.is_plural(part.noun.lower())


def _take_from_next(tokens: Tokens, part: Part, following: Part) -> None:
    """Take the unit or noun of the number behind, with the adjectives that are the part's own."""
    part.take_unit(following)
    if _are_adjectives(tokens, part, following) and following.noun:
        part.noun = f"{tokens.surface(part.last, following.first - 1)} {following.noun.split()[-1]}"


def _takes_from_next(tokens: Tokens, part: Part, following: Part) -> bool:
    """Whether a bare number shares the unit of the one behind it in a list."""
    if following.bare:
        return False
    between = tokens.words[part.last : following.first]
    if following.kind == "percent" and between[0:1] == (",",) and part.single is not None and part.single > _PERCENT:
        return False
    if between in _BY:
        return following.kind == "length"
    if following.counted and between[-1:] in (("and",), ("or",)) and _are_adjectives(tokens, part, following):
        return True
    partitive = between[:1] == ("of",) and _DETERMINERS.issuperset(between[1:])
    falls = between == ("from",) and tokens.words[part.first - 1 : part.first] == ("to",)
    if not (partitive or falls or between in _LIST_JOINTS) or part.number.form == "fraction":
        return False
    if following.kind == "magnitude":
        return part.single is not None and part.single < 11
    return following.kind != "age" or (part.single is not None and part.single <= 125)


def _are_adjectives(tokens: Tokens, part: Part, following: Part) -> bool:
    """Whether adjectives of a noun named later stand between two numbers: "230 state-run and 45 private schools"."""
    words = tokens.words[part.last : following.first - 1]
    described = following.noun is not None and len(following.noun.split()) > 1
    if not described or not words or len(words) > _MOST_ADJECTIVES or part.number.form == "fraction":
        return False
    plain = all(word == "-" or (word.isalpha() and not nouns.is_function_word(word) and not nouns.is_plural(word)) for word in words)
    return plain and words[-1] not in _STATES and not words[-1].endswith("ly") and words[-1] not in _ELIDED_AFTER


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
        return joint in (("and",), ("or",), (",",), ("from",), ("to",)) and "." in tokens.words[part.number_first]
    if before.kind == "percent":
        return False
    return bool(joint) and _COMPARISONS.at(tokens, before.last) == (part.first, True)


def _is_elided_money(tokens: Tokens, before: Part, part: Part) -> bool:
    """The 250 million of "would save 400 million euros a year and cost 250 million": a scaled number in the currency just named."""
    if not part.number.scaled or before.kind not in ("money", "rate") or part.single is None:
        return False
    between, after = tokens.words[before.last : part.first], tokens.words[part.last : part.last + 1]
    apart = between[:1] == (")",) or not {";", "(", "of", "in"}.isdisjoint(between[-1:]) or not _COUNTED_IN_MILLIONS.isdisjoint(between)
    return bool(between) and not apart and not (after and nouns.is_plural(after[0])) and after != ("of",)


def _is_behind_conversion(tokens: Tokens, first: Part, converted: Part, part: Part) -> bool:
    """The 141 of "to 412 million pounds ($548 million) from 141 million": in the currency named first."""
    bracketed = tokens.words[first.last : converted.first] == ("(",) and first.kind == converted.kind == "money"
    return bracketed and tokens.words[converted.last : part.first] in ((")", "from"), (")", "to"), (")", "against"))


def _converted_alike(tokens: Tokens, parts: list[Part], index: int) -> Part | None:
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


def _is_part_of(tokens: Tokens, whole: Part, part: Part) -> bool:
    """The 8,000 of "11,200 hours, 8,000 of them at night" and the 96 of "540 barrels, of which 96 burned": in the unit of the whole."""
    if whole.kind in ("", "count", "age", "ratio", "percent") or whole.single is None or part.single is None or part.single >= whole.single:
        return False
    if part.number.form == "fraction" or whole.unit.find(" / ") >= 0:
        return False
    return tokens.words[part.last : part.last + 2] in _OF_THEM or tokens.words[max(0, part.first - 2) : part.first] == ("of", "which")


def _is_next_age(tokens: Tokens, before: Part, part: Part) -> bool:
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


def is_dash(word: str) -> bool:
    """Whether a token is a dash that can join two numbers."""
    return word in DASHES

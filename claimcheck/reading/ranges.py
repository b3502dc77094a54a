"""Two numbers that are the ends of one range: "30-50", "between 5 and 6 percent", "$200 to $4 million", "above 10 and below 40"."""

from __future__ import annotations

from decimal import Decimal

from attrs import evolve

from claimcheck.reading import changes
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

DASHES = ("-", "–", "—", "−", "~", "～", "∼")
_INSERTED = 12
"""Tokens between the dashes of an insertion."""
_DASHED = tuple((dash,) for dash in DASHES)
_TO = ("to", "through", "until")
_ABOVE, _BELOW = ("at_least", "more_than"), ("at_most", "less_than")
_BETWEEN_BOUNDS = ((), ("and",), ("but",), (",",), (",", "and"), (",", "but"), ("and", "is"), ("yet",))
_SOFT = ("exact", "approximate", "range")
_MOVES = word_set("moves from a figure")
_BEFORE_LEVEL = word_set("between rise and figure")
_MARGINS = (("±",), ("+", "/", "-"), ("+", "/", "−"), ("plus", "or", "minus"))
_UNSCALED = Decimal(1000)
"""Below this, the low end of a range takes the scale word of the high end: "$33-35 billion"."""
_FEW = 4
_SPREAD = 20
"""After a word of rising, the high end of a range is below so many times the low end; what is more is the new level."""
_YEAR = 4
"""Digits of a year."""
_NEAR = 6
"""Tokens before "from" in which a word of rising makes it the level before."""
_CLAUSE = 30
"""Tokens before such a "from" that is set off by a comma."""
_SPREAD_BY = 4
"""As `_SPREAD`, after "by", which says outright that the first figure is the change."""


def joined(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """One part for the ends of a range, None where they are two figures ("rose from 31 to 33")."""
    low, high = a.single, b.single
    if low is None or high is None or (a.counted and b.counted and a.counted != b.counted):
        return None
    if a.kind == "money" and b.unit.startswith("count / ") and tokens.words[a.last : b.first][:1] in _DASHED and tokens.touches(b.first):
        b.unit = b.unit.replace("count", a.unit, 1)
    if not a.bare and not b.bare and a.unit != b.unit and not b.unit.startswith(f"{a.unit} / "):
        return None
    if a.kind == "ratio" != b.kind:
        return None
    if not _is_range(tokens, a, b) and not _is_margin(tokens, a, b):
        return None
    if _is_margin(tokens, a, b):
        return _merged(tokens, a, b, (low - high, low + high))
    low = _with_scale_of(tokens, a, b, low)
    if low > high and (_are_bounds(a, b) or (not low > 0 > high and _before(tokens, a) in ("between", "from"))):
        low, high = high, low
    return _merged(tokens, a, b, (low, high)) if low < high else None


def _merged(tokens: Tokens, a: Part, b: Part, value: tuple[Decimal, Decimal]) -> Part:
    merged = merge(a, b, value)
    merged.take_unit(b if not b.bare else a)
    merged.qualifier = "range"
    if _before(tokens, a) in ("between", "from"):
        merged.first = a.first - 1
    return merged


def merge(a: Part, b: Part, value: Decimal | tuple[Decimal, Decimal]) -> Part:
    """A part that covers two, with a value of its own and the finer step; its unit is left to whoever joins them."""
    steps = [step for step in (a.step, b.step) if step is not None]
    qualifier = a.qualifier if a.qualifier != "exact" else b.qualifier
    part = Part(a.number, a.first, b.last, value, min(steps) if steps else None, qualifier=qualifier)
    part.number_first, part.number_last = a.number_first, b.number_last
    return part


def _before(tokens: Tokens, part: Part) -> str:
    return tokens.words[part.first - 1] if part.first else ""


def _with_scale_of(tokens: Tokens, a: Part, b: Part, low: Decimal) -> Decimal:
    """The low end with the scale word that stands on the high end only; as it is where it has digits enough ("$200 to $4 million")."""
    if a.number.scaled or not b.number.scaled or b.single is None or abs(low) >= _UNSCALED or a.number.form == "fraction":
        return low
    return low * b.number.scale if b.single / b.number.scale > low else low


def share_scale(tokens: Tokens, a: Part, b: Part) -> None:
    """Give one of two levels the scale word of the other: "grew from 40 to 50 million", "fell to 3.1 million from 3.4".

    Only where the levels then lie as the verb says: "rose from 900 to 1.2 million" is what it says.
    """
    joint, ahead = tokens.words[a.last : b.first], _before(tokens, a)
    if joint == ("to",) and ahead == "from":
        short, full, rising = a, b, "increase"
    elif joint == ("from",) and ahead == "to":
        short, full, rising = b, a, "decrease"
    else:
        return
    if short.number.scaled or not full.number.scaled or short.number.form not in ("digits", "words"):
        return
    if short.single is None or full.single is None or not (short.bare or (short.kind == full.kind == "money" and short.unit == full.unit)):
        return
    scale, direction = full.number.scale, changes.governing(tokens, a.first - 1)
    grows = full.single / scale > short.single
    if 0 < short.single < _UNSCALED and grows == (direction in (rising, None) if rising == "increase" else direction != rising):
        short.scale(scale)
        short.number = evolve(short.number, scaled=True, scale=scale)


def _is_range(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether the words around two numbers make them the ends of one range."""
    between = tokens.words[a.last : b.first]
    if between in (("-", "to"), ("-", "to", "-"), ("to", "-")):
        return a.bare or a.unit == b.unit
    if between in _BETWEEN_BOUNDS and _are_bounds(a, b):
        return True
    if (between == () or between == ("all", "the", "way")) and tokens.words[b.first : b.first + 2] == ("up", "to"):
        return _before(tokens, a) == "from" and not _change_governs(tokens, a.first - 1)
    if len(between) != 1 or b.qualifier not in _SOFT:
        return False
    joint = between[0]
    if joint in DASHES:
        return tokens.touches(a.last) == tokens.touches(b.first) and a.number.form == b.number.form and not _sets_apart(tokens, a, b)
    if joint in ("and", "&"):
        return _before(tokens, a) == "between" or (a.kind == "age" and b.bare and "between" in tokens.words[max(0, a.first - 4) : a.first])
    if joint in _TO:
        return _leads_to(tokens, a, b)
    return joint == "or" and _next_to_each_other(a, b)


def _sets_apart(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether a spaced dash behind a number with its unit opens an insertion: "61 percent — 1,403 by its own tally — had gone"."""
    if tokens.touches(a.last) or not b.bare or a.bare:
        return False
    dash, behind = tokens.words[a.last], range(b.last, min(len(tokens), b.last + _INSERTED))
    return dash == "—" or any(tokens.words[at] == dash and not tokens.touches(at) for at in behind)


def _are_bounds(a: Part, b: Part) -> bool:
    """Whether one number bounds from below what the other bounds from above: "more than 10 but under 40", "below 40 and above 10"."""
    if a.single is None or b.single is None:
        return False
    if a.qualifier in _ABOVE and b.qualifier in _BELOW:
        return a.single < b.single
    return a.qualifier in _BELOW and b.qualifier in _ABOVE and b.single < a.single


def _is_margin(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether the second number is the margin of the first: "6.5 ± 0.3 metres"."""
    return a.bare and not b.bare and tokens.words[a.last : b.first] in _MARGINS


def _leads_to(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether "to" joins the ends of a range and does not lead to a new level."""
    if _before(tokens, a) == "by" and _is_level_from_another(tokens, b) and _change_governs(tokens, a.first - 1):
        return False
    if (
        _before(tokens, a) == "by"
        and _is_step_to_a_level(a, b)
        and (_change_governs(tokens, a.first - 1) or _is_set_off(tokens, a.first - 1))
    ):
        return False
    if _before(tokens, a) == "from":
        return (a.value == 0 and b.kind == "speed") or not (_change_governs(tokens, a.first - 1) or _is_move_set_off(tokens, a, b))
    if a.kind == "age":
        return b.bare
    if a.bare and _before(tokens, a) == "by" and _rises_before(tokens, a) and a.single and b.single and a.single * _SPREAD_BY < b.single:
        return False
    if not a.bare:
        return (a.unit == b.unit or b.unit.startswith(f"{a.unit} / ")) and not _rises_before(tokens, a)
    return not (_is_far_below(a, b) and _rises_before(tokens, a)) and not (a.number.form == "fraction" and b.kind == "money")


def _is_move_set_off(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether "from" behind a comma goes on with a change told further back, and leads down or says the change again.

    "Cut the sum that it must pay, from $48 million to $31 million", "went up from 27 to 31 million, or from 155 to 172 a home".
    """
    if a.single is None or b.single is None:
        return False
    again = (
        tokens.words[max(0, a.first - 3) : a.first - 1] == (",", "or") and "from" in tokens.words[max(0, a.first - _CLAUSE) : a.first - 1]
    )
    return (again or a.single > b.single) and _is_set_off(tokens, a.first - 1 - again)


def _is_set_off(tokens: Tokens, at: int) -> bool:
    """Whether a comma parts "by" or "from" at token `at` from a word of change further back in the sentence."""
    if tokens.words[at - 1 : at] != (",",):
        return False
    for word in reversed(tokens.words[max(0, at - _CLAUSE) : at]):
        if word in (".", ";", "!", "?"):
            return False
        if word in changes.VERBS or word in _MOVES:
            return True
    return False


def _is_level_from_another(tokens: Tokens, part: Part) -> bool:
    """Whether "from" and an earlier level stand behind a number: "by 100 to 5,200 from 5,300", not "by 3 to 5 percent from 2019"."""
    joined, level = [*tokens.words[part.last : part.last + 2], "", ""][:2]
    return joined == "from" and level[:1].isdigit() and not (len(level) == _YEAR and level.isdigit())


def _is_step_to_a_level(a: Part, b: Part) -> bool:
    """Whether counts lie too far apart to be two guesses at one change: "cut by 9,000 to 118,000", not "cut by 300 to 400"."""
    if a.single is None or b.single is None or b.kind not in ("", "count"):
        return False
    if a.number.scaled == b.number.scaled:
        return abs(a.single) * _FEW < b.single
    return abs(a.single) >= _UNSCALED and b.number.scaled


def _is_far_below(a: Part, b: Part) -> bool:
    """Whether one number is too small beside another to be the low end of a range: the 6,000 of "rose 6,000 to 1.4 million"."""
    if a.single is None or b.single is None:
        return False
    shared = b.number.scaled and not a.number.scaled and abs(a.single) < _UNSCALED and a.number.form != "fraction"
    return abs(a.single) * _SPREAD < (b.single / b.number.scale if shared else b.single)


def _next_to_each_other(a: Part, b: Part) -> bool:
    """ "two or three days": neighbours in number, and only the second has a unit."""
    alike = a.bare and not b.bare and a.number.form == b.number.form
    return alike and a.single is not None and b.single is not None and b.single - a.single == 1


def _rises_before(tokens: Tokens, part: Part) -> bool:
    """Whether "rose" or "fell by" stands right before a figure, so that "to" leads to the new level and not to the end of a range."""
    at = part.first - 1
    while at > 0 and (tokens.words[at] in _BEFORE_LEVEL or tokens.words[at].endswith("ly")):
        at -= 1
    return at >= 0 and tokens.words[at] in changes.VERBS


def _change_governs(tokens: Tokens, at: int) -> bool:
    """Whether a word of rising or falling stands a few words before token `at` ("rose sharply from")."""
    return any(word in changes.VERBS or word in _MOVES for word in tokens.words[max(0, at - _NEAR) : at])

"""Neighbouring numbers: ranges, ratios and compounds are one quantity, lists share unit and noun."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck.reading import changes, nouns, units
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

DASHES = ("-", "–", "—", "−", "~")

_ELIDED_BEFORE = word_set("after an elided noun")


def joined(tokens: Tokens, parts: list[Part]) -> list[Part]:
    """Parts with ranges, ratios and compounds made of neighbours."""
    out: list[Part] = []
    for part in parts:
        if out:
            joined = (
                _ratio(tokens, out[-1], part)
                or _with_cents(tokens, out[-1], part)
                or _compound(tokens, out[-1], part)
                or _range(tokens, out[-1], part)
                or _repeated(tokens, out[-1], part)
            )
            if joined is not None:
                out[-1] = joined
                continue
        out.append(part)
    return out


def _between(tokens: Tokens, a: Part, b: Part) -> tuple[str, ...]:
    return tokens.words[a.last : b.first]


def _repeated(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """A number written twice, in words and in brackets in digits: "forty-five (45)"."""
    words = tokens.words
    if (
        a.value == b.value
        and a.bare
        and {a.number.form, b.number.form} == {"digits", "words"}
        and _between(tokens, a, b) == ("(",)
        and b.number_last < len(tokens)
        and words[b.number_last] == ")"
    ):
        return a
    return None


def _ratio(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "one in five", "three out of ten", "2 in 5"."""
    between = tokens.words[a.last : b.number_first]
    if between not in (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")) or (not a.bare and a.counted is None):
        return None
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or a.last != a.number_last or not 0 < a.value < b.value:
        return None
    if b.kind not in ("", "count") or a.value > 100 or b.value not in _WHOLES:
        return None
    return _merge(a, b, a.value / b.value, "ratio", "dimensionless", b.counted, b.noun)


_WHOLES = frozenset(map(Decimal, (*range(2, 21), 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)))


def _merge(
    a: Part, b: Part, value: Decimal | tuple[Decimal, Decimal], kind: str, unit: str, counted: str | None = None, noun: str | None = None
) -> Part:
    steps = [s for s in (a.step, b.step) if s is not None]
    qualifier = a.qualifier if a.qualifier != "exact" else b.qualifier
    merged = Part(a.number, a.first, b.last, value, min(steps) if steps else None, kind, unit, counted, noun, qualifier)
    merged.number_first, merged.number_last = a.number_first, b.number_last
    return merged


def _compound(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "6ft 2in", "two hours and 15 minutes": one quantity in the smaller unit."""
    if (
        isinstance(a.value, tuple)
        or isinstance(b.value, tuple)
        or a.kind != b.kind
        or a.kind not in ("length", "mass", "duration")
        or a.unit == b.unit
    ):
        return None
    if (a.unit, b.unit) not in _COMPOUNDS or _between(tokens, a, b) not in ((), (",",), ("and",), (",", "and")) or b.qualifier != "exact":
        return None
    larger = units.convert(a.value, a.unit, b.unit)
    if b.value >= larger / a.value if a.value else True:
        return None
    return _merge(a, b, larger + b.value, a.kind, b.unit)


def _with_cents(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "13 dollars 45 cents", "$20 and 43 cents", "15 dollars 50"."""
    if (
        a.kind != "money"
        or isinstance(a.value, tuple)
        or isinstance(b.value, tuple)
        or a.value != a.value.to_integral_value()
        or a.number.scaled
    ):
        return None
    between = _between(tokens, a, b)
    if (
        b.kind == "money"
        and b.value < 1
        and b.last > b.number_last
        and between in ((), ("and",))
        and (b.unit == a.unit or tokens.words[b.number_last] in ("cent", "cents", "c"))
    ):
        return _merge(a, b, a.value + b.value, "money", a.unit)
    if b.bare and between == () and b.number.form == a.number.form and 0 < b.value < 100 and a.last > a.number_last:
        return _merge(a, b, a.value + b.value / 100, "money", a.unit)
    return None


_COMPOUNDS = frozenset(
    (("foot", "inch"), ("yard", "foot"), ("mile", "yard"), ("mile", "foot"), ("kilometer", "meter"), ("meter", "centimeter"), ("pound", "ounce"), ("stone", "pound"), ("kilogram", "gram"),
     ("hour", "minute"), ("minute", "second"), ("year", "month"), ("day", "hour"), ("week", "day"), ("month", "day"), ("month", "week"), ("yard", "inch"))
)  # fmt: skip


def _range(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "30-50", "between 5 and 6 percent", "from $200 to $4 million", "18 to 25 people"."""
    if isinstance(a.value, tuple) or isinstance(b.value, tuple) or not _range_words(tokens, a, b):
        return None
    low = a.value
    if (not a.bare and not b.bare and a.unit != b.unit) or (a.counted and b.counted and a.counted != b.counted):
        return None
    if (
        not a.number.scaled
        and b.number.scaled
        and abs(low) < 1000
        and _mantissa(b) > low
        and "." not in tokens.words[a.number_last - 1][-4:-3]
    ):
        low = low * b.value / _mantissa(b)
    high = b.value
    if low > high and tokens.words[max(0, a.first - 1)] in ("between", "from") and not low > 0 > high:
        low, high = high, low
    if low >= high:
        return None
    source = b if not b.bare else a
    merged = _merge(a, b, (low, high), source.kind, source.unit, source.counted, source.noun)
    start = a.first - 1
    if start >= 0 and tokens.words[start] in ("between", "from"):
        merged.first = start
    merged.qualifier = "range" if a.qualifier not in ("approximate",) else "range"
    return merged


def _mantissa(part: Part) -> Decimal:
    """The number in front of the scale word: 4 for "4 million"."""
    value = part.value
    assert isinstance(value, Decimal)
    for scale in (Decimal(10) ** 12, Decimal(10) ** 9, Decimal(10) ** 7, Decimal(10) ** 6, Decimal(10) ** 5, Decimal(1000), Decimal(100)):
        if abs(value) >= scale:
            return value / scale
    return value


def _range_words(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether the words around two numbers make them the ends of one range."""
    words = tokens.words
    between = words[a.last : b.first]
    before = words[a.first - 1] if a.first > 0 else ""
    if between == ("-", "to"):
        return a.bare
    if len(between) != 1 or b.qualifier not in ("exact", "approximate", "range"):
        return False
    joint = between[0]
    if joint in DASHES:
        tight = tokens.touches(a.last) == tokens.touches(a.last + 1)
        return tight and not (b.bare and a.bare and before == "" and a.number.form != b.number.form)
    if joint in ("and", "&"):
        return before == "between" or (before in ("and", "or") and False)
    if joint in ("to", "through", "until"):
        if before == "from":
            return not _change_governs(tokens, a.first - 1)
        if a.kind == "age":
            return b.bare
        return a.bare or (a.unit == b.unit and not _rises_before(tokens, a))
    if joint == "or":
        return (
            a.bare
            and a.number.form == b.number.form
            and isinstance(a.value, Decimal)
            and isinstance(b.value, Decimal)
            and b.value - a.value == 1
            and not b.bare
        )
    return False


def _rises_before(tokens: Tokens, a: Part) -> bool:
    """Whether "rose" or "fell by" stands right before a figure, so that "to" leads to the new level and not to the end of a range."""
    at = a.first - 1
    while at > 0 and (tokens.words[at] in ("by", "another", "a", "as", "much") or tokens.words[at].endswith("ly")):
        at -= 1
    return at >= 0 and tokens.words[at] in changes.VERBS


def _change_governs(tokens: Tokens, at: int) -> bool:
    """Whether a word of rising or falling stands a few words before token `at` ("rose sharply from")."""
    start = max(0, at - 6)
    return any(word in changes.VERBS or word in _OTHER_CHANGE for word in tokens.words[start:at])


_OTHER_CHANGE = word_set("moves from a figure")


def share(tokens: Tokens, parts: list[Part]) -> None:
    """Units and nouns handed along lists: "44 and 50 mg", "10 by 12 feet", "435 homes by sale and 187 by tender"."""
    for index in range(len(parts) - 2, -1, -1):
        part, following = parts[index], parts[index + 1]
        if (
            part.bare
            and not following.bare
            and tokens.words[part.last : following.first] in _LIST_JOINTS
            and following.kind not in ("age", "magnitude")
        ) or (part.bare and following.kind == "length" and tokens.words[part.last : following.first] in (("by",), ("x",), ("×",))):
            _take(part, following)
    for index in range(1, len(parts)):
        part = parts[index]
        if part.bare:
            _elided(tokens, part, parts[:index])


_LIST_JOINTS = (
    ("and",),
    ("or",),
    (",",),
    (",", "and"),
    (",", "or"),
    ("to",),
    ("-", "and"),
    ("-", ","),
    ("-", "or"),
    ("-", ",", "and"),
    ("versus",),
    ("vs",),
    ("of", "the"),
)


def _take(part: Part, other: Part) -> None:
    part.kind, part.unit, part.counted, part.noun = other.kind, other.unit, other.counted, other.noun


def _elided(tokens: Tokens, part: Part, before: Sequence[Part]) -> None:
    """A bare count after a counted one takes its noun: "9,000 civilians were killed and 17,000 wounded"."""
    after = tokens.words[part.last] if part.last < len(tokens) else "."
    counts = [p for p in before if p.kind == "count" and p.counted]
    if (
        counts
        and part.number.form != "fraction"
        and (after in _ELIDED_BEFORE or nouns.is_function_word(after) or tokens.kinds[part.last if part.last < len(tokens) else -1] == "p")
    ):
        part.kind, part.unit, part.counted, part.noun = "count", "count", counts[-1].counted, counts[-1].noun

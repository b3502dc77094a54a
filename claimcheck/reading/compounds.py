"""Several numbers that are one: "one in five", "6ft 2in", "two hours and 15 minutes", "13 dollars 45 cents", "forty-five (45)"."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading import counted, units
from claimcheck.reading.parts import Part
from claimcheck.reading.ranges import merge
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_JOINTS = ((), (",",), ("and",), (",", "and"), ("-",), (".",))
_UNDERSTOOD = {"hour": ("minute", 60), "foot": ("inch", 12), "stone": ("pound", 14)}
"""The unit a bare second number is in: "1 hour thirty", "five feet six", "6-foot-4"."""
_OUT_OF = (("in",), ("out", "of"), ("in", "every"), ("out", "of", "every"), ("of", "every"), ("-", "in", "-"))
_WHOLES = frozenset(map(Decimal, (*range(2, 21), 25, 30, 40, 50, 100, 200, 500, 1000, 10000, 100000, 1000000)))
"""What "three in N" is said of; "two in 1997" is no ratio."""
_YEARS = range(1500, 2100)
"""Four digits that are a year and no "one in N"."""
_DIFFERS = (("above",), ("below",), ("over",), ("under",), ("more",), ("less",), ("higher",), ("lower",), ("short",))
"""Behind a figure that is a difference of its own: "9 meters, 20 centimeters above the record"."""
_SMALLER: dict[tuple[str, str], Decimal] = {(row["larger"], row["smaller"]): Decimal(row["many"]) for row in table("compound_units")}
_CENTS = frozenset(word for row in table("currencies") if row["factor"] == "0.01" for word in f"{row['names']}|{row['after']}".split("|"))
_HUNDRED, _CENT = Decimal(100), Decimal("0.01")


def joined(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """One part for two neighbours that state one quantity, None where they are two."""
    return _ratio(tokens, a, b) or _with_cents(tokens, a, b) or _mixed(tokens, a, b) or _repeated(tokens, a, b)


def _ratio(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "one in five", "three out of ten", "2 in 5", "1 over 3", "one home in nine"."""
    joint = tokens.words[a.last : b.number_first]
    if joint == ("over",):
        return _quotient(tokens, a, b)
    if joint not in _OUT_OF or not (a.bare or a.counted) or b.kind not in ("", "count"):
        return None
    over, under = a.single, b.single
    if over is None or under is None or not 0 < over < under or over > _HUNDRED or not _is_base(tokens, a, b):
        return None
    part = merge(a, b, over / under)
    named = b if a.last == a.number_last else a
    part.kind, part.unit, part.counted, part.noun = "ratio", "dimensionless", named.counted, named.noun
    return part


def _is_base(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether "one in N", "one in N births" or "one home in N" can be said of a number; of more than one only the usual round bases."""
    named = a.last > a.number_last
    if b.single in _WHOLES and not named:
        return True
    whole = (b.bare or not named) and b.single is not None and b.single == b.single.to_integral_value()
    return a.value == 1 and whole and (b.single not in _YEARS or "," in tokens.words[b.number_first])


def _quotient(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "one over 20" where nothing follows that it could be over."""
    ends = b.last == len(tokens) or tokens.kinds[b.last] == "p"
    if not (a.bare and b.bare and ends) or a.single is None or b.single is None or not 0 < a.single < b.single:
        return None
    part = merge(a, b, a.single / b.single)
    part.kind, part.unit, part.qualifier = "ratio", "dimensionless", a.qualifier
    return part


def _mixed(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "6ft 2in", "two hours and 15 minutes", "1 hour thirty", "6-foot-4": one quantity in the smaller unit."""
    if a.single is None or b.single is None or b.qualifier != "exact":
        return None
    between = tokens.words[a.last : b.first]
    if b.bare and _understood(tokens, a, b, between):
        b.kind, b.unit, between = a.kind, _UNDERSTOOD[a.unit][0], ()
        b.last += tokens.words[b.last : b.last + 1] == ("”",)
    decimal = "." in tokens.words[a.number_first] and between != ()
    if between not in _JOINTS or decimal or tokens.words[b.last : b.last + 1] in _DIFFERS:
        return None
    many = _SMALLER.get((a.unit, b.unit))
    if many is None or a.kind != b.kind or not (b.single < many or a.unit == "yard"):
        return None
    part = merge(a, b, units.convert(a.single, a.unit, b.unit) + b.single)
    part.kind, part.unit = a.kind, b.unit
    return part


def _understood(tokens: Tokens, a: Part, b: Part, between: tuple[str, ...]) -> bool:
    """Whether a bare second number is in the smaller unit that goes with the first."""
    unit, below = _UNDERSTOOD.get(a.unit, ("", 0))
    if b.single is None or not 0 <= b.single < below:
        return False
    spoken = b.number.form == "words" and (between == () or (between == ("and",) and unit == "minute"))
    return spoken or between == ("-",) or (between == () and unit in ("inch", "pound"))


def with_article(tokens: Tokens, part: Part) -> None:
    """The "an hour and" before "45 minutes", "a dollar and" before "42 cents": one of the larger unit."""
    at = part.first - 3
    if at < 0 or part.single is None or tokens.words[at] not in ("a", "an") or tokens.words[at + 2] != "and" or part.qualifier != "exact":
        return
    many = _SMALLER.get((tokens.words[at + 1], part.unit))
    if many is not None and part.single < many:
        part.value, part.first, part.number_first = part.single + many, at, at
        return
    currency = units.currency_after(tokens, at + 1) if part.kind == "money" and part.single < 1 else None
    if currency is not None and currency[0] == at + 2 and _are_cents(tokens, part):
        part.value, part.unit, part.first, part.number_first = part.single + currency[1].factor, currency[1].name, at, at


def _are_cents(tokens: Tokens, part: Part) -> bool:
    return part.last > part.number_last and tokens.words[part.number_last] in _CENTS


def _with_cents(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """ "13 dollars 45 cents", "$20 and 43 cents", "15 dollars 50"."""
    whole, cents = a.single, b.single
    if a.kind != "money" or whole is None or cents is None or whole != whole.to_integral_value() or a.number.scaled:
        return None
    between = tokens.words[a.last : b.first]
    if (
        b.kind == "money"
        and cents < 1
        and between in ((), ("and",))
        and (b.unit == a.unit or _are_cents(tokens, b))
        and b.last > b.number_last
    ):
        amount = whole + cents
    elif (
        b.bare
        and (between == () or (between == ("and",) and _ends_with(tokens, a, b)))
        and b.number.form in (a.number.form, "digits")
        and 0 < cents < _HUNDRED
        and a.last > a.number_last
    ):
        amount = whole + cents * _CENT
    else:
        return None
    part = merge(a, b, amount)
    part.kind, part.unit = "money", a.unit
    return part


def _ends_with(tokens: Tokens, a: Part, b: Part) -> bool:
    """Whether cents end the sentence: the 43 of "twenty dollars and 43", not the 30 of "between 20 dollars and 30"."""
    between = a.first > 0 and tokens.words[a.first - 1] == "between"
    return b.number.last == b.last and not between and set(tokens.kinds[b.last :]) <= {"p"}


def _repeated(tokens: Tokens, a: Part, b: Part) -> Part | None:
    """A number written twice, in words and in brackets in digits: "forty-five (45)"."""
    twice = a.value == b.value and a.bare and {a.number.form, b.number.form} == {"digits", "words"}
    if twice and tokens.words[a.last : b.first] == ("(",) and tokens.words[b.number_last : b.number_last + 1] == (")",):
        a.last = a.number_last = b.number_last + 1
        counted.read_count(tokens, a)
        return a
    return None

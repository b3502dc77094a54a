"""The units and currencies claimcheck knows: their kinds, base units and exact factors, and conversion between them.

Decimals and names only. The table is vocabulary/<language>/units.csv: `base = (value + offset) * factor`, and a factor such as "5/9" is
kept as a ratio, so that 68 degrees Fahrenheit are exactly 20 degrees Celsius. Names are pint's; a test holds every factor against pint.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Context, Decimal, localcontext
from functools import lru_cache

from attrs import field

from claimcheck.errors import InputError
from claimcheck.reading.frozen import frozen
from claimcheck.vocabulary import table

_EXACT, _ROUNDED = Context(prec=50), Context(prec=28)
ONE, NONE = Decimal(1), Decimal(0)


@frozen
class Unit:
    """A unit of measurement: `(value + offset) * factor / divisor` is the value in `base`, the base unit of its kind.

    `others` are names of other units or currencies that the wording it was read from may stand for ("ton": metric_ton, long_ton).
    """

    name: str
    kind: str
    base: str
    factor: Decimal = ONE
    divisor: Decimal = ONE
    offset: Decimal = NONE
    others: tuple[str, ...] = field(default=(), eq=False)
    is_base: bool = field(init=False, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        object.__setattr__(self, "is_base", self.factor == self.divisor and not self.offset)

    def in_base(self, value: Decimal) -> Decimal:
        """The value in the base unit.

        >>> known("mile").in_base(Decimal(500)), known("degree_Fahrenheit").in_base(Decimal(68))
        (Decimal('804672'), Decimal('20'))
        """
        if self.is_base:
            return value
        shifted = _EXACT.add(value, self.offset) if self.offset else value
        return _plain(_EXACT.divide(_EXACT.multiply(shifted, self.factor), self.divisor))


@frozen
class Currency:
    """A currency as a wording names it. `name` is its ISO 4217 code, or the bare word ("dinar") where that names no one currency.

    `factor` is 0.01 for cents and the like: 45 cents are 0.45 USD. `assumed` tells that the wording ("$", "dollars", "rupees") means
    other currencies elsewhere, and that this is what English-language news means by it unless it says otherwise.
    """

    name: str
    factor: Decimal = ONE
    assumed: bool = False


def words(cell: str) -> tuple[str, ...]:
    """The entries of a table cell, which are separated by "|"."""
    return tuple(cell.split("|")) if cell else ()


def _ratio(text: str) -> tuple[Decimal, Decimal]:
    over, _, under = text.partition("/")
    return Decimal(over), Decimal(under or "1")


def _listed() -> Iterator[Unit]:
    for row in table("units"):
        if row["kind"]:
            yield Unit(row["name"], row["kind"], row["base"], *_ratio(row["factor"]), Decimal(row["offset"]), words(row["others"]))


_BY_KIND: dict[str, Unit] = {f"{unit.kind}:{unit.name}": unit for unit in _listed()}
_UNITS: dict[str, Unit] = {unit.name: unit for unit in reversed(_BY_KIND.values())}
_CURRENCIES: frozenset[str] = frozenset(row["code"] for row in table("currencies"))
_COMPOUND_KINDS = {(row["numerator"], row["denominator"]): row for row in table("compound_kinds")}


@lru_cache(maxsize=2048)
def known(name: str) -> Unit | None:
    """The unit of that canonical name: a listed unit, a currency, or a compound of them ("USD / barrel", "count / 100000 person").

    >>> known("kilometer / hour").kind, known("USD / barrel").kind, known("USD").kind, known("cat")
    ('speed', 'rate', 'money', None)
    """
    if name in _UNITS:
        return _UNITS[name]
    if name in _BY_KIND:
        return _BY_KIND[name]
    if name in _CURRENCIES:
        return Unit(name, "money", name)
    over, slash, under = name.rpartition(" / ")
    unit = known(over) if slash else None
    return None if unit is None else compound(unit, under)


def compound(unit: Unit, denominator: str) -> Unit | None:
    """The unit per something: a unit, a counted noun, or a round number of either ("hour", "person", "100000 person").

    >>> compound(known("mile"), "hour").base, compound(known("gram"), "person").base
    ('kilometer / hour', 'kilogram / person')
    """
    number, space, rest = denominator.partition(" ")
    multiple = Decimal(number) if space and number.isdecimal() and len(number) < 20 else ONE
    under = denominator if multiple == ONE else rest
    per = known(under) or (Unit(under, "noun", under) if under.replace("-", "").isalpha() and under.islower() else None)
    if per is None or not multiple:
        return None
    kind = _COMPOUND_KINDS.get((unit.kind, per.kind))
    with localcontext(_EXACT):
        factor, divisor = unit.factor * per.divisor, unit.divisor * per.factor * multiple
        if kind is not None:
            factor *= Decimal(kind["factor"])
    base = kind["base"] if kind else f"{unit.base} / {per.base}"
    return Unit(f"{unit.name} / {denominator}", kind["kind"] if kind else "rate", base, factor, divisor)


def needed(name: str) -> Unit:
    """The unit of that name; raises InputError where there is none."""
    unit = known(name)
    if unit is None:
        raise InputError(f"No unit is called {name[:60]!r}; units are named as in vocabulary/en/units.csv or by ISO 4217 code.")
    return unit


def kind_of(name: str) -> str:
    """The kind of quantity a unit measures. Raises InputError for an unknown name.

    >>> kind_of("mile"), kind_of("EUR"), kind_of("percentage_point")
    ('length', 'money', 'percentage_point')
    """
    return needed(name).kind


def base_value(value: Decimal, name: str) -> tuple[Decimal, str]:
    """The value in the base unit of its kind, and that unit. Raises InputError for an unknown name.

    >>> base_value(Decimal("500"), "mile"), base_value(Decimal("68"), "degree_Fahrenheit")
    ((Decimal('804672'), 'meter'), (Decimal('20'), 'degree_Celsius'))
    """
    unit = needed(name)
    return unit.in_base(value), unit.base


def convert(value: Decimal, name: str, to: str) -> Decimal:
    """The value in another unit of the same kind, exact to 28 digits. Raises InputError for unknown names and unlike kinds.

    >>> convert(Decimal(310), "mile", "kilometer")
    Decimal('498.89664')
    """
    source, target = needed(name), needed(to)
    if source.base != target.base or source.kind != target.kind:
        raise InputError(f"{name} and {to} measure different things ({source.kind} in {source.base}, {target.kind} in {target.base}).")
    with localcontext(_EXACT):
        over = (value + source.offset) * source.factor * target.divisor
        return _plain(over / (source.divisor * target.factor) - target.offset)


def _plain(value: Decimal) -> Decimal:
    """Rounded to 28 digits, without trailing zeros and without an exponent."""
    value = _ROUNDED.normalize(value)
    exponent = value.as_tuple().exponent
    return _EXACT.quantize(value, ONE) if isinstance(exponent, int) and exponent > 0 else value

"""A quantity while it is being read."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from claimcheck.reading.number_words import Numeral


@define
class Part:
    """A quantity under construction; positions are tokens.

    `first`, `last` cover what belongs to it so far, `number_first`, `number_last` the number words; `kind` is "" until a unit, a currency
    or a noun is found; `factor` is what a currency's name makes of the number, a hundredth for cents. `more` is the direction of "9 more
    graves", "9 fewer jobs"; `hedged_after` a hedge behind the number ("300-odd").
    """

    number: Numeral
    first: int
    last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    kind: str = ""
    unit: str = ""
    factor: Decimal = Decimal(1)
    counted: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    change: str | None = None
    more: str | None = None
    hedged_after: bool = False
    number_first: int = 0
    number_last: int = 0

    @classmethod
    def of(cls, number: Numeral) -> Part:
        """A part that is only its number so far."""
        qualifier = "range" if number.form == "vague" else "exact"
        return cls(
            number,
            number.first,
            number.last,
            number.value,
            number.step,
            qualifier=qualifier,
            number_first=number.first,
            number_last=number.last,
        )

    @property
    def single(self) -> Decimal | None:
        """The value where it is one number, None for a range."""
        return None if isinstance(self.value, tuple) else self.value

    @property
    def bare(self) -> bool:
        """Whether neither unit nor noun has been found."""
        return not self.kind

    @property
    def hedged(self) -> bool:
        """Whether a hedge says how exactly the number is meant."""
        return self.hedged_after or self.qualifier not in ("exact", "range")

    def scale(self, factor: Decimal) -> None:
        """Multiply value and step."""
        self.value = (self.value[0] * factor, self.value[1] * factor) if isinstance(self.value, tuple) else self.value * factor
        self.step = None if self.step is None else self.step * factor

    def take_unit(self, other: Part) -> None:
        """Take over what another part measures or counts; a bare number beside cents is in cents."""
        if self.bare and other.factor != 1:
            self.scale(other.factor)
            self.factor = other.factor
        self.kind, self.unit, self.counted, self.noun = other.kind, other.unit, other.counted, other.noun

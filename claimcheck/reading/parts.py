"""A quantity while it is being read."""

from __future__ import annotations

from decimal import Decimal

from attrs import define

from claimcheck.reading.numerals import Numeral


@define
class Part:
    """A quantity under construction; positions are tokens."""

    number: Numeral
    first: int
    last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    kind: str = ""
    unit: str = ""
    counted: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    change: str | None = None
    more: bool = False
    number_first: int = 0
    number_last: int = 0

    @property
    def single(self) -> Decimal | None:
        """The value where it is one number, None for a range."""
        return None if isinstance(self.value, tuple) else self.value

    @property
    def bare(self) -> bool:
        """Whether neither unit nor noun has been found."""
        return not self.kind

"""What the readers hand to one another inside a sentence: frozen mentions with token positions (half-open)."""

from __future__ import annotations

from decimal import Decimal

from claimcheck.reading.frozen import frozen


@frozen
class Quantity:
    """A number as the text states it: its value, unit, hedge and noun, and where its words stand.

    `first`, `last` cover hedge, number and unit or noun; `number_first`, `number_last` the number words. `step` is the place value of
    the last significant digit as written (1000 for "62,000", 100000 for "1.2 million"), None for exact words and vague numbers.
    `value` is a number or the two ends of a range. `links` are (role, index) pairs into the sentence's quantities, see model.Link.
    """

    first: int
    last: int
    number_first: int
    number_last: int
    value: Decimal | tuple[Decimal, Decimal]
    step: Decimal | None
    kind: str
    unit: str
    counted: str | None = None
    noun: str | None = None
    qualifier: str = "exact"
    change: str | None = None
    links: tuple[tuple[str, int], ...] = ()


@frozen
class DateMention:
    """An expression of time: the days it names, and whether it is a claim of its own.

    `start` and `end` are ISO days (None: unknown or open). `value` and `kind` ("date" or "year") are set where the text names a date or
    year outright ("14 October 2021", "October 2021", "2011"), which is a claim; "Monday", "last week", "overnight" are none.
    `role` is the preposition's sense: on, since, until, between, ago, by, before, after, during. `precision`: day, night, month, ...
    `stated` are the tokens of the calendar words inside a longer expression ("2018" of "the summer of 2018"): figures of a date, never of
    a quantity. `weekday` is the day of the week (0 is Monday) that stands beside a date.
    """

    first: int
    last: int
    start: str | None
    end: str | None
    role: str = "on"
    precision: str = "day"
    value: str | None = None
    kind: str | None = None
    qualifier: str = "exact"
    stated: tuple[int, int] | None = None
    weekday: int | None = None

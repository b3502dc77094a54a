"""Does a figure in brackets say the same as the one it converts?

What it asks. "50 kilometres (31 miles)" is one quantity in two units. The one is converted, exactly, and held against
the other; digits set how far either may be rounded, a hedge before the first holds for the second too. Where a unit has
two sizes (US and imperial gallons; short, long and metric tons), either may be meant; but the gallons and tons of an
American source are American.

Why it matters. Conversions are done in haste, last, and by one person; a digit too many in the bracket gets printed.

An example that speaks:

    The pipeline ends 50 kilometres (13 miles) north of the town.   -> inconsistent: 50 kilometres is 31 miles

An example that is silent:

    The pipeline ends about 50 kilometres (30 miles) north of the town.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, digits, middle
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked
from claimcheck.comparing.names import names
from claimcheck.model import Claim, Finding
from claimcheck.reading import places, units
from claimcheck.vocabulary import word_set
from claimcheck.wording import with_unit

_NAME = "conversion"
_AMERICA = "United States"
_TIMES = ("second", "minute", "hour", "day", "week", "month", "year")
_IDLE = 5
"""How many times longer a day, week or year is than the work in it may be; a convention of this project."""
_US = re.compile(r"\bU\.?S\b")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure that converts another one; sums of money have no fixed rate and are left alone."""
    for claim, found in linked(case, "converts"):
        first = found["converts"][0]
        if claim.kind == "money" or claim.unit is None or first.unit is None or _base(claim.unit) != _base(first.unit):
            continue
        if case.document.text[max(0, first.span[0] - 1) : first.span[0]].isalnum():
            continue
        right = units.convert(middle(first), first.unit, claim.unit)
        said = f"{first.surface} is {amount(right, claim)}, the text says {claim.surface}"
        if _agree(first, claim) or _is_working_time(right, claim, first):
            yield consistent(_NAME, claim, [first], said, rounding=not _rounds_to(right, claim))
            continue
        other = next((name for name in _other_sizes(first) if _agree(evolve(first, unit=name, bounds=None), claim)), None)
        if other is not None and _american(first):
            yield inconsistent(_NAME, claim, [first], f"{said}, which is right for {_in_words(other)} only", "warning")
        elif other is None and not _is_difference(first, claim) and not any(_agree(first, sense) for sense in _senses(claim)):
            yield inconsistent(_NAME, claim, [first], said)


def _is_working_time(right: Decimal, claim: Claim, first: Claim) -> bool:
    """Whether two rates are of an hour and a day, or a day and a year, of which work may fill a part: "60 cars an hour, or 480 a day"."""
    times = [unit.partition(" / ")[2] for unit in (first.unit or "", claim.unit or "")]
    if claim.kind != "rate" or times[0] == times[1] or not all(time in _TIMES for time in times):
        return False
    more, less = (middle(claim), right) if _TIMES.index(times[0]) > _TIMES.index(times[1]) else (right, middle(claim))
    return less <= more <= less * _IDLE


def _base(unit: str) -> str | None:
    found = units.named(unit)
    return found.base if found is not None else None


def _agree(first: Claim, claim: Claim) -> bool:
    """Whether the digits of both can be one quantity; a range converts end by end."""
    if isinstance(first.value, tuple) and isinstance(claim.value, tuple):
        return all(_agree(evolve(first, value=a, bounds=None), evolve(claim, value=b, bounds=None)) for a, b in _ends(first, claim))
    return intervals.agree(digits(first), digits(claim))


def _ends(first: Claim, claim: Claim) -> tuple[tuple[str, str], ...]:
    return tuple((str(a), str(b)) for a, b in zip(first.value, claim.value, strict=True))


def _other_sizes(claim: Claim) -> tuple[str, ...]:
    """Other units of the same kind that the wording may mean: imperial gallons, and imperial gallons a day; none of "short tons"."""
    if not word_set("sizes of units").isdisjoint(claim.surface.replace(".", "").casefold().split()):
        return ()
    head, per, rest = (claim.unit or "").partition(" / ")
    unit = units.named(head)
    return tuple(f"{name}{per}{rest}" for name in unit.others if _base(name) == unit.base) if unit is not None else ()


def _in_words(unit: str) -> str:
    return with_unit("2", unit).partition(" ")[2]


def _senses(claim: Claim) -> Iterator[Claim]:
    return (evolve(claim, unit=name, bounds=None) for name in _other_sizes(claim))


def _american(claim: Claim) -> bool:
    """Whether the figure is of an American place or from an American source, and so in American units."""
    source = claim.attribution.source if claim.attribution else ""
    named = names(claim.place) | names(source)
    return bool(_US.search(source)) or any(name == _AMERICA or places.contains(_AMERICA, name) for name in named)


def _is_difference(first: Claim, claim: Claim) -> bool:
    """Whether two temperatures agree as a rise or fall, which has no zero point."""
    if claim.kind != "temperature":
        return False
    zero = units.convert(Decimal(0), first.unit or "", claim.unit or "")
    return abs(units.convert(middle(first), first.unit or "", claim.unit or "") - zero - middle(claim)) * 2 <= intervals.place_value(
        middle(claim)
    )


def _rounds_to(right: Decimal, claim: Claim) -> bool:
    """Whether the exact conversion, rounded to the digits written, is what stands there."""
    return abs(right - middle(claim)) * 2 <= intervals.place_value(middle(claim))

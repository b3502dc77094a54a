"""The right value of a corrected claim, read as a reporter writes it: 3420000000, "3.42 billion", "$3.42 billion", "14 to 15 billion"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation

from claimcheck import days
from claimcheck.errors import InputError, LedgerError
from claimcheck.model import Claim
from claimcheck.reading import extract

Value = str | int | Decimal | tuple[str | int | Decimal, str | int | Decimal]

_GROUPED = re.compile(r"-?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_LONGEST = 100
"""Characters of a value that are read, and digits before its point."""
_SCALE = 1000
"""How many times smaller than a claim with a scale word a bare number may be; "14.1" for "$14.3 billion" could be either."""


def right_value(given: Value, claim: Claim) -> str | tuple[str, str]:
    """The value as the ledger keeps it: a plain decimal string, a pair of them for a range, an ISO date for dates.

    Raises LedgerError for what is no value, is in another unit than the claim, or may be meant in thousands, millions or billions.
    """
    if isinstance(given, tuple):
        low, high = given
        return _plain(low, claim), _plain(high, claim)
    text = str(given).strip()
    if claim.kind in ("date", "year"):
        return _day(text, claim)
    number = _number(text)
    if number is None and isinstance(given, str):
        return _read(text, claim)
    return _plain(given, claim)


def _plain(given: str | int | Decimal, claim: Claim) -> str:
    """A bare number, in the claim's unit."""
    text = str(given).strip()
    if claim.kind in ("date", "year"):
        return _day(text, claim)
    number = _number(text)
    if number is None or (claim.kind == "count" and number < 0):
        raise _no_value(text, claim)
    if _may_lack_its_scale(number, claim):
        raise LedgerError(f"{text} cannot correct {claim.surface!r} as it stands; write it out, or with thousand, million or billion.")
    return format(number, "f")


def _day(text: str, claim: Claim) -> str:
    try:
        return str(days.iso(text))
    except InputError:
        raise LedgerError(f"{text[:60]!r} cannot correct {claim.surface!r}; give an ISO date.") from None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.replace(",", "") if _GROUPED.fullmatch(text) else text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and abs(number.adjusted()) <= _LONGEST else None


def _read(text: str, claim: Claim) -> str | tuple[str, str]:
    """A figure in words, in the claim's unit or without one."""
    figures = extract(f"The figure was {text}.") if len(text) <= _LONGEST else ()
    if len(figures) != 1 or "\n" in text:
        raise _no_value(text, claim)
    figure = figures[0]
    if figure.unit not in (claim.unit, "count"):
        raise LedgerError(f"{text!r} is in {figure.unit}, {claim.surface!r} in {claim.unit or 'no unit'}; give the right figure in that.")
    return figure.value


def _may_lack_its_scale(number: Decimal, claim: Claim) -> bool:
    if not isinstance(claim.value, str) or claim.value in claim.surface.replace(",", ""):
        return False
    value = _number(claim.value)
    return value is not None and 0 < abs(number) * _SCALE <= abs(value)


def _no_value(text: str, claim: Claim) -> LedgerError:
    return LedgerError(f"{text[:60]!r} cannot correct {claim.surface!r}; give a number.")

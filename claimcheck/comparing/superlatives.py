"""Records and ranks that a complete table can confirm: "the highest since 2015", "the third-largest"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import frozen

from claimcheck import days
from claimcheck.comparing.compared_days import stated_or_latest
from claimcheck.comparing.row_days import usual_gap
from claimcheck.model import Claim, Row
from claimcheck.wording import day_of, row_value

_HIGH = "highest|largest|biggest|greatest|most|strongest|longest|busiest|deadliest|costliest"
_LOW = "lowest|smallest|fewest|least|weakest|shortest|quietest"
_SINCE = re.compile(rf"\b(?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b[\w\s'’%-]{{0,60}}? since (?:\w+ )?$", re.IGNORECASE)
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_RANK = re.compile(
    rf"\b(?P<place>(?a:{'|'.join(_ORDINALS)}))[ -](?:(?P<high>{_HIGH})|(?P<low>{_LOW}))\b(?! (?:\w+ )?(?:in|of|among|on)\b)", re.IGNORECASE
)
_BEFORE = 90
"""Characters before the year in which the superlative stands."""
_LEAST_RANKED = 5
"""Subjects that a table of ranks holds at least."""
_HOLE = Decimal("1.6")
"""How many usual gaps two rows may lie apart with no row missing between them."""


@frozen
class Standing:
    """Whether a record or rank holds, the rows that show it, and the line that says how."""

    holds: bool
    rows: tuple[Row, ...]
    line: str


def record(claim: Claim, dated: Sequence[Row]) -> Standing | None:
    """Whether the newest figure, or that of the day told, is the highest (lowest) since the year that the claim is.

    None where the table has holes or begins later.

    The claim is the year of "the highest since 2015". A figure as high in between refutes it, and so needs no complete table.
    """
    said = _since(claim)
    new = stated_or_latest(claim, dated) if said is not None else None
    if said is None or new is None or not isinstance(claim.value, str) or any(not isinstance(row.value, str) for row in dated):
        return None
    sign = 1 if said["high"] else -1
    between = [row for row in dated if days.first_day(str(row.as_of)) > days.last_day(claim.value) and str(row.as_of) < str(new.as_of)]
    if not between:
        return None
    top = max(between, key=lambda row: sign * Decimal(str(row.value)))
    if sign * Decimal(str(top.value)) > sign * Decimal(str(new.value)):
        return Standing(False, (new, top), f"{_at(new)}, but {_at(top)}")
    first = [row for row in dated if days.overlaps(str(row.as_of), claim.value)]
    if not first or _has_holes([first[-1], *between, new], dated):
        return None
    reached = max(first, key=lambda row: sign * Decimal(str(row.value)))
    if sign * Decimal(str(reached.value)) < sign * Decimal(str(new.value)):
        return None
    return Standing(True, (new, reached), f"{_at(new)}, {_at(reached)}, in between at the {said['high'] or said['low']} {_at(top)}")


def is_record(claim: Claim) -> bool:
    """Whether the claim is the year of a record ("the highest since 2015")."""
    return _since(claim) is not None


def _since(claim: Claim) -> re.Match[str] | None:
    start = claim.span[0] - claim.sentence_span[0]
    return _SINCE.search(claim.sentence, max(0, start - _BEFORE), start) if start > 0 else None


def is_ranked(claim: Claim) -> bool:
    """Whether the sentence of a claim gives a rank ("the third-largest"), and not within a part ("in Africa")."""
    return _RANK.search(claim.sentence) is not None


def rank(claim: Claim, row: Row, peers: Sequence[Row]) -> Standing | None:
    """Whether a row has the rank that its sentence gives it among the rows of all subjects for that day; None where it gives none."""
    said = _RANK.search(claim.sentence)
    if said is None or row not in peers or len(peers) < _LEAST_RANKED or any(not isinstance(peer.value, str) for peer in peers):
        return None
    ranked = sorted(peers, key=lambda peer: Decimal(str(peer.value)), reverse=bool(said["high"]))
    place = ranked.index(row) + 1
    wanted = _ORDINALS.index(said["place"].lower()) + 2
    order = ", ".join(f"{peer.entity} {row_value(peer)}" for peer in ranked[: max(place, wanted)])
    return Standing(
        place == wanted, tuple(dict.fromkeys((row, ranked[wanted - 1]))), f"of {len(ranked)} in the table it is number {place}: {order}"
    )


def _has_holes(rows: Sequence[Row], dated: Sequence[Row]) -> bool:
    gap = usual_gap(dated) or 0
    return any((days.first_day(str(b.as_of)) - days.first_day(str(a.as_of))).days > gap * _HOLE for a, b in pairwise(rows))


def _at(row: Row) -> str:
    return f"{row_value(row)} ({day_of(row)})"

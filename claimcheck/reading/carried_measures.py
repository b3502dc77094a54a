"""Statistics that figures take from those they stand for: the number said again, "a week ago it was 412", "against 214"."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.model import TIMES, Claim
from claimcheck.reading.measures import known, marks, roles
from claimcheck.reading.pointing_figures import has_noun, points_back
from claimcheck.reading.tokens import cut

_LEAST = 20
"""Smaller whole numbers recur by accident."""
_RARE = 1000
"""Numbers from here on recur for a reason, whatever noun stands with them."""
_NEAR = 4
"""A figure that is held against another, or follows it, is at most so many times as large."""
_SENTENCES = 3
"""Sentences looked back for the figure that "it was 412" takes up."""


def carried(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article in text order; one of which nothing is said is the statistic it is elsewhere, or is held against.

    >>> from claimcheck.reading import extract
    >>> told = extract("The clinics have treated 604 patients for cholera. A week ago it was 412.")
    >>> told[1].measure == told[0].measure, "measure" in told[1].inherited
    (True, True)
    """
    told = len([claim for claim in claims if claim.measure is not None])
    return _taken_up(_said_again(claims)) if told and len(claims) > 1 else list(claims)


def _said_again(claims: Sequence[Claim]) -> list[Claim]:
    """A number that one sentence tells nothing of is the statistic that it is in the others, where they agree."""
    told: dict[tuple[str, str | None, str], set[str]] = {}
    for claim in claims:
        if claim.measure is not None and (key := _number(claim)) is not None:
            told.setdefault(key, set()).add(claim.measure)
    found = []
    for claim in claims:
        key = _number(claim) if claim.measure is None else None
        meant = told.get(key, ()) if key is not None and (not has_noun(claim) or abs(Decimal(key[2])) >= _RARE) else ()
        found.append(_with(claim, next(iter(meant))) if len(meant) == 1 else claim)
    return found


def _number(claim: Claim) -> tuple[str, str | None, str] | None:
    """Kind, unit and value of a figure that is not small enough to recur by accident."""
    if claim.kind in TIMES or not isinstance(claim.value, str):
        return None
    value = Decimal(claim.value)
    return (claim.kind, claim.unit, claim.value) if abs(value) >= _LEAST or value != value.to_integral_value() else None


def _taken_up(claims: Sequence[Claim]) -> list[Claim]:
    """A bare figure behind "it was" or "against" is what the figure nearest to it in size among those just named is."""
    found: list[Claim] = []
    for claim in claims:
        before = _held_against(claim, found) if points_back(claim) and not _is_told_of(claim) else None
        found.append(_with(claim, _foreseen(claim, before.measure)) if before is not None and before.measure is not None else claim)
    return found


def _is_told_of(claim: Claim) -> bool:
    """Whether the figure's own sentence tells its statistic; what was only supplied must stand there in so many words."""
    if claim.measure is None or known(claim.measure) is None:
        return claim.measure is not None
    frames = (frame for mark in marks(cut(claim.sentence)) for frame in mark.frames)
    names = [frame.measure.name for frame in frames if claim.kind in frame.measure.kinds]
    return claim.measure in names or bool(names and "measure" not in claim.inherited)


def _foreseen(claim: Claim, measure: str) -> str:
    """The statistic; that of a forecast is one of its own ("economists expected 18")."""
    statistic, ahead = known(measure), claim.sentence[: claim.span[0] - claim.sentence_span[0]].lower().split()[-1:]
    published = statistic is not None and statistic.about in ("owner", "country")
    return f"expected {measure}" if published and ahead and ahead[0] in roles("forecast") else measure


def _held_against(claim: Claim, found: Sequence[Claim]) -> Claim | None:
    own = Decimal(str(claim.value))
    if found and found[-1].sentence_span == claim.sentence_span and found[-1].measure is None and found[-1].kind == claim.kind:
        return None
    starts: list[int] = []
    near: list[tuple[Decimal, Claim]] = []
    for other in reversed(found):
        if other.sentence_span[0] not in starts:
            starts.append(other.sentence_span[0])
        if len(starts) > _SENTENCES:
            break
        if (other.kind, other.unit) != (claim.kind, claim.unit) or other.measure is None or isinstance(other.value, tuple) or other.change:
            continue
        value = Decimal(other.value)
        if own > 0 and value > 0 and max(own, value) <= _NEAR * min(own, value):
            near.append((max(own, value) / min(own, value), other))
    return min(near, key=lambda pair: pair[0], default=(None, None))[1]


def _with(claim: Claim, measure: str) -> Claim:
    return evolve(claim, measure=measure, inherited=tuple(dict.fromkeys((*claim.inherited, "measure"))))

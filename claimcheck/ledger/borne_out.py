"""How well a claim bears out the parts of a question.

A claim bears a part out where its own scope says it, in any wording of the vocabulary (troops and soldiers, Ukrainian and Ukraine, a
country and its towns), and less so where only its sentence or headline does. A statistic counts by the scope alone: a sentence on the dead
often gives the injured as well.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparing.names import groups_of, stems
from claimcheck.comparing.scope import event_types
from claimcheck.ledger.question_parts import Part, nouns_of
from claimcheck.ledger.roots import roots
from claimcheck.model import Claim
from claimcheck.reading.places import contains, demonym

_PEOPLE = "person"
"""The group of words such as "people" that say little of whom."""
_SCOPE, _NEAR, _TEXT = 3, 2, 1
"""Points for a part that the claim's scope bears out, for a place where an owner may be meant, and for a part that only the claim's
sentence, headline or speaker bears out."""


def points(parts: Sequence[Part], claim: Claim) -> list[int]:
    """How well a claim bears out each part of a question."""
    asked = [part for part in parts if part.measures]
    measured = not asked or any(_is_measured(part, claim) for part in asked)
    return [_scope_points(part, claim) or (_text_points(part, claim) if measured or not part.measures else 0) for part in parts]


def _is_measured(part: Part, claim: Claim) -> bool:
    return claim.measure in part.measures or bool(stems(part.words) and stems(part.words) <= stems(claim.measure))


def _scope_points(part: Part, claim: Claim) -> int:
    """Points for a part that the claim's scope holds: its statistic, what it counts, whose, where, of which event, as of when."""
    owned = part.owner and roots(part.words) & roots(f"{claim.entity or ''} {claim.noun or ''}")
    if owned or part.owner == "people":
        return _SCOPE if owned else 0
    scope = " ".join(filter(None, (claim.entity, claim.noun, claim.counted, claim.place, claim.event, claim.measure, claim.as_of)))
    held = _telling(part) & roots(scope) or _counts(part, claim) or _lies_in(part.words, claim.place) or _names_event(part, claim)
    return (_NEAR if part.owner else _SCOPE) if held or _is_measured(part, claim) else 0


def _names_event(part: Part, claim: Claim) -> bool:
    return not part.measures and bool(part.events & event_types(claim.event))


def _text_points(part: Part, claim: Claim) -> int:
    """Points for a part that only the sentence, the headline, the unit or the speaker holds; "people" are counted in many words."""
    if part.owner == "people":
        return 0
    speaker = claim.attribution.source if claim.attribution else None
    told = " ".join(filter(None, (claim.sentence, claim.title, claim.unit, speaker)))
    people = claim.kind == "count" and not part.measures and groups_of(part.words) == {_PEOPLE}
    return _TEXT if people or roots(part.words) & roots(told) or part.events & event_types(told) else 0


def _telling(part: Part) -> frozenset[str]:
    """The roots of a part, of "displaced people" only those that tell the statistic."""
    people = frozenset[str]() if not part.measures else roots(" ".join(nouns_of(_PEOPLE)))
    return roots(part.words) - people


def _counts(part: Part, claim: Claim) -> bool:
    """Whether a word names what the claim counts ("soldiers", of troops)."""
    groups = groups_of(part.words) - ({_PEOPLE} if part.measures else set())
    return bool(groups & groups_of(" ".join(filter(None, (claim.noun, claim.counted, claim.entity)))))


def _lies_in(place: str, inner: str | None) -> bool:
    return inner is not None and contains(demonym(place) or place, inner)

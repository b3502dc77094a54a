"""Are two claims about the same quantity, and if so, how do their figures relate?"""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType

from attrs import frozen

from claimcheck.comparing.answers import Verdicts
from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.evidence import NEVER, Doubt, left_open, of_answer, support, weight
from claimcheck.comparing.figures import compared, converted
from claimcheck.comparing.labels import label, linked, states_revision
from claimcheck.comparing.names import akin, groups_of
from claimcheck.comparing.neighbours import neighbours
from claimcheck.comparing.odds import LIKELY, odds, signs
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.time import are_of_two_days, course, when
from claimcheck.comparing.what import kind
from claimcheck.model import Claim, Relation

__all__ = ["Sameness", "are_surely_one", "compare", "replaced", "same_quantity", "shown", "stated", "states_revision"]

_SAME_SERIES = ("converts", "revises", "from")
_DIFFERENT = ("part_of", "total_of", "share_of", "change_to", "change_from")
_TOLD = ("agree", "entail", "part")
_TAKEN_FOR_GRANTED = ("change", "status", "whole")
_LIKELY = 3
"""Points of doubt up to which two claims are likely of one quantity."""
_TOO_LITTLE = "not comparable: too little is said to hold two different figures together"


@frozen
class Sameness:
    """How much speaks against two claims' being about one quantity, in points (see claimcheck.comparing.evidence), and why.

    `verdicts` are those of the scope tests, by name, and empty where the text or the kinds decide; `open_signs` says in words what the
    verdicts do not settle, and which of them would rule it out. What rules it out leads the reasons.
    """

    doubt: int
    reasons: tuple[str, ...]
    verdicts: Verdicts = MappingProxyType({})
    open_signs: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left to the odds."""
        return not self.verdicts

    @property
    def level(self) -> str:
        """ "same", "likely" (the figures must bear it out) or "different"."""
        return "same" if self.doubt == 0 else "likely" if self.doubt <= _LIKELY and "clash" not in self.verdicts.values() else "different"


def compare(earlier: Claim, later: Claim) -> Relation:
    """How the later claim relates to the earlier one; `reasons` say in words what decided.

    First what the text itself says of the two (a conversion, a part, a revision). Else the odds decide (see claimcheck.comparing.odds), by
    what the scope tests answer and how the figures stand; then the figures and time give the relation. Two figures conflict only where
    the words, too, hold them to be of one quantity.
    """
    earlier, later = in_one_unit(earlier, later)
    sameness = same_quantity(earlier, later)
    if not _are_likely(earlier, later, sameness):
        return Relation("different_quantity", reasons=sameness.reasons[:1] if sameness.doubt >= NEVER else (*sameness.reasons, _TOO_LITTLE))
    moved = when(earlier, later) in ("later", "earlier") and course(earlier, later) != "fixed"
    figures = converted(earlier, later) if linked(earlier, later, "converts") else compared(earlier, later, moved)
    named, why = label(earlier, later, figures)
    if named == "conflict" and not _rests_on_words(sameness, earlier, later):
        return Relation("different_quantity", reasons=(*sameness.reasons, _TOO_LITTLE))
    if named in ("same_value", "different_quantity"):
        return Relation(named, reasons=(*sameness.reasons, why))
    return Relation(named, figures.direction, figures.absolute, figures.relative, (*sameness.reasons, why))


def are_surely_one(a: Claim, b: Claim) -> bool:
    """Whether the words of two claims, and a coincidence of their figures, hold them to be of one quantity without a look at the odds."""
    return _rests_on_words(same_quantity(a, b), a, b)


def _rests_on_words(sameness: Sameness, a: Claim, b: Claim) -> bool:
    return sameness.doubt < NEVER and sameness.doubt <= support(a, b)


def _are_likely(a: Claim, b: Claim, sameness: Sameness) -> bool:
    """Whether the text, or else the odds, make two claims one quantity."""
    if sameness.is_decided:
        return sameness.doubt < NEVER
    return odds(shown(a, b, sameness)) >= LIKELY


def shown(a: Claim, b: Claim, sameness: Sameness) -> Iterator[str]:
    """The signs that two claims show, which the odds weigh."""
    yield from signs(a, b, sameness.verdicts)
    yield from sameness.open_signs
    if _rests_on_words(sameness, a, b):
        yield "the words bear it out"


def replaced(earlier: Claim, later: Claim) -> Relation:
    """The relation of a figure to one of which a text says that it has taken its place ("up from 45")."""
    figures = compared(earlier, later, moved=True)
    return Relation("update", figures.direction, figures.absolute, figures.relative, ("the text gives both, the old and the new figure",))


def same_quantity(a: Claim, b: Claim) -> Sameness:
    """How much speaks against two claims' being about one quantity, and why."""
    said = stated(a, b)
    if said is not None:
        return said
    if are_of_two_days(a, b):
        return Sameness(NEVER, (f"what comes again and again, once of {a.as_of} and once of {b.as_of}",))
    kinds = kind(a, b)
    if kinds.verdict == "clash":
        return Sameness(NEVER, (f"kind: {kinds.reason}",))
    answers = [test(a, b) for test in TESTS]
    verdicts = {answer.test: answer.verdict for answer in answers}
    doubts = [(answer.test, doubt) for answer in answers if (doubt := of_answer(answer, a, b)) is not None]
    if neighbours(a, b):
        doubts.append(("figure", Doubt(NEVER, "one number for two things of one story")))
    unsettled = left_open(a, b, verdicts)
    told = [f"{answer.test}: {answer.reason}" for answer in answers if answer.verdict in _TOLD and answer.test not in _TAKEN_FOR_GRANTED]
    ruling = [(test, doubt.reason) for test, doubt in doubts if doubt.points >= NEVER]
    reasons = (*(why for _, why in ruling), *told, *(doubt.reason for _, doubt in doubts), *(doubt.reason for doubt in unsettled))
    open_signs = (*(doubt.reason for doubt in unsettled), *(f"{test} rules it out" for test, _ in ruling))
    return Sameness(weight([*(doubt for _, doubt in doubts), *unsettled]), tuple(dict.fromkeys(reasons)), verdicts, open_signs)


def stated(a: Claim, b: Claim) -> Sameness | None:
    """What the text says outright of the two claims."""
    for one, other in ((a, b), (b, a)):
        for link in one.links:
            if link.claim == other.id and not (link.role == "from" and _of_other_things(one, other)):
                if link.role in ("from", "revises") and _of_two_periods(one, other):
                    return Sameness(NEVER, (f"{one.surface!r} and {other.surface!r} are of two periods",))
                doubt = 0 if link.role in _SAME_SERIES else NEVER if link.role in _DIFFERENT else None
                if doubt is not None:
                    return Sameness(doubt, (f"the text states it: {one.surface!r} {link.role} {other.surface!r}",))
    return None


def _of_two_periods(a: Claim, b: Claim) -> bool:
    """Whether two sums or shares are the old and the new figure of what each period has its own of: revenue, a deficit."""
    return a.kind in ("money", "percent") and course(a, b) == "flow" and not states_revision(a.sentence)


def _of_other_things(a: Claim, b: Claim) -> bool:
    """Whether two figures count things of different names ("52 points from 30 games")."""
    return bool(a.counted and b.counted) and not akin(str(a.counted), str(b.counted)) and not groups_of(a.counted) & groups_of(b.counted)

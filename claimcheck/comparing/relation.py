"""Are two claims about the same quantity, and if so, how do their figures relate?"""

from __future__ import annotations

from collections.abc import Iterator
from math import inf
from types import MappingProxyType

from claimcheck.comparing import story
from claimcheck.comparing.accounts import are_two_accounts
from claimcheck.comparing.answers import Answer, Verdicts, one_article
from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.evidence import NEVER, Doubt, left_open, of_answer, support, weight
from claimcheck.comparing.figures import Figures, are_swapped, change, compared, converted, significant
from claimcheck.comparing.labels import is_told_before, label, linked, states_revision
from claimcheck.comparing.names import akin, groups_of, words
from claimcheck.comparing.neighbours import neighbours
from claimcheck.comparing.odds import LIKELY, odds, reach, signs
from claimcheck.comparing.opposed import opposed, opposes
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.time import are_of_two_days, are_of_two_stretches, course, when
from claimcheck.comparing.two_things import two_things
from claimcheck.comparing.whom import sources_differ
from claimcheck.model import Claim, Relation
from claimcheck.reading.frozen import frozen

__all__ = [
    "Sameness",
    "are_one",
    "are_surely_one",
    "cannot_both_be_right",
    "compare",
    "log_odds",
    "replaced",
    "ruling",
    "same_quantity",
    "shown",
    "stated",
    "states_revision",
]

_SAME_SERIES = ("converts", "revises", "from")
_DIFFERENT = ("part_of", "total_of", "share_of", "change_to", "change_from")
_MISREAD = ("entity", "counted")
"""Tests whose clash within one story is weighed: two names or two nouns are there as often those of one thing."""
_TOLD = ("agree", "entail", "part")
_TAKEN_FOR_GRANTED = ("change", "status", "whole")
_UNMISTAKABLE = 4
"""Significant digits of which two change places by a slip and not by chance. A convention of this project."""
_LIKELY = 3
"""Points of doubt up to which two claims are likely of one quantity."""
_TOO_LITTLE = "not comparable: too little is said to hold two different figures together"


@frozen
class Sameness:
    """How much speaks against two claims' being about one quantity, in points (see claimcheck.comparing.evidence), and why.

    `doubts` is all that speaks against them, `answers` and `verdicts` are those of the scope tests, the latter by name and empty where the
    text or a clash decides; `left_open` is what the tests do not settle, and which clash is left to the odds.
    """

    doubt: int
    doubts: tuple[str, ...]
    answers: tuple[Answer, ...] = ()
    verdicts: Verdicts = MappingProxyType({})
    left_open: tuple[str, ...] = ()

    @property
    def is_decided(self) -> bool:
        """Whether nothing is left to the odds."""
        return not self.verdicts

    @property
    def reasons(self) -> tuple[str, ...]:
        """What agrees and what speaks against the two, in words."""
        good = [answer for answer in self.answers if answer.verdict in _TOLD and answer.test not in _TAKEN_FOR_GRANTED]
        return tuple(dict.fromkeys((*(f"{answer.test}: {answer.reason}" for answer in good), *self.doubts)))

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
    named, why, figures = _decided(earlier, later, sameness)
    if figures is None:
        return Relation(named, reasons=(*sameness.reasons, *_what_is_lacking(earlier, later, sameness)))
    reasons = (*sameness.reasons, why)
    if named in ("same_value", "different_quantity"):
        return Relation(named, reasons=reasons)
    return _changed(named, earlier, later, figures, reasons)


def are_one(earlier: Claim, later: Claim) -> bool:
    """Whether `compare` relates two claims, for a fraction of its cost: nothing is put into words.

    >>> from claimcheck.reading import extract
    >>> first, second = extract("The quake killed 120 people. A ferry carries 90 passengers.", published="2026-03-01", document="a")
    >>> are_one(first, first), are_one(first, second)
    (True, False)
    """
    earlier, later = in_one_unit(earlier, later)
    return _decided(earlier, later, same_quantity(earlier, later))[0] != "different_quantity"


def _decided(earlier: Claim, later: Claim, sameness: Sameness) -> tuple[str, str, Figures | None]:
    """The label of two claims, why, and how their figures stand; None where nothing holds the two together."""
    if not _reach(LIKELY, earlier, later, sameness) and not _are_mistyped(earlier, later, sameness):
        return "different_quantity", "", None
    named, why, figures = _labelled(earlier, later)
    if named == "conflict" and not (_rests_on_words(sameness, earlier, later) or _are_mistyped(earlier, later, sameness)):
        return "different_quantity", "", None
    return named, why, figures


def _are_mistyped(a: Claim, b: Claim, sameness: Sameness) -> bool:
    """Whether two articles tell one quantity, by all their words, in figures of which two digits changed places: hardly by chance.

    In two articles on one story that goes for any figures of four digits that nothing opposes.
    """
    if one_article(a, b) or not are_swapped(a, b) or ruling(a, b, sameness) is False:
        return False
    return sameness.doubt == 0 or (significant(a) >= _UNMISTAKABLE and story.have_one_cast(a, b))


def _what_is_lacking(a: Claim, b: Claim, sameness: Sameness) -> tuple[str, ...]:
    """What opposes two claims that nothing holds together, in words, beside the doubts of their sameness."""
    if sameness.is_decided:
        return ()
    return (opposed(a, b, sameness.verdicts) or _TOO_LITTLE,)


def _labelled(earlier: Claim, later: Claim) -> tuple[str, str, Figures]:
    """The label of two claims of one quantity, why, and how their figures stand."""
    moved = when(earlier, later) in ("later", "earlier") and course(earlier, later) != "fixed"
    figures = converted(earlier, later) if linked(earlier, later, "converts") else compared(earlier, later, moved)
    return *label(earlier, later, figures), figures


def _changed(named: str, earlier: Claim, later: Claim, figures: Figures, reasons: tuple[str, ...]) -> Relation:
    """A relation with the change from the earlier to the later figure."""
    absolute, relative = change(earlier, later) if figures.direction is not None else (None, None)
    return Relation(named, figures.direction, absolute, relative, reasons)


def are_surely_one(a: Claim, b: Claim) -> bool:
    """Whether the words of two claims, and a coincidence of their figures, hold them to be of one quantity without a look at the odds."""
    return _rests_on_words(same_quantity(a, b), a, b)


def _rests_on_words(sameness: Sameness, a: Claim, b: Claim) -> bool:
    return sameness.doubt == 0 or (sameness.doubt < NEVER and sameness.doubt <= support(a, b))


def cannot_both_be_right(earlier: Claim, later: Claim) -> bool:
    """Whether the words hold two claims to be of one quantity and their figures conflict, however far the odds think them apart.

    A slip (million for billion) puts figures farther apart than two states of one quantity ever are.
    """
    earlier, later = in_one_unit(earlier, later)
    return are_surely_one(earlier, later) and _labelled(earlier, later)[0] == "conflict"


def ruling(a: Claim, b: Claim, sameness: Sameness) -> bool | None:
    """Whether two claims are of one quantity where that is not left to the odds; None where it is.

    The text decides, or a clash; two accounts (unless one is of a part of the other's dead), two sources of one day, one sentence of two
    articles, and the ages of one person, rest on words alone; else what opposes two claims (see claimcheck.comparing.opposed) must be
    outweighed.
    """
    if sameness.is_decided:
        return sameness.doubt < NEVER
    if _are_a_day_and_a_year(a, b, sameness):
        return False
    if _rests_on_words(sameness, a, b):
        if _are_two_accounts(a, b):
            return sameness.verdicts["whole"] != "part" or a.value == b.value
        return True if a.kind == "age" or (sameness.doubt == 0 and (_is_disputed(a, b) or _are_told_alike(a, b))) else None
    return None if opposed(a, b, sameness.verdicts) is None else False


def _are_a_day_and_a_year(a: Claim, b: Claim, sameness: Sameness) -> bool:
    """Whether one article gives a day and the other a mere year, of no event that is said to be one: most days lie in the year's news."""
    return {a.kind, b.kind} == {"date", "year"} and not one_article(a, b) and sameness.verdicts["event"] != "agree"


def _is_disputed(a: Claim, b: Claim) -> bool:
    """Whether two articles give two sources' figures of one day: a crowd as its organisers and as the police put it."""
    return a.kind == "count" and a.as_of is not None and a.as_of == b.as_of and not one_article(a, b) and sources_differ(a, b)


def _are_told_alike(a: Claim, b: Claim) -> bool:
    """Whether two articles tell two figures of what cannot change in the same words: a capacity, the day of an event."""
    return not one_article(a, b) and course(a, b) == "fixed" and words(a.sentence) == words(b.sentence)


def log_odds(a: Claim, b: Claim) -> float:
    """The logarithm of the odds that two claims are of one quantity; infinite where they are not asked (see `ruling`)."""
    a, b = in_one_unit(a, b)
    return _log_odds(a, b, same_quantity(a, b))


def _log_odds(a: Claim, b: Claim, sameness: Sameness) -> float:
    ruled = ruling(a, b, sameness)
    return odds(shown(a, b, sameness)) if ruled is None else inf if ruled else -inf


def _reach(least: float, a: Claim, b: Claim, sameness: Sameness) -> bool:
    """Whether the logarithm of the odds is so high, which takes less time to tell than what it is."""
    ruled = ruling(a, b, sameness)
    return reach(least, a, b, sameness.verdicts, _beside_the_scope(a, b, sameness)) if ruled is None else ruled


def _are_two_accounts(a: Claim, b: Claim) -> bool:
    """Whether one article gives two speakers' figures side by side: in one sentence, or in the next."""
    one_sentence = one_article(a, b) and a.sentence_span == b.sentence_span
    return are_two_accounts(a, b) or (one_sentence and sources_differ(a, b))


def shown(a: Claim, b: Claim, sameness: Sameness) -> Iterator[str]:
    """The signs that two claims show, which the odds weigh."""
    yield from signs(a, b, sameness.verdicts)
    yield from _beside_the_scope(a, b, sameness)


def _beside_the_scope(a: Claim, b: Claim, sameness: Sameness) -> tuple[str, ...]:
    """What the tests do not settle, and whether the words bear two claims out or tell two stories."""
    if _rests_on_words(sameness, a, b):
        return (*sameness.left_open, "the words bear it out")
    against = opposes(a, b, sameness.verdicts)
    return (*sameness.left_open, against) if against else sameness.left_open


def replaced(earlier: Claim, later: Claim) -> Relation:
    """The relation of a figure to one of which a text says that it has taken its place ("up from 45")."""
    figures = compared(earlier, later, moved=True)
    return _changed("update", earlier, later, figures, ("the text gives both, the old and the new figure",))


def same_quantity(a: Claim, b: Claim) -> Sameness:
    """How much speaks against two claims' being about one quantity, and why."""
    said = stated(a, b)
    if said is not None:
        return said
    if are_of_two_days(a, b):
        return Sameness(NEVER, (f"what comes again and again, once of {a.as_of} and once of {b.as_of}",))
    answers: list[Answer] = []
    doubts: list[Doubt] = []
    parted: list[str] = []
    for test in TESTS:
        answer = test(a, b)
        doubt = None if answer.verdict == "agree" else of_answer(answer, a, b)
        if doubt is not None:
            if doubt.points >= NEVER:
                if answer.test not in _MISREAD or not story.is_one(a, b):
                    return Sameness(NEVER, (doubt.reason,))
                parted.append(f"parted by {answer.test}")
            doubts.append(doubt)
        answers.append(answer)
    if neighbours(a, b):
        return Sameness(NEVER, ("one number for two things of one story",))
    verdicts = {answer.test: answer.verdict for answer in answers}
    apart = two_things(a, b, verdicts)
    if apart:
        return Sameness(NEVER, (apart,))
    unsettled = left_open(a, b, verdicts)
    doubts += unsettled
    reasons = tuple([doubt.reason for doubt in doubts])
    return Sameness(weight(doubts), reasons, tuple(answers), verdicts, (*[doubt.reason for doubt in unsettled], *parted))


def stated(a: Claim, b: Claim) -> Sameness | None:
    """What the text says outright of the two claims."""
    for one, other in ((a, b), (b, a)):
        for link in one.links:
            if link.claim == other.id and not (link.role == "from" and _of_other_things(one, other)):
                if link.role in ("from", "revises") and not is_told_before(other) and _of_two_periods(one, other):
                    return Sameness(NEVER, (f"{one.surface!r} and {other.surface!r} are of two periods",))
                doubt = 0 if link.role in _SAME_SERIES else NEVER if link.role in _DIFFERENT else None
                if doubt is not None:
                    return Sameness(doubt, (f"the text states it: {one.surface!r} {link.role} {other.surface!r}",))
    return None


def _of_two_periods(a: Claim, b: Claim) -> bool:
    """Whether two figures are the old and the new one of what each period has its own of: revenue, a deficit, the drones of a month."""
    if states_revision(a.sentence):
        return False
    return (a.kind in ("money", "percent") and course(a, b) == "flow") or are_of_two_stretches(a, b)


def _of_other_things(a: Claim, b: Claim) -> bool:
    """Whether two figures count things of different names ("52 points from 30 games")."""
    return bool(a.counted and b.counted) and not akin(str(a.counted), str(b.counted)) and not groups_of(a.counted) & groups_of(b.counted)

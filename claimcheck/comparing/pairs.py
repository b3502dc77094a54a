"""Earlier claims with their relation to the one at hand: which are of its quantity, in what order, and which of them can decide."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from claimcheck import days
from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.figures import is_specific, lower, significant, times_apart
from claimcheck.comparing.labels import is_old, is_vague, misquotes, moved_to
from claimcheck.comparing.parts import whole
from claimcheck.comparing.relation import are_surely_one, compare, log_odds, same_quantity
from claimcheck.comparing.time import course, told_of_another_day
from claimcheck.comparing.whom import sources_differ
from claimcheck.model import Claim, Relation

Pair = tuple[Claim, Relation]
"""An earlier claim, and how the one at hand relates to it."""

_STATES, _ACCOUNTS = 3, 10
"""How many times apart two figures of one article for one toll may lie, by one account and by two. Conventions of this project."""
_HELD = 0.4
"""The logarithm of the odds from which another figure on record is taken for an earlier state though the words leave much open: a little
above those from which compare() relates two figures, for a ledger holds many. A convention of this project."""
_HELD_UNSAID = 1.0
"""The same where neither a statistic nor a noun is said of both: most such pairs with lower odds joined two things. A convention of this
project."""
_OF_ANYTHING = frozenset(("count", "money", "percent", "duration"))
"""Kinds of which an article gives figures for many things, so that the unit tells little."""
_CLEAR = 1.0
"""The logarithm of the odds from which a later figure on record counts beside those that the words hold to be of one quantity. A convention
of this project."""


def may_decide(past: Claim, claim: Claim, wholes: Sequence[str | tuple[str, str]]) -> bool:
    """Whether another figure may be an earlier state of a claim's: of no later day, and not the whole of which the claim is a part."""
    return not is_later(past, claim) and past.value not in wholes


def is_held(past: Claim, claim: Claim, relation: Relation) -> bool:
    """Whether the ledger's claim is one of the same quantity, whatever their figures."""
    if relation.label in ("update", "conflict"):
        sameness = same_quantity(past, claim)
        grown = relation.label == "update" and relation.direction == "up" and whole(past, claim).verdict != "part"
        told = any(sameness.verdicts.get(test) in ("agree", "entail") for test in ("measure", "counted"))
        if sameness.level == "same" or (told and grown and sameness.level == "likely"):
            return True
        unsaid = claim.kind in _OF_ANYTHING and sameness.verdicts.get("measure") == "unknown" and not told
        return log_odds(past, claim) >= (_HELD_UNSAID if unsaid else _HELD)
    return relation.label != "different_quantity"


def recency(pair: Pair) -> tuple[str, str, Decimal]:
    """By what earlier claims are put in order: their day, the day they were said, and of one day's tolls the height."""
    past = pair[0]
    height = past.value if isinstance(past.value, str) else past.value[0]
    grows = past.kind == "count" and course(past, past) == "grows"
    return past.as_of or "", past.said_on or "", Decimal(height) if grows else Decimal(0)


def surest(related: list[Pair], claim: Claim) -> list[Pair]:
    """The pairs that the words hold to be of one quantity, all where they hold none.

    Where these only update, also what clearly is of it, and what the words hold to be a later state of one of these.
    """
    sure = [pair for pair in related if are_surely_one(*in_one_unit(pair[0], claim))]
    if not sure or any(relation.label != "update" for _, relation in sure):
        return sure or related
    return [pair for pair in related if pair in sure or _is_clear(*pair, claim) or _continues(*pair, claim, sure)]


def _is_clear(past: Claim, relation: Relation, claim: Claim) -> bool:
    """Whether the odds are well above even; for the same figure only where the statistic is one, or it may be that of something else."""
    of_one = relation.label == "update" or same_quantity(past, claim).verdicts.get("measure") == "agree"
    return of_one and log_odds(past, claim) >= _CLEAR


def _continues(past: Claim, relation: Relation, claim: Claim, sure: Sequence[Pair]) -> bool:
    """Whether a figure on record is itself the next state of an earlier one of those that are sure, or by its statistic a step from it."""
    if relation.label != "update":
        return False
    later = [first for first, _ in sure if is_later(past, first)]
    return any(compare(first, past).label == "update" or _is_between(first, past, claim) for first in later)


def _is_between(first: Claim, past: Claim, claim: Claim) -> bool:
    """Whether a figure of one statistic and noun lies between an earlier and a later one."""
    told = same_quantity(past, claim).verdicts
    if told.get("measure") != "agree" or told.get("counted") not in ("agree", "entail"):
        return False
    return (lower(first, past) and lower(past, claim)) or (lower(past, first) and lower(claim, past))


def is_anyones(past: Claim, relation: Relation, claim: Claim) -> bool:
    """Whether a figure that has moved on is not held against the claim's speaker: its last state is no other speaker's."""
    return relation.label == "update" and not sources_differ(past, claim)


def leading(related: list[Pair]) -> list[Pair]:
    """The pairs without those whose article gives a far higher figure for the same toll, and without "dozens" if there are numbers."""
    related = [pair for pair in related if not is_vague(pair[0])] or related
    kept = []
    for past, relation in related:
        siblings = [other for other, _ in related if other.document == past.document and other.id != past.id and past.document is not None]
        grows = relation.label != "same_value" and course(past, past) == "grows"
        if not (grows and any(eclipses(other, past) for other in siblings)):
            kept.append((past, relation))
    return kept


def is_level_again(old: Claim, claim: Claim) -> bool:
    """Whether a level on record is given again without a speaker and not as news, in digits that hardly came back by chance."""
    if course(old, claim) != "level" or claim.attribution is not None or moved_to(claim) is not None:
        return False
    return claim.value == old.value and (is_specific(claim) or (claim.kind == "count" and significant(claim) > 1))


def eclipses(one: Claim, other: Claim) -> bool:
    """Whether one figure of an article is so much higher than another for the same quantity that the other is of a part, or long past."""
    if not lower(one, other) or same_quantity(one, other).level != "same":
        return False
    times = times_apart(one, other)
    return times is not None and times > (_ACCOUNTS if sources_differ(one, other) else _STATES)


def looks_back(past: Claim, claim: Claim) -> bool:
    """Whether a toll that comes out lower is told of an earlier day, as a line of a timeline or "on Monday" would, and not a wrong one."""
    if course(past, claim) != "grows" or not lower(past, claim) or misquotes(past, claim):
        return False
    return is_old(claim) or told_of_another_day(claim.sentence, claim.said_on)


def is_later(past: Claim, claim: Claim) -> bool:
    """Whether a recorded claim is of a later day than the one at hand, which then only looks back."""
    return past.as_of is not None and claim.as_of is not None and days.first_day(past.as_of) > days.last_day(claim.as_of)


def same_time(a: Claim, b: Claim) -> bool:
    return a.as_of is not None and b.as_of is not None and days.overlaps(a.as_of, b.as_of)

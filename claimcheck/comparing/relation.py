"""Are two claims about the same quantity, and if so, how do their figures relate?"""

from __future__ import annotations

from attrs import evolve, frozen

from claimcheck.comparing.answers import cue, one_article, with_habit
from claimcheck.comparing.events import event_types, of_sort
from claimcheck.comparing.figures import compared, converted
from claimcheck.comparing.labels import label, linked, states_revision
from claimcheck.comparing.names import akin, groups_of, names, rest, shared, stems
from claimcheck.comparing.parts import is_part_of_another
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.time import course, days_between, when
from claimcheck.comparing.whom import same_source, stands_by_its_noun
from claimcheck.model import Claim, Relation
from claimcheck.reading.measures import known

__all__ = ["Sameness", "compare", "same_quantity", "states_revision"]

_GOOD = ("agree", "entail")
_TAKEN_FOR_GRANTED = ("change", "status", "whole")
_SAME_SERIES = ("converts", "revises", "from")
_DIFFERENT = ("part_of", "total_of", "share_of", "change_to", "change_from")
_ACCIDENT = 2
"""Digits that two figures of one story may share by accident."""
_NEWS = 10
"""Days in which one figure of three digits is that of one night, though one of two reports puts it on another."""
_SUPPLIED = ("entity", "event")
_TOO_LITTLE = "not comparable: too little is said to hold two different figures together"

Verdicts = dict[str, str]


@frozen
class Sameness:
    """Whether two claims are about one quantity: "same", "likely" (the figures must bear it out) or "different", and why."""

    level: str
    reasons: tuple[str, ...]


def compare(earlier: Claim, later: Claim) -> Relation:
    """How the later claim relates to the earlier one; `reasons` say in words what decided.

    First what the text itself says of the two (a conversion, a part, a revision), then the scope tests and the decision table over their
    answers, then the figures, then time.
    """
    sameness = same_quantity(earlier, later)
    if sameness.level == "different":
        return Relation("different_quantity", reasons=sameness.reasons)
    moved = when(earlier, later) in ("later", "earlier") and course(earlier, later) != "fixed"
    figures = converted(earlier, later) if linked(earlier, later, "converts") else compared(earlier, later, moved)
    if sameness.level == "likely" and (figures.standing == "apart" or not _telling(earlier, later)):
        return Relation("different_quantity", reasons=(*sameness.reasons, _TOO_LITTLE))
    named, why = label(earlier, later, figures)
    if named in ("same_value", "different_quantity"):
        return Relation(named, reasons=(*sameness.reasons, why))
    return Relation(named, figures.direction, figures.absolute, figures.relative, (*sameness.reasons, why))


def same_quantity(a: Claim, b: Claim) -> Sameness:
    """Whether two claims are about one quantity, and why."""
    stated = _stated(a, b)
    if stated is not None:
        return stated
    answers, misread = {}, 0
    for test in TESTS:
        answer = test(a, b)
        if answer.verdict == "clash" and not (answer.test == "event" and _event_is_supplied(a, b)):
            misread += 1
            if misread > 1 or not _may_be_misread(answer.test, a, b):
                return Sameness("different", (f"{answer.test}: {answer.reason}",))
            answer = evolve(answer, verdict="unknown")
        answers[answer.test] = answer
    verdicts = {name: answer.verdict for name, answer in answers.items()}
    if verdicts["event"] == "clash":
        if not _names_agree(a, b, verdicts) and verdicts["period"] != "agree":
            return Sameness("different", (f"event: {answers['event'].reason}",))
        verdicts["event"] = "unknown"
    told = [name for name, verdict in verdicts.items() if verdict in (*_GOOD, "part") and name not in _TAKEN_FOR_GRANTED]
    level = _decide(a, b, verdicts)
    return Sameness("likely" if misread and level == "same" else level, tuple(f"{name}: {answers[name].reason}" for name in told))


def _stated(a: Claim, b: Claim) -> Sameness | None:
    """What the text says outright of the two claims."""
    for one, other in ((a, b), (b, a)):
        for link in one.links:
            if link.claim == other.id and not (link.role == "from" and _of_other_things(one, other)):
                level = "same" if link.role in _SAME_SERIES else "different" if link.role in _DIFFERENT else None
                if level:
                    return Sameness(level, (f"the text states it: {one.surface!r} {link.role} {other.surface!r}",))
    return None


def _decide(a: Claim, b: Claim, verdicts: Verdicts) -> str:
    """The decision table, for claims without a clash.

    `what` is the measure test, `which` the best of event, place, period and a named entity; "in part" means that some test says part, that
    the text makes one figure a part of another, or that the statistic is nothing without an owner and none is named.

        what      which             level
        agree     agree or entail   same; likely if in part
        agree     unknown           likely within one article, else different
        entail    agree or entail   likely
        unknown   agree or entail   likely for dates, for one figure of three digits (two with a unit), and where the sentences share half
                                    their words
    """
    what = verdicts["measure"]
    which = any(verdicts[test] in _GOOD for test in ("event", "place", "period", "since")) or _names_agree(a, b, verdicts)
    in_part = "part" in verdicts.values() or _one_is_part(a, b) or not _owner_is_told(a, b, verdicts) or _dates_something_else(a, b)
    if what == "agree" and which:
        return "likely" if in_part else "same"
    if what == "agree":
        return "likely" if one_article(a, b) else "different"
    alike = (verdicts["counted"] == "agree" or a.kind != "count") and (_same_words(a, b) or _rare_noun(a, b))
    measured = a.kind != "count" and _one_figure(a, b, _ACCIDENT - 1)
    borne_out = what == "entail" or a.kind in ("date", "year") or measured or _one_figure(a, b) or alike
    return "likely" if which and borne_out else "different"


def _event_is_supplied(a: Claim, b: Claim) -> bool:
    """Whether the event of one claim is that of its whole article: a story about one strike also gives figures of the war."""
    supplied = "event" in a.inherited or "event" in b.inherited
    return supplied and bool((event_types(a.event) | event_types(b.event)) & of_sort("two sides"))


def _may_be_misread(test: str, a: Claim, b: Claim) -> bool:
    """Whether a clash weighs less than one figure of three digits met in two articles: what clashes does not stand by the figure in one of
    them, but was supplied by its article or taken from another figure's words.
    """
    if one_article(a, b) or not _one_figure(a, b, _ACCIDENT - (test in _SUPPLIED and statistic(a) == statistic(b))):
        return False
    if test in ("measure", "counted"):
        return any(claim.counted is None or not stands_by_its_noun(claim) or "measure" in claim.inherited for claim in (a, b))
    if test == "period":
        return course(a, b) != "level" and (not (a.period and b.period) or (days_between(a, b) or 0) <= _NEWS)
    return test in _SUPPLIED and any(test in claim.inherited for claim in (a, b))


def _names_agree(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    return verdicts["entity"] in _GOOD and bool(names(a.entity)) and bool(names(b.entity))


def _of_other_things(a: Claim, b: Claim) -> bool:
    """Whether two figures count things of different names ("52 points from 30 games")."""
    return bool(a.counted and b.counted) and not akin(str(a.counted), str(b.counted)) and not groups_of(a.counted) & groups_of(b.counted)


def _one_is_part(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is said to be a part of a third, and has no statistic of its own (the badly hurt of the hurt)."""
    one, other = (is_part_of_another(claim) and statistic(claim) == claim.measure for claim in (a, b))
    return one != other


def _owner_is_told(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    """Whether it is said whose figure it is, where the statistic is nothing without that (revenue, aid, a distance, an age)."""
    named = known(statistic(a) or "")
    if named is not None and named.name in with_habit("of its words"):
        tallied = cue("asides", "tallied")
        return same_source(a, b) or _same_words(a, b) or all(tallied.search(claim.sentence) for claim in (a, b))
    if verdicts["since"] == "agree" or named is None or named.about in ("people", "counter") or named.name in with_habit("of the event"):
        return True
    if a.kind == "count" and (named.about == "thing" or (named.about == "actor" and a.counted and stems(a.counted) == stems(b.counted))):
        return verdicts["counted"] in _GOOD
    if a.kind in ("percent", "area") and _is_of_that_fire(a, b):
        return True
    if not _names_agree(a, b, verdicts) and verdicts["entity"] != "agree":
        return False
    supplied = "entity" in a.inherited or "entity" in b.inherited
    protagonist = named.about in ("owner", "actor") and a.entity == b.entity
    return named.about == "country" or not supplied or bool(rest(a.entity) & rest(b.entity)) or protagonist


def _is_of_that_fire(a: Claim, b: Claim) -> bool:
    """Whether the article's event supplies to one figure the name that stands in the other one's own sentence."""
    supplied = "entity" in a.inherited and "entity" in b.inherited
    return a.entity is not None and a.entity == b.entity and bool(names(a.entity)) and not supplied


def _dates_something_else(a: Claim, b: Claim) -> bool:
    """Whether two dates stand by one event in sentences that tell two things of it (when it broke out, when homes were searched), or one is
    only the day of its article.
    """
    of_the_paper = any(claim.value == claim.said_on for claim in (a, b))
    return a.kind in ("date", "year") and not one_article(a, b) and (of_the_paper or not _same_words(a, b))


def _one_figure(a: Claim, b: Claim, accident: int = _ACCIDENT) -> bool:
    """Whether both give one figure of so many digits that no two things of a story share it by accident."""
    things = {claim.counted for claim in (a, b) if not groups_of(claim.counted)}
    return (a.value, a.unit) == (b.value, b.unit) and len(things) <= 1 and _significant(a) > accident


def _telling(a: Claim, b: Claim) -> bool:
    """Whether figure, noun or sentence are so rare that meeting them twice is no accident."""
    round_and_full = one_article(a, b) and max(_significant(a), _significant(b)) > _ACCIDENT
    return isinstance(a.value, tuple) or _significant(a) > 1 or round_and_full or _rare_noun(a, b) or _same_words(a, b)


def _significant(claim: Claim) -> int:
    """How many digits a figure has between its zeros."""
    return len(claim.value.replace(".", "").strip("0-")) if isinstance(claim.value, str) else 0


def _rare_noun(a: Claim, b: Claim) -> bool:
    return a.counted is not None and a.counted == b.counted and not groups_of(a.counted)


def _same_words(a: Claim, b: Claim) -> bool:
    one, other = stems(a.sentence), stems(b.sentence)
    return 2 * len(shared(one, other)) >= min(len(one), len(other))

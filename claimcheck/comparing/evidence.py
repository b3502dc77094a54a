"""What speaks against two figures' being of one quantity, and what the figures themselves say for it, in points.

Where the words agree, nothing need be borne out. Each thing they leave open, and each field that clashes though the text did not say it by
the figure itself, must be outweighed by a coincidence of the figures: two equal figures of three digits in one story are hardly of two
things. The points are conventions of this project.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparing import story
from claimcheck.comparing.accounts import are_two_accounts
from claimcheck.comparing.answers import Answer, Verdicts, cue, one_article, with_habit
from claimcheck.comparing.figures import significant, standing, times_apart
from claimcheck.comparing.names import groups_of, names, rest, shared, stems, words
from claimcheck.comparing.parts import is_part_of_another
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.take_up import takes_up
from claimcheck.comparing.time import course, days_between, span
from claimcheck.comparing.where import of_another_year
from claimcheck.comparing.whom import same_source, stands_by_its_noun
from claimcheck.model import Claim
from claimcheck.reading.frozen import frozen
from claimcheck.reading.measures import known

NEVER = 99
"""Points that no figures outweigh."""
_PART = {"counted": 2, "whole": 3, "place": 3, "entity": 1, "event": 1, "period": 1}
"""Points of a test that finds one figure in part of what the other one covers."""
_CLASH = {"measure": 7, "period": 5}
"""Points of a clash; one of kind, change, noun, entity, place, event or status is never outweighed."""
_SUPPLIED_CLASH = {"event": 0, "place": 2, "entity": 3, "measure": 4, "period": 2}
"""Points of a clash in which one side is the article's and not the sentence's own."""
_OF_TWO_WORDS = 4
"""Points of two subjects of which one has no name (the river, the front)."""
_MEASURE = {"entail": 1, "unknown": 2}
_OWNER, _OWNER_OF_TWO = 1, 3
"""Points of a statistic that is nothing without an owner, who is not named with both: for one figure and for two."""
_TWO_SORTS, _TWO_NOUNS = 3, 4
"""Points of two sorts of event in the sentences, and of two nouns (dead, candles) where the statistic is not said either."""
_GOOD = ("agree", "entail")
_EQUAL = {1: 1, 2: 3}
"""Points of equal figures by their digits between the zeros."""
_EQUAL_LONG, _EQUAL_DATE = 5, 3
_NEAR, _NEAR_FIGURES = 1.3, 2
"""How many times apart two figures of two articles may lie that look like two states of one series, and points for that."""

_LONG = 60
"""Days from which a period is one since some beginning, which few counts share, and after which an incident is another one."""
ONE_NIGHT = 10
"""Days in which one figure is that of one night, though one of two reports puts it on another."""
_SECOND_ACCOUNT = 4
"""Points for a bare number that the next sentence gives in another's name."""
_TOLD_BY_UNIT = ("length", "area", "volume", "mass", "magnitude", "energy", "power", "money", "rate", "speed", "temperature")
"""Kinds of which a story has few figures, so that the unit tells as much as a word would."""


@frozen
class Doubt:
    """Something that speaks against two figures' being of one quantity, how much, and in words."""

    points: int
    reason: str


def weight(doubts: Sequence[Doubt]) -> int:
    """What several doubts weigh together: the weightiest of them."""
    return max((doubt.points for doubt in doubts), default=0)


def of_answer(answer: Answer, a: Claim, b: Claim) -> Doubt | None:
    """What the answer of one test that does not agree speaks against the two."""
    points = _points(answer, a, b)
    return Doubt(points, f"{answer.test}: {answer.reason}") if points else None


def _points(answer: Answer, a: Claim, b: Claim) -> int:
    if answer.verdict == "part":
        return _PART[answer.test]
    if answer.verdict != "clash":
        return _MEASURE.get(answer.verdict, 0) if answer.test == "measure" else 0
    if _is_supplied(answer.test, a, b):
        return _SUPPLIED_CLASH[answer.test]
    if answer.test == "entity" and not (names(a.entity) and names(b.entity)):
        return _OF_TWO_WORDS
    return _CLASH.get(answer.test, NEVER)


def _is_supplied(test: str, a: Claim, b: Claim) -> bool:
    """Whether what clashes does not stand by the figure in one of two claims, but is its article's or another figure's."""
    inherited = test in a.inherited or test in b.inherited
    if test == "measure":
        return inherited or (a.kind == "count" and any(claim.counted is None or not stands_by_its_noun(claim) for claim in (a, b)))
    if test == "period":
        return not (a.period and b.period) and (days_between(a, b) or 0) <= ONE_NIGHT
    if test == "event" and of_another_year(a, b):
        return False
    return test in ("event", "place", "entity") and inherited


def left_open(a: Claim, b: Claim, verdicts: Verdicts) -> list[Doubt]:
    """What two claims leave open whose tests do not clash: the story, whose figure it is, a part of what."""
    found = []
    if not _one_story_is_told(a, b, verdicts):
        found.append(Doubt(story.doubt(a, b), "the story is not said of both"))
    if verdicts["measure"] == "unknown" and _of_two_nouns(a, b):
        found.append(Doubt(_TWO_NOUNS, "what is counted goes by two nouns"))
    if not one_article(a, b) and story.are_two(a, b):
        found.append(Doubt(_TWO_SORTS, "they tell of two sorts of event"))
    if _one_is_part(a, b):
        found.append(Doubt(1, "one is a part of a third figure"))
    if not _owner_is_told(a, b, verdicts):
        found.append(Doubt(_OWNER if _coincidence(a, b) else _OWNER_OF_TWO, "whose figure it is is not said of both"))
    if _dates_something_else(a, b):
        found.append(Doubt(1, "they may date two things"))
    return [doubt for doubt in found if doubt.points]


def _one_story_is_told(a: Claim, b: Claim, verdicts: Verdicts) -> bool:
    """Whether event, place, beginning or a name tell that both are of one story; incidents in one place within weeks only."""
    if any(verdicts[test] in _GOOD for test in ("event", "since")) or story.names_agree(a, b, verdicts):
        return True
    if verdicts["place"] in _GOOD:
        return course(a, b) != "grows" or (days_between(a, b) or 0) <= _LONG
    return verdicts["period"] == "agree" and _has_own_beginning(a)


def _has_own_beginning(claim: Claim) -> bool:
    """Whether a figure counts for long from a day of its own, not from the first of a month or year, which many counts share."""
    start = claim.period.start if claim.period else None
    return claim.period is not None and start is not None and start[8:] != "01" and (span(claim.period) or _LONG) >= _LONG


def support(a: Claim, b: Claim) -> int:
    """How much the figures and their words themselves say for one quantity."""
    coincidence = _coincidence(a, b)
    if are_two_accounts(a, b):
        return coincidence + _SECOND_ACCOUNT
    if not coincidence:
        return _NEAR_FIGURES if _are_near(a, b) else 0
    measured = a.kind in _TOLD_BY_UNIT
    return coincidence + measured + (_rare_noun(a, b) and a.value == b.value) + _same_words(a, b) + 2 * _taken_up(a, b)


def _coincidence(a: Claim, b: Claim) -> int:
    """Points for equal figures, and for those of which one is the other rounded."""
    digits = max(significant(a), significant(b))
    if (a.value, a.unit) == (b.value, b.unit):
        return _EQUAL_DATE if a.kind in ("date", "year") else _EQUAL.get(digits, _EQUAL_LONG)
    return 1 + min(significant(a), significant(b), 2) if standing(a, b, moved=False) != "apart" else 0


def _are_near(a: Claim, b: Claim) -> bool:
    """Whether figures of one statistic in two articles lie as close as two states of one series do."""
    one, other = statistic(a), statistic(b)
    named = one == other if one and other else a.counted is not None and stems(a.counted) == stems(b.counted)
    if one_article(a, b) or not named or a.kind in ("age", "duration"):
        return False
    times = times_apart(a, b)
    return times is not None and times <= _NEAR


def _taken_up(a: Claim, b: Claim) -> bool:
    """Whether one figure of an article takes the other, equal one up ("those 30,000")."""
    return one_article(a, b) and a.value == b.value and (takes_up(a, b) or takes_up(b, a))


def _of_two_nouns(a: Claim, b: Claim) -> bool:
    """Whether a count is of a noun of no group (candles, times) that the other one does not have."""
    if a.kind != "count" or a.counted == b.counted:
        return False
    return any(claim.counted and claim.counted in claim.surface and not groups_of(claim.counted) for claim in (a, b))


def _one_is_part(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is said to be a part of a third, and has no statistic of its own (the badly hurt of the hurt)."""
    return _is_nameless_part(a) != _is_nameless_part(b)


def _is_nameless_part(claim: Claim) -> bool:
    return is_part_of_another(claim) and statistic(claim) == claim.measure


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
    if not story.names_agree(a, b, verdicts) and verdicts["entity"] != "agree":
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
    if a.kind not in ("date", "year") or one_article(a, b):
        return False
    return a.value == a.said_on or b.value == b.said_on or not _same_words(a, b)


def _rare_noun(a: Claim, b: Claim) -> bool:
    return a.counted is not None and a.counted == b.counted and not groups_of(a.counted)


def _same_words(a: Claim, b: Claim) -> bool:
    """Whether two sentences share half their words."""
    if one_article(a, b) and a.sentence_span == b.sentence_span:
        return False
    one, other = words(a.sentence), words(b.sentence)
    return 2 * len(shared(one, other)) >= min(len(one), len(other))

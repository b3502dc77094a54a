"""What no odds make up for: two claims whose words tell of two statistics or times, or whose articles tell of two stories.

Fields that only the article supplied may be misread or meant otherwise; those are left to the odds (see claimcheck.comparing.odds). So are
two times and two stories where the figures agree, unless two known places part these: what is told again is often dated by the day on which
it is told, and the event of one story goes by many names.
"""

from __future__ import annotations

from claimcheck import days
from claimcheck.comparing import story
from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.evidence import ONE_NIGHT
from claimcheck.comparing.figures import standing
from claimcheck.comparing.names import names, related
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.time import course, days_between
from claimcheck.comparing.where import are_listed
from claimcheck.model import Claim, Period
from claimcheck.reading.frozen import frozen
from claimcheck.reading.measures import known

_TOLD_APART = ("people", "country", "actor")
"""What a statistic is about that texts do not mix up: the killed and the hurt, inflation and unemployment, launched and shot down."""
_ONE_YEAR, _ONE_INCIDENT = 365, 30
"""Days beyond which an event without a name is another one, and beyond which so is one of a kind that comes again and again."""
_OWNED = ("country", "owner", "thing")
_WEIGHED_IN_ONE_STORY = ("measure", "entity", "place")
_WEIGHED_UNLESS_NAMED = ("period", "event", "story")
_TWO, _GOOD = ("part", "clash"), ("agree", "entail")


@frozen
class Against:
    """What speaks against two claims: the scope test it rests on ("story" for all that makes two stories), and why in words."""

    test: str
    reason: str


def opposed(a: Claim, b: Claim, told: Verdicts) -> str | None:
    """Why two claims of which the scope tests have told are of two quantities, whatever else they share; None where nothing says so.

    Within one article, or two with one cast, which tell one story, the reading of a statistic, an owner or a place errs as often as two are
    meant: these are weighed there. So are times and events in two such articles, which often give them otherwise, unless both sentences
    name them.
    """
    against = _against(a, b, told)
    if against is None or _is_weighed(against.test, a, b, told):
        return None
    return None if against.test == "story" and _may_be_one(a, b, told) else against.reason


def _is_weighed(test: str, a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether one story is told, in which what a test holds apart is left to the odds."""
    if test in _WEIGHED_IN_ONE_STORY:
        return story.is_one(a, b)
    return test in _WEIGHED_UNLESS_NAMED and story.have_one_cast(a, b) and not _tell_of_two(a, b, told)


def _tell_of_two(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether the sentences of both figures name their place or event, and not the same."""
    return any(told[field] in _TWO and field not in (*a.inherited, *b.inherited) for field in ("place", "event"))


def opposes(a: Claim, b: Claim, told: Verdicts) -> str | None:
    """The sign of what speaks most against two claims that nothing parts for good."""
    against = _against(a, b, told)
    return None if against is None else f"opposed by {against.test}"


def _against(a: Claim, b: Claim, told: Verdicts) -> Against | None:
    """What speaks most against two claims."""
    if _of_two_statistics(a, b, told):
        return Against("measure", f"measure: {statistic(a)} against {statistic(b)}")
    if _of_two_times(a, b, told):
        return Against("period", f"period: {a.as_of} and {b.as_of}, each with a stretch of its own")
    if told["entity"] == "clash" and a.value != b.value and "entity" not in (*a.inherited, *b.inherited):
        return Against("entity", "entity: two are named, and the figures differ")
    if standing(a, b, moved=False) == "apart" and (of_two := _of_two_subjects(a, b, told)):
        return of_two
    return Against("story", "two stories that have nothing in common") if _of_two_stories(a, b, told) else None


def _of_two_statistics(a: Claim, b: Claim, told: Verdicts) -> bool:
    one, other = known(statistic(a) or ""), known(statistic(b) or "")
    supplied = "measure" in a.inherited or "measure" in b.inherited
    if told["measure"] != "clash" or one is None or other is None or supplied:
        return False
    return one.about == other.about and one.about in _TOLD_APART


def _of_two_subjects(a: Claim, b: Claim, told: Verdicts) -> Against | None:
    """Why figures that differ are of two subjects; equal ones would make up for it."""
    if told["whole"] == "part":
        return Against("whole", "whole: one is a part, and the figures differ")
    if told["event"] == "part" and (days_between(a, b) or 0) > _ONE_INCIDENT:
        return Against("event", "event: such events come again, and the figures differ")
    if told["place"] == "part" and not ("place" in a.inherited and "place" in b.inherited):
        return Against("place", "place: one lies in the other, and the figures differ")
    if told["period"] == "clash" and (_is_over(a, b) or _is_over(b, a)):
        return Against("period", "period: one is of a stretch long over, and the figures differ")
    return None


def _is_over(a: Claim, b: Claim) -> bool:
    """Whether one figure is of a stretch of months that was over weeks before the other one's day."""
    if a.period is None or not (a.period.start and a.period.end and b.as_of) or course(a, b) == "level":
        return False
    first, last, day = days.first_day(a.period.start), days.last_day(a.period.end), days.first_day(b.as_of)
    return (last - first).days > _ONE_INCIDENT and (day - last).days > _ONE_INCIDENT


def _of_two_times(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether both give the stretch they cover, and not only their day, or two articles count what belongs to its day on two days.

    A level (a jobless rate) goes on from one month to the next. Within days the same figure is that of one night, which two reports date.
    """
    if (story.days_said_apart(a, b) or 0) > _ONE_YEAR:
        return True
    if told["period"] != "clash":
        return False
    if all(claim.period not in (None, Period(claim.as_of, claim.as_of)) for claim in (a, b)):
        return course(a, b) != "level"
    if one_article(a, b) or a.as_of == b.as_of or a.kind != "count" or course(a, b) != "flow" or _is_of_no_day(a, b):
        return False
    return standing(a, b, moved=False) == "apart" or (days_between(a, b) or 0) > ONE_NIGHT


def _is_of_no_day(a: Claim, b: Claim) -> bool:
    """Whether neither text dates a figure of a land or firm (births, sales), which is then hardly one of the day of its article."""
    owned = [known(statistic(claim) or "") for claim in (a, b)]
    if any(named is None or named.about not in _OWNED for named in owned):
        return False
    return all(claim.as_of == claim.said_on for claim in (a, b))


def _of_two_stories(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether event and place differ, or articles that have nothing else in common speak of two events, statistics or places."""
    if told["event"] == "clash" and told["place"] in _TWO:
        return True
    if story.tell_two_sorts(a, b) and not one_article(a, b) and told["event"] not in _GOOD:
        return True
    if story.is_common(a, b, told) or story.doubt(a, b) < story.NOTHING_SHARED:
        return False
    return "clash" in (told["event"], told["measure"]) or _are_elsewhere(a, b)


def _may_be_one(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether figures agree, and no two statistics by the figures, sorts of event, nor places part them.

    Of two places that no gazetteer knows nobody can tell what they lie in.
    """
    if standing(a, b, moved=False) == "apart" or not any(claim.event or claim.place or claim.entity for claim in (a, b)):
        return False
    if (told["measure"] == "clash" and "measure" not in (*a.inherited, *b.inherited)) or story.tell_two_sorts(a, b):
        return False
    one, other = names(a.place), names(b.place)
    return not one or not other or bool(related(one, other)) or not any(are_listed(frozenset((name,))) for name in one | other)


def _are_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether nothing is said of both, or two places are: of the gazetteer, or months apart."""
    if not any(claim.event or claim.place or claim.entity for claim in (a, b)):
        return True
    one, other = names(a.place), names(b.place)
    if not one or not other or related(one, other):
        return False
    return are_listed(one | other) or story.doubt(a, b) > story.NOTHING_SHARED

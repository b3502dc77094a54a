"""What no odds make up for: two claims that say themselves that they are of two things, two days, two places or two events.

Fields that only the article supplied may be misread or meant otherwise; those are left to the odds (see claimcheck.comparing.odds).
"""

from __future__ import annotations

from claimcheck.comparing import story
from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.figures import standing, times_apart
from claimcheck.comparing.names import names, related
from claimcheck.comparing.statistic import statistic
from claimcheck.comparing.time import course
from claimcheck.comparing.where import are_listed
from claimcheck.model import Claim, Period
from claimcheck.reading.measures import known

_FARTHEST = 5
"""How many times apart two figures of one quantity may lie where only odds hold them together. A convention of this project."""
_ONE_YEAR = 365
"""Days beyond which an event without a name is another one."""
_TOLD_APART = ("people", "country", "actor")
"""What a statistic is about that texts do not mix up: the killed and the hurt, inflation and unemployment, launched and shot down."""
_TWO, _GOOD = ("part", "clash"), ("agree", "entail")


def are_opposed(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether two claims of which the scope tests have told are of two quantities, whatever else they share."""
    return _of_two_statistics(a, b, told) or _of_two_times(a, b, told) or _of_two_stories(a, b, told) or _differ(a, b, told)


def _of_two_statistics(a: Claim, b: Claim, told: Verdicts) -> bool:
    one, other = known(statistic(a) or ""), known(statistic(b) or "")
    if told["measure"] != "clash" or one is None or other is None or _is_supplied("measure", a, b):
        return False
    return one.about == other.about and one.about in _TOLD_APART


def _of_two_times(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether both give the stretch they cover, and not only their day, or two articles count what belongs to its day on two days."""
    if (story.days_said_apart(a, b) or 0) > _ONE_YEAR:
        return True
    if told["period"] != "clash":
        return False
    stretches = all(claim.period not in (None, Period(claim.as_of, claim.as_of)) for claim in (a, b))
    another_day = a.as_of != b.as_of and not one_article(a, b)
    return stretches or (another_day and a.kind == "count" and course(a, b) == "flow")


def _of_two_stories(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether event and place differ, or articles that have nothing else in common speak of two events, statistics or places."""
    if told["event"] == "clash" and told["place"] in _TWO:
        return True
    if story.tell_two_sorts(a, b) and not one_article(a, b) and told["event"] not in _GOOD:
        return True
    if story.is_common(a, b, told) or story.doubt(a, b) < story.NOTHING_SHARED:
        return False
    return "clash" in (told["event"], told["measure"]) or _are_elsewhere(a, b)


def _are_elsewhere(a: Claim, b: Claim) -> bool:
    """Whether nothing is said of both, or two places are: of the gazetteer, or months apart."""
    if not any(claim.event or claim.place or claim.entity for claim in (a, b)):
        return True
    one, other = names(a.place), names(b.place)
    if not one or not other or related(one, other):
        return False
    return are_listed(one | other) or story.doubt(a, b) > story.NOTHING_SHARED


def _differ(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether figures that differ are a part and a whole, of two places or stretches, of two people, or too far apart."""
    if told["entity"] == "clash" and a.value != b.value and not _is_supplied("entity", a, b):
        return True
    if standing(a, b, moved=False) != "apart":
        return False
    times = times_apart(a, b)
    if times is not None and times > _FARTHEST:
        return True
    return told["period"] == "clash" or told["place"] in _TWO or "part" in (told["whole"], told["event"])


def _is_supplied(field: str, a: Claim, b: Claim) -> bool:
    return field in a.inherited or field in b.inherited

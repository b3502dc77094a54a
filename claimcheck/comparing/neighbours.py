"""Two figures of one story that are the same number and yet count two things: 4,463 people killed, 4,463 shelters."""

from __future__ import annotations

from claimcheck.comparing.events import event_types
from claimcheck.comparing.figures import is_specific
from claimcheck.comparing.names import akin, groups_of, kinship
from claimcheck.comparing.time import days_between
from claimcheck.comparing.what import measure
from claimcheck.comparing.where import event, place
from claimcheck.model import Claim
from claimcheck.reading.measures import known

_PEOPLE = "person"
_ONE_STORY = 60
"""Days within which counts of one event stand side by side in the papers."""


def is_known_by_its_digits(claim: Claim) -> bool:
    """Whether a count or a sum has so many digits that two of a story hardly share them by accident."""
    return claim.kind in ("count", "money") and is_specific(claim)


def neighbours(a: Claim, b: Claim) -> bool:
    """Whether two figures are one number for two things of the same story."""
    if (a.kind, a.unit, a.value) != (b.kind, b.unit, b.value) or not is_known_by_its_digits(a):
        return False
    return _of_one_story(a, b) and (_count_two_things(a, b) or _two_fates(a, b))


def _of_one_story(a: Claim, b: Claim) -> bool:
    """Whether both are of one event, or of events of one kind in one place, within weeks."""
    apart, where = days_between(a, b), place(a, b).verdict
    if apart is None or apart > _ONE_STORY or where == "clash":
        return False
    types = event_types(a.event or a.sentence) & event_types(b.event or b.sentence)
    return event(a, b).verdict == "agree" or (where == "agree" and bool(types) and event(a, b).verdict != "clash")


def _count_two_things(a: Claim, b: Claim) -> bool:
    """Whether both tell what they count, and the nouns have nothing in common."""
    one, other = _noun(a), _noun(b)
    if one is None or other is None or akin(one, other):
        return False
    kin = {kinship(group, second) for group in groups_of(one) for second in groups_of(other)}
    return kin <= {"apart"} and measure(a, b).verdict == "clash"


def _noun(claim: Claim) -> str | None:
    """What a figure counts by the noun beside it; people, where its own words name a statistic of people ("the death toll of 144")."""
    if claim.counted and claim.noun and claim.noun in claim.surface:
        return claim.counted
    statistic = known(claim.measure or "")
    return _PEOPLE if statistic is not None and statistic.about == "people" and "measure" not in claim.inherited else None


def _two_fates(a: Claim, b: Claim) -> bool:
    """Whether both count people by what became of them, and not the same (killed, injured)."""
    fates = [known(claim.measure or "") for claim in (a, b)]
    people = all(fate is not None and fate.about == "people" for fate in fates)
    return people and "measure" not in (*a.inherited, *b.inherited) and measure(a, b).verdict == "clash"

"""The named tests of sameness: each looks at one field of two claims and answers in one word, with a reason.

"agree": both say the same. "entail": one wording covers the other (civilians and people, a country and its army). "part": one names a
part of what the other names (Wajima, Japan). "unknown": at least one of them does not say, or says it in words that cannot be told
apart. "clash": they cannot be about one quantity.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from claimcheck import days
from claimcheck.comparing.names import akin, groups_of, kinship, names, related, rest, shared, stems
from claimcheck.comparing.time import course, covers, days_between, running, span
from claimcheck.model import Claim, Period
from claimcheck.reading.measures import known, marks
from claimcheck.reading.places import contains
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import events_in
from claimcheck.vocabulary import table


@frozen
class Answer:
    """What one test says of two claims."""

    test: str
    verdict: str
    reason: str


Test = Callable[[Claim, Claim], Answer]

_FURTHER = re.compile(r"\b(?:another|additional|further|extra|more of|new)\b|\d[\d,.]* more\b", re.IGNORECASE)
_SIDED = frozenset(("military", "militant", "prisoner", "person"))
_CHANGES = frozenset(("growth", "wage growth", "pay rise", "inflation rate", "core inflation rate", "food inflation rate", "producer prices"))
"""Statistics that are changes by themselves: "growth of 2%", "prices rose by 2%"."""
_AFTER_THE_DEAD = frozenset(("injuries", "serious injuries", "missing", "homeless", "displaced", "trapped", "hospitalised", "evacuated"))
"""Statistics whose "another 40" is said beside the dead, and adds to nothing."""
_SINCE = re.compile(r"\bsince (?:the|last|mid|early|late|\w+day|\d|[A-Z])")
_OF_THOSE = re.compile(r" of (?:the|those|these) ((?:\w+ )?\w+)")
_OF_WHOM = re.compile(r"(?: \w+){0,2} of (?:which|whom|them)\b")
_OF_THE_DEAD = re.compile(r"\b[Oo]f (?:the|those|these) ((?:\w+ )?\w+),? $")
_LOCAL = re.compile(
    r"\b(?:village|hamlet|neighbou?rhood|suburb|campus)\b|\b(?:in|from) (?:the|this|that|one|a|another) (?:city|town|district|province|camp|building|school)\b(?! of)"
)
_TOWN_OF = re.compile(r"\b(?:in|from) the (?:city|town|district|province) of\b")
_OTHER_DAYS = re.compile(r"\b(?:since (?:1[5-9]|20)\d\d,? when|(?:fire|quake|earthquake|flood|storm|hurricane|crash|attack|war) of (?:1[5-9]|20)\d\d|(?:1[5-9]|20)\d\d (?:fire|quake|earthquake|flood|storm|hurricane|crash|attack))\b")
_ANOTHER_QUAKE = re.compile(r"\b(?:aftershocks?|foreshocks?|tremors?|again|another|potential|swarm)\b", re.IGNORECASE)
_WOULD = re.compile(r"\bwould (?:be|have been|reach|stand at|total)\W*(?:\w+\W+){0,2}$")
_ALONE = re.compile(r"\b(?:alone|itself|only)\b")
_WORD_BEFORE = 12
"""Characters before a figure, and after a place, in which a word still belongs to it."""
_EVENT_WORDS = 6
"""Words between an event and the place that names it."""
_SAME_KIND = ({"date", "year"}, {"percent", "ratio"})
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_DISASTERS = frozenset(("earthquake", "tsunami", "flood", "storm", "landslide", "avalanche", "eruption", "fire", "sinking", "crash", "collapse", "crush"))
_ONE_DISASTER = 500
"""Days after which figures of a disaster in one place are likelier those of another one."""
_NO_INCIDENT = 1000
_ONE_EVENT = 3
"""Days within which reports on a strike, shooting or attack in one place speak of the same one."""
_SHORT = 31
"""Days of the longest period that is a stay of its own (a night, a week): two of them are two counts unless one holds the other."""
_WEEK, _QUARTER_LONG, _YEAR_LONG = 6, 92, 366
_NEAR_STARTS, _SIXTH = 62, 6
"""Days between two "since", or the share of the time gone by: speakers date the begin of one uprising or war by its first protest or its
first deaths, or by the year."""


def kind(a: Claim, b: Claim) -> Answer:
    """Length with length, percent with percent; money only in one currency."""
    if a.kind != b.kind and {a.kind, b.kind} not in _SAME_KIND:
        return Answer("kind", "clash", f"{a.kind} against {b.kind}")
    if a.bounds and b.bounds and a.bounds.unit != b.bounds.unit:
        return Answer("kind", "clash", f"{a.bounds.unit} against {b.bounds.unit}")
    return Answer("kind", "agree", f"both {a.kind}")


def change(a: Claim, b: Claim) -> Answer:
    """A change is never a level: "24 more bodies" and "another 24" are not the toll."""
    one, other = addition(a), addition(b)
    if one == other:
        return Answer("change", "agree", "both changes" if one else "neither is a change")
    return Answer("change", "clash", f"{a.surface!r} is {one or 'no change'}, {b.surface!r} is {other or 'no change'}")


def addition(claim: Claim) -> str | None:
    """How the figure changes another one: increase, decrease, None where it stands for itself."""
    if claim.change and claim.measure not in _CHANGES:
        return claim.change
    start, end = (place - claim.sentence_span[0] for place in (claim.span[0], claim.span[1]))
    words = claim.sentence[max(0, start - _WORD_BEFORE) : max(0, end)] if 0 <= start <= end else claim.surface
    further = claim.measure not in _AFTER_THE_DEAD and claim.status != "suspected" and _FURTHER.search(words)
    return "increase" if further else None


def measure(a: Claim, b: Claim) -> Answer:
    """Deaths with deaths. Where one text names no statistic, the other's may stand in its sentence."""
    one, other = _measure(a), _measure(b)
    if one and other:
        if one == other or stems(one) == stems(other) != frozenset():
            return Answer("measure", "agree", f"both {one}")
        if (one, other) in _measure_kin():
            return Answer("measure", "entail", f"{one} and {other} may be used for each other")
        return Answer("measure", "clash", f"{one} against {other}")
    for said, silent in ((one, b), (other, a)):
        if said and said in _statistics(silent.sentence) and _counts_people(silent):
            verdict = "agree" if _statistics(silent.sentence) == {said} else "entail"
            return Answer("measure", verdict, f"{said} stands in both sentences")
    return Answer("measure", "unknown", "the statistic is not said of both")


def _measure(claim: Claim) -> str | None:
    """The claim's statistic, None where the reader could only repeat what is counted."""
    return None if claim.measure is None or (claim.measure == claim.counted and known(claim.measure) is None) else claim.measure


def _counts_people(claim: Claim) -> bool:
    return claim.kind == "count" and (claim.counted is None or bool(groups_of(claim.noun or claim.counted)))


@lru_cache(maxsize=4096)
def _statistics(sentence: str) -> frozenset[str]:
    """What a sentence counts people by, or has a value for."""
    frames = [frame for mark in marks(cut(sentence)) for frame in mark.frames]
    return frozenset(frame.measure.name for frame in frames if frame.measure.about == "people" and frame.role != "head")


@lru_cache(maxsize=4096)
def _named(words: str) -> frozenset[str]:
    """Every statistic that some words may name."""
    return frozenset(frame.measure.name for mark in marks(cut(words)) for frame in mark.frames)


@cache
def _measure_kin() -> frozenset[tuple[str, str]]:
    pairs = {(row["measure"], row["other"]) for row in table("measure_kin")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def counted(a: Claim, b: Claim) -> Answer:
    """Soldiers with troops, civilians with people; children are a part of the people."""
    if a.kind != "count":
        return Answer("counted", "unknown", "nothing is counted")
    one, other = _groups(a), _groups(b)
    words = f"{_who(a)} and {_who(b)}"
    if not one or not other:
        same = a.counted is not None and b.counted is not None and akin(a.counted, b.counted)
        narrow = any(group not in _SIDED and kinship(group, "person") == "part" for group in one | other)
        return Answer("counted", "agree" if same else "part" if narrow or (a.counted and b.counted) else "unknown", words)
    kin = {kinship(x, y) for x in one for y in other}
    if "same" in kin or "whole" in kin:
        return Answer("counted", "agree" if one == other else "entail", f"{words} may be used for each other")
    return Answer("counted", "clash", f"{words}: one is a part of the other" if "part" in kin else f"{_who(a)} against {_who(b)}")


def _groups(claim: Claim) -> frozenset[str]:
    """Whom a claim counts: the groups its entity or noun names; "people" only where nothing narrower is said."""
    named = groups_of(claim.entity) | groups_of(claim.noun or claim.counted)
    return named - {"person"} or named


def _who(claim: Claim) -> str:
    return claim.noun or claim.counted or claim.entity or "what is not said"


def entity(a: Claim, b: Claim) -> Answer:
    """The same side, company or person. In a war or an exchange a count belongs to a side, and the sentence itself must say to which."""
    one, other = names(a.entity), names(b.entity)
    if one and other and not related(one, other):
        return Answer("entity", "clash", f"{a.entity} against {b.entity}")
    supplied = "entity" in a.inherited and "entity" in b.inherited and a.document != b.document
    if _two_sided(a, b) and (one or other) and (not one or not other or supplied):
        own = same_source(a, b) and _groups(a) == _groups(b)
        return Answer("entity", *(("entail", "one speaker on one side") if own else ("part", "the side is not said of both")))
    if not _subject(a) or not _subject(b):
        return Answer("entity", "unknown", "whom it concerns is not said of both")
    spoken = f"{a.entity} and {b.entity}"
    if one and other:
        return Answer("entity", _roles(a, b), spoken)
    if one or other:
        return Answer("entity", "unknown", spoken)
    words = stems(a.entity), stems(b.entity)
    alike = shared(*words) or groups_of(a.entity) & groups_of(b.entity)
    return Answer("entity", "agree" if words[0] == words[1] else "entail" if alike else "unknown" if _groups(a) or _groups(b) else "clash", spoken)


def same_source(a: Claim, b: Claim) -> bool:
    """Whether both figures are attributed to sources that share a name ("President Ruiz", "Ruiz's office")."""
    return bool(a.attribution and b.attribution and shared(names(a.attribution.source), names(b.attribution.source)))


def _two_sided(a: Claim, b: Claim) -> bool:
    return any(_sides() & event_types(claim.event) for claim in (a, b)) and bool(_groups(a) & _SIDED or _groups(b) & _SIDED)


def _subject(claim: Claim) -> bool:
    """Whether the entity says more than the event's own word ("the fire")."""
    if not claim.entity:
        return False
    word = claim.entity.lower()
    return not any(event.endswith(word) or word in pattern.split() for _, event, pattern in events_in(cut(claim.entity)))


def _roles(a: Claim, b: Claim) -> str:
    """The verdict on what stands beside one name in two wordings ("captain of Flight 612", "first officer of Flight 612")."""
    one, other = rest(a.entity), rest(b.entity)
    groups = groups_of(a.entity), groups_of(b.entity)
    if one == other or (groups[0] and groups[0] == groups[1]):
        return "agree"
    return "entail" if not one or not other or groups[0] or groups[1] or shared(one, other) else "part"


def place(a: Claim, b: Claim) -> Answer:
    """The same place; a part of a place is not the whole, unless it only names where the whole event was."""
    one, other = names(a.place), names(b.place)
    if not one or not other:
        return Answer("place", "unknown", "the place is not said of both")
    spoken = f"{a.place} and {b.place}"
    if shared(one, other):
        return Answer("place", "agree", spoken)
    if not related(one, other):
        told = [claim for claim in (a, b) if "place" not in claim.inherited]
        if len(told) == 2:
            return Answer("place", "clash" if _known(one) and _known(other) else "part", spoken)
        return Answer("place", "part" if told and not _names_event(told[0]) else "unknown", spoken)
    inner = a if any(contains(x, y) for x in other for y in one) else b
    if "place" in inner.inherited or _names_event(inner):
        return Answer("place", "entail", spoken)
    return Answer("place", "part", f"{inner.place} is a part of {(b if inner is a else a).place}")


def _names_event(claim: Claim) -> bool:
    """Whether the place stands by the event's own word ("the fire in Lahaina") and so limits nothing."""
    before, found, after = claim.sentence.partition(claim.place or "")
    near = " ".join((*before.split()[-_EVENT_WORDS:], *after.split()[:2]))
    return bool(found and events_in(cut(near))) and not _ALONE.search(after[:_WORD_BEFORE])


def _known(found: frozenset[str]) -> bool:
    """Whether all names are places of the gazetteer."""
    return all(name[0].isupper() for name in found)


def event(a: Claim, b: Claim) -> Answer:
    """The same war, quake or strike: type, names and year; strikes recur, so two of them must be of the same days.

    The event of a whole article is only as sure as its headline: a name that clashes there may still stand in the other's sentence.
    """
    if not a.event or not b.event:
        return Answer("event", "unknown", "the event is not said of both")
    spoken = f"{a.event} and {b.event}"
    if _another_year(a, b):
        return Answer("event", "clash", spoken)
    one, other = _event_names(a), _event_names(b)
    if one is None or other is None:
        return Answer("event", "clash", f"{(a if one is None else b).place} is not where {(a if one is None else b).event} was")
    near = not one or not other or related(one, _around(b)) or related(other, _around(a))
    named = "agree" if related(one, other) else "entail" if near else "clash"
    types = event_types(a.event), event_types(b.event)
    if types[0] and types[1] and not types[0] & types[1]:
        verdict = "unknown" if named != "clash" and _inherits_event(a, b) else "clash"
        return Answer("event", verdict, spoken)
    apart = days_between(a, b)
    dated = _years(a.event) | _years(b.event)
    if apart is not None and apart > _ONE_DISASTER and not dated and types[0] & types[1] & _DISASTERS:
        return Answer("event", "part", f"{spoken}: the figures are {apart} days apart")
    statistic = known(a.measure or "")
    happens = course(a, b) in ("grows", "flow") or (a.kind == "count" and (statistic is None or statistic.about in ("people", "actor")))
    counted_once = happens and not (_runs(a) and _runs(b))
    if counted_once and named == "agree" and _recurs(a.event) and _recurs(b.event) and (apart is None or apart > _ONE_EVENT):
        return Answer("event", "part", f"{spoken}: such events come again and again")
    return Answer("event", named, spoken)


def _inherits_event(a: Claim, b: Claim) -> bool:
    return "event" in a.inherited or "event" in b.inherited


def _event_names(claim: Claim) -> frozenset[str] | None:
    """The names of a claim's event and the place its own sentence gives; None where that place lies outside the article's event."""
    named, own = names(claim.event) - _years(claim.event or ""), names(claim.place)
    if "place" in claim.inherited or not own:
        return named
    if "event" in claim.inherited and named and _known(named | own) and not related(own, named):
        return None
    return named | own


def _around(claim: Claim) -> frozenset[str]:
    """All names that stand around a figure."""
    return names(claim.sentence) | names(claim.title) | names(claim.place) | names(claim.entity)


def _runs(claim: Claim) -> bool:
    """Whether a count runs on, by its words or because no single incident of a war has so many victims."""
    return running(claim) or (claim.kind == "count" and isinstance(claim.value, str) and Decimal(claim.value) >= _NO_INCIDENT)


def _years(text: str) -> frozenset[str]:
    return frozenset(_YEAR.findall(text))


def _another_year(a: Claim, b: Claim) -> bool:
    """Whether one event is named by a year in which the other claim's days do not lie."""
    for named, other in ((a, b), (b, a)):
        years = _years(named.event or "")
        if years and not years & _years(f"{other.event} {other.as_of} {other.period}"):
            return True
    return False


def _recurs(text: str) -> bool:
    return any(_families().get(event, ("", False))[1] for _, event, _ in events_in(cut(text)))


@lru_cache(maxsize=4096)
def event_types(text: str | None) -> frozenset[str]:
    """The families of events a wording names.

    >>> event_types("the quake in Ardosa"), event_types("shooting in Reno") == event_types("attack on Reno")
    (frozenset({'earthquake'}), True)
    """
    return frozenset(_families()[event][0] for _, event, _ in events_in(cut(text or "")) if event in _families())


def _sides() -> frozenset[str]:
    """The families of events in which two sides are counted."""
    return frozenset(("conflict", "exchange"))


@cache
def _families() -> dict[str, tuple[str, bool]]:
    return {row["event"]: (row["family"], row["recurs"] == "yes") for row in table("event_types")}


def period(a: Claim, b: Claim) -> Answer:
    """The same days; two counts since one day belong together, two months do not. A flow without a period is one of its day."""
    moves = course(a, b)
    one, other = (_covered(claim, moves) for claim in (a, b))
    if one is None or other is None or one.start is None or other.start is None:
        stretch = _of_its_own(a if other is None else b) if (one is None) != (other is None) and moves == "grows" else None
        return Answer("period", "clash" if stretch else "unknown", f"only one is of {stretch}" if stretch else "the period is not said of both")
    spoken = f"{_spoken(one)} and {_spoken(other)}"
    if one == other:
        return Answer("period", "agree", f"both {_spoken(one)}")
    whole_months = _whole_months(one) or _whole_months(other)
    if one.start == other.start and not whole_months:
        return Answer("period", "agree", f"both since {one.start}")
    if _short(one) or _short(other) or whole_months:
        night = _short(one) and _short(other) and (covers(one, other) or covers(other, one)) and not whole_months
        held = covers(one, other) or covers(other, one)
        return Answer("period", "entail" if night else "part" if held and moves == "flow" else "clash", spoken)
    apart = abs((days.first_day(one.start) - days.first_day(other.start)).days)
    near = apart <= max(_NEAR_STARTS, _elapsed(a, one) // _SIXTH, _elapsed(b, other) // _SIXTH)
    return Answer("period", "agree" if near else "clash", f"since {one.start} and since {other.start}")


def _elapsed(claim: Claim, period: Period) -> int:
    """The days from the beginning of a count to its day."""
    return (days.last_day(claim.as_of) - days.first_day(str(period.start))).days if claim.as_of else 0


def _of_its_own(claim: Claim) -> str | None:
    """The closed stretch (a week, a month) that a count is limited to, where it is not one since an event."""
    period = claim.period
    if period is None or not _WEEK <= (span(period) or 0) <= _QUARTER_LONG or _SINCE.search(claim.sentence):
        return None
    return None if period.end == claim.said_on or period.end != claim.as_of else _spoken(period)


def _covered(claim: Claim, moves: str) -> Period | None:
    """The days a count covers: a flow without a period is one of its day; that another count was made on a day limits nothing."""
    day = Period(claim.as_of, claim.as_of) if claim.as_of else None
    if moves == "flow":
        return claim.period or (None if running(claim) else day)
    return None if claim.period == day else claim.period


def _spoken(period: Period) -> str:
    return str(period.start) if period.start == period.end else f"{period.start} to {period.end or 'now'}"


def _whole_months(period: Period) -> bool:
    if period.start is None or period.end is None or (span(period) or 0) > _YEAR_LONG:
        return False
    return days.first_day(period.start).day == 1 and days.last_day(period.end[:7]) == days.last_day(period.end)


def _short(period: Period) -> bool:
    """Whether the period is a night, a day or a weekend of its own."""
    length = span(period)
    return length is not None and length <= _SHORT


def status(a: Claim, b: Claim) -> Answer:
    """Confirmed is not suspected."""
    if bool(_supposed(a)) != bool(_supposed(b)):
        return Answer("status", "clash", "one is only supposed")
    if a.status == b.status:
        return Answer("status", "agree", f"both {a.status}" if a.status else "neither says confirmed or suspected")
    if "suspected" in (a.status, b.status):
        return Answer("status", "clash", f"{a.status or 'not said to be suspected'} against {b.status or 'not said to be suspected'}")
    return Answer("status", "unknown", "one is said to be confirmed")


def whole(a: Claim, b: Claim) -> Answer:
    """A part of the dead ("30 of those killed", "in the village 30 died") is not the toll, an aftershock not the quake."""
    one, other = _is_part(a), _is_part(b)
    local = not ("place" in a.inherited or "place" in b.inherited) and place(a, b).verdict == "agree"
    if one == other or local or _groups(a) & _groups(b) - {"person"}:
        return Answer("whole", "agree" if one == other else "unknown", "both are whole, or parts of one kind")
    return Answer("whole", "part", f"one is {one or other}")


def is_part_of_another(claim: Claim) -> bool:
    """Whether a figure is one of a larger one of the same kind ("two of them", "including 3", "of whom 3"), not "87 of the 94 aboard"."""
    end = claim.number_span[1] - claim.sentence_span[0]
    linked = any(link.role == "part_of" for link in claim.links) and not _OF_THOSE.match(claim.sentence, max(0, end))
    return linked or bool(_OF_WHOM.match(claim.sentence, max(0, end)))


def _is_part(claim: Claim) -> str | None:
    """What the sentence says the figure is a part of."""
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    if not 0 <= start <= end:
        return None
    found = _OF_THOSE.match(claim.sentence, end) or _OF_THE_DEAD.search(claim.sentence[:start])
    if found and claim.measure in _named(found[1]):
        return f"of the {found[1]}"
    pattern = _ANOTHER_QUAKE if claim.kind == "magnitude" else _OTHER_DAYS
    aside = pattern.search(claim.sentence)
    if claim.kind == "count":
        aside = aside or _LOCAL.search(claim.sentence) or (_TOWN_OF.search(claim.sentence) if "place" in claim.inherited else None)
    return f"of another time or place ({aside[0]})" if aside else None


def _supposed(claim: Claim) -> bool:
    """Whether the figure is what would be if something were so ("with untested deaths the toll would be 57")."""
    start = claim.span[0] - claim.sentence_span[0]
    return bool(_WOULD.search(claim.sentence[max(0, start - 2 * _WORD_BEFORE) : max(0, start)]))


TESTS: tuple[Test, ...] = (kind, change, measure, counted, entity, place, event, period, status, whole)

"""The tests of whom a figure is about: what is counted, and the side, company or person it belongs to."""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.answers import Answer, one_article, with_habit
from claimcheck.comparing.events import event_types, of_sort
from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import abbreviates, akin, groups_of, kinship, names, related, rest, shared, stems
from claimcheck.comparing.story import in_one_story
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.reading.tokens import cut
from claimcheck.reading.topic import events_in
from claimcheck.vocabulary import either

_SIDED = frozenset(("military", "militant", "prisoner", "person"))
"""Groups that both sides of a war or an exchange have."""
_OF_A_KIND = frozenset(("child", "woman"))
"""Groups that are hardly ever all of those counted: where 16 people and 16 workers died they may be the same, 16 children are not."""
_SOLDIERS = frozenset(("military",))
_OF_AN_ARMY = re.compile(rf"\b(?:{either('armies and their offices')})\b", re.IGNORECASE)
_ITS_OWN = re.compile(
    rf"\b(?:its|their|our|his) (?:{either('what an army has of its own')})\b|\b(?:it|they|we) (?:(?:had|has|have) )?lost\b"
    rf"|\b(?:{either('owns up to losses')})\b"
)
_EMPLOYED = frozenset(("job", "worker", "person"))
"""A job that is cut is a worker dismissed: 620 posts, 620 employees and 620 people are one number."""


def counted(a: Claim, b: Claim) -> Answer:
    """Soldiers with troops, civilians with people; children are a part of the people."""
    if a.kind != "count":
        return Answer("counted", "unknown", "nothing is counted")
    one, other = counted_groups(a), counted_groups(b)
    words = f"{_who(a)} and {_who(b)}"
    if not one or not other:
        same = a.counted is not None and b.counted is not None and akin(a.counted, b.counted)
        narrow = any(group not in _SIDED and kinship(group, "person") == "part" for group in one | other)
        return Answer("counted", "agree" if same else "part" if narrow or (a.counted and b.counted) else "unknown", words)
    kin = {kinship(x, y) for x in one for y in other}
    if "same" in kin or "whole" in kin:
        return Answer("counted", "agree" if one == other else "entail", f"{words} may be used for each other")
    whole = a.value == b.value and not (one | other) & _OF_A_KIND
    if "part" in kin and (whole or not (stands_by_its_noun(a) and stands_by_its_noun(b))):
        return Answer("counted", "part", f"{words}: one may be a part of the other, or the same people")
    by_entity = _who(a) == _who(b) and a.entity and b.entity
    few, many = (a.entity, b.entity) if by_entity else (_who(a), _who(b))
    return Answer("counted", "clash", f"{few} and {many}: the one are some of the other" if "part" in kin else f"{few} against {many}")


@fact
def counted_groups(claim: Claim) -> frozenset[str]:
    """Whom a claim counts: the groups its entity or noun names; "people" only where nothing narrower is said, and the men of an army.

    A crowd that the police put at 40,000 are no police.
    """
    noun = groups_of(claim.noun or claim.counted)
    if claim.measure in with_habit("of jobs or workers") and noun and noun <= _EMPLOYED:
        return _EMPLOYED - {"person"}
    statistic = known(claim.measure or "")
    told = statistic is not None and (statistic.about in ("actor", "thing") or statistic.name in with_habit("of whoever estimates it"))
    named = noun if told else noun | groups_of(claim.entity)
    return named - {"person"} or (_SOLDIERS if _are_men_of_an_army(claim) else named)


def _are_men_of_an_army(claim: Claim) -> bool:
    """Whether men are those of a side in a war: "has lost 6,900 men"."""
    if claim.counted != "man" or not of_sort("two sides") & event_types(claim.event):
        return False
    of_a_side = "entity" not in claim.inherited and bool(names(claim.entity))
    return of_a_side or _OF_AN_ARMY.search(claim.sentence) is not None


def stands_by_its_noun(claim: Claim) -> bool:
    """Whether the noun stands right by the figure and is not taken from what was counted before it."""
    return claim.noun is None or claim.noun in claim.surface


def _who(claim: Claim) -> str:
    return claim.noun or claim.counted or claim.entity or "what is not said"


def entity(a: Claim, b: Claim) -> Answer:
    """The same side, company or person. In a war or an exchange a count belongs to a side, and the sentence itself must say to which."""
    one, other = _subject_names(a), _subject_names(b)
    if _of_the_country(a, b):
        return Answer("entity", "entail", f"{a.entity} and {b.entity}: both articles are on one place")
    if one and other and (not related(one, other) or _two_of_one_name(one, other)) and not abbreviates(str(a.entity), str(b.entity)):
        if _is_where(a, b) or _is_where(b, a):
            return Answer("entity", "unknown", f"{a.entity} and {b.entity}: one is only where it is")
        if "entity" in a.inherited and "entity" in b.inherited and not one_article(a, b) and in_one_story(a, b, one, other):
            return Answer("entity", "unknown", f"{a.entity} and {b.entity}: two articles of one story, neither figure says whose it is")
        return Answer("entity", "clash", f"{a.entity} against {b.entity}")
    if one and other and not shared(one, other) and not _two_sided(a, b):
        return Answer("entity", "part", f"{a.entity} and {b.entity}: one lies in the other")
    supplied = "entity" in a.inherited and "entity" in b.inherited and not one_article(a, b)
    if (one or other) and (not one or not other or supplied) and _two_sided(a, b):
        own = same_source(a, b) and counted_groups(a) == counted_groups(b)
        if own and any(_is_of_the_other_side(x) and _is_of_the_speaker(y) for x, y in ((a, b), (b, a))):
            return Answer("entity", "clash", "one speaks of its own, and of the other side")
        return Answer("entity", "entail", "one speaker on one side") if own else Answer("entity", "part", "the side is not said of both")
    if _of_a_nation(a) != _of_a_nation(b):
        verdict = "part" if a.value == b.value else "clash"
        return Answer("entity", verdict, "one counts the people of a country who are in another one")
    if not _is_subject(a) or not _is_subject(b):
        return Answer("entity", "unknown", "whom it concerns is not said of both")
    return Answer("entity", _wording(a, b), f"{a.entity} and {b.entity}")


@fact
def _is_of_the_speaker(claim: Claim) -> bool:
    """Whether a speaker counts its own people: "said it had lost 7,400 soldiers", "admits 7,400 killed"."""
    return not names(claim.entity) and _ITS_OWN.search(claim.sentence) is not None


@fact
def _is_of_the_other_side(claim: Claim) -> bool:
    """Whether a speaker counts the people of somebody else: "Melland says 14,200 Karsian soldiers have died"."""
    side, speaker = names(claim.entity), names(claim.attribution.source) if claim.attribution is not None else frozenset()
    official = claim.attribution is not None and _OF_AN_ARMY.search(claim.attribution.source) is not None
    return bool(speaker and side) and (official or bool(related(speaker, names(claim.event)))) and not related(side, speaker)


@fact
def _subject_names(claim: Claim) -> frozenset[str]:
    """The names of whom a figure is about."""
    return frozenset() if _is_supplied(claim) else names(claim.entity)


def _is_supplied(claim: Claim) -> bool:
    """Whether the article supplied somebody or some event to a figure of the event: victims and damage are not limited by that."""
    statistic = known(claim.measure or "")
    if "entity" not in claim.inherited:
        return False
    if statistic is None or claim.entity == claim.event:
        return claim.entity == claim.event
    of_people = statistic.about == "people" and not of_sort("two sides") & event_types(claim.event)
    return of_people or statistic.about == "thing" or statistic.name in with_habit("of the event") or _names_event(str(claim.entity))


@lru_cache(maxsize=4096)
def _names_event(entity: str) -> bool:
    """Whether what the article supplied is an event by name and no mere sign of one: "strike", not "central bank of Torvia"."""
    return bool(events_in(cut(entity), named=True))


def _of_the_country(a: Claim, b: Claim) -> bool:
    """Whether two figures of a country (its turnout, its prices) stand in articles on one place, whose names no gazetteer knows."""
    statistic = known(a.measure or "")
    if "entity" not in a.inherited or "entity" not in b.inherited or statistic is None or statistic.about != "country":
        return False
    listed = any(name[0].isupper() for name in names(a.entity) | names(b.entity))
    return not listed and bool(shared(names(a.place), names(b.place)))


def _is_where(claim: Claim, other: Claim) -> bool:
    """Whether the entity of one claim is only the place that both are of, where the figures agree or the statistic is one of the place."""
    here = names(claim.entity)
    if here != names(claim.place) or not related(here, names(other.place)):
        return False
    statistic = known(claim.measure or "")
    of_the_place = claim.measure in with_habit("of its place") or (statistic is not None and statistic.about == "country")
    return claim.value == other.value or (of_the_place and claim.measure == other.measure)


def _two_of_one_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names share a word and each has another of its own: Anna and Peter Novak, Flight 88 and Flight 91."""
    if any(name[0].isupper() for name in one | other):
        return False
    return shared(one, other) != one and shared(other, one) != other


@fact
def _of_a_nation(claim: Claim) -> bool:
    """Whether a count is of the people of a country that is not the place of the event ("12 Danes" killed in Nepal)."""
    return claim.kind == "count" and claim.noun is not None and _are_of_elsewhere(claim.noun, claim.place, claim.event)


@lru_cache(maxsize=4096)
def _are_of_elsewhere(noun: str, place: str | None, event: str | None) -> bool:
    nation = frozenset(name for name in names(noun) if name[0].isupper())
    where = names(place) | names(event)
    return bool(nation and where) and not related(nation, where)


def _wording(a: Claim, b: Claim) -> str:
    """The verdict on two wordings of a subject whose names do not clash."""
    named = bool(names(a.entity)), bool(names(b.entity))
    groups = groups_of(a.entity), groups_of(b.entity)
    one, other = (rest(a.entity), rest(b.entity)) if all(named) else (stems(a.entity), stems(b.entity))
    if all(named):
        if one == other or (groups[0] and groups[0] == groups[1]):
            return "agree"
        return "entail" if not one or not other or groups[0] or groups[1] or shared(one, other) else "part"
    if any(named):
        return "unknown"
    if one == other:
        return "agree"
    return "entail" if shared(one, other) or groups[0] & groups[1] else "unknown" if counted_groups(a) or counted_groups(b) else "clash"


def same_source(a: Claim, b: Claim) -> bool:
    """Whether both figures are attributed to sources that share a name ("President Ruiz", "Ruiz's office"; "UN", "United Nations"), or to
    one office ("the interior ministry"); officials here and officials there need not be the same.
    """
    if a.attribution is None or b.attribution is None:
        return False
    one, other = a.attribution.source, b.attribution.source
    one_office = stems(one) == stems(other) != frozenset() and not one.endswith("s")
    return bool(shared(names(one), names(other))) or abbreviates(one, other) or one_office


def same_voice(a: Claim, b: Claim) -> bool:
    """Whether both figures are of one source or of sources without a name that are called the same ("rights groups")."""
    if a.attribution is None or b.attribution is None:
        return False
    return same_source(a, b) or stems(a.attribution.source) == stems(b.attribution.source)


def sources_differ(a: Claim, b: Claim) -> bool:
    """Whether both figures are attributed, to sources that share no word ("the Kremlin", "Ukraine's general staff")."""
    if a.attribution is None or b.attribution is None:
        return False
    one, other = a.attribution.source, b.attribution.source
    return not shared(stems(one), stems(other)) and not abbreviates(one, other)


def _two_sided(a: Claim, b: Claim) -> bool:
    fought = any(of_sort("two sides") & event_types(claim.event) for claim in (a, b))
    return fought and bool((counted_groups(a) | counted_groups(b)) & _SIDED)


@fact
def _is_subject(claim: Claim) -> bool:
    """Whether the entity says more than the event itself, its own word ("the fire"), or what the article supplied."""
    return bool(claim.entity) and claim.entity != claim.event and not _is_supplied(claim) and not _is_event_word(str(claim.entity))


@lru_cache(maxsize=4096)
def _is_event_word(entity: str) -> bool:
    word = entity.lower()
    return any(event.endswith(word) or word in pattern.split() for _, event, pattern in events_in(cut(entity)))

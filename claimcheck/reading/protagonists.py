"""Who and where an article is about: its parties, its place, and the ship, flight, disease, company or person its figures belong to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from claimcheck.reading import crafts, places
from claimcheck.reading.crafts import most_frequent
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import Story, story_words
from claimcheck.reading.story_events import events_in
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_RULED_OUT = re.compile(r"\b(?:negative for|ruled out|not) \w+(?: (?:or|and) \w+)?")
_STORM = re.compile(r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm) [A-Z]\w+")
_FIRE = re.compile(r"\b(?!The )(?:[A-Z][\w’']+ ){1,3}(?:Fire|Complex|Blaze)\b(?! [A-Z])")
_VOLCANO = re.compile(r"\b(?:Mount|Mt\.?|Volcano) [A-Z]\w+|\b(?!The |A |This )[A-Z]\w+(?= [Vv]olcano)")
_UNION = re.compile(r"\b(?:[A-Z][\w’']+ (?:and |of )?){1,5}(?:Union|Federation|Guild|Brotherhood)\b")
_PERSON = re.compile(r"\b(?P<name>[A-Z]\w+(?: [A-Z]\w+){1,3}), (?P<age>\d\d,)?")
_DISASTERS = ("event", "fire", "storm", "disease", "flight", "vessel", "train", "volcano")
"""What the protagonist of an event may be that is itself what its figures are about."""
_JOINT = 2
"""Points of two that are named as one: "Aland and Borland agreed"."""
_LEAST = 2
"""Points above which a party counts: more than a single mention."""


def parties(story: Story) -> tuple[str, ...]:
    """The two countries, or names that are neither a person's nor the dateline's town, that stand most often."""
    if not story.known:
        return ()
    people, leading = set(), set()
    for _, names in story.opening:
        for name in names:
            parts = name.text.split()
            leading.add(parts[0])
            if name.place is None and name.side is None:
                people.update(parts[1:])
    score: defaultdict[str, int] = defaultdict(int)
    for word in story.known:
        place = places.canonical(word) or places.demonym(word) or story.adjectives.get(word, word)
        country = places.country_of(place)
        if (
            not story.no_lands.isdisjoint((word, place))
            or {word, place} & people
            or word in story.first_names
            or place == story.city
            or country not in (None, place)
            or (country is None and word.isupper())
        ):
            continue
        score[place] += story.counts.get(word, 0) + 2 * (word in leading) - 2 * (place == story.inside and country is not None)
    if not score:
        return ()
    for place, points in _standing(story).items():
        if place in score:
            score[place] += points
    for name in dict.fromkeys(_ruling().findall(story.text)):
        base = places.canonical(name) or story.adjectives.get(name, name)
        if base in score:
            score[base] += _JOINT
    if story.inside in score and f", {story.inside} " in story.text[:200]:
        score[story.inside or ""] += 3
    order = {name: at for at, name in reversed(list(enumerate(story.counts)))}
    ranked = sorted(score, key=lambda name: (-score[name], order.get(name, len(order))))
    return tuple(name for name in ranked[:2] if score[name] > _LEAST)


def country_of(story: Story, parties: Sequence[str]) -> str | None:
    """The first party that can be a country: it stands alone, not after "the"."""
    if not parties:
        return None
    alone = set()
    for tokens, names in story.opening:
        for name in names:
            if name.first == 0 or tokens.words[name.first - 1] != "the":
                alone.add(story.base(name))
    return next((party for party in parties if party in alone and party not in _bodies(story)), None)


def torn_by_war(story: Story, sides: Sequence[str]) -> str | None:
    """The country of a civil war: the side whose other one is an armed body ("the Northern Front")."""
    lands = [side for side in sides if side not in _bodies(story)]
    return lands[0] if len(lands) == 1 and len(sides) > 1 else None


def _bodies(story: Story) -> set[str]:
    return {name for name in story.adjectives.values() if " " in name}


def _standing(story: Story) -> dict[str, int]:
    """Points for names that act as states do ("Russia sent", "its army"), against those that are only where something happens."""
    points: defaultdict[str, int] = defaultdict(int)
    for tokens, names in story.opening:
        for index, name in enumerate(names):
            before, after = tokens.words[max(0, name.first - 1) : name.first], tokens.words[name.last : name.last + 2]
            follower = names[index + 1] if index + 1 < len(names) else None
            if follower is not None and tokens.words[name.last : follower.first] == ("and",) and _are_joint(before):
                points[story.base(name)] += _JOINT
                points[story.base(follower)] += _JOINT
            owns = after[:1] in (("'s",), ("’s",)) and not story_words("of a state").isdisjoint(after)
            rules = before == ("of",) and not story_words("of a state").isdisjoint(tokens.words[max(0, name.first - 2) : name.first])
            if (
                owns
                or rules
                or not story_words("act of war").isdisjoint(after[:1])
                or (name.side and not story_words("of a state").isdisjoint(after))
            ):
                points[story.base(name)] += 3
            elif before in (("in",), ("at",), ("near",), ("of",)):
                points[story.base(name)] -= 2
            elif not story_words("capture").isdisjoint(before):
                points[story.base(name)] -= 4
    return points


@cache
def _ruling() -> re.Pattern[str]:
    """A name with what only states have, wherever it stands: "Russia's defense ministry"."""
    return re.compile(rf"\b([A-Z]\w+)['’]s (?:{'|'.join(sorted(story_words('of a state')))})\b")


def _are_joint(before: tuple[str, ...]) -> bool:
    """Whether two names joined by "and" after that word act together: not "in Dell and Orra"."""
    return before in ((), ("between",), ("that",), ("when",), ("as",), ("—",), ("–",))


def place_of(story: Story, located: bool = False) -> str | None:
    """Where it happens: the place headline and lead put it in, else the dateline's; `located`: only after "in" or beside the event."""
    if not (story.city or story.inside or story.known or any(names for _, names in story.opening)):
        return None
    score: defaultdict[str, int] = defaultdict(int)
    for weight, tokens, names in story.weighted(6, 4, 2):
        if not names:
            continue
        events = events_in(tokens)
        beside = {at for at, event, _ in events if _who().get(event) not in ("disease", "name", "person")}
        for name in names:
            if name.text in story.no_lands or (name.place is None and "." in name.text):
                continue
            strength = _locates(tokens, name, beside)
            if strength > 1 or (strength and not located):
                score[story.base(name)] += weight * strength // 2
    for base in {story.base(name) for tokens, names in story.opening[: len(story.heading)] for name in names} & score.keys():
        score[base] += 3
    if not located:
        if story.city and (not score or story.city in score):
            score[story.city] += 3
        if story.inside and not _is_told_from_abroad(story, score):
            score[story.inside] += 4
    for place in score:
        if places.canonical(place):
            score[place] += score[place] // 2
    best = max(score, key=score.__getitem__, default=None)
    return best if best is not None and score[best] > 2 else None if located else story.city


def _is_told_from_abroad(story: Story, named: Mapping[str, int]) -> bool:
    """Whether headline and first sentence name another country and nothing of the dateline's: a report on Syria from Amman."""
    opening = story.opening[: len(story.heading) + 1]
    lands = {places.country_of(story.base(name)) for _, names in opening for name in names if story.base(name) in named}
    home = places.country_of(story.inside or "") or story.inside
    return home not in lands and bool(lands - {None}) and not any(places.country_of(place) == home for place in named)


def _locates(tokens: Tokens, name: Name, events: set[int]) -> int:
    """How strongly a name is put as the place of something: 3 unknown before the event, 2 near it or after "in", 1 as a country."""
    words, at = tokens.words, name.first - 1
    before = words[at] if at >= 0 else ""
    if _acts(tokens, name):
        return 0
    while at > 0 and before in story_words("area") and before != "of":
        at -= 1
        before = words[at]
    if before == "in" and words[at - 1] in word_set("held in what is no place"):
        return 0
    if before in story_words("locative") and (name.place is not None or name.last - name.first < 3 or " of " in name.text):
        return 2
    owns = words[name.last : name.last + 1] in (("'s",), ("’s",))
    if name.last in events:
        return 2 if name.place or name.side else 3
    if owns and (name.last < 3 or not events.isdisjoint(range(name.last + 1, name.last + 4))):
        return 2
    if before == "of" and name.first - 2 in events:
        return 2
    return 1 if name.place is not None or name.side is not None else 0


def _acts(tokens: Tokens, name: Name) -> bool:
    """Whether a name does what is told: "Aland launched", "has fired", "Borlandic drones"."""
    after, before = tokens.words[name.last : name.last + 3], tokens.words[max(0, name.first - 2) : name.first]
    doing = [word for word in after if word not in ("has", "have", "had", "also", "again")][:1]
    armed = name.side is not None and not story_words("attack").isdisjoint(after[:2])
    acts = story_words("act of war")
    return armed or not acts.isdisjoint(doing) or (before[1:] == ("by",) and before[0] in acts)


@cache
def _who() -> dict[str, str]:
    return {row["event"]: row["who"] for row in table("protagonists")}


def is_of_country(event: str | None) -> bool:
    """Whether the figures of such an event are a country's: its election, its budget."""
    return _who().get(event or "") == "country"


def entity_of(story: Story, event: str | None, place: str | None, land: str | None = None) -> str | None:
    """The ship, flight, disease, company, person or country the figures are about where their sentence names none.

    `land` is the country the headline names.
    """
    text, who = story.text, _who().get(event, "none") if event else "name"
    if who == "flight":
        return crafts.crashed(story, _lead(story))
    if who == "train":
        return crafts.train(_lead(story)) or crafts.train(text)
    if who == "disease":
        return next(filter(None, (most_frequent(_disease().findall(_RULED_OUT.sub("", part))) for part in (_lead(story), text))), None)
    if who == "storm":
        return most_frequent(_STORM.findall(text))
    if who == "fire":
        named = Counter(name for name in _FIRE.findall(_lead(story)) if f"he {name}" in text).most_common(2)
        return named[0][0] if len(named) == 1 or (named and named[0][1] > named[1][1]) else None
    if who == "vessel" or (who in ("event", "fire") and crafts.is_afloat(story)):
        return crafts.vessel(_lead(story)) or crafts.vessel(text)
    if who == "person":
        return _accused(story)
    if who == "union":
        return most_frequent(_UNION.findall(text))
    if who == "country":
        inside = story.inside or ((_owning_name(story) or land) if place == story.city else None)
        return inside if place and inside and not places.is_country(place) else place
    if event == "eruption":
        return most_frequent(_VOLCANO.findall(text))
    return _foremost(story) if who == "name" else None


def named_in(text: str) -> str | None:
    """The storm or flight that a sentence names.

    >>> named_in("In 2005 Hurricane Katrina killed more than 1,800 people.")
    'Hurricane Katrina'
    """
    found = _STORM.search(text) or crafts.FLIGHT.search(text)
    return found.group() if found else None


def _lead(story: Story) -> str:
    """Headline and lead as one text."""
    return " ".join(tokens.surface(0, len(tokens)) for tokens, _ in story.opening if len(tokens))


def subject_of(event: str | None, entity: str | None, phrase: str | None) -> str | None:
    """What the figures of a story are about where their sentence does not say: its protagonist, else the disaster itself."""
    who = _who().get(event or "", "")
    if who == "disease" and entity is not None:
        return phrase
    return entity if entity is not None else phrase if who in _DISASTERS else None


def _accused(story: Story) -> str | None:
    """The person a trial is about: of those set off by a comma with age or town, whose last name stands most often; the first of equals."""
    found = {match["name"]: bool(match["age"]) for match in reversed(list(_PERSON.finditer(story.text)))}
    aged = [name for name in reversed(found) if found[name] or f"{name}, of " in story.text]
    return max(aged, key=lambda name: story.counts.get(name.rsplit(" ", 1)[-1], 0), default=None)


def _owning_name(story: Story) -> str | None:
    """The name whose something the first sentence is about: "Lodvia's ruling party"."""
    for tokens, names in story.opening[len(story.heading) : len(story.heading) + 1]:
        owners = (name for name in names if tokens.words[name.last : name.last + 1] in (("'s",), ("’s",)))
        return next((story.base(name) for name in owners if story.no_lands.isdisjoint(name.text.split())), None)
    return None


@cache
def _disease() -> re.Pattern[str]:
    """A disease by a name that the table knows, or by "fever", "virus" and the like behind a name."""
    names = "|".join(f"[{name[0]}{name[0].upper()}]{re.escape(name[1:])}" for name in sorted(story_words("disease")))
    return re.compile(rf"\b(?:[A-Z]\w+ (?:fever|virus|disease|flu)|{names}|COVID(?:-19)?|H\dN\d)\b")


def _foremost(story: Story) -> str | None:
    """The name that headline and lead share, in its longest form."""
    score: defaultdict[str, int] = defaultdict(int)
    for weight, tokens, names in story.weighted(3, 2, 1):
        for name in names:
            if name.side is None and tokens.words[0] != "by":
                opens = name.first == 0 and weight == 3
                score[name.text] += weight + (4 if opens else 1 if " " in name.text else 0)
    if len(score) < 2:
        return next(iter(score), None)
    total: defaultdict[str, int] = defaultdict(int)
    for text, points in score.items():
        words = text.split(" ")
        for size in range(1, len(words) + 1):
            total[" ".join(words[:size])] += points
    best = max(score, key=lambda name: total[name], default=None)
    return max((name for name in score if f"{name} ".startswith(f"{best} ")), key=len) if best else None

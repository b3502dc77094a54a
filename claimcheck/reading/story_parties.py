"""The parties of a story: the two countries, or armed bodies, that it is about."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import cache

from claimcheck.reading import places
from claimcheck.reading.story import Story, story_words

_JOINT = 2
"""Points of two that are named as one: "Aland and Borland agreed"."""
_LEAST = 2
"""Points above which a party counts: more than a single mention."""


_BEHIND_THE = re.compile(r"\b[Tt]he ([A-Z]\w+)\b(?! [A-Z])")
"""What "the" stands before is a region, a river or a body, no land of that name: "the Vesk"."""

_WITH = re.compile(r"\b(?:war|conflict|fighting|swaps?|exchanges?|truce|ceasefire|border|front) (?:with|against) ([A-Z]\w+)\b")
"""What a land is at war with, swaps prisoners with or borders on is the other party, however rarely it is named."""


def parties(story: Story) -> tuple[str, ...]:
    """The two countries, or names that are neither a person's nor the dateline's town, that stand most often."""
    if not story.known:
        return ()
    score = _mentioned(story)
    if not score:
        return ()
    for place, points in _standing(story).items():
        if place in score:
            score[place] += points
    for name in dict.fromkeys((*_ruling().findall(story.text), *_WITH.findall(story.text))):
        base = places.canonical(name) or story.adjectives.get(name, name)
        if base in score:
            score[base] += _JOINT
    if story.inside in score and f", {story.inside} " in story.text[:200]:
        score[story.inside or ""] += 3
    order = {name: at for at, name in reversed(list(enumerate(story.counts)))}
    ranked = sorted(score, key=lambda name: (-score[name], order.get(name, len(order))))
    return tuple(name for name in ranked[:2] if score[name] > _LEAST)


def _mentioned(story: Story) -> defaultdict[str, int]:
    """How often each name that can be a land stands, with its adjective; two more where it opens a name of headline or lead."""
    named = story.names
    leading = {name.text.split()[0] for name in named}
    people = {part for name in named if name.place is None and name.side is None for part in name.text.split()[1:]}
    score: defaultdict[str, int] = defaultdict(int)
    behind_the = _BEHIND_THE.findall(story.text)
    lead_by_the = Counter(behind_the) if behind_the else {}
    for word in story.known:
        place = places.canonical(word) or places.demonym(word) or story.adjectives.get(word, word)
        country = places.country_of(place)
        if (
            country not in (None, place)
            or place == story.city
            or (country is None and word.isupper())
            or not people.isdisjoint((word, place))
            or (word == place and country is None and lead_by_the.get(word, 0) * 2 > story.counts.get(word, 0))
            or word in story.first_names
            or not story.no_lands.isdisjoint((word, place))
        ):
            continue
        score[place] += story.counts.get(word, 0) + 2 * (word in leading) - 2 * (place == story.inside and country is not None)
    return score


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


def is_land(story: Story, name: str) -> bool:
    """Whether a name surely is a land's: the gazetteer's, one with an adjective of its own, or one that things are in."""
    return places.is_country(name) or name in story.adjectives.values() or name in story.located


def nation(story: Story) -> str | None:
    """The land whose parliament, economy or citizens the text names most often, other than the town of the dateline.

    >>> from claimcheck.reading.tokens import cut
    >>> nation(Story("Budget presented", [cut("PELHAVN - The government of Oranna plans outlays of 36 billion crowns.")]))
    'Oranna'
    """
    found = Counter(name for pair in _of_a_nation().findall(story.text) for name in pair if name)
    lands = [name for name, _ in found.most_common() if name not in (story.city, *story.no_lands) and name not in story.first_names]
    return next((name for name in lands if places.canonical(name) is None or places.is_country(name)), None)


@cache
def _of_a_nation() -> re.Pattern[str]:
    """A name with what only nations have: "Oranna's parliament", "the citizens of Oranna", "Statistics Oranna"."""
    had = "|".join(sorted(story_words("of a nation")))
    owned = rf"\b([A-Z]\w+)['’]s (?:{had})\b|\b(?:(?:{had}) of|Statistics|living in) ([A-Z]\w+)\b(?! [A-Z])"
    return re.compile(rf"{owned}|\b[Ff]or ([A-Z]\w+) as a whole\b")


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

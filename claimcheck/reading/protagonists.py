"""Whom or what an article is about: the ship, flight, disease, company, person or country its figures belong to."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import cache

from claimcheck.reading import crafts, places, story_parties
from claimcheck.reading.accused import accused
from claimcheck.reading.crafts import most_frequent
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import Story, story_words
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import either, table, word_set

_RULED_OUT = re.compile(r"\b(?:negative for|ruled out|not) \w+(?: (?:or|and) \w+)?")
_STORM = re.compile(r"\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Storm) [A-Z]\w+")
_FIRE = re.compile(r"\b(?!The )(?:[A-Z][\w’']+ ){1,3}(?:Fire|Complex|Blaze)\b(?! [A-Z])")
_VOLCANO = re.compile(r"\b(?:Mount|Mt\.?|Volcano) [A-Z]\w+|\b(?!The |A |This )[A-Z]\w+(?= [Vv]olcano)")
_UNION = re.compile(r"\b(?!The )(?:[A-Z][\w’']+ (?:and |of )?){1,5}(?:Union|Federation|Guild|Brotherhood|League|Confederation|Syndicate)\b")
_SITE = re.compile(
    r"(?<![\w’'.-])(?!The |A |An |At |In |On |When )(?:[A-Z][\w’'.-]+ ){1,3}(?:[a-z]+ )?"
    rf"(?:{either('works of people')})\b"
)
"""A work of people by its name: "the Saint Anne mine", "the Holm Street bridge"."""
_OF_FIRMS = ("results", "recall", "spill")
"""Events whose protagonist is no town."""
_DISASTERS = ("event", "site", "fire", "storm", "disease", "flight", "vessel", "train", "volcano")
"""What the protagonist of an event may be that is itself what its figures are about."""


@cache
def kinds_of_protagonist() -> dict[str, str]:
    """What sort of thing the figures of each class of event belong to (protagonists.csv)."""
    return {row["event"]: row["who"] for row in table("protagonists")}


def is_of_country(event: str | None) -> bool:
    """Whether the figures of such an event are a country's: its election, its budget."""
    return kinds_of_protagonist().get(event or "") == "country"


def is_of_site(event: str) -> bool:
    """Whether the figures of such an event are those of a mine, a bridge, a building."""
    return kinds_of_protagonist().get(event) == "site"


def entity_of(story: Story, event: str | None, place: str | None, land: str | None = None) -> str | None:
    """The ship, flight, disease, company, person or country the figures are about where their sentence names none.

    `land` is the country the headline names.
    """
    text, who = story.text, kinds_of_protagonist().get(event, "none") if event else "name"
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
    if who == "site":
        return most_frequent(_SITE.findall(text))
    if who == "person":
        return accused(story)
    if who == "union":
        return most_frequent(_UNION.findall(text))
    if who == "country":
        if place is None or places.is_country(place):
            return place
        inside = story.inside or ((_owning_name(story) or land) if place == story.city else None)
        return inside or (story_parties.nation(story) if places.canonical(place) is None else None) or place
    if event == "eruption":
        return most_frequent(_VOLCANO.findall(text))
    return _foremost(story, event in _OF_FIRMS) if who == "name" and story.names else None


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
    who = kinds_of_protagonist().get(event or "", "")
    if who == "disease" and entity is not None:
        return phrase
    return entity if entity is not None else phrase if who in _DISASTERS else None


def _is_no_firm(story: Story, tokens: Tokens, name: Name, is_firm: bool) -> bool:
    """Whether a name is that of the town of the dateline or of a thing with a number: "Decatur", "Gate 2"."""
    numbered = name.last < len(tokens.kinds) and tokens.kinds[name.last] == "d"
    return numbered or (is_firm and name.text in (story.city, story.inside))


def _undescribed(text: str) -> str:
    """A firm's name without what opens a headline before it: "Carmaker Corvin to cut jobs"."""
    first, _, name = text.partition(" ")
    return name if name[:1].isupper() and first.lower() in _kinds_of_firm() else text


@cache
def _kinds_of_firm() -> frozenset[str]:
    return frozenset(row["noun"] for row in table("descriptions") if row["event"] == "results")


def _is_shaped_like_a_firm(text: str) -> bool:
    """Whether a name says that it is a firm's: "Hale & Sons", "Corvin Motors"."""
    return " & " in text or text.rsplit(" ", 1)[-1].lower().rstrip(".") in word_set("what firms are called")


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


def _foremost(story: Story, is_firm: bool) -> str | None:
    """The name that headline and lead share, in its longest form; that of a firm is no place, and may be known by its shape."""
    score: defaultdict[str, int] = defaultdict(int)
    for weight, tokens, names in story.weighted(3, 2, 1):
        for name in names:
            if name.side is None and tokens.words[0] != "by" and not _is_no_firm(story, tokens, name, is_firm):
                opens = name.first == 0 and weight == 3
                text = _undescribed(name.text)
                shaped = 4 if _is_shaped_like_a_firm(text) else 0
                score[text] += weight + shaped + (4 if opens else 1 if " " in text else 0)
    if len(score) < 2:
        return next(iter(score), None)
    total: defaultdict[str, int] = defaultdict(int)
    for text, points in score.items():
        words = text.split(" ")
        for size in range(1, len(words) + 1):
            total[" ".join(words[:size])] += points
    best = max(score, key=lambda name: total[name], default=None)
    return max((name for name in score if f"{name} ".startswith(f"{best} ")), key=len) if best else None

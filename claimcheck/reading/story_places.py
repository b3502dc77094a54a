"""Where a story plays: the place that headline and lead put it in, else that of the dateline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from claimcheck.reading import places
from claimcheck.reading.proper_names import Name
from claimcheck.reading.protagonists import kinds_of_protagonist
from claimcheck.reading.story import Story, story_words
from claimcheck.reading.story_events import events_in
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_STRUCK = 4
"""Words between an event and what it strikes, at most."""


def place_of(story: Story, located: bool = False) -> str | None:
    """Where it happens: the place headline and lead put it in, else the dateline's; `located`: only after "in" or beside the event."""
    if not (story.city or story.inside or story.known or story.names):
        return None
    score: defaultdict[str, int] = defaultdict(int)
    for weight, tokens, names in story.weighted(6, 4, 2):
        if not names:
            continue
        events = events_in(tokens)
        beside = {at for at, event, _ in events if kinds_of_protagonist().get(event) not in ("disease", "name", "person")}
        for name in names:
            strength = _locates(tokens, name, beside)
            if strength > (1 if located else 0) and not _is_no_place(story, name):
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


def _is_no_place(story: Story, name: Name) -> bool:
    """Whether a name is that of a person, a building, a month or whatever else lies nowhere."""
    unknown = name.place is None and ("." in name.text or _is_house(name))
    return unknown or _is_person(story, name) or name.text in story.no_lands


def _is_person(story: Story, name: Name) -> bool:
    """Whether a name is a full one whose last word stands alone elsewhere: "Ana Ruiz"."""
    return name.place is None and name.last - name.first > 1 and name.text.split()[0] in story.first_names


def _is_house(name: Name) -> bool:
    """Whether a name is that of a street, a building or an institution: "Harbour Street", "Bank of Torvia"."""
    words = name.text.split()
    return len(words) > 1 and not story_words("no place").isdisjoint((words[-1], words[0] if " of " in name.text else ""))


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
    if before in story_words("strikes a place") and not events.isdisjoint(range(at - _STRUCK, at)):
        return 2
    owns = words[name.last : name.last + 1] in (("'s",), ("’s",))
    if name.last in events:
        return 2 if name.place or name.side else 3
    if owns and (name.last < 3 or not events.isdisjoint(range(name.last + 1, name.last + 4))):
        return 2
    if before == "of" and (name.first - 2 in events or words[at - 1] in word_set("kinds of place")):
        return 2
    return 1 if name.place is not None or name.side is not None else 0


def _acts(tokens: Tokens, name: Name) -> bool:
    """Whether a name does what is told: "Aland launched", "has fired", "Borlandic drones"."""
    after, before = tokens.words[name.last : name.last + 3], tokens.words[max(0, name.first - 2) : name.first]
    doing = [word for word in after if word not in ("has", "have", "had", "also", "again")][:1]
    armed = name.side is not None and not story_words("attack").isdisjoint(after[:2])
    acts = story_words("act of war")
    return armed or not acts.isdisjoint(doing) or (before[1:] == ("by",) and before[0] in acts)

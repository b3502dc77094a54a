"""What an article is about: the event, where, whom, since when; read once from headline, dateline and lead."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from claimcheck.reading import frames, measures, places, protagonists, quantities, story_events, story_parties, story_places
from claimcheck.reading.framed import Sentence
from claimcheck.reading.frozen import frozen
from claimcheck.reading.proper_names import Name, find
from claimcheck.reading.story import Story
from claimcheck.reading.story_events import events_in as events_in
from claimcheck.reading.tokens import Tokens

_TWO_SIDED = ("war", "exchange", "drone attacks", "attack")
_BY_COUNTRY = ("protest", "walkout")


@frozen(eq=False)
class Topic:
    """The subject of an article; None or empty where it does not say.

    `event` is a short phrase ("earthquake in Haiti") and `kind` its class ("earthquake"); `background` is the war in which an attack
    falls. `sides` are the two parties of a war or exchange, `home` the one the headline names first, `country` the country the story
    plays in, `subject` what its figures are about where they do not say. `since` is the ISO date it began, `measure` the statistic of
    the headline. `names` are the words seen as names inside sentences, `adjectives` pairs of an adjective with the name it belongs to,
    learned from the text; `named` are the sentences of the lead with their names, `cast` the names used most.
    """

    event: str | None = None
    kind: str | None = None
    place: str | None = None
    entity: str | None = None
    subject: str | None = None
    since: str | None = None
    sides: tuple[str, ...] = ()
    home: str | None = None
    country: str | None = None
    background: str | None = None
    measure: str | None = None
    names: frozenset[str] = frozenset()
    adjectives: tuple[tuple[str, str], ...] = ()
    named: tuple[tuple[Tokens, tuple[Name, ...]], ...] = ()
    cast: tuple[str, ...] = ()


def read(title: str | None, sentences: Sequence[Tokens], published: str | None = None) -> Topic:
    """The topic of an article from its headline, dateline and lead; the first line counts as headline where no title is given.

    >>> from claimcheck.reading.tokens import cut
    >>> lead = "KARVIK, Ostrana — At least 12 people were killed when an earthquake hit Ostrana on Monday."
    >>> topic = read("Earthquake in Ostrana kills 12", [cut(lead)])
    >>> topic.event, topic.place, topic.measure
    ('earthquake in Ostrana', 'Ostrana', 'deaths')
    """
    if not any(map(attrgetter("words"), sentences)):
        return Topic()
    story = Story(title, sentences)
    event, pattern = story_events.event_of(story)
    if event is None and not (story.known or story.names or story.city or story.inside):
        return Topic(since=story_events.since(event, story.text, published), measure=_measure(story.head, event), named=story.named)
    parties = story_parties.parties(story)
    sides = tuple(sorted(parties)) if event in _TWO_SIDED and len(parties) > 1 else ()
    torn = story_parties.torn_by_war(story, sides) if event != "exchange" else None
    land = story_parties.country_of(story, parties)
    headed = {story.base(name) for _, names in story.opening[: len(story.heading)] for name in names}
    place = _place(story, event, torn)
    if place is None and event not in _TWO_SIDED and land is not None and story_parties.is_land(story, land):
        place = land
    entity = protagonists.entity_of(story, event, place, land if land in headed else None)
    if place is not None and place != story.city and _is_named_by(entity, place, event, pattern):
        place = story.inside or story.city
    country = _country(story, place, land, sides)
    of_country = entity if protagonists.is_of_country(event) else None
    where = of_country or (country if _is_told_of_country(story, event, place, country in headed) else None) or place
    if where is None and land is not None and (story_parties.is_land(story, land) or land == story.inside):
        where = land
    named = place if event in story_events.LOCAL and place is not None else where
    phrase = story_events.phrase(event, pattern, story.text, named, entity, () if torn else sides)
    return Topic(
        event=phrase,
        subject=protagonists.subject_of(event, entity, phrase),
        kind=event,
        place=place,
        entity=entity,
        since=story_events.since(event, story.text, published),
        sides=sides,
        home=_home(story, sides),
        country=country,
        background=story_events.background(event, story, sides, torn),
        measure=_measure(story.head, event),
        names=frozenset(story.known),
        adjectives=tuple(sorted(story.adjectives.items())),
        named=story.named,
        cast=story.cast,
    )


def _place(story: Story, event: str | None, torn: str | None) -> str | None:
    """Where it happens: the country that its own war has `torn`; a continent or an ocean is no place, and an exchange has none."""
    place = torn or (None if event == "exchange" else story_places.place_of(story, located=event == "war"))
    return None if place is not None and places.is_inside(place, "World") else place


def _is_named_by(entity: str | None, place: str, event: str | None, pattern: str) -> bool:
    """Whether what was read as the place is only the name of what the story is about: the "Saint Anne" of the Saint Anne mine."""
    if entity is None or event is None:
        return False
    return (place == entity and "{place}" not in pattern) or (protagonists.is_of_site(event) and entity.startswith(f"{place} "))


def _country(story: Story, place: str | None, land: str | None, sides: tuple[str, ...]) -> str | None:
    """The country of the place, else what the dateline lies in, else the land the story is of; that first, where it is told from abroad."""
    abroad = place is not None and place == land and not places.around(place)
    inside = (places.country_of(story.inside) or story.inside) if story.inside and not abroad else None
    return (places.country_of(place) if place else None) or (place if place in sides else None) or inside or land


def _is_told_of_country(story: Story, event: str | None, place: str | None, headed: bool) -> bool:
    """Whether the event is named by its country: a protest, or one in a place nobody knows whose country the text gives; `headed`: in the
    headline.
    """
    unknown = place is not None and not places.around(place)
    return event in _BY_COUNTRY or (unknown and (bool(story.inside) or headed))


def _home(story: Story, sides: tuple[str, ...]) -> str | None:
    """The side the headline names first; the other one where it only names with whom ("61st swap with Borland"); of two named together
    ("Aland and Borland swap prisoners") that of the dateline, which also stands for a headline that names none.
    """
    if not sides:
        return None
    named = [(tokens, name) for tokens in story.heading for name in find(tokens, sides) if story.base(name) in sides]
    land = places.country_of(story.inside or story.city or "") or story.inside
    if land in sides and len(named) > 1 and named[0][0].words[named[0][1].last : named[1][1].first] in (("and",), (",",)):
        return land
    if not named:
        return land if land in sides else None
    tokens, name = named[0]
    first = story.base(name)
    if len(named) == 1 and tokens.words[max(0, name.first - 1) : name.first] in (("with",), ("from",), ("by",), ("against",)):
        return next((side for side in sides if side != first), first)
    return first


def _measure(head: Tokens | None, event: str | None) -> str | None:
    """The statistic of the headline; protests are counted by their crowds."""
    if event == "protest":
        return "crowd"
    if head is None:
        return None
    figures = quantities.find(head)
    for reading in frames.read(Sentence(head, figures)):
        if reading is not None and reading.measure.about in ("people", "owner", "country"):
            return reading.measure.name
    for frame in (frame for mark in measures.marks(head) for frame in mark.frames):
        counted = not frame.measure.kinds.isdisjoint(("count", "percent"))
        if counted and frame.role in ("value", "noun", "patient", "people") and frame.measure.about == "people":
            return frame.measure.name
    return None

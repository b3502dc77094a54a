"""What each figure of a sentence is about: measure, entity, place, event, status; what the sentence leaves out comes from the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import frozen

from claimcheck.reading import entities, frames, measures, places
from claimcheck.reading.frames import Reading
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic
from claimcheck.reading.view import View


@frozen
class Scope:
    """The scope of one figure; None where neither sentence nor article says. `inherited` names the fields the article supplied."""

    measure: str | None = None
    entity: str | None = None
    place: str | None = None
    event: str | None = None
    status: str | None = None
    inherited: tuple[str, ...] = ()


def read(sentence: Tokens, quantities: Sequence[Quantity], *, topic: Topic, before: Tokens | None = None) -> tuple[Scope, ...]:
    """One Scope per quantity; `before` is the sentence before, for "the number" and "she".

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Ukraine has lost 21,400 soldiers since the invasion.")
    >>> scope = read(tokens, find(tokens), topic=Topic())[0]
    >>> scope.measure, scope.entity
    ('deaths', 'Ukrainian forces')
    """
    if not quantities:
        return ()
    view = View(sentence, quantities, topic, before)
    readings = frames.read(view.sentence, before, measures.known(topic.measure) if topic.measure else None)
    found: list[str | None] = []
    scopes = []
    for index, (figure, reading) in enumerate(zip(quantities, readings, strict=True)):
        found.append(entities.find(view, index, reading, found))
        scopes.append(_scope(view, figure, reading, found[-1]))
    return tuple(scopes)


def dates(sentence: Tokens, mentions: Sequence[DateMention], *, topic: Topic, before: Tokens | None = None) -> tuple[Scope, ...]:
    """One Scope per date or year: the class of event it dates, and to whom or what it happened.

    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("the day after the Berlin Wall opened on 9 November 1989")
    >>> dates(tokens, [DateMention(8, 11, None, None)], topic=Topic())[0].entity
    'Berlin Wall'
    """
    view = View(sentence, (), topic, before)
    return tuple(_dated(view, mention) for mention in mentions)


def _dated(view: View, mention: DateMention) -> Scope:
    """The scope of a date; the article's event only where the date is that of its beginning or no other name stands with it."""
    topic = view.topic
    verb = _verb_before(view, mention.first)
    named = [event for at, event, _ in view.events if at < mention.first and ";" not in view.letters[at : mention.first]]
    at = mention.first if verb is None else verb
    entity = view.subject(at) or entities.phrase_before(view, at)
    inherited = []
    if entity is not None and topic.entity is not None and entity.islower() and entities.describes(entity, topic.kind):
        entity, inherited = topic.entity, ["entity"]
    elif entity is not None:
        entity = view.base(entity)
    other = _other_event_of(view, range(mention.first, mention.last), mention.first)
    if other is not None:
        return Scope(named[-1] if named else None, entity or other[1], None, other[0], None, tuple(inherited))
    begun = topic.since is not None and (mention.value or mention.start or "")[:4] == topic.since[:4]
    event = (topic.background or topic.event) if begun else topic.event if entity is None or inherited else None
    return Scope(named[-1] if named else None, entity, None, event, None, (*inherited, *(("event",) if event else ())))


def _verb_before(view: View, at: int) -> int | None:
    """The verb of the clause a token stands in: the last participle or marked verb before it."""
    for verb in range(at - 1, max(-1, at - 14), -1):
        if view.letters[verb] in ";,s":
            return None
        if view.words[verb].endswith("ed") or view.words[verb] in _IRREGULAR:
            return verb
    return None


_IRREGULAR = frozenset("built won began sank met left fell rose went came took gave made broke held hit struck became shot sold bought lost ran born set".split())
"""Past forms that do not end in "ed" and say what happened on a day."""


def _scope(view: View, figure: Quantity, reading: Reading | None, entity: str | None) -> Scope:
    """The scope of a figure, with what the article supplies."""
    topic, inherited = view.topic, []
    place, other = _place(view, figure), _other_event(view, figure)
    measure = _measure(view, figure, reading)
    if reading is not None and reading.role == "referred":
        inherited.append("measure")
    if other is None and place is not None and topic.place is not None and _likened(view, place):
        return Scope(measure, entity or (topic.entity if topic.kind == "outbreak" else None), place, None, _status(view, figure, reading), tuple(inherited))
    if other is not None:
        entity = entity or (topic.entity if topic.kind == "outbreak" else other[1])
        return Scope(measure, entity, place, other[0], _status(view, figure, reading), tuple(inherited))
    event = topic.event
    if topic.background and reading is not None and reading.measure.about == "people" and entity is not None:
        event = topic.background
    completed = _completed(view, figure, reading, entity)
    if completed != entity:
        inherited.append("entity")
    if topic.place and event == topic.event and (place is None or _same_place(place, topic.place)):
        place = topic.place
        inherited.append("place")
    if event:
        inherited.append("event")
    return Scope(measure, completed, place, event, _status(view, figure, reading), tuple(inherited))


def _likened(view: View, place: str) -> bool:
    """Whether the place is only compared with: "a toll like that of Tema"."""
    name = next((name for name in view.names if (name.place or name.text) == place), None)
    return name is not None and not {"like", "unlike", "resembling"}.isdisjoint(view.words[max(0, name.first - 4) : name.first])


def _same_place(own: str, article: str) -> bool:
    """Whether the sentence names no other place than the article: "Amaro" and "Gulf of Amaro", Haiti and its capital."""
    return own == article or bool(set(own.split()) & set(article.split()) - {"of", "the"}) or places.contains(own, article)


_STATISTICS = ("labour market", "economy", "budget", "census", "housing market")
"""Events whose protagonist is a country or town."""


def _completed(view: View, figure: Quantity, reading: Reading | None, entity: str | None) -> str | None:
    """The entity with what the article knows: its protagonist where the sentence names none, "captain" as "captain of Flight 612"."""
    topic = view.topic
    about = reading.measure.about if reading is not None else None
    if about == "counter":
        return entity
    if topic.kind == "exchange" and topic.home and (about == "people" or (about is None and figure.kind == "count")) and not any(letter.isupper() for letter in entity or ""):
        return " ".join(filter(None, (view.adjective(topic.home), entity)))
    if entity is None:
        if about == "country" and topic.kind not in _STATISTICS and topic.kind != "results":
            return topic.country
        if about in ("people", "actor") and (topic.kind is None or topic.entity == topic.place):
            return None
        if topic.entity is None and reading is not None and reading.measure.name in ("cost", "damage", "duration") and reading.role != "taken" and topic.kind:
            return "strike" if topic.kind == "walkout" else topic.kind
        if topic.kind == "outbreak" and about != "people" and figure.kind not in ("percent", "ratio"):
            return None
        return topic.entity if figure.kind != "age" or about == "owner" else None
    if topic.entity is not None and entity in topic.entity.split():
        return topic.entity
    if topic.entity is None or about in ("people", "actor") or any(letter.isupper() for letter in entity):
        return entity
    if topic.entity == topic.place:
        return topic.entity if about == "country" else entity
    if topic.kind == "outbreak":
        return entity
    if entities.describes(entity, topic.kind):
        return topic.entity
    return f"{entity} of {topic.entity}"


# ------------------------------------------------------------------------------------------------ measure and status


def _measure(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The measure's name; what was expected, or would be, is a statistic of its own."""
    if reading is not None:
        name: str | None = reading.measure.name
    elif figure.kind == "count":
        name = frames.governing_verb(view.sentence, figure) or frames.counted_number(view.sentence, figure)
    else:
        name = figure.kind if figure.kind in ("age", "magnitude") else None
    if name is None:
        return None
    words = view.words
    window = set(words[max(0, figure.first - 12) : figure.first])
    if (reading is None or reading.measure.about in ("owner", "country")) and figure.kind in ("percent", "count", "money", "rate") and window & measures.roles("forecast"):
        return f"expected {name}"
    opening = next((word for word in words if word.isalpha()), "")
    if words[figure.first - 1 : figure.first] == ("not",):
        return name
    if opening in ("had", "if") and window & {"would", "could", "might"} or words[max(0, figure.first - 2) : figure.first] == ("would", "be"):
        return f"hypothetical {name}"
    fresh = reading is not None and reading.role == "noun" and "new" in words[figure.number_last : figure.last]
    return f"new {name}" if fresh else name


def _status(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """"suspected" or "confirmed" where the words around the figure and its measure say so."""
    if figure.kind != "count":
        return None
    first, last = figure.first - 1, view.sentence.phrase_end(figure)
    mark = reading.mark if reading is not None else None
    if mark is not None and mark.first >= figure.first:
        last = max(last, mark.last)
    elif mark is not None and figure.first - mark.last < 8:
        first = mark.first - 1
    while last < len(view.words) and view.letters[last] in "ba":
        last += 1
    near = view.words[max(0, first) : last]
    if not measures.roles("suspected").isdisjoint(near):
        return "suspected"
    return None if measures.roles("confirmed").isdisjoint(near) else "confirmed"


# ------------------------------------------------------------------------------------------------ place and event

_FARTHEST = 18
"""Cost from which a place is too far from a figure to govern it: tokens between, a comma counts five, a figure seven."""
_AREAS = frozenset("the southern northern eastern western central village town city district province region of capital northeastern northwestern southeastern southwestern".split())
_IN = frozenset("in near off around across outside at on over inside".split())


def _place(view: View, figure: Quantity) -> str | None:
    """The place named in the figure's clause, the nearest one; one that opens the sentence holds for all of it."""
    best, least = None, _FARTHEST
    for name in view.names:
        if view.spoken(name.first) or not _is_located(view, name):
            continue
        first, last = (figure.last, name.first) if name.first >= figure.last else (name.last, figure.first)
        between = view.letters[first:last]
        if ";" in between:
            continue
        cost = len(between) + 4 * between.count(",") + 6 * between.count("N") + (4 if name.first < figure.first else 0)
        if name.first <= 2 and name.last <= figure.first and view.words[name.last : name.last + 1] == (",",):
            cost = min(cost, 12)
        if cost < least:
            best, least = name, cost
    return (best.place or best.text) if best is not None else None


def _is_located(view: View, name: Name) -> bool:
    """Whether a name stands as a place: after "in" or "near", or before ", where"."""
    words, at = view.words, name.first - 1
    if words[name.last : name.last + 2] == (",", "where"):
        return True
    while at >= 0 and words[at] in _AREAS:
        at -= 1
    if at < 0 or words[at] not in _IN or name.side is not None:
        return False
    return name.place is not None or words[at] in ("in", "near", "off", "around", "across", "outside") and name.text not in view.adjectives


def _other_event(view: View, figure: Quantity) -> tuple[str, str | None] | None:
    """Another event than the article's, named with its year in the figure's clause ("the Tema epidemic of 2014"), and the name beside it."""
    if figure.kind in ("age", "length", "duration", "percent", "percentage_point"):
        return None
    return _other_event_of(view, view.years, figure.first)


def _other_event_of(view: View, years: Iterable[int], place: int) -> tuple[str, str | None] | None:
    """The event of one of the years at the tokens `years`, seen from the token `place`."""
    words = view.words
    for at in years:
        word = words[at]
        if at not in view.years or ";" in view.letters[min(at, place) : max(at, place)]:
            continue
        if word == (view.topic.since or "")[:4] or "since" in words[max(0, at - 5) : at] and "burn" not in words:
            continue
        for stands, event, _ in view.events:
            if abs(stands - at) < 14:
                near = [name for name in view.names if abs(name.first - stands) < 12 and not view.spoken(name.first)]
                name = min(near, key=lambda name: abs(name.first - stands)).text if near else None
                return f"{event} of {word}" + (f" in {name}" if name else ""), name or entities.noun_before(view, stands)
    return None

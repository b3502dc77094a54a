"""What each figure of a sentence is about: measure, entity, place, event, status; what the sentence leaves out comes from the article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from claimcheck.model import Attribution
from claimcheck.reading import changes, entities, frames, margins, measures, predicates, setting, subjects, supplied, tellers, values
from claimcheck.reading.framed import Reading
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.story import LONGEST, story_words
from claimcheck.reading.taken_readings import INHERITED
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic
from claimcheck.reading.usual_measures import meant, usual
from claimcheck.reading.view import View
from claimcheck.vocabulary import word_set

_WINDOW = 12
"""Tokens before a figure in which "expected" and "would" are its own."""
_VAGUE = {"election": ("wins", "share", "share price"), "referendum": ("wins", "share", "share price"), "walkout": ("support",)}
"""Measures that in a story of that event mean its usual one: what a party wins are seats, what both sides agree to is a rise in pay."""
_CONTESTED = ("votes", "vote", "vote share", None)
"""Measures of a number that may be by how much somebody wins."""
_CONDITIONAL = frozenset(("would", "could", "might"))
_FORECASTABLE = ("percent", "percentage_point", "count", "money", "rate")


@frozen
class Scope:
    """The scope of one figure; None where neither sentence nor article says. `inherited` names the fields the article supplied.

    `change` is the way a figure goes whose statistic is itself a change ("job losses came to 6,200").
    """

    measure: str | None = None
    entity: str | None = None
    place: str | None = None
    event: str | None = None
    status: str | None = None
    inherited: tuple[str, ...] = ()
    change: str | None = None


def read(
    sentence: Tokens,
    quantities: Sequence[Quantity],
    *,
    topic: Topic,
    before: Tokens | None = None,
    said: Sequence[Attribution | None] = (),
) -> tuple[Scope, ...]:
    """One Scope per quantity; `before` is the sentence before, for "the number" and "she"; `said` who says each.

    A sentence of more than 400 tokens has none.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("Ukraine lost 900 soldiers in the first weeks of the war.")
    >>> scope = read(tokens, find(tokens), topic=Topic())[0]
    >>> scope.measure, scope.entity
    ('deaths', 'Ukrainian forces')
    """
    if not quantities or len(sentence.words) > LONGEST:
        return (Scope(),) * len(quantities)
    view = View(sentence, quantities, topic, _short(before))
    stated = frames.read(view.sentence, view.before, measures.known(topic.measure) if topic.measure else None)
    readings = [_usual(view, figure, reading) for figure, reading in zip(quantities, stated, strict=True)]
    found: list[str | None] = []
    for index in range(len(quantities)):
        entity = entities.find(view, index, readings, found)
        told = bool(said) and entity is not None and tellers.only_tells(view, quantities[index], readings[index], entity, said[index])
        found.append(None if told else entity)
    named = [_named_change(view, index, readings) for index in range(len(quantities))]
    return tuple(map(partial(_scope, view), quantities, readings, found, named))


def _usual(view: View, figure: Quantity, stated: Reading | None) -> Reading | None:
    """The stated reading; where none or only a vague one is, what such a figure usually is in a story of that event."""
    vague = stated is None or stated.measure.name in _VAGUE.get(view.topic.kind or "", ())
    reading = (usual(view.topic.kind, figure, view.words) if vague else None) or meant(view.topic.kind, figure, stated, view.words)
    ill = reading is not None and reading.measure.name == "infections" and reading.role in ("noun", "head")
    return None if ill and _are_files(view) else reading


def _are_files(view: View) -> bool:
    """Whether cases and patients are not of a disease: the article is about something else, and so is the sentence."""
    elsewhere = view.topic.kind is not None and view.topic.kind != "outbreak"
    return elsewhere and story_words("of a disease").isdisjoint(view.words)


def _short(before: Tokens | None) -> Tokens | None:
    return before if before is not None and len(before) <= LONGEST else None


def _scope(view: View, figure: Quantity, reading: Reading | None, entity: str | None, change: str | None) -> Scope:
    """The scope of a figure, with what the article supplies."""
    topic, measure, status = view.topic, _measure(view, figure, reading), _status(view, figure, reading)
    if measure is not None and measure.startswith("expected") and (reading is None or reading.measure.about == "country"):
        entity = subjects.forecast_of(view, figure) or entity
    inherited = ["measure"] if reading is not None and reading.role in INHERITED else []
    place, other = setting.place_of(view, figure), setting.other_event(view, figure)
    if other is None and place is not None and setting.is_likened(view, place):
        other = setting.Elsewhere(None, None)
    if other is not None:
        entity = entity or (topic.entity if topic.kind == "outbreak" else other.name or other.event)
        return Scope(measure, entity, place, other.event, status, tuple(inherited))
    event = topic.event
    if topic.background and reading is not None and reading.measure.about == "people" and entity is not None:
        event = topic.background
    completed = supplied.entity(topic, figure, reading, entity, view.adjective)
    if completed != entity:
        inherited.append("entity")
    if topic.place and event == topic.event and (place is None or setting.is_same(place, topic.place)):
        place = topic.place
        inherited.append("place")
    if event:
        inherited.append("event")
    return Scope(measure, completed, place, event, status, tuple(inherited), change)


def _named_change(view: View, index: int, readings: Sequence[Reading | None]) -> str | None:
    """The way a count goes that is given for a statistic such as "job losses", and so its earlier figure ("first put at 6,200")."""
    reading = readings[index]
    if view.figures[index].kind != "count" or reading is None:
        return None
    taken = readings[reading.source] if reading.source is not None else reading
    return None if taken is None or taken.mark is None else changes.of_name(view.words[taken.mark.first : taken.mark.last])


def _measure(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """The measure's name; what was expected, or would be, is a statistic of its own."""
    name = reading.measure.name if reading is not None else _unlisted(view, figure)
    if name in _CONTESTED and margins.is_margin(view.sentence.tokens, figure, name is not None, view.topic.kind):
        name = margins.NAME
    if name is None:
        return None
    words = view.words
    window = words[max(0, figure.first - _WINDOW) : figure.first]
    published = reading is None or (
        reading.measure.about in ("owner", "country") and name.replace(" ", "_") not in word_set("figures of plans")
    )
    if published and figure.kind in _FORECASTABLE and not measures.roles("forecast").isdisjoint(window):
        return f"expected {name}"
    if window[-2:] == ("would", "be") or (window[-1:] != ("not",) and _is_supposed(words, window)):
        return f"hypothetical {name}"
    fresh = reading is not None and reading.role == "noun" and "new" in words[figure.number_last : figure.last]
    return f"new {name}" if fresh else name


def _unlisted(view: View, figure: Quantity) -> str | None:
    """What a figure is that no table row explains: the participle that governs it, or the noun of "the number of branches"."""
    if figure.kind == "percent":
        return values.counted_number(view.sentence, figure)
    if figure.kind == "count":
        return predicates.governing_verb(view.sentence, figure) or values.counted_number(view.sentence, figure)
    return figure.kind if figure.kind in ("age", "magnitude") else None


def _is_supposed(words: tuple[str, ...], window: tuple[str, ...]) -> bool:
    """Whether a sentence only supposes: "Had the dam failed, 800 houses would have been flooded"."""
    if _CONDITIONAL.isdisjoint(window):
        return False
    return next((word for word in words if word.isalpha()), "") in ("had", "if")


def _status(view: View, figure: Quantity, reading: Reading | None) -> str | None:
    """ "suspected" or "confirmed" where the words around the figure and its measure say so."""
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


def dates(sentence: Tokens, mentions: Sequence[DateMention], *, topic: Topic, before: Tokens | None = None) -> tuple[Scope, ...]:
    """One Scope per date or year: the class of event it dates, and to whom or what it happened.

    >>> from claimcheck.reading.tokens import cut
    >>> tokens = cut("the year after the Suez Canal opened on 17 November 1869")
    >>> dates(tokens, [DateMention(8, 11, None, None)], topic=Topic())[0].entity
    'Suez Canal'
    """
    if not mentions or len(sentence) > LONGEST:
        return (Scope(),) * len(mentions)
    view = View(sentence, (), topic, _short(before))
    return tuple(_dated(view, mention) for mention in mentions)


def _dated(view: View, mention: DateMention) -> Scope:
    """The scope of a date; the article's event only where the date is that of its beginning or no other name stands with it."""
    topic, at = view.topic, _verb_before(view, mention.first)
    named = [event for stands, event, _ in view.events if stands < mention.first and ";" not in view.letters[stands : mention.first]]
    measure = named[-1] if named else None
    entity = view.subject(at) or subjects.subject_before(view, at)
    inherited = []
    if entity is not None and topic.entity is not None and subjects.describes(entity, topic.kind):
        entity, inherited = topic.entity, ["entity"]
    elif entity is not None:
        entity = view.base(entity)
    other = setting.event_of_year(view, range(mention.first, mention.last), mention.first)
    if other is not None:
        return Scope(measure, entity or other.name, None, other.event, None, tuple(inherited))
    begun = topic.since is not None and (mention.value or mention.start or "")[:4] == topic.since[:4]
    event = (topic.background or topic.event) if begun else topic.event if entity is None or inherited else None
    return Scope(measure, entity, None, event, None, (*inherited, "event") if event else tuple(inherited))


def _verb_before(view: View, at: int) -> int:
    """The verb of the clause a token stands in: the last past form before it, else the token itself."""
    for verb in range(at - 1, max(-1, at - _WINDOW - 2), -1):
        if view.letters[verb] in ";,s":
            break
        if view.words[verb].endswith("ed") or view.words[verb] in story_words("happening"):
            return verb
    return at

"""An article's text to its claims: the readers, in order, and what they found put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from operator import attrgetter

from claimcheck import days
from claimcheck.model import Claim, Span
from claimcheck.reading import (
    attribution,
    carried_measures,
    carried_sides,
    carried_times,
    clock,
    dates,
    earlier_sentences,
    echoes,
    former_events,
    headline_figures,
    known_events,
    later_parts,
    later_units,
    local_currencies,
    number_words,
    quantities,
    sentences,
    times,
    topic,
)
from claimcheck.reading.claims import Article, DatedSentence, Source, of_sentence
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.reading.topic import Topic

_LEAD = 3
"""Sentences from the headline on that say when it happened."""
_OPENING = 4
"""Sentences whose times are read even where they hold no figure."""

_Figures = list[tuple[Quantity, ...]]
"""The figures of each sentence of an article."""


def extract(
    text: str,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    document: str | None = None,
) -> tuple[Claim, ...]:
    """Every figure and calendar date of a text as claims, in text order.

    `published` is the day (a date or an ISO string) that "overnight" and "last year" are counted from; without it they stay unresolved.
    `title` is the headline where the text does not begin with it. Spans are code-point offsets into `text` as given.

    >>> claim = extract("Russia launched 140 drones overnight.", published="2026-02-05")[0]
    >>> claim.value, claim.counted, claim.as_of
    ('140', 'drone', '2026-02-05')

    Raises InputError where `published` is not a date.
    """
    source = Source(document, outlet, title, days.of_print(published))
    spans = sentences.split(text)
    cuts = [cut(text, *span) for span in spans]
    read, figures = _read(cuts, spans, source.published)
    if not any(figures) and not any(sentence.dates for sentence in read):
        return ()
    story = topic.read(title, cuts, source.published)
    frame = times.frame(zip(cuts, map(attrgetter("dates"), read), strict=True), source.published, story.kind)
    article = Article(source, story, attribution.read(cuts, story.names), frame)
    claims: list[Claim] = []
    for sentence, found in zip(read, _meant(cuts, figures, story), strict=True):
        if found or sentence.dates:
            claims += of_sentence(article, sentence, found, cuts[sentence.index - 1] if sentence.index else None)
    lead = [mention for sentence in read[:_LEAD] for mention in sentence.dates]
    told = _together(claims, story) if len(claims) > 1 else claims
    return tuple(known_events.dated(former_events.apart(told, story, lead)))


def _together(claims: Sequence[Claim], story: Topic) -> list[Claim]:
    """Several claims of an article with what they take from one another."""
    timed = carried_times.carried(earlier_sentences.linked(later_parts.linked(carried_measures.carried(claims))))
    return headline_figures.completed(carried_sides.carried(timed, story.sides))


def _read(cuts: Sequence[Tokens], spans: Sequence[Span], published: str | None) -> tuple[list[DatedSentence], _Figures]:
    """The sentences of an article with their dates, and the figures of each."""
    read: list[DatedSentence] = []
    figures: _Figures = []
    mentions: tuple[DateMention, ...] = ()
    for index, (tokens, span) in enumerate(zip(cuts, spans, strict=True)):
        counts = number_words.may_hold_number(tokens)
        mentions = dates.find(tokens, published, mentions) if counts or index < _OPENING else ()
        read.append(DatedSentence(index, tokens, span, tokens.text[span[0] : span[1]], mentions))
        figures.append(quantities.find(tokens, [*_stated(mentions), *clock.clock(tokens)]) if counts else ())
    return read, figures


def _stated(mentions: Sequence[DateMention]) -> list[Span]:
    """The tokens of dates and years, in which no quantity is read."""
    return [mention.stated or (mention.first, mention.last) for mention in mentions if mention.stated or mention.value is not None]


def _meant(cuts: Sequence[Tokens], figures: _Figures, story: Topic) -> _Figures:
    """The figures of each sentence in the units and currencies that the rest of the article gives them."""
    if not any(figures):
        return figures
    if sum(map(len, figures)) > 1:
        figures = list(later_units.taken_up(zip(cuts, echoes.in_cents(list(zip(cuts, figures, strict=True))), strict=True)))
        figures = list(echoes.echoed(figures))
    if not local_currencies.may_be_local(figures):
        return figures
    return local_currencies.localised(list(zip(cuts, figures, strict=True)), story.country)

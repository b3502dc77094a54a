"""An article's text to its claims: the readers, in order, and what they found put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import blake2b

from attrs import evolve, frozen

from claimcheck import days, intervals
from claimcheck.model import Attribution, Claim, Interval, Link, Span
from claimcheck.reading import (
    attribution,
    carried_sides,
    carried_times,
    clock,
    dates,
    echoes,
    former_events,
    headline_figures,
    local_currencies,
    number_words,
    quantities,
    scope,
    sentences,
    times,
    topic,
    units,
)
from claimcheck.reading.attribution import Attributions
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.scope import Scope
from claimcheck.reading.subjects import describes
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.reading.topic import Topic

_LEAD = 3
"""Sentences from the headline on that say when it happened."""
_OPENING = 4
"""Sentences whose times are read even where they hold no figure."""


@frozen
class _Source:
    """What every claim of an article carries."""

    document: str | None
    outlet: str | None
    title: str | None
    published: str | None


@frozen
class _Sentence:
    """A sentence with the dates found in it."""

    index: int
    tokens: Tokens
    span: Span
    text: str
    dates: tuple[DateMention, ...] = ()


@frozen
class _Article:
    """What an article says once for all its figures: what it is about, who says what, and its frame of time."""

    source: _Source
    story: Topic
    said: Attributions
    frame: times.Frame


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
    source = _Source(document, outlet, title, days.iso(published))
    spans = sentences.split(text)
    read, figures = _read([cut(text, *span) for span in spans], spans, source.published)
    if not any(figures) and not any(sentence.dates for sentence in read):
        return ()
    cuts = [sentence.tokens for sentence in read]
    story = topic.read(title, cuts)
    article = _Article(
        source, story, attribution.read(cuts), times.frame([(one.tokens, one.dates) for one in read], source.published, story.kind)
    )
    claims: list[Claim] = []
    for sentence, found in zip(read, _meant(cuts, figures, story), strict=True):
        if found or sentence.dates:
            claims += _claims(article, sentence, found, cuts[sentence.index - 1] if sentence.index else None)
    lead = [mention for sentence in read[:_LEAD] for mention in sentence.dates]
    sided = carried_sides.carried(carried_times.carried(echoes.recalled(claims)), story.sides)
    return tuple(former_events.apart(headline_figures.completed(sided), story, lead))


def _read(cuts: Sequence[Tokens], spans: Sequence[Span], published: str | None) -> tuple[list[_Sentence], _Figures]:
    """The sentences of an article with their dates, and the figures of each."""
    read: list[_Sentence] = []
    figures: _Figures = []
    mentions: tuple[DateMention, ...] = ()
    for index, (tokens, span) in enumerate(zip(cuts, spans, strict=True)):
        counts = number_words.may_hold_number(tokens)
        mentions = dates.find(tokens, published, mentions) if counts or index < _OPENING else ()
        read.append(_Sentence(index, tokens, span, tokens.text[span[0] : span[1]], mentions))
        figures.append(quantities.find(tokens, [*_stated(mentions), *clock.clock(tokens)]) if counts else ())
    return read, figures


def _stated(mentions: Sequence[DateMention]) -> list[Span]:
    """The tokens of dates and years, in which no quantity is read."""
    return [mention.stated or (mention.first, mention.last) for mention in mentions if mention.stated or mention.value is not None]


def _meant(cuts: Sequence[Tokens], figures: _Figures, story: Topic) -> _Figures:
    """The figures of each sentence in the units and currencies that the rest of the article gives them."""
    if not any(figures):
        return figures
    figures = list(echoes.echoed(echoes.in_cents(list(zip(cuts, figures, strict=True)))))
    return local_currencies.localised(list(zip(cuts, figures, strict=True)), story.country)


def _claims(article: _Article, sentence: _Sentence, quantities: Sequence[Quantity], before: Tokens | None) -> list[Claim]:
    """The claims of one sentence, in text order."""
    scopes = scope.read(sentence.tokens, quantities, topic=article.story, before=before)
    figures = [_figure(article, sentence, figure, scoped) for figure, scoped in zip(quantities, scopes, strict=True)]
    linked = [_linked(claim, figure, figures) if figure.links else claim for claim, figure in zip(figures, quantities, strict=True)]
    mentions = [mention for mention in sentence.dates if mention.value is not None]
    if not mentions:
        return linked
    dated = scope.dates(sentence.tokens, mentions, topic=article.story, before=before)
    stated = [_date(sentence, mention, scoped, article.source) for mention, scoped in zip(mentions, dated, strict=True)]
    return sorted([*linked, *stated], key=lambda claim: claim.number_span)


def _linked(claim: Claim, figure: Quantity, figures: Sequence[Claim]) -> Claim:
    """The claim with its links; a change is of the time of the level it leads to: "rose 18% to 236 million in the six months to July"."""
    level = next((figures[other] for role, other in figure.links if role == "change_to"), claim)
    links = tuple(Link(role, figures[other].id) for role, other in figure.links)
    if claim.period is None and level.period is not None and claim.as_of == claim.said_on:
        return evolve(claim, links=links, period=level.period, as_of=level.as_of)
    return evolve(claim, links=links)


def _figure(article: _Article, sentence: _Sentence, figure: Quantity, scoped: Scope) -> Claim:
    tokens, source, said = sentence.tokens, article.source, article.said
    span = (tokens.starts[figure.first], tokens.ends[figure.last - 1])
    value = (plain(figure.value[0]), plain(figure.value[1])) if isinstance(figure.value, tuple) else plain(figure.value)
    period, as_of = times.of_quantity(
        tokens, sentence.dates, figure, scoped.measure, source.published, since=article.story.since, frame=article.frame
    )
    return Claim(
        id=_id(source.document, span, value),
        document=source.document,
        outlet=source.outlet,
        title=source.title,
        span=span,
        surface=tokens.text[span[0] : span[1]],
        number_span=(tokens.starts[figure.number_first], tokens.ends[figure.number_last - 1]),
        sentence=sentence.text,
        sentence_span=sentence.span,
        kind=figure.kind,
        value=value,
        unit=figure.unit,
        counted=figure.counted,
        noun=figure.noun,
        qualifier=figure.qualifier,
        change=figure.change,
        bounds=_bounds(figure),
        measure=scoped.measure,
        entity=scoped.entity,
        place=scoped.place,
        event=scoped.event,
        period=period,
        as_of=as_of,
        said_on=source.published,
        attribution=_by_name(said.of(sentence.index, figure.number_first), article.story),
        status=scoped.status,
        quoted=said.quoted(sentence.index, figure.number_first),
        inherited=scoped.inherited,
    )


def _by_name(said: Attribution | None, story: Topic) -> Attribution | None:
    """The speaker by name where the company a story is about is only called "the company"."""
    if said is None or story.kind != "results" or story.entity is None or not describes(said.source.lower(), "results"):
        return said
    return evolve(said, source=story.entity)


def _date(sentence: _Sentence, mention: DateMention, scoped: Scope, source: _Source) -> Claim:
    """A calendar date or year that the text states outright."""
    tokens = sentence.tokens
    value = mention.value or ""
    first, last = mention.stated or (mention.first, mention.last)
    span = (tokens.starts[first], tokens.ends[last - 1])
    return Claim(
        id=_id(source.document, span, value),
        document=source.document,
        outlet=source.outlet,
        title=source.title,
        span=span,
        surface=tokens.text[span[0] : span[1]],
        number_span=span,
        sentence=sentence.text,
        sentence_span=sentence.span,
        kind=mention.kind or "date",
        value=value,
        unit=None,
        bounds=Interval(days.first_day(value).isoformat(), days.last_day(value).isoformat(), "date"),
        measure=scoped.measure,
        entity=scoped.entity,
        place=scoped.place,
        event=scoped.event,
        as_of=value,
        said_on=source.published,
        inherited=scoped.inherited,
    )


def _id(document: str | None, span: Span, value: str | Sequence[str]) -> str:
    """A fingerprint of document, place and value."""
    return blake2b(f"{document}\x1f{span}\x1f{value}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def _bounds(figure: Quantity) -> Interval:
    """What digits and hedge allow, in the base unit of the kind."""
    low, high, low_open, high_open = intervals.of_value(figure.value, figure.step, figure.qualifier)
    base = figure.unit
    if base != "count" and units.named(figure.unit) is not None:
        if low is not None:
            low, base = units.base_value(low, figure.unit)
        if high is not None:
            high, base = units.base_value(high, figure.unit)
    return Interval(None if low is None else plain(low), None if high is None else plain(high), base, low_open, high_open)


def plain(number: Decimal) -> str:
    """A decimal as digits, without exponent and without the zeros that arithmetic leaves behind a point.

    >>> plain(Decimal("1.20E+6")), plain(Decimal("3.50")), plain(Decimal("2.0"))
    ('1200000', '3.50', '2')
    """
    digits = str(number)
    if "E" in digits:
        digits = f"{number:f}"
    if "." not in digits:
        return digits
    whole, _, rest = digits.partition(".")
    return digits if rest.strip("0") else whole

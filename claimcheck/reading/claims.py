"""Figures and dates of an article to its claims: scope, time and speaker put together with what was read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from hashlib import blake2b

from attrs import evolve

from claimcheck import days, intervals
from claimcheck.model import Attribution, Claim, Interval, Link, Span
from claimcheck.reading import scope, times, units
from claimcheck.reading.attribution import Attributions
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.scope import Scope
from claimcheck.reading.subjects import describes
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic

_EMPTY_MARK = blake2b(digest_size=8)


@frozen(eq=False)
class Source:
    """What every claim of an article carries."""

    document: str | None
    outlet: str | None
    title: str | None
    published: str | None


@frozen(eq=False)
class DatedSentence:
    """A sentence with the dates found in it."""

    index: int
    tokens: Tokens
    span: Span
    text: str
    dates: tuple[DateMention, ...] = ()


@frozen(eq=False)
class Article:
    """What an article says once for all its figures: what it is about, who says what, and its frame of time."""

    source: Source
    story: Topic
    said: Attributions
    frame: times.Frame


def of_sentence(article: Article, sentence: DatedSentence, quantities: Sequence[Quantity], before: Tokens | None) -> list[Claim]:
    """The claims of one sentence, in text order."""
    said = [article.said.of(sentence.index, figure.number_first) for figure in quantities]
    scopes = scope.read(sentence.tokens, quantities, topic=article.story, before=before, said=said)
    figures = [_figure(article, sentence, figure, scoped) for figure, scoped in zip(quantities, scopes, strict=True)]
    if len(figures) > 1:
        figures = [_linked(claim, figure, figures) if figure.links else claim for claim, figure in zip(figures, quantities, strict=True)]
    mentions = [mention for mention in sentence.dates if mention.value is not None] if sentence.dates else ()
    if not mentions:
        return figures
    dated = scope.dates(sentence.tokens, mentions, topic=article.story, before=before)
    stated = [_date(sentence, mention, scoped, article) for mention, scoped in zip(mentions, dated, strict=True)]
    return sorted([*figures, *stated], key=lambda claim: claim.number_span)


def _linked(claim: Claim, figure: Quantity, figures: Sequence[Claim]) -> Claim:
    """The claim with its links; a change is of the time of the level it leads to: "grew 12% to 90 million in the year to May"."""
    level = next((figures[other] for role, other in figure.links if role == "change_to"), claim)
    links = tuple(Link(role, figures[other].id) for role, other in figure.links)
    if claim.period is None and level.period is not None:
        return evolve(claim, links=links, period=level.period, as_of=level.as_of)
    return evolve(claim, links=links)


def _by_name(said: Attribution | None, story: Topic) -> Attribution | None:
    """The speaker by name where the company a story is about is only called "the company"."""
    if said is None or story.kind != "results" or story.entity is None or not describes(said.source.lower(), "results"):
        return said
    return evolve(said, source=story.entity)


def _figure(article: Article, sentence: DatedSentence, figure: Quantity, scoped: Scope) -> Claim:
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
        change=figure.change or scoped.change,
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
        cast=article.story.cast,
    )


def _date(sentence: DatedSentence, mention: DateMention, scoped: Scope, article: Article) -> Claim:
    """A calendar date or year that the text states outright."""
    tokens, source = sentence.tokens, article.source
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
        cast=article.story.cast,
    )


def _id(document: str | None, span: Span, value: str | Sequence[str]) -> str:
    """A fingerprint of document, place and value."""
    mark = _EMPTY_MARK.copy()
    mark.update(f"{document}\x1f({span[0]}, {span[1]})\x1f{value}".encode("utf-8", "surrogatepass"))
    return mark.hexdigest()


def _bounds(figure: Quantity) -> Interval:
    """What digits and hedge allow, in the base unit of the kind."""
    low, high, low_open, high_open = intervals.of_value(figure.value, figure.step, figure.qualifier)
    unit = units.known(figure.unit) if figure.unit != "count" else None
    below = None if low is None else plain(unit.in_base(low) if unit is not None else low)
    above = below if high is low else None if high is None else plain(unit.in_base(high) if unit is not None else high)
    return Interval(below, above, unit.base if unit is not None else figure.unit, low_open, high_open)


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

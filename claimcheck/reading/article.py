"""An article's text to its claims: the readers, in order, and what they found put together."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from hashlib import blake2b

from attrs import evolve

from claimcheck import days, intervals
from claimcheck.model import Claim, Interval, Link, Span
from claimcheck.reading import attribution, dates, numerals, quantities, scope, sentences, times, topic, units
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.tokens import Tokens, cut


def extract(
    text: str,
    published: date | str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    document: str | None = None,
) -> tuple[Claim, ...]:
    """Every figure and calendar date of a text as claims, in text order.

    `published` is the day (a date or an ISO string) that "overnight" or "last year" are counted from; without it they stay unresolved.
    `title` is the headline where the text does not begin with it. Spans are code-point offsets into `text` as given.

    >>> claim = extract("Russia fired 183 drones overnight.", published="2026-02-05")[0]
    >>> claim.value, claim.counted, claim.as_of
    ('183', 'drone', '2026-02-05')

    Raises InputError where `published` is not a date.
    """
    day = days.iso(published)
    spans = sentences.split(text)
    cuts = tuple(cut(text, *span) for span in spans)
    found = [_figures(tokens, day) if numerals.CANDIDATE.search(text, *span) else ((), ()) for tokens, span in zip(cuts, spans, strict=True)]
    if not any(figures or mentions for figures, mentions in found):
        return ()
    said = attribution.read(cuts)
    story = topic.read(title, cuts, day)
    claims: list[Claim] = []
    before: Tokens | None = None
    for index, (tokens, span, (figures, mentions)) in enumerate(zip(cuts, spans, found, strict=True)):
        if figures or mentions:
            scopes = scope.read(tokens, figures, topic=story, before=before)
            made = [
                _claim(tokens, span, figure, mentions, scoped, story, said, index, day, document, outlet, title)
                for figure, scoped in zip(figures, scopes, strict=True)
            ]
            linked = [evolve(c, links=tuple(Link(r, made[i].id) for r, i in f.links)) if f.links else c for c, f in zip(made, figures, strict=True)]
            stated = [_date_claim(tokens, span, m, day, document, outlet, title) for m in mentions if m.value is not None]
            claims.extend(sorted([*linked, *stated], key=lambda claim: claim.number_span))
        before = tokens
    return tuple(claims)


def _figures(tokens: Tokens, day: str | None) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    mentions = dates.find(tokens, day)
    taken = [(m.first, m.last) for m in mentions if m.blocks] + list(dates.clock(tokens))
    return quantities.find(tokens, taken), mentions

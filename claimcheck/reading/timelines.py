"""What a sentence says of its years and dates: how long from one to the other, how old somebody then was, how long ago it
is.

The wordings stand in relations.csv, beside those of other figures (see claimcheck.reading.relations.patterns). Years
and dates are claims of their own, so that these relations are read from the claims of a sentence.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck.model import TIMES, Claim, Span
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations.lines import written
from claimcheck.reading.relations.patterns import find
from claimcheck.reading.tokens import Tokens, cut

_DATES = ("year", "date")
_PRONOUNS = ("He ", "She ", "It ")
_YOUNGEST, _OLDEST = 10, 115
"""Bare numbers between these may be ages: "died in 1980 at 47", "was 39 when he died"."""


@frozen
class Timeline:
    """One statement about time: its relation, the dates in it from the first to the last, and the duration or age it gives."""

    relation: str
    dates: tuple[Claim, ...]
    length: Claim | None = None


def stated(text: str, claims: Sequence[Claim], relations: Sequence[str]) -> Iterator[Timeline]:
    """The statements of these relations ("life", "birth", "span", "ago", "order") in a text, from its claims in text order.

    >>> from claimcheck.reading import extract
    >>> text = "The bridge was closed in 1971 and reopened in 1986, exactly 17 years later."
    >>> [(t.relation, [d.value for d in t.dates], t.length.surface) for t in stated(text, extract(text), ["span"])]
    [('span', ['1971', '1986'], '17 years')]
    """
    sentences: dict[Span, list[Claim]] = {}
    for claim in claims:
        if claim.kind in TIMES or _may_be_age(claim):
            sentences.setdefault(claim.sentence_span, []).append(claim)
    before: Span | None = None
    for span, found in sentences.items():
        run = [*sentences[before], *found] if before is not None and _runs_on(text, before, span) else found
        if len(run) > 1 and any(claim.kind in _DATES for claim in run):
            yield from _of_sentence(cut(text, run[0].sentence_span[0], span[1]), run, relations)
        before = span


def _runs_on(text: str, before: Span, span: Span) -> bool:
    """Whether a sentence goes on with the person or thing of the one right before it."""
    pronoun = next((word for word in _PRONOUNS if text.startswith(word, span[0])), None)
    another = text.startswith(_PRONOUNS, before[0]) and not text.startswith(pronoun or "", before[0])
    return pronoun is not None and not another and not text[before[1] : span[0]].strip()


def _of_sentence(tokens: Tokens, claims: Sequence[Claim], relations: Sequence[str]) -> Iterator[Timeline]:
    placed = [(figure, claim) for claim in claims if (figure := _placed(tokens, claim)) is not None]
    said: set[tuple[str, ...]] = set()
    for match in find(written(tokens, [figure for figure, _ in placed]), relations):
        dates = tuple(placed[index][1] for name in ("year", "year1", "year2") for index in dict(match.slots).get(name, ()))
        length = next((placed[index][1] for name in ("span", "age") for index in match.every(name)), None)
        key = (match.relation, *(claim.id for claim in dates), length.id if length else "")
        if key not in said:
            said.add(key)
            yield Timeline(match.relation, dates, length)


def _may_be_age(claim: Claim) -> bool:
    if claim.kind != "count" or claim.counted is not None or isinstance(claim.value, tuple) or not claim.value.isdigit():
        return False
    return claim.span == claim.number_span and _YOUNGEST <= int(claim.value) <= _OLDEST


def _placed(tokens: Tokens, claim: Claim) -> Quantity | None:
    """A claim at its tokens."""
    first = next((index for index, start in enumerate(tokens.starts) if start >= claim.span[0]), len(tokens))
    last = next((index for index in range(first, len(tokens)) if tokens.ends[index] >= claim.span[1]), len(tokens) - 1) + 1
    if first >= len(tokens):
        return None
    kind = "age" if claim.kind == "count" else claim.kind
    return Quantity(first, last, first, last, Decimal(0), None, kind, claim.unit or "", change=claim.change)

"""Where the figures of an article stand, so that no check has to look through the whole article for each of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

from attrs import frozen

from claimcheck.model import Claim, Span

_LONG = 250
"""Figures on either side of one that are looked through for it, which keeps the work linear in the text."""


@frozen
class Layout:
    """Figures by the sentences they stand in, and by what links them to one another. `claims` are in order of the text.

    >>> import claimcheck as cc
    >>> homes, barns, cows = cc.extract("Fire took 30 homes and 12 barns. Some 90 cows died.")
    >>> layout = Layout((homes, barns, cows))
    >>> layout.beside(barns) == (homes, barns), layout.before(cows) == (homes, barns), layout.after(homes) == (cows,)
    (True, True, True)
    """

    claims: tuple[Claim, ...]

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """The figures of a figure's sentence, itself among them."""
        return self.of(claim.sentence_span)

    def of(self, sentence: Span) -> tuple[Claim, ...]:
        """The figures of a sentence."""
        return self.sentences.get(sentence, ())

    def up_to(self, sentence: Span, most: int) -> list[Claim]:
        """The figures of a sentence and of those before it, as far back as so many sentences that have any."""
        last = bisect_right(self._spans, sentence)
        return list(chain.from_iterable(map(self.of, self._spans[max(0, last - most) : last])))

    def before(self, claim: Claim) -> tuple[Claim, ...]:
        """The figures of the last sentence with any that ends before a figure's own begins."""
        at = bisect_left(self._spans, claim.sentence_span)
        while at and self._spans[at - 1][1] > claim.sentence_span[0]:
            at -= 1
        return self.of(self._spans[at - 1]) if at else ()

    def after(self, claim: Claim) -> tuple[Claim, ...]:
        """The figures of the next sentence that has any."""
        return self.following(claim.sentence_span)

    def following(self, sentence: Span) -> tuple[Claim, ...]:
        """The figures of the next sentence that has any behind one that may have none."""
        at = bisect_right(self._spans, sentence)
        return self.of(self._spans[at]) if at < len(self._spans) else ()

    def between(self, start: int, end: int) -> tuple[Claim, ...]:
        """The figures that begin in a stretch of the text."""
        return self.claims[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def linked(self, claim: Claim, roles: Sequence[str]) -> list[Claim]:
        """The figures to which a figure's links of some roles lead."""
        named = {link.claim for link in claim.links if link.role in roles}
        return sorted((self.by_id[name] for name in named if name in self.by_id), key=lambda other: other.span)

    def around(self, claim: Claim) -> Sequence[Claim]:
        """The figures around a figure, up to as many on either side as the longest article has."""
        at = bisect_left(self._starts, claim.span[0])
        return self.claims[max(0, at - _LONG) : at + _LONG]

    def roles(self, claim: Claim) -> frozenset[str]:
        """What other figures' links make a figure."""
        return frozenset(role for _, role in self.links_to(claim))

    def links_to(self, claim: Claim) -> Sequence[tuple[Claim, str]]:
        """The figures whose links lead to a figure, with the roles of the links."""
        return self._pointing.get(claim.id, ())

    @cached_property
    def by_id(self) -> Mapping[str, Claim]:
        """Each figure by its id, the first of equals."""
        return {claim.id: claim for claim in reversed(self.claims)}

    @cached_property
    def sentences(self) -> Mapping[Span, tuple[Claim, ...]]:
        """The figures of each sentence that has any."""
        found: dict[Span, list[Claim]] = {}
        for claim in self.claims:
            found.setdefault(claim.sentence_span, []).append(claim)
        return {span: tuple(claims) for span, claims in found.items()}

    @cached_property
    def _spans(self) -> list[Span]:
        return sorted(self.sentences)

    @cached_property
    def _starts(self) -> list[int]:
        return [claim.span[0] for claim in self.claims]

    @cached_property
    def _pointing(self) -> Mapping[str, Sequence[tuple[Claim, str]]]:
        found: dict[str, list[tuple[Claim, str]]] = {}
        for claim in self.claims:
            for link in claim.links:
                found.setdefault(link.claim, []).append((claim, link.role))
        return found

"""Totals that the words draw from a list before them: "Pensions take 118 billion, hospitals 71 billion. Together they take 179 billion".

The list is what the total's own sentence or clause gives before it, or else the sentences right before, as far back as figures of its unit
follow one another. The wordings stand in sum_words.csv: under "summed" those that draw the total from the list ("together"), under "in all"
those that may tell of more than it holds ("12 died in Orla and 9 in Lorne. In all, 25 people died"); in a sentence of its own such a total
is only reported where the list exceeds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain, combinations

from claimcheck.case import Case
from claimcheck.checks import _tallies as tallies
from claimcheck.checks._beside import role
from claimcheck.checks._breakdowns import Breakdown, says_where
from claimcheck.checks._display import body
from claimcheck.checks._figures import middle
from claimcheck.checks._gaps import measured
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.checks._sums import agree, make
from claimcheck.checks._tallies import fit
from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.reading.relations.members import ADDABLE
from claimcheck.vocabulary import either

_ROLES = ("base", "step", "summed", "in all")
_FEWEST, _MOST, _SENTENCES = 2, 8, 3
_TRIED = 6
"""Figures before a total of which every choice is tried."""
_NEAR = 3
"""A list misses its total by no more than a third of it; what misses by more is of something else."""
_UNCOUNTED = re.compile(
    rf"(?:\b(?:and|plus)|,) (?:(?:an?|the) )?(?:{either('items that nobody counted')})\b(?! of\b)(?!\W+(?:[a-z]+\W+){{0,3}}\d)",
    re.IGNORECASE,
)
"""An item of a list without a number: "and some from Alta", not "and the rest, about 40"."""


def told(case: Case) -> tuple[Breakdown, ...]:
    """The totals that a list before them does not make, whichever of its figures are taken.

    >>> import claimcheck as cc
    >>> text = "The state pays 30 million euros, the town 12 million and the club five million. Together they give 57 million euros."
    >>> [found.whole.surface for found in told(Case(cc.Document(text, text), tuple(cc.extract(text))))]
    ['57 million euros']
    """
    return case.once(_told)


def _told(case: Case) -> tuple[Breakdown, ...]:
    return tuple(_untrue(case))


def _running(case: Case) -> frozenset[str]:
    """The totals told as tallies that go on, which are held against their base and step alone."""
    return frozenset(tally.total.id for tally in tallies.told(case))


def _untrue(case: Case) -> Iterator[Breakdown]:
    claims = Layout(tuple(claim for claim in body(case) if claim.kind in ADDABLE and not says_where(case, claim)))
    for total in claims.claims:
        plain = total.change is None and is_level(total) and total.qualifier in PLAIN and not total.links
        drawn = role(case, total, *_ROLES) if plain else None
        if drawn in ("summed", "in all"):
            near = _near(case, total, claims)
            parts = _list_before(total, near)
            if drawn == "in all" and make(parts) < middle(total) and not any(part.sentence_span == total.sentence_span for part in parts):
                continue
            if parts and make(parts) < middle(total) and _UNCOUNTED.search(case.document.text, parts[0].span[1], total.span[0]):
                continue
            if _FEWEST <= len(parts) <= len(near) <= _MOST and _misses(total, parts, near) and total.id not in case.once(_running):
                yield Breakdown(total, tuple(parts), True)


def _list_before(total: Claim, near: Sequence[Claim]) -> list[Claim]:
    """The parts in the total's own sentence, else in the sentences before; none where something else is said of one of them."""
    parts: list[Claim] = []
    for span in sorted({claim.sentence_span for claim in near}, reverse=True):
        here = [claim for claim in near if claim.sentence_span == span]
        found = [claim for claim in here if _can_be_part(claim, total)]
        if len(found) < len(here):
            return parts if parts and span != total.sentence_span else []
        parts = [*found, *parts]
        if span == total.sentence_span and len(parts) >= _FEWEST:
            break
    return parts


def _near(case: Case, total: Claim, claims: Layout) -> list[Claim]:
    """The figures of the total's unit in its paragraph up to it, as far back as the third sentence; bare ones beside some that have it."""
    paragraph = case.document.text.rfind("\n", 0, total.span[0])
    before = [claim for claim in claims.up_to(total.sentence_span, _SENTENCES + 1) if paragraph < claim.span[0] < total.span[0]]
    spans = sorted({claim.sentence_span for claim in before}, reverse=True)[:_SENTENCES]
    near = [claim for claim in before if claim.sentence_span in spans and not isinstance(claim.value, tuple) and fit(claim, total)]
    return [measured(claim, total) for claim in near] if any(claim.kind == total.kind for claim in near) else []


def _can_be_part(claim: Claim, total: Claim) -> bool:
    plain = is_level(claim) and claim.change is None and claim.qualifier in PLAIN
    return plain and middle(claim) < middle(total) and not claim.links


def _misses(total: Claim, parts: Sequence[Claim], near: Sequence[Claim]) -> bool:
    """Whether no two or more figures near the total make it, and all its parts nearly do."""
    whole, plain = middle(total), all(claim.unit in (total.unit, "count") for claim in near)
    if abs(make(parts) - whole) * _NEAR > whole:
        return False
    last = near[-_TRIED:]
    chosen = chain((parts, near), *(combinations(last, size) for size in range(_FEWEST, len(last) + 1)))
    return not any(agree(total, group) for group in chosen if not plain or abs(make(group) - whole) * _NEAR <= whole)

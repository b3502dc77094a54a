"""Where the figures of an article stand is what looking through all of them tells."""

from __future__ import annotations

import pytest

from claimcheck.layout import Layout
from claimcheck.model import Claim
from claimcheck.reading import extract

TEXT = """A dam at Ostrel gave way and 14 people drowned. Nobody had been warned.

Of the 80 houses below it, 32 were swept off, or 40 percent; a bridge went. The lake had risen to 9 metres from 6 metres. It was built in
1931.

Repairs may cost $5 million. A fund has $2 million."""
CLAIMS = extract(TEXT, published="2026-03-04", document="a")
LAYOUT = Layout(CLAIMS)


@pytest.mark.parametrize("claim", CLAIMS, ids=lambda claim: claim.surface)
def test_a_layout_finds_what_the_whole_article_would_show(claim: Claim) -> None:
    earlier = [other for other in CLAIMS if other.sentence_span[1] <= claim.sentence_span[0]]
    later = [other for other in CLAIMS if other.sentence_span > claim.sentence_span]
    spans = sorted({other.sentence_span for other in CLAIMS if other.sentence_span <= claim.sentence_span})
    assert LAYOUT.beside(claim) == tuple(other for other in CLAIMS if other.sentence_span == claim.sentence_span)
    assert LAYOUT.before(claim) == tuple(other for other in earlier if other.sentence_span == earlier[-1].sentence_span)
    assert LAYOUT.after(claim) == tuple(other for other in later if other.sentence_span == later[0].sentence_span)
    assert LAYOUT.up_to(claim.sentence_span, 2) == [other for other in CLAIMS if other.sentence_span in spans[-2:]]
    assert LAYOUT.between(40, claim.span[0]) == tuple(other for other in CLAIMS if 40 <= other.span[0] < claim.span[0])
    assert LAYOUT.roles(claim) == {link.role for other in CLAIMS for link in other.links if link.claim == claim.id}
    assert LAYOUT.around(claim) == CLAIMS


def test_links_lead_to_figures_in_order_of_the_text() -> None:
    linked = [(claim.surface, [other.surface for other in LAYOUT.linked(claim, ("share_of", "share_is", "from"))]) for claim in CLAIMS]
    assert ("40 percent", ["80 houses", "32"]) in linked
    assert ("9 metres", ["6 metres"]) in linked
    assert LAYOUT.linked(CLAIMS[0], ("from",)) == []


def test_a_layout_of_nothing_finds_nothing() -> None:
    nothing = Layout(())
    assert nothing.beside(CLAIMS[0]) == nothing.before(CLAIMS[0]) == nothing.after(CLAIMS[0]) == nothing.around(CLAIMS[0]) == ()
    assert nothing.up_to((0, 10), 3) == []


def test_only_so_many_figures_around_one_are_looked_through() -> None:
    claims = extract("Some 30 boats sank. " * 800)
    layout = Layout(claims)
    around = layout.around(claims[400])
    assert len(around) < len(claims)
    assert around[0] is claims[150]

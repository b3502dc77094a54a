"""Relations between the figures of a sentence that the sentence itself states, read once for comparing and for every check.

The wordings stand in relations.csv (see `patterns`, over sentences as `lines` of letters). A wording found becomes links between figures,
if the figures can be what it says: `levels` of one kind, parts that `wholes` can hold, `shares` and averages, `conversions` between two
units of one kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations import conversions, earlier_levels, exact, levels, lines, patterns, shares, wholes
from claimcheck.reading.relations.links import Links, SentenceLinks
from claimcheck.reading.tokens import Tokens

_READERS: dict[str, Callable[[SentenceLinks, patterns.Match], None]] = {
    "conversion": conversions.conversion,
    "apposed": conversions.apposed,
    "change": levels.change,
    "move": levels.move,
    "yearly": levels.yearly,
    **dict.fromkeys(("doubled", "tripled", "quadrupled", "halved"), levels.multiple),
    "stepped": levels.stepped,
    "base": levels.base_only,
    "margin": levels.margin,
    **dict.fromkeys(("risen", "fallen"), levels.direction),
    "reached": levels.reached,
    "revision": levels.revision,
    "earlier": earlier_levels.earlier,
    "consisting": wholes.consisting,
    "sum": wholes.summed,
    "share": shares.share_of,
    "apposition": wholes.apposition,
    "listed": wholes.listed,
    "composed": wholes.composed,
    "placed": wholes.placed,
    "fates": wholes.fates,
    "running": wholes.running,
    "part": wholes.within,
    "some": wholes.within,
    "rate": shares.rate,
    "restated": shares.restated,
    "average": shares.average,
    "cast": wholes.cast,
}
"""Who reads which relation, in the order they are looked for: what states more comes before what states less."""
_RELATIONS = tuple(_READERS)


def stated(tokens: Tokens, figures: Sequence[Quantity]) -> tuple[Links, ...]:
    """The links of each figure of a sentence, in order.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> [figure.links for figure in quantities.find(cut("It fell 20 percent to 400 from 500."))]
    [(('change_to', 1), ('change_from', 2)), (('from', 2),), ()]
    """
    if len(figures) < 2:
        return ((),) * len(figures)
    sentence = SentenceLinks(tokens, figures)
    for match in patterns.find(lines.written(tokens, figures), _RELATIONS):
        _READERS[match.relation](sentence, match)
    levels.neighbours(sentence)
    exact.sums(sentence)
    return tuple(map(tuple, sentence.links))

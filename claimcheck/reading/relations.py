"""Relations between the figures of a sentence that the sentence itself states, read once for comparing and for every check."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens

Links = tuple[tuple[str, int], ...]
"""(role, index) pairs: what a figure is to other figures of its sentence, see model.Link for the roles."""


def stated(tokens: Tokens, figures: Sequence[Quantity]) -> tuple[Links, ...]:
    """The links of each figure of a sentence, in order."""
    links: list[Links] = [()] * len(figures)
    for index in range(1, len(figures)):
        a, b = figures[index - 1], figures[index]
        between = tokens.words[a.last : b.first]
        if between == ("(",) and a.kind == b.kind and a.unit != b.unit and a.kind not in ("count", "percent", "age"):
            links[index] += (("converts", index - 1),)
        elif between and between[-1] == "from" and len(between) <= 4 and a.unit == b.unit and a.change is None:
            links[index - 1] += (("from", index),)
        elif between in (("to",), (",", "to")) and a.unit == b.unit and a.first > 0 and tokens.words[a.first - 1] == "from":
            links[index] += (("from", index - 1),)
        elif between[-2:] == ("up", "from") or between[-2:] == ("down", "from"):
            links[index - 1] += (("from", index),)
        elif a.change and between in (("to",), (",", "to")):
            links[index - 1] += (("change_to", index),)
        elif a.change and between == ("from",):
            links[index - 1] += (("change_from", index),)
        elif a.kind == b.kind == "count" and set(between) & _PART_WORDS and len(between) <= 4:
            links[index] += (("part_of", index - 1),)
    return tuple(links)


_PART_WORDS = frozenset(("including", "include", "includes", "whom", "them", "which"))

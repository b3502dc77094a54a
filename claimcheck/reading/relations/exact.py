"""Totals whose parts stand beside them and make them exactly, whatever the words: three figures of one noun do so by no accident."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading.relations.links import SentenceLinks, largest
from claimcheck.reading.relations.members import ADDABLE, fits, is_specific
from claimcheck.reading.relations.wholes import opens_list

_FEWEST, _FEWEST_LED = 3, 2
"""Parts that make a total by no accident; where a mark or "with" leads to them, two do."""
_LED = frozenset((":", "-", "–", "—", "(", "with"))
_MOST = 10
"""Figures behind a total among which its parts are looked for."""
_MOST = 10
"""Figures behind a total among which its parts are looked for."""
_SMALLEST = 10
"""Smaller totals are made by any figures."""
_SPOKEN_FOR = ("total_of", "from", "converts", "revises", "restates", "average_of")
"""Links of a figure that is something else than a total or a part."""
_EARLIER = frozenset(("from", "than", "against", "since"))
"""Words before a figure that others are held against."""


def sums(sentence: SentenceLinks) -> None:
    """Links every figure that the figures behind it make exactly: "52 died: 38 in Tarvos, nine in Melin and five between them"."""
    for total, figure in enumerate(sentence.figures):
        if figure.kind not in ADDABLE or figure.change is not None or isinstance(figure.value, tuple) or figure.value < _SMALLEST:
            continue
        parts = _making(sentence, total)
        if parts and not opens_list(sentence, total, parts):
            for part in parts:
                sentence.link(total, "total_of", part)


def _making(sentence: SentenceLinks, total: int) -> Sequence[int]:
    """The figures right behind a total that make it; none where fewer or more of them do, or something else is said of one."""
    if sentence.has(total, *_SPOKEN_FOR, "part_of", "some_of"):
        return ()
    found: list[int] = []
    left = largest(sentence.figures[total])
    for part in range(total + 1, min(total + 1 + _MOST, len(sentence.figures))):
        if left > 0 and fits(sentence, part, total) and not _is_a_base(sentence, part):
            left -= largest(sentence.figures[part])
            found.append(part)
    if left != 0:
        return ()
    led = not _LED.isdisjoint(sentence.words_between(total, found[0])) or all(is_specific(sentence.figures[part]) for part in found)
    return found if len(found) >= (_FEWEST_LED if led else _FEWEST) else ()


def _is_a_base(sentence: SentenceLinks, index: int) -> bool:
    """Whether a figure is one that others are held against, or is said to be something else already."""
    first = sentence.figures[index].first
    led = [word for word in sentence.tokens.words[max(0, first - 2) : first] if word != "the"]
    return sentence.has(index, *_SPOKEN_FOR) or not _EARLIER.isdisjoint(led[-1:])

"""Changes and the levels they lead from and to: rose 25% from 400 to 500, doubled, up from the 380 named before."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations.links import SentenceLinks, alike, largest
from claimcheck.reading.relations.patterns import Match

_THOUSAND = Decimal(1000)
_HALF = Decimal("0.5")


def change(sentence: SentenceLinks, match: Match) -> None:
    """A change between two levels of one kind."""
    delta = match.one("delta", "gain", "times")
    old, new = match.one("old"), match.one("new")
    if delta is None or old is None or new is None or len({delta, old, new}) < 3 or sentence.has(delta, "change_from", "change_to"):
        return
    levels = sentence.figures[old], sentence.figures[new]
    if _moves(sentence.figures[delta], *levels) and not _ends_list_of_levels(sentence, new, delta) and not _share_scale(sentence, *levels):
        sentence.link(delta, "change_to", new)
        sentence.link(delta, "change_from", old)


def move(sentence: SentenceLinks, match: Match) -> None:
    """A change beside the range it runs through: "fell 45 percent in a week, from $2,200 to $1,210", "doubled from 400 to 800"."""
    delta = match.one("delta", "times")
    between = match.one("range")
    if (
        delta is not None
        and between is not None
        and (sentence.figures[delta].kind == "percent" or _is_multiple(sentence.figures[delta]))
        and not sentence.has(delta, "change_from", "change_to")
    ):
        sentence.link(delta, "change_over", between)


def base_only(sentence: SentenceLinks, match: Match) -> None:
    """A change whose new level the sentence leaves to another one: "12.5% above the record of $80bn"."""
    delta, old = match.one("delta"), match.one("old")
    if delta is None or old is None or sentence.has(delta, "change_from", "change_to"):
        return
    if sentence.figures[delta].kind == "percent" or alike(sentence.figures[delta], sentence.figures[old]):
        sentence.link(delta, "change_from", old)


def reached(sentence: SentenceLinks, match: Match) -> None:
    """A change with the level it led to: "rose 25% to 500"."""
    delta, new = match.one("delta"), match.one("new")
    if delta is not None and new is not None and not sentence.has(delta, "change_from", "change_to"):
        sentence.link(delta, "change_to", new)


def multiple(sentence: SentenceLinks, match: Match) -> None:
    """ "doubled from 400 to 800"."""
    old, new = match.one("old"), match.one("new")
    if old is not None and new is not None and alike(sentence.figures[old], sentence.figures[new]):
        sentence.link(new, match.relation, old)
        sentence.link(new, "from", old)


def revision(sentence: SentenceLinks, match: Match) -> None:
    """ "510, up from the 380 it named in May", "first put at 90, was revised to 115"."""
    old, new = match.one("old"), match.one("new")
    if old is None or new is None or not alike(sentence.figures[old], sentence.figures[new]) or sentence.has(new, "from", "revises"):
        return
    sentence.link(new, "revises", old)


def neighbours(sentence: SentenceLinks) -> None:
    """ "from 31 to 33", "7.7 percent from 7.2": the earlier value behind a later one."""
    for index, (a, b) in enumerate(pairwise(sentence.figures)):
        between = sentence.words_between(index, index + 1)
        if not between or a.kind != b.kind or sentence.has(index, "from", "revises") or sentence.has(index + 1, "from", "revises"):
            continue
        if between[-1] == "from" and len(between) <= 4 and a.unit == b.unit and a.change is None:
            sentence.link(index, "from", index + 1)
        elif between in (("to",), (",", "to")) and a.unit == b.unit and a.first > 0 and sentence.tokens.words[a.first - 1] == "from":
            sentence.link(index + 1, "from", index)


def _moves(delta: Quantity, old: Quantity, new: Quantity) -> bool:
    """Whether a change can lead from one level to the other: percent of anything, points of percentages, else of their own unit."""
    if not alike(old, new) and not (delta.kind == "percent" and _per(old) == _per(new)):
        return False
    if delta.kind == "ratio":
        return _is_multiple(delta)
    if delta.kind == "percent":
        return True
    if delta.kind in ("percentage_point", "basis_point"):
        return old.kind == "percent"
    return alike(delta, old)


def _is_multiple(figure: Quantity) -> bool:
    """Whether a ratio multiplies ("doubled", "three times", "halved") and is no share of a change ("rose a quarter")."""
    return figure.kind == "ratio" and figure.change is None and (largest(figure) > 1 or largest(figure) == _HALF)


def _per(figure: Quantity) -> str:
    """The unit of a level, whatever it is per: the dollar of "$3,140" and of "$3,925 a year"."""
    return figure.unit.partition(" / ")[0] if figure.kind in ("money", "rate") else f"{figure.kind} {figure.unit}"


def _share_scale(sentence: SentenceLinks, old: Quantity, new: Quantity) -> bool:
    """Whether only the second of two levels has the scale word of both: "from 20 to 30 million"."""
    return not _scaled(sentence, old) and _scaled(sentence, new) and old.unit == new.unit and largest(old) * _THOUSAND < largest(new)


def _scaled(sentence: SentenceLinks, figure: Quantity) -> bool:
    return sentence.tokens.kinds[figure.number_last - 1] == "w" and "d" in sentence.tokens.kinds[figure.number_first : figure.number_last]


def _ends_list_of_levels(sentence: SentenceLinks, level: int, delta: int) -> bool:
    """Whether a level before a change ends a list ("5.5 percent and 3 percent"), so that the change may be of any of them."""
    if level == 0 or level > delta or not alike(sentence.figures[level - 1], sentence.figures[level]):
        return False
    return "and" in sentence.words_between(level - 1, level)

"""Changes and the levels they lead from and to: rose 25% from 400 to 500, doubled, up from the 380 named before."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from claimcheck.model import TIMES
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.relations.links import SentenceLinks, alike, largest
from claimcheck.reading.relations.members import has_noun, of_one_noun
from claimcheck.reading.relations.patterns import Match
from claimcheck.vocabulary import table, word_set

_THOUSAND = Decimal(1000)
_HALF = Decimal("0.5")
NO_LEVELS = (*TIMES, "ratio")
NEVER_SO, WISHED = word_set("never was so"), 4
"""Words beside a figure that was only wished for ("not the 60 it needed", "needs 60, not 50"), and tokens in which they stand."""
_RANKS, _RANK = word_set("ranks"), 20


def change(sentence: SentenceLinks, match: Match) -> None:
    """A change between two levels of one kind."""
    delta = match.one("delta", "gain", "times")
    old, new = match.one("old"), match.one("new")
    if delta is None or old is None or new is None or len({delta, old, new}) < 3 or sentence.has(delta, "change_from", "change_to"):
        return
    levels = sentence.figures[old], sentence.figures[new]
    if (
        _moves(sentence.figures[delta], *levels)
        and not _is_share(sentence, delta)
        and not _ends_list(sentence, delta)
        and not (new < delta and _ends_list(sentence, new))
        and not _share_scale(sentence, *levels)
    ):
        sentence.link(delta, "change_to", new)
        sentence.link(delta, "change_from", old)


def _is_share(sentence: SentenceLinks, index: int) -> bool:
    """Whether a percentage without a word of change is said to be of something: "from 120 million to 85 million, or 3% of spending"."""
    figure = sentence.figures[index]
    return figure.kind == "percent" and figure.change is None and sentence.tokens.words[figure.last : figure.last + 1] == ("of",)


def yearly(sentence: SentenceLinks, match: Match) -> None:
    """ "2,240 in 2021 and 2,348 in 2022, a rise of 4.8 percent": two levels of which each has its year, the earlier one first."""
    delta, old, new = match.one("delta"), match.one("old"), match.one("new")
    if delta is None or old is None or new is None or sentence.has(delta, "change_from", "change_to"):
        return
    years = [next(filter(_is_year, sentence.words_between(one, other)), "") for one, other in ((old, new), (new, delta))]
    if all(years) and years[0] < years[1] and _moves(sentence.figures[delta], sentence.figures[old], sentence.figures[new]):
        sentence.link(delta, "change_to", new)
        sentence.link(delta, "change_from", old)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and word[:2] in ("18", "19", "20")


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


def stepped(sentence: SentenceLinks, match: Match) -> None:
    """ "rose by 120 to 2,520 euros, up 5 percent", "fell by 30, or 10 percent, to 270": a step, its share, the new level."""
    new, (step, share) = match.one("new"), match.every("delta")
    a, b = sentence.figures[step], sentence.figures[share]
    if new is None or b.kind != "percent" or a.kind == "percent" or not alike(a, sentence.figures[new]):
        return
    if (
        a.change is not None
        and b.change in (None, a.change)
        and not sentence.has(share, "change_from", "change_to", "share_of", "share_is")
    ):
        sentence.link(share, "change_by", step)
        sentence.link(share, "change_to", new)


def margin(sentence: SentenceLinks, match: Match) -> None:
    """ "52 to 46, a majority of six": the difference of two counts."""
    step, counts = match.one("step"), match.every("side")
    if step is None or len({step, *counts}) < 3 or sentence.has(step, "change_from", "change_to"):
        return
    low, high = sorted(counts, key=lambda index: largest(sentence.figures[index]))
    if alike(sentence.figures[low], sentence.figures[high]) and (
        alike(sentence.figures[step], sentence.figures[high]) or _is_points(sentence, step, high)
    ):
        sentence.link(step, "change_to", high)
        sentence.link(step, "change_from", low)


def _is_points(sentence: SentenceLinks, step: int, level: int) -> bool:
    return sentence.figures[step].kind == "percentage_point" and sentence.figures[level].kind == "percent"


def direction(sentence: SentenceLinks, match: Match) -> None:
    """ "fell to 3.4 percent from 3.9", "510, up from 380": which way two levels of one quantity lie.

    "To 600 troops from 14 countries" is no move. Ranks are left alone, and currencies, of which fewer make a dollar when they rise.
    """
    old, new = match.one("old"), match.one("new")
    if old is None or new is None or sentence.has(new, "risen_from", "fallen_from"):
        return
    before, after = sentence.figures[old], sentence.figures[new]
    levels = alike(before, after) and before.kind not in NO_LEVELS and before.change is None and after.change is None
    deeper = match.relation == "fallen" and before.kind == "length"
    named = (not has_noun(before) or before.counted == after.counted) and not deeper
    if levels and named and not _is_another(sentence, new, old) and not _runs_backwards(sentence, min(before.first, after.first)):
        sentence.link(new, f"{match.relation}_from", old)


def _is_another(sentence: SentenceLinks, new: int, old: int) -> bool:
    """Whether two figures may be no levels of one quantity: "20 goals for 12 clubs, up from 15", "in 12 states up from 30 to 40".

    Bare small numbers are ranks, and lengths that fall are depths.
    """
    a, b = sentence.figures[new], sentence.figures[old]
    if a.kind == "count" and not has_noun(a) and not has_noun(b) and max(largest(a), largest(b)) <= _RANK:
        return True
    if not {"up", "down"} & set(sentence.words_between(new, old)):
        return _ends_list(sentence, new)
    onwards = sentence.tokens.words[b.last : b.last + 1] == ("to",)
    return onwards or (new > 0 and alike(sentence.figures[new - 1], a))


def _runs_backwards(sentence: SentenceLinks, end: int) -> bool:
    """Whether what rises is a rank, or a currency by its price in another one."""
    words = sentence.tokens.words
    return not _RANKS.isdisjoint(words) or not _currencies().isdisjoint(words[:end])


@cache
def _currencies() -> frozenset[str]:
    return frozenset(name for row in table("currencies") for wording in row["names"].split("|") for name in wording.split(" ")[-1:] if name)


def revision(sentence: SentenceLinks, match: Match) -> None:
    """ "510, up from the 380 it named in May", "first put at 90, was revised to 115", "115, not 90".

    Two nouns name two things, if it be "300 fans, not 200 players as reported", unless one of them is "people".
    """
    old, new = match.one("old", "denied"), match.one("new")
    if old is None or new is None or sentence.has(new, "from", "revises"):
        return
    a, b = sentence.figures[old], sentence.figures[new]
    words = sentence.tokens.words
    if not NEVER_SO.isdisjoint((*words[a.last : a.last + WISHED], *words[max(0, b.first - 2) : b.first])):
        return
    if alike(a, b) and of_one_noun(a, b) and (a.counted == b.counted or not {a.counted, b.counted}.isdisjoint((None, "person"))):
        sentence.link(new, "revises", old)


def neighbours(sentence: SentenceLinks) -> None:
    """ "from 31 to 33", "7.7 percent from 7.2": the earlier value behind a later one."""
    for index, (a, b) in enumerate(pairwise(sentence.figures)):
        between = sentence.words_between(index, index + 1)
        if not between or a.kind != b.kind or sentence.has(index, "from", "revises") or sentence.has(index + 1, "from", "revises"):
            continue
        if between[-1] == "from" and len(between) <= 4 and a.unit == b.unit and a.change is None and _of_one_noun(a, b):
            sentence.link(index, "from", index + 1)
        elif between in (("to",), (",", "to")) and a.unit == b.unit and a.first > 0 and sentence.tokens.words[a.first - 1] == "from":
            sentence.link(index + 1, "from", index)


def _of_one_noun(a: Quantity, b: Quantity) -> bool:
    """Whether two counts may be of one thing: not the migrants and the boats of "180 migrants were rescued from three boats"."""
    return a.counted == b.counted or a.counted is None or b.counted is None


def _moves(delta: Quantity, old: Quantity, new: Quantity) -> bool:
    """Whether a change can lead from one level to the other: percent of anything, points of percentages, else of their own unit."""
    if not alike(old, new) and not (delta.kind == "percent" and _per(old) == _per(new)):
        return False
    if delta.kind == "ratio":
        return _is_multiple(delta) or (delta.change is not None and largest(delta) < 1)
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


def _ends_list(sentence: SentenceLinks, level: int) -> bool:
    """Whether a level ends a list ("5.5 percent and 3 percent"), so that what is said of it may be of any of them."""
    if level == 0 or not alike(sentence.figures[level - 1], sentence.figures[level]):
        return False
    return "and" in sentence.words_between(level - 1, level)

"""Shares of a whole, and averages: 12 of the 25, or 48 percent; 30,000 euros each."""

from __future__ import annotations

from claimcheck.reading.relations.links import SentenceLinks, alike, largest
from claimcheck.reading.relations.members import fits
from claimcheck.reading.relations.patterns import Match

_BEING = ("are", "were", "is", "was", "be", "been")
_POINTS = ("them", "whom", "which", "these", "those")
"""What makes a figure before it a part of one named earlier: no share's whole is meant by "96 of them abroad, and 24 depots"."""
_BOUNDS = ("more_than", "less_than", "at_least", "at_most")


def share_of(sentence: SentenceLinks, match: Match) -> None:
    """ "12 of the 25, or 48 percent"."""
    share, part, whole = match.one("share"), match.one("part"), match.one("whole")
    if share is None or part is None or whole is None or sentence.has(share, "share_of") or not fits(sentence, part, whole):
        return
    if _is_an_age(sentence, part) or sentence.are_one(part, whole):
        return
    behind = sentence.words_between(whole, part) if whole < part else ()
    if _is_of_them(sentence, share) and (behind[:1] == ("of",) or behind[-1:] == ("and",)):
        return
    if behind[:1] == ("of",):
        if behind[1:2] != () and behind[1] in _POINTS:
            return
        part, whole = whole, part
    sentence.link(share, "share_of", whole)
    sentence.link(share, "share_is", part)
    if not sentence.has(part, "part_of"):
        sentence.link(part, "some_of", whole)


def _is_of_them(sentence: SentenceLinks, share: int) -> bool:
    """Whether a share is told of those just named: "lost 1,200 of its 9,000 jobs, a tenth of them in research"."""
    last = sentence.figures[share].last
    return sentence.tokens.words[last - 1 : last] == ("them",) or sentence.tokens.words[last : last + 2] == ("of", "them")


def _is_an_age(sentence: SentenceLinks, index: int) -> bool:
    """Whether a bare number says how old they are: "18 of its 90 players are over 60"."""
    figure = sentence.figures[index]
    led = sentence.tokens.words[max(0, figure.first - 1) : figure.number_last][:2]
    return figure.last == figure.number_last and led[:1] != () and led[0] in _BEING and figure.qualifier in _BOUNDS


def rate(sentence: SentenceLinks, match: Match) -> None:
    """ "12 of those candidates passed, a success rate of 48 percent": the whole stands in another sentence."""
    share, part = match.one("share"), match.one("part")
    if share is not None and part is not None and not sentence.has(share, "share_of", "share_is") and not _is_an_age(sentence, part):
        sentence.link(share, "share_is", part)


def restated(sentence: SentenceLinks, match: Match) -> None:
    """ "One in five, or 20 percent": a ratio said once more in per cent."""
    ratio, share = match.one("ratio"), match.one("same")
    if ratio is not None and share is not None and not sentence.has(share, "share_of", "share_is") and largest(sentence.figures[ratio]) < 1:
        sentence.link(share, "restates", ratio)


def average(sentence: SentenceLinks, match: Match) -> None:
    """ "12 million euros for 400 homes, or 30,000 euros each"; not where the sentence has two figures that could be the total."""
    each = match.one("rate", "each", "shared")
    number = match.one("number", "span")
    total = match.one("total")
    if each is None or total is None or number is None or len({each, total, number}) < 3:
        return
    if sentence.figures[each].change is not None:
        return
    if alike(sentence.figures[each], sentence.figures[number]) and not alike(sentence.figures[each], sentence.figures[total]):
        total, number = number, total
    rivals = [
        index
        for index, figure in enumerate(sentence.figures)
        if index not in (each, total, number) and alike(figure, sentence.figures[total])
    ]
    if not rivals:
        sentence.link(each, "average_of", total)
        sentence.link(each, "average_over", number)

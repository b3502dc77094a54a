"""Whether the parts of a breakdown miss their whole: none is left out, none is told twice, and no other reading makes it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.case import Case
from claimcheck.checks._breakdowns import FEWEST, MANY, PLACED, SIGHT, Breakdown, one_of
from claimcheck.checks._figures import middle
from claimcheck.checks._groups import apart, complete, hardly_more, may_overlap, sorted_out
from claimcheck.checks._sums import agree, are_swapped, has_swapped_part, make, misses_by_a_slip, read_otherwise
from claimcheck.model import Claim
from claimcheck.reading import partitions
from claimcheck.reading.relations.members import persons

_CONTRAST = re.compile(rf"\b(?:{one_of('contrast')})\b")
_OPPOSITE = re.compile(rf"\b(?:{one_of('opposite')})\b")
_CAPITAL = re.compile(r"\b(?!The\b|In\b|An?\b|At\b|On\b|Of\b)[A-Z][\w'-]+")
_BY = re.compile(r" by (?!the |[A-Z])")
_DONE = re.compile(r" (?:were|was|had been|have been) ([a-z]+(?:ed|en|wn|t))\b")
_NEAR = 3
"""By how much at most a list of three parts and more misses a whole that was miscounted."""


def falls_short(case: Case, breakdown: Breakdown) -> bool:
    """Whether figures that are said to be all of a whole miss it, or others that are plainly apart miss it as a slip of the pen does."""
    whole, group = breakdown.whole, breakdown.parts
    if agree(whole, group) or read_otherwise(case, whole, group):
        return False
    slip = (barely_misses(whole, group) or has_swapped_part(whole, group)) and middle(whole) >= MANY
    if are_swapped(whole, group) and (len(group) > FEWEST or placed_alike(case, group)):
        return True
    if make(group) > middle(whole) and may_overlap(case, whole, group):
        return breakdown.closed
    if slip and make(group) > middle(whole) and _can_hardly_overlap(case, whole, group):
        return True
    some = len(group) == FEWEST and make(group) < middle(whole) and not hardly_more(case, group) and not complete(case, group)
    return breakdown.closed or (slip and not some and _are_apart(case, whole, group))


def barely_misses(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the parts miss a whole as a slip of the pen does, or three of them and more by a few."""
    return misses_by_a_slip(whole, group) or (len(group) > FEWEST and abs(make(group) - middle(whole)) <= _NEAR)


def placed_alike(case: Case, group: Sequence[Claim]) -> bool:
    """Whether one preposition stands behind each part: "39 were taken to Saint Anna and 25 to the university clinic"."""
    places = [PLACED.search(case.document.text[part.number_span[1] : part.number_span[1] + SIGHT]) for part in group]
    return all(places) and len({found[1] for found in places if found}) == 1


def _can_hardly_overlap(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the parts are told as one list of what the whole is made of, so that they should not exceed it."""
    alike = sum(part.measure == whole.measure is not None for part in group)
    one_sort = all(part.kind != "count" or part.counted in (None, whole.counted) for part in group)
    listed = one_sort and len(group) > FEWEST <= alike and group[0].sentence_span == group[-1].sentence_span
    if _caused_twice(case, whole, group):
        return False
    placed = len(group) > FEWEST and placed_alike(case, group)
    return listed or placed or apart(case, whole, group) or _contrasted(case, group) or _of_two_nouns(case, whole, group)


def _contrasted(case: Case, group: Sequence[Claim]) -> bool:
    """Whether two parts are set against one another, one of them as what the other is not: "they have named 182, while 28 lie nameless"."""
    text, (start, end) = case.document.text, (group[0].span[1], group[-1].span[0])
    behind = text[end : group[-1].sentence_span[1]]
    return len(group) == FEWEST and bool(_CONTRAST.search(text, start, end)) and bool(_OPPOSITE.search(behind))


def _of_two_nouns(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether people of two nouns are joined as those whom one thing befell: "fifteen inmates and three guards were killed"."""
    nouns = {part.counted for part in group}
    joined = case.document.text[group[0].span[1] : group[-1].span[0]] == " and " and group[-1].measure in (None, whole.measure)
    return joined and len(group) == FEWEST == len(nouns) and None not in nouns and not any(map(partitions.known, filter(None, nouns)))


def _are_apart(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether nobody is in two of the parts; two causes may have done one damage."""
    told = (
        apart(case, whole, group),
        named_apart(case, group),
        _done_apart(case, group),
        sorted_out(case, group),
        _of_their_own_days(group),
        _of_one_statistic(whole, group) and placed_alike(case, group),
    )
    return not _caused_twice(case, whole, group) and any(told)


def _caused_twice(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether one damage may have two of the causes that the parts name: "180 by wind and 90 by water"; claims are made by one each."""
    return whole.counted not in persons() and all(_BY.match(case.document.text, part.span[1]) for part in group)


def _of_their_own_days(group: Sequence[Claim]) -> bool:
    """Whether each part is one of a day of its own: "18 died on Monday. On Tuesday 25 were killed, and on Wednesday 17"."""
    return len({part.as_of for part in group} - {None}) == len(group)


def _of_one_statistic(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether three parts or more are all told of the whole's statistic: "14 died on the main island, nine on Pico and six on Joan"."""
    return len(group) > FEWEST and all(part.measure == whole.measure is not None for part in group)


def _done_apart(case: Case, group: Sequence[Claim]) -> bool:
    """Whether something else was done to each of three parts or more: "21 were shot, 13 were drowned and four were hanged"."""
    done = [_DONE.match(case.document.text, part.span[1]) for part in group]
    return len(group) > FEWEST and all(done) and len({found[1].lower() for found in done if found}) == len(group)


def named_apart(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether each part stands with a name of its own: "The Liberals won 58 and the Greens 21", "six died in Kharsk, three in Belovo"."""
    text = case.document.text
    starts = [parts[0].sentence_span[0], *(part.span[1] for part in parts)]
    ends = [*(part.span[0] for part in parts), parts[-1].sentence_span[1]]
    between = [frozenset(_CAPITAL.findall(text[start:end])) for start, end in zip(starts, ends, strict=True)]
    return any(_each_with_its_own(names) for names in (between[:-1], between[1:]))


def _each_with_its_own(names: Sequence[frozenset[str]]) -> bool:
    """Whether each set holds a name that no other one does: Weber County, Davis County."""
    return all(one.difference(*(other for other in names if other is not one)) for one in names)

"""Do the parts make the total?

What it asks. Only where the sentence says that the parts are all there is: "48 riders and two drivers, 50 people
in all", "nine guests, five men and four women", "of which 59 were sold and the remaining 32 were scrapped". Parts
behind "including" need not be all; they may not exceed the whole if nobody can belong to two of them, and must fill it
if together they leave nobody out (men and women of adults, for and against where nobody abstained). A breakdown right
behind its whole ("171 new cases, 134 in the north and 40 in the south") that falls a little short is a warning. Nothing
is said where another figure close by, or some of the parts alone, make the total. Things sorted by what they are, behind a colon
or the whole itself ("74 singers: 22 sopranos, ..."), must make it. What no words join to its whole is never more than a warning.

Why it matters. A total and its parts often come from two sources, or one of them is updated and the other is not.

An example that speaks:

    The bus carried 48 riders and two drivers, 60 people in all.   -> inconsistent: 48 and two make 50
    The choir has 74 singers: 22 sopranos, 19 altos, 15 tenors and 16 basses.   -> inconsistent: 22, 19, 15 and 16 make 72

An example that is silent:

    At least 50 climbers, including 12 women and six guides, were rescued.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks import _summed_up as summed_up
from claimcheck.checks._breakdowns import in_sight
from claimcheck.checks._closings import votes
from claimcheck.checks._figures import bounds, middle
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._groups import apart, complete, hardly_more, may_overlap, sorted_out
from claimcheck.checks._links import linked, parts
from claimcheck.checks._shortfalls import barely_misses, falls_short
from claimcheck.checks._slips import shape
from claimcheck.checks._sums import agree, are_swapped, has_swapped_part, make, misses_by_a_slip, read_otherwise, said
from claimcheck.model import Claim, Finding
from claimcheck.reading.relations.members import persons

_NAME = "total-of-parts"
_MOST = Decimal("0.75")
"""The share of a whole that a breakdown must reach to be taken for all of it; below, its parts are examples."""
_PAIR, _OPENS = 2, (":", "-", "–", "—")
_ONE_MORE = re.compile(r"\b(?:an?|another|one more) [a-z][^.;]*\b(?:br(?:ings?|inging|ought)|tak(?:es?|ing)|took) ")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every total with its parts, and for every whole whose parts exceed it or fail to fill it."""
    told: set[str] = set()
    for finding in _joined(case):
        told.update((finding.claim.id, *(str(evidence.span) for evidence in finding.evidence if evidence.span)))
        yield finding
    for breakdown in in_sight(case):
        whole, group = breakdown.whole, breakdown.parts
        here = whole.sentence_span == group[0].sentence_span
        if here and whole.id not in told and told.isdisjoint(str(part.span) for part in group) and falls_short(case, breakdown):
            yield from _broken(case, whole, group, "warning")
    for breakdown in (*summed_up.told(case), *votes(case)):
        here = all(part.sentence_span == breakdown.whole.sentence_span for part in breakdown.parts)
        if here and breakdown.whole.id not in told:
            yield from _broken(case, breakdown.whole, breakdown.parts, "warning")


def _joined(case: Case) -> Iterator[Finding]:
    """The findings for totals and wholes to which the words join their parts."""
    summed: set[tuple[str, ...]] = set()
    for total, found in linked(case, "total_of"):
        summed.add((total.id, *(part.id for part in found["total_of"])))
        yield from _verdict(case, total, found["total_of"])
    for whole, found in linked(case, "split_into"):
        if _is_sorted_out(case, whole, found["split_into"]):
            yield from _broken(case, whole, found["split_into"], "warning")
    for whole, group in _groups(case):
        if (whole.id, *(part.id for part in group)) in summed:
            continue
        if not apart(case, whole, group):
            much = _is_too_much(whole, group)
            slip = (_slipped(whole, group) and (_split(whole) or much)) or (much and _sorts_all(case, whole, group))
            if slip or (
                _split(whole) and misses_by_a_slip(whole, group) and (are_swapped(whole, group) or (not much and len(group) > _PAIR))
            ):
                yield from _broken(case, whole, group, "warning")
        elif complete(case, group):
            yield from _verdict(case, whole, group)
        elif make(group) > middle(whole):
            yield from _broken(case, whole, group)
        elif (_slipped(whole, group) and _is_too_much(whole, group)) or _breaks_down(case, whole, group):
            yield from _broken(case, whole, group, "warning")


def _breaks_down(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the parts stand behind the whole as all there is of it, or leave few out; not those behind "including".

    Parts told by their places alone are the largest ones as often as not ("20 dead, 12 in the harbour and four in the hills"): they must
    leave few out, or fall short as a slip of the pen does.
    """
    if any(link.role == "part_of" for part in group for link in part.links):
        return False
    if _split(whole) and _slipped(whole, group):
        return True
    if _split(whole) and has_swapped_part(whole, group):
        return True
    if _split(whole) and len(group) > _PAIR and misses_by_a_slip(whole, group) and make(group) > _MOST * middle(whole):
        return True
    if make(group) < _MOST * middle(whole):
        return False
    return hardly_more(case, group) or (_split(whole) and all(part.span[1] > part.number_span[1] for part in group))


def _split(whole: Claim) -> bool:
    """Whether the parts stand right behind the whole as what it consists of."""
    return any(link.role == "split_into" for link in whole.links)


def _is_sorted_out(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether a colon opens a list of sorts that no words join to the whole, and that barely misses it: "74 singers: 22 sopranos, ..."."""
    joined = any(link.claim == whole.id for part in group for link in part.links)
    opened = case.document.text[whole.span[1] : group[0].span[0]].strip() in _OPENS
    return opened and not joined and sorted_out(case, group) and barely_misses(whole, group)


def _slipped(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether the sum of the parts is the stated total with two digits swapped, or a few off a hundred and more."""
    return shape(whole, evolve(whole, value=str(make(group)))) in ("order", "near")


def _sorts_all(case: Case, whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether things are sorted by what they are, and missed by a slip: "Of 412 vessels, 287 were trawlers, 96 ferries and 49 tugs"."""
    text = case.document.text
    if any(claim.counted in persons() for claim in (whole, *group)) or may_overlap(case, whole, group):
        return False
    opened = text[whole.sentence_span[0] : whole.span[0]].strip().lower() in ("of", "of the", "of all", "among the")
    verbs = text.startswith((" were ", " are "), group[0].span[1])
    return opened and verbs and len(group) > _PAIR and misses_by_a_slip(whole, group)


def _is_too_much(whole: Claim, group: Sequence[Claim]) -> bool:
    """Whether parts that may overlap make a little more than their whole, or its digits in another order: that is no accident."""
    return make(group) > middle(whole) or shape(whole, evolve(whole, value=str(make(group)))) == "order"


def _verdict(case: Case, total: Claim, group: Sequence[Claim]) -> Iterator[Finding]:
    if agree(total, group):
        yield consistent(_NAME, total, group, said(total, group), rounding=make(group) != middle(total))
    else:
        yield from _broken(case, total, group)


def _broken(case: Case, total: Claim, group: Sequence[Claim], severity: str = "error") -> Iterator[Finding]:
    """The finding for parts that do not make the total, unless another reading of the sentence does."""
    if agree(total, group) or read_otherwise(case, total, group) or _grows_by_one(case, total, group):
        return
    if intervals.agree(reduce(intervals.plus, map(bounds, group)), bounds(total)):
        severity = "warning"
    yield inconsistent(_NAME, total, group, said(total, group), severity)


def _groups(case: Case) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Wholes of two or more parts that their own sentence names as parts only."""
    groups: dict[str, tuple[Claim, list[Claim]]] = {}
    for part, whole in parts(case):
        if part.sentence_span == whole.sentence_span:
            groups.setdefault(whole.id, (whole, []))[1].append(part)
    return ((whole, group) for whole, group in groups.values() if len(group) > 1)


def _grows_by_one(case: Case, total: Claim, group: Sequence[Claim]) -> bool:
    """Whether one more, told without a figure, brings the parts to their total: "... and a driver who died later brings it to 28"."""
    return middle(total) - make(group) == 1 and bool(_ONE_MORE.search(case.document.text[group[-1].span[1] : total.span[0]]))

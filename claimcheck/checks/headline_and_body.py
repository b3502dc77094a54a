"""Is the figure of the headline, the standfirst, a caption or the summary in the story?

What it asks. A figure of the title, or of a first line that is one, of the standfirst below it, of a caption (`<figcaption>`, the text of
an image, "Photo: ...") and of a summary in the front matter should be borne out by some figure of the body. Where none agrees, and a figure
of the same quantity (compare() says so; a headline has no time of its own) says something else, the two are reported; so is one that the
likeliest figure of the lead contradicts, be it a length of time, or that is the first sum of the story but for a slip of the pen. A
headline may add up what the lead tells one by one.

Why it matters. Headlines and captions are written last, by someone else, and read by everybody.

An example that speaks:

    400 bridges closed in Torvia

    Torvia closed 500 bridges on Sunday.   -> inconsistent: the headline has 400 bridges, the text 500 bridges

    Bridge shut for nine weeks

    The bridge at Ostra was shut for six weeks, the council said.   -> inconsistent: the headline has nine weeks, the text six weeks

An example that is silent:

    Nearly 500 bridges closed in Torvia

    Torvia closed 498 bridges on Sunday.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from itertools import combinations

from attrs import evolve

from claimcheck import days, intervals
from claimcheck.case import Case
from claimcheck.checks._display import body, displayed
from claimcheck.checks._figures import ROUGHEST, cut_off, middle
from claimcheck.checks._findings import inconsistent
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._pointing import befallen
from claimcheck.checks._repeats import same_noun
from claimcheck.checks._slips import factor, shape
from claimcheck.checks._sums import plainly
from claimcheck.comparing import cannot_both_be_right, compare, same_quantity
from claimcheck.comparing.evidence import NEVER
from claimcheck.comparing.figures import named
from claimcheck.comparing.names import shared, stems
from claimcheck.comparing.take_up import clause, set_apart, takes_up
from claimcheck.comparing.what import FOUND_DEAD
from claimcheck.model import Claim, Finding, Interval
from claimcheck.vocabulary import word_set

_NAME = "headline-and-body"
_KINDS = ("count", "money", "percent", "percentage_point", "length", "area", "mass", "volume", "magnitude", "rate", "duration")
_WEEK = 7
_SURELY, _DOUBTFUL, _TWICE = 1, 3, 2
"""How much doubt compare() may leave about the one figure of the lead; where it leaves some, how many times apart the two may be."""
_HALF, _THOUSAND = Decimal("0.5"), 1000
_GROUP = re.compile(r"\b[Aa]mong (?!them\b)[A-Za-z]")
"""Words before the figure of a group: "among Hispanics 5.1%"."""
_OWN = "\x1fheadline"
_SENTENCES, _LEAD, _WORDS = 4, 12, 2
"""Sentences with figures that make the lead, figures that a headline may add up, words that two sentences share at least."""
_OPEN = ("at_least", "more_than", "at_most", "less_than", "almost")
_OLD = ("from", "revises", "change_from")
_NEAR, _FAR = Decimal("0.03"), Decimal("0.1")
"""By how much of itself a headline's figure may miss the body's and still be taken for a rounder one."""
_LEAST_DIGITS, _LEAST_COUNT, _LEAST_BEFALLEN = 3, 10, 3
"""Smaller counts in headlines are of parts, of other days and of other people too often."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every figure of headline, standfirst, caption or summary that the body contradicts and does not bear out."""
    told = body(case)
    for name, claims in displayed(case):
        for claim in filter(_tells, claims):
            if any(_bears_out(other, claim) for other in told) or _is_made_of(claim, told):
                continue
            against = [other for other in told if _contradicts(claim, other)] or list(_slips(claim, told))[:1] or _alone(claim, told)
            if against and not _is_cut_off(claim, told, against):
                other = next((other for other in against if shape(claim, other)), against[0])
                first, second = (claim, other) if claim in case.claims else (other, claim)
                both = f"the {name} has {claim.surface}, the text {other.surface}"
                if _may_both_be_right(claim, other):
                    yield inconsistent(_NAME, first, [second], both, "warning", "a reader takes these for two counts")
                else:
                    yield inconsistent(_NAME, first, [second], both)


def _may_both_be_right(claim: Claim, other: Claim) -> bool:
    """Whether only an open hedge lets both stand: 21 killed, and "at least 19"."""
    return claim.bounds is not None and other.bounds is not None and intervals.agree(claim.bounds, other.bounds)


def _tells(claim: Claim) -> bool:
    least = _LEAST_BEFALLEN if claim.measure in befallen() else _LEAST_COUNT
    return claim.kind in _KINDS and (claim.kind != "count" or middle(claim) >= least)


def _bears_out(other: Claim, claim: Claim) -> bool:
    """Whether a figure of the body can be the headline's, whatever it is of."""
    return _agrees(other, claim, named(claim))


def _agrees(other: Claim, claim: Claim, meant: Interval | None) -> bool:
    one = named(other)
    if other.kind != claim.kind or one is None or meant is None or _is_too_fine(claim, other) or _are_two_bounds(claim, other):
        return False
    return intervals.agree(one, meant)


def _is_cut_off(claim: Claim, told: Sequence[Claim], against: Sequence[Claim]) -> bool:
    """Whether the headline's figure is one of the body without its decimals ("25%" for 25.7), no less its quantity than the others."""
    meant = named(claim)
    if "." in str(claim.value) or meant is None:
        return False
    cut = [other for other in told if _agrees(other, claim, cut_off(claim, meant))]
    return bool(cut) and min(map(partial(_doubt, claim), cut)) <= min(map(partial(_doubt, claim), against))


def _doubt(claim: Claim, other: Claim) -> int:
    return same_quantity(claim, other).doubt


def _are_two_bounds(claim: Claim, other: Claim) -> bool:
    """Whether each says only how much at least, of numbers far apart: "more than 2,400" is not borne out by "over 2,000 were hurt"."""
    if claim.qualifier not in _OPEN or other.qualifier not in _OPEN or claim.measure == other.measure:
        return False
    return abs(middle(claim) - middle(other)) > _FAR * middle(claim)


def _is_too_fine(claim: Claim, other: Claim) -> bool:
    """Whether the headline's figure has more digits than the body's and is further off than a round number may be, and not far off."""
    if isinstance(claim.value, tuple) or isinstance(other.value, tuple) or (claim.kind, claim.unit) != (other.kind, other.unit):
        return False
    plain = claim.qualifier == other.qualifier == "exact" and claim.kind in ("count", "money", "rate")
    finer = intervals.place_value(middle(claim)) < intervals.place_value(middle(other))
    far = abs(middle(claim) - middle(other))
    return plain and finer and ROUGHEST * middle(other) < far < _HALF * middle(other)


def _contradicts(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the body is the same quantity with another value; a headline is a text of its own as well."""
    if not _tells(other) or _GROUP.search(other.sentence[: other.span[0] - other.sentence_span[0]]):
        return False
    timed = evolve(claim, as_of=other.as_of, period=other.period) if _of_these_days(claim, other) else claim
    texts, slip = (timed, evolve(timed, document=_OWN)), shape(claim, other)
    if any(cannot_both_be_right(one, other) for one in texts):
        return True
    if slip == "order" and any(compare(one, other).label == "update" for one in texts):
        return True
    return slip is not None and (takes_up(claim, other) or takes_up(other, claim) or (slip == "order" and _is_unmistakable(timed, other)))


def _slips(claim: Claim, told: Sequence[Claim]) -> Iterator[Claim]:
    """The figures of the lead that a figure nowhere borne out misses as a slip of the pen does, said of the same thing.

    A headline may add up what the body gives one by one.
    """
    alike = [other for other in told if (other.kind, other.unit) == (claim.kind, claim.unit) and not isinstance(other.value, tuple)]
    if isinstance(claim.value, tuple) or claim.kind == "duration" or claim.qualifier in _OPEN or _adds_up(claim, alike[:_LEAD]):
        return
    lead = sorted({other.sentence_span for other in told})[:_SENTENCES]
    for other in alike:
        if other.sentence_span in lead and _is_slip(claim, other) and (_of_one_thing(claim, other) or _first_named(claim, other, alike)):
            yield other


def _alone(claim: Claim, told: Sequence[Claim]) -> list[Claim]:
    """The one figure of the lead that is most likely of the headline's quantity, where it is plainly another one and not far off."""
    if isinstance(claim.value, tuple) or _adds_up(claim, [other for other in told if _is_level(claim, other)][:_LEAD]):
        return []
    lead = sorted({other.sentence_span for other in told})[:_SENTENCES]
    alike = [other for other in told if other.sentence_span in lead and _is_level(claim, other) and not _is_of_another_time(other)]
    if any(abs(middle(other) - middle(claim)) <= _NEAR * middle(claim) for other in told if other.unit == claim.unit):
        return []
    found = _likeliest(claim, alike)
    old = any(link.role in _OLD for other in found for link in other.links)
    far = [other for other in found if abs(middle(other) - middle(claim)) > _NEAR * middle(other)]
    return far[:1] if far and not old and not intervals.agree(*map(_bounds, (claim, far[0]))) else []


def _likeliest(claim: Claim, alike: Sequence[Claim]) -> list[Claim]:
    """The figures of one value that compare() holds for the headline's quantity with the least doubt.

    Where some doubt remains, they must be the first of their unit in the body and near the headline's.
    """
    doubts = {other.id: _doubt(claim, other) for other in alike if same_quantity(claim, other).level != "different"}
    least = min(doubts.values(), default=NEVER)
    found = [other for other in alike if doubts.get(other.id) == least]
    if len({middle(other) for other in found}) != 1 or least > _DOUBTFUL:
        return []
    first = found[0] is alike[0] and middle(claim) < _TWICE * middle(found[0]) < _TWICE * _TWICE * middle(claim)
    return found if least < _SURELY or (first and claim.qualifier == found[0].qualifier == "exact") else []


def _is_of_another_time(other: Claim) -> bool:
    """Whether a length of time is told of something that lasted before: "six years before that", "the last repair took eight months"."""
    words = re.findall(r"[a-z]+", clause(other).casefold())
    return other.kind == "duration" and not word_set("lasted before").isdisjoint(words)


def _is_level(claim: Claim, other: Claim) -> bool:
    """Whether a figure of the body is a number of the headline's unit, told as much as a change as it is."""
    return (other.kind, other.unit, other.change) == (claim.kind, claim.unit, claim.change) and not isinstance(other.value, tuple)


def _bounds(claim: Claim) -> Interval:
    return claim.bounds or Interval(None, None, claim.unit or "")


def _is_slip(claim: Claim, other: Claim) -> bool:
    """Whether two figures differ by a digit or two swapped, or the headline's is the finer one and off by more than rounding."""
    one, another = plainly(middle(claim)), plainly(middle(other))
    return differ_by_a_slip(one, another) or (claim.kind == "money" and shape(claim, other) == "power") or _is_too_fine(claim, other)


def _of_one_thing(claim: Claim, other: Claim) -> bool:
    """Whether headline and body count or measure one thing: by the statistic, by the noun, or by what else the sentences say."""
    if claim.change not in (None, other.change) or other.qualifier in _OPEN or any(link.role in _OLD for link in other.links):
        return False
    if claim.measure is not None and other.measure is not None:
        return claim.measure == other.measure
    if None not in (claim.counted, other.counted) and claim.counted != other.counted:
        return False
    return len(shared(stems(claim.sentence), stems(other.sentence))) >= _WORDS


def _first_named(claim: Claim, other: Claim, alike: Sequence[Claim]) -> bool:
    """Whether a figure in a unit of its own is the first of the body in that unit, or its digits are the headline's a thousandfold."""
    if claim.change not in (None, other.change) or other.qualifier in _OPEN:
        return False
    if claim.kind == "count" and same_quantity(claim, other).level == "different":
        return False
    return other is alike[0] or (shape(claim, other) == "power" and factor(claim, other) >= _THOUSAND)


def _is_made_of(claim: Claim, told: Sequence[Claim]) -> bool:
    """Whether the headline's count is what two or three of the lead's come to, of one statistic: 55 where 30 died and another 25."""
    if claim.kind not in ("count", "money") or isinstance(claim.value, tuple):
        return False
    lead = sorted({other.sentence_span for other in told})[:_SENTENCES]
    steps = [other for other in told if other.sentence_span in lead and _is_step(claim, other)][:_LEAD]
    pairs = (chosen for size in (2, 3) for chosen in combinations(steps, size))
    return any(sum(map(middle, chosen)) == middle(claim) and not _holds_another(chosen, told) for chosen in pairs)


def _holds_another(chosen: Sequence[Claim], told: Sequence[Claim]) -> bool:
    """Whether figures behind the largest one make it, another one among them: the nine of 420 boats, 330 of them burned, 81 sunk."""
    whole = max(chosen, key=middle)
    behind = [other for other in told if other.span > whole.span and (other.kind, other.unit) == (whole.kind, whole.unit)][:_LEAD]
    lists = (behind[:size] for size in range(2, len(behind) + 1))
    return any(sum(map(middle, parts)) == middle(whole) and any(part in chosen for part in parts) for parts in lists)


def _is_step(claim: Claim, other: Claim) -> bool:
    """Whether a count of the body can be a part of the headline's: of its statistic or noun, or added to the figure before it.

    A headline that is itself so many of a whole ("96 of 127 drones") may add up what the body calls so many of its nights'.
    """
    if (other.kind, other.unit) != (claim.kind, claim.unit) or isinstance(other.value, tuple) or middle(other) >= middle(claim):
        return False
    if _is_of_a_whole(claim):
        return True
    if any(link.role in ("part_of", "some_of", "share_is") for link in other.links):
        return False
    if other.counted is None and other.change == "increase":
        return True
    if claim.measure and other.measure:
        return claim.measure == other.measure or {claim.measure, other.measure} == FOUND_DEAD
    return same_noun(claim, other) or other.sentence[: other.span[0] - other.sentence_span[0]].endswith(" and ")


def _is_of_a_whole(claim: Claim) -> bool:
    """Whether a headline tells so many of so many."""
    behind = claim.sentence[claim.number_span[1] - claim.sentence_span[0] :]
    return behind.startswith(" of ")


def _adds_up(claim: Claim, alike: Sequence[Claim]) -> bool:
    """Whether a figure is the sum or difference of two or three of the body's."""
    values = list(dict.fromkeys(map(middle, alike)))
    sums = {sum(chosen) for size in (2, 3) for chosen in combinations(values, size)}
    return middle(claim) in sums or any(middle(claim) == abs(a - b) for a, b in combinations(values, 2))


def _is_unmistakable(claim: Claim, other: Claim) -> bool:
    """Whether two figures of one noun with two of their three or more digits exchanged need no more words to be one."""
    digits = str(claim.value).replace(".", "").strip("0-")
    named = claim.counted == other.counted is not None or claim.kind != "count"
    return len(digits) >= _LEAST_DIGITS and named and same_quantity(claim, other).doubt < NEVER and not set_apart(claim, other)


def _of_these_days(claim: Claim, other: Claim) -> bool:
    """Whether a headline without a day of its own may speak of the day of a figure of the body: the week of publication."""
    if claim.as_of != claim.said_on or claim.as_of is None or other.as_of is None:
        return False
    return abs((days.last_day(claim.as_of) - days.last_day(other.as_of)).days) <= _WEEK

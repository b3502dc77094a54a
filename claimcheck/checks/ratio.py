"""Does a share or a multiple follow from the counts it is taken of?

What it asks. "14 of the 29, or 48 percent", "of 480 homes fewer than 160 have been sold, roughly a third", "doubled
from 400 to 800": the part over the whole must be able to be the share. A share in words ("a third", "twice") may be a
tenth off, as speakers use it; from a tenth to a quarter off it is a warning. A multiple in words is also held against the
two levels near it, in its own sentence or those before, and a share against a whole of the sentence before; what no words
join to its figures is never more than a warning.

Why it matters. The counts are checked at the source, the percentage is worked out at the desk.

An example that speaks:

    The hail broke 63 of the 180 greenhouses it hit, or 53 percent.   -> inconsistent: 63 of 180 is 35 percent
    The library had 310 members in 2015. It now has 480, twice as many.   -> inconsistent: 480 is 1.548 times 310 members

An example that is silent:

    The hail broke 63 of the 180 greenhouses it hit, or 35 percent.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks import _multiples_told as multiples_told
from claimcheck.checks._beside import role
from claimcheck.checks._figures import amount, as_one, bounds, cut_off, ends, middle, rounded, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._levels_alike import of_one_noun
from claimcheck.checks._links import linked
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._multiplied import pair_multiplied
from claimcheck.checks._pointing import is_of_people_alone
from claimcheck.checks._shares_told import told
from claimcheck.checks._sight import explained, of_whole, pair_before, slip_in_sight
from claimcheck.checks._slips import shape
from claimcheck.checks._wholes import dead_and_ill, is_another_part, whole_of
from claimcheck.model import Claim, Finding, Interval, Span
from claimcheck.vocabulary import either

_NAME = "ratio"
_MULTIPLES = {"doubled": Decimal(2), "tripled": Decimal(3), "quadrupled": Decimal(4), "halved": Decimal("0.5")}
_MOVED = ("risen_from", "fallen_from", "revises")
_DRAWS = re.compile(rf"(?:That|This|It) (?:{either('comes to a product')}|is|was|puts?) ")
_WHEN = re.compile(r"\b(?:when|while|whereas|where) [^,;.\d]* \Z")
_REPLACES = ("from", "fallen_from", "risen_from", "revises")
_LOOSE, _FAR, _HAIR = Decimal("0.1"), Decimal("0.25"), Decimal("0.01")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every share with its part and whole, and for every multiple with its two values; one for each of them."""
    told: set[tuple[str, ...]] = set()
    for finding in (*_shares(case), *_multiples(case)):
        figures = (finding.claim.id, *sorted(str(evidence.span) for evidence in finding.evidence if evidence.span))
        if figures not in told:
            told.add(figures)
            yield finding


def _shares(case: Case) -> Iterator[Finding]:
    """The findings for shares that words join to their counts, then for those of the counts around them."""
    for share, found in linked(case, "share_of", "share_is"):
        part, whole = found["share_is"][0], found["share_of"][0]
        if middle(whole) and not _is_of_a_misprint(case, share, part, whole):
            yield _of_share(share, part, whole)
    for share, found in linked(case, "share_is"):
        if not any(link.role == "share_of" for link in share.links):
            part = found["share_is"][0]
            likely, others = _whole_of(case, part)
            if likely is None or is_another_part(case, share, likely):
                continue
            if not any(_of_share(share, part, other).verdict == "consistent" for other in others):
                yield _of_share(share, part, likely)
    for share in case.claims:
        counts = dead_and_ill(case, share)
        if counts is not None and (_is_exchanged(share, *counts) or _concludes_wrongly(share, *counts)):
            yield _of_share(share, *counts)
    for share, found in linked(case, "restates"):
        yield _of_restated(share, found["restates"][0])
    yield from _in_sight(case)
    yield from _told(case)


def _whole_of(case: Case, part: Claim) -> tuple[Claim | None, Sequence[Claim]]:
    """What the words join a part to, else what it is most likely of, and the other figures that can hold it."""
    named = (case.layout.by_id.get(link.claim) for role in ("some_of", "part_of") for link in part.links if link.role == role)
    joined = next((whole for whole in named if whole is not None), None)
    return whole_of(case, part) if joined is None else (joined, ())


def _is_of_a_misprint(case: Case, share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether the whole stands elsewhere a thousandfold off and gives the share there: `magnitude-slip` speaks of the whole."""
    others = (other for other in case.layout.around(whole) if other.kind == whole.kind == "money" and shape(whole, other) == "power")
    return any(_of_share(share, part, other).verdict == "consistent" for other in others)


def _told(case: Case) -> Iterator[Finding]:
    """The shares whose counts stand around them, where no others there give the share."""
    for share, part, whole in told(case):
        finding = _of_share(share, part, whole)
        if finding.verdict == "inconsistent" and not explained(case, share, (part, whole)) and not is_another_part(case, share, whole):
            yield evolve(finding, severity="warning") if finding.severity == "error" else finding


def _in_sight(case: Case) -> Iterator[Finding]:
    """A share that no words join to its counts, where the one pair of counts near it gives the percentage but for a slip.

    A share in words is held against the pair of its own sentence that it stands behind: "of 640 flights 160 were cancelled, a third".
    """
    for share in case.claims:
        if share.change is not None or any(link.role != "share_is" for link in share.links):
            continue
        if share.kind == "percent" and _is_alone(case, share) and role(case, share, "rise", "fall") is None:
            pair = slip_in_sight(case, share, _may_hold, of_whole)
            if pair is not None and not _is_alone(case, *pair, share):
                continue
        else:
            pair = pair_before(case, share, of_one_noun) if _is_share_in_words(share) else None
        if pair is None or is_another_part(case, share, pair[1]) or is_of_people_alone(case, share, pair[1]):
            continue
        if not _opens_another_clause(case, share, pair) and not _are_old_and_new(*pair):
            finding = _of_share(share, *pair)
            yield evolve(finding, severity="warning") if finding.severity == "error" else finding


def _opens_another_clause(case: Case, share: Claim, pair: tuple[Claim, Claim]) -> bool:
    """Whether a percentage stands in a clause of another time: "1,334 against the 4,020 of 2024, when turnout was 63 percent"."""
    return _WHEN.search(case.document.text, max(claim.span[1] for claim in pair), share.span[0]) is not None


def _are_old_and_new(*pair: Claim) -> bool:
    """Whether one figure took the other's place, which makes it no part: "fell from 84 million to 79 million, 2 percent of output"."""
    told = {link.claim for claim in pair for link in claim.links if link.role in _REPLACES}
    return not told.isdisjoint({claim.id for claim in pair})


def _is_alone(case: Case, *claims: Claim) -> bool:
    """Whether the sentences of some figures hold one percentage."""
    return len({other.id for claim in claims for other in case.beside(claim) if other.kind == "percent"}) == 1


def _may_hold(a: Claim, b: Claim) -> bool:
    """Whether one figure may be a part of the other: of one thing, and not its level at two times ("870, down from 1,385")."""
    return of_one_noun(a, b) and not any(link.claim in (a.id, b.id) and link.role in _MOVED for claim in (a, b) for link in claim.links)


def _is_share_in_words(share: Claim) -> bool:
    return share.kind == "ratio" and not isinstance(share.value, tuple) and 0 < middle(share) < 1 and not share.links


def _multiples(case: Case) -> Iterator[Finding]:
    """The findings for multiples, first those that words join to their levels."""
    said: set[Span] = set()
    for finding in _joined_multiples(case):
        said.add(finding.claim.sentence_span)
        yield finding
    for multiple in multiples_told.told(case):
        low, high = multiple.low, multiple.high
        if said.isdisjoint((low.sentence_span, high.sentence_span)):
            stated = f"{high.surface} is {rounded(middle(high) / middle(low))} times {low.surface}, the text says {multiple.wording}"
            yield inconsistent(_NAME, high, [low], stated, "warning")


def _joined_multiples(case: Case) -> Iterator[Finding]:
    """A finding for every multiple with its old and its new value."""
    for name, factor in _MULTIPLES.items():
        for new, found in linked(case, name):
            yield from _of_multiple(new, found[name][0], name, Interval(str(factor), str(factor), "ratio"))
    for times, found in linked(case, "change_from", "change_to"):
        if times.kind == "ratio":
            yield from _of_change(times, found["change_from"][0], found["change_to"][0])
    for times in case.claims:
        if times.kind == "ratio" and not times.links:
            for new, old in filter(None, (pair_multiplied(case, times),)):
                yield from _of_change(times, old, new)
    for times, found in linked(case, "change_over"):
        between = found["change_over"][0]
        if times.kind == "ratio" and isinstance(between.value, tuple):
            low, high = ends(between)
            old, new = (low, high) if middle(times) > 1 else (high, low)
            yield from _of_multiple(new, old, times.surface, bounds(times))


def _of_change(times: Claim, old: Claim, new: Claim) -> Iterator[Finding]:
    """A multiple, or a change by a share in words: "fell by a third, from 120 to 90"."""
    if times.change is None or middle(times) >= 1:
        yield from _of_multiple(new, old, times.surface, bounds(times))
    elif middle(old):
        end, start = as_one(new, old, counted=True)
        step = intervals.minus(end, start) if times.change == "increase" else intervals.minus(start, end)
        right = abs(middle(new) - middle(old)) / middle(old)
        said = f"from {_shown(old)} to {_shown(new)} is a change by {rounded(right * 100)} percent, the text says {times.surface}"
        if not intervals.agree(intervals.over(step, start, "ratio"), _around(bounds(times), _LOOSE)):
            yield inconsistent(_NAME, times, [old, new], said, "warning")
        else:
            yield consistent(_NAME, times, [old, new], said)


def _concludes_wrongly(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether a sentence of its own draws a percentage from two counts ("That means a fatality rate of") and misses it by a slip."""
    drawn = _DRAWS.match(share.sentence) is not None and share.sentence_span != part.sentence_span
    return drawn and slipped(of_whole(part, whole), share)


def _is_exchanged(share: Claim, part: Claim, whole: Claim) -> bool:
    """Whether a percentage is the right one with its digits in another order; any other may be of another outbreak."""
    right = (middle(part) / middle(whole) * 100).quantize(Decimal(1).scaleb(-len(str(share.value).partition(".")[2])))
    return middle(share) != right and sorted(str(right)) == sorted(str(share.value))


def _of_share(share: Claim, part: Claim, whole: Claim) -> Finding:
    in_percent = share.kind == "percent"
    right = middle(part) / middle(whole) * (100 if in_percent else 1)
    said = f"{_shown(part)} of {_shown(whole)} is {rounded(right * (1 if in_percent else 100))} percent, the text says {share.surface}"
    quotient = intervals.over(bounds(part), bounds(whole), share.kind)
    stated = intervals.scale(cut_off(share, bounds(share)), Decimal("0.01") if in_percent else Decimal(1), share.kind)
    count, out_of = as_one(part, whole, counted=not in_percent)
    fine = intervals.scale(cut_off(share, as_one(share)[0]), Decimal("0.01"), share.kind)
    finest, asked = intervals.over(count, out_of, share.kind), stated if in_percent else _around(bounds(share), _LOOSE)
    if intervals.agree(quotient, asked) and (
        not intervals.agree(finest, fine if in_percent else asked) or _is_another_fraction(share, right)
    ):
        return inconsistent(_NAME, share, [part, whole], said, "warning")
    if intervals.agree(quotient, asked):
        return consistent(
            _NAME, share, [part, whole], said, rounding=in_percent and abs(right - middle(share)) > intervals.place_value(middle(share))
        )
    mild = not in_percent and intervals.agree(quotient, _around(bounds(share), _FAR))
    return inconsistent(_NAME, share, [part, whole], said, "warning" if mild else "error")


def _shown(claim: Claim) -> str:
    """A figure as the message names it: sums of money with their currency, numbers as they are written."""
    return amount(middle(claim), claim) if claim.kind == "money" and not isinstance(claim.value, tuple) else written(claim)


def _is_another_fraction(share: Claim, right: Decimal) -> bool:
    """Whether a share in words is not the plain fraction that the counts make to a hair: two thirds where they make three quarters."""
    if share.kind == "percent" or share.qualifier != "exact" or abs(right - middle(share)) <= _LOOSE * middle(share):
        return False
    plain = {Decimal(number) / over for over in range(2, 6) for number in range(1, over)}
    return any(abs(right - fraction) <= _HAIR * fraction for fraction in plain)


def _of_restated(share: Claim, ratio: Claim) -> Finding:
    right = middle(ratio) * 100
    said = f"{ratio.surface} is {rounded(right)} percent, the text says {share.surface}"
    stated = intervals.scale(cut_off(share, bounds(share)), Decimal("0.01"), "ratio")
    counted = any(sign.isdigit() for sign in ratio.surface)
    exact = Interval(str(middle(ratio)), str(middle(ratio)), "ratio")
    if intervals.agree(exact if counted else _around(bounds(ratio), _LOOSE), stated):
        return consistent(_NAME, share, [ratio], said, rounding=abs(right - middle(share)) > intervals.place_value(middle(share)))
    return inconsistent(_NAME, share, [ratio], said)


def _around(found: Interval, spread: Decimal) -> Interval:
    """A share in words, as loosely as it is used; a hedge keeps its open end."""
    low = None if found.low is None else str(Decimal(found.low) * (1 - spread))
    high = None if found.high is None else str(Decimal(found.high) * (1 + spread))
    return Interval(low, high, "ratio")


def _of_multiple(new: Claim, old: Claim, says: str, factor: Interval) -> Iterator[Finding]:
    if not middle(old):
        return
    times = middle(new) / middle(old)
    said = f"from {rounded(middle(old))} to {rounded(middle(new))} is {rounded(times)} times as many, the text says {says}"
    number, base = as_one(new, old)
    quotient = intervals.over(number, base, "ratio")
    if intervals.agree(quotient, _around(factor, _LOOSE)):
        yield consistent(_NAME, new, [old], said, rounding=not intervals.contains(factor, Interval(str(times), str(times), factor.unit)))
    else:
        mild = intervals.agree(intervals.over(bounds(new), bounds(old), "ratio"), _around(factor, _FAR))
        yield inconsistent(_NAME, new, [old], said, "warning" if mild else "error")

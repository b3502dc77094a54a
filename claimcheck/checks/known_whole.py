"""Do the parts of something counted before make that count?

What it asks. "Of the dead, 132 were in the town, 58 in the villages and 34 on the coast", "88 of the sick are children, 41 are
adults and seven gave no age": the whole stands in an earlier sentence. Parts of which nobody can belong to
two must not exceed every earlier count of the same thing, and must make one of them where the sentence says that they
are all there is ("together accounting for every drone", "of eight it is not known", "the rest, 12, were", "every senator voted").
A list of three places or more that misses the number of the sentence right before by a slip is a warning, as is any that no
words join to it. A total that the words draw from the sentences before it ("together", "in all") must be what they make.

Why it matters. The breakdown comes from one table and the total from another, often of another hour.

An example that speaks:

    The landslide killed 213 people. Of the dead, 132 were in Ostra, 58 in Velm and 34 in Tarn.   -> inconsistent: 132, 58 and 34 make 224
    The north lost 40 bridges. The east lost 30 and the west 25. Together they lost 105 bridges.   -> inconsistent: 40, 30 and 25 make 95

An example that is silent:

    The landslide killed 213 people. Of the dead, 132 were in Ostra and 58 in Velm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks import _summed_up as summed_up
from claimcheck.checks._breakdowns import in_sight
from claimcheck.checks._closings import closed
from claimcheck.checks._figures import as_one, bounds, middle
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._groups import apart, may_overlap
from claimcheck.checks._shortfalls import falls_short, named_apart, placed_alike
from claimcheck.checks._sums import said, some_agree
from claimcheck.layout import Layout
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import units
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import either

_NAME = "known-whole"
_OPENS = re.compile(r"\b(?:Of|Among) (?:the|those|these) ([a-z]+(?: [a-z]+)?),? ")
_BEHIND = re.compile(r" of the (?:[a-z]+ )?([a-z]+)\b(?! of)")
_ALL = re.compile(r"\baccount(?:s|ed|ing)? for (?:every|all)(?: of)?(?: the| those)? ([a-z]+)")
_NOT_KNOWN = re.compile(r"\b(?:is|are|was|were|remains?) (?:not (?:yet )?(?:known|given|recorded|stated)|unknown|unclear)\b")
_ABSTAIN = re.compile(rf"\b(?:{either('votes for nobody')})\b")
_LEAST = 2
"""Parts that a breakdown has at least."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for every breakdown that no count before it allows."""
    told: set[str] = set()
    for finding in _named(case):
        told.add(finding.claim.id)
        yield finding
    for breakdown in in_sight(case):
        whole, parts = breakdown.whole, breakdown.parts
        here = whole.sentence_span == parts[-1].sentence_span or parts[-1].id in told
        if not here and not _is_of_another(case, whole, parts) and falls_short(case, breakdown):
            told.add(parts[-1].id)
            yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], said(whole, parts), "warning")
    for breakdown in (*closed(case), *summed_up.told(case)):
        whole, parts = breakdown.whole, breakdown.parts
        across = any(part.sentence_span != whole.sentence_span for part in parts)
        if across and told.isdisjoint((whole.id, parts[-1].id)) and not _is_of_another(case, whole, parts):
            told.update((whole.id, parts[-1].id))
            yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], said(whole, parts), "warning")


def _is_of_another(case: Case, whole: Claim, parts: Sequence[Claim]) -> bool:
    """Whether the parts are not all there is, or make another figure of the article: "lowered the toll from 47 to 45: 30 in Orla, 15"."""
    made = sum(map(middle, parts))
    named = (claim for claim in case.layout.around(whole) if (claim.kind, claim.unit) == (whole.kind, whole.unit) and claim.id != whole.id)
    others = (claim for claim in named if claim not in parts and not isinstance(claim.value, tuple))
    return _somebody_abstained(case, parts) or any(middle(claim) == made for claim in others)


def _somebody_abstained(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether those who voted neither way stand behind the two sides of a vote and are not counted with them."""
    return len(parts) == _LEAST and _ABSTAIN.search(case.document.text, parts[0].span[1], parts[-1].sentence_span[1]) is not None


def _named(case: Case) -> Iterator[Finding]:
    """The breakdowns of a whole that they name: "of the dead", "accounting for every drone"."""
    counts = Layout(tuple(claim for claim in case.claims if claim.kind == "count" and not isinstance(claim.value, tuple)))
    for span, told in counts.sentences.items():
        text = case.document.text[slice(*span)]
        noun, start = _whole_named(text, told)
        parts = [part for part in _parts(case, span[0] + start, span[1]) if _may_be_of(part, noun)] if noun else []
        if len(parts) < _LEAST:
            continue
        joined = {link.claim for link in parts[0].links if link.role == "some_of"}
        earlier = [claim for claim in counts.around(told[0]) if claim.sentence_span[1] <= span[0]]
        wholes = [claim for claim in earlier if _is_whole(claim, noun or "", parts)] or [claim for claim in earlier if claim.id in joined]
        if wholes:
            yield from _verdict(case, parts, _closed(wholes), bool(_ALL.search(text) or _NOT_KNOWN.search(text)))


def _closed(wholes: Sequence[Claim]) -> Sequence[Claim]:
    """The counts without those that only say from where on ("more than 200") what another one tells in full ("213")."""
    full = [whole for whole in wholes if bounds(whole).high is not None]
    most = max(map(middle, full), default=None)
    return [whole for whole in wholes if whole in full or most is None or middle(whole) > most]


def _whole_named(sentence: str, counts: Sequence[Claim]) -> tuple[str | None, int]:
    """What the parts of a sentence are parts of, and where they begin."""
    opens, everything = _OPENS.search(sentence), _ALL.search(sentence)
    if opens:
        return opens[1].split()[-1], opens.end()
    if everything:
        return everything[1], 0
    first = counts[0]
    behind = _BEHIND.match(sentence, first.number_span[1] - first.sentence_span[0])
    return (first.counted or behind[1], first.span[0] - first.sentence_span[0]) if behind else (None, 0)


def _parts(case: Case, start: int, end: int) -> list[Claim]:
    """The figures of a stretch of text that may be parts: plain counts, and the number of those whose age is not known."""
    found = [claim for claim in case.layout.between(start, end) if not isinstance(claim.value, tuple)]
    text = case.document.text
    return [claim for claim in found if claim.kind == "count" or (claim.kind == "age" and _NOT_KNOWN.match(text, claim.span[1] + 1))]


def _may_be_of(part: Claim, noun: str) -> bool:
    """Whether a figure may be one of the parts: of the whole's noun, of none, or people; not the dose of "at least one dose"."""
    return part.kind != "count" or part.counted in {None, units.singular(noun), *persons()}


def _is_whole(claim: Claim, noun: str, parts: Sequence[Claim]) -> bool:
    """Whether a count is one of what the parts are parts of: the same noun (1,200 jobs that go), or the same statistic for "the dead"."""
    if not parts or any(link.role in ("part_of", "some_of") for link in claim.links):
        return False
    one = units.singular(noun)
    measures = {part.measure for part in parts if part.kind == "count"}
    of_one_statistic = claim.change is None and len(measures) == 1 and claim.measure is not None and claim.measure in measures
    same = claim.counted == one or of_one_statistic
    return same and middle(claim) >= max(map(middle, parts))


def _verdict(case: Case, parts: Sequence[Claim], wholes: Sequence[Claim], complete: bool) -> Iterator[Finding]:
    made = sum(map(middle, parts), Decimal(0))
    whole = wholes[-1]
    stated = said(whole, parts)
    if any(_agree(parts, other) for other in wholes):
        if complete:
            yield consistent(_NAME, whole, parts, stated)
    elif any(some_agree(other, parts) for other in wholes):
        return
    elif complete or (apart(case, whole, parts) and _exceed(made, wholes)):
        yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], stated)
    elif _exceed(made, wholes) and not may_overlap(case, whole, parts) and _told_of_places(case, parts):
        yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], stated, "warning")


def _told_of_places(case: Case, parts: Sequence[Claim]) -> bool:
    """Whether each part stands with a name of its own, or three and more behind one preposition: "40 live in Orla, 22 in the hills"."""
    return named_apart(case, parts) or (len(parts) > _LEAST and placed_alike(case, parts))


def _exceed(made: Decimal, wholes: Sequence[Claim]) -> bool:
    """Whether parts make more than each of the wholes they can be of, none of which is only the least there are."""
    return all(made > middle(other) and bounds(other).high is not None for other in wholes)


def _agree(parts: Sequence[Claim], whole: Claim) -> bool:
    counted = [part for part in parts if part.kind == "count"]
    exact = sum((middle(part) for part in parts if part.kind != "count"), Decimal(0))
    limit, *made = as_one(whole, *counted, counted=True)
    total = made[0]
    for part in made[1:]:
        total = intervals.plus(total, part)
    return intervals.agree(intervals.plus(total, Interval(str(exact), str(exact), total.unit)), limit)

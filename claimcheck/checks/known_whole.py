"""Do the parts of something counted before make that count?

What it asks. "Of the dead, 131 were in the town, 58 in the villages and 34 on the coast", "93 of the cases are children, 30 are
adults and the age of eight is not known": the whole stands in an earlier sentence. Parts of which nobody can belong to
two must not exceed every earlier count of the same thing, and must make one of them where the sentence says that they
are all there is ("together accounting for every drone", "of eight it is not known"). A list of three places or
more that misses the number of the sentence right before by a slip is a warning.

Why it matters. The breakdown comes from one table and the total from another, often of another hour.

An example that speaks:

    The landslide killed 213 people. Of the dead, 131 were in Ostra, 58 in Velm and 34 in Tarn.   -> inconsistent: 223

An example that is silent:

    The landslide killed 213 people. Of the dead, 131 were in Ostra and 58 in Velm.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import as_one, bounds, middle, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._groups import apart
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._slips import shape
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import units
from claimcheck.wording import number

_NAME = "known-whole"
_OPENS = re.compile(r"\b(?:Of|Among) (?:the|those|these) ([a-z]+(?: [a-z]+)?),? ")
_OPENS_BARE = re.compile(r"(?:Of|Among) (?:these|those|them), ")
_BEHIND = re.compile(r" of the (?:[a-z]+ )?([a-z]+)\b(?! of)")
_ALL = re.compile(r"\baccount(?:s|ed|ing)? for (?:every|all)(?: of)?(?: the| those)? ([a-z]+)")
_NOT_KNOWN = re.compile(r"\b(?:is|are|was|were|remains?) (?:not (?:yet )?(?:known|given|recorded|stated)|unknown|unclear)\b")
_LEAST, _PLACES = 2, 3
"""Parts that a breakdown has at least: with words that say so, and without."""
_NEAR = 3


def check(case: Case) -> Iterator[Finding]:
    """A finding for every breakdown that no count before it allows."""
    counts = [claim for claim in case.claims if claim.kind == "count" and not isinstance(claim.value, tuple)]
    for span in dict.fromkeys(claim.sentence_span for claim in counts):
        text = case.document.text[slice(*span)]
        noun, start = _whole_named(text, [claim for claim in counts if claim.sentence_span == span])
        parts = _parts(case, span[0] + start, span[1]) if noun else []
        wholes = [claim for claim in counts if claim.sentence_span[1] <= span[0] and _is_whole(claim, noun or "", parts)]
        if len(parts) >= _LEAST and wholes:
            yield from _verdict(case, parts, _closed(wholes), bool(_ALL.search(text) or _NOT_KNOWN.search(text)))
        elif not noun:
            found = [claim for claim in counts if claim.sentence_span == span]
            yield from _of_these(case, found) if _OPENS_BARE.match(text) else _by_place(case, found)


def _of_these(case: Case, parts: Sequence[Claim]) -> Iterator[Finding]:
    """Parts of the one count of the sentence before, "of these", that miss it as a slip of the pen would have it."""
    told = [claim for claim in sentence_before(case, parts[0]) if claim.kind == "count" and not isinstance(claim.value, tuple)]
    if len(parts) < _LEAST or len(told) != 1 or any(claim.change for claim in (*parts, *told)) or _agree(parts, told[0]):
        return
    made = sum(map(middle, parts), Decimal(0))
    found = shape(told[0], evolve(told[0], value=str(made)))
    if found == "order" or (made > middle(told[0]) and (found == "near" or apart(case, told[0], parts))):
        yield inconsistent(
            _NAME, parts[-1], [*parts[:-1], told[0]], _said(parts, told[0]), "error" if apart(case, told[0], parts) else "warning"
        )


def _by_place(case: Case, parts: Sequence[Claim]) -> Iterator[Finding]:
    """A list of places whose numbers nearly make that of the sentence before: "27 died ... 12 in A, eight in B, nine in C"."""
    told = [claim for claim in sentence_before(case, parts[0]) if claim.kind == "count" and claim.measure == parts[0].measure]
    if len(parts) < _PLACES or parts[0].measure is None or len(told) != 1 or any(claim.links for claim in (*parts, *told)):
        return
    whole, made = told[0], sum(map(middle, parts), Decimal(0))
    one_story = all(claim.measure == whole.measure and claim.as_of == whole.as_of and claim.change is None for claim in (*parts, whole))
    slipped = shape(whole, evolve(whole, value=str(made))) in ("near", "order") or abs(made - middle(whole)) <= _NEAR
    other = any(claim.measure == whole.measure and middle(claim) == made for claim in case.claims if claim.kind == "count")
    if one_story and slipped and not other and not _agree(parts, whole) and apart(case, whole, parts):
        yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], _said(parts, whole), "warning")


def _said(parts: Sequence[Claim], whole: Claim) -> str:
    *most, last = [written(part) for part in parts]
    made = sum(map(middle, parts), Decimal(0))
    return f"{', '.join(most)} and {last} make {number(f'{made:f}')}, the text has {whole.surface}"


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
    return (behind[1], first.span[0] - first.sentence_span[0]) if behind else (None, 0)


def _parts(case: Case, start: int, end: int) -> list[Claim]:
    """The figures of a stretch of text that may be parts: plain counts, and the number of those whose age is not known."""
    found = [claim for claim in case.claims if start <= claim.span[0] < end and not isinstance(claim.value, tuple)]
    text = case.document.text
    return [claim for claim in found if claim.kind == "count" or (claim.kind == "age" and _NOT_KNOWN.match(text, claim.span[1] + 1))]


def _is_whole(claim: Claim, noun: str, parts: Sequence[Claim]) -> bool:
    """Whether a count is one of what the parts are parts of: the same noun, or the same statistic for "the dead"."""
    if not parts or claim.change is not None or any(link.role in ("part_of", "some_of") for link in claim.links):
        return False
    one = units.singular(noun)
    measures = {part.measure for part in parts if part.kind == "count"}
    same = claim.counted == one or (len(measures) == 1 and claim.measure is not None and claim.measure in measures)
    return same and middle(claim) >= max(map(middle, parts))


def _verdict(case: Case, parts: Sequence[Claim], wholes: Sequence[Claim], complete: bool) -> Iterator[Finding]:
    made = sum(map(middle, parts), Decimal(0))
    whole = wholes[-1]
    said = _said(parts, whole)
    if any(_agree(parts, other) for other in wholes):
        if complete:
            yield consistent(_NAME, whole, parts, said)
    elif complete or (apart(case, whole, parts) and all(made > middle(other) and bounds(other).high is not None for other in wholes)):
        yield inconsistent(_NAME, parts[-1], [*parts[:-1], whole], said)


def _agree(parts: Sequence[Claim], whole: Claim) -> bool:
    counted = [part for part in parts if part.kind == "count"]
    exact = sum((middle(part) for part in parts if part.kind != "count"), Decimal(0))
    limit, *made = as_one(whole, *counted, counted=True)
    total = made[0]
    for part in made[1:]:
        total = intervals.plus(total, part)
    return intervals.agree(intervals.plus(total, Interval(str(exact), str(exact), total.unit)), limit)

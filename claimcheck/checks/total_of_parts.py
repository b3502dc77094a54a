"""Do the parts make the total?

What it asks. Only where the sentence says that the parts are all there is: "64 passengers and a crew of 5, 69 people
in all", "nine guests, five men and four women", "of which 59 were sold and the remaining 32 were scrapped". Parts
behind "including" need not be all; they may not exceed the whole if nobody can belong to two of them, and must fill it
if together they leave nobody out (men and women of adults, for and against where nobody abstained).

Why it matters. A total and its parts often come from two sources, or one of them is updated and the other is not.

An example that speaks:

    The tram left with 64 passengers and a crew of 5, 79 people in all.   -> inconsistent: 64 and 5 make 69

An example that is silent:

    At least 50 climbers, including 12 women and six guides, were rescued.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache, reduce
from itertools import combinations

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import amount, as_one, bounds, middle, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._links import linked, parts
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import partitions
from claimcheck.vocabulary import table

_NAME = "total-of-parts"
_PREPOSITIONS = ("in", "at", "from", "on", "aboard", "inside", "near")
_NOBODY_ABSTAINED = re.compile(r"\b(?:no|none|nobody|without|not one)\b[^,;]{0,40}\babst", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_END = re.compile(r"[,;:.()]|\d|\band\b")
_SIGHT, _WORDS = 80, 8


def check(case: Case) -> Iterator[Finding]:
    """A finding for every total with its parts, and for every whole whose parts exceed it or fail to fill it."""
    for total, found in linked(case, "total_of"):
        yield _verdict(total, found["total_of"])
    for whole, group in _groups(case):
        if not _apart(case, group):
            continue
        if _complete(case, group):
            yield _verdict(whole, group)
        elif _make(group) > middle(whole) and not intervals.agree(_sum(map(bounds, group)), bounds(whole)):
            yield inconsistent(_NAME, whole, group, _said(whole, group))


def _verdict(total: Claim, group: Sequence[Claim]) -> Finding:
    said = _said(total, group)
    if not intervals.agree(_sum(map(bounds, group)), bounds(total)):
        return inconsistent(_NAME, total, group, said)
    whole, *made = as_one(total, *group, counted=True)
    if not intervals.agree(_sum(made), whole):
        return inconsistent(_NAME, total, group, said, "warning")
    return consistent(_NAME, total, group, said, rounding=_make(group) != middle(total))


def _said(total: Claim, group: Sequence[Claim]) -> str:
    *most, last = [written(part) for part in group]
    return f"{', '.join(most)} and {last} make {amount(_make(group), total)}, the text says {total.surface}"


def _sum(parts: Iterable[Interval]) -> Interval:
    return reduce(intervals.plus, parts)


def _make(group: Sequence[Claim]) -> Decimal:
    return sum(map(middle, group), Decimal(0))


def _groups(case: Case) -> Iterator[tuple[Claim, Sequence[Claim]]]:
    """Wholes of two or more parts that the text names as parts only."""
    groups: dict[str, tuple[Claim, list[Claim]]] = {}
    for part, whole in parts(case):
        groups.setdefault(whole.id, (whole, []))[1].append(part)
    return ((whole, group) for whole, group in groups.values() if len(group) > 1)


def _apart(case: Case, group: Sequence[Claim]) -> bool:
    """Whether nobody can belong to two of the parts: men and women, those in the north and those in the south, for and against."""
    nouns = [part.counted or "" for part in group]
    described = [_behind(case, part) for part in group]
    sorts = [next(filter(partitions.known, (noun, *words)), "") for noun, words in zip(nouns, described, strict=True)]
    if all(partitions.disjoint(a, b) for a, b in combinations(sorts, 2)):
        return True
    leads = {next((word for word in words if word in _PREPOSITIONS), "") for words in described}
    return _opposed(described) or (len(leads) == 1 and leads != {""} and len(set(nouns)) == 1)


def _complete(case: Case, group: Sequence[Claim]) -> bool:
    """Whether the parts leave nobody out: together they are all there is of their kind, or one is the other's opposite.

    Votes for and against leave out who abstained, unless the sentence says that nobody did.
    """
    if partitions.complete([part.counted or "" for part in group]):
        return True
    described = [_behind(case, part) for part in group]
    if len(group) != 2 or not _opposed(described):
        return False
    return not any("against" in words for words in described) or bool(_NOBODY_ABSTAINED.search(group[0].sentence))


def _behind(case: Case, part: Claim) -> list[str]:
    """The words that describe a part: those behind it, up to the next figure or mark."""
    text = case.document.text[part.number_span[1] : part.number_span[1] + _SIGHT].lower()
    return _WORD.findall(_END.split(text, maxsplit=1)[0])[:_WORDS]


def _opposed(described: Sequence[Sequence[str]]) -> bool:
    """Whether some two descriptions hold a word and its opposite."""
    return any((x, y) in _opposites() for a, b in combinations(described, 2) for x in a for y in b)


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(row["word"], row["opposite"]) for row in table("opposites")]
    return frozenset(pairs + [(b, a) for a, b in pairs])

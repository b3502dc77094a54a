"""Words by which prose tells the statistic of a table: "laid out for 12,000" of a capacity, "a permitted 1.5" of a limit.

What somebody has set (a limit, a target, a capacity) is told by such a word alone; of other statistics it is only a hint.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.comparing.clauses import clause
from claimcheck.comparing.known_words import stated_words
from claimcheck.comparing.likeness import is_of_inhabitants
from claimcheck.comparing.names import stems
from claimcheck.comparing.row_measures import akin_statistics, same_measure
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Claim, Row
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table

_DEFINITE = re.compile(
    r"\b(?:[Tt]he|[Tt]hat|[Tt]hose|[Ii]ts|[Tt]heir|[a-z]+['’]s?) "
    r"(?:full |whole |entire |same |old |former |original |current |now )?$"
)
_BEFORE = 24
_PHYSICAL = ("length", "area")
SAME = 2
"""Points for a figure of a row's own statistic."""
_NEAR = 8
"""Words on either side of a figure among which what was set is told."""


def measure_points(claim: Claim, row: Row) -> int:
    """3 where it was set and is told so, or what is counted is called just so ("62 seismic stations"), 2 for the row's statistic, 1 for a
    word of it, -1 where it is known to be another one.
    """
    known, own = statistics(row.measure), akin_statistics(claim.measure)
    if claim.kind in _PHYSICAL and same_measure(claim, row).verdict == "clash":
        return -1
    named = stems(row.measure) if claim.kind == "count" and stems(row.measure) <= stems(claim.noun) else frozenset()
    if is_told_as_set(claim, row) or len(named) > 1:
        return SAME + 1
    if own & known or is_of_inhabitants(claim, row) or named:
        return SAME
    told = min(told_words(claim, row), SAME)
    if not told and known and statistics(claim.measure) and "measure" not in claim.inherited:
        return -1
    return max(told, int(bool(stated_words(claim, row))))


def is_spelled_out(claim: Claim, row: Row) -> bool:
    """Whether a sentence has all the words of a row's measure, two at least: "a reserve fund that holds $3.1 billion"."""
    words = stems(row.measure)
    return len(words) > 1 and words <= stems(claim.sentence)


def told_words(claim: Claim, row: Row) -> int:
    """How many words of a row's measure the words by a figure tell, in other words perhaps.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "City Ferries", "daily passengers", "count", "8200", "count", None, None, None)
    >>> [told_words(cc.extract(text)[0], row) for text in ("The boats carried 8,200 people a day.", "It has 8,200 trees.")]
    [2, 0]
    """
    said = _said(clause(claim))
    return sum(bool(wordings & said) for wordings in _tellings(row.measure))


def is_told_as_set(claim: Claim, row: Row) -> bool:
    """Whether a row is of what somebody set, and a word near a figure tells so: "the bar of 4 percent" for a threshold.

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Sarmia", "entry threshold", "percent", "4", "percent", None, None, None)
    >>> [is_told_as_set(cc.extract(text)[0], row) for text in ("They missed the bar of 4 percent.", "They won 4 percent.")]
    [True, False]
    """
    start, end = (place - claim.sentence_span[0] for place in claim.span)
    before, behind = claim.sentence[: max(0, start)].split()[-_NEAR:], claim.sentence[max(0, end) :].split()[:_NEAR]
    said = _said(f"{' '.join(before)} ; {claim.surface.rpartition('-')[2]} ; {' '.join(behind)}")
    return any(wordings & said for wordings in _settings(row.measure))


def is_definite(claim: Claim) -> bool:
    """Whether a figure is told as one that is known: "the 1,200 agreed", "the chamber's 181".

    >>> import claimcheck as cc
    >>> [is_definite(cc.extract(text)[0]) for text in ("Of the 94, two are back.", "It took 94.")]
    [True, False]
    """
    start = claim.span[0] - claim.sentence_span[0]
    return start > 0 and _DEFINITE.search(claim.sentence, max(0, start - _BEFORE), start) is not None


@lru_cache(maxsize=1024)
def _said(text: str) -> frozenset[str]:
    """The wordings of the told_measures table in a text."""
    tokens, found = cut(text), set()
    for at in range(len(tokens)):
        match = _lexicon().at(tokens, at)
        if match is not None:
            found.add(match[1])
    return frozenset(found)


@cache
def _lexicon() -> Phrases[str]:
    return Phrases((wording, wording) for row in table("told_measures") for wording in row["wordings"].split("|"))


@lru_cache(maxsize=4096)
def _tellings(measure: str) -> tuple[frozenset[str], ...]:
    return tuple(_wordings(row) for row in table("told_measures") if _words(measure) & frozenset(row["measure"].split("|")))


@lru_cache(maxsize=4096)
def _settings(measure: str) -> tuple[frozenset[str], ...]:
    return tuple(_wordings(row) for row in table("told_measures") if row["set"] and _words(measure) & frozenset(row["measure"].split("|")))


def _words(measure: str) -> frozenset[str]:
    return stems(measure) | frozenset(measure.lower().split())


def _wordings(row: dict[str, str]) -> frozenset[str]:
    return frozenset(row["wordings"].split("|"))

"""What stands around a figure that equals a row of a table of one story: another figure of the same subject, its year, its name.

Prose tells another event in half a sentence: "Tenby, where 52 were held", "all 29 came up after 47 days". No word says the statistic, but
the digits, the name and the company they keep leave hardly another reading among the few rows of a desk's table. Each is worth points; the
points are conventions of this project.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve

from claimcheck import days
from claimcheck.comparing.clauses import clause, cues
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.figures import digits_of, is_specific, significant
from claimcheck.comparing.known_words import stated_words
from claimcheck.comparing.likeness import is_exchanged, is_of_inhabitants
from claimcheck.comparing.names import groups_of, kinship, names, rest, shared, stems
from claimcheck.comparing.row_figures import is_bare
from claimcheck.comparing.row_measures import akin_statistics, is_of_something_else, is_rise_of_prices, same_measure
from claimcheck.comparing.rows import actual
from claimcheck.comparing.sentence_names import as_prose, named_in, subject_names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Claim, Row

ENOUGH, LIKELY, CERTAIN = 4, 5, 6
"""Points from which an equal figure is the row's own, from which it may be called out of date, and one of exchanged digits wrong."""
_RARE = 2
"""Sentences up to which a story only mentions a name in passing, so that a figure beside it is its own."""
_LONG = 5
"""Sentences from which a story is long enough to mention anything in passing."""
_SAME, _NAMED, _SIBLING = 2, 2, 3
_STORY = 8
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_PEOPLE = "person"
_MONTH = len("2025-06")
_PHYSICAL = ("length", "area")
_PAST = re.compile(
    r"\b(?:from|until|till|than|against|old|former|formerly|previous|previously|earlier|once|was|were|had|been|then|ago|before"
    r"|used to|instead of|opened|began|started|last (?!of|to)\w+|at the (?:end|start|beginning|time))\b",
    re.IGNORECASE,
)
"""What tells that a figure is of an earlier day."""


def company(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> int:
    """Points for a figure's being a row's own; 0 where nothing but its digits says so, or something speaks against it.

    A point for each digit behind the first (two at most), for a unit, for the row's year in the sentence, and for the subject somewhere in
    the story; two for it in the sentence, and one more where the story names it in passing; three for another figure of its subject in
    the sentence, one for another of its measure; two for its statistic, one for a word of it or for people where it counts. `peers` are
    the other rows of the table.

    >>> import claimcheck as cc
    >>> rows = [Row("t", 1, "Tenby mine", m, k, v, u, "2010-10-13", None, None) for m, k, v, u in
    ...         (("rescued", "count", "29", "count"), ("time trapped", "duration", "47", "day"))]
    >>> text = "Here nobody hopes. At Tenby all 29 came up after 47 days."
    >>> company(cc.extract(text)[0], rows[0], rows[1:], text)
    6
    """
    if row.kind == "date" or not isinstance(row.value, str) or _is_of_another_time(claim, row) or _is_change(claim, row):
        return 0
    year, beside, subject = _is_of_its_year(claim, row), _beside(claim, row, peers), _subject(claim, row, story)
    beside = min(beside, 1) if subject == 0 else beside
    measure, long = _measure(claim, row), len(_names_by_sentence(story)) > _LONG
    if measure <= 0 and max(subject, beside) < _SIBLING and not (long and is_specific(claim)) and _says_otherwise(claim, row, measure):
        return 0
    measure = max(measure, int(row.kind == "count" and _are_people(claim)))
    digits = min(significant(claim) - 1, 2)
    if not (subject or beside or year) or not (digits or (measure == _SAME and subject + beside >= _SIBLING)):
        return 0
    return digits + int(claim.kind != "count" and not is_bare(claim)) + measure + subject + beside + int(year)


def is_turned(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether a figure is a row's but for two digits that are exchanged, and no row has it as it is: 386 dead at Tenby for 368.

    The subject must be named in the sentence in passing, or another figure of it stand there; of two digits the statistic too.
    """
    if any(other.value == claim.value for other in peers) or not isinstance(row.value, str) or claim.qualifier != "exact":
        return False
    points = company(evolve(claim, value=row.value), row, peers, story)
    near = _subject(claim, row, story) == _SIBLING or _beside(claim, row, peers) == _SIBLING
    named = _measure(claim, row) == _SAME and _subject(claim, row, story) >= _NAMED
    return points >= CERTAIN - 1 and (near or named) and is_exchanged(claim, row, points if named else CERTAIN - 1)


def _is_change(claim: Claim, row: Row) -> bool:
    """Whether a figure is a change, and no inflation that is told as one: "prices rose 4 percent"."""
    return claim.change is not None and not is_rise_of_prices(claim, row.measure)


def _is_of_another_time(claim: Claim, row: Row) -> bool:
    """Whether a figure is a plan's, a forecast's, or of a day that the sentence calls long past."""
    return actual(claim, row).verdict == "clash" or cues("back then").search(claim.sentence) is not None


def _says_otherwise(claim: Claim, row: Row, measure: int) -> bool:
    """Whether words by a figure tell another quantity: another statistic, another thing that is counted, a length that may be any."""
    another = claim.kind == "count" and claim.noun is not None and claim.noun in claim.surface and not _are_people(claim)
    any_length = claim.kind in _PHYSICAL and not is_specific(claim)
    return measure < 0 or another or any_length or is_of_something_else(claim, row)


def is_of_the_present(claim: Claim, row: Row, newer: Sequence[Row]) -> bool:
    """Whether a text tells an earlier row's figure as if it still held: no word of the past, no month of its own, no newer figure beside.

    >>> import claimcheck as cc
    >>> days_of_rates = (("6.25", "2025-03-20"), ("5.5", "2025-06-12"))
    >>> old, new = (Row("t", 1, "Tarn Bank", "rate", "percent", v, "percent", d, None, None) for v, d in days_of_rates)
    >>> texts = ("Tarn Bank lends at 6.25 percent.", "It was 6.25 percent.")
    >>> [is_of_the_present(cc.extract(text, published="2025-07-01")[0], old, [new]) for text in texts]
    [True, False]
    """
    of_now = claim.as_of in (None, claim.said_on) or str(claim.as_of) >= str(newer[-1].as_of)
    if not of_now or _PAST.search(clause(claim)) or any(_is_told(claim, other) for other in newer):
        return False
    return days.MONTHS[int(str(row.as_of)[5:7] or 1) - 1] not in claim.sentence if len(str(row.as_of)) > len("2025") else True


def _measure(claim: Claim, row: Row) -> int:
    """2 for the row's statistic, 1 for a word of it, -1 where it is known to be another one."""
    known, own = statistics(row.measure), akin_statistics(claim.measure)
    if claim.kind in _PHYSICAL and same_measure(claim, row).verdict == "clash":
        return -1
    if own & known or is_of_inhabitants(claim, row) or (stems(row.measure) and stems(row.measure) <= stems(claim.noun)):
        return _SAME
    if known and statistics(claim.measure) and "measure" not in claim.inherited:
        return -1
    if stated_words(claim, row):
        return 1
    return 0


def _are_people(claim: Claim) -> bool:
    """Whether a count says that it counts people."""
    return claim.kind == "count" and any(kinship(group, _PEOPLE) != "apart" for group in groups_of(claim.noun))


def _beside(claim: Claim, row: Row, peers: Sequence[Row]) -> int:
    """3 where another figure of the row's subject stands in the sentence, 1 where one of its measure does."""
    told = [other for other in peers if other != row and _is_told(claim, other)]
    if any(other.entity == row.entity and other.measure != row.measure for other in told):
        return _SIBLING
    return int(any(other.measure == row.measure and other.entity != row.entity for other in told))


def _is_told(claim: Claim, row: Row) -> bool:
    """Whether the figure of a row, of two digits at least, stands in a claim's sentence beside the claim's own."""
    return row.kind != "date" and len(digits_of(row.value)) >= len("12") and stands_beside(claim, row)


def stands_beside(claim: Claim, row: Row) -> bool:
    """Whether the figure of a row is written out in a claim's sentence beside the claim's own."""
    if row.kind == "date" or not isinstance(row.value, str) or len(row.value) < len("12"):
        return False
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    whole = row.value.rstrip("0").rstrip(".") if "." in row.value else f"{int(row.value):,}"
    return re.search(rf"(?<![\d.,]){re.escape(whole)}(?![\d.,]*\d)", f"{claim.sentence[:start]} ; {claim.sentence[end:]}") is not None


def _is_of_its_year(claim: Claim, row: Row) -> bool:
    """Whether the year of a row stands in the sentence, and is not the story's own; for a row's own statistic its month will do."""
    if _is_of_its_month(claim, row):
        return True
    year = str(row.as_of)[:4] if row.as_of else None
    return year is not None and year != str(claim.said_on)[:4] and re.search(rf"\b{year}\b", claim.sentence) is not None


def _is_of_its_month(claim: Claim, row: Row) -> bool:
    """Whether a figure of a row's statistic is of its month, which the sentence names: inflation "in the year to October"."""
    month = str(row.as_of)[:_MONTH]
    own = len(month) == _MONTH and str(claim.as_of)[:_MONTH] == month and bool(akin_statistics(claim.measure) & statistics(row.measure))
    return own and days.MONTHS[int(month[-2:]) - 1] in claim.sentence


def _subject(claim: Claim, row: Row, story: str) -> int:
    """3 where the subject is named in the sentence and hardly elsewhere, 2 where it is there or called by its noun, 1 in the story."""
    subject = row.entity or row.place or row.event
    own = frozenset(name for name in subject_names(subject) if not name.isdigit())
    words = rest(as_prose(subject)) or own
    here = own & shared(own, _names_of(claim.sentence)) if own else frozenset()
    if here:
        sentences = _names_by_sentence(story)
        return 2 + (len(sentences) > _LONG and sum(bool(shared(here, found)) for found in sentences) <= _RARE)
    in_story = not own or named_share(row, claim, story) > 0
    head = frozenset(stem for stem in words if stem == _head(str(subject)))
    called = (words if words != own else head) or words
    return 2 if in_story and called <= shared(called, stems(claim.sentence)) else int(in_story)


def _head(subject: str) -> str:
    """The noun of a subject: "mission" of the Joint Monitoring Mission."""
    return next(iter(stems(subject.partition(" of ")[0].split()[-1])), "") if subject.split() else ""


@lru_cache(maxsize=256)
def _names_of(sentence: str) -> frozenset[str]:
    return frozenset(name for _, _, found in named_in(sentence) for name in found) | names(sentence)


@lru_cache(maxsize=_STORY)
def _names_by_sentence(story: str) -> tuple[frozenset[str], ...]:
    return tuple(map(_names_of, _SENTENCE.split(story)))

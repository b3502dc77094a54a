"""What stands beside a figure in its sentence and story: its row's subject, another figure of that subject, the row's year, the past."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from claimcheck import days
from claimcheck.comparing.clauses import clause, cues
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.figures import digits_of
from claimcheck.comparing.names import names, rest, shared, stems
from claimcheck.comparing.row_measures import akin_statistics, is_rise_of_prices
from claimcheck.comparing.rows import actual, same_change, told_by_a_forecast
from claimcheck.comparing.sentence_names import as_prose, named_in, subject_names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.comparing.told_measures import is_definite, told_words
from claimcheck.model import Claim, Row

NAMED, SIBLING = 2, 3
"""Points for a subject that is named in the sentence, and for one named there in passing or another figure of it there."""
LONG = 5
"""Sentences from which a story is long enough to mention anything in passing."""
_RARE = 2
"""Sentences up to which a story only mentions a name in passing, so that a figure beside it is its own."""
_STORY = 8
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_MONTH = len("2025-06")
_LONG_PAST = 365
"""Days before a story from which a row may itself be of the past that a sentence tells of."""
_BEHIND = re.compile(r"(?<=\w) (?:of|in|at|on|from|near|for|off|between) ")
"""What parts the noun of a subject from what only says where it is."""
PAST = re.compile(
    r"\b(?:from|until|till|than|against|old|former|formerly|previous|previously|earlier|once|was|were|had|been|then|ago|before"
    r"|used to|instead of|opened|began|started|last (?!of|to)\w+|at the (?:end|start|beginning|time))\b",
    re.IGNORECASE,
)
"""What tells that a figure is of an earlier day."""


def is_of_another_time(claim: Claim, row: Row) -> bool:
    """Whether a figure is a plan's, a forecast's, or of a day that the sentence calls long past, and the row of none.

    Of a figure that is told as known ("nobody will beat the 31,406") the plan is something else's.
    """
    if actual(claim, row).verdict == "clash" and not (is_definite(claim) and told_by_a_forecast(claim).verdict != "clash"):
        return True
    recent = claim.said_on is None or row.as_of is None or _days_between(row.as_of, claim.said_on) < _LONG_PAST
    return recent and cues("back then").search(clause(claim)) is not None


def is_change(claim: Claim, row: Row) -> bool:
    """Whether a figure is a change, and the row none: no inflation that is told as one ("prices rose 4 percent"), and no fall.

    What a grid loses is no change where the row is of its losses.
    """
    told = claim.change is None or is_rise_of_prices(claim, row.measure) or told_words(claim, row) > 0
    return not told and same_change(claim, row).verdict == "clash"


def beside_points(claim: Claim, row: Row, peers: Sequence[Row]) -> int:
    """3 where another figure of the row's subject stands in the sentence, 1 where one of its measure does."""
    told = [other for other in peers if other != row and is_told(claim, other)]
    if any(other.entity == row.entity and other.measure != row.measure for other in told):
        return SIBLING
    return int(any(other.measure == row.measure and other.entity != row.entity for other in told))


def is_told(claim: Claim, row: Row) -> bool:
    """Whether the figure of a row, of two digits at least, stands in a claim's sentence beside the claim's own."""
    return row.kind != "date" and len(digits_of(row.value)) >= len("12") and stands_beside(claim, row)


def stands_beside(claim: Claim, row: Row) -> bool:
    """Whether the figure of a row is written out in a claim's sentence beside the claim's own."""
    if row.kind == "date" or not isinstance(row.value, str) or len(row.value) < len("12"):
        return False
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    return is_written(row.value, f"{claim.sentence[:start]} ; {claim.sentence[end:]}")


def is_written(value: str, text: str) -> bool:
    """Whether a number stands in a text in digits."""
    whole = value.rstrip("0").rstrip(".") if "." in value else f"{int(value):,}"
    return re.search(rf"(?<![\d.,]){re.escape(whole)}(?![\d.,]*\d)", text) is not None


def is_of_its_year(claim: Claim, row: Row) -> bool:
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


def subject_points(claim: Claim, row: Row, story: str) -> int:
    """3 where the subject is named in the sentence and hardly elsewhere, 2 where it is there or called by its noun, 1 in the story."""
    subject = row.entity or row.place or row.event
    own = frozenset(name for name in subject_names(subject) if not name.isdigit())
    words = rest(as_prose(subject)) or own
    here = own & shared(own, _names_of(claim.sentence)) if own else frozenset()
    if here:
        sentences = names_by_sentence(story)
        return 2 + (len(sentences) > LONG and sum(bool(shared(here, found)) for found in sentences) <= _RARE)
    in_story = not own or named_share(row, claim, story) > 0
    head = frozenset(stem for stem in words if stem == _head(str(subject)))
    called = (words if words != own else head) or words
    return 2 if in_story and called <= shared(called, stems(claim.sentence)) else int(in_story)


def is_of_the_table(row: Row, peers: Sequence[Row]) -> bool:
    """Whether a row's subject is that of more than half of a table's rows, so that a story need not name it."""
    alike = sum(other.entity == row.entity for other in peers)
    return row.entity is not None and 2 * alike > len(peers) > 2


def _head(subject: str) -> str:
    """The noun of a subject: "mission" of the Joint Monitoring Mission, "line" of the front line in the valley."""
    return next(iter(stems(_BEHIND.split(subject)[0].split()[-1])), "") if subject.split() else ""


@lru_cache(maxsize=256)
def _names_of(sentence: str) -> frozenset[str]:
    return frozenset(name for _, _, found in named_in(sentence) for name in found) | names(sentence)


@lru_cache(maxsize=_STORY)
def names_by_sentence(story: str) -> tuple[frozenset[str], ...]:
    return tuple(map(_names_of, _SENTENCE.split(story)))


def _days_between(first: str, last: str) -> int:
    return (days.first_day(last) - days.last_day(first)).days

"""Is a figure a row's but for a slip of the pen? Two digits that changed places, or one that is wrong where nothing else can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck.comparing.beside import (
    NAMED,
    PAST,
    SIBLING,
    beside_points,
    is_change,
    is_of_another_time,
    is_of_its_year,
    is_written,
    stands_beside,
    subject_points,
)
from claimcheck.comparing.clauses import clause, cues, is_compared
from claimcheck.comparing.company import CERTAIN, company
from claimcheck.comparing.figures import digits_of, significant
from claimcheck.comparing.likeness import is_exchanged
from claimcheck.comparing.names import names, shared, stems
from claimcheck.comparing.narrowing import narrowed
from claimcheck.comparing.row_days import is_within_days
from claimcheck.comparing.row_figures import of_one_size
from claimcheck.comparing.rows import actual
from claimcheck.comparing.sentence_names import named_in, subject_names
from claimcheck.comparing.standing import TIME
from claimcheck.comparing.time import course
from claimcheck.comparing.told_measures import SAME, measure_points
from claimcheck.comparing.two_things import is_one_of_two
from claimcheck.comparing.unnamed_subjects import is_of_several, names_another
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.vocabulary import either

_MANY = 4
"""Digits from which two figures that differ by two exchanged ones are hardly two quantities."""
_TELLING = 2
"""Digits from which a figure tells whose it is."""
_PLAIN = ("exact", "approximate")
"""Hedges that leave a figure as it is."""
_YEAR = len("2025")
_LOOSE = frozenset(("rate", "level", "value"))
_MADE = re.compile(rf"\b(?:was|were) (?:{either('made for so many')}) ")
"""What tells what something could hold all its life: "was licensed for"."""


def is_turned(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether a figure is a row's but for a slip of the pen, and no row has it as it is: 386 dead at Tenby for 368.

    The subject must be named in the sentence in passing, or another figure of it stand there; of two digits the statistic too, and its
    name, its day or another figure of it. Where all of these stand there, or the figure is of what was set, any one digit may be wrong.
    A statistic that the table has of one subject alone need not name it.
    """
    if any(other.value == claim.value for other in peers) or not isinstance(row.value, str) or claim.qualifier not in _PLAIN:
        return False
    if stands_beside(claim, row) or _is_of_another_country(claim, row):
        return False
    if _is_of_nobody_else(claim, row, peers, story):
        return True
    if claim.qualifier != "exact":
        return False
    if _is_unmistakable(claim, row, story) or _is_tenfold(claim, row):
        return True
    points, subject = company(evolve(claim, value=row.value), row, peers, story), subject_points(claim, row, story)
    beside, own = beside_points(claim, row, peers) == SIBLING, measure_points(claim, row) >= SAME
    its_day = is_within_days(claim, row) and not _is_of_another_stretch(claim, row)
    dated = is_of_its_year(claim, row) or (claim.as_of != claim.said_on and its_day)
    if own and ((dated and beside) or _is_set(claim, row, peers, subject)) and _is_a_digit_off(claim, row):
        return True
    near, sure = beside or subject == SIBLING, own and (beside or dated or subject >= NAMED)
    return points >= CERTAIN - 1 and (near or sure) and is_exchanged(claim, row, CERTAIN if sure else CERTAIN - 1)


def _is_tenfold(claim: Claim, row: Row) -> bool:
    """Whether a figure that is told of a row's statistic and subject has all its digits, and is ten, a hundred or a thousand times it."""
    own, digits = subject_names(row.entity), digits_of(str(claim.value))
    if claim.unit != row.unit or len(digits) <= _TELLING or digits != digits_of(str(row.value)):
        return False
    named = bool(own) and not own - shared(own, names(claim.sentence))
    apart = abs(Decimal(str(claim.value)).adjusted() - Decimal(str(row.value)).adjusted())
    return named and 0 < apart <= len("000") and measure_points(claim, row) >= SAME and _is_plain(claim, row)


def is_misplaced(claim: Claim, row: Row, other: Row) -> bool:
    """Whether a figure that is told of a row's subject and day is that of another row, whose subject or year the sentence leaves out.

    >>> import claimcheck as cc
    >>> both = (("Orla", "4120"), ("Tenby", "917"))
    >>> orla, tenby = (Row("t", 1, name, "population", "count", value, "count", "2024", None, None) for name, value in both)
    >>> texts = ("Orla has 917 inhabitants.", "Orla and Tenby have 917 inhabitants.")
    >>> [is_misplaced(cc.extract(text)[0], orla, tenby) for text in texts]
    [True, False]
    """
    if (other.measure, other.unit, other.value) != (row.measure, row.unit, claim.value) or significant(claim) < _TELLING:
        return False
    here, own = names(claim.sentence), subject_names(row.entity)
    if stands_beside(claim, row) or not own or own - shared(own, here) or not _is_plain(claim, row):
        return False
    if other.entity != row.entity:
        return other.as_of == row.as_of and not shared(subject_names(other.entity) - own, here)
    dated = claim.as_of != claim.said_on and is_within_days(claim, row) and not is_within_days(claim, other)
    return dated and str(other.as_of)[:_YEAR] not in claim.sentence


def _is_plain(claim: Claim, row: Row) -> bool:
    """Whether a figure is said to be of a row's statistic, and of no part, plan, change or other time of it."""
    if is_change(claim, row) or is_of_another_time(claim, row) or is_one_of_two(claim) or is_compared(claim):
        return False
    said = measure_points(claim, row) >= (SAME if significant(claim) == _TELLING else 1)
    plain = claim.qualifier == "exact" and narrowed(claim, row) is None
    return said and plain and not _is_of_another_stretch(claim, row)


def _is_of_nobody_else(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether digits are exchanged of a statistic that the table has of one subject only, which the story is about.

    What grows by the day may come to have them so; two digits of what moves little tell only where the move would be too great.
    """
    if not is_exchanged(claim, row, CERTAIN) or measure_points(claim, row) < SAME or subject_points(claim, row, story) == 0:
        return False
    if course(claim, claim) == "grows" or is_compared(claim) or is_change(claim, row) or is_of_another_time(claim, row):
        return False
    if is_of_several(row, peers) or names_another(claim, row, peers) or narrowed(claim, row) is not None or is_one_of_two(claim):
        return False
    said = _MADE.sub("", clause(claim))
    if PAST.search(said) or (_is_of_another_stretch(claim, row) and TIME.search(said)):
        return False
    return is_exchanged(claim, row, CERTAIN - 1) or is_within_days(claim, row) or not of_one_size(claim, row)


def _is_unmistakable(claim: Claim, row: Row, story: str) -> bool:
    """Whether so many digits are exchanged, of the row's day or by a word of its measure and its subject, that chance is no explanation."""
    if not is_exchanged(claim, row, CERTAIN - 1) or is_one_of_two(claim) or is_written(str(row.value), story):
        return False
    if is_change(claim, row) or is_of_another_time(claim, row) or _is_of_another_stretch(claim, row) or _may_be_of_a_part(claim, row):
        return False
    same_day = claim.as_of == row.as_of and claim.as_of != claim.said_on and significant(claim) >= _MANY
    owned = subject_names(row.entity) and subject_names(row.entity) <= names(claim.entity)
    subject, measure = NAMED if owned else subject_points(claim, row, story), measure_points(claim, row)
    return measure >= 0 and ((same_day and subject > 0) or (measure > 0 and subject >= NAMED))


def _may_be_of_a_part(claim: Claim, row: Row) -> bool:
    """Whether a word narrows a figure to a part of what the row counts; a part of a past year's count is not larger than the whole."""
    larger = claim.kind == "count" and is_of_its_year(claim, row) and Decimal(str(claim.value)) > Decimal(str(row.value))
    return not larger and narrowed(claim, row) is not None


def _is_of_another_country(claim: Claim, row: Row) -> bool:
    """Whether a sentence says that a figure is a country's that is not the row's: "In Peru inflation stands at 8.4 percent"."""
    whose = claim.entity or ""
    return "entity" not in claim.inherited and places.is_country(whose) and not shared(names(whose), subject_names(row.entity))


def _is_of_another_stretch(claim: Claim, row: Row) -> bool:
    """Whether a text names the time of a figure, and it is not the row's: another year, or half of the year."""
    if row.as_of is None or claim.as_of in (None, claim.said_on):
        return False
    told, year = claim.period, (f"{row.as_of}-01-01", f"{row.as_of}-12-31")
    of_a_part = told is not None and len(row.as_of) == _YEAR and (told.start, told.end) != year
    return of_a_part or not is_within_days(claim, row)


def _is_set(claim: Claim, row: Row, peers: Sequence[Row], subject: int) -> bool:
    """Whether a figure is of what somebody set, holds still, and is the only such thing in the table: "VAT stays at 22 percent"."""
    if not subject or is_compared(claim) or claim.change is not None or "measure" in claim.inherited:
        return False
    others = [name for start, end, _ in named_in(claim.sentence) if (name := claim.sentence[start:end].lower()) not in row.measure.lower()]
    if PAST.search(_MADE.sub("", clause(claim))) or (others and subject < NAMED):
        return False
    own, said = stems(row.measure) - _LOOSE, stems(clause(claim))
    kin = [stems(other.measure) for other in peers if other != row and other.unit == row.unit and stems(other.measure) & own]
    alone = all(own - other and own - other <= said for other in kin)
    return alone and cues("set by decision").search(row.measure) is not None and actual(claim, row).verdict == "agree"


def _is_a_digit_off(claim: Claim, row: Row) -> bool:
    """Whether a figure is a row's but for one digit: 98 for 88."""
    stated, given = str(claim.value), str(row.value)
    return claim.unit == row.unit and len(stated) == len(given) and sum(x != y for x, y in zip(stated, given, strict=True)) == 1

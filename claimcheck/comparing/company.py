"""What stands around a figure that equals a row of a table of one story: another figure of the same subject, its year, its name.

Prose tells another event in half a sentence: "Tenby, where 52 were held", "all 29 came up after 47 days". No word says the statistic, but
the digits, the name and the company they keep leave hardly another reading among the few rows of a desk's table. Each is worth points; the
points are conventions of this project.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import days
from claimcheck.comparing.beside import (
    LONG,
    PAST,
    SIBLING,
    beside_points,
    is_change,
    is_of_another_time,
    is_of_its_year,
    is_of_the_table,
    is_told,
    names_by_sentence,
    subject_points,
)
from claimcheck.comparing.clauses import clause
from claimcheck.comparing.figures import is_specific, significant
from claimcheck.comparing.names import groups_of, kinship
from claimcheck.comparing.row_figures import is_bare
from claimcheck.comparing.row_measures import is_of_something_else
from claimcheck.comparing.sentence_names import named_in
from claimcheck.comparing.told_measures import SAME, is_definite, is_spelled_out, measure_points
from claimcheck.model import Claim, Row

ENOUGH, LIKELY, CERTAIN = 4, 5, 6
"""Points from which an equal figure is the row's own, from which it may be called out of date, and one of exchanged digits wrong."""
_PEOPLE = "person"
_PHYSICAL = ("length", "area")


def company(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> int:
    """Points for a figure's being a row's own; 0 where nothing but its digits says so, or something speaks against it.

    A point for each digit behind the first (two at most), for a unit, for the row's year in the sentence, and for the subject somewhere in
    the story; two for it in the sentence, and one more where the story names it in passing; three for another figure of its subject in
    the sentence, one for another of its measure; two for its statistic (three for what was set), one for a word of it or for people where
    it counts; one where it is told as known ("the 94"). `peers` are the other rows of the table.

    >>> import claimcheck as cc
    >>> rows = [Row("t", 1, "Tenby mine", m, k, v, u, "2010-10-13", None, None) for m, k, v, u in
    ...         (("rescued", "count", "29", "count"), ("time trapped", "duration", "47", "day"))]
    >>> text = "Here nobody hopes. At Tenby all 29 came up after 47 days."
    >>> company(cc.extract(text)[0], rows[0], rows[1:], text)
    7
    """
    if row.kind == "date" or not isinstance(row.value, str) or is_of_another_time(claim, row) or is_change(claim, row):
        return 0
    year, beside, measure = is_of_its_year(claim, row), beside_points(claim, row, peers), measure_points(claim, row)
    subject = subject_points(claim, row, story) or int(measure > 0 and is_of_the_table(row, peers))
    beside = min(beside, 1) if subject == 0 and not year else beside
    long = len(names_by_sentence(story)) > LONG
    if measure <= 0 and max(subject, beside) < SIBLING and not (long and is_specific(claim)) and _says_otherwise(claim, row, measure):
        return 0
    measure = max(measure, int(row.kind == "count" and _are_people(claim)))
    digits, has_unit, known = min(significant(claim) - 1, 2), claim.kind != "count" and not is_bare(claim), is_definite(claim)
    own = not named_in(claim.sentence) and (measure > SAME or (measure == SAME and is_spelled_out(claim, row)))
    tied = subject or beside or year or own or (digits == SAME and claim.kind == "money" and known)
    if not tied or not (digits or (measure >= 1 and subject + beside >= SIBLING) or measure > SAME):
        return 0
    return digits + int(has_unit) + measure + subject + beside + int(year) + int(known)


def is_pinned(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether the company of a figure leaves no other row, whatever it counts and whoever is named: its subject's other figure stands
    beside, or its year and the subject in passing, or its year and three digits of what is not counted as another thing."""
    if beside_points(claim, row, peers) == SIBLING:
        return True
    return is_of_its_year(claim, row) and (subject_points(claim, row, story) == SIBLING or (is_specific(claim) and claim.noun is None))


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
    if not of_now or PAST.search(clause(claim)) or any(is_told(claim, other) for other in newer):
        return False
    return days.MONTHS[int(str(row.as_of)[5:7] or 1) - 1] not in claim.sentence if len(str(row.as_of)) > len("2025") else True


def _are_people(claim: Claim) -> bool:
    """Whether a count says that it counts people."""
    return claim.kind == "count" and any(kinship(group, _PEOPLE) != "apart" for group in groups_of(claim.noun))

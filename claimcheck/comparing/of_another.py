"""What tells that a figure which equals a row's by its digits is of something else: what it counts, or whom its sentence is about."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.comparing.figures import is_specific
from claimcheck.comparing.known_words import stated_words
from claimcheck.comparing.likeness import is_of_inhabitants
from claimcheck.comparing.names import groups_of, kinship, shared, stems
from claimcheck.comparing.row_measures import akin_statistics, is_of_something_else
from claimcheck.comparing.sentence_names import names_in, subject_names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.comparing.told_measures import told_words
from claimcheck.model import Claim, Row

_PEOPLE = "person"


def is_of_another(claim: Claim, row: Row, peers: Sequence[Row]) -> bool:
    """Whether a figure that is not said to be of a row's statistic counts another thing, or stands by another subject of the table.

    Three digits beside the row's own subject are taken for the row's whatever they count: "Orla, with its 1,460 posts".

    >>> import claimcheck as cc
    >>> rows = [Row("t", 1, n, "deaths", "count", v, "count", None, None, None) for n, v in (("Orla Bridge", "236"), ("Tenby", "90"))]
    >>> texts = ("There were 236 of them.", "Then 236 chairs were set up.", "At Tenby, 236 died.", "In Tenby it took 236 people.")
    >>> [is_of_another(cc.extract(text)[-1], rows[0], rows) for text in texts]
    [False, True, False, True]
    """
    if akin_statistics(claim.measure) & statistics(row.measure) or is_of_inhabitants(claim, row):
        return False
    here = names_in(claim.sentence)
    if is_of_something_else(claim, row) or _is_by_another_subject(here, row, peers):
        return True
    return not (is_specific(claim) and shared(_names(row), here)) and _counts_another_thing(claim, row)


def _counts_another_thing(claim: Claim, row: Row) -> bool:
    """Whether a count names what it counts, and that is neither people as such nor anything that the row speaks of."""
    if claim.kind != "count" or claim.noun is None or claim.noun not in claim.surface or stated_words(claim, row) or told_words(claim, row):
        return False
    given = groups_of(claim.noun)
    wanted = groups_of(row.measure) | groups_of(row.entity)
    if shared(stems(claim.noun), stems(f"{row.measure} {row.entity}")) or any(kinship(x, y) != "apart" for x in given for y in wanted):
        return False
    return not any(group == _PEOPLE or kinship(group, _PEOPLE) == "same" for group in given)


def _is_by_another_subject(here: frozenset[str], row: Row, peers: Sequence[Row]) -> bool:
    """Whether names of a sentence are those of another subject of the table, and none is the row's."""
    own = _names(row)
    if not own or shared(own, here):
        return False
    return any(other.entity != row.entity and shared(_names(other) - own, here) for other in peers)


def _names(row: Row) -> frozenset[str]:
    return frozenset(name for name in subject_names(row.entity or row.place or row.event) if not name.isdigit())

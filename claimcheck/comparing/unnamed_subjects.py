"""Figures of a story's own subject, which their sentence does not name: "inflation eased to 4.2 percent", "the airline has 29 aircraft".

Where the story is about a row's subject, no other name stands by the figure, and the table has that statistic of nobody else, nobody else
can be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck import days
from claimcheck.comparing.another_figure import may_be_another
from claimcheck.comparing.clauses import clause, cues, is_compared
from claimcheck.comparing.labels import moved_to
from claimcheck.comparing.names import names, shared, stems
from claimcheck.comparing.row_days import is_within_days
from claimcheck.comparing.row_figures import of_one_size
from claimcheck.comparing.rows import Match
from claimcheck.comparing.sentence_names import named_in, names_in, subject_names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.vocabulary import word_set


def is_of_the_subject(claim: Claim, row: Row, match: Match, series: Sequence[Row], peers: Sequence[Row], story: str) -> bool:
    """Whether a figure of a row's statistic can only be of the row's subject, though its sentence does not name it.

    `series` are the row's, `peers` all rows of a table of few, `story` is the whole text. The row must be of the figure's size.

    >>> import claimcheck as cc
    >>> from claimcheck.comparing.rows import speaks_of
    >>> row = Row("t", 1, "Sarmia", "inflation rate", "percent", "4.8", "percent", "2026-01-31", None, None)
    >>> text = "Sarmia is no cheap place. Though {} eased to 4.2 percent in January, bread is dear."
    >>> claims = [cc.extract(text.format(what), published="2026-02-20", title="Sarmia")[0] for what in ("inflation", "inflation in Peru")]
    >>> [is_of_the_subject(claim, row, speaks_of(claim, row), [row], [row], text) for claim in claims]
    [True, False]
    """
    if (
        match.part is not None
        or claim.qualifier != "exact"
        or is_compared(claim)
        or claim.status == "suspected"
        or claim.change is not None
    ):
        return False
    answers = {answer.test: answer.verdict for answer in match.answers}
    whom = answers.pop("whom", "clash")
    if answers.get("measure") != "agree" or {"entail", "clash"} & {*answers.values()}:
        return False
    if whom != "entail" and (whom != "unknown" or not _is_all_there_is(claim, row, peers, story)):
        return False
    if "measure" in claim.inherited or cues("plan").search(claim.sentence) or _is_of_an_odd_day(claim, row):
        return False
    if not any(_is_of_its_time(claim, other) for other in series):
        return False
    if is_of_several(row, peers) or names_another(claim, row, peers) or may_be_another(claim, row):
        return False
    return of_one_size(claim, row)


def _is_of_an_odd_day(claim: Claim, row: Row) -> bool:
    """Whether a figure is of the busiest day, or a typical one, of which the row says nothing."""
    said = frozenset(clause(claim).lower().split())
    return bool(said & word_set("of a day unlike others") - frozenset(row.measure.lower().split()))


def _is_all_there_is(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether a table is of one subject, which the story names, and the figure has no other."""
    own = subject_names(row.entity)
    if not own or any(other.entity != row.entity for other in peers) or shared(own, names_in(story)) != own:
        return False
    return all(shared(own, names(said)) == names(said) for said in (claim.entity, claim.place))


def _is_of_its_time(claim: Claim, row: Row) -> bool:
    """Whether a figure of a day that a text names, or to which something was moved, is of the row's day."""
    named = claim.as_of not in (None, claim.said_on) or moved_to(claim) is not None
    return not named or row.as_of is None or is_within_days(claim, row) or (moved_to(claim) is not None and _names_day(claim, row))


def _names_day(claim: Claim, row: Row) -> bool:
    """Whether a sentence names the day of a row, so that the move it tells is the row's."""
    day = days.first_day(str(row.as_of))
    return f"{days.MONTHS[day.month - 1]} {day.day}" in claim.sentence or f"{day.day} {days.MONTHS[day.month - 1]}" in claim.sentence


def is_of_several(row: Row, peers: Sequence[Row]) -> bool:
    """Whether a table has a statistic of more than one subject."""
    own = statistics(row.measure) or stems(row.measure)
    others = (other for other in peers if other.entity != row.entity and other.kind == row.kind)
    return any(own & (statistics(other.measure) or stems(other.measure)) for other in others)


def names_another(claim: Claim, row: Row, peers: Sequence[Row]) -> bool:
    """Whether a sentence names a country or another subject of the table, or the words right by the figure any name but the row's."""
    own = subject_names(row.entity or row.place) | names(row.place)
    source = subject_names(claim.attribution.source if claim.attribution else None)
    others = frozenset[str]().union(*(subject_names(other.entity) for other in peers)) - own
    here = names_in(claim.sentence)
    if shared(others, here) or any(places.is_country(name) for name in here - own - source):
        return True
    before, _, behind = clause(claim).partition(" ; ")
    near = f"{before.rpartition(', ')[2]} ; {behind}"
    return any(not shared(own | source, found) for _, _, found in named_in(near) if found)

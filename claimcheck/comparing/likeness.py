"""Is an equal figure the row's own? Where a sentence leaves out subject or statistic, the story and the digits tell.

Prose names a thing once and then says "the blaze", "the 2021 figure", "it". A figure that equals a row's is most likely the row's own where
enough speaks for it: many digits, a unit, the day, a word of the statistic, and a subject that the story names. Each is worth a point or
two; the points are conventions of this project. What is found so can only bear a figure out, or show two of its digits exchanged.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from claimcheck import days
from claimcheck.comparing.clauses import clause, without_asides
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.figures import are_exchanged, as_precise, digits_of, is_specific, significant
from claimcheck.comparing.known_words import stated_words
from claimcheck.comparing.names import groups_of, names, rest, shared, stems
from claimcheck.comparing.narrowing import narrowed
from claimcheck.comparing.row_figures import is_bare
from claimcheck.comparing.row_measures import akin_statistics, is_of_something_else
from claimcheck.comparing.row_subjects import same_subject, spelled_out
from claimcheck.comparing.rows import Match, actual, same_change, same_kind, told_by_a_forecast
from claimcheck.comparing.scope import Answer
from claimcheck.comparing.sentence_names import as_prose, subject_names
from claimcheck.comparing.statistic_words import content, statistics, telling, terms
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.vocabulary import either

ENOUGH, HEDGED, CERTAIN = 4, 5, 6
"""Points from which an equal figure is the row's own, one that agrees only by its hedge, and one of two digits that are exchanged."""
_TOLD_BY_UNIT = ("length", "area", "volume", "mass", "magnitude", "energy", "power")
"""Kinds of which a story has few figures, so that the unit tells as much as a word would."""
_INHABITANTS, _PEOPLE = "population", "person"
_INHABITANT = frozenset(("resident", "inhabitant"))
_A_PLACE_OF = re.compile(rf"\b(?:{either('kinds of place')}) of (?:[a-z]+ ){{0,3}}$")
_BEFORE = 40
_LEAST_DIGITS = 3
_HUNDRED, _TOWN = 100, 1000
_SAME = 2
"""Points where claim and row are of one statistic."""
_STORY = 8


def likeness(claim: Claim, row: Row, match: Match, story: str, few: bool = False) -> int:
    """Points for a claim's being about a row's quantity, 0 where something speaks against it. `story` is the whole text.

    A point each for three digits (two) or two, a unit, the row's own day, the subject somewhere in the story (two: in the sentence), a
    word of the statistic (two: the statistic itself) and a table of `few` rows; one less where a word narrows it (see
    claimcheck.comparing.narrowing). Among few rows a part of the subject's name will do, and digits where no word tells the statistic.
    """
    row = spelled_out(row)
    tests = (same_kind(claim, row), _same_change(claim, row, few), same_subject(claim, row), told_by_a_forecast(claim))
    if row.event or row.kind == "date" or any(answer.verdict == "clash" for answer in tests):
        return 0
    part = match.part or (narrowed(claim, row) if claim.kind == "percent" else None)
    few = few and part is None and actual(claim, row).verdict != "clash"
    measure = _SAME if few and _is_the_noun(claim, row) else _measure(claim, row)
    subject = _subject(claim, row, tests[2].verdict, story)
    subject = subject or int(few and named_share(row, claim, f"{claim.sentence} {story}") > 0)
    loose = few and measure <= 0 and _may_be_of_it(claim, row)
    measure = max(measure, _loosely(claim, row)) if loose else measure
    told = claim.kind in _TOLD_BY_UNIT or loose
    named = subject or _told_by_year(claim, row) or (few and measure == _SAME and is_specific(claim))
    stated = measure > 0 or (measure == 0 and told)
    loose = loose or (few and claim.kind in _TOLD_BY_UNIT)
    if not named or not stated or (_of_another_statistic(claim, row) if loose else _of_another_term(claim, row)):
        return 0
    if measure == 0 and is_of_something_else(claim, row):
        return 0
    unit = claim.kind != "count" and not is_bare(claim)
    return measure + subject + min(significant(claim) - 1, 2) + unit + _same_day(claim, row) + few - (match.part is not None)


def _may_be_of_it(claim: Claim, row: Row) -> bool:
    """Whether what a figure counts is left out ("the 240"), or told by the row: 3,150 teachers of a Teachers Association."""
    if claim.kind != "count":
        return is_specific(claim) or bool(shared(content(row.measure), _words(claim.sentence)))
    left_out = claim.noun is None or claim.noun not in claim.surface
    return _has_digits(claim) and (left_out or bool(shared(stems(claim.noun), _words(f"{row.measure} {row.entity}"))))


def _loosely(claim: Claim, row: Row) -> int:
    """1 where a word of the statistic stands anywhere in the sentence, 0 where the figure's own is only supplied, else -1."""
    if shared(_words(row.measure), _words(claim.sentence)):
        return 1
    return -(claim.measure is not None and "measure" not in claim.inherited and claim.noun is None)


def _has_digits(claim: Claim) -> bool:
    """Whether a figure among few rows tells whose it is: two digits that count, and three that are written where nothing is counted."""
    if not isinstance(claim.value, str):
        return False
    return is_specific(claim) or (claim.kind == "count" and significant(claim) > 1 and Decimal(claim.value) >= _HUNDRED)


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    return stems(text.lower().replace("-", " "))


def _same_change(claim: Claim, row: Row, few: bool) -> Answer:
    """As in claimcheck.comparing.rows; among few rows a length that somebody fell, or something rises, is no change of a length."""
    moved = few and claim.kind == "length" and row.kind == "length" and claim.measure in (None, *statistics(row.measure))
    return Answer("change", "unknown", "it may be a way") if moved else same_change(claim, row)


def is_named(claim: Claim, row: Row, story: str) -> bool:
    """Whether the row's subject is named with the figure or elsewhere in the story."""
    return _subject(claim, row, same_subject(claim, row).verdict, story) > 0


def is_exchanged(claim: Claim, row: Row, points: int) -> bool:
    """Whether a figure is the row's with two neighbouring digits exchanged: 1,632 for 1,362. Two digits tell only where the rest does.

    A figure of fewer digits than the row's is held against the row's to that place: 8.5 million against 5,840,000.
    """
    if not isinstance(claim.value, str) or not isinstance(row.value, str) or claim.unit != row.unit or Decimal(claim.value) <= 0:
        return False
    given = as_precise(row.value, claim.value)
    power = Decimal(claim.value).adjusted() == Decimal(given).adjusted()
    one, other = digits_of(claim.value), digits_of(given)
    length = max(len(one), len(other))
    return power and are_exchanged(one.ljust(length, "0"), other.ljust(length, "0"), _LEAST_DIGITS if points < CERTAIN else 2)


def _same_day(claim: Claim, row: Row) -> bool:
    """Whether figure and row are of the same day, or of one month or year where one of them tells no more."""
    return row.as_of is not None and claim.as_of is not None and days.overlaps(row.as_of, claim.as_of)


def _of_another_term(claim: Claim, row: Row) -> bool:
    """Whether the words by the figure tell another statistic from the row's: GDP and not income, the life expectancy of men."""
    near, known = terms(without_asides(clause(claim))), terms(row.measure)
    return _of_another_statistic(claim, row) or (bool(near - known) and not known <= near)


def _of_another_statistic(claim: Claim, row: Row) -> bool:
    """Whether a word that makes another statistic of one ("real", "youth", "per head") is said of claim or row only."""
    near = telling(without_asides(clause(claim)))
    return bool((near - telling(row.measure)) | (telling(row.measure) - telling(claim.sentence)))


def _measure(claim: Claim, row: Row) -> int:
    """2 where the statistics are one, 1 where a word of the row's stands by the figure, -1 where they are known to be others."""
    known = statistics(row.measure)
    if is_of_inhabitants(claim, row):
        return _SAME
    if akin_statistics(claim.measure) & known:
        return _SAME
    if claim.kind == "count" and known and statistics(claim.measure):
        return -1
    if stated_words(claim, row) or groups_of(claim.noun) & groups_of(row.measure):
        return 1
    return int(claim.measure is None and _INHABITANTS in known and _PEOPLE in groups_of(claim.noun))


def _is_the_noun(claim: Claim, row: Row) -> bool:
    """Whether what a figure counts is all that the row's measure says: "nine justices" of justices."""
    said = stems(row.measure)
    return claim.kind == "count" and bool(said) and said <= stems(claim.noun)


def is_of_inhabitants(claim: Claim, row: Row) -> bool:
    """Whether the words at a figure make it the population that a row gives: "a county of 2.1 million", "its 39,000 residents".

    >>> import claimcheck as cc
    >>> row = Row("t", 1, "Tarnby", "population", "count", "39000", "count", None, None, None)
    >>> texts = ("Its 39,000 residents left.", "A town of 39,000.", "It lost 39,000 trees.")
    >>> [is_of_inhabitants(cc.extract(text)[0], row) for text in texts]
    [True, True, False]
    """
    if claim.kind != "count" or _INHABITANTS not in statistics(row.measure):
        return False
    if claim.noun and stems(claim.noun) & _INHABITANT:
        return isinstance(claim.value, str) and Decimal(claim.value) >= _TOWN
    start = claim.number_span[0] - claim.sentence_span[0]
    return _A_PLACE_OF.search(claim.sentence, max(0, start - _BEFORE), max(0, start)) is not None


def _told_by_year(claim: Claim, row: Row) -> bool:
    """Whether statistic and day tell whose figure it is, though nothing names it: the 170 dead of a crash in 1989."""
    year = str(row.as_of)[:4]
    told = bool(akin_statistics(claim.measure) & statistics(row.measure)) and _same_day(claim, row) and year in claim.sentence
    return told and not str(claim.said_on).startswith(year) and not any(map(places.is_country, subject_names(row.entity)))


def _subject(claim: Claim, row: Row, verdict: str, story: str) -> int:
    """2 where the row's subject is named with the figure, 1 where it is elsewhere in the story, 0 where it is not."""
    if verdict in ("agree", "entail"):
        return 2
    wanted = subject_names(row.entity or row.place)
    others = rest(as_prose(row.entity or row.place))
    told = shared(wanted, _named_in_story(story)) == wanted and (wanted or shared(others, stems(clause(claim))) == others)
    return int(bool(told))


@lru_cache(maxsize=_STORY)
def _named_in_story(story: str) -> frozenset[str]:
    return names(story) | stems(story)

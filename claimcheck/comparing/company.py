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
from claimcheck.comparing.clauses import clause, cues, is_compared
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.figures import digits_of, is_specific, significant
from claimcheck.comparing.likeness import is_exchanged
from claimcheck.comparing.names import groups_of, kinship, names, rest, shared, stems
from claimcheck.comparing.narrowing import narrowed
from claimcheck.comparing.row_days import is_within_days
from claimcheck.comparing.row_figures import is_bare
from claimcheck.comparing.row_measures import akin_statistics, is_of_something_else, is_rise_of_prices
from claimcheck.comparing.rows import actual, same_change, told_by_a_forecast
from claimcheck.comparing.sentence_names import as_prose, named_in, subject_names
from claimcheck.comparing.statistic_words import statistics
from claimcheck.comparing.told_measures import SAME, is_definite, is_spelled_out, measure_points, told_words
from claimcheck.comparing.two_things import is_one_of_two
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.vocabulary import either

ENOUGH, LIKELY, CERTAIN = 4, 5, 6
"""Points from which an equal figure is the row's own, from which it may be called out of date, and one of exchanged digits wrong."""
_RARE = 2
"""Sentences up to which a story only mentions a name in passing, so that a figure beside it is its own."""
_LONG = 5
"""Sentences from which a story is long enough to mention anything in passing."""
_NAMED, _SIBLING = 2, 3
_MANY = 4
"""Digits from which two figures that differ by two exchanged ones are hardly two quantities."""
_STORY = 8
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+|\n+")
_PEOPLE = "person"
_LOOSE = frozenset(("rate", "level", "value"))
_YEAR, _MONTH = len("2025"), len("2025-06")
_LONG_PAST = 365
"""Days before a story from which a row may itself be of the past that a sentence tells of."""
_PHYSICAL = ("length", "area")
_BEHIND = re.compile(r"(?<=\w) (?:of|in|at|on|from|near|for|off|between) ")
"""What parts the noun of a subject from what only says where it is."""
_PAST = re.compile(
    r"\b(?:from|until|till|than|against|old|former|formerly|previous|previously|earlier|once|was|were|had|been|then|ago|before"
    r"|used to|instead of|opened|began|started|last (?!of|to)\w+|at the (?:end|start|beginning|time))\b",
    re.IGNORECASE,
)
"""What tells that a figure is of an earlier day."""
_MADE = re.compile(rf"\b(?:was|were) (?:{either('made for so many')}) ")
"""What tells what something could hold all its life: "was licensed for"."""


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
    if row.kind == "date" or not isinstance(row.value, str) or _is_of_another_time(claim, row) or _is_change(claim, row):
        return 0
    year, beside, measure = _is_of_its_year(claim, row), _beside(claim, row, peers), measure_points(claim, row)
    subject = _subject(claim, row, story) or int(measure > 0 and _is_of_the_table(row, peers))
    beside = min(beside, 1) if subject == 0 and not year else beside
    long = len(_names_by_sentence(story)) > _LONG
    if measure <= 0 and max(subject, beside) < _SIBLING and not (long and is_specific(claim)) and _says_otherwise(claim, row, measure):
        return 0
    measure = max(measure, int(row.kind == "count" and _are_people(claim)))
    digits, has_unit, known = min(significant(claim) - 1, 2), claim.kind != "count" and not is_bare(claim), is_definite(claim)
    own = not named_in(claim.sentence) and (measure > SAME or (measure == SAME and is_spelled_out(claim, row)))
    tied = subject or beside or year or own or (digits == SAME and claim.kind == "money" and known)
    if not tied or not (digits or (measure >= 1 and subject + beside >= _SIBLING) or measure > SAME):
        return 0
    return digits + int(has_unit) + measure + subject + beside + int(year) + int(known)


def is_turned(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether a figure is a row's but for two digits that are exchanged, and no row has it as it is: 386 dead at Tenby for 368.

    The subject must be named in the sentence in passing, or another figure of it stand there; of two digits the statistic too, and its
    name, its day or another figure of it. Where all of these stand there, or the figure is of what was set, any one digit may be wrong.
    """
    if any(other.value == claim.value for other in peers) or not isinstance(row.value, str) or claim.qualifier != "exact":
        return False
    if stands_beside(claim, row) or _is_of_another_country(claim, row):
        return False
    if _is_unmistakable(claim, row, story):
        return True
    points = company(evolve(claim, value=row.value), row, peers, story)
    subject, beside, own = _subject(claim, row, story), _beside(claim, row, peers) == _SIBLING, measure_points(claim, row) >= SAME
    its_day = is_within_days(claim, row) and not _is_of_another_stretch(claim, row)
    dated = _is_of_its_year(claim, row) or (claim.as_of != claim.said_on and its_day)
    if own and ((dated and beside) or _is_set(claim, row, peers, subject)) and _is_a_digit_off(claim, row):
        return True
    near, sure = beside or subject == _SIBLING, own and (beside or dated or subject >= _NAMED)
    return points >= CERTAIN - 1 and (near or sure) and is_exchanged(claim, row, CERTAIN if sure else CERTAIN - 1)


def _is_unmistakable(claim: Claim, row: Row, story: str) -> bool:
    """Whether so many digits are exchanged, of the row's day or by a word of its measure and its subject, that chance is no explanation."""
    if not is_exchanged(claim, row, CERTAIN - 1) or is_one_of_two(claim) or _is_written(str(row.value), story):
        return False
    if _is_change(claim, row) or _is_of_another_time(claim, row) or _is_of_another_stretch(claim, row) or narrowed(claim, row) is not None:
        return False
    same_day = claim.as_of == row.as_of and claim.as_of != claim.said_on and significant(claim) >= _MANY
    owned = subject_names(row.entity) and subject_names(row.entity) <= names(claim.entity)
    subject, measure = _NAMED if owned else _subject(claim, row, story), measure_points(claim, row)
    return measure >= 0 and ((same_day and subject > 0) or (measure > 0 and subject >= _NAMED))


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
    if _PAST.search(_MADE.sub("", clause(claim))) or (others and subject < _NAMED):
        return False
    own, said = stems(row.measure) - _LOOSE, stems(clause(claim))
    kin = [stems(other.measure) for other in peers if other != row and other.unit == row.unit and stems(other.measure) & own]
    alone = all(own - other and own - other <= said for other in kin)
    return alone and cues("set by decision").search(row.measure) is not None and actual(claim, row).verdict == "agree"


def _is_a_digit_off(claim: Claim, row: Row) -> bool:
    """Whether a figure is a row's but for one digit: 98 for 88."""
    stated, given = str(claim.value), str(row.value)
    return claim.unit == row.unit and len(stated) == len(given) and sum(x != y for x, y in zip(stated, given, strict=True)) == 1


def is_pinned(claim: Claim, row: Row, peers: Sequence[Row], story: str) -> bool:
    """Whether the company of a figure leaves no other row, whatever it counts and whoever is named: its subject's other figure stands
    beside, or its year and the subject in passing, or its year and three digits of what is not counted as another thing."""
    if _beside(claim, row, peers) == _SIBLING:
        return True
    return _is_of_its_year(claim, row) and (_subject(claim, row, story) == _SIBLING or (is_specific(claim) and claim.noun is None))


def _is_change(claim: Claim, row: Row) -> bool:
    """Whether a figure is a change, and the row none: no inflation that is told as one ("prices rose 4 percent"), and no fall.

    What a grid loses is no change where the row is of its losses.
    """
    told = claim.change is None or is_rise_of_prices(claim, row.measure) or told_words(claim, row) > 0
    return not told and same_change(claim, row).verdict == "clash"


def _is_of_another_time(claim: Claim, row: Row) -> bool:
    """Whether a figure is a plan's, a forecast's, or of a day that the sentence calls long past, and the row of none.

    Of a figure that is told as known ("nobody will beat the 31,406") the plan is something else's.
    """
    if actual(claim, row).verdict == "clash" and not (is_definite(claim) and told_by_a_forecast(claim).verdict != "clash"):
        return True
    recent = claim.said_on is None or row.as_of is None or _days_between(row.as_of, claim.said_on) < _LONG_PAST
    return recent and cues("back then").search(clause(claim)) is not None


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


def _days_between(first: str, last: str) -> int:
    return (days.first_day(last) - days.last_day(first)).days


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
    return _is_written(row.value, f"{claim.sentence[:start]} ; {claim.sentence[end:]}")


def _is_written(value: str, text: str) -> bool:
    """Whether a number stands in a text in digits."""
    whole = value.rstrip("0").rstrip(".") if "." in value else f"{int(value):,}"
    return re.search(rf"(?<![\d.,]){re.escape(whole)}(?![\d.,]*\d)", text) is not None


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


def _is_of_the_table(row: Row, peers: Sequence[Row]) -> bool:
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
def _names_by_sentence(story: str) -> tuple[frozenset[str], ...]:
    return tuple(map(_names_of, _SENTENCE.split(story)))

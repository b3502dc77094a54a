"""Figures of a text written from tables that follow from rows it cites close by: "together", "four times that of", "a drop of 40 percent".

Such a text says in one sentence, or the one before, which rows it speaks of. From those, and from rows whose subject and measure the two
sentences name, few figures can be worked out, so that one which agrees most likely was.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import chain, permutations

from attrs import evolve, frozen

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.derived import Derivation, changed, each, per_head, share
from claimcheck.comparing.names import stems
from claimcheck.comparing.row_figures import agreement, without_step
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.statistic_words import said, statistics
from claimcheck.model import Claim, Row
from claimcheck.references.collection import References
from claimcheck.references.decision import amount_of
from claimcheck.references.derivation import HEAD, Derived, derive
from claimcheck.references.named_rows import is_named
from claimcheck.wording import number

_CHANGES = ("percent", "percentage_point", "ratio", "count", "money")
_MOST = 60
"""Rows among which an agreement tells anything."""
_TIMES = ("times", "time", "fold")
_EACH = re.compile(r"\b(?:per|for each|for every) ([a-z]+)")
_PRONOUN = re.compile(r"(?:It|They|This|That|These|Those)\b")


@frozen
class _Cited:
    """What a figure may follow from: the rows its sentence and the one before speak of, sums of them, and sums of all rows of a day."""

    rows: Sequence[Row]
    sums: Sequence[Derivation]
    wholes: Sequence[Derivation]


def follow(claim: Claim, claims: Sequence[Claim], verdicts: Mapping[str, Verdict | None], references: References) -> Derived | None:
    """The derivation of a figure from the rows that its sentence and the one before speak of; None where nothing agrees.

    `verdicts` are those of all `claims` of the text, as claimcheck.references.decision gives them.
    """
    stated = derive(claim, references)
    if stated is not None and stated.verdict != "contradicted":
        return stated
    near = [other for other in claims if _is_near(other, claim)]
    rows = _rows(near, verdicts, references)
    asked, alone = _as_multiple(claim), amount_of(claim)
    ways = (*_ways(asked, _Cited(rows, _sums(rows), _wholes(rows, references))), *_numbers_of_subjects(claim, references))
    amounts = ((alone, each(*pair)) for pair in permutations(rows, 2) if _is_amount_for_each(alone, *pair)) if alone is not None else ()
    for told, derivation in (*((asked, way) for way in ways), *amounts):
        verdict = agreement(told, derivation.row) if derivation is not None else None
        if derivation is not None and verdict is not None:
            return Derived(verdict, derivation)
    return stated


def _is_near(other: Claim, claim: Claim) -> bool:
    """Whether another figure stands in the same sentence, or in the one right before it."""
    gap = claim.sentence_span[0] - other.sentence_span[1]
    return other.sentence_span == claim.sentence_span or 0 <= gap <= len("\n\n")


def _rows(near: Sequence[Claim], verdicts: Mapping[str, Verdict | None], references: References) -> list[Row]:
    """The rows that figures close by rest on, and those whose subject and measure the sentences name."""
    found: dict[Row, None] = {}
    words = " ".join(dict.fromkeys(claim.sentence for claim in near))
    for claim in near:
        verdict = verdicts.get(claim.id)
        found |= dict.fromkeys(verdict.rows if verdict is not None else ())
    measures = {row.measure for row in found}
    together = cues("together").search(words) is not None
    a_head = any(claim.kind == "rate" or HEAD.search(claim.sentence) for claim in near)
    for row in (row for claim in near for row in references.candidates(claim)):
        asked = row.measure in measures or said(words, row.measure) or a_head
        if asked and (is_named(row, words) or (together and str(row.as_of)[:4] in words)):
            found[row] = None
    figures = [row for row in found if isinstance(row.value, str) and row.kind != "date"]
    return figures if len(figures) <= _MOST else []


def _as_multiple(claim: Claim) -> Claim:
    """ "Four times" and "three-fold" as ratios."""
    if claim.kind != "count" or claim.noun not in _TIMES or claim.bounds is None:
        return claim
    return evolve(claim, kind="ratio", unit="dimensionless", bounds=evolve(claim.bounds, unit="dimensionless"))


def _ways(claim: Claim, cited: _Cited) -> Iterator[Derivation]:
    """Every figure of the claim's kind that two or more of the rows give."""
    totals = (*cited.sums, *cited.wholes)
    if claim.change is None:
        yield from (total for total in totals if total.row.unit == claim.unit)
    if claim.kind == "percent" and claim.change is None:
        yield from _shares(claim, cited)
        return
    pairs = chain(permutations(cited.rows, 2), permutations([whole.row for whole in cited.wholes], 2))
    yield from filter(None, (_of_two(claim, one, other) for one, other in pairs))


def _shares(claim: Claim, cited: _Cited) -> Iterator[Derivation]:
    """What percent a row that the claim's own sentence speaks of is of another of its subject, or of all rows of its day."""
    for part in filter(lambda row: _is_told(claim, row), cited.rows):
        wholes = [row for row in cited.rows if (row.entity, row.as_of) == (part.entity, part.as_of) and row.measure != part.measure]
        wholes += [total.row for total in cited.wholes if (total.row.measure, total.row.as_of) == (part.measure, part.as_of)]
        yield from filter(None, (share(part, whole) for whole in wholes))


def _is_told(claim: Claim, row: Row) -> bool:
    """Whether a claim's own sentence is about a row: it names its subject, or a word stands there for it, or it says its measure."""
    return is_named(row, claim.sentence) or _PRONOUN.match(claim.sentence) is not None or said(claim.sentence, row.measure)


def _of_two(claim: Claim, one: Row, other: Row) -> Derivation | None:
    """What two rows give: a change between days, a difference or multiple of two subjects, an amount a head."""
    series, days = (one.entity, one.measure) == (other.entity, other.measure), one.as_of == other.as_of
    if claim.kind == "rate" and one.entity == other.entity and "population" in statistics(other.measure):
        return per_head(one, other) if one.unit != other.unit or _is_said_of(claim, one, other) else None
    if _is_amount_for_each(claim, one, other):
        return each(one, other)
    if one.unit != other.unit or claim.kind not in _CHANGES:
        return None
    if claim.kind == "ratio" and claim.change is not None and series and str(other.as_of) < str(one.as_of):
        percent = changed(evolve(claim, kind="percent"), one, other)
        return percent and evolve(percent, row=_hundredth(percent.row))
    if claim.change is not None:
        return changed(claim, one, other) if series and str(other.as_of) < str(one.as_of) else None
    alike = one.measure == other.measure and (series or days)
    return changed(claim, one, other) if alike and claim.kind != "percent" else None


def _is_amount_for_each(claim: Claim, one: Row, other: Row) -> bool:
    """Whether a claim may be what one row of a subject and a day comes to for each of what another one counts."""
    of_one = other.kind == "count" and (one.entity, one.as_of) == (other.entity, other.as_of)
    alike = claim.kind == one.kind and (claim.kind != "count" or _is_said_of(claim, one, other))
    return of_one and alike and _is_for_each(claim, other)


def _is_said_of(claim: Claim, one: Row, other: Row) -> bool:
    """Whether a sentence says what the first of two counts is of: the doctors, of doctors and people."""
    return one.measure != other.measure and said(claim.sentence, one.measure)


def _is_for_each(claim: Claim, row: Row) -> bool:
    """Whether a sentence tells an amount for each of what a row counts: "revenue per store"."""
    if claim.change is not None:
        return False
    of_people = HEAD.search(claim.sentence) is not None and "population" in statistics(row.measure)
    named = (found[1] for found in _EACH.finditer(claim.sentence))
    return of_people or any(stems(word) & stems(row.measure) or said(word, row.measure) for word in named)


def _hundredth(row: Row) -> Row:
    ends = (row.value,) if isinstance(row.value, str) else row.value
    low, high = (str(Decimal(end) / 100) for end in (ends[0], ends[-1]))
    return evolve(row, kind="ratio", unit="dimensionless", value=low if low == high else (low, high))


def _sums(rows: Sequence[Row]) -> list[Derivation]:
    """The sums of the cited rows over the subjects of one day, and over the days of one subject."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row.kind != "percent":
            groups.setdefault(("day", row.measure, row.unit, row.as_of), []).append(row)
            groups.setdefault(("subject", row.measure, row.unit, row.entity, row.place), []).append(row)
    return [_sum(group) for group in groups.values() if len(group) > 1]


def _wholes(rows: Sequence[Row], references: References) -> list[Derivation]:
    """The sums of all rows that a table has of the measure and the day of a cited one."""
    found = []
    for table, measure, unit, day in dict.fromkeys((row.table, row.measure, row.unit, row.as_of) for row in rows if row.kind != "percent"):
        group = [row for row in references.about(measure=measure) if (row.table, row.unit, row.as_of) == (table, unit, day)]
        if 1 < len(group) <= _MOST and all(isinstance(row.value, str) for row in group):
            found.append(_sum(group))
    return found


def _sum(group: Sequence[Row]) -> Derivation:
    total = str(sum(Decimal(str(row.value)) for row in group))
    last = max(group, key=lambda row: str(row.as_of))
    return Derivation(evolve(without_step(last), value=total), tuple(group), f"the sum of {len(group)} rows is {number(total)}")


def _numbers_of_subjects(claim: Claim, references: References) -> Iterator[Derivation]:
    """How many subjects a table has, where the claim counts what its column of subjects is called: "the three regions"."""
    for table in references.tables if claim.kind == "count" else ():
        if table.subject and stems(table.subject) & stems(claim.noun):
            subjects = tuple({row.entity: row for row in reversed(table.rows) if row.entity}.values())
            count = str(len(subjects))
            row = evolve(without_step(subjects[-1]), measure=f"number of {claim.noun}", kind="count", unit="count", value=count)
            yield Derivation(row, subjects[:1], f"the table has rows of {count} {claim.noun}")

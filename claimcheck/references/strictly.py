"""Figures of a text written from tables that follow from rows it cites close by: "together", "four times that of", "a drop of 40 percent".

Such a text says in one sentence, or the one before, which rows it speaks of. From those, and from rows whose subject and measure the two
sentences name, few figures can be worked out, so that one which agrees most likely was.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import permutations

from attrs import evolve

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.derived import Derivation, changed, per_head, share
from claimcheck.comparing.names import shared
from claimcheck.comparing.row_figures import agreement, without_step
from claimcheck.comparing.sentence_names import names_in, subject_names
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.statistic_words import said, statistics
from claimcheck.model import Claim, Row
from claimcheck.references.collection import References
from claimcheck.references.derivation import Derived, derive

_CHANGES = ("percent", "percentage_point", "ratio", "count", "money")
_MOST = 60
"""Rows among which an agreement tells anything."""
_TIMES = ("times", "time", "fold")


def follow(claim: Claim, claims: Sequence[Claim], verdicts: Mapping[str, Verdict | None], references: References) -> Derived | None:
    """The derivation of a figure from the rows that its sentence and the one before speak of; None where nothing agrees.

    `verdicts` are those of all `claims` of the text, as claimcheck.references.decision gives them.
    """
    stated = derive(claim, references)
    if stated is not None and stated.verdict != "contradicted":
        return stated
    near = [other for other in claims if _is_near(other, claim)]
    rows = _rows(near, verdicts, references)
    asked = _as_multiple(claim)
    for derivation in _ways(asked, rows):
        verdict = agreement(asked, derivation.row)
        if verdict is not None:
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
    named = names_in(words)
    for claim in near:
        verdict = verdicts.get(claim.id)
        found |= dict.fromkeys(verdict.rows if verdict is not None else ())
    measures = {row.measure for row in found}
    together = cues("together").search(words) is not None
    a_head = any(claim.kind == "rate" for claim in near)
    for row in (row for claim in near for row in references.candidates(claim)):
        subject = subject_names(row.entity or row.place or row.event)
        asked = row.measure in measures or said(words, row.measure) or a_head
        if asked and (not subject - shared(subject, named) or (together and str(row.as_of)[:4] in words)):
            found[row] = None
    figures = [row for row in found if isinstance(row.value, str) and row.kind != "date"]
    return figures if len(figures) <= _MOST else []


def _as_multiple(claim: Claim) -> Claim:
    """ "Four times" and "three-fold" as ratios."""
    if claim.kind != "count" or claim.noun not in _TIMES or claim.bounds is None:
        return claim
    return evolve(claim, kind="ratio", unit="dimensionless", bounds=evolve(claim.bounds, unit="dimensionless"))


def _ways(claim: Claim, rows: Sequence[Row]) -> Iterator[Derivation]:
    """Every figure of the claim's kind that two or more of the rows give."""
    totals = list(_totals(rows))
    if claim.change is None:
        yield from (total for total in totals if total.row.unit == claim.unit)
    for one, other in permutations([*rows, *(total.row for total in totals)], 2):
        found = _of_two(claim, one, other)
        if found is not None:
            yield found


def _of_two(claim: Claim, one: Row, other: Row) -> Derivation | None:
    """What two rows give: a change between days, a difference or multiple of two subjects, a share, an amount a head."""
    series, days = (one.entity, one.measure) == (other.entity, other.measure), one.as_of == other.as_of
    if claim.kind == "rate" and one.entity == other.entity and "population" in statistics(other.measure) and one.unit != other.unit:
        return per_head(one, other)
    if one.unit != other.unit or claim.kind not in _CHANGES:
        return None
    if claim.kind == "ratio" and claim.change is not None and series and str(other.as_of) < str(one.as_of):
        percent = changed(evolve(claim, kind="percent"), one, other)
        return percent and evolve(percent, row=_hundredth(percent.row))
    if claim.change is not None or claim.kind == "percentage_point":
        return changed(claim, one, other) if series and str(other.as_of) < str(one.as_of) else None
    if claim.kind == "percent":
        return share(one, other) if days and one.entity == other.entity else None
    alike = one.measure == other.measure and (series or days)
    return changed(claim, one, other) if alike else None


def _hundredth(row: Row) -> Row:
    ends = (row.value,) if isinstance(row.value, str) else row.value
    low, high = (str(Decimal(end) / 100) for end in (ends[0], ends[-1]))
    return evolve(row, kind="ratio", unit="dimensionless", value=low if low == high else (low, high))


def _totals(rows: Sequence[Row]) -> Iterator[Derivation]:
    """The sums over the subjects of one day, and over the days of one subject."""
    groups: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        if row.kind != "percent":
            groups.setdefault(("day", row.measure, row.unit, row.as_of), []).append(row)
            groups.setdefault(("subject", row.measure, row.unit, row.entity, row.place), []).append(row)
    for group in groups.values():
        if len(group) > 1:
            total = str(sum(Decimal(str(row.value)) for row in group))
            last = max(group, key=lambda row: str(row.as_of))
            yield Derivation(evolve(without_step(last), value=total), tuple(group), f"the sum of {len(group)} rows is {total}")

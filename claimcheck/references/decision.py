"""What the references say of a claim: of all rows that speak of its quantity, the one that decides."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from attrs import evolve

from claimcheck import intervals
from claimcheck.comparing.another_figure import is_of_another_thing, may_be_another
from claimcheck.comparing.beside import stands_beside
from claimcheck.comparing.clauses import is_compared
from claimcheck.comparing.company import ENOUGH as TOGETHER
from claimcheck.comparing.company import LIKELY, company, is_of_the_present, is_pinned
from claimcheck.comparing.figures import is_specific, significant
from claimcheck.comparing.headlines import headed
from claimcheck.comparing.likeness import CERTAIN, ENOUGH, HEDGED, is_exchanged, is_named, likeness
from claimcheck.comparing.of_another import is_of_another
from claimcheck.comparing.row_days import ended_by, is_soon_after, speaks_for_day, without_aside
from claimcheck.comparing.row_figures import agreement, as_temperature
from claimcheck.comparing.row_measures import as_growth
from claimcheck.comparing.rows import Match, same_kind, speaks_of
from claimcheck.comparing.stand_ins import opens_with, tellings
from claimcheck.comparing.standing import Verdict, judge
from claimcheck.comparing.told_measures import is_definite
from claimcheck.comparing.turned import is_misplaced, is_turned
from claimcheck.comparing.unnamed_subjects import is_of_the_subject
from claimcheck.model import Claim, Interval, Row
from claimcheck.references.collection import References
from claimcheck.references.named_rows import by_name

AGREEING = ("supported", "rounding")
"""The verdicts of a row that bears a figure out."""
_TELLING = 2
"""Digits from which the same sum or measurement said again is most likely the same one; "the 3 percent" needs fewer."""
_BEST = (*AGREEING, "outdated", "contradicted")

_Stated = tuple[str | tuple[str, str], str | None, str | None, str | None]
"""A figure's value, unit, change and measure."""


def decide(claim: Claim, references: References, story: str = "") -> Verdict | None:
    """The verdict on a figure with the rows it rests on, None where no row speaks of it or none is sure enough; dates have their own.

    `story` is the text the claim stands in: it names what the sentence leaves out (see claimcheck.comparing.likeness).

    Each series that speaks of the claim is asked once. If any bears the figure out, it is borne out: sources differ, and tables hold
    several figures for what prose calls by one name. Only where all that speak are against it is it contradicted, by the likeliest of them.
    """
    if claim.kind in ("date", "year"):
        return None
    claim = without_aside(claim)
    asked: set[tuple[object, ...]] = set()
    found: list[Verdict] = []
    likely: list[Verdict] = []
    for row in references.candidates(claim):
        series = (row.entity, row.measure, row.place, row.event)
        if row.kind == "date" or series in asked:
            continue
        asked.add(series)
        grown = as_growth(claim, row)
        stated = as_temperature(grown, row)
        match = speaks_of(stated, row)
        verdict = _said_of(stated, row, match, references, story)
        if verdict is None or verdict.verdict is None:
            verdict, match = next(_told_otherwise(stated, row, references, story), (verdict, match))
        if verdict is not None and (stated is grown or verdict.verdict in AGREEING):
            (found if match.decision else likely).append(verdict)
    if is_specific(claim) or not any(verdict.verdict == "contradicted" for verdict in found):
        found += likely
    best = min((verdict for verdict in found if verdict.verdict), key=lambda verdict: _BEST.index(str(verdict.verdict)), default=None)
    if best is not None and best.verdict in AGREEING:
        return _misplaced(claim, best, references, story) or best
    told = _by_digits(claim, references, story)
    if best is None and (told is None or told.verdict not in AGREEING):
        told = _in_company(claim, references, story) or told
    found_there = told if told is not None and (best is None or told.verdict in AGREEING) else best
    if found_there is not None and found_there.verdict in AGREEING:
        return _misplaced(claim, found_there, references, story) or found_there
    return found_there or (by_name(claim, references, story) if references.strict else None)


def _misplaced(claim: Claim, verdict: Verdict, references: References, story: str) -> Verdict | None:
    """The row of few that a figure is told of, where the row that bears it out is another's: "Tenby has" the inhabitants of Orla."""
    if not references.are_few or not story or verdict.verdict != "supported":
        return None
    own = verdict.rows[0]
    for row in references.rows:
        told = row.kind != "date" and is_misplaced(claim, row, own) and agreement(claim, row) is None
        if told and not may_be_another(claim, row):
            return Verdict("contradicted", f"{row.value} in {row.table}; the figure is that of line {own.line}", (row,))
    return None


def _said_of(claim: Claim, row: Row, match: Match, references: References, story: str) -> Verdict | None:
    """What the series of a row says of a claim, None where it is of something else or may not be said."""
    if not match.of_one_kind:
        return None
    series = references.series(row)
    if references.are_few and not match.sure and is_of_the_subject(claim, row, match, series, references.rows, story):
        match = evolve(match, decision=True, sure=True)
    verdict = _judged(claim, row, series, match, references.are_few)
    said = match.decision and _may_be_said(verdict, claim, match)
    return verdict if said or _is_likely(verdict, claim, row, match, story, references.rows if references.are_few else ()) else None


def _told_otherwise(claim: Claim, row: Row, references: References, story: str) -> Iterator[tuple[Verdict, Match]]:
    """What a row of few says of a figure whose sentence has a word for the subject: "She was licensed for 620 passengers"."""
    for told in tellings(claim, row, claim.title or "", story) if references.are_few and story else ():
        match = speaks_of(told.claim, told.row) if told.sure and opens_with(told.claim, row) else None
        verdict = _said_of(told.claim, row, match, references, story) if match is not None and match.decision else None
        if match is not None and verdict is not None and verdict.verdict is not None:
            yield verdict, match


def _judged(claim: Claim, row: Row, series: Sequence[Row], match: Match, few: bool) -> Verdict:
    """What a series says of a claim; three digits that an earlier row alone has are out of date, though only the story names whose.

    Among few rows three digits tell more than the day that a text names, which may be wrong.
    """
    verdict = judge(claim, row, series, match.sure)
    open_to_it = few and all(answer.verdict != "clash" or answer.test == "measure" for answer in match.answers)
    alone = open_to_it and len(series) == 1 and claim.as_of is not None and claim.as_of < str(claim.said_on)
    agreed = agreement(claim, row) if verdict.verdict is None and alone and (is_specific(claim) or is_soon_after(claim, row)) else None
    if agreed == "supported" or (agreed is not None and is_soon_after(claim, row)):
        return Verdict(agreed, f"{row.value} in {row.table}, the only row", (row,))
    if verdict.verdict is not None or not match.decision or match.sure or match.part is not None or not is_specific(claim):
        return verdict
    as_if_named = judge(claim, row, series)
    return as_if_named if as_if_named.verdict == "outdated" else verdict


def decide_all(claims: Sequence[Claim], references: References, story: str) -> dict[str, Verdict | None]:
    """The verdicts on all figures of a text, by their ids; a figure said again shares the verdict of the first."""
    claims = [headed(claim, story) for claim in claims]
    verdicts = {claim.id: decide(claim, references, story=story) for claim in claims}
    borne_out = _borne_out(claims, verdicts)
    return {claim.id: verdicts[claim.id] or _repeated(claim, borne_out) or _each(claim, references, story) for claim in claims}


def _each(claim: Claim, references: References, story: str) -> Verdict | None:
    """The verdict on an amount for each that the table gives as the amount alone ("dividend", "average attendance"), where that agrees."""
    alone = amount_of(claim)
    found = decide(alone, references, story) if alone is not None else None
    return found if found is not None and found.verdict in AGREEING else None


def amount_of(claim: Claim) -> Claim | None:
    """An amount for each as the amount alone: the 37 of "37 staff per store"; None for other figures."""
    amount, _, each = (claim.unit or "").partition(" / ")
    if claim.kind != "rate" or not each or not isinstance(claim.value, str):
        return None
    value = Decimal(claim.value)
    low, high, *opened = intervals.of_value(value, intervals.place_value(value), claim.qualifier)
    bounds = Interval(None if low is None else str(low), None if high is None else str(high), amount, *opened)
    return evolve(claim, kind="count" if amount == "count" else "money", unit=amount, bounds=bounds)


def _borne_out(claims: Sequence[Claim], verdicts: Mapping[str, Verdict | None]) -> Mapping[_Stated, Verdict]:
    """The first verdict that bears a figure out, by what is stated with its measure and without."""
    found: dict[_Stated, Verdict] = {}
    for claim in claims:
        verdict = verdicts[claim.id]
        if verdict is not None and verdict.verdict == "supported":
            for measure in (claim.measure, None):
                found.setdefault((claim.value, claim.unit, claim.change, measure), verdict)
    return found


def _repeated(claim: Claim, borne_out: Mapping[_Stated, Verdict]) -> Verdict | None:
    """The verdict on the very same sum or measurement elsewhere in the text, where that is borne out: "nobody believed in 415 million"."""
    if claim.kind in ("count", "date", "year", "duration", "age") or (significant(claim) < _TELLING and not is_definite(claim)):
        return None
    return borne_out.get((claim.value, claim.unit, claim.change, claim.measure))


def _may_be_said(verdict: Verdict, claim: Claim, match: Match) -> bool:
    """A figure that may be of a part agrees by its digits or not at all; one that another is compared with is never wrong.

    Nor is one beside which the row's own figure stands: "with room for 800, it slept 2,430".
    """
    if verdict.verdict in AGREEING:
        return match.part is None or is_specific(claim)
    row = verdict.rows[0] if verdict.verdict == "contradicted" else None
    if row is not None and (stands_beside(claim, row) or is_of_another_thing(claim, row)):
        return False
    return match.part is None and not is_compared(claim)


def _is_likely(verdict: Verdict, claim: Claim, row: Row, match: Match, story: str, peers: Sequence[Row]) -> bool:
    """Whether a figure that agrees with a row is most likely the row's own, though its sentence does not say so.

    `peers` are all rows of a table of few.
    """
    few = bool(peers)
    if verdict.verdict not in AGREEING or not story or (few and is_of_another(claim, row, peers)):
        return False
    if verdict.verdict == "rounding" and claim.qualifier not in (("approximate", "almost", "more_than") if few else ("approximate",)):
        return False
    return likeness(claim, row, match, story, few) >= (ENOUGH if verdict.verdict == "supported" else HEDGED)


def _by_digits(claim: Claim, references: References, story: str) -> Verdict | None:
    """The verdict of the likeliest row with the figure's digits: borne out by the same figure, contradicted where two are exchanged."""
    found: list[tuple[int, Verdict]] = []
    for row in references.with_digits_of(claim) if story else ():
        claim = as_growth(claim, row)
        match = speaks_of(claim, row)
        if not match.of_one_kind:
            continue
        verdict = judge(claim, row, references.series(row), match.sure)
        if references.are_few and is_of_another(claim, row, references.rows):
            continue
        points = likeness(claim, row, match, story)
        if verdict.verdict == "supported" and row in verdict.rows and points >= ENOUGH:
            found.append((points, verdict))
        elif _is_misprint(claim, row, match, points) and (points >= CERTAIN or is_named(claim, row, story)):
            found.append((0, Verdict("contradicted", f"two digits of {row.value} in {row.table} are exchanged", (row,))))
    return max(found, key=lambda pair: pair[0], default=(0, None))[1]


def _in_company(claim: Claim, references: References, story: str) -> Verdict | None:
    """The verdict of the one of few rows that is likeliest by what stands around a figure (see claimcheck.comparing.company)."""
    if not story or not references.are_few:
        return None
    found: list[tuple[int, Verdict]] = []
    for row in references.rows:
        if same_kind(claim, row).verdict == "clash":
            continue
        if is_of_another(claim, row, references.rows) and not is_pinned(claim, row, references.rows, story):
            continue
        if agreement(claim, row) != "supported":
            if is_turned(claim, row, references.rows, story) and not may_be_another(claim, row):
                found.append((0, Verdict("contradicted", f"{row.value} in {row.table}, but for its digits", (row,))))
            continue
        points = company(claim, row, references.rows, story)
        newer = [other for other in references.series(row) if row.as_of and row.as_of < str(other.as_of) <= str(claim.said_on)]
        if points >= LIKELY and newer and is_of_the_present(claim, row, newer):
            found.append((points, Verdict("outdated", f"{newer[-1].value} by {newer[-1].as_of}", (newer[-1], row))))
        elif points >= TOGETHER and not (newer and is_of_the_present(claim, row, newer)):
            found.append((points, Verdict("supported", f"{row.value} in {row.table}, by what stands beside it", (row,))))
    return max(found, key=lambda pair: pair[0], default=(0, None))[1]


def _is_misprint(claim: Claim, row: Row, match: Match, points: int) -> bool:
    """Whether a figure that is most likely the row's has two of its digits exchanged."""
    likely = points >= HEDGED and match.part is None and is_exchanged(claim, row, CERTAIN if match.sure else points)
    return likely and not may_be_another(claim, row) and (speaks_for_day(claim, row) or ended_by(claim, row))

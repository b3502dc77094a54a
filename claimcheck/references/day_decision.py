"""What the references say of a date, or of a time gone by: of all events it may be the day of, the one that decides."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from claimcheck.comparing.event_rows import judge_day
from claimcheck.comparing.few_rows import named_share
from claimcheck.comparing.headlines import headed, headline
from claimcheck.comparing.likely_days import ENOUGH, date_likeness, differs_by_a_slip, is_slip
from claimcheck.comparing.rows import speaks_of
from claimcheck.comparing.stand_ins import tellings, whole_story
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.told_clauses import is_told_in_a_clause
from claimcheck.model import TIMES, Claim, Row
from claimcheck.references.collection import References

_BEFORE = 300
"""Characters before a sentence whose names may be of the event it dates."""


def decide_day(claim: Claim, references: References, title: str = "", text: str = "") -> Verdict | None:
    """The verdict on a date or a time gone by with the event it rests on, None where it stands by none or none is sure enough.

    `title` and `text` are those of the claim's story: they name what the sentence leaves out (see claimcheck.comparing.stand_ins). If any
    event bears the date out, it is borne out; only where all that stand by it are of other days is it contradicted.
    """
    if claim.kind not in TIMES:
        return None
    claim, title = headed(claim, text), title or headline(text) or ""
    found: list[Verdict] = []
    asked: set[tuple[object, ...]] = set()
    for row in references.candidates(_with_words_before(claim, text)):
        event = (row.entity, row.measure, row.place, row.event)
        if row.kind == "date" and event not in asked:
            asked.add(event)
            found += _verdicts(claim, row, title, text)
    agreeing = [verdict for verdict in found if verdict.verdict == "supported"]
    return next(iter(agreeing), None) or _likely(claim, references, whole_story(title, text)) or next(iter(found), None)


def _likely(claim: Claim, references: References, story: str) -> Verdict | None:
    """The event of a table of a few rows whose day a date most likely is, or is but for a slip of the pen."""
    if not references.are_few:
        return None
    events = [(row, references.of_subject(row)) for row in references.rows if row.kind == "date"]
    points = {row: date_likeness(claim, row, siblings, story) for row, siblings in events if not _is_of_another(claim, row, references)}
    best = max(points, key=lambda row: points[row], default=None)
    if best is not None and points[best] >= ENOUGH:
        return Verdict("supported", f"{best.value} in {best.table}, by the story's subject", (best,))
    slipped = next((row for row, siblings in events if is_slip(claim, row, siblings, story)), None)
    return Verdict("contradicted", f"{slipped.value} in {slipped.table}, by the event's other figure", (slipped,)) if slipped else None


def _is_of_another(claim: Claim, row: Row, references: References) -> bool:
    """Whether the sentence of a date names another event's subject of the table in full before it, and nothing of the row's own."""
    if (claim.value == row.value and claim.kind == "date") or named_share(row, claim, claim.sentence) > 0:
        return False
    others = (other for other in references.rows if other.kind == "date" and other.entity != row.entity)
    before = claim.sentence[: claim.span[0] - claim.sentence_span[0]]
    return any(named_share(other, claim, before) == 2 for other in others)


def _verdicts(claim: Claim, row: Row, title: str, text: str) -> Iterator[Verdict]:
    """What one event says of a date, as its sentence stands and with the subject put in where a word stands for it."""
    match = speaks_of(claim, row)
    verdict = judge_day(claim, row, match.sure) if match.decision else None
    if verdict is not None and verdict.verdict is not None:
        yield verdict
        return
    for told in tellings(claim, row, title, text):
        match = speaks_of(told.claim, told.row)
        verdict = judge_day(told.claim, row, match.sure and told.sure) if match.decision else None
        if verdict is not None and verdict.verdict is not None:
            yield verdict
    if differs_by_a_slip(claim, row) and is_told_in_a_clause(claim, row):
        yield Verdict("contradicted", f"{row.value} in {row.table}, told of it in a clause", (row,))


def _with_words_before(claim: Claim, text: str) -> Claim:
    """The claim with the words before its sentence, by which rows are looked up."""
    start = claim.sentence_span[0]
    return evolve(claim, sentence=f"{text[max(0, start - _BEFORE) : start]} {claim.sentence}")

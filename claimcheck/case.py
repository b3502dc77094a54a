"""What a check is given, and how it says what it found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, frozen

from claimcheck import days
from claimcheck.comparing import compare
from claimcheck.comparing.figures import lower
from claimcheck.comparing.relation import states_revision
from claimcheck.comparing.time import course
from claimcheck.comparing.whom import same_source
from claimcheck.model import Claim, Document, Evidence, Relation, Row

if TYPE_CHECKING:
    from claimcheck.ledger import Ledger
    from claimcheck.references import References


_VERDICTS = {"same_value": "restated", "rounding": "rounding", "update": "updated", "conflict": "conflicting"}


@frozen
class Past:
    """An earlier claim of the same quantity, how it relates to the one at hand, and the verdict that follows."""

    claim: Claim
    relation: Relation
    verdict: str


@frozen
class Case:
    """One article with all it is held against. Checks read it and change nothing."""

    document: Document
    claims: tuple[Claim, ...]
    ledger: Ledger | None = None
    references: References | None = None
    _earlier: dict[str, tuple[tuple[Claim, Relation], ...]] = field(factory=dict, repr=False, eq=False)

    def earlier(self, claim: Claim) -> tuple[tuple[Claim, Relation], ...]:
        """Earlier claims of the same quantity with their relation to `claim`, nearest in time first; looked up once."""
        if self.ledger is None:
            return ()
        if claim.id not in self._earlier:
            related = (
                (past, compare(past, claim))
                for past in self.ledger.candidates(claim)
                if past.document != claim.document or past.document is None
            )
            same = [(past, relation) for past, relation in related if relation.label != "different_quantity"]
            self._earlier[claim.id] = tuple(sorted(same, key=lambda pair: (pair[0].as_of or "", pair[0].said_on or ""), reverse=True))
        return self._earlier[claim.id]

    def decisive(self, claim: Claim) -> Past | None:
        """The earlier claim that decides about this one, and its verdict.

        What says the same of the same day comes first, then what the same speaker said. Else the latest one up to the claim's own day
        decides; but a figure that only grows and now comes out lower is an old figure restated, where the ledger holds that very figure.
        """
        related = [pair for pair in self.earlier(claim) if pair[1].label == "same_value" or not _later(pair[0], claim)]
        if not related:
            return None
        agreeing = [pair for pair in related if pair[1].label == "same_value"]
        same_day = [pair for pair in agreeing if _same_time(pair[0], claim)]
        own = [pair for pair in related if same_source(pair[0], claim)]
        past, relation = (same_day or own or related)[0]
        if relation.label == "conflict" and agreeing and course(past, claim) == "grows":
            past, relation = agreeing[0]
        if relation.label in ("update", "conflict") and self.corrects(past, claim):
            return Past(past, relation, "corrected")
        return Past(past, relation, _VERDICTS[relation.label])

    def corrects(self, past: Claim, claim: Claim) -> bool:
        """Whether the ledger holds a correction of the past claim to this figure, or the text calls the past figure revised or wrong."""
        if self.ledger is not None and any(correction.value == claim.value for correction in self.ledger.corrections(past)):
            return True
        return states_revision(self.paragraph(claim) if lower(past, claim) else claim.sentence)

    def paragraph(self, claim: Claim) -> str:
        """The paragraph a claim stands in."""
        text, (start, end) = self.document.text, claim.span
        last = text.find("\n", end)
        return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]


def _later(past: Claim, claim: Claim) -> bool:
    """Whether a recorded claim is of a later day than the one at hand, which then only looks back."""
    return past.as_of is not None and claim.as_of is not None and days.first_day(past.as_of) > days.last_day(claim.as_of)


def _same_time(a: Claim, b: Claim) -> bool:
    return a.as_of is not None and b.as_of is not None and days.overlaps(a.as_of, b.as_of)


def earlier_evidence(past: Claim) -> Evidence:
    """An earlier claim as evidence."""
    return Evidence(
        "earlier_claim",
        past.value,
        past.unit,
        surface=past.surface,
        as_of=past.as_of,
        said_on=past.said_on,
        source=past.attribution.source if past.attribution else past.outlet,
        document=past.document,
        span=past.span,
    )


def row_evidence(row: Row) -> Evidence:
    """A reference row as evidence."""
    return Evidence(
        "reference", row.value, row.unit, as_of=row.as_of, source=row.source, url=row.url, table=row.table, row=row.line, note=row.note
    )

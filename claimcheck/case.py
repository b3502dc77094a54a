"""What a check is given."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import field, frozen

from claimcheck import days
from claimcheck.comparing import compare
from claimcheck.comparing.heirs import is_likelier_heir, nearness
from claimcheck.comparing.labels import is_old, tells_first_state
from claimcheck.comparing.pairs import (
    Pair,
    eclipses,
    is_anyones,
    is_held,
    is_level_again,
    leading,
    looks_back,
    may_decide,
    recency,
    same_time,
    surest,
)
from claimcheck.comparing.put_right import calls_wrong, denies
from claimcheck.comparing.relation import are_one, replaced
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.time import course
from claimcheck.comparing.whom import same_source, same_voice, sources_differ
from claimcheck.layout import Layout
from claimcheck.model import Claim, Document, Relation
from claimcheck.references.decision import decide_all
from claimcheck.references.derivation import Derived
from claimcheck.references.strictly import follow

if TYPE_CHECKING:
    from claimcheck.ledger import Correction, Ledger
    from claimcheck.references import References


_Told = TypeVar("_Told")
_CROWD = 100
"""Figures of one statistic in one article that are looked at, which keeps the work linear in the text."""
_MOVED = ("update", "conflict", "rounding")
_PART = ("some_of", "part_of", "share_of")
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
    _compared: dict[str, tuple[Pair, ...]] = field(factory=dict, repr=False, eq=False)
    _decided: dict[str, Past | None] = field(factory=dict, repr=False, eq=False)
    _heirs: dict[str, list[Claim]] = field(factory=dict, repr=False, eq=False)
    _verdicts: dict[str, Verdict | None] = field(factory=dict, repr=False, eq=False)
    _followed: dict[str, Derived | None] = field(factory=dict, repr=False, eq=False)
    _asked: dict[Callable[[Case], Any], Any] = field(factory=dict, repr=False, eq=False)

    @cached_property
    def layout(self) -> Layout:
        """Where the figures stand."""
        return Layout(self.claims)

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """The figures of a figure's sentence, itself among them."""
        return self.layout.beside(claim)

    def once(self, asked: Callable[[Case], _Told]) -> _Told:
        """What several checks ask of the whole article, worked out once."""
        if asked not in self._asked:
            self._asked[asked] = asked(self)
        told: _Told = self._asked[asked]
        return told

    def verdicts(self) -> Mapping[str, Verdict | None]:
        """What the references say of each figure, by its id; worked out once."""
        if self.references is not None and not self._verdicts:
            story = f"{self.document.text}\n{self.document.title or ''}"
            self._verdicts.update(decide_all(self.claims, self.references, story))
        return self._verdicts

    def followed(self, claim: Claim) -> Derived | None:
        """How a figure of a text written from tables follows from the rows that its sentence cites; worked out once."""
        if self.references is None:
            return None
        if claim.id not in self._followed:
            self._followed[claim.id] = follow(claim, self.layout.up_to(claim.sentence_span, 2), self.verdicts(), self.references)
        return self._followed[claim.id]

    def compared(self, claim: Claim) -> tuple[Pair, ...]:
        """What other articles say that may concern a claim, each with its relation to it, nearest in time first; looked up once."""
        if self.ledger is None:
            return ()
        if claim.id not in self._compared:
            others = (past for past in self.ledger.candidates(claim) if past.document != claim.document or past.document is None)
            pairs = [(past, compare(past, claim)) for past in others]
            self._compared[claim.id] = tuple(sorted(pairs, key=recency, reverse=True))
        return self._compared[claim.id]

    def earlier(self, claim: Claim) -> tuple[Pair, ...]:
        """Earlier claims of the same quantity with their relation to `claim`, nearest in time first, of one day the likeliest.

        Among the many figures of a ledger a close one is met by chance: another value counts only where the words alone hold the two
        together, where they nearly do and a figure of one statistic or noun has grown, where the odds are well above even, or where the
        text says that this one has taken the other's place ("up from 45").
        """
        held = {past.id: (past, relation) for past, relation in self.compared(claim) if is_held(past, claim, relation)}
        found = (held | {pair[0].id: pair for pair in self._replaced(claim)}).values()
        return tuple(sorted(found, key=lambda pair: (recency(pair), nearness(pair[0], claim)), reverse=True))

    def _replaced(self, claim: Claim) -> Iterator[Pair]:
        """The figures on record that are the old figure which the text gives beside this one, the new one."""
        for old in self._old_ones(claim):
            if compare(old, claim).label == "update":
                recorded = (past for past, relation in self.compared(old) if relation.label == "same_value")
                yield from ((past, replaced(past, claim)) for past in recorded)

    def _old_ones(self, claim: Claim) -> list[Claim]:
        """The old figures that the text gives beside a new one."""
        return self.layout.linked(claim, ("from", "revises"))

    def decisive(self, claim: Claim) -> Past | None:
        """The earlier claim that decides about this one, and its verdict; worked out once.

        A figure that another one of the article rather continues is left out; so are those that only doubtful odds hold to be of one
        quantity where the words do so of others. What says the same of the same day comes first, then what the ledger holds to be
        corrected to this figure, then what the same speaker said, if the latest word is another's. Else the latest one up to the claim's
        own day decides; but a figure that is called an earlier one, or only grows and now comes out lower, is an old figure
        restated, where the ledger holds that very figure. A figure that is far below another of its own article for the same toll, a
        village's, decides nothing and is news of nothing.
        """
        if claim.id not in self._decided:
            self._decided[claim.id] = self._deciding(claim)
        return self._decided[claim.id]

    def _deciding(self, claim: Claim) -> Past | None:
        wholes = self._wholes(claim)
        earlier = [pair for pair in self.earlier(claim) if pair[1].label == "same_value" or self._may_decide(pair[0], claim, wholes)]
        related = [pair for pair in leading(earlier) if pair[1].label != "update" or not self._has_likelier_heir(pair[0], claim)]
        if not related:
            return None
        same_speaker = [pair for pair in related if same_source(pair[0], claim)]
        related = surest(related, claim)
        agreeing = [pair for pair in related if pair[1].label == "same_value"]
        same_day = [pair for pair in agreeing if same_time(pair[0], claim)]
        heard = same_voice if related[0][1].label == "conflict" else same_source
        own = [] if is_anyones(*related[0], claim) else [pair for pair in related if heard(pair[0], claim)] or same_speaker
        recorded = [pair for pair in related if pair[1].label != "same_value" and self._is_put_right(pair[0], claim)]
        past, relation = (same_day or recorded or own or related)[0]
        fallen = relation.label == "conflict" and course(past, claim) == "grows"
        if agreeing and (is_old(claim) or tells_first_state(claim) or fallen or is_level_again(agreeing[0][0], claim)):
            past, relation = agreeing[0]
        if relation.label in ("update", "conflict") and self.corrects(past, claim):
            return Past(past, relation, "corrected")
        if relation.label == "update" and tells_first_state(claim):
            return None
        if relation.label in ("update", "conflict") and self._is_eclipsed(past, claim):
            return None
        if relation.label in ("update", "conflict") and looks_back(past, claim):
            return None
        disputed = relation.label == "conflict" and sources_differ(past, claim)
        return Past(past, relation, "disputed" if disputed else _VERDICTS[relation.label])

    def _may_decide(self, past: Claim, claim: Claim, wholes: Sequence[str | tuple[str, str]]) -> bool:
        """Whether another figure may be an earlier state, or is one of which the text says that it was wrong, whatever its day."""
        return may_decide(past, claim, wholes) or denies(past, claim, self._old_ones(claim))

    def _has_likelier_heir(self, past: Claim, claim: Claim) -> bool:
        """Whether another figure of the article rather continues the past one; not where the text itself gives the old figure."""
        if self._old_ones(claim):
            return False
        if not self._heirs:
            for other in self.claims:
                for recorded, relation in self.compared(other):
                    if relation.label in _MOVED:
                        self._heirs.setdefault(recorded.id, []).append(other)
        rivals = [other for other in self._heirs.get(past.id, []) if other.id != claim.id]
        return any(is_likelier_heir(rival, claim, past) for rival in rivals[:_CROWD])

    def _wholes(self, claim: Claim) -> list[str | tuple[str, str]]:
        """The figures of the article that this one is a part of ("eleven of the 23")."""
        return [whole.value for whole in self.layout.linked(claim, _PART)]

    def _is_eclipsed(self, past: Claim, claim: Claim) -> bool:
        """Whether the article gives a far higher figure for the past toll too, and this one is not said to be the earlier of the two.

        The dead of a disaster long ago, which the article calls to mind, eclipse nothing: they are no state of the past toll.
        """
        if course(claim, claim) != "grows" or is_old(claim):
            return False
        alike = (other for other in self.claims if other.measure == claim.measure and other.unit == claim.unit and other.id != claim.id)
        return any(eclipses(other, claim) and are_one(past, other) for other in islice(alike, _CROWD))

    def corrects(self, past: Claim, claim: Claim) -> bool:
        """Whether the ledger holds a correction of the past claim to this figure, or the text calls the past figure revised or wrong."""
        wrong = calls_wrong(past, claim, self._old_ones(claim), self.beside(claim), self.paragraph(claim))
        return wrong or self._is_put_right(past, claim)

    def correction(self, past: Claim, claim: Claim) -> Correction | None:
        """The record in force on the day a claim was said of what a past figure should have been: the latest one made by then."""
        made = self.ledger.corrections(past) if self.ledger is not None else ()
        known = [each for each in made if claim.said_on is None or days.first_day(each.on) <= days.last_day(claim.said_on)]
        return known[-1] if known else None

    def _is_put_right(self, past: Claim, claim: Claim) -> bool:
        correction = self.correction(past, claim)
        return (correction is not None and correction.value == claim.value) or denies(past, claim, self._old_ones(claim))

    def paragraph(self, claim: Claim) -> str:
        """The paragraph a claim stands in."""
        text, (start, end) = self.document.text, claim.span
        last = text.find("\n", end)
        return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]

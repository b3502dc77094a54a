"""What a check is given, and how it says what it found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from attrs import field, frozen

from claimcheck import days
from claimcheck.comparing import compare
from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.figures import is_specific, lower, significant, times_apart
from claimcheck.comparing.heirs import is_likelier_heir, nearness
from claimcheck.comparing.labels import is_denied, is_old, is_vague, moved_to, tells_first_state
from claimcheck.comparing.parts import whole
from claimcheck.comparing.relation import are_surely_one, log_odds, replaced, same_quantity, states_revision
from claimcheck.comparing.standing import Verdict
from claimcheck.comparing.time import course, told_of_another_day
from claimcheck.comparing.whom import same_source, same_voice, sources_differ
from claimcheck.layout import Layout
from claimcheck.model import Claim, Document, Evidence, Relation, Row
from claimcheck.references.decision import decide_all
from claimcheck.references.derivation import Derived
from claimcheck.references.strictly import follow

if TYPE_CHECKING:
    from claimcheck.ledger import Correction, Ledger
    from claimcheck.references import References


Pair = tuple[Claim, Relation]
"""An earlier claim, and how the one at hand relates to it."""

_STATES, _ACCOUNTS = 3, 10
"""How many times apart two figures of one article for one toll may lie, by one account and by two. Conventions of this project."""
_CROWD = 100
"""Figures of one statistic in one article that are looked at, which keeps the work linear in the text."""
_HELD = 0.4
"""The logarithm of the odds from which another figure on record is taken for an earlier state though the words leave much open: a little
above those from which compare() relates two figures, for a ledger holds many. A convention of this project."""
_CLEAR = 1.0
"""The logarithm of the odds from which a later figure on record counts beside those that the words hold to be of one quantity. A convention
of this project."""
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

    @cached_property
    def layout(self) -> Layout:
        """Where the figures stand."""
        return Layout(self.claims)

    def beside(self, claim: Claim) -> tuple[Claim, ...]:
        """The figures of a figure's sentence, itself among them."""
        return self.layout.beside(claim)

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
        earlier = [pair for pair in self.earlier(claim) if pair[1].label == "same_value" or _may_decide(pair[0], claim, wholes)]
        related = [pair for pair in _leading(earlier) if pair[1].label != "update" or not self._has_likelier_heir(pair[0], claim)]
        if not related:
            return None
        same_speaker = [pair for pair in related if same_source(pair[0], claim)]
        related = _surest(related, claim)
        agreeing = [pair for pair in related if pair[1].label == "same_value"]
        same_day = [pair for pair in agreeing if _same_time(pair[0], claim)]
        heard = same_voice if related[0][1].label == "conflict" else same_source
        own = [] if _is_anyones(*related[0], claim) else [pair for pair in related if heard(pair[0], claim)] or same_speaker
        recorded = [pair for pair in related if pair[1].label != "same_value" and self._is_put_right(pair[0], claim)]
        past, relation = (same_day or recorded or own or related)[0]
        fallen = relation.label == "conflict" and course(past, claim) == "grows"
        if agreeing and (is_old(claim) or tells_first_state(claim) or fallen or is_level_again(agreeing[0][0], claim)):
            past, relation = agreeing[0]
        if relation.label in ("update", "conflict") and self.corrects(past, claim):
            return Past(past, relation, "corrected")
        if relation.label == "update" and tells_first_state(claim):
            return None
        if relation.label in ("update", "conflict") and self._is_eclipsed(claim):
            return None
        if relation.label == "conflict" and _looks_back(past, claim):
            return None
        disputed = relation.label == "conflict" and sources_differ(past, claim)
        return Past(past, relation, "disputed" if disputed else _VERDICTS[relation.label])

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

    def _is_eclipsed(self, claim: Claim) -> bool:
        """Whether the article gives a far higher figure for the same toll, and this one is not said to be the earlier of the two."""
        if course(claim, claim) != "grows" or is_old(claim):
            return False
        alike = (other for other in self.claims if other.measure == claim.measure and other.unit == claim.unit and other.id != claim.id)
        return any(_eclipses(other, claim) for other in islice(alike, _CROWD))

    def corrects(self, past: Claim, claim: Claim) -> bool:
        """Whether the ledger holds a correction of the past claim to this figure, or the text calls the past figure revised or wrong."""
        if self._is_put_right(past, claim):
            return True
        moves = course(past, claim)
        if moves == "grows" and lower(past, claim) and any(old.value == past.value for old in self._old_ones(claim)):
            return True
        return states_revision(self.paragraph(claim) if lower(past, claim) and moves == "grows" else claim.sentence, moves)

    def correction(self, past: Claim, claim: Claim) -> Correction | None:
        """The record in force on the day a claim was said of what a past figure should have been: the latest one made by then."""
        made = self.ledger.corrections(past) if self.ledger is not None else ()
        known = [each for each in made if claim.said_on is None or days.first_day(each.on) <= days.last_day(claim.said_on)]
        return known[-1] if known else None

    def _is_put_right(self, past: Claim, claim: Claim) -> bool:
        correction = self.correction(past, claim)
        return (correction is not None and correction.value == claim.value) or self._is_denied(past, claim)

    def _is_denied(self, past: Claim, claim: Claim) -> bool:
        """Whether the text says of the past figure that it was not so: "149 people had been aboard, and not 148"; a toll grows as well.

        Nothing is wrong about the figure of another day that a new one is set against: "4.4 percent, not the 4.6 percent of December".
        """
        if course(past, claim) == "grows" and not lower(past, claim):
            return False
        return any(old.value == past.value and old.as_of == claim.as_of and is_denied(old) for old in self._old_ones(claim))

    def paragraph(self, claim: Claim) -> str:
        """The paragraph a claim stands in."""
        text, (start, end) = self.document.text, claim.span
        last = text.find("\n", end)
        return text[text.rfind("\n", 0, start) + 1 : len(text) if last < 0 else last]


def _may_decide(past: Claim, claim: Claim, wholes: Sequence[str | tuple[str, str]]) -> bool:
    """Whether another figure may be an earlier state of a claim's: of no later day, and not the whole of which the claim is a part."""
    return not is_later(past, claim) and past.value not in wholes


def is_held(past: Claim, claim: Claim, relation: Relation) -> bool:
    """Whether the ledger's claim is one of the same quantity, whatever their figures."""
    if relation.label in ("update", "conflict"):
        sameness = same_quantity(past, claim)
        grown = relation.label == "update" and relation.direction == "up" and whole(past, claim).verdict != "part"
        told = sameness.level == "likely" and any(sameness.verdicts.get(test) in ("agree", "entail") for test in ("measure", "counted"))
        return sameness.level == "same" or (told and grown) or log_odds(past, claim) >= _HELD
    return relation.label != "different_quantity"


def recency(pair: Pair) -> tuple[str, str, Decimal]:
    """By what earlier claims are put in order: their day, the day they were said, and of one day's tolls the height."""
    past = pair[0]
    height = past.value if isinstance(past.value, str) else past.value[0]
    grows = past.kind == "count" and course(past, past) == "grows"
    return past.as_of or "", past.said_on or "", Decimal(height) if grows else Decimal(0)


def _surest(related: list[Pair], claim: Claim) -> list[Pair]:
    """The pairs that the words hold to be of one quantity, all where they hold none.

    Where these only update, also what clearly is of it, and what the words hold to be a later state of one of these.
    """
    sure = [pair for pair in related if are_surely_one(*in_one_unit(pair[0], claim))]
    if not sure or any(relation.label != "update" for _, relation in sure):
        return sure or related
    return [pair for pair in related if pair in sure or _is_clear(*pair, claim) or _continues(*pair, claim, sure)]


def _is_clear(past: Claim, relation: Relation, claim: Claim) -> bool:
    """Whether the odds are well above even; for the same figure only where the statistic is one, or it may be that of something else."""
    of_one = relation.label == "update" or same_quantity(past, claim).verdicts.get("measure") == "agree"
    return of_one and log_odds(past, claim) >= _CLEAR


def _continues(past: Claim, relation: Relation, claim: Claim, sure: Sequence[Pair]) -> bool:
    """Whether a figure on record is itself the next state of an earlier one of those that are sure, or by its statistic a step from it."""
    if relation.label != "update":
        return False
    later = [first for first, _ in sure if is_later(past, first)]
    return any(compare(first, past).label == "update" or _is_between(first, past, claim) for first in later)


def _is_between(first: Claim, past: Claim, claim: Claim) -> bool:
    """Whether a figure of one statistic and noun lies between an earlier and a later one."""
    told = same_quantity(past, claim).verdicts
    if told.get("measure") != "agree" or told.get("counted") not in ("agree", "entail"):
        return False
    return (lower(first, past) and lower(past, claim)) or (lower(past, first) and lower(claim, past))


def _is_anyones(past: Claim, relation: Relation, claim: Claim) -> bool:
    """Whether a figure that has moved on is not held against the claim's speaker: its last state is no other speaker's."""
    return relation.label == "update" and not sources_differ(past, claim)


def _leading(related: list[Pair]) -> list[Pair]:
    """The pairs without those whose article gives a far higher figure for the same toll, and without "dozens" if there are numbers."""
    related = [pair for pair in related if not is_vague(pair[0])] or related
    kept = []
    for past, relation in related:
        siblings = [other for other, _ in related if other.document == past.document and other.id != past.id and past.document is not None]
        grows = relation.label != "same_value" and course(past, past) == "grows"
        if not (grows and any(_eclipses(other, past) for other in siblings)):
            kept.append((past, relation))
    return kept


def is_level_again(old: Claim, claim: Claim) -> bool:
    """Whether a level on record is given again without a speaker and not as news, in digits that hardly came back by chance."""
    if course(old, claim) != "level" or claim.attribution is not None or moved_to(claim) is not None:
        return False
    return claim.value == old.value and (is_specific(claim) or (claim.kind == "count" and significant(claim) > 1))


def _eclipses(one: Claim, other: Claim) -> bool:
    """Whether one figure of an article is so much higher than another for the same quantity that the other is of a part, or long past."""
    if not lower(one, other) or same_quantity(one, other).level != "same":
        return False
    times = times_apart(one, other)
    return times is not None and times > (_ACCOUNTS if sources_differ(one, other) else _STATES)


def _looks_back(past: Claim, claim: Claim) -> bool:
    """Whether a toll that comes out lower is told of an earlier day, as a line of a timeline or "on Monday" would."""
    return course(past, claim) == "grows" and lower(past, claim) and told_of_another_day(claim.sentence, claim.said_on)


def is_later(past: Claim, claim: Claim) -> bool:
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
        "reference",
        row.value,
        row.unit,
        as_of=row.as_of,
        source=row.source,
        url=row.url,
        table=row.table,
        row=row.line,
        note=row.note,
        period=row.period,
    )

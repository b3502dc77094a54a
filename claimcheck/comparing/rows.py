"""Is a reference row about the quantity of a claim? What its figure then says of the claim's is for claimcheck.comparing.standing."""

from __future__ import annotations

import re

from attrs import frozen

from claimcheck import days
from claimcheck.comparing import event_rows
from claimcheck.comparing.clauses import clause, cues
from claimcheck.comparing.names import names, related, shared, stems
from claimcheck.comparing.narrowing import narrowed
from claimcheck.comparing.row_figures import interval, is_bare
from claimcheck.comparing.row_measures import is_rise_of_prices, same_counted, same_measure
from claimcheck.comparing.row_subjects import same_subject, spelled_out
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.comparing.sentence_names import names_in
from claimcheck.comparing.statistic_words import telling
from claimcheck.comparing.time import span
from claimcheck.model import Claim, Row

_GOOD = ("agree", "entail")
_CHANGES = frozenset(("change", "increase", "decrease", "rise", "fall"))
_AIMS = frozenset(("target", "goal", "limit", "threshold", "ceiling", "cap", "quota"))
_HEIGHTS = stems("height elevation altitude")
_PARTS = ("part_of", "share_of", "change_to", "change_from", "total_of")
_BESIDE = 16
"""Characters on either side of a figure in which "other" and "of the" belong to it."""

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ALIKE = 1.5
"""How many times longer one stretch of days may be than another where both are a quarter, or a year."""
_ONE_EVENT = 4
"""Days of the longest period that is still one shooting or strike."""


@frozen
class Match:
    """Whether a row is about a claim's quantity. `sure` says that nothing had to be supplied, so that a contradiction may be said; `part`
    is the word by which the claim may be of a part of what the row counts."""

    answers: tuple[Answer, ...]
    decision: bool
    sure: bool
    part: str | None = None

    @property
    def of_one_kind(self) -> bool:
        """Whether the figures are of one kind of quantity, so that they can be compared at all."""
        return self.answers[0].verdict != "clash"

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words."""
        return tuple(f"{answer.test}: {answer.reason}" for answer in self.answers)


def speaks_of(claim: Claim, row: Row) -> Match:
    """Whether a row is about the quantity of a claim: the same statistic of the same subject. The first clash ends the asking.

    A row of kind "date" is an event: the claim must be a date, or a time gone by, that stands by the event's wording in its sentence.
    """
    row = spelled_out(row)
    answers = event_rows.answers(claim, row) if row.kind == "date" else _answers(claim, row)
    verdicts = {answer.test: answer.verdict for answer in answers}
    decision = "clash" not in verdicts.values() and verdicts["measure"] in _GOOD and verdicts["whom"] in _GOOD
    sure = decision and verdicts["measure"] == verdicts["whom"] == "agree" and "entail" not in verdicts.values() and not _is_part(claim)
    part = narrowed(claim, row) if decision and row.kind != "date" and not event_types(row.event) else None
    return Match(answers, decision, sure and part is None, part)


def _answers(claim: Claim, row: Row) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for test in (same_kind, same_change, actual, same_measure, same_counted, same_subject, _event, _place, _period):
        answers.append(test(claim, row))
        if answers[-1].verdict == "clash":
            break
    return tuple(answers)


def _is_part(claim: Claim) -> bool:
    """Whether the text makes the figure a part of another one, or a suspicion."""
    if claim.status == "suspected" or any(link.role in _PARTS for link in claim.links):
        return True
    start, end = (place - claim.sentence_span[0] for place in claim.span)
    if not 0 <= start <= end:
        return False
    behind = re.split("[,;.]", claim.sentence[end : end + _BESIDE], maxsplit=1)[0]
    beside = f"{claim.sentence[max(0, start - _BESIDE) : start]} {claim.surface} {behind}"
    return claim.kind == "count" and cues("part").search(beside) is not None


def same_kind(claim: Claim, row: Row) -> Answer:
    """The same kind of quantity; a bare number ("GDP was 23,450,000,000") may be of any."""
    if claim.kind in ("date", "year"):
        return Answer("kind", "clash", "a date against a figure")
    if is_bare(claim):
        if _YEAR.fullmatch(claim.surface):
            return Answer("kind", "clash", "it may be a year")
        loose = row.kind == "percent" or row.event is not None
        return Answer("kind", "entail" if loose else "agree", f"a bare number and {row.unit or row.kind}")
    if claim.kind == row.kind or {claim.kind, row.kind} in ({"age", "duration"}, {"percent", "ratio"}):
        stated, given = claim.bounds, interval(row)
        if stated and given and stated.unit != given.unit:
            return Answer("kind", "clash", f"{stated.unit} against {given.unit}")
        return Answer("kind", "agree", f"both {row.kind}")
    return Answer("kind", "clash", f"{claim.kind} against {row.kind}")


def same_change(claim: Claim, row: Row) -> Answer:
    """A change against a row that is none itself ("a 31% increase", "growth")."""
    if claim.change is None or str(claim.value).startswith("-") or "growth" in telling(row.measure) or stems(row.measure) & _CHANGES:
        return Answer("change", "agree", "neither or both are changes")
    if is_rise_of_prices(claim, row.measure):
        return Answer("change", "entail", "inflation is how much prices rise")
    if claim.kind == "length" and stems(row.measure) & _HEIGHTS:
        return Answer("change", "entail", "a mountain rises as high as it is")
    return Answer("change", "clash", f"{claim.surface!r} is a change")


def actual(claim: Claim, row: Row) -> Answer:
    """Not a plan, a forecast or a condition: what may come is not what is. Beyond a comma such a word leaves only doubt."""
    if stems(row.measure) & _AIMS or cues("plan").search(row.measure):
        return Answer("actual", "agree", f"{row.measure} is itself an aim or a plan")
    foretold = told_by_a_forecast(claim)
    if foretold.verdict == "clash":
        return foretold
    words = clause(claim)
    cue = next((found for found in cues("plan").finditer(words) if found.group() != "May"), None)
    if cue is None:
        return Answer("actual", "agree", "no word of a plan")
    near = "," not in words[cue.end() :].partition(" ; ")[0]
    return Answer("actual", "clash" if near else "entail", f"{cue.group()!r}")


def told_by_a_forecast(claim: Claim) -> Answer:
    """What an exit poll or a projection says is not what is."""
    source = claim.attribution.source if claim.attribution else None
    foretold = cues("plan").search(cues("forecaster").sub("", source or "")) is not None
    return Answer("actual", "clash" if foretold else "agree", f"says {source}" if foretold else "no word of a plan")


def _event(claim: Claim, row: Row) -> Answer:
    """The same type of event, where the row is of one."""
    wanted = event_types(row.event)
    if not wanted:
        return Answer("event", "unknown", "the row names no event")
    given = event_types(claim.event) or event_types(f"{claim.title or ''} {claim.sentence}")
    verdict = "agree" if wanted & given else "clash" if event_types(claim.event) else "entail"
    if verdict == "agree" and cues("several").search(claim.sentence):
        verdict = "entail"
    return Answer("event", verdict, f"{row.event} and {claim.event or 'no event'}")


def _place(claim: Claim, row: Row) -> Answer:
    """Not another place than the row's."""
    one, other = names(claim.place), names(row.place)
    if not one or not other or row.place == row.entity:
        return Answer("place", "unknown", f"{claim.place} and {row.place}")
    if related(one, other):
        return Answer("place", "agree", f"{claim.place} and {row.place}")
    return Answer("place", "clash" if "place" not in claim.inherited else "unknown", f"{claim.place} against {row.place}")


def _dates_it(claim: Claim, row: Row) -> bool:
    """Whether a month or year is the date of the one event that the sentence names: "the Varna earthquake killed 90 people in May 2021"."""
    own = names(row.event)
    named = own and not own - shared(own, names_in(claim.sentence)) and not cues("several").search(claim.sentence)
    return bool(named) and row.as_of is not None and claim.as_of is not None and days.overlaps(row.as_of, claim.as_of[: len("2021-05")])


def _period(claim: Claim, row: Row) -> Answer:
    """Not the count of a month or year against the row of one event."""
    length = span(claim.period) if claim.period else None
    if row.event and event_types(row.event) and length is not None and length > _ONE_EVENT and not _dates_it(claim, row):
        return Answer("period", "clash", f"{length} days against {row.event}")
    covered = span(row.period) if row.period else None
    if length and covered and not 1 / _ALIKE < length / covered < _ALIKE:
        return Answer("period", "clash", f"{length} days against {covered}")
    return Answer("period", "unknown", "no period clashes")

"""Is a reference row about the quantity of a claim? What its figure then says of the claim's is for claimcheck.comparing.standing."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from claimcheck.comparing import event_rows
from claimcheck.comparing.names import groups_of, kinship, names, related, rest, shared, stems
from claimcheck.comparing.narrowing import narrowed
from claimcheck.comparing.row_figures import interval, is_bare
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.comparing.time import span
from claimcheck.comparing.wordings import (
    clause,
    cues,
    named_in,
    names_in,
    said,
    statistics,
    subject_names,
    telling,
    terms,
    unsaid,
    without,
    without_asides,
)
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.vocabulary import table

_GOOD = ("agree", "entail")
_CHANGES = frozenset(("change", "increase", "decrease", "rise", "fall"))
_PHYSICAL = ("length", "area", "volume", "mass", "speed", "temperature")
"""Kinds whose statistic the reader may only guess from the unit, so that its word must be said where a contradiction is."""
_PARTS = ("part_of", "share_of", "change_to", "change_from", "total_of")
_BESIDE = 16
"""Characters on either side of a figure in which "other" and "of the" belong to it."""
_BEHIND = 15
"""Characters by which a name behind a figure counts as farther away than one before it."""
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_COMPARED = re.compile(rf"{cues('comparison').pattern}(?: \w+){{0,3}}\s*$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"\b(?:of|in|at|from|near|outside|around) (?:[A-Z][\w'’-]+ ?){1,4}, $")
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
    answers = event_rows.answers(claim, row) if row.kind == "date" else _answers(claim, row)
    verdicts = {answer.test: answer.verdict for answer in answers}
    decision = "clash" not in verdicts.values() and verdicts["measure"] in _GOOD and verdicts["whom"] in _GOOD
    sure = decision and verdicts["measure"] == verdicts["whom"] == "agree" and "entail" not in verdicts.values() and not _is_part(claim)
    part = narrowed(claim, row) if decision and row.kind != "date" and not event_types(row.event) else None
    return Match(answers, decision, sure and part is None, part)


def _answers(claim: Claim, row: Row) -> tuple[Answer, ...]:
    answers: list[Answer] = []
    for test in (same_kind, same_change, _actual, _measure, _counted, same_subject, _event, _place, _period):
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
    beside = f"{claim.sentence[max(0, start - _BESIDE) : start]} {claim.surface} {claim.sentence[end : end + _BESIDE]}"
    return claim.kind == "count" and cues("part").search(beside) is not None


# ------------------------------------------------------------------------------------------------ kind and measure


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
    return Answer("change", "clash", f"{claim.surface!r} is a change")


def _actual(claim: Claim, row: Row) -> Answer:
    """Not a plan, a forecast or a condition: what may come is not what is. Beyond a comma such a word leaves only doubt."""
    words = clause(claim)
    cue = next((found for found in cues("plan").finditer(words) if found.group() != "May"), None)
    if cue is None:
        return Answer("actual", "agree", "no word of a plan")
    near = "," not in words[cue.end() :].partition(" ; ")[0]
    return Answer("actual", "clash" if near else "entail", f"{cue.group()!r}")


def _measure(claim: Claim, row: Row) -> Answer:
    """The row's statistic is the claim's, or stands beside its number in other words."""
    text = f"{clause(claim)} ; {claim.measure or ''} ; {claim.noun or ''}"
    odd = (telling(row.measure) - telling(claim.sentence)) | (telling(without_asides(clause(claim))) - telling(row.measure))
    if odd:
        return Answer("measure", "clash", f"{', '.join(sorted(odd))} is said of one only")
    levels = [_level(claim, wording, text) for wording in (row.measure, *row.wordings)]
    best = next((level for level in ("agree", "entail", "unknown") if level in levels), "clash")
    return Answer("measure", best, f"{claim.measure or 'no statistic'} and {row.measure}")


def _level(claim: Claim, wording: str, text: str) -> str:
    """How one wording of the row's measure stands to what is said by the figure."""
    mine = akin_statistics(claim.measure) & statistics(wording)
    if mine and not unsaid(text, without(wording, mine)):
        return "agree" if claim.kind not in _PHYSICAL or said(text, wording) else "entail"
    others = statistics(wording) if not mine and statistics(claim.measure) else frozenset()
    if not said(text, wording) or not _noun_fits(claim, wording) or (others and not others & statistics(text)):
        return "clash" if not mine and statistics(wording) and statistics(claim.measure) else "unknown"
    known = terms(wording) and claim.kind != "count"
    return "agree" if mine or known or not statistics(wording) or not statistics(claim.measure) else "entail"


def _noun_fits(claim: Claim, wording: str) -> bool:
    """Whether what the claim counts is named by the wording too."""
    noun = claim.noun or claim.counted
    if not noun or shared(stems(noun), stems(wording)):
        return True
    return any(kinship(x, y) in ("same", "whole") for x in groups_of(noun) for y in groups_of(wording))


@lru_cache(maxsize=1024)
def akin_statistics(name: str | None) -> frozenset[str]:
    """A statistic with those that tables call by its name ("tanks lost" are tanks destroyed)."""
    return frozenset((name, *(b for a, b in _kin() if a == name))) if name else frozenset()


@cache
def _kin() -> frozenset[tuple[str, str]]:
    pairs = {(row["measure"], row["other"]) for row in table("statistic_kin")}
    return frozenset(pairs | {(b, a) for a, b in pairs})


def _counted(claim: Claim, row: Row) -> Answer:
    """Not a part of the people the row counts: officers among the dead."""
    given = groups_of(claim.noun or claim.counted)
    wanted = groups_of(row.measure) | groups_of(row.entity)
    if claim.kind != "count" or not given or any(kinship(x, y) in ("same", "whole") for x in wanted for y in given):
        return Answer("counted", "agree", f"{claim.noun or 'nothing'} and {row.measure}")
    kin = {"same" if group == "person" else kinship(group, "person") for group in given}
    if "part" in kin and not kin & {"same", "whole"} and not _exceeds(claim, row):
        return Answer("counted", "entail", f"{claim.noun} may be a part of them")
    return Answer("counted", "agree", f"{claim.noun} are no part of a larger group")


def _exceeds(claim: Claim, row: Row) -> bool:
    """Whether a figure is more than the row's, so that it is no part of it."""
    given, stated = interval(row), claim.bounds
    if row.precision or given is None or stated is None or given.high is None or stated.low is None:
        return False
    return Decimal(stated.low) > Decimal(given.high)


# ------------------------------------------------------------------------------------------------ subject


def same_subject(claim: Claim, row: Row) -> Answer:
    """The row's subject is named: by the counted noun or the claim's scope, or else in its sentence, no other country being nearer."""
    subject = row.entity or row.event or row.place or ""
    wanted = subject_names(subject)
    if all(name.isdigit() for name in wanted):
        return _common_subject(claim, subject)
    if _stands_in(claim.sentence, subject) and _is_locator(claim.sentence, subject):
        return Answer("whom", "unknown", f"{subject} only says where another place lies")
    others = frozenset() if _countries(wanted) == wanted else rest(subject)
    told = not others - shared(others, stems(f"{claim.sentence} {claim.event} {claim.title} {row.measure}"))
    noun = names(claim.noun)
    if noun and not shared(wanted, noun):
        return Answer("whom", "clash", f"{claim.noun} against {subject}")
    if noun and not wanted - shared(wanted, noun):
        return Answer("whom", "agree" if told else "entail", f"{claim.noun}")
    stated = names(None if "entity" in claim.inherited else claim.entity)
    place = names(None if "place" in claim.inherited else claim.place)
    if _countries(stated) and _countries(wanted) and not related(stated, wanted) and not shared(wanted, place):
        return Answer("whom", "clash", f"{claim.entity} against {subject}")
    if _countries(wanted) and any(inner not in wanted and places.contains(country, inner) for inner in place for country in wanted):
        return Answer("whom", "clash", f"{claim.place} is a part of {subject}")
    if _stands_nearest(claim, subject, wanted) or (not wanted - shared(wanted, stated) and not _countries(wanted)):
        return Answer("whom", "agree" if told or not _countries(wanted) else "entail", f"{subject} is named")
    scope = names(claim.entity) | names(claim.place) | names(claim.event)
    around = scope | names_in(claim.sentence)
    if not wanted - shared(wanted, scope) or (shared(wanted, around) and not wanted - shared(wanted, around | names(claim.title))):
        return Answer("whom", "entail", f"{subject} is the article's subject")
    if len(others) > 1 and not others - shared(others, stems(f"{claim.entity} {claim.noun} {claim.sentence}".replace("-", " "))):
        return Answer("whom", "entail", f"{subject} without its name")
    return Answer("whom", "unknown", f"{subject} is not named")


def _common_subject(claim: Claim, subject: str) -> Answer:
    """A subject without a name ("front line"): its words stand in the sentence."""
    wanted = stems(subject)
    if wanted and not wanted - shared(wanted, stems(f"{claim.entity} {claim.noun} {claim.sentence}")):
        return Answer("whom", "agree", f"{subject} is named")
    return Answer("whom", "unknown", f"{subject} is not named")


def _countries(found: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in found if places.is_country(name))


@lru_cache(maxsize=1024)
def _not_compared(sentence: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The names of a sentence without those that something is only compared with ("unlike that of Peru")."""
    return tuple(name for name in named_in(sentence) if not _COMPARED.search(sentence, 0, name[0]))


def _stands_nearest(claim: Claim, subject: str, wanted: frozenset[str]) -> bool:
    """Whether the subject's names stand in the sentence, and no other country nearer to the number."""
    if wanted - shared(wanted, names_in(claim.sentence)) and not _stands_in(claim.sentence, subject):
        return False
    if not _countries(wanted):
        return True
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    speaker = names(claim.attribution.source if claim.attribution else None)
    named = [(first, last, _countries(found - (speaker - wanted))) for first, last, found in _not_compared(claim.sentence)]
    rivals = [(start - last if last <= start else first - end + _BEHIND, name) for first, last, found in named for name in found]
    return not rivals or min(rivals)[1] in wanted


@lru_cache(maxsize=4096)
def _stands_in(sentence: str, subject: str) -> bool:
    """Whether the very words stand in a sentence; names at its beginning run into other capitals ("Peru Population 2012")."""
    return subject in sentence and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", sentence) is not None


def _is_locator(sentence: str, subject: str) -> bool:
    """Whether every mention follows another name and a comma ("Fortuna, Peru")."""
    return all(_NAME_BEFORE.search(sentence, 0, found.start()) for found in re.finditer(re.escape(subject), sentence))


# ------------------------------------------------------------------------------------------------ event, place, period


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


def _period(claim: Claim, row: Row) -> Answer:
    """Not the count of a month or year against the row of one event."""
    length = span(claim.period) if claim.period else None
    if row.event and event_types(row.event) and length is not None and length > _ONE_EVENT:
        return Answer("period", "clash", f"{length} days against {row.event}")
    return Answer("period", "unknown", "no period clashes")

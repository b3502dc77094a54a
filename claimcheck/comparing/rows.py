"""Is a reference row about a claim's quantity, and what does its series say of the figure?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache

from attrs import frozen

from claimcheck import days, intervals
from claimcheck.comparing.names import groups_of, kinship, names, shared, stems
from claimcheck.comparing.scope import Answer, event_types
from claimcheck.model import Claim, Interval, Row
from claimcheck.reading import measures, units
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table

UNDATED = Decimal("0.02")
"""How far a figure may lie from a row without a day: it speaks for some day, and most statistics move less than this in a year. A
convention of this project."""
_FOUR_DECIMALS = Decimal("0.0001")
_NEXT_DAYS = 3
"""Days between a figure and its publication in which a daily table may already show the next ones."""
_PARTS = ("part_of", "share_of", "change_to", "change_from", "total_of")


@frozen
class Match:
    """Whether a row is about a claim's quantity. `sure` says that nothing had to be supplied, so that a contradiction may be said."""

    answers: tuple[Answer, ...]
    decision: bool
    sure: bool

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words."""
        return tuple(f"{answer.test}: {answer.reason}" for answer in self.answers)


@frozen
class Verdict:
    """What a series of rows says of a figure: supported, rounding, outdated, contradicted, or None; the rows it rests on, and why."""

    verdict: str | None
    reason: str
    rows: tuple[Row, ...] = ()


def speaks_of(claim: Claim, row: Row) -> Match:
    """Whether a row is about the quantity of a claim: the same statistic of the same subject.

    A row of kind "date" is an event: the claim must be a date or year that stands by the event's wording in its sentence.
    """
    tests = (_date, _wording, _whom) if row.kind == "date" else (_kind, _change, _measure, _whom, _event, _place)
    answers: list[Answer] = []
    for test in tests:
        answers.append(test(claim, row))
        if answers[-1].verdict == "clash":
            return Match(tuple(answers), False, False)
    said = {answer.test: answer.verdict for answer in answers}
    good = ("agree", "entail")
    decision = said["measure"] in good and said["whom"] in good
    sure = decision and said["measure"] == said["whom"] == "agree" and not any(link.role in _PARTS for link in claim.links)
    return Match(tuple(answers), decision, sure)


# ------------------------------------------------------------------------------------------------ the tests


def _kind(claim: Claim, row: Row) -> Answer:
    """The same kind of quantity; a bare number ("GDP was 16,809,620,000") may be of any."""
    if claim.kind in ("date", "year"):
        return Answer("kind", "clash", "a date against a figure")
    if _bare(claim):
        return Answer("kind", "entail", f"a bare number and {row.unit or row.kind}")
    if claim.kind == row.kind or {claim.kind, row.kind} in ({"age", "duration"}, {"percent", "ratio"}):
        stated, given = claim.bounds, _interval(row)
        if stated and given and stated.unit != given.unit:
            return Answer("kind", "clash", f"{stated.unit} against {given.unit}")
        return Answer("kind", "agree", f"both {row.kind}")
    return Answer("kind", "clash", f"{claim.kind} against {row.kind}")


def _bare(claim: Claim) -> bool:
    return claim.kind == "count" and claim.counted is None


def _change(claim: Claim, row: Row) -> Answer:
    """A change against a row that is none itself ("a 31% increase", "growth")."""
    if claim.change is None or _terms(row.measure) & {"growth"} or stems(row.measure) & {"change", "increase", "decrease", "rise", "fall"}:
        return Answer("change", "agree", "neither or both are changes")
    return Answer("change", "clash", f"{claim.surface!r} is a change")


def _measure(claim: Claim, row: Row) -> Answer:
    """The row's statistic is the claim's, or stands beside its number in other words."""
    clause, wordings = _clause(claim), (row.measure, *row.wordings)
    telling = _terms(row.measure, telling=True) ^ _terms(f"{claim.measure or ''} ; {clause}", telling=True)
    if telling:
        return Answer("measure", "clash", f"{', '.join(sorted(telling))} is said of one only")
    known = frozenset().union(*(statistics(wording) for wording in wordings))
    if claim.measure in known and _noun_agrees(claim, row):
        return Answer("measure", "agree", f"{claim.measure} and {row.measure}")
    if any(_said(clause, wording) for wording in wordings):
        return Answer("measure", "agree" if _said(f"{claim.measure} ; {claim.noun}", row.measure) else "entail", f"{row.measure} stands by the number")
    if claim.measure and known and statistics(claim.measure):
        return Answer("measure", "clash", f"{claim.measure} against {row.measure}")
    return Answer("measure", "unknown", f"nothing by the number says {row.measure}")


def _noun_agrees(claim: Claim, row: Row) -> bool:
    """Whether the things a row counts ("tanks lost") are those the claim counts."""
    wanted, given = groups_of(row.measure) - {"person"}, groups_of(claim.noun or claim.counted) - {"person"}
    return not wanted or (not given and not wanted - groups_of(claim.measure)) or any(kinship(x, y) in ("same", "whole") for x in wanted for y in given)


def _said(text: str, wording: str) -> bool:
    """Whether every content word of a wording, or its term, stands in a text."""
    wanted = _terms(wording) | _rest(wording)
    return bool(wanted) and not wanted - _terms(text) - shared(wanted, _rest(text))


def _whom(claim: Claim, row: Row) -> Answer:
    """The row's subject is named: by the counted noun or the claim's scope, or else in its sentence, no other name of a place being nearer."""
    subject = row.entity or row.event or row.place
    wanted = names(subject) or stems(subject)
    noun = names(claim.noun)
    scope = noun if noun else names(claim.entity) | names(claim.place) | names(claim.event) | (stems(claim.entity) if not names(subject) else frozenset())
    if wanted and not wanted - shared(wanted, scope):
        return Answer("whom", "agree", f"{subject}")
    if noun and wanted and not shared(wanted, noun):
        return Answer("whom", "clash", f"{claim.noun} against {subject}")
    sentence = names(claim.sentence) if names(subject) else stems(claim.sentence)
    missing = wanted - shared(wanted, sentence) - shared(wanted, scope)
    if not missing and _nearest(claim, wanted):
        return Answer("whom", "entail", f"{subject} stands in the sentence")
    if shared(wanted, sentence | scope) and not missing - shared(missing, names(claim.title) | names(claim.event)):
        return Answer("whom", "entail", f"{subject} stands in sentence and headline")
    return Answer("whom", "unknown", f"{subject} is not named")


def _nearest(claim: Claim, wanted: frozenset[str]) -> bool:
    """Whether no other name of a country stands nearer to the number."""
    return True


def _event(claim: Claim, row: Row) -> Answer:
    """The same type of event, where the row is of one."""
    wanted = event_types(row.event)
    if not wanted:
        return Answer("event", "unknown", "the row names no event")
    given = event_types(claim.event) or event_types(f"{claim.title or ''} {claim.sentence}")
    verdict = "agree" if wanted & given else "clash" if event_types(claim.event) else "unknown"
    return Answer("event", verdict, f"{row.event} and {claim.event or 'no event'}")


def _place(claim: Claim, row: Row) -> Answer:
    """Not another place than the row's."""
    one, other = names(claim.place), names(row.place)
    if not one or not other or shared(one, other):
        return Answer("place", "unknown" if not one or not other else "agree", f"{claim.place} and {row.place}")
    return Answer("place", "clash" if "place" not in claim.inherited else "unknown", f"{claim.place} against {row.place}")


def _date(claim: Claim, row: Row) -> Answer:
    if claim.kind in ("date", "year"):
        return Answer("kind", "agree", "both dates")
    return Answer("kind", "clash", f"{claim.kind} against a date")


def _wording(claim: Claim, row: Row) -> Answer:
    """The event's wording stands in the date's clause; in another form of the word counts ("declared", "declaration")."""
    clause = _clause(claim)
    if any(_said(clause, wording) for wording in (row.measure, *row.wordings)):
        return Answer("measure", "agree", f"{row.measure} stands by the date")
    if _agrees_with_day(claim, row) and isinstance(claim.value, str) and len(claim.value) > len("2025"):
        return Answer("measure", "entail", "the very month or day")
    return Answer("measure", "unknown", f"nothing by the date says {row.measure}")


# ------------------------------------------------------------------------------------------------ words


_NUMBER = re.compile(r"(?<![\w.,])[$£€]?\d[\d.,]*\d?(?![\w])")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_BREAK = re.compile(r"[;]| and total | but |, and ")
_LIGHT = frozenset(("number", "total", "figure", "count", "value", "amount", "percent", "percentage", "rate", "share", "level", "size", "annual", "latest", "nominal", "current", "average"))


def _clause(claim: Claim) -> str:
    """The words around the number: back to the number before it, forward to the next number or break."""
    start = claim.number_span[0] - claim.sentence_span[0]
    end = claim.number_span[1] - claim.sentence_span[0]
    if not 0 <= start <= end <= len(claim.sentence):
        return claim.sentence
    before, after = claim.sentence[:start], claim.sentence[end:]
    stops = [found.end() for found in _NUMBER.finditer(before) if not _YEAR.match(found.group())]
    ahead = next((found.start() for found in re.finditer(r"[;,]|\d", after)), len(after))
    return f"{before[stops[-1] if stops else 0 :]} ; {after[:ahead]}"


@cache
def _lexicon() -> Phrases[tuple[str, bool]]:
    return Phrases((row["wording"], (row["term"], row["telling"] == "yes")) for row in table("statistic_terms"))


@lru_cache(maxsize=4096)
def _parsed(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(terms, those of them that tell one statistic from another, the other content words) of a text."""
    tokens = cut(text)
    terms, telling, rest, at = set(), set(), [], 0
    while at < len(tokens):
        found = _lexicon().at(tokens, at)
        if found is None:
            rest.append(tokens.surface(at, at + 1))
            at += 1
            continue
        at, (term, tells) = found
        terms.update([term] if " index" not in term else [term, term.removesuffix(" index"), "index"])
        if tells:
            telling.add("index" if " index" in term else term)
    return frozenset(terms), frozenset(telling), stems(" ".join(rest)) - _LIGHT


def _terms(text: str | None, telling: bool = False) -> frozenset[str]:
    return _parsed(text or "")[1 if telling else 0]


def _rest(text: str) -> frozenset[str]:
    return _parsed(text)[2]


@lru_cache(maxsize=4096)
def statistics(text: str | None) -> frozenset[str]:
    """The statistics of the vocabulary that a wording names.

    >>> sorted(statistics("death toll"))
    ['deaths']
    """
    return frozenset(frame.measure.name for mark in measures.marks(cut(text or "")) for frame in mark.frames)


# ------------------------------------------------------------------------------------------------ figures and time


def judge(claim: Claim, row: Row, series: Sequence[Row], sure: bool = True) -> Verdict:
    """What the series of a row says of a claim that speaks of it.

    A figure is held against the rows near its day. It is outdated where only an earlier row agrees and the text does not name that
    earlier day. Contradicted is said only where no row near that time agrees and `sure` is set (see Match.sure).
    """
    if row.kind == "date":
        return _judge_day(claim, row, sure)
    dated = [other for other in series if other.as_of]
    near = _near(claim, dated) if dated else [other for other in series if not other.as_of] or [row]
    for other in near:
        standing = _standing(claim, other)
        if standing is not None:
            return Verdict(standing, f"{other.value} {other.unit or ''} in {other.table}{_of(other)}", (other,))
    if not near:
        return Verdict(None, f"{row.table} has no row near {claim.as_of}")
    if not dated:
        return Verdict("contradicted", f"{near[0].value} in {near[0].table}", (near[0],)) if sure else Verdict(None, "not sure enough to contradict")
    return _judge_past(claim, dated, near, sure)


def difference(claim: Claim, row: Row) -> tuple[str | None, str | None]:
    """How far a figure lies from a row's: in the row's unit, and as a fraction of the row's figure; None where either is a range or a date.

    Both are decimal strings, rounded to four decimals.
    """
    if row.kind == "date" or not isinstance(claim.value, str) or not isinstance(row.value, str):
        return None, None
    stated, given = Decimal(claim.value), Decimal(row.value)
    if claim.unit != row.unit and not _bare(claim):
        if claim.unit is None or row.unit is None or units.kind_of(claim.unit) != units.kind_of(row.unit):
            return None, None
        stated = units.convert(stated, claim.unit, row.unit)
    relative = (stated - given) / abs(given) if given else None
    return _decimals(stated - given), None if relative is None else _decimals(relative)


def _decimals(number: Decimal) -> str:
    return format(number.quantize(_FOUR_DECIMALS).normalize(), "f")


def _of(row: Row) -> str:
    return f", as of {row.as_of}" if row.as_of else ", without a day"


def _judge_past(claim: Claim, dated: Sequence[Row], near: Sequence[Row], sure: bool) -> Verdict:
    """The verdict on a figure that no row near its day bears out."""
    first = min(days.first_day(str(other.as_of)) for other in near)
    earlier = [other for other in dated if days.last_day(str(other.as_of)) < first and _standing(claim, other)]
    named = claim.as_of is not None and claim.as_of != claim.said_on
    if earlier and not named:
        last = max(earlier, key=lambda other: str(other.as_of))
        return Verdict("outdated", f"true of {last.as_of}, but {near[-1].value} by {near[-1].as_of}", (near[-1], last))
    if not named and any(_standing(claim, other) for other in dated):
        return Verdict(None, "the figure of a later day")
    if not sure:
        return Verdict(None, "not sure enough to contradict")
    return Verdict("contradicted", f"{near[-1].value} in {near[-1].table}{_of(near[-1])}", (near[-1],))


def _near(claim: Claim, dated: Sequence[Row]) -> list[Row]:
    """The rows that speak for the claim's day: those of it, else the last one before it and the days right after, the last one first."""
    day = claim.as_of or (claim.period.end if claim.period else None) or claim.said_on
    if day is None:
        return []
    ordered = sorted(dated, key=lambda row: str(row.as_of))
    exact = [row for row in ordered if days.overlaps(str(row.as_of), day)]
    before = [row for row in ordered if days.last_day(str(row.as_of)) < days.first_day(day)]
    if exact and not _daily(ordered):
        return exact
    lag = [row for row in before if (days.first_day(day) - days.last_day(str(row.as_of))).days <= _NEXT_DAYS]
    after = [row for row in ordered if 0 < (days.first_day(str(row.as_of)) - days.last_day(day)).days <= _NEXT_DAYS]
    if exact or lag:
        return [*after, *lag, *exact]
    last = before[-1:]
    return last if last and _still_speaks(ordered, last[0], day) else []


def _gap(ordered: Sequence[Row]) -> int | None:
    """The usual days between two rows."""
    firsts = [days.first_day(str(row.as_of)) for row in ordered]
    gaps = sorted((b - a).days for a, b in zip(firsts, firsts[1:], strict=False) if b > a)
    return gaps[len(gaps) // 2] if gaps else None


def _daily(ordered: Sequence[Row]) -> bool:
    gap = _gap(ordered)
    return gap is not None and gap <= _NEXT_DAYS


def _still_speaks(ordered: Sequence[Row], last: Row, day: str) -> bool:
    """Whether the newest row before a day is not older than rows of the table usually get; a fixed quantity does not age."""
    gap = _gap(ordered)
    age = (days.first_day(day) - days.last_day(str(last.as_of))).days
    return gap is not None and age <= gap + max(_NEXT_DAYS, gap // 2)


def _standing(claim: Claim, row: Row) -> str | None:
    """supported or rounding where the figures agree, else None."""
    stated, given = claim.bounds, _interval(row, bare=_bare(claim))
    if stated is None or given is None:
        return None
    if _equal(claim, row) or (claim.qualifier in ("exact", "at_least", "more_than", "at_most", "less_than") and _agree(stated, given)):
        return "supported"
    if _agree(stated, given):
        value = _exact(claim)
        return "supported" if value is not None and intervals.agree(value, given) else "rounding"
    return "rounding" if not row.as_of and _close(stated, given) else None


def _agree(stated: Interval, given: Interval) -> bool:
    return stated.unit == given.unit and intervals.agree(stated, given)


def _equal(claim: Claim, row: Row) -> bool:
    if not isinstance(claim.value, str) or not isinstance(row.value, str):
        return claim.value == row.value
    return (claim.unit == row.unit or _bare(claim)) and Decimal(claim.value) == Decimal(row.value)


def _exact(claim: Claim) -> Interval | None:
    """The interval of the claim's digits without its hedge."""
    if not isinstance(claim.value, str) or claim.bounds is None:
        return None
    value = Decimal(claim.value)
    low, high, _, _ = intervals.of_value(value, intervals.place_value(value), "exact")
    if low is None or high is None:
        return None
    if claim.unit is None or claim.bounds.unit == claim.unit:
        return Interval(str(low), str(high), claim.bounds.unit)
    ends = (units.base_value(low, claim.unit)[0], units.base_value(high, claim.unit)[0])
    return Interval(str(ends[0]), str(ends[1]), claim.bounds.unit)


def _close(stated: Interval, given: Interval) -> bool:
    """Whether a figure lies within the tolerance for rows without a day."""
    ends = [Decimal(end) for end in (stated.low, stated.high) if end is not None]
    middle = [Decimal(end) for end in (given.low, given.high) if end is not None]
    if stated.unit != given.unit or not ends or not middle:
        return False
    return any(abs(end - middle[0]) <= abs(middle[0]) * UNDATED for end in ends)


@lru_cache(maxsize=4096)
def _interval(row: Row, bare: bool = False) -> Interval | None:
    """The row's figure in its kind's base unit; for a bare number in the row's own."""
    if row.kind == "date":
        return None
    low, high = row.value if isinstance(row.value, tuple) else (row.value, row.value)
    if bare or row.unit in (None, "count"):
        return Interval(low, high, "count")
    ends = (units.base_value(Decimal(low), str(row.unit)), units.base_value(Decimal(high), str(row.unit)))
    return Interval(str(ends[0][0]), str(ends[1][0]), ends[0][1])


def _judge_day(claim: Claim, row: Row, sure: bool) -> Verdict:
    """A date against the date of the event it stands by."""
    if _agrees_with_day(claim, row):
        return Verdict("supported", f"{row.value} in {row.table}", (row,))
    if sure:
        return Verdict("contradicted", f"{row.value} in {row.table}", (row,))
    return Verdict(None, "not sure enough to contradict")


def _agrees_with_day(claim: Claim, row: Row) -> bool:
    return isinstance(claim.value, str) and isinstance(row.value, str) and days.overlaps(claim.value, row.value)

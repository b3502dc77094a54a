"""Times that figures take from those they belong to: a part from its whole, a change from its level, a case from the year's count."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from attrs import evolve

from claimcheck import days
from claimcheck.model import TIMES, Claim, Period
from claimcheck.reading.relations.members import persons
from claimcheck.reading.usual_times import period_of
from claimcheck.vocabulary import word_set

_WHOLES = ("some_of", "part_of", "average_of")
_SHARES = ("share_is", "share_of")
_BASES = frozenset(("than", "from", "against"))
"""Before what another figure is held against, of whose time a change is not."""
_LEVELS = ("house prices", "unemployment rate", "unemployed", "employed", "labour force", "population", "debt")
"""Statistics that are the level at a time, not what came about in it."""
_AMOUNTS = ("count", "money", "percent", "ratio")
_PORTIONS = ("percent", "ratio")
_SAYS_AGAIN = ("average of ", "averaging ", "some ", "or about ")
_TAKES_UP = ("of", "among", "they", "these", "those")
"""Words at the head of a sentence that stand for what was counted before, by whatever noun its parts are told."""
_BESIDE, _TWO_WORDS = 8, 60
"""Figures before one that can be of its time, and characters before it that hold two words: both keep long lists linear."""


def carried(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article in text order; one without a time of its own takes that of the figure it is a part or a change of.

    >>> from claimcheck.reading import extract
    >>> claims = extract("The firm sold 900 cars in June, down 4% from a year earlier.", published="2026-07-20")
    >>> claims[1].period
    Period(start='2026-06-01', end='2026-06-30')
    """
    if len(claims) < 2 or not any(claim.period is not None or claim.links for claim in claims):
        return list(claims)
    known = {claim.id: claim for claim in claims}
    totals = _of_this_year(claims)
    before: list[Claim] = []
    for _, sentence in groupby(claims, attrgetter("sentence_span")):
        figures = list(sentence)
        taken_up = _taken_up(figures[0], before)
        before = []
        for figure in figures:
            claim = _timed(figure, before, taken_up, known, totals)
            before.append(claim)
            known[claim.id] = claim
    return [known[claim.id] for claim in claims]


def _timed(claim: Claim, before: Sequence[Claim], taken_up: Claim | None, known: dict[str, Claim], totals: dict[str, Claim]) -> Claim:
    """A claim with its time; `before` are the figures before it in its sentence, `taken_up` the count that its sentence goes on with."""
    grown = _since_the_last_count(claim, known)
    if grown is not None:
        claim = grown
    elif _is_untimed(claim):
        claim = _with_time(claim, before, taken_up, known, totals)
    elif claim.period is None and claim.kind in _PORTIONS:
        claim = _of_its_count(claim, known)
    return _of_the_counts_before(claim, before) if claim.period is None and claim.kind in _PORTIONS else claim


def _of_its_count(claim: Claim, known: dict[str, Claim]) -> Claim:
    """A share that is true for the day of the count that it is or is taken of covers the same days."""
    counts = (known[link.claim] for link in claim.links if link.role in _SHARES and link.claim in known)
    count = next((count for count in counts if count.period is not None and count.as_of == claim.as_of), None)
    return claim if count is None else evolve(claim, period=count.period)


def _of_the_counts_before(claim: Claim, before: Sequence[Claim]) -> Claim:
    """A share of no statistic of its own, true for the day of the counts before it, covers their days: "lost 132, a rate of 79 percent"."""
    counts = [earlier for earlier in before[-_BESIDE:] if earlier.kind == "count"]
    periods = {count.period for count in counts}
    if claim.change is not None or len(periods) != 1 or counts[-1].as_of != claim.as_of:
        return claim
    return evolve(claim, period=counts[-1].period) if claim.measure in (None, counts[-1].measure) else claim


def _is_untimed(claim: Claim) -> bool:
    """Whether a figure has no time but the day it was told, and could have another."""
    return claim.period is None and claim.as_of is not None and claim.as_of == claim.said_on and claim.kind not in TIMES


def _with_time(claim: Claim, before: Sequence[Claim], taken_up: Claim | None, known: dict[str, Claim], totals: dict[str, Claim]) -> Claim:
    roles = {link.role: known[link.claim] for link in claim.links if link.claim in known}
    if "change_from" in roles or "risen_from" in roles:
        return claim
    whole = next((roles[role] for role in _WHOLES if role in roles), None)
    if whole is None and taken_up is not None and _goes_on_with(claim, taken_up):
        whole = taken_up
    whole = whole or _level_before(claim, before)
    if whole is None and claim.kind == "count" and claim.change is None and period_of(claim.measure) == "counted":
        whole = totals.get(claim.measure or "")
    return evolve(claim, period=whole.period, as_of=whole.as_of) if whole is not None and whole.period is not None else claim


def _since_the_last_count(claim: Claim, known: dict[str, Claim]) -> Claim | None:
    """A difference of two counts is of the days between them ("30 more than the 45 known last month"), that of two flows is not."""
    if not claim.links:
        return None
    roles = {link.role: known[link.claim] for link in claim.links if link.claim in known}
    base, level = roles.get("change_from"), roles.get("change_to")
    if base is None or base.as_of is None or len(base.as_of) != 10 or claim.kind in TIMES:
        return None
    end = (level or claim).as_of if ((level or claim).as_of or "") > base.as_of else claim.said_on
    if end is None or len(end) != 10 or end <= base.as_of:
        return None
    flows = base.period is not None and base.period.start is not None and base.period.start != base.period.end
    if flows and not (level is not None and _are_levels_of_two_years(claim, base, level)):
        return None
    if claim.kind != "count" and level is None:
        return None
    return evolve(claim, period=Period(base.as_of, end), as_of=end)


def _are_levels_of_two_years(change: Claim, base: Claim, level: Claim) -> bool:
    """Whether a change is of a statistic's level from a month to the same month of another year."""
    if level.as_of is None or base.as_of is None or {change.measure, level.measure}.isdisjoint(_LEVELS):
        return False
    return level.as_of[5:7] == base.as_of[5:7] and level.as_of[:4] != base.as_of[:4]


def _taken_up(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """What "of those", "among them", "the remaining" at the head of a claim's sentence takes up: the last count of the sentence before."""
    words = _head(claim)
    opened = words[:1] in (["of"], ["among"]) and not word_set("taken up").isdisjoint(words[1:2])
    if not opened and word_set("opens a breakdown").isdisjoint(("_".join(words[:2]), "_".join(words))):
        return None
    counts = [earlier for earlier in before if earlier.kind == "count"]
    main = [earlier for earlier in counts if not _is_a_base(earlier)] or counts
    return (main[0] if words[0] == "they" else main[-1]) if main else None


def _goes_on_with(claim: Claim, whole: Claim) -> bool:
    """Whether a count or share can be of the whole that its sentence takes up; what "the other" and "that left" count is of its noun."""
    if claim.kind not in ("count", "percent"):
        return False
    people = claim.counted == "person" and whole.counted in persons()
    return _head(claim)[0] in _TAKES_UP or people or None in (claim.counted, whole.counted) or claim.counted == whole.counted


def _head(claim: Claim) -> list[str]:
    """The first three words of the sentence of a claim."""
    return claim.sentence[:40].lower().replace(",", " ").split()[:3]


def _is_a_base(claim: Claim) -> bool:
    """Whether a count is only what another is taken of: the 900 of "12 percent of the 900"."""
    led = _led(claim)
    return led[-1:] == ["of"] or led == ["of", "the"]


def _led(claim: Claim) -> list[str]:
    """The two words before a figure."""
    at = claim.span[0] - claim.sentence_span[0]
    return claim.sentence[max(0, at - _TWO_WORDS) : at].lower().split()[-2:]


def _level_before(claim: Claim, before: Sequence[Claim]) -> Claim | None:
    """The figure before in its sentence that one without a time is a change of or says again: "900 cars in June, down 4%", "12, or 3%"."""
    level = next((earlier for earlier in before[: -_BESIDE - 1 : -1] if earlier.kind not in TIMES), None)
    if level is None or level.kind not in _AMOUNTS:
        return None
    between = claim.sentence[level.span[1] - claim.sentence_span[0] : claim.span[0] - claim.sentence_span[0]]
    if between.strip(" ,") == "or" or (claim.kind in ("rate", "count") and between.endswith(_SAYS_AGAIN)):
        return level
    if claim.change is None or (level.change is not None and level.kind != "count") or claim.kind not in ("percent", "percentage_point"):
        return None
    return level if _BASES.isdisjoint(_led(level)) and not any(word in between for word in (";", ":", " but ", " while ")) else None


def _of_this_year(claims: Sequence[Claim]) -> dict[str, Claim]:
    """For each measure the first figure that counts from the first day of the year of publication up to its telling."""
    totals: dict[str, Claim] = {}
    for claim in claims:
        if claim.period is not None and claim.said_on is not None and len(claim.said_on) == 10 and claim.measure is not None:
            new_year = days.first_day(claim.said_on[:4]).isoformat()
            if (claim.period.start, claim.period.end) == (new_year, claim.said_on):
                totals.setdefault(claim.measure, claim)
    return totals

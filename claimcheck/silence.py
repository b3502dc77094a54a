"""Why nothing was said: the figures that were nearly compared, and what kept them apart.

A check that stays silent is right most of the time, and a reporter who wonders whether it was asleep should be able to
see. Two figures are nearly compared if they are of one kind and unit, lie no further than three times apart, and share the statistic or the
counted noun, or differ only as a slip of the pen would have it. Numbers below ten are everywhere, and left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from claimcheck.checks._figures import middle
from claimcheck.checks._slips import pairs, shape
from claimcheck.comparing import compare
from claimcheck.comparing.figures import times_apart
from claimcheck.comparing.scope import TESTS
from claimcheck.comparing.whom import sources_differ
from claimcheck.documents import locate
from claimcheck.ledger import Ledger
from claimcheck.model import Claim, Finding, Report, Silence
from claimcheck.wording import day, speaker

_NEVER = ("date", "year", "age", "duration")
"""Kinds of which every story holds many that have nothing to do with each other."""
_NEXT, _PAST = 3, 2
"""Figures of one statistic, and figures on record, that each figure is held against; so the list stays short and the work linear."""
_TIMES, _LEAST = 3, 10
"""How many times apart two figures may lie to be nearly one, and the least count that is looked at. Conventions of this project."""
_LINES = 15
"""Lines that a reporter reads; what differs as a slip of the pen does comes before the rest."""
_SHAPES = ("order", "power", "near", "length", "digit")
_ASKED = ("measure", "entity", "place", "event")
_WHY = {
    "rounding": "both can be the same figure, given their digits and hedges",
    "update": "they are of different days",
    "conflict": "they differ, but not as a slip of the pen does; two moments or two sources of one story would look the same",
}


def silences(report: Report, ledger: Ledger | None = None) -> tuple[Silence, ...]:
    """Each pair of figures that was nearly compared and about which nothing is said, in text order, with the reason in words.

    With a ledger also the pairs of a figure and an earlier one on record that was looked up and put aside. Changes in per cent that stand
    without an old and a new value have no second figure.

    >>> from claimcheck.pipeline import check
    >>> report = check("Torvia closed 146 bridges on Sunday. Lodvik closed 164 bridges on Sunday.")
    >>> [(silence.first.surface, silence.second.surface, silence.reason.partition(":")[0]) for silence in silences(report)]
    [('146 bridges', '164 bridges', 'entity')]
    """
    said = {frozenset(_spans(finding)) for finding in report.findings}
    within = [Silence(a, b, why) for a, b in _near(report.claims) if not _told(said, a, b) and (why := _reason(a, b))]
    alone = [Silence(claim, None, _NO_LEVELS) for claim in report.claims if _lacks_levels(claim)]
    earlier = [silence for claim in report.claims for silence in _put_aside(claim, ledger)] if ledger is not None else []
    return tuple(sorted((*within, *alone, *earlier), key=lambda silence: silence.first.span))


_NO_LEVELS = "the sentence does not say from what to what it changed"


def text(report: Report, found: Sequence[Silence]) -> str:
    """The silences of a report as lines a reporter can read: a figure and its place, those beside it, and why; few of them."""
    name = {None: "<text>", "-": "<stdin>"}.get(report.document.path, report.document.path or "")
    lines = [f"{name}: {len(found)} {'figure or pair' if len(found) == 1 else 'figures or pairs'} looked at and left alone"]
    groups = _grouped(found)
    shown = sorted(sorted(groups, key=lambda group: min(map(_unlikeness, group)))[:_LINES], key=lambda group: group[0].first.span)
    for group in shown:
        first, others = group[0].first, [silence.second for silence in group if silence.second is not None]
        second = "".join(f" and {other.surface!r} ({_place(report, other)})" for other in others)
        lines.append(f"  {_place(report, first)} {first.surface!r}{second}: {group[0].reason}")
    if len(groups) > len(shown):
        lines.append(f"  and {len(groups) - len(shown)} more that look less alike")
    return "\n".join(lines)


def _grouped(found: Sequence[Silence]) -> list[list[Silence]]:
    """The silences about one figure that have one reason, together."""
    groups: dict[tuple[str, str], list[Silence]] = {}
    for silence in found:
        groups.setdefault((silence.first.id, silence.reason), []).append(silence)
    return list(groups.values())


def _unlikeness(silence: Silence) -> int:
    """How far two figures are from being a slip for one another: 0 for digits in another order or another power of ten."""
    found = shape(silence.first, silence.second) if silence.second is not None else None
    return _SHAPES.index(found) // 2 if found else len(_SHAPES)


def _place(report: Report, claim: Claim) -> str:
    if claim not in report.claims:
        return f"{speaker(claim)}, {day(claim.said_on)}"
    place = locate(report.document, claim.span)
    return f"{place.line}:{place.column}"


def _near(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    """Pairs of figures that could be one quantity with two values, each pair once."""
    told = [claim for claim in claims if claim.kind not in _NEVER and (claim.kind != "count" or middle(claim) >= _LEAST)]
    seen: set[tuple[str, str]] = set()
    for a, b in (*((a, b) for a, b, _ in pairs(told)), *_alike(told)):
        if (a.id, b.id) not in seen and a.value != b.value:
            seen.add((a.id, b.id))
            yield a, b


def _alike(claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    groups: dict[tuple[str, str | None, str], list[Claim]] = {}
    for claim in claims:
        for key in {claim.measure, claim.counted} - {None}:
            groups.setdefault((claim.kind, claim.unit, str(key)), []).append(claim)
    for group in groups.values():
        for index, a in enumerate(group):
            yield from ((a, b) for b in group[index + 1 : index + 1 + _NEXT] if _are_near(a, b))


def _are_near(a: Claim, b: Claim) -> bool:
    times = times_apart(a, b)
    return times is not None and times <= _TIMES


def _reason(a: Claim, b: Claim) -> str | None:
    """Why two figures were not held against each other; None where the text itself relates them or they agree."""
    if any(link.claim == other.id for one, other in ((a, b), (b, a)) for link in one.links):
        return None
    label = compare(a, b).label
    if label == "conflict" and sources_differ(a, b):
        return _accounts(a, b)
    return _WHY.get(label) or (_apart(a, b) if label == "different_quantity" else None)


def _accounts(a: Claim, b: Claim) -> str:
    return f"two accounts, {speaker(a)} and {speaker(b)}: hold both"


def _apart(a: Claim, b: Claim) -> str:
    """What sets two figures apart: the first test that clashes, else the two who give them, else that too little is said of both."""
    answers = [test(a, b) for test in TESTS]
    clash = next((answer for answer in answers if answer.verdict == "clash"), None)
    if clash is not None:
        return f"{clash.test}: {clash.reason}"
    if sources_differ(a, b):
        return _accounts(a, b)
    open_questions = [answer.test for answer in answers if answer.verdict == "unknown" and answer.test in _ASKED]
    missing = f": it is not said that they share {' and '.join(open_questions)}" if open_questions else ""
    return f"too little holds the two together{missing}"


def _lacks_levels(claim: Claim) -> bool:
    changes = claim.kind == "percent" and claim.change is not None
    return changes and not any(link.role in ("change_from", "change_to", "change_over") for link in claim.links)


def _put_aside(claim: Claim, ledger: Ledger) -> Iterator[Silence]:
    if claim.kind in _NEVER:
        return
    for past in ledger.candidates(claim)[:_PAST]:
        if compare(past, claim).label == "different_quantity" and past.document != claim.document:
            yield Silence(claim, past, _apart(past, claim))


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    yield finding.claim.span
    yield from (evidence.span for evidence in finding.evidence if evidence.type == "same_article" and evidence.span is not None)


def _told(said: set[frozenset[tuple[int, int]]], a: Claim, b: Claim) -> bool:
    return any({a.span, b.span} <= spans for spans in said)

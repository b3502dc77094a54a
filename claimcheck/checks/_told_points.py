"""Differences of two percentages that the text tells after both, in the same sentence or in one that takes them up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_PAIR, _SENTENCES = 2, 4
_NOUNS = either("changes as nouns")
_JOINS = re.compile(
    rf"\b(?:{either('sets two shares beside each other')}|(?:year|month|election|time|poll)s? (?:ago|before|earlier))\b",
    re.IGNORECASE,
)
_ENDS_THERE = re.compile(
    rf"[^.;]{{0,60}}(?:[,:(–—]|\s-) ?(?:or |so |which |that(?:['’]s| is| was)? |this (?:is|was) |it(?:['’]s| is| was) )*"
    rf"(?:just |only |about )?"
    rf"(?:(?:an?|the|its|their) (?:[a-z]+ ){{0,2}}(?:{_NOUNS}) (?:of |by )?)?(?:just |only |about |some |nearly |almost )?\Z"
    r"|[^.;]{0,60}, (?:so|so that|thus|hence|meaning|which means)\b[^.;,]{0,60}\Z",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    rf"\W*(?:(?:that|this|it)(?:['’]s| is| was| would be| marks| means| amounts to| represents| makes| made) |that |this |"
    rf"(?:the|its|their|his|her|such an?|an?) (?:[a-z-]+ ){{0,2}}(?:{_NOUNS}|share|proportion|rate)\b)[^.;]{{0,40}}\Z",
    re.IGNORECASE,
)
_GAP = re.compile(rf"\W*(?:the|their|its) (?:{either('how far two are apart')})\b[^.;:\d]{{0,40}}", re.IGNORECASE)
_OR = re.compile(r",? (?:or|which is|that is) (?:just |only |about )?")
_BESIDE = re.compile(r"(?: points?)? (?:below|above|under|over|behind|ahead of|less than|more than|lower than|higher than)\b")
_CONTRASTS = re.compile(r"\b(?:while|whereas|but|among)\b", re.IGNORECASE)
_ANOTHER = re.compile(rf"\b(?:{either('tells of another change')})\b", re.IGNORECASE)


def told_after(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """A difference with the one pair of percentages it is told of, the earlier-named first: "60%. In 2012 it was 40%: a jump of 20%"."""
    for change in case.claims:
        difference = is_difference(change) or _is_distance(case, change)
        if not difference or any(link.role in ("change_from", "change_to") for link in change.links):
            continue
        found = _pair(case, change) or _set_beside(case, change)
        if found is not None:
            yield change, *found


def is_difference(claim: Claim) -> bool:
    """Whether a figure is one of percentages that moved, in per cent or in points."""
    in_points = claim.kind == "percentage_point" or (claim.kind == "count" and claim.counted in ("point", "percentage point"))
    return (in_points or (claim.kind == "percent" and claim.change is not None)) and not isinstance(claim.value, tuple)


def is_called_gap(claim: Claim) -> bool:
    """Whether a figure is called how far two things are apart: "the distance between them, 0.4 percent", "The gap of nine points"."""
    return not isinstance(claim.value, tuple) and _GAP.fullmatch(claim.sentence[: claim.span[0] - claim.sentence_span[0]]) is not None


def _is_distance(case: Case, claim: Claim) -> bool:
    """Whether a percentage stands in apposition to how far two are apart; "a gap of 20 percent" is how people speak of points."""
    return claim.kind == "percent" and is_called_gap(claim) and case.document.text.endswith(", ", 0, claim.span[0])


def _set_beside(case: Case, change: Claim) -> tuple[Claim, Claim] | None:
    """The level right before a difference and the one of three sentences that lies just so many points off: "65%, or 4.2 percent below"."""
    text = case.document.text
    own = [claim for claim in case.beside(change) if claim.span < change.span]
    if change.kind != "percent" or not own or not _OR.fullmatch(text, own[-1].span[1], change.span[0]) or not _levels(own[-1:]):
        return None
    if not _BESIDE.match(text, change.span[1]):
        return None
    near = _levels([claim for claim in case.layout.up_to(change.sentence_span, _SENTENCES) if claim.span < own[-1].span])
    exact = [claim for claim in near if abs(middle(claim) - middle(own[-1])) == middle(change)]
    return (exact[0], own[-1]) if len({claim.value for claim in exact}) == 1 else None


def _pair(case: Case, change: Claim) -> tuple[Claim, Claim] | None:
    """The two percentages right before a difference, where the words join them to one another and the difference to them."""
    own = [c for c in case.beside(change) if c.span < change.span]
    lines = own if len(_levels(own)) == _PAIR else [*sentence_before(case, change), *own]
    levels = _levels(lines)
    if len(levels) == 1 and not own:
        lines = [*sentence_before(case, levels[0]), *lines]
        levels = _levels(lines)
    if len(levels) != _PAIR or levels[0].value == levels[1].value:
        return None
    one, other = levels
    text = case.document.text
    between = text[one.span[1] : other.span[0]]
    up_to = text[other.span[1] : change.span[0]]
    follows = _ENDS_THERE if other.sentence_span == change.sentence_span else _TAKES_UP
    told = follows.match(up_to if follows is _ENDS_THERE else text[change.sentence_span[0] : change.span[0]])
    linked = any(link.claim in (one.id, other.id) for level in levels for link in level.links)
    called = _is_distance(case, change)
    joined = (called or linked or _JOINS.search(between)) and not (
        _CONTRASTS.search(between) or _ANOTHER.search(up_to[-(change.span[0] - max(other.span[1], change.sentence_span[0])) :])
    )
    return (one, other) if (told or called) and joined else None


def _levels(claims: list[Claim]) -> list[Claim]:
    return [c for c in claims if c.kind == "percent" and c.change is None and not isinstance(c.value, tuple) and middle(c) > 0]

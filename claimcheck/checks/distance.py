"""Are two cities as far apart as the text says?

What it asks. "Ryazan, about 200 kilometres from Moscow" can be measured on the map. Distances in prose are measured from the edge of a
city or from its middle, as the crow flies or by road without saying so. So one is *contradicted* only where it is shorter than the crow
flies, or far longer than roads are, by more than the size of both cities and 15 per cent; within these it is *supported*.

Why it matters. Distances are guessed from a map, and miles are printed as kilometres; both travel from article to article.

An example that speaks:

    Lyon, about 240 kilometres from Paris, is flooded.   -> contradicted: Lyon and Paris are 393 kilometers (244 miles) apart

An example that is silent: "Lyon is 465 kilometres from Paris by road." So are borders,
front lines, and cities whose name a smaller place in the other's country bears too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.sentence_names import named_in
from claimcheck.model import Claim, Evidence, Finding
from claimcheck.reading import units
from claimcheck.references.gazetteer import Position, distance, position, unmistakable

_NEAR = 0.15
"""How far a rounded distance may lie from the crow's. A convention of this project."""
_ROADS = 1.5
"""How many times the crow's distance roads may be. A convention of this project."""
_SHORTEST = 50
"""Kilometres below which the size of cities tells more than their distance."""
_BEFORE = 30
"""Characters before a name in which a word still belongs to it."""
_COMPASS = r"(?:(?:to the )?(?:(?:due )?(?:north|south|east|west)(?:-?(?:north|south|east|west)){0,2}(?:ern)?)\s+)?"
_FROM = re.compile(rf"\s*(?:\([^()]*\)\s*)?(?:away\s+)?{_COMPASS}(?:from|of)\s+(?:(?:the )?(?:capital|city)(?: of|,)?\s+)?$", re.IGNORECASE)
_LIES = re.compile(
    r"(?:,|\s[(–—-]|\s(?:is|lies|sits|stands|was))\s*(?:(?:located|situated|lying|which (?:is|lies)|just|some|only)\s+)*$", re.IGNORECASE
)
_NEAR_IT = re.compile(
    r"\b(?:near|outside|around|between|(?<!city )(?<!town )(?<!port )(?<!capital )(?<!village )of|from|beyond|towards?|by|off|as|than|like)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_ENDS = re.compile(r"\s*(?:$|[,.;:)–—]|(?:and|but|where|when|who|which|that|is|was|were|in|on|has|had|have|said)\b)", re.IGNORECASE)
_BETWEEN = re.compile(r"\bdistance between\s+$", re.IGNORECASE)
_IS = re.compile(r"\s+(?:is|was)\s+$")
_AND = re.compile(r"\s+and\s+$")
_APART = re.compile(r"\s+apart\b")
_ARE = re.compile(r"\s+(?:are|lie|were)\s+$")


def check(case: Case) -> Iterator[Finding]:
    """A finding for every distance between two cities on the map."""
    for claim in case.claims:
        if claim.kind != "length" or claim.change or claim.bounds is None or _converts(claim) or cues("way").search(claim.sentence):
            continue
        ends = _ends(claim)
        if ends is None or ends[0] == ends[1]:
            continue
        crow, given = distance(*ends), float(_kilometers(claim))
        verdict = _verdict(given, crow, ends, claim)
        if verdict is not None:
            yield _finding(claim, ends, crow, verdict)


def _kilometers(claim: Claim) -> Decimal:
    """The stated distance in kilometres."""
    return units.convert(middle(claim), claim.unit or "", "kilometer")


def _converts(claim: Claim) -> bool:
    return any(link.role == "converts" for link in claim.links)


def _verdict(given: float, crow: float, ends: tuple[Position, Position], claim: Claim) -> str | None:
    slack = ends[0].radius + ends[1].radius + _NEAR * crow
    if crow < _SHORTEST and given < _SHORTEST:
        return None
    if abs(given - crow) <= slack:
        return "supported"
    short = given + slack < crow and claim.qualifier not in ("more_than", "at_least")
    far = given - slack > crow * _ROADS and claim.qualifier not in ("less_than", "at_most", "almost")
    return "contradicted" if (short or far) and unmistakable(*ends) else None


def _finding(claim: Claim, ends: tuple[Position, Position], crow: float, verdict: str) -> Finding:
    miles = units.convert(Decimal(crow), "kilometer", "mile")
    between = f"{ends[0].name} and {ends[1].name} are {crow:,.0f} kilometers ({miles:,.0f} miles) apart as the crow flies"
    message = f"{claim.surface!r} is borne out: {between}." if verdict == "supported" else f"{between}, not {claim.surface!r}."
    note = "; ".join(f"{end.name}, {end.country}: {end.latitude}, {end.longitude}" for end in ends)
    evidence = Evidence("computation", f"{crow:.0f}", "kilometer", source="GeoNames (CC BY 4.0)", url="https://www.geonames.org", note=note)
    return Finding("distance", "note" if verdict == "supported" else "warning", verdict, message, claim, (evidence,))


# ------------------------------------------------------------------------------------------------ whose distance


def _ends(claim: Claim) -> tuple[Position, Position] | None:
    """The two cities whose distance a figure is."""
    sentence, offset = claim.sentence, claim.sentence_span[0]
    start, end = claim.span[0] - offset, claim.span[1] - offset
    named = [(first, last) for first, last, _ in named_in(sentence)]
    pairs = (_from(sentence, start, end, named), _between(sentence, start, named), _apart(sentence, start, end, named))
    for pair in pairs:
        if pair is not None:
            found = tuple(_city(sentence, *place) for place in pair)
            if found[0] and found[1]:
                return found[0], found[1]
    return None


_Place = tuple[int, int]


def _from(sentence: str, start: int, end: int, named: list[_Place]) -> tuple[_Place, _Place] | None:
    """Of "A, about 200 km east of B", "A lies 200 km from B"."""
    before = [place for place in named if place[1] <= start and _LIES.fullmatch(sentence, place[1], start)]
    after = [place for place in named if place[0] >= end and _FROM.fullmatch(sentence, end, place[0])]
    if (
        not before
        or not after
        or _NEAR_IT.search(sentence, max(0, before[-1][0] - _BEFORE), before[-1][0])
        or not _ENDS.match(sentence, after[0][1])
    ):
        return None
    return before[-1], after[0]


def _between(sentence: str, start: int, named: list[_Place]) -> tuple[_Place, _Place] | None:
    """Of "the distance between A and B is 200 km"."""
    for first, second in pairwise(named):
        joined = _AND.fullmatch(sentence, first[1], second[0]) and _IS.fullmatch(sentence, second[1], start)
        if joined and _BETWEEN.search(sentence, max(0, first[0] - _BEFORE), first[0]):
            return first, second
    return None


def _apart(sentence: str, start: int, end: int, named: list[_Place]) -> tuple[_Place, _Place] | None:
    """Of "A and B are 200 km apart"."""
    for first, second in pairwise(named):
        joined = _AND.fullmatch(sentence, first[1], second[0]) and _ARE.fullmatch(sentence, second[1], start)
        if joined and _APART.match(sentence, end) and not _NEAR_IT.search(sentence, max(0, first[0] - _BEFORE), first[0]):
            return first, second
    return None


def _city(sentence: str, start: int, end: int) -> Position | None:
    """The city a name means; none where it is whose something is ("Kyiv's airport")."""
    name = sentence[start:end]
    return None if name.endswith(("'s", "’s")) else position(name)

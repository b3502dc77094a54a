"""Multiples in words, and the two levels near them that they can be of: "It had 310 pupils in 2015. It now has 920, twice as many".

The wordings stand in multiples.csv. What a multiple is said to be of ("as many as in 2010", "the length of the old one") must be named
where the lower level stands; a multiple that another pair in sight gives is of that pair.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from attrs import frozen

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._beside import role
from claimcheck.checks._display import body
from claimcheck.checks._figures import middle
from claimcheck.checks._levels_alike import PLAIN, are_levels, is_level
from claimcheck.checks._multiplied import is_of_their_noun
from claimcheck.comparing.names import shared, stems
from claimcheck.layout import Layout
from claimcheck.model import Claim, Span
from claimcheck.reading import sentences
from claimcheck.vocabulary import either, table

_AS = r" as [a-z]+(?: [a-z]+)?"
_BASE = rf"(?:{_AS} as|(?: [a-z]+)? than| of|(?= (?:the|its|their|his|her|that|those|what|last|this)\b))(?P<base> [^.;]*)"
_ENDS = rf"(?:{_AS})?(?=[,.;:)–—]|\Z| (?:in|within|since|over|from)\b)"
_CONCLUDES = re.compile(
    r"[\"“‘']?(?:That|This|It|They|Those|These) ?['’a-z]*|.*\b(?:" + either("concludes a multiple") + r")\b", re.IGNORECASE
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_EARLIER = re.compile(rf"\b(?:{either('tells of an earlier level')})\b")
_NORM = re.compile(rf"\b(?:{either('norms of a level')})\b")
"""What a multiple may be of that neither level is."""
_BOUNDS = "|".join(row["wording"] for row in table("hedges") if row["side"] == "before" and row["qualifier"] != "approximate")
_BOUND = re.compile(rf"\b(?:{_BOUNDS}) \Z", re.IGNORECASE)
_IN_PLACE = re.compile(r" in ([A-Z]\w+)")
_SENTENCES, _MOST, _PAIR, _SIGHT = 3, 6, 2, 30
_LOOSE, _FAR = Decimal("1.15"), Decimal("1.7")
"""How many times too high or too low a multiple may be as speakers use it, and from where on it is of something else."""


@frozen
class Multiple:
    """A multiple as it is worded, how many times it says, and the two levels that are not so many times one another."""

    wording: str
    factor: Decimal
    low: Claim
    high: Claim


def told(case: Case) -> Iterator[Multiple]:
    """The multiples that the one pair of levels near them does not give.

    >>> import claimcheck as cc
    >>> text = "The school had 310 pupils in 2015. It now has 920 pupils, twice as many."
    >>> [found.low.surface for found in told(Case(cc.Document(text, text), tuple(cc.extract(text))))]
    ['310 pupils']
    """
    claims = Layout(tuple(claim for claim in body(case) if is_level(claim) and claim.change is None and claim.qualifier in PLAIN))
    for span in sentences.split(case.document.text) if len(claims.claims) >= _PAIR and _wording().search(case.document.text) else ():
        for match in _wording().finditer(case.document.text, *span):
            pair = _pair(case, match, span, claims)
            factor = _factors()[match[1].lower()]
            if pair is not None and not _is_bounded(case, match) and _misses(factor, *pair) and not _given_elsewhere(factor, claims.claims):
                yield Multiple(match[1], factor, *pair)


def _pair(case: Case, match: re.Match[str], span: Span, claims: Layout) -> tuple[Claim, Claim] | None:
    """The one pair of levels in the nearest stretch of text that holds one, the lower one first."""
    base = match["base"] or ""
    for near in _stretches(case, match, span, claims):
        pairs = [sorted(pair, key=middle) for pair in combinations(near, _PAIR) if are_levels(*pair)] if len(near) <= _MOST else []
        if pairs:
            low, high = pairs[0]
            meant = len(pairs) == 1 and _names_base(case, base, match, low, high) and _is_of_their_kind(case, match, low, high)
            return (low, high) if meant else None
    return None


def _stretches(case: Case, match: re.Match[str], span: Span, claims: Layout) -> Iterator[Sequence[Claim]]:
    """The levels of the multiple's sentence, with those of the ones before it, and those of the next if it sets two against each other."""
    text = case.document.text
    here = claims.of(span)
    yield here
    if match[1].endswith("d") and _YEAR.search(text, *span):
        return
    paragraph = text.rfind("\n", 0, span[0]) + 1
    last = claims.up_to((span[0], -1), _SENTENCES - 1)
    before = sorted({claim.sentence_span for claim in last if paragraph <= claim.sentence_span[0]}, reverse=True)
    if here or _CONCLUDES.match(text, span[0], match.start()):
        for count in range(1, len(before) + 1):
            yield [claim for each in (*reversed(before[:count]), span) for claim in claims.of(each)]
    told = claims.following(span)
    if not here and len(told) == _PAIR and role(case, told[1], "against"):
        yield told


def _names_base(case: Case, base: str, match: re.Match[str], low: Claim, high: Claim) -> bool:
    """Whether what a multiple is said to be of is the lower level: it stands there, or words, year or earlier time of it do."""
    if not base or match.end() >= low.span[0] >= match.start("base"):
        return True
    years, beside = _YEAR.findall(base), low.sentence.replace(base, "")
    if years:
        return any(year in beside for year in years)
    if any(word not in beside for word in _NORM.findall(base)):
        return False
    return bool(_EARLIER.search(base) and (low.as_of != high.as_of or _EARLIER.search(beside))) or bool(shared(stems(base), stems(beside)))


def _is_of_their_kind(case: Case, match: re.Match[str], low: Claim, high: Claim) -> bool:
    """Whether a multiple is of the levels' things and place: not "450 beds and twice as many doctors"; what doubled did so in one place."""
    two_places = None not in (low.place, high.place) and low.place != high.place
    if match[1].endswith("d") and (two_places or _is_elsewhere(case, match, low, high)):
        return False
    return is_of_their_noun(case.document.text, match.end(1), match.start(), (low, high))


def _is_elsewhere(case: Case, match: re.Match[str], low: Claim, high: Claim) -> bool:
    """Whether one level alone is told of a place that the sentences before do not name: "Rents doubled. A flat costs 900, in Orla 400"."""
    text = case.document.text
    places = [_IN_PLACE.match(text, level.span[1]) for level in (low, high)]
    named = [place[1] for place in places if place and place[1] not in days.MONTHS]
    before = max(match.start(), min(low.sentence_span[0], high.sentence_span[0]))
    return len(named) == 1 and named[0] not in text[:before]


def _is_bounded(case: Case, match: re.Match[str]) -> bool:
    """Whether a hedge says that it is more than so many times, or less."""
    return bool(_BOUND.search(case.document.text[max(0, match.start() - _SIGHT) : match.start()]))


def _misses(factor: Decimal, low: Claim, high: Claim) -> bool:
    times = max(factor, 1 / factor) * middle(low) / middle(high)
    return _LOOSE < max(times, 1 / times) < _FAR


def _given_elsewhere(factor: Decimal, claims: Sequence[Claim]) -> bool:
    """Whether two other levels of the article give the multiple."""
    times = max(factor, 1 / factor)
    pairs = (sorted(pair, key=middle) for pair in combinations(claims[:40], _PAIR) if are_levels(*pair))
    return any(_within(times, middle(high) / middle(low)) for low, high in pairs)


def _within(one: Decimal, other: Decimal) -> bool:
    return 1 / _LOOSE <= one / other <= _LOOSE


@cache
def _factors() -> dict[str, Decimal]:
    return {row["wording"]: Decimal(row["factor"]) for row in table("multiples")}


@cache
def _wording() -> re.Pattern[str]:
    told = "|".join(sorted(_factors(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)((?a:{told}))(?:{_BASE}|{_ENDS})", re.IGNORECASE)

"""Totals that the words say are so many times a rate: "at $15 a square metre, the 20,000 square metres cost $750,000".

A total is one that its own words call so ("in all", "that makes", "hence", "the bill so far"). The rate and the number stand before or
beside it, within three sentences, and go together by their units: dollars a metre, metres, dollars. Where more than one rate and number
could be meant, or one of them gives the total, nothing is found.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.model import Claim
from claimcheck.reading import units
from claimcheck.vocabulary import either

_LEADS = (
    r"(?:[ ,]+(?:the|a|an|it|him|her|them|so) ?(?:[a-z]+ )?)?[ ,]*"
    r"(?:a total of |in all |altogether |about |around |some |roughly |of |for |up |at least |nearly |almost )*\Z"
)
_COMES_TO = re.compile(
    rf"\b(?:(?:that|this|which|it|they) (?:thus |then )?(?:{either('comes to a product')})|"
    rf"{either('gives a product on the way')}|(?:an|a) (?:{either('what a product is of')}) of|"
    rf"(?:the|its|their|his|her)[a-z'’ ]{{0,20}} (?:{either('what a product is called')})\b[^.;:]{{0,60}}|"
    r"(?:they|it|he|she) (?:have |has |had )?(?:thus|hence|so|therefore) [a-z]+)" + _LEADS,
    re.IGNORECASE,
)
_COSTS = re.compile(rf"\b(?:{either('costs or earns a product')})" + _LEADS, re.IGNORECASE)
_AFTER_TOTAL = re.compile(
    rf"(?: of [\w -]{{1,40}}?| [a-z]+)?,? (?:{either('behind a product')})\b",
    re.IGNORECASE,
)
_APPOSED = re.compile(r"[,–—-] ?(?:or |about |some |around |nearly |almost |a total of |that is )*\Z")
_AT = re.compile(r"\bat (?:about |around |some )?\Z", re.IGNORECASE)
_PER = re.compile(r"(?: of [a-z]+){0,2} (?:an?|per|each|every|for each|for every) (head|person|[a-z]+(?: metre| meter| foot| mile)?)\b")
_EACH_OF = r" (?:and )?(?:an?|per|each|every|for each|for every)"
_SECOND = rf"(?:{either('second of two things a rate is per')})\b"
PER_TWO = re.compile(rf"(?:{_EACH_OF} [a-z]+)? and {_SECOND}|{_EACH_OF} [a-z]+,?{_EACH_OF} {_SECOND}")
"""A rate per two things, which one number does not make a total of: "$30 a bed and night", "$30 per guest per night"."""
_EACH_BEFORE = re.compile(
    r"(?:^|[.;:,(\"“—–-] ?|\b(?:of|that|to|for|and|gave|give|gives|pays?|paid|where) )(each|every) (?:of (?:the|its|their) )?([\w-]+)",
    re.IGNORECASE,
)
_EACH_AFTER = re.compile(rf"(?: of [a-z]+| [a-z]+)?,? (?:{either('for each behind a figure')})\b", re.IGNORECASE)
_PER_HEAD = re.compile(r"\b(?:per head|per capita|per person)\b[^.;,]{0,20}\Z", re.IGNORECASE)
_PERSONS = ("head", "person", "capita")
_EACH = " / each"
_BACK, _AHEAD = 90, 50
_SENTENCES = 3
_BASES = ("change_from", "from", "revises")
_NOT_NUMBERS = ("date", "year", "percent", "percentage_point", "ratio", "age", "temperature", "misprint")
_SHORT = ("day", "week", "month")
"""Units of how old a strike is and no person: "the strike, now 30 days old"."""
_CROWD = 40

Product = tuple[Claim, Claim, Claim]


def told(case: Case) -> Iterator[tuple[Product | None, list[Product]]]:
    """For each total that its words say is a product: the one rate and number that are meant, and all that could be."""
    for total in case.claims:
        if total.kind in _NOT_NUMBERS or isinstance(total.value, tuple) or total.change is not None or total.links:
            continue
        if any(role in _BASES for _, role in case.layout.links_to(total)):
            continue
        near = _sight(case, total)
        rates = [rate for claim in near if claim.id != total.id for rate in _rates(case, claim, total)]
        numbers = [(rate, found) for rate in rates if (found := _numbers(rate, total, near))]
        nearest = [(rate, number) for rate, found in numbers if (number := _nearest(rate, total, found)) is not None]
        if numbers:
            possible = [_product(rate, total, number) for rate, found in numbers for number in found]
            yield _product(nearest[0][0], total, nearest[0][1]) if len(nearest) == 1 else None, possible


def _sight(case: Case, total: Claim) -> list[Claim]:
    """The figures that a total may be reckoned from, by the words beside it: those of its sentence, and further back where they sum up."""
    text = case.document.text
    before = text[max(total.sentence_span[0], total.span[0] - _BACK) : total.span[0]]
    if _COMES_TO.search(before):
        return _near(case, total, _SENTENCES)
    if _APPOSED.search(before) and _AFTER_TOTAL.match(text, total.span[1], total.span[1] + _AHEAD):
        return _near(case, total, 0)
    if not _COSTS.search(before) or total.kind == "rate":
        return []
    near = _near(case, total, 1)
    here = [c for c in case.beside(total) if c.kind == "rate"]
    rates = [c for c in here if c in near and _AT.search(text[max(0, c.span[0] - _AHEAD) : c.span[0]])]
    return [c for c in near if c in rates or c.kind != "rate"] if rates else []


def _near(case: Case, total: Claim, back: int) -> list[Claim]:
    """The figures of a total's sentence and of so many before it."""
    return case.layout.up_to(total.sentence_span, back + 1)[-_CROWD:]


def _product(rate: Claim, total: Claim, number: Claim) -> Product:
    plain = _bare(rate) if (rate.unit or "").endswith(_EACH) else rate
    return plain, _bare(total), evolve(number, qualifier="exact")


def _nearest(rate: Claim, total: Claim, numbers: Sequence[Claim]) -> Claim | None:
    """The one number in a rate's sentence, else in the total's, else anywhere near."""
    for span in (rate.sentence_span, total.sentence_span):
        here = [number for number in numbers if number.sentence_span == span]
        if here:
            return here[0] if len(here) == 1 else None
    return numbers[0] if len(numbers) == 1 else None


def _bare(claim: Claim) -> Claim:
    """A figure without what it is per."""
    unit = (claim.unit or "").partition(" / ")[0]
    return evolve(claim, unit=unit, kind="count" if unit == "count" else "amount") if claim.kind == "rate" else claim


def _rates(case: Case, claim: Claim, total: Claim) -> Iterator[Claim]:
    """A figure as what goes to each of something: its own unit says so, or the words around it."""
    text = case.document.text
    if isinstance(claim.value, tuple) or claim.change is not None or claim.kind in _NOT_NUMBERS:
        return
    if PER_TWO.match(text, claim.span[1]):
        return
    if " / " in (claim.unit or "") and not (total.kind == "rate" and claim.unit == total.unit):
        yield claim
        return
    per = _PER.match(text, claim.span[1])
    before = text[claim.sentence_span[0] : claim.span[0]]
    above = claim.counted if claim.kind == "count" else (claim.unit or "").partition(" / ")[0]
    if _EACH_AFTER.match(text, claim.span[1]) or claim.surface.endswith((" each", " apiece")) or _PER_HEAD.search(before):
        yield evolve(claim, kind="rate", unit=f"{above}{_EACH}")
    elif per is not None:
        yield evolve(claim, kind="rate", unit=f"{above} / {per[1]}")
    else:
        found = list(_EACH_BEFORE.finditer(before[-_BACK * 2 :]))
        if found and not any((c.kind, c.unit, c.counted) == (claim.kind, claim.unit, claim.counted) for c in _between(case, claim)):
            time = units.named(found[-1][2])
            below = f" / {time.name}" if time is not None and time.kind == "duration" else _EACH
            yield evolve(claim, kind="rate", unit=f"{above}{below}")


def _between(case: Case, claim: Claim) -> Iterator[Claim]:
    """The figures of a figure's own unit that stand before it in its sentence."""
    return (c for c in case.beside(claim) if c.span < claim.span)


def _numbers(rate: Claim, total: Claim, near: Sequence[Claim]) -> list[Claim]:
    """The figures that a rate may be taken over, those of its own sentence or the total's first."""
    above, _, below = (rate.unit or "").partition(" / ")
    if not above or above == "None" or not _of_one_unit(above, total):
        return []
    return [c for c in near if c.id not in (rate.id, total.id) and not isinstance(c.value, tuple) and _counts(c, below, rate, total)]


def _of_one_unit(above: str, total: Claim) -> bool:
    if total.kind == "rate":
        return (total.unit or "").partition(" / ")[0] == above.partition(" / ")[0]
    if total.kind == "count":
        return total.counted is not None and above in (total.counted, "count")
    return _same(above, total.unit or "")


def _same(one: str, other: str) -> bool:
    a, b = units.named(one), units.named(other)
    return one == other or (a is not None and b is not None and (a.kind, a.base) == (b.kind, b.base))


def _counts(claim: Claim, below: str, rate: Claim, total: Claim) -> bool:
    """Whether a figure counts what a rate is per."""
    if claim.kind in _NOT_NUMBERS and not (claim.kind == "age" and claim.unit in _SHORT):
        return False
    if below == "each" or below in _PERSONS:
        return (
            claim.kind == "count"
            and claim.change is None
            and middle(claim) > 1
            and (claim.counted != total.counted or total.kind != "count")
        )
    if claim.kind == "count":
        return claim.counted == below
    return claim.kind != "rate" and _same(below, claim.unit or "")

"""Rates that are told of so many at so much each, held against the total of the sentence before: "It raised £48,000. With 300 homes in the
parish, that is £190 for each"; "They planted 6,400 trees. The 160 helpers put in 50 each".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.model import Claim
from claimcheck.vocabulary import either, word_set

_EACH = re.compile(
    r"(?: (?:each|apiece)|,? (?:for (?:each|every one|every)|per|an?|each) (?P<noun>[a-z]+)|,? for each)(?=\s*(?:[.,;!?)\"”–—]|\Z))"
)
"""How a rate ends its clause; "50 each on Saturday" are those of one day."""
_OWN = re.compile(r" (?:each|apiece)\Z")
_COMES_TO = re.compile(rf"\b(?:that|this|it|which) (?:{either('comes to a product')}|is|was)\b[^.;:,\d]{{0,30}}\Z", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:The|Their|Its|All|These|Those|With|For|Shared|Divided|Spread|Among|Between|Split)\b")
_MOST = 6
"""Figures before a rate among which the number of those who share is looked for."""
_SOME = re.compile(r"\b(?:among (?:them|whom)|including|of (?:them|whom)) (?:some |about )?\Z", re.IGNORECASE)


def told(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The figures for each one, with the total of the sentence before and the number of those who share it."""
    for each in case.claims:
        if not _is_plain(each) or each.kind not in ("count", "money"):
            continue
        own = _OWN.search(each.surface)
        shared = _EACH.match(case.document.text, each.span[1] - (len(own[0]) if own else 0))
        if not shared or shared["noun"] in word_set("what a rate of its own is per") or not _OPENS.match(each.sentence):
            continue
        number = _number(case, each, shared["noun"])
        total = _total(case, each, number) if number is not None else None
        if number is not None and total is not None:
            yield each, total, number


def _is_plain(claim: Claim) -> bool:
    return is_level(claim) and claim.change is None and claim.qualifier in PLAIN


def _number(case: Case, each: Claim, noun: str | None) -> Claim | None:
    """The one count that stands before a figure for each in its sentence and is not of what each gets; a part of it is none."""
    before = [claim for claim in case.beside(each) if claim.span < each.span]
    if len(before) > _MOST:
        return None
    ends = {claim.id: case.document.text[claim.sentence_span[0] : claim.span[0]] for claim in before}
    wholes = [claim for claim in before if not _SOME.search(ends[claim.id])]
    if len(wholes) != 1 or wholes[0].kind != "count" or not _is_plain(wholes[0]) or wholes[0].counted is None:
        return None
    concluded = _COMES_TO.search(case.document.text, wholes[0].span[1], each.span[0])
    return wholes[0] if (concluded or each.kind == "count") and noun in (None, wholes[0].counted, "head", "person") else None


def _total(case: Case, each: Claim, number: Claim) -> Claim | None:
    """The one figure of the sentence before that is in the unit of the rate, and of its noun."""
    told: Sequence[Claim] = [claim for claim in sentence_before(case, each) if (claim.kind, claim.unit) == (each.kind, each.unit)]
    totals = [claim for claim in told if _is_plain(claim) and middle(claim) > middle(each) and claim.counted != number.counted]
    named = [claim for claim in totals if each.counted in (None, claim.counted)]
    return named[0] if len(totals) == len(named) == 1 else None

"""Rates per day, week or month with the total and the stretch of time they were taken from, told over two sentences.

"In five weeks it infected 71. That is 24 cases a week"; "Seven days of strikes cost 38 million, or 4 million for every day". Where the
stretch stands elsewhere ("a million a day, for a total of 19 million"), it is the only one of its unit in the article.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from claimcheck import days
from claimcheck.case import Case
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.model import Claim
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import either

_TIMES = ("day", "week", "month")
_PER = re.compile(rf" (?:an?|per|each|every|for each|for every) ({'|'.join(_TIMES)})\b")
_CONCLUDES = re.compile(
    rf"(?:That|This|It) (?:{either('comes to a product')})\b[^.;,\d]{{0,30}}\Z|(?:That|This) (?:is|was) [^.;,\d]{{0,30}}\Z"
)
_OUT = either("averaged out")
_DRAWN = re.compile(rf"[^.;\d]{{0,60}}, (?:or|{_OUT}),?(?: (?:{_OUT}),?)? (?:about |some |roughly |around )?\Z")
_TOTAL = re.compile(r"(?:, [^,.;\d]{1,30} said)?,? (?:(?:for |making )?a total of|in total|in all),? ")
_OF_A_TIME = re.compile(rf"\b(?<!since )(?:{either('of a part of a year')}|{'|'.join(name.title() for name in days.MONTHS)})\b")
_CLOSES = re.compile(r"(?: on average)?(?:[.,;)]| and an? |\Z)")
_PAIR = 2


def told(case: Case) -> Iterator[tuple[Claim, Claim, Claim]]:
    """The rates with the one total and the one length that they can have been taken from.

    >>> import claimcheck as cc
    >>> text = "In five weeks the fever killed 70 people. That is 24 deaths a week."
    >>> case = Case(cc.Document(text, text), cc.extract(text))
    >>> [[claim.surface for claim in found] for found in told(case)]
    [['24 deaths a week', '70 people', 'five weeks']]
    """
    for claim in case.claims:
        each = _rate(case, claim)
        if each is None:
            continue
        total = _total_before(case, each) or _total_behind(case, each)
        length = _length(case, each, total) if total is not None else None
        if total is not None and length is not None:
            yield each, total, length


def _rate(case: Case, claim: Claim) -> Claim | None:
    """A plain figure per day, week or month, by its own unit or by the words behind it."""
    if claim.change is not None or claim.qualifier not in PLAIN or isinstance(claim.value, tuple):
        return None
    if any((claim.unit or "").endswith(f" / {time}") for time in _TIMES):
        return claim
    per = _PER.match(case.document.text, claim.span[1]) if claim.kind in ("count", "money") else None
    return evolve(claim, kind="rate", unit=f"{claim.unit} / {per[1]}") if per else None


def _total_before(case: Case, each: Claim) -> Claim | None:
    """The one total that a rate concludes from: of its own sentence, or of the one before."""
    text = case.document.text
    per = _PER.match(text, each.span[1])
    if not _CLOSES.match(text, per.end() if per else each.span[1]):
        return None
    own = [claim for claim in case.beside(each) if claim.span < each.span]
    if own:
        drawn = _DRAWN.fullmatch(text, own[-1].span[1], each.span[0])
        totals = [claim for claim in own if _can_be(claim, each)] if drawn else []
    else:
        concludes = _CONCLUDES.match(text[each.sentence_span[0] : each.span[0]])
        totals = [claim for claim in sentence_before(case, each) if _can_be(claim, each)] if concludes else []
    alike = [claim for claim in totals if claim.measure == each.measure is not None]
    found = alike if len(alike) == 1 else totals
    return found[0] if len(found) == 1 else None


def _total_behind(case: Case, each: Claim) -> Claim | None:
    """The total that stands right behind a rate and is called one."""
    following = next((claim for claim in case.beside(each) if claim.span > each.span), None)
    if following is None or not _can_be(following, each):
        return None
    return following if _TOTAL.fullmatch(case.document.text, each.span[1], following.span[0]) else None


def _can_be(total: Claim, each: Claim) -> bool:
    """Whether a figure can be the whole of which a rate is per day: of its unit and noun, or of people as it is."""
    head = (each.unit or "").partition(" / ")[0]
    if total.unit != head or not is_level(total) or total.change is not None or total.qualifier not in PLAIN or total.links:
        return False
    nouns = {total.counted, each.counted} - {None}
    return len(nouns) < _PAIR or nouns <= persons() or total.measure == each.measure is not None


def _length(case: Case, each: Claim, total: Claim) -> Claim | None:
    """The one length of time of the rate's unit: in the sentences of the two, else before the rate: beside them, or in the article.

    A total of a time of its own ("9,300 calls in March") is of no length told elsewhere.
    """
    text, unit = case.document.text, (each.unit or "").rpartition(" / ")[2]
    timed = _OF_A_TIME.search(text, total.sentence_span[0], each.span[0] if total.span < each.span else total.span[1])
    here = (*case.beside(total), *case.beside(each))
    beside = () if timed else (*case.layout.before(total), *case.layout.after(total))
    for near in (here, beside, () if timed else case.layout.around(total)):
        found = [claim for claim in near if claim.kind == "duration" and claim.unit == unit and not isinstance(claim.value, tuple)]
        found = [length for length in found if near is here or length.span < each.span]
        if found:
            return found[0] if _are_one(found) and found[0].qualifier in PLAIN else None
    return None


def _are_one(lengths: Sequence[Claim]) -> bool:
    return len({length.value for length in lengths}) == 1

"""What tells that two different figures of two articles are of two things, though statistic, place and event agree.

A rate beside a sum ("each day costs $12 million", "one of every 300"), a mark beside the level that is held against it ("flood stage,
4.5 meters"), one sex beside all the dead ("nine men and five women"), what analysts expected of two quarters, how long two events years
apart lasted, and sums or shares of two stories of which no statistic and no word beside them is the same. Equal figures are left alone:
chance hardly makes them so.
"""

from __future__ import annotations

import re

from claimcheck.comparing.answers import Verdicts, one_article
from claimcheck.comparing.facts import fact
from claimcheck.comparing.figures import standing
from claimcheck.comparing.names import groups_of, shared, stems
from claimcheck.comparing.story import have_one_cast
from claimcheck.comparing.time import days_between
from claimcheck.model import Claim
from claimcheck.reading.number_words import WORTH
from claimcheck.vocabulary import either, word_set

_COUNTED_OR_PAID, _OF_ANYTHING = ("count", "money"), ("money", "percent")
_EACH_BEHIND = re.compile(
    rf"(?:,? (?:{either('for each behind a figure')})\b| (?:of|in|out of) (?:each|every) "
    rf"| an? (?:{either('what a rate is for')})\b(?! (?:earlier|later|ago|before|after|or so)\b))"
)
_EACH_AHEAD = re.compile(rf"\b(?:(?:each|every) (?:{either('what a rate is for')})|daily|hourly)\b[^,;:]*$", re.IGNORECASE)
_MARK = either("marks beside a level")
_MARK_AHEAD = re.compile(rf"\b(?:{_MARK})(?: level| mark)?(?:,| of| at| is| was)? (?:the |about )?$")
_MARK_BEHIND = re.compile(rf" (?:{_MARK})\b")
_NUMBER = rf"(?:\d[\d,]*|{'|'.join(sorted(WORTH))})"
_AND_OTHERS = re.compile(rf" and {_NUMBER} ([a-z]+)", re.IGNORECASE)
_OTHERS_AND = re.compile(rf"\b{_NUMBER} ([a-z]+) and $", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:against|versus|compared (?:with|to)) (?:the |its |about )?$")
_FORETOLD = "expected "
_SIGHT, _BESIDE = 60, 60
"""Characters before a figure in which "each day" governs it, and on either side of it that are its own words."""
_ONE_YEAR, _FEW = 365, 2
"""Days after which what lasted is another thing of its kind, and words without which a figure's neighbours tell nothing."""


def two_things(a: Claim, b: Claim, told: Verdicts) -> str | None:
    """Why two different figures of two articles are of two things, by what the scope tests have told and the words around them.

    >>> import claimcheck as cc
    >>> rate, = cc.extract("Each day of the walkout costs shippers $12 million.", published="2026-02-02", document="a")
    >>> total, = cc.extract("The walkout cost shippers $144 million.", published="2026-02-13", document="b")
    >>> two_things(rate, total, {"measure": "agree", "counted": "unknown", "period": "unknown"})
    'one is told for each'
    """
    if one_article(a, b) or a.value == b.value:
        return None
    if _is_for_each(a) != _is_for_each(b):
        return "one is told for each"
    if _share_no_word(a, b, told):
        return "of what they are is not said of both"
    if standing(a, b, moved=False) != "apart":
        return None
    if _is_mark(a) != _is_mark(b):
        return "one is a mark to be passed"
    if is_one_of_two(a) != is_one_of_two(b) and a.counted != b.counted:
        return "one is a part, told beside the other part"
    if _is_of_another_subject(a) != _is_of_another_subject(b):
        return "one is another subject's, held against the first"
    if told["period"] == "clash" and all((claim.measure or "").startswith(_FORETOLD) for claim in (a, b)):
        return "what was expected of two periods"
    if a.measure == b.measure == "duration" and (days_between(a, b) or 0) > _ONE_YEAR:
        return "how long two things lasted, years apart"
    return None


@fact
def _is_for_each(claim: Claim) -> bool:
    """Whether a sum or count is told for each day, case or head, in words that the reader takes for no unit."""
    if claim.kind not in _COUNTED_OR_PAID:
        return False
    return bool(_EACH_BEHIND.match(_behind(claim)) or _EACH_AHEAD.search(_ahead(claim)))


@fact
def _is_mark(claim: Claim) -> bool:
    """Whether a figure is a mark that a level is held against: flood stage, a target."""
    return bool(_MARK_AHEAD.search(_ahead(claim)) or _MARK_BEHIND.match(_behind(claim)))


@fact
def is_one_of_two(claim: Claim) -> bool:
    """Whether a count stands beside another one of another noun: "nine men and five women"."""
    found = _AND_OTHERS.match(_behind(claim)) or _OTHERS_AND.search(_ahead(claim))
    return found is not None and _are_persons(claim.counted) and _are_persons(found[1])


def _are_persons(noun: str | None) -> bool:
    """Whether a noun is one of persons, and not of what befell them ("150 dead and 40 injured" are two counts)."""
    befell = word_set("the dead") | word_set("state of people")
    return noun is not None and bool(groups_of(noun)) and befell.isdisjoint((noun, f"{noun}s"))


@fact
def _is_of_another_subject(claim: Claim) -> bool:
    """Whether another figure of today is compared with this one: "82%, against 93% in the whole state"."""
    return claim.as_of is not None and claim.as_of == claim.said_on and not claim.links and _AGAINST.search(_ahead(claim)) is not None


def _share_no_word(a: Claim, b: Claim, told: Verdicts) -> bool:
    """Whether sums or shares of which no one statistic is said have no word beside them in common either, in two stories."""
    if a.kind not in _OF_ANYTHING or told["measure"] != "unknown" or have_one_cast(a, b):
        return False
    one, other = _beside(a), _beside(b)
    return min(len(one), len(other)) >= _FEW and not shared(one, other)


@fact
def _beside(claim: Claim) -> frozenset[str]:
    first, last = (edge - claim.sentence_span[0] for edge in claim.span)
    before, after = claim.sentence[max(0, first - _BESIDE) : first], claim.sentence[last : last + _BESIDE]
    return (stems(before) | stems(after)) - word_set("words of money")


def _ahead(claim: Claim) -> str:
    start = max(0, claim.span[0] - claim.sentence_span[0])
    return claim.sentence[max(0, start - _SIGHT) : start]


def _behind(claim: Claim) -> str:
    return claim.sentence[max(0, claim.span[1] - claim.sentence_span[0]) :]

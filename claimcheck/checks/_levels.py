"""The levels that a change can have led from and to, where its own sentence does not settle them."""

from __future__ import annotations

import re
from datetime import date

from claimcheck import days
from claimcheck.case import Case
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_LONG_AGO = re.compile(r"\b(?:years|decades) (?:ago|earlier|before)\b")
_TOLD = re.compile(
    rf"\W*(?:that|this|it) (?:{either('says of the sentence before')})(?: to)? "
    rf"(?:an?|the) (?:[a-z]+ ){{0,3}}[\w.]+ ?(?:%|per ?cent)(?: (?:{either('rises and falls')}))?\W*",
    re.IGNORECASE,
)
_TAKES_UP = re.compile(
    rf"\W*(?:that|this|the|such an?) (?:{either('changes as nouns')})"
    r"(?: of|,? by|, of|,? (?:which )?(?:amounts to|amounted to|is|was|comes to|came to|means|equals)) (?:about |some |roughly )?\Z",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r", (?:which|who) [^,;:–—]{0,60}\Z")
_HEIGHT = re.compile(rf"\b(?:{either('comes to a height')})\b")
_OF_ANOTHER = re.compile(r" (?:of|for|on|to|in (?!an? |the |just |one |two |only |20))")
_SIMILAR = 2
"""Times of one quantity are as long, February and March or nearly, and begin no further apart than that."""
_A_YEAR = range(350, 381)
"""Days between a time and the same one a year before."""
_EARLIER = ("from", "revises")
"""What a new level is to the old one."""


def of_another_time(old: Claim, new: Claim) -> bool:
    """Whether a level named only afterwards need not be what the change began from: "rose 5% to $42 on Friday, up from $36 in January".

    It is what the change began from where it is of a time as long, right before or a year before.
    """
    if _is_a_height(old, new):
        return True
    if not any(link.role == "revises" and link.claim == old.id for link in new.links):
        return False
    if _LONG_AGO.search(new.sentence):
        return True
    start, end = _days(old), _days(new)
    if start is None or end is None:
        return False
    gap, length = (end[0] - start[0]).days, end[1]
    return max(length, start[1]) > _SIMILAR * min(length, start[1]) or not (gap <= _SIMILAR * length or gap in _A_YEAR)


def _is_a_height(old: Claim, new: Claim) -> bool:
    """Whether a clause about what has moved tells of a height once reached: "the shares, which hit 24 euros in May, fell 5% to 19"."""
    clause = _CLAUSE.search(old.sentence[: old.span[0] - old.sentence_span[0]]) if old.span < new.span else None
    return clause is not None and _HEIGHT.search(clause[0]) is not None


def _days(claim: Claim) -> tuple[date, int] | None:
    """The first day that a figure covers, and how many it covers."""
    if claim.period is None or claim.period.start is None or claim.period.end is None:
        return None
    first, last = days.first_day(claim.period.start), days.last_day(claim.period.end)
    return first, (last - first).days + 1


def level_before(case: Case, new: Claim) -> Claim | None:
    """The one figure of a kind in the sentence right before."""
    same = [claim for claim in sentence_before(case, new) if claim.kind == new.kind]
    alike = len(same) == 1 and same[0].unit == new.unit and new.counted in (None, same[0].counted)
    return same[0] if alike and not isinstance(same[0].value, tuple) else None


def pair_before(case: Case, share: Claim) -> tuple[Claim, Claim] | None:
    """The one old and new level of the sentence right before "That is a rise of 35 percent"."""
    if not _TOLD.fullmatch(share.sentence) and not takes_up(share):
        return None
    last = sentence_before(case, share)
    by_id = {claim.id: claim for claim in last}
    found = [(link, new) for new in last for link in new.links if link.claim in by_id]
    told = {(link.claim, new.id) for link, new in found if link.role in _EARLIER}
    pairs = told or {(link.claim, new.id) for link, new in found if link.role in ("risen_from", "fallen_from")}
    levels = [by_id[name] for pair in pairs for name in pair]
    if len(pairs) != 1 or any(isinstance(level.value, tuple) or level.kind == "percent" for level in levels):
        return None
    return levels[0], levels[1]


def takes_up(share: Claim) -> bool:
    """Whether a sentence begins with a percentage of the change told right before: "That jump of 33 percent surprised her"."""
    start = share.sentence_span[0]
    before, after = share.sentence[: share.span[0] - start], share.sentence[share.span[1] - start :]
    return _TAKES_UP.match(before) is not None and (before.endswith(" to ") or not _OF_ANOTHER.match(after))


def sentence_before(case: Case, claim: Claim) -> tuple[Claim, ...]:
    """The figures of the sentence right before a figure's own."""
    found = case.layout.before(claim)
    return found if found and not case.document.text[found[0].sentence_span[1] : claim.sentence_span[0]].strip() else ()

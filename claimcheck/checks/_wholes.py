"""What a share is of, where its own sentence does not say."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.model import Claim
from claimcheck.vocabulary import word_set

_THOSE = re.compile(r"\bof (?:those|these|them)\b")
_OLD = ("from", "revises", "change_from", "fallen_from", "risen_from")
_OWN_SHARE = re.compile(r"(?: \w+){0,4}?,? ?[(,–—-] ?(?:or |that is |which is |about |some |roughly |nearly |almost |just )*")
_MOVES, _LEADS = word_set("rises and falls"), ("to", "by", "at", "from")
FATALITY, _ILL = "fatality rate", ("cases", "infections")


def whole_of(case: Case, part: Claim) -> tuple[Claim | None, Sequence[Claim]]:
    """What a part is most likely of, None where that is not plain; and the other figures of the article that can hold it.

    "14 of those patients" are of the one larger count of the sentence before. The 400 of "It shot down 400, or 80 percent" are of the one
    figure that can hold them in their own sentence or the one before.
    """
    if _THOSE.search(part.surface):
        wholes = [claim for claim in sentence_before(case, part) if claim.kind == "count" and middle(claim) >= middle(part)]
        return (wholes[0] if len(wholes) == 1 else None), ()
    *before, last = ("", *part.sentence[: part.span[0] - part.sentence_span[0]].lower().split())
    if part.links or (last in _LEADS and not _MOVES.isdisjoint(before)):
        return None, ()
    alike = [claim for claim in case.layout.around(part) if _can_hold(claim, part) and claim.id != part.id]
    here = [claim for claim in case.beside(part) if claim.span < part.span]
    near = [claim for claim in (*sentence_before(case, part), *here) if claim in alike and case.layout.roles(claim).isdisjoint(_OLD)]
    return (near[0], [claim for claim in alike if claim.id != near[0].id]) if len(near) == 1 else (None, ())


def is_another_part(case: Case, share: Claim, whole: Claim) -> bool:
    """Whether a figure has a share of its own right behind it and is itself a part: "52,300 votes, or 41%, and 51,800, or 40%"."""
    for other in case.beside(whole):
        if other.kind not in ("percent", "ratio") or other.id == share.id:
            continue
        if any(link.role == "share_is" and link.claim == whole.id for link in other.links):
            return True
        if _OWN_SHARE.fullmatch(case.document.text, whole.span[1], max(whole.span[1], other.span[0])):
            return True
    return False


def _can_hold(whole: Claim, part: Claim) -> bool:
    """Whether one figure can be the whole of another: as large, of its unit, of the same noun where both have one."""
    same = whole.kind == part.kind and whole.unit == part.unit and whole.change is None and part.change is None
    named = part.counted is None or whole.counted is None or part.counted == whole.counted
    return same and named and middle(whole) >= middle(part) > 0


def dead_and_ill(case: Case, share: Claim) -> tuple[Claim, Claim] | None:
    """The deaths and the cases that a fatality rate can be of: those of its sentence, or of the one before."""
    here = case.beside(share)
    rate = share.measure == FATALITY and share.kind == "percent" and share.change is None and not share.links
    if not rate or isinstance(share.value, tuple) or sum(claim.kind == "percent" for claim in here) > 1:
        return None
    for near in (here, sentence_before(case, share)):
        told = [claim for claim in near if claim.kind == "count" and claim.change is None and claim.as_of == share.as_of]
        dead, ill = ([claim for claim in told if claim.measure in measures] for measures in (("deaths",), _ILL))
        if dead and ill and (len(dead) == len(ill) == 1 or any(link.role == "revises" for link in (*dead[0].links, *ill[0].links))):
            return (dead[0], ill[0]) if middle(ill[0]) > middle(dead[0]) else None
    return None

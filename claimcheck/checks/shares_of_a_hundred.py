"""Do the shares of one whole fit into a hundred per cent?

What it asks. "70 percent back the tunnel and 33 percent oppose it": nobody is on both sides, so that the shares cannot
exceed a hundred. Where the sentence says that they are all ("the remaining 36 percent", "all respondents gave
an answer"), they must make a hundred; it speaks only where they miss it by a slip of the pen, and nothing says that
there are more. Digits set how far the shares may be rounded.

Why it matters. One of the shares was mistyped, or belongs to another question.

An example that speaks:

    According to the poll 70 percent of residents back the tunnel and 33 percent oppose it.   -> inconsistent: 70 and 33 percent make 103

An example that is silent:

    According to the poll 60 percent of residents back the tunnel and 33 percent oppose it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import reduce
from itertools import combinations, pairwise

from claimcheck import intervals
from claimcheck.case import Case
from claimcheck.checks._figures import as_one, middle, rounded, written
from claimcheck.checks._findings import consistent, inconsistent
from claimcheck.checks._groups import forms, words_up_to_mark
from claimcheck.checks._mistyped import differ_by_a_slip
from claimcheck.checks._sums import make, plainly
from claimcheck.comparing.names import shared, stems
from claimcheck.model import Claim, Finding, Interval
from claimcheck.reading import partitions
from claimcheck.vocabulary import either

_NAME = "shares-of-a-hundred"
_HUNDRED = Decimal(100)
_WHOLE = Interval("100", "100", "percent")
_REST = re.compile(r"\b(?:the (?:remaining|other|rest)|remaining)\W+(?:[a-z]+ )?$", re.IGNORECASE)
_EVERYBODY = re.compile(
    r"\b(?:every (?:respondent|voter|member|one)|everyone|everybody|all respondents)\b.{0,20}\b(?:cho|pick|took|tak|gave|giv|had|answer)"
    r"|\b(?:no|none|nobody|without)\b.{0,20}\b(?:undecided|abst)",
    re.IGNORECASE,
)
_VOTED_FOR = re.compile(r"\bvot\w+ for\b|\A (?:were |are )?for\b")
_BY, _TO = re.compile(rf"\b(?:{either('decides by a vote')}) [^,;\d]*by \Z"), re.compile(r",? to ")
"""Two sides of one vote: "rejected by 58 percent to 42"."""
_BESIDE = re.compile(r"\bagainst (?=[\d(])")
_OWNERS = re.compile(r"\s(?:of|among) (?:the |all |those )?(\w+)")
_ELSEWHERE = re.compile(r"(?:[,;]|\band|\bwhile|\bbut)\s+(?:in|among|at|of) ", re.IGNORECASE)
_SIGHT, _BEFORE = 60, 24
_MORE = re.compile(
    r"\b(?:each|apiece|half|halves|(?:a|one|two|three|four) (?:thirds?|quarters?|fifths?|tenths?)|majority|bulk|most|"
    r"a (?:few|handful|fraction)|of (?:which|whom|those|these|them)|(?:up|down) from|compared|than|points?|turnout|rates?)\b",
    re.IGNORECASE,
)
"""Words of shares that are not in figures, are held by several, or are of another whole or another time."""
_FARTHEST, _FEW, _SENTENCES, _PAIR = 20, 6, 3, 2
"""How far shares miss a hundred by a slip; how many shares are tried in every choice; how many sentences back others are looked for."""


def check(case: Case) -> Iterator[Finding]:
    """A finding for the shares of each sentence that exclude one another."""
    sentences: dict[tuple[int, int], list[Claim]] = {}
    for claim in case.claims:
        if claim.kind == "percent" and claim.change is None and not isinstance(claim.value, tuple):
            sentences.setdefault(claim.sentence_span, []).append(claim)
    for shares in sentences.values():
        group = _exclusive(case, shares)
        rest = len(group) > 1 and _is_rest(group[-1])
        if len(group) > 1 and not (rest and _misses(group) and not _are_all(case, group)):
            yield from _verdict(group, complete=rest or bool(_EVERYBODY.search(group[0].sentence)))


def _misses(group: Sequence[Claim]) -> bool:
    return not intervals.agree(reduce(intervals.plus, as_one(*group)), _WHOLE)


def _are_all(case: Case, group: Sequence[Claim]) -> bool:
    """Whether the shares before "the remaining" are plainly all there are, and miss a hundred by one share typed wrongly."""
    rest, missing = group[-1], _HUNDRED - make(group)
    right = [(_HUNDRED - make(group) + middle(share), middle(share)) for share in group]
    slip = any(value > 0 and differ_by_a_slip(plainly(value), plainly(stated)) for value, stated in right)
    if abs(missing) > _FARTHEST or not slip or len(group) > _FEW or _MORE.search(rest.sentence):
        return False
    near = [claim for claim in case.beside(rest) if claim not in group]
    if any(claim.kind in ("percent", "ratio", "percentage_point") for claim in near) or _makes_a_hundred(group) or _of_groups(case, group):
        return False
    return not _has_share_before(case, rest, missing)


def _makes_a_hundred(group: Sequence[Claim]) -> bool:
    """Whether the rest makes a hundred with some of the shares before it, so that the others are of something else."""
    *before, rest = group
    choices = (chosen for size in range(1, len(before)) for chosen in combinations(before, size))
    return any(not _misses([*chosen, rest]) for chosen in choices)


def _of_groups(case: Case, group: Sequence[Claim]) -> bool:
    """Whether the shares are rates of groups, or of wholes told apart: "62% of men and 58% of women", "in Lund 20%, in Malmo 30%"."""
    return any(_of_others(case, one, other) for one, other in pairwise(group))


def _has_share_before(case: Case, rest: Claim, missing: Decimal) -> bool:
    """Whether the sentences right before have shares too, or any before has the one that is missing."""
    earlier = [claim for claim in case.layout.around(rest) if claim.span[1] <= rest.sentence_span[0]]
    near = sorted({claim.sentence_span for claim in earlier}, reverse=True)[:_SENTENCES]
    shares = [claim for claim in earlier if claim.kind in ("percent", "ratio") and not isinstance(claim.value, tuple)]
    return any(claim.sentence_span in near or abs(middle(claim) - missing) < 1 for claim in shares)


def _verdict(shares: Sequence[Claim], complete: bool) -> Iterator[Finding]:
    made = reduce(intervals.plus, as_one(*shares))
    *most, last = [written(share) for share in shares]
    said = f"{', '.join(most)} and {last} percent make {rounded(sum(map(middle, shares), Decimal(0)))}, not a hundred"
    if complete and intervals.agree(made, _WHOLE):
        yield consistent(_NAME, shares[-1], shares[:-1], said.removesuffix(", not a hundred"))
    elif complete or (made.low is not None and Decimal(made.low) > 100):
        yield inconsistent(_NAME, shares[-1], shares[:-1], said)


def _exclusive(case: Case, shares: Sequence[Claim]) -> Sequence[Claim]:
    """The shares of a sentence that exclude one another: those before "the remaining", or of groups nobody can belong to two of."""
    if len(shares) > 1 and _is_rest(shares[-1]):
        return shares[max((index + 1 for index, share in enumerate(shares[:-1]) if _is_rest(share)), default=0) :]
    if _are_two_sides(case, shares):
        return shares
    named = [(share, noun) for share in shares if (noun := _group(case, share))]
    if any(_of_others(case, one, other) for (one, _), (other, _) in pairwise(named)):
        return ()
    apart = all(partitions.disjoint(one, other) for (_, one), (_, other) in combinations(named, 2))
    return [share for share, _ in named] if apart and _one_question([_object(case, share, noun) for share, noun in named]) else ()


def _are_two_sides(case: Case, shares: Sequence[Claim]) -> bool:
    if len(shares) != _PAIR or not _TO.fullmatch(case.document.text, shares[0].span[1], shares[1].span[0]):
        return False
    return _BY.search(shares[0].sentence[: shares[0].span[0] - shares[0].sentence_span[0]]) is not None


def _of_others(case: Case, one: Claim, other: Claim) -> bool:
    """Whether the second share is of other people: "60 percent of Democrats back it and 55 percent of Republicans oppose it"."""
    owners = [_OWNERS.match(case.document.text, share.span[1]) for share in (one, other)]
    if all(owners) and len({owner[1].lower() for owner in owners if owner}) > 1:
        return True
    return bool(_ELSEWHERE.search(case.document.text, one.span[1], other.span[0]))


def _one_question(objects: Sequence[frozenset[str]]) -> bool:
    """Whether all that is said to be backed or opposed is one thing; later shares leave it out or call it "it"."""
    told = [stems for stems in objects if stems]
    return all(shared(told[0], other) for other in told[1:])


def _object(case: Case, share: Claim, noun: str) -> frozenset[str]:
    """What stands behind the word for a side: the measure that is backed."""
    words = _words_behind(case, share)
    at = next((index for index, word in enumerate(words) if noun in forms(word)), len(words))
    return stems(" ".join(words[at + 1 :]))


def _is_rest(share: Claim) -> bool:
    start = share.span[0] - share.sentence_span[0]
    return bool(_REST.search(share.sentence[max(0, start - _BEFORE) : start]))


def _words_behind(case: Case, share: Claim) -> list[str]:
    """The words that say what a share is of; "against" right before the next figure sets that beside it."""
    text = case.document.text[share.span[1] : min(share.span[1] + _SIGHT, share.sentence_span[1])].lower()
    found = _VOTED_FOR.sub(" favour ", text)
    return words_up_to_mark(_BESIDE.sub(" ", found))


def _group(case: Case, share: Claim) -> str | None:
    """The side or group that the words behind a share name."""
    return next((noun for word in _words_behind(case, share) for noun in forms(word) if partitions.divides(noun, "opinion")), None)

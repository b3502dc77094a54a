"""Breakdowns that run over sentences and whose words say that nobody is left out.

"The theatre sold 900 tickets. Families took 420 and schools 310. The other 170 went to pensioners": the rest closes the list. "The dead -
14 women, nine men and six children - ...": men, women and children are all there are. "The bill passed by 41 votes to 17, and every senator
voted": nobody abstained.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from claimcheck.case import Case
from claimcheck.checks._breakdowns import ANOTHER_TIME, FEWEST, Breakdown, one_of, says_where
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.checks._pointing import befell
from claimcheck.checks._sums import agree, make
from claimcheck.model import Claim
from claimcheck.reading import partitions
from claimcheck.reading.relations.members import persons
from claimcheck.vocabulary import word_set

_OLD = ("from", "revises", "change_from", "fallen_from", "risen_from")
_SENTENCES, _MOST = 3, 7
_NEAR = 4
"""A breakdown misses its whole by no more than a quarter of it; what misses by more is of something else."""


_REST_BEFORE = re.compile(
    rf"\b(?:{one_of('rest')})\b(?:(?<!other)(?<!remaining)[^;\d]{{0,60}}| (?:some |about |roughly )?)\Z", re.IGNORECASE
)
"""Before a figure "the other" and "the remaining" stand right there; "the others" and "the rest" anywhere in its clause."""
_REST_BEHIND = re.compile(rf"[^.;\d]{{0,40}}\b(?:{one_of('fills')}) (?:{one_of('rest')})\b(?<!other)(?<!remaining)", re.IGNORECASE)
_OF_THEM = re.compile(r" of (?:the|these|those|them)\b")
_BESIDES = re.compile(
    r" ?(?:more (?:than|votes?|seats?|needed|required)|fewer|less|short|ahead|behind|above|below|needed|required|times)\b"
    r"|[^.,;\d]{0,30}\b(?:needed|required|a majority)\b"
)
_VERB = r" ?[—–:-] ?|,? (?:were|are|comprised?|consist(?:ed)? of|includ(?:ed?|ing)|:) "
_NAMES = re.compile(rf"[\"“‘']?(?P<who>They|These|Those|The [\w' ]{{3,30}}?)(?P<verb>{_VERB})\Z")
_POINTS = ("They", "These", "Those")
_LISTED = re.compile(r"(?: [\w' -]{0,40})?(?:, and|,| and| plus| as well as)(?: (?:some|another|the))? \Z")
_ALL_VOTED = re.compile(rf"\b(?:{one_of('all voted')})\b", re.IGNORECASE)
_VOTE = re.compile(rf"\b(?:{one_of('vote')})\b", re.IGNORECASE)
_MEMBERS = word_set("who and what votes")
_ARE = re.compile(r",? (?:were|are|comprised?|consist(?:ed)? of) ")


def closed(case: Case) -> Iterator[Breakdown]:
    """The breakdowns whose words leave nobody out."""
    for last in case.claims:
        if is_level(last) and _is_rest(case, last):
            yield from _with_rest(case, last)
    yield from _sorts(case)
    yield from votes(case)


def _is_rest(case: Case, claim: Claim) -> bool:
    text = case.document.text
    start = max((other.span[1] for other in case.beside(claim) if other.span[1] <= claim.span[0]), default=claim.sentence_span[0])
    return bool(
        _REST_BEFORE.search(text[start : claim.number_span[0]]) or _REST_BEHIND.match(text, claim.number_span[1], claim.sentence_span[1])
    )


def _with_rest(case: Case, last: Claim) -> Iterator[Breakdown]:
    """The whole and the parts that a figure for the rest completes.

    None where some choice of what is in sight makes a whole of it, or the sentence itself says what it is a part of.
    """
    near = _in_sight(case, last)
    wholes = [claim for claim in near if middle(claim) > middle(last)]
    if not wholes or len(near) > _MOST or any(link.role == "part_of" for link in last.links):
        return
    chosen = [group for size in range(1, len(near)) for group in combinations(near, size)]
    if any(agree(whole, [*group, last]) for whole in wholes for group in chosen if whole not in group):
        return
    whole = max(wholes, key=middle)
    group = [part for part in near if part is not whole and (part.span > whole.span or any(link.claim == whole.id for link in part.links))]
    if group and _is_near(whole, [*group, last]):
        yield Breakdown(whole, (*group, last), True)


def _is_near(whole: Claim, group: Sequence[Claim]) -> bool:
    return not agree(whole, group) and abs(make(group) - middle(whole)) * _NEAR <= middle(whole)


def _in_sight(case: Case, last: Claim) -> list[Claim]:
    """The levels before the rest, each value once, that count what the largest of them counts."""
    told = [claim for claim in case.layout.up_to(last.sentence_span, _SENTENCES) if claim.span < last.span and _fits(case, claim, last)]
    found = [claim for claim in told if case.layout.roles(claim).isdisjoint(_OLD)]
    near = list({middle(claim): claim for claim in reversed(found)}.values())[::-1]
    most = max(near, key=middle, default=last)
    return [claim for claim in near if _of_one(claim, most) or _OF_THEM.match(case.document.text, claim.number_span[1])]


def _of_one(claim: Claim, whole: Claim) -> bool:
    """Whether two figures count one thing, or people."""
    return claim.counted in (whole.counted, None) or {claim.counted or "", whole.counted or ""} <= persons()


def _fits(case: Case, claim: Claim, last: Claim) -> bool:
    """Whether a figure can be in one breakdown with the rest: a plain level of its unit, of people with people."""
    if (
        (claim.kind, claim.unit) != (last.kind, last.unit)
        or not is_level(claim)
        or claim.change is not None
        or claim.qualifier not in PLAIN
    ):
        return False
    if says_where(case, claim):
        return False
    nouns = {claim.counted, last.counted} - {None}
    alike = len(nouns) < FEWEST or nouns <= persons() or bool(_REST_BEHIND.match(case.document.text, last.number_span[1]))
    return alike and not _BESIDES.match(case.document.text, claim.number_span[1])


def _sorts(case: Case) -> Iterator[Breakdown]:
    """ "The dead - 14 women, nine men and six children -": sorts of people that leave nobody out, of what was counted before."""
    for group in _lists(case):
        start = group[0].sentence_span[0]
        named = _NAMES.match(case.document.text[start : group[0].span[0]])
        nouns = [claim.counted or "" for claim in group]
        apart = all(partitions.disjoint(a, b) for a, b in combinations(nouns, 2))
        everybody = apart and (partitions.complete(nouns) or {"man", "woman"} <= set(nouns))
        if named is None or _is_of_another_time(case, group) or not (everybody or _are_all(named, nouns)):
            continue
        whole = _whole_named(case, group[0], named["who"])
        if whole is not None and _is_near(whole, group) and (make(group) > middle(whole) or "inclu" not in named["verb"]):
            yield Breakdown(whole, tuple(group), True)


def _is_of_another_time(case: Case, group: Sequence[Claim]) -> bool:
    """Whether the sentence of a list names its time: "last year", "in 2020"."""
    return ANOTHER_TIME.search(group[0].sentence) is not None or any(claim.kind in ("year", "date") for claim in case.beside(group[0]))


def _are_all(named: re.Match[str], nouns: Sequence[str]) -> bool:
    """Whether three sorts of people or more are what some were: "They were 142 soldiers, 31 guards and 24 civilians"."""
    return len(set(nouns)) == len(nouns) > FEWEST and named["who"] in _POINTS and _ARE.fullmatch(named["verb"]) is not None


def _lists(case: Case) -> Iterator[list[Claim]]:
    """The runs of counts of people that stand side by side in a sentence."""
    run: list[Claim] = []
    for claim in case.claims:
        joined = (
            run and run[-1].sentence_span == claim.sentence_span and _LISTED.fullmatch(case.document.text, run[-1].span[1], claim.span[0])
        )
        if claim.kind == "count" and claim.counted in persons() and is_level(claim):
            if run and not joined:
                yield from [run] if len(run) >= FEWEST else []
                run = []
            run.append(claim)
        elif run:
            yield from [run] if len(run) >= FEWEST else []
            run = []
    if len(run) >= FEWEST:
        yield run


def _whole_named(case: Case, part: Claim, who: str) -> Claim | None:
    """The one earlier figure that "the dead" or "they" stands for."""
    near = [claim for claim in sentence_before(case, part) if claim.kind == "count" and _of_people(claim) and is_level(claim)]
    if who in _POINTS:
        return near[0] if len(near) == 1 else None
    found = [claim for claim in case.layout.around(part) if claim.span < part.span and befell(claim, who)]
    return found[-1] if len({middle(claim) for claim in found}) == 1 else None


def _of_people(claim: Claim) -> bool:
    """Whether a count is of people, by a noun for them or by that of their nation: "187 Norvians"."""
    return claim.counted in persons() or (claim.counted is not None and claim.surface.split()[-1][:1].isupper())


def votes(case: Case) -> Iterator[Breakdown]:
    """Votes for and against, and those who abstained, beside all who could vote, where the words say that all did."""
    for near, here in pairwise([(), *case.layout.sentences.values()]):
        told = [
            claim
            for claim in (*near, *here)
            if claim.kind == "count" and is_level(claim) and claim.qualifier == "exact" and claim.change is None
        ]
        words = " ".join({claim.sentence: None for claim in told})
        wholes = [claim for claim in told if claim.counted in _MEMBERS and middle(claim) == max(map(middle, told))]
        if len(wholes) != 1 or not _ALL_VOTED.search(words):
            continue
        parts = [claim for claim in told if claim is not wholes[0] and _VOTE.search(claim.sentence) and claim.counted in {None, *_MEMBERS}]
        if (
            FEWEST <= len(parts) <= FEWEST + 1
            and not agree(wholes[0], parts)
            and abs(make(parts) - middle(wholes[0])) * _NEAR <= middle(wholes[0])
        ):
            yield Breakdown(wholes[0], tuple(parts), True)

"""Shares whose counts stand around them: told beside the part, of the pair just named, or of what the headline names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from claimcheck.case import Case
from claimcheck.checks._display import displayed
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.checks._links import parts
from claimcheck.checks._mistyped import slipped
from claimcheck.checks._pointing import has_it_as_whole, names_whole, wholes_meant
from claimcheck.checks._wholes import FATALITY, whole_of
from claimcheck.comparing.names import stems
from claimcheck.model import Claim
from claimcheck.vocabulary import either

_HEDGE = either("before a share")
_BESIDE = re.compile(rf"(?: of (?:that|it|these|those|them|the(?: [a-z]+){{1,2}}))?,? ?[,(–—-] ?(?:(?:{_HEDGE}) )*\Z")
_CLOSED = re.compile(r"(?: (?:of|in) [^.;]*|\W*(?:[,.;)–—-]|\Z))")
_TELLS_ON = re.compile(
    r"[\"“‘']?(?:In other words|So|Thus|Or|(?:That|This|It|They|Those|These|Such|The (?:share|rate|figure|proportion))\b[^.,;:\d]{0,40}?"
    r"(?:['’]s|['’]re|\b(?:is|are|was|were|makes?|made|means|meant|make up|represents?|represented|equals?|"
    r"amounts? to|accounts? for|accounted for|comes? to)))"
    rf"(?:,? (?:{_HEDGE}))* \Z",
    re.IGNORECASE,
)
_THEN = re.compile(r"\b(?:last|previous\w*|earlier|ago|before|usual\w*|average|normal\w*|compared|against|target|expected|in \d{4})\b")
_OF_THE = re.compile(r" of (?:the|its|their|his|her|our|some|about|all) ?")
_DEFINITE = re.compile(r"[\"“‘']?(?:The|These|Those) \Z")
_THOSE = re.compile(r" (?:who|whose|that|which|to|being|affected|job|post|worker|staff|of them)\w*\b")
_OF_THOSE_ABOARD = re.compile(r" of (?:all |the )?(?:those|people) (?:on board|aboard)\b")
_WHEN = re.compile(r"[^.;:]{0,60}, (?:when|where) ")
_OLD, _ABOARD = ("from", "revises", "change_from"), "aboard"

Told = tuple[Claim, Claim, Claim]
"""A share, its part and its whole."""


def told(case: Case) -> Iterator[Told]:
    """Every share that no relation joins to its counts, with the part and the whole that the words around it name."""
    pairs = _pairs(case)
    titles = {claim.id for _, claims in displayed(case) for claim in claims}
    for share in case.claims:
        if not _is_share(share):
            continue
        if share.links:
            continue
        yield from _taken_up(case, share)
        if share.change is None:
            yield from (
                _beside(case, share, pairs)
                or _of_pair_before(case, share, pairs)
                or _of_pair_behind(case, share, pairs)
                or _said_again(case, share, pairs, share.id in titles)
            )


def _is_share(claim: Claim) -> bool:
    plain = not isinstance(claim.value, tuple) and claim.kind in ("percent", "ratio")
    return plain and 0 < middle(claim) < (100 if claim.kind == "percent" else 1)


def _pairs(case: Case) -> list[tuple[Claim, Claim]]:
    """The parts that words join to one whole, with it."""
    found = [(part, whole) for part, whole in parts(case) if is_level(part) and is_level(whole) and middle(part) < middle(whole)]
    joined = {part.id for part, _ in found}
    for part in case.claims:
        wholes = [whole for whole in wholes_meant(case, part) if middle(whole) > middle(part)]
        if len({middle(whole) for whole in wholes}) == 1 and part.id not in joined:
            joined.add(part.id)
            found.append((part, wholes[-1]))
    return found


def _beside(case: Case, share: Claim, pairs: list[tuple[Claim, Claim]]) -> list[Told]:
    """ "The judge accepted 90, or two-thirds, of these": the part stands right before the share."""
    before = [claim for claim in case.beside(share) if claim.span < share.span]
    text = case.document.text
    if not before or not is_level(before[-1]) or not _CLOSED.match(text, share.span[1], share.sentence_span[1] + 1):
        return []
    part = before[-1]
    joined = any(link.role not in ("some_of", "part_of") for link in part.links)
    if not _BESIDE.match(text, part.span[1], share.span[0]) or joined or part.qualifier not in PLAIN:
        return []
    if has_it_as_whole(case, share, part):
        return []
    linked = [whole for other, whole in pairs if other.id == part.id]
    meant = linked or [whole for whole in (*wholes_meant(case, part), *wholes_meant(case, share)) if middle(whole) > middle(part)]
    likely = whole_of(case, part)[0]
    aboard = _aboard(case) if _OF_THOSE_ABOARD.match(text, share.span[1]) else None
    whole = aboard or (meant[-1] if meant else None) or (likely if likely is not None and names_whole(case, share, likely) else None)
    return [(share, part, whole)] if whole is not None and whole.qualifier in PLAIN and middle(whole) > middle(part) else []


def _aboard(case: Case) -> Claim | None:
    """The one number of people said to have been aboard, without what it corrects."""
    old = {link.claim for claim in case.claims for link in claim.links if link.role in _OLD}
    found = [claim for claim in case.claims if claim.measure == _ABOARD and claim.kind == "count" and claim.id not in old]
    return found[0] if len({claim.value for claim in found}) == 1 and is_level(found[0]) else None


def _of_pair_behind(case: Case, share: Claim, pairs: list[tuple[Claim, Claim]]) -> list[Told]:
    """ "Nearly 58 percent in 2019, when 51 of the 98 sick died": the one pair of a fatality rate's clause, missed by a slip."""
    here = [pair for pair in pairs if all(one.sentence_span == share.sentence_span and one.span > share.span for one in pair)]
    if share.kind != "percent" or len(here) != 1 or share.measure != FATALITY:
        return []
    part, whole = here[0]
    percents = [claim for claim in case.beside(share) if claim.kind == "percent" and share.span < claim.span < part.span]
    joined = not percents and _WHEN.fullmatch(case.document.text, share.span[1], part.span[0])
    return [(share, part, whole)] if joined and slipped(middle(part) / middle(whole) * 100, share) else []


def _of_pair_before(case: Case, share: Claim, pairs: list[tuple[Claim, Claim]]) -> list[Told]:
    """ "In 540 of them they found lead. That is 45% of the homes": a sentence that tells on about the one pair of the last."""
    sentence = share.sentence
    before = sentence[: share.span[0] - share.sentence_span[0]]
    if not _TELLS_ON.match(before) or _THEN.search(sentence) or _has_others(case, share):
        return []
    last = {claim.id for claim in sentence_before(case, share)}
    near = [pair for pair in pairs if pair[0].id in last]
    if len(near) != 1 or not names_whole(case, share, near[0][1]):
        return []
    return [(share, *near[0])]


def _said_again(case: Case, share: Claim, pairs: list[tuple[Claim, Claim]], in_title: bool) -> list[Told]:
    """A share of what one pair alone counts: of a headline, or said in the words of the pair's part and missed by a slip."""
    named = [(part, whole) for part, whole in pairs if names_whole(case, share, whole, strictly=True)]
    if len(named) != 1 or _THEN.search(share.sentence):
        return []
    part, whole = named[0]
    right = middle(part) / middle(whole) * 100
    if in_title:
        borne_out = any(claim.id != share.id and (claim.kind, claim.value) == (share.kind, share.value) for claim in case.claims)
        return [] if borne_out else [(share, part, whole)]
    again = stems(share.sentence) & stems(part.sentence) - stems(whole.noun) - stems(part.noun)
    near = share.span > part.span and share.kind == "percent" and bool({word for word in again if not word.isdigit() and word != "say"})
    return [(share, part, whole)] if near and slipped(right, share) else []


def _taken_up(case: Case, share: Claim) -> list[Told]:
    """ "It will shed 10% of the 5,000 jobs. The 500 who must go": the share of a stated whole, worked out in the next sentence."""
    text = case.document.text
    after = case.layout.after(share)
    whole = next((claim for claim in (*case.beside(share), *after) if claim.span > share.span), None)
    if whole is None or not is_level(whole) or not _OF_THE.fullmatch(text, share.span[1], whole.span[0]):
        return []
    for part in after:
        follows = any(claim.id == share.id for claim in sentence_before(case, part))
        if follows and (part.kind, part.unit) == (whole.kind, whole.unit) and is_level(part) and middle(part) < middle(whole):
            opens = _DEFINITE.fullmatch(text, part.sentence_span[0], part.span[0])
            return [(share, part, whole)] if opens and _THOSE.match(text, part.number_span[1]) else []
    return []


def _has_others(case: Case, share: Claim) -> bool:
    """Whether the sentence of a share has other levels before it, or another share."""
    here = [claim for claim in case.beside(share) if claim.id != share.id]
    return any(claim.kind in ("percent", "ratio") or (is_level(claim) and claim.span < share.span) for claim in here)

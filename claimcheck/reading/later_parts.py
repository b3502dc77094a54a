"""Parts of a total that the sentence behind it tells: "22 miners are dead. Sixteen were found in the lower gallery"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from attrs import evolve

from claimcheck.model import Claim, Link
from claimcheck.reading.relations.members import ADDABLE, general, persons
from claimcheck.vocabulary import either, table

_APART = 2
"""Characters between two sentences that follow one another, in a paragraph or across a break."""
_BACK = 2
"""Sentences behind a total in which its parts may be told."""
_FEWEST, _PAIR = 3, 2
_NEAR = 40
"""Characters before a figure that are looked at."""
_MOST = 30
"""Figures of the longest sentence that is read for parts; lists and tables have more."""
_SMALLEST, _SMALLEST_OF_PAIRS = 10, 20
"""Smaller totals are made by any three figures, or any two."""
_GROUP = rf"(?:them|these|those|whom|the (?:[\w-]+ )?(?:{either('names a total')}))"
_INCLUDING = re.compile(
    rf"[“\"']?(?:(?:they|these|those|that|this|it|the (?:{either('names a total')})) include[sd]?|"
    rf"(?:among|amongst) {_GROUP})\b",
    re.IGNORECASE,
)
_OF_THOSE = re.compile(rf"[“\"']?of {_GROUP}\b", re.IGNORECASE)
_OF_THEM = re.compile(rf",?(?: [\w-]+)? (?:of|among) {_GROUP}\b", re.IGNORECASE)
_ACCOUNTS = re.compile(r"\b(?:alone )?(?:accounts?|accounted) for (?:at least |about |some )?$", re.IGNORECASE)
_IS = re.compile(r" (?:of whom )?(?:\w+ly )?(?:was|were|are|is|had|have|came|lived|belonged|worked)\b(?! (?:to be|more|also)\b)")
_IN_A_LIST = re.compile(r"\b(?:and|plus|other|rest|remaining|remainder|while)\b|;")
_JOINED = re.compile(r"(?:,|\band) $")
_ANOTHER_TIME = re.compile(
    rf"\b(?:{'|'.join(row['wording'] for row in table('breakdown_words') if row['role'] == 'another time')}|\w{{3,6}}days?)\b",
    re.IGNORECASE,
)
_SOMETHING_ELSE = ("total_of", "converts", "restates", "part_of", "some_of")
"""Links of a figure that is a total of its own or a part already."""
_LEVELS = ("from", "revises")
"""Links of the later of two levels, which can be a total; the earlier one is none of today's."""


def linked(claims: Sequence[Claim]) -> list[Claim]:
    """The claims of an article in text order; the parts that a sentence tells of a total before it are linked to that.

    >>> from claimcheck.reading import extract
    >>> whole, part = extract("The blaze has killed 17 people. Nine were children.")
    >>> part.links == (Link("some_of", whole.id),), part.measure
    (True, 'deaths')
    """
    found = list(claims)
    if len(found) < _PAIR or (found[0].sentence_span == found[-1].sentence_span and not any(claim.links for claim in found)):
        return found
    spans = [list(group) for _, group in groupby(range(len(found)), lambda at: found[at].sentence_span)]
    for at, here in enumerate(spans[1:], 1):
        for before in reversed(spans[max(0, at - _BACK) : at]):
            if max(len(before), len(here)) <= _MOST and _follows(found, before, here) and _tell(found, before, here):
                break
    return _as_parts(found)


def _as_parts(found: Sequence[Claim]) -> list[Claim]:
    """The claims, with the parts of a total that name no place of their own called its parts: what else tells them from a whole?"""
    wholes = {link.claim: claim for claim in found for link in claim.links if link.role == "total_of"}
    return [
        evolve(claim, links=(*claim.links, Link("part_of", wholes[claim.id].id))) if _only_a_part(claim, wholes.get(claim.id)) else claim
        for claim in found
    ]


def _only_a_part(claim: Claim, whole: Claim | None) -> bool:
    """Whether nothing but the total tells a figure from the whole: the same is counted, and no place is named."""
    if whole is None or claim.kind != "count" or claim.measure != whole.measure:
        return False
    unnamed = claim.place is None or "place" in claim.inherited or claim.place.islower()
    return unnamed and not any(link.role in ("part_of", "some_of") for link in claim.links)


def _follows(found: Sequence[Claim], before: Sequence[int], here: Sequence[int]) -> bool:
    """Whether one sentence stands right behind another, or behind one that tells parts of the same total."""
    last = found[before[0]].sentence_span[1]
    between = [claim.sentence_span for claim in found[before[-1] + 1 : here[0]]]
    for start, end in (*dict.fromkeys(between), found[here[0]].sentence_span):
        if start - last > _APART:
            return False
        last = end
    return True


def _tell(found: list[Claim], before: Sequence[int], here: Sequence[int]) -> bool:
    """Links the parts that a sentence tells of a total of another one; whether it tells any."""
    olds = {link.claim for at in before for link in found[at].links if link.role in _LEVELS}
    wholes = [at for at in before if _may_be_whole(found[at]) and found[at].id not in olds]
    made = [(whole, parts) for whole in wholes if (parts := _making(found, whole, here))]
    if len(made) == 1:
        whole, parts = made[0]
        found[whole] = evolve(found[whole], links=(*found[whole].links, *(Link("total_of", found[part].id) for part in parts)))
        for part in parts:
            found[part] = _of_its_whole(found[part], found[whole])
        return True
    parts = _pointed(found, here)
    held = [at for at in wholes if parts and all(_fits(found[part], found[at]) for part in parts)]
    if len(held) != 1 or sum(_amount(found[part]) for part in parts) > _amount(found[held[0]]):
        return False
    whole = held[0]
    opening = found[here[0]].sentence
    role = "part_of" if _INCLUDING.match(opening) else "some_of"
    if role == "some_of" and not _OF_THOSE.match(opening) and not all(_is_of_one_fate(found[part], found[whole]) for part in parts):
        return False
    for part in parts:
        found[part] = _of_its_whole(evolve(found[part], links=(*found[part].links, Link(role, found[whole].id))), found[whole])
    return True


def _making(found: Sequence[Claim], whole: int, here: Sequence[int]) -> list[int]:
    """The figures of a sentence that make a total exactly: three, or two without nouns of their own that are all it has."""
    fitting = [at for at in here if _fits(found[at], found[whole])]
    left, parts = _amount(found[whole]), []
    for at in fitting:
        if left > 0:
            left -= _amount(found[at])
            parts.append(at)
    enough = len(parts) >= _FEWEST and _amount(found[whole]) >= _SMALLEST
    least = _SMALLEST if parts and _opens(found[parts[0]]) else _SMALLEST_OF_PAIRS
    pair = len(parts) == len(fitting) == _PAIR and _amount(found[whole]) >= least and all(_is_bare(found[at]) for at in parts)
    return parts if left == 0 and (enough or (pair and _are_joined(found[parts[0]], found[parts[1]]))) else []


def _are_joined(first: Claim, second: Claim) -> bool:
    """Whether two figures stand in a list, not as in "310, six too few"."""
    between = first.sentence[first.span[1] - first.sentence_span[0] : second.span[0] - second.sentence_span[0]]
    return bool(_IN_A_LIST.search(between))


def _pointed(found: Sequence[Claim], here: Sequence[int]) -> list[int]:
    """The figures that a sentence itself calls parts of what was just told, or begins with as some of it."""
    free = [at for at in here if _may_be_part(found[at])]
    sentence, start = found[here[0]].sentence, found[here[0]].sentence_span[0]
    if not free:
        return []
    first = found[free[0]]
    if _INCLUDING.match(sentence) or _OF_THOSE.match(sentence):
        return free
    if _opens(first) and any(_OF_THEM.match(sentence, end - start) for end in (first.span[1], first.number_span[1])):
        return free[:1]
    if _ACCOUNTS.search(_led(first)):
        return free[:1]
    if _opens(first) and _is_bare(first) and _IS.match(sentence, first.span[1] - start) and not _ANOTHER_TIME.search(sentence):
        return [at for at in free if at == free[0] or (_is_bare(found[at]) and _JOINED.search(_led(found[at])))]
    return []


def _led(claim: Claim) -> str:
    """The words right before a figure."""
    at = claim.span[0] - claim.sentence_span[0]
    return claim.sentence[max(0, at - _NEAR) : at]


def _opens(claim: Claim) -> bool:
    """Whether a figure opens its sentence."""
    return claim.span[0] - claim.sentence_span[0] < _NEAR and not _led(claim).strip("“\"' ")


def _is_of_one_fate(part: Claim, whole: Claim) -> bool:
    """Whether nothing else is counted in a part than in the whole: not the nine dead of sixty that were hurt."""
    graver = whole.measure is not None and whole.measure in (part.measure or "")
    return part.measure is None or graver or bool(_OF_THEM.match(part.sentence, part.number_span[1] - part.sentence_span[0]))


def _may_be_whole(claim: Claim) -> bool:
    return claim.kind in ADDABLE and not isinstance(claim.value, tuple) and _is_free(claim)


def _may_be_part(claim: Claim) -> bool:
    return _may_be_whole(claim) and claim.change is None and not any(link.role in ("split_into", *_LEVELS) for link in claim.links)


def _is_free(claim: Claim) -> bool:
    return not any(link.role in _SOMETHING_ELSE for link in claim.links)


def _fits(part: Claim, whole: Claim) -> bool:
    """Whether a figure can be counted within another one."""
    if not _may_be_part(part) or (part.kind, part.unit) != (whole.kind, whole.unit) or _amount(part) >= _amount(whole):
        return False
    nouns = {part.counted, whole.counted}
    return None in nouns or len(nouns) == 1 or nouns <= persons() or (part.counted or "") in general()


def _is_bare(claim: Claim) -> bool:
    """Whether a figure has no noun of its own: "nine", "nine people"."""
    return claim.span[1] == claim.number_span[1] or claim.counted in general()


def _amount(claim: Claim) -> Decimal:
    return Decimal(str(claim.value))


def _of_its_whole(part: Claim, whole: Claim) -> Claim:
    """A part that says nothing of its own counts what the whole does."""
    if part.measure is not None or whole.measure is None:
        return part
    return evolve(part, measure=whole.measure, inherited=(*part.inherited, "measure"))

"""One quantity stated twice in an article, with two values that a slip would make of one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import lru_cache

from claimcheck.case import Case
from claimcheck.checks._crowds import befell_two_crowds, is_known_crowd
from claimcheck.checks._display import body
from claimcheck.checks._figures import middle, written
from claimcheck.checks._slips import factor, pairs
from claimcheck.comparing import cannot_both_be_right, same_quantity
from claimcheck.comparing.names import groups_of, kinship, shared, stems
from claimcheck.comparing.take_up import modifies, moves, set_apart, takes_up
from claimcheck.comparing.time import course
from claimcheck.comparing.what import is_wished_for
from claimcheck.model import Claim, Span
from claimcheck.reading import partitions
from claimcheck.vocabulary import either, word_set

_NEVER = ("age", "duration", "date", "year", "ratio")
"""Kinds of which one story holds many: each person has an age."""
SHAPES = ("power", "order", "digit", "length", "near")
"""All ways in which a slip of the pen makes two figures of one."""
_DIGITS = 3
_SHUFFLED = ("order", "length")
"""Slips that no rounding explains, so that "some 4,358" and "the 4,538" are no two figures."""
_MAJORITY = 3
"""How often an earthquake's other magnitude must be given: two institutes that measure differently are each named once or twice."""
_LARGE = 1000
_EVER = "9999"
_PARTED = re.compile(r"(?:Of|Among) (?:the|those|these)\b")
"""How a sentence opens that tells the parts of what was counted before it."""
_OF_ITS_OWN = re.compile(r"\bof (?:its|their|his|her|our)\b")
"""Of a side's own people: "the north freed 150 servicemen, the south took back 157 of its servicemen"."""
_PARTICIPLE = re.compile(r" ([a-z]*(?:ed|en|wn|ld|ght|ost|let|set)) (?:out|off|up|in|on|by|from|to|at|last|this|so|since)\b")
_STANDS_IN = re.compile(rf"\b(?:them|(?:{either('gives a figure to a pronoun')}) (?:it|that|this|them)(?: at| as)?) \Z")
_STRETCHES = re.compile(rf"\b(?:{either('of a part of a year')})\b", re.IGNORECASE)
_MAIN_SHOCK = re.compile(rf"\b(?:{either('main shock')})\b", re.IGNORECASE)


def repeated(case: Case, shapes: Sequence[str]) -> Iterator[tuple[Claim, Claim]]:
    """Every two figures of one quantity that differ in one of these ways (see `_slips.shape`), the earlier one first.

    The words make them one quantity (`cannot_both_be_right`), or the later figure takes the earlier one up ("the 360 trees").
    A slip occurs once: where both values come again in the article, they are two quantities.
    """
    times, years = case.once(_times), case.once(_years)
    reported: set[str] = set()
    for a, b, found in case.once(_nearly_alike):
        if found not in shapes:
            continue
        odd, other = (a, b) if times[a.id] < times[b.id] else (b, a)
        often = times[odd.id] > 1 and not _worded_alike(a, b)
        if often or odd.id in reported or _linked(a, b) or is_wished_for(a) != is_wished_for(b):
            continue
        if a.change is not None and b.change is not None and _times_told(b) - _times_told(a):
            continue
        thousandfold = found == "power" and factor(a, b) >= _LARGE
        if thousandfold and a.kind != "money" and _is_of_some(a, b):
            continue
        if not thousandfold and (years.get(a.sentence_span) != years.get(b.sentence_span) or set_apart(a, b)):
            continue
        if a.kind == "magnitude" and times[other.id] < _MAJORITY:
            continue
        told = _telling(a, b, found) or (found == "order" and a.qualifier == b.qualifier == "exact")
        told = told or (thousandfold and takes_up(a, b))
        alike = same_noun(a, b) or (found == "order" and a.measure == b.measure is not None)
        if found == "order" and _is_difference_told(case, a, b):
            continue
        known = (alike and takes_up(a, b, thousandfold or found == "order")) or (found == "order" and is_known_crowd(a, b))
        taken_up = times[b.id] == 1 and told and known and not befell_two_crowds(a, b)
        if taken_up or _one_quantity(a, b, found) or (thousandfold and _of_one_sum(case, a, b)):
            reported.add(odd.id)
            yield a, b


def _figures(case: Case) -> list[Claim]:
    return [claim for claim in body(case) if claim.kind not in _NEVER]


def _times(case: Case) -> dict[str, int]:
    """How often the value of each figure is given, by the figure's id."""
    stated = {claim.id: _stated(claim) for claim in _figures(case)}
    told = Counter(_stated(claim) for claim in _figures(case))
    return {name: told[value] for name, value in stated.items()}


def _nearly_alike(case: Case) -> tuple[tuple[Claim, Claim, str], ...]:
    return tuple(pairs(_figures(case)))


def _times_told(claim: Claim) -> frozenset[str]:
    """The stretches of time a sentence names: a year's fall of 8 percent and a quarter's of 8.9 are two."""
    return frozenset(found.lower() for found in _STRETCHES.findall(claim.sentence))


def _is_of_some(a: Claim, b: Claim) -> bool:
    """Whether a participle behind the later figure, new to the earlier sentence, tells it apart: "the 45,000 tonnes let out on Sunday"."""
    told = _PARTICIPLE.match(b.sentence, b.span[1] - b.sentence_span[0])
    return told is not None and not shared(stems(told[1]), stems(a.sentence))


def _of_one_sum(case: Case, a: Claim, b: Claim) -> bool:
    """Whether two sums of the same two digits or more, a thousandfold apart, are told of one thing: by what else their sentences name, or
    by a pronoun right before the later one ("a leaflet promised them 640 billion")."""
    if a.kind != "money" or min(_significant(a), _significant(b)) < _DIGITS - 1 or a.sentence_span == b.sentence_span:
        return False
    if modifies(a) and modifies(b):
        return False
    named = shared(_words(a.sentence), _words(b.sentence)) - stems(" ".join(word_set("words of money")))
    before = case.document.text[b.sentence_span[0] : b.span[0]]
    return bool(named) or (b.sentence_span == _next_sentence(case, a) and bool(_STANDS_IN.search(before)))


def _is_difference_told(case: Case, a: Claim, b: Claim) -> bool:
    """Whether a figure beside the later one is what lies between the two: "hurt 132 people. Of the 213 in the hall, 81 were unhurt"."""
    return any(middle(claim) == abs(middle(a) - middle(b)) for claim in case.beside(b) if claim.unit == a.unit)


def _next_sentence(case: Case, claim: Claim) -> Span | None:
    return next((other.sentence_span for other in case.layout.after(claim)), None)


def _years(case: Case) -> dict[Span, frozenset[str]]:
    """The years that each sentence names; this one and those to come, by which something is to be done, tell no two figures apart."""
    found: dict[Span, frozenset[str]] = {}
    for claim in case.claims:
        if claim.kind in ("year", "date") and str(claim.value)[:4] < (claim.said_on or _EVER)[:4]:
            found[claim.sentence_span] = found.get(claim.sentence_span, frozenset()) | {str(claim.value)[:4]}
    return found


def _stated(claim: Claim) -> tuple[str, str | None, Decimal]:
    """What counts as a value given again; a sum in another currency does, for that is a slip of the sign."""
    return claim.kind, None if claim.kind == "money" else claim.unit, middle(claim)


def _linked(a: Claim, b: Claim) -> bool:
    """Whether the text itself relates the two, or tells one as a part of what was counted before it ("Of the dead, 40 were in Ostra")."""
    parted = _tells_parts(a) != _tells_parts(b) or bool(_OF_ITS_OWN.search(a.surface)) != bool(_OF_ITS_OWN.search(b.surface))
    return parted or any(link.claim == other.id for one, other in ((a, b), (b, a)) for link in one.links)


def _tells_parts(claim: Claim) -> bool:
    """Whether a figure's sentence opens with what it tells the parts of, and the figure is not that whole: "Of the 1,340 ill 52 died"."""
    opens = _PARTED.match(claim.sentence)
    return opens is not None and claim.span[0] - claim.sentence_span[0] > opens.end() + 1


def _telling(a: Claim, b: Claim, found: str) -> bool:
    """Whether the digits are so many that it can be no accident."""
    plain = b.qualifier == "exact" and (a.qualifier == "exact" or (found in _SHUFFLED and _significant(a) > _DIGITS))
    return max(_significant(a), _significant(b)) >= (2 if found == "power" else _DIGITS) and (plain or found == "power")


def _one_quantity(a: Claim, b: Claim, found: str) -> bool:
    """Whether compare() holds the two for one quantity of one time and one speaker, and its two values for a conflict."""
    if not same_noun(a, b) or _two_accounts(a, b) or (a.sentence_span == b.sentence_span and found != "power"):
        return False
    bare = any(claim.span == claim.number_span for claim in (a, b))
    if a.sentence_span == b.sentence_span and a.kind == "count" and (bare or a.counted != b.counted):
        return False
    if (_unmistakable(a, b, found) or _worded_alike(a, b)) and same_quantity(a, b).level != "different":
        return True
    enough = _telling(a, b, found) or (a.kind == "magnitude" and all(_MAIN_SHOCK.search(claim.sentence) for claim in (a, b)))
    if not enough and found == "power":
        enough = a.qualifier == b.qualifier == "exact" and min(middle(a), middle(b)) >= _LARGE
    return enough and not _grew(a, b, found) and cannot_both_be_right(a, b)


def _unmistakable(a: Claim, b: Claim, found: str) -> bool:
    """Whether the digits alone bear out that two likely figures are one: three swapped or of another power, two a thousandfold."""
    if a.sentence_span != b.sentence_span and len(shared(_words(a.sentence), _words(b.sentence))) < _DIGITS:
        return False
    digits = min(_significant(a), _significant(b))
    if found == "power":
        return digits >= _DIGITS or (digits >= _DIGITS - 1 and max(middle(a), middle(b)) >= _LARGE * min(middle(a), middle(b)))
    return found == "order" and digits >= _DIGITS and a.qualifier == b.qualifier == "exact"


def same_noun(a: Claim, b: Claim) -> bool:
    """Whether two counts name one sort of people or things; a noun that only one of them has stands in the other's sentence."""
    if partitions.disjoint(a.counted or "", b.counted or ""):
        return False
    if a.kind != "count" or a.counted == b.counted or shared(stems(a.noun), stems(b.noun)) - {"people", "other"}:
        return True
    if a.counted is None or b.counted is None:
        named, bare = (a, b) if a.counted else (b, a)
        return bool(shared(stems(named.counted), stems(bare.sentence)) or groups_of(named.noun or named.counted))
    return any(kinship(x, y) in ("same", "whole") for x in groups_of(a.noun or a.counted) for y in groups_of(b.noun or b.counted))


def _significant(claim: Claim) -> int:
    """How many digits are written, less the zeros that end a whole number."""
    digits = re.sub(r"[^\d.]", "", written(claim)) or str(claim.value)
    return len(digits.replace(".", "").lstrip("0") if "." in digits else digits.strip("0-"))


def _grew(a: Claim, b: Claim, found: str) -> bool:
    """Whether the later figure may be news: a count that grows, or words that say so; digits change places in no count."""
    return found not in ("order", "power") and (course(a, b) == "grows" or moves(a.sentence) or moves(b.sentence))


def _two_accounts(a: Claim, b: Claim) -> bool:
    """Whether two speakers give a figure each."""
    if a.attribution is None or b.attribution is None:
        return False
    same_estimate = a.entity is not None and a.entity == b.entity and a.entity.endswith("estimate")
    return not same_estimate and not shared(stems(a.attribution.source), stems(b.attribution.source))


@lru_cache(maxsize=4096)
def _words(sentence: str) -> frozenset[str]:
    return frozenset(stem for stem in stems(sentence) if not stem.isdigit() and stem not in ("said", "say", "told"))


def _worded_alike(a: Claim, b: Claim) -> bool:
    """Whether two percentages stand in one sentence said twice: all its words come again."""
    if a.kind != "percent" or b.kind != "percent" or a.sentence_span == b.sentence_span:
        return False
    short, long = sorted((_words(a.sentence), _words(b.sentence)), key=len)
    return len(short) >= _DIGITS and shared(short, long) == short

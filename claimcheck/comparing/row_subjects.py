"""Is the subject of a reference row the one a figure is of?"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import evolve

from claimcheck import days
from claimcheck.comparing.clauses import cues
from claimcheck.comparing.events import event_types
from claimcheck.comparing.names import names, related, rest, shared, stems
from claimcheck.comparing.row_figures import of_one_size
from claimcheck.comparing.scope import Answer
from claimcheck.comparing.sentence_names import as_prose, named_in, names_in, subject_names
from claimcheck.comparing.statistic_words import content, terms
from claimcheck.model import Claim, Row
from claimcheck.reading import places

_YEAR = len("2025")
_BEHIND = 15
"""Characters by which a name behind a figure counts as farther away than one before it."""

_COMPARED = re.compile(rf"{cues('comparison').pattern}(?: \w+){{0,3}}\s*$", re.IGNORECASE)
_OF_SUBJECT = re.compile(r"(?:the )?(?P<what>[a-z][a-z -]*?) (?:from|of|in|at|between|to) (?:the )?(?P<whom>[A-Z].*)")
_ELIDED = re.compile(r",? (?:(?:with|at|on|by|got|took|won|to|just|only|about|some|nearly) ){0,2}\(?")
"""What stands between a name and its figure where the verb is said of an earlier name."""
_SECOND = re.compile(
    r"(?:\band|\bwhile|\bto|[,;])\s+(?:the |that of |those of )*[A-Z][\w'’-]*(?:[ ,]+[A-Z][\w'’-]*){0,7}[ ,]*(?:[a-z]+ ){0,2}\(?$"
)
_NAME_BEFORE = re.compile(
    rf"\b(?:of|in|at|from|near|outside|around) (?!(?:{'|'.join((*days.MONTHS, *days.WEEKDAYS))})\b)"
    r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,3}, $"
)


def same_subject(claim: Claim, row: Row) -> Answer:
    """The row's subject is named: by the counted noun or the claim's scope, or else in its sentence, no other country being nearer."""
    subject = row.entity or row.event or row.place or ""
    wanted = subject_names(subject)
    if all(name.isdigit() for name in wanted):
        return _common_subject(claim, subject)
    if _stands_in(claim.sentence, subject) and _is_locator(claim.sentence, subject):
        return Answer("whom", "unknown", f"{subject} only says where another place lies")
    others = frozenset() if _countries(wanted) == wanted else rest(as_prose(subject))
    told = not others - shared(others, stems(f"{claim.sentence} {claim.event} {claim.title} {row.measure}"))
    noun = names(claim.noun)
    if noun and not shared(wanted, noun):
        return Answer("whom", "clash", f"{claim.noun} against {subject}")
    if noun and not wanted - shared(wanted, noun):
        return Answer("whom", "agree" if told else "entail", f"{claim.noun}")
    stated = names(None if "entity" in claim.inherited else claim.entity)
    place = names(None if "place" in claim.inherited else claim.place)
    if _countries(stated) and _countries(wanted) and not related(stated, wanted) and not shared(wanted, place):
        return Answer("whom", "clash", f"{claim.entity} against {subject}")
    if _countries(wanted) and any(inner not in wanted and places.contains(country, inner) for inner in place for country in wanted):
        return Answer("whom", "clash", f"{claim.place} is a part of {subject}")
    if _is_anothers(claim, wanted):
        return Answer("whom", "unknown", f"another name than {subject} stands by the figure")
    if _stands_nearest(claim, subject, wanted) or (not wanted - shared(wanted, stated) and not _countries(wanted)):
        named = told or _is_that_event(claim, row) or not (_countries(wanted) or event_types(subject))
        return Answer("whom", "agree" if named else "entail", f"{subject} is named")
    scope = names(claim.entity) | names(claim.place) | names(claim.event)
    around = scope | names_in(claim.sentence)
    if not wanted - shared(wanted, scope) or (shared(wanted, around) and not wanted - shared(wanted, around | names(claim.title))):
        return Answer("whom", "entail", f"{subject} is the article's subject")
    if len(others) > 1 and not others - shared(others, stems(f"{claim.entity} {claim.noun} {claim.sentence}".replace("-", " "))):
        return Answer("whom", "entail", f"{subject} without its name")
    return Answer("whom", "unknown", f"{subject} is not named")


def _is_that_event(claim: Claim, row: Row) -> bool:
    """Whether year and size of a figure tell the event that only its place names: "Varna, where 110 died in 1988"."""
    return row.as_of is not None and row.as_of[:_YEAR] in claim.sentence and of_one_size(claim, row)


@lru_cache(maxsize=4096)
def spelled_out(row: Row) -> Row:
    """A row whose measure says nothing and whose subject says all, as one of a measure and a subject.

    >>> row = spelled_out(Row("t", 1, "refugees from Sarn", "number", "count", "2300000", "count", None, None, None))
    >>> row.entity, row.measure
    ('Sarn', 'refugees')
    """
    found = _OF_SUBJECT.fullmatch(row.entity or "") if row.kind != "date" and not terms(row.measure) | content(row.measure) else None
    return evolve(row, entity=found["whom"], measure=found["what"]) if found else row


def _common_subject(claim: Claim, subject: str) -> Answer:
    """A subject without a name ("front line"): its words stand in the sentence."""
    wanted = stems(subject)
    if wanted and not wanted - shared(wanted, stems(f"{claim.entity} {claim.noun} {claim.sentence}")):
        return Answer("whom", "agree", f"{subject} is named")
    return Answer("whom", "unknown", f"{subject} is not named")


def _countries(found: frozenset[str]) -> frozenset[str]:
    return frozenset(name for name in found if places.is_country(name))


@lru_cache(maxsize=1024)
def _not_compared(sentence: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """The names of a sentence without those that something is only compared with ("unlike that of Peru")."""
    return tuple(name for name in named_in(sentence) if not _COMPARED.search(sentence, 0, name[0]))


def _is_anothers(claim: Claim, wanted: frozenset[str]) -> bool:
    """Whether another name stands right before the figure, behind the subject's: "Tarn won 31 seats and Ostrel 28"."""
    start = claim.span[0] - claim.sentence_span[0]
    before = [(last, found) for _, last, found in named_in(claim.sentence) if last <= start]
    own = any(shared(wanted, found) for _, found in before)
    if not own or shared(wanted, before[-1][1]) or not _ELIDED.fullmatch(claim.sentence, before[-1][0], start):
        return False
    return _SECOND.search(claim.sentence, 0, start) is not None


def _stands_nearest(claim: Claim, subject: str, wanted: frozenset[str]) -> bool:
    """Whether the subject's names stand in the sentence, and no other country nearer to the number."""
    if not _stand_together(claim.sentence, wanted) and not _stands_in(claim.sentence, subject):
        return False
    if not _countries(wanted):
        return True
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    speaker = names(claim.attribution.source if claim.attribution else None)
    named = [(first, last, _countries(found - (speaker - wanted))) for first, last, found in _not_compared(claim.sentence)]
    rivals = [(start - last if last <= start else first - end + _BEHIND, name) for first, last, found in named for name in found]
    return not rivals or min(rivals)[1] in wanted


def _stand_together(sentence: str, wanted: frozenset[str]) -> bool:
    """Whether names stand in one name of the sentence, or in several that hold no other: not in "the Free Democrats and Christian Orla"."""
    runs = [found for _, _, found in named_in(sentence)]
    numbers = frozenset(name for name in names_in(sentence) if name.isdigit())
    alone = numbers.union(*(found for found in runs if found == shared(found, wanted)))
    return any(not wanted - shared(wanted, found) for found in (*runs, alone))


@lru_cache(maxsize=4096)
def _stands_in(sentence: str, subject: str) -> bool:
    """Whether the very words stand in a sentence; names at its beginning run into other capitals ("Peru Population 2012")."""
    return subject in sentence and re.search(rf"(?<!\w){re.escape(subject)}(?!\w)", sentence) is not None


def _is_locator(sentence: str, subject: str) -> bool:
    """Whether every mention follows another name and a comma ("Fortuna, Peru")."""
    return all(_NAME_BEFORE.search(sentence, 0, found.start()) for found in re.finditer(re.escape(subject), sentence))

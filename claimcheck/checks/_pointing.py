"""Figures whose own words point back at a whole named before: "of these, 41 escaped", "16 of the hospitals", "in 30 of them"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from claimcheck.case import Case
from claimcheck.checks._figures import middle
from claimcheck.checks._levels import sentence_before
from claimcheck.checks._levels_alike import PLAIN, is_level
from claimcheck.comparing.names import stems
from claimcheck.comparing.same_event import one_word
from claimcheck.model import Claim
from claimcheck.reading import units
from claimcheck.reading.relations.members import general, persons
from claimcheck.vocabulary import table, word_set

_POINTS = r"(?P<points>these|those|them|that|the)"
_BEHIND = re.compile(
    rf"(?: (?:per cent|percent|or so))?(?: [a-z]+)? (?:of|out of|from among|among) (?:all )?{_POINTS}\b(?P<noun>(?: [\w'’-]+){{0,8}})"
)
_OPENING = re.compile(rf"[\"“‘']?(?:Of|In|Among|Amongst|From|Out of)(?: all)? {_POINTS}\b(?P<noun>(?: [\w'’-]+){{0,8}})", re.IGNORECASE)
_BARE = frozenset(("these", "those", "them", "that"))
_HEADS_END, _RESTRICTS = word_set("ends the name of a whole"), word_set("restricts a whole")
_SPEAKERS, _DETERMINERS = word_set("persons who tell"), word_set("determiners of a whole")
_OPENS = 3
"""Words before the first figure of a sentence that opens with it: "In 540 of them", "Of these, some 30"."""
_OF = re.compile(r" of ((?: ?[\w'’-]+){1,6})")
_OF_IT = re.compile(r" of (?:them|whom|which)\b")
_OF_IN = re.compile(r"\bof ((?: ?[\w'’-]+){1,6})")
_HEAD = 3
"""Words that name the whole at most."""
_QUOTES = ('"', "“", "‘", "«")
_PAIR = 2


def wholes_meant(case: Case, part: Claim) -> Sequence[Claim]:
    """The earlier figures that the words of a part can mean by "of these" or "of the hospitals"; empty where they mean none.

    >>> import claimcheck as cc
    >>> text = "The jail held 340 inmates. Of these, 212 escaped."
    >>> case = Case(cc.Document(text, text), tuple(cc.extract(text)))
    >>> [whole.surface for whole in wholes_meant(case, case.claims[1])]
    ['340 inmates']
    """
    said = _words_of(case, part)
    if said is None or part.change is not None or not is_level(part):
        return ()
    points, words = said
    head = _head(words) if points != "them" and words[:1] not in (["the"], ["they"], ["a"]) else []
    alike = [claim for claim in case.layout.around(part) if claim.span[1] <= part.span[0] and _can_be(claim, part)]
    if not head:
        return _just_before(case, alike, part, points)
    meant = [claim for claim in alike if _is_named(claim, head)]
    own = [claim for claim in meant if claim.sentence_span == part.sentence_span]
    if points in _BARE and own:
        return own[-1:]
    further = words[len(head) :]
    restricted = bool(further) and further[0] in _RESTRICTS and further[1:2] != [] and further[1] not in _SPEAKERS
    if points in ("these", "those") or not restricted:
        return [] if points not in ("these", "those") and _general().intersection(map(units.singular, head)) else meant
    said_too = stems(" ".join(further[1:]))
    return [claim for claim in meant if any(one_word(word, other) for word in said_too for other in stems(claim.sentence))]


def names_whole(case: Case, share: Claim, whole: Claim, strictly: bool = False) -> bool:
    """Whether what a share is said to be of is what a figure counts; where nothing is said, only if not asked `strictly`."""
    found = _OF.match(case.document.text, share.span[1], share.sentence_span[1]) or _OF_IN.search(share.surface)
    if found is None:
        return not strictly
    words = found[1].lower().split()
    head = _head([word for word in words if word not in _DETERMINERS])
    if not head:
        return not strictly
    return _is_named(whole, head) or (head[0].endswith("ed") and any(one_word(head[0], other) for other in stems(whole.sentence)))


def has_it_as_whole(case: Case, share: Claim, figure: Claim) -> bool:
    """Whether a share's words make the figure with a noun before it its whole, not its part: "9,000 workers, a tenth of them abroad"."""
    return figure.span[1] > figure.number_span[1] and _OF_IT.match(case.document.text, share.span[1]) is not None


def is_of_people_alone(case: Case, share: Claim, whole: Claim) -> bool:
    """Whether a share is said to be of people and the figure counts things: "14 of the 21 cantons, and 57 percent of all voters"."""
    found = _OF.match(case.document.text, share.span[1], share.sentence_span[1])
    head = _head([word for word in found[1].lower().split() if word not in _DETERMINERS]) if found else []
    return whole.counted not in {None, *persons()} and any(units.singular(word) in persons() for word in head[-1:])


def befell(whole: Claim, words: str) -> bool:
    """Whether words for those affected ("the dead", "those killed") stand for what a figure counts."""
    return is_level(whole) and whole.kind == "count" and any(whole.measure in _befallen().get(word, ()) for word in words.lower().split())


def _words_of(case: Case, part: Claim) -> tuple[str, list[str]] | None:
    """What points back, and the words behind it: of a part or of the sentence that it is the first figure of."""
    text = case.document.text
    found = _BEHIND.match(text, part.number_span[1], part.sentence_span[1])
    if found is None:
        opening = _OPENING.match(text, part.sentence_span[0], part.span[0])
        between = text[part.sentence_span[0] : part.number_span[0]]
        found = opening if opening and not re.search(r"\d", between) and "," not in between[:-2] else None
        if found is None:
            return None
        words = text[found.start("noun") : part.span[0]].lower().split(",")[0].split()
        return found["points"].lower(), [re.sub(r"[^\w'’-]", "", word) for word in words]
    return found["points"].lower(), found["noun"].lower().split()


def _head(words: Sequence[str]) -> list[str]:
    """The words that name the whole: up to a verb, preposition or relative word."""
    head: list[str] = []
    for word in words[:_HEAD]:
        if word in _HEADS_END or not word[:1].isalpha():
            break
        head.append(word)
    return head


def _just_before(case: Case, alike: Sequence[Claim], part: Claim, points: str) -> Sequence[Claim]:
    """The figures of the sentence right before, where "of these" opens a sentence; "of that" is of no count."""
    opens = len(case.document.text[part.sentence_span[0] : part.number_span[0]].split()) <= _OPENS
    if points not in _BARE or not opens or _opens_speech(case, part, points) or (points == "that" and part.kind == "count"):
        return ()
    last = {claim.id for claim in sentence_before(case, part)}
    return [claim for claim in alike if claim.id in last]


def _opens_speech(case: Case, part: Claim, points: str) -> bool:
    """Whether a quotation opens with the figure, and so "them" is of what its speaker saw: "I saw nine of them"."""
    return points == "them" and case.document.text.startswith(_QUOTES, part.sentence_span[0])


def _can_be(whole: Claim, part: Claim) -> bool:
    """Whether a figure can be the whole of a part: of its unit, a plain level; of people people, and of things things."""
    if (whole.kind, whole.unit) != (part.kind, part.unit) or not (is_level(whole) and is_level(part)):
        return False
    nouns = {noun for noun in (whole.counted, part.counted) if noun is not None}
    people = len(nouns) < _PAIR or nouns <= persons() or nouns.isdisjoint(persons())
    return people and whole.qualifier in PLAIN and whole.change is None and middle(whole) > 1


def _is_named(whole: Claim, head: Sequence[str]) -> bool:
    """Whether words name what a figure counts: by its noun, or by what befell those it counts ("the dead")."""
    named = {form for word in head for form in (word, units.singular(word))}
    if whole.counted is not None and whole.counted in named:
        return True
    if any(whole.measure in _befallen().get(word, ()) for word in named):
        return True
    if named & {"people", "person"} and whole.counted in persons():
        return True
    return any(one_word(units.singular(word), other) for word in head for other in stems(whole.noun) | stems(whole.measure))


@cache
def _general() -> frozenset[str]:
    """Words for people of whom each sentence may mean others."""
    return (general() - {"dead", "death"}) | word_set("others in each sentence")


@cache
def befallen() -> frozenset[str]:
    """The statistics of those whom something befell: deaths, injuries, arrests."""
    return frozenset(measure for measures in _befallen().values() for measure in measures)


@cache
def _befallen() -> dict[str, tuple[str, ...]]:
    """The statistics that words for those affected stand for."""
    return {word: tuple(row["measures"].split("|")) for row in table("befallen") for word in row["wordings"].split("|")}

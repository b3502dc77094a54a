"""Do two dates of an article date one event?

"The airport opened in 1991 ... When the airport opened in 1992": the later sentence takes the event up in the same
words, in a clause that takes it for known. "The party lost the election in 2007 ... After that defeat in 2006": it takes
it up by a noun for it.
"""

from __future__ import annotations

import re
from functools import cache

from attrs import frozen

from claimcheck.comparing.facts import fact
from claimcheck.comparing.names import stems
from claimcheck.model import Claim
from claimcheck.vocabulary import table

_CLAUSE = re.compile(r"[,;:—()]|\b(?:when|since|after|before|until|till|following|because|while|where)\b", re.IGNORECASE)
_OPENER = re.compile(r"\b(?:when|since|after|before|until|till|following)\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(that|this|the same|the|its|their|his|her) ((?:[\w'’-]+ ){0,2}?)([\w-]+),? (?:of|in|on|back in)\s*$", re.IGNORECASE)
_POINTER = re.compile(r"\b(that|this|the same|the|its|their|his|her) $", re.IGNORECASE)
_NOUN = re.compile(r" ((?:[\w'’-]+ )??)([\w-]+)\b")
_RELATIVE = re.compile(r"\bthe (\w+) (?:that|which|who) ([a-z]+)(?: \w+)? in $", re.IGNORECASE)
_LIGHT = frozenset(("the", "a", "an", "was", "were", "is", "had", "has", "been", "in", "on"))
_FURTHER = re.compile(r" (?:for|from|as|to|because|after|again|in|at)\b")
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ANOTHER = re.compile(r"\b(?:second|third|fourth|another|other|next|new|again|previous|earlier|former|later|first)\b", re.IGNORECASE)
_POINTING = ("that", "this", "the same")
_WORD = re.compile(r"[^\W\d_]+")
_LEAST = 2
_ROOT = 4


def dates_one_event(earlier: Claim, later: Claim) -> bool:
    """Whether the later date is stated for the event that the earlier one dates.

    >>> from claimcheck.reading import extract
    >>> opened = extract("The airport opened in 1991.\\nHotels followed.\\nWhen the airport opened in 1992, the ferry stopped.")
    >>> dates_one_event(*opened)
    True
    """
    if earlier.sentence_span == later.sentence_span or later.span < earlier.span:
        return False
    told = _taken_up(later)
    if told is None:
        return False
    there = _words(earlier)
    enough = told.enough or (len(told.telling) >= _LEAST and set(told.telling) <= set(there))
    if told.content and enough and all(any(one_word(word, other) for other in there) for word in told.content):
        return True
    if told.relative and all(any(one_word(word.lower(), other) for other in there) for word in told.relative.groups()):
        return True
    return _named(told.event, there) or _named_by_year(earlier, later, told, there)


@frozen
class _TakenUp:
    """What a sentence says before and behind a date of an event that may be known: content words of the clause that takes it for known,
    and the wordings that name it."""

    content: frozenset[str]
    telling: tuple[str, ...]
    enough: bool
    relative: re.Match[str] | None
    event: re.Match[str] | None
    pointer: re.Match[str] | None
    noun: re.Match[str] | None


@fact
def _words(claim: Claim) -> list[str]:
    return [word.lower() for word in _WORD.findall(claim.sentence)]


@fact
def _taken_up(later: Claim) -> _TakenUp | None:
    """None where nothing by the date can be of an event told before; asked once for all the dates before it."""
    before = later.sentence[: later.span[0] - later.sentence_span[0]]
    after = later.sentence[later.span[1] - later.sentence_span[0] :]
    parts = list(_CLAUSE.finditer(before))
    clause = before[parts[-1].end() :] if parts else before
    if _ANOTHER.search(clause):
        return None
    words = [word.lower() for word in _WORD.findall(clause)]
    known = bool(parts and _OPENER.fullmatch(parts[-1].group()))
    content = stems(" ".join(words)) - _PRONOUNS if known else frozenset[str]()
    telling = tuple(word for word in words if word not in _PRONOUNS and word not in _LIGHT)
    once = not _PRONOUNS.isdisjoint(words) and not _once().isdisjoint(words) and not _FURTHER.match(after)
    noun = _NOUN.match(after) if later.kind == "year" else None
    pointer = _POINTER.search(before) if noun else None
    found = _TakenUp(content, telling, len(content) >= _LEAST or once, _RELATIVE.search(before), _EVENT.search(before), pointer, noun)
    return found if content or found.relative or found.event or pointer else None


def _named_by_year(earlier: Claim, later: Claim, told: _TakenUp, there: list[str]) -> bool:
    """Whether "that 1986 visit", "the 1962 fire" names what the earlier sentence tells; the second only for a year right beside."""
    pointer, noun = told.pointer, told.noun
    if pointer is None or noun is None:
        return False
    pointing, verbs_and_recurs = pointer[1].lower(), _nouns().get(noun[2].lower())
    if verbs_and_recurs is None or any(word not in there for word in noun[1].lower().split()):
        return False
    verbs, recurs = verbs_and_recurs
    beside = abs(int(str(earlier.value)[:4]) - int(str(later.value)[:4])) <= 1
    return not (verbs - {noun[2].lower()}).isdisjoint(there) and (pointing in _POINTING or (beside and not recurs))


def _named(match: re.Match[str] | None, there: list[str]) -> bool:
    """Whether "that victory in" names what the earlier sentence tells: won, beat."""
    if match is None:
        return False
    pointing, described, noun = match[1].lower(), stems(match[2]), match[3].lower()
    verbs, recurs = _nouns().get(noun, (frozenset(), noun not in _nouns() and not noun.endswith(_DERIVED)))
    if recurs and pointing not in _POINTING:
        return False
    forms = (noun, _rooted(noun)) if noun.endswith(_DERIVED) else ()
    told = not verbs.isdisjoint(there) or any(one_word(form, other) for form in forms for other in there)
    return told and all(any(one_word(word, other) for other in there) for word in described)


def one_word(a: str, b: str) -> bool:
    """Whether two words are forms of one: closed, closing; opened, opening."""
    if a == b or stems(a) == stems(b) != frozenset():
        return True
    root = next((index for index, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return root >= _ROOT and len(a) - root <= _ENDING and len(b) - root <= _ENDING


def _rooted(noun: str) -> str:
    """A noun for an event with the ending of its verb: devaluation, devalued."""
    return noun.removesuffix("ation") + "ed" if noun.endswith("ation") else noun


_ENDING = 3
_DERIVED = ("tion", "sion", "ment", "ance", "ence", "ture", "ing")
"""How nouns for events end: abdication, abandonment, appearance."""


@cache
def _once() -> frozenset[str]:
    """Verbs for what happens once to one person or thing: retired, was founded, burned down."""
    return frozenset(verb for verbs, recurs in _nouns().values() if not recurs for verb in verbs)


@cache
def _nouns() -> dict[str, tuple[frozenset[str], bool]]:
    return {row["noun"]: (frozenset(row["verbs"].split()), row["recurs"] == "yes") for row in table("event_nouns")}

"""Where the words of an event, its subject and a date stand in a sentence, and whether they leave no other reading.

"Russia annexed Crimea in 2014", "the February 2022 invasion", "In 2014, Russia annexed Crimea" do; "In 2016, after the annexation",
"police in Crimea seized weapons in 2019" and "Georgia voted in 1995 after it declared independence" do not.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.names import names, rest, shared
from claimcheck.comparing.sentence_names import named_in
from claimcheck.comparing.word_forms import irregular, same_root
from claimcheck.model import Span
from claimcheck.reading.nouns import is_function_word

_ASIDES = 1
"""Content words, names and adverbs apart, that may stand between an event and its date or its object."""
_PHRASE_WORDS = 2
"""The same for each phrase with a preposition."""
_CLOSE = 8
"""Characters between an event's word and the name in its wording."""
_SPREAD = 4
"""Other words that may stand among those of a wording."""

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
VERB = re.compile(r".+(?:ed|ing)$")
_SMALL = frozenset("a an and as at be been being by for from her his in into is it its of on or that the their to was were with".split())
TIMES = frozenset("year date day month time".split())
"""What a table's column says beside the event itself, or alone."""
POSSESSIVE = ("'s", "’s")
_BREAK = re.compile(r"[,;:()]|\b(?:1[5-9]|20)\d\d\b")
_AT = re.compile(r"(?:\b(?:in|on|of|during)(?: (?:early|late|mid-?))?|[,(])\s*$", re.IGNORECASE)
_IN = re.compile(r"\b(?:in|on)\s*$", re.IGNORECASE)
"""What stands before a date that says when an event was; not "since" or "by"."""
_AGO = re.compile(r"\s+(?:ago|old|into|since|(?:have|had|has) (?:now )?(?:passed|gone by|elapsed) since|on from)\b")
_BEGINS = re.compile(r"^,? (?:which|that) (?:first )?(?:began|begun|started|broke out|was launched|took place|happened|occurred)\b")
"""What tells of a noun before it only when it was: "the invasion, which began in"."""
_PLACED = re.compile(r", (?:in|at|off|near) (?:the )?[A-Z][\w'’-]{1,30}(?: [A-Z][\w'’-]{1,30}){0,2},(?= (?:in|on) )")
"""A place between commas before a date: "was signed, in Tarn, in 1953"."""
_OBJECT = re.compile(r"\s+(?:an?|the|its|to|new|their)\b")
"""What follows a date where the verb before it goes on: "established in 2015 a mission"."""
_PREPOSITION = re.compile(r"\b(?:of|at|in|on|over|off|near|by|between|with|against|from|to)\b")
_GOES_ON = re.compile(r"\b[A-Z]\w+ +[a-z]")
"""A name that does not end its phrase: in "of Peru made prices soar" a clause goes on."""


def find(sentence: str, wording: str, subject: frozenset[str], date: Span) -> Span | None:
    """Where a wording stands, nearest to the date; None unless all its words, in any form, and its names stand close together.

    A word of the subject's own name is no word of the event ("was agreed", "the Paris Agreement").

    >>> find("Peru invaded Ostria in 1974", "invasion", frozenset({"ostria"}), (23, 27))
    (5, 12)
    """
    apart = [span for span in _spans(sentence, wording, subject) if span[1] <= date[0] or span[0] >= date[1]]
    return min(apart, key=lambda span: (max(date[0] - span[1], span[0] - date[1]), span), default=None)


@lru_cache(maxsize=4096)
def _spans(sentence: str, wording: str, subject: frozenset[str]) -> tuple[Span, ...]:
    """Every place of a wording."""
    places = _places(sentence, wording, subject)
    if not places or not all(places):
        return ()
    nearest = ([min(others, key=lambda other: abs(other - at)) for others in places] for at in places[0])
    return tuple(span for together in nearest if (span := _span(sentence, wording, together)) is not None)


def _places(sentence: str, wording: str, subject: frozenset[str]) -> list[list[int]]:
    """For each content word of a wording the numbers of the sentence's words that are forms of it."""
    own = [(start, end) for start, end, found in named_in(sentence) if shared(subject, found)]
    words = [(at, word, _inside(first, last, own)) for at, (first, last, word) in enumerate(_words(sentence))]
    return [[at for at, word, named in words if _is_form(root, word) and (word == root or not named)] for root in sorted(_roots(wording))]


def _is_form(root: str, word: str) -> bool:
    """Whether a word, or a part of it before or behind a hyphen, is a form of a root: the "scale" of "full-scale"."""
    return same_root(root, word) or ("-" in word and any(same_root(root, part) for part in word.split("-")))


@lru_cache(maxsize=4096)
def _roots(wording: str) -> frozenset[str]:
    """The words by which a wording is found: all but articles, prepositions and auxiliaries ("broke out", "left the union").

    Of "year built" and "birth date" the event alone.
    """
    found = rest(wording) | frozenset(word for word in wording.lower().split() if word.isalpha() and word not in _SMALL)
    return found - TIMES or found


def _span(sentence: str, wording: str, together: list[int]) -> Span | None:
    """From the first to the last word of a wording, with its names; None where too much stands among them, a verb, or a possessive."""
    words, low, high = _words(sentence), min(together), max(together)
    inner = [words[at][2] for at in range(low, high) if at not in together and words[at][2] not in wording.lower().split()]
    if len(inner) > _SPREAD or any(map(_is_verb, inner)):
        return None
    event = words[low][0], words[high][1]
    owned = any(mark in sentence[slice(*event)] and mark not in wording for mark in POSSESSIVE)
    return None if owned else _with_names(sentence, names(wording), event)


def _with_names(sentence: str, wanted: frozenset[str], event: Span) -> Span | None:
    """An event's word with the names of its wording ("joined NATO"), None where they do not stand right behind it or before it."""
    for start, end, found in named_in(sentence):
        if wanted and wanted <= found:
            if event[0] <= start and end <= event[1]:
                return event
            if 0 <= start - event[1] <= _CLOSE:
                return event[0], end
            if 0 <= event[0] - end <= _CLOSE:
                return start, event[1]
    return None if wanted else event


def takes_another(sentence: str, event: Span, own: frozenset[str]) -> bool:
    """Whether what an event's word takes is another name than its own ones: joined the European Union, not NATO.

    >>> takes_another("Peru joined the European Union in 2007", (5, 11), frozenset({"nato"}))
    True
    """
    return any(0 <= start - event[1] <= _CLOSE and not shared(own, found) for start, _, found in named_in(sentence))


def words_between(sentence: str, date: Span, event: Span) -> int:
    """How many words stand between a date and an event, but for a place between commas."""
    between = sentence[event[1] : date[0]] if event[1] <= date[0] else sentence[date[1] : event[0]]
    return len(WORD.findall(_PLACED.sub("", between)))


def binds(sentence: str, date: Span, event: Span, subject: str | None, elapsed: bool) -> bool:
    """Whether a date can only be the time of an event; `subject` is the side it stands on, `elapsed` is set for "four years ago"."""
    if elapsed and not _AGO.match(sentence, date[1]):
        return False
    if event[1] <= date[0]:
        between = _PLACED.sub("", _BEGINS.sub("", sentence[event[1] : date[0]]))
        placed = elapsed or _AT.search(sentence[: date[0]]) is not None
        if subject == "before" and VERB.match(sentence[slice(*event)].split()[0]):
            return placed and not _goes_on(sentence, date, between)
        return placed and follows(between)
    between = sentence[date[1] : event[0]].removeprefix(",")
    stands = elapsed or not _rest(between)
    verb = VERB.match(sentence[slice(*event)]) is not None and _IN.search(sentence[: date[0]]) is not None
    return (stands or verb) and not _is_another_times(between) and asides(between) <= _ASIDES


def _goes_on(sentence: str, date: Span, between: str) -> bool:
    """Whether a verb whose subject stands before it takes an object or another clause before its date or after it."""
    if between.startswith(POSSESSIVE) or _is_another_times(between) or _OBJECT.match(sentence, date[1]):
        return True
    return asides(between) > 0 and not _is_chain(between)


def follows(between: str) -> bool:
    """Whether what follows an event's word up to a name or a date belongs to it."""
    head = WORD.match(between.lstrip())
    if between.startswith(POSSESSIVE) or _is_another_times(between) or has_verb(between) or (head and asides(head.group())):
        return False
    return asides(between) <= _ASIDES or _is_chain(between)


def _is_another_times(text: str) -> bool:
    """Whether what stands between a date and an event makes the date another event's."""
    return _BREAK.search(text) is not None or cues("another time").search(text) is not None


def _is_chain(text: str) -> bool:
    """Whether a text is nothing but short phrases with a preposition: "of two ships off the coast of Peru in"."""
    head, *phrases = _PREPOSITION.split(text)
    if head.strip() or has_verb(text):
        return False
    return all(asides(phrase) <= _PHRASE_WORDS and not _GOES_ON.search(phrase) for phrase in phrases)


def asides(text: str) -> int:
    """The content words of a text, names and adverbs apart."""
    return sum(not is_function_word(word.lower()) and not names(word) and not word.endswith("ly") for word in WORD.findall(text))


def _rest(text: str) -> list[str]:
    """The words of a text that are no names."""
    return [word for word in WORD.findall(text) if not names(word)]


def has_verb(text: str) -> bool:
    """Whether a text has a verb, by its ending or by the table of forms, other than that something began.

    >>> has_verb("two ships that left"), has_verb("two ships")
    (True, False)
    """
    return any(_is_verb(word) and not word.istitle() for word in WORD.findall(text))


def _is_verb(word: str) -> bool:
    """Whether a word may be a verb by its ending or by the table of forms; that something began tells when it was."""
    return (VERB.match(word) is not None or irregular(word)) and not same_root(word.lower(), "begin")


def _inside(first: int, last: int, spans: list[Span]) -> bool:
    return any(start <= first and last <= end for start, end in spans)


@lru_cache(maxsize=1024)
def _words(sentence: str) -> tuple[tuple[int, int, str], ...]:
    return tuple((found.start(), found.end(), found.group().lower()) for found in WORD.finditer(sentence))

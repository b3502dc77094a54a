"""Figures that stand in somebody's account: "X's tally stood at N", "by X's count", "the claim by X that N", "in its report"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading import clauses, noun_phrases
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import OWNERS, Phrase, can_speak
from claimcheck.reading.saying_subjects import antecedent
from claimcheck.reading.saying_words import QUALITIES, saying_nouns, speech_words
from claimcheck.reading.sayings import Saying, closing, opening
from claimcheck.vocabulary import table, word_set

ACCOUNTS, ASSERTIONS = saying_nouns("account"), speech_words("assertion")
_BY_VIEWS = speech_words("view by")
"""Views only behind "by": "by their records", not "in their records" or "his reading room"."""
VIEWS = speech_words("view") | _BY_VIEWS
AMOUNTS = speech_words("amount")
_STOPS = AMOUNTS | {row["wording"].partition(" ")[0] for row in table("hedges") if row["side"] == "before"}
_LENGTHS = word_set("length of a text")
_HAVING = (("to", "have"), ("of", "having"))
_PLACES = word_set("kinds of place")
"""Bodies too, whose toll is what they lost."""


def read(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """ "X's tally stood at N", "a UN estimate of N", "N by X's count", "by the count of X, N", "counts by X range from N"."""
    if index and sentence.tokens.capital(index):
        return None
    owner, stop = _owner(sentence, index), index + 1
    start = owner.first - 1 if owner else index - 2
    if owner is None and sentence.words[stop : stop + 1] in (("of",), ("by",), ("from",)):
        owner = source(sentence, index + 2)
        stop = owner.stop if owner else stop
    if owner is None or not can_speak(sentence, owner) or QUALITIES.issuperset(sentence.words[owner.first : owner.last]):
        return None
    cue = sentence.words[index]
    if cue in _BY_VIEWS and sentence.words[max(0, start) : start + 1] != ("by",):
        return None
    if start >= 0 and sentence.words[start] in ("by", "on", "in"):
        if clauses.opens(sentence, start):
            subject = noun_phrases.leading(sentence, stop) if sentence.words[owner.first] in OWNERS else None
            return opening(sentence, subject or owner, cue, start, (stop, len(sentence)))
        apart = sentence.words[start] != "in" or owner.first > index
        return closing(sentence, owner, cue, start, stop, found, described=True) if apart else None
    listed = sentence.words[index + 1 : index + 2] == ("by",)
    if (owner.first > index and not listed) or cue in VIEWS:
        return None
    return _stated(sentence, owner, cue, owner.stop if listed else index + 1)


def source(sentence: Marked, start: int) -> Phrase | None:
    """The phrase from token `start` on, up to a verb or hedge: "aid groups" of "counts by aid groups range from"."""
    phrase = noun_phrases.after(sentence, start)
    stop = (
        next((at for at in range(start + 1, phrase.last) if sentence.words[at] in _STOPS and sentence.marks[at] not in "id"), None)
        if phrase
        else None
    )
    return Phrase(start, stop) if stop is not None else phrase


def _stated(sentence: Marked, owner: Phrase, cue: str, start: int) -> Saying | None:
    """What an account amounts to: "stood at N", "of N", ", N,"."""
    first = clauses.end(sentence, start + 1) if sentence.mark(start) == "," else start
    stop = clauses.end(sentence, first + 1)
    for verb in range(first, min(first + 12, stop)):
        if sentence.words[verb] in AMOUNTS or (sentence.words[verb] == "of" and has_number(sentence, verb, verb + 4)):
            return Saying(owner, cue, ((verb + 1, stop),))
    put_in = clauses.end(sentence, stop + 1)
    return Saying(owner, cue, ((stop + 1, put_in),)) if has_number(sentence, stop, stop + 3) and sentence.mark(put_in) == "," else None


def assertion(sentence: Marked, index: int) -> Saying | None:
    """ "X's claim that N", "a statement by X that N", "X's toll of N", "the claim of X to have sunk N", "the council's toll reached N"."""
    owner, stop = _owner(sentence, index), index + 1
    owned = owner is not None and (sentence.words[owner.first] in OWNERS or sentence.mark(owner.last) == "'")
    if not owned:
        of = sentence.words[stop : stop + 1]
        owner = noun_phrases.after(sentence, stop + 1) if of in (("by",), ("from",), ("of",)) else None
        stop = owner.stop if owner else stop
    elif owner is not None and sentence.marks[owner.last - 1] == "K" and sentence.words[index] not in ("claim", "claims"):
        return None
    of_an_event = sentence.words[index] == "toll" and owner is not None and sentence.words[owner.first] == "its"
    if owner is None or of_an_event or not can_speak(sentence, owner):
        return None
    end, following = clauses.end(sentence, stop), sentence.words[stop : stop + 2]
    amounts = owned and following[:1] == ("of",) and has_number(sentence, stop, stop + 4)
    told = following[:1] == ("that",) or following in _HAVING or (amounts and _LENGTHS.isdisjoint(sentence.words[stop : stop + 5]))
    if told and has_number(sentence, stop, end):
        return Saying(owner, sentence.words[index], ((stop + 1, end),))
    head = noun_phrases.head(sentence, owner)
    counts = owned and sentence.words[index] == "toll" and sentence.marks[head] == "b" and sentence.words[head] not in _PLACES
    return _stated(sentence, owner, sentence.words[index], stop) if counts else None


def _owner(sentence: Marked, index: int) -> Phrase | None:
    """Whose account it is: "X's", "its", "X, whose", or the name or body before it."""
    for first in range(index - 1, max(index - 5, -1), -1):
        mark, word = sentence.marks[first], sentence.words[first]
        if word in OWNERS:
            return Phrase(first, first + 1)
        if mark in "'pubK" or word == "whose":
            named = None if word == "whose" else _named_before(sentence, first + (mark != "'"))
            whose = first if named is None else named.first
            return antecedent(sentence, whose) if sentence.words[whose] == "whose" else named
        if mark not in "kxT":
            return None
    return None


def _named_before(sentence: Marked, end: int) -> Phrase | None:
    """The words of a name or noun phrase before token `end`, up to any preposition."""
    first = end
    while first > 0 and sentence.marks[first - 1] in "pubnmKk.h'":
        first -= 1
    first -= sentence.mark(first - 1) == "d"
    return Phrase(first, end) if first < end else None


def in_print(sentence: Marked, index: int) -> Saying | None:
    """ "In its annual report, ...": what follows stands in the report, unless somebody else says it."""
    for start in range(index - 1, max(index - 8, -1), -1):
        if sentence.words[start] == "in" and clauses.opens(sentence, start):
            phrase = noun_phrases.after(sentence, start + 1)
            return Saying(phrase, "in", ((phrase.stop, len(sentence)),)) if phrase and phrase.last > index else None
    return None

"""Whose verb of saying it is: the phrase before the verb, what a "who" stands for, who stands behind figures."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimcheck.reading import noun_phrases
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked, uncontracted
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.reading.saying_words import DOING, QUALITIES, STUDIES, speech_words
from claimcheck.reading.sayings import Saying
from claimcheck.vocabulary import word_set

_UNITS = speech_words("unit")
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ADVERBIALS = (
    ("so", "far"),
    ("to", "date"),
    ("at", "least"),
    ("at", "first"),
    ("in", "turn"),
    ("at", "last"),
    ("by", "then"),
    ("by", "now"),
    ("as", "yet"),
)
_HAVE = ("has", "have", "had")
_SHEETS = frozenset(("assessment", "log", "register", "ledger"))
"""Accounts that are a thing one reads, and speak for themselves."""
_NO_ADVERBS = word_set("ends like an adverb")
_NOT_A_SUBJECT = frozenset(("of", "for", "to", "from", "about"))


def subject(sentence: Marked, index: int, found: Sequence[Saying]) -> Phrase | None:
    """Who does it: the phrase, pronoun or antecedent before the verb; None for a passive, a negative, an infinitive."""
    start = _before_adverbials(sentence, index)
    if sentence.words[index] in DOING:
        if sentence.mark(start - 1) != "e":
            return None
        start = _before_adverbials(sentence, start - 1)
    mark, before = sentence.mark(start - 1), sentence.words[start - 1] if start else ""
    if mark in "^elzD":
        return None
    if mark == "r":
        object_of = sentence.words[start - 2] in _NOT_A_SUBJECT if start > 1 else False
        return Phrase(start - 1, start) if uncontracted(before) in _PRONOUNS and not object_of else None
    if mark == "c":
        return _shared(sentence, start - 1, found) if before in ("and", "but") else None
    if mark == "w":
        return antecedent(sentence, start - 1) if before in ("who", "which", "that") else None
    phrase = noun_phrases.before(sentence, start)
    phrase = _study_of(sentence, _explained(sentence, phrase, start)) if phrase else None
    relative = _relative_before(sentence, phrase) if phrase else None
    if phrase is None or relative is None:
        return phrase
    group = antecedent(sentence, relative)
    return evolve(group, name=phrase.name) if group else None


def _before_adverbials(sentence: Marked, index: int) -> int:
    """Where the verb with its auxiliaries and adverbs begins: "has so far confirmed", "had by Monday reluctantly conceded"."""
    start = index
    while start > 0:
        if sentence.marks[start - 1] in "xT" or (sentence.words[start - 1].endswith("ly") and sentence.words[start - 1] not in _NO_ADVERBS):
            start -= 1
        elif sentence.words[start - 2 : start] in _ADVERBIALS or (
            start > 1 and sentence.words[start - 1] == "since" and sentence.words[start - 2] in _HAVE
        ):
            start -= 2
        elif sentence.marks[start - 1] == "i" and sentence.mark(start) == "T" and sentence.mark(start - 2) in "xw":
            start -= 1
        else:
            break
    return start


def _explained(sentence: Marked, phrase: Phrase, end: int) -> Phrase:
    """The body between commas that says who is meant: "An outsider, the Institute for Peace, thinks"."""
    if sentence.mark(end - 1) != "," or can_speak(sentence, phrase) or sentence.mark(phrase.last) != ",":
        return phrase
    inserted = noun_phrases.after(sentence, phrase.last + 1)
    return inserted if inserted and inserted.stop == end - 1 and can_speak(sentence, inserted) else phrase


def _study_of(sentence: Marked, phrase: Phrase) -> Phrase:
    """The study that asked or looked at so many of those before the verb: "a poll of 40 economists forecast"."""
    for index in range(phrase.first, phrase.last):
        asked = index - 1
        if asked > 1 and has_number(sentence, asked, index) and sentence.words[asked - 1] in ("of", "among"):
            study = noun_phrases.before(sentence, asked - 1) if sentence.words[asked - 2] in STUDIES else None
            return study or phrase
    return phrase


def antecedent(sentence: Marked, relative: int) -> Phrase | None:
    """The phrase that "who", "which" or "whose" at token `relative` stands for."""
    phrase = noun_phrases.before(sentence, relative - (sentence.mark(relative - 1) == ","))
    if phrase is None or can_speak(sentence, phrase):
        return phrase
    behind = sentence.marks.rfind("i", phrase.first, phrase.last) + 1
    nearest = evolve(phrase, first=behind) if behind else phrase
    return nearest if can_speak(sentence, nearest) else phrase


def _shared(sentence: Marked, conjunction: int, found: Sequence[Saying]) -> Phrase | None:
    """The subject of two verbs: "X dismissed this and put it at 12", "X, which counts men and women, says ..., but says ..."."""
    first = conjunction
    while first > 0:
        while first > 0 and sentence.marks[first - 1] not in ";c":
            first -= 1
        if found and found[-1].speaker and found[-1].speaker.first >= first:
            return found[-1].speaker
        phrase = noun_phrases.leading(sentence, first)
        if phrase and can_speak(sentence, phrase):
            return phrase
        if sentence.mark(first - 1) == ";" or sentence.words[first - 1] not in ("and", "or"):
            return None
        first -= 1
    return None


def _relative_before(sentence: Marked, phrase: Phrase) -> int | None:
    """The "who" of "analysts who track the raids say", where the phrase before the verb is that clause's object."""
    index = phrase.first - 1
    while index > 0 and sentence.marks[index] in "kxpubnmKi9Tdelzv'h":
        index -= 1
    if sentence.mark(index) != "w" or sentence.words[index] not in ("who", "that", "which") or sentence.mark(index - 1) == "i":
        return None
    does = sentence.words[index] == "who" and sentence.mark(index + 1) == "k"
    return index if does or sentence.marks[noun_phrases.head(sentence, phrase)] not in "pubKmn" else None


def speaker(sentence: Marked, subject: Phrase, found: Sequence[Saying]) -> Phrase | None:
    """Who speaks when the subject does: whose log it is, who stands behind the figures, the report in which "they" write."""
    printed = next((saying.speaker for saying in found if saying.cue == "in"), None)
    word = sentence.words[subject.first]
    if printed and word in ("it", "they"):
        return printed
    if word == "whose":
        return antecedent(sentence, subject.first)
    return informant(sentence, subject)


def informant(sentence: Marked, phrase: Phrase) -> Phrase | None:
    """Who stands behind "figures from X" or "X estimates"; None for figures of nobody."""
    head = noun_phrases.head(sentence, phrase)
    if sentence.marks[head] != "n":
        return phrase
    for index in range(head + 1, phrase.last - 1):
        if sentence.words[index] in ("from", "by"):
            source = noun_phrases.after(sentence, index + 1)
            return evolve(source, last=min(source.last, phrase.last)) if source else None
    if sentence.words[phrase.first : head] == ("official",) or sentence.words[head] in _SHEETS:
        return evolve(phrase, last=head + 1)
    named = any(sentence.marks[i] in "pubK" and sentence.words[i] not in QUALITIES for i in range(phrase.first, head))
    return evolve(phrase, last=head) if named else None


def behind_figure(sentence: Marked, phrase: Phrase) -> Phrase:
    """The speakers right behind their figure: "Kyiv" of "the figure Kyiv gives", "analysts" of "230 million analysts had expected"."""
    for index in range(phrase.last - 2, phrase.first - 1, -1):
        counted = has_number(sentence, index, index + 1) and not has_number(sentence, phrase.last, phrase.last + 6)
        if counted or (sentence.marks[index] == "n" and sentence.marks[index + 1] in "Kpu"):
            first = index + 1 + (sentence.words[index + 1] in _UNITS and index + 2 < phrase.last)
            speakers = Phrase(first, phrase.last)
            return speakers if can_speak(sentence, speakers) else phrase
    return phrase

"""Figures of several speakers under one verb or noun: "police, 8,000", "at 60,000 by the organisers", "the ministry's 21"."""

from __future__ import annotations

import re

from claimcheck.reading import noun_phrases
from claimcheck.reading.accounts import ACCOUNTS
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.reading.saying_words import LEVELS, PUT, saying_nouns, wordings
from claimcheck.reading.sayings import Saying, joined

_GAP = re.compile(r"(?:;([dkpub']{0,5}[pub]),?|[,c]([dkpub']{0,5}[pub])(?=i)|,(d[kpub']{0,4}[ub])(?=~?9))i?~?9[k~9]{0,3}(?=[,;c$])")
_OWNED = re.compile(r"(?<=[,;c])(d?[kK]{0,3}[pubK])'(?:x?e[i~]{0,2}9[k~9]{0,3}|i?~?9(?=[,;c.$]))")
_CREDITED = re.compile(r"9[k~9]{0,2}(?=i)")
_COUNTING = ACCOUNTS | frozenset(PUT) | frozenset(wordings("given"))
TOLLS = ACCOUNTS | saying_nouns("number")


def completed(sentence: Marked, found: list[Saying]) -> list[Saying]:
    """The sayings of a sentence with those that leave out their verb or their noun."""
    found = _gapped(sentence, found) if found else found
    if not TOLLS.isdisjoint(sentence.words):
        found = _owned(sentence, found)
    return found if "by" not in sentence.words or _COUNTING.isdisjoint(sentence.words) else _credited(sentence, found)


def _gapped(sentence: Marked, found: list[Saying]) -> list[Saying]:
    """ "Organizers spoke of 30,000; police, 8,000", "at 30,000 and police at 8,000"."""
    for match in _GAP.finditer(sentence.marks):
        before = next((saying for saying in reversed(found) if saying.speaker and _covers(saying, match.start())), None)
        behind = sentence.words[match.end(match.lastindex or 0)]
        if before is not None and not before.closes and (behind in LEVELS or sentence.marks[match.end(match.lastindex or 0)] != "i"):
            speaker = Phrase(*match.span(match.lastindex or 0))
            found = joined(sentence, found, Saying(speaker, before.cue, ((speaker.last, match.end()),), match.start()))
    return found


def _covers(saying: Saying, token: int) -> bool:
    return any(first <= token <= last for first, last in saying.reaches)


def _owned(sentence: Marked, found: list[Saying]) -> list[Saying]:
    """ "The hospital's figure was 16, the ministry's 21", "The official toll is 34; the hospital's is 51"."""
    for match in _OWNED.finditer(sentence.marks):
        noun = next((word for word in sentence.words[: match.start()] if word in TOLLS), None)
        speaker = Phrase(*match.span(1))
        if noun is not None and can_speak(sentence, speaker):
            found = [*found, Saying(speaker, noun, ((speaker.last, match.end()),))]
    return found


def _credited(sentence: Marked, found: list[Saying]) -> list[Saying]:
    """ "estimated at 20,000 by police and at 60,000 by the organisers", "from 3,000 by police to 12,000 by the organisers"."""
    for match in _CREDITED.finditer(sentence.marks):
        by = match.end()
        cue = next((word for word in reversed(sentence.words[: match.start()]) if word in _COUNTING), None)
        speaker = noun_phrases.after(sentence, by + 1) if cue is not None and sentence.words[by] == "by" else None
        if cue is not None and speaker is not None and can_speak(sentence, speaker):
            owner = Phrase(speaker.first, speaker.last - (sentence.marks[speaker.last - 1] == "'"))
            found = [*found, Saying(owner, cue, ((match.start(), by),))]
    return found

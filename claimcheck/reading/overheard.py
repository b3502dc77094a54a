"""Whom a sentence is about in which nobody needs to speak, so that "she" and "the company" of a later one find their name."""

from __future__ import annotations

import re
from collections.abc import Collection

from claimcheck.reading import places
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.vocabulary import table

_NUMBERS = frozenset(row["word"] for row in table("numerals"))
_SUBJECT = re.compile(r"(?:i[^,;]{1,12},)?((?:b(?=K))?K[Kh.]*(?:iK+)?)(?=[kvxelw',])")
_PRONOUNS = {"his": "he", "her": "she", "he": "he", "she": "she", "its": "it", "it": "it"}


def subject(sentence: Marked, names: Collection[str]) -> Phrase | None:
    """The name that opens a sentence: two words or one that `names` holds, no place or people.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> subject(marked(cut("In May, Kettering Steel shut its furnace.")), ())
    Phrase(first=3, last=5, name=None)
    """
    match = _SUBJECT.match(sentence.marks)
    if match is None:
        return None
    first, last = match.span(1)
    text = sentence.tokens.surface(first, last)
    unsure = last == first + 1 and text not in names and not text.isupper()
    dateline = text.isupper() and sentence.mark(last) == ","
    if unsure or dateline or sentence.words[first] in _NUMBERS:
        return None
    return None if places.canonical(text) or places.demonym(text) or places.demonym(text.split(" ", 1)[0]) else Phrase(first, last)


def pronoun(sentence: Marked, phrase: Phrase, speaking: int) -> str:
    """The pronoun that a sentence uses for its subject: "she" of "Olena Marchuk lost her house"; "" where nobody else comes first.

    Whoever says the sentence, from the token `speaking` on, is another: "Oranna's schools have 900 pupils, she said".
    """
    for index in range(phrase.last, min(speaking, len(sentence))):
        if sentence.marks[index] in "Kpub;$":
            break
        if sentence.words[index] in _PRONOUNS or (sentence.words[index] == "which" and index == phrase.last + 1):
            return _PRONOUNS.get(sentence.words[index], "it")
    return ""

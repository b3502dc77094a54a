"""Whether an event's subject stands by its word in a sentence: "Russia annexed Crimea", not "Crimea's mayor was seized".

A name is the subject's only where it is the whole name: not another Kennedy's, not Sputnik 2, not somebody's war of the same name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.dated_phrases import POSSESSIVE, VERB, WORD, asides, follows
from claimcheck.comparing.names import names, shared
from claimcheck.comparing.sentence_names import named_in
from claimcheck.model import Span
from claimcheck.reading.nouns import is_function_word
from claimcheck.vocabulary import either

_BEFORE = 60
"""Characters before a name in which a word still belongs to it."""
_ABOUT = re.compile(rf"\b(?:{either('of another subject ahead')})\s+(?:the\s+)?$")
"""What makes a name a part of another subject: "a mission to the telescope was launched"."""
_NUMBER_BEHIND = re.compile(r"\s+(\d{1,2})\b(?![,.]?\d)")
"""What makes a name another one's: "Sputnik 2"."""
_OWNED = re.compile(r"[A-Z]\w+(?:['’]s|s['’]) +$")
"""What makes a name somebody's: "Peru's Second World War"."""
_OWNS = re.compile(r"(?:['’]s|s['’]) ")
_ASIDE_ENDS = re.compile(r"\s*,(?!\s*(?:which|that)\b)(?!.*,)")
"""The comma that ends an aside: in "Reyes, who followed Soto, was killed" it is not Soto who was."""
_OF_ANOTHER = re.compile(rf"\b(?:{either('of another subject behind')}|(?<!peninsula )(?<!city )(?<!island )(?<!town )of)\b")
"""What makes a name behind a verb a part of its object: "adopted rules for the Agreement"."""
_NEAR = re.compile(r"\b(?:near|outside|around|about)\b")
_RELATIVE = re.compile(r"\s*,?\s*(?:which|that)\b")
"""What opens a clause about the name before it: "Crimea, which Russia annexed"."""
_BREAK_OF_NAMES = re.compile(r"[;:()]")


def side(sentence: str, subject: frozenset[str], event: Span, kind: frozenset[str] = frozenset()) -> str | None:
    """Whether the subject stands right "before" the event's word (no name but an actor's between), "after" it, or "within"; else None.

    `kind` are the words of its name that are no names, which may be said behind it: the "Brannock mine".
    """
    for start, end, last in bearers(sentence, subject):
        if start < event[1] and end > event[0]:
            return "within"
        if end <= event[0]:
            between = _without(sentence[end : event[0]], kind)
            if _ABOUT.search(sentence, max(0, start - _BEFORE), start) or (
                _ASIDE_ENDS.match(between) and sentence.find(",", 0, start) >= 0
            ):
                continue
            alone = _RELATIVE.match(between) or last is None or last >= event[0]
            own_too = _owned(between) if between.startswith(POSSESSIVE) else asides(between) == 0
            if alone and own_too and not _is_another_subjects(between):
                return "before"
        elif _takes(sentence[event[0] : start], sentence[event[1] : start]) and not _owns(sentence, start, end):
            return "after"
    return None


def _without(between: str, kind: frozenset[str]) -> str:
    """What stands between a name and an event without the words that say what the name is of: "mine", ", a stadium that"."""
    words = "|".join(map(re.escape, kind))
    return re.sub(rf"^(?:,? (?:an? )?)?(?:{words})s?\b", "", between.strip(), flags=re.IGNORECASE) if kind else between


@lru_cache(maxsize=1024)
def bearers(sentence: str, subject: frozenset[str]) -> tuple[tuple[int, int, int | None], ...]:
    """Where the subject's name stands, with the place of the name behind it."""
    named = named_in(sentence)
    found = []
    for number, (start, end, words) in enumerate(named):
        before = named[number - 1] if number else None
        if _is_named(sentence, (start, end), words, subject, before):
            behind = named[number + 1][0] if number + 1 < len(named) else None
            found.append((start, end, behind))
    return tuple(found)


def _is_named(
    sentence: str, name: Span, found: frozenset[str], subject: frozenset[str], before: tuple[int, int, frozenset[str]] | None
) -> bool:
    """Whether a name is the subject's: not one that shares a word with it (another Kennedy), has a number more or is somebody's."""
    start, end = name
    own, is_place = shared(found, subject), any(word[:1].isupper() for word in subject)
    more, number = found - own, _NUMBER_BEHIND.search(sentence, start, end) or _NUMBER_BEHIND.match(sentence, end)
    if not own or (more and subject - shared(subject, found)) or (number and number[1].lower() not in subject):
        return False
    if before and 0 < start - before[1] <= len(". ") and not own <= before[2] and before[2] - shared(before[2], subject):
        return is_place and sentence.endswith(POSSESSIVE, 0, start - 1)
    return is_place or not (_OWNED.search(sentence, max(0, start - _BEFORE), start) or (more and _OWNS.search(sentence[start:end])))


def _owned(between: str) -> bool:
    """Whether what stands between a possessive name and an event are at most names and function words."""
    return all(is_function_word(word.lower()) or names(word) for word in WORD.findall(between[len(POSSESSIVE[0]) :]))


def _takes(event: str, between: str) -> bool:
    """Whether the name behind an event's word is whom it befell: a verb takes it as it is, a noun with a preposition."""
    verb = VERB.match(event.split()[0]) is not None and not event.split()[0].endswith("ing")
    return follows(between) and (_OF_ANOTHER if verb else _NEAR).search(between) is None


def _owns(sentence: str, start: int, end: int) -> bool:
    """Whether a name is only whose something is: "killed Smith's aide"."""
    return sentence.startswith(POSSESSIVE, end) or sentence.endswith(POSSESSIVE, start, end)


def _is_another_subjects(text: str) -> bool:
    """Whether what stands between a name and an event makes the event another subject's."""
    return _BREAK_OF_NAMES.search(text) is not None or cues("another subject").search(text) is not None

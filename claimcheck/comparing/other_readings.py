"""What gives a date beside an event another reading, so that a date that is not the event's need not be wrong.

"Parliament ratified Sweden's accession in January 2024" dates another step, "World War II began in Asia in 1937" another place,
"a decade since the annexation in 2024" an anniversary, "a bomb attack on the towers in 1993" another attack, and "the government
nearly fell in 2015" no event at all.
"""

from __future__ import annotations

import re
from functools import cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.names import related
from claimcheck.comparing.sentence_names import named_in
from claimcheck.comparing.word_forms import irregular
from claimcheck.model import Span
from claimcheck.vocabulary import table

_CLAUSE_START = re.compile(r"[,;:()—–]|\b(?:and|but|that|which|who|when|while|where|said|says)\b")
_CLAUSE, _NEAR = 400, 60
"""Characters before an event's word that may be its clause, and those before a name or a date that may belong to it."""
_LAST_WORDS = 30
"""Characters before an event's word in which "nearly" or "planned" belongs to it."""
_WORD = re.compile(r"(?<![\w-])[a-z]+(?![\w-])")
_FINITE = re.compile(r".+ed$")
_DETERMINED = re.compile(r"(?:['’]s?|\b(?:the|its|his|her|their|this|of|since|an?))\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|by)\b")
_INDEFINITE = re.compile(r"\b(?:an?|another|one|two|three|some|several|many|new|second|third)\s+(?:[\w'’.-]+\s+){0,2}$", re.IGNORECASE)
_SOMEBODY = re.compile(r"\s*(?:an?|another|one|two|three|some|several|many)\s", re.IGNORECASE)
_COUNTED = re.compile(
    r"\b(?:decades?|years?|months?|weeks?|days?|century|anniversary|hours?)\s+(?:\w+\s+){0,2}?(?:since|after|before|of|from)\b"
)
_PLACED = re.compile(r"\b(?:in|for|at|near|across|throughout|outside|inside|over|around|off|on)\s+(?:[a-z-]+\s+){0,2}$", re.IGNORECASE)
_PREPOSITION = re.compile(r"\b(?:over|for|on|of|about|in|at|to|from|with|by|against|because|despite|amid|during|since|under|as)\b")
"""What stands between a date and an event where the date is another verb's: "were convicted in 2022 over the attack"."""
_DEPENDS = re.compile(
    r"\w\s+(?:over|for|on|of|about|into|in|at|to|from|with|by|against|after|before|since|during|until)\s+(?:[\w'’.-]+\s+){0,3}$"
)
"""What stands before an event that another noun depends on: "the inquiry into the attack"."""
_TELLS = re.compile(r"\b(?:tells?|speaks?|reminds? \w+|dreams?|knows?|thinks?|hears?) (?:of|about)\s+(?:[\w'’.-]+\s+){0,3}$")
"""A verb in the present that only tells of an event: "a telegram tells of the attack in"."""
_ADVERBIAL = re.compile(r"\b(?:in|on|by|since|until|during|from|to)\s+(?:(?:early|late|mid)[ -])?$", re.IGNORECASE)
"""What stands before a date that is no part of an event's name: "in 2014 the annexation", not "the 2014 annexation"."""
_CONJUNCTION = re.compile(r"\b(?:since|after|before|until|because|as|once)\b")
"""What opens a clause whose own verb may be that of the event's coming about: "since it launched its invasion"."""
_PERFECT = re.compile(r"\b(?:has|have|['’]ve)\s+(?:(?!been\b)[a-z]+ly\s+)?[a-z]+(?:ed|en|t|d|n)\b")
"""A tense that takes no date: in "has likened it to the raid in 1940" the date is the raid's."""
_FOR = re.compile(r"\bfor\s+$", re.IGNORECASE)
_OTHER_CLAUSE = re.compile(r"\b(?:how|why|whether|what|that|who)\b")
_INFINITIVE = re.compile(r"\bto\s+$")
"""What stands before an event that is only aimed at: "applied to join"."""
_TO_DO = re.compile(r"\s+to\s+[a-z]")
"""What follows a verb that only begins or ceases to do something: "began to turn in 1942"."""
_OPENING = re.compile(r"(?:For|In|At|Across|Throughout)\s[^,]*,")


def leaves_doubt(sentence: str, date: Span, event: Span, own: frozenset[str], elapsed: bool = False) -> bool:
    """Whether the words around an event and a date let the date belong to something else; `own` are the event's names and places.

    `elapsed` is set for a time gone by ("four years ago"), which is counted from the event anyhow.

    >>> text = "The house ratified Peru's accession in 2011"
    >>> leaves_doubt(text, (39, 43), (26, 35), frozenset({"Peru"})), leaves_doubt(text[19:], (20, 24), (7, 16), frozenset({"Peru"}))
    (True, False)
    """
    before = _clause(sentence, event)
    noun = _is_noun(sentence, event)
    if _INFINITIVE.search(before) or cues("unreal").search(before[-_LAST_WORDS:]) or cues("unreal").search(sentence[slice(*event)]):
        return True
    if _OTHER_CLAUSE.search(sentence, date[1], event[0]) or _TO_DO.match(sentence, event[1]):
        return True
    if not noun and event[1] <= date[0] and _is_told(sentence[event[1] : date[0]]):
        return True
    if _INDEFINITE.search(before) if noun else _SOMEBODY.match(before):
        return True
    if not elapsed and (_COUNTED.search(before) or (noun and _is_governed(sentence, date, event, before))):
        return True
    return _is_elsewhere(sentence, date, event, own)


def _is_governed(sentence: str, date: Span, event: Span, before: str) -> bool:
    """Whether a date by an event's noun may be the time of a verb, or of another noun that the event's depends on."""
    if event[1] <= date[0]:
        own = _CONJUNCTION.split(before)[-1]
        before = own if any(word in _coming_about() for word in _WORD.findall(own)) else before
        if _PERFECT.search(before) and not _has_verb(_PERFECT.sub(" ", before)):
            return _has_verb(sentence[event[1] : date[0]])
        depends = _DEPENDS.search(before) is not None and _TELLS.search(before) is None
        return _has_verb(before) or _has_verb(sentence[event[1] : date[0]]) or depends
    return (
        _PREPOSITION.search(sentence, date[1], event[0]) is not None
        or _ADVERBIAL.search(sentence, max(0, date[0] - _NEAR), date[0]) is not None
    )


def _clause(sentence: str, event: Span) -> str:
    """The words of an event's clause before it."""
    before = sentence[max(0, event[0] - _CLAUSE) : event[0]]
    stops = [found.end() for found in _CLAUSE_START.finditer(before)]
    return before[stops[-1] if stops else 0 :]


def _is_noun(sentence: str, event: Span) -> bool:
    """Whether an event is named by a noun ("the annexation", "annexing Crimea"), not told by a verb."""
    word = sentence[slice(*event)].split()[0].lower()
    if word.endswith("ing"):
        return True
    if _FINITE.match(word):
        return _DETERMINED.search(sentence, max(0, event[0] - _NEAR), event[0]) is not None and _OF.match(sentence, event[1]) is not None
    return not irregular(word) or bool(_DETERMINED.search(sentence, max(0, event[0] - _NEAR), event[0]) or _OF.match(sentence, event[1]))


def _has_verb(text: str) -> bool:
    """Whether a text has a verb that something else than the event's coming about is told by."""
    return any((_FINITE.match(word) or irregular(word)) and word not in _coming_about() for word in _WORD.findall(text))


@cache
def _coming_about() -> frozenset[str]:
    return frozenset(row["wording"] for row in table("row_cues") if row["sense"] == "coming about")


def _is_told(text: str) -> bool:
    """Whether another verb stands between an event's and the date: "the council that elected him began in 2011"."""
    return any(_FINITE.match(word) or irregular(word) for word in _WORD.findall(text))


def _is_elsewhere(sentence: str, date: Span, event: Span, own: frozenset[str]) -> bool:
    """Whether another place than the event's stands between it and the date, or opens the sentence."""
    between = (min(event[1], date[1]), max(event[0], date[0]))
    opening = _OPENING.match(sentence)
    for start, end, found in named_in(sentence):
        inside = between[0] <= start and end <= between[1] and _PLACED.search(sentence, max(0, start - _NEAR), start) is not None
        ahead = opening is not None and end < opening.end() <= min(event[0], date[0])
        known = own if _FOR.search(sentence, max(0, start - _NEAR), start) else related(found, own)
        if (inside or ahead) and found - known:
            return True
    return False

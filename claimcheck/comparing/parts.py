"""Parts and wholes: is a figure one of a larger one, of a village, or of another quake?"""

from __future__ import annotations

import re
from functools import lru_cache

from claimcheck.comparing.answers import Answer, Cue, cue
from claimcheck.comparing.facts import fact
from claimcheck.comparing.where import place
from claimcheck.comparing.whom import counted_groups
from claimcheck.model import Claim
from claimcheck.reading.measures import known, marks
from claimcheck.reading.number_words import WORTH
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import either, word_set

_OF_WHOM = re.compile(r"(?: \w+){0,2} of (?:which|whom|them)\b")
_OF_SOME = "f th"
"""Stands in what the next four patterns find ("of the", "Of those")."""
_OF_THOSE = re.compile(r" of (?:the|those|these) ((?:\w+ )?\w+)")
_OF_THE_DEAD = re.compile(r"\b(?:Of|of(?! the [^\W\d]\w* \w+ $)) (?:the|those|these) (?:[\d,]+ )?([^\W\d]\w*(?: \w+)?),? $")
"""Of the dead, of those killed; "the sinking of the ferry killed" tells the whole."""
_OF_THAT_TOLL = re.compile(r"\b[Oo]f (?:the|those|these) \d[\d,]*,? $")
_LIST_OF_CAUSES = re.compile(rf"\d of the (?:{either('the dead')})\b")
_IN_A = r"\b(?:in|from|at|near) (?:the|that|one|a|another) (?-i:[a-z-]+ ){0,2}"
_IN_THE = r"\b(?:in|from|at|near) the (?-i:[a-z-]+ ){0,2}"
_NOT_OF = r"\b(?! of|['’]s)"
_NO_AIM = r"(?<!\bfor )(?<!\bto )(?<!\binto )\b"
"""Not behind where those counted were bound: "fled for neighboring Tirnava"."""
_DISASTERS = tuple(sorted(word_set("dated disasters")))
_DISASTER = rf"(?:{'|'.join(_DISASTERS)})"
_YEAR = r"(?:1[5-9]|20)\d\d"
_ROUNDS = either("rounds")
_ANOTHER_ROUND = Cue(
    ("first", "earlier", "previous"),
    re.compile(rf"\b(?:in|during|on|after) (?:that|the) (?:first|earlier|previous) (?:{_ROUNDS})\b", re.IGNORECASE),
)
_ANOTHER_YEAR = Cue(("since", *_DISASTERS), re.compile(rf"\b(?:since {_YEAR},? when|{_DISASTER} of {_YEAR}|{_YEAR} {_DISASTER})\b"))

_LATER_CLAUSE = re.compile(r"\b(?:after|when|as|while|before)\b")
_NUMBER = re.compile(rf"\d|\b(?:{'|'.join(sorted(WORTH))})\b")

_AMOUNT = re.compile(rf"\b(?!{_YEAR}\b)(?:\d|(?:{'|'.join(sorted(WORTH))})\b)")
_PAST_YEAR = re.compile(rf"\b{_YEAR}\b")
_BOTH_WHOLE = Answer("whole", "agree", "both are whole")


def whole(a: Claim, b: Claim) -> Answer:
    """A part of the dead ("30 of those killed", "in the village 30 died") is not the toll, an aftershock not the quake."""
    one, other = _part(a), _part(b)
    if not one and not other:
        return _BOTH_WHOLE
    if a.event is not None and a.event == b.event and _PAST_YEAR.search(a.event):
        return Answer("whole", "unknown", "both are told of one past event")
    local = not ("place" in a.inherited or "place" in b.inherited) and place(a, b).verdict == "agree"
    if local or counted_groups(a) & counted_groups(b) - {"person"}:
        return Answer("whole", "unknown", "parts of one place or one kind")
    return Answer("whole", "part", f"one is {one or other}")


@fact
def is_part_of_another(claim: Claim) -> bool:
    """Whether a figure is one of a larger one of the same kind ("two of them", "including 3", "of whom 3"), not "61 of the 70 aboard"."""
    end = max(0, claim.number_span[1] - claim.sentence_span[0])
    linked = bool(claim.links) and any(link.role == "part_of" for link in claim.links) and not _OF_THOSE.match(claim.sentence, end)
    return linked or bool(_OF_WHOM.match(claim.sentence, end))


@fact
def _part(claim: Claim) -> str | None:
    """What the sentence says the figure is a part of."""
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    if not 0 <= start <= end:
        return None
    told = _told_part(claim, start, end) if _OF_SOME in claim.sentence else None
    aside = _aside(claim) if told is None else None
    return f"of another time or place ({aside[0]})" if aside else told


def _told_part(claim: Claim, start: int, end: int) -> str | None:
    """The whole that a sentence names around the figure at start to end."""
    sentence = claim.sentence
    found = _OF_THOSE.match(sentence, end) or _OF_THE_DEAD.search(sentence[:start])
    if found and claim.measure in _named(found[1]) and not _is_owned(claim):
        return f"of the {found[1]}"
    if _OF_THAT_TOLL.search(sentence[:start]):
        return "of a figure just given"
    return "of a list of the dead" if claim.measure == "deaths" and _LIST_OF_CAUSES.search(sentence) else None


def _aside(claim: Claim) -> re.Match[str] | None:
    """The words that put a figure into another time, a village, or another quake."""
    sentence = between_semicolons(claim)
    if claim.kind == "magnitude":
        return cue("asides", "other quake").search(sentence)
    own = _up_to_the_next_figure(claim)
    found = _ANOTHER_YEAR.search(own) or _ANOTHER_ROUND.search(own)
    if found or claim.kind != "count":
        return found
    sentence = _up_to_the_next(claim)
    of_a_town = cue("asides", "settlement", _IN_THE, r" of\b").search(sentence) if "place" in claim.inherited else None
    return cue("asides", "local", _NO_AIM).search(sentence) or cue("asides", "settlement", _IN_A, _NOT_OF).search(sentence) or of_a_town


def between_semicolons(claim: Claim) -> str:
    """The part of a sentence or headline that a figure stands in, up to the semicolons around it."""
    if ";" not in claim.sentence:
        return claim.sentence
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    last = claim.sentence.find(";", max(0, end))
    return claim.sentence[claim.sentence.rfind(";", 0, max(0, start)) + 1 : last if last >= 0 else len(claim.sentence)]


def _up_to_the_next_figure(claim: Claim) -> str:
    """What `between_semicolons` gives up to the next figure, whose the year or night behind it is: "above the 40 of the first night"."""
    sentence, end = between_semicolons(claim), claim.span[1] - claim.sentence_span[0]
    if sentence != claim.sentence:
        return sentence
    later = _AMOUNT.search(sentence, max(0, end))
    return sentence[: later.start()] if later else sentence


def _up_to_the_next(claim: Claim) -> str:
    """What `between_semicolons` gives, without a later clause with a figure of its own: "the toll rose to 9 after 2 died in a village"."""
    sentence, start = between_semicolons(claim), claim.number_span[1] - claim.sentence_span[0]
    if sentence != claim.sentence:
        return sentence
    later = _LATER_CLAUSE.search(sentence, max(0, start))
    return sentence[: later.start()] if later and _NUMBER.search(sentence, later.end()) else sentence


def _is_owned(claim: Claim) -> bool:
    """Whether the statistic is some owner's, who holds a number of a whole: 68 of the 151 seats."""
    statistic = known(claim.measure or "")
    return statistic is not None and statistic.about == "owner"


@lru_cache(maxsize=4096)
def _named(words: str) -> frozenset[str]:
    """Every statistic that some words may name."""
    return frozenset(frame.measure.name for mark in marks(cut(words)) for frame in mark.frames)

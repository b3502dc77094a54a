"""Which figures without a noun point back at one just named: "a week ago it was 412", "the union says 388", "by Friday, 19"."""

from __future__ import annotations

import re
from functools import cache

from claimcheck.model import TIMES, Claim
from claimcheck.reading.measures import SHARES, roles
from claimcheck.vocabulary import table, word_set

_WORDS = 9
"""Words in front of a figure that may point back."""
_LONGEST = 1500
"""Characters of a "sentence" that is no prose."""
_CLAUSE = re.compile(r"[;:—–“”\"()]|, (?=and |but |while )")
_WORD = re.compile(r"[\w'’]+|,")
_OPENS_A_SHARE = ("Among ", "For ")


def points_back(claim: Claim) -> bool:
    """Whether a figure is told of what was spoken of before: by a pronoun, a speaker, a comparison or a time, and nothing else.

    >>> from claimcheck.reading import extract
    >>> [points_back(claim) for claim in extract("Clinics saw 61 cases. By Friday it was 84. The town has 70 wells.")]
    [False, True, False]
    """
    if claim.kind in TIMES or isinstance(claim.value, tuple) or has_noun(claim) or len(claim.sentence) > _LONGEST:
        return False
    if claim.kind in SHARES and claim.sentence.startswith(_OPENS_A_SHARE):
        return False
    first, last = (at - claim.sentence_span[0] for at in claim.span)
    counts = claim.kind == "count"
    if not _is_told_out(claim.sentence[last:], counts):
        return False
    ahead = tuple(_WORD.findall(_CLAUSE.split(claim.sentence[:first].lower())[-1])[-_WORDS:])
    return _is_compared(ahead) or _is_said(ahead, counts) or _is_of_a_pronoun(ahead) or _is_of_a_time(ahead)


def has_noun(claim: Claim) -> bool:
    """Whether a count names what it counts."""
    return claim.kind == "count" and claim.number_span[1] < claim.span[1]


def _is_told_out(behind: str, counts: bool) -> bool:
    """Whether a clause ends, or a time or a comparison follows: no "12 percent of women"; counts may have a place."""
    if not behind[:1].isspace():
        return True
    first, *rest = [*behind.lower().split(maxsplit=2), ""]
    if first == "in":
        return counts or rest[0][:1].isdigit() or rest[0].strip(",.;") in word_set("months") or rest[0] in ("the", "a")
    return not first[:1].isalpha() or first in word_set("after a figure taken up")


def _is_compared(ahead: tuple[str, ...]) -> bool:
    """ "against 412", "down from 412", "than 412"."""
    return ahead[-1:] != () and ahead[-1] in word_set("holds a figure against another")


def _is_said(ahead: tuple[str, ...], counts: bool) -> bool:
    """ "the union says 388", "stands by 388", "put those left at 388"; counts may also be had: "the police list has 27"."""
    if not ahead:
        return False
    if ahead[-1] in _stating() or " ".join(ahead[-2:]) in _stating():
        return True
    if ahead[-1] == "at" and not word_set("sets a figure at").isdisjoint(ahead):
        return True
    return counts and (ahead[-1] in word_set("has a figure") or ahead[-1] in roles("anaphor"))


def _is_of_a_pronoun(ahead: tuple[str, ...]) -> bool:
    """ "it had been 412", "they now number 412", "the figure fell back to 412": nothing but light words behind what points."""
    for at in range(len(ahead) - 1, -1, -1):
        if ahead[at] in word_set("stands for a figure") or ahead[at] in roles("anaphor"):
            return at < len(ahead) - 1
        if ahead[at] != "," and ahead[at] not in _light():
            return False
    return False


def _is_of_a_time(ahead: tuple[str, ...]) -> bool:
    """ "by Friday, 412": nothing but a time before the figure in its clause."""
    return any(word in _times() for word in ahead) and all(word in _timely() for word in ahead)


@cache
def _stating() -> frozenset[str]:
    """The verbs whose object may be a bare figure (saying.csv) and those of a forecast."""
    return frozenset(row["wording"] for row in table("saying") if row["role"] in ("say", "state")) | {
        words.replace("_", " ") for words in word_set("has said a figure")
    }


@cache
def _light() -> frozenset[str]:
    """Words that say no more than that there is a figure."""
    classes = frozenset(
        row["word"] for row in table("word_classes") if row["role"] in ("be", "auxiliary", "adverb", "modal", "negative", "time")
    )
    return (
        roles("state", "reach", "change", "link", "copula", "aside", "auxiliary") | classes | word_set("between a pronoun and its figure")
    )


@cache
def _times() -> frozenset[str]:
    return frozenset(row["word"] for row in table("word_classes") if row["role"] == "time") | word_set("tells a time alone")


@cache
def _timely() -> frozenset[str]:
    """Times and what may stand with them."""
    beside = frozenset(row["word"] for row in table("word_classes") if row["role"] in ("adverb", "determiner"))
    return _times() | beside | word_set("times a bare figure") | {","}

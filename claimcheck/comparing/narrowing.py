"""Words by which a figure is of a part only: "energy inflation", "turnout in the capital", "revenue in Asia", "in the first round".

A row speaks for the whole that it names. A word beside the statistic that the row does not say, and that no table lists as harmless
("annual", "headline"), makes another statistic of it, whatever the word is: what it means need not be known.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from claimcheck.comparing.clauses import clause
from claimcheck.comparing.known_words import owned, stating
from claimcheck.model import Claim, Row
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import table

_OF_PLACE = frozenset("in at among amongst for from within outside across between near excluding without under over".split())
_WITH_NAMES = frozenset(("to", "by", "with"))
_JOINTS = ("-", "–")
_CLOCK = re.compile(
    r"\b(?:\d{1,2}(?::\d\d)? ?[ap]\.?m\b|\d{1,2}:\d\d\b|noon|midday|midnight|percent of (?:the )?(?:votes?|ballots) counted)"
)
_QUARTER = re.compile(r"first|second|third|fourth|final|last|(?:\w+-)?quarter(?:ly)?")
"""What tells a quarter, and so no part of the figure of one."""


def narrowed(claim: Claim, row: Row) -> str | None:
    """The word by which the claim is of a part of what the row counts, or of another statistic; None where there is none.

    What a party won may be seats on top of those it held, but of the votes it is all. A quarter point is no quarter.
    """
    words = clause(claim)
    tokens = cut(words)
    stated, mine = stating(tokens, row), owned(claim, row, words, tokens)
    if (row.period is not None and claim.period is not None) or (row.as_of is not None and claim.as_of == row.as_of):
        mine = [own or _QUARTER.fullmatch(tokens.words[at]) is not None for at, own in enumerate(mine)]
    if claim.kind == "percent":
        steps = [*(word == "point" for word in tokens.words[1:]), False]
        mine = [own or step or tokens.words[at] in _words("gain") for at, (own, step) in enumerate(zip(mine, steps, strict=True))]
    if claim.kind != "count" and _CLOCK.search(claim.sentence):
        return "a time of day"
    for test in (_part, _before, _behind, _object):
        word = test(tokens, stated, mine)
        if word is not None:
            return word
    return None


_Place = Callable[[Tokens, list[bool], list[bool]], str | None]


def _part(tokens: Tokens, stated: list[bool], mine: list[bool]) -> str | None:
    """A word that limits the time or the way of counting, wherever it stands by the figure: "usually", "quarter", "won"."""
    found = (_limits().at(tokens, at) for at in range(len(tokens)) if not mine[at])
    return next((wording for _, wording in filter(None, found)), None)


def _before(tokens: Tokens, stated: list[bool], mine: list[bool]) -> str | None:
    """A noun or an adjective right before the statistic: "energy inflation", "long-term unemployment"."""
    for at in range(1, len(tokens)):
        last = at - 1
        if stated[at] and not stated[last]:
            last -= tokens.words[last] in _JOINTS and last > 0
            word = _compound(tokens, last)
            if word[:1].isalpha() and not mine[last] and not _idle(word) and not _like_a_verb(word):
                return word
    return None


def _compound(tokens: Tokens, last: int) -> str:
    """The word that ends at a token, with what a hyphen joins to it: "long-term"."""
    first = last
    while first >= 2 and tokens.words[first - 1] in _JOINTS and tokens.touches(first) and tokens.touches(first - 1):
        first -= 2
    return tokens.surface(first, last + 1).lower()


def _behind(tokens: Tokens, stated: list[bool], mine: list[bool]) -> str | None:
    """A noun right behind the statistic that makes another one of it: "inflation expectations"."""
    words = tokens.words
    return next((word for at, word in enumerate(words[1:], 1) if stated[at - 1] and not mine[at] and word in _words("head")), None)


def _object(tokens: Tokens, stated: list[bool], mine: list[bool]) -> str | None:
    """A place, a group or a round that the row does not name: "among young voters", "in the capital", "of its shipping arm"."""
    for at in range(len(tokens) - 1):
        word = _unknown_in(tokens, at + 1, mine) if _leads_to_object(tokens, at, stated) else None
        if word is not None:
            return word
    return None


def _leads_to_object(tokens: Tokens, at: int, stated: list[bool]) -> bool:
    """Whether what follows a token limits the statistic: "in the capital", and right behind it "of its arm", "to Peru"."""
    word, behind = tokens.words[at], at > 0 and stated[at - 1]
    if word in _OF_PLACE:
        return tokens.words[at - 1 if at else 0] not in _words("locating")
    return behind and (word == "of" or (word in _WITH_NAMES and tokens.capital(at + 1)))


def _unknown_in(tokens: Tokens, first: int, mine: list[bool]) -> str | None:
    """The first word of the noun phrase at a token that neither the row nor a table knows."""
    for at in range(first, len(tokens)):
        word = tokens.words[at]
        if tokens.kinds[at] == "p" and word not in (*_JOINTS, "'s", "’s"):
            return None
        if tokens.kinds[at] != "w" or mine[at] or word in ("the", "a", "an", "its", "their", "all", "this", "that", "of"):
            continue
        if is_function_word(word) or word in _verbs():
            return None
        if word not in _words("object") | _words("whole"):
            return word
    return None


def _idle(word: str) -> bool:
    return is_function_word(word) or word.rpartition("-")[2] in _words("whole") or word in _words("whole") | _words("object")


def _like_a_verb(word: str) -> bool:
    """Whether a word is a verb, or most likely one: few nouns that end in -s or -ed stand before another noun."""
    if "-" in word:
        return False
    return (
        word in _verbs()
        or word.endswith(("ed", "ing"))
        or (word.endswith("s") and not word.endswith("ss") and word not in _words("plural"))
    )


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(row["wording"] for row in table("narrowing") if row["role"] == role)


@cache
def _limits() -> Phrases[str]:
    return Phrases((wording, wording) for role in ("part", "gain") for wording in _words(role))


@cache
def _verbs() -> frozenset[str]:
    """Words of the tables of verbs."""
    listed = (row["wording"] if "wording" in row else row["word"] for name in ("predicates", "saying", "changes") for row in table(name))
    return frozenset(word for word in listed if " " not in word)

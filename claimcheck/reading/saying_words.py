"""The verbs of saying and their wordings, by what they say and of whom (saying.csv, speech_words.csv)."""

from __future__ import annotations

from claimcheck.vocabulary import table


def wordings(role: str) -> dict[str, tuple[str, ...]]:
    """{first word: further words} of the wordings of saying.csv in this role."""
    found = [row["wording"].split() for row in table("saying") if row["role"] == role]
    return {words[0]: tuple(words[1:]) for words in found}


def speech_words(role: str) -> frozenset[str]:
    """The words of speech_words.csv in this role."""
    return frozenset(row["word"] for row in table("speech_words") if row["role"] == role)


def saying_nouns(role: str) -> frozenset[str]:
    """The words of saying_nouns.csv in this role."""
    return frozenset(row["word"] for row in table("saying_nouns") if row["role"] == role)


STUDIES, QUALITIES = saying_nouns("study"), speech_words("of an account")
"""Surveys, reports and the like; adjectives of an account, which say nothing of whose it is."""
SAY, TELL, STATE, PUT, RAISE, SHOW, ASK, HOLD, DOING = map(wordings, ("say", "tell", "state", "at", "to", "show", "for", "hold", "doing"))
STATE |= DOING
VERBS = frozenset({*SAY, *TELL, *STATE, *PUT, *RAISE, *SHOW, *ASK, *HOLD})
"""First words of all of them; those of DOING need a form of "be" before them."""
GIVING = speech_words("giving")
LEVELS = ("at", "above", "below")
"""What stands before the number that a verb of putting gives: "puts it at 80"."""
FAR = 16
"""Tokens within which that number follows."""


CLAIMS = frozenset(("claim", "claims", "claimed"))
"""Verbs whose infinitive is what the subject says: "claims to have sunk"; others so used ("said to have") are passive."""


def says(word: str) -> bool:
    """Whether a verb says or tells, so that what follows is speech.

    >>> says("said"), says("told"), says("counted")
    (True, True, False)
    """
    return word in SAY or word in TELL

"""The acts of saying in one sentence: whose they are, the word that says so, and how far they reach."""

from __future__ import annotations

import re

from attrs import define, frozen

from claimcheck.model import Span
from claimcheck.reading import noun_phrases
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table


def _forms(*roles: str) -> dict[str, tuple[str, ...]]:
    """{first word: the further words} of the wordings of these roles."""
    return {wording[0]: tuple(wording[1:]) for row in table("saying") if row["role"] in roles for wording in [row["wording"].split()]}


_SAY, _TELL, _STATE, _PUT, _RAISE, _SHOW, _ADDING = (_forms(role) for role in ("say", "tell", "state", "at", "to", "show", "adding"))
_FIGURES = frozenset(row["word"] for row in table("saying_nouns") if row["role"] == "figure")
CUES = frozenset({"according", ":", *_SAY, *_TELL, *_STATE, *_PUT, *_RAISE, *_SHOW, *_ADDING, *_FIGURES})
"""Words without which nobody says anything."""


@frozen
class Saying:
    """One act of saying: the speaker's phrase, the cue as written, and the token ranges that are spoken."""

    speaker: Phrase
    cue: str
    reaches: tuple[Span, ...]

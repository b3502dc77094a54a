"""The headline of a text that is given without a title: its first line, where that is one."""

from __future__ import annotations

from attrs import evolve

from claimcheck.model import Claim

_LONGEST = 200
"""Characters of a headline at the most. A convention of this project."""


def headline(text: str) -> str | None:
    """The first line of a text, where a blank line follows and it ends as no sentence does.

    >>> headline("Quake shakes Varna\\n\\nVARNA — Nobody was hurt."), headline("Nobody was hurt.\\n\\nThe mayor said so.")
    ('Quake shakes Varna', None)
    """
    first = text[: _LONGEST + 1].partition("\n\n")[0]
    return first if 0 < len(first) <= _LONGEST and "\n\n" in text[: _LONGEST + 3] and first[-1] not in '.!?:”"' else None


def headed(claim: Claim, text: str) -> Claim:
    """A claim with the headline of its text as its title, where it has none."""
    found = None if claim.title else headline(text)
    return evolve(claim, title=found) if found else claim

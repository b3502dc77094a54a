"""What a test of sameness answers, and the words that tests look for around a figure."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache

from claimcheck.model import Claim
from claimcheck.reading.frozen import frozen
from claimcheck.vocabulary import table

NEAR = 12
"""Characters before a figure, and after a name, in which a word still belongs to it."""


@frozen
class Answer:
    """What one test says of two claims, or of a claim and a reference row.

    `verdict` is agree (both say the same), entail (one wording covers the other: civilians and people, a country and its army), part (one
    names a part of what the other names: Sapporo, Japan), unknown (at least one does not say, or not in words that can be told apart) or
    clash (they cannot be about one quantity).
    """

    test: str
    verdict: str
    reason: str


Test = Callable[[Claim, Claim], Answer]
Verdicts = Mapping[str, str]
"""What each test says of two claims, by its name."""


@frozen
class Cue:
    """A pattern that is only tried on texts that hold one of its words, for most hold none."""

    words: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in a text."""
        plain = text.casefold()
        for word in self.words:
            if word in plain:
                return self.pattern.search(text)
        return None


@cache
def cue(name: str, sense: str, before: str = r"\b", after: str = r"\b") -> Cue:
    """A pattern for the wordings of one sense in a vocabulary table, any letter case, between two other patterns.

    >>> bool(cue("asides", "further").search("another 9 bodies")), bool(cue("asides", "further").search("9 bodies"))
    (True, False)
    """
    words = sorted((row["wording"] for row in table(name) if row["sense"] == sense), key=len, reverse=True)
    pattern = re.compile(f"{before}(?:{'|'.join(map(re.escape, words))}){after}", re.IGNORECASE)
    return Cue(tuple(word.casefold() for word in words), pattern)


@cache
def with_habit(habit: str) -> frozenset[str]:
    """The statistics of the vocabulary with one habit (see statistic_habits.csv).

    >>> "pay rise" in with_habit("is a change")
    True
    """
    return frozenset(row["measure"] for row in table("statistic_habits") if row["habit"] == habit)


def ahead(claim: Claim, characters: int = NEAR) -> str:
    """The text of the sentence right before a figure with its hedge."""
    start = claim.span[0] - claim.sentence_span[0]
    return claim.sentence[max(0, start - characters) : max(0, start)]


def one_article(a: Claim, b: Claim) -> bool:
    """Whether two figures stand in one article."""
    return a.document is not None and a.document == b.document

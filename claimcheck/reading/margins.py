"""By how many votes somebody wins, loses or leads, which is no number of votes cast: "won by 112 votes", "nine votes ahead of"."""

from __future__ import annotations

from claimcheck.reading.mentions import Quantity
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

NAME = "winning margin"
_CONTESTED = ("vote", "ballot")
_ELECTIONS = ("election", "referendum")
_OF_VOTES = word_set("tells of votes")
_CONTESTS = word_set("wins and losses")
_MARGINS = word_set("names of a margin")
_BEHIND = tuple(tuple(words.split("_")) for words in sorted(word_set("behind a margin")))
_HEDGES = word_set("before a margin")
_LONGEST = 14
"""Tokens between the verb and its "by": "won the parliamentary election in the island state of Ostland by"."""
_NEAR = 8
"""Tokens between the name of a margin and its number: "the margin there has shrunk to"."""


def is_margin(tokens: Tokens, figure: Quantity, of_votes: bool = False, event: str | None = None) -> bool:
    """Whether votes, or a number of nothing said, are a lead and not the votes of somebody; `of_votes`: it is known to be of votes.

    A number of nothing said is one where the story is of an election or the sentence speaks of votes.

    >>> from claimcheck.reading.quantities import find
    >>> from claimcheck.reading.tokens import cut
    >>> told = [cut("She won the seat by just 112 votes."), cut("She won 112 votes."), cut("The bill passed by 201 votes to 180.")]
    >>> [is_margin(tokens, find(tokens)[0]) for tokens in told]
    [True, False, False]
    """
    if figure.kind not in ("count", "percentage_point") or (figure.counted is not None and figure.counted not in _CONTESTED):
        return False
    words = tokens.words
    contested = of_votes or figure.counted is not None or event in _ELECTIONS
    if not contested and _OF_VOTES.isdisjoint(words):
        return False
    if words[figure.last : figure.last + 1] == ("to",):
        return False
    told = of_votes or figure.counted is not None or figure.kind != "count"
    if told and any(words[figure.last : figure.last + len(behind)] == behind for behind in _BEHIND):
        return True
    ahead = next((at for at in range(figure.first - 1, -1, -1) if words[at] not in _HEDGES), -1)
    if ahead < 0:
        return False
    if words[ahead] == "by" and told:
        return not _CONTESTS.isdisjoint(words[max(0, ahead - _LONGEST) : ahead])
    named = words[max(0, ahead - _NEAR) : ahead + 1]
    return words[ahead] in ("of", "to", "was", "is", "at", "from", "by") and not _MARGINS.isdisjoint(named)

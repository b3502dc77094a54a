"""Counts behind names that the names own, in lists that leave out noun and verb: "Spain had 31 cases, Italy 12"."""

from __future__ import annotations

from claimcheck.reading import places
from claimcheck.reading.number_words import letter_of
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_TAKING = word_set("taking seats")
_AMONG_WINNERS = (",", ";", "'", "’", "and", "the", "of", "for", "while", "seats", "votes", "medals", "vote", "percent", "per", "cent", "%")
_JOINTS = (",", ";", "and", "but", "while", "with")
_GIVING = word_set("gives somebody so many")
_TALLIED = word_set("told by name behind a colon")
_LONGEST_NAME = 4
"""Words of the name of a place, a party or a company."""
_LIST_OF_NAMES = 40
"""Tokens looked back for the verb or the first number of a list."""


def is_listed(tokens: Tokens, first: int) -> bool:
    """Whether a number right behind a name goes on a list of who had how many, and is no part of the name.

    >>> from claimcheck.reading.tokens import cut
    >>> is_listed(cut("Spain had 31 cases, Italy 12."), 6), is_listed(cut("Spain had 31 planes, Airbus 330 among them."), 6)
    (True, False)
    """
    return _is_won(tokens, first) or _is_share_of_a_place(tokens, first) or _is_given(tokens, first) or _is_tallied(tokens, first)


def _is_won(tokens: Tokens, first: int) -> bool:
    """Whether a number behind a name goes on a list of who took how many: "The Liberals won 23, the Coast Party 14 and Reform 8"."""
    words, counts = tokens.words, False
    for at in range(first - 1, max(-1, first - _LIST_OF_NAMES), -1):
        counted = tokens.kinds[at] == "d" or letter_of(words[at]) in "uet"
        counts = counts or counted
        if not (counted or words[at] in _AMONG_WINNERS or (tokens.kinds[at] == "w" and tokens.capital(at))):
            return counts and words[at] in _TAKING | _GIVING
    return False


def _is_tallied(tokens: Tokens, first: int) -> bool:
    """Whether a number behind a name stands in a tally after a colon: "In seats: Reform 91, the Greens 15 and Labour nine"."""
    words = tokens.words
    for at in range(first - 1, max(-1, first - _LIST_OF_NAMES), -1):
        if words[at] == ":":
            return not _TALLIED.isdisjoint(words[max(0, at - _LIST_OF_NAMES) : at])
        counted = tokens.kinds[at] == "d" or letter_of(words[at]) in "uet"
        if not (counted or words[at] in _AMONG_WINNERS or (tokens.kinds[at] == "w" and tokens.capital(at))):
            return False
    return False


def _is_given(tokens: Tokens, first: int) -> bool:
    """Whether a number behind a name is what a verb gives it or takes from it: "the deal cost Ford 3000 jobs"."""
    name = _name_start(tokens, first)
    verb = name - 1 - (tokens.words[name - 1 : name] == ("the",))
    return verb >= 0 and tokens.words[verb] in _GIVING and not tokens.capital(verb)


def _name_start(tokens: Tokens, first: int) -> int:
    """The first token of the name that ends before a number."""
    name = first - 1
    while name > 0 and first - name < _LONGEST_NAME and tokens.kinds[name - 1] == "w" and tokens.capital(name - 1):
        name -= 1
    return name


def _is_share_of_a_place(tokens: Tokens, first: int) -> bool:
    """Whether a number behind a place goes on a list of counts: "Spain had 31 cases, Italy 12 and the United States nine"."""
    name = _name_start(tokens, first)
    joint = name - 1 - (tokens.words[name - 1 : name] == ("the",))
    if joint < 0 or tokens.words[joint] not in _JOINTS or "d" not in tokens.kinds[max(0, joint - _LIST_OF_NAMES) : joint]:
        return False
    return places.canonical(tokens.surface(name, first)) is not None

"""The words of a sentence that are a reference row's own: its statistic's, its subject's, and those of the same family."""

from __future__ import annotations

from functools import lru_cache

from claimcheck.comparing.clauses import clause
from claimcheck.comparing.names import groups_of, names, shared, stems
from claimcheck.comparing.sentence_names import named_in, subject_names
from claimcheck.comparing.statistic_words import statistics, term_places, terms
from claimcheck.model import Claim, Row
from claimcheck.reading import places
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.tokens import Tokens, cut

_FAMILY = 5
"""First letters that forms of one word share (licence, licensed)."""


def stated_words(claim: Claim, row: Row) -> frozenset[str]:
    """The words by a figure that name the row's statistic, or belong to the family of one that does."""
    tokens = cut(clause(claim))
    wanted = stems(row.measure.replace("-", " ")) - stems(row.entity)
    stated = zip(tokens.words, stating(tokens, row), strict=True)
    return frozenset(
        word
        for word, said in stated
        if said
        or (len(word) >= _FAMILY and not is_function_word(word) and any(word[:_FAMILY] == other[:_FAMILY].lower() for other in wanted))
    )


def owned(claim: Claim, row: Row, words: str, tokens: Tokens) -> list[bool]:
    """Which tokens of the words by a figure the row says itself: its statistic and its subject, the figure's unit and its speaker."""
    speaker = _stems(claim.attribution.source if claim.attribution else None)
    known = _known(row) | speaker | _unit_words(claim) | _own_words(claim, row)
    named = _of_the_subject(words, row)
    return [
        said or any(first <= tokens.starts[at] < last for first, last in named) or _belongs(tokens.surface(at, at + 1), known)
        for at, said in enumerate(stating(tokens, row))
    ]


def _own_words(claim: Claim, row: Row) -> frozenset[str]:
    """The words the text has for the row's own subject: "the airline" of Sarn Air."""
    subject = subject_names(row.entity)
    return _stems(claim.entity) if subject and shared(subject, names(claim.entity)) == subject else frozenset()


def _unit_words(claim: Claim) -> frozenset[str]:
    return frozenset() if claim.unit == "count" else _stems(claim.surface)


@lru_cache(maxsize=4096)
def _known(row: Row) -> frozenset[str]:
    return frozenset().union(*map(_stems, (row.measure, row.entity, row.place, row.event, *row.wordings)))


def _stems(text: str | None) -> frozenset[str]:
    return stems((text or "").replace("-", " ")) | subject_names(text)


@lru_cache(maxsize=16384)
def _belongs(word: str, known: frozenset[str]) -> bool:
    """Whether a word is one of the row's, or of the same group of people or things."""
    if shared(_stems(word) | names(word), known):
        return True
    return any(groups_of(word) & groups_of(other) or word[:_FAMILY].lower() == other[:_FAMILY].lower() for other in known)


def stating(tokens: Tokens, row: Row) -> list[bool]:
    """Which tokens name the row's statistic, in its words or in others of the same term."""
    wanted = frozenset().union(*(terms(wording) for wording in (row.measure, *row.wordings)))
    wanted |= {"consumer prices"} if "inflation" in wanted else frozenset()
    said = {
        at
        for first, last, term, _ in term_places(tokens)
        if term in wanted or term.removesuffix(" index") in wanted
        for at in range(first, last)
    }
    return [at in said or _is_stated(word, row) for at, word in enumerate(tokens.words)]


@lru_cache(maxsize=16384)
def _is_stated(word: str, row: Row) -> bool:
    if is_function_word(word) or not word[0].isalpha():
        return False
    wordings = (row.measure, *row.wordings)
    said = frozenset().union(*map(stems, wordings))
    return bool(shared(stems(word), said)) or any(statistics(word) & statistics(wording) for wording in wordings)


def _of_the_subject(words: str, row: Row) -> list[tuple[int, int]]:
    """Where names of the row's subject, or of a place around it, stand in a text."""
    subject = subject_names(row.entity) | subject_names(row.place)
    around = ((start, end) for start, end, found in named_in(words) if shared(found, subject) or _around(found, subject))
    return list(around)


def _around(found: frozenset[str], subject: frozenset[str]) -> bool:
    return any(places.contains(outer, inner) for outer in found for inner in subject)

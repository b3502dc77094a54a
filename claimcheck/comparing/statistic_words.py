"""The words that name a statistic: terms of the vocabulary and other content words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.names import groups_of, shared, stems
from claimcheck.reading import measures
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import table


@cache
def _lexicon() -> Phrases[tuple[str, bool]]:
    return Phrases((row["wording"], (row["term"], row["telling"] == "yes")) for row in table("statistic_terms"))


@lru_cache(maxsize=8192)
def _parsed(text: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """(terms, those of them that tell one statistic from another, the other content words) of a text."""
    tokens = cut(text)
    found: set[str] = set()
    telling: set[str] = set()
    taken: set[int] = set()
    for first, last, term, tells in term_places(tokens):
        taken.update(range(first, last))
        found.update([term] if " index" not in term else [term, term.removesuffix(" index"), "index"])
        if tells:
            telling.add("index" if " index" in term else term)
    others = [tokens.surface(at, at + 1) for at in range(len(tokens)) if at not in taken]
    plain = frozenset(word for word in stems(" ".join(others)) if not cues("light").fullmatch(word))
    return frozenset(found) - {""}, frozenset(telling), plain


def term_places(tokens: Tokens) -> Iterator[tuple[int, int, str, bool]]:
    """(first, last, term, telling) of the wordings of the statistic_terms table among tokens, the longest at each place.

    >>> [(first, last, term) for first, last, term, _ in term_places(cut("the jobless rate of young people"))]
    [(1, 2, 'unemployment'), (4, 6, 'youth')]
    """
    at = 0
    while at < len(tokens):
        match = _lexicon().at(tokens, at)
        if match is not None:
            yield at, match[0], *match[1]
        at = match[0] if match is not None else at + 1


def terms(text: str | None) -> frozenset[str]:
    """The terms of the statistic_terms table in a text, whichever of their wordings is used.

    >>> sorted(terms("jobless rate of young people"))
    ['unemployment', 'youth']
    """
    return _parsed(text or "")[0]


def telling(text: str | None) -> frozenset[str]:
    """Those of its terms that make another statistic of it: real, youth, per head.

    >>> sorted(telling("jobless rate of young people"))
    ['youth']
    """
    return _parsed(text or "")[1]


def content(text: str | None) -> frozenset[str]:
    """The content words of a text that are no terms, as stems."""
    return _parsed(text or "")[2]


def said(text: str, wording: str) -> bool:
    """Whether every content word of a wording, or its term, stands in a text; groups may stand for each other.

    >>> said("the jobless rate climbed to", "unemployment rate"), said("Brazil lost more soldiers", "personnel losses")
    (True, True)
    """
    return bool(terms(wording) | content(wording)) and not unsaid(text, wording)


def unsaid(text: str, wording: str) -> frozenset[str]:
    """The terms and content words of a wording that a text leaves out."""
    missing = content(wording) - shared(content(wording), content(text))
    covered = {word for word in missing if (groups_of(word) - {"person"}) & groups_of(text)}
    return (terms(wording) - terms(text)) | (missing - covered)


@lru_cache(maxsize=4096)
def statistics(text: str | None) -> frozenset[str]:
    """The statistics of the vocabulary that a wording names.

    >>> sorted(statistics("death toll"))
    ['deaths']
    """
    return frozenset(name for mark in measures.marks(cut(text or "")) for name in _named(mark))


@lru_cache(maxsize=4096)
def without(text: str, names: frozenset[str]) -> str:
    """A wording without the words by which it names one of these statistics.

    >>> without("tanks lost", frozenset({"losses"})), without("internet users as percent of population", frozenset({"population"}))
    ('tanks', 'internet users as percent of')
    """
    tokens = cut(text)
    taken = {at for mark in measures.marks(tokens) if _named(mark) & names for at in range(mark.first, mark.last)}
    return " ".join(tokens.surface(at, at + 1) for at in range(len(tokens)) if at not in taken)


def _named(mark: measures.Mark) -> frozenset[str]:
    return frozenset(frame.measure.name for frame in mark.frames)

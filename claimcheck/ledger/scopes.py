"""What a series is looked up by: the index terms of a claim, and the questions put to them.

A term joins what is measured with a pair of words of whom, where and what happening, or with one such word and the size of the figure;
one more term is the figure itself. Terms have to find the claims that compare() might call the same quantity, and not too many others;
that two claims share a term says no more. Names are cut to their roots (Maravia, Maravian), nouns stand for their group (soldiers,
troops).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from math import floor, log10
from zlib import crc32

from attrs import frozen

from claimcheck.comparing.names import groups_of, kinship, stems
from claimcheck.model import Claim
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.places import demonym

Words = tuple[str, ...]

_KINDS = {"year": "date", "ratio": "percent"}
"""Kinds whose figures may be one quantity."""
_SIZES_IN_A_DECADE = 2
_WORD = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_ENDING = re.compile(r"(?<=\w{4})(?:ians|eans|ans|ers|ian|ean|ish|ese|ns|an|ia|is|er|ic|a|i|n|s|y|e)$")
"""Endings that make a people or an adjective of a place, and plurals, as in claimcheck.comparing.names.akin."""
_LONGEST_WORD = 40
_MOST_WORDS = 4
"""Words of a place or an event that are filed."""


@frozen
class Scope:
    """The parts of a claim that tell its series, as words of the index. `whom` is one word: all its names and groups."""

    head: str
    whom: Words
    place: Words
    event: Words
    size: float | None
    figure: str | None

    def pairs(self) -> Iterator[str]:
        """Two words that tell a series together."""
        for one, other in ((self.whom, self.place), (self.whom, self.event), (self.place, self.event)):
            yield from (f"{a}+{b}" for a, b in product(one, other))

    def singles(self) -> Iterator[str]:
        """Words that tell a series together with the size of the figure."""
        yield from dict.fromkeys((*self.whom, *self.place, *self.event))


def scope_of(claim: Claim) -> Scope:
    """The scope of a claim."""
    kind = _KINDS.get(claim.kind, claim.kind)
    measure = None if claim.measure == claim.counted else claim.measure
    head = f"{kind}|{claim.change or ''}|{_measured(measure) if measure else _counted(claim.counted)}"
    whom = _whom(claim.entity) or _whom(claim.counted)
    return Scope(head, whom, _words(claim.place), _names(claim.event), _size(claim), _figure(claim, kind))


def terms(claim: Claim) -> str:
    """The terms a claim is filed under, separated by spaces."""
    scope = scope_of(claim)
    size = _filed(scope.size)
    words = ("", *scope.pairs(), *(f"{word}~{size}" for word in scope.singles()))
    return " ".join((*(_term(scope.head, word) for word in words), *filter(None, (scope.figure,))))


def head_question(scope: Scope) -> str:
    """The full-text question for every claim of the same measure."""
    return _term(scope.head, "")


def pair_question(scope: Scope) -> str:
    """The full-text question for claims of which two parts of the scope agree; empty where the claim has none."""
    return " OR ".join(_term(scope.head, pair) for pair in scope.pairs())


def size_question(scope: Scope) -> str:
    """The full-text question for claims of which one part agrees, in figures of about the size."""
    return " OR ".join(_term(scope.head, f"{word}~{size}") for word in scope.singles() for size in _asked(scope.size))


def figure_question(scope: Scope) -> str:
    """The full-text question for claims of any measure with the very same figure; empty for figures that meet by accident."""
    return scope.figure or ""


@lru_cache(maxsize=65536)
def apart(one: str | None, other: str | None) -> bool:
    """Whether two nouns count people or things that cannot be the same.

    >>> apart("soldier", "troop"), apart("civilian", "person"), apart("soldier", "child")
    (False, False, True)
    """
    mine, others = groups_of(one), groups_of(other)
    return bool(mine and others) and all(kinship(a, b) in ("apart", "part") for a in mine for b in others)


def likeness(one: str | None, other: str | None) -> int:
    """How many words two wordings share, -1 where both say something and share none.

    >>> likeness("the war in Drenna", "Drenna"), likeness("Drenna", "Kassoro"), likeness(None, "Drenna")
    (1, -1, 0)
    """
    if not one or not other:
        return 0
    (mine, years), (others, other_years) = _content(one), _content(other)
    if years and other_years and not years & other_years:
        return -1
    return len(mine & others) or (-1 if mine and others else 0)


@lru_cache(maxsize=65536)
def _content(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The roots and groups of a wording, and its years."""
    found = roots(text)
    years = frozenset(root for root in found if _YEAR.fullmatch(root))
    return (found - years) | groups_of(text), years


def roots(text: str) -> frozenset[str]:
    """The content words of a text without accents and endings, a people as its place (also where a place is named after its people).

    >>> sorted(roots("the Maravian soldiers in Ardèche")), roots("French") == roots("France")
    (['ardech', 'marav', 'soldi'], True)
    """
    return frozenset(root for word in _WORD.findall(text) for root in _roots_of(word))


@lru_cache(maxsize=65536)
def _roots_of(word: str) -> tuple[str, ...]:
    if is_function_word(word.lower()) or (len(word) == 1 and not word.isdigit()):
        return ()
    home = demonym(word)
    return tuple(_root_of(part) for part in _WORD.findall(home)) if home else (_root_of(word),)


def _root_of(word: str) -> str:
    plain = word.lower()[:_LONGEST_WORD]
    if not plain.isascii():
        plain = "".join(letter for letter in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(letter))
    return _ENDING.sub("", plain)


def _figure(claim: Claim, kind: str) -> str | None:
    """The term of the figure itself, None for figures that meet by accident: those of one digit and zeros."""
    if not isinstance(claim.value, str) or len(claim.value.replace(".", "").replace("-", "").strip("0")) < 2:
        return None
    return _term(kind, claim.value)


def _size(claim: Claim) -> float | None:
    """How large a figure is, on a scale of half decades; None for zero and for what is no number."""
    value = claim.value if isinstance(claim.value, str) else claim.value[1]
    try:
        number = abs(float(value))
    except ValueError:
        return None
    return log10(number) * _SIZES_IN_A_DECADE if 0 < number < float("inf") else None


def _filed(size: float | None) -> int | None:
    return None if size is None else floor(size)


def _asked(size: float | None) -> tuple[int | None, ...]:
    """The half decade of a figure and the nearer one of its neighbours."""
    return (None,) if size is None else (floor(size), floor(size) + (1 if size % 1 >= 0.5 else -1))


@lru_cache(maxsize=65536)
def _measured(text: str) -> str:
    return " ".join(sorted(stems(text)))


@lru_cache(maxsize=65536)
def _counted(text: str | None) -> str:
    return "#" + " ".join(sorted(groups_of(text) or stems(text)))


@lru_cache(maxsize=65536)
def _whom(text: str | None) -> Words:
    """One word for all that a wording of people or things names: its names and groups, else its content words."""
    if not text:
        return ()
    named = " ".join(word for word in text.split() if word[0].isupper())
    words = [*roots(named), *(f"#{group}" for group in groups_of(text))] or roots(text)
    return (" ".join(sorted(words)),) if words else ()


@lru_cache(maxsize=65536)
def _words(text: str | None) -> Words:
    return tuple(sorted(roots(text))[:_MOST_WORDS]) if text else ()


@lru_cache(maxsize=65536)
def _names(text: str | None) -> Words:
    """The names in the wording of an event without its years, else all its words."""
    named = " ".join(word for word in (text or "").split() if word[0].isupper())
    return _words(named) or _words(text)


def _term(head: str, word: str) -> str:
    return f"t{crc32(word.encode('utf-8', 'replace'), _start(head)):08x}"


@lru_cache(maxsize=65536)
def _start(head: str) -> int:
    return crc32(f"{head}|".encode("utf-8", "replace"))

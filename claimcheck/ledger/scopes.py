"""What a series is looked up by: the index terms of a claim, and the questions put to them.

A term joins what is measured with a pair of words of whom, where and what happening, or with one such word and the size of the figure;
one more term is the figure itself. Terms have to find the claims that compare() might call the same quantity, and not too many others;
that two claims share a term says no more. Names are cut to their roots (Torvia, Torvian), nouns stand for their group (soldiers,
troops).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from math import floor, log10
from zlib import crc32

from attrs import frozen

from claimcheck.comparing.names import groups_of, kinship, stems
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.places import around, canonical, contains, country_of, demonym

Words = tuple[str, ...]

_KINDS = {"year": "date", "ratio": "percent"}
"""Kinds whose figures may be one quantity."""
_ANY = "*"
"""Stands for any measure in the term of a figure."""
_LONG = 4
"""Digits from which a round figure is rare enough to be looked up by itself."""
_SIZES_IN_A_DECADE = 2
_WORD = re.compile(r"\d+|[^\W\d_]+")
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_ENDING = re.compile(r"(?<=\w{4})(?:ians|eans|ans|ers|ian|ean|ish|ese|ns|an|ia|is|er|ic|a|i|n|s|y|e)$")
"""Endings that make a people or an adjective of a place, and plurals, as in claimcheck.comparing.names.akin."""
_LONGEST_WORD = 40
_MOST_WORDS = 4
"""Words of a place or an event that are filed."""


@frozen
class Scope:
    """The parts of a claim that tell its series, as words of the index.

    `whom` is one word: all its names and groups; `named` is the same if it holds a name, which may tell a series alone. `around` are the
    places that hold its place.
    """

    kind: str
    measure: str
    whom: Words
    named: Words
    place: Words
    around: Words
    event: Words
    size: float | None
    figure: str | None

    def filed(self) -> list[str]:
        """Two words that tell a series together; a place is filed as its own and, marked, as lying in those around it."""
        return self._pairs((*self.place, *(f">{place}" for place in self.around)))

    def asked(self) -> list[str]:
        """The same, to find the claims of the same place, those of the places around it, and those that lie in it."""
        return self._pairs((*self.place, *self.around, *(f">{place}" for place in self.place[:1])))

    def _pairs(self, place: Words) -> list[str]:
        parts = ((self.whom, place), (self.whom, self.event), (place, self.event))
        return list(dict.fromkeys([f"{one}+{other}" for first, second in parts for one in first for other in second]))

    def singles(self) -> list[str]:
        """Words that tell a series together with the size of the figure."""
        return list(dict.fromkeys((*self.whom, *self.place, *self.event)))


def scope_of(claim: Claim) -> Scope:
    """The scope of a claim."""
    kind = _KINDS.get(claim.kind, claim.kind)
    measure = "#" + _counted(claim.counted) if claim.measure in (None, claim.counted) else _measured(claim.measure)
    place, around = _place(claim.place)
    owner = _owner(claim.entity, claim.event, place)
    whom = owner or _whom(claim.counted) or _people(claim.measure)
    named = owner if owner and _capitals(claim.entity or "") else ()
    return Scope(kind, measure, whom, named, place, around, _event(claim.event), _size(claim), _figure(claim.value))


def terms(claim: Claim) -> str:
    """The terms a claim is filed under, separated by spaces."""
    scope = scope_of(claim)
    words = ("", *scope.named, *scope.filed(), *[f"{word}~{_filed(scope.size)}" for word in scope.singles()])
    return " ".join([*_terms(scope, words), figure_question(scope)])


def measure_question(scope: Scope) -> str:
    """The full-text question for every claim of the same measure."""
    return " OR ".join(_terms(scope, ("",)))


def pair_question(scope: Scope) -> str:
    """The full-text question for claims of which two parts of the scope agree; empty where the claim has no two parts."""
    return " OR ".join(_terms(scope, scope.asked()))


def size_question(scope: Scope) -> str:
    """The full-text question for claims of which one part agrees, in figures of about the size, or of the same names."""
    sized = [f"{word}~{size}" for word in scope.singles() for size in _asked(scope.size)]
    return " OR ".join(_terms(scope, [*scope.named, *sized]))


def figure_question(scope: Scope) -> str:
    """The full-text question for claims of any measure with the very same figure; empty for figures that meet by accident."""
    return _hashed((scope.figure,), _start(scope.kind, _ANY))[0] if scope.figure else ""


@lru_cache(maxsize=65536)
def apart(one: str | None, other: str | None) -> bool:
    """Whether two nouns count people or things that cannot be the same.

    >>> apart("soldier", "troop"), apart("civilian", "person"), apart("soldier", "child")
    (False, False, True)
    """
    mine, others = groups_of(one), groups_of(other)
    return bool(mine and others) and all(kinship(a, b) in ("apart", "part") for a in mine for b in others)


@lru_cache(maxsize=65536)
def entity_likeness(one: str | None, other: str | None) -> int:
    """How many words two wordings of people or things share, -1 where they share none and neither names a place inside the other's.

    >>> entity_likeness("Torvian soldiers", "troops of Torvia"), entity_likeness("police", "firefighters")
    (2, -1)
    """
    if not one or not other:
        return 0
    return len(_content(one) & _content(other)) or (0 if _one_holds_the_other(_capitals(one), _capitals(other)) else -1)


@lru_cache(maxsize=65536)
def place_likeness(one: str | None, other: str | None) -> int:
    """How many words two places share, -1 where they share none and neither lies in the other.

    >>> place_likeness("Lodvik", "Velmark"), place_likeness("Lyon", "France"), place_likeness(None, "Lyon")
    (-1, 1, 0)
    """
    if not one or not other:
        return 0
    return len(roots(one) & roots(other)) or (1 if _one_holds_the_other(one, other) else -1)


@lru_cache(maxsize=65536)
def event_likeness(one: str | None, other: str | None) -> int:
    """How many words two wordings of an event share, -1 where they name other places or years.

    >>> event_likeness("war in Velmark", "Velmark war"), event_likeness("storm of 2019", "storm of 2021")
    (2, -1)
    """
    if not one or not other:
        return 0
    (named, years), (other_named, other_years) = _names_and_years(one), _names_and_years(other)
    if years and other_years and not years & other_years:
        return -1
    if named and other_named and not named & other_named and not _one_holds_the_other(_capitals(one), _capitals(other)):
        return -1
    return len(roots(one) & roots(other))


@lru_cache(maxsize=65536)
def _names_and_years(event: str) -> tuple[frozenset[str], frozenset[str]]:
    years = frozenset(_YEAR.findall(event))
    return roots(_capitals(event)) - years, years


@lru_cache(maxsize=65536)
def _one_holds_the_other(one: str, other: str) -> bool:
    return contains(one, other) or contains(other, one)


@lru_cache(maxsize=65536)
def _content(text: str) -> frozenset[str]:
    return roots(text) | groups_of(text)


@lru_cache(maxsize=65536)
def roots(text: str) -> frozenset[str]:
    """The content words of a text without accents and endings, a people as its place (also where a place is named after its people).

    >>> sorted(roots("the Torvian soldiers in Ardèche")), roots("French") == roots("France")
    (['ardech', 'soldi', 'torv'], True)
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


def _figure(value: str | tuple[str, str]) -> str | None:
    """A figure as a word of the index, None for those that meet by accident: short ones of one digit and zeros."""
    text = value if isinstance(value, str) else "-".join(value)
    return f"={text}" if len(text) >= _LONG or len(text.replace(".", "").strip("-0")) > 1 else None


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
def _measured(text: str | None) -> str:
    return " ".join(sorted(stems(text)))


@lru_cache(maxsize=65536)
def _counted(text: str | None) -> str:
    return " ".join(sorted(groups_of(text) or stems(text)))


@lru_cache(maxsize=65536)
def _whom(text: str | None) -> Words:
    """One word for all that a wording of people or things names: its names and groups, else its content words."""
    if not text:
        return ()
    words = [*roots(_capitals(text)), *(f"#{group}" for group in groups_of(text))] or roots(text)
    return (" ".join(sorted(words)),) if words else ()


@lru_cache(maxsize=65536)
def _owner(entity: str | None, event: str | None, place: Words) -> Words:
    """Whom a claim is about by its entity; nobody where that only repeats the place or the event ("Hawaii wildfire", in Hawaii)."""
    if entity is None or entity == event:
        return ()
    repeats = not groups_of(entity) and roots(_capitals(entity)) <= set(place)
    return () if repeats and place else _whom(entity)


@cache
def _people(measure: str | None) -> Words:
    """Whom a statistic of people is about where nothing is said."""
    statistic = known(measure or "")
    return _whom("people") if statistic is not None and statistic.about == "people" else ()


@lru_cache(maxsize=65536)
def _place(text: str | None) -> tuple[Words, Words]:
    """The words of a place, the whole name first, and the places around it up to the country's own."""
    if not text:
        return (), ()
    named = canonical(text) or text
    chain = around(named)
    last = chain.index(country) if (country := country_of(named)) in chain else 0
    parts = sorted(roots(named))[:_MOST_WORDS]
    whole = [" ".join(sorted(roots(place))) for place in (named, *chain[1 : last + 1])]
    return tuple(dict.fromkeys((whole[0], *parts))), tuple(dict.fromkeys(whole[1:]))


@lru_cache(maxsize=65536)
def _event(text: str | None) -> Words:
    """The names in the wording of an event without its years, else all its words."""
    words = [word for word in roots(_capitals(text or "")) or roots(text or "") if not _YEAR.fullmatch(word)]
    return tuple(sorted(words)[:_MOST_WORDS])


def _capitals(text: str) -> str:
    return " ".join([word for word in text.split() if not word[0].islower()])


def _terms(scope: Scope, words: Iterable[str]) -> list[str]:
    return _hashed(words, _start(scope.kind, scope.measure))


def _hashed(words: Iterable[str], start: int) -> list[str]:
    return [f"t{crc32(word.encode('utf-8', 'replace'), start):x}" for word in words]


@lru_cache(maxsize=65536)
def _start(kind: str, measure: str) -> int:
    return crc32(f"{kind}|{measure}|".encode("utf-8", "replace"))

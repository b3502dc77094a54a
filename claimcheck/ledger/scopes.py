"""What a series is looked up by: the index terms of a claim, and the questions put to them.

A term joins what is measured with a pair of words of whom, where and what happening, or with one such word and the size of the figure;
one more term is the figure itself. Terms have to find the claims that compare() might call the same quantity, and not too many others;
that two claims share a term says no more. Names are cut to their `roots` (Torvia, Torvian), nouns stand for their group (soldiers,
troops).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from math import floor, log10
from zlib import crc32

from attrs import frozen

from claimcheck.comparing.names import groups_of, stems
from claimcheck.ledger.roots import YEAR, capitals, roots
from claimcheck.model import Claim
from claimcheck.reading.measures import known
from claimcheck.reading.places import around, canonical, country_of

_WORD = re.compile(r"[^\W_]+")

Words = tuple[str, ...]
Wording = tuple[str, str | None, str | None, str | None, str | None, str | None]

_KINDS = {"year": "date", "ratio": "percent"}
"""Kinds whose figures may be one quantity."""

_ANY = "*"
"""Stands for any measure in the term of a figure."""

_LONG = 4
"""Digits from which a round figure is rare enough to be looked up by itself."""

_SIZES_IN_A_DECADE = 2
_MOST_WORDS = 4
"""Words of a place or an event that are filed."""


@frozen
class Scope:
    """The parts of a claim that tell its series, as words of the index.

    `start` stands for the kind and the measure in every term. `whom` is one word: all its names and groups; `named` is the same if it holds
    a name, which may tell a series alone. `around` are the places that hold its place.
    """

    start: int
    whom: Words
    named: Words
    place: Words
    around: Words
    event: Words

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


def terms(claim: Claim) -> str:
    """The terms a claim is filed under, separated by spaces."""
    fixed, begun = _filed(_wording(claim))
    size = f"~{_half_decade(_size(claim))}".encode()
    return " ".join((fixed, *[f"t{crc32(size, word):x}" for word in begun], figure_question(claim)))


def measure_question(claim: Claim) -> str:
    """The full-text question for every claim of the same measure."""
    return _hashed(("",), _scope(_wording(claim)).start)[0]


def pair_question(claim: Claim) -> str:
    """The full-text question for claims of which two parts of the scope agree; empty where the claim has no two parts."""
    scope = _scope(_wording(claim))
    return " OR ".join(_hashed(scope.asked(), scope.start))


def size_question(claim: Claim) -> str:
    """The full-text question for claims of which one part agrees, in figures of about the size, or of the same names."""
    scope, sizes = _scope(_wording(claim)), _asked(_size(claim))
    sized = [f"{word}~{size}" for word in scope.singles() for size in sizes]
    return " OR ".join(_hashed([*scope.named, *sized], scope.start))


def figure_question(claim: Claim) -> str:
    """The full-text question for claims of any measure with the very same figure; empty for figures that meet by accident."""
    figure = _figure(claim.value)
    return _hashed((figure,), _start(_kind(claim), _ANY))[0] if figure else ""


def story_question(claim: Claim) -> str:
    """The full-text question for sentences and scopes that name the claim's event or its place; empty where it has neither."""
    told = dict.fromkeys(tuple(_WORD.findall(capitals(text)) or _WORD.findall(text)) for text in (claim.event, claim.place) if text)
    return " OR ".join(["(" + " AND ".join([f'"{word}"' for word in words]) + ")" for words in told if words])


def alike_kinds(claim: Claim, kind: str, counted: str | None) -> bool:
    """Whether a figure of a kind may be of the claim's quantity: of the same kind, or one of them a bare number ("4" against "4%").

    >>> from claimcheck.reading import extract
    >>> share, = extract("Prices rose 4%.")
    >>> alike_kinds(share, "ratio", None), alike_kinds(share, "count", None), alike_kinds(share, "count", "house")
    (True, True, False)
    """
    one, other = _kind(claim), _KINDS.get(kind, kind)
    return one == other or (one == "count" and claim.counted is None) or (other == "count" and counted is None)


def _wording(claim: Claim) -> Wording:
    """The fields a scope is read from; reports of one story repeat them, so that what follows from them is remembered."""
    return _kind(claim), claim.measure, claim.counted, claim.entity, claim.place, claim.event


def _kind(claim: Claim) -> str:
    return _KINDS.get(claim.kind, claim.kind)


@lru_cache(maxsize=65536)
def _scope(wording: Wording) -> Scope:
    kind, measure, counted, entity, place, event = wording
    inner, around = _place(place)
    owner = _owner(entity, event, inner)
    return Scope(
        start=_start(kind, "#" + _counted(counted) if measure in (None, counted) else _measured(measure)),
        whom=owner or _whom(counted) or _people(measure),
        named=owner if owner and capitals(entity or "") else (),
        place=inner,
        around=around,
        event=_event(event),
    )


@lru_cache(maxsize=65536)
def _filed(wording: Wording) -> tuple[str, list[int]]:
    """The terms that hang on a wording alone, and the beginnings of those that hang on the size of the figure too."""
    scope = _scope(wording)
    begun = [_checksum(word, scope.start) for word in scope.singles()]
    return " ".join(_hashed(("", *scope.named, *scope.filed()), scope.start)), begun


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


def _half_decade(size: float | None) -> int | None:
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
    words = [*roots(capitals(text)), *(f"#{group}" for group in groups_of(text))] or roots(text)
    return (" ".join(sorted(words)),) if words else ()


@lru_cache(maxsize=65536)
def _owner(entity: str | None, event: str | None, place: Words) -> Words:
    """Whom a claim is about by its entity; nobody where that only repeats the place or the event ("Hawaii wildfire", in Hawaii)."""
    if entity is None or entity == event:
        return ()
    repeats = not groups_of(entity) and roots(capitals(entity)) <= set(place)
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
    words = [word for word in roots(capitals(text or "")) or roots(text or "") if not YEAR.fullmatch(word)]
    return tuple(sorted(words)[:_MOST_WORDS])


def _hashed(words: Iterable[str], start: int) -> list[str]:
    return [f"t{_checksum(word, start):x}" for word in words]


def _checksum(word: str, start: int) -> int:
    return crc32(word.encode("utf-8", "replace"), start)


@lru_cache(maxsize=65536)
def _start(kind: str, measure: str) -> int:
    return _checksum(f"{kind}|{measure}|", 0)

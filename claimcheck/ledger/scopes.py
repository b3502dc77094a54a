"""What a series is looked up by: the index terms of a claim, and the questions put to them.

A term joins a head (what is measured: its dimension, and the measure or else the noun counted) with one word of whom, where or what
happening, or with the size of the figure. Terms only have to find the claims that compare() might call the same quantity, and not too many
others: names are cut to their roots (Ukraine, Ukrainian) and nouns stand for their group (soldiers, troops).
"""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache
from math import floor, log10
from zlib import crc32

from attrs import frozen

from claimcheck.comparing.names import groups_of, names, stems
from claimcheck.model import Claim
from claimcheck.references.index import roots

Words = frozenset[str]
_NONE: Words = frozenset()
_SIZES_IN_A_DECADE = 2


@frozen
class Scope:
    """The parts of a claim that tell its series; `telling` are the words of `whom` without which it is another series."""

    head: str
    whom: Words
    telling: Words
    place: Words
    event: Words
    size: int | None


def scope_of(claim: Claim) -> Scope:
    """The scope of a claim, as words of the index."""
    entity, counted = _whom(claim.entity), _whom(claim.counted)
    telling = _telling(claim.entity) or _telling(claim.counted)
    return Scope(_head(claim), entity | counted, telling, _roots(claim.place), _roots(claim.event), _size(claim))


def terms(claim: Claim) -> str:
    """The terms a claim is filed under, separated by spaces."""
    scope = scope_of(claim)
    words = scope.whom | scope.place | scope.event
    return " ".join((_term(scope.head, ""), _term(scope.head, f"~{scope.size}"), *(_term(scope.head, word) for word in words)))


def close_question(scope: Scope) -> str | None:
    """The full-text question for claims of the same whom, or the same place and event, with figures of about the same size."""
    groups = [_all_of(scope.head, words) for words in (scope.telling, scope.place | scope.event) if words]
    if not groups:
        return None
    sizes = [scope.size] if scope.size is None else [scope.size - 1, scope.size, scope.size + 1]
    return f"({' OR '.join(groups)}) AND ({' OR '.join(_term(scope.head, f'~{size}') for size in sizes)})"


def wide_question(scope: Scope) -> str:
    """The full-text question for claims that share any word of the scope."""
    words = scope.whom | scope.place | scope.event
    return " OR ".join(_term(scope.head, word) for word in sorted(words)) if words else _term(scope.head, "")


def fit(scope: Scope, entity: str | None, counted: str | None, place: str | None, event: str | None) -> tuple[int, int]:
    """How well a claim with these fields fits a scope: fields that share no word (fewer is better), and words shared."""
    pairs = ((scope.whom, _whom(entity) | _whom(counted)), (scope.place, _roots(place)), (scope.event, _roots(event)))
    shared = [len(one & other) for one, other in pairs]
    clashes = sum(1 for (one, other), common in zip(pairs, shared, strict=True) if one and other and not common)
    return clashes, sum(shared)


def _head(claim: Claim) -> str:
    dates = claim.kind in ("date", "year")
    dimension = "date" if dates else claim.bounds.unit if claim.bounds else claim.unit or claim.kind
    return f"{dimension}|{claim.change or ''}|{_measure(claim.measure) or _measure(claim.counted)}"


@lru_cache(maxsize=65536)
def _measure(text: str | None) -> str:
    return " ".join(sorted(groups_of(text) or stems(text)))


@lru_cache(maxsize=65536)
def _whom(text: str | None) -> Words:
    return roots(text) | {f"#{group}" for group in groups_of(text)} if text else _NONE


@lru_cache(maxsize=65536)
def _telling(text: str | None) -> Words:
    if not text:
        return _NONE
    named = _NONE.union(*map(roots, names(text)))
    return named | {f"#{group}" for group in groups_of(text)} or roots(text)


@lru_cache(maxsize=65536)
def _roots(text: str | None) -> Words:
    return roots(text) if text else _NONE


def _size(claim: Claim) -> int | None:
    """In which half of which decade a figure lies; None for dates, zero and what is no number."""
    value = claim.value if isinstance(claim.value, str) else claim.value[1]
    try:
        number = abs(float(value))
    except ValueError:
        return None
    return floor(log10(number) * _SIZES_IN_A_DECADE) if 0 < number < float("inf") else None


def _all_of(head: str, words: Words) -> str:
    return f"({' AND '.join(_term(head, word) for word in sorted(words))})"


@lru_cache(maxsize=65536)
def _term(head: str, word: str) -> str:
    return f"t{crc32(f'{head}|{word}'.encode('utf-8', 'replace')):08x}"

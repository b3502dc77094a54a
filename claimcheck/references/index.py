"""Finding the rows that might speak of a claim by the words of its sentence, whatever the number of rows.

Rows of one entity, measure, place and event are a series. A series is filed under the roots of the words that name it. Where all its
roots name very many series ("saint" in a table of towns) it is filed under the whole words, the rarest if they are common too. Whether a
row found here is about the claim's quantity is not decided here but in claimcheck.comparing.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from attrs import frozen

from claimcheck.comparing.sentence_names import subject_names
from claimcheck.model import Claim, Row
from claimcheck.references.at_once import without_collecting
from claimcheck.vocabulary import table

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|\d+|[^\W\d_]+")
_ROOT = 4
"""Letters two forms of a name share at least (Iraq, Iraqi; Torvia, Torvian). Chance likeness costs time, never a verdict."""
_COMMON = 100
"""Series a root or word may file; the common ones file only what nothing rarer names."""
_COMMON_MEASURE = 25
"""Series a measure's root may file; where more share the measure, they are found by their names alone."""
_WHOLE = 16
"""Rows up to which a series is handed out whole; of longer ones only the rows around the claim's days."""

Key = tuple[str | None, str, str | None, str | None, bool]


@frozen
class Index:
    """`series` are tuples of rows in the order of their days, `filed` says which of them a root names, `by_key` which is a row's own."""

    series: tuple[tuple[Row, ...], ...]
    filed: dict[str, tuple[int, ...]]
    by_key: dict[Key, int]

    def find(self, claim: Claim) -> tuple[Row, ...]:
        """Rows named by words of the claim's sentence or scope, those that share most words first."""
        if not self.filed:
            return ()
        scope = (claim.entity, claim.place, claim.event, claim.noun, claim.measure)
        keys = frozenset[str]().union(*[_filed_by(text) for text in (claim.sentence, *scope) if text])
        hits = Counter(number for key in keys for number in self.filed.get(key, ()))
        ranked = sorted(hits, key=lambda number: (-hits[number], number))
        days = _days(claim)
        return tuple(row for number in ranked for row in near(self.series[number], days))

    def series_of(self, row: Row) -> tuple[Row, ...]:
        """All rows of the row's series, earliest first."""
        number = self.by_key.get(key_of(row))
        return self.series[number] if number is not None else ()

    def about(self, entity: str | None, measure: str | None) -> list[Row]:
        """The rows of an entity, or of a measure, or of both, series by series."""
        found = (number for key, number in self.by_key.items() if entity in (None, key[0]) and measure in (None, key[1]))
        return [row for number in found for row in self.series[number]]


@without_collecting()
def index_of(rows: Iterable[Row]) -> Index:
    """The index of rows; its cost grows with the rows, that of a look-up with the words of a sentence."""
    grouped: dict[Key, list[Row]] = {}
    for row in rows:
        grouped.setdefault(key_of(row), []).append(row)
    series = tuple(tuple(sorted(group, key=_order)) for group in grouped.values())
    return Index(series, _filed(series), {key: number for number, key in enumerate(grouped)})


def key_of(row: Row) -> Key:
    """What the rows of one series share; dates and figures are never one series."""
    return row.entity, row.measure, row.place, row.event, row.kind == "date"


def near(series: tuple[Row, ...], days: Iterable[str]) -> tuple[Row, ...]:
    """The rows of a series for these days and the next ones before and after; short series whole.

    Days are ISO dates of any precision, which sort as text.
    """
    if len(series) <= _WHOLE:
        return series
    stamps = [row.as_of or "" for row in series]
    wanted: set[int] = set()
    for day in days:
        first, last = bisect_left(stamps, day), bisect_right(stamps, day + "~")
        wanted.update(range(max(first - 1, last - _WHOLE, 0), min(last + 1, len(series))), (first,) if first < len(series) else ())
    return tuple(series[index] for index in sorted(wanted)) if wanted else series[-_WHOLE:]


def roots(text: str) -> frozenset[str]:
    """The roots of a text's content words: their first letters without accents; a people by its country.

    >>> sorted(roots("the French in Côte d'Ivoire"))
    ['cote', 'fran', 'ivoi']
    """
    return frozenset(root for word in _WORD.findall(text) for root in _roots_of(word))


def whole_words(text: str) -> frozenset[str]:
    """The words of a text as keys of their own, apart from roots.

    >>> sorted(whole_words("Saint-Denis"))
    ['=denis', '=saint']
    """
    return frozenset("=" + word.lower() for word in _WORD.findall(text))


@lru_cache(maxsize=256)
def _filed_by(text: str) -> frozenset[str]:
    """All keys that the words of a text look up; a sentence is looked up for each of its figures, more than once."""
    return roots(text) | whole_words(text)


@lru_cache(maxsize=65536)
def _roots_of(word: str) -> tuple[str, ...]:
    word = word.replace(".", "").lower()
    if word in _small_words() or (len(word) == 1 and not word.isdigit()):
        return ()
    if not word.isascii():
        word = "".join(letter for letter in unicodedata.normalize("NFKD", word) if not unicodedata.combining(letter))
    return _peoples().get(word) or (word[:_ROOT] if not word.isdigit() else word,)


@cache
def _small_words() -> frozenset[str]:
    return frozenset(row["word"] for row in table("function_words"))


@cache
def _peoples() -> dict[str, tuple[str, ...]]:
    return {row["word"].lower(): tuple(word[:_ROOT] for word in row["place"].lower().split()) for row in table("demonyms")}


def _order(row: Row) -> tuple[str, str, int]:
    return row.as_of or "", row.recorded_at or "", row.line


def _days(claim: Claim) -> list[str]:
    days = [claim.as_of, claim.said_on]
    if claim.period:
        days += [claim.period.start, claim.period.end]
    if claim.kind in ("date", "year"):
        days += [claim.value] if isinstance(claim.value, str) else claim.value
    return [day for day in days if day]


def _filed(series: Sequence[tuple[Row, ...]]) -> dict[str, tuple[int, ...]]:
    """Which series each key names, common keys only where nothing rarer names a series."""
    names = [_names(rows) for rows in series]
    named = [_keys(texts, roots) for texts in names]
    common = {root for root, count in Counter(root for found in named for root in found).items() if count > _COMMON}
    unnamed = [number for number, found in enumerate(named) if found <= common]
    words = {number: _keys(names[number], whole_words) for number in unnamed}
    counts = Counter(word for found in words.values() for word in found)
    measures = [_keys((rows[0].measure, *_wordings(rows)), roots) for rows in series]
    measuring = Counter(root for found in measures for root in found)
    filed: dict[str, list[int]] = {}
    for number, (found, measured) in enumerate(zip(named, measures, strict=True)):
        keys = found - common or _rarest(words[number], counts)
        for key in keys | {root for root in measured if measuring[root] <= _COMMON_MEASURE}:
            filed.setdefault(key, []).append(number)
    return {key: tuple(numbers) for key, numbers in filed.items()}


def _rarest(words: frozenset[str], counts: Counter[str]) -> frozenset[str]:
    """The words that name few series, or the one that names fewest."""
    rare = frozenset(word for word in words if counts[word] <= _COMMON)
    return rare or frozenset(sorted(words, key=lambda word: (counts[word], word))[:1])


def _names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """The texts that name a series; wordings name it where they name an event, else they are ways to say the measure."""
    row = rows[0]
    said = _wordings(rows) if row.event or row.kind == "date" else ()
    formal = subject_names(row.entity) if row.entity else ()
    return tuple(text for text in (row.entity, row.place, row.event, *formal, *said) if text)


def _wordings(rows: tuple[Row, ...]) -> frozenset[str]:
    return frozenset(wording for row in rows for wording in row.wordings)


def _keys(texts: Iterable[str], keys: Callable[[str], frozenset[str]]) -> frozenset[str]:
    return frozenset(key for text in texts for key in keys(text))

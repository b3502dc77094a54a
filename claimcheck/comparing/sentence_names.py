"""The proper names of a sentence, and those of a row's subject."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.comparing.clauses import cues
from claimcheck.comparing.names import names
from claimcheck.reading import proper_names
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.tokens import cut
from claimcheck.vocabulary import table

_DIGITS = re.compile(r"\d+")
_CURRENCY_LENGTH = 12
_OPENING = "of "
"""Put before a sentence, so that a name at its beginning is read as one."""


@lru_cache(maxsize=2048)
def named_in(sentence: str) -> tuple[tuple[int, int, frozenset[str]], ...]:
    """(start, end, names) of the proper names and peoples of a sentence, names as in claimcheck.comparing.names; no currencies.

    >>> named_in("Peruvian firms paid 5 U.S. dollars in Lima")
    ((0, 8, frozenset({'Peru'})), (38, 42, frozenset({'Lima'})))
    """
    first = sentence.split(" ", 1)[0]
    tokens = cut(_OPENING + (sentence[:1].lower() if is_function_word(first.lower()) else sentence[:1]) + sentence[1:])
    found = []
    for name in proper_names.find(tokens):
        start, end = (tokens.starts[name.first] - len(_OPENING), tokens.ends[name.last - 1] - len(_OPENING))
        if not _is_currency(sentence, end):
            found.append((start, end, names(name.text)))
    return tuple(found)


@lru_cache(maxsize=2048)
def names_in(sentence: str) -> frozenset[str]:
    """The names of a sentence and its numbers (Flight 103), currencies apart.

    >>> sorted(names_in("The Suez Canal opened in 1869"))
    ['1869', 'Suez Canal']
    """
    return frozenset(name for _, _, found in named_in(sentence) for name in found) | frozenset(_DIGITS.findall(sentence))


def _is_currency(sentence: str, end: int) -> bool:
    """Whether a name that ends here is a part of a currency's ("U.S. dollars", "US$")."""
    rest = sentence[end : end + _CURRENCY_LENGTH].removeprefix(".")
    return rest.startswith("$") or cues("currency").match(rest.lstrip()) is not None


@lru_cache(maxsize=4096)
def subject_names(subject: str | None) -> frozenset[str]:
    """The names of a row's subject; formal names of countries as prose has them, without what prose leaves out of a name.

    >>> [sorted(subject_names(name)) for name in ("Korea, Rep.", "Hurricane Odile", "Tarn Steel Ltd", "Tarsen Group")]
    [['South Korea'], ['odile'], ['steel', 'tarn'], ['tarsen']]
    """
    found = names(_formal().get(subject or "", as_prose(subject)))
    kept = frozenset(name for name in found if not cues("title").fullmatch(name)) or found
    of_firm = frozenset(name for name in kept if not cues("firm").fullmatch(name))
    return of_firm or kept


@lru_cache(maxsize=4096)
def as_prose(subject: str | None) -> str | None:
    """A row's subject with what prose leaves out of its name in small letters: "the raid on Tarn" for the "Tarn Massacre", "the Aven".

    >>> as_prose("Tarn Massacre"), as_prose("River Aven"), as_prose("Tarn Bridge"), as_prose("Bombing")
    ('Tarn massacre', 'river Aven', 'Tarn Bridge', 'Bombing')
    """
    name, _, last = (subject or "").rpartition(" ")
    if not name:
        return subject
    subject = f"{name} {last.lower()}" if cues("event name").fullmatch(last) else f"{name} {last}"
    first, _, rest = subject.partition(" ")
    return f"{first.lower()} {rest}" if cues("first word").fullmatch(first) else subject


@cache
def _formal() -> dict[str, str]:
    return {row["name"]: row["place"] for row in table("formal_names")}

"""The words by a figure: which clause it stands in, and whether they name a statistic or an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from claimcheck.comparing.names import groups_of, names, shared, stems
from claimcheck.model import Claim
from claimcheck.reading import measures, proper_names
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.phrases import Phrases
from claimcheck.reading.tokens import Tokens, cut
from claimcheck.vocabulary import table

_NUMBER = re.compile(r"(?<![\w.,])[$£€]?\d+(?:[.,]\d+)*(?!\w)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_ASIDE = re.compile(r"\([^()]*\)")
_FROM = re.compile(r"\bfrom\s+$")
_BREAK = re.compile(r"[;,(]|\d")
_MONTHS = "(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*"
_DATE = re.compile(rf"{_MONTHS}\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTHS}")
_DIGITS = re.compile(r"\d+")
_COMPARING = re.compile(
    r"(?i)\b(?:against|versus|compared (?:with|to)|than|from|below|above|short of|exceed(?:s|ed|ing)?)(?: the| its| their)? $"
)
_BEFORE_COMPARED = 24
_BEFORE_FROM = 12
_CURRENCY_LENGTH = 12
_OPENING = "of "
"""Put before a sentence, so that a name at its beginning is read as one."""
_ROOT = 4


@cache
def cues(sense: str) -> re.Pattern[str]:
    """Any of the wordings that the row_cues table lists for a sense, as whole words.

    >>> bool(cues("plan").search("The bill would raise it to 65"))
    True
    """
    wordings = sorted((row["wording"] for row in table("row_cues") if row["sense"] == sense), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, wordings))})\b", re.IGNORECASE)


def clause(claim: Claim) -> str:
    """The words around a figure: back to the figure before it, forward to the next break.

    Dates, figures in brackets and the first figure of "from 5 to 7" are no break. A figure to compare with ("4.2, up from 3.9") shares the
    words of the one before it.
    """
    start, end = (place - claim.sentence_span[0] for place in claim.number_span)
    if not 0 <= start <= end <= len(claim.sentence):
        return claim.sentence
    before, after = claim.sentence[:start], claim.sentence[end:]
    numbers = _NUMBER.finditer(_DATE.sub(_blank, without_asides(before)))
    stops = [found.end() for found in numbers if not _YEAR.match(found.group()) and not _opens_range(before, found.start())]
    if stops and is_compared(claim):
        stops.pop()
    ahead = min((found.start() for found in (_BREAK.search(after), cues("clause end").search(after)) if found), default=None)
    return f"{before[stops[-1] if stops else 0 :]} ; {after[:ahead]}"


def is_compared(claim: Claim) -> bool:
    """Whether another figure is compared with this one: "5.2 percent, against 3.1 in Peru", "up from 812 in May", "below the 95 percent".

    Such a figure is of another day, of another subject, or a mark to reach.
    """
    start = claim.span[0] - claim.sentence_span[0]
    return start > 0 and _COMPARING.search(claim.sentence, max(0, start - _BEFORE_COMPARED), start) is not None


def without_asides(text: str) -> str:
    """A text with blanks for what stands in brackets.

    >>> without_asides("GDP (current US$) was")
    'GDP               was'
    """
    return _ASIDE.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    return " " * len(found.group())


def _opens_range(text: str, start: int) -> bool:
    return _FROM.search(text, max(0, start - _BEFORE_FROM), start) is not None


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


def subject_names(subject: str | None) -> frozenset[str]:
    """The names of a row's subject; formal names of countries as prose has them, without what prose leaves out of a name.

    >>> subject_names("Korea, Rep."), subject_names("Hurricane Odile"), subject_names("Tarn Steel Ltd")
    (frozenset({'South Korea'}), frozenset({'odile'}), frozenset({'tarn', 'steel'}))
    """
    found = names(_formal().get(subject or "", subject))
    return frozenset(name for name in found if not cues("title").fullmatch(name)) or found


@cache
def _formal() -> dict[str, str]:
    return {row["name"]: row["place"] for row in table("formal_names")}


# ------------------------------------------------------------------------------------------------ statistics


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


# ------------------------------------------------------------------------------------------------ events


@lru_cache(maxsize=16384)
def same_root(a: str, b: str) -> bool:
    """Whether two words are forms of one: a verb, its participle, the noun made of it.

    >>> same_root("annexed", "annexation"), same_root("invaded", "invasion"), same_root("sank", "sinking"), same_root("sign", "signal")
    (True, True, True, False)
    """
    if a == b or _irregular().get(a, a) == _irregular().get(b, b):
        return True
    length = 0
    for x, y in zip(a, b, strict=False):
        if x != y:
            break
        length += 1
    return length >= _ROOT and a[length:] in _suffixes() and b[length:] in _suffixes()


def irregular(word: str) -> bool:
    """Whether a word is a form of a verb that the word_forms table lists.

    >>> irregular("left"), irregular("harbour")
    (True, False)
    """
    return word.lower() in _irregular()


@cache
def _irregular() -> dict[str, str]:
    return {row["form"]: row["root"] for row in table("word_forms")}


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(row["form"][1:] for row in table("word_forms") if row["form"].startswith("-")) | {""}

"""The clause a figure stands in, and the cues in it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from claimcheck.days import MONTHS
from claimcheck.model import Claim
from claimcheck.vocabulary import table

_NUMBER = re.compile(r"(?<![\w.,])[$£€]?\d+(?:[.,]\d+)*(?!\w)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d$")
_ASIDE = re.compile(r"\([^()]*\)")
_FROM = re.compile(r"\bfrom\s+$")
_CLAUSE = re.compile(r"; (?=[a-z])")
_BREAK = re.compile(r"[;,(]|\d")
_MONTH = f"(?:{'|'.join(month[:3] for month in MONTHS)})[a-z]*"
_DATE = re.compile(rf"{_MONTH}\.? \d{{1,2}}\b|\b\d{{1,2}} {_MONTH}|\b(?:1[5-9]|20)\d\d[-–/]\d{{2,4}}\b")
_COMPARING = re.compile(
    r"(?i)\b(?:against|versus|compared (?:with|to)|than|from|below|above|short of|exceed(?:s|ed|ing)?)(?: the| its| their)? $"
)
_BEFORE_COMPARED = 24
_BEFORE_FROM = 12


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
    return _around(claim.sentence, start, end, is_compared(claim))


@lru_cache(maxsize=256)
def _around(sentence: str, start: int, end: int, compared: bool) -> str:
    """The words around a figure at an offset of its sentence; it is asked for again with every row."""
    before, after = _CLAUSE.split(sentence[:start])[-1], sentence[end:]
    numbers = _NUMBER.finditer(_DATE.sub(_blank, without_asides(before)))
    stops = [found.end() for found in numbers if not _YEAR.match(found.group()) and not _opens_range(before, found.start())]
    if stops and compared:
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

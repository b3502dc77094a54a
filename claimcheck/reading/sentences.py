"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re

from claimcheck.model import Span
from claimcheck.vocabulary import table

_BREAK = re.compile(r"[ \t]*\n\s*|[.!?…]+[\"'”’)\]]*[ \t  ]+(?=[\"'“‘(\[—–-]*[^\W_a-z])")
_ABBREVIATIONS = frozenset(row["abbreviation"] for row in table("abbreviations"))
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_BEFORE_DIGITS = frozenset(("no", "nos", "art", "sec", "fig", "ch", "vol", "pp", "ft", "p"))
_AFTER_CLOCK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "GMT", "EST", "EDT", "ET", "PT", "BST")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
_LOOK_BACK = 24


def split(text: str) -> tuple[Span, ...]:
    """Half-open spans of the sentences of a text, in order, without the white space around them.

    A line break always ends a sentence; a full stop does not after an abbreviation ("Gen.", "Sept.") or an initial.

    >>> [("Gen. A. Weiss spoke. He left at 5 p.m. Then it rained.")[a:b] for a, b in split("Gen. A. Weiss spoke. He left at 5 p.m. Then it rained.")]
    ['Gen. A. Weiss spoke.', 'He left at 5 p.m.', 'Then it rained.']
    """
    spans, start = [], 0
    for match in _BREAK.finditer(text):
        stop = match.start()
        if text[stop] == ".":
            if _abbreviated(text, stop, match.end()):
                continue
            stop += len(match.group().rstrip(" \t  "))
        elif text[stop] in "!?…":
            stop += len(match.group().rstrip(" \t  "))
        _add(spans, text, start, stop)
        start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _abbreviated(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation; `after` is where the next word begins."""
    match = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    last = match.group() if match else ""
    word = last.lower()
    if word in _BEFORE_DIGITS:
        return text[after : after + 1].isdigit()
    if word in ("a.m", "p.m"):
        return text.startswith(_AFTER_CLOCK, after)
    return word in _ABBREVIATIONS or (len(last) == 1 and last.isupper() and last != "I") or bool(_DOTTED.match(last))


def _add(spans: list[Span], text: str, start: int, stop: int) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop > start:
        spans.append((start, stop))

"""Where the sentences of a text begin and end."""

from __future__ import annotations

import itertools
import re

from claimcheck.model import Span
from claimcheck.vocabulary import table, word_set

_STOP = r"[.!?…](?:(?<![.!?…].)[.!?…]*[\"'”’)\]]*[ \t\u00a0\u2009\u202f]+(?=[\"'“‘(\[—–-]*[^\W_a-z])|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+ ))"
_WITHIN_LINE = re.compile(_STOP)
_BREAK = re.compile(rf"(?<![ \t\r])[ \t\r]*\n\s*|{_STOP}")
_LINE = re.compile(r"[^\n]*\n?")
_ABBREVIATIONS = frozenset(row["abbreviation"] for row in table("abbreviations"))
_BEFORE_DIGITS = word_set("abbreviated before digits")
_ZONES = frozenset(row["wording"] for row in table("clock") if row["class"] == "zone")
_WEEKDAYS = word_set("weekdays")
_LAST_WORD = re.compile(r"[\w.&'’-]*$")
_NEXT_WORD = re.compile(r"\w*")
_DOTTED = re.compile(r"(?:[A-Z]\.)+[A-Z]$")
_DEGREES = re.compile(r"[\d°º] ?[CF]$")
_ENDS = re.compile(r"[.!?:;…]+[\"'”’)\]]*\s*$")
_ITEM = re.compile(r"\s*(?:[-–—•*]\s|\d{1,3}[.)]\s)")
_LOOK_BACK = 24
"""Characters in which an abbreviation begins."""
_WRAPPED = (40, 120)
"""Characters of the longest line of a hard-wrapped paragraph: wider lines are paragraphs, narrower ones verse or lists."""
_LONGEST = 3000
"""Characters of the longest stretch read as one sentence: text without full stops, a table or worse, stays quick to read."""
_EVEN = 0.7
"""How long, against the longest, every line but the last of a hard-wrapped paragraph is at least."""


def split(text: str) -> tuple[Span, ...]:
    """Half-open spans of the sentences of a text, in order, without the white space around them.

    A line break ends a sentence, except inside a hard-wrapped paragraph, or where a long line ends without punctuation and the next one
    goes on in lower case, or it ends in a word that ends none ("of"). A full stop ends none after an abbreviation ("Gen.", "Sept.") or
    an initial, nor after "p.m." before a time zone. What runs on for 3,000 characters is cut at a space.

    >>> text = "Gen. A. Weiss spoke. He left at 5 p.m. Then it rained."
    >>> [text[a:b] for a, b in split(text)]
    ['Gen. A. Weiss spoke.', 'He left at 5 p.m.', 'Then it rained.']
    """
    spans: list[Span] = []
    start, soft = 0, _soft_breaks(text)
    for match in (_BREAK if "\n" in text else _WITHIN_LINE).finditer(text):
        stop = match.start()
        sign = text[stop]
        if sign in ".!?…":
            if sign == "." and _is_abbreviated(text, stop, match.end()):
                continue
            stop += len(match.group().rstrip())
        elif text.find("\n", stop, match.end()) in soft:
            continue
        _add(spans, text, start, stop)
        start = match.end()
    _add(spans, text, start, len(text))
    return tuple(spans)


def _soft_breaks(text: str) -> frozenset[int]:
    """The offsets of line breaks that only wrap a line."""
    if "\n" not in text:
        return frozenset()
    soft: set[int] = set()
    block: list[Span] = []
    for match in _LINE.finditer(text):
        if match.group().strip():
            block.append(match.span())
        else:
            soft |= _wraps(text, block)
            block = []
    return frozenset(soft | _wraps(text, block))


def _wraps(text: str, lines: list[Span]) -> set[int]:
    """The offsets of the soft line breaks of one paragraph."""
    if len(lines) < 2:
        return set()
    sizes = [stop - start for start, stop in lines]
    longest = max(sizes)
    even = len(lines) > 2 and _WRAPPED[0] <= longest <= _WRAPPED[1] and min(sizes[:-1]) >= _EVEN * longest
    soft = set()
    for (start, stop), (following, end) in itertools.pairwise(lines):
        if _ITEM.match(text, following, end):
            continue
        ended = _ENDS.search(text, max(start, stop - _LOOK_BACK), stop)
        runs_on = text[following:end].lstrip()[:1].islower() or _is_cut_off(text, start, stop)
        if even or (stop - start > _WRAPPED[0] and runs_on and not ended):
            soft.add(stop - 1)
    return soft


def _is_cut_off(text: str, start: int, stop: int) -> bool:
    """Whether a line ends in a word that ends no sentence: "in the ferry disaster of"."""
    return text[max(start, stop - _LOOK_BACK) : stop].rpartition(" ")[2].strip() in word_set("ends no sentence")


def _is_abbreviated(text: str, stop: int, after: int) -> bool:
    """Whether the full stop at `stop` belongs to an abbreviation; `after` is where the next word begins."""
    match = _LAST_WORD.search(text, max(0, stop - _LOOK_BACK), stop)
    last = match.group() if match else ""
    word = last.lower()
    if word in _BEFORE_DIGITS:
        return text[after : after + 1].isdigit()
    if word in ("a.m", "p.m"):
        following = _NEXT_WORD.match(text, after)
        return text.startswith("(", after) or (following is not None and following.group().lower() in _ZONES | _WEEKDAYS)
    if _DEGREES.search(text, max(0, stop - _LOOK_BACK), stop):
        return False
    return word in _ABBREVIATIONS or (len(last) == 1 and last.isupper() and last != "I") or bool(_DOTTED.match(last))


def _add(spans: list[Span], text: str, start: int, stop: int) -> None:
    """Add a sentence without the white space around it; what is longer than any sentence is cut at a space."""
    while stop - start > _LONGEST:
        cut = text.rfind(" ", start + 1, start + _LONGEST)
        cut = cut if cut > 0 else start + _LONGEST
        _add(spans, text, start, cut)
        start = cut
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if stop > start:
        spans.append((start, stop))

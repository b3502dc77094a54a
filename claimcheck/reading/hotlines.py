"""Numbers to call or text: "called 911", "call 116 123", "text HELP to 741741"."""

from __future__ import annotations

from claimcheck.reading.named_before import designators
from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_EMERGENCY = designators("emergency")
_CALLED = word_set("call for help")
_CALLING = word_set("bids to call a number")
_LINES = ("number", "telephone", "phone", "helpline", "hotline", "line")
"""In front of a comma and grouped digits: "a helpline, 116 123"."""
_LINKS = ("on", "to", "at")
_NEAR = 6
"""Tokens before a number in which somebody calls it."""
_FEWEST = 3
"""Digits of a number to call."""


def is_called(tokens: Tokens, part: Part) -> bool:
    """Whether a number is one to call: "called 911", "a 999 operator", "ring 101", "text JOIN to 63822"; "999 people" are counted.

    >>> from claimcheck.reading import quantities
    >>> from claimcheck.reading.tokens import cut
    >>> [len(quantities.find(cut(text))) for text in ("Ring 101 or call the helpline on 116 123.", "They called 300 witnesses.")]
    [0, 1]
    """
    first, last, words = part.number.first, part.number.last, tokens.words
    if part.counted or first == 0:
        return False
    if words[first] in _EMERGENCY and not _CALLED.isdisjoint(words[max(0, first - _NEAR) : first] + words[last : last + 3]):
        return True
    while first > 1 and tokens.kinds[first - 1] == "d":
        first -= 1
    while last < len(tokens) and tokens.kinds[last] == "d":
        last += 1
    digits = "".join(words[first:last])
    if not digits.isdigit() or len(digits) < _FEWEST:
        return False
    grouped = last - first > 1 and words[first - 1] == "," and words[first - 2] in _LINES
    return (
        grouped
        or words[first - 1] in _CALLING
        or (words[first - 1] in _LINKS and not _CALLING.isdisjoint(words[max(0, first - _NEAR) : first - 2]))
    )

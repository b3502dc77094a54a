"""Numbers that only mark the places of a list or a note: "1. Wash the rice", "(2) close", "as a study found [3]"."""

from __future__ import annotations

from claimcheck.reading.parts import Part
from claimcheck.reading.tokens import Tokens

_BEHIND = (".", ")", "]")
"""The signs that stand behind such a mark."""


def is_mark(tokens: Tokens, part: Part) -> bool:
    """Whether a number marks a place in a list or a note."""
    words, last = tokens.words, part.number.last
    if last >= len(words) or words[last] not in _BEHIND:
        return False
    return _is_list_mark(tokens, part) or _is_note_mark(tokens, part) or _is_paragraph(tokens, part)


def _is_paragraph(tokens: Tokens, part: Part) -> bool:
    """The 4 of "Article 2(4) of the Charter"."""
    first, last = part.number.first, part.number.last
    if first < 2 or tokens.words[first - 1] != "(" or tokens.words[last : last + 1] != (")",):
        return False
    return tokens.touches(first - 1) and tokens.touches(first) and tokens.kinds[first - 2] == "d"


def _is_list_mark(tokens: Tokens, part: Part) -> bool:
    """ "1. Wash the rice", "2) Stir", "(3) Serve"."""
    last = part.number.last
    if tokens.kinds[part.number.first] != "d" or tokens.words[last] not in (".", ")"):
        return False
    if part.number.first != 0:
        return _is_bracketed_mark(tokens, part)
    before = tokens.text[max(0, tokens.starts[0] - 1) : tokens.starts[0]]
    more = tokens.text[tokens.ends[last] : tokens.ends[last] + 2]
    return tokens.touches(last) and len(tokens.words[0]) <= 3 and before in ("", "\n") and more.startswith(" ") and bool(more.strip())


def _is_bracketed_mark(tokens: Tokens, part: Part) -> bool:
    """The (1) and (2) of "It may: (1) sell; (2) close", at the head of a sentence or clause."""
    opening, last = part.number.first - 1, part.number.last
    alone = part.bare and tokens.words[opening] == "(" and tokens.words[last] == ")" and len(tokens.words[opening + 1]) <= 2
    return alone and (opening == 0 or tokens.words[opening - 1] in (",", ";", ":")) and tokens.kinds[last + 1 : last + 2] == "w"


def _is_note_mark(tokens: Tokens, part: Part) -> bool:
    """The 3 of "as a study found [3]"."""
    first, last = part.number.first, part.number.last
    return part.bare and tokens.words[first - 1 : first] == ("[",) and tokens.words[last : last + 1] == ("]",)

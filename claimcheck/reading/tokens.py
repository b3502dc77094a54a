"""A sentence cut into tokens once; every reader after this works on token positions.

Tokens are words ("troops", "Marek's" without its "'s"), possessive marks ("'s"), numerals in digits ("62,000", "3.5", ".5"), and single
characters for everything else. White space is never a token; whether two tokens touch is told by their offsets.
"""

from __future__ import annotations

import re

from claimcheck.reading.frozen import frozen

_TOKEN = re.compile(
    r"(?! )(?:"
    r"([A-Za-z]+(?=[ .,])|[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*)"
    r"|(\d+(?:[.,]\d+)*|\.(?<![\w.].)\d+)"
    r"|['’]s\b"
    r"|\S)"
)
"""A word, digits, a possessive mark or a sign; what is said of spaces and of plain words only makes the commonest the quickest."""


@frozen(eq=False)
class Tokens:
    """The tokens of one sentence as parallel tuples. Offsets are those of the whole text.

    `words` are lower case, `kinds` one letter each: "d" digits, "w" word, "p" anything else.
    """

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    kinds: str

    def __len__(self) -> int:
        return len(self.words)

    def surface(self, first: int, last: int) -> str:
        """The text of tokens first..last (half-open), as written."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def touches(self, index: int) -> bool:
        """Whether the token at index follows the one before it without a space."""
        return index > 0 and self.ends[index - 1] == self.starts[index]

    def capital(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return self.text[self.starts[index]].isupper()


_HYPHENS = frozenset("\u2010\u2011")
"""Hyphens of print, and those that keep a line from breaking, which are read as the one of the keyboard."""
_KIND = {1: "w", 2: "d", None: "p"}


def cut(text: str, start: int = 0, end: int | None = None) -> Tokens:
    """The tokens of text[start:end].

    >>> cut("Kyiv's 3.5bn").words
    ('kyiv', "'s", '3.5', 'bn')
    """
    matches = list(_TOKEN.finditer(text, start, len(text) if end is None else end))
    words = tuple([match[0].lower() for match in matches])
    return Tokens(
        text,
        tuple([match.start() for match in matches]),
        tuple([match.end() for match in matches]),
        words if _HYPHENS.isdisjoint(words) else tuple(["-" if word in _HYPHENS else word for word in words]),
        "".join([_KIND[match.lastindex] for match in matches]),
    )

"""What stands inside quotation marks, over sentences and paragraphs."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading.frozen import frozen
from claimcheck.reading.tokens import Tokens

_OPENING = frozenset('"“„')
_MARKS = _OPENING | {"”"}


@frozen
class Part:
    """The part of a quotation that lies in one sentence: its tokens, and the number of the quotation."""

    sentence: int
    first: int
    last: int
    quotation: int


def begins_paragraph(sentences: Sequence[Tokens], index: int) -> bool:
    """Whether a sentence is the first of its paragraph: a line break stands before it."""
    if index == 0 or not sentences[index] or not sentences[index - 1]:
        return True
    tokens = sentences[index]
    return "\n" in tokens.text[sentences[index - 1].ends[-1] : tokens.starts[0]]


def find(sentences: Sequence[Tokens]) -> tuple[Part, ...]:
    """The quoted parts of every sentence; a quotation may run on over sentences, and over paragraphs that open with a mark again.

    >>> from claimcheck.reading.tokens import cut
    >>> text = 'He wept. "It was late. Very late."'
    >>> find([cut(text, 0, 8), cut(text, 9, 22), cut(text, 23)])
    (Part(sentence=1, first=1, last=5, quotation=0), Part(sentence=2, first=0, last=3, quotation=0))
    """
    parts: list[Part] = []
    number, inside = -1, False
    for index, tokens in enumerate(sentences):
        first = 0
        if inside and begins_paragraph(sentences, index):
            inside, first = tokens.words[:1] in (('"',), ("“",)), 1
        marks = () if _MARKS.isdisjoint(tokens.words) else range(first, len(tokens))
        for token in marks:
            if inside and _closes(tokens, token):
                parts.append(Part(index, first, token, number))
                inside = False
            elif not inside and _opens(tokens, token):
                number, first, inside = number + 1, token + 1, True
        if inside:
            parts.append(Part(index, first, len(tokens), number))
    return tuple([part for part in parts if part.first < part.last]) if parts else ()


def _closes(tokens: Tokens, index: int) -> bool:
    return tokens.words[index] == "”" or (tokens.words[index] == '"' and (tokens.touches(index) or index == len(tokens) - 1))


def _opens(tokens: Tokens, index: int) -> bool:
    """Whether a mark opens a quotation; a straight one that touches the digits before it means inches."""
    inches = tokens.words[index] == '"' and tokens.touches(index) and tokens.kinds[index - 1] == "d"
    return tokens.words[index] in _OPENING and not inches

"""Where clauses and their parts begin and end in a marked sentence."""

from __future__ import annotations

from claimcheck.reading.marks import Marked
from claimcheck.vocabulary import table

_NUMBERS = frozenset(row["word"] for row in table("numerals") if row["value"])
_DATELINE = 8


def opens(sentence: Marked, index: int) -> bool:
    """Whether a clause begins at this token: after nothing, a conjunction, a semicolon, an opening quotation mark or a dateline.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> sentence = marked(cut("Rain fell; police closed the road"))
    >>> opens(sentence, 0), opens(sentence, 1), opens(sentence, 3)
    (True, False, True)
    """
    before = sentence.mark(index - 1)
    if before == '"':
        return sentence.tokens.touches(index)
    return before in "^c;:(w" or (before == "-" and index < _DATELINE)


def turn(sentence: Marked, index: int) -> int | None:
    """Where a clause that begins at `index` takes over from the one before it; None inside another clause."""
    return index - 1 if sentence.mark(index - 1) in "c;" else None


def end(sentence: Marked, index: int, stops: str = ",;") -> int:
    """The first token from `index` on with one of these marks, or the end of the sentence."""
    marks = sentence.marks
    while index < len(marks) and marks[index] not in stops:
        index += 1
    return min(index, len(marks))


def phrase_end(sentence: Marked, index: int) -> int:
    """The end of words like "on Monday in the capital": the next stop, quotation mark or end of the sentence."""
    return end(sentence, index, ',;:$"')


def has_number(sentence: Marked, first: int, last: int) -> bool:
    """Whether a number in digits or words stands among these tokens."""
    first, last = max(first, 0), max(last, 0)
    return "9" in sentence.marks[first:last] or not _NUMBERS.isdisjoint(sentence.words[first:last])

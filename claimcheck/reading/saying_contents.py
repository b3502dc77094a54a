"""What a verb of saying says: where it begins, the figure before a clause about it, and how far it runs."""

from __future__ import annotations

from claimcheck.model import Span
from claimcheck.reading import clauses
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.saying_words import CLAIMS, FAR, GIVING, LEVELS, PUT, TELL, says, speech_words
from claimcheck.reading.sayings import ASIDES

_NEAR = speech_words("near")
SHARES = (("percent",), ("per",), ("%",), ("pc",), ("points",), ("seats",))
"""What a poll puts a party on."""


def content(sentence: Marked, index: int, end: int, start: int) -> tuple[bool, int]:
    """(whether what is said follows the verb, where it begins or where the words about the saying end)."""
    word = sentence.words[index]
    if word in TELL:
        end = _past_addressee(sentence, end)
    while sentence.mark(end) == "x":
        end += 1
    mark, following = sentence.mark(end), sentence.words[end] if end < len(sentence) else ""
    if mark in "$,;)-" or (mark == ":" and sentence.mark(start - 1) == ","):
        return False, end
    aside = mark == "c" and following in ASIDES and word not in GIVING
    if following in _NEAR or not (aside or mark in "iT" or (following == "to" and (says(word) or word in CLAIMS))):
        return True, end
    stop = clauses.phrase_end(sentence, end)
    that = _complementizer(sentence, end, stop)
    if that is not None:
        return True, that + 1
    if aside:
        return False, stop
    ends = sentence.mark(start - 1) in ',"' and not clauses.opens(sentence, start)
    return (True, end) if has_number(sentence, end, stop) and not ends else (False, stop)


def _past_addressee(sentence: Marked, index: int) -> int:
    """Where "told the committee" ends: at the next noun phrase, number, preposition or sign."""
    while sentence.mark(index) in "dkKpubh.'" and not (sentence.mark(index) == "d" and sentence.mark(index - 1) in "kKpub"):
        index += 1
    named = index + 2 < len(sentence) and sentence.marks[index] == "9" and sentence.mark(index + 1) == "k"
    return index + 2 if named and sentence.words[index + 2] in ("to", "that") else index


def _complementizer(sentence: Marked, first: int, stop: int) -> int | None:
    """The "that" which opens what is said: before the comma, else right after it or after the insertion it opens.

    The first that a noun phrase or number follows, not a verb ("a lunch that lasted") or a time ("that week"); else the last.
    """
    those = [at for at in range(first + 1, stop) if sentence.words[at] == "that" and sentence.mark(at + 1) != "T"]
    if those:
        return next((at for at in those if sentence.mark(at + 1) in "9drKpubn~"), those[-1])
    for index in (stop + 1, clauses.phrase_end(sentence, stop + 1) + 1):
        if sentence.words[index : index + 1] == ("that",):
            return index
    return None


def figure_before(sentence: Marked, index: int, speaker: Phrase) -> Span | None:
    """The figure before a clause about it: "the 640 it gave", "the 3 percent that analysts had expected"."""
    last = speaker.first - (sentence.mark(speaker.first - 1) == "w" and sentence.mark(speaker.first - 2) != ",")
    if sentence.mark(last - 2) == "i" and sentence.mark(last - 1) == "9":
        return None
    if sentence.mark(last - 1) not in "kKT9nmbpu~" or sentence.words[index + 1 : index + 2] == ("that",):
        return None
    first = last
    while first > 0 and sentence.marks[first - 1] not in ',;ic"w':
        first -= 1
    return (first, last) if "T" not in sentence.marks[first:last] and has_number(sentence, first, last) else None


def reach_end(sentence: Marked, index: int, stop: int, start: int) -> int:
    """Where speech that opens at `stop` ends.

    What somebody says runs on, up to a new scene (", as crews ..."). A figure that they give ends before "as" or "when", and in a clause
    that is itself put in (", which officials gave as 12, ...") with that clause; "after" goes on with the figure before ("17, after 12").
    """
    word, before = sentence.words[index], sentence.mark(start - 1)
    put_in = (before == "c" and sentence.words[start - 1] in ASIDES) or (before == "w" and sentence.mark(start - 2) == ",")
    runs_on = says(word) or sentence.words[stop : stop + 1] == ("that",)
    given_at = level(sentence, stop) if word in PUT else None
    for after in range((stop if given_at is None else given_at) + 1, len(sentence)):
        mark, following = sentence.marks[after], sentence.words[after]
        if put_in and mark == ",":
            return after
        if following == "as" and (sentence.marks[after - 1] == "," or not (runs_on or word in GIVING or sentence.mark(after + 1) == "i")):
            return after
        before_it = following == "as" or (following == "after" and has_number(sentence, stop, after))
        if not runs_on and (mark == ";" or (following in ASIDES and not before_it)):
            return after
    return len(sentence)


def level(sentence: Marked, first: int) -> int | None:
    """The "at" and its number that a verb of putting needs: "puts the number of those killed at 80", "puts the party on 30 percent"."""
    for at in range(first, min(first + FAR, len(sentence))):
        if sentence.words[at] in LEVELS and has_number(sentence, at + 1, at + 7):
            return at
        if sentence.words[at] == "on" and has_number(sentence, at + 1, at + 2) and sentence.words[at + 2 : at + 3] in SHARES:
            return at
    return None

"""The noun phrase of a speaker: where it stands before or after a cue, its head, and whether that can speak."""

from __future__ import annotations

import re

from claimcheck.model import Span
from claimcheck.reading.frozen import frozen
from claimcheck.reading.marks import Marked
from claimcheck.vocabulary import table

_INSIDE = frozenset("pubnmKkdi9T'h.")
_WORD = re.compile(r"[pubnmKk]")
_NAME = re.compile(r"(?:p\.?)*(?:K[.h]?)+")
_BARE_SUBJECT = re.compile(r"w[dKpub.h']+")
_TITLE = re.compile(r",[dKk.h']*p")
"""A title between commas, behind a name: ", its spokesman"."""
_DESCRIBED = re.compile(r"(?:^|(?<=[c;]))(d?[Kb.h]+),d[^,;\"cvw]*$")
_LEADING = re.compile(r"d?(?:k|[K.h'])*[pubK]+(?:i?[Kpub.h']+)*")
_TIME = re.compile(r"i?d?(?:T[T9]*|K9)|id(?=k?m)")
_PLACE = re.compile(r"k+(?=K)|K+(?=[Kkpub])")
_OPENERS = {",": ",", ")": "(", "-": "-"}
_CLOSING = frozenset(',;:)"$')
_LONGEST = 24
OWNERS = frozenset(("its", "his", "her", "their"))
_EVENTS = frozenset(row["wording"] for row in table("events") if row["names"] == "yes" and " " not in row["wording"])
_PLACES = frozenset(row["name"].lower() for row in table("places"))


@frozen
class Phrase:
    """A speaker's noun phrase, those of the name that stands beside it ("the mayor, Ana Ruiz") and where both end."""

    first: int
    last: int
    name: Span | None = None

    @property
    def stop(self) -> int:
        """The end of phrase and name."""
        return max(self.last, self.name[1]) if self.name else self.last


def before(sentence: Marked, end: int) -> Phrase | None:
    """The noun phrase that ends just before token `end`, looking past what stands between commas, brackets or dashes.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> before(marked(cut("Its mayor, Ana Ruiz, said")), 6)
    Phrase(first=0, last=2, name=(3, 5))
    """
    marks = sentence.marks
    last, name = _past_insertions(marks, end)
    last = _past_description(marks, last) if last < end else last
    first = last
    while first > 0 and last - first < _LONGEST and _belongs(sentence, first - 1):
        first -= 1
    first, last = _without_adverbials(marks, first, last)
    if not _WORD.search(marks, first, last):
        return None
    return Phrase(first, last, name if name and marks[last - 1] != "K" else None)


def after(sentence: Marked, start: int) -> Phrase | None:
    """The noun phrase that begins at token `start`, with a name beside it.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> after(marked(cut("said the mayor, Ana Ruiz, who left")), 1)
    Phrase(first=1, last=3, name=(4, 6))
    """
    marks, last = sentence.marks, start
    while last < len(marks) and last - start < _LONGEST and _continues(sentence, start, last):
        last += 1
    while last > start and marks[last - 1] in "dic":
        last -= 1
    if not _WORD.search(marks, start, last):
        return None
    name = None
    if marks[last : last + 1] == "," and marks[last - 1] in "pubk":
        match = _NAME.match(marks, last + 1)
        if match and marks[match.end() : match.end() + 1] in (",", "$", ";", '"', ")", ""):
            name = match.span()
    return Phrase(start, last, name)


def leading(sentence: Marked, start: int = 0) -> Phrase | None:
    """The noun phrase that opens a clause, up to its head: "The minister" of "The minister dismissed the talk"."""
    match = _LEADING.match(sentence.marks, start)
    return Phrase(start, match.end()) if match else None


def head(sentence: Marked, phrase: Phrase) -> int:
    """The token that heads the phrase: the last word before its first "of", "in" or "polled by"."""
    marks = sentence.marks
    inside = marks[phrase.first : phrase.last]
    preposition = inside.find("i", 1)
    last = phrase.first + (preposition if preposition > 0 else len(inside)) - 1
    while last > phrase.first and marks[last] in ".'h9T":
        last -= 1
    word = sentence.words[last]
    of_noun = preposition < 0 and marks[last - 1 : last] in ("n", "m", "u")
    participle = (word.endswith("ed") and (preposition > 0 or of_noun)) or (preposition > 0 and sentence.words[last + 1] == "by")
    return last - 1 if marks[last] == "k" and participle and last > phrase.first else last


def can_speak(sentence: Marked, phrase: Phrase) -> bool:
    """Whether the head is a word for persons or bodies, a pronoun or a name."""
    if phrase.name:
        return True
    index = head(sentence, phrase)
    if sentence.words[index] in _EVENTS:
        return False
    if sentence.marks[index] == "K":
        return index > 0 or phrase.last > 1 or not sentence.words[0].endswith("s") or sentence.words[0] in _PLACES
    return sentence.marks[index] in "pubr" or sentence.words[index] in OWNERS


def _past_insertions(marks: str, end: int) -> tuple[int, Span | None]:
    """Where the phrase ends once insertions before `end` are stepped over, and the name among them."""
    name = None
    while end > 0:
        closing = end - 1
        if marks[closing] == '"' and closing and marks[closing - 1] == ",":
            closing -= 1
        if marks[closing] not in _OPENERS:
            break
        opening = marks.rfind(_OPENERS[marks[closing]], 0, closing)
        if opening <= 0 or marks.rfind(";", opening, closing) > 0:
            return 0, None
        name = (opening + 1, closing) if marks[closing] != ")" and _NAME.fullmatch(marks, opening + 1, closing) else name
        end = opening
        comma = marks.rfind(",", 0, end)
        while comma > 0 and (marks[comma + 1 : end] == "9" or _is_clause(marks, comma + 1, end) or _names(marks, comma, end)):
            name = (comma + 1, end) if _names(marks, comma, end) else name
            end, comma = comma, marks.rfind(",", 0, comma)
    return end, name


def _is_clause(marks: str, first: int, end: int) -> bool:
    """Whether a relative clause stands there (", who runs the port,"), not its beginning alone: ", which Ana Ruiz, the mayor, said"."""
    return marks[first] == "w" and _BARE_SUBJECT.fullmatch(marks, first, end) is None


def _past_description(marks: str, end: int) -> int:
    """The end of the name that opens a clause, where only a description stands between it and `end`: "Unicef, the agency for children"."""
    match = _DESCRIBED.search(marks, 0, end)
    return match.end(1) if match and match.end() == end else end


def _names(marks: str, comma: int, end: int) -> bool:
    """Whether a name stands after the comma, and before it a word for a person or body; what has a title behind it is named by itself."""
    return marks[comma - 1] in "pb" and _NAME.fullmatch(marks, comma + 1, end) is not None and not _TITLE.match(marks, end)


def _belongs(sentence: Marked, index: int) -> bool:
    return sentence.marks[index] in _INSIDE or _coordinates(sentence, index)


def _continues(sentence: Marked, start: int, index: int) -> bool:
    marks, mark = sentence.marks, sentence.marks[index]
    if mark == "i":
        return index > start and not _TIME.match(marks, index)
    if mark == "d":
        return index == start or marks[index - 1] in "ic"
    if marks[index - 1] == "h":
        return True
    if mark == "9":
        return sentence.tokens.ends[index] in sentence.tokens.starts[index + 1 : index + 2] and sentence.mark(index + 1) not in _CLOSING
    return mark in "pubnmKk'h." or (index > start and _coordinates(sentence, index))


def _coordinates(sentence: Marked, index: int) -> bool:
    """Whether the token is an "and" between two names or two speakers."""
    sides = sentence.marks[index - 1 : index] + sentence.marks[index + 1 : index + 2]
    if len(sides) < 2:
        return False
    if sentence.words[index] == "&":
        return all(side in "Kpub" for side in sides)
    with_article = sides[1] == "d" and sentence.marks[index - 1] in "pu" and "p" in sentence.marks[index + 2 : index + 4]
    return sentence.words[index] == "and" and (sides == "KK" or with_article or all(side in "pub" for side in sides))


def _without_adverbials(marks: str, first: int, last: int) -> tuple[int, int]:
    """The phrase without "on Monday" or "in the capital" around it, cut to the last noun phrase of several."""
    for index in range(last - 1, first, -1):
        if marks[index] == "d" and marks[index - 1] not in "i'cd":
            first = index
            break
        if marks[index] in "Kpub" and marks[index - 1] == "9":
            first = index
            break
    while first < last and marks[first] in "iT'h.":
        match = _TIME.match(marks, first)
        first = match.end() if match and match.end() > first + 1 else _past_place(marks, first, last)
    for index in range(first + 1, last):
        if marks[index] in "iT" and _TIME.match(marks, index):
            return first, index
    return first, last


def _past_place(marks: str, first: int, last: int) -> int:
    """Where the phrase goes on after a leading preposition and its noun; after any other mark, the next token."""
    index = first + 1
    if marks[first] != "i":
        return index
    while index < last and marks[index] == "d":
        index += 1
    run = _PLACE.match(marks, index, last)
    return run.end() if run else min(index + 1, last)

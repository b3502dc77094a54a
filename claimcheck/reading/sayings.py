"""One act of saying in a sentence, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from claimcheck.model import Span
from claimcheck.reading import clauses
from claimcheck.reading.frozen import frozen
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.vocabulary import table

ASIDES = frozenset(row["word"] for row in table("speech_words") if row["role"] == "aside")
"""Words that begin another scene: "after", "as", "when"."""
_REFUSAL = re.compile(r",?c[drKkpub]{0,4}(?:D|[lx]z)")
_LEADS = (("of",), ("with",), ("among",), ("for",), ("from",))
_INSERTED = 8


@frozen
class Saying:
    """One act of saying: the speaker's phrase (None: nobody the text names), the cue as written and the token ranges that are spoken.

    `turn` is where it takes over from whoever spoke before, None where it stands inside their speech; `closes` says that it comes after
    what is said.
    """

    speaker: Phrase | None
    cue: str
    reaches: tuple[Span, ...]
    turn: int | None = None
    closes: bool = False


def opening(sentence: Marked, speaker: Phrase, cue: str, start: int, reach: Span) -> Saying:
    """A saying before what is said, its own clause beginning at `start`: "police said 12 ...", "according to police, 12 ..."."""
    led = _led_in(sentence, start)
    return Saying(speaker, cue, (reach,) if led is None else ((led, start), reach), clauses.turn(sentence, start))


def _led_in(sentence: Marked, start: int) -> int | None:
    """Where words begin that lead in to a speaker's figures: "Of the 90 boats ...", "With 80 percent counted, the board gave ..."."""
    first = start
    while first > 0 and sentence.marks[first - 1] not in 'c;:w"(':
        first -= 1
    if sentence.words[first : first + 1] not in _LEADS or not clauses.has_number(sentence, first, start):
        return None
    return None if sentence.marks.count(",", first, start - 1) else first


def closing(sentence: Marked, speaker: Phrase, cue: str, start: int, stop: int, found: Sequence[Saying], described: bool = False) -> Saying:
    """A saying after what is said, its own words running from `start` to `stop`: "12 ..., police said on Monday".

    What comes after it is theirs too, and words about them (", which has 40 engines"); not an age right after a speaker named last
    (`described`).
    """
    left = _left_bound(sentence, start, found)
    reaches = [(left, start)]
    if sentence.mark(stop) in "iT":
        stop = clauses.phrase_end(sentence, stop)
    more = _resumed(sentence, _past_age(sentence, stop) if described else stop)
    if more is not None:
        quoted = sentence.marks.find('"', more + 1) if sentence.mark(more) == '"' else -1
        reaches.append((more, quoted if quoted > 0 else len(sentence)))
    return Saying(speaker, cue, tuple(reaches), left or None, closes=True)


def joined(sentence: Marked, found: Sequence[Saying], saying: Saying) -> list[Saying]:
    """The sayings of a sentence with one more, each ending where another takes its turn or the speaker declines to say more."""
    reaches = []
    for first, last in saying.reaches:
        refusal = _REFUSAL.search(sentence.marks, first, last)
        reaches.append((first, refusal.start() if refusal else last))
    earlier = list(found) if saying.turn is None else [_until(before, saying.turn) for before in found]
    return [*earlier, evolve(saying, reaches=tuple(reaches))]


def _until(saying: Saying, turn: int) -> Saying:
    return evolve(saying, reaches=tuple((first, min(last, turn)) for first, last in saying.reaches if first < turn))


def _left_bound(sentence: Marked, start: int, found: Sequence[Saying]) -> int:
    """Where the speech before a cue began: the sentence, the clause after an earlier speaker's, or the relative clause it is put into."""
    earlier = [saying for saying in found if saying.speaker]
    since = max((saying.reaches[0][0] for saying in earlier if saying.reaches), default=0)
    since = max([since, *(saying.speaker.stop for saying in earlier if saying.speaker and saying.speaker.stop < start)])
    for index in range(start - 1, max(since, 1) - 1, -1):
        mark = sentence.marks[index]
        if earlier and (mark == ";" or (mark in "cw" and sentence.mark(index - 1) == ",")):
            return index
        if mark == "w" and index > start - _INSERTED and sentence.marks[index + 1] in "i," and sentence.mark(start - 1) == ",":
            return index
    if earlier and earlier[-1].closes:
        return min(clauses.end(sentence, since, ","), start)
    return 0


def _past_age(sentence: Marked, stop: int) -> int:
    """Where the sentence goes on after a speaker's age: ", 51, who ..."."""
    while sentence.mark(stop) == "," and sentence.mark(stop + 1) == "9" and sentence.mark(stop + 2) in ',$"':
        stop += 2
    return stop


def _resumed(sentence: Marked, stop: int) -> int | None:
    """Where speech goes on after its cue: also ", as the toll rose"; None where it ends or turns to another scene (", as crews ...")."""
    mark = sentence.mark(stop)
    if mark == ",":
        stop += 1
    elif mark not in ';:"c(-':
        return None
    scene = sentence.words[stop : stop + 1] == ("as",) and "n" not in sentence.marks[stop + 1 : stop + 4]
    return None if scene or stop >= len(sentence) else stop

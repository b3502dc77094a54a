"""Who says a figure: over a whole article, for every token of every sentence."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence

from attrs import evolve

from claimcheck.model import Attribution, Span
from claimcheck.reading import noun_phrases
from claimcheck.reading.frozen import frozen
from claimcheck.reading.marks import Marked, marked
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.quotations import Part, begins_paragraph, find
from claimcheck.reading.sayings import Saying
from claimcheck.reading.speakers import Memory
from claimcheck.reading.speech import CUES, may_say, sayings
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_LONGEST = 400
_TELLING = CUES | {row["word"] for row in table("speakers")}
"""Words without which a sentence names nobody who speaks."""
_MET = re.compile(
    r"(?:d[kb]{0,3}|[Kb]{0,3})(?:p\.?[Kb]{0,3}(?=p))*(?:p\.?)+[K.h]+"
    r"|(?:^|(?<=[c,;-]))(?:d[kK']{0,4}[kp]|[K.h]+)(?=,9[,$])"
    r"|(?:^|(?<=[c;-]))d?(?:p')?[kKb.h']{0,6}[pub](?![pubKh'])"
    r"|(?:^|(?<=[c;]))K+(?=,d[^,;w]{0,4}b[^,;w]{0,4},)"
)
_LED_IN = re.compile(r"i[^,;:cw\"pubv]{1,8}?,?(d[kK.h']{0,4}[pub](?![pubKh']))")
_OFFICE = re.compile(r"(?<=p)i(d?[Kb.h]*b[Kb.h]*)(?=[vkx,$w])")
_TAIL = re.compile(r"(?<=b)id?[Kn]+")
_Reach = tuple[int, int, Attribution | None]


@frozen(eq=False)
class Attributions:
    """Who says what stands at a token of an article, and whether it stands inside quotation marks."""

    _reaches: tuple[tuple[_Reach, ...], ...]
    _quotations: tuple[tuple[Span, ...], ...]

    def of(self, sentence: int, token: int) -> Attribution | None:
        """The nearest speaker of a token of a sentence, None where the article speaks for itself."""
        return _nearest(self._reaches[sentence], token)

    def quoted(self, sentence: int, token: int) -> bool:
        """Whether a token of a sentence stands inside quotation marks."""
        spans = self._quotations[sentence]
        if not spans:
            return False
        index = bisect_right(spans, token, key=lambda span: span[0]) - 1
        return index >= 0 and token < spans[index][1]


def read(sentences: Sequence[Tokens], names: Collection[str] = ()) -> Attributions:
    """Who says what in an article, given its sentences in order; `names` are single words known to be names.

    >>> from claimcheck.reading.tokens import cut
    >>> article = read([cut("Mayor Ana Ruiz said 12 people died."), cut("She added that 30 were hurt."), cut("The road is 9 km long.")])
    >>> article.of(0, 4), article.of(1, 3), article.of(2, 3)
    (Attribution(source='Mayor Ana Ruiz', cue='said'), Attribution(source='Mayor Ana Ruiz', cue='added'), None)
    """
    quotes = find(sentences)
    quoted = _quoted(len(sentences), quotes)
    last = max((index for index, tokens in enumerate(sentences) if may_say(tokens)), default=-1)
    if last < 0:
        return Attributions(((),) * len(sentences), quoted)
    memory = Memory(names)
    spoken = [_spoken(sentences[index], quoted[index], memory, index == last) for index in range(last + 1)]
    spoken += [()] * (len(sentences) - len(spoken))
    if quotes:
        _carry_over(sentences, spoken, quotes)
    return Attributions(tuple(spoken), quoted)


def _quoted(count: int, quotes: Sequence[Part]) -> tuple[tuple[Span, ...], ...]:
    """The quoted tokens of each of so many sentences."""
    if not quotes:
        return ((),) * count
    inside: list[list[Span]] = [[] for _ in range(count)]
    for part in quotes:
        inside[part.sentence].append((part.first, part.last))
    return tuple(map(tuple, inside))


def _nearest(reaches: tuple[_Reach, ...], token: int) -> Attribution | None:
    if not reaches:
        return None
    over = [(last - first, -first, said) for first, last, said in reaches if first <= token < last]
    return min(over, key=lambda reach: reach[:2])[2] if over else None


def _spoken(tokens: Tokens, quoted: tuple[Span, ...], memory: Memory, last: bool) -> tuple[_Reach, ...]:
    """What is said in a sentence, and by whom; memory learns who is named. In a "sentence" too long to be one nobody speaks.

    `last` is the last sentence that may say anything: whom it only names nobody needs to remember.
    """
    silent = _TELLING.isdisjoint(tokens.words) and "pdp" not in tokens.kinds
    if silent or len(tokens.words) > _LONGEST:
        memory.overhear(tokens)
        return ()
    sentence = marked(tokens)
    acts = [_within(sentence, act, quoted) for act in sayings(sentence)] if quoted else sayings(sentence)
    speakers = [act.speaker for act in acts if act.speaker]
    if speakers or not last:
        memory.hear(sentence, speakers)
        _meet(sentence, memory, min((speaker.first for speaker in speakers), default=len(tokens)))
    reaches: list[_Reach] = []
    for act in acts:
        said = Attribution(memory.resolve(sentence, act.speaker), act.cue) if act.speaker else None
        reaches.extend((first, last, said) for first, last in act.reaches if first < last)
    return tuple(reaches)


def _meet(sentence: Marked, memory: Memory, speaking: int) -> None:
    """Memory learns who is named in a sentence; from the token `speaking` on that is in passing."""
    for office in _OFFICE.finditer(sentence.marks):
        memory.meet(sentence, Phrase(*office.span(1)), in_passing=True)
    led = _LED_IN.match(sentence.marks)
    if led is not None:
        memory.meet(sentence, Phrase(*led.span(1)), in_passing=led.start(1) >= speaking)
    for met in reversed([Phrase(*match.span()) for match in _MET.finditer(sentence.marks)]):
        full = noun_phrases.after(sentence, met.first)
        whole = full if full is not None and full.last == met.last else _in_full(sentence, met)
        memory.meet(sentence, whole, in_passing=met.first >= speaking)


def _in_full(sentence: Marked, met: Phrase) -> Phrase:
    """A body with what belongs to its name behind the head: "Bureau of Statistics"."""
    tail = _TAIL.match(sentence.marks, met.last) if sentence.words[met.last : met.last + 1] in (("of",), ("for",)) else None
    return Phrase(met.first, tail.end()) if tail else met


def _within(sentence: Marked, act: Saying, quoted: tuple[Span, ...]) -> Saying:
    """An act of saying inside quotation marks reaches no further than they do; whom its "he" means only the quoted know."""
    at = act.speaker.first if act.speaker else -1
    for first, last in quoted:
        if first <= at < last:
            if sentence.marks[at] == "r":
                return evolve(act, speaker=None, reaches=())
            return evolve(act, reaches=tuple((max(a, first), min(b, last)) for a, b in act.reaches))
    return act


def _carry_over(sentences: Sequence[Tokens], spoken: list[tuple[_Reach, ...]], parts: Sequence[Part]) -> None:
    """Gives quoted sentences that name no speaker the quotation's own, else whoever has just been quoted or reported."""
    own: dict[int, Attribution] = {}
    for part in parts:
        said = _nearest(spoken[part.sentence], part.first)
        if said is not None:
            own.setdefault(part.quotation, said)
    closed = {part.sentence for part in parts if part.last >= len(sentences[part.sentence]) - 1}
    for part in parts:
        index = part.sentence
        if _nearest(spoken[index], part.first) is None:
            follows = part.first <= 1 and index > 0 and (index - 1 in closed or not begins_paragraph(sentences, index))
            said = own.get(part.quotation) or (_last(spoken[index - 1]) if follows else None)
            if said is not None:
                own[part.quotation] = said
                spoken[index] += ((part.first, part.last, said),)


def _last(reaches: tuple[_Reach, ...]) -> Attribution | None:
    """The last speaker of a sentence."""
    speakers = [(last, said) for _, last, said in reaches if said is not None]
    return max(speakers, key=lambda speaker: speaker[0])[1] if speakers else None

"""Who says a figure: over a whole article, for every token of every sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from claimcheck.model import Attribution, Span
from claimcheck.reading import quotations
from claimcheck.reading.marks import marked
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.speakers import Memory
from claimcheck.reading.speech import CUES, Saying, sayings
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_SPEAKERS = frozenset(row["word"] for row in table("speakers"))
_MET = re.compile(
    r"(?:d[kb]{0,3}|[Kb]{0,3})(?:p\.?)+[K.h]+"
    r"|(?:^|(?<=[c,;-]))(?:(?:d[kK']{0,4}[kp]|[K.h]+)(?=,9[,$])|d?[kK.h']{0,6}[pub](?![pubKh']))"
)
_Reach = tuple[int, int, Attribution | None]


@frozen
class Attributions:
    """Who says what stands at a token of an article, and whether it stands inside quotation marks."""

    _reaches: tuple[tuple[_Reach, ...], ...]
    _quotations: tuple[tuple[Span, ...], ...]

    def of(self, sentence: int, token: int) -> Attribution | None:
        """The nearest speaker of a token of a sentence, None where the article speaks for itself."""
        return _nearest(self._reaches[sentence], token)

    def quoted(self, sentence: int, token: int) -> bool:
        """Whether a token of a sentence stands inside quotation marks."""
        return any(first <= token < last for first, last in self._quotations[sentence])


def read(sentences: Sequence[Tokens]) -> Attributions:
    """Who says what in an article, given its sentences in order.

    >>> from claimcheck.reading.tokens import cut
    >>> article = read([cut("Mayor Ana Ruiz said 12 people died."), cut("She added that 30 were hurt."), cut("The road is 9 km long.")])
    >>> article.of(0, 4), article.of(1, 3), article.of(2, 3)
    (Attribution(source='Mayor Ana Ruiz', cue='said'), Attribution(source='Mayor Ana Ruiz', cue='added'), None)
    """
    quotes = quotations.find(sentences)
    quoted: list[tuple[Span, ...]] = [()] * len(sentences)
    for part in quotes:
        quoted[part.sentence] += ((part.first, part.last),)
    memory = Memory()
    spoken = [_spoken(tokens, inside, memory) for tokens, inside in zip(sentences, quoted, strict=True)]
    for part, source in _quoted_speech(sentences, spoken, quotes):
        spoken[part.sentence] += ((part.first, part.last, source),)
    return Attributions(tuple(spoken), tuple(quoted))


def _nearest(reaches: tuple[_Reach, ...], token: int) -> Attribution | None:
    over = [(last - first, -first, said) for first, last, said in reaches if first <= token < last]
    return min(over, key=lambda reach: reach[:2])[2] if over else None


def _spoken(tokens: Tokens, quoted: tuple[Span, ...], memory: Memory) -> tuple[_Reach, ...]:
    """What is said in a sentence, and by whom; memory learns who is named."""
    if CUES.isdisjoint(tokens.words) and _SPEAKERS.isdisjoint(tokens.words) and "d" not in tokens.kinds:
        return ()
    sentence = marked(tokens)
    acts = [_within(act, quoted) for act in sayings(sentence)] if quoted else sayings(sentence)
    speaking = min((act.speaker.first for act in acts if act.speaker), default=len(tokens))
    for met in reversed([Phrase(*match.span()) for match in _MET.finditer(sentence.marks)]):
        memory.meet(sentence, met, in_passing=met.first >= speaking)
    reaches: list[_Reach] = []
    for act in acts:
        said = Attribution(memory.resolve(sentence, act.speaker), act.cue) if act.speaker else None
        reaches.extend((first, last, said) for first, last in act.reaches if first < last)
    return tuple(reaches)


def _within(act: Saying, quoted: tuple[Span, ...]) -> Saying:
    """An act of saying inside quotation marks reaches no further than they do."""
    if act.speaker is None:
        return act
    for first, last in quoted:
        if first <= act.speaker.first < last:
            return evolve(act, reaches=tuple((max(a, first), min(b, last)) for a, b in act.reaches))
    return act


def _quoted_speech(
    sentences: Sequence[Tokens], spoken: list[tuple[_Reach, ...]], quotes: tuple[quotations.Part, ...]
) -> list[tuple[quotations.Part, Attribution]]:
    """The speakers of quoted sentences that name none: the quotation's own, else whoever spoke just before in the paragraph."""
    own: dict[int, Attribution] = {}
    for part in quotes:
        said = _nearest(spoken[part.sentence], part.first)
        if said is not None:
            own.setdefault(part.quotation, said)
    found = []
    for part in quotes:
        if _nearest(spoken[part.sentence], part.first) is None:
            said = own.get(part.quotation) or (_just_before(sentences, spoken, part.sentence) if part.first <= 1 else None)
            if said is not None:
                own[part.quotation] = said
                found.append((part, said))
    return found


def _just_before(sentences: Sequence[Tokens], spoken: list[tuple[_Reach, ...]], index: int) -> Attribution | None:
    """The last speaker of the sentence before, if it stands in the same paragraph."""
    if quotations.begins_paragraph(sentences, index):
        return None
    reaches = spoken[index - 1]
    return max(reaches, key=lambda reach: reach[1])[2] if reaches else None

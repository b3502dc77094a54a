"""The acts of saying in one sentence: whose they are, the word that says so, and how far they reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.reading import clauses, noun_phrases, places, saying_verbs
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import OWNERS, Phrase, can_speak
from claimcheck.reading.saying_subjects import antecedent, informant
from claimcheck.reading.saying_words import LEVELS, TELL, VERBS, wordings
from claimcheck.reading.sayings import Saying, closing, joined, opening
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table


def _nouns(role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("saying_nouns") if row["role"] == role)


_ACCOUNTS, _STUDIES = _nouns("account"), _nouns("study")
_ADDING, _GIVEN = frozenset(wordings("adding")), frozenset(wordings("given"))
_AMOUNTS = frozenset(row["word"] for row in table("speech_words") if row["role"] == "amount")
_QUALITIES = frozenset(row["word"] for row in table("speech_words") if row["role"] == "of an account")
"""Adjectives of an account, which say nothing of whose it is."""
_GOING_ON = frozenset(("at", "above", "below", "as", "to", "up", "down", "compared", "against", "including"))
"""What comes right after "by X" where X says still more: "put by X at N", "confirmed by X, up from N"."""
_PRONOUNS = (("her",), ("him",), ("them",), ("it",))
"""Whom "according to" may name so."""
_DASHES = frozenset(("-", "–", "—"))
_GAP = re.compile(r"(?:;([dkpub']{0,5}[pub]),?|[,c]([dkpub']{0,5}[pub])(?=i)|,(d[kpub']{0,4}[ub])(?=~?9))i?~?9[k~9]{0,3}(?=[,;c$])")
_AGE = re.compile(r"(?<=[Kkp],)9(?=[,$])")
_CUES = frozenset(("according", ":")) | VERBS | _ADDING | _GIVEN | _ACCOUNTS | _STUDIES
"""Words and signs that tell who says something; a dash that parts two words does so too."""


def may_say(tokens: Tokens) -> bool:
    """Whether a sentence holds a word or sign without which nobody says anything, or what can be an age between commas.

    >>> from claimcheck.reading.tokens import cut
    >>> may_say(cut("Police said 12 died")), may_say(cut("12 dead - police")), may_say(cut("A 9-mile run"))
    (True, True, False)
    """
    if not _CUES.isdisjoint(tokens.words) or "pdp" in tokens.kinds:
        return True
    return not _DASHES.isdisjoint(tokens.words) and any(_is_dash(tokens, index) for index in range(len(tokens.words)))


def _is_dash(tokens: Tokens, index: int) -> bool:
    """Whether a token is a dash between words, not a hyphen."""
    return tokens.words[index] in _DASHES and not tokens.touches(index)


def sayings(sentence: Marked) -> list[Saying]:
    """Every act of saying in a sentence, in order; where two reach over a token, the shorter reach is the nearer speaker.

    An age (", 51,") is nobody's saying but the article's own.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> sentence = marked(cut("Police said 12 people died, but the mayor spoke of 15."))
    >>> [(s.cue, sentence.tokens.surface(*s.reaches[0])) for s in sayings(sentence)]
    [('said', '12 people died,'), ('spoke of', '15.')]
    """
    found = [Saying(None, "", (match.span(),)) for match in _AGE.finditer(sentence.marks)]
    for index, word in enumerate(sentence.words):
        if word in _CUES or word in _DASHES:
            saying = _saying(sentence, index, found)
            if saying is not None:
                found = joined(sentence, found, saying)
    return _gapped(sentence, found)


def _gapped(sentence: Marked, found: list[Saying]) -> list[Saying]:
    """The sayings with those that leave out their verb: "Organizers spoke of 30,000; police, 8,000", "at 30,000 and police at 8,000"."""
    for match in _GAP.finditer(sentence.marks) if found else ():
        before = next((saying for saying in reversed(found) if saying.speaker and _covers(saying, match.start())), None)
        behind = sentence.words[match.end(match.lastindex or 0)]
        if before is not None and not before.closes and (behind in LEVELS or sentence.marks[match.end(match.lastindex or 0)] != "i"):
            speaker = Phrase(*match.span(match.lastindex or 0))
            found = joined(sentence, found, Saying(speaker, before.cue, ((speaker.last, match.end()),), match.start()))
    return found


def _covers(saying: Saying, token: int) -> bool:
    return any(first <= token <= last for first, last in saying.reaches)


def _saying(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    word = sentence.words[index]
    if word == "according":
        return _according(sentence, index, found)
    if word == ":" or _is_dash(sentence.tokens, index):
        return _label(sentence, index)
    if word in _ADDING and sentence.mark(index - 1) != "e":
        return _adding(sentence, index, found)
    saying = saying_verbs.read(sentence, index, found) if word in VERBS else None
    if saying is None and word in _ACCOUNTS:
        saying = _account(sentence, index, found)
    if saying is None and word in _GIVEN:
        saying = _given(sentence, index)
    return _in_print(sentence, index) if saying is None and word in _STUDIES else saying


def _according(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """ "according to X", before or after what X says."""
    if sentence.words[index + 1 : index + 2] != ("to",):
        return None
    pronoun = sentence.words[index + 2 : index + 3] in _PRONOUNS and sentence.mark(index + 3) in ',;$"'
    phrase = Phrase(index + 2, index + 3) if pronoun else noun_phrases.after(sentence, index + 2)
    speaker = informant(sentence, phrase) if phrase and not pronoun else phrase
    if phrase is None or speaker is None:
        return None
    if not clauses.opens(sentence, index):
        return closing(sentence, speaker, "according to", index, phrase.stop, found, described=True)
    stop = phrase.stop
    if sentence.mark(stop) == "," and sentence.mark(stop + 1) == "w":
        stop = clauses.end(sentence, stop + 1)
    return opening(sentence, speaker, "according to", index, (stop, len(sentence)))


def _label(sentence: Marked, index: int) -> Saying | None:
    """Headlines: "Police: 12 dead", "WHO: 12 dead", "12 dead: police" and "12 dead - police"."""
    for first, last, reach in ((0, index, (index + 1, len(sentence))), (index + 1, len(sentence), (0, index))):
        phrase = noun_phrases.after(sentence, first)
        if phrase is None or phrase.stop != last or (first == 0 and sentence.words[index] != ":"):
            continue
        if sentence.marks[noun_phrases.head(sentence, phrase)] in "pub" or (first == 0 and _is_body(sentence, phrase)):
            return Saying(phrase, ":", (reach,))
    return None


def _is_body(sentence: Marked, phrase: Phrase) -> bool:
    """Whether a phrase is an abbreviation that is no country's: WHO, UNHCR."""
    text = sentence.tokens.surface(phrase.first, phrase.last)
    return text.isalpha() and text.isupper() and len(text) > 1 and places.canonical(text) is None


def _adding(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """ "..., adding that N": the speaker goes on; "quoted X as saying that N"."""
    cue, reach, before = sentence.words[index], (index + 1, len(sentence)), sentence.mark(index - 1)
    if index and sentence.words[index - 1] == "as":
        quoted = index - 2
        while sentence.words[index - 2] == "quoted" and quoted > 0 and sentence.marks[quoted - 1] in "xe":
            quoted -= 1
        phrase = noun_phrases.before(sentence, quoted if sentence.words[index - 2] == "quoted" else index - 1)
        return Saying(phrase, cue, (reach,)) if phrase else None
    if before != ",":
        return None
    if found and found[-1].speaker:
        return Saying(found[-1].speaker, cue, (reach,))
    phrase = noun_phrases.leading(sentence)
    return Saying(phrase, cue, (reach,)) if phrase and can_speak(sentence, phrase) else None


def _account(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """ "X's tally stood at N", "a UN estimate of N", "N by X's count", "by the count of X, N"."""
    if index and sentence.tokens.capital(index):
        return None
    owner, stop = _owner(sentence, index), index + 1
    start = owner.first - 1 if owner else index - 2
    if owner is None and sentence.words[stop : stop + 1] == ("of",):
        owner = noun_phrases.after(sentence, index + 2)
        stop = owner.stop if owner else stop
    if owner is None or not can_speak(sentence, owner) or _QUALITIES.issuperset(sentence.words[owner.first : owner.last]):
        return None
    cue = sentence.words[index]
    if start >= 0 and sentence.words[start] in ("by", "on"):
        if clauses.opens(sentence, start):
            return opening(sentence, owner, cue, start, (stop, len(sentence)))
        return closing(sentence, owner, cue, start, stop, found, described=True)
    if owner.first > index:
        return None
    first = clauses.end(sentence, index + 2) if sentence.mark(index + 1) == "," else index + 1
    stop = clauses.end(sentence, first + 1)
    for verb in range(first, min(first + 12, stop)):
        if sentence.words[verb] in _AMOUNTS or (sentence.words[verb] == "of" and has_number(sentence, verb, verb + 4)):
            return Saying(owner, cue, ((verb + 1, stop),))
    return None


def _owner(sentence: Marked, index: int) -> Phrase | None:
    """Whose account it is: "X's", "its", "X, whose", or the name or body before it."""
    for first in range(index - 1, max(index - 5, -1), -1):
        mark, word = sentence.marks[first], sentence.words[first]
        if word in OWNERS:
            return Phrase(first, first + 1)
        if mark in "'pubK" or word == "whose":
            named = None if word == "whose" else _named_before(sentence, first + (mark != "'"))
            whose = first if named is None else named.first
            return antecedent(sentence, whose) if sentence.words[whose] == "whose" else named
        if mark not in "kxT":
            return None
    return None


def _named_before(sentence: Marked, end: int) -> Phrase | None:
    """The words of a name or noun phrase before token `end`, up to any preposition."""
    first = end
    while first > 0 and sentence.marks[first - 1] in "pubnmKk.h'":
        first -= 1
    first -= sentence.mark(first - 1) == "d"
    return Phrase(first, end) if first < end else None


def _given(sentence: Marked, index: int) -> Saying | None:
    """ "N deaths were confirmed by X", "put at N by X", "put by X at N"; ", given as N a day earlier" is said by nobody we know."""
    first = max(sentence.marks.rfind(",", 0, index), sentence.marks.rfind(";", 0, index)) + 1
    stop, by = clauses.phrase_end(sentence, index), index + 1
    while sentence.mark(by) in "T" or (sentence.mark(by) == "i" and sentence.mark(by + 1) == "T"):
        by += 1
    if sentence.words[by : by + 1] in (("at",), ("as",)) and has_number(sentence, by, by + 4):
        by = next((i for i in range(by, stop) if sentence.words[i] == "by"), stop)
        if by == stop and first == index and first > 0:
            return Saying(None, "", ((index, stop),))
    phrase = noun_phrases.after(sentence, by + 1) if sentence.words[by : by + 1] == ("by",) else None
    if phrase is None or not can_speak(sentence, phrase):
        return None
    behind = phrase.stop + (sentence.mark(phrase.stop) == ",")
    if sentence.words[index] in TELL:
        return (
            opening(sentence, phrase, sentence.words[index], index, (behind + 1, len(sentence)))
            if sentence.words[behind : behind + 1] == ("that",)
            else None
        )
    apposed = behind > phrase.stop and has_number(sentence, behind, behind + 1) and sentence.mark(behind + 1) == ","
    goes_on = apposed or not _GOING_ON.isdisjoint(sentence.words[behind : behind + 1])
    return Saying(phrase, sentence.words[index], ((first, by), (behind, clauses.end(sentence, behind, ";"))) if goes_on else ((first, by),))


def _in_print(sentence: Marked, index: int) -> Saying | None:
    """ "In its annual report, ...": what follows stands in the report, unless somebody else says it."""
    for start in range(index - 1, max(index - 8, -1), -1):
        if sentence.words[start] == "in" and clauses.opens(sentence, start):
            phrase = noun_phrases.after(sentence, start + 1)
            return Saying(phrase, "in", ((phrase.stop, len(sentence)),)) if phrase and phrase.last > index else None
    return None

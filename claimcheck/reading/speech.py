"""The acts of saying in one sentence: whose they are, the word that says so, and how far they reach."""

from __future__ import annotations

import re
from collections.abc import Sequence

from claimcheck.reading import accounts, clauses, noun_phrases, places, saying_verbs, shared_sayings
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.reading.saying_subjects import informant
from claimcheck.reading.saying_words import SAY, STUDIES, TELL, VERBS, wordings
from claimcheck.reading.sayings import Saying, closing, joined, opening
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import word_set

_ADDING, _GIVEN = frozenset(wordings("adding")), frozenset(wordings("given"))
_GOING_ON = frozenset(("at", "above", "below", "as", "to", "up", "down", "compared", "against", "including"))
"""What comes right after "by X" where X says still more: "put by X at N", "confirmed by X, up from N"."""
_PRONOUNS = (("her",), ("him",), ("them",), ("it",))
"""Whom "according to" may name so."""
_QUOTING = word_set("verbs of quoting")
_DASHES = frozenset(("-", "–", "—"))
_AGE = re.compile(r"(?<=[Kkp],)9(?=[,$])")
CUES = (
    frozenset(("according", ":", *_DASHES)) | VERBS | _ADDING | _GIVEN | accounts.ACCOUNTS | STUDIES | accounts.ASSERTIONS | accounts.VIEWS
)
"""Words and signs without which nobody says anything."""
_TELLING = (CUES | shared_sayings.TOLLS) - _DASHES
"""Those of them that are no dash, which most often joins two words to one."""


def may_say(tokens: Tokens) -> bool:
    """Whether a sentence holds a word or sign without which nobody says anything, or what can be an age between commas.

    >>> from claimcheck.reading.tokens import cut
    >>> may_say(cut("Police said 12 died")), may_say(cut("12 dead - police")), may_say(cut("A 9-mile run"))
    (True, True, False)
    """
    if not _TELLING.isdisjoint(tokens.words) or "pdp" in tokens.kinds:
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
        if word in CUES:
            saying = _saying(sentence, index, found)
            if saying is not None:
                found = joined(sentence, found, saying)
    return shared_sayings.completed(sentence, found)


def _saying(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    word = sentence.words[index]
    if word == "according":
        return _according(sentence, index, found)
    if word == ":" or _is_dash(sentence.tokens, index):
        return _label(sentence, index)
    as_having = word in SAY and sentence.words[max(index - 2, 0) : index] == ("as", "having")
    if as_having:
        return Saying(phrase, word, ((index + 1, len(sentence)),)) if (phrase := _quoted(sentence, index - 2)) else None
    if word in accounts.VIEWS and (view := accounts.read(sentence, index, found)):
        return view
    if word in _ADDING and sentence.mark(index - 1) != "e":
        return _adding(sentence, index, found)
    saying = saying_verbs.read(sentence, index, found) if word in VERBS else None
    if saying is None and word in accounts.ASSERTIONS:
        saying = accounts.assertion(sentence, index)
    if saying is None and word in accounts.ACCOUNTS:
        saying = accounts.read(sentence, index, found)
    if saying is None and word in _GIVEN:
        saying = _given(sentence, index)
    return accounts.in_print(sentence, index) if saying is None and word in STUDIES else saying


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
    """Headlines: "Police: 12 dead", "WHO: 12 dead", "12 dead: police", "12 dead - police" and "12 dead - UK"."""
    for first, last, reach in ((0, index, (index + 1, len(sentence))), (index + 1, len(sentence), (0, index))):
        phrase = noun_phrases.after(sentence, first)
        if phrase is None or phrase.stop != last or (first == 0 and sentence.words[index] != ":"):
            continue
        country = first > 0 and _speaks_of_another(sentence, phrase)
        if sentence.marks[noun_phrases.head(sentence, phrase)] in "pub" or country or (first == 0 and _is_body(sentence, phrase)):
            return Saying(phrase, ":", (reach,))
    return None


def _speaks_of_another(sentence: Marked, phrase: Phrase) -> bool:
    """Whether a headline ends in a country or capital that tells of another country: "Russia lost 900 tanks - UK".

    Behind a headline that names none, the place is where it happened: "Explosion kills 12 at plant - Japan".
    """
    place = sentence.tokens.surface(phrase.first, phrase.last)
    if not (places.is_country(place) or places.is_capital(place)):
        return False
    words = [sentence.tokens.surface(at, at + 1) for at in range(phrase.first)]
    lands = {places.demonym(word) or (places.canonical(word) if places.is_country(word) else None) for word in words}
    return not lands <= {None, places.canonical(place)}


def _is_body(sentence: Marked, phrase: Phrase) -> bool:
    """Whether a phrase is an abbreviation that is no country's: WHO, UNHCR."""
    text = sentence.tokens.surface(phrase.first, phrase.last)
    return text.isalpha() and text.isupper() and len(text) > 1 and places.canonical(text) is None


def _adding(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """ "..., adding that N": the speaker goes on; "quoted X as saying that N"."""
    cue, reach, before = sentence.words[index], (index + 1, len(sentence)), sentence.mark(index - 1)
    if index and sentence.words[index - 1] == "as":
        phrase = _quoted(sentence, index - 1)
        if phrase and sentence.mark(index + 1) in "i,;$" and not clauses.has_number(sentence, *reach):
            return closing(sentence, phrase, cue, phrase.first, index + 1, found)
        return Saying(phrase, cue, (reach,)) if phrase else None
    if before != ",":
        return None
    if found and found[-1].speaker:
        return Saying(found[-1].speaker, cue, (reach,))
    phrase = noun_phrases.leading(sentence)
    return Saying(phrase, cue, (reach,)) if phrase and can_speak(sentence, phrase) else None


def _quoted(sentence: Marked, end: int) -> Phrase | None:
    """Who is meant before "as saying": "the agency quoted X as saying", "X was quoted by the agency as saying"."""
    at = next((at for at in range(end - 1, max(end - 16, 0), -1) if sentence.words[at] in _QUOTING), None)
    if at is None:
        return noun_phrases.before(sentence, end)
    auxiliary = at
    while auxiliary > 0 and sentence.marks[auxiliary - 1] in "xe":
        auxiliary -= 1
    passive = at == end - 1 or sentence.words[at + 1] == "by" or sentence.mark(at - 1) == "e"
    return noun_phrases.before(sentence, auxiliary if passive else end)


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
    phrase = accounts.source(sentence, by + 1) if sentence.words[by : by + 1] == ("by",) else None
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
    counted = not (shared_sayings.TOLLS | STUDIES).isdisjoint(sentence.words[:index])
    amounts = counted and (sentence.mark(behind) == "e" or not accounts.AMOUNTS.isdisjoint(sentence.words[behind : behind + 1]))
    goes_on = apposed or amounts or not _GOING_ON.isdisjoint(sentence.words[behind : behind + 1])
    return Saying(phrase, sentence.words[index], ((first, by), (behind, clauses.end(sentence, behind, ";"))) if goes_on else ((first, by),))

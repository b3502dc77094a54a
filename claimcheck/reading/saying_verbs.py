"""Verbs of saying: "X said that N", "N, said X", "X put it at N", "the N that X gave"."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from claimcheck.model import Span
from claimcheck.reading import clauses, noun_phrases
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked, uncontracted
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.reading.sayings import ASIDES, Saying, closing, opening
from claimcheck.vocabulary import table


def wordings(role: str) -> dict[str, tuple[str, ...]]:
    """{first word: further words} of the wordings of saying.csv in this role."""
    found = [row["wording"].split() for row in table("saying") if row["role"] == role]
    return {words[0]: tuple(words[1:]) for words in found}


def _words(role: str) -> frozenset[str]:
    return frozenset(row["word"] for row in table("speech_words") if row["role"] == role)


_SAY, _TELL, _STATE, _PUT, _RAISE, _SHOW = (wordings(role) for role in ("say", "tell", "state", "at", "to", "show"))
VERBS = frozenset({*_SAY, *_TELL, *_STATE, *_PUT, *_RAISE, *_SHOW})
"""First words of the verbs read here."""
_NEAR, _COMPLEMENTS, _GIVING, _EMPTY, _UNITS = (_words(role) for role in ("near", "complement", "giving", "empty", "unit"))
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_ADDS = frozenset(("added", "adds", "add"))
_NOT_A_SUBJECT = frozenset(("of", "for", "to", "from", "about"))
_REDUCED = (("to", "be"), ("to", "have"))
_CLAIMS = frozenset(("claim", "claims"))
"""Verbs whose infinitive is what the subject says: "claims to have sunk"; others so used ("said to have") are passive."""
_LEVELS = ("at", "above", "below")
_FAR = 16


def read(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """The act of saying whose verb stands at token `index`, None where nobody says anything there."""
    end = _verb_end(sentence, index)
    if end is None:
        return None
    reduced = sentence.words[end : end + 2] in _REDUCED
    if (_is_noun(sentence, index) or reduced) and not (reduced and sentence.words[index] in _CLAIMS):
        return None
    return _inverted(sentence, index, end, found) or _direct(sentence, index, end, found)


def _verb_end(sentence: Marked, index: int) -> int | None:
    """The end of the verb's wording, None where further words it needs are missing."""
    word = sentence.words[index]
    further = _STATE.get(word, ())
    if further and sentence.words[index + 1 : index + 1 + len(further)] == further:
        return index + 1 + len(further)
    alone = _STATE.get(word) == () or any(word in verbs for verbs in (_SAY, _TELL, _PUT, _RAISE, _SHOW))
    return index + 1 if alone else None


def _is_noun(sentence: Marked, index: int) -> bool:
    """Whether a form like "claims" or "report" is a noun here."""
    if sentence.marks[index] not in "nm":
        return False
    before, after = sentence.mark(index - 1), sentence.mark(index + 1)
    return before in "'di^" or after in "exvl'" or (after != "$" and sentence.words[index + 1] in _COMPLEMENTS)


def _says(word: str) -> bool:
    return word in _SAY or word in _TELL


def _inverted(sentence: Marked, index: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """ "N, said X"."""
    before, word = sentence.mark(index - 1), sentence.words[index]
    if before not in ',"-' or not (word in _SAY or _STATE.get(word) == ()):
        return None
    phrase = Phrase(end, end + 1) if sentence.mark(end) == "r" else noun_phrases.after(sentence, end)
    if phrase is None or sentence.mark(phrase.stop) not in ',.;:")-$iTcw':
        return None
    if before != '"' and sentence.mark(phrase.stop) not in ";$" and not can_speak(sentence, phrase):
        return None
    return closing(sentence, phrase, word, index, phrase.stop, found, described=True)


def _direct(sentence: Marked, index: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """ "X said N", "N, X said", "the N that X gave"."""
    subject = _subject(sentence, index, found)
    if subject and sentence.words[index] in _STATE:
        subject = _behind_figure(sentence, subject)
    speaker = _speaker(sentence, subject, found) if subject and _may(sentence, index, end, subject) else None
    if subject is None or speaker is None:
        return None
    cue, start = " ".join(sentence.words[index:end]), subject.first
    told = None if _says(sentence.words[index]) else _figure_before(sentence, index, speaker)
    if told:
        return Saying(speaker, cue, (told,))
    follows, stop = _content(sentence, index, end, start)
    if follows:
        reach = (stop, _reach_end(sentence, index, stop, start))
        return opening(sentence, speaker, cue, start, reach) if _says(sentence.words[index]) or has_number(sentence, *reach) else None
    if clauses.opens(sentence, start):
        return opening(sentence, speaker, cue, start, (stop, len(sentence))) if sentence.mark(stop) in ',:"' else None
    return closing(sentence, speaker, cue, start, stop, found)


# --- whose verb it is -----------------------------------------------------------------------------------------------------------------


def _subject(sentence: Marked, index: int, found: Sequence[Saying]) -> Phrase | None:
    """Who does it: the phrase, pronoun or antecedent before the verb; None for a passive, a negative, an infinitive."""
    start = index
    while start > 0 and sentence.marks[start - 1] in "xT":
        start -= 1
    mark, before = sentence.mark(start - 1), sentence.words[start - 1] if start else ""
    if mark in "^elzD":
        return None
    if mark == "r":
        object_of = sentence.words[start - 2] in _NOT_A_SUBJECT if start > 1 else False
        return Phrase(start - 1, start) if uncontracted(before) in _PRONOUNS and not object_of else None
    if mark == "c":
        return _shared(sentence, start - 1, found) if before in ("and", "but") else None
    if mark == "w":
        return antecedent(sentence, start - 1) if before in ("who", "which", "that") else None
    phrase = noun_phrases.before(sentence, start)
    relative = _relative_before(sentence, phrase) if phrase else None
    if phrase is None or relative is None:
        return phrase
    group = antecedent(sentence, relative)
    return evolve(group, name=phrase.name) if group else None


def antecedent(sentence: Marked, relative: int) -> Phrase | None:
    """The phrase that "who", "which" or "whose" at token `relative` stands for."""
    return noun_phrases.before(sentence, relative - (sentence.mark(relative - 1) == ","))


def _shared(sentence: Marked, conjunction: int, found: Sequence[Saying]) -> Phrase | None:
    """The subject of two verbs: "X dismissed this and put it at 12", "X said ..., but said ..."."""
    first = conjunction
    while first > 0 and sentence.marks[first - 1] not in ";c":
        first -= 1
    if found and found[-1].speaker and found[-1].speaker.first >= first:
        return found[-1].speaker
    phrase = noun_phrases.leading(sentence, first)
    return phrase if phrase and can_speak(sentence, phrase) else None


def _relative_before(sentence: Marked, phrase: Phrase) -> int | None:
    """The "who" of "analysts who track the raids say", where the phrase before the verb is that clause's object."""
    index = phrase.first - 1
    while index > 0 and sentence.marks[index] in "kxpubnmKi9Tdelzv'h":
        index -= 1
    if sentence.mark(index) != "w" or sentence.words[index] not in ("who", "that", "which") or sentence.mark(index - 1) == "i":
        return None
    does = sentence.words[index] == "who" and sentence.mark(index + 1) == "k"
    return index if does or sentence.marks[noun_phrases.head(sentence, phrase)] not in "pubKmn" else None


def _speaker(sentence: Marked, subject: Phrase, found: Sequence[Saying]) -> Phrase | None:
    """Who speaks when the subject does: whose log it is, who stands behind the figures, the report in which "they" write."""
    printed = next((saying.speaker for saying in found if saying.cue == "in"), None)
    word = sentence.words[subject.first]
    if printed and word in ("it", "they"):
        return printed
    if word == "whose":
        return antecedent(sentence, subject.first)
    return informant(sentence, subject)


def informant(sentence: Marked, phrase: Phrase) -> Phrase | None:
    """Who stands behind "figures from X" or "X estimates"; None for figures of nobody."""
    head = noun_phrases.head(sentence, phrase)
    if sentence.marks[head] != "n":
        return phrase
    for index in range(head + 1, phrase.last - 1):
        if sentence.words[index] in ("from", "by"):
            source = noun_phrases.after(sentence, index + 1)
            return evolve(source, last=min(source.last, phrase.last)) if source else None
    named = any(sentence.marks[i] in "pubK" or sentence.words[i] == "official" for i in range(phrase.first, head))
    return evolve(phrase, last=head) if named else None


def _behind_figure(sentence: Marked, phrase: Phrase) -> Phrase:
    """The speakers right behind their figure: "Kyiv" of "the figure Kyiv gives", "analysts" of "230 million analysts had expected"."""
    for index in range(phrase.last - 2, phrase.first - 1, -1):
        counted = has_number(sentence, index, index + 1) and not has_number(sentence, phrase.last, phrase.last + 6)
        if counted or (sentence.marks[index] == "n" and sentence.marks[index + 1] in "Kpu"):
            first = index + 1 + (sentence.words[index + 1] in _UNITS and index + 2 < phrase.last)
            speakers = Phrase(first, phrase.last)
            return speakers if can_speak(sentence, speakers) else phrase
    return phrase


def _may(sentence: Marked, index: int, end: int, subject: Phrase) -> bool:
    """Whether this verb with this subject says something: anybody says, but only speakers count, put and raise, and only texts show."""
    word, following = sentence.words[index], sentence.words[end] if end < len(sentence) else ""
    if following in _EMPTY:
        return False
    if _says(word):
        return not (word in _ADDS and has_number(sentence, end, end + 1))
    text = sentence.marks[noun_phrases.head(sentence, subject)] in "mn" and subject.name is None
    speaks = can_speak(sentence, subject)
    if word in _STATE and speaks and (end > index + 1 or not _STATE[word]):
        return True
    if word in _PUT and (text or speaks):
        return any(at in _LEVELS for at in sentence.words[end + 1 : end + _FAR])
    return (word in _SHOW and text) or (word in _RAISE and speaks and _raises_a_number(sentence, end))


def _raises_a_number(sentence: Marked, end: int) -> bool:
    """ "... its estimate to N": a word for a number or an account, then "to"."""
    named = sentence.marks.find("n", end, end + _FAR)
    return named > 0 and "to" in sentence.words[named : end + _FAR]


# --- what is said ---------------------------------------------------------------------------------------------------------------------


def _content(sentence: Marked, index: int, end: int, start: int) -> tuple[bool, int]:
    """(whether what is said follows the verb, where it begins or where the words about the saying end)."""
    word = sentence.words[index]
    if word in _TELL:
        end = _past_addressee(sentence, end)
    while sentence.mark(end) == "x":
        end += 1
    mark, following = sentence.mark(end), sentence.words[end] if end < len(sentence) else ""
    if mark in "$,;)-":
        return False, end
    if mark == "c" and following in ASIDES and word not in _GIVING:
        return False, clauses.phrase_end(sentence, end)
    if following in _NEAR or not (mark in "iT" or (following == "to" and _says(word))):
        return True, end
    stop = clauses.phrase_end(sentence, end)
    that = _complementizer(sentence, end, stop)
    if that is not None:
        return True, that + 1
    ends = sentence.mark(start - 1) in ',"' and not clauses.opens(sentence, start)
    return (True, end) if has_number(sentence, end, stop) and not ends else (False, stop)


def _past_addressee(sentence: Marked, index: int) -> int:
    """Where "told the committee" ends: at the next noun phrase, number, preposition or sign."""
    while sentence.mark(index) in "dkKpubh.'" and not (sentence.mark(index) == "d" and sentence.mark(index - 1) in "kKpub"):
        index += 1
    return index


def _complementizer(sentence: Marked, first: int, stop: int) -> int | None:
    """The "that" which opens what is said: the last one before the comma, else one right after it or after the insertion it opens."""
    for index in range(stop - 1, first, -1):
        if sentence.words[index] == "that":
            return index
    for index in (stop + 1, clauses.phrase_end(sentence, stop + 1) + 1):
        if sentence.words[index : index + 1] == ("that",):
            return index
    return None


def _figure_before(sentence: Marked, index: int, speaker: Phrase) -> Span | None:
    """The figure before a clause about it: "the 640 it gave", "the 3 percent that analysts had expected"."""
    last = speaker.first - (sentence.mark(speaker.first - 1) == "w" and sentence.mark(speaker.first - 2) != ",")
    if sentence.mark(last - 1) not in "kKT9nmbpu~" or sentence.words[index + 1 : index + 2] == ("that",):
        return None
    first = last
    while first > 0 and sentence.marks[first - 1] not in ',;ic"w':
        first -= 1
    return (first, last) if "T" not in sentence.marks[first:last] and has_number(sentence, first, last) else None


def _reach_end(sentence: Marked, index: int, stop: int, start: int) -> int:
    """Where speech that opens at `stop` ends.

    What somebody says runs on, up to a new scene (", as crews ..."). A figure that they give ends before "after", "as" or "when", and in a
    clause that is itself put in (", which officials gave as 12, ...") with that clause.
    """
    word, before = sentence.words[index], sentence.mark(start - 1)
    put_in = (before == "c" and sentence.words[start - 1] in ASIDES) or (before == "w" and sentence.mark(start - 2) == ",")
    runs_on = _says(word) or sentence.words[stop] == "that"
    for after in range(_level(sentence, stop) if word in _PUT else stop + 1, len(sentence)):
        mark, following = sentence.marks[after], sentence.words[after]
        if put_in and mark == ",":
            return after
        if following == "as" and (sentence.marks[after - 1] == "," or not (runs_on or word in _GIVING or sentence.mark(after + 1) == "i")):
            return after
        if not runs_on and (mark == ";" or (following in ASIDES and following != "as")):
            return after
    return len(sentence)


def _level(sentence: Marked, stop: int) -> int:
    """The token after the "at" with its number that a verb of putting needs: "puts the number of those killed since March at 80"."""
    levels = range(stop, min(stop + _FAR, len(sentence)))
    return next((at for at in levels if sentence.words[at] in _LEVELS and has_number(sentence, at + 1, at + 5)), stop) + 1

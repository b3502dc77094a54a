"""Verbs of saying: "X said that N", "N, said X", "X put it at N", "the N that X gave"."""

from __future__ import annotations

from collections.abc import Sequence

from claimcheck.reading import clauses, noun_phrases
from claimcheck.reading.capitals import headline
from claimcheck.reading.clauses import has_number
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.reading.saying_contents import SHARES, content, figure_before, level, reach_end
from claimcheck.reading.saying_subjects import behind_figure
from claimcheck.reading.saying_subjects import speaker as speaker_of
from claimcheck.reading.saying_subjects import subject as subject_of
from claimcheck.reading.saying_words import (
    ASK,
    CLAIMS,
    FAR,
    GIVING,
    HOLD,
    PUT,
    RAISE,
    SAY,
    SHOW,
    STATE,
    STUDIES,
    TELL,
    saying_nouns,
    says,
    speech_words,
)
from claimcheck.reading.sayings import Saying, closing, opening
from claimcheck.vocabulary import word_set

_COMPLEMENTS, _EMPTY = speech_words("complement"), speech_words("empty")
_ADDS = word_set("verbs of adding and owning up")
_FINDERS, _REVISED = word_set("find by asking or looking"), word_set("what is revised")
_OF_POINTS = word_set("before points that are a unit")
_REDUCED = (("to", "be"), ("to", "have"))
_PUT_IN = word_set("says something where it is put in")
"""Verbs that say something by themselves where they are put in: "12 percent, the institute found, ..."."""
_NAMING = word_set("verbs of naming")
"""Verbs that give a figure only right before it: "named 14 of the dead", not "which the army identified as rebels"."""
_MAKES_IT = (("makes", "it"), ("made", "it"))
_HAVING = frozenset(("has", "had"))
"""What a list or bulletin does with the very number behind it."""
_LEVELLED = word_set("had at a level") | saying_nouns("number")
"""What somebody has at a number when they give that number: a statistic, a tally."""
_TAKEN_IN = word_set("conceded or admitted by no saying")
_ALONE = frozenset[str]().union(SAY, TELL, PUT, RAISE, SHOW, ASK, HOLD)
"""Verbs that say something without further words."""


def read(sentence: Marked, index: int, found: Sequence[Saying]) -> Saying | None:
    """The act of saying whose verb stands at token `index`, None where nobody says anything there."""
    end = _verb_end(sentence, index)
    if end is None or _is_of_a_name(sentence, index) or _is_a_unit(sentence, index):
        return None
    reduced = sentence.words[end : end + 2] in _REDUCED
    if (_is_noun(sentence, index) or reduced) and not (reduced and sentence.words[index] in CLAIMS):
        return None
    return _inverted(sentence, index, end, found) or _direct(sentence, index, end, found)


def _is_of_a_name(sentence: Marked, index: int) -> bool:
    """Whether a capital makes a verb the end of a name: "Lorne Records sold"; in a headline it makes nothing."""
    return index > 0 and sentence.tokens.capital(index) and sentence.tokens.capital(index - 1) and not headline(sentence.tokens)


def _is_a_unit(sentence: Marked, index: int) -> bool:
    """Whether a word tells what is counted before it: the points of "fell two percentage points to 31" and of "lost 3 points to"."""
    if sentence.words[index] != "points" or index == 0:
        return False
    return sentence.words[index - 1] in _OF_POINTS or has_number(sentence, index - 1, index)


def _verb_end(sentence: Marked, index: int) -> int | None:
    """The end of the verb's wording, None where further words it needs are missing."""
    word = sentence.words[index]
    further = STATE.get(word, ())
    if further and sentence.words[index + 1 : index + 1 + len(further)] == further:
        return index + 1 + len(further)
    return index + 1 if STATE.get(word) == () or word in _ALONE else None


def _is_noun(sentence: Marked, index: int) -> bool:
    """Whether a form like "claims" or "report" is a noun here."""
    if sentence.marks[index] not in "nm":
        return False
    before, after = sentence.mark(index - 1), sentence.mark(index + 1)
    if before == "k" and (sentence.mark(index - 2) == "'" or sentence.words[index - 2] in noun_phrases.OWNERS):
        return True
    return before in "'di^" or after in "exvl'" or (after != "$" and sentence.words[index + 1] in _COMPLEMENTS)


def _inverted(sentence: Marked, index: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """ "N, said X"."""
    before, word = sentence.mark(index - 1), sentence.words[index]
    if before not in ',"-' or not (word in SAY or STATE.get(word) == ()):
        return None
    phrase = Phrase(end, end + 1) if sentence.mark(end) == "r" else noun_phrases.after(sentence, end)
    if phrase is None or sentence.mark(phrase.stop) not in ',.;:")-$iTcw':
        return None
    if before != '"' and sentence.mark(phrase.stop) not in ";$" and not can_speak(sentence, phrase):
        return None
    return closing(sentence, phrase, word, index, phrase.stop, found, described=True)


def _direct(sentence: Marked, index: int, end: int, found: Sequence[Saying]) -> Saying | None:
    """ "X said N", "N, X said", "the N that X gave"."""
    subject = subject_of(sentence, index, found)
    if subject and sentence.words[index] in STATE:
        subject = behind_figure(sentence, subject)
    has_it = sentence.words[index] in HOLD and sentence.words[end : end + 1] == ("it",) and sentence.mark(end + 1) in ",;$"
    speaker = speaker_of(sentence, subject, found) if subject and (has_it or _may(sentence, index, end, subject)) else None
    if subject is None or speaker is None:
        return None
    cue, start = " ".join(sentence.words[index:end]), subject.first
    told = None if says(sentence.words[index]) or sentence.words[index] in PUT else figure_before(sentence, index, speaker)
    if told:
        return Saying(speaker, cue, (told,))
    if sentence.words[start - 1 : start] == ("as",) and sentence.words[end : end + 1] == ("it",) and sentence.mark(end + 1) in ",;$":
        if clauses.opens(sentence, start - 1):
            return opening(sentence, speaker, cue, start - 1, (end + 1, len(sentence)))
        return closing(sentence, speaker, cue, start - 1, end + 1, found)
    if sentence.words[index] in TELL and sentence.mark(start - 1) == '"':
        return closing(sentence, speaker, cue, start, len(sentence), found)
    follows, stop = content(sentence, index, end, start)
    if follows:
        reach = (stop, reach_end(sentence, index, stop, start))
        return opening(sentence, speaker, cue, start, reach) if says(sentence.words[index]) or has_number(sentence, *reach) else None
    if clauses.opens(sentence, start):
        return opening(sentence, speaker, cue, start, (stop, len(sentence))) if sentence.mark(stop) in ',:"' else None
    return closing(sentence, speaker, cue, start, stop, found)


def _may(sentence: Marked, index: int, end: int, subject: Phrase) -> bool:
    """Whether this verb with this subject says something: anybody says, but only speakers count, put and raise, and only texts show."""
    word, following = sentence.words[index], sentence.words[end] if end < len(sentence) else ""
    if following in _EMPTY:
        return False
    put_in = sentence.mark(end) in ",$;" and sentence.mark(subject.first - 1) == ","
    text = sentence.marks[noun_phrases.head(sentence, subject)] in "mn" and subject.name is None
    polls = sentence.words[noun_phrases.head(sentence, subject)] in STUDIES
    speaks = polls or can_speak(sentence, subject)
    if word in HOLD and (text or speaks) and _holds(sentence, end, polls):
        return word != "made" or sentence.marks[noun_phrases.head(sentence, subject)] in "bu"
    if word in GIVING and following == "up" and sentence.words[end + 1 : end + 2] != ("to",):
        return False
    if (word in _NAMING and not has_number(sentence, end, end + 3)) or (word in _HAVING and not has_number(sentence, end, end + 1)):
        return False
    if says(word):
        taken_in = sentence.mark(end) == "," and sentence.mark(subject.first - 1) != "," and has_number(sentence, subject.first - 3, index)
        return not (word in _ADDS and (taken_in or (has_number(sentence, end, end + 1) and not _owns_up(sentence, index))))
    if speaks and ((word in STATE and (end > index + 1 or not STATE[word])) or (put_in and word in _PUT_IN)):
        return True
    if word in PUT and (text or speaks):
        return level(sentence, end) is not None
    if word in ASK and speaks:
        sought = sentence.words[end : end + FAR]
        at = end + (sought.index("for") if "for" in sought else FAR)
        return has_number(sentence, at + 1, at + 4) and "to" not in sentence.words[end:at]
    finds = text or (speaks and (following == "that" or sentence.words[noun_phrases.head(sentence, subject)] in _FINDERS))
    return (word in SHOW and finds) or (word in RAISE and speaks and _raises_a_number(sentence, end))


def _holds(sentence: Marked, end: int, polls: bool) -> bool:
    """Whether a figure is had or made of something: "has the number of missing at 14", "has unemployment at 7.1 percent", "makes it 12".

    Polls have a party "at 30 percent"; who has a depot at 12 kilometres says nothing, and who made it 2-0 scored.
    """
    at = level(sentence, end)
    if at is not None and not has_number(sentence, end, at):
        return not _LEVELLED.isdisjoint(sentence.words[end:at]) or (polls and sentence.words[at + 2 : at + 3] in SHARES)
    return sentence.words[end - 1 : end + 1] in _MAKES_IT and has_number(sentence, end + 1, end + 2) and sentence.mark(end + 2) not in "h-"


def _owns_up(sentence: Marked, index: int) -> bool:
    """Whether "conceded 12" and "admitted 12" are said of losses, not done by a side that plays or a house that takes people in."""
    return not sentence.words[index].startswith("add") and _TAKEN_IN.isdisjoint(sentence.words[index + 1 : index + 5])


def _raises_a_number(sentence: Marked, end: int) -> bool:
    """ "... its estimate to N", "... an earlier figure of N": a word for a number or an account, then a number."""
    near = range(end, min(len(sentence), end + FAR))
    named = next((index for index in near if sentence.marks[index] == "n" or sentence.words[index] in _REVISED), None)
    return named is not None and has_number(sentence, named, end + FAR)

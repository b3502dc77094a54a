"""The acts of saying in one sentence: whose they are, the word that says so, and how far they reach."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from claimcheck.model import Span
from claimcheck.reading import noun_phrases
from claimcheck.reading.marks import Marked
from claimcheck.reading.noun_phrases import Phrase, can_speak
from claimcheck.vocabulary import table


def _wordings(role: str) -> dict[str, tuple[str, ...]]:
    """{first word: further words} of the wordings of this role."""
    return {row["wording"].split()[0]: tuple(row["wording"].split()[1:]) for row in table("saying") if row["role"] == role}


_SAY, _TELL, _STATE, _PUT, _RAISE, _SHOW, _ADD, _GIVEN = (_wordings(role) for role in ("say", "tell", "state", "at", "to", "show", "adding", "given"))
_ACCOUNTS = frozenset(row["word"] for row in table("saying_nouns") if row["role"] == "account")
_STUDIES = frozenset(row["word"] for row in table("saying_nouns") if row["role"] == "study")
_DIGITS_AND_WORDS = frozenset(row["word"] for row in table("numerals"))
_AMOUNTS = frozenset("is was are were stood stands put puts shows show showed rose reached gave gives has had runs ran includes".split())
_ASIDES = frozenset(("after", "as", "amid", "when", "following", "before", "because", "since", "if", "once"))
_APPROXIMATING = frozenset("about around over under above below between near up".split())
_PRONOUNS = frozenset(("he", "she", "it", "they"))
_COMPLEMENTS = frozenset((word,) for word in ("of", "for", "from", "by", "with"))
_GIVES = frozenset("gave gives give given listed recorded registered".split())
_PLUS = frozenset(("added", "adds", "add"))
_REFUSAL = re.compile(r",?c[drKkpub]{0,4}(?:D|[lx]z)")
_AGE = re.compile(r"(?<=[Kkp],)9(?=[,$])")
_LONGEST = 400
CUES = frozenset({"according", ":", *_SAY, *_TELL, *_STATE, *_PUT, *_RAISE, *_SHOW, *_ADD, *_GIVEN, *_ACCOUNTS, *_STUDIES})
"""Words and signs without which nobody says anything."""


@frozen
class Saying:
    """One act of saying: the speaker's phrase (None: nobody the text names), the cue as written and the token ranges that are spoken.

    `clause` is where it takes over from whoever spoke before, None where it stands inside their speech.
    """

    speaker: Phrase | None
    cue: str
    reaches: tuple[Span, ...]
    clause: int | None = None


def sayings(sentence: Marked) -> tuple[Saying, ...]:
    """Every act of saying in a sentence, in order; where two reach over a token, the shorter reach is the nearer speaker.

    >>> from claimcheck.reading.marks import marked
    >>> from claimcheck.reading.tokens import cut
    >>> sentence = marked(cut("Police said 12 people died, but the mayor spoke of 15."))
    >>> [(s.cue, sentence.tokens.surface(*s.reaches[0])) for s in sayings(sentence)]
    [('said', '12 people died,'), ('spoke of', '15.')]
    """
    found = [Saying(None, "", ((match.start(), match.end()),)) for match in _AGE.finditer(sentence.marks)]
    if len(sentence) > _LONGEST:
        return ()
    for index, word in enumerate(sentence.words):
        if word in CUES:
            saying = _saying(sentence, index, found)
            if saying is not None:
                found = [_until(earlier, saying.clause) for earlier in found] if saying.clause else found
                found.append(_without_refusals(sentence, saying))
    return tuple(found)


def _until(saying: Saying, clause: int | None) -> Saying:
    """The saying as it ends where another clause takes over."""
    if clause is None:
        return saying
    return evolve(saying, reaches=tuple((first, min(last, clause)) for first, last in saying.reaches if first < clause))


def _without_refusals(sentence: Marked, saying: Saying) -> Saying:
    """Speech ends where its speaker declines to say more."""
    reaches = []
    for first, last in saying.reaches:
        refusal = _REFUSAL.search(sentence.marks, first, last)
        reaches.append((first, refusal.start() if refusal else last))
    return evolve(saying, reaches=tuple(reaches))


def _saying(sentence: Marked, index: int, found: list[Saying]) -> Saying | None:
    word = sentence.words[index]
    if word == "according":
        return _according(sentence, index, found)
    if word == ":":
        return _labelled(sentence, index)
    if word in _ADD:
        return _added(sentence, index, found)
    return _verb(sentence, index, found) or _account(sentence, index, found) or _given_by(sentence, index) or _printed(sentence, index)


# --- according to X; X's tally; 12 dead: X -------------------------------------------------------------------------------------------


def _according(sentence: Marked, index: int, found: list[Saying]) -> Saying | None:
    if sentence.words[index + 1 : index + 2] != ("to",):
        return None
    phrase = noun_phrases.after(sentence, index + 2)
    informant = _informant(sentence, phrase) if phrase else None
    if phrase is None or informant is None:
        return None
    if _opens_clause(sentence, index):
        start = _past_relative(sentence, phrase.stop)
        return Saying(informant, "according to", ((start, len(sentence)),), _clause_start(sentence, index))
    return _closing(sentence, informant, "according to", index, phrase.stop, found, described=True)


def _past_relative(sentence: Marked, stop: int) -> int:
    """Where the sentence goes on after ", who ...,"."""
    return _clause_end(sentence, stop + 1) if sentence.mark(stop) == "," and sentence.mark(stop + 1) == "w" else stop


def _account(sentence: Marked, index: int, found: list[Saying]) -> Saying | None:
    """ "X's tally stood at N", "a UN estimate of N", "by X's count"."""
    if sentence.words[index] not in _ACCOUNTS:
        return None
    owner = _owner(sentence, index)
    if owner is None or not (sentence.marks[owner.first] == "d" and len(range(owner.first, owner.last)) == 1 or can_speak(sentence, owner)):
        return None
    cue = sentence.words[index]
    start = owner.first - 1
    if start >= 0 and sentence.words[start] in ("by", "on"):
        if _opens_clause(sentence, start):
            return Saying(owner, cue, ((index + 1, len(sentence)),), _clause_start(sentence, start))
        return _closing(sentence, owner, cue, start, index + 1, found, described=True)
    stop = _clause_end(sentence, index)
    for verb in range(index + 1, min(index + 13, stop)):
        if sentence.words[verb] in _AMOUNTS or (sentence.words[verb] == "of" and _has_number(sentence, verb, verb + 4)):
            return Saying(owner, cue, ((verb + 1, stop),))
    return None


def _printed(sentence: Marked, index: int) -> Saying | None:
    """ "In its annual report, ..."."""
    if sentence.words[index] not in _STUDIES:
        return None
    for start in range(index - 1, max(index - 8, -1), -1):
        if sentence.words[start] == "in" and _opens_clause(sentence, start):
            phrase = noun_phrases.after(sentence, start + 1)
            return Saying(phrase, "in", ((phrase.stop, len(sentence)),)) if phrase and phrase.last > index else None
    return None


def _owner(sentence: Marked, index: int) -> Phrase | None:
    """Whose account it is: "X's", "its", "X, whose", or the word before it."""
    for first in range(index - 1, max(index - 5, -1), -1):
        mark = sentence.marks[first]
        if mark == "'":
            return _possessor(sentence, first)
        if sentence.words[first] == "whose":
            return _antecedent(sentence, first)
        if sentence.words[first] in ("its", "his", "her", "their"):
            return Phrase(first, first + 1)
        if mark in "pubK":
            return noun_phrases.before(sentence, first + 1)
        if mark not in "kx":
            return None
    return None


def _possessor(sentence: Marked, mark: int) -> Phrase | None:
    """The phrase before a possessive mark."""
    first = mark
    while first > 0 and sentence.marks[first - 1] in "pubnmKk.h'":
        first -= 1
    first -= sentence.mark(first - 1) == "d"
    return Phrase(first, mark) if first < mark else None


def _labelled(sentence: Marked, index: int) -> Saying | None:
    """Headlines: "Police: 12 dead" and "12 dead: police"."""
    for first, last, reach in ((0, index, (index + 1, len(sentence))), (index + 1, len(sentence), (0, index))):
        phrase = noun_phrases.after(sentence, first)
        if phrase and phrase.stop == last and sentence.marks[noun_phrases.head(sentence, phrase)] in "pub":
            return Saying(phrase, ":", (reach,))
    return None


# --- X said, said X, X put it at N ----------------------------------------------------------------------------------------------------


def _verb(sentence: Marked, index: int, found: list[Saying]) -> Saying | None:
    end = _verb_end(sentence, index)
    if end is None or _is_noun(sentence, index):
        return None
    return _inverted(sentence, index, end, found) or _direct(sentence, index, end, found)


def _verb_end(sentence: Marked, index: int) -> int | None:
    """The end of the verb's wording, None where its further words are missing."""
    word = sentence.words[index]
    further = _STATE.get(word, ())
    if further and sentence.words[index + 1 : index + 1 + len(further)] == further:
        return index + 1 + len(further)
    if further and not any(word in wordings for wordings in (_SAY, _TELL, _PUT, _RAISE, _SHOW)):
        return None
    return index + 1 if any(word in wordings for wordings in (_SAY, _TELL, _STATE, _PUT, _RAISE, _SHOW)) else None


def _is_noun(sentence: Marked, index: int) -> bool:
    """Whether a form like "claims" or "report" is a noun here."""
    if sentence.marks[index] not in "nm":
        return False
    ending = sentence.mark(index + 1) in "exvl'" or sentence.words[index + 1 : index + 2] in _COMPLEMENTS
    return ending or sentence.mark(index - 1) in "'di^"


def _inverted(sentence: Marked, index: int, end: int, found: list[Saying]) -> Saying | None:
    """ "...", said X."""
    before, word = sentence.mark(index - 1), sentence.words[index]
    if before not in ',"-' or not (word in _SAY or _STATE.get(word) == ()):
        return None
    if sentence.mark(end) == "r":
        phrase: Phrase | None = Phrase(end, end + 1)
    else:
        phrase = noun_phrases.after(sentence, end)
    if phrase is None or sentence.mark(phrase.stop) not in ',.;:")-$iTcw' or not (before == '"' or can_speak(sentence, phrase)):
        return None
    return _closing(sentence, phrase, word, index, phrase.stop, found, described=True)


def _direct(sentence: Marked, index: int, end: int, found: list[Saying]) -> Saying | None:
    """X said ..., or ..., X said."""
    phrase = _subject(sentence, index, found)
    if phrase is None or not _may(sentence, index, end, phrase):
        return None
    informant = _antecedent(sentence, phrase.first) if sentence.words[phrase.first] == "whose" else _informant(sentence, phrase)
    if informant is None:
        return None
    if sentence.words[index] in _STATE:
        informant = _after_figure(sentence, informant)
    printed = next((saying.speaker for saying in found if saying.cue == "in"), None)
    if printed and sentence.words[phrase.first] in ("it", "they"):
        informant = printed
    cue = " ".join(sentence.words[index:end])
    start = phrase.first
    if sentence.words[index] not in _SAY and (told := _told_before(sentence, index, informant)):
        return Saying(informant, cue, (told,))
    opens, stop = _content(sentence, index, end, start)
    if opens:
        reach = (stop, _reach_end(sentence, index, stop, start))
        figure = sentence.words[index] in _SAY or sentence.words[index] in _TELL or _has_number(sentence, *reach)
        return Saying(informant, cue, (reach,), _clause_start(sentence, start)) if figure else None
    if _opens_clause(sentence, start):
        return Saying(informant, cue, ((stop, len(sentence)),), _clause_start(sentence, start)) if sentence.mark(stop) in ',:"' else None
    return _closing(sentence, informant, cue, start, stop, found)


def _subject(sentence: Marked, index: int, found: list[Saying]) -> Phrase | None:
    """Who does it: the phrase, pronoun or antecedent before the verb; None for a passive, a negative, an infinitive."""
    start = index
    while start > 0 and sentence.marks[start - 1] in "xT":
        start -= 1
    mark = sentence.mark(start - 1)
    if mark in "^elzD":
        return None
    if mark == "r":
        return Phrase(start - 1, start) if sentence.words[start - 1] in _PRONOUNS and not _object(sentence, start - 1) else None
    if mark == "c":
        return _shared_subject(sentence, start - 1, found) if sentence.words[start - 1] in ("and", "but") else None
    if mark == "w":
        return _antecedent(sentence, start - 1) if sentence.words[start - 1] in ("who", "which", "that") else None
    phrase = noun_phrases.before(sentence, start)
    relative = _relative_before(sentence, phrase) if phrase else None
    if phrase and relative is not None:
        antecedent = _antecedent(sentence, relative)
        return evolve(antecedent, name=phrase.name) if antecedent else None
    return phrase


def _relative_before(sentence: Marked, phrase: Phrase) -> int | None:
    """The "who" of "analysts who track the raids say", where the phrase before the verb is that clause's object."""
    index = phrase.first - 1
    while index > 0 and sentence.marks[index] in "kxpubnmKi9Tdelzv'h":
        index -= 1
    if sentence.mark(index) != "w" or sentence.words[index] not in ("who", "that", "which") or sentence.mark(index - 1) == "i":
        return None
    opens = sentence.mark(index + 1) == "k" and sentence.words[index] == "who"
    return index if opens or sentence.marks[noun_phrases.head(sentence, phrase)] not in "pubKmn" else None


def _shared_subject(sentence: Marked, conjunction: int, found: list[Saying]) -> Phrase | None:
    """The subject of "X dismissed this and put it at 12", "X said ..., but said ..."."""
    first = conjunction
    while first > 0 and sentence.marks[first - 1] not in ";c":
        first -= 1
    if found and found[-1].speaker and found[-1].speaker.first >= first:
        return found[-1].speaker
    phrase = noun_phrases.leading(sentence, first)
    return phrase if phrase and can_speak(sentence, phrase) else None


def _object(sentence: Marked, index: int) -> bool:
    """Whether a pronoun stands after "of" or "for" and so cannot be the subject."""
    return index > 0 and sentence.words[index - 1] in ("of", "for", "to", "from", "about")


def _antecedent(sentence: Marked, relative: int) -> Phrase | None:
    """The phrase that "who", "which" or "whose" at `relative` stands for."""
    return noun_phrases.before(sentence, relative - (sentence.mark(relative - 1) == ","))


def _may(sentence: Marked, index: int, end: int, phrase: Phrase) -> bool:
    """Whether this verb with this subject says something: anybody says, but only speakers count, put and raise."""
    word = sentence.words[index]
    if word in _SAY or word in _TELL:
        return sentence.words[end : end + 1] not in (("nothing",), ("against",), ("little",)) and not (word in _PLUS and _has_number(sentence, end, end + 1))
    document = sentence.marks[noun_phrases.head(sentence, phrase)] in "mn" and phrase.name is None
    if word in _STATE and (end > index + 1 or not _STATE[word]) and can_speak(sentence, phrase):
        return sentence.words[end : end + 1] not in (("responsibility",), ("victory",))
    if word in _SHOW and document:
        return True
    if word in _PUT and (document or can_speak(sentence, phrase)):
        return any(sentence.words[i] in ("at", "above", "below") for i in range(end + 1, min(end + 16, len(sentence))))
    return word in _RAISE and can_speak(sentence, phrase) and _raises_a_number(sentence, end)


def _raises_a_number(sentence: Marked, end: int) -> bool:
    """ "... its estimate to N": a word for a number or an account, then "to"."""
    window = range(end, min(end + 12, len(sentence)))
    named = next((i for i in window if sentence.marks[i] == "n"), None)
    return named is not None and "to" in sentence.words[named : end + 14]


def _content(sentence: Marked, index: int, end: int, start: int) -> tuple[bool, int]:
    """(whether what is said follows the verb, where it begins or where the words about the saying end)."""
    if sentence.words[index] in _TELL:
        end = _past_addressee(sentence, end)
    while sentence.mark(end) == "x":
        end += 1
    if sentence.mark(end) in "$,;)-":
        return False, end
    if sentence.mark(end) == "c" and sentence.words[end] in _ASIDES and sentence.words[index] not in _GIVES:
        return False, _segment_end(sentence, end)
    if sentence.mark(end) not in "iT" or sentence.words[end] in _APPROXIMATING:
        return True, end
    stop = _segment_end(sentence, end)
    that = _complementizer(sentence, end, stop)
    if that is not None:
        return True, that + 1
    closed = sentence.mark(start - 1) in ',"' and not _opens_clause(sentence, start)
    return (True, end) if not closed and _has_number(sentence, end, stop) else (False, stop)


def _past_addressee(sentence: Marked, index: int) -> int:
    while sentence.mark(index) in "dkKpubh.'" and not (sentence.mark(index) == "d" and sentence.mark(index - 1) in "kKpub"):
        index += 1
    return index


def _complementizer(sentence: Marked, first: int, stop: int) -> int | None:
    """The "that" which opens what is said: the last before the comma, or one right after it."""
    for index in range(stop - 1, first, -1):
        if sentence.words[index] == "that":
            return index
    following = _segment_end(sentence, stop + 1) + 1
    return following if sentence.words[following : following + 1] == ("that",) else stop + 1 if sentence.words[stop + 1 : stop + 2] == ("that",) else None


def _after_figure(sentence: Marked, phrase: Phrase) -> Phrase:
    """The speakers of a clause put behind its figure: "Kyiv" of "the figure Kyiv gives", "analysts" of "230 million analysts had expected"."""
    for index in range(phrase.last - 2, phrase.first - 1, -1):
        counted = _has_number(sentence, index, index + 1) and not _has_number(sentence, phrase.last, phrase.last + 6)
        if counted or (sentence.marks[index] == "n" and sentence.marks[index + 1] in "Kpu"):
            speakers = Phrase(index + 1, phrase.last)
            return speakers if can_speak(sentence, speakers) else phrase
    return phrase


def _told_before(sentence: Marked, index: int, phrase: Phrase) -> Span | None:
    """The figure before a relative clause without "that": "the 73,000 it gave"."""
    if sentence.mark(phrase.first - 1) not in "kKT9nmbpu" or sentence.words[index + 1 : index + 2] == ("that",):
        return None
    first = phrase.first
    while first > 0 and sentence.marks[first - 1] not in ',;ic"w':
        first -= 1
    return (first, phrase.first) if "T" not in sentence.marks[first : phrase.first] and _has_number(sentence, first, phrase.first) else None


# --- saying that ..., adding that ..., given by X -------------------------------------------------------------------------------------


def _added(sentence: Marked, index: int, found: list[Saying]) -> Saying | None:
    """ "..., adding that": the speaker goes on; "quoted X as saying"."""
    cue, reach = sentence.words[index], (index + 1, len(sentence))
    if sentence.words[index - 1 : index] == ("as",):
        quoted = index - 2
        phrase = noun_phrases.before(sentence, index - 1)
        if sentence.words[quoted] == "quoted":
            while quoted > 0 and sentence.marks[quoted - 1] in "xe":
                quoted -= 1
            phrase = noun_phrases.before(sentence, quoted)
        return Saying(phrase, cue, (reach,)) if phrase else None
    if sentence.mark(index - 1) != ",":
        return None
    if found and found[-1].speaker:
        return Saying(found[-1].speaker, cue, (reach,))
    phrase = noun_phrases.leading(sentence)
    return Saying(phrase, cue, (reach,)) if phrase and can_speak(sentence, phrase) else None


def _given_by(sentence: Marked, index: int) -> Saying | None:
    """ "12 deaths were confirmed by X", "put at 12 by X"; ", given as 12 a day earlier" is said by nobody we know."""
    if sentence.words[index] not in _GIVEN:
        return None
    stop = _segment_end(sentence, index)
    first = max(sentence.marks.rfind(",", 0, index), sentence.marks.rfind(";", 0, index)) + 1
    by = index + 1
    if sentence.words[by : by + 1] in (("at",), ("as",)) and _has_number(sentence, by, by + 4):
        by = next((i for i in range(by, stop) if sentence.words[i] == "by"), stop)
        if by == stop and first == index and first > 0:
            return Saying(None, "", ((index, stop),))
    phrase = noun_phrases.after(sentence, by + 1) if sentence.words[by : by + 1] == ("by",) else None
    return Saying(phrase, sentence.words[index], ((first, by),)) if phrase and can_speak(sentence, phrase) else None


# --- how far it reaches ---------------------------------------------------------------------------------------------------------------


def _closing(sentence: Marked, phrase: Phrase, cue: str, start: int, stop: int, found: list[Saying], described: bool = False) -> Saying:
    """A saying that comes after what is said; it may go on after words about the saying ("on Monday") and the speaker ("who ...")."""
    left = _left_bound(sentence, start, found)
    reaches = [(left, start)]
    if sentence.mark(stop) in "iT":
        stop = _segment_end(sentence, stop)
    more = _goes_on(sentence, stop, described)
    if more is not None:
        closing = sentence.marks.find('"', more + 1) if sentence.mark(more) == '"' else -1
        reaches.append((more, closing if closing > 0 else len(sentence)))
    return Saying(phrase, cue, tuple(reaches), left or None)


def _left_bound(sentence: Marked, start: int, found: list[Saying]) -> int:
    """Where the speech before the cue began: the sentence, the clause after an earlier speaker's, or the relative clause it is put into."""
    since = max((saying.reaches[0][0] for saying in found if saying.speaker and saying.reaches), default=0)
    since = max([since, *(saying.speaker.stop for saying in found if saying.speaker and saying.speaker.stop < start)])
    for index in range(start - 1, since, -1):
        if found and (sentence.marks[index] == ";" or (sentence.marks[index] == "c" and sentence.mark(index - 1) == ",")):
            return index
        if sentence.marks[index] == "w" and index > start - 8 and sentence.marks[index + 1] in "i," and sentence.mark(start - 1) == ",":
            return index
    return 0


def _goes_on(sentence: Marked, stop: int, described: bool) -> int | None:
    """Where the speech goes on after its cue; `described` speakers may be followed by words about them."""
    marks = sentence.marks
    while sentence.mark(stop) == ",":
        stop += 1
        if described and marks[stop : stop + 1] == "9" and sentence.mark(stop + 1) in ',$"':
            stop += 1
        elif described and sentence.mark(stop) in "wdK":
            semicolon = marks.find(";", stop)
            return semicolon + 1 if semicolon > 0 else None
        else:
            break
    if sentence.mark(stop) == "c" and sentence.words[stop] not in ("and", "but", "or"):
        return None
    return stop if stop < len(sentence) and sentence.marks[stop - 1] == "," or sentence.mark(stop) in ';:"c(-' else None


def _reach_end(sentence: Marked, index: int, stop: int, start: int) -> int:
    """Where speech that opens at `stop` ends.

    What somebody says runs on, up to a new scene (", as crews ..."). A figure that they give ends before "after", "as" or "when", and in a
    clause that is itself put in so ("as officials counted 12 dead, ...") with that clause.
    """
    before = sentence.mark(start - 1)
    aside = (before == "c" and sentence.words[start - 1] in _ASIDES) or (before == "w" and sentence.mark(start - 2) == ",")
    says = sentence.words[index] in _SAY or sentence.words[index] in _TELL or sentence.words[stop : stop + 1] == ("that",)
    gives = sentence.words[index] in _GIVES
    for after in range(stop + 1, len(sentence)):
        mark, word, comma = sentence.marks[after], sentence.words[after], sentence.marks[after - 1] == ","
        if (aside and mark == ",") or (comma and word == "as") or (not says and mark == ";"):
            return after
        if not says and word in _ASIDES and sentence.words[after + 1 : after + 2] != ("of",) and not (word == "as" and gives):
            return after
    return len(sentence)


def _opens_clause(sentence: Marked, index: int) -> bool:
    """Whether a clause begins at this token: the sentence, a quotation, after a conjunction, semicolon, colon or dateline."""
    before = sentence.mark(index - 1)
    if before == '"':
        return sentence.tokens.touches(index)
    return before in "^c;:(w" or (before == "-" and index < 8)


def _clause_start(sentence: Marked, index: int) -> int | None:
    """Where this clause takes over from the one before, None inside another clause."""
    return index - 1 if sentence.mark(index - 1) in "c;" else None


def _clause_end(sentence: Marked, index: int) -> int:
    for stop in range(index, len(sentence)):
        if sentence.marks[stop] in ",;":
            return stop
    return len(sentence)


def _segment_end(sentence: Marked, index: int) -> int:
    while sentence.mark(index) not in ',;:$"':
        index += 1
    return index


def _has_number(sentence: Marked, first: int, last: int) -> bool:
    return "9" in sentence.marks[first:last] or not _DIGITS_AND_WORDS.isdisjoint(sentence.words[first:last])


def _informant(sentence: Marked, phrase: Phrase) -> Phrase | None:
    """Who stands behind "figures from X" or "X estimates"; None for figures of nobody."""
    head = noun_phrases.head(sentence, phrase)
    if sentence.marks[head] != "n":
        return phrase
    for index in range(head + 1, phrase.last - 1):
        if sentence.words[index] in ("from", "by"):
            source = noun_phrases.after(sentence, index + 1)
            return evolve(source, last=min(source.last, phrase.last)) if source else None
    named = [i for i in range(phrase.first, head) if sentence.marks[i] in "pubK" or sentence.words[i] == "official"]
    return evolve(phrase, last=head) if named else None

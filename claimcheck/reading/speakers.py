"""Who has spoken or been named so far in an article, so that "she", "the ministry" and a bare surname find their name."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from attrs import define, evolve, field

from claimcheck.reading import noun_phrases, overheard, places
from claimcheck.reading.frozen import frozen
from claimcheck.reading.marks import Marked, marked, uncontracted
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table, word_set

_PRONOUNS = {row["word"]: row["pronoun"] for row in table("speakers") if row["pronoun"]}
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our"))
_KINDS = {
    "he": ("person", "name"),
    "she": ("person", "name"),
    "it": ("body", "company", "bare", "name"),
    "they": ("group", "body", "company"),
}
_REMEMBERED = 40
_OVERHEARD = 12
"""Sentences without a speaker that are looked at once somebody is called "she" or "the company"."""
_OWNERS = {"him": "he", "them": "they", "his": "he", "her": "she", "its": "it", "their": "they"}
_BODILY = word_set("in the name of a body")
_UNIONS = frozenset(("union", "league", "federation", "confederation", "guild", "brotherhood"))
_COMPANIES = frozenset(row["word"] for row in table("speakers") if row["kind"] == "company")
_ANY_BODY = _COMPANIES | word_set("any body")


@frozen
class Speaker:
    """A speaker as the article names them.

    `kind` is person, body, company or group, "name" where a bare name could be any, "bare" where it is one word, rarely a person's;
    `pronoun` is he, she, it or "" where nothing tells.
    """

    text: str
    words: frozenset[str]
    head: str
    kind: str
    pronoun: str = ""


@define
class Memory:
    """The speakers of one article up to a point, latest last; only the last few dozen are kept. `names` are words known to be names."""

    _names: Collection[str] = ()
    _known: list[Speaker] = field(factory=list)
    _overheard: list[Tokens] = field(factory=list)

    def overhear(self, tokens: Tokens) -> None:
        """Keeps a sentence in which nobody speaks, should a later speaker be named there."""
        self._overheard = [*self._overheard[1 - _OVERHEARD :], tokens]

    def hear(self, sentence: Marked, speakers: Iterable[Phrase]) -> None:
        """Learns whom a sentence is about, and before it, where its speakers are not called by name, whom those kept were about."""
        speaking = min((speaker.first for speaker in speakers), default=len(sentence))
        if self._overheard and any("K" not in sentence.marks[speaker.first : speaker.last - 1] for speaker in speakers):
            for tokens in self._overheard:
                self._meet_subject(marked(tokens), len(tokens))
            self._overheard = []
        self._meet_subject(sentence, speaking)

    def _meet_subject(self, sentence: Marked, speaking: int) -> None:
        phrase = overheard.subject(sentence, self._names)
        if phrase is not None and phrase.last <= speaking:
            speaker, pronoun = _speaker(sentence, phrase), overheard.pronoun(sentence, phrase, speaking)
            kind = "person" if pronoun in ("he", "she") else speaker.kind
            self._remember(self._namesake(speaker) or evolve(speaker, kind=kind, pronoun=pronoun))

    def resolve(self, sentence: Marked, phrase: Phrase) -> str:
        """The fullest wording for a speaker's phrase, remembered for what follows."""
        word = uncontracted(sentence.words[phrase.first])
        if phrase.last - phrase.first == 1 and (pronoun := _OWNERS.get(word, word if sentence.marks[phrase.first] == "r" else "")):
            known = self._by_pronoun(pronoun) or (self._body_before(sentence, phrase.first) if pronoun == "it" else None)
            return known.text if known else sentence.tokens.surface(phrase.first, phrase.last)
        return self.meet(sentence, phrase).text

    def meet(self, sentence: Marked, phrase: Phrase, in_passing: bool = False) -> Speaker:
        """Remembers somebody who is named; in passing, so that a pronoun first means those who stood out before."""
        speaker = _speaker(sentence, phrase)
        vague = sentence.words[phrase.first] in ("a", "an") or (speaker.kind == "group" and sentence.words[phrase.first] != "the")
        known = None if vague else self._namesake(speaker)
        owned = sentence.words[phrase.first]
        of_theirs = owned in ("his", "her") or (owned in ("its", "their") and sentence.marks[noun_phrases.head(sentence, phrase)] in "mn")
        if known is None and of_theirs and not phrase.name and (owner := self._by_pronoun(_OWNERS[owned])):
            speaker = evolve(speaker, text=f"{owner.text}'s {speaker.text}")
        if known is None and in_passing:
            self._known.insert(0, speaker)
            return speaker
        return self._remember(known or speaker)

    def _remember(self, speaker: Speaker) -> Speaker:
        self._known = [known for known in self._known[-_REMEMBERED:] if known.text != speaker.text]
        self._known.append(speaker)
        return speaker

    def _by_pronoun(self, pronoun: str) -> Speaker | None:
        for kinds in (_KINDS[pronoun], ("bare",) if pronoun in ("he", "she") else ()):
            for speaker in reversed(self._known):
                if speaker.kind in kinds and (speaker.pronoun in ("", pronoun) or pronoun == "they"):
                    return self._remember(evolve(speaker, pronoun="" if pronoun == "they" else pronoun))
        return None

    def _body_before(self, sentence: Marked, end: int) -> Speaker | None:
        """The last body named before a token of a sentence: "63 were seen at the county hospital, it said"."""
        at = next((index for index in range(end - 1, -1, -1) if sentence.marks[index] == "b"), None)
        phrase = noun_phrases.before(sentence, at + 1) if at is not None else None
        return self._remember(_speaker(sentence, phrase)) if phrase is not None else None

    def _namesake(self, speaker: Speaker) -> Speaker | None:
        """The fuller wording of the same speaker: "Health Ministry" for "ministry", "Mayor Ana Ruiz" for "Ruiz"."""
        if speaker.words <= _COMPANIES:
            companies = [known for known in reversed(self._known) if known.kind == "company" and not known.words <= _COMPANIES]
            return next((known for known in companies if known.text[:1].isupper()), None) or next(iter(companies), None) or self._any_body()
        if speaker.words <= _UNIONS and speaker.text.islower():
            return next((known for known in reversed(self._known) if known.head in _UNIONS and known.words > {known.head}), None)
        for known in reversed(self._known):
            if speaker.words <= known.words and (known.head == speaker.head or _person(known, speaker)):
                return known
        return self._any_body() if speaker.words <= _ANY_BODY and speaker.text.islower() else None

    def _any_body(self) -> Speaker | None:
        """Who "the charity" or "the company" is where nothing was called so before: the last name that is no person's or place's."""
        for known in reversed(self._known):
            bodily = known.kind in ("company", "body", "group", "bare") or (known.kind == "name" and known.pronoun == "it")
            if (
                bodily
                and known.pronoun in ("", "it")
                and known.text.rpartition(" ")[2][:1].isupper()
                and places.canonical(known.text) is None
            ):
                return known
        return None


def _person(known: Speaker, speaker: Speaker) -> bool:
    """Whether a known person is meant by a title ("the minister") or by the last name alone."""
    return known.kind == "person" and (speaker.kind == "person" or known.text.lower().endswith(f" {speaker.head}"))


def _speaker(sentence: Marked, phrase: Phrase) -> Speaker:
    first, last = phrase.first, phrase.last
    if sentence.words[first] in _ARTICLES and last > first + 1:
        first += 1
    if sentence.marks[last : last + 1] == "$" and sentence.marks[last - 2 : last] in (".K", ".k"):
        last += 1
    last = next((at for at in range(first + 1, last - 1) if sentence.words[at] == "of" and sentence.marks[at + 1] in "9T"), last)
    text = sentence.tokens.surface(first, last)
    words = {word for word, mark in zip(sentence.words[first:last], sentence.marks[first:last], strict=True) if mark in "pubnmKk"}
    head = noun_phrases.head(sentence, phrase)
    if phrase.name:
        text = f"{text} {sentence.tokens.surface(*phrase.name)}"
        words.update(sentence.words[phrase.name[0] : phrase.name[1]])
    pronoun = next((_PRONOUNS[word] for word in sentence.words[first:last] if word in _PRONOUNS), "")
    return Speaker(text, frozenset(words), sentence.words[head], _kind(sentence, phrase, head), pronoun)


def _kind(sentence: Marked, phrase: Phrase, head: int) -> str:
    mark = sentence.marks[head]
    following = sentence.words[phrase.last : phrase.last + 5] if sentence.mark(phrase.last) == "," else ()
    if sentence.words[head] in _COMPANIES or (mark == "K" and not _COMPANIES.isdisjoint(following)):
        return "company"
    if phrase.name or mark == "p" or (mark == "K" and "p" in sentence.marks[phrase.first : head]):
        return "person"
    if mark in "bmn":
        return "body"
    if mark == "u" or "u" in sentence.marks[phrase.first : head]:
        return "group"
    if mark == "k":
        return "group" if sentence.words[head].endswith("s") else "name"
    text = sentence.tokens.surface(head, head + 1)
    defined = sentence.words[phrase.first] == "the" or "." in sentence.marks[phrase.first : head]
    if (
        defined
        or not _BODILY.isdisjoint(sentence.words[phrase.first : phrase.last])
        or (head == phrase.first and (text.isupper() or places.canonical(text) is not None))
    ):
        return "body"
    return "bare" if head == phrase.first else "name"

"""Who has spoken or been named so far in an article, so that "she", "the ministry" and a bare surname find their name."""

from __future__ import annotations

from attrs import define, evolve, field, frozen

from claimcheck.reading import noun_phrases
from claimcheck.reading.noun_phrases import Phrase
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

_PRONOUNS = {row["word"]: row["pronoun"] for row in table("speakers") if row["pronoun"]}
_ARTICLES = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "one"))
_REMEMBERED = 40
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}


@frozen
class Speaker:
    """A speaker as the article names them. `kind` is person, body or group, or "name" where a bare name could be either; `pronoun` is he,
    she, it or "" where nothing tells."""

    text: str
    words: frozenset[str]
    head: str
    kind: str
    pronoun: str = ""


@define
class Memory:
    """The speakers of one article up to a point, latest last; only the last few dozen are kept."""

    _known: list[Speaker] = field(factory=list)

    def resolve(self, tokens: Tokens, marks: str, phrase: Phrase) -> str:
        """The fullest wording for a speaker's phrase, remembered for what follows."""
        word = tokens.words[phrase.first]
        if phrase.last - phrase.first == 1 and marks[phrase.first] == "r":
            known = self._by_pronoun(word)
            return known.text if known else tokens.surface(phrase.first, phrase.last)
        return self.meet(tokens, marks, phrase).text

    def meet(self, tokens: Tokens, marks: str, phrase: Phrase) -> Speaker:
        """Remembers somebody who is named."""
        speaker = _speaker(tokens, marks, phrase)
        known = self._namesake(speaker)
        if known is None and (pronoun := _OWNERS.get(tokens.words[phrase.first])) and (owner := self._by_pronoun(pronoun)):
            speaker = evolve(speaker, text=f"{owner.text}'s {speaker.text}")
        return self._remember(known or speaker)

    def _remember(self, speaker: Speaker) -> Speaker:
        self._known = [known for known in self._known[-_REMEMBERED:] if known.text != speaker.text]
        self._known.append(speaker)
        return speaker

    def _by_pronoun(self, pronoun: str) -> Speaker | None:
        kinds = ("person", "name") if pronoun in ("he", "she") else ("body", "name") if pronoun == "it" else ("group", "body")
        for speaker in reversed(self._known):
            if speaker.kind in kinds and (speaker.pronoun in ("", pronoun) or pronoun == "they"):
                return self._remember(evolve(speaker, pronoun="" if pronoun == "they" else pronoun))
        return None

    def _namesake(self, speaker: Speaker) -> Speaker | None:
        """The fuller wording of the same speaker: "Health Ministry" for "ministry", "Mayor Ana Ruiz" for "Ruiz"."""
        for known in reversed(self._known):
            if speaker.words <= known.words and (known.head == speaker.head or (known.kind == "person" and speaker.kind != "group")):
                return known
        return None


def _speaker(tokens: Tokens, marks: str, phrase: Phrase) -> Speaker:
    first, last = phrase.first, phrase.last
    if tokens.words[first] in _ARTICLES and last > first + 1:
        first += 1
    if marks[last : last + 1] == "$" and marks[last - 2 : last] in (".K", ".k"):
        last += 1
    text = tokens.surface(first, last)
    words = {word for word, mark in zip(tokens.words[first:last], marks[first:last], strict=True) if mark in "pubnmKk"}
    head = noun_phrases.head(marks, phrase)
    if phrase.name:
        text = f"{text} {tokens.surface(*phrase.name)}"
        words.update(tokens.words[phrase.name[0] : phrase.name[1]])
    pronoun = next((_PRONOUNS[word] for word in tokens.words[first:last] if word in _PRONOUNS), "")
    return Speaker(text, frozenset(words), tokens.words[head], _kind(tokens, marks, phrase, head), pronoun)


def _kind(tokens: Tokens, marks: str, phrase: Phrase, head: int) -> str:
    mark = marks[head]
    if phrase.name or mark == "p" or (mark == "K" and "p" in marks[phrase.first : head]):
        return "person"
    if mark in "bmn":
        return "body"
    if mark == "u":
        return "group"
    if mark == "k":
        return "group" if tokens.words[head].endswith("s") else "person"
    defined = tokens.words[phrase.first] == "the" or "." in marks[phrase.first : head]
    return "body" if defined or head == phrase.first else "name"

"""A sentence as the readers of scope see it: its frames, its names, and which stretches only say who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from claimcheck.reading import places, proper_names
from claimcheck.reading.frames import Sentence
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic, events_in
from claimcheck.vocabulary import table


class View:
    """One sentence of an article with what scope needs to know of it."""

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity], topic: Topic, before: Tokens | None) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.figures = figures
        self.topic = topic
        self.before = before
        self.sentence = Sentence(tokens, figures)
        self.letters = self.sentence.letters
        self.names = tuple(name for name in proper_names.find(tokens, topic.names) if not _is_dateline(tokens, name))
        self.speech = _speech(self.sentence)

    @cached_property
    def years(self) -> tuple[int, ...]:
        """The tokens that are years."""
        kinds, words, letters = self.tokens.kinds, self.words, self.letters
        return tuple(at for at, word in enumerate(words) if len(word) == 4 and kinds[at] == "d" and letters[at] != "N" and "1500" <= word <= "2099")

    @cached_property
    def events(self) -> list[tuple[int, str, str]]:
        """The words of the sentence that name an event."""
        return events_in(self.tokens, named=True)

    @cached_property
    def adjectives(self) -> dict[str, str]:
        """Adjective -> name, as the article uses them."""
        return dict(self.topic.adjectives)

    def spoken(self, at: int) -> bool:
        """Whether a token only belongs to "X said"."""
        return any(first <= at < last for first, last in self.speech)

    def base(self, name: str) -> str:
        """The place a name or adjective stands for: Ukraine for "Ukrainian" and "Ukraine"."""
        first = name.split(" ", 1)[0]
        return places.canonical(name) or places.demonym(name) or places.demonym(first) or self.adjectives.get(first) or name

    def adjective(self, side: str) -> str:
        """The adjective of a side where one is known, else the side as written."""
        base = self.base(side)
        known = places.adjective(base)
        if known:
            return known
        return next((a.removesuffix("s") for a, name in self.topic.adjectives if name == base and a.removesuffix("s").endswith(("n", "i", "sh", "ic"))), base)

    def is_person(self, name: Name) -> bool:
        """Whether a name may be a person's: no place, no people, no "the" before it."""
        if name.place is not None or name.side is not None or name.text in self.adjectives or name.text in self.topic.sides:
            return False
        return name.first == 0 or self.words[name.first - 1] not in ("the", "in", "at", "near", "of") or name.last - name.first > 1

    def antecedent(self, at: int) -> str | None:
        """The name a pronoun at a token stands for: a person for "she", anything for "it"; here, else in the sentence before."""
        person = self.words[at] in _PERSONAL
        if person and self.topic.kind in ("trial", "shooting") and self.topic.entity:
            return self.topic.entity
        if self.words[at] in ("i", "we"):
            return next((name.text for name in self.names if self.spoken(name.first)), None)
        for name in self.names if not person else reversed(self.names):
            if name.last <= at and self.tokens.kinds[name.last] != "d" and (self.is_person(name) if person else not _is_located(self.words, name)):
                return name.text.rsplit(" ", 1)[-1] if person else name.text
        if self.before is None:
            return None
        earlier = [name for name in proper_names.find(self.before, self.topic.names) if not _is_dateline(self.before, name)]
        if not person:
            return earlier[0].text if earlier else _opening_noun(self.before)
        people = [name for name in earlier if name.place is None and name.side is None and name.text not in self.topic.sides]
        full = [name for name in people if name.last - name.first > 1] or people
        return full[-1].text.rsplit(" ", 1)[-1] if full else None

    def side(self, at: int) -> str | None:
        """The side behind a possessive at a token; a person is no side."""
        if self.words[at] in _PERSONAL:
            return None
        name = self.antecedent(at)
        return name if name is not None and (self.base(name) in self.topic.sides or places.is_country(self.base(name)) or " " not in name) else None

    def subject(self, verb: int) -> str | None:
        """The subject of the verb at a token where it is a name or a pronoun: the last one before it that no preposition governs."""
        for name in reversed(self.names):
            if name.last <= verb and not self.spoken(name.first):
                if ";" in self.letters[name.last : verb] or "N" in self.letters[name.last : verb]:
                    break
                if not self._is_governed(name):
                    return name.text
        for at in range(verb - 1, max(-1, verb - 6), -1):
            if self.words[at] in ("it", "they", "he", "she", "i", "we"):
                return self.antecedent(at)
            if self.letters[at] in ";N":
                break
        return None

    def _is_governed(self, name: Name) -> bool:
        """Whether a preposition, "the" before a single word, or a number after it keep a name from being a subject."""
        before = self.words[name.first - 1] if name.first else ""
        if before == "the":
            if name.last - name.first == 1:
                return True
            before = self.words[name.first - 2] if name.first > 1 else ""
        numbered = name.last < len(self.tokens) and self.tokens.kinds[name.last] == "d"
        return before in _prepositions() or numbered


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("word_classes") if row["role"] == "preposition") | {"to"}


_PERSONAL = frozenset(("he", "she", "his", "her", "him"))


def _opening_noun(tokens: Tokens) -> str | None:
    """The noun after "The" that opens a sentence, one word."""
    return tokens.words[1] if tokens.words[:1] == ("the",) and tokens.kinds[1:2] == "w" else None


def _is_dateline(tokens: Tokens, name: Name) -> bool:
    """Whether a name stands in the dateline: "LISK, Tessen — ..."."""
    return name.first < 6 and name.last < 9 and any(mark in ("—", "–") for mark in tokens.words[name.last : name.last + 8]) and tokens.surface(0, 1).isupper()


def _is_located(words: tuple[str, ...], name: Name) -> bool:
    return name.first > 0 and words[name.first - 1] in ("in", "at", "near", "on", "from")


def _speech(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The token ranges that only name a speaker: "X said" in front, ", X said" behind, "according to X"."""
    letters, words, found = sentence.letters, sentence.tokens.words, []
    sources = [at for at, letter in enumerate(letters) if letter == "s"]
    if "according" in words:
        sources += [at for at, word in enumerate(words) if word == "according" and words[at + 1 : at + 2] == ("to",)]
    for at in sources:
        first, last, says = at, at + 1, letters[at] == "s"
        while says and first > 0 and letters[first - 1] not in ',;"N':
            first -= 1
        while last < len(letters) and letters[last] not in ',;"N' and words[last] != ".":
            last += 1
        behind = not says or (first > 0 and letters[first - 1] in ',"')
        found.append((at if first > 0 and letters[first - 1] == "N" else first, last if behind and letters[last : last + 1] != "N" else at + 1))
    return tuple(found)

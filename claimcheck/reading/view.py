"""A sentence as the readers of scope see it: its frames, its names, and which stretches only say who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from claimcheck.reading import places, proper_names
from claimcheck.reading.frames import Sentence
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic


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
        self.names = proper_names.find(tokens, topic.names)
        self.speech = _speech(self.sentence)

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
        return next((a for a, name in self.topic.adjectives if name == base and not a.endswith("s")), base)

    def is_person(self, name: Name) -> bool:
        """Whether a name may be a person's: no place, no people, no "the" before it."""
        if name.place is not None or name.side is not None or name.text in self.adjectives or name.text in self.topic.sides:
            return False
        return name.first == 0 or self.words[name.first - 1] not in ("the", "in", "at", "near", "of") or name.last - name.first > 1

    def antecedent(self, at: int) -> str | None:
        """The name a pronoun at a token stands for: a person for "she", anything for "it"; here, else in the sentence before."""
        person = self.words[at] in _PERSONAL
        for name in self.names if not person else reversed(self.names):
            if name.last <= at and (self.is_person(name) if person else not _is_located(self.words, name)):
                return name.text.rsplit(" ", 1)[-1] if person else name.text
        if self.before is None:
            return None
        earlier = proper_names.find(self.before, self.topic.names)
        fitting = [name for name in earlier if name.place is None and name.side is None and len(name.text.split()) > 1] if person else list(earlier)
        return (fitting[-1].text.rsplit(" ", 1)[-1] if person else fitting[0].text) if fitting else None

    def subject(self, verb: int) -> str | None:
        """The subject of the verb at a token where it is a name or a pronoun: the last one before it that no preposition governs."""
        for name in reversed(self.names):
            if name.last <= verb and not self.spoken(name.first):
                if ";" in self.letters[name.last : verb] or "N" in self.letters[name.last : verb]:
                    break
                if name.first == 0 or self.letters[name.first - 1] not in "po" and self.words[name.first - 1] != "the" or name.last - name.first > 1 and self.letters[name.first - 1] not in "po":
                    return name.text
        for at in range(verb - 1, max(-1, verb - 5), -1):
            if self.words[at] in ("it", "they", "he", "she", "who", "which"):
                return self.antecedent(at)
            if self.letters[at] in ";N":
                break
        return None


_PERSONAL = frozenset(("he", "she", "his", "her", "him"))


def _is_located(words: tuple[str, ...], name: Name) -> bool:
    return name.first > 0 and words[name.first - 1] in ("in", "at", "near", "on", "from")


def _speech(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The token ranges that only name a speaker: "X said" in front, ", X said" behind, "according to X"."""
    letters, words, found = sentence.letters, sentence.tokens.words, []
    for at, letter in enumerate(letters):
        if letter != "s" and not (words[at] == "according" and words[at + 1 : at + 2] == ("to",)):
            continue
        first = at
        while letter == "s" and first > 0 and letters[first - 1] not in ',;"N':
            first -= 1
        last = at + 1
        while last < len(letters) and letters[last] not in ',;"N' and words[last] != ".":
            last += 1
        behind = letter != "s" or first > 0 and letters[first - 1] in ',"'
        found.append((first if "N" not in letters[first - 1 : first] else at, last if behind and letters[last : last + 1] != "N" else at + 1))
    return tuple(found)

"""A sentence with its names: which are places, which may be persons, and what stands around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, cached_property

from claimcheck.reading import places, proper_names
from claimcheck.reading.framed import Sentence
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.speaking_ranges import speaking
from claimcheck.reading.story import story_words
from claimcheck.reading.story_events import events_in
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic
from claimcheck.vocabulary import table, word_set

POSSESSIVES = frozenset(("its", "her", "his", "their"))
_DASHES = frozenset(("—", "–", "-", "--"))
_DATELINE = 16
"""Tokens in which a dateline ends."""
_TOLD = (",pN", "pN")
"""Letters behind a place with its figure: "Nigeria, with six", "Sindh for 23"."""
_PUTTING = (("put",), ("puts",), ("placed",), ("estimated",), ("estimates",))
"""Verbs whose subject only gives a figure: "the general staff in Noor put"."""
PLACED = ("in", "at", "near", "on", "from")
_HELD = word_set("held in what is no place")
"""What stands before an "in" that names no place: "shares in Orbel", "built in Japan"."""


class NamedSentence:
    """One sentence of an article with its frames and names.

    `names` are those behind the dateline, `adjectives` the name of each adjective as the article uses it, `speech` the stretches that only
    say who speaks, `years` the tokens that are years, `placed` the names that stand as places: after "in" or "near", before ", where", or
    where a verb counts.
    """

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity], topic: Topic) -> None:
        self.tokens = tokens
        self.words = tokens.words
        self.figures = figures
        self.topic = topic
        self.sentence = Sentence(tokens, figures)
        self.letters = self.sentence.letters
        self.adjectives = dict(topic.adjectives)
        self.names = _names(tokens, topic)
        self.speech = speaking(self.sentence)
        self.years = _years(tokens, self.letters)
        self.placed = tuple([name for name in self.names if self._is_placed(name) and not self.spoken(name.first)])

    def _is_placed(self, name: Name) -> bool:
        words, at = self.words, name.first - 1
        if self.tokens.kinds[name.last : name.last + 1] == "d" and all(figure.first != name.last for figure in self.figures):
            return False
        if words[name.last : name.last + 2] in ((",", "where"), ("accounted", "for")) or self.holds(name):
            return True
        while at >= 0 and words[at] in story_words("area"):
            at -= 1
        if at < 0 or words[at] not in story_words("locative") or name.side is not None or words[at - 1] in _HELD:
            return False
        if words[name.last : name.last + 1] in _PUTTING:
            return False
        if words[at] == "at" and not story_words("site").isdisjoint(words[name.last : name.last + 2]):
            return True
        return name.place is not None or (words[at] not in ("at", "on", "over", "inside") and name.text not in self.adjectives)

    def holds(self, name: Name) -> bool:
        """Whether a place counts what follows ("Canada reported six cases", "Nigeria, with six"); sides of a war count their own."""
        if name.place is None or name.side is not None or self.topic.sides or self.is_governed(name):
            return False
        verb = self.words[name.last : name.last + 1]
        return not story_words("holding").isdisjoint(verb) or self.letters.startswith(_TOLD, name.last)

    @property
    def points(self) -> bool:
        """Whether a possessive or "enemy" may point at a side."""
        return "enemy" in self.words or not POSSESSIVES.isdisjoint(self.words)

    @cached_property
    def events(self) -> list[tuple[int, str, str]]:
        """The words of the sentence that name an event."""
        return events_in(self.tokens, named=True)

    def spoken(self, at: int) -> bool:
        """Whether a token only belongs to "X said"."""
        return bool(self.speech) and any(first <= at < last for first, last in self.speech)

    def base(self, name: str) -> str:
        """The place a name or adjective stands for: Ukraine for "Ukrainian" and "Ukraine"."""
        first = name.split(" ", 1)[0]
        country = places.country_of(name) if places.is_capital(name) else None
        if country in self.topic.sides:
            return country or name
        return places.canonical(name) or places.demonym(name) or places.demonym(first) or self.adjectives.get(first) or name

    def adjective(self, side: str) -> str:
        """The adjective of a side where one is known or regular (Torvian for "Torvia"), else the side as written."""
        base = self.base(side)
        if " " in base and base in self.topic.sides:
            return base
        learned = (word.removesuffix("s") for word, name in self.topic.adjectives if name == base)
        return (
            places.adjective(base)
            or next((word for word in learned if word.endswith(("n", "i", "sh", "ic"))), None)
            or (f"{base}n" if base.endswith("ia") else base)
        )

    def is_person(self, name: Name) -> bool:
        """Whether a name may be a person's: no place, no people, no "the" before it."""
        if name.place is not None or name.side is not None or name.text in self.adjectives or name.text in self.topic.sides:
            return False
        if not bodies().isdisjoint((self.words[name.last - 1], *self.words[max(0, name.first - 1) : name.first])):
            return False
        return name.first == 0 or name.last - name.first > 1 or self.words[name.first - 1] not in ("the", "of", *PLACED)

    def has_office(self, name: Name) -> bool:
        """Whether a name stands behind an office: "the finance minister, Ana Ruiz", "Mayor Ana Ruiz"."""
        return name.place is None and not _offices().isdisjoint(self.words[max(0, name.first - 2) : name.first])

    def describes(self, name: Name) -> bool:
        """Whether a name is an adjective of another that stands right behind it: the British of "British carmaker Carrow"."""
        return name.side is not None and any(
            0 < other.first - name.last < 4 and set(self.letters[name.last : other.first]) <= set("xM") for other in self.names
        )

    def is_apposed(self, name: Name) -> bool:
        """Whether a name is the possessor in what another is: the Spain of "Telva, Spain's largest grocer, said"."""
        owns = self.words[name.last : name.last + 1] in (("'s",), ("’s",))
        return owns and any(other.last == name.first - 1 and self.words[other.last] == "," for other in self.names)

    def is_speaking_person(self, name: Name) -> bool:
        """Whether a name is that of a person who speaks: no "it" means them."""
        return name.last - name.first > 1 and self.spoken(name.first) and self.is_person(name) and self.words[name.first - 1] != "the"

    def is_object(self, name: Name) -> bool:
        """Whether a verb right before a name makes it an object: "lost Porto"."""
        at = name.first - 1 - (name.first > 0 and self.words[name.first - 1] == "the")
        mark = self.sentence.mark_at(at) if at > 0 and self.letters[at] == "M" else None
        return mark is not None and any(frame.past and frame.role in ("patient", "people") for frame in mark.frames)

    def _is_party(self, name: Name) -> bool:
        """Whether a name after "the" is that of many, "the Greens", or in an election of a party, "the Alliance"."""
        many = name.text.endswith("s") or self.topic.kind in ("election", "referendum")
        return many and name.side is None and name.place is None

    def is_governed(self, name: Name) -> bool:
        """Whether a preposition, "the" before a single word, or a number after it keep a name from being a subject."""
        before = self.words[name.first - 1] if name.first else ""
        if before in ("the", "a", "an"):
            if before == "the" and name.last - name.first == 1 and not self._is_party(name):
                return True
            before = self.words[name.first - 2] if name.first > 1 else ""
        kinds = self.tokens.kinds
        at = name.first - 1
        while at > 0 and self.letters[at] == "x" and name.first - at < 4:
            at -= 1
        if at >= 0 and self.words[at] in ("of", "by", "under"):
            return True
        return before in _prepositions() or kinds[name.last : name.last + 1] == "d" or (name.first > 0 and kinds[name.first - 1] == "d")


@cache
def _prepositions() -> frozenset[str]:
    return frozenset(row["word"] for row in table("word_classes") if row["role"] == "preposition") | {"to"}


def _names(tokens: Tokens, topic: Topic) -> tuple[Name, ...]:
    """The names of a sentence without those of its dateline ("LODVIK, Torvia — ...")."""
    names = _all_names(tokens, topic)
    if not names or _DASHES.isdisjoint(tokens.words[:_DATELINE]):
        return names
    dash = next((at for at, word in enumerate(tokens.words[:_DATELINE]) if word in _DASHES and at and not tokens.touches(at)), 0)
    return tuple(name for name in names if name.first >= dash) if dash and tokens.surface(0, 1).isupper() else names


def _all_names(tokens: Tokens, topic: Topic) -> tuple[Name, ...]:
    for sentence, names in topic.named:
        if sentence is tokens:
            return names
    return proper_names.find(tokens, topic.names)


def _years(tokens: Tokens, letters: str) -> tuple[int, ...]:
    """The tokens that are years and no figures."""
    kinds, words, found = tokens.kinds, tokens.words, []
    at = kinds.find("d")
    while at >= 0:
        if len(words[at]) == 4 and letters[at] != "N" and "1500" <= words[at] <= "2099":
            found.append(at)
        at = kinds.find("d", at + 1)
    return tuple(found)


@cache
def bodies() -> frozenset[str]:
    """The bodies of states and companies: army, ministry, agency."""
    return story_words("of a state") | {row["word"] for row in table("speakers") if row["kind"] in ("body", "company")}


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["word"] for row in table("speakers") if row["kind"] == "person")

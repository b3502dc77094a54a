"""A sentence as the readers of scope see it: its frames, its names, whom its pronouns mean, and which stretches only say who speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, cached_property

from claimcheck.reading import places, proper_names
from claimcheck.reading.framed import Sentence
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story import story_words
from claimcheck.reading.story_events import event_classes, events_in
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic
from claimcheck.vocabulary import table, word_set

POSSESSIVES = frozenset(("its", "her", "his", "their"))
_PERSONAL = frozenset(("he", "she", "his", "her", "him"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "i", "we"))
_PRONOUN = 9
"""Tokens a pronoun may stand before its verb or figure."""
_DASHES = frozenset(("—", "–", "-", "--"))
_DATELINE = 16
"""Tokens in which a dateline ends."""
_TOLD = (",pN", "pN")
"""Letters behind a place with its figure: "Nigeria, with six", "Sindh for 23"."""
_OWN_CLAUSE = re.compile(r",?w[^,;wN]*$")
"""Letters between a name and a verb of its relative clause: "Orbel, which has lost", "Orbel, which cut its workforce and lost"."""
_PUTTING = (("put",), ("puts",), ("placed",), ("estimated",), ("estimates",))
"""Verbs whose subject only gives a figure: "the general staff in Noor put"."""
_PLACED = ("in", "at", "near", "on", "from")
_HELD = word_set("held in what is no place")
"""What stands before an "in" that names no place: "shares in Orbel", "built in Japan"."""


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
        self.adjectives = dict(topic.adjectives)
        """Adjective -> name, as the article uses them."""
        self.names = _names(tokens, topic)
        self.speech = _speech(self.sentence)
        self.years = _years(tokens, self.letters)
        self.placed = tuple([name for name in self.names if self._is_placed(name) and not self.spoken(name.first)])
        """The names that stand as places: after "in" or "near", before ", where", or where a verb counts."""

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
        if name.place is None or name.side is not None or self.topic.sides or self._is_governed(name):
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
        if not _bodies().isdisjoint((self.words[name.last - 1], *self.words[max(0, name.first - 1) : name.first])):
            return False
        return name.first == 0 or name.last - name.first > 1 or self.words[name.first - 1] not in ("the", "of", *_PLACED)

    def has_office(self, name: Name) -> bool:
        """Whether a name stands behind an office: "the finance minister, Ana Ruiz", "Mayor Ana Ruiz"."""
        return name.place is None and not _offices().isdisjoint(self.words[max(0, name.first - 2) : name.first])

    def antecedent(self, at: int) -> str | None:
        """Whom a pronoun at a token stands for: a person for "she", the speaker for "I", anything for "it"."""
        word = self.words[at]
        if word in ("i", "we"):
            return next((name.text for name in self.names if self.spoken(name.first)), None)
        if word in _PERSONAL:
            return self._person_before(at)
        near = self._subject_name(at) if word in POSSESSIVES else None
        if near is not None and not self._is_speaking_person(near):
            return near.text
        for name in self.names:
            if word == "it" and self._is_speaking_person(name):
                continue
            if word != "they" and self._describes(name):
                continue
            placed = name.first > 0 and self.words[name.first - 1] in _PLACED
            if name.last <= at and not placed and not self._is_apposed(name) and self.tokens.kinds[name.last] != "d":
                return name.text
        if self.before is None:
            return None
        event = _opening_noun(self.before)
        if word == "it" and event is not None and self.topic.kind is not None and self.topic.kind in event_classes(event):
            return event
        earlier = View(self.before, (), self.topic, None)
        heard = next(
            (name for name in earlier.names if not earlier.spoken(name.first) and not (word == "it" and earlier.has_office(name))), None
        )
        return _with_possession(self.before, heard) if heard is not None else _opening_noun(self.before)

    def _person_before(self, at: int) -> str | None:
        """The last person named before a token, here or in the sentence before; by the last word of the name."""
        if self.topic.kind in ("trial", "shooting") and self.topic.entity:
            return self.topic.entity
        here = [name for name in self.names if name.last <= at and self.tokens.kinds[name.last] != "d" and self.is_person(name)]
        if not here and self.before is not None:
            earlier = [name for name in _names(self.before, self.topic) if name.place is None and name.side is None]
            unsided = [name for name in earlier if name.text not in self.topic.sides]
            here = [name for name in unsided if name.last - name.first > 1] or unsided
        return here[-1].text.rsplit(" ", 1)[-1] if here else None

    @cached_property
    def speaker(self) -> str | None:
        """The side of a war that speaks in this sentence."""
        spoken = (self.base(name.text) for name in self.names if self.spoken(name.first))
        return next((base for base in spoken if base in self.topic.sides), None)

    def other_side(self, side: str | None) -> str | None:
        """The other of the two sides."""
        return next((other for other in self.topic.sides if other != side), None) if side in self.topic.sides else None

    def side(self, at: int) -> str | None:
        """The side behind a possessive at a token; a person is no side."""
        name = self.antecedent(at) if self.words[at] not in _PERSONAL else None
        if name is None:
            return None
        base = self.base(name)
        return name if base in self.topic.sides or places.is_country(base) or " " not in name else None

    def subject(self, verb: int) -> str | None:
        """The subject of the verb at a token where it is a name or a pronoun: the last one before it that no preposition governs."""
        name = self._subject_name(verb)
        return name.text if name is not None else self._subject_pronoun(verb)

    def subject_phrase(self, verb: int) -> str | None:
        """The subject with what is its own: "Leeds' new bridge" where only that is meant."""
        name = self._subject_name(verb)
        if name is None:
            return self._subject_pronoun(verb)
        end = name.last + 1
        if self.words[name.last : end] not in (("'s",), ("’s",)):
            return name.text
        while end < verb and self.letters[end] == "x" and end - name.last < 5:
            end += 1
        return self.tokens.surface(name.first, end) if end > name.last + 1 else name.text

    def _subject_name(self, verb: int) -> Name | None:
        participle = self.words[verb].endswith("ing") and self.letters[verb - 1 : verb] == ","
        for name in self.names if participle else reversed(self.names):
            if name.last <= verb and not self.spoken(name.first):
                between = self._without_aside(name.last, verb)
                if ";" in between or ("w" in between and not self._goes_on(name.last, between)):
                    if participle:
                        continue
                    break
                if not self._is_governed(name) and not self._is_object(name) and not self._is_apposed(name):
                    return name
        return None

    def _goes_on(self, last: int, between: str) -> bool:
        """Whether a verb stands in the relative clause of the name that ends at a token."""
        relative = self.words[last + (between[:1] == ",")]
        return relative in ("which", "who") and _OWN_CLAUSE.match(between) is not None

    def _subject_pronoun(self, verb: int) -> str | None:
        for at in range(verb - 1, max(-1, verb - _PRONOUN), -1):
            if self.words[at] in _SUBJECTS:
                return self.antecedent(at)
            if self.letters[at] in ";N":
                break
        return None

    def _without_aside(self, first: int, last: int) -> str:
        """The letters of tokens first..last without a relative clause between commas that follows at once."""
        letters = self.letters[first:last]
        closing = letters.find(",", 1) if letters[:2] == ",w" else -1
        return letters[closing + 1 :] if closing > 0 else letters

    def _is_object(self, name: Name) -> bool:
        """Whether a verb right before a name makes it an object: "lost Porto"."""
        at = name.first - 1 - (name.first > 0 and self.words[name.first - 1] == "the")
        mark = self.sentence.mark_at(at) if at > 0 and self.letters[at] == "M" else None
        return mark is not None and any(frame.past and frame.role in ("patient", "people") for frame in mark.frames)

    def _describes(self, name: Name) -> bool:
        """Whether a name is an adjective of another that stands right behind it: the British of "British carmaker Carrow"."""
        return name.side is not None and any(
            0 < other.first - name.last < 4 and set(self.letters[name.last : other.first]) <= set("xM") for other in self.names
        )

    def _is_apposed(self, name: Name) -> bool:
        """Whether a name is the possessor in what another is: the Spain of "Telva, Spain's largest grocer, said"."""
        owns = self.words[name.last : name.last + 1] in (("'s",), ("’s",))
        return owns and any(other.last == name.first - 1 and self.words[other.last] == "," for other in self.names)

    def _is_speaking_person(self, name: Name) -> bool:
        """Whether a name is that of a person who speaks: no "it" means them."""
        return name.last - name.first > 1 and self.spoken(name.first) and self.is_person(name) and self.words[name.first - 1] != "the"

    def _is_party(self, name: Name) -> bool:
        """Whether a name after "the" is that of many, "the Greens", or in an election of a party, "the Alliance"."""
        many = name.text.endswith("s") or self.topic.kind in ("election", "referendum")
        return many and name.side is None and name.place is None

    def _is_governed(self, name: Name) -> bool:
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
    names = proper_names.find(tokens, topic.names)
    if not names or _DASHES.isdisjoint(tokens.words[:_DATELINE]):
        return names
    dash = next((at for at, word in enumerate(tokens.words[:_DATELINE]) if word in _DASHES and at and not tokens.touches(at)), 0)
    return tuple(name for name in names if name.first >= dash) if dash and tokens.surface(0, 1).isupper() else names


def _years(tokens: Tokens, letters: str) -> tuple[int, ...]:
    """The tokens that are years and no figures."""
    kinds, words, found = tokens.kinds, tokens.words, []
    at = kinds.find("d")
    while at >= 0:
        if len(words[at]) == 4 and letters[at] != "N" and "1500" <= words[at] <= "2099":
            found.append(at)
        at = kinds.find("d", at + 1)
    return tuple(found)


def _with_possession(tokens: Tokens, name: Name) -> str:
    """A name with what is its own: "Sweden's air force" where that stands at the beginning of a sentence."""
    end = name.last + 1
    if name.first > 0 or tokens.words[name.last : end] not in (("'s",), ("’s",)):
        return name.text
    while end < len(tokens) and end - name.last < 5 and tokens.kinds[end] == "w" and tokens.words[end] in _bodies():
        end += 1
    return tokens.surface(name.first, end) if end > name.last + 1 else name.text


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["word"] for row in table("speakers") if row["kind"] == "person")


@cache
def _bodies() -> frozenset[str]:
    return story_words("of a state") | {row["word"] for row in table("speakers") if row["kind"] in ("body", "company")}


def _opening_noun(tokens: Tokens) -> str | None:
    """The noun after "The" that opens a sentence, one word."""
    return tokens.words[1] if tokens.words[:1] == ("the",) and tokens.kinds[1:2] == "w" else None


def _aside_start(letters: str, comma: int) -> int:
    """The comma that opens ", in Oslo," before the verb of saying, or the closing one where nothing opens."""
    opening = letters.rfind(",", max(0, comma - 8), comma)
    return opening if opening > 0 and not set(letters[opening:comma]) & set(';N"sb') else comma + 1


def _speech(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """The token ranges that only name a speaker: "X said" in front, ", X said" behind, "according to X"."""
    letters, words, found = sentence.letters, sentence.tokens.words, []
    sources = [at for at, letter in enumerate(letters) if letter == "s"] if "s" in letters else []
    if "according" in words:
        sources += [at for at, word in enumerate(words) if word == "according" and words[at + 1 : at + 2] == ("to",)]
    for at in sources:
        first, last, says = at, at + 1, letters[at] == "s"
        if says and first > 0 and letters[first - 1] == ",":
            first = _aside_start(letters, first - 1)
        while says and first > 0 and letters[first - 1] not in ',;"N':
            first -= 1
        while last < len(letters) and letters[last] not in ',;"N' and words[last] != ".":
            last += 1
        behind = not says or (first > 0 and letters[first - 1] in ',"')
        begin = at if first > 0 and letters[first - 1] == "N" else first
        found.append((begin, last if behind and letters[last : last + 1] != "N" else at + 1))
    return tuple(found)

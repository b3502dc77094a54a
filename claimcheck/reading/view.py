"""A sentence as the readers of scope see it: its frames and names, whom its pronouns mean, and the subjects of its verbs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from claimcheck.reading import places
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.named_sentence import PLACED, POSSESSIVES, NamedSentence, bodies
from claimcheck.reading.proper_names import Name
from claimcheck.reading.story_events import event_classes
from claimcheck.reading.tokens import Tokens
from claimcheck.reading.topic import Topic

_PERSONAL = frozenset(("he", "she", "his", "her", "him"))
_SUBJECTS = frozenset(("it", "they", "he", "she", "i", "we"))
_PRONOUN = 9
"""Tokens a pronoun may stand before its verb or figure."""
_OWN_CLAUSE = re.compile(r",?w[^,;wN]*$")
"""Letters between a name and a verb of its relative clause: "Orbel, which has lost", "Orbel, which cut its workforce and lost"."""


class View(NamedSentence):
    """One sentence of an article with what scope needs to know of it; `before` is the sentence before."""

    def __init__(self, tokens: Tokens, figures: Sequence[Quantity], topic: Topic, before: Tokens | None) -> None:
        super().__init__(tokens, figures, topic)
        self.before = before

    @cached_property
    def _earlier(self) -> NamedSentence | None:
        return NamedSentence(self.before, (), self.topic) if self.before is not None else None

    def antecedent(self, at: int) -> str | None:
        """Whom a pronoun at a token stands for: a person for "she", the speaker for "I", anything for "it"."""
        word = self.words[at]
        if word in ("i", "we"):
            return next((name.text for name in self.names if self.spoken(name.first)), None)
        if word in _PERSONAL:
            return self._person_before(at)
        near = self._subject_name(at) if word in POSSESSIVES else None
        if near is not None and not self.is_speaking_person(near):
            return near.text
        for name in self.names:
            if word == "it" and self.is_speaking_person(name):
                continue
            if word != "they" and self.describes(name):
                continue
            placed = name.first > 0 and self.words[name.first - 1] in PLACED
            if name.last <= at and not placed and not self.is_apposed(name) and self.tokens.kinds[name.last] != "d":
                return name.text
        if self.before is None or self._earlier is None:
            return None
        event = _opening_noun(self.before)
        if word == "it" and event is not None and self.topic.kind is not None and self.topic.kind in event_classes(event):
            return event
        earlier = self._earlier
        heard = next(
            (name for name in earlier.names if not earlier.spoken(name.first) and not (word == "it" and earlier.has_office(name))), None
        )
        return _with_possession(self.before, heard) if heard is not None else _opening_noun(self.before)

    def _person_before(self, at: int) -> str | None:
        """The last person named before a token, here or in the sentence before; by the last word of the name."""
        if self.topic.kind in ("trial", "shooting") and self.topic.entity:
            return self.topic.entity
        here = [name for name in self.names if name.last <= at and self.tokens.kinds[name.last] != "d" and self.is_person(name)]
        if not here and self._earlier is not None:
            earlier = [name for name in self._earlier.names if name.place is None and name.side is None]
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
                if not self.is_governed(name) and not self.is_object(name) and not self.is_apposed(name):
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


def _with_possession(tokens: Tokens, name: Name) -> str:
    """A name with what is its own: "Sweden's air force" where that stands at the beginning of a sentence."""
    end = name.last + 1
    if name.first > 0 or tokens.words[name.last : end] not in (("'s",), ("’s",)):
        return name.text
    while end < len(tokens) and end - name.last < 5 and tokens.kinds[end] == "w" and tokens.words[end] in bodies():
        end += 1
    return tokens.surface(name.first, end) if end > name.last + 1 else name.text


def _opening_noun(tokens: Tokens) -> str | None:
    """The noun after "The" that opens a sentence, one word."""
    return tokens.words[1] if tokens.words[:1] == ("the",) and tokens.kinds[1:2] == "w" else None

"""A figure among the times of its sentence, and what the words around it say of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from claimcheck import days
from claimcheck.reading.frozen import frozen
from claimcheck.reading.mentions import DateMention, Quantity
from claimcheck.reading.nouns import is_function_word
from claimcheck.reading.time_words import cues
from claimcheck.reading.tokens import Tokens
from claimcheck.vocabulary import table

JUST_NOW = timedelta(1)
"""Age of a saying up to which its figures are as of publication: the morning paper tells the evening's."""


@frozen(eq=False)
class Scene:
    """A figure among the tokens and times of its sentence, its measure, and the days of publication and of the event's beginning."""

    tokens: Tokens
    dates: Sequence[DateMention]
    quantity: Quantity
    measure: str | None
    published: str | None
    since: str | None

    @property
    def first(self) -> int:
        """The figure's first token."""
        return self.quantity.number_first

    @property
    def last(self) -> int:
        """The token after the figure."""
        return self.quantity.number_last

    def before(self, count: int) -> tuple[str, ...]:
        """So many words in front of the figure."""
        return self.tokens.words[max(0, self.first - count) : self.first]

    def after(self, count: int) -> tuple[str, ...]:
        """So many words behind the figure."""
        return self.tokens.words[self.last : self.last + count]


@cache
def _event_nouns() -> frozenset[str]:
    return frozenset(row["wording"] for row in table("events"))


def is_saying(scene: Scene, mention: DateMention) -> bool:
    """Whether a time dates a saying: a word of saying stands right before it, or between it and the figure."""
    words = scene.tokens.words
    marked = "," in words[max(0, mention.first - 2) : mention.first]
    nearest = scene.last if scene.last <= mention.first else 0
    if not marked and not cues("said").isdisjoint(words[max(nearest, mention.first - 5) : mention.first]):
        return True
    return mention.last <= scene.first and not cues("said").isdisjoint(words[max(mention.last, scene.first - 4) : scene.first])


def is_looked_back_on(scene: Scene, mention: DateMention) -> bool:
    """Whether a saying is an earlier one that the text recalls, not the one it reports."""
    if scene.published is None or mention.end is None:
        return False
    if is_recalled(scene.tokens, mention) or looks_back(scene.tokens, mention) or mention.precision in ("month", "year"):
        return True
    return days.last_day(scene.published) - date.fromisoformat(mention.end) > JUST_NOW


def is_recalled(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time dates an earlier count: "the previous tally, given on Sunday"."""
    return not cues("recalled").isdisjoint(tokens.words[max(0, mention.first - 7) : mention.first])


def was_before(scene: Scene) -> bool:
    """Whether the narrator looks back from what he tells: "It had covered 400 acres on Monday"; reported speech always does."""
    return "had" in scene.before(4) and cues("said").isdisjoint(scene.tokens.words)


def looks_back(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a time is counted back from another: "a day earlier", "a week ago"."""
    return tokens.words[mention.last - 1] in ("ago", "earlier", "before", "previously")


def dates_an_event(scene: Scene, mention: DateMention) -> bool:
    """Whether a time tells when the event was, not when the figure was true: "Tuesday's earthquake", "the flood of 2014".

    What the figure itself counts is no event: "it lost 17 drones in March".
    """
    words, nouns = scene.tokens.words, _event_nouns()
    after = words[mention.last : mention.last + 6]
    before = words[max(0, mention.first - 2) : mention.first]
    if after[:1] in (("'s",), ("’s",)):
        return not nouns.isdisjoint(after)
    if after and (after[0] in nouns or (after[1:2] and after[1] in nouns and not is_function_word(after[0]))):
        return True
    counted = scene.quantity.first < mention.first - 1 <= scene.quantity.last
    return len(before) == 2 and before[1] in ("of", "in") and before[0] in nouns and not counted


def is_of_night(tokens: Tokens, mention: DateMention) -> bool:
    """Whether a day is named for the night that begins on it: "on Sunday night", "Sunday evening into the small hours"."""
    named = mention.precision == "day" and tokens.words[mention.first] != "that"
    return named and not _NIGHT.isdisjoint(tokens.words[mention.last - 1 : mention.last + 1])


_NIGHT = frozenset(("night", "evening"))


def is_counted(scene: Scene, mention: DateMention) -> bool:
    """Whether the words say that the count was taken then: "on Friday rose to", "had counted 31 on Sunday"."""
    span = (mention.last, scene.first) if mention.last <= scene.first else (max(0, scene.first - 5), mention.first)
    stated = mention.last <= scene.first and not {"was", "were"}.isdisjoint(scene.before(2))
    return stated or not cues("counted").isdisjoint(scene.tokens.words[slice(*span)])


def is_comparand(scene: Scene) -> bool:
    """Whether a figure is what another is compared with: "from 7.7 percent", "against 65", "compared with 65"."""
    words, first = scene.tokens.words, min(scene.quantity.first, scene.first)
    first = next((mention.first for mention in scene.dates if is_owner(scene, mention)), first)
    before = words[max(0, first - 2) : first]
    return not _HELD_AGAINST.isdisjoint(before) or before in _COMPARED


_HELD_AGAINST = frozenset(("from", "against", "versus", "vs"))
_COMPARED = (("compared", "with"), ("compared", "to"), ("after", "the"), ("than", "the"))


def is_owner(scene: Scene, mention: DateMention) -> bool:
    """Whether a figure is said to belong to a time: "up from Tuesday's nine", "than the 24 of Friday"."""
    words, first = scene.tokens.words, min(scene.quantity.first, scene.first)
    if mention.last in (first, first - 1) and words[first - 1] in ("'s", "’s"):
        return True
    led = words[first - 1 : first] == ("the",) or words[first : first + 1] == ("the",)
    return led and mention.first == scene.last + 1 and words[scene.last] == "of"


def is_quoted(scene: Scene) -> bool:
    """Whether a figure stands between quotation marks."""
    words = scene.tokens.words[: scene.first]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def same_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether no mark and no comparison parts a figure from tokens first..last."""
    low, high = (last, scene.quantity.first) if last <= scene.first else (scene.last, first)
    between = scene.tokens.words[low:high]
    return cues("clause").isdisjoint(between) and {",", "than", "from"}.isdisjoint(between)


def was_forecast(scene: Scene) -> bool:
    """Whether others had foreseen a figure: "economists had expected 4.9%"; what they foresaw is what has now come out."""
    before = scene.before(13)
    return "had" in before and not cues("forecast").isdisjoint(before)


def is_forecast(scene: Scene) -> bool:
    """Whether the words before a figure expect, want or foresee it."""
    foreseeing = cues("forecast")
    for word in reversed(scene.before(13)):
        if word in (";", ",", "—", "than"):
            return False
        if word in foreseeing:
            return True
    return False

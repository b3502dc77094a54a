"""Is what was read as whose figure it is only who gives it? "The seismic survey put the magnitude at 5.7." """

from __future__ import annotations

from functools import cache

from claimcheck.model import Attribution
from claimcheck.reading.framed import Reading
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.view import View
from claimcheck.vocabulary import table, word_set

_OF_OTHERS = frozenset(("thing", "people", "country", "owner"))
"""What a statistic is about that is hardly ever about an official or an institute which gives it."""
_SELF = frozenset(("i", "we", "my", "our", "who", "whose", "which"))
"""Words by which a speaker's own figure is told: "I have waited 12 years", "said Ana Ruiz, who walked six days"."""
_PERSONAL = frozenset(("he", "she"))


def only_tells(view: View, figure: Quantity, reading: Reading | None, entity: str, said: Attribution | None) -> bool:
    """Whether an entity is the official or the institute that the figure is attributed to, and nobody the story is about."""
    own = figure.kind == "age" or (reading is not None and _is_of_speakers(reading)) or not _SELF.isdisjoint(view.words[: figure.first])
    if said is None or own:
        return False
    told, source = _words(entity), _words(said.source)
    if not (told <= source or source <= told) or not told.isdisjoint(_words(" ".join(_protagonists(view)))):
        return False
    office = not _offices().isdisjoint(source) or not _PERSONAL.isdisjoint(view.words[: figure.first])
    return office or not word_set("bodies that tell figures").isdisjoint(source)


def _is_of_speakers(reading: Reading) -> bool:
    """Whether a statistic may be one of whoever gives it."""
    return reading.measure.about not in _OF_OTHERS or reading.measure.name in word_set("owned by persons")


def _protagonists(view: View) -> tuple[str, ...]:
    topic = view.topic
    return (*topic.sides, *filter(None, (topic.entity, topic.country, topic.place)))


def _words(text: str) -> frozenset[str]:
    return frozenset(text.lower().replace("’", "'").removesuffix("'s").split()) - {"the", "of"}


@cache
def _offices() -> frozenset[str]:
    return frozenset(row["word"] for row in table("speakers") if row["kind"] == "person")

"""What figures are in stories of an event where nothing else is said: votes in an election, the weapons of an attack."""

from __future__ import annotations

from functools import cache

from attrs import evolve

from claimcheck.reading.framed import Reading, Sentence, is_person
from claimcheck.reading.measures import Mark, Measure, known, roles
from claimcheck.reading.mentions import Quantity
from claimcheck.reading.story import story_words
from claimcheck.vocabulary import table, word_set

_STRUCK = 10
"""Tokens between an attack and the weapons it was made with."""


def usual(event: str | None, figure: Quantity, words: tuple[str, ...] = ()) -> Reading | None:
    """What a figure of that kind is in stories of that event where nothing else is said: a percentage in an election, a vote share.

    The 270 miles of "a line of 270 miles" are a length in any story.
    """
    if figure.kind == "length" and words[max(0, figure.first - 1) : figure.first] == ("of",):
        length = known("length")
        return Reading(length, "value") if length is not None else None
    group = "drone" if figure.counted in weapons() else "person" if is_person(figure) else "daily" if figure.unit.endswith("/ day") else ""
    bare = figure.kind != "count" or group or (figure.counted is None and figure.step == 1)
    rows = _usual()
    found = rows.get((event or "", figure.kind, group)) or rows.get(("", figure.kind, group))
    measure, beside = found if bare and found is not None else (None, "")
    fits = not beside or not story_words(beside).isdisjoint(words)
    return Reading(measure, "usual") if measure is not None and fits else None


def meant(event: str | None, figure: Quantity, reading: Reading | None, words: tuple[str, ...]) -> Reading | None:
    """What a measure means in a story of that event: those who cross in a swap are released.

    Those held at a march are arrests where they "were held" or the police held them, not where the marchers hold anybody or hold hostages.
    """
    measure, by = _meant().get((event or "", reading.measure.name), (None, "")) if reading is not None else (None, "")
    if reading is None or measure is None or (by and not _is_done_by(by, figure, reading.mark, words)):
        return reading
    return evolve(reading, measure=measure)


def _is_done_by(whom: str, figure: Quantity, mark: Mark | None, words: tuple[str, ...]) -> bool:
    """Whether a wording speaks of people held behind it or by those of a set of words, and of no captives."""
    if mark is None or not word_set("in captivity").isdisjoint(words[mark.first : mark.last]):
        return False
    return figure.first < mark.first or not word_set(whom).isdisjoint(words[: mark.first])


@cache
def _meant() -> dict[tuple[str, str], tuple[Measure | None, str]]:
    return {(row["event"], row["measure"]): (known(row["meant"]), row["by"]) for row in table("measures_by_event")}


@cache
def _usual() -> dict[tuple[str, str, str], tuple[Measure | None, str]]:
    return {(row["event"], row["kind"], row["group"]): (known(row["measure"]), row["beside"]) for row in table("usual_measures")}


def armed(sentence: Sentence, figure: Quantity) -> Reading | None:
    """The weapons of an attack: "struck the port with 40 drones", "the barrage comprised 40 drones", "used 40 drones in the raid"."""
    if figure.counted not in weapons():
        return None
    words, launched = sentence.tokens.words, known("launched")
    if launched is None:
        return None
    for stretch in (
        range(figure.first - 1, max(-1, figure.first - _STRUCK), -1),
        range(figure.last, min(len(words), figure.last + _STRUCK // 2)),
    ):
        for at in stretch:
            if sentence.letters[at] in ";sN":
                break
            if words[at] in roles("assault"):
                return Reading(launched, "patient", Mark(at, at + 1, ()))
    return None


@cache
def weapons() -> frozenset[str]:
    """The nouns of drones and missiles (groups.csv)."""
    return frozenset(row["noun"] for row in table("groups") if row["group"] in ("drone", "missile"))

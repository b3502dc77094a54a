"""Made-up claims for benchmarks/ledger.py: stories of very unequal size, told again and again."""

from __future__ import annotations

import random
from itertools import accumulate

from attrs import frozen

from claimcheck.model import Attribution, Claim, Interval, Period

IN_ARTICLE = 8
"""Claims of one article."""

_MEASURES = {
    "deaths": ("person", "soldier", "civilian", "child", "miner", "passenger"),
    "injuries": ("person", "civilian", "officer"),
    "launched": ("drone", "missile"),
    "intercepted": ("drone", "missile"),
    "displaced": ("person", "family"),
    "arrests": ("protester", "suspect"),
    "missing": ("person", "sailor"),
    "destroyed": ("house", "tank", "bridge"),
    "infections": ("case", "patient"),
    "released": ("prisoner",),
}
_SIDES = ("Northern", "Southern", "Coastal", "Federal", "Rebel", "Allied", "Royal", "United")
_EVENTS = ("war", "earthquake", "flood", "strike", "outbreak", "shipwreck", "protest", "wildfire", "crash", "siege")
_CONSONANTS, _VOWELS = "bcdfghklmnprstvz", "aeiou"
_PLACES = 5000


@frozen
class Story:
    """One quantity that articles speak of again and again."""

    measure: str
    counted: str
    whom: str
    place: str
    event: str | None
    since: str
    size: float

    def told(self, document: str, index: int, day: str, draw: random.Random) -> Claim:
        value = str(round(self.size * draw.uniform(0.9, 1.3)) + 1)
        surface = f"{value} {self.whom}"
        before = f"Officials in {self.place} said on that day that "
        sentence = f"{before}{surface} were counted under {self.measure} since the {self.event or 'night'} began, more than before."
        start = index * 200
        number = start + len(before)
        return Claim(
            id=f"{document}.{index}",
            document=document,
            outlet="Wire",
            title="What is known so far",
            span=(number, number + len(surface)),
            surface=surface,
            number_span=(number, number + len(value)),
            sentence=sentence,
            sentence_span=(start, start + len(sentence)),
            kind="count",
            value=value,
            unit="count",
            counted=self.counted,
            noun=self.whom,
            bounds=Interval(value, value, "count"),
            measure=self.measure,
            entity=self.whom if self.whom[0].isupper() else None,
            place=self.place,
            event=self.event,
            period=Period(self.since, None) if self.event else None,
            as_of=day,
            said_on=day,
            attribution=Attribution("Officials", "said"),
        )


class World:
    """Stories, a third as many as claims; the n-th is told in proportion to n ** -0.7.

    In a million claims the first story is told thousands of times; half of all claims belong to stories told four or five times at most.
    """

    def __init__(self, claims: int, seed: int) -> None:
        self.random = random.Random(seed)
        self.places = sorted({self._place() for _ in range(_PLACES)})
        self.stories = [self._story() for _ in range(max(claims // 3, 1))]
        self.weights = list(accumulate((number + 1) ** -0.7 for number in range(len(self.stories))))

    def article(self, number: int) -> list[Claim]:
        day = f"{2000 + number // 12_000 % 30}-{1 + number // 1000 % 12:02}-{1 + number // 36 % 28:02}"
        chosen = self.random.choices(self.stories, cum_weights=self.weights, k=IN_ARTICLE)
        return [story.told(f"wire-{number}", index, day, self.random) for index, story in enumerate(chosen)]

    def _story(self) -> Story:
        draw = self.random
        measure = draw.choices(list(_MEASURES), weights=[1 / (n + 1) for n in range(len(_MEASURES))])[0]
        counted = draw.choice(_MEASURES[measure])
        place = self.places[int(len(self.places) * draw.random() ** 2)]
        event = f"{place} {draw.choice(_EVENTS)} of {draw.randrange(1990, 2026)}" if draw.random() < 0.7 else None
        whom = f"{draw.choice(_SIDES)} {counted}s" if draw.random() < 0.5 else f"{counted}s"
        return Story(measure, counted, whom, place, event, str(draw.randrange(2000, 2026)), 10 ** draw.uniform(0.5, 5))

    def _place(self) -> str:
        return "".join(self.random.choice(letters) for letters in (_CONSONANTS, _VOWELS) * self.random.randint(2, 4)).title()

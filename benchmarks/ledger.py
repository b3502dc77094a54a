"""How fast and how safe a large ledger is: python benchmarks/ledger.py [CLAIMS] (default 1,000,000; takes minutes and 2 GB of disk).

Measures adding in batches, history() of claims drawn at random from a ledger just opened, history() of texts, two processes writing at
once, writers killed inside a transaction, and export and import. The claims are made up: stories of very unequal size, told again and
again. Figures of CPU time stand beside those of the clock, for a busy machine; `load` is how many processes wanted to run at the end.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import random
import signal
import tempfile
import time
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

from attrs import evolve, frozen

from claimcheck.ledger import Ledger
from claimcheck.model import Attribution, Claim, Interval, Period

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
_IN_ARTICLE = 8
_BATCH = 20_000


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
        chosen = self.random.choices(self.stories, cum_weights=self.weights, k=_IN_ARTICLE)
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


def _articles(claims: int, seed: int) -> Iterator[list[Claim]]:
    """Batches of whole articles, made before the clock of an add starts."""
    world = World(claims, seed)
    for first in range(0, claims // _IN_ARTICLE, _BATCH // _IN_ARTICLE):
        last = min(first + _BATCH // _IN_ARTICLE, claims // _IN_ARTICLE)
        yield [claim for number in range(first, last) for claim in world.article(number)]


def measure_add(path: Path, claims: int) -> dict[str, float]:
    seconds: list[float] = []
    worked = 0.0
    with Ledger(path) as ledger:
        for batch in _articles(claims, seed=1):
            start, before = time.perf_counter(), time.process_time()
            ledger.add(batch)
            seconds.append((time.perf_counter() - start) / len(batch))
            worked += (time.process_time() - before) / len(batch)
    ordered = sorted(seconds)
    return {
        "claims_per_second": round(len(seconds) / sum(seconds)),
        "claims_per_cpu_second": round(len(seconds) / worked),
        "slowest_batch_per_second": round(1 / ordered[-1]),
        "megabytes": round(path.stat().st_size / 1e6),
    }


def measure_history(path: Path, claims: int, questions: int = 2000) -> dict[str, float]:
    """Each claim is asked for once in a ledger just opened, the last ones a second time."""
    draw = random.Random(2)
    with Ledger(path) as ledger:
        asked = [
            ledger.versions(f"wire-{draw.randrange(claims // _IN_ARTICLE)}")[0].claims[draw.randrange(_IN_ARTICLE)]
            for _ in range(questions)
        ]
    with Ledger(path) as ledger:
        timed = [_timed(ledger, claim) for claim in asked]
        again = [_timed(ledger, claim) for claim in asked[-300:]]
        texts = [_timed(ledger, f"{claim.entity or ''} {claim.counted} {claim.measure} {claim.place}") for claim in asked[:200]]
    return {
        **_percentiles("history", [ms for ms, _, _ in timed]),
        **_percentiles("history_cpu", [ms for _, ms, _ in timed]),
        **_percentiles("history_again", [ms for ms, _, _ in again]),
        "median_series": sorted(n for _, _, n in timed)[questions // 2],
        "longest_series": max(n for _, _, n in timed),
        **_percentiles("text", [ms for ms, _, _ in texts]),
        **_percentiles("text_cpu", [ms for _, ms, _ in texts]),
    }


def _timed(ledger: Ledger, question: Claim | str) -> tuple[float, float, int]:
    """Milliseconds by the clock and of CPU time, and how many claims were found."""
    start, before = time.perf_counter(), time.process_time()
    series = ledger.history(question)
    worked = time.process_time() - before
    return (time.perf_counter() - start) * 1e3, worked * 1e3, len(series)


def _percentiles(name: str, milliseconds: list[float]) -> dict[str, float]:
    ordered = sorted(milliseconds)
    return {
        f"{name}_{label}_ms": round(ordered[min(int(len(ordered) * share), len(ordered) - 1)], 2)
        for label, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0))
    }


def _write_articles(path: Path, name: str, articles: int) -> None:
    world = World(1000, seed=3)
    with Ledger(path) as ledger:
        for number in range(articles):
            claims = [_renamed(claim, f"{name}-{number}") for claim in world.article(number)]
            ledger.add(claims)


def _renamed(claim: Claim, document: str) -> Claim:
    return evolve(claim, document=document, id=f"{document}:{claim.span[0]}")


def measure_two_writers(path: Path, articles: int = 500) -> dict[str, float]:
    start = time.perf_counter()
    writers = [multiprocessing.Process(target=_write_articles, args=(path, name, articles)) for name in ("a", "b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Ledger(path) as ledger:
        lost = 2 * articles * _IN_ARTICLE - sum(1 for _ in ledger.claims())
    return {"articles": 2 * articles, "claims_lost": lost, "articles_per_second": round(2 * articles / (time.perf_counter() - start))}


def measure_kills(path: Path, kills: int = 20) -> dict[str, float]:
    """Writers killed at a random moment; every article must be there with all its claims or not at all."""
    draw = random.Random(4)
    for number in range(kills):
        writer = multiprocessing.Process(target=_write_articles, args=(path, f"k{number}", 100_000))
        writer.start()
        time.sleep(draw.uniform(0.3, 1.0))
        if writer.pid is not None:
            os.kill(writer.pid, signal.SIGKILL)
        writer.join()
    with Ledger(path) as ledger:
        torn = sum(len(ledger.versions(document)[0].claims) != _IN_ARTICLE for document in ledger.documents())
        return {"kills": kills, "articles": len(ledger.documents()), "torn_articles": torn, "problems": len(ledger.verify())}


def measure_exchange(path: Path, folder: Path) -> dict[str, dict[str, float]]:
    figures = {}
    with Ledger(path) as ledger:
        for suffix in (".jsonl", ".csv", ".parquet"):
            target, copy = folder / f"export{suffix}", folder / f"copy{suffix}.sqlite"
            start = time.perf_counter()
            ledger.export(target)
            middle = time.perf_counter()
            with Ledger(copy) as other:
                added = other.import_(target)
            end = time.perf_counter()
            figures[suffix[1:]] = {
                "export_claims_per_second": round(added.claims / (middle - start)),
                "import_claims_per_second": round(added.claims / (end - middle)),
                "megabytes": round(target.stat().st_size / 1e6, 1),
            }
            for file in (target, *folder.glob(f"{copy.name}*")):
                file.unlink()
    return figures


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=1_000_000)
    claims = parser.parse_args().claims
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        large, small = folder / "large.sqlite", folder / "small.sqlite"
        print(json.dumps({"add": measure_add(large, claims)}), flush=True)
        print(json.dumps({"history": measure_history(large, claims)}), flush=True)
        print(json.dumps({"two_writers": measure_two_writers(folder / "two.sqlite")}), flush=True)
        print(json.dumps({"kills": measure_kills(folder / "killed.sqlite")}), flush=True)
        measure_add(small, min(claims, 50_000))
        print(json.dumps({"exchange": measure_exchange(small, folder), "load": os.getloadavg()[0]}), flush=True)


if __name__ == "__main__":
    main()

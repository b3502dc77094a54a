"""How fast and how safe a large ledger is: python benchmarks/ledger.py [CLAIMS] (default 1,000,000; takes minutes and 2 GB of disk).

Measures adding in batches, looking up and history() of claims drawn at random from a ledger just opened, history() of texts, the check of
an article of thirty sentences, two processes writing at once, writers and imports killed in the middle, and export and import. The claims
are made up, see ledger_world.py. Figures of CPU time stand beside those of the clock, for a busy machine; the yardstick, a loop of plain
Python, tells how fast it was at the time.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import evolve
from ledger_world import IN_ARTICLE, World

from claimcheck import check
from claimcheck.ledger import Ledger
from claimcheck.model import Claim

_BATCH = 20_000


Timed = tuple[float, float, int]
"""Milliseconds by the clock and of CPU time, and how many claims were found."""


def _articles(claims: int, seed: int) -> Iterator[list[Claim]]:
    """Batches of whole articles, made before the clock of an add starts."""
    world = World(claims, seed)
    for first in range(0, claims // IN_ARTICLE, _BATCH // IN_ARTICLE):
        last = min(first + _BATCH // IN_ARTICLE, claims // IN_ARTICLE)
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
    with Ledger(path) as ledger:
        asked = _drawn(ledger, claims, questions)
    with Ledger(path) as ledger:
        timed = [_timed(ledger.history, claim) for claim in asked]
        again = [_timed(ledger.history, claim) for claim in asked[-300:]]
        texts = [_timed(ledger.history, f"{claim.entity or ''} {claim.counted} {claim.measure} {claim.place}") for claim in asked[:200]]
    with Ledger(path) as ledger:
        found = [_timed(ledger.candidates, claim) for claim in asked]
    return {
        **_percentiles("lookup", found),
        **_percentiles("history", timed),
        **_percentiles("history_again", again),
        **_percentiles("text", texts),
        "median_series": sorted(n for _, _, n in timed)[questions // 2],
        "longest_series": max(n for _, _, n in timed),
    }


def measure_check(path: Path, claims: int, articles: int = 20) -> dict[str, float]:
    """What the ledger adds to the check of an article of thirty sentences, each with the figure of a claim it holds."""
    with Ledger(path) as ledger:
        texts = [" ".join(claim.sentence for claim in _drawn(ledger, claims, 30, seed)) for seed in range(articles)]
    check(texts[0], published="2031-01-01")
    with Ledger(path) as ledger:
        alone = [_timed(lambda text: check(text, published="2031-01-01").claims, text) for text in texts]
        held = [_timed(lambda text: check(text, published="2031-01-01", ledger=ledger).claims, text) for text in texts]
    return {
        **_percentiles("check_without_ledger", alone),
        **_percentiles("check_with_ledger", held),
        "figures_an_article": round(sum(n for _, _, n in held) / articles, 1),
    }


def _drawn(ledger: Ledger, claims: int, number: int, seed: int = 2) -> list[Claim]:
    draw = random.Random(seed)
    articles = claims // IN_ARTICLE
    return [ledger.versions(f"wire-{draw.randrange(articles)}")[0].claims[draw.randrange(IN_ARTICLE)] for _ in range(number)]


def _timed(look_up: Callable[[Any], Sequence[object]], question: object) -> Timed:
    start, before = time.perf_counter(), time.process_time()
    found = look_up(question)
    worked = time.process_time() - before
    return (time.perf_counter() - start) * 1e3, worked * 1e3, len(found)


def _percentiles(name: str, timed: Sequence[Timed]) -> dict[str, float]:
    figures = {}
    for clock, column in (("", 0), ("_cpu", 1)):
        ordered = sorted(entry[column] for entry in timed)
        for label, share in (("p50", 0.5), ("p99", 0.99), ("max", 1.0)):
            figures[f"{name}{clock}_{label}"] = round(ordered[min(int(len(ordered) * share), len(ordered) - 1)], 2)
    return figures


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
        lost = 2 * articles * IN_ARTICLE - sum(1 for _ in ledger.claims())
    return {"written": 2 * articles, "claims_lost": lost, "articles_per_second": round(2 * articles / (time.perf_counter() - start))}


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
        torn = sum(len(ledger.versions(document)[0].claims) != IN_ARTICLE for document in ledger.documents())
        return {"kills": kills, "articles": len(ledger.documents()), "torn_articles": torn, "problems": len(ledger.verify())}


def measure_resumed_import(path: Path, folder: Path, kills: int = 5) -> dict[str, float]:
    """An import killed again and again, then run to its end; what the copy holds too much or too little, and what a second run adds."""
    export, copy = folder / "resumed.jsonl", folder / "resumed.sqlite"
    with Ledger(path) as ledger:
        ledger.export(export)
        told = sorted(claim.id for claim in ledger.claims())
    for _ in range(kills):
        importer = multiprocessing.Process(target=_import, args=(copy, export))
        importer.start()
        time.sleep(1.0)
        if importer.pid is not None:
            os.kill(importer.pid, signal.SIGKILL)
        importer.join()
    _import(copy, export)
    with Ledger(copy) as other:
        held = sorted(claim.id for claim in other.claims())
        again = other.import_(export)
        return {"kills": kills, "same": int(held == told), "added_again": again.claims, "problems": len(other.verify())}


def _import(path: Path, export: Path) -> None:
    with Ledger(path) as ledger:
        ledger.import_(export)


def measure_versions(path: Path, claims: int, articles: int = 200) -> dict[str, float]:
    """Articles of a large ledger added once more, first as they are, then with one figure changed."""
    with Ledger(path) as ledger:
        names = [f"wire-{number}" for number in random.Random(6).sample(range(claims // IN_ARTICLE), articles)]
        kept = {name: ledger.versions(name)[-1].claims for name in names}
        unchanged = sum(ledger.add(told).unchanged for told in kept.values())
        changed = sum(ledger.add([evolve(told[0], value="0"), *told[1:]]).changed for told in kept.values())
        readable = sum(ledger.versions(name)[0].claims == told for name, told in kept.items())
    return {"articles": articles, "unchanged": unchanged, "changed": changed, "old_readable": readable}


def measure_exchange(path: Path, folder: Path) -> dict[str, dict[str, float]]:
    figures = {}
    with Ledger(path) as ledger:
        told = [(version.hash, version.claims) for name in ledger.documents()[:2000] for version in ledger.versions(name)]
        for suffix in (".jsonl", ".csv", ".parquet"):
            target, copy = folder / f"export{suffix}", folder / f"copy{suffix}.sqlite"
            start = time.perf_counter()
            ledger.export(target)
            middle = time.perf_counter()
            with Ledger(copy) as other:
                added = other.import_(target)
                end = time.perf_counter()
                same = told == [(version.hash, version.claims) for name in other.documents()[:2000] for version in other.versions(name)]
            figures[suffix[1:]] = {
                "same": int(same),
                "export_claims_per_second": round(added.claims / (middle - start)),
                "import_claims_per_second": round(added.claims / (end - middle)),
                "megabytes": round(target.stat().st_size / 1e6, 1),
            }
            for file in (target, *folder.glob(f"{copy.name}*")):
                file.unlink()
    return figures


def measure_yardstick() -> float:
    """CPU milliseconds of a million additions."""
    before, total = time.process_time(), 0
    for number in range(1_000_000):
        total += number
    return round((time.process_time() - before) * 1e3, 1)


def measured(folder: Path, claims: int) -> Iterator[tuple[str, str, str]]:
    """What is measured, the figures, and the target, row by row."""
    large, small = folder / "large.sqlite", folder / "small.sqlite"
    yield "yardstick, CPU ms", f"{measure_yardstick()}", ""
    add = measure_add(large, claims)
    yield "claims added a second (CPU second)", f"{add['claims_per_second']:,} ({add['claims_per_cpu_second']:,})", "20,000"
    yield "megabytes on disk", f"{add['megabytes']:,}", ""
    history = measure_history(large, claims)
    for name, what, target in (
        ("lookup", "look-up of what may belong to a claim", ""),
        ("history", "history of a claim", "1 / 10"),
        ("history_again", "history of a claim asked for before", ""),
        ("text", "history of a text", ""),
    ):
        yield f"{what}, ms p50 / p99 (CPU)", _p50_p99(history, name), target
    yield "claims of its series, median / most", f"{history['median_series']} / {history['longest_series']}", ""
    checks = measure_check(large, claims)
    yield f"check of {checks['figures_an_article']} figures without a ledger, ms", _p50_p99(checks, "check_without_ledger"), ""
    yield "the same with the ledger, ms", _p50_p99(checks, "check_with_ledger"), ""
    again = measure_versions(large, claims)
    yield "articles added again: unchanged, changed, old ones readable", f"{_of(again, 'unchanged', 'changed', 'old_readable')}", "all"
    two = measure_two_writers(folder / "two.sqlite")
    yield f"claims lost of {two['written'] * IN_ARTICLE:,} by two writers at once", f"{two['claims_lost']}", "0"
    killed = measure_kills(folder / "killed.sqlite")
    yield (
        f"articles torn by {killed['kills']} kills, of {killed['articles']:,}; problems",
        _and(killed, "torn_articles", "problems"),
        "0; 0",
    )
    measure_add(small, min(claims, 50_000))
    resumed = measure_resumed_import(small, folder)
    yield f"import killed {resumed['kills']} times and run again: the same ledger", "yes" if resumed["same"] else "no", "yes"
    yield "claims added by importing once more; problems", _and(resumed, "added_again", "problems"), "0; 0"
    for suffix, moved in measure_exchange(small, folder).items():
        speed = f"{moved['export_claims_per_second']:,} / {moved['import_claims_per_second']:,}"
        yield f"{suffix}: claims a second out / in; the same ledger", f"{speed}; {'yes' if moved['same'] else 'no'}", "yes"
    yield "yardstick at the end, CPU ms; load", f"{measure_yardstick()}; {os.getloadavg()[0]:.1f}", ""


def _p50_p99(figures: dict[str, float], name: str) -> str:
    wall, cpu = (f"{figures[f'{name}{clock}_p50']} / {figures[f'{name}{clock}_p99']}" for clock in ("", "_cpu"))
    return f"{wall} ({cpu})"


def _of(figures: dict[str, float], *names: str) -> str:
    return ", ".join(f"{figures[name]} of {figures['articles']}" for name in names)


def _and(figures: dict[str, float], *names: str) -> str:
    return "; ".join(str(figures[name]) for name in names)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("claims", nargs="?", type=int, default=1_000_000)
    claims = parser.parse_args().claims
    print(f"| {claims:,} claims | measured | target |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for what, figures, target in measured(Path(name), claims):
            print(f"| {what} | {figures} | {target} |", flush=True)


if __name__ == "__main__":
    main()

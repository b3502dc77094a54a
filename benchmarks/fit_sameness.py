"""Fits the weights by which compare() judges sameness: python benchmarks/fit_sameness.py SET... [--pairs FILE...] [--write].

A SET is a folder of annotated stories (see benchmarks/stories): `articles.jsonl` and `claims.jsonl`, whose figures carry the `series` their
article belongs to and a `quantity_key`; two figures are of one quantity where both are the same. All pairs of a series are learned from,
and those of different series that speak of one statistic; pairs whose `pairs.jsonl` accepts both answers are left out. A file of --pairs
holds pairs of passages (`a` and `b` with `text`, `title`, `published`, `outlet` and the `span` of one figure; `relation`, `accept`).

Prints precision, recall and F1 over all pairs of each set, by weights fitted without that set; with --write, fits on all of them and writes
claimcheck/comparing/weights.csv. A set or file that is named twice counts twice. Those weights that ship were fitted on all sets of
benchmarks/stories, the passages (those to study twice) and the contrasts of benchmarks/passages, the thirty stories in view (four times)
and the pairs of real reports in view (eight times; docs/quality.md). The fit is a logistic regression with an L1 penalty,
which leaves signs that tell nothing without weight.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from claimcheck import Claim, extract
from claimcheck.comparing.elided_units import in_one_unit
from claimcheck.comparing.odds import LIKELY
from claimcheck.comparing.relation import ruling, same_quantity, shown

PENALTY = 12.0
"""Strength of the L1 penalty, the weight that a sign must explain to be kept."""
LISTED, ELSEWHERE = 3.0, 0.5
"""How much a pair that the annotators list (of one quantity, or hard to tell apart) and one of two series count beside others."""
OTHERS = 0.01
"""Share of the pairs of two series that is learned from where not even the statistic is the same."""
ANY = "any two figures"
"""The sign that every pair shows, whose weight stands for how rare sameness is; it bears no penalty."""
NEWTON_STEPS, SWEEPS = 8, 60


Weights = npt.NDArray[np.float64]


@frozen
class Pair:
    """What two figures show (None: the text or the kind decides), whether they are of one quantity, and how much the pair counts."""

    signs: tuple[str, ...] | None
    same: bool
    counts: float = 1.0
    decided: bool = False


def main() -> None:
    options = _options()
    sets = {path: list(of_stories(path)) for path in dict.fromkeys(options.sets)}
    sets |= {path: list(of_passages(path)) for path in dict.fromkeys(options.pairs)}
    named = [*options.sets, *options.pairs]
    for name, tested in sets.items() if options.each else ():
        learned = [pair for other in named if other != name for pair in sets[other]]
        print(f"{name!s:40} {scores(tested, fitted(learned))}" if learned else name, flush=True)
    if options.write:
        write(fitted([pair for name in named for pair in sets[name]]))


def of_stories(folder: Path) -> Iterator[Pair]:
    """All pairs of figures of a folder of annotated stories."""
    wanted: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows(folder / "claims.jsonl"):
        wanted[row["article_id"]].append(row)
    read: list[tuple[dict[str, Any], Claim]] = []
    for article in rows(folder / "articles.jsonl"):
        published = article.get("published") or article.get("date")
        found = extract(article["text"], published, article.get("title"), article.get("outlet"), article["id"])
        read += [(row, claim) for row in wanted[article["id"]] if (claim := _at(found, row["number_span"])) is not None]
    listed = {frozenset((row["a"], row["b"])): _is_open(row) for row in rows(folder / "pairs.jsonl")}
    choice = random.Random(1)
    for (one, a), (other, b) in combinations(sorted(read, key=lambda pair: pair[1].said_on or ""), 2):
        is_open = listed.get(frozenset((one["id"], other["id"])))
        if not is_open:
            together = one["series"] == other["series"]
            counts = LISTED if is_open is not None else 1.0 if together else ELSEWHERE
            pair = _pair(a, b, together and one["quantity_key"] == other["quantity_key"], counts)
            if together or _is_near(pair) or choice.random() < OTHERS:
                yield pair


def of_passages(path: Path) -> Iterator[Pair]:
    """The pairs of a file of passages."""
    for row in rows(path):
        sides = []
        for side in ("a", "b"):
            text = row[side]
            name = row["id"] if row["one_article"] else row["id"] + side
            sides.append(_at(extract(text["text"], text["published"], text["title"], text["outlet"], name), text["span"]))
        if sides[0] is not None and sides[1] is not None and not _is_open(row):
            yield _pair(sides[0], sides[1], row["relation"] != "different_quantity", LISTED)


def _pair(a: Claim, b: Claim, same: bool, counts: float) -> Pair:
    a, b = in_one_unit(a, b)
    told = same_quantity(a, b)
    ruled = ruling(a, b, told)
    if ruled is not None:
        return Pair(None, same, counts, ruled)
    return Pair(tuple(shown(a, b, told)), same, counts)


def _is_near(pair: Pair) -> bool:
    """Whether two figures of two series are of one statistic, or equal."""
    return pair.signs is not None and any(sign != "measure: clash" and sign.startswith(("measure: ", "equal")) for sign in pair.signs)


def _is_open(row: dict[str, Any]) -> bool:
    labels = {row["relation"], *row.get("accept", ())}
    return "different_quantity" in labels and len(labels) > 1


def _at(claims: Iterable[Claim], span: Sequence[int]) -> Claim | None:
    return next((claim for claim in claims if claim.number_span[0] < span[1] and span[0] < claim.number_span[1]), None)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def fitted(pairs: Sequence[Pair]) -> dict[str, float]:
    """The weights of a logistic regression with an L1 penalty: Newton steps, each solved sign by sign (as glmnet does)."""
    alike = Counter((pair.signs, pair.same, pair.counts) for pair in pairs if pair.signs is not None)
    names = sorted({sign for found, _, _ in alike for sign in found})
    place = {name: at for at, name in enumerate(names)}
    shown = np.zeros((len(alike), len(names)), np.float32)
    for at, (found, _, _) in enumerate(alike):
        shown[at, [place[sign] for sign in found]] = 1.0
    same = np.array([float(same) for _, same, _ in alike], np.float32)
    counts = np.array([counts * often for (_, _, counts), often in alike.items()], np.float32)
    penalty = np.array([0.0 if name == ANY else PENALTY for name in names])
    weights = np.zeros(len(names))
    for _ in range(NEWTON_STEPS):
        chance = 1 / (1 + np.exp(-(shown @ weights.astype(np.float32))))
        curve = counts * np.maximum(chance * (1 - chance), 1e-4)
        bend = (shown.T @ (shown * curve[:, None])).astype(float)
        slope = (shown.T @ (counts * (chance - same))).astype(float)
        weights = _solved(bend, slope, penalty, weights)
    return {name: float(value) for name, value in zip(names, weights, strict=True) if abs(value) > 0.005}


def _solved(bend: Weights, slope: Weights, penalty: Weights, start: Weights) -> Weights:
    """The weights at which the quadratic with this bend and slope at `start`, plus the penalty, is least: one weight after another."""
    weights, pull = start.copy(), slope.copy()
    for _ in range(SWEEPS):
        most = 0.0
        for at in range(len(weights)):
            wanted = bend[at, at] * weights[at] - pull[at]
            new = np.sign(wanted) * max(abs(wanted) - penalty[at], 0.0) / bend[at, at]
            if new != weights[at]:
                pull += bend[at] * (new - weights[at])
                most, weights[at] = max(most, abs(new - weights[at])), new
        if most < 1e-4:
            break
    return weights


def scores(pairs: Sequence[Pair], weights: dict[str, float]) -> str:
    """Precision, recall and F1 over all pairs, in per cent."""
    found = Counter((_given(pair, weights), pair.same) for pair in pairs)
    right, wrong, missed = found[True, True], found[True, False], found[False, True]
    precision, recall = right / max(1, right + wrong), right / max(1, right + missed)
    both = 2 * precision * recall / max(1e-9, precision + recall)
    return f"{len(pairs):6} pairs, {right + missed:4} of one quantity: {100 * precision:5.1f} {100 * recall:5.1f} {100 * both:5.1f}"


def _given(pair: Pair, weights: dict[str, float]) -> bool:
    if pair.signs is None:
        return pair.decided
    return sum(weights.get(sign, 0.0) for sign in pair.signs) >= LIKELY


def write(weights: dict[str, float]) -> None:
    """Writes the table, the strongest sign against first."""
    with Path(str(files("claimcheck.comparing") / "weights.csv")).open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("sign", "weight"))
        writer.writerows((sign, f"{weight:.2f}") for sign, weight in sorted(weights.items(), key=lambda item: item[1]))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("sets", nargs="*", type=Path, help="folders of annotated stories")
    parser.add_argument("--pairs", nargs="*", type=Path, default=[], help="files of pairs of passages")
    parser.add_argument("--each", action="store_true", help="score each set by weights fitted without it")
    parser.add_argument("--write", action="store_true", help="write the weights of all")
    return parser.parse_args()


if __name__ == "__main__":
    main()

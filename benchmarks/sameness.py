"""How often compare() is right: python benchmarks/sameness.py ARTICLES... --claims CLAIMS --pairs PAIRS [--rename OLD=NEW].

Reads JSON lines. Articles: `id`, `text` and, if known, `published` (or `date`), `title`, `outlet`. Claims: `id`, `article_id` and the
`span` of the figure in that article's text. Pairs: `a`, `b` (ids of claims, the earlier one first) and `relation`, a label of
claimcheck.Relation; further labels that are right too may stand in `accept`. Other names of labels are translated by --rename
(`--rename contradiction=conflict`).

Prints the confusion table, precision, recall and F1 of "same quantity" and of each label, which test held apart the pairs that belong
together, the thresholds of the rules, which are conventions, and the weights of the signs, which benchmarks/fit_sameness.py fits.
"""

from __future__ import annotations

import argparse
import json
import pkgutil
from collections import Counter
from collections.abc import Iterable, Iterator
from decimal import Decimal
from importlib import import_module
from pathlib import Path
from typing import Any

import claimcheck.comparing
from claimcheck import Claim, Relation, compare, extract
from claimcheck.comparing.odds import weights

LABELS = ("same_value", "rounding", "update", "conflict", "different_quantity")
DIFFERENT = LABELS[-1]
Answer = tuple[str, str, str]
"""The label wanted, the label given, and what decided."""


def main() -> None:
    options = _options()
    answers = list(judged(options.articles, options.claims, options.pairs, dict(pair.split("=") for pair in options.rename)))
    print(f"{len(answers)} pairs\n")
    print(confusion(answers))
    print(scores(answers))
    print(held_apart(answers))
    print(thresholds())
    print("weights", *(f"  {weight:6.2f}  {sign}" for sign, weight in weights().items()), sep="\n")


def judged(articles: Iterable[Path], claims: Path, pairs: Path, rename: dict[str, str]) -> Iterator[Answer]:
    """What compare() says of every pair whose figures were both read."""
    read = {
        row["id"]: extract(row["text"], row.get("published") or row.get("date"), row.get("title"), row.get("outlet"), row["id"])
        for path in articles
        for row in rows(path)
    }
    found = {row["id"]: _at(read.get(row["article_id"], ()), row["span"]) for row in rows(claims)}
    for pair in rows(pairs):
        a, b = found.get(pair["a"]), found.get(pair["b"])
        if a is not None and b is not None:
            relation = compare(a, b)
            accepted = {rename.get(label, label) for label in (pair["relation"], *pair.get("accept", ()))}
            wanted = relation.label if relation.label in accepted else rename.get(pair["relation"], pair["relation"])
            yield wanted, relation.label, _decided(relation)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def confusion(answers: list[Answer]) -> str:
    """The labels wanted (down) against the labels given (across)."""
    counts = Counter((wanted, given) for wanted, given, _ in answers)
    head = f"{'wanted':20}" + "".join(f"{label:>20}" for label in LABELS)
    return "\n".join((head, *(f"{wanted:20}" + "".join(f"{counts[wanted, given]:20}" for given in LABELS) for wanted in LABELS), ""))


def scores(answers: list[Answer]) -> str:
    """Precision, recall and F1 in percent, of sameness and of each label, and the mean F1 of the labels."""
    same = [(wanted != DIFFERENT, given != DIFFERENT) for wanted, given, _ in answers]
    lines = [_score("same quantity", same)]
    lines += [_score(label, [(wanted == label, given == label) for wanted, given, _ in answers]) for label in LABELS]
    mean = sum(float(line.split()[-1]) for line in lines[1:]) / len(LABELS)
    return "\n".join((f"{'':20}{'P':>8}{'R':>8}{'F1':>8}", *lines, f"{'mean of the labels':20}{mean:24.1f}", ""))


def _score(name: str, marks: list[tuple[bool, bool]]) -> str:
    hits, wanted, given = sum(w and g for w, g in marks), sum(w for w, _ in marks), sum(g for _, g in marks)
    figures = (100 * hits / max(given, 1), 100 * hits / max(wanted, 1), 200 * hits / max(given + wanted, 1))
    return f"{name:20}" + "".join(f"{figure:8.1f}" for figure in figures)


def held_apart(answers: list[Answer]) -> str:
    """What decided on pairs of one quantity that were called different."""
    reasons = Counter(reason for wanted, given, reason in answers if given == DIFFERENT != wanted)
    return "\n".join(("held apart by", *(f"{count:6}  {reason}" for reason, count in reasons.most_common()), ""))


def thresholds() -> str:
    """The numbers in the rules of claimcheck.comparing."""
    lines = []
    for module in pkgutil.iter_modules(claimcheck.comparing.__path__):
        values = vars(import_module(f"claimcheck.comparing.{module.name}"))
        lines += [
            f"  {module.name:16}{name:20}{value}" for name, value in values.items() if name.isupper() and isinstance(value, (int, Decimal))
        ]
    return "\n".join(("thresholds", *lines))


def _decided(relation: Relation) -> str:
    """What held two claims apart: the one test that clashed, a doubt in words, or that the tests left too much open."""
    test, _, doubt = relation.reasons[-1].partition(": ")
    if len(relation.reasons) == 1:
        return f"{test} clashes"
    return doubt if test == "not comparable" else "statistic, place or event not said of both"


def _at(claims: tuple[Claim, ...], span: list[int]) -> Claim | None:
    """The claim whose number shares most characters with a span."""
    shared = [(min(claim.number_span[1], span[1]) - max(claim.number_span[0], span[0]), -at) for at, claim in enumerate(claims)]
    best, at = max(shared, default=(0, 0))
    return claims[-at] if best > 0 else None


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=str(__doc__).partition("\n")[0])
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--claims", required=True, type=Path)
    parser.add_argument("--pairs", required=True, type=Path)
    parser.add_argument("--rename", action="append", default=[], metavar="OLD=NEW")
    return parser.parse_args()


if __name__ == "__main__":
    main()

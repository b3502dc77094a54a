"""How often the first article that `Ledger.related` names tells of the same incident: python benchmarks/incidents.py ARTICLES.jsonl...

Each line is an article: {"incident", "doc", "dct", "title", "text"}, `dct` its day; two or more articles of an incident, as in the
reports on shootings of SemEval-2018 Task 5. All are recorded in one ledger, then every article that another one of its incident follows or
precedes within seven days is asked for. Reports on each incident stay out of each other's incident by names, ages and places alone.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from claimcheck import extract
from claimcheck.ledger import Ledger
from claimcheck.model import Document

_WITHIN = 7

Article = dict[str, Any]


def measure(articles: list[Article]) -> tuple[dict[str, object], list[tuple[Article, str | None]]]:
    """The figures, and the articles whose first hit was wrong with what was named."""
    incidents = {article["doc"]: article["incident"] for article in articles}
    asked = [article for article in articles if _has_fellow(article, articles)]
    with Ledger(":memory:") as ledger:
        for article in articles:
            document = _document(article)
            claims = extract(document.text, document.published, document.title, document=document.path)
            ledger.add(claims, documents=[document])
        start = time.perf_counter()
        found = [ledger.related(_document(article), within=_WITHIN) for article in asked]
        seconds = time.perf_counter() - start
    missed = [
        (article, hits[0].document if hits else None)
        for article, hits in zip(asked, found, strict=True)
        if not hits or incidents[hits[0].document] != article["incident"]
    ]
    among = sum(any(incidents[hit.document] == a["incident"] for hit in hits) for a, hits in zip(asked, found, strict=True))
    figures = {
        "articles": len(articles),
        "asked": len(asked),
        "first_hit_right": round(1 - len(missed) / max(len(asked), 1), 3),
        "among_first_five": round(among / max(len(asked), 1), 3),
        "nothing_named": sum(not hits for hits in found),
        "ms_each": round(1e3 * seconds / max(len(asked), 1), 2),
    }
    return figures, missed


def _document(article: Article) -> Document:
    return Document(article["text"], article["text"], path=article["doc"], title=article["title"], published=article["dct"])


def _has_fellow(article: Article, articles: Iterable[Article]) -> bool:
    return any(
        other["incident"] == article["incident"] and other["doc"] != article["doc"] and _days_apart(article, other) <= _WITHIN
        for other in articles
    )


def _days_apart(one: Article, other: Article) -> int:
    return abs((date.fromisoformat(one["dct"]) - date.fromisoformat(other["dct"])).days)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--misses", action="store_true", help="name each article whose first hit was wrong")
    options = parser.parse_args()
    lines = [line for file in options.files for line in file.read_text("utf-8").splitlines()]
    figures, missed = measure([json.loads(line) for line in lines])
    print(json.dumps(figures))
    if options.misses:
        for article, named in missed:
            print(json.dumps({"doc": article["doc"], "title": article["title"], "named": named}))


if __name__ == "__main__":
    main()

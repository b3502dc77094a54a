"""What an article is known by besides its figures, and which other articles tell of the same event.

Reports of one event share names, ages and dates that few other articles hold. So an article's profile is its day, and the words of its
headline and every other word that begins with a capital or a digit: no prose is kept. Words that few articles share weigh most (inverse
document frequency, Spärck Jones 1972), and long articles do not win by their length alone.
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import islice
from math import log, sqrt

from attrs import frozen

from claimcheck import days
from claimcheck.ledger.codec import storable
from claimcheck.ledger.records import Related
from claimcheck.ledger.store import Store
from claimcheck.model import Claim, Document
from claimcheck.reading.nouns import is_function_word

WITHIN = 7
"""Days around an article within which reports of the same event are looked for."""

_MOST = 150
"""Words of a profile: news stories have some fifty."""
_LONGEST = 40_000
"""Characters of a text that are read for its profile."""
_COMMON = 5000
"""Articles that hold a word after which it tells nothing."""
_ELSEWHERE = 50
"""Articles of other stories that a ledger is thought to hold besides its own, so that a name in all of its five still tells something."""
_LEAST = 0.02
"""Share of its profile's weight that an article must find in another one."""
_ALONE = 0.05
"""The same where they share one word only, which is then a name."""
_SHOWN = 8
_WORD = re.compile(r"[^\W_]{1,40}")
_NAME = re.compile(r"\b[^\W_a-z][^\W_]{0,39}")

_COMMA = re.compile(r",(?=\d{3})")

_NEAR = """SELECT id, document, headline, published, words FROM versions AS v
           WHERE published BETWEEN ? AND ? AND document IS NOT ? AND NOT EXISTS (SELECT 1 FROM versions WHERE replaces = v.id)"""
_ALL = _NEAR.replace("published BETWEEN ? AND ? AND", "")


@frozen
class Profile:
    """An article's headline and day, and its telling words in lower case, separated by spaces."""

    headline: str | None
    published: str | None
    words: str

    def told(self) -> tuple[str | None, str | None, str]:
        """All that it says."""
        return self.headline, self.published, self.words


def profile_of(article: Document | Sequence[Claim]) -> Profile:
    """The profile of an article or, where only its figures are known, of the sentences they stand in.

    >>> profile_of(Document("Ana Ruiz, 34, was found near Lodvik on Sunday.", "", title="Hiker found")).words
    'hiker found ana ruiz 34 lodvik sunday'
    """
    if isinstance(article, Document):
        return _profile(article.title, article.published, article.text)
    title = next((claim.title for claim in article if claim.title), None)
    said_on = max((claim.said_on for claim in article if claim.said_on), default=None)
    return _profile(title, said_on, " ".join(dict.fromkeys([claim.sentence for claim in article])))


def _profile(title: str | None, said_on: str | None, text: str) -> Profile:
    found = _WORD.findall(_plain(title or "")) + _NAME.findall(_plain(text[:_LONGEST]))
    words = dict.fromkeys([word.lower() for word in found])
    return Profile(title and storable(title), said_on, " ".join(islice(words, _MOST)))


def _plain(text: str) -> str:
    """The text without accents and without the commas inside its numbers."""
    text = _COMMA.sub("", text)
    if text.isascii():
        return text
    return "".join([letter for letter in unicodedata.normalize("NFKD", text) if not unicodedata.combining(letter)])


def related(store: Store, article: Profile, name: str | None, within: int | None, limit: int) -> tuple[Related, ...]:
    """The articles most likely about the same event, the likeliest first."""
    words = [word for word in article.words.split() if _may_tell(word)]
    with store.reading() as db:
        near = {row["id"]: row for row in _near(db, article, name, within)}
        total = db.execute("SELECT count(*) FROM versions").fetchone()[0]
        shared: defaultdict[int, dict[str, float]] = defaultdict(dict)
        whole = 0.0
        for word in words:
            holders = _holders(db, word)
            weight = log((total + _ELSEWHERE) / max(len(holders), 1)) ** 2 if len(holders) < _COMMON else 0.0
            whole += weight
            for version in near.keys() & holders:
                shared[version][word] = weight
    likely = [version for version, found in shared.items() if _is_telling(found, whole)]
    ranked = sorted(likely, key=lambda version: (_score(shared[version], near[version]["words"]), version), reverse=True)
    return tuple(_related(near[version], shared[version], whole) for version in ranked[: max(limit, 0)])


def _may_tell(word: str) -> bool:
    """Whether a word may tell one event from others: no function word, weekday or month, no single digit."""
    return not is_function_word(word) and not (len(word) == 1 and word.isdigit())


def _near(db: sqlite3.Connection, article: Profile, name: str | None, within: int | None) -> Iterable[sqlite3.Row]:
    """The current versions of other articles of those days; of all days where the article has none."""
    if article.published is None or within is None:
        return db.execute(_ALL, (name,))
    most = timedelta(days=min(within, 36_500))
    first, last = days.first_day(article.published) - most, days.last_day(article.published) + most
    return db.execute(_NEAR, (first.isoformat(), last.isoformat(), name))


def _holders(db: sqlite3.Connection, word: str) -> set[int]:
    rows = db.execute("SELECT rowid FROM profiles WHERE profiles MATCH ? LIMIT ?", (f'"{word}"', _COMMON))
    return {rowid for (rowid,) in rows}


def _is_telling(found: dict[str, float], whole: float) -> bool:
    """Whether an article shares enough: several words, or a rare name."""
    return sum(found.values()) > (_LEAST if len(found) > 1 else _ALONE) * whole and not all(word.isdigit() for word in found)


def _score(found: dict[str, float], words: str) -> float:
    return sum(found.values()) / sqrt(words.count(" ") + 1)


def _related(row: sqlite3.Row, found: dict[str, float], whole: float) -> Related:
    telling = sorted(found, key=lambda word: -found[word])[:_SHOWN]
    return Related(row["document"], row["headline"], row["published"], round(sum(found.values()) / whole, 2), tuple(telling))

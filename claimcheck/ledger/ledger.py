"""Earlier claims, kept: the one class that the rest of claimcheck and its users see."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Self

from claimcheck import days
from claimcheck.comparing import are_one
from claimcheck.errors import InputError
from claimcheck.frames import to_frame
from claimcheck.ledger import articles, corrections, exchange, questions, reviews, series, tables, verify, versions
from claimcheck.ledger.codec import storable
from claimcheck.ledger.history import History
from claimcheck.ledger.records import Added, Article, Correction, Problem, Related, Version
from claimcheck.ledger.right_values import Value
from claimcheck.ledger.store import Store
from claimcheck.model import Claim, Document, Row

if TYPE_CHECKING:
    import pandas

Moment = date | str | None


class Ledger:
    """Earlier claims in one SQLite file, or in memory: append-only, safe to share between threads and, by its file, between processes.

    >>> from claimcheck import extract
    >>> with Ledger(":memory:") as ledger:
    ...     ledger.add(extract("The fire destroyed 400 homes.", published="2026-06-01", document="a"))
    Added(documents=1, changed=0, unchanged=0, claims=1)

    A file that is not there is created, unless `create` is False. `timeout` is how many seconds to wait for another process that writes.
    Every method raises LedgerError, and changes nothing, where the file is no ledger, comes from a newer claimcheck, stays locked, is
    damaged or cannot be written.
    """

    def __init__(self, path: str | os.PathLike[str], *, create: bool = True, timeout: float = 30.0) -> None:
        self._store = Store(path, create=create, timeout=timeout)
        self._same: Callable[[Claim, Claim], bool] = are_one

    @property
    def path(self) -> str:
        """The ledger's file, or ":memory:"."""
        return self._store.path

    def close(self) -> None:
        """Close the file; closing twice is fine."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"Ledger({self.path!r})"

    def add(self, claims: Iterable[Claim], *, recorded_at: Moment = None, documents: Iterable[Document | str] = ()) -> Added:
        """Record claims, all or nothing.

        An article that the ledger holds as it stands changes nothing; a changed one becomes the current version, the old ones stay
        readable. `documents` are the articles that were read, or their names, also those that hold no figure (any more); of one given as
        such the names and numbers are kept too, for `related`. `recorded_at` is the moment of recording, by default now. Claims without
        a document are told apart by what they say.
        """
        read = tuple(documents)
        return versions.add(self._store, versions.by_document(claims, read), _moment(recorded_at), versions.profiles_of(read))

    def add_rows(self, rows: Iterable[Row], *, recorded_at: Moment = None) -> Added:
        """Record rows of reference tables as claims; each table is one document."""
        return self.add(tables.claims_of_rows(rows), recorded_at=recorded_at)

    def add_table(
        self,
        table: pandas.DataFrame | str | os.PathLike[str],
        *,
        name: str | None = None,
        recorded_at: Moment = None,
        **columns: str | Mapping[str, str],
    ) -> Added:
        """Record a table, a DataFrame or a CSV file, as claims: one a figure. The keywords are those of References.with_frame.

        `name` is the document the claims stand in, by default the file's name. Raises TableError for columns and cells it cannot use.
        """
        return self.add_rows(tables.rows_of_table(table, name, columns), recorded_at=recorded_at)

    def add_claim_reviews(self, path: str | os.PathLike[str], *, recorded_at: Moment = None) -> Added:
        """Record the figures in the reviewed claims of a ClaimReview JSON-LD file (https://schema.org/ClaimReview)."""
        return self.add(reviews.claims_of_reviews(path), recorded_at=recorded_at)

    def candidates(self, claim: Claim, *, limit: int = series.CANDIDATES) -> tuple[Claim, ...]:
        """Current claims that may be about the claim's quantity, best fitting first and then newest first, at most `limit`."""
        return series.candidates(self._store, claim, limit)

    def history(self, claim: Claim | str, *, limit: int = series.CANDIDATES) -> History:
        """The series a claim belongs to, in order of as_of and then said_on; only what articles say in their current version.

        A tuple of claims that notebooks show as a table, with `to_frame()` and `plot()`; at most `limit` of them, the newest.

        A text such as "Ukrainian troops killed" stands for the series that bears out all its words best, the longest of equals; `series_of`
        gives the others too. It is empty where none does, see `nearest`.
        """
        if isinstance(claim, str):
            return next(iter(self.series_of(claim, limit=limit)), History())
        return History(series.history(self._store, claim, self._same, limit))

    def series_of(self, text: str, *, limit: int = series.CANDIDATES) -> tuple[History, ...]:
        """Every series that bears out all words of a text, the best and longest first: what else "death toll" may mean."""
        return tuple(map(History, questions.series_of(self._store, text, partial(self.history, limit=limit))))

    def nearest(self, text: str, *, limit: int = 5) -> tuple[History, ...]:
        """The series that come nearest to a text, the best and longest first, even if they bear out only some of its words."""
        return tuple(map(History, questions.nearest_to(self._store, text, self.history)))[:limit]

    def related(self, article: Document | Iterable[Claim], *, within: int | None = articles.WITHIN, limit: int = 5) -> tuple[Related, ...]:
        """The other articles that most likely tell of the same event, the likeliest first: those that share names, ages and numbers few
        articles hold. Only articles of at most `within` days before or after are considered, all if it is None or the article has no day.

        >>> from claimcheck import extract
        >>> with Ledger(":memory:") as ledger:
        ...     for name, text in (("a", "Ana Ruiz, 34, died in Lodvik."), ("b", "Two men, 19 and 40, died in Brem.")):
        ...         _ = ledger.add(extract(text, published="2026-06-01", document=name))
        ...     ledger.related(extract("The town of Lodvik mourns Ruiz, 34.", published="2026-06-03"))[0].document
        'a'
        """
        read = article if isinstance(article, Document) else tuple(article)
        name = read.path if isinstance(read, Document) else next((claim.document for claim in read if claim.document), None)
        return articles.related(self._store, articles.profile_of(read), name and storable(name), within, limit)

    def correct(
        self,
        claim: str | Claim,
        *,
        value: Value,
        reason: str,
        source: str | None = None,
        url: str | None = None,
        on: Moment = None,
    ) -> Correction:
        """Record what a claim of the ledger, given as such or by its id, should have been; `on` is the day of the correction, by default
        today. The value is a number in the claim's unit, or a figure as one writes it ("3.42 billion", "14 to 15 billion").

        Saying it again changes nothing. Raises LedgerError for a claim the ledger does not hold, for a value that is none or of another
        unit, for a day before the claim or ahead, and for a value that contradicts another correction of the same claim and day.
        """
        now = _moment(None)
        known = corrections.held(self._store, claim)
        correction = corrections.correction_of(known, value, reason, source, url, days.iso(on) or now[:10], now)
        with self._store.writing() as db:
            corrections.append(db, (correction,))
        return correction

    def corrections(self, claim: str | Claim) -> tuple[Correction, ...]:
        """The corrections of a claim, in order of their days. They follow it into later versions of its article."""
        return corrections.of_claim(self._store, claim)

    def claims(self) -> Iterator[Claim]:
        """Every claim of every current version, in order of recording."""
        return versions.current_claims(self._store)

    def claim(self, name: str) -> Claim:
        """The claim of an id, as it was recorded last.

        Raises LedgerError where the ledger holds no such claim, or several in articles without a name.
        """
        return corrections.held(self._store, name)

    def documents(self) -> tuple[str, ...]:
        """The names of all articles and tables, in order of their first recording."""
        return versions.documents(self._store)

    def articles(self) -> tuple[Article, ...]:
        """Every article and table as it stands now, in order of its day."""
        return versions.articles(self._store)

    def versions(self, document: str) -> tuple[Version, ...]:
        """Every version of an article, oldest first; () for one the ledger does not hold."""
        return versions.versions(self._store, document)

    def to_frame(self) -> pandas.DataFrame:
        """The current claims as a pandas DataFrame, one row a claim."""
        return to_frame(self.claims())

    def export(self, path: str | os.PathLike[str]) -> None:
        """Write everything, old versions and corrections too, to a .jsonl, .csv or .parquet file. The file is there whole or not at all."""
        exchange.export(self._store, path)

    def import_(self, path: str | os.PathLike[str]) -> Added:
        """Read an export; what the ledger holds already is left alone, so that an interrupted import can simply be run again."""
        return exchange.import_(self._store, path)

    def verify(self) -> tuple[Problem, ...]:
        """What is wrong with the ledger: damage, altered or missing rows, dates ahead of their recording, contradictory corrections."""
        return verify.verify(self._store)


def _moment(given: Moment) -> str:
    """A moment as ISO 8601 text in UTC, a day as a day; now where nothing is given."""
    if given is None:
        return datetime.now(UTC).isoformat(timespec="milliseconds")
    if isinstance(given, str):
        try:
            given = datetime.fromisoformat(given) if len(given) > 10 else date.fromisoformat(given)
        except ValueError:
            raise InputError(f"{given!r} is no moment; write it as YYYY-MM-DD or YYYY-MM-DDTHH:MM.") from None
    if isinstance(given, datetime):
        return given.replace(tzinfo=given.tzinfo or UTC).astimezone(UTC).isoformat(timespec="milliseconds")
    return given.isoformat()

"""References: the tables a claim can be held against, as one immutable value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from claimcheck.comparing.few_rows import FEW, is_of_subject
from claimcheck.errors import TableError
from claimcheck.model import Claim, Row
from claimcheck.references.files import format_of, sheet_of_frame, sheets_of_file
from claimcheck.references.index import Index, index_of
from claimcheck.references.mapping import Given
from claimcheck.references.packages import DESCRIPTOR, descriptors, resources, tables_in
from claimcheck.references.plain_headers import mapped, named_after_file
from claimcheck.references.problems import summary
from claimcheck.references.rows import Sheet, rows_of
from claimcheck.references.tables import Description, Table, described, table_of

if TYPE_CHECKING:
    from pandas import DataFrame

    from claimcheck.references.sources import Client, Source

_COMMON_DIGITS = 40
"""Rows of the same digits up to which they tell anything."""


@frozen(slots=False)
class References:
    """Tables to hold claims against. Immutable: every `with_` method returns new references and leaves the old ones alone.

    `strict` says that they hold every figure of the text, as of a report written from them, so that one they do not hold is an error.

    >>> len(References().rows)
    0
    """

    tables: tuple[Table, ...] = ()
    strict: bool = False

    @classmethod
    def load(cls, paths: str | Path | Iterable[str | Path]) -> References:
        """The data packages at or below a folder or several; see `with_packages`."""
        return cls().with_packages(*([paths] if isinstance(paths, str | Path) else paths))

    @classmethod
    def shipped(cls) -> References:
        """The references that come with claimcheck: events of world news with their dates, dated figures, countries. Read once."""
        return _shipped()

    def with_packages(self, *paths: str | Path) -> References:
        """These references and the data packages at or below folders; a table's own file (CSV, say) is read by its plain headers.

        So are all tables of a folder that holds no package.

        Raises TableError naming file, line and column for a package that breaks its own description, a row without source or url, or a
        malformed cell; InputError for a path that does not exist.
        """
        found = self
        for path in (inner for given in map(Path, paths) for inner in tables_in(given) or [given]):
            is_table = format_of(path) and not path.name.endswith(DESCRIPTOR)
            found = found.with_table(path) if is_table else References((*found.tables, *_packages(path)))
        return found

    def with_frame(
        self,
        frame: DataFrame,
        *,
        entity: str | None = None,
        measure: str | Mapping[str, str] | None = None,
        value: str | None = None,
        unit: str | None = None,
        as_of: str | None = None,
        place: str | None = None,
        event: str | None = None,
        source: str | None = None,
        url: str | None = None,
        table: str = "frame",
        units: Mapping[str, str] | None = None,
        fixed: Mapping[str, str] | None = None,
        **others: str,
    ) -> References:
        """These references and the rows of a DataFrame; each keyword names the column that holds the field.

        Values are numbers, ranges ("30-50", "30 to 50") or ISO dates. `measure` may map several columns of figures to their measures (a
        wide table). `unit`, `source` and `url` may be the text itself, `fixed` gives other fields one text for all rows, `units` gives
        columns or measures their units. Without any keyword plain headers are taken by their names. Further keywords: recorded_at,
        period_start, period_end, precision, wordings, note. Rows without a figure, and what cannot be read without guessing, are left
        out and told in `notes`.

        >>> import pandas
        >>> homes = pandas.DataFrame({"town": ["Elmsworth", "Holt Bay"], "homes": ["1,250", "n/a"]})
        >>> built = References().with_frame(homes, entity="town", measure={"homes": "homes built"}, unit="count")
        >>> built.rows[0].entity, built.rows[0].measure, built.rows[0].value
        ('Elmsworth', 'homes built', '1250')
        >>> built.notes
        ("frame, line 2, column 'homes': the row holds no figure and is left out.",)

        Raises TableError for a column that is not there, and where no row could be used.
        """
        named = {"entity": entity, "measure": measure, "value": value, "unit": unit, "as_of": as_of, "place": place, "event": event}
        given: dict[str, Given] = {**named, "source": source, "url": url, "units": units, "fixed": fixed, **others}
        return self._with_sheet(sheet_of_frame(frame, table), given)

    def with_table(self, path: str | Path, **mapping: Given) -> References:
        """These references and the table in a file: CSV, JSON records, Parquet or Excel. Keywords as for `with_frame`.

        Of a workbook every sheet that can be read is a table; of the others `notes` tell why not.
        Raises InputError for a file that is not there, TableError as `with_frame` does.
        """
        found, refused = self, []
        for sheet in sheets_of_file(Path(path)):
            try:
                found = found._with_sheet(sheet, mapping)
            except TableError as error:
                refused.append(error)
        if found is self:
            raise refused[0]
        *others, last = found.tables
        return References((*others, evolve(last, notes=(*last.notes, *map(str, refused)))))

    def with_source(self, source: Source, *, about: Iterable[Claim] = (), client: Client | None = None) -> References:
        """These references and what a live source answers, asked here and now; a check later asks nothing.

        `about` are the figures the rows are for (some sources ask only for what these name), `client` says where answers are kept and how
        long to wait. Every row notes the day it was retrieved. See claimcheck.references.sources.

        Raises SourceError for a source that cannot be reached, takes too long or answers with an error or nonsense.
        """
        from claimcheck.references.sources import Client as OwnClient

        fetched = source.fetch(tuple(about), client or OwnClient())
        return References((*self.tables, *(table_of(found.sheet, found.columns, found.rows, found.problems) for found in fetched)))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All rows of all tables that state facts, in order; not those that hold what somebody said and others rated."""
        return tuple(row for table in self.tables for row in table.rows if row.rating is None)

    @property
    def are_few(self) -> bool:
        """Whether the rows are so few that they are a table of one story (see claimcheck.comparing.few_rows)."""
        return 0 < len(self.rows) <= FEW

    def of_subject(self, row: Row) -> tuple[Row, ...]:
        """The other rows of the same subject, where the rows are few; of one that names it in full too, in the days of a dated row."""
        return tuple(other for other in self.rows if other != row and is_of_subject(other, row)) if self.are_few else ()

    @property
    def notes(self) -> tuple[str, ...]:
        """What was left out of the tables and why, in sentences that name table, line and column."""
        return tuple(note for table in self.tables for note in table.notes)

    def candidates(self, claim: Claim) -> tuple[Row, ...]:
        """Rows that might speak of the claim's quantity, the likeliest first: their names stand in the claim's sentence or scope.

        Of a long series come the rows around the claim's days. Whether a row is about the same quantity is for claimcheck.comparing to say.
        """
        found = self._index.find(claim)
        return tuple(dict.fromkeys((*found, *self.rows))) if self.are_few else found

    def rated(self, claim: Claim) -> tuple[Row, ...]:
        """Rows with a figure that somebody gave and fact-checkers rated, which might be of the claim's quantity."""
        return self._rated.find(claim)

    def with_digits_of(self, claim: Claim) -> tuple[Row, ...]:
        """Rows of figures made of the same digits as the claim's, whatever their subject; none where very many are.

        >>> import claimcheck as cc, pandas
        >>> quakes = References().with_frame(pandas.DataFrame({"name": ["Ambrel"], "deaths": ["1362"]}))
        >>> [row.value for row in quakes.with_digits_of(cc.extract("It killed 1,632 people.")[0])]
        ['1362']
        """
        return self._by_digits.get(_digits(claim.value), ()) if isinstance(claim.value, str) else ()

    def series(self, row: Row) -> tuple[Row, ...]:
        """All rows of the same entity, measure, place and event, earliest first."""
        return self._index.series_of(row)

    def about(self, entity: str | None = None, measure: str | None = None) -> tuple[Row, ...]:
        """The rows of an entity, or of a measure, or of both, in the order of the tables."""
        places = {table.name: number for number, table in reversed(list(enumerate(self.tables)))}
        return tuple(sorted(self._index.about(entity, measure), key=lambda row: (places[row.table], row.line)))

    def as_strict(self) -> References:
        """These references as those that hold every figure of a text; the same ones each time, so that rows are filed once.

        >>> References().as_strict().strict
        True
        """
        return self if self.strict else self._as_strict

    def describe(self) -> tuple[Description, ...]:
        """Each table in short: what it holds, for which days, how its columns were read and what was left out."""
        return tuple(map(described, self.tables))

    @cached_property
    def _as_strict(self) -> References:
        return References(self.tables, strict=True)

    @cached_property
    def _by_digits(self) -> dict[str, tuple[Row, ...]]:
        """Rows by the digits of their figures; none for digits that too many share."""
        filed: dict[str, list[Row]] = {}
        known: dict[str, str] = {}
        for row in self.rows:
            if isinstance(row.value, str) and row.kind != "date":
                digits = known.get(row.value) or known.setdefault(row.value, _digits(row.value))
                filed.setdefault(digits, []).append(row)
        return {digits: tuple(rows) for digits, rows in filed.items() if len(rows) <= _COMMON_DIGITS}

    @cached_property
    def _index(self) -> Index:
        return index_of(self.rows)

    @cached_property
    def _rated(self) -> Index:
        return index_of(row for table in self.tables for row in table.rows if row.rating is not None)

    def _with_sheet(self, sheet: Sheet, given: Mapping[str, Given]) -> References:
        sheet, columns = mapped(sheet, given)
        rows, problems = rows_of(sheet, columns)
        if sheet.lines and not rows:
            raise TableError(f"No row of {sheet.name} can be used: {summary(problems)[0]}")
        return References((*self.tables, table_of(sheet, columns, rows, (*named_after_file(sheet, columns), *problems))))


def _digits(value: str) -> str:
    return "".join(sorted(value.replace(".", "").strip("-0").replace("0", "")))


@cache
def _shipped() -> References:
    package = Path(str(files("claimcheck")))
    inside = package / "reference_data"
    return References.load(inside if inside.is_dir() else package.parent / "reference_data")


def _packages(path: Path) -> Iterable[Table]:
    for descriptor in descriptors(path):
        for resource in resources(descriptor):
            errors = [problem for problem in resource.problems if problem.severity == "error"]
            if errors:
                more = f" ({len(errors) - 1} more; `claimcheck reference validate` lists all)" if len(errors) > 1 else ""
                raise TableError(f"{errors[0]}{more}")
            yield table_of(resource.sheet, resource.columns, resource.rows, resource.problems)
